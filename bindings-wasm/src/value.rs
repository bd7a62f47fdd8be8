//! Values that JavaScript gives.

use crate::error::thrown;
use hoten::{Error, ErrorCode};
#[cfg(feature = "all")]
use js_sys::Array;
use js_sys::JsString;
use std::ops::Deref;
use std::str::FromStr;
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
    broken: Option<usize>,
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
    pub(crate) fn broken(&self) -> Option<usize> {
        self.broken
    }
}

impl Deref for Given {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

fn half_character(value: &JsValue) -> Option<usize> {
    let text: &JsString = value.unchecked_ref();
    let mut open = None;
    for (at, unit) in text.iter().enumerate() {
        match (open, unit) {
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

/// A choice that was given by its name, or none.
pub(crate) fn choice<T: FromStr<Err = Error>>(name: &JsValue) -> Result<Option<T>, JsValue> {
    if name.is_undefined() {
        return Ok(None);
    }
    text(name)?.parse().map(Some).map_err(|error| thrown(&error))
}
