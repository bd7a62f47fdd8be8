//! Clean text, its normal form and its fold.

#[cfg(feature = "all")]
pub mod legacy;

use crate::answer::object;
use crate::span::Places;
use crate::value::text;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Repairs text for showing and storing; spelling is kept.
#[wasm_bindgen]
pub fn clean(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = text(value)?;
    let cleaned = hoten::clean(&text);
    let mut places = Places::of(&text);
    Ok(object(|answer| {
        answer.set("text", cleaned.text.as_ref());
        answer.key("repairs").array(|answer| {
            for repair in &cleaned.repairs {
                answer.object(|answer| {
                    answer.set("kind", repair.kind.as_str());
                    places.write(answer, Some(repair.span));
                    answer.set("to", repair.to.as_str());
                });
            }
        });
        answer.key("suggestions").array(|answer| {
            for asked in &cleaned.suggestions {
                answer.object(|answer| {
                    answer.set("kind", asked.kind.as_str());
                    places.write(answer, Some(asked.span));
                    answer.list("candidates", asked.candidates.iter().map(String::as_str));
                });
            }
        });
    }))
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
