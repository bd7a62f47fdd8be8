//! A small automaton that follows the tone mark of each word of a text.
//!
//! Normal text and text that only needs lower case are most of what passes here, so each character
//! costs two table look-ups and no decision. The automaton never misses a misplaced mark; where
//! it cannot know (`hòa` is right, `hòan` is not), it asks for the syllable to be read.

use crate::text::{Letter, is_blank};

/// What a character is to the automaton, whatever its case.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Class {
    Consonant,
    G,
    Q,
    /// a e o y
    Plain,
    U,
    I,
    PlainToned,
    IToned,
    /// ă â ê ô ơ ư
    Quality,
    QualityToned,
    Space,
    Comma,
    /// Digits, punctuation, quiet letters of other scripts.
    Other,
    /// Needs the careful path.
    Strange,
}

/// Where in a word the automaton stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum State {
    /// At the start, or after a blank.
    Blank,
    /// After a digit, punctuation, another script.
    Other,
    /// After a comma, which no letter may follow (`H,Mông`).
    Comma,
    /// Consonants only, or `qu`.
    Onset,
    Q,
    G,
    /// `gi`, whose i may be the vowel.
    Gi,
    /// `gì`
    GiToned,
    /// One plain vowel: `o`.
    One,
    /// Several plain vowels: `uy`.
    Many,
    /// An untoned quality vowel among the vowels: `uyê`.
    Quality,
    /// The quality vowel carries the mark: `uyễ`.
    QualityToned,
    /// The first vowel is plain and carries it: `ó`.
    First,
    /// And a plain vowel follows: `óa`.
    FirstOpen,
    /// The second of two plain vowels carries it: `oá`. Right if a consonant or plain vowel follows.
    Second,
    /// Nothing that follows in this word can make the mark misplaced.
    Settled,
    /// The syllable must be read.
    Doubt,
    /// The careful path must be taken.
    Strange,
}

/// By state (from bit 4) and class (bits 0 to 3).
static NEXT: [State; 512] = transitions();

const fn step(state: State, class: Class) -> State {
    use Class as C;
    use State as S;
    let starts = matches!(state, S::Blank | S::Other | S::Comma);
    match (state, class) {
        (S::Strange, _) | (_, C::Strange) => S::Strange,
        (S::Blank, C::Space) => S::Strange,
        (_, C::Space) => S::Blank,
        (_, C::Other) => S::Other,
        (_, C::Comma) => S::Comma,
        (S::Comma, _) => S::Strange,
        (S::Doubt, _) => S::Doubt,
        (S::Settled, _) => S::Settled,
        (_, C::G) if starts => S::G,
        (_, C::Q) if starts => S::Q,
        (S::Blank | S::Other | S::Onset | S::G | S::Q, C::Consonant | C::G | C::Q) => S::Onset,
        (S::Q, C::U) => S::Onset,
        (S::Q, C::PlainToned) => S::Doubt,
        (S::G, C::I) => S::Gi,
        (S::G, C::IToned) => S::GiToned,
        (S::GiToned, C::Consonant | C::G | C::Q) => S::Settled,
        (S::GiToned, _) => S::Doubt,
        // A consonant after the vowels.
        (S::FirstOpen, C::Consonant | C::G | C::Q) => S::Doubt,
        (_, C::Consonant | C::G | C::Q) => S::Settled,
        // First vowel.
        (S::Blank | S::Other | S::Onset | S::G | S::Q | S::Gi, vowel) => match vowel {
            C::Quality => S::Quality,
            C::QualityToned => S::QualityToned,
            C::PlainToned | C::IToned => S::First,
            _ => S::One,
        },
        (S::One, C::Plain | C::U | C::I) => S::Many,
        (S::One, C::PlainToned | C::IToned) => S::Second,
        (S::One | S::Many, C::Quality) => S::Quality,
        (S::One | S::Many | S::Quality, C::QualityToned) => S::QualityToned,
        (S::Many, C::Plain | C::U | C::I) => S::Many,
        (S::Quality, C::Plain | C::U | C::I | C::Quality) => S::Quality,
        (S::QualityToned, C::Plain | C::U | C::I) => S::QualityToned,
        (S::First, C::Plain | C::U | C::I) => S::FirstOpen,
        (S::Second, C::Plain | C::U | C::I) => S::Settled,
        _ => S::Doubt,
    }
}

