//! Keys: what is written or heard alike gets the same short text.

use crate::answer::object;
use crate::value::{choice, text};
use hoten::SoundProfile;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The keys of a full name.
#[wasm_bindgen(js_name = nameKeys)]
pub fn name_keys(value: &JsValue) -> Result<JsValue, JsValue> {
    let keys = hoten::name_keys(&text(value)?);
    Ok(object(|answer| {
        answer.set("fold", keys.fold);
        answer.set("sound", keys.sound);
    }))
}

/// The sound key of a name, to the ear of one region or of all.
#[wasm_bindgen(js_name = soundKey)]
pub fn sound_key(value: &JsValue, profile: &JsValue) -> Result<JsValue, JsValue> {
    let profile = choice(profile)?.unwrap_or(SoundProfile::All);
    Ok(hoten::sound_key_with(&text(value)?, profile).into())
}

/// How alike two full names are, and why.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = nameSimilarity)]
pub fn name_similarity(left: &JsValue, right: &JsValue) -> Result<JsValue, JsValue> {
    let similarity = hoten::name_similarity(&text(left)?, &text(right)?);
    Ok(object(|answer| {
        answer.set("score", similarity.score);
        answer.list("reasons", similarity.reasons.iter().map(|reason| reason.as_str()));
    }))
}

/// How alike two given names of Khmer origin sound, in letters of any kind, and why.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = khmerSimilarity)]
pub fn khmer_similarity(left: &JsValue, right: &JsValue) -> Result<JsValue, JsValue> {
    let similarity = hoten::khmer_similarity(&text(left)?, &text(right)?);
    Ok(object(|answer| {
        answer.set("score", similarity.score);
        answer.list("reasons", similarity.reasons().map(hoten::SoundReason::as_str));
    }))
}
