//! A short value in plain lower-case ASCII, on the stack: what keywords are looked for in.
//!
//! `text::strip_marks_to` folds normal form into a growing string; here raw cells of a few bytes are
//! folded without any allocation, and whatever is no letter of ours keeps its place as [`OTHER`].

use crate::text::{Letter, Mark, is_blank, is_invisible, plain_form};

/// Stands for any character that has no plain form.
pub(crate) const OTHER: u8 = 0x1A;

/// At most `N` bytes of lower-case ASCII: marks dropped, blanks as one space each, typographic
/// hyphens and quotes as `-` and `'`, wide digits and letters as plain ones.
pub(crate) struct Plain<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Plain<N> {
    /// The plain form of `text`; `None` if it is longer than `N`.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let mut plain = Self { bytes: [0; N], len: 0 };
        // Columns of fixed width are filled up with NUL.
        for c in text.trim_end_matches('\0').chars() {
            if let Some(byte) = plain_byte(c) {
                *plain.bytes.get_mut(plain.len)? = byte;
                plain.len += 1;
            }
        }
        Some(plain)
    }

    /// The bytes, without blanks at the ends.
    pub(crate) fn trimmed(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default().trim_ascii()
    }
}

/// The plain byte of a character; `None` if it is dropped (combining marks, invisible ones). NUL is
/// no character of a value: inside one it stands for something lost.
#[inline]
pub(crate) fn plain_byte(c: char) -> Option<u8> {
    if c.is_ascii_graphic() || c == ' ' {
        return Some((c as u8).to_ascii_lowercase());
    }
    if let Some(letter) = Letter::of(c) {
        return Some(letter.base());
    }
    if Mark::combining(c).is_some() || (is_invisible(c) && c != '\0') {
        None
    } else if is_blank(c) {
        Some(b' ')
    } else {
        Some(rare_byte(c))
    }
}

#[cold]
fn rare_byte(c: char) -> u8 {
    match c {
        // Khmer digits, as old books of Khmer villages have them.
        '\u{17E0}'..='\u{17E9}' => b'0' + (c as u32 - 0x17E0) as u8,
        // Eth in the place of đ.
        '\u{D0}' | '\u{F0}' => b'd',
        '\u{2014}' | '\u{2015}' => b'-',
        '\u{201C}'..='\u{201F}' => b'"',
        _ => match plain_form(c) {
            Some(plain) if plain.is_ascii() => plain.to_ascii_lowercase() as u8,
            Some(plain) => Letter::of(plain).map_or(OTHER, Letter::base),
            None => OTHER,
        },
    }
}

/// Does a trimmed plain value say that nothing is known: empty, a dash, `null`, `không rõ` …?
pub(crate) fn says_nothing(plain: &[u8]) -> bool {
    match plain {
        [] | [b'-' | b'?' | b'.' | b'/' | b'*' | b'_'] => true,
        [first, ..] if first.is_ascii_digit() => false,
        [b'k' | b'c' | b'n' | b'-' | b'?' | b'.' | b'/' | b'_' | b'#', ..] => {
            plain.iter().all(|b| b"-?./_ ".contains(b))
                || matches!(
                    plain,
                    b"k" | b"ko"
                        | b"khong"
                        | b"khong co"
                        | b"khong ro"
                        | b"khong biet"
                        | b"k co"
                        | b"k ro"
                        | b"ko co"
                        | b"ko ro"
                        | b"kr"
                        | b"chua co"
                        | b"chua ro"
                        | b"chua biet"
                        | b"chua cap"
                        | b"null"
                        | b"none"
                        | b"nan"
                        | b"na"
                        | b"n/a"
                        | b"#n/a"
                        | b"nil"
                )
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_clerks_type() {
        let plain = Plain::<32>::of(" Ngày\u{A0}05–tháng ７\u{200B} ").unwrap();
        assert_eq!(plain.trimmed(), b"ngay 05-thang 7");
        assert!(Plain::<4>::of("12345").is_none());
        assert_eq!(
            Plain::<8>::of("e\u{301}Ð♂\u{17E1}").unwrap().trimmed(),
            [b'e', b'd', OTHER, b'1']
        );
    }

    #[test]
    fn nothing_is_said_in_many_ways() {
        for text in ["", "-", "--", "?", "không rõ", "Chưa có", "NULL", "N/A", "--/--/----"] {
            assert!(says_nothing(Plain::<32>::of(text).unwrap().trimmed()), "{text}");
        }
        for text in ["0", "Nam", "/1950", "Nữ"] {
            assert!(!says_nothing(Plain::<32>::of(text).unwrap().trimmed()), "{text}");
        }
    }
}
