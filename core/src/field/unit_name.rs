//! Names of administrative units, with the word for their kind in any of its spellings.

use super::words::{Keyword, Word, WordKind, Words, is_marked, key};
use core::fmt;

/// The kind of an administrative unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum UnitKind {
    /// No word for a kind stands before the name.
    Unknown,
    /// Tỉnh.
    Province,
    /// Thành phố: a city, of province rank or within a province.
    City,
    /// Quận: an urban district.
    UrbanDistrict,
    /// Huyện: a rural district.
    District,
    /// Thị xã: a town of district rank.
    Town,
    /// Thị trấn: a township of commune rank.
    Township,
    /// Phường: a ward.
    Ward,
    /// Xã: a commune.
    Commune,
    /// Đặc khu: a special zone, since 2025.
    SpecialZone,
}

impl UnitKind {
    /// `"unknown"`, `"province"`, `"city"`, `"urban_district"`, `"district"`, `"town"`, `"township"`,
    /// `"ward"`, `"commune"` or `"special_zone"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Province => "province",
            Self::City => "city",
            Self::UrbanDistrict => "urban_district",
            Self::District => "district",
            Self::Town => "town",
            Self::Township => "township",
            Self::Ward => "ward",
            Self::Commune => "commune",
            Self::SpecialZone => "special_zone",
        }
    }

    /// The word that stands before a name: `Xã`; empty for [`Self::Unknown`].
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "",
            Self::Province => "Tỉnh",
            Self::City => "Thành phố",
            Self::UrbanDistrict => "Quận",
            Self::District => "Huyện",
            Self::Town => "Thị xã",
            Self::Township => "Thị trấn",
            Self::Ward => "Phường",
            Self::Commune => "Xã",
            Self::SpecialZone => "Đặc khu",
        }
    }
}

/// A unit's kind, and its name as a part of the caller's text.
///
/// ```
/// use hoten::{UnitKind, UnitName};
///
/// let town = UnitName::parse("TX. Tịnh Biên");
/// assert_eq!((town.kind(), town.name()), (UnitKind::Town, "Tịnh Biên"));
/// assert_eq!(UnitName::parse("P.1").number(), Some(1));
/// // Marks tell a ward (phường) from a name that begins alike.
/// assert_eq!(UnitName::parse("Phượng Tiến").kind(), UnitKind::Unknown);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct UnitName<'a> {
    kind: UnitKind,
    name: &'a str,
}

impl<'a> UnitName<'a> {
    /// Splits off the word for the kind: whole (`Xã`, `thị trấn`, unmarked too) or short (`X.`,
    /// `TT`, `P1`). What is left, without blanks and commas at its ends, is the name; a text that is
    /// nothing but such a word is a name.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let text = trim(text);
        let (kind, rest) = split_kind(text, is_marked(text));
        let name = trim(rest);
        if kind == UnitKind::Unknown || name.is_empty() {
            Self { kind: UnitKind::Unknown, name: text }
        } else {
            Self { kind, name }
        }
    }

    /// Kind.
    #[must_use]
    pub fn kind(self) -> UnitKind {
        self.kind
    }

    /// Name, as written.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.name
    }

    /// The number that serves as the name of a ward or district: 1 for `Phường 01`.
    #[must_use]
    pub fn number(self) -> Option<u16> {
        let digits = !self.name.is_empty() && self.name.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| self.name.parse().ok())?
    }
}

impl fmt::Debug for UnitName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UnitName({})", self.kind.as_str())
    }
}

/// Whole words. Quan, Xa, Tinh, Phuong also begin names of communes and districts (Quan Hóa, Xa
/// Dung, Tinh Nhuệ).
const WHOLE: [Keyword<UnitKind>; 5] = [
    Keyword::new("xa", "xã", true, UnitKind::Commune),
    Keyword::new("phuong", "phường", true, UnitKind::Ward),
    Keyword::new("huyen", "huyện", false, UnitKind::District),
    Keyword::new("quan", "quận", true, UnitKind::UrbanDistrict),
    Keyword::new("tinh", "tỉnh", true, UnitKind::Province),
];

/// Kinds of two words.
const PAIRS: [(Keyword<()>, Keyword<UnitKind>); 4] = [
    (
        Keyword::new("thi", "thị", false, ()),
        Keyword::new("tran", "trấn", false, UnitKind::Township),
    ),
    (Keyword::new("thi", "thị", false, ()), Keyword::new("xa", "xã", false, UnitKind::Town)),
    (Keyword::new("thanh", "thành", false, ()), Keyword::new("pho", "phố", false, UnitKind::City)),
    (
        Keyword::new("dac", "đặc", false, ()),
        Keyword::new("khu", "khu", false, UnitKind::SpecialZone),
    ),
];

/// The kind that a text begins with, and the text behind the word for it. `marked`: some letters of
/// the whole value carry marks. Looks at four words at most.
pub(super) fn split_kind(text: &str, marked: bool) -> (UnitKind, &str) {
    const NONE: UnitKind = UnitKind::Unknown;
    let mut words = Words::of(text);
    let Some(first) = words.next() else { return (NONE, text) };
    let behind = |word: Word| text.get(word.end..).unwrap_or_default();
    if let Some(keyword) = WHOLE.iter().find(|keyword| keyword.is(&first, text, marked)) {
        return (keyword.means, behind(first));
    }
    let second = words.next();
    for (one, two) in &PAIRS {
        if let Some(second) = second
            && one.is(&first, text, marked)
            && two.is(&second, text, marked)
        {
            return (two.means, behind(second));
        }
    }
    let Some(second) = second.filter(|_| !first.marked) else { return (NONE, text) };
    let dot = second.kind == WordKind::Mark(b'.');
    // `T.X. Tịnh Biên`: a dot behind each letter.
    if let (true, Some(third)) = (dot && first.key == key("t"), words.next())
        && words.peek().is_some_and(|fourth| fourth.kind == WordKind::Mark(b'.'))
        && let Some(kind) = short_kind(key("t") << 8 | third.key)
    {
        return (kind, behind(third));
    }
    // A short form is cut off by a dot, a blank or a number.
    let blank = second.start > first.end && second.kind == WordKind::Letters;
    let apart = dot || blank || second.kind == WordKind::Digits;
    match short_kind(first.key) {
        Some(kind) if apart => (kind, behind(first)),
        _ => (NONE, text),
    }
}

