//! Social insurance numbers and health insurance cards.

use super::number::{
    Cell, Digits, NumberAgreement, digits_of, length, packed_number, print, read, rounded, value,
    with_length, without_length, wrong_length,
};
use super::{CitizenId, Parsed, Province};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::{String, ToString};
use core::fmt;
use core::num::NonZeroU64;

/// The 10-digit social insurance number (mã số BHXH), as it also ends a health card's number (BHYT).
///
/// Cards printed from 2017 carry 15 characters: two letters (group), benefit level, two digits of
/// the issuing province and the ten digits; cards since 2021-04-01 print the ten alone, so only
/// those are kept and compared. From 2025 the insurer moves to the 12-digit personal number, which
/// may stand in the same field. Cards from before 2017 ended in other digits and do not match.
///
/// ```
/// use hoten::InsuranceNumber;
/// let old = InsuranceNumber::parse("DN 4 79 0123456789").value;
/// assert_eq!(old, InsuranceNumber::parse("0123456789").value);
/// assert_eq!(old.unwrap().to_string(), "0123456789");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InsuranceNumber(NonZeroU64);

packed_number!(InsuranceNumber);

const FIELD: FieldName = FieldName::InsuranceNumber;

impl InsuranceNumber {
    /// Reads a card's 15 characters, the ten digits, or a 12-digit personal number.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        if let Some(card) = HealthCard::read(text) {
            return match card.level {
                1..=5 => Parsed::of(card.number),
                level => Parsed::of(card.number).note(
                    Finding::new(FindingCode::HealthCardLevelUnknown, FIELD)
                        .with("level", level.to_string()),
                ),
            };
        }
        let digits = match digits_of(text, FIELD) {
            Ok(digits) => digits,
            Err(parsed) => return parsed,
        };
        let lost = |number: Self| {
            Parsed::of(number)
                .note(Finding::new(FindingCode::LeadingZeroLost, FIELD).suggest(number.to_string()))
        };
        let parsed = match (digits.count, CitizenId::restored(digits)) {
            (9..=12, _) if digits.ends_in_zeros(5) => return rounded(FIELD),
            (count @ (10 | 12), _) => Parsed::of(Self(with_length(digits.packed, count))),
            (11, Some(_)) => lost(Self(with_length(digits.packed, 12))),
            // The first two digits are a province's, as the last two of its personal-number code.
            (9, _) if Province::from_code(digits.digit(8).into()).is_some() => {
                lost(Self(with_length(digits.packed, 10)))
            }
            _ => return wrong_length(digits, "10", FIELD),
        };
        parsed.note_lookalike(digits, FIELD)
    }

    /// The personal number, where the field holds one.
    #[must_use]
    pub fn citizen_id(self) -> Option<CitizenId> {
        let digits = Digits { packed: without_length(self.0), count: 12, ..Digits::NONE };
        if length(self.0) == 12 { CitizenId::of(digits) } else { None }
    }

    /// How two numbers, each there or not, agree. A ten-digit number and a personal number of one
    /// person share no digits: they are of different generations, and the record's other fields
    /// must tell. Symmetric.
    #[must_use]
    #[inline]
    pub fn compare(left: Option<Self>, right: Option<Self>) -> NumberAgreement {
        NumberAgreement::of_lengths(left.map(|number| number.0), right.map(|number| number.0))
    }
}

/// What the 15 characters of a health insurance card printed from 2017 to 2021 say (Decision
/// 1351/QĐ-BHXH): group, benefit level, province of issue, social insurance number.
///
/// ```
/// use hoten::HealthCard;
/// let card = HealthCard::read("DN 4 79 0123456789").unwrap();
/// assert_eq!((card.group(), card.level()), ("DN".into(), 4));
/// assert_eq!(card.province().map(|province| province.name()), Some("Hồ Chí Minh"));
/// assert_eq!(card.number().to_string(), "0123456789");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct HealthCard {
    group: [u8; 2],
    level: u8,
    province: u8,
    number: InsuranceNumber,
}

