//! Case of words.

use super::letter::Letter;
use super::unicode::{is_alphabetic, is_lowercase, is_uppercase, lowercase, uppercase};
use alloc::string::String;

/// How the letters of a word are cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordCase {
    /// No letters that have a case.
    None,
    /// `nguyễn`
    Lower,
    /// `Nguyễn`; one capital alone, and `H'Mông`, whose parts are each in title case.
    Title,
    /// `NGUYỄN`
    Upper,
    /// Anything else: `NGUYễN`, `ThuÝ`, `McDonald`.
    Mixed,
}

/// Upper, lower or neither.
#[inline]
fn is_upper(c: char) -> Option<bool> {
    match Letter::of(c) {
        Some(letter) => Some(letter.is_upper()),
        None if c.is_ascii() => None,
        None if is_uppercase(c) => Some(true),
        None => is_lowercase(c).then_some(false),
    }
}

/// The case of a word. Apostrophe and hyphen part it: `H'Mông` and `K'Brơi` are in title case.
///
/// ```
/// use hoten::text::{WordCase, word_case};
/// assert_eq!(word_case("NGUYễN"), WordCase::Mixed);
/// assert_eq!(word_case("H'Mông"), WordCase::Title);
/// ```
#[must_use]
pub fn word_case(word: &str) -> WordCase {
    let (mut upper, mut lower, mut title, mut start) = (0_usize, 0_usize, true, true);
    for c in word.chars() {
        match is_upper(c) {
            Some(true) => {
                upper += 1;
                title &= start;
                start = false;
            }
            Some(false) => {
                lower += 1;
                title &= !start;
                start = false;
            }
            None => start |= matches!(c, '\'' | '-'),
        }
    }
    match (upper, lower) {
        (0, 0) => WordCase::None,
        (0, _) => WordCase::Lower,
        _ if title => WordCase::Title,
        (_, 0) => WordCase::Upper,
        _ => WordCase::Mixed,
    }
}

/// Appends the text in lower case.
pub fn lower_to(text: &str, out: &mut String) {
    out.reserve(text.len());
    for c in text.chars() {
        push_lower(c, out);
    }
}

#[inline]
fn push_lower(c: char, out: &mut String) {
    match Letter::of(c) {
        Some(letter) => out.push(letter.lower().to_char()),
        None if c.is_ascii() => out.push(c),
        None => out.extend(lowercase(c)),
    }
}

/// The capital of a letter, if it has one of its own that goes back to it (`ß` has none).
fn capital(c: char) -> char {
    let mut upper = uppercase(c);
    match (upper.next(), upper.next()) {
        (Some(one), None) if lowercase(one).eq([c]) => one,
        _ => c,
    }
}

/// Appends the word with a capital first letter and the rest small; both again after an apostrophe
/// or hyphen, as minority names are written.
///
/// ```
/// let mut out = String::new();
/// hoten::text::title_to("H'MÔNG", &mut out);
/// assert_eq!(out, "H'Mông");
/// ```
pub fn title_to(word: &str, out: &mut String) {
    out.reserve(word.len());
    let mut start = true;
    for c in word.chars() {
        match Letter::of(c) {
            Some(letter) => {
                out.push(if start { letter.upper() } else { letter.lower() }.to_char());
                start = false;
            }
            None if is_alphabetic(c) => {
                if start {
                    out.push(capital(c));
                } else {
                    out.extend(lowercase(c))
                }
                start = false;
            }
            None => {
                out.push(c);
                start |= matches!(c, '\'' | '-');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        for (word, case) in [
            ("nguyễn", WordCase::Lower),
            ("ĐỖ", WordCase::Upper),
            ("Y", WordCase::Title),
            ("K'Brơi", WordCase::Title),
            ("K'BRƠI", WordCase::Upper),
            ("ThuÝ", WordCase::Mixed),
            ("12/3", WordCase::None),
            ("", WordCase::None),
            ("សុខ", WordCase::None),
        ] {
            assert_eq!(word_case(word), case, "{word}");
        }
    }

    #[test]
    fn title_case() {
        for (word, title) in [("y", "Y"), ("BƠ-RÂU", "Bơ-Râu"), ("thuÝ", "Thuý"), ("ñăm", "Ñăm")]
        {
            let mut out = String::new();
            title_to(word, &mut out);
            assert_eq!(out, title);
        }
    }
}
