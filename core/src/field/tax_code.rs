//! Tax codes, the only number with a check digit.

use super::number::{
    Digits, digit, digits_of, length, packed_number, print, value, with_length, without_length,
    wrong_length,
};
use super::{CitizenId, NumberAgreement, Parsed};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use core::fmt;
use core::num::NonZeroU64;

/// A tax code (mã số thuế): ten digits, thirteen for a branch, or the 12-digit personal number that
/// replaces personal tax codes from 2025-07-01.
///
/// The tenth digit checks the others (Circular 105/2020/TT-BTC).
///
/// ```
/// use hoten::TaxCode;
/// let code = TaxCode::parse("0100047516-001").value.unwrap();
/// assert_eq!((code.to_string().as_str(), code.branch()), ("0100047516-001", Some(1)));
/// assert_eq!(TaxCode::parse("0100047517").findings[0].code.as_str(), "tax_code_check_failed");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaxCode(NonZeroU64);

packed_number!(TaxCode);

const FIELD: FieldName = FieldName::TaxCode;

impl TaxCode {
    /// Reads a code; a wrong check digit is reported and the code kept as written.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        let digits = match digits_of(text, FIELD) {
            Ok(digits) => digits,
            Err(parsed) => return parsed,
        };
        let parsed = match digits.count {
            10 if checks(digits.packed) => Parsed::of(Self::of(digits.packed, 10)),
            13 if checks(digits.packed >> 12) => Parsed::of(Self::of(digits.packed, 13)),
            // A number cell loses one zero; the check digit tells such a code from a personal number
            // of a province that is not known.
            9 if checks(digits.packed) => Self::zero_lost(Self::of(digits.packed, 10)),
            12 if !personal(digits) && checks(digits.packed >> 12) => {
                Self::zero_lost(Self::of(digits.packed, 13))
            }
            11 if CitizenId::restored(digits).is_some() => {
                Self::zero_lost(Self::of(digits.packed, 12))
            }
            12 => Parsed::of(Self::of(digits.packed, 12)),
            10 | 13 => Parsed::of(Self::of(digits.packed, digits.count))
                .note(Finding::new(FindingCode::TaxCodeCheckFailed, FIELD)),
            _ => return wrong_length(digits, "10", FIELD),
        };
        parsed.note_lookalike(digits, FIELD)
    }

    fn of(packed: u64, count: u8) -> Self {
        Self(with_length(packed, count))
    }

    fn zero_lost(code: Self) -> Parsed<Self> {
        Parsed::of(code)
            .note(Finding::new(FindingCode::LeadingZeroLost, FIELD).suggest(code.to_string()))
    }

    /// The branch (001 to 999) of a 13-digit code.
    #[must_use]
    pub fn branch(self) -> Option<u16> {
        (length(self.0) == 13).then(|| value(self.packed(), 0, 3) as u16)
    }

    /// The personal number, where it serves as the tax code.
    #[must_use]
    pub fn citizen_id(self) -> Option<CitizenId> {
        let digits = Digits { packed: without_length(self.0), count: 12, ..Digits::NONE };
        if length(self.0) == 12 { CitizenId::of(digits) } else { None }
    }

    /// How two codes, each there or not, agree: a code, a branch's and a personal number are of
    /// different generations, except that a branch is compared with its house. Symmetric.
    #[must_use]
    #[inline]
    pub fn compare(left: Option<Self>, right: Option<Self>) -> NumberAgreement {
        let head = |code: Self| match length(code.0) {
            13 => with_length(without_length(code.0) >> 12, 10),
            _ => code.0,
        };
        match (left, right) {
            (Some(a), Some(b)) if length(a.0) != length(b.0) => {
                NumberAgreement::of_lengths(Some(head(a)), Some(head(b)))
            }
            _ => NumberAgreement::of(left.map(Self::packed), right.map(Self::packed)),
        }
    }
}

/// A personal number of a province that exists?
fn personal(digits: Digits) -> bool {
    CitizenId::of(digits).is_some_and(|id| id.province().is_some())
}

/// Does the last of ten packed digits check the nine before it? It is ten less the weighted sum
/// modulo eleven; serials whose remainder is 0 are never issued.
fn checks(packed: u64) -> bool {
    const WEIGHTS: [u32; 9] = [3, 5, 7, 13, 17, 19, 23, 29, 31];
    let sum: u32 = (1_u32..)
        .zip(WEIGHTS)
        .map(|(place, weight)| weight * u32::from(digit(packed, place)))
        .sum();
    u32::from(digit(packed, 0)) == 10 - sum % 11
}

impl fmt::Display for TaxCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match length(self.0) {
            13 => {
                write!(f, "{}-{}", print(without_length(self.0) >> 12, 10), print(self.packed(), 3))
            }
            count => f.write_str(&print(self.packed(), count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let parsed = TaxCode::parse(text);
        (
            parsed.value.map(|code| code.to_string()).unwrap_or_default(),
            parsed.findings.iter().map(|f| f.code.as_str()).collect(),
        )
    }

    #[test]
    fn the_check_digit() {
        // Circular 105/2020's rule on its example: 010004751 is followed by 6.
        assert_eq!(read("0100047516"), ("0100047516".into(), [].into()));
        for last in "012345789".chars() {
            let code: String = "010004751".chars().chain([last]).collect();
            assert_eq!(read(&code), (code.clone(), ["tax_code_check_failed"].into()));
        }
    }

    #[test]
    fn every_length() {
        assert_eq!(read("0100047516001"), ("0100047516-001".into(), [].into()));
        assert_eq!(read("100047516"), ("0100047516".into(), ["leading_zero_lost"].into()));
        assert_eq!(read("100047516001"), ("0100047516-001".into(), ["leading_zero_lost"].into()));
        assert_eq!(read("089150001234"), ("089150001234".into(), [].into()));
        let personal = TaxCode::parse("089150001234").value.unwrap().citizen_id();
        assert_eq!(personal, CitizenId::parse("089150001234").value);
        assert_eq!(read("100047517").1, ["number_wrong_length"]);
        assert_eq!(read("").1, [] as [&str; 0]);
        assert_eq!(read("không có").1, [] as [&str; 0]);
    }

    #[test]
    fn a_branch_is_its_house_s_and_a_personal_number_another_generation() {
        let compare = |a: &str, b: &str| {
            let (a, b) = (TaxCode::parse(a).value, TaxCode::parse(b).value);
            let agreement = TaxCode::compare(a, b);
            assert_eq!(TaxCode::compare(b, a), agreement);
            agreement
        };
        assert_eq!(compare("0100047516", "0100047516-001"), NumberAgreement::Same);
        assert_eq!(compare("0100047516-001", "0100047516-002"), NumberAgreement::OneDigit);
        assert_eq!(compare("0100047516", "089150001234"), NumberAgreement::OtherGeneration);
        assert_eq!(compare("", "089150001234"), NumberAgreement::MissingOne);
    }
}
