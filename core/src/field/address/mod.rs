//! Addresses within a commune: house, group, hamlet, street.

mod compare;
mod keywords;
mod reader;

use super::plain::{Plain, says_nothing};
use super::words::{Word, WordKind, Words, is_marked};
pub use compare::AddressAgreement;
use core::fmt;
use keywords::{Part, keyword};
use reader::Reader;

/// The parts of an address, as pieces of the caller's text; each may be absent.
///
/// Parts may stand in any order, in any case, with or without marks, and short (`KP`, `TDP`, `SN`).
/// Names of communes and districts that follow are left out: they have columns of their own.
///
/// ```
/// use hoten::Address;
///
/// let address = Address::parse("Số 814, Tổ 03, Ấp Ba Xoài");
/// assert_eq!((address.house(), address.group_number()), (Some("814"), Some(3)));
/// assert_eq!(address.hamlet(), Some("Ba Xoài"));
/// // A hamlet often stands without its kind.
/// assert_eq!(Address::parse("572, Bà Đen").hamlet(), Some("Bà Đen"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Address<'a> {
    house: Option<&'a str>,
    group: Option<&'a str>,
    hamlet: Option<&'a str>,
    hamlet_with_kind: Option<&'a str>,
    street: Option<&'a str>,
    as_above: bool,
}

impl<'a> Address<'a> {
    /// Reads an address; linear in its length, without allocation.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let address = Self::default();
        if text.len() <= 32
            && may_say_nothing(text)
            && let Some(plain) = Plain::<32>::of(text)
        {
            let plain = plain.trimmed();
            if says_as_above(plain) {
                return Self { as_above: true, ..address };
            }
            if says_nothing(plain) {
                return address;
            }
        }
        Reader::read(text)
    }

    /// House number as written, digits first: `814`, `12/3A`.
    #[must_use]
    pub fn house(self) -> Option<&'a str> {
        self.house
    }

    /// The house number, if it is nothing but a number below 2³².
    #[must_use]
    pub fn house_number(self) -> Option<u32> {
        number(self.house)
    }

    /// Residents' group (tổ) as written.
    #[must_use]
    pub fn group(self) -> Option<&'a str> {
        self.group
    }

    /// The group's number: 3 for `tổ 03`.
    #[must_use]
    pub fn group_number(self) -> Option<u32> {
        number(self.group)
    }

    /// Hamlet (ấp, khóm, thôn, xóm, bản, buôn, khu phố …) without the words for its kind: `Cây` both
    /// for `Xóm Bản Cây` and for `Bản Cây`.
    #[must_use]
    pub fn hamlet(self) -> Option<&'a str> {
        self.hamlet
    }

    /// The same with the words for its kind, for showing.
    #[must_use]
    pub fn hamlet_with_kind(self) -> Option<&'a str> {
        self.hamlet_with_kind
    }

    /// The hamlet's number: 2 for `KP2`.
    #[must_use]
    pub fn hamlet_number(self) -> Option<u32> {
        number(self.hamlet)
    }

    /// Street with its kind (`đường Trần Phú`, `hẻm 5`, `QL91`), or a name that stands in its place.
    #[must_use]
    pub fn street(self) -> Option<&'a str> {
        self.street
    }

    /// Does the cell say "as in the row above" (`nt`, `như trên`, `"`)? Then nothing else is known.
    #[must_use]
    pub fn is_as_above(self) -> bool {
        self.as_above
    }

    /// Is nothing known at all?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl fmt::Debug for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("house", &self.house.is_some())
            .field("group", &self.group.is_some())
            .field("hamlet", &self.hamlet.is_some())
            .field("street", &self.street.is_some())
            .field("as_above", &self.as_above)
            .finish()
    }
}

