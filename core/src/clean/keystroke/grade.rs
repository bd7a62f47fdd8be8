//! Can the keys in a word be letters of a name?
//!
//! `Max`, `Sar`, `Musa`, `Lee`, `Vaj` and `Dawn` are names, and Telex reads Mã, Sả, Múa, Lê, Vạ and
//! Dăn. Keys prove something only where names of no language of the registers (English, Khmer in
//! Latin letters, Chăm Muslim names, Hmong RPA, Korean, Chinese) have such letters.

use super::replay::{Act, Key, Method, Replay};
use crate::lexicon;
use crate::text::Letter;

/// Does the word show by itself that it was typed without an input method? A `usual` name part does,
/// whatever else the word may be.
pub(super) fn is_telling(word: &str, replay: &Replay, method: Method, usual: bool) -> bool {
    let mut spelled = Spelled { letters: [0; 16], len: 0, keys: &replay.keys };
    for (slot, c) in spelled.letters.iter_mut().zip(word.chars()) {
        *slot = Letter::of(c).map_or(c as u8, Letter::base);
        spelled.len += 1;
    }
    if replay.keys.iter().any(|key| key.act == Act::Level) {
        return false;
    }
    match method {
        Method::Telex => {
            usual && !spelled.parts_vowels() && !is_foreign(word) || spelled.is_telex(replay.marked)
        }
        Method::Vni => spelled.is_vni() || spelled.is_unknown(),
    }
}

/// Names of other languages that Telex reads as a usual part: Lê, Mã, Tạ.
fn is_foreign(word: &str) -> bool {
    ["Lee", "Max", "Taj"].iter().any(|name| word.eq_ignore_ascii_case(name))
}

/// The characters of a word as small ASCII letters, and which of them are keys.
struct Spelled<'a> {
    letters: [u8; 16],
    len: usize,
    keys: &'a [Key],
}

