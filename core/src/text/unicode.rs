//! What Unicode's tables say of text outside Vietnamese: canonical parts, composition, marks.
//!
//! They come from the crate `unicode-normalization`, or, in a browser that asks for the feature
//! `host-unicode`, from JavaScript's own tables, which would otherwise be two thirds of a download's
//! data. Every caller has dealt with Vietnamese and Khmer before it asks here.

#[cfg(all(target_arch = "wasm32", feature = "host-unicode"))]
use hoten_host_unicode as tables;

#[cfg(not(all(target_arch = "wasm32", feature = "host-unicode")))]
mod tables {
    use alloc::string::String;
    use unicode_normalization::UnicodeNormalization;
    pub(super) use unicode_normalization::char::is_combining_mark;

    pub(super) fn decompose(text: &str) -> String {
        text.nfd().collect()
    }

    pub(super) fn compose(text: &str) -> String {
        text.nfc().collect()
    }

    pub(super) fn base(c: char) -> char {
        core::iter::once(c).nfd().next().unwrap_or(c)
    }

    pub(super) fn simplify(c: char) -> String {
        c.nfkc().collect()
    }

    pub(super) fn is_reordered(c: char) -> bool {
        unicode_normalization::char::canonical_combining_class(c) != 0
    }
}

use alloc::string::String;

/// The text in NFD.
pub(crate) fn decompose(text: &str) -> String {
    if text.is_ascii() { text.into() } else { tables::decompose(text) }
}

/// The text in NFC.
pub(crate) fn compose(text: &str) -> String {
    if text.is_ascii() { text.into() } else { tables::compose(text) }
}

/// The one character that NFKC makes of this one, if it is another.
pub(crate) fn simple_form(c: char) -> Option<char> {
    let plain = tables::simplify(c);
    let mut chars = plain.chars();
    match (chars.next(), chars.next()) {
        (Some(first), None) if first != c => Some(first),
        _ => None,
    }
}

/// The first character of the NFD of this one.
pub(crate) fn base(c: char) -> char {
    if c.is_ascii() { c } else { tables::base(c) }
}

/// Does the character join the one before it: a combining mark of any script?
pub(crate) fn is_combining_mark(c: char) -> bool {
    c >= '\u{300}' && tables::is_combining_mark(c)
}

/// May composing move the character past its neighbours: is its combining class other than 0?
pub(crate) fn is_reordered(c: char) -> bool {
    c >= '\u{300}' && tables::is_reordered(c)
}
