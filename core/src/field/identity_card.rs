//! The old identity card's number.

use super::number::{NumberAgreement, digits_of, packed_number, print, rounded, wrong_length};
use super::{CitizenId, Parsed, ProvinceSet};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use core::fmt;
use core::num::NonZeroU64;

/// The 9-digit number of the old identity card (chứng minh nhân dân, CMND).
///
/// Weak evidence: a new card in another province brought a new number, and 50,000 numbers existed
/// in two provinces at once (271450001 to 271500000, reported in 2007). It shares no digits with
/// its owner's 12-digit number.
///
/// ```
/// use hoten::IdentityCard;
/// let card = IdentityCard::parse("351 400 331").value.unwrap();
/// assert_eq!(card.to_string(), "351400331");
/// assert_eq!(card.provinces().iter().map(|p| p.name()).collect::<Vec<_>>(), ["An Giang"]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdentityCard(NonZeroU64);

packed_number!(IdentityCard);

const FIELD: FieldName = FieldName::IdentityCard;

impl IdentityCard {
    /// Reads a number; eight digits get back the zero that a number cell lost, if a province issued
    /// such numbers; six zeros at the end are what scientific notation left. A 12-digit number is a citizen ID in the wrong column: no value, and said so.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        let digits = match digits_of(text, FIELD) {
            Ok(digits) => digits,
            Err(parsed) => return parsed,
        };
        let Some(card) = NonZeroU64::new(digits.packed).map(Self) else {
            return Parsed::missing();
        };
        let parsed = match digits.count {
            8 | 9 if digits.ends_in_zeros(6) => return rounded(FIELD),
            9 => Parsed::of(card),
            8 if !digits.starts_with_zero() && !card.provinces().is_empty() => Parsed::of(card)
                .note(Finding::new(FindingCode::LeadingZeroLost, FIELD).suggest(card.to_string())),
            12 if CitizenId::of(digits).is_some() => {
                let note = Finding::new(FindingCode::IdentityCardIsCitizenId, FIELD);
                return Parsed::refused(note.suggest(print(digits.packed, 12)));
            }
            10 | 11 if CitizenId::restored(digits).is_some() => {
                let note = Finding::new(FindingCode::IdentityCardIsCitizenId, FIELD);
                return Parsed::refused(note.suggest(print(digits.packed, 12)));
            }
            _ => return wrong_length(digits, "9", FIELD),
        };
        parsed.note_lookalike(digits, FIELD)
    }

    /// The provinces whose police issued numbers with these first digits; several where provinces
    /// were split later, none for a prefix that is not known.
    #[must_use]
    pub fn provinces(self) -> ProvinceSet {
        ProvinceSet::of_card_prefix(super::number::value(self.packed(), 6, 3) as u16)
    }

    /// How two numbers, each there or not, agree. Symmetric.
    #[must_use]
    #[inline]
    pub fn compare(left: Option<Self>, right: Option<Self>) -> NumberAgreement {
        NumberAgreement::of(left.map(Self::packed), right.map(Self::packed))
    }
}

impl fmt::Display for IdentityCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print(self.packed(), 9))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let parsed = IdentityCard::parse(text);
        (
            parsed.value.map(|card| card.to_string()).unwrap_or_default(),
            parsed.findings.iter().map(|f| f.code.as_str()).collect(),
        )
    }

    #[test]
    fn nine_digits() {
        assert_eq!(read("351400331"), ("351400331".into(), [].into()));
        assert_eq!(read("'012.345.679"), ("012345679".into(), [].into()));
        // Hà Nội 01, TP.HCM 02: the zero is lost in number cells.
        assert_eq!(read("12345679"), ("012345679".into(), ["leading_zero_lost"].into()));
        assert_eq!(read("24345678").1, ["leading_zero_lost"]);
    }

    #[test]
    fn what_is_no_card_number() {
        assert_eq!(read(""), (String::new(), [].into()));
        assert_eq!(read("089050001234").1, ["identity_card_is_citizen_id"]);
        assert_eq!(read("89050001234").1, ["identity_card_is_citizen_id"]);
        assert_eq!(read("1234568").1, ["number_wrong_length"]);
        assert_eq!(read("123456789").1, ["number_placeholder"]);
        assert_eq!(read("3.514E+08").1, ["id_destroyed"]);
        assert_eq!(read("351000000"), (String::new(), ["number_rounded"].into()));
        assert_eq!(read("351100000").1, [] as [&str; 0]);
    }

    #[test]
    fn provinces_share_prefixes() {
        let names = |text: &str| -> Vec<_> {
            let card = IdentityCard::parse(text).value.unwrap();
            card.provinces().iter().map(|province| province.name()).collect()
        };
        // 27 is shared by Đồng Nai and Bà Rịa - Vũng Tàu; three digits where the block was cut.
        assert_eq!(names("271450001"), ["Đồng Nai", "Bà Rịa - Vũng Tàu"]);
        assert_eq!(names("230123456"), ["Gia Lai"]);
        assert_eq!(names("231123456"), ["Gia Lai"]);
        assert_eq!(names("285123456"), ["Bình Phước"]);
        assert_eq!(names("095123456"), ["Bắc Kạn"]);
        assert!(names("991234567").is_empty());
    }
}
