//! Agreement levels: what two records say about one comparison, and how they pack into a word.

use crate::field::{CitizenIdAgreement, DateAgreement, NumberAgreement};

/// What is compared between two records, in the order of the pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Comparison {
    /// Surname.
    Surname,
    /// Syllables between surname and given name.
    Middle,
    /// Given name.
    Given,
    /// Birth date.
    BirthDate,
    /// Sex.
    Sex,
    /// 12-digit citizen ID.
    CitizenId,
    /// 9-digit identity card.
    IdentityCard,
    /// Social insurance number.
    Insurance,
    /// Phone.
    Phone,
    /// Father's name.
    Father,
    /// Mother's name.
    Mother,
    /// Commune and address.
    Place,
}

impl Comparison {
    /// Every comparison, in the order of the pattern.
    pub const ALL: [Self; 12] = [
        Self::Surname,
        Self::Middle,
        Self::Given,
        Self::BirthDate,
        Self::Sex,
        Self::CitizenId,
        Self::IdentityCard,
        Self::Insurance,
        Self::Phone,
        Self::Father,
        Self::Mother,
        Self::Place,
    ];

    /// The column name of its level in exports: `"surname"`, …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::Middle => "middle",
            Self::Given => "given",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::CitizenId => "citizen_id",
            Self::IdentityCard => "identity_card",
            Self::Insurance => "insurance_number",
            Self::Phone => "phone",
            Self::Father => "father_name",
            Self::Mother => "mother_name",
            Self::Place => "place",
        }
    }

    /// Its place in [`Self::ALL`] and in the pattern.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// The names of its levels, by level number.
    #[must_use]
    pub fn levels(self) -> &'static [&'static str] {
        match self {
            Self::Surname | Self::Middle | Self::Given => NamePart::NAMES,
            Self::BirthDate => &DATE_NAMES,
            Self::Sex => SexLevel::NAMES,
            Self::CitizenId => &CITIZEN_ID_NAMES,
            Self::IdentityCard | Self::Insurance | Self::Phone => &NUMBER_NAMES,
            Self::Father | Self::Mother => ParentLevel::NAMES,
            Self::Place => PlaceLevel::NAMES,
        }
    }
}

/// How many levels a comparison can have: four bits of the pattern.
pub const MAX_LEVELS: usize = 16;

/// The levels of all comparisons of one pair, four bits each: those of a resident's fields, and
/// those of the fields the caller declared.
///
/// ```
/// use hoten::{Comparison, Pattern};
///
/// let pattern = Pattern::default().with(Comparison::Sex, 2);
/// assert_eq!(pattern.level(Comparison::Sex), 2);
/// assert_eq!(pattern.level_name(Comparison::Sex), "same");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Pattern {
    residents: u64,
    declared: u64,
}

impl Pattern {
    /// The pattern with one comparison's level set.
    #[must_use]
    pub fn with(self, comparison: Comparison, level: u8) -> Self {
        let shift = comparison.index() * 4;
        let residents = self.residents & !(0xF << shift) | (u64::from(level & 0xF) << shift);
        Self { residents, ..self }
    }

    /// The pattern with the levels of all declared fields set.
    pub(crate) fn with_declared(self, declared: u64) -> Self {
        Self { declared, ..self }
    }

    /// The level number of a declared field, by its place.
    #[must_use]
    pub fn field_level(self, place: usize) -> u8 {
        if place < 16 { (self.declared >> (4 * place) & 0xF) as u8 } else { 0 }
    }

    /// The packed levels of the declared fields: field `i` in bits `4 i .. 4 i + 4`.
    #[must_use]
    pub fn field_bits(self) -> u64 {
        self.declared
    }

    /// The level number of one comparison.
    #[must_use]
    pub fn level(self, comparison: Comparison) -> u8 {
        (self.residents >> (comparison.index() * 4) & 0xF) as u8
    }

