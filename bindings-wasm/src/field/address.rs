//! Addresses within a commune.

use crate::answer::object;
use crate::value::Given;
use hoten::Address;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads an address within a commune.
#[wasm_bindgen(js_name = parseAddress)]
pub fn parse_address(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let address = Address::parse(&text);
    Ok(object(|answer| {
        answer.set("house", address.house());
        answer.set("group", address.group());
        answer.set("hamlet", address.hamlet());
        answer.set("hamletWithKind", address.hamlet_with_kind());
        answer.set("street", address.street());
        answer.set("isAsAbove", address.is_as_above());
    }))
}

/// How two addresses of one commune agree.
#[wasm_bindgen(js_name = compareAddresses)]
pub fn compare_addresses(left: &JsValue, right: &JsValue) -> Result<JsValue, JsValue> {
    let (left, right) = (Given::of(left)?, Given::of(right)?);
    Ok(Address::parse(&left).compare(Address::parse(&right)).as_str().into())
}
