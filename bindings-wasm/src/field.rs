//! Fields: dates and numbers that identify people.

pub mod number;

use crate::finding::findings;
use crate::value::{nullable, object, text};
use hoten::{BirthDate, CitizenId};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a birth date as offices write it.
#[wasm_bindgen(js_name = parseBirthDate)]
pub fn parse_birth_date(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = text(value)?;
    let parsed = BirthDate::parse(&text);
    let date = parsed.value;
    Ok(object([
        ("year", nullable(date.and_then(BirthDate::year))),
        ("month", nullable(date.and_then(BirthDate::month))),
        ("day", nullable(date.and_then(BirthDate::day))),
        ("precision", nullable(date.map(|date| date.precision().as_str()))),
        ("findings", findings(&text, &parsed.findings)),
    ]))
}

/// Reads a 12-digit personal identification number (CCCD).
#[wasm_bindgen(js_name = parseCitizenId)]
pub fn parse_citizen_id(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = text(value)?;
    let parsed = CitizenId::parse(&text);
    let id = parsed.value;
    Ok(object([
        ("number", nullable(id.map(|id| id.to_string()))),
        ("province", nullable(id.and_then(CitizenId::province).map(|province| province.name()))),
        ("sex", nullable(id.map(|id| id.sex().as_str()))),
        ("birthYear", nullable(id.map(CitizenId::birth_year))),
        ("findings", findings(&text, &parsed.findings)),
    ]))
}
