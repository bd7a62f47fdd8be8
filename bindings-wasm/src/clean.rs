//! Clean text, its normal form and its fold.

use crate::error::thrown;
use crate::span::Places;
use crate::value::{column, list, nullable, object, text};
use hoten::{Encoding, Error, ErrorCode};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

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

/// Bytes as text, by the name of their encoding.
#[wasm_bindgen]
pub fn decode(data: &JsValue, encoding: &JsValue) -> Result<JsValue, JsValue> {
    let encoding = text(encoding)?.parse::<Encoding>().map_err(|error| thrown(&error))?;
    let Some(data) = data.dyn_ref::<Uint8Array>() else {
        let kind = data.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&Error::new(ErrorCode::NotBytes).with("type", kind)));
    };
    Ok(hoten::decode(&data.to_vec(), encoding).into())
}

/// The encoding that cells were in before they were misread, or `null`.
#[wasm_bindgen(js_name = detectEncoding)]
pub fn detect_encoding(cells: &JsValue) -> Result<JsValue, JsValue> {
    let texts = column(cells)?;
    let detection = hoten::detect(texts.iter().flatten().map(String::as_str));
    Ok(nullable(detection.encoding.map(Encoding::as_str)))
}
