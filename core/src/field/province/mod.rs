//! Provinces until 2025-06-30 (63) and since 2025-07-01 (34), by code and by name.
//!
//! Codes: Circular 07/2016 annex I; mergers: the resolutions of 2025 as collected by
//! dvhcvn/20250701; older names and card prefixes: see `data/province_codes.tsv`.

mod tables;

use super::plain::Plain;
use core::fmt;
use tables::{CARDS, NAMES, PROVINCES, UNITS};

/// One of the 63 provinces of 2008 to 2025, whose codes begin the 12-digit personal number.
///
/// ```
/// use hoten::Province;
///
/// let province = Province::find("TP. Cần Thơ").unwrap();
/// assert_eq!((province.code(), province.name()), (92, "Cần Thơ"));
/// let kien_giang = Province::find("tinh kien giang").unwrap();
/// assert_eq!(kien_giang.current().full_name(), "Tỉnh An Giang");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Province(u8);

impl Province {
    /// Every province, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..PROVINCES.len() as u8).map(Self)
    }

    /// The province of a code of the personal number (1 to 96); `None` for the codes never given
    /// (3, 5, 7 …) and for country codes.
    #[must_use]
    pub fn from_code(code: u16) -> Option<Self> {
        let at = PROVINCES.binary_search_by_key(&code, |row| row.0).ok()?;
        Some(Self(at as u8))
    }

    /// The province of a name, with or without `Tỉnh`, `TP.` and marks, in any case and tone style.
    ///
    /// Other spellings and former names count where only one province can be meant; see
    /// [`ProvinceSet::find`] for those that were split.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let (exact, set) = look_up(name)?;
        match set.iter().next() {
            Some(only) if set.len() == 1 => Some(only),
            _ => exact,
        }
    }

    /// Code: the number whose three digits begin the personal number; in two digits the province
    /// code of the statistics office until 2025-06-30.
    #[must_use]
    pub fn code(self) -> u16 {
        self.row().0
    }

    /// Name without `Tỉnh` or `Thành phố`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The unit it is, or went into, since 2025-07-01.
    #[must_use]
    pub fn current(self) -> CurrentProvince {
        CurrentProvince(self.row().2)
    }

    fn row(self) -> (u16, &'static str, u8) {
        PROVINCES.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl fmt::Debug for Province {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Province({:03} {})", self.code(), self.name())
    }
}

/// One of the 34 provinces and cities since 2025-07-01.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CurrentProvince(u8);

impl CurrentProvince {
    /// Every unit, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..UNITS.len() as u8).map(Self)
    }

    /// Code of the statistics office since 2025-07-01 (1 to 96).
    #[must_use]
    pub fn code(self) -> u8 {
        self.row().0
    }

    /// Name with its kind: `Tỉnh An Giang`, `Thành phố Huế`.
    #[must_use]
    pub fn full_name(self) -> &'static str {
        self.row().1
    }

    /// Name without `Tỉnh` or `Thành phố`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let full = self.full_name();
        full.strip_prefix("Tỉnh ").or_else(|| full.strip_prefix("Thành phố ")).unwrap_or(full)
    }

    /// The provinces of before that make it up.
    #[must_use]
    pub fn members(self) -> ProvinceSet {
        ProvinceSet(self.row().2)
    }

    fn row(self) -> (u8, &'static str, u64) {
        UNITS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl fmt::Debug for CurrentProvince {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CurrentProvince({})", self.full_name())
    }
}

/// Provinces that a name or a card prefix can mean: one bit each.
///
/// ```
/// use hoten::ProvinceSet;
///
/// let minh_hai = ProvinceSet::find("Minh Hải");
/// assert_eq!(minh_hai.iter().map(|p| p.name()).collect::<Vec<_>>(), ["Bạc Liêu", "Cà Mau"]);
/// assert!(minh_hai.meets_today(ProvinceSet::find("Tỉnh Cà Mau")));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ProvinceSet(u64);

