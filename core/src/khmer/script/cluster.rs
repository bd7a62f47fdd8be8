//! One letter with all that hangs on it, whatever order it was typed in.
//!
//! The order written is Unicode's for Khmer (core specification, chapter 16.4): base, robat,
//! register shifter, subscripts (ro last), vowel, nikahit, other signs by code point.

use super::letter::{self, Kind, at, glyph, place};
use crate::text::is_invisible;
use core::str::Chars;

/// More subscripts than any word has: what is beyond begins a letter of its own.
const MOST_SUBSCRIPTS: usize = 3;
/// No vowel, no shifter.
pub(super) const NONE: u8 = 0;
pub(super) const MUUSIKATOAN: u8 = 0x49;
pub(super) const TRIISAP: u8 = 0x4A;
const FIRST_SIGN: u8 = 0x46;
const AA: u8 = 0x36;
const U: u8 = 0x3B;
const II: u8 = 0x38;
const OE: u8 = 0x3E;
const E: u8 = 0x41;
const OO: u8 = 0x44;
const AU: u8 = 0x45;

/// Signs as bits, from nikahit on.
pub(super) mod signs {
    pub(in super::super) const NIKAHIT: u16 = 1;
    pub(in super::super) const REAHMUK: u16 = 1 << 1;
    pub(in super::super) const YUUKALEAPINTU: u16 = 1 << 2;
    pub(in super::super) const BANTOC: u16 = 1 << 5;
    pub(in super::super) const ROBAT: u16 = 1 << 6;
    pub(in super::super) const TOANDAKHIAT: u16 = 1 << 7;
    pub(in super::super) const SAMYOK: u16 = 1 << 10;
    pub(in super::super) const VIRIAM: u16 = 1 << 11;
}

/// A letter and its signs; all are places in the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cluster {
    pub(super) base: u8,
    subscripts: [u8; MOST_SUBSCRIPTS],
    count: u8,
    pub(super) shifter: u8,
    pub(super) vowel: u8,
    pub(super) signs: u16,
    /// A ុ stands for the shifter.
    drawn: bool,
}

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Cluster(Cluster),
    /// Any other character, also a Khmer sign that fits no letter.
    Loose(char),
}

/// The parts of a text in order.
#[derive(Debug, Clone)]
pub(super) struct Items<'a>(pub(super) Chars<'a>);

impl Iterator for Items<'_> {
    type Item = Item;

    #[inline]
    fn next(&mut self) -> Option<Item> {
        loop {
            let c = self.0.next()?;
            match place(c) {
                Some((Kind::Letter, base)) => return Some(Item::Cluster(self.cluster(base))),
                // A subscript below nothing is a letter; a coeng before nothing is nothing.
                Some((Kind::Coeng | Kind::Nothing, _)) => {}
                _ => return Some(Item::Loose(c)),
            }
        }
    }
}

impl Items<'_> {
    fn cluster(&mut self, base: u8) -> Cluster {
        let mut cluster = Cluster::new(base);
        loop {
            let mut ahead = self.0.clone();
            let Some(c) = ahead.next() else { break };
            let taken = match place(c) {
                Some((Kind::Letter, _)) => false,
                Some((Kind::Coeng, _)) => match subscript(&mut ahead) {
                    Some(letter) => cluster.take_subscript(letter),
                    // Without a letter the coeng is dropped.
                    None => true,
                },
                Some((Kind::Nothing, _)) => true,
                Some((Kind::Vowel, vowel)) => cluster.take_vowel(vowel),
                Some((Kind::Shifter, shifter)) => cluster.take_shifter(shifter),
                Some((_, sign)) => {
                    cluster.take_sign(1 << (sign - FIRST_SIGN));
                    true
                }
                None => is_invisible(c),
            };
            if !taken {
                break;
            }
            self.0 = ahead;
        }
        cluster.finish();
        cluster
    }
}

/// The letter that a coeng puts below, past what nobody sees; stops before anything else.
fn subscript(ahead: &mut Chars<'_>) -> Option<u8> {
    loop {
        let mut after = ahead.clone();
        let c = after.next()?;
        match place(c) {
            Some((Kind::Letter, letter)) => {
                *ahead = after;
                return Some(letter);
            }
            Some((Kind::Coeng | Kind::Nothing, _)) => *ahead = after,
            None if is_invisible(c) => *ahead = after,
            _ => return None,
        }
    }
}