impl Spelled<'_> {
    /// Is there a tone key other than f between two vowels, as in Hari?
    fn parts_vowels(&self) -> bool {
        self.keys.iter().any(|key| {
            key.act == Act::Tone
                && self.at(key.at) != b'f'
                && self.coda(key.at).is_empty()
                && self.is_vowel(key.at + 1)
        })
    }

    /// Is the word before the digit no name part? A person of that name has no namesakes to number.
    fn is_unknown(&self) -> bool {
        let word = self.letters.get(..self.len.saturating_sub(1)).unwrap_or_default();
        lexicon::flags_by_fold(word).is_none()
    }

    /// A digit at the end is how lists tell two persons of one name apart (`Hoa2`).
    fn is_vni(&self) -> bool {
        let last = self.len.wrapping_sub(1);
        !matches!(self.keys, [Key { act: Act::Tone | Act::Level, at }] if *at == last)
    }

    fn is_telex(&self, marked: bool) -> bool {
        let marks = self.keys.iter().filter(|key| key.act != Act::Tone);
        let both = marks.clone().count() > 0 && marks.clone().count() < self.keys.len();
        // Written in Vietnamese only: ghe, nghi.
        if self.letters.starts_with(b"gh") || self.letters.starts_with(b"ngh") {
            return true;
        }
        if self.is_spread() {
            return self.keys.iter().any(|key| self.is_rare_tone(*key));
        }
        self.keys.iter().any(|key| match key.act {
            Act::Tone => self.is_telling_tone(*key, marked, both),
            Act::Circumflex => self.is_telling_circumflex(*key),
            Act::Hook => self.is_telling_hook(*key),
            // DDa; but Did and David's like have a d at the end.
            Act::Stroke => key.at == 1,
            Act::Level => false,
        })
    }

    fn at(&self, at: usize) -> u8 {
        self.letters.get(at).copied().unwrap_or(0)
    }

    fn is_key(&self, at: usize) -> bool {
        self.keys.iter().any(|key| key.at == at)
    }

    fn is_vowel(&self, at: usize) -> bool {
        matches!(self.at(at), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
    }

    /// What stands after the place and is no key.
    fn rest(&self, at: usize) -> &[u8] {
        let from = (at + 1..self.len).find(|&at| !self.is_key(at)).unwrap_or(self.len);
        let to = (from..self.len).find(|&at| self.is_key(at)).unwrap_or(self.len);
        self.letters.get(from..to).unwrap_or_default()
    }

    /// The final consonants before the place.
    fn coda(&self, at: usize) -> &[u8] {
        // Tw: the key is the vowel.
        if self.vowels() == 0 {
            return &[];
        }
        let end = (0..at).rev().find(|&at| !self.is_key(at)).map_or(0, |last| last + 1);
        let from = (0..end).rev().find(|&at| self.is_vowel(at) || self.is_key(at));
        self.letters.get(from.map_or(0, |vowel| vowel + 1)..end).unwrap_or_default()
    }

    /// Vowels that are no keys; the u of qu is none.
    fn vowels(&self) -> usize {
        let count = (0..self.len).filter(|&at| self.is_vowel(at) && !self.is_key(at)).count();
        let onset = self.at(0) == b'q' && count > 1;
        count - usize::from(onset)
    }

    /// Does a vowel behind a consonant mark the one before, as in `Tranaf`? Two syllables of another
    /// language look so too: Hana, Vasna, Saray.
    fn is_spread(&self) -> bool {
        let behind = |at: usize| at > 0 && !self.is_vowel(at - 1);
        self.keys.iter().any(|key| key.act == Act::Circumflex && behind(key.at))
    }

    /// f, j or x where no word of two syllables has them.
    fn is_rare_tone(&self, key: Key) -> bool {
        let vowel_follows = self.is_vowel(key.at + 1);
        key.act == Act::Tone
            && match self.at(key.at) {
                b'f' | b'j' | b'x' => !vowel_follows || key.at + 2 == self.len,
                _ => false,
            }
    }

    /// Is what stands before the place two vowels, and none of these pairs?
    fn glides(&self, at: usize, pairs: &[u8]) -> bool {
        let pair =
            at.checked_sub(2).and_then(|from| self.letters.get(from..at)).unwrap_or_default();
        self.vowels() == 2
            && pair.iter().all(|&letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
            && !pairs.split(|&letter| letter == b' ').any(|other| other == pair)
    }

    /// Is the vowel a doubled e or o?
    fn is_english_plural(&self) -> bool {
        let letters = self.letters.get(..self.len).unwrap_or_default();
        self.vowels() == 1 && letters.windows(2).any(|pair| matches!(pair, b"ee" | b"oo"))
    }

    /// `both`: another key made a letter of the word.
    fn is_telling_tone(&self, key: Key, marked: bool, both: bool) -> bool {
        let letter = self.at(key.at);
        let (coda, rest) = (self.coda(key.at), self.rest(key.at));
        match (coda, rest) {
            // At the end of an open word.
            ([], []) => match letter {
                // Saif
                b'f' => self.vowels() != 2 || self.glides(key.at, b"ai"),
                // Max, Roux, Croix, but no Baox.
                b'x' => {
                    marked || both || self.vowels() > 2 || self.glides(key.at, b"ai au eu oi ou")
                }
                // Vaj, Lauj, Niaj, but no Coij.
                b'j' => marked || self.vowels() > 2 || self.glides(key.at, b"ai au aa ee ia oo ua"),
                _ => self.vowels() > 2,
            },
            // After the final consonant: Hans, Mats, Boots.
            (coda, []) => match letter {
                b's' if matches!(coda, b"m" | b"n" | b"t") => both && !self.is_english_plural(),
                _ => true,
            },
            // Before another vowel: Sara, Sofi, Maxi, Raju.
            ([], [b'a' | b'e' | b'i' | b'o' | b'u' | b'y', ..]) => {
                both || self.vowels() > 2
                    || match letter {
                        b'f' | b'x' => !matches!(rest, [b'a' | b'i', ..]),
                        b'j' => matches!(rest, [b'e' | b'o' | b'y', ..]),
                        _ => false,
                    }
            }
            // Before the final consonant.
            ([], rest) => match letter {
                b's' => both || !matches!(rest, b"t" | b"ch"),
                b'r' => both || self.vowels() > 2 || rest == b"nh",
                _ => true,
            },
            _ => true,
        }
    }

    fn is_telling_circumflex(&self, key: Key) -> bool {
        let adjacent = key.at > 0 && self.at(key.at - 1) == self.at(key.at);
        let vowels = self.vowels();
        // Haan, Loong and Keen are names, Haang is none.
        let rest = self.rest(key.at);
        let vietnamese = self.at(key.at) == b'a' && rest == b"ng" || rest == b"nh";
        if adjacent { vowels > 1 || vietnamese } else { vowels > 2 }
    }

    fn is_telling_hook(&self, key: Key) -> bool {
        if self.vowels() == 0 {
            return false;
        }
        let before = key.at.checked_sub(1).map_or(0, |at| self.at(at));
        match (before, self.rest(key.at)) {
            // Dawn, Chow, Bowie.
            (b'a' | b'o' | b'e', rest) if self.vowels() == 1 => !matches!(rest, [] | b"n"),
            (b'a' | b'e' | b'i' | b'o' | b'u' | b'y', _) => true,
            // Behind the final consonant.
            _ => key.at > 1,
        }
    }
}
