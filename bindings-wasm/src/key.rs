//! Keys: what is written or heard alike gets the same short text.

use crate::value::{list, object, text};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The keys of a full name.
#[wasm_bindgen(js_name = nameKeys)]
pub fn name_keys(value: &JsValue) -> Result<JsValue, JsValue> {
    let keys = hoten::name_keys(&text(value)?);
    Ok(object([("fold", keys.fold.into()), ("sound", keys.sound.into())]))
}

/// The sound key of a name.
#[wasm_bindgen(js_name = soundKey)]
pub fn sound_key(value: &JsValue) -> Result<JsValue, JsValue> {
    Ok(hoten::sound_key(&text(value)?).into())
}

/// How alike two full names are, and why.
#[wasm_bindgen(js_name = nameSimilarity)]
pub fn name_similarity(left: &JsValue, right: &JsValue) -> Result<JsValue, JsValue> {
    let similarity = hoten::name_similarity(&text(left)?, &text(right)?);
    let reasons = list(similarity.reasons.iter().map(|reason| reason.as_str()));
    Ok(object([("score", similarity.score.into()), ("reasons", reasons)]))
}
