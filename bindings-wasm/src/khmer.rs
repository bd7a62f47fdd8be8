//! Khmer-origin names: script, and keys of every writing.

use crate::error::thrown;
use crate::value::{list, object, text};
use hoten::KhmerLevel;
#[cfg(feature = "all")]
use hoten::khmer::{KhmerRomanization, canonical, romanize_with};
use js_sys::Reflect;
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
pub fn khmer_romanize(value: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let mut style = KhmerRomanization::Common;
    if options.is_object() {
        let given = Reflect::get(options, &"style".into())?;
        if !given.is_undefined() {
            style = text(&given)?.parse().map_err(|error| thrown(&error))?;
        }
    }
    Ok(romanize_with(&text(value)?, style).into())
}

/// The keys of a Khmer-origin name in any writing.
#[wasm_bindgen(js_name = khmerKeys)]
pub fn khmer_keys(value: &JsValue) -> Result<JsValue, JsValue> {
    let keys = hoten::khmer_keys(&text(value)?);
    let texts = |level| list(keys.level(level).iter().map(|key| key.as_str()));
    Ok(object([
        ("strict", texts(KhmerLevel::Strict)),
        ("loose", texts(KhmerLevel::Loose)),
        ("vowel", texts(KhmerLevel::Vowel)),
        ("weak", keys.is_weak().into()),
    ]))
}

/// May two spellings be one Khmer-origin name?
#[wasm_bindgen(js_name = sameKhmer)]
pub fn same_khmer(left: &JsValue, right: &JsValue, options: &JsValue) -> Result<bool, JsValue> {
    let mut level = KhmerLevel::Loose;
    if options.is_object() {
        let given = Reflect::get(options, &"level".into())?;
        if !given.is_undefined() {
            level = text(&given)?.parse().map_err(|error| thrown(&error))?;
        }
    }
    Ok(hoten::same_khmer(&text(left)?, &text(right)?, level))
}
