//! What is known about the parts of Vietnamese names: how common each is, and who bears it.
//!
//! Facts only: nothing here decides what a name is. Counts come from the sources named in
//! `data/surnames.tsv` (national shares of 2005, two public lists of 49,232 names, regional
//! samples) and `data/middle_given.tsv` (the two lists). Keys are words in the normal form (lower
//! case NFC, tones as in `hòa`), or folded to ASCII where a writer left the marks out.

mod fold;
mod table;
mod tables;

use self::table::{Facts, FoldTable, Table};
use crate::text::prepared;

pub(crate) use self::fold::FoldKey;

prepared! {
    static NORMAL: Table<{ tables::NORMAL.len() }, { tables::NORMAL.bytes }, 2048> =
        Table::build(&tables::NORMAL);
}
prepared! {
    static FOLDED: FoldTable<{ tables::FOLDED.len() }, 2048> = FoldTable::build(&tables::FOLDED);
}

const SURNAME: u16 = 1;
const PART: u16 = 2;
const HEAD: u16 = 8;
const TAIL: u16 = 16;
const MISSPELLED: u16 = 32;
const KHMER: u16 = 64;
const CHAM: u16 = 128;
const HOA: u16 = 256;
const NORTHERN: u16 = 512;
const HIGHLAND: u16 = 1024;
const MALE: u16 = 4096;
const FEMALE: u16 = 8192;
const MAY_BE_MISSPELLED: u16 = 16384;

/// What is known about a surname.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurnameEntry {
    /// Share of people who bear it, 0 to 1. One bearer in 50,000 stands for "known, never counted".
    pub share: f32,
    /// Share of women among its bearers, where a surname belongs to one sex (Chau, Néang, Tôn Nữ);
    /// `None` for the rest.
    pub p_female: Option<f32>,
}

/// What is known about a middle or given part of a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartEntry {
    /// Share of names that carry it, in the middle or as given name, 0 to 1.
    pub frequency: f32,
    /// Share of names that carry it right after the surname.
    pub as_middle: f32,
    /// Share of names whose given name it is.
    pub as_given: f32,
    /// Share of women among those who carry it in its more usual place; smoothed by one man and
    /// one woman, so never exactly 0 or 1. `None` where nobody counted.
    ///
    /// Evidence about a list, not about a person: for checks, never to fill in a missing sex.
    pub p_female: Option<f32>,
}

/// Why two different name parts may be one and the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoubletClass {
    /// Both correct, swapped by court taboo or region (Hoàng and Huỳnh): different legal names.
    Taboo,
    /// Two letters for one sound (Vi and Vy).
    Letter,
    /// Written as it was heard (Quốc and Quấc).
    Heard,
}

