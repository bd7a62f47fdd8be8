//! Words of a place or address, and keywords among them.

use super::plain::plain_byte;
use crate::text::{Letter, Mark, is_alphabetic, is_invisible};

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
/// blanks and invisible characters are left out. The next word is known before it is taken, so
/// that looking ahead reads nothing twice.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    text: &'a str,
    next: Option<Word>,
}

impl<'a> Words<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { text, next: read(text, 0) }
    }

    /// The word that comes next, not taken.
    #[inline]
    pub(crate) fn peek(&self) -> Option<Word> {
        self.next
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        let word = self.next?;
        self.next = read(self.text, word.end);
        Some(word)
    }
}

/// The first word from byte `from` on.
fn read(text: &str, from: usize) -> Option<Word> {
    let mut chars = text.get(from..)?.char_indices();
    let (start, first, class) = loop {
        let (offset, c) = chars.next()?;
        match class_of(c) {
            Class::Blank | Class::Nothing | Class::Combining => {}
            class => break (from + offset, c, class),
        }
    };
    let end = start + first.len_utf8();
    let mut word = Word { start, end, kind: WordKind::Digits, key: 0, marked: false };
    match class {
        Class::Letter(byte) => {
            word.kind = WordKind::Letters;
            word.key = u64::from(byte);
            word.marked = !first.is_ascii();
            let mut letters = 1_u32;
            for (offset, c) in chars {
                match class_of(c) {
                    Class::Letter(byte) => {
                        letters += 1;
                        word.key = if letters <= 8 { word.key << 8 | u64::from(byte) } else { 0 };
                    }
                    Class::Combining => {}
                    Class::Nothing => continue,
                    _ => break,
                }
                word.end = from + offset + c.len_utf8();
                word.marked |= !c.is_ascii();
            }
        }
        Class::Digit => {
            for (offset, c) in chars {
                match class_of(c) {
                    Class::Digit => word.end = from + offset + c.len_utf8(),
                    Class::Nothing => {}
                    _ => break,
                }
            }
        }
        Class::Mark(byte) => word.kind = WordKind::Mark(byte),
        Class::Blank | Class::Nothing | Class::Combining => {}
    }
    Some(word)
}

/// What a character is to words.
#[derive(Clone, Copy)]
enum Class {
    /// With its plain byte.
    Letter(u8),
    Digit,
    Mark(u8),
    Blank,
    /// Belongs to the letter before it.
    Combining,
    /// Not seen: belongs nowhere.
    Nothing,
}

#[inline]
fn class_of(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter(c as u8 | 0x20),
        '0'..='9' => Class::Digit,
        ' ' => Class::Blank,
        '!'..='~' => Class::Mark(c as u8),
        _ => match Letter::of(c) {
            Some(letter) => Class::Letter(letter.base()),
            None => rare_class(c),
        },
    }
}

fn rare_class(c: char) -> Class {
    match plain_byte(c) {
        None if is_invisible(c) => Class::Nothing,
        None => Class::Combining,
        Some(b' ') => Class::Blank,
        Some(b'0'..=b'9') => Class::Digit,
        Some(byte) if byte.is_ascii_lowercase() || is_alphabetic(c) => Class::Letter(byte),
        Some(byte) => Class::Mark(byte),
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
    !text.is_ascii()
        && text.chars().any(|c| !c.is_ascii() && (Letter::of(c).is_some() || is_alphabetic(c)))
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
                same_lower(text.get(word.start..word.end).unwrap_or_default(), self.spelled)
            } else {
                !(marked && self.shared)
            }
    }
}

/// Are these the letters of `spelled`, whatever their case and however their marks are written?
fn same_lower(raw: &str, spelled: &str) -> bool {
    let mut wanted = spelled.chars();
    let mut raw = raw.chars().filter(|&c| !is_invisible(c)).peekable();
    while let Some(mut letter) = raw.next().and_then(Letter::of) {
        while let Some(marked) = raw.peek().and_then(|&c| letter.with_mark(Mark::combining(c)?)) {
            letter = marked;
            raw.next();
        }
        if wanted.next() != Some(letter.lower().to_char()) {
            return false;
        }
        if raw.peek().is_none() {
            return wanted.next().is_none();
        }
    }
    false
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
