//! Digits of a number as clerks and spreadsheets leave them, and how two numbers agree.

use super::Parsed;
use super::plain::{OTHER, plain_byte, says_nothing};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::{String, ToString};
use core::num::NonZeroU64;

/// The longest number that is held: sixteen digits, four bits each.
const MOST: u8 = 16;

/// Digits, one in four bits, the last digit lowest: they compare and print as the number does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digits {
    pub(crate) packed: u64,
    /// How many, leading zeros included; more than sixteen are counted but not held.
    pub(crate) count: u8,
    /// Some were typed as letters: O for 0, I or l for 1.
    pub(crate) lookalike: bool,
    /// A plus sign stands first.
    pub(crate) plus: bool,
}

impl Digits {
    pub(crate) const NONE: Self = Self { packed: 0, count: 0, lookalike: false, plus: false };

    pub(crate) fn push(&mut self, digit: u8) {
        if self.count < MOST {
            self.packed = self.packed << 4 | u64::from(digit & 0xF);
        }
        self.count = self.count.saturating_add(1);
    }

    /// The digit at `place` from the right.
    pub(crate) fn digit(self, place: u32) -> u8 {
        digit(self.packed, place)
    }

    pub(crate) fn starts_with_zero(self) -> bool {
        self.digit(u32::from(self.count.saturating_sub(1))) == 0
    }

    /// Does the number end in as many zeros, as one does that was put back from `8.9192E+10`? Then
    /// its last digits are most likely lost, and many other numbers of the file look the same.
    pub(crate) fn ends_in_zeros(self, count: u32) -> bool {
        self.packed.trailing_zeros() >= count * 4
    }

    /// All digits are the same, or they count up 1234…: what clerks type into a field that must
    /// not stay empty.
    pub(crate) fn is_filler(self) -> bool {
        const ONES: u64 = 0x1111_1111_1111_1111;
        const COUNTING: u64 = 0x0123_4567_8901_2345;
        let width = u32::from(self.count.min(MOST)) * 4;
        let mask = u64::MAX.checked_shr(64 - width.max(1)).unwrap_or(0);
        let same = (ONES & mask) * u64::from(self.digit(0));
        let up = (COUNTING << 4 | 6) >> (64 - width.clamp(4, 64));
        self.count >= 6 && (self.packed == same || self.packed == up)
    }
}

/// One digit of packed digits, `place` from the right.
pub(crate) fn digit(packed: u64, place: u32) -> u8 {
    (packed.checked_shr(place * 4).unwrap_or(0) & 0xF) as u8
}

/// Packed digits of a kind of number that has several lengths (up to 13), with the length above
/// them: in two places, so that numbers of different lengths never look like one slip.
pub(crate) fn with_length(packed: u64, count: u8) -> NonZeroU64 {
    let mark = u64::from(count) << 60 | u64::from(count) << 52;
    NonZeroU64::MIN.saturating_add((packed | mark).saturating_sub(1))
}

/// The length that [`with_length`] put above the digits.
pub(crate) fn length(packed: NonZeroU64) -> u32 {
    (packed.get() >> 60) as u32
}

/// The digits below it.
pub(crate) fn without_length(packed: NonZeroU64) -> u64 {
    packed.get() & ((1 << 52) - 1)
}

/// The decimal value of `count` packed digits whose last is at `place` from the right.
pub(crate) fn value(packed: u64, place: u32, count: u32) -> u32 {
    (place..place + count).rev().fold(0, |sum, at| sum * 10 + u32::from(digit(packed, at)))
}

/// Packed digits as text, `count` of them.
pub(crate) fn print(packed: u64, count: u32) -> String {
    (0..count).rev().map(|place| char::from(b'0' + digit(packed, place))).collect()
}

/// A cell that should hold a number.
pub(crate) enum Cell {
    /// Nothing is said.
    Empty,
    Digits(Digits),
    /// Not to be used; the code says why.
    Refused(FindingCode),
}