    /// The name of one comparison's level.
    #[must_use]
    pub fn level_name(self, comparison: Comparison) -> &'static str {
        comparison.levels().get(usize::from(self.level(comparison))).copied().unwrap_or("")
    }

    /// The pattern of a packed form; `None` if it names a level that does not exist.
    #[cfg(feature = "serde")]
    pub(crate) fn from_bits(bits: u64) -> Option<Self> {
        let pattern = Self { residents: bits, declared: 0 };
        let whole = bits >> (4 * Comparison::ALL.len()) == 0;
        let known = |held: Comparison| usize::from(pattern.level(held)) < held.levels().len();
        (whole && Comparison::ALL.into_iter().all(known)).then_some(pattern)
    }

    /// A number whose high bits differ for most patterns.
    pub(crate) fn scattered(self) -> u64 {
        (self.residents ^ self.declared.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    /// The packed levels of a resident's fields: comparison `i` in bits `4 i .. 4 i + 4`.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.residents
    }
}

/// Declares a level enum whose numbers are stable and whose names are what exports show.
macro_rules! levels {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            pub(crate) const NAMES: &'static [&'static str] = &[$($text,)*];
        }
    };
}
pub(super) use levels;

levels! {
    /// Surname, middle or given name. Nothing here tells a person's origin.
    NamePart {
        /// Neither record has it.
        MissingBoth = "missing on both",
        /// One record has it.
        MissingOne = "missing on one",
        /// Letter for letter.
        Same = "same",
        /// The same once one side, which was typed without marks, is compared so.
        Unmarked = "same without marks",
        /// Regional speech makes them one (Trần, Chần).
        Sound = "same sound",
        /// Two lawful forms of one word (Hoàng, Huỳnh).
        Doublet = "doublet",
        /// One is the initial of the other.
        Initial = "abbreviation",
        /// The same letters in other pieces (Sa Rươl, Sarươl).
        Joined = "same joined",
        /// One letter more, less, other, or two swapped.
        Typo = "one letter",
        /// The same letters with other marks (Hoa, Hòa).
        Marks = "other marks",
        /// One has syllables the other lacks; the rest agrees.
        Partial = "part missing",
        /// The same syllables in another order.
        Order = "other order",
        /// Most letters agree.
        Similar = "similar",
        /// Nothing of the above.
        Different = "different",
    }
}

levels! {
    /// Sex.
    SexLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        Different = "different",
    }
}

/// Names of [`DateAgreement`], in its order.
const DATE_NAMES: [&str; DateAgreement::ALL.len()] = [
    "missing on both",
    "missing on one",
    "same",
    "same month",
    "same year",
    "same month, first day",
    "same year, first day",
    "day and month swapped",
    "one slip",
    "one part differs",
    "same day and month",
    "same year only",
    "near year",
    "different",
    "same day by the lunar calendar",
    "possible year",
];

/// What two numbers say of which one had to be repaired: less than two intact ones do.
pub(crate) const REPAIRED: [&str; 2] = ["same after repair", "different after repair"];

/// Names of [`NumberAgreement`], in its order, and [`REPAIRED`].
const NUMBER_NAMES: [&str; NumberAgreement::ALL.len() + REPAIRED.len()] = [
    "missing on both",
    "missing on one",
    "same",
    "one digit",
    "two digits swapped",
    "different",
    "other generation",
    REPAIRED[0],
    REPAIRED[1],
];

/// Names of [`CitizenIdAgreement`], in its order, and [`REPAIRED`].
const CITIZEN_ID_NAMES: [&str; CitizenIdAgreement::ALL.len() + REPAIRED.len()] = [
    "missing on both",
    "missing on one",
    "same",
    "one digit",
    "two digits swapped",
    "other serial",
    "different",
    REPAIRED[0],
    REPAIRED[1],
];

