//! Characters as the automaton of the clean room sees them: one table look-up by their bytes.

use super::scan::Class;
use crate::text::{Letter, is_blank};

/// What a character is, in one number: ASCII letter without marks in small (bits 0 to 7; what is no
/// letter of [`Letter`] has its own ASCII value or 0), class (8 to 11), letter (12), capital (13),
/// blank other than the space (14).
#[derive(Clone, Copy)]
pub(super) struct Seen(u16);

const LETTER: u16 = 1 << 12;
const CAPITAL: u16 = 1 << 13;
const OTHER_BLANK: u16 = 1 << 14;
const STRANGE: Seen = Seen((Class::Strange as u16) << 8);

impl Seen {
    #[inline]
    pub(super) fn class(self) -> usize {
        usize::from(self.0 >> 8 & 0xF)
    }

    #[inline]
    pub(super) const fn is(self, class: Class) -> bool {
        self.0 >> 8 & 0xF == class as u16
    }

    #[inline]
    pub(super) const fn is_letter(self) -> bool {
        self.0 & LETTER != 0
    }

    #[inline]
    pub(super) const fn is_capital(self) -> bool {
        self.0 & CAPITAL != 0
    }

    /// A blank of any kind.
    #[inline]
    pub(super) fn is_blank(self) -> bool {
        self.is(Class::Space) || self.0 & OTHER_BLANK != 0
    }

    /// The ASCII letter without marks, or the ASCII character itself; 0 for anything else.
    #[inline]
    pub(super) const fn byte(self) -> u8 {
        (self.0 & 0xFF) as u8
    }
}

/// U+0000 to U+007F, U+00C0 to U+01BF and U+1E80 to U+1EFF.
static ASCII: [Seen; 128] = seen_from(0);
static TWO: [Seen; 256] = seen_from(0xC0);
static THREE: [Seen; 128] = seen_from(0x1E80);

#[allow(clippy::indexing_slicing)] // At compile time only.
const fn seen_from<const N: usize>(start: usize) -> [Seen; N] {
    let mut table = [STRANGE; N];
    let mut at = 0;
    while at < N {
        table[at] = seen(start + at);
        at += 1;
    }
    table
}

/// A code point below U+0080, or from those of the tables.
pub(super) const fn seen(point: usize) -> Seen {
    if let Some(letter) = Letter::at(point) {
        let capital = if letter.is_upper() { CAPITAL } else { 0 };
        let class = letter_class(letter.id(), letter.tone() != 0) as u16;
        return Seen(letter.base() as u16 | class << 8 | LETTER | capital);
    }
    let class = match point {
        0x20 => Class::Space,
        0x2C => Class::Comma,
        // The backtick is an accent or an apostrophe.
        0x21..=0x5F | 0x61..=0x7E => Class::Other,
        _ => Class::Strange,
    };
    let byte = if point < 0x80 { point as u16 } else { 0 };
    let blank = if matches!(point, 0x09..=0x0D) { OTHER_BLANK } else { 0 };
    Seen(byte | (class as u16) << 8 | blank)
}

/// By [`Letter::id`].
const fn letter_class(id: u8, toned: bool) -> Class {
    match (id, toned) {
        (2 | 3 | 9 | 20 | 21 | 28, true) => Class::QualityToned,
        (2 | 3 | 9 | 20 | 21 | 28, false) => Class::Quality,
        (13, true) => Class::IToned,
        (13, false) => Class::I,
        (27, false) => Class::U,
        (1 | 8 | 19 | 27 | 32, true) => Class::PlainToned,
        (1 | 8 | 19 | 32, false) => Class::Plain,
        (11, _) => Class::G,
        (23, _) => Class::Q,
        _ => Class::Consonant,
    }
}

/// The characters of a text as the automaton sees them.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Byte offset of what comes next.
    #[inline(always)]
    pub(super) fn at(&self) -> usize {
        self.at
    }

    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<Seen> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(self.at)?;
        if first < 0x80 {
            self.at += 1;
            return ASCII.get(usize::from(first & 0x7F)).copied();
        }
        let second = *bytes.get(self.at + 1)?;
        if matches!(first, 0xC3..=0xC6) {
            self.at += 2;
            return TWO.get(usize::from(first - 0xC3) << 6 | usize::from(second & 0x3F)).copied();
        }
        if first == 0xE1 && second & 0xFE == 0xBA {
            let third = *bytes.get(self.at + 2)?;
            self.at += 3;
            return THREE.get(usize::from(second & 1) << 6 | usize::from(third & 0x3F)).copied();
        }
        let (seen, length) = rare(self.text, self.at);
        self.at += length;
        Some(seen)
    }
}

/// A character without a table, and its length.
#[cold]
#[inline(never)]
fn rare(text: &str, at: usize) -> (Seen, usize) {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(c) if is_blank(c) => (Seen(STRANGE.0 | OTHER_BLANK), c.len_utf8()),
        Some(c) if is_quiet(c) => (Seen((Class::Other as u16) << 8), c.len_utf8()),
        c => (STRANGE, c.map_or(1, char::len_utf8)),
    }
}

/// Khmer letters and signs that composition and case leave alone.
#[inline]
pub(super) fn is_quiet(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17B3}' | '\u{17B6}'..='\u{17D1}' | '\u{17E0}'..='\u{17E9}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn every_character_is_seen_as_it_is() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            let mut scan = Scan::new(&text);
            let seen = scan.next().unwrap();
            assert!(scan.next().is_none() && scan.at() == text.len(), "{c:?}");
            let letter = Letter::of(c);
            assert_eq!(seen.is_letter(), letter.is_some(), "{c:?}");
            assert_eq!(seen.is_capital(), letter.is_some_and(Letter::is_upper), "{c:?}");
            assert_eq!(seen.is_blank(), is_blank(c), "{c:?}");
            if let Some(letter) = letter {
                assert_eq!(seen.byte(), letter.base());
            }
        }
    }
}
