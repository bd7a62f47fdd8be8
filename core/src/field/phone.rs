//! Phone numbers.

use super::Parsed;
use super::number::{
    Cell, Digits, NumberAgreement, digit, packed_number, print, read, value, wrong_length,
};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use core::fmt;
use core::num::NonZeroU64;

/// A Vietnamese phone number, in the form in use since 2018.
///
/// In rural data one phone serves a whole household: weak evidence, never a key.
///
/// ```
/// use hoten::Phone;
/// let phone = Phone::parse("+84 91 234 56 78").value.unwrap();
/// assert_eq!(phone.to_string(), "0912345678");
/// // Eleven digits until 2018: 0169 became 039.
/// assert_eq!(Phone::parse("01691234567").value.unwrap().to_string(), "0391234567");
/// ```
// Held without the leading zero: nine digits, ten for landlines with 02x area codes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(NonZeroU64);

packed_number!(Phone);

const FIELD: FieldName = FieldName::Phone;

/// Mobile prefixes of 11-digit numbers and what they became between 2018-09-15 and 2019-06-30; the
/// last seven digits stayed.
const RENUMBERED: [(u16, u8); 21] = [
    (120, 70),
    (121, 79),
    (122, 77),
    (123, 83),
    (124, 84),
    (125, 85),
    (126, 76),
    (127, 81),
    (128, 78),
    (129, 82),
    (162, 32),
    (163, 33),
    (164, 34),
    (165, 35),
    (166, 36),
    (167, 37),
    (168, 38),
    (169, 39),
    (186, 56),
    (188, 58),
    (199, 59),
];

impl Phone {
    /// Reads a number with or without country code, in its old or new form; of several numbers in
    /// one cell the first is taken. A number cell's lost zero is put back.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        let whole = Self::parse_one(text);
        if whole.value.is_some() || whole.findings.is_empty() {
            return whole;
        }
        let parts = text.split(|c: char| "/;,|&\n".contains(c)).flat_map(|part| part.split(" - "));
        let mut values = parts.map(Self::parse_one).filter(|part| part.value.is_some());
        match (values.next(), values.next().and_then(|second| second.value)) {
            (Some(first), Some(second)) => first.note(
                Finding::new(FindingCode::PhoneSecondNumber, FIELD).suggest(second.to_string()),
            ),
            (Some(first), None) => first,
            _ => whole,
        }
    }

    fn parse_one(text: &str) -> Parsed<Self> {
        let digits = match read(text) {
            Cell::Digits(digits) => digits,
            Cell::Empty => return Parsed::missing(),
            Cell::Refused(code) => return Parsed::refused(Finding::new(code, FIELD)),
        };
        if digits.packed == 0 {
            return Parsed::refused(Finding::new(FindingCode::NumberPlaceholder, FIELD));
        }
        let national = National::of(digits);
        let parsed = match (national.count, digit(national.packed, u32::from(national.count) - 1)) {
            (9, 3 | 5 | 7 | 8 | 9) | (10, 2) => Parsed::of(Self::of(national.packed)),
            (9, 2 | 4 | 6) => Parsed::of(Self::of(national.packed))
                .note(Finding::new(FindingCode::PhonePrefixUnknown, FIELD)),
            (10, 1) => match renumbered(national.packed) {
                Some(phone) => Parsed::of(phone).note(
                    Finding::new(FindingCode::PhoneOldPrefix, FIELD).suggest(phone.to_string()),
                ),
                None => return wrong_length(digits, "10", FIELD),
            },
            _ => return wrong_length(digits, "10", FIELD),
        };
        let parsed = match parsed.value {
            Some(phone) if national.bare => parsed
                .note(Finding::new(FindingCode::LeadingZeroLost, FIELD).suggest(phone.to_string())),
            _ => parsed,
        };
        parsed.note_lookalike(digits, FIELD)
    }

    fn of(packed: u64) -> Self {
        Self(NonZeroU64::MIN.saturating_add(packed.saturating_sub(1)))
    }

    /// A mobile number (a person's or a household's), and no landline?
    #[must_use]
    pub fn is_mobile(self) -> bool {
        self.packed() >> 36 == 0 && matches!(digit(self.packed(), 8), 3 | 5 | 7 | 8 | 9)
    }

    /// How two numbers, each there or not, agree. Symmetric.
    #[must_use]
    #[inline]
    pub fn compare(left: Option<Self>, right: Option<Self>) -> NumberAgreement {
        NumberAgreement::of(left.map(Self::packed), right.map(Self::packed))
    }
}

/// A number without country code and leading zero.
struct National {
    packed: u64,
    count: u8,
    /// It had neither.
    bare: bool,
}

