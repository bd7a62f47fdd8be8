//! Clean text, its normal form and its fold.

#[cfg(feature = "all")]
pub mod legacy;

use crate::span::Places;
use crate::value::{list, object, text};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Repairs text for showing and storing; spelling is kept.
#[wasm_bindgen]
pub fn clean(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = text(value)?;
    let cleaned = hoten::clean(&text);
    let mut places = Places::of(&text);
    let repairs = cleaned.repairs.iter().map(|repair| {
        object([
            ("kind", repair.kind.as_str().into()),
            ("span", places.span(repair.span)),
            ("to", repair.to.as_str().into()),
        ])
    });
    let repairs = list(repairs);
    let suggestions = cleaned.suggestions.iter().map(|asked: &hoten::Suggestion| {
        object([
            ("kind", asked.kind.as_str().into()),
            ("span", places.span(asked.span)),
            ("candidates", list(asked.candidates.iter().map(String::as_str))),
        ])
    });
    Ok(object([
        ("text", cleaned.text.as_ref().into()),
        ("repairs", repairs),
        ("suggestions", list(suggestions)),
    ]))
}

/// The normal form, for comparing.
#[wasm_bindgen]
pub fn normalize(value: &JsValue) -> Result<JsValue, JsValue> {
    Ok(hoten::normalize(&text(value)?).as_ref().into())
}

/// The text without marks: ASCII.
#[wasm_bindgen]
pub fn fold(value: &JsValue) -> Result<JsValue, JsValue> {
    Ok(hoten::fold(&text(value)?).as_ref().into())
}
