//! Unicode's tables as the JavaScript engine around holds them: normal forms, and which characters
//! are marks. What other builds of hoten take from the crate `unicode-normalization` costs a
//! download 130 kB so, two thirds of its data.
//!
//! Only text outside Vietnamese and Khmer comes here. Normal forms of assigned characters never
//! change; an older engine may lack characters that were added to Unicode after it.

use js_sys::{JsString, RegExp};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    type Text;

    #[wasm_bindgen(method)]
    fn normalize(this: &Text, form: &str) -> String;
}

fn normal(text: &str, form: &str) -> String {
    JsValue::from(JsString::from(text)).unchecked_into::<Text>().normalize(form)
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

/// Is it of the category Mark?
#[must_use]
pub fn is_combining_mark(c: char) -> bool {
    thread_local! {
        static MARK: RegExp = RegExp::new(r"^\p{M}", "u");
    }
    MARK.with(|mark| mark.test(c.encode_utf8(&mut [0; 4])))
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
