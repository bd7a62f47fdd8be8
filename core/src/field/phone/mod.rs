//! Phone numbers.

mod renumbering;

use self::renumbering::{area_renamed, renumbered};
use super::Parsed;
use super::number::{
    Cell, Digits, NumberAgreement, digit, packed_number, print, read, rounded, value, wrong_length,
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

impl Phone {
    /// Reads a number with or without country code, in its old or new form; of several numbers in
    /// one cell the first is taken, extensions and notes are left out. A number cell's lost zero is
    /// put back.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        let whole = Self::parse_one(text);
        if whole.value.is_some() || whole.findings.is_empty() {
            return whole;
        }
        Self::among(text).unwrap_or(whole)
    }

    /// The first number of a cell that holds more than a number.
    #[cold]
    fn among(text: &str) -> Option<Parsed<Self>> {
        // Letters and most signs end a number; so does a dash or a blank with a number behind it.
        let is_part = |c: char| c.is_ascii_digit() || " .-()+'\u{A0}".contains(c);
        let mut numbers = text
            .split(|c: char| !is_part(c))
            .flat_map(|part| part.split(" - "))
            .flat_map(|part| core::iter::once(part).chain(halves(part)))
            .map(Self::parse_one)
            .filter(|part| part.value.is_some());
        let first = numbers.next()?;
        let second = numbers.find(|second| second.value != first.value).and_then(|s| s.value);
        let note = match second {
            Some(second) => {
                Finding::new(FindingCode::PhoneSecondNumber, FIELD).suggest(second.to_string())
            }
            None => Finding::new(FindingCode::PhoneExtension, FIELD),
        };
        Some(first.note(note))
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
        if national.bare && digits.ends_in_zeros(6) {
            return rounded(FIELD);
        }
        let first = digit(national.packed, u32::from(national.count) - 1);
        let parsed = match (national.count, first) {
            (9 | 10, 2..=7) if let Some(phone) = area_renamed(national.packed, national.count) => {
                Parsed::of(phone)
                    .note(Finding::new(FindingCode::PhoneOldArea, FIELD).suggest(phone.to_string()))
            }
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

/// Two numbers with a blank between them, each with blanks of its own perhaps: the text up to the
/// blank that leaves about half of the digits on either side, and the text behind it.
fn halves(text: &str) -> impl Iterator<Item = &str> {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let all = if text.len() <= 64 { digits(text) } else { 0 };
    let blank =
        text.char_indices().filter(|(_, c)| *c == ' ' || *c == '\u{A0}').find_map(|(at, _)| {
            let (left, right) = text.split_at(at);
            let fits = |text: &str| matches!(digits(text), 9..=12);
            (matches!(all, 18..=24) && fits(left) && fits(right)).then_some([left, right])
        });
    blank.into_iter().flatten()
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print(self.packed(), if self.packed() >> 36 == 0 { 10 } else { 11 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
    fn several_numbers_in_a_cell() {
        for text in ["0912345678/0987654321", "0912345678 - 0987654321", "0912345678; 0987654321"] {
            assert_eq!(read(text), ("0912345678".into(), ["phone_second_number"].into()), "{text}");
        }
        for text in [
            "0912345678 0987654321",
            "0912 345 678 0987 654 321",
            "ĐT: 0912345678, Zalo 0987654321",
            "0912345678 (con: 0987.654.321)",
        ] {
            assert_eq!(read(text), ("0912345678".into(), ["phone_second_number"].into()), "{text}");
        }
        assert_eq!(
            Phone::parse("0912345678/0169 1234567").findings[0].suggestion.as_deref(),
            Some("0391234567")
        );
    }

    #[test]
    fn extensions_and_notes_are_left_out() {
        for text in [
            "0912345678, nhà riêng",
            "0912345678 (gặp chị Lan)",
            "SĐT 0912345678",
            "zalo 0912345678",
            "0912345678/79",
            "0912345678; 0912345678",
        ] {
            assert_eq!(read(text), ("0912345678".into(), ["phone_extension"].into()), "{text}");
        }
        for text in [
            "0296 3852 123 (máy lẻ 105)",
            "02963852123 ext 12",
            "02963852123 - 105",
            "02963852123x105",
        ] {
            assert_eq!(read(text), ("02963852123".into(), ["phone_extension"].into()), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_used() {
        for (text, code) in [
            ("0123456", "number_wrong_length"),
            ("0000000000", "number_placeholder"),
            ("abc", "number_unreadable"),
            ("9.12E+08", "id_destroyed"),
            ("912000000", "number_rounded"),
            ("#########", "id_destroyed"),
            ("+1 202 555 0100", "number_wrong_length"),
        ] {
            assert_eq!(read(text), (String::new(), [code].into()), "{text}");
        }
        assert_eq!(read(""), (String::new(), [].into()));
        assert_eq!(read("0652345678").1, ["phone_prefix_unknown"]);
        assert_eq!(read(&"0912345678".repeat(1000)).1, ["number_wrong_length"]);
    }
}
