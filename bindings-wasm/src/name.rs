//! Names of persons.

use crate::answer::object;
use crate::finding::findings;
use crate::value::Given;
#[cfg(feature = "all")]
use crate::value::text;
use hoten::{FieldName, Name};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Divides a full name: surname first, or given name first where the words leave no doubt.
#[wasm_bindgen(js_name = parseName)]
pub fn parse_name(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let name = Name::parse(&text);
    Ok(object(|answer| {
        answer.set("surname", name.surname());
        answer.set("middle", name.middle());
        answer.set("given", name.given());
        answer.set("lead", name.lead());
        answer.set("suffix", name.suffix());
        answer.list("syllables", name.syllables());
        match name.sex_hint() {
            Some(hint) => answer.key("sexHint").object(|answer| {
                answer.set("pFemale", hint.p_female);
                answer.set("evidence", hint.evidence);
            }),
            None => answer.key("sexHint").null(),
        }
        findings(answer, &text, FieldName::FullName, name.findings());
    }))
}

/// Which people a full name points to.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = nameOrigin)]
pub fn name_origin(value: &JsValue) -> Result<JsValue, JsValue> {
    let found = hoten::name_origin(&text(value)?);
    Ok(object(|answer| {
        answer.set("origin", found.origin.as_str());
        answer.set("certainty", found.certainty);
        answer.list("evidence", found.evidence().map(hoten::OriginEvidence::as_str));
    }))
}
