//! Surnames of Khmer families in the delta: which spellings are one surname, by table.
//!
//! By table and not by sound: aspiration is folded in sounds, but Kim is a surname and Khim a
//! given name (facts: khmer.md 5, 10).

/// A surname in all its spellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Family {
    Chau,
    Neang,
    Thach,
    Son,
    Kim,
    Danh,
    Lam,
    Ly,
    Tra,
    Tang,
    Kien,
    Luc,
    Hua,
}

/// What two different spellings of surnames are to one another.
#[cfg(feature = "link")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SurnameRelation {
    /// One surname.
    Same,
    /// Two forms that one family bears by sex: sons Chau, daughters Neáng (facts: khmer.md 4).
    Household,
}

/// How much a surname tells of where a family comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SurnameClaim {
    /// Nobody else bears it.
    Only,
    /// Few others bear it.
    Mostly,
    /// Others bear it as well.
    Also,
}

/// A known surname; two values are equal for two spellings of one surname.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct KhmerSurname(u8);

use Family::*;

/// Spellings in the normal form, sorted; as registers, Cambodian Latin and Khmer letters have them.
/// Source: facts khmer.md 4 and data of name_variants (rows of use `surname`); Yanh for Danh by
/// the rule that d is y.
const SPELLINGS: &[(&str, Family)] = &[
    ("chao", Chau),
    ("chau", Chau),
    ("châu", Chau),
    ("cưm", Kim),
    ("danh", Danh),
    ("gim", Kim),
    ("heu", Hua),
    ("hua", Hua),
    ("hưa", Hua),
    ("hứa", Hua),
    ("kean", Kien),
    ("kien", Kien),
    ("kim", Kim),
    ("kiên", Kien),
    ("koem", Kim),
    ("lam", Lam),
    ("lee", Ly),
    ("lem", Lam),
    ("li", Ly),
    ("lim", Lam),
    ("loem", Lam),
    ("lok", Luc),
    ("louk", Luc),
    ("luc", Luc),
    ("luk", Luc),
    ("ly", Ly),
    ("lâm", Lam),
    ("lí", Ly),
    ("lúc", Luc),
    ("lý", Ly),
    ("lưm", Lam),
    ("lục", Luc),
    ("nang", Neang),
    ("neang", Neang),
    ("neàng", Neang),
    ("neáng", Neang),
    ("nieng", Neang),
    ("niêng", Neang),
    ("niếng", Neang),
    ("niềng", Neang),
    ("nàng", Neang),
    ("nèang", Neang),
    ("néang", Neang),
    ("seun", Son),
    ("son", Son),
    ("sơn", Son),
    ("taing", Tang),
    ("tang", Tang),
    ("thac", Thach),
    ("thach", Thach),
    ("thạch", Thach),
    ("thắc", Thach),
    ("tra", Tra),
    ("traa", Tra),
    ("trà", Tra),
    ("tăng", Tang),
    ("xon", Son),
    ("xơn", Son),
    ("yanh", Danh),
    ("đanh", Danh),
    ("đănh", Danh),
    ("គឹម", Kim),
    ("គៀន", Kien),
    ("ចៅ", Chau),
    ("ដាញ់", Danh),
    ("តាំង", Tang),
    ("ត្រា", Tra),
    ("ថាច់", Thach),
    ("នាង", Neang),
    ("លី", Ly),
    ("លឹម", Lam),
    ("លុក", Luc),
    ("សឺន", Son),
    ("ហ៊ឺ", Hua),
];

impl KhmerSurname {
    /// The surname that a word in the normal form spells.
    pub(crate) fn of(normal: &str) -> Option<Self> {
        let at = SPELLINGS.binary_search_by(|&(spelling, _)| spelling.cmp(normal)).ok()?;
        SPELLINGS.get(at).map(|&(_, family)| Self(family as u8))
    }

    /// What two surnames are to one another, however each is spelled; `None`: two surnames.
    #[cfg(feature = "link")]
    pub(crate) fn relation(self, other: Self) -> Option<SurnameRelation> {
        let by_sex = [Chau as u8, Neang as u8];
        if self == other {
            Some(SurnameRelation::Same)
        } else if by_sex.contains(&self.0) && by_sex.contains(&other.0) {
            Some(SurnameRelation::Household)
        } else {
            None
        }
    }

    /// How much it tells (facts: khmer.md 4; shares of `data/surnames.tsv`).
    pub(crate) fn claim(self) -> SurnameClaim {
        const MOSTLY: [Family; 5] = [Thach, Son, Kim, Danh, Kien];
        if self.0 == Chau as u8 || self.0 == Neang as u8 {
            SurnameClaim::Only
        } else if MOSTLY.iter().any(|&family| family as u8 == self.0) {
            SurnameClaim::Mostly
        } else {
            SurnameClaim::Also
        }
    }

    /// A number above 0, one for each surname.
    #[cfg(feature = "link")]
    pub(crate) fn number(self) -> u8 {
        self.0 + 1
    }

    /// The surname of a [`Self::number`].
    #[cfg(feature = "link")]
    pub(crate) fn numbered(number: u8) -> Option<Self> {
        number.checked_sub(1).filter(|&at| at <= Hua as u8).map(Self)
    }
}

#[cfg(test)]
#[cfg(feature = "link")]
mod tests {
    use super::*;

    fn relation(a: &str, b: &str) -> Option<SurnameRelation> {
        KhmerSurname::of(a).unwrap().relation(KhmerSurname::of(b).unwrap())
    }

    #[test]
    fn spellings_are_sorted_and_found() {
        assert!(SPELLINGS.is_sorted_by(|a, b| a.0 < b.0));
        for &(spelling, family) in SPELLINGS {
            let found = KhmerSurname::of(spelling).unwrap();
            assert_eq!(found.number(), family as u8 + 1);
            assert!(KhmerSurname::numbered(found.number()) == Some(found), "{spelling}");
        }
        assert!(KhmerSurname::of("nguyễn").is_none() && KhmerSurname::of("").is_none());
        assert!(KhmerSurname::numbered(0).is_none() && KhmerSurname::numbered(14).is_none());
    }

    /// Facts: khmer.md 4.
    #[test]
    fn a_surname_is_one_in_all_spellings() {
        use SurnameRelation::*;
        for (a, b, want) in [
            ("chau", "châu", Some(Same)),
            ("neáng", "néang", Some(Same)),
            ("nèang", "niếng", Some(Same)),
            ("neang", "នាង", Some(Same)),
            ("thạch", "ថាច់", Some(Same)),
            ("chau", "neáng", Some(Household)),
            ("châu", "niếng", Some(Household)),
            ("chau", "thạch", None),
            ("neáng", "danh", None),
        ] {
            assert_eq!(relation(a, b), want, "{a} {b}");
            assert_eq!(relation(b, a), want, "{a} {b}");
        }
    }

    /// Facts: khmer.md 5, 10.
    #[test]
    fn kim_is_a_surname_and_khim_is_none() {
        assert!(KhmerSurname::of("kim").is_some());
        for given in ["khim", "khiêm", "khem", "ឃឹម"] {
            assert!(KhmerSurname::of(given).is_none(), "{given}");
        }
    }
}