/// All that is known about a word, whatever its part in a name.
#[derive(Clone, Copy)]
pub(crate) struct WordFacts(&'static Facts);

impl WordFacts {
    fn has(self, flag: u16) -> bool {
        let [.., flags] = self.0;
        flags & flag != 0
    }

    /// Begins a surname of several syllables.
    pub(crate) fn heads_compound(self) -> bool {
        self.has(HEAD)
    }

    /// Ends a surname of several syllables.
    pub(crate) fn ends_compound(self) -> bool {
        self.has(TAIL)
    }

    /// Stands as a surname, and is no misspelled one.
    pub(crate) fn is_surname(self) -> bool {
        self.has(SURNAME) && !self.has(MISSPELLED)
    }

    /// Without its marks a known misspelling of a surname looks like this.
    pub(crate) fn may_be_misspelled(self) -> bool {
        self.has(MAY_BE_MISSPELLED)
    }

    /// A clan name of the Central Highlands, some of which stand last.
    pub(crate) fn is_highland_clan(self) -> bool {
        self.has(HIGHLAND) && self.is_surname()
    }

    /// A Chăm surname, if not theirs alone.
    pub(crate) fn is_cham_surname(self) -> bool {
        self.has(CHAM) && self.is_surname()
    }

    /// A surname of peoples of the north or of Hoa, if not theirs alone.
    pub(crate) fn is_northern_or_hoa(self) -> bool {
        self.has(NORTHERN | HOA) && self.is_surname()
    }

    /// A surname of peoples whose given names the lists hardly hold.
    pub(crate) fn is_minority_surname(self) -> bool {
        self.has(SURNAME) && self.has(KHMER | CHAM | HIGHLAND)
    }

    /// Share of people whose surname it is, 0 to 1.
    pub(crate) fn as_surname(self) -> f32 {
        let [surname, ..] = self.0;
        share(*surname)
    }

    /// Share of names that carry it right after the surname.
    pub(crate) fn as_middle(self) -> f32 {
        let [_, middle, ..] = self.0;
        share(*middle)
    }

    /// Share of names whose given name it is.
    pub(crate) fn as_given(self) -> f32 {
        let [_, _, given, ..] = self.0;
        share(*given)
    }

    /// Women among bearers of the surname, where it belongs to one sex.
    pub(crate) fn surname_women(self) -> Option<f32> {
        surname_of(self.0).and_then(|entry| entry.p_female)
    }

    /// Women among those who carry it right after the surname, smoothed.
    pub(crate) fn middle_women(self) -> Option<f32> {
        let [_, _, _, women, ..] = self.0;
        women_of(*women)
    }

    /// Women among those whose given name it is, smoothed.
    pub(crate) fn given_women(self) -> Option<f32> {
        let [_, _, _, _, women, _] = self.0;
        women_of(*women)
    }
}

/// A surname of several syllables.
pub(crate) struct Compound {
    /// In the normal form, one blank between the words.
    pub(crate) text: &'static str,
    /// Women among its bearers, where it belongs to one sex.
    pub(crate) women: Option<f32>,
    keys: [FoldKey; 4],
    words: usize,
}

impl Compound {
    /// The words without their marks.
    pub(crate) fn keys(&self) -> &[FoldKey] {
        self.keys.get(..self.words).unwrap_or_default()
    }

    /// Runs in the compiler only, where a fifth word is a build error.
    #[allow(clippy::indexing_slicing)]
    const fn of(text: &'static str, fold: &str, women: Option<f32>) -> Self {
        let (mut keys, mut words) = ([FoldKey::EMPTY; 4], 0);
        let mut rest = fold.as_bytes();
        while let [byte, tail @ ..] = rest {
            if *byte == b' ' {
                words += 1;
            } else {
                keys[words] = keys[words].and(*byte);
            }
            rest = tail;
        }
        Self { text, women, keys, words: words + 1 }
    }
}

fn women_of(units: u16) -> Option<f32> {
    (units != u16::MAX).then(|| f32::from(units) / 1e4)
}

fn share(units: u16) -> f32 {
    f32::from(units) / 1e5
}

fn surname_of(&[share_units, .., flags]: &Facts) -> Option<SurnameEntry> {
    let p_female = match flags & (MALE | FEMALE) {
        MALE => Some(0.0),
        FEMALE => Some(1.0),
        _ => None,
    };
    (flags & SURNAME != 0).then(|| SurnameEntry { share: share(share_units), p_female })
}

fn part_of(&[_, middle, given, middle_women, given_women, flags]: &Facts) -> Option<PartEntry> {
    let usual = if middle > given { middle_women } else { given_women };
    (flags & PART != 0).then(|| PartEntry {
        frequency: share(middle) + share(given),
        as_middle: share(middle),
        as_given: share(given),
        p_female: women_of(usual),
    })
}

/// What is known about a surname of one syllable, written in the normal form.
///
/// ```
/// let nguyen = hoten::lexicon::surname("nguyễn").unwrap();
/// assert!(nguyen.share > 0.3);
/// assert_eq!(hoten::lexicon::surname("hùng anh"), None);
/// ```
#[must_use]
pub fn surname(normal: &str) -> Option<SurnameEntry> {
    NORMAL.get(normal.as_bytes()).and_then(surname_of)
}

/// The same for a word whose marks were left out (`nguyen`): shares of all surnames it can be,
/// added up.
#[must_use]
pub fn surname_by_fold(fold: &str) -> Option<SurnameEntry> {
    FOLDED.get(FoldKey::of(fold)).and_then(surname_of)
}

/// What is known about a middle or given part, written in the normal form.
///
/// ```
/// let thi = hoten::lexicon::part("thị").unwrap();
/// assert!(thi.as_middle > 0.2 && thi.p_female.unwrap() > 0.99);
/// assert_eq!(hoten::lexicon::part("xyz"), None);
/// ```
#[must_use]
pub fn part(normal: &str) -> Option<PartEntry> {
    NORMAL.get(normal.as_bytes()).and_then(part_of)
}

/// The same for a word whose marks were left out (`thi`).
#[must_use]
pub fn part_by_fold(fold: &str) -> Option<PartEntry> {
    FOLDED.get(FoldKey::of(fold)).and_then(part_of)
}

/// Whether a word in the normal form is a known surname, name part or prefix.
#[must_use]
pub fn knows(normal: &str) -> bool {
    NORMAL.get(normal.as_bytes()).is_some()
}

/// Why two different parts, both in the normal form, may stand for one another; in any order.
///
/// ```
/// use hoten::lexicon::{DoubletClass, doublet};
/// assert_eq!(doublet("huỳnh", "hoàng"), Some(DoubletClass::Taboo));
/// assert_eq!(doublet("an", "bình"), None);
/// ```
#[must_use]
pub fn doublet(left: &str, right: &str) -> Option<DoubletClass> {
    let pair = if left < right { (left, right) } else { (right, left) };
    let at = tables::DOUBLETS.binary_search_by(|&(a, b, _)| (a, b).cmp(&pair)).ok()?;
    tables::DOUBLETS.get(at).map(|&(_, _, class)| class)
}

/// Whether a word in the normal form is one of two that [`doublet`] knows.
#[cfg(feature = "link")]
pub(crate) fn has_doublet(word: &str) -> bool {
    tables::DOUBLETS.iter().any(|&(a, b, _)| a == word || b == word)
}

/// What is known about a word in the normal form.
pub(crate) fn facts(normal: &str) -> Option<WordFacts> {
    NORMAL.get(normal.as_bytes()).map(WordFacts)
}

/// What is known about a word without its marks: about all words it can be.
#[inline]
pub(crate) fn facts_by_fold(key: FoldKey) -> Option<WordFacts> {
    FOLDED.get(key).map(WordFacts)
}

/// Surnames of several syllables, the longest first.
pub(crate) fn compounds() -> &'static [Compound] {
    &tables::COMPOUNDS
}

