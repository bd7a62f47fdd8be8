//! Generated from `data/khmer_letters.tsv` by `tests/tables/khmer_letters.rs`. Do not edit.

use super::letter::{Letter, Sign};
use crate::khmer::{Consonant, Vowel};

/// U+1780 to U+17A2, then ហ្វ, ហ្គ, ហ្ស and ប៉.
#[rustfmt::skip]
pub(super) static LETTERS: [Letter; 39] = [
    Letter { sound: Some(Consonant::K), second: false, coda: Some(Consonant::K), common: "k", ungegn: "k" }, // ក
    Letter { sound: Some(Consonant::Kh), second: false, coda: Some(Consonant::K), common: "kh", ungegn: "kh" }, // ខ
    Letter { sound: Some(Consonant::K), second: true, coda: Some(Consonant::K), common: "k", ungegn: "k" }, // គ
    Letter { sound: Some(Consonant::Kh), second: true, coda: Some(Consonant::K), common: "kh", ungegn: "kh" }, // ឃ
    Letter { sound: Some(Consonant::Ng), second: true, coda: Some(Consonant::Ng), common: "ng", ungegn: "ng" }, // ង
    Letter { sound: Some(Consonant::C), second: false, coda: Some(Consonant::C), common: "ch", ungegn: "ch" }, // ច
    Letter { sound: Some(Consonant::Ch), second: false, coda: None, common: "chh", ungegn: "chh" }, // ឆ
    Letter { sound: Some(Consonant::C), second: true, coda: Some(Consonant::C), common: "ch", ungegn: "ch" }, // ជ
    Letter { sound: Some(Consonant::Ch), second: true, coda: None, common: "chh", ungegn: "chh" }, // ឈ
    Letter { sound: Some(Consonant::Nh), second: true, coda: Some(Consonant::Nh), common: "nh", ungegn: "nh" }, // ញ
    Letter { sound: Some(Consonant::D), second: false, coda: Some(Consonant::T), common: "d", ungegn: "d" }, // ដ
    Letter { sound: Some(Consonant::Th), second: false, coda: Some(Consonant::T), common: "th", ungegn: "th" }, // ឋ
    Letter { sound: Some(Consonant::D), second: true, coda: Some(Consonant::T), common: "d", ungegn: "d" }, // ឌ
    Letter { sound: Some(Consonant::Th), second: true, coda: Some(Consonant::T), common: "th", ungegn: "th" }, // ឍ
    Letter { sound: Some(Consonant::N), second: false, coda: Some(Consonant::N), common: "n", ungegn: "n" }, // ណ
    Letter { sound: Some(Consonant::T), second: false, coda: Some(Consonant::T), common: "t", ungegn: "t" }, // ត
    Letter { sound: Some(Consonant::Th), second: false, coda: Some(Consonant::T), common: "th", ungegn: "th" }, // ថ
    Letter { sound: Some(Consonant::T), second: true, coda: Some(Consonant::T), common: "t", ungegn: "t" }, // ទ
    Letter { sound: Some(Consonant::Th), second: true, coda: Some(Consonant::T), common: "th", ungegn: "th" }, // ធ
    Letter { sound: Some(Consonant::N), second: true, coda: Some(Consonant::N), common: "n", ungegn: "n" }, // ន
    Letter { sound: Some(Consonant::B), second: false, coda: Some(Consonant::P), common: "b", ungegn: "b" }, // ប
    Letter { sound: Some(Consonant::Ph), second: false, coda: Some(Consonant::P), common: "ph", ungegn: "ph" }, // ផ
    Letter { sound: Some(Consonant::P), second: true, coda: Some(Consonant::P), common: "p", ungegn: "p" }, // ព
    Letter { sound: Some(Consonant::Ph), second: true, coda: Some(Consonant::P), common: "ph", ungegn: "ph" }, // ភ
    Letter { sound: Some(Consonant::M), second: true, coda: Some(Consonant::M), common: "m", ungegn: "m" }, // ម
    Letter { sound: Some(Consonant::Y), second: true, coda: Some(Consonant::Y), common: "y", ungegn: "y" }, // យ
    Letter { sound: Some(Consonant::R), second: true, coda: None, common: "r", ungegn: "r" }, // រ
    Letter { sound: Some(Consonant::L), second: true, coda: Some(Consonant::L), common: "l", ungegn: "l" }, // ល
    Letter { sound: Some(Consonant::V), second: true, coda: Some(Consonant::V), common: "v", ungegn: "v" }, // វ
    Letter { sound: Some(Consonant::S), second: false, coda: Some(Consonant::S), common: "s", ungegn: "s" }, // ស
    Letter { sound: Some(Consonant::S), second: false, coda: Some(Consonant::S), common: "s", ungegn: "s" }, // ស
    Letter { sound: Some(Consonant::S), second: false, coda: Some(Consonant::S), common: "s", ungegn: "s" }, // ស
    Letter { sound: Some(Consonant::H), second: false, coda: Some(Consonant::H), common: "h", ungegn: "h" }, // ហ
    Letter { sound: Some(Consonant::L), second: false, coda: None, common: "l", ungegn: "l" }, // ឡ
    Letter { sound: None, second: false, coda: None, common: "", ungegn: "" }, // អ
    Letter { sound: Some(Consonant::F), second: false, coda: None, common: "f", ungegn: "f" }, // ហ្វ
    Letter { sound: Some(Consonant::G), second: false, coda: None, common: "g", ungegn: "g" }, // ហ្គ
    Letter { sound: Some(Consonant::Z), second: false, coda: None, common: "z", ungegn: "z" }, // ហ្ស
    Letter { sound: Some(Consonant::P), second: false, coda: Some(Consonant::P), common: "p", ungegn: "p" }, // ប៉
];

