//! A small automaton that follows the tone mark of each word of a text.
//!
//! Normal text and text that only needs lower case are most of what passes here, so each character
//! costs two table look-ups and no decision. The automaton never misses a misplaced mark; where
//! it cannot know (`hòa` is right, `hòan` is not), it asks for the syllable to be read.

use super::seen::Seen;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::seen::Scan;
    use crate::syllable::{Syllable, Tone, ToneStyle, place_tone_to};
    use crate::text::Letter;
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
