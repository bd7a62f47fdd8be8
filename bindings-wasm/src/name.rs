//! Names of persons.

use crate::finding::findings;
use crate::value::{list, object, text};
use hoten::Name;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Divides a full name, surname first.
#[wasm_bindgen(js_name = parseName)]
pub fn parse_name(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = text(value)?;
    let name = Name::parse(&text);
    Ok(object([
        ("surname", name.surname().into()),
        ("middle", name.middle().into()),
        ("given", name.given().into()),
        ("lead", name.lead().into()),
        ("suffix", name.suffix().into()),
        ("syllables", list(name.syllables())),
        ("findings", findings(&text, name.findings())),
    ]))
}
