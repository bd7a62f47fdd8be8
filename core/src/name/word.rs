//! Looking at one written word without copying it to the heap.

use crate::lexicon::{self, WordFlags};
use crate::text::{Letter, plain_form};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Apostrophes as typed in H'Mông, K'Brơi (facts: vietnamese.md 1.4).
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{B4}') || plain_form(c) == Some('\'')
}

/// Letters that names are written with: Vietnamese, the marks of minority languages (ĕ ŏ č ñ),
/// Khmer, Chăm and Thái scripts. All else is probably text read with a wrong encoding.
pub(super) fn is_name_letter(c: char) -> bool {
    Letter::of(c).is_some()
        || matches!(
            c,
            'č' | 'Č' | 'ñ' | 'Ñ' | 'ĕ' | 'Ĕ' | 'ĭ' | 'Ĭ' | 'ŏ' | 'Ŏ' | 'ŭ' | 'Ŭ'
                | '\u{1780}'..='\u{17DD}' | '\u{AA00}'..='\u{AA4D}' | '\u{AA80}'..='\u{AADF}'
        )
        || is_combining_mark(c)
}

/// The word's characters in lower case.
pub(super) fn lower(word: &str) -> impl Iterator<Item = char> + Clone + '_ {
    word.chars().map(|c| match Letter::of(c) {
        Some(letter) => letter.lower().to_char(),
        None if is_apostrophe(c) => '\'',
        // No lower-case form of a letter that names use is longer than one character.
        None => c.to_lowercase().next().unwrap_or(c),
    })
}

/// Is this the word, in any case?
pub(super) fn spells(word: &str, lower_case: &str) -> bool {
    lower(word).eq(lower_case.chars())
}

/// A word folded to ASCII on the stack.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    bytes: [u8; Self::LIMIT],
    len: usize,
}

impl Folded {
    /// No word of the lexicon is longer.
    const LIMIT: usize = 12;

    /// The fold of a word; empty if it is too long to be known or has letters that are not Latin.
    pub(super) fn of(word: &str) -> Self {
        let mut folded = Self { bytes: [0; Self::LIMIT], len: 0 };
        for c in word.chars() {
            let byte = match Letter::of(c) {
                Some(letter) => letter.base(),
                None if is_apostrophe(c) => b'\'',
                None if is_combining_mark(c) => continue,
                None => match core::iter::once(c).nfd().next() {
                    Some(base) if base.is_ascii() => base.to_ascii_lowercase() as u8,
                    _ => return Self { len: 0, ..folded },
                },
            };
            let Some(place) = folded.bytes.get_mut(folded.len) else {
                return Self { len: 0, ..folded };
            };
            *place = byte;
            folded.len += 1;
        }
        folded
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    pub(super) fn flags(&self) -> Option<WordFlags> {
        lexicon::flags_by_fold(self.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_on_the_stack() {
        for (word, fold) in [
            ("Nguyễn", "nguyen"),
            ("ĐẶNG", "dang"),
            ("H\u{2019}Hen", "h'hen"),
            ("Êčăm", "ecam"),
            ("Thi\u{323}", "thi"),
            ("សុខ", ""),
            ("Nguyễnnnnnnnnnnn", ""),
        ] {
            assert_eq!(Folded::of(word).as_str(), fold);
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert!(spells("ĐỨC", "đức") && spells("Êčăm", "êčăm") && spells("K`", "k'"));
        assert!(!spells("Đức", "đưc") && !spells("Đức", "đ"));
    }
}
