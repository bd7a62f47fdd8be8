//! Surnames of Khmer families in the delta: which spellings are one surname, by table.
//!
//! By table and not by sound: aspiration is folded in sounds, but Kim is a surname and Khim a
//! given name (facts: khmer.md 5, 10).
//!
//! The list is `data/khmer_surnames.tsv`.

mod tables;

use self::tables::{SPELLINGS, SURNAMES};

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

/// What is known of a surname.
struct Entry {
    claim: SurnameClaim,
    /// One number for the forms that one family bears by sex; 0: there are none.
    #[cfg_attr(not(feature = "link"), expect(dead_code, reason = "asked by linking alone"))]
    household: u8,
}

/// A known surname; two values are equal for two spellings of one surname.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct KhmerSurname(u8);

impl KhmerSurname {
    /// The surname that a word in the normal form spells.
    pub(crate) fn of(normal: &str) -> Option<Self> {
        let at = SPELLINGS.binary_search_by(|&(spelling, _)| spelling.cmp(normal)).ok()?;
        SPELLINGS.get(at).map(|&(_, surname)| Self(surname))
    }

    fn entry(self) -> Option<&'static Entry> {
        SURNAMES.get(usize::from(self.0))
    }

    /// What two surnames are to one another, however each is spelled; `None`: two surnames.
    #[cfg(feature = "link")]
    pub(crate) fn relation(self, other: Self) -> Option<SurnameRelation> {
        let household = |surname: Self| surname.entry().map_or(0, |entry| entry.household);
        if self == other {
            Some(SurnameRelation::Same)
        } else if household(self) != 0 && household(self) == household(other) {
            Some(SurnameRelation::Household)
        } else {
            None
        }
    }

    /// How much it tells.
    pub(crate) fn claim(self) -> SurnameClaim {
        self.entry().map_or(SurnameClaim::Also, |entry| entry.claim)
    }

    /// A number above 0, one for each surname.
    #[cfg(feature = "link")]
    pub(crate) fn number(self) -> u8 {
        self.0 + 1
    }

    /// The surname of a [`Self::number`].
    #[cfg(feature = "link")]
    pub(crate) fn numbered(number: u8) -> Option<Self> {
        number.checked_sub(1).map(Self).filter(|surname| surname.entry().is_some())
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
        for &(spelling, surname) in &SPELLINGS {
            let found = KhmerSurname::of(spelling).unwrap();
            assert_eq!(found.number(), surname + 1);
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

    /// Facts: khmer.md 4.
    #[test]
    fn a_surname_says_who_else_bears_it() {
        use SurnameClaim::*;
        for (surname, want) in
            [("néang", Only), ("châu", Only), ("danh", Mostly), ("ថាច់", Mostly), ("lý", Also)]
        {
            assert_eq!(KhmerSurname::of(surname).unwrap().claim(), want, "{surname}");
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
