//! What is known about the parts of Vietnamese names: how common each is, and who bears it.
//!
//! Facts only: nothing here decides what a name is. Counts come from the sources named in
//! `data/surnames.tsv` (national shares of 2005, two public lists of 49,232 names, regional
//! samples) and `data/middle_given.tsv` (the two lists). Keys are words in the normal form (lower
//! case NFC, tones as in `hòa`), or folded to ASCII where a writer left the marks out.

mod table;
mod tables;

use self::table::{Facts, Table};

static NORMAL: Table<{ tables::NORMAL.len() }, { tables::NORMAL_BYTES }, 2048> =
    Table::build(&tables::NORMAL);
static FOLDED: Table<{ tables::FOLDED.len() }, { tables::FOLDED_BYTES }, 2048> =
    Table::build(&tables::FOLDED);

const SURNAME: u16 = 1;
const PART: u16 = 2;
const HEAD: u16 = 8;
const TAIL: u16 = 16;
const MISSPELLED: u16 = 32;
const KHMER: u16 = 64;
const HIGHLAND: u16 = 1024;
const MALE: u16 = 4096;
const FEMALE: u16 = 8192;

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

/// What is known about a word standing alone or at the edge of a compound; see the methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordFlags(u16);

impl WordFlags {
    /// Begins a surname of several syllables.
    pub(crate) fn heads_compound(self) -> bool {
        self.0 & HEAD != 0
    }

    /// Ends a surname of several syllables.
    pub(crate) fn ends_compound(self) -> bool {
        self.0 & TAIL != 0
    }

    /// A surname that Khmer or highland people bear too.
    pub(crate) fn is_minority(self) -> bool {
        self.0 & SURNAME != 0 && self.0 & (KHMER | HIGHLAND) != 0
    }

    /// A clan name of the Central Highlands, some of which stand last.
    pub(crate) fn is_highland_clan(self) -> bool {
        self.0 & (SURNAME | HIGHLAND | MISSPELLED) == SURNAME | HIGHLAND
    }
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
        p_female: (usual != u16::MAX).then(|| f32::from(usual) / 1e4),
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
    FOLDED.get(fold.as_bytes()).and_then(surname_of)
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
    FOLDED.get(fold.as_bytes()).and_then(part_of)
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

/// Flags of a word by its folded bytes: of all words it can be.
pub(crate) fn flags_by_fold(fold: &[u8]) -> Option<WordFlags> {
    FOLDED.get(fold).map(|&[.., flags]| WordFlags(flags))
}

/// Surnames of several syllables in the normal form, the longest first.
pub(crate) fn compounds() -> impl Iterator<Item = &'static str> {
    tables::COMPOUNDS.iter().copied()
}

/// The surname that a known misspelling, given as lower-case letters, stands for: `nguyển` ->
/// `Nguyễn`. Papers may bear it all the same: to be asked, never to be repaired unasked.
pub(crate) fn meant(lower: impl Iterator<Item = char> + Clone) -> Option<&'static str> {
    let found = tables::MISSPELLINGS.iter().find(|(wrong, _)| lower.clone().eq(wrong.chars()));
    found.map(|&(_, right)| right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        for (table, rows) in [(true, &tables::NORMAL[..]), (false, &tables::FOLDED[..])] {
            for (key, facts) in rows {
                let key = key.as_bytes();
                let got = if table { NORMAL.get(key) } else { FOLDED.get(key) };
                assert_eq!(got, Some(facts));
                let longer = [key, b"q"].concat();
                assert_eq!(if table { NORMAL.get(&longer) } else { FOLDED.get(&longer) }, None);
            }
        }
        assert_eq!(NORMAL.get(b""), None);
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
        let flags = |word: &str| flags_by_fold(word.as_bytes()).unwrap();
        assert!(flags("ton").heads_compound() && flags("nu").ends_compound());
        assert!(flags("nie").is_highland_clan() && !flags("tran").is_highland_clan());
        assert_eq!(meant("vỏ".chars()), Some("Võ"));
        assert_eq!(meant("vỏng".chars()), None);
        assert!(compounds().next().unwrap().split(' ').count() == 4);
    }

    #[test]
    fn doublets_are_met_in_both_orders() {
        assert_eq!(doublet("võ", "vũ"), Some(DoubletClass::Taboo));
        assert_eq!(doublet("vũ", "võ"), Some(DoubletClass::Taboo));
        assert_eq!(doublet("vi", "vy"), Some(DoubletClass::Letter));
        assert!(tables::DOUBLETS.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
    }
}
