//! Taking marks off.

use super::letter::Letter;
use super::lookalike::spacing_mark;
use super::unicode;
use alloc::{borrow::Cow, string::String};

/// The text without marks: Vietnamese letters become ASCII (đ becomes d), other Latin letters lose
/// their accents (`ñ` n, `č` c, `ŏ` o). Case stays, and so do other scripts.
///
/// Borrowed if the text is ASCII. Expects composed text; loose combining marks and accents (`˜`)
/// after a Latin letter are dropped too.
///
/// ```
/// assert_eq!(hoten::text::strip_marks("Đặng Thị Hòa"), "Dang Thi Hoa");
/// ```
#[must_use]
pub fn strip_marks(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    strip_marks_to(text, &mut out);
    Cow::Owned(out)
}

/// Appends [`strip_marks`] of the text to `out`.
pub fn strip_marks_to(text: &str, out: &mut String) {
    out.reserve(text.len());
    let mut latin = false;
    for c in text.chars() {
        if c.is_ascii() {
            latin = c.is_ascii_alphabetic();
            out.push(c);
        } else if let Some(letter) = Letter::of(c) {
            latin = true;
            let base = letter.base();
            out.push(char::from(if letter.is_upper() { base.to_ascii_uppercase() } else { base }));
        } else {
            strip_other(c, &mut latin, out);
        }
    }
}

/// Does the character join the one before it: a combining mark of any script?
#[must_use]
pub fn is_mark(c: char) -> bool {
    unicode::is_combining_mark(c)
}

/// Is it a combining mark of the kind Latin letters carry?
pub(crate) fn is_loose_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

#[cold]
fn strip_other(c: char, latin: &mut bool, out: &mut String) {
    if is_loose_mark(c) || spacing_mark(c).is_some() {
        if !*latin {
            out.push(c);
        }
    } else if is_mark(c) {
        // A mark of another script hides no letter from the marks that follow.
        out.push(c);
    } else {
        let base = latin_base(c);
        *latin = base.is_some();
        out.push(base.unwrap_or(c));
    }
}

/// The ASCII letter of a composed Latin letter: the `n` of `ñ`, the `D` of `Đ`.
pub(crate) fn latin_base(c: char) -> Option<char> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(c),
        '\u{D0}' | '\u{110}' | '\u{189}' => Some('D'),
        '\u{F0}' | '\u{111}' | '\u{256}' => Some('d'),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
            Some(unicode::base(c)).filter(char::is_ascii_alphabetic)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_scripts_stay() {
        for (text, bare) in [
            ("ĐƯỜNG Ðức ỵ", "DUONG Duc y"),
            ("ñăm čư̆ Ŏ", "nam cu O"),
            ("សុខ ñ", "សុខ n"),
            ("", ""),
            ("Stra\u{df}e", "Stra\u{df}e"),
            ("a\u{2dc}x\u{5b0}\u{301} \u{2dc}", "ax\u{5b0} \u{2dc}"),
        ] {
            assert_eq!(strip_marks(text), bare);
        }
    }
}
