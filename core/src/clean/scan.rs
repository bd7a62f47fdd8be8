//! A small automaton that follows the tone mark of each word of a text.
//!
//! Normal text and text that only needs lower case are most of what passes here, so each character
//! costs two table look-ups and no decision. The automaton never misses a misplaced mark; where
//! it cannot know (`hòa` is right, `hòan` is not), it asks for the syllable to be read.

use crate::text::Letter;

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

const CLASSES: usize = 16;

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

const STATES: usize = 18;

static NEXT: [[State; CLASSES]; STATES] = table();

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
const fn table() -> [[State; CLASSES]; STATES] {
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
    let mut next = [[State::Strange; CLASSES]; STATES];
    let mut from = 0;
    while from < states.len() {
        let mut class = 0;
        while class < classes.len() {
            next[from][class] = step(states[from], classes[class]);
            class += 1;
        }
        from += 1;
    }
    next
}

impl State {
    #[inline]
    pub(super) fn next(self, class: Class) -> Self {
        NEXT.get(self as usize)
            .and_then(|row| row.get(class as usize))
            .copied()
            .unwrap_or(Self::Strange)
    }

    /// Must the run of letters that ends here be read as a syllable?
    #[inline]
    pub(super) fn is_doubtful(self) -> bool {
        matches!(self, Self::Second | Self::Doubt)
    }
}

/// The class of a letter.
#[inline]
pub(super) fn letter_class(letter: Letter) -> Class {
    let row = if letter.tone() == 0 { &UNTONED } else { &TONED };
    row.get(usize::from(letter.id())).copied().unwrap_or(Class::Strange)
}

static UNTONED: [Class; 64] = classes(false);
static TONED: [Class; 64] = classes(true);

/// By [`Letter::id`].
#[allow(clippy::indexing_slicing)] // At compile time only.
const fn classes(toned: bool) -> [Class; 64] {
    let mut classes = [Class::Strange; 64];
    let mut id = 1;
    while id < 34 {
        classes[id] = match (id, toned) {
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
        };
        id += 1;
    }
    classes
}

/// The class of a character that is no letter of [`Letter`].
#[inline]
pub(super) fn other_class(c: char) -> Class {
    match c {
        ' ' => Class::Space,
        ',' => Class::Comma,
        '`' => Class::Strange,
        '!'..='~' => Class::Other,
        c if is_quiet(c) => Class::Other,
        _ => Class::Strange,
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
        let end = word.chars().fold(State::Blank, |state, c| {
            state.next(Letter::of(c).map_or_else(|| other_class(c), letter_class))
        });
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
