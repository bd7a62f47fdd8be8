//! Words of a place or address, and keywords among them.

use super::plain::plain_byte;
use crate::text::{compose, is_blank, is_invisible};

/// What a word is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordKind {
    Letters,
    Digits,
    /// One character that is neither, as its plain byte.
    Mark(u8),
}

/// A word of a text, by its bytes.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: WordKind,
    /// Up to eight plain letters, see [`key`]; 0 for longer words.
    pub(crate) key: u64,
    /// Some letter carries a mark.
    pub(crate) marked: bool,
}

/// The words of a text in order: runs of letters, runs of digits, and single other characters;
/// blanks and invisible characters are left out.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The word that comes next, not taken.
    pub(crate) fn peek(mut self) -> Option<Word> {
        self.next()
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let mut word: Option<Word> = None;
        let mut letters = 0_u32;
        for (offset, c) in self.text.get(self.at..)?.char_indices() {
            let (start, end) = (self.at + offset, self.at + offset + c.len_utf8());
            let kind = match plain_byte(c) {
                // Combining marks belong to the letter before them.
                None if word.is_some() && !is_invisible(c) => WordKind::Letters,
                None => continue,
                Some(b' ') if is_blank(c) => match word {
                    Some(_) => break,
                    None => continue,
                },
                Some(b'0'..=b'9') => WordKind::Digits,
                Some(b'a'..=b'z') => WordKind::Letters,
                Some(_) if c.is_alphabetic() => WordKind::Letters,
                Some(byte) => WordKind::Mark(byte),
            };
            let word = match &mut word {
                Some(word) if word.kind == kind && !matches!(kind, WordKind::Mark(_)) => word,
                Some(_) => break,
                None => word.insert(Word { start, end, kind, key: 0, marked: false }),
            };
            word.end = end;
            word.marked |= kind == WordKind::Letters && !c.is_ascii();
            if let (WordKind::Letters, Some(byte)) = (kind, plain_byte(c)) {
                letters += 1;
                word.key = if letters <= 8 { word.key << 8 | u64::from(byte) } else { 0 };
            }
        }
        if let Some(word) = word {
            self.at = word.end;
        } else {
            self.at = self.text.len();
        }
        word
    }
}

/// A plain word of up to eight letters as a number: keywords are found by comparing numbers.
pub(crate) const fn key(word: &str) -> u64 {
    let mut bytes = word.as_bytes();
    let mut key = 0;
    while let [first, rest @ ..] = bytes {
        key = key << 8 | *first as u64;
        bytes = rest;
    }
    key
}

/// Is any letter of the text marked? Then a word without marks was meant without them.
pub(crate) fn is_marked(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
}

/// A word that names what follows: `xã`, `ấp`, `tổ` …
pub(crate) struct Keyword<T: 'static> {
    /// Its plain form, see [`key`].
    pub(crate) key: u64,
    /// Its right spelling in lower case.
    pub(crate) spelled: &'static str,
    /// Without marks it is another word that names contain (Quan, Xa): not taken for this one
    /// in a text that has marks elsewhere.
    pub(crate) shared: bool,
    pub(crate) means: T,
}

impl<T> Keyword<T> {
    pub(crate) const fn new(plain: &str, spelled: &'static str, shared: bool, means: T) -> Self {
        Self { key: key(plain), spelled, shared, means }
    }

    /// Is the word this keyword? Marks, where there are any, must be the right ones (`Phượng` is a
    /// name, `phường` is not).
    pub(crate) fn is(&self, word: &Word, text: &str, marked: bool) -> bool {
        word.key == self.key
            && if word.marked {
                let raw = compose(text.get(word.start..word.end).unwrap_or_default());
                same_lower(&raw, self.spelled)
            } else {
                !(marked && self.shared)
            }
    }
}

fn same_lower(raw: &str, spelled: &str) -> bool {
    raw.chars().flat_map(char::to_lowercase).eq(spelled.chars())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn words_of_an_address() {
        let text = "Số 12/3A,  Tô\u{309} 03 (KP2)";
        let words: Vec<_> = Words::of(text).map(|w| &text[w.start..w.end]).collect();
        assert_eq!(words, ["Số", "12", "/", "3", "A", ",", "Tô\u{309}", "03", "(", "KP", "2", ")"]);
        let group = Words::of(text).nth(6).unwrap();
        assert_eq!(group.key, key("to"));
        assert!(group.marked);
        assert_eq!(Words::of(" \u{200B} ").count(), 0);
    }

    #[test]
    fn marks_tell_keywords_from_names() {
        let ward = Keyword::new("phuong", "phường", true, ());
        let is = |text: &str| ward.is(&Words::of(text).next().unwrap(), text, is_marked(text));
        for text in ["Phường 1", "PHƯỜNG 1", "phu\u{31B}o\u{31B}\u{300}ng 1", "phuong 1"] {
            assert!(is(text), "{text}");
        }
        for text in ["Phượng Tiến", "Phương", "Phuong Tiến", "Phu"] {
            assert!(!is(text), "{text}");
        }
    }
}
