//! JavaScript values in and out: text, and plain objects that own no memory here.

use crate::error::thrown;
use hoten::{Error, ErrorCode};
use js_sys::{Array, JsString, Number, Object, Reflect};
use std::ops::Deref;
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

/// A value to be read: its text, and where a surrogate stands alone, if one does.
pub(crate) struct Given {
    text: String,
    broken: Option<u32>,
}

impl Given {
    /// The text of a JavaScript string; half of a surrogate pair becomes U+FFFD, of the same length
    /// in UTF-16, and is remembered.
    pub(crate) fn of(value: &JsValue) -> Result<Self, JsValue> {
        let Some(text) = value.as_string() else {
            let kind = value.js_typeof().as_string().unwrap_or_default();
            return Err(thrown(
                &Error::new(ErrorCode::NotText).with("row", "0").with("type", kind),
            ));
        };
        let broken = if text.contains('\u{FFFD}') { half_character(value) } else { None };
        Ok(Self { text, broken })
    }

    /// Text that is whole.
    pub(crate) fn whole(text: String) -> Self {
        Self { text, broken: None }
    }

    /// Where half a character stands, in UTF-16 units.
    pub(crate) fn broken(&self) -> Option<u32> {
        self.broken
    }
}

impl Deref for Given {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

fn half_character(value: &JsValue) -> Option<u32> {
    let text: &JsString = value.unchecked_ref();
    let mut open = None;
    for at in 0..text.length() {
        match (open, text.char_code_at(at) as u32) {
            (None, 0xD800..=0xDBFF) => open = Some(at),
            (Some(_), 0xDC00..=0xDFFF) => open = None,
            (Some(start), _) => return Some(start),
            (None, 0xDC00..=0xDFFF) => return Some(at),
            (None, _) => {}
        }
    }
    open
}

/// The cells of an array of texts; `null` and `undefined` are missing.
#[cfg(feature = "all")]
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

/// A number as JavaScript writes it.
pub(crate) fn digits(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
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
