//! Addresses within a commune.

use crate::value::{Given, nullable, object};
use hoten::Address;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads an address within a commune.
#[wasm_bindgen(js_name = parseAddress)]
pub fn parse_address(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let address = Address::parse(&text);
    Ok(object([
        ("house", nullable(address.house())),
        ("group", nullable(address.group())),
        ("hamlet", nullable(address.hamlet())),
        ("hamletWithKind", nullable(address.hamlet_with_kind())),
        ("street", nullable(address.street())),
        ("isAsAbove", address.is_as_above().into()),
    ]))
}

/// How two addresses of one commune agree.
#[wasm_bindgen(js_name = compareAddresses)]
pub fn compare_addresses(left: &JsValue, right: &JsValue) -> Result<String, JsValue> {
    let (left, right) = (Given::of(left)?, Given::of(right)?);
    Ok(Address::parse(&left).compare(Address::parse(&right)).as_str().to_owned())
}
