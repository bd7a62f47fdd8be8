//! What the JavaScript engine around holds already: Unicode's tables (normal forms, case, which
//! characters are letters or marks) and the reading of decimal numbers. What other builds of hoten
//! take from the crate `unicode-normalization` and the standard library would cost a download 150 kB.
//!
//! Only text outside Vietnamese and Khmer comes here. Normal forms of assigned characters never
//! change; an older engine may lack characters that were added to Unicode after it.

use js_sys::{JsString, RegExp};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// A table that its first use makes, of shorter data than itself.
pub use std::sync::LazyLock as AtFirstUse;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    type Text;

    #[wasm_bindgen(method)]
    fn normalize(this: &Text, form: &str) -> String;

    #[wasm_bindgen(method, js_name = toLowerCase)]
    fn to_lower_case(this: &Text) -> String;

    #[wasm_bindgen(method, js_name = toUpperCase)]
    fn to_upper_case(this: &Text) -> String;

    #[wasm_bindgen(js_name = Number)]
    fn to_number(text: &str) -> f64;
}

fn text(text: &str) -> Text {
    JsValue::from(JsString::from(text)).unchecked_into()
}

fn normal(given: &str, form: &str) -> String {
    text(given).normalize(form)
}

/// The text in NFD.
#[must_use]
pub fn decompose(text: &str) -> String {
    normal(text, "NFD")
}

/// The text in NFC.
#[must_use]
pub fn compose(text: &str) -> String {
    normal(text, "NFC")
}

/// The character in NFKC.
#[must_use]
pub fn simplify(c: char) -> String {
    normal(c.encode_utf8(&mut [0; 4]), "NFKC")
}

/// The first character of the NFD of this one.
#[must_use]
pub fn base(c: char) -> char {
    decompose(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c)
}

/// A question about one character, which a regular expression answers.
macro_rules! question {
    ($(#[$about:meta])* $name:ident $pattern:literal) => {
        $(#[$about])*
        #[must_use]
        pub fn $name(c: char) -> bool {
            thread_local! {
                static PATTERN: RegExp = RegExp::new($pattern, "u");
            }
            PATTERN.with(|pattern| pattern.test(c.encode_utf8(&mut [0; 4])))
        }
    };
}
question!(
    /// Is it of the category Mark?
    is_combining_mark r"^\p{M}"
);
question!(
    /// Is it a letter, or of the others that Unicode calls alphabetic?
    is_alphabetic r"^\p{Alphabetic}"
);
question!(
    /// Is it that, or of the category Number?
    is_alphanumeric r"^[\p{Alphabetic}\p{N}]"
);
question!(
    /// Has it the property Lowercase?
    is_lowercase r"^\p{Lowercase}"
);
question!(
    /// Has it the property Uppercase?
    is_uppercase r"^\p{Uppercase}"
);

/// The character in lower case.
#[must_use]
pub fn lowercase(c: char) -> String {
    text(c.encode_utf8(&mut [0; 4])).to_lower_case()
}

/// The character in upper case.
#[must_use]
pub fn uppercase(c: char) -> String {
    text(c.encode_utf8(&mut [0; 4])).to_upper_case()
}

/// The decimal number that a text is, correctly rounded; else not a number.
#[must_use]
pub fn number(text: &str) -> f64 {
    to_number(text)
}

/// Is the combining class other than 0? JavaScript does not tell it, but sorting by it does: such a
/// character changes places with a mark of class 1 that follows or of class 230 that goes before.
#[must_use]
pub fn is_reordered(c: char) -> bool {
    let base = base(c);
    let stays = |text: String| decompose(&text) == text;
    is_combining_mark(base)
        && !(stays(String::from_iter([base, '\u{334}']))
            && stays(String::from_iter(['\u{301}', base])))
}
