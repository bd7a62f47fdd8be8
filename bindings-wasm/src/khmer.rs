//! Khmer script: canonical order and Latin letters.

use crate::error::thrown;
use crate::value::text;
use hoten::khmer::{KhmerRomanization, canonical, romanize_with};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Khmer text in canonical order, each thing that can be drawn written in one way.
#[wasm_bindgen(js_name = khmerCanonical)]
pub fn khmer_canonical(value: &JsValue) -> Result<JsValue, JsValue> {
    Ok(canonical(&text(value)?).as_ref().into())
}

/// Khmer script in Latin letters.
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