/// Reads the digits of a cell past blanks, dots, dashes, apostrophes and a spreadsheet's `.0`.
///
/// Scientific notation (`8,9192E+10`) is refused: its last digits are gone for ever.
pub(crate) fn read(text: &str) -> Cell {
    let mut digits = Digits::NONE;
    // Plain bytes seen, for the few cells that hold no number.
    let mut head = [0_u8; 12];
    let mut length = 0_usize;
    let mut point = None;
    let mut points = 0_u32;
    let mut exponent = false;
    let mut other = false;
    for byte in text.chars().filter_map(plain_byte) {
        if length > 0 || byte != b' ' {
            if let Some(slot) = head.get_mut(length) {
                *slot = byte;
            }
            length += 1;
        }
        match byte {
            b'0'..=b'9' => digits.push(byte),
            b' ' | b'-' | b'\'' | b'"' | b'`' | b'(' | b')' => {}
            b'.' | b',' => {
                point = Some(digits);
                points += 1;
            }
            b'+' if digits.count == 0 => digits.plus = true,
            b'+' if exponent => {}
            b'e' if digits.count > 0 && !exponent => exponent = true,
            b'o' => {
                digits.lookalike = true;
                digits.push(0);
            }
            b'i' | b'l' | b'|' => {
                digits.lookalike = true;
                digits.push(1);
            }
            OTHER => other = true,
            _ => other = true,
        }
    }
    if other || digits.count == 0 || digits.count == 1 && digits.packed == 0 {
        let begin = head.get(..length.min(head.len())).unwrap_or_default().trim_ascii();
        return match begin {
            // A column too narrow shows hashes, and exports them.
            [b'#', b'#', b'#', rest @ ..] if rest.iter().all(|byte| *byte == b'#') => {
                Cell::Refused(FindingCode::IdDestroyed)
            }
            b"0" if length <= head.len() => Cell::Empty,
            _ if length <= head.len() && says_nothing(begin) => Cell::Empty,
            _ => Cell::Refused(FindingCode::NumberUnreadable),
        };
    }
    if exponent {
        return Cell::Refused(FindingCode::IdDestroyed);
    }
    if let Some(whole) = point.filter(|whole| points == 1 && whole.count >= 4) {
        // `89192000123.0`: a number cell that was exported as a float.
        let fraction = digits.count - whole.count;
        if (1..=2).contains(&fraction) && value(digits.packed, 0, fraction.into()) == 0 {
            digits = Digits { lookalike: digits.lookalike, ..whole };
        }
    }
    Cell::Digits(digits)
}

/// The digits of a cell, or what to answer where there are none to judge.
pub(crate) fn digits_of<T>(text: &str, field: FieldName) -> Result<Digits, Parsed<T>> {
    match read(text) {
        Cell::Empty => Err(Parsed::missing()),
        Cell::Refused(code) => Err(Parsed::refused(Finding::new(code, field))),
        Cell::Digits(digits) if digits.is_filler() => {
            Err(Parsed::refused(Finding::new(FindingCode::NumberPlaceholder, field)))
        }
        Cell::Digits(digits) => Ok(digits),
    }
}

/// No value: the number looks rounded.
#[cold]
pub(crate) fn rounded<T>(field: FieldName) -> Parsed<T> {
    Parsed::refused(Finding::new(FindingCode::NumberRounded, field))
}

/// No value: the number has too few or too many digits.
#[cold]
pub(crate) fn wrong_length<T>(digits: Digits, expected: &str, field: FieldName) -> Parsed<T> {
    Parsed::refused(
        Finding::new(FindingCode::NumberWrongLength, field)
            .with("found", digits.count.to_string())
            .with("expected", expected),
    )
}

impl<T> Parsed<T> {
    /// Adds that letters were read as digits, if they were.
    pub(crate) fn note_lookalike(self, digits: Digits, field: FieldName) -> Self {
        if digits.lookalike {
            let note = Finding::new(FindingCode::NumberLookalike, field);
            self.note(note.suggest(print(digits.packed, digits.count.into())))
        } else {
            self
        }
    }
}

/// How two numbers of one kind agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum NumberAgreement {
    /// Neither side has one.
    MissingBoth,
    /// One side has one.
    MissingOne,
    /// Digit for digit.
    Same,
    /// One digit differs.
    OneDigit,
    /// Two neighbouring digits are exchanged.
    Transposed,
    /// More than that differs.
    Different,
    /// Numbers of two generations, which share no digits even where they are one person's.
    OtherGeneration,
}

impl NumberAgreement {
    /// Every agreement, in the order of its number.
    pub const ALL: [Self; 7] = [
        Self::MissingBoth,
        Self::MissingOne,
        Self::Same,
        Self::OneDigit,
        Self::Transposed,
        Self::Different,
        Self::OtherGeneration,
    ];

    /// Of packed digits with their length above them.
    #[inline]
    pub(crate) fn of_lengths(left: Option<NonZeroU64>, right: Option<NonZeroU64>) -> Self {
        match (left, right) {
            (Some(a), Some(b)) if length(a) != length(b) => Self::OtherGeneration,
            _ => Self::of(left.map(NonZeroU64::get), right.map(NonZeroU64::get)),
        }
    }