impl ProvinceSet {
    /// All provinces that a name can mean: the one that bears it, and those that a former province
    /// of that name was split into. Empty for an unknown name.
    #[must_use]
    pub fn find(name: &str) -> Self {
        look_up(name).map(|(_, set)| set).unwrap_or_default()
    }

    /// As [`Self::find`], with the one of the 63 that bears the name, if one does.
    pub(crate) fn find_with_bearer(name: &str) -> (Option<Province>, Self) {
        look_up(name).unwrap_or_default()
    }

    /// Both together.
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// One bit for each of the 63.
    pub(crate) fn bits(self) -> u64 {
        self.0
    }

    /// The provinces that issued identity cards whose number begins with these three digits; the
    /// longest known prefix decides.
    pub(crate) fn of_card_prefix(prefix: u16) -> Self {
        let range = CARDS.iter().find(|(low, high, _)| (*low..=*high).contains(&prefix));
        Self(range.map_or(0, |range| range.2))
    }

    /// The provinces, by code.
    pub fn iter(self) -> impl Iterator<Item = Province> {
        Province::all().filter(move |&province| self.contains(province))
    }

    /// How many.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// None at all?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Is the province one of them?
    #[must_use]
    pub fn contains(self, province: Province) -> bool {
        self.0 >> province.0 & 1 == 1
    }

    /// Can both mean one place: is a unit of today reached from both?
    #[must_use]
    pub fn meets_today(self, other: Self) -> bool {
        UNITS.iter().any(|(_, _, members)| members & self.0 != 0 && members & other.0 != 0)
    }
}

impl From<Province> for ProvinceSet {
    fn from(province: Province) -> Self {
        Self(1 << province.0)
    }
}

impl fmt::Debug for ProvinceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// The longest spelling that is looked up, in letters.
const LONGEST: usize = 64;

/// The province that bears a name, and all that the name can mean.
fn look_up(name: &str) -> Option<(Option<Province>, ProvinceSet)> {
    let plain = Plain::<LONGEST>::of(name)?;
    let all = plain.trimmed();
    row_of(without_kind(all)).or_else(|| row_of(all))
}

fn row_of(plain: &[u8]) -> Option<(Option<Province>, ProvinceSet)> {
    let mut buffer = [0_u8; LONGEST];
    let mut length = 0;
    for (slot, byte) in buffer.iter_mut().zip(plain.iter().filter(|b| b.is_ascii_alphanumeric())) {
        *slot = *byte;
        length += 1;
    }
    let key = buffer.get(..length)?;
    let at = NAMES.binary_search_by(|row| row.0.as_bytes().cmp(key)).ok()?;
    let (_, exact, set) = NAMES.get(at)?;
    let exact = usize::from(*exact) < PROVINCES.len();
    Some((exact.then_some(Province(NAMES.get(at)?.1)), ProvinceSet(*set)))
}