/// By sign and series: no sign, U+17B6 to U+17C5, the marked ones, short ា.
#[rustfmt::skip]
pub(super) static SIGNS: [[Sign; 2]; 28] = [
    [
    Sign { vowel: Vowel::Or, common: "a", ungegn: "â" }, // (none) a
    Sign { vowel: Vowel::Or, common: "o", ungegn: "ô" }, // (none) o
    ],
    [
    Sign { vowel: Vowel::A, common: "a", ungegn: "a" }, // ◌ា a
    Sign { vowel: Vowel::Ia, common: "ea", ungegn: "éa" }, // ◌ា o
    ],
    [
    Sign { vowel: Vowel::I, common: "e", ungegn: "ĕ" }, // ◌ិ a
    Sign { vowel: Vowel::I, common: "i", ungegn: "ĭ" }, // ◌ិ o
    ],
    [
    Sign { vowel: Vowel::Ei, common: "ey", ungegn: "ei" }, // ◌ី a
    Sign { vowel: Vowel::I, common: "i", ungegn: "i" }, // ◌ី o
    ],
    [
    Sign { vowel: Vowel::Oe, common: "oe", ungegn: "œ\u{306}" }, // ◌ឹ a
    Sign { vowel: Vowel::Oe, common: "oe", ungegn: "œ\u{306}" }, // ◌ឹ o
    ],
    [
    Sign { vowel: Vowel::Oe, common: "eu", ungegn: "œ" }, // ◌ឺ a
    Sign { vowel: Vowel::Oe, common: "eu", ungegn: "œ" }, // ◌ឺ o
    ],
    [
    Sign { vowel: Vowel::O, common: "o", ungegn: "ŏ" }, // ◌ុ a
    Sign { vowel: Vowel::U, common: "u", ungegn: "ŭ" }, // ◌ុ o
    ],
    [
    Sign { vowel: Vowel::O, common: "o", ungegn: "o" }, // ◌ូ a
    Sign { vowel: Vowel::U, common: "ou", ungegn: "u" }, // ◌ូ o
    ],
    [
    Sign { vowel: Vowel::Uo, common: "uo", ungegn: "uŏ" }, // ◌ួ a
    Sign { vowel: Vowel::Uo, common: "uo", ungegn: "uŏ" }, // ◌ួ o
    ],
    [
    Sign { vowel: Vowel::Oeu, common: "oeu", ungegn: "aeu" }, // ◌ើ a
    Sign { vowel: Vowel::Oeu, common: "eu", ungegn: "eu" }, // ◌ើ o
    ],
    [
    Sign { vowel: Vowel::Oeu, common: "oeu", ungegn: "œă" }, // ◌ឿ a
    Sign { vowel: Vowel::Oeu, common: "oeu", ungegn: "œă" }, // ◌ឿ o
    ],
    [
    Sign { vowel: Vowel::Ia, common: "ie", ungegn: "iĕ" }, // ◌ៀ a
    Sign { vowel: Vowel::Ia, common: "ie", ungegn: "iĕ" }, // ◌ៀ o
    ],
    [
    Sign { vowel: Vowel::E, common: "e", ungegn: "é" }, // ◌េ a
    Sign { vowel: Vowel::E, common: "e", ungegn: "é" }, // ◌េ o
    ],
    [
    Sign { vowel: Vowel::Ae, common: "ae", ungegn: "ê" }, // ◌ែ a
    Sign { vowel: Vowel::Ae, common: "e", ungegn: "ê" }, // ◌ែ o
    ],
    [
    Sign { vowel: Vowel::Ai, common: "ai", ungegn: "ai" }, // ◌ៃ a
    Sign { vowel: Vowel::Ei, common: "ey", ungegn: "ey" }, // ◌ៃ o
    ],
    [
    Sign { vowel: Vowel::Ao, common: "ao", ungegn: "aô" }, // ◌ោ a
    Sign { vowel: Vowel::O, common: "o", ungegn: "oŭ" }, // ◌ោ o
    ],
    [
    Sign { vowel: Vowel::Ao, common: "au", ungegn: "au" }, // ◌ៅ a
    Sign { vowel: Vowel::Ov, common: "ov", ungegn: "ŏu" }, // ◌ៅ o
    ],
    [
    Sign { vowel: Vowel::O, common: "o", ungegn: "o" }, // ◌ុំ a
    Sign { vowel: Vowel::U, common: "u", ungegn: "ŭ" }, // ◌ុំ o
    ],
    [
    Sign { vowel: Vowel::Or, common: "a", ungegn: "â" }, // ◌ំ a
    Sign { vowel: Vowel::U, common: "u", ungegn: "u" }, // ◌ំ o
    ],
    [
    Sign { vowel: Vowel::A, common: "a", ungegn: "ă" }, // ◌ាំ a
    Sign { vowel: Vowel::Oa, common: "oa", ungegn: "ŏâ" }, // ◌ាំ o
    ],
    [
    Sign { vowel: Vowel::A, common: "a", ungegn: "ă" }, // ◌ះ a
    Sign { vowel: Vowel::Ia, common: "ea", ungegn: "eă" }, // ◌ះ o
    ],
    [
    Sign { vowel: Vowel::E, common: "e", ungegn: "ĕ" }, // ◌ិះ a
    Sign { vowel: Vowel::I, common: "i", ungegn: "ĭ" }, // ◌ិះ o
    ],
    [
    Sign { vowel: Vowel::O, common: "o", ungegn: "ŏ" }, // ◌ុះ a
    Sign { vowel: Vowel::U, common: "u", ungegn: "ŭ" }, // ◌ុះ o
    ],
    [
    Sign { vowel: Vowel::E, common: "e", ungegn: "é" }, // ◌េះ a
    Sign { vowel: Vowel::E, common: "e", ungegn: "é" }, // ◌េះ o
    ],
    [
    Sign { vowel: Vowel::Or, common: "ao", ungegn: "aô" }, // ◌ោះ a
    Sign { vowel: Vowel::Uo, common: "uo", ungegn: "ŏă" }, // ◌ោះ o
    ],
    [
    Sign { vowel: Vowel::A, common: "a", ungegn: "ă" }, // ◌ៈ a
    Sign { vowel: Vowel::Ia, common: "ea", ungegn: "eă" }, // ◌ៈ o
    ],
    [
    Sign { vowel: Vowel::A, common: "a", ungegn: "ă" }, // ◌័ a
    Sign { vowel: Vowel::Oa, common: "oa", ungegn: "oă" }, // ◌័ o
    ],
    [
    Sign { vowel: Vowel::A, common: "a", ungegn: "ă" }, // ◌ា a
    Sign { vowel: Vowel::Oa, common: "oa", ungegn: "oă" }, // ◌ា o
    ],
];

