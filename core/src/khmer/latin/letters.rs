//! Text to letters: one byte each, tones and case gone, Vietnamese quality marks kept.

use crate::text::{Letter, is_mark, latin_base};

/// Letters read of one text; what stands behind them says nothing more about who is meant.
pub(super) const LONGEST: usize = 64;

/// ă â đ ê ô ơ ư as one byte: a capital, since all other letters are small.
pub(super) const A_BREVE: u8 = b'A';
pub(super) const A_HAT: u8 = b'W';
pub(super) const D_STROKE: u8 = b'D';
pub(super) const E_HAT: u8 = b'E';
pub(super) const O_HAT: u8 = b'O';
pub(super) const O_HORN: u8 = b'X';
pub(super) const U_HORN: u8 = b'U';

/// Between words.
pub(super) const GAP: u8 = b' ';

/// The letters of a text. Words are divided by one [`GAP`]; none stands at either end.
pub(super) struct Letters {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self { bytes: [0; LONGEST], len: 0 };
        for c in text.chars() {
            if letters.len == LONGEST {
                break;
            }
            if c.is_ascii_lowercase() {
                letters.push(c as u8);
            } else if c == ' ' {
                letters.gap();
            } else {
                letters.push_rare(c);
            }
        }
        if letters.bytes().last() == Some(&GAP) {
            letters.len -= 1;
        }
        letters
    }

    fn push_rare(&mut self, c: char) {
        if let Some(letter) = Letter::of(c) {
            self.push(byte(letter));
        } else if let Some(base) = latin_base(c) {
            self.push(base.to_ascii_lowercase() as u8);
        } else if matches!(c, 'œ' | 'Œ') {
            self.push(b'o');
            self.push(b'e');
        } else if !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2BC}' | '`') && !is_mark(c) {
            self.gap();
        }
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn gap(&mut self) {
        if self.bytes().last().is_some_and(|&last| last != GAP) {
            self.push(GAP);
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// The byte of a letter, whatever its tone and case.
fn byte(letter: Letter) -> u8 {
    match (letter.base(), letter.without_tone().lower().to_char()) {
        (_, 'ă') => A_BREVE,
        (_, 'â') => A_HAT,
        (_, 'đ') => D_STROKE,
        (_, 'ê') => E_HAT,
        (_, 'ô') => O_HAT,
        (_, 'ơ') => O_HORN,
        (_, 'ư') => U_HORN,
        (base, _) => base,
    }
}