fn short_kind(plain: u64) -> Option<UnitKind> {
    const P: u64 = key("p");
    const PH: u64 = key("ph");
    const F: u64 = key("f");
    const Q: u64 = key("q");
    const X: u64 = key("x");
    const H: u64 = key("h");
    const T: u64 = key("t");
    const TT: u64 = key("tt");
    const TX: u64 = key("tx");
    const TP: u64 = key("tp");
    Some(match plain {
        P | PH | F => UnitKind::Ward,
        Q => UnitKind::UrbanDistrict,
        X => UnitKind::Commune,
        H => UnitKind::District,
        T => UnitKind::Province,
        TT => UnitKind::Township,
        TX => UnitKind::Town,
        TP => UnitKind::City,
        _ => return None,
    })
}

/// Without blanks, commas and dots at the ends.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| crate::text::is_blank(c) || ",.;:-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str, kind: UnitKind, name: &str) {
        let unit = UnitName::parse(text);
        assert_eq!((unit.kind(), unit.name()), (kind, name), "{text}");
    }

    #[test]
    fn kinds_whole_and_short() {
        use UnitKind::*;
        for (text, kind, name) in [
            ("Tỉnh An Giang", Province, "An Giang"),
            ("T. An Giang", Province, "An Giang"),
            ("T.An Giang", Province, "An Giang"),
            ("TP. Long Xuyên", City, "Long Xuyên"),
            ("Tp Long Xuyên", City, "Long Xuyên"),
            ("T.P. Long Xuyên", City, "Long Xuyên"),
            ("TP.HCM", City, "HCM"),
            ("Thành phố Cần Thơ", City, "Cần Thơ"),
            ("thanh pho can tho", City, "can tho"),
            ("Quận 1", UrbanDistrict, "1"),
            ("Q.1", UrbanDistrict, "1"),
            ("Q1", UrbanDistrict, "1"),
            ("Huyện Tri Tôn", District, "Tri Tôn"),
            ("huyện Tri Tôn", District, "Tri Tôn"),
            ("Huyen Tri Ton", District, "Tri Ton"),
            ("H. Tri Tôn", District, "Tri Tôn"),
            ("H Tri Tôn", District, "Tri Tôn"),
            ("Thị xã Tịnh Biên", Town, "Tịnh Biên"),
            ("THỊ XÃ TỊNH BIÊN", Town, "TỊNH BIÊN"),
            ("TX. Tịnh Biên", Town, "Tịnh Biên"),
            ("T.X. Tịnh Biên", Town, "Tịnh Biên"),
            ("TX.Tịnh Biên", Town, "Tịnh Biên"),
            ("Thị trấn Chi Lăng", Township, "Chi Lăng"),
            ("TT Tri Tôn", Township, "Tri Tôn"),
            ("T.T. Tri Tôn", Township, "Tri Tôn"),
            ("thi tran Chi Lăng", Township, "Chi Lăng"),
            ("Phường 1", Ward, "1"),
            ("P.1", Ward, "1"),
            ("P1", Ward, "1"),
            ("F1", Ward, "1"),
            ("P. Núi Sam", Ward, "Núi Sam"),
            ("Ph. Núi Sam", Ward, "Núi Sam"),
            ("phuong 1", Ward, "1"),
            ("Xã An Hòa", Commune, "An Hòa"),
            ("xã An Hòa", Commune, "An Hòa"),
            ("XA AN HOA", Commune, "AN HOA"),
            ("X. An Hòa", Commune, "An Hòa"),
            (" X.An Hòa, ", Commune, "An Hòa"),
            ("Xa\u{303} An Hòa", Commune, "An Hòa"),
            ("Xã Xa Dung", Commune, "Xa Dung"),
            // Nothing tells here that Xa is the name: the kind is far more often meant.
            ("Xa Dung", Commune, "Dung"),
            ("Đặc khu Phú Quốc", SpecialZone, "Phú Quốc"),
        ] {
            is(text, kind, name);
        }
    }

    #[test]
    fn names_that_begin_like_a_kind() {
        for text in [
            "An Hòa",
            "Phượng Tiến",
            "Phương Viên",
            "Quan Hóa",
            "Xà Phiên",
            "Tinh Nhuệ",
            "Tri Tôn",
            "Thanh Bình",
            "Thị",
            "Huyền Hội",
            "H'Neng",
            "Thành Phú",
            "TPHCM",
            "Xã",
            "X.",
            "Đại Từ",
            "",
        ] {
            let unit = UnitName::parse(text);
            assert_eq!(
                (unit.kind(), unit.name()),
                (UnitKind::Unknown, text.trim_matches('.')),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(UnitName::parse("Phường 01").number(), Some(1));
        assert_eq!(UnitName::parse("Phường 1A").number(), None);
        assert_eq!(UnitName::parse("Phường 99999999").number(), None);
        assert_eq!(UnitName::parse("").number(), None);
    }
}