impl National {
    fn of(digits: Digits) -> Self {
        let mut rest = digits;
        let mut cut = |count: u8| {
            rest.count -= count;
            rest.packed &= (1_u64 << (u32::from(rest.count) * 4)) - 1;
            rest
        };
        let head = |count: u32| match u32::from(digits.count).checked_sub(count) {
            Some(place) if digits.count <= 15 => value(digits.packed, place, count),
            _ => u32::MAX,
        };
        let foreign = if digits.count > 12 && head(4) == 84 {
            4
        } else if head(2) == 84
            && (digits.plus && digits.count > 9 || matches!(digits.count, 11..=13))
        {
            2
        } else {
            0
        };
        if foreign > 0 {
            rest = cut(foreign);
        }
        let zero = rest.count > 1 && rest.starts_with_zero();
        if zero {
            rest.count -= 1;
        }
        Self { packed: rest.packed, count: rest.count.max(1), bare: foreign == 0 && !zero }
    }
}

fn renumbered(packed: u64) -> Option<Phone> {
    let prefix = value(packed, 7, 3) as u16;
    let (_, new) = RENUMBERED.iter().find(|(old, _)| *old == prefix)?;
    let new = u64::from(new / 10) << 4 | u64::from(new % 10);
    Some(Phone::of(new << 28 | packed & 0xFFF_FFFF))
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print(self.packed(), if self.packed() >> 36 == 0 { 10 } else { 11 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        let parsed = Phone::parse(text);
        (
            parsed.value.map(|phone| phone.to_string()).unwrap_or_default(),
            parsed.findings.iter().map(|f| f.code.as_str()).collect(),
        )
    }

    #[test]
    fn one_number_in_many_forms() {
        for text in [
            "0912345678",
            "0912.345.678",
            "0912 345 678",
            "+84912345678",
            "84912345678",
            "0084912345678",
            "840912345678",
            "+84 (0) 912 345 678",
            "(+84)912345678",
            "091-2345678",
        ] {
            assert_eq!(read(text), ("0912345678".into(), [].into()), "{text}");
        }
        assert_eq!(read("912345678"), ("0912345678".into(), ["leading_zero_lost"].into()));
        assert_eq!(read("912345678.0"), ("0912345678".into(), ["leading_zero_lost"].into()));
        // VinaPhone's 084 is no country code.
        assert_eq!(read("0841234567"), ("0841234567".into(), [].into()));
        assert_eq!(read("841234567"), ("0841234567".into(), ["leading_zero_lost"].into()));
        assert_eq!(read("02963123456"), ("02963123456".into(), [].into()));
        assert!(!Phone::parse("02963123456").value.unwrap().is_mobile());
        assert!(Phone::parse("0912345678").value.unwrap().is_mobile());
    }

    #[test]
    fn the_change_of_2018() {
        // Ministry of Information and Communications: 11 digits to 10.
        for (old, new) in [
            ("0120", "070"),
            ("0121", "079"),
            ("0122", "077"),
            ("0126", "076"),
            ("0128", "078"),
            ("0123", "083"),
            ("0124", "084"),
            ("0125", "085"),
            ("0127", "081"),
            ("0129", "082"),
            ("0162", "032"),
            ("0163", "033"),
            ("0164", "034"),
            ("0165", "035"),
            ("0166", "036"),
            ("0167", "037"),
            ("0168", "038"),
            ("0169", "039"),
            ("0186", "056"),
            ("0188", "058"),
            ("0199", "059"),
        ] {
            let want = (format!("{new}1234567"), ["phone_old_prefix"].into());
            assert_eq!(read(&format!("{old}1234567")), want, "{old}");
        }
        assert_eq!(read("01801234567").1, ["number_wrong_length"]);
        assert_eq!(read("1691234567").0, "0391234567");
    }

    #[test]
    fn several_numbers_in_a_cell() {
        for text in ["0912345678/0987654321", "0912345678 - 0987654321", "0912345678; 0987654321"] {
            assert_eq!(read(text), ("0912345678".into(), ["phone_second_number"].into()), "{text}");
        }
        assert_eq!(read("0912345678, nhà riêng").0, "0912345678");
    }

    #[test]
    fn what_cannot_be_used() {
        for (text, code) in [
            ("0123456", "number_wrong_length"),
            ("0000000000", "number_placeholder"),
            ("abc", "number_unreadable"),
            ("9.12E+08", "id_destroyed"),
            ("+1 202 555 0100", "number_wrong_length"),
        ] {
            assert_eq!(read(text), (String::new(), [code].into()), "{text}");
        }
        assert_eq!(read(""), (String::new(), [].into()));
        assert_eq!(read("0612345678").1, ["phone_prefix_unknown"]);
        assert_eq!(read(&"0912345678".repeat(1000)).1, ["number_wrong_length"]);
    }
}
