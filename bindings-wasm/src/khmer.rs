//! Khmer-origin names: script, and keys of every writing.

use crate::answer::object;
use crate::value::{choice, text};
use hoten::KhmerLevel;
#[cfg(feature = "all")]
use hoten::khmer::{KhmerRomanization, canonical, romanize_with};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Khmer text in canonical order, each thing that can be drawn written in one way.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = khmerCanonical)]
pub fn khmer_canonical(value: &JsValue) -> Result<JsValue, JsValue> {
    Ok(canonical(&text(value)?).as_ref().into())
}

/// Khmer script in Latin letters.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = khmerRomanize)]
pub fn khmer_romanize(value: &JsValue, style: &JsValue) -> Result<JsValue, JsValue> {
    let style = choice(style)?.unwrap_or(KhmerRomanization::Common);
    Ok(romanize_with(&text(value)?, style).into())
}

/// The keys of a Khmer-origin name in any writing.
#[wasm_bindgen(js_name = khmerKeys)]
pub fn khmer_keys(value: &JsValue) -> Result<JsValue, JsValue> {
    let keys = hoten::khmer_keys(&text(value)?);
    Ok(object(|answer| {
        for (name, level) in [
            ("strict", KhmerLevel::Strict),
            ("loose", KhmerLevel::Loose),
            ("vowel", KhmerLevel::Vowel),
        ] {
            answer.list(name, keys.level(level).iter().map(|key| key.as_str()));
        }
        answer.set("weak", keys.is_weak());
    }))
}

/// May two spellings be one Khmer-origin name?
#[wasm_bindgen(js_name = sameKhmer)]
pub fn same_khmer(left: &JsValue, right: &JsValue, level: &JsValue) -> Result<bool, JsValue> {
    let level = choice(level)?.unwrap_or(KhmerLevel::Loose);
    Ok(hoten::same_khmer(&text(left)?, &text(right)?, level))
}
