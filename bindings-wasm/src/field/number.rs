//! Numbers of identity papers, insurance, phones and taxes.

use crate::answer::{Answer, object};
use crate::finding::findings;
use crate::value::Given;
use hoten::{
    CitizenId, FieldName, HealthCard, IdentityCard, InsuranceNumber, Parsed, Phone, Province,
    TaxCode,
};
use std::fmt::Display;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// An object of the number, of what else it says, and of what was noticed.
fn number<T: Copy + Display>(
    text: &Given,
    field: FieldName,
    parsed: &Parsed<T>,
    more: impl FnOnce(&mut Answer, Option<T>),
) -> JsValue {
    object(|answer| {
        answer.set("number", parsed.value.map(|value| value.to_string()));
        more(answer, parsed.value);
        findings(answer, text, field, &parsed.findings);
    })
}

/// Reads a 12-digit personal identification number (CCCD).
#[wasm_bindgen(js_name = parseCitizenId)]
pub fn parse_citizen_id(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    Ok(number(&text, FieldName::CitizenId, &CitizenId::parse(&text), |answer, id| {
        answer.set("province", id.and_then(CitizenId::province).map(Province::name));
        answer.set("sex", id.map(|id| id.sex().as_str()));
        answer.set("birthYear", id.map(CitizenId::birth_year));
    }))
}

/// Reads a 9-digit identity card number (CMND).
#[wasm_bindgen(js_name = parseIdentityCard)]
pub fn parse_identity_card(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    Ok(number(&text, FieldName::IdentityCard, &IdentityCard::parse(&text), |answer, card| {
        let provinces = card.map(IdentityCard::provinces).unwrap_or_default();
        answer.list("provinces", provinces.iter().map(Province::name));
    }))
}

/// Reads a social insurance number or a health card.
#[wasm_bindgen(js_name = parseInsuranceNumber)]
pub fn parse_insurance_number(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    Ok(number(&text, FieldName::InsuranceNumber, &InsuranceNumber::parse(&text), |answer, _| {
        let card = HealthCard::read(&text);
        answer.set("group", card.map(|card| card.group()));
        answer.set("level", card.map(|card| card.level()));
        answer.set("province", card.and_then(|card| card.province()).map(Province::name));
    }))
}

/// Reads a phone number.
#[wasm_bindgen(js_name = parsePhone)]
pub fn parse_phone(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    Ok(number(&text, FieldName::Phone, &Phone::parse(&text), |answer, phone| {
        answer.set("mobile", phone.map(Phone::is_mobile));
    }))
}

/// Reads a tax code.
#[wasm_bindgen(js_name = parseTaxCode)]
pub fn parse_tax_code(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    Ok(number(&text, FieldName::TaxCode, &TaxCode::parse(&text), |answer, code| {
        answer.set("branch", code.and_then(TaxCode::branch));
    }))
}
