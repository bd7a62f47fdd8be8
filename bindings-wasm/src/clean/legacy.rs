//! Encodings of before: bytes of a file, cells of a column.

use crate::answer::{Value, answer};
use crate::error::thrown;
use crate::value::{column, text};
use hoten::{Encoding, Error, ErrorCode};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

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
    Ok(answer(|answer| detection.encoding.map(Encoding::as_str).write(answer)))
}
