//! Names of persons.

use crate::finding::findings;
use crate::value::{list, nullable, object, text};
use hoten::{Name, SexHint};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Divides a full name: surname first, or given name first where the words leave no doubt.
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
        ("sexHint", nullable(name.sex_hint().map(hint))),
        ("findings", findings(&text, name.findings())),
    ]))
}

fn hint(hint: SexHint<'_>) -> JsValue {
    object([("pFemale", hint.p_female.into()), ("evidence", hint.evidence.into())])
}