impl HealthCard {
    /// Reads a card's number past blanks, dots and apostrophes; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\'');
        let (group, rest) = text.split_at_checked(2)?;
        let group: [u8; 2] = group.as_bytes().try_into().ok()?;
        if !group.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let Cell::Digits(digits) = read(rest) else { return None };
        let number = Digits { packed: digits.packed & ((1 << 40) - 1), count: 10, ..digits };
        let level = digits.digit(12);
        let whole = digits.count == 13 && level > 0 && !number.is_filler();
        (whole && !digits.lookalike).then(|| Self {
            group: group.map(|letter| letter.to_ascii_uppercase()),
            level,
            province: value(digits.packed, 10, 2) as u8,
            number: InsuranceNumber(with_length(number.packed, 10)),
        })
    }

    /// The two letters of the group of insured (`DN` employees, `TE` children under six ...).
    #[must_use]
    pub fn group(&self) -> String {
        self.group.iter().map(|letter| char::from(*letter)).collect()
    }

    /// The benefit level: 1 to 5 on a true card.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.level
    }

    /// The province that issued the card, by its name until 2025-06-30; `None` for the codes of
    /// army and police, and for slips.
    #[must_use]
    pub fn province(&self) -> Option<Province> {
        Province::from_code(self.province.into())
    }

    /// The social insurance number.
    #[must_use]
    pub fn number(&self) -> InsuranceNumber {
        self.number
    }
}

impl fmt::Debug for HealthCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HealthCard(..)")
    }
}

impl fmt::Display for InsuranceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print(self.packed(), length(self.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let parsed = InsuranceNumber::parse(text);
        (
            parsed.value.map(|number| number.to_string()).unwrap_or_default(),
            parsed.findings.iter().map(|f| f.code.as_str()).collect(),
        )
    }

    #[test]
    fn every_generation() {
        for text in ["GD4790123456789", "gd-4-79-0123456789", "'HT 2 89 01234 56789", "0123456789"]
        {
            assert_eq!(read(text), ("0123456789".into(), [].into()), "{text}");
        }
        assert_eq!(read("123456780"), ("0123456780".into(), ["leading_zero_lost"].into()));
        assert_eq!(read("523456780").1, ["number_wrong_length"]);
        assert_eq!(read("089150001234"), ("089150001234".into(), [].into()));
        assert_eq!(read("89150001234"), ("089150001234".into(), ["leading_zero_lost"].into()));
        let personal = InsuranceNumber::parse("089150001234").value.unwrap();
        assert_eq!(personal.citizen_id(), CitizenId::parse("089150001234").value);
        let ten = InsuranceNumber::parse("9150001234").value.unwrap();
        assert!(ten.citizen_id().is_none());
    }

    #[test]
    fn what_cannot_be_used() {
        assert_eq!(read(""), (String::new(), [].into()));
        assert_eq!(read("GD479012345678").1, ["number_unreadable"]);
        assert_eq!(read("1.23457E+09").1, ["id_destroyed"]);
        for rounded in ["7900000000", "790000000", "079175000000", "79175000000"] {
            assert_eq!(read(rounded), (String::new(), ["number_rounded"].into()), "{rounded}");
        }
        assert_eq!(read("GD8790123456789").1, ["health_card_level_unknown"]);
        assert_eq!(read("GD4790000000000").1, ["number_unreadable"]);
        assert_eq!(read("4790123456789").1, ["number_wrong_length"]);
    }

    #[test]
    fn ten_and_twelve_digits_never_meet() {
        let number = |text| InsuranceNumber::parse(text).value;
        let (ten, twelve) = (number("1203012345"), number("001203012345"));
        assert_eq!(InsuranceNumber::compare(ten, twelve), NumberAgreement::OtherGeneration);
        assert_eq!(InsuranceNumber::compare(ten, ten), NumberAgreement::Same);
    }
}