/// A known misspelling of a surname.
pub(crate) struct Misspelling {
    /// In the normal form: `nguyển`.
    pub(crate) wrong: &'static str,
    /// What it stands for: `Nguyễn`. Papers may bear it all the same: to be asked, never to be
    /// repaired unasked.
    pub(crate) meant: &'static str,
    key: FoldKey,
}

impl Misspelling {
    const fn of(wrong: &'static str, fold: &str, meant: &'static str) -> Self {
        Self { wrong, meant, key: FoldKey::of(fold) }
    }
}

/// Misspellings of surnames that look like this without their marks.
pub(crate) fn misspellings(key: FoldKey) -> impl Iterator<Item = &'static Misspelling> {
    tables::MISSPELLINGS.iter().filter(move |misspelling| misspelling.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        for (key, facts) in tables::NORMAL.each() {
            assert_eq!(NORMAL.get(key.as_bytes()), Some(&facts));
            assert_eq!(NORMAL.get(&[key.as_bytes(), b"q"].concat()), None);
        }
        for (key, facts) in tables::FOLDED.each() {
            assert_eq!(FOLDED.get(FoldKey::of(&key)), Some(&facts));
            assert_eq!(FOLDED.get(FoldKey::of(&key).and(b'q')), None);
        }
        assert_eq!(NORMAL.get(b""), None);
        assert_eq!(FOLDED.get(FoldKey::EMPTY), None);
        assert_eq!(FOLDED.get(FoldKey::NONE), None);
    }

    /// Shares: data/surnames.tsv (book of 2005; 95 of 49,232 for Châu).
    #[test]
    fn shares_are_those_of_the_sources() {
        assert_eq!(surname("nguyễn").unwrap().share, 0.384);
        assert_eq!(surname("châu").unwrap().share, 0.001_93);
        assert_eq!(surname("niê").unwrap().share, 0.000_02);
        assert_eq!(surname("nguyen"), None);
        assert!(surname_by_fold("nguyen").unwrap().share >= 0.384);
    }

    /// Counts: data/middle_given.tsv (Anh 1,528 given; Thị 13,885 middle, 13,249 women of 13,264).
    #[test]
    fn parts_carry_frequency_and_sex() {
        let anh = part("anh").unwrap();
        assert!((anh.as_given - 1528.0 / 49_232.0).abs() < 1e-5);
        assert!((anh.p_female.unwrap() - 0.637).abs() < 0.002);
        assert!((part("thị").unwrap().p_female.unwrap() - 13_250.0 / 13_266.0).abs() < 1e-4);
        // In the middle or as given name: both places count.
        assert_eq!(anh.frequency, anh.as_middle + anh.as_given);
        assert!(anh.as_middle > 0.0 && anh.frequency > anh.as_given);
        // 311 Hòa and Hoà are one word here.
        assert!(part("hoà").is_none() && part("hòa").is_some());
        assert!(part_by_fold("thi").unwrap().as_middle >= part("thị").unwrap().as_middle);
    }

    /// Facts: Chau for men and Néang for women of Tri Tôn and Tịnh Biên.
    #[test]
    fn some_surnames_belong_to_one_sex() {
        assert_eq!(surname("chau").unwrap().p_female, Some(0.0));
        assert_eq!(surname("neáng").unwrap().p_female, Some(1.0));
        // Folded, Châu joins in, which men and women bear.
        assert_eq!(surname_by_fold("chau").unwrap().p_female, None);
        assert_eq!(surname("lê").unwrap().p_female, None);
    }

    #[test]
    fn flags_say_how_a_word_is_used() {
        let facts = |word: &str| facts_by_fold(FoldKey::of(word)).unwrap();
        assert!(facts("ton").heads_compound() && facts("nu").ends_compound());
        assert!(facts("nie").is_highland_clan() && !facts("tran").is_highland_clan());
        assert!(facts("vo").may_be_misspelled() && !facts("tran").may_be_misspelled());
        assert!(facts("vo").is_surname() && !super::facts("vỏ").unwrap().is_surname());
        assert!(facts("chau").is_minority_surname() && !facts("nguyen").is_minority_surname());
        let meant = |fold| misspellings(FoldKey::of(fold)).map(|one| (one.wrong, one.meant)).next();
        assert_eq!((meant("vo"), meant("vong")), (Some(("vỏ", "Võ")), None));
        let longest = compounds().first().unwrap();
        assert_eq!((longest.text.split(' ').count(), longest.keys().len()), (4, 4));
    }

    #[test]
    fn doublets_are_met_in_both_orders() {
        assert_eq!(doublet("võ", "vũ"), Some(DoubletClass::Taboo));
        assert_eq!(doublet("vũ", "võ"), Some(DoubletClass::Taboo));
        assert_eq!(doublet("vi", "vy"), Some(DoubletClass::Letter));
        assert!(tables::DOUBLETS.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
    }
}
