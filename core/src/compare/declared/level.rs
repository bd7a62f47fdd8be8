//! The levels of declared fields, by kind. The first three are the same for every kind.

use super::super::level::levels;
use crate::record::FieldKind;

levels! {
    /// Words.
    TextLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        /// But for case, marks, signs and blanks.
        Letters = "same letters",
        /// One letter more, less or other, or two swapped.
        Slip = "one slip",
        TwoSlips = "two slips",
        Order = "other order",
        /// One is short for the other: its words begin those of the other, or it has some of them.
        Abbreviation = "abbreviation",
        /// By what they tell: rare words weigh more.
        MostWords = "most words",
        /// Much alike, but for the numbers in them.
        OtherNumber = "other number",
        /// Three letters in four agree.
        Similar = "similar",
        ManyWords = "many words",
        /// Three letters in five agree.
        Alike = "alike",
        SomeWords = "some words",
        /// It stands in another column of the other record.
        Exchanged = "exchanged",
        Different = "different",
    }
}

levels! {
    /// A quantity.
    NumberLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        /// With other letters about it.
        SameNumber = "same number",
        Swapped = "two digits swapped",
        Percent = "within 1 %",
        Slip = "one digit",
        FivePercent = "within 5 %",
        Quarter = "within 25 %",
        Different = "different",
    }
}

levels! {
    /// A number or code of one thing.
    IdentifierLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        Letters = "same letters",
        Slip = "one slip",
        Swapped = "two signs swapped",
        TwoSlips = "two slips",
        /// One begins or ends the other.
        Part = "part of it",
        Different = "different",
    }
}

levels! {
    /// A day, month or year.
    DateLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        /// And one side knows no day.
        SameMonth = "same month",
        /// And one side knows no month.
        SameYear = "same year",
        Swapped = "day and month swapped",
        Slip = "one slip",
        TwoSlips = "two slips",
        OnePart = "one part differs",
        SameDayMonth = "same day and month",
        YearOnly = "same year only",
        NearYear = "near year",
        Different = "different",
    }
}

levels! {
    /// One of a few values.
    CategoryLevel {
        MissingBoth = "missing on both",
        MissingOne = "missing on one",
        Same = "same",
        Slip = "one slip",
        Abbreviation = "abbreviation",
        Different = "different",
    }
}

/// Of every kind the first three levels are the same ones.
const _: () = {
    use {CategoryLevel as C, DateLevel as D, IdentifierLevel as I, NumberLevel as N};
    let missing = N::MissingBoth as u8 + D::MissingBoth as u8 + C::MissingBoth as u8;
    assert!(missing + I::MissingBoth as u8 == 0);
    assert!(N::MissingOne as u8 == 1 && D::MissingOne as u8 == 1);
    assert!(I::MissingOne as u8 == 1 && C::MissingOne as u8 == 1);
    assert!(N::Same as u8 == 2 && D::Same as u8 == 2 && I::Same as u8 == 2 && C::Same as u8 == 2);
};

/// The level of two equal values, of every kind.
pub(crate) const SAME: u8 = TextLevel::Same as u8;
/// The level of a text that stands in another column of the other record.
pub(crate) const EXCHANGED: u8 = TextLevel::Exchanged as u8;

impl FieldKind {
    /// The names of the levels at which two values can agree, by level number.
    #[must_use]
    pub fn levels(self) -> &'static [&'static str] {
        match self {
            Self::Text => TextLevel::NAMES,
            Self::Number => NumberLevel::NAMES,
            Self::Identifier => IdentifierLevel::NAMES,
            Self::Date => DateLevel::NAMES,
            Self::Category => CategoryLevel::NAMES,
        }
    }

    /// Whether two values of the level share words and not all: the rarest of them speaks then.
    pub(crate) fn is_shared_words(self, level: u8) -> bool {
        use TextLevel as T;
        let levels = [T::Abbreviation, T::MostWords, T::ManyWords, T::SomeWords];
        self == Self::Text && levels.iter().any(|held| *held as u8 == level)
    }

    /// Whether two values of the level are one value: the term frequency speaks then.
    pub(crate) fn is_same(self, level: u8) -> bool {
        level == SAME || self == Self::Text && level == TextLevel::Letters as u8
    }
}