impl Cluster {
    fn new(base: u8) -> Cluster {
        let (base, vowel) = match base {
            // Deprecated ឣ is អ, ឤ is អា; ឲ is another shape of ឱ (Unicode, chapter 16.4).
            0x23 => (at::QA, NONE),
            0x24 => (at::QA, AA),
            0x32 => (0x31, NONE),
            base => (base, NONE),
        };
        let subscripts = [0; MOST_SUBSCRIPTS];
        Cluster { base, subscripts, count: 0, shifter: NONE, vowel, signs: 0, drawn: false }
    }

    pub(super) fn subscripts(&self) -> &[u8] {
        self.subscripts.get(..usize::from(self.count)).unwrap_or_default()
    }

    /// Ro below stands left of the letter, so that its place among subscripts does not show.
    fn take_subscript(&mut self, letter: u8) -> bool {
        // ្ដ and ្ត are drawn alike.
        let letter = if letter == at::DA { at::TA } else { letter };
        let held = self.subscripts();
        let ro = usize::from(held.last() == Some(&at::RO));
        let place = held.len() - ro;
        let before = place.checked_sub(1).and_then(|last| held.get(last));
        if before == Some(&letter) || ro == 1 && letter == at::RO {
            return true;
        }
        if held.len() == MOST_SUBSCRIPTS {
            return false;
        }
        if let Some(slots) = self.subscripts.get_mut(place..) {
            slots.rotate_right(1);
            if let Some(slot) = slots.first_mut() {
                *slot = letter;
            }
        }
        self.count += 1;
        true
    }

    /// Vowels typed in pieces are one; what shows the same twice is once.
    fn take_vowel(&mut self, vowel: u8) -> bool {
        if vowel == U && self.signs & signs::SAMYOK != 0 {
            self.drawn = true;
            return true;
        }
        let pair = (self.vowel.min(vowel), self.vowel.max(vowel));
        self.vowel = match pair {
            (NONE, vowel) => vowel,
            (one, other) if one == other => one,
            (AA, E) | (AA | E, OO) => OO,
            (II, E) | (II | OE, OE | E) => OE,
            (E | OO, AU) => AU,
            // Below a vowel that stands above, a shifter is drawn as ុ.
            (0x37..=0x3A, U) | (U, OE) => {
                self.drawn = true;
                if pair.0 == U { pair.1 } else { pair.0 }
            }
            _ => return false,
        };
        true
    }

    /// Each sign is once; below ័ too a shifter is drawn as ុ.
    fn take_sign(&mut self, sign: u16) {
        self.signs |= sign;
        if sign == signs::SAMYOK && self.vowel == U {
            self.vowel = NONE;
            self.drawn = true;
        }
    }

    fn take_shifter(&mut self, shifter: u8) -> bool {
        if self.shifter == NONE {
            self.shifter = shifter;
        }
        self.shifter == shifter
    }

    /// The shifter drawn as ុ is the one that changes the series of the letter.
    fn finish(&mut self) {
        if self.drawn && self.shifter == NONE {
            let second = letter::letter(self.base).second;
            self.shifter = if second { MUUSIKATOAN } else { TRIISAP };
        }
    }

    /// The characters in canonical order.
    pub(super) fn write(&self, mut emit: impl FnMut(char)) {
        const COENG: char = '\u{17D2}';
        emit(glyph(self.base));
        if self.signs & signs::ROBAT != 0 {
            emit('\u{17CC}');
        }
        if self.shifter != NONE {
            emit(glyph(self.shifter));
        }
        for &subscript in self.subscripts() {
            emit(COENG);
            emit(glyph(subscript));
        }
        if self.vowel != NONE {
            emit(glyph(self.vowel));
        }
        let mut rest = self.signs & !signs::ROBAT;
        while rest != 0 {
            emit(glyph(FIRST_SIGN + rest.trailing_zeros() as u8));
            rest &= rest - 1;
        }
    }
}
