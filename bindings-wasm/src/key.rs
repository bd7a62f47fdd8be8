//! Keys: what is written or heard alike gets the same short text.

use crate::error::thrown;
#[cfg(feature = "all")]
use crate::value::list;
use crate::value::{object, text};
use hoten::SoundProfile;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The keys of a full name.
#[wasm_bindgen(js_name = nameKeys)]
pub fn name_keys(value: &JsValue) -> Result<JsValue, JsValue> {
    let keys = hoten::name_keys(&text(value)?);
    Ok(object([("fold", keys.fold.into()), ("sound", keys.sound.into())]))
}

/// The sound key of a name, to the ear of one region or of all.
#[wasm_bindgen(js_name = soundKey)]
pub fn sound_key(value: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let mut profile = SoundProfile::All;
    if options.is_object() {
        let given = Reflect::get(options, &"profile".into())?;
        if !given.is_undefined() {
            profile = text(&given)?.parse().map_err(|error| thrown(&error))?;
        }
    }
    Ok(hoten::sound_key_with(&text(value)?, profile).into())
}

/// How alike two full names are, and why.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = nameSimilarity)]
pub fn name_similarity(left: &JsValue, right: &JsValue) -> Result<JsValue, JsValue> {
    let similarity = hoten::name_similarity(&text(left)?, &text(right)?);
    let reasons = list(similarity.reasons.iter().map(|reason| reason.as_str()));
    Ok(object([("score", similarity.score.into()), ("reasons", reasons)]))
}

/// How alike two given names of Khmer origin sound, in letters of any kind, and why.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = khmerSimilarity)]
pub fn khmer_similarity(left: &JsValue, right: &JsValue) -> Result<JsValue, JsValue> {
    let similarity = hoten::khmer_similarity(&text(left)?, &text(right)?);
    let reasons = list(similarity.reasons().map(hoten::SoundReason::as_str));
    Ok(object([("score", similarity.score.into()), ("reasons", reasons)]))
}