/// Cuts off `tỉnh`, `thành phố`, `TP.`, `T.` in front of a name.
fn without_kind(plain: &[u8]) -> &[u8] {
    for kind in [b"thanh pho".as_slice(), b"t.p", b"tinh", b"tp", b"t"] {
        if let Some([first, rest @ ..]) = plain.strip_prefix(kind)
            && b". :".contains(first)
        {
            return rest;
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn names(name: &str) -> Vec<&'static str> {
        ProvinceSet::find(name).iter().map(Province::name).collect()
    }

    #[test]
    fn codes_are_those_of_the_circular() {
        assert_eq!(Province::all().count(), 63);
        assert_eq!(Province::from_code(89).map(Province::name), Some("An Giang"));
        assert_eq!(Province::from_code(24).map(Province::name), Some("Bắc Giang"));
        for gap in [0, 3, 5, 7, 9, 13, 23, 47, 50, 97, 999] {
            assert!(Province::from_code(gap).is_none(), "{gap}");
        }
    }

    #[test]
    fn the_mergers_of_2025() {
        assert_eq!(CurrentProvince::all().count(), 34);
        let all: u64 = UNITS.iter().map(|unit| unit.2).sum();
        assert_eq!(all, (1 << 63) - 1, "every province went into exactly one unit");
        for (before, today) in [
            ("Kiên Giang", "Tỉnh An Giang"),
            ("Sóc Trăng", "Thành phố Cần Thơ"),
            ("Trà Vinh", "Tỉnh Vĩnh Long"),
            ("Bến Tre", "Tỉnh Vĩnh Long"),
            ("Thái Nguyên", "Tỉnh Thái Nguyên"),
            ("Hà Nội", "Thành phố Hà Nội"),
        ] {
            assert_eq!(Province::find(before).unwrap().current().full_name(), today);
        }
        let an_giang = Province::find("An Giang").unwrap().current();
        assert_eq!(
            (an_giang.code(), an_giang.name(), an_giang.members().len()),
            (91, "An Giang", 2)
        );
    }

    #[test]
    fn names_in_every_dress() {
        for text in [
            "An Giang",
            "an giang",
            "AN GIANG",
            "Tỉnh An Giang",
            "tinh an giang",
            "T. An Giang",
            "T.An Giang",
            " An  Giang ",
            "Tỉnh: An Giang",
            "AnGiang",
        ] {
            assert_eq!(Province::find(text).map(Province::code), Some(89), "{text}");
        }
        for text in [
            "TP. Hồ Chí Minh",
            "TPHCM",
            "Tp.HCM",
            "TP HCM",
            "T.P. Hồ Chí Minh",
            "Thành phố Hồ Chí Minh",
            "Sài Gòn",
        ] {
            assert_eq!(Province::find(text).map(Province::code), Some(79), "{text}");
        }
        for (text, code) in [
            ("Thanh Hoá", 38),
            ("Thanh Hóa", 38),
            ("Hoà Bình", 17),
            ("Đắc Lắc", 66),
            ("Dak Lak", 66),
            ("Đăk Lăk", 66),
            ("Bà Rịa-Vũng Tàu", 77),
            ("Huế", 46),
            ("Thừa Thiên - Huế", 46),
            ("T.T. Huế", 46),
            ("Bắc Cạn", 6),
            ("Thái Nguyên", 19),
            ("Tha\u{301}i Bi\u{300}nh", 34),
        ] {
            assert_eq!(Province::find(text).map(Province::code), Some(code), "{text}");
        }
        for text in ["", "T.", "Tỉnh", "Atlantis", "x".repeat(1000).as_str()] {
            assert!(Province::find(text).is_none(), "{text}");
        }
    }

    #[test]
    fn every_province_finds_itself() {
        for province in Province::all() {
            assert_eq!(Province::find(province.name()), Some(province));
            assert_eq!(Province::from_code(province.code()), Some(province));
            assert!(province.current().members().contains(province));
        }
        for unit in CurrentProvince::all() {
            assert_eq!(Province::find(unit.full_name()).unwrap().current(), unit);
        }
    }

    #[test]
    fn former_provinces_are_sets() {
        assert_eq!(names("Minh Hải"), ["Bạc Liêu", "Cà Mau"]);
        assert_eq!(names("Cửu Long"), ["Trà Vinh", "Vĩnh Long"]);
        assert_eq!(names("Hà Nam Ninh"), ["Hà Nam", "Nam Định", "Ninh Bình"]);
        assert_eq!(names("Sông Bé"), ["Bình Phước", "Bình Dương"]);
        assert_eq!(names("Hà Tây"), ["Hà Nội"]);
        assert_eq!(names("Hậu Giang"), ["Cần Thơ", "Hậu Giang", "Sóc Trăng"]);
        assert_eq!(Province::find("Hậu Giang").map(Province::name), Some("Hậu Giang"));
        assert!(Province::find("Minh Hải").is_none());
        let (sob, dn) = (ProvinceSet::find("Sông Bé"), ProvinceSet::find("Đồng Nai"));
        assert!(sob.meets_today(dn) && !dn.meets_today(ProvinceSet::find("An Giang")));
    }
}