/// U+17A5 to U+17B3.
#[rustfmt::skip]
pub(super) static INDEPENDENT: [Sign; 15] = [
    Sign { vowel: Vowel::I, common: "e", ungegn: "ĕ" }, // ឥ -
    Sign { vowel: Vowel::Ei, common: "ei", ungegn: "ei" }, // ឦ -
    Sign { vowel: Vowel::O, common: "o", ungegn: "ŏ" }, // ឧ -
    Sign { vowel: Vowel::U, common: "o", ungegn: "ŏ" }, // ឨ -
    Sign { vowel: Vowel::U, common: "ou", ungegn: "ou" }, // ឩ -
    Sign { vowel: Vowel::Ov, common: "ov", ungegn: "âu" }, // ឪ -
    Sign { vowel: Vowel::Oe, common: "i", ungegn: "œ\u{306}" }, // ឫ -
    Sign { vowel: Vowel::Oe, common: "ue", ungegn: "œ" }, // ឬ -
    Sign { vowel: Vowel::Oe, common: "ue", ungegn: "œ\u{306}" }, // ឭ -
    Sign { vowel: Vowel::Oe, common: "ue", ungegn: "œ" }, // ឮ -
    Sign { vowel: Vowel::Ae, common: "ae", ungegn: "ê" }, // ឯ -
    Sign { vowel: Vowel::Ai, common: "ai", ungegn: "ai" }, // ឰ -
    Sign { vowel: Vowel::Ao, common: "ao", ungegn: "aô" }, // ឱ -
    Sign { vowel: Vowel::Ao, common: "oy", ungegn: "aôy" }, // ឲ -
    Sign { vowel: Vowel::Ao, common: "au", ungegn: "au" }, // ឳ -
];
