//! A unit of any level and time.

use super::regions::Former;
use super::table::{Id, PlaceTable};
use super::tables::FORMER;
use crate::field::{CurrentProvince, Province, UnitKind};
use alloc::format;
use alloc::string::String;
use core::fmt;

/// An administrative unit: a province, district or commune, of today or of before.
///
/// ```
/// # #[cfg(feature = "communes")] {
/// let unit = hoten::resolve_place("An Giang", "Tịnh Biên", "Xã An Hảo").get(0).unwrap().unit;
/// assert_eq!(unit.full_name(), "Xã Núi Cấm");
/// assert_eq!((unit.code().as_str(), unit.valid_from()), ("30538", Some("2025-07-01")));
/// let province = unit.parent().unwrap();
/// assert_eq!((province.full_name().as_str(), province.code().as_str()), ("Tỉnh An Giang", "91"));
/// let before: Vec<_> = unit.predecessors().map(|unit| unit.full_name()).collect();
/// assert!(before.contains(&"Xã An Hảo".to_string()));
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct PlaceUnit<'t> {
    pub(super) table: &'t PlaceTable<'t>,
    pub(super) id: UnitId,
}

/// Which unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum UnitId {
    /// A province of today.
    Province(CurrentProvince),
    /// One of the 63 until 2025-06-30.
    OldProvince(Province),
    /// One that was split before, by its place in the table of those.
    Former(u8),
    /// A district or commune, by its place in the table.
    Member(Id),
}

/// The day on which the communes and provinces of today began, and the last one of those before.
const TODAY: &str = "2025-07-01";
const LAST: &str = "2025-06-30";

impl<'t> PlaceUnit<'t> {
    fn at(self, id: UnitId) -> Self {
        Self { id, ..self }
    }

    /// Kind.
    #[must_use]
    pub fn kind(self) -> UnitKind {
        let of = |full: &str| {
            if full.starts_with("Thành phố") { UnitKind::City } else { UnitKind::Province }
        };
        match self.id {
            UnitId::Province(province) => of(province.full_name()),
            // The cities of province rank; Huế became one in 2025.
            UnitId::OldProvince(province) => {
                let city = matches!(province.code(), 1 | 31 | 48 | 79 | 92);
                if city { UnitKind::City } else { UnitKind::Province }
            }
            UnitId::Former(_) => UnitKind::Province,
            UnitId::Member(id) => self.table.kind(id),
        }
    }

    /// Name without the word for its kind.
    #[must_use]
    pub fn name(self) -> &'t str {
        match self.id {
            UnitId::Province(province) => province.name(),
            UnitId::OldProvince(province) => province.name(),
            UnitId::Former(_) => self.former().map_or("", |former| former.name),
            UnitId::Member(id) => self.table.name(id),
        }
    }

    /// Kind and name: `Xã An Hảo`.
    #[must_use]
    pub fn full_name(self) -> String {
        format!("{} {}", self.kind().word(), self.name())
    }

    /// Code of the statistics office: two digits for a province, three for a district, five for a
    /// commune; empty for provinces that were split before codes were given. Codes were used again
    /// in 2025: only together with [`Self::valid_from`] one means one unit.
    #[must_use]
    pub fn code(self) -> String {
        match self.id {
            UnitId::Province(province) => format!("{:02}", province.code()),
            UnitId::OldProvince(province) => format!("{:02}", province.code()),
            UnitId::Former(_) => String::new(),
            UnitId::Member(id) if self.table.is_district(id) => {
                format!("{:03}", self.table.code(id))
            }
            UnitId::Member(id) => format!("{:05}", self.table.code(id)),
        }
    }

    /// The unit above: district or province; `None` for a province.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let UnitId::Member(id) = self.id else { return None };
        let parent = self.table.parent(id);
        if self.table.is_before(id) {
            if self.table.is_district(id) {
                return Province::from_code(parent).map(|old| self.at(UnitId::OldProvince(old)));
            }
            return Some(self.at(UnitId::Member(parent)));
        }
        let province = CurrentProvince::all().find(|province| u16::from(province.code()) == parent);
        province.map(|province| self.at(UnitId::Province(province)))
    }

    /// Is it a unit of today?
    #[must_use]
    pub fn is_current(self) -> bool {
        match self.id {
            UnitId::Province(_) => true,
            UnitId::OldProvince(_) | UnitId::Former(_) => false,
            UnitId::Member(id) => !self.table.is_before(id),
        }
    }

    /// First day, as `2025-07-01` or a year; `None` where it is not recorded.
    #[must_use]
    pub fn valid_from(self) -> Option<&'t str> {
        if self.is_current() { Some(TODAY) } else { self.former()?.from }
    }

    /// Last day or year; `None` for units of today.
    #[must_use]
    pub fn valid_until(self) -> Option<&'t str> {
        match self.id {
            UnitId::Former(_) => self.former()?.until,
            _ => (!self.is_current()).then_some(LAST),
        }
    }

    fn former(self) -> Option<&'static Former> {
        let UnitId::Former(at) = self.id else { return None };
        FORMER.get(usize::from(at))
    }

    /// The units of today that it is or went into, whole or in parts; itself, if it is of today.
    pub fn successors(self) -> impl Iterator<Item = Self> {
        let (current, old) = match self.id {
            UnitId::Province(_) => (Some(self.id), 0),
            UnitId::OldProvince(province) => (Some(UnitId::Province(province.current())), 0),
            UnitId::Former(_) => (None, self.former().map_or(0, |former| former.members)),
            UnitId::Member(id) if !self.table.is_before(id) => (Some(self.id), 0),
            UnitId::Member(_) => (None, 0),
        };
        let went = CurrentProvince::all()
            .filter(move |province| province.members().bits() & old != 0)
            .map(UnitId::Province);
        let member = match self.id {
            UnitId::Member(id) if self.table.is_before(id) => Some(id),
            _ => None,
        };
        let members = member.into_iter().flat_map(move |id| self.table.successors(id));
        let all = current.into_iter().chain(went).chain(members.map(UnitId::Member));
        all.map(move |id| self.at(id))
    }

    /// The units until 2025-06-30 that it is made of, whole or in parts; none for a unit of before.
    pub fn predecessors(self) -> impl Iterator<Item = Self> {
        let (provinces, members) = match self.id {
            UnitId::Province(province) => (Some(province), None),
            UnitId::Member(id) => (None, Some(id)),
            UnitId::OldProvince(_) | UnitId::Former(_) => (None, None),
        };
        let provinces = provinces.into_iter().flat_map(|province| province.members().iter());
        let members = members.into_iter().flat_map(move |id| self.table.predecessors(id));
        let all = provinces.map(UnitId::OldProvince).chain(members.map(UnitId::Member));
        all.map(move |id| self.at(id))
    }
}

impl PartialEq for PlaceUnit<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for PlaceUnit<'_> {}

impl fmt::Debug for PlaceUnit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlaceUnit({} {})", self.code(), self.full_name())
    }
}