levels! {
    /// A parent's name as a whole.
    ParentLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        Sound = "same sound or marks",
        Initials = "abbreviation",
        Partial = "part missing",
        Typo = "one letter",
        GivenSame = "same given name",
        Similar = "similar",
        Different = "different",
    }
}

levels! {
    /// Commune and address within it.
    PlaceLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        House = "same house",
        Hamlet = "same hamlet",
        OtherHouse = "same hamlet, other house",
        Commune = "same commune",
        OtherHamlet = "same commune, other hamlet",
        Successor = "possible successor commune",
        SuccessorHouse = "same house, other commune name",
        SuccessorHamlet = "same hamlet, other commune name",
        Province = "same province",
        Different = "different",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_fits_and_has_a_name_of_its_own() {
        for comparison in Comparison::ALL {
            let names = comparison.levels();
            assert!(names.len() <= MAX_LEVELS);
            let mut sorted = names.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), names.len(), "{comparison:?}");
        }
    }

    #[test]
    fn levels_do_not_touch_their_neighbours() {
        let mut pattern = Pattern::default();
        for (i, comparison) in Comparison::ALL.into_iter().enumerate() {
            pattern = pattern.with(comparison, i as u8 + 1);
        }
        for (i, comparison) in Comparison::ALL.into_iter().enumerate() {
            assert_eq!(pattern.level(comparison), i as u8 + 1);
        }
    }

    /// Exports, reports and stored models know levels by number and name: neither may move.
    #[test]
    fn numbers_and_names_go_together() {
        let name = |comparison: Comparison, level: u8| comparison.levels()[usize::from(level)];
        for (level, want) in [
            (NamePart::MissingBoth, "missing on both"),
            (NamePart::MissingOne, "missing on one"),
            (NamePart::Same, "same"),
            (NamePart::Unmarked, "same without marks"),
            (NamePart::Sound, "same sound"),
            (NamePart::Doublet, "doublet"),
            (NamePart::Initial, "abbreviation"),
            (NamePart::Joined, "same joined"),
            (NamePart::Typo, "one letter"),
            (NamePart::Marks, "other marks"),
            (NamePart::Partial, "part missing"),
            (NamePart::Order, "other order"),
            (NamePart::Similar, "similar"),
            (NamePart::Different, "different"),
        ] {
            assert_eq!(name(Comparison::Given, level as u8), want);
        }
        for (level, want) in [
            (DateAgreement::SameMonth, "same month"),
            (DateAgreement::SameYear, "same year"),
            (DateAgreement::PlaceholderMonth, "same month, first day"),
            (DateAgreement::PlaceholderYear, "same year, first day"),
            (DateAgreement::DayMonthSwapped, "day and month swapped"),
            (DateAgreement::OnePartTypo, "one slip"),
            (DateAgreement::OnePart, "one part differs"),
            (DateAgreement::SameDayMonth, "same day and month"),
            (DateAgreement::YearOnly, "same year only"),
            (DateAgreement::NearYear, "near year"),
            (DateAgreement::LunarSolar, "same day by the lunar calendar"),
            (DateAgreement::PossibleYear, "possible year"),
        ] {
            assert_eq!(name(Comparison::BirthDate, level as u8), want);
        }
        let transposed = NumberAgreement::Transposed as u8;
        assert_eq!(name(Comparison::Phone, transposed), "two digits swapped");
        let serial = CitizenIdAgreement::OtherSerial as u8;
        assert_eq!(name(Comparison::CitizenId, serial), "other serial");
    }

    #[test]
    fn a_level_set_again_replaces_the_one_before() {
        let pattern = Pattern::default().with(Comparison::Given, 13).with(Comparison::Given, 2);
        assert_eq!(pattern.level(Comparison::Given), 2);
        assert_eq!(pattern.bits(), 2 << (4 * Comparison::Given.index()));
        assert_eq!(Pattern::default().with(Comparison::Sex, 9).level_name(Comparison::Sex), "");
    }
}
