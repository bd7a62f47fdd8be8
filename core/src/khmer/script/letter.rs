//! Letters and signs by their place in the Khmer block.

use super::tables::{INDEPENDENT, LETTERS, SIGNS};
use crate::khmer::{Consonant, Vowel};

/// A consonant letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    /// Its sound before a vowel; nothing for អ.
    pub(super) sound: Option<Consonant>,
    /// Is it of the second series?
    pub(super) second: bool,
    /// What it leaves at the end of a syllable.
    pub(super) coda: Option<Consonant>,
    /// The usual Latin letters.
    pub(super) common: &'static str,
    /// Those of UNGEGN, without the vowel.
    pub(super) ungegn: &'static str,
}

/// A vowel sign in one series.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// The class of its sound.
    pub(super) vowel: Vowel,
    /// The usual Latin letters.
    pub(super) common: &'static str,
    /// Those of UNGEGN.
    pub(super) ungegn: &'static str,
}

/// Letters by their distance from U+1780, as the code below names them.
pub(super) mod at {
    pub(in super::super) const KO: u8 = 0x02;
    pub(in super::super) const NGO: u8 = 0x04;
    pub(in super::super) const DA: u8 = 0x0A;
    pub(in super::super) const TA: u8 = 0x0F;
    pub(in super::super) const THO: u8 = 0x12;
    pub(in super::super) const NO: u8 = 0x13;
    pub(in super::super) const BA: u8 = 0x14;
    pub(in super::super) const MO: u8 = 0x18;
    pub(in super::super) const YO: u8 = 0x19;
    pub(in super::super) const RO: u8 = 0x1A;
    pub(in super::super) const LO: u8 = 0x1B;
    pub(in super::super) const VO: u8 = 0x1C;
    pub(in super::super) const SA: u8 = 0x1F;
    pub(in super::super) const HA: u8 = 0x20;
    pub(in super::super) const QA: u8 = 0x22;
    /// The loans ហ្វ ហ្គ ហ្ស and ប៉: letters of their own in the table.
    pub(in super::super) const F: u8 = 0x23;
    pub(in super::super) const G: u8 = 0x24;
    pub(in super::super) const Z: u8 = 0x25;
    pub(in super::super) const PA: u8 = 0x26;
}

/// What kind of character stands at a place of the block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A consonant or an independent vowel.
    Letter,
    /// A dependent vowel.
    Vowel,
    /// ៉ or ៊.
    Shifter,
    /// Any other sign above or after the letter.
    Sign,
    Coeng,
    /// Prints as nothing, or as a mark that no word of today needs.
    Nothing,
    /// Digits and punctuation.
    Other,
}

static KINDS: [Kind; 0x60] = {
    let mut kinds = [Kind::Other; 0x60];
    let mut at = 0;
    while at < 0x60 {
        // The loop stays inside the table.
        #[allow(clippy::indexing_slicing)]
        {
            kinds[at] = match at {
                ..0x34 => Kind::Letter,
                // Deprecated inherent vowels, a sign of lunar dates, and the inherent vowel of ward.
                0x34 | 0x35 | 0x53 | 0x5D => Kind::Nothing,
                0x36..=0x45 => Kind::Vowel,
                0x49 | 0x4A => Kind::Shifter,
                0x46..=0x51 => Kind::Sign,
                0x52 => Kind::Coeng,
                _ => Kind::Other,
            };
        }
        at += 1;
    }
    kinds
};

/// The kind and place of a character of the Khmer block that is part of a word.
#[inline]
pub(super) fn place(c: char) -> Option<(Kind, u8)> {
    let at = u32::from(c).wrapping_sub(0x1780);
    let kind = *KINDS.get(at as usize)?;
    Some((kind, at as u8)).filter(|_| kind != Kind::Other)
}

/// The character at a place of the block.
#[inline]
pub(super) fn glyph(at: u8) -> char {
    char::from_u32(0x1780 + u32::from(at)).unwrap_or_default()
}

