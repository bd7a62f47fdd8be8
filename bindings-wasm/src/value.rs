//! JavaScript values in and out: text, and plain objects that own no memory here.

use crate::error::thrown;
use hoten::{Error, ErrorCode};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The text of a JavaScript string. One that holds half of a surrogate pair is refused: the glue
/// would turn it into U+FFFD without a word.
pub(crate) fn text(value: &JsValue) -> Result<String, JsValue> {
    text_in_row(value, 0)
}

/// As [`text`]; `row` is for the error.
pub(crate) fn text_in_row(value: &JsValue, row: usize) -> Result<String, JsValue> {
    let error = |code| Error::new(code).with("row", row.to_string());
    let Some(text) = value.as_string() else {
        let kind = value.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&error(ErrorCode::NotText).with("type", kind)));
    };
    // Only a text that now holds U+FFFD can have lost something; looking closer is slow.
    if text.contains('\u{FFFD}') && !value.unchecked_ref::<JsString>().is_valid_utf16() {
        return Err(thrown(&error(ErrorCode::TextNotUnicode)));
    }
    Ok(text)
}

/// The cells of an array of texts; `null` and `undefined` are missing.
pub(crate) fn column(cells: &JsValue) -> Result<Vec<Option<String>>, JsValue> {
    let Some(cells) = cells.dyn_ref::<Array>() else {
        let kind = cells.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&Error::new(ErrorCode::NotAColumn).with("type", kind)));
    };
    let missing = |cell: &JsValue| cell.is_null() || cell.is_undefined();
    let cell = |(row, cell): (usize, JsValue)| {
        if missing(&cell) { Ok(None) } else { text_in_row(&cell, row).map(Some) }
    };
    cells.iter().enumerate().map(cell).collect()
}

/// A plain object.
pub(crate) fn object<const N: usize>(properties: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (key, value) in properties {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object.into()
}

/// An array.
pub(crate) fn list<T: Into<JsValue>>(items: impl IntoIterator<Item = T>) -> JsValue {
    items.into_iter().map(Into::into).collect::<Array>().into()
}

/// The value, or `null`.
pub(crate) fn nullable<T: Into<JsValue>>(value: Option<T>) -> JsValue {
    value.map_or(JsValue::NULL, Into::into)
}

/// `full_name` as JavaScript writes it: `fullName`.
pub(crate) fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
}
