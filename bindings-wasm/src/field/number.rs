//! Numbers of identity papers, insurance, phones and taxes.

use crate::finding::findings;
use crate::value::{Given, list, nullable, object};
use hoten::{FieldName, HealthCard, IdentityCard, InsuranceNumber, Phone, TaxCode};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a 9-digit identity card number (CMND).
#[wasm_bindgen(js_name = parseIdentityCard)]
pub fn parse_identity_card(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let parsed = IdentityCard::parse(&text);
    let provinces = parsed.value.map(IdentityCard::provinces).unwrap_or_default();
    Ok(object([
        ("number", nullable(parsed.value.map(|card| card.to_string()))),
        ("provinces", list(provinces.iter().map(|province| province.name()))),
        ("findings", findings(&text, FieldName::IdentityCard, &parsed.findings)),
    ]))
}

/// Reads a social insurance number or a health card.
#[wasm_bindgen(js_name = parseInsuranceNumber)]
pub fn parse_insurance_number(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let parsed = InsuranceNumber::parse(&text);
    let card = HealthCard::read(&text);
    Ok(object([
        ("number", nullable(parsed.value.map(|number| number.to_string()))),
        ("group", nullable(card.map(|card| card.group()))),
        ("level", nullable(card.map(|card| card.level()))),
        (
            "province",
            nullable(card.and_then(|card| card.province()).map(|province| province.name())),
        ),
        ("findings", findings(&text, FieldName::InsuranceNumber, &parsed.findings)),
    ]))
}

/// Reads a phone number.
#[wasm_bindgen(js_name = parsePhone)]
pub fn parse_phone(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let parsed = Phone::parse(&text);
    Ok(object([
        ("number", nullable(parsed.value.map(|phone| phone.to_string()))),
        ("mobile", nullable(parsed.value.map(Phone::is_mobile))),
        ("findings", findings(&text, FieldName::Phone, &parsed.findings)),
    ]))
}

/// Reads a tax code.
#[wasm_bindgen(js_name = parseTaxCode)]
pub fn parse_tax_code(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let parsed = TaxCode::parse(&text);
    Ok(object([
        ("number", nullable(parsed.value.map(|code| code.to_string()))),
        ("branch", nullable(parsed.value.and_then(TaxCode::branch))),
        ("findings", findings(&text, FieldName::TaxCode, &parsed.findings)),
    ]))
}