/// Begins as a cell that says nothing, or "as above": the few that do are looked at closely.
fn may_say_nothing(text: &str) -> bool {
    let first = text.chars().find(|&c| !crate::text::is_blank(c) && !crate::text::is_invisible(c));
    first.is_none_or(|c| {
        !(c.is_ascii_digit() || crate::text::is_alphabetic(c) && !"kKcCnN".contains(c))
    })
}

/// Does a cell say "as in the row above"?
pub(crate) fn is_as_above(text: &str) -> bool {
    let short = text.len() <= 24
        && text.trim_start().starts_with(['n', 'N', '"', '\'', '-', '\u{201C}', '\u{201D}']);
    short && Plain::<32>::of(text).is_some_and(|plain| says_as_above(plain.trimmed()))
}

/// Is the first word of a part one of an address within a commune: a number, `tổ`, `ấp`, `đường` …?
pub(crate) fn is_within_commune(part: &str) -> bool {
    let mut words = Words::of(part);
    let Some(first) = words.next() else { return true };
    let digits = |word: Option<Word>| word.is_some_and(|word| word.kind == WordKind::Digits);
    match first.kind {
        WordKind::Digits => true,
        _ => keyword(first, part, is_marked(part)).is_some_and(|kind| match kind {
            Part::House | Part::Group | Part::NumberedHamlet | Part::NumberedStreet => {
                digits(words.find(|word| word.kind != WordKind::Mark(b'.')))
            }
            Part::Hamlet { .. } | Part::Street => true,
        }),
    }
}

fn number(part: Option<&str>) -> Option<u32> {
    let digits = part.filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?;
    digits.parse().ok()
}

