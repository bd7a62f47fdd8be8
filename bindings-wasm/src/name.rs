//! Names of persons.

use crate::finding::findings;
#[cfg(feature = "all")]
use crate::value::text;
use crate::value::{Given, list, nullable, object};
use hoten::{FieldName, Name, SexHint};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Divides a full name: surname first, or given name first where the words leave no doubt.
#[wasm_bindgen(js_name = parseName)]
pub fn parse_name(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let name = Name::parse(&text);
    Ok(object([
        ("surname", name.surname().into()),
        ("middle", name.middle().into()),
        ("given", name.given().into()),
        ("lead", name.lead().into()),
        ("suffix", name.suffix().into()),
        ("syllables", list(name.syllables())),
        ("sexHint", nullable(name.sex_hint().map(hint))),
        ("findings", findings(&text, FieldName::FullName, name.findings())),
    ]))
}

/// Which people a full name points to.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = nameOrigin)]
pub fn name_origin(value: &JsValue) -> Result<JsValue, JsValue> {
    let found = hoten::name_origin(&text(value)?);
    Ok(object([
        ("origin", found.origin.as_str().into()),
        ("certainty", found.certainty.into()),
        ("evidence", list(found.evidence().map(hoten::OriginEvidence::as_str))),
    ]))
}

fn hint(hint: SexHint<'_>) -> JsValue {
    object([("pFemale", hint.p_female.into()), ("evidence", hint.evidence.into())])
}
