//! Places: from what a register wrote to the units it can mean today, and back through history.
//!
//! On 2025-07-01 63 provinces became 34, districts ended, and 10,035 communes became 3,321: most
//! went into one unit, more than four hundred were divided among several. So a place resolves to a
//! **set** of units, each with its evidence. Codes were used again for other units: a code means a
//! unit only together with its time.

mod agreement;
#[cfg(feature = "link")]
mod code;
mod evidence;
mod findings;
mod piece;
mod query;
mod regions;
mod resolve;
mod spelling;
mod table;
mod tables;
mod unit;

pub use self::agreement::PlaceAgreement;
#[cfg(feature = "link")]
pub(crate) use self::code::PlaceCode;
#[cfg(feature = "index")]
pub(crate) use self::code::StoredUnits;
pub use self::evidence::{PlaceEvidence, PlaceEvidenceSet};
pub use self::query::PlaceQuery;
pub use self::table::PlaceTable;
pub use self::unit::PlaceUnit;

use self::evidence::PlaceEvidence as E;
use self::resolve::Readings;
use self::unit::UnitId;
use smallvec::SmallVec;

/// A unit of today that may be meant.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct PlaceCandidate<'t> {
    /// The unit of today: a commune, or a province where no more is known.
    pub unit: PlaceUnit<'t>,
    /// The unit that was written, of today or of before; it is or went into [`Self::unit`].
    pub written: PlaceUnit<'t>,
    /// Why it may be meant.
    pub evidence: PlaceEvidenceSet,
}

/// All units of today that a place can mean, those of one written unit side by side.
#[derive(Debug, Clone)]
pub struct Places<'t> {
    all: SmallVec<[PlaceCandidate<'t>; 4]>,
    /// Which of province, district and commune were given, and which of those are known.
    given: [bool; 3],
    known: [bool; 3],
}

/// The units of today that a place can mean, by the names of its province, district and commune;
/// unknown ones may be left empty. See [`PlaceQuery`] for addresses, codes and dates.
///
/// Names may be shortened (`P.1`, `TX. Tân Châu`), without marks or kinds, of any tone style, and
/// stand in each other's cells. Text in an old encoding is to be decoded first ([`crate::clean`]).
/// Under 2 µs for most; no allocation up to four candidates.
///
/// ```
/// # #[cfg(feature = "communes")] {
/// // A commune that was divided between three: which of them, its hamlets would tell.
/// let places = hoten::resolve_place("Hà Nội", "Q. Ba Đình", "P. Ngọc Khánh");
/// let names: Vec<_> = places.iter().map(|place| place.unit.full_name()).collect();
/// assert_eq!(names, ["Phường Ngọc Hà", "Phường Giảng Võ", "Phường Láng"]);
/// assert_eq!(places.findings()[0].code.as_str(), "place_superseded");
/// # }
/// // A province of before 1991 was in two of 1996, which are one today.
/// let places = hoten::resolve_place("Minh Hải", "", "");
/// assert_eq!(places.get(0).unwrap().unit.full_name(), "Tỉnh Cà Mau");
/// ```
#[must_use]
pub fn resolve_place(province: &str, district: &str, commune: &str) -> Places<'static> {
    PlaceQuery::default().province(province).district(district).commune(commune).resolve()
}

impl PlaceTable<'static> {
    /// The table of the crate: all units, or without the feature `communes` the provinces.
    #[cfg(feature = "communes")]
    pub(crate) fn built_in() -> &'static Self {
        Self::embedded()
    }

    /// The table of the crate: all units, or without the feature `communes` the provinces.
    #[cfg(not(feature = "communes"))]
    pub(crate) fn built_in() -> &'static Self {
        static EMPTY: PlaceTable<'static> = PlaceTable::empty();
        &EMPTY
    }
}

impl PlaceQuery<'_> {
    /// Resolves with the table of the crate; without the feature `communes` provinces only.
    #[must_use]
    pub fn resolve(&self) -> Places<'static> {
        self.resolve_in(PlaceTable::built_in())
    }

    /// Resolves with a table that was loaded.
    #[must_use]
    pub fn resolve_in<'t>(&self, table: &'t PlaceTable<'t>) -> Places<'t> {
        let readings = resolve::read(table, self);
        let mut places =
            Places { all: SmallVec::new(), given: readings.given, known: readings.known };
        places.fill(table, &readings);
        places
    }
}

impl<'t> Places<'t> {
    fn fill(&mut self, table: &'t PlaceTable<'t>, readings: &Readings) {
        for reading in &readings.all {
            let written = PlaceUnit { table, id: reading.unit };
            let mut add = |unit: PlaceUnit<'t>, more: E| {
                let evidence = reading.evidence.with(more);
                // One unit reached twice stands once, under the name of today if it bears it.
                match self.all.iter_mut().find(|held| held.unit == unit) {
                    Some(held) if written == unit => {
                        *held = PlaceCandidate { unit, written, evidence };
                    }
                    Some(_) => {}
                    None => self.all.push(PlaceCandidate { unit, written, evidence }),
                }
            };
            let of_district = match reading.unit {
                UnitId::Member(id) if table.is_district(id) => Some(id),
                _ => None,
            };
            if let Some(id) = of_district.filter(|&id| table.successors(id).next().is_none()) {
                for commune in table.communes(id) {
                    for unit in (PlaceUnit { table, id: UnitId::Member(commune) }).successors() {
                        add(unit, E::Merged);
                    }
                }
                continue;
            }
            let parts = written.successors().count();
            for unit in written.successors() {
                let more = if written == unit {
                    E::Current
                } else if parts > 1 {
                    E::Divided
                } else if unit.predecessors().take(2).count() > 1 {
                    E::Merged
                } else {
                    E::Renamed
                };
                add(unit, more);
            }
        }
    }

    /// The candidates.
    pub fn iter(&self) -> core::slice::Iter<'_, PlaceCandidate<'t>> {
        self.all.iter()
    }

    /// One candidate.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&PlaceCandidate<'t>> {
        self.all.get(at)
    }

    /// How many units of today can be meant.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Nothing known was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl<'t, 'p> IntoIterator for &'p Places<'t> {
    type Item = &'p PlaceCandidate<'t>;
    type IntoIter = core::slice::Iter<'p, PlaceCandidate<'t>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