fn says_as_above(plain: &[u8]) -> bool {
    let core = plain.trim_ascii();
    let letters = core.iter().filter(|b| !b"-.\" '".contains(b));
    match core {
        [b'"' | b'\'', rest @ ..] if rest.iter().all(|b| b"\"'- ".contains(b)) => true,
        _ => letters.clone().eq(b"nt") || letters.eq(b"nhutren"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    /// House, group, hamlet, street; absent parts as `-`.
    fn read(text: &str) -> [&str; 4] {
        let address = Address::parse(text);
        [address.house(), address.group(), address.hamlet(), address.street()]
            .map(|part| part.unwrap_or("-"))
    }

    #[test]
    fn the_shapes_of_rural_registers() {
        for (text, want) in [
            ("Số 814, Tổ 3, Ấp Ba Xoài", ["814", "3", "Ba Xoài", "-"]),
            ("SỐ 814, TỔ 3, ẤP BA XOÀI", ["814", "3", "BA XOÀI", "-"]),
            ("So 121, Ap Mang Ro", ["121", "-", "Mang Ro", "-"]),
            ("TO 14, AP PHU HOA", ["-", "14", "PHU HOA", "-"]),
            ("tổ 03", ["-", "03", "-", "-"]),
            ("572, Bà Đen", ["572", "-", "Bà Đen", "-"]),
            ("Bà Đen", ["-", "-", "Bà Đen", "-"]),
            ("844, tổ 12, Ấp Tà Ngáo", ["844", "12", "Tà Ngáo", "-"]),
            ("Ấp Ba Xoài, Tổ 3, Số 814", ["814", "3", "Ba Xoài", "-"]),
            ("Tổ 3 - Ấp Ba Xoài", ["-", "3", "Ba Xoài", "-"]),
            ("Số 814 Tổ 3 Ấp Ba Xoài", ["814", "3", "Ba Xoài", "-"]),
            ("814 Ba Xoài", ["814", "-", "Ba Xoài", "-"]),
            ("Xóm Bản Cây", ["-", "-", "Cây", "-"]),
            ("9, BẢN CÂY", ["9", "-", "CÂY", "-"]),
            ("Xom Ban Cay", ["-", "-", "Cay", "-"]),
            ("Xóm Xóm Mới", ["-", "-", "Mới", "-"]),
            ("Thôn Đồi Chè", ["-", "-", "Đồi Chè", "-"]),
            ("To 9, Doi Che", ["-", "9", "Doi Che", "-"]),
            ("Khóm Đây Cà Hom", ["-", "-", "Đây Cà Hom", "-"]),
            ("Ấp Srây Skốth", ["-", "-", "Srây Skốth", "-"]),
            ("Phum Sóc Tức", ["-", "-", "Tức", "-"]),
            ("Sóc Tức", ["-", "-", "Tức", "-"]),
            ("Buôn Krông", ["-", "-", "Krông", "-"]),
            ("Plei Ốp", ["-", "-", "Ốp", "-"]),
            ("Số 12/3A, KP2", ["12/3A", "-", "2", "-"]),
            ("Số nhà 12B, khu phố 4", ["12B", "-", "4", "-"]),
            ("SN 12, TDP 5", ["12", "5", "-", "-"]),
            ("Nhà số 5, tổ dân phố 7", ["5", "7", "-", "-"]),
            ("tổ NDTQ số 5, ấp 3", ["-", "5", "3", "-"]),
            ("Tổ dân phố Cầu Đá", ["-", "-", "Cầu Đá", "-"]),
            ("K. 3, P. 2", ["-", "-", "3", "-"]),
            ("Đội 5, thôn Hạ", ["-", "-", "5", "-"]),
            ("12 Trần Hưng Đạo, Khóm 3", ["12", "-", "3", "Trần Hưng Đạo"]),
            ("12/3 hẻm 5 đường Trần Phú", ["12/3", "-", "-", "hẻm 5 đường Trần Phú"]),
            ("Đường Lê Lợi, Khóm 1", ["-", "-", "1", "Đường Lê Lợi"]),
            ("Quốc lộ 91, ấp Hòa Phú", ["-", "-", "Hòa Phú", "Quốc lộ 91"]),
            ("QL91, ấp Hòa Phú", ["-", "-", "Hòa Phú", "QL91"]),
            ("Ấp An Hòa, Xã An Hảo, Tịnh Biên, An Giang", ["-", "-", "An Hòa", "-"]),
            ("Ấp 3, Xã An Ninh, Sóc Trăng", ["-", "-", "3", "-"]),
            ("Tô Hiến Thành", ["-", "-", "Tô Hiến Thành", "-"]),
            ("Tô\u{309} 3, A\u{302}\u{301}p Ba Xoa\u{300}i", ["-", "3", "Ba Xoa\u{300}i", "-"]),
            ("Xã An Hảo", ["-", "-", "-", "-"]),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn kinds_are_kept_for_showing() {
        assert_eq!(Address::parse("Tổ 9, Xóm Bản Cây").hamlet_with_kind(), Some("Xóm Bản Cây"));
        assert_eq!(Address::parse("Bà Đen").hamlet_with_kind(), Some("Bà Đen"));
    }

    #[test]
    fn numbers_are_plain_ones() {
        let address = Address::parse("Số 012, tổ 03, KP2");
        assert_eq!(
            (address.house_number(), address.group_number(), address.hamlet_number()),
            (Some(12), Some(3), Some(2))
        );
        assert_eq!(Address::parse("Số 12/3A").house_number(), None);
        assert_eq!(Address::parse("Số 99999999999").house_number(), None);
    }

    #[test]
    fn as_in_the_row_above() {
        for text in ["nt", "NT", "-nt-", "n.t", "như trên", "Nhu tren", "\"", "''", " - nt - "] {
            let address = Address::parse(text);
            assert!(address.is_as_above(), "{text}");
            assert!(address.hamlet().is_none());
        }
        for text in ["", "-", "không có", ",,,"] {
            assert!(Address::parse(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn long_and_odd_input_is_read_once() {
        for piece in ["tổ 1 x ", "ấp ", "x, ", "số ", "tổ dân ", "/", "1/", "a\u{301}", "khu "]
        {
            let text: String = core::iter::repeat_n(piece, 200_000).collect();
            let _ = Address::parse(&text);
        }
    }
}
