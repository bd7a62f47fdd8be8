//! What Unicode's tables say of text outside Vietnamese: canonical parts, composition, marks, case.
//!
//! They come from the crate `unicode-normalization` and the standard library, or, in a browser that asks for the feature
//! `host-unicode`, from JavaScript's own tables, which would otherwise be two thirds of a download's
//! data. Every caller has dealt with Vietnamese and Khmer before it asks here.

#[cfg(all(target_arch = "wasm32", feature = "host-unicode"))]
mod tables {
    use crate::text::Letter;
    use hoten_host_unicode as host;
    pub(super) use hoten_host_unicode::{
        base, compose, decompose, is_combining_mark, is_reordered, simplify,
    };
    use smallvec::SmallVec;

    pub(crate) fn is_alphabetic(c: char) -> bool {
        Letter::of(c).is_some() || !c.is_ascii() && host::is_alphabetic(c)
    }

    pub(crate) fn is_alphanumeric(c: char) -> bool {
        Letter::of(c).is_some()
            || if c.is_ascii() { c.is_ascii_digit() } else { host::is_alphanumeric(c) }
    }

    pub(crate) fn is_lowercase(c: char) -> bool {
        match Letter::of(c) {
            Some(letter) => !letter.is_upper(),
            None => !c.is_ascii() && host::is_lowercase(c),
        }
    }

    pub(crate) fn is_uppercase(c: char) -> bool {
        match Letter::of(c) {
            Some(letter) => letter.is_upper(),
            None => !c.is_ascii() && host::is_uppercase(c),
        }
    }

    pub(crate) fn lowercase(c: char) -> impl Iterator<Item = char> {
        of_one(c, char::to_ascii_lowercase, host::lowercase)
    }

    pub(crate) fn uppercase(c: char) -> impl Iterator<Item = char> {
        of_one(c, char::to_ascii_uppercase, host::uppercase)
    }

    /// No character changes its case into more than three.
    fn of_one(
        c: char,
        ascii: fn(&char) -> char,
        other: fn(char) -> alloc::string::String,
    ) -> smallvec::IntoIter<[char; 3]> {
        let mut changed = SmallVec::new();
        if c.is_ascii() {
            changed.push(ascii(&c))
        } else {
            changed.extend(other(c).chars())
        }
        changed.into_iter()
    }
}

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

    #[inline]
    pub(crate) fn is_alphabetic(c: char) -> bool {
        c.is_alphabetic()
    }

    #[inline]
    pub(crate) fn is_alphanumeric(c: char) -> bool {
        c.is_alphanumeric()
    }

    #[inline]
    pub(crate) fn is_lowercase(c: char) -> bool {
        c.is_lowercase()
    }

    #[inline]
    pub(crate) fn is_uppercase(c: char) -> bool {
        c.is_uppercase()
    }

    #[inline]
    pub(crate) fn lowercase(c: char) -> core::char::ToLowercase {
        c.to_lowercase()
    }

    #[inline]
    pub(crate) fn uppercase(c: char) -> core::char::ToUppercase {
        c.to_uppercase()
    }
}

use alloc::string::String;

pub(crate) use self::tables::{
    is_alphabetic, is_alphanumeric, is_lowercase, is_uppercase, lowercase, uppercase,
};

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