/// A letter of the table; what stands outside of it is silent.
#[inline]
pub(super) fn letter(at: u8) -> &'static Letter {
    static SILENT: Letter =
        Letter { sound: None, second: false, coda: None, common: "", ungegn: "" };
    LETTERS.get(usize::from(at)).unwrap_or(&SILENT)
}

/// Vowels by kind: the signs of the table, then independent vowels.
pub(super) mod vowel {
    pub(in super::super) const INHERENT: u8 = 0;
    pub(in super::super) const AA: u8 = 1;
    pub(in super::super) const I: u8 = 2;
    pub(in super::super) const II: u8 = 3;
    pub(in super::super) const Y: u8 = 4;
    pub(in super::super) const U: u8 = 6;
    pub(in super::super) const E: u8 = 12;
    pub(in super::super) const AE: u8 = 13;
    pub(in super::super) const OO: u8 = 15;
    pub(in super::super) const U_NIKAHIT: u8 = 17;
    pub(in super::super) const NIKAHIT: u8 = 18;
    pub(in super::super) const AA_NIKAHIT: u8 = 19;
    pub(in super::super) const REAHMUK: u8 = 20;
    pub(in super::super) const I_REAHMUK: u8 = 21;
    pub(in super::super) const U_REAHMUK: u8 = 22;
    pub(in super::super) const E_REAHMUK: u8 = 23;
    pub(in super::super) const OO_REAHMUK: u8 = 24;
    pub(in super::super) const YUUKALEAPINTU: u8 = 25;
    pub(in super::super) const SAMYOK: u8 = 26;
    pub(in super::super) const SHORT_AA: u8 = 27;
    pub(in super::super) const INDEPENDENT: u8 = 28;
}

/// The row of a vowel in a series.
#[inline]
pub(super) fn sign(kind: u8, second: bool) -> &'static Sign {
    static NONE: Sign = Sign { vowel: Vowel::None, common: "", ungegn: "" };
    let alone = || INDEPENDENT.get(usize::from(kind.wrapping_sub(vowel::INDEPENDENT)));
    let pair = SIGNS.get(usize::from(kind));
    pair.and_then(|pair| pair.get(usize::from(second))).or_else(alone).unwrap_or(&NONE)
}

/// Stops, whose series rules a cluster: the four rows of five without their nasals, ប ផ ព ភ, អ.
#[inline]
pub(super) fn is_stop(at: u8) -> bool {
    matches!(at, 0x00..=0x03 | 0x05..=0x08 | 0x0A..=0x0D | 0x0F..=0x12 | 0x14..=0x17 | at::QA)
        || matches!(at, at::G | at::PA)
}

#[inline]
pub(super) fn is_nasal(at: u8) -> bool {
    matches!(at, 0x04 | 0x09 | 0x0E | 0x13 | at::MO)
}

/// រ ល វ យ, which follow a stop in one onset.
#[inline]
pub(super) fn is_liquid(at: u8) -> bool {
    matches!(at, at::YO..=at::VO)
}

/// Letters without a series of their own in a cluster: nasals, liquids, ឡ.
#[inline]
pub(super) fn is_sonorant(at: u8) -> bool {
    is_nasal(at) || is_liquid(at) || at == 0x21
}

/// The place of articulation, for doubled clusters: ណ្ណ ទ្ធ ន្ទ. Dental and retroflex are one.
fn row(at: u8) -> Option<u8> {
    match at {
        0x0A..=0x13 => Some(2),
        0x00..=0x09 => Some(at / 5),
        0x14..=0x18 => Some(3),
        _ => None,
    }
}

/// Two letters that Pali doubles across syllables: the same, or a stop or nasal before a stop of
/// its own row.
pub(super) fn is_double(first: u8, second: u8) -> bool {
    first == second
        || (row(first).is_some()
            && row(first) == row(second)
            && (is_stop(second) || is_nasal(second) && is_nasal(first)))
}