// Runs at compile time only: an index out of range would be a build error.
#[allow(clippy::indexing_slicing)]
const fn transitions() -> [State; 512] {
    let classes = [
        Class::Consonant,
        Class::G,
        Class::Q,
        Class::Plain,
        Class::U,
        Class::I,
        Class::PlainToned,
        Class::IToned,
        Class::Quality,
        Class::QualityToned,
        Class::Space,
        Class::Comma,
        Class::Other,
        Class::Strange,
    ];
    let states = [
        State::Blank,
        State::Other,
        State::Comma,
        State::Onset,
        State::Q,
        State::G,
        State::Gi,
        State::GiToned,
        State::One,
        State::Many,
        State::Quality,
        State::QualityToned,
        State::First,
        State::FirstOpen,
        State::Second,
        State::Settled,
        State::Doubt,
        State::Strange,
    ];
    let mut next = [State::Strange; 512];
    let mut from = 0;
    while from < states.len() {
        let mut class = 0;
        while class < classes.len() {
            next[(states[from] as usize) << 4 | classes[class] as usize] =
                step(states[from], classes[class]);
            class += 1;
        }
        from += 1;
    }
    next
}

impl State {
    #[inline]
    pub(super) fn next(self, seen: Seen) -> Self {
        let at = (self as usize) << 4 | seen.class();
        NEXT.get(at & 0x1FF).copied().unwrap_or(Self::Strange)
    }

    /// Must the run of letters that ends here be read as a syllable?
    #[inline]
    pub(super) fn is_doubtful(self) -> bool {
        matches!(self, Self::Second | Self::Doubt)
    }
}

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
    fn class(self) -> usize {
        usize::from(self.0 >> 8 & 0xF)
    }

    #[inline]
    pub(super) fn is(self, class: Class) -> bool {
        self.class() == class as usize
    }

    #[inline]
    pub(super) fn is_letter(self) -> bool {
        self.0 & LETTER != 0
    }

    #[inline]
    pub(super) fn is_capital(self) -> bool {
        self.0 & CAPITAL != 0
    }

    /// A blank of any kind.
    #[inline]
    pub(super) fn is_blank(self) -> bool {
        self.is(Class::Space) || self.0 & OTHER_BLANK != 0
    }

    /// The ASCII letter without marks, or the ASCII character itself; 0 for anything else.
    #[inline]
    pub(super) fn byte(self) -> u8 {
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

const fn seen(point: usize) -> Seen {
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
    use crate::syllable::{Syllable, Tone, ToneStyle, place_tone_to};
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    fn doubtful(word: &str) -> bool {
        let (mut scan, mut end) = (Scan::new(word), State::Blank);
        while let Some(seen) = scan.next() {
            end = end.next(seen);
        }
        assert_ne!(end, State::Strange, "{word}");
        end.is_doubtful()
    }

    /// Every syllable with its mark on every vowel: what moves is never missed.
    #[test]
    fn no_misplaced_mark_is_missed() {
        let (mut doubts, mut words) = (0, 0);
        for syllable in Syllable::all().filter(|syllable| syllable.tone() != Tone::Ngang) {
            let bare: Vec<Letter> = syllable
                .to_string()
                .chars()
                .map(|c| Letter::of(c).unwrap().without_tone())
                .collect();
            doubts += usize::from(doubtful(&syllable.to_string()));
            words += 1;
            for at in 0..bare.len() {
                let Some(moved) = bare[at].with_tone(syllable.tone() as u8) else { continue };
                let mut written: Vec<char> = bare.iter().map(|letter| letter.to_char()).collect();
                written[at] = moved.to_char();
                let written: String = written.iter().collect();
                let mut out = String::new();
                if place_tone_to(&written, ToneStyle::Old, &mut out) {
                    assert!(doubtful(&written), "{written}");
                    assert!(doubtful(&written.to_uppercase()), "{written}");
                }
            }
        }
        // Few well placed marks are in doubt, or the automaton would be of no use.
        assert!(doubts * 50 < words, "{doubts} of {words}");
    }

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

    #[test]
    fn usual_words_are_not_in_doubt() {
        for word in [
            "nguyễn", "thị", "hòa", "thúy", "hoàn", "quý", "già", "giáo", "hải", "của", "được",
            "gì", "quyền",
        ] {
            assert!(!doubtful(word), "{word}");
        }
        for word in ["hoà", "hùynh", "qúy", "gìa", "hòan"] {
            assert!(doubtful(word), "{word}");
        }
    }
}