    /// Of packed digits; `None` is a missing number.
    #[inline]
    pub(crate) fn of(left: Option<u64>, right: Option<u64>) -> Self {
        let (Some(a), Some(b)) = (left, right) else {
            return if left == right { Self::MissingBoth } else { Self::MissingOne };
        };
        let differ = a ^ b;
        if differ == 0 {
            return Self::Same;
        }
        let place = differ.trailing_zeros() / 4;
        let pair = |packed: u64| (digit(packed, place), digit(packed, place + 1));
        match differ >> (place * 4) {
            0..=0xF => Self::OneDigit,
            0x10..=0xFF if pair(a) == (pair(b).1, pair(b).0) => Self::Transposed,
            _ => Self::Different,
        }
    }
}

/// What every kind of number shares: printing, comparing, and a `Debug` without the number.
macro_rules! packed_number {
    ($name:ident) => {
        impl $name {
            /// The packed form: one digit in four bits, the last digit lowest. Never 0, ordered as
            /// the numbers are.
            #[must_use]
            pub fn packed(self) -> u64 {
                self.0.get()
            }

            /// The number of a packed form; `None` for what packs no digits.
            #[cfg(feature = "index")]
            #[allow(dead_code, reason = "an index does not keep every kind of number")]
            pub(crate) fn from_packed(packed: u64) -> Option<Self> {
                // Above 13 digits stand marks of the length.
                let digits = (0..13).all(|place| super::number::digit(packed, place) <= 9);
                core::num::NonZeroU64::new(packed).filter(|_| digits).map(Self)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}
pub(crate) use packed_number;

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        match read(text) {
            Cell::Digits(digits) => Some(print(digits.packed, digits.count.into())),
            _ => None,
        }
    }

    #[test]
    fn digits_come_through_what_surrounds_them() {
        for text in [
            "089050001234",
            "089 050 001 234",
            "'089050001234",
            "089.050.001.234",
            "0890-5000-1234",
            " 089050001234\u{A0}",
            "089050001234.0",
            "O8905000l234",
            "\u{FEFF}089050001234",
            "０８９０５０００１２３４",
        ] {
            assert_eq!(shown(text).as_deref(), Some("089050001234"), "{text}");
        }
        assert_eq!(shown("089050001200").as_deref(), Some("089050001200"));
        assert_eq!(shown("89.050.001.200").as_deref(), Some("89050001200"));
    }

    #[test]
    fn what_holds_no_number() {
        for text in ["", "  ", "-", "0", "không có", "null", "?"] {
            assert!(matches!(read(text), Cell::Empty), "{text}");
        }
        for text in [
            "8,9192E+10",
            "7.9E+10",
            "7.9e+10",
            "8E10",
            "8.91920001E+11",
            "1.00000E15",
            "###",
            "############",
            "#####################",
        ] {
            assert!(matches!(read(text), Cell::Refused(FindingCode::IdDestroyed)), "{text}");
        }
        for text in ["abc", "08905000123x", "số 123", "\u{1F600}", "oo x", "##", "#REF!"] {
            assert!(matches!(read(text), Cell::Refused(FindingCode::NumberUnreadable)), "{text}");
        }
    }

    #[test]
    fn fillers_are_seen() {
        let filler = |text: &str| match read(text) {
            Cell::Digits(digits) => digits.is_filler(),
            _ => false,
        };
        for text in ["000000000000", "111111111", "123456789", "123456789012", "9999999999"] {
            assert!(filler(text), "{text}");
        }
        for text in ["089050001234", "12345", "111111112", "012345678", "00000"] {
            assert!(!filler(text), "{text}");
        }
    }

    #[test]
    fn agreement_of_digits() {
        use NumberAgreement::*;
        for (a, b, want) in [
            (0x1234, 0x1234, Same),
            (0x1234, 0x1239, OneDigit),
            (0x1234, 0x9234, OneDigit),
            (0x1234, 0x1243, Transposed),
            (0x1234, 0x2134, Transposed),
            (0x1234, 0x1244, OneDigit),
            (0x1234, 0x1432, Different),
            (0x1234, 0x1256, Different),
            (0x1234_5678_9012_3456, 0x2134_5678_9012_3456, Transposed),
        ] {
            assert_eq!(NumberAgreement::of(Some(a), Some(b)), want, "{a:x} {b:x}");
            assert_eq!(NumberAgreement::of(Some(b), Some(a)), want, "{b:x} {a:x}");
        }
        assert_eq!(NumberAgreement::of(Some(1), None), MissingOne);
        assert_eq!(NumberAgreement::of(None, None), MissingBoth);
        for (number, agreement) in NumberAgreement::ALL.into_iter().enumerate() {
            assert_eq!(agreement as usize, number);
        }
    }
}
