//! The numbers that similarity is made of, set by hand, each with its reason.
//!
//! Most were set by judgement; `benches/examples/rank.rs` compares them as a whole with what stood
//! before, on generated residents. Three rules came after golden triples had failed, and were then
//! checked there: letters compared without marks where a side is no word (DDông), `RARE_NEAR`
//! (Pượng), and cheap missing words of long surnames (Công Huyền Tôn Nữ). So the triples are no
//! held-out judge of those.

use crate::name::NameRole;

/// How alike two words are, in hundredths.
///
/// Above 50 a pair of words speaks for one person, below against.
pub(super) mod alike {
    /// One side of the names has no marks at all: most likely lost (facts 3: 0.35 % of a list).
    pub(crate) const UNMARKED: u32 = 95;
    /// Hỏi for ngã or back: the South writes both so (facts 1.5: 1,094 papers of one clerk).
    pub(crate) const HOI_NGA: u32 = 92;
    /// An abbreviation or a half-read word that can stand for the other: no evidence against.
    pub(crate) const SHORT: u32 = 88;
    /// One sound, one of the two is no name that anyone counted: written by ear.
    pub(crate) const HEARD: u32 = 87;
    /// A slip of the pen that makes a word nobody bears.
    pub(crate) const SLIP: u32 = 85;
    /// Two letters for one sound: chosen by the writer (Lý, Lí), at times by the parents (Vy, Vi).
    pub(crate) const LETTER: u32 = 91;
    /// Marks differ, and one of the two words is no name that anyone counted.
    pub(crate) const MARKS_SLIP: u32 = 80;
    /// One sound, and both are names of their own (Lam, Nam).
    pub(crate) const HEARD_NAMES: u32 = 75;
    /// Court taboo and region (Hoàng, Huỳnh): two legal names, a weak agreement.
    pub(crate) const DOUBLET: u32 = 72;
    /// One sound once the marks are lost on a side (Dung, Giung for Dũng).
    pub(crate) const COARSE: u32 = 70;
    /// One sound but for the tone (Trí, Chi).
    pub(crate) const HEARD_TONE: u32 = 58;
    /// Marks differ and both are names (Tân, Tấn): more often two persons than one slip.
    pub(crate) const MARKS: u32 = 52;
    /// One letter makes a syllable of it that nobody counted bears (Phượng, Pượng).
    pub(crate) const RARE_NEAR: u32 = 70;
    /// One letter makes another name of it (Trang, Trung).
    pub(crate) const NEAR: u32 = 30;
}

/// A name in another order is a little less sure than one in order, in hundredths.
pub(super) const REORDERED: u32 = 95;

/// How much a word matters for being the same person, in tenths: brothers and sisters share the
/// surname, half the country the middle word; the given name is the person's own.
pub(super) fn weight(role: NameRole) -> u32 {
    match role {
        NameRole::Surname => 10,
        NameRole::Middle => 6,
        NameRole::Given => 12,
    }
}

/// What a rare word that agrees counts more than a common one, in hundredths around 1.
pub(super) fn rarity(bits: u8) -> u32 {
    70 + 4 * u32::from(bits)
}

/// Bits of an initial that agrees: it says little, whatever it stands for.
pub(super) const SHORT_BITS: u8 = 4;

/// Weight of Thị against Văn, in tenths: another sex, so another person.
pub(super) const OTHER_SEX: u32 = 10;

/// Weight of a word without a partner, in hundredths. Thị and Văn come and go freely (facts 3); of a
/// surname of several words clerks keep a part (facts 3: Công Tằng Tôn Nữ).
pub(super) fn missing(role: NameRole, marker: bool, surname_words: usize) -> u8 {
    match role {
        NameRole::Middle if marker => 12,
        NameRole::Middle => 35,
        NameRole::Surname if surname_words > 1 => 25,
        NameRole::Surname => 60,
        NameRole::Given => 70,
    }
}

/// The same of Thị or Văn where the other name has one of its own.
pub(super) const OTHER_MARKER: u8 = 50;
