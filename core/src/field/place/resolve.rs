//! From names to the units they can mean.

use super::evidence::{PlaceEvidence as E, PlaceEvidenceSet};
use super::piece::{Level, Piece};
use super::query::{Pieces, PlaceQuery};
use super::regions::Regions;
use super::spelling::Marks;
use super::table::{Id, PlaceTable};
use super::unit::UnitId;
use crate::field::{Province, UnitKind};
use smallvec::SmallVec;

/// From here on something that was given speaks against a reading.
pub(super) const AGAINST: u32 = 20;
/// A piece that nothing is found for.
const UNKNOWN: u32 = 50;

/// One unit that the text may name.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) unit: UnitId,
    pub(super) evidence: PlaceEvidenceSet,
}

/// The best readings of a place.
#[derive(Clone, Default)]
pub(super) struct Readings {
    pub(super) all: SmallVec<[Reading; 4]>,
    /// What speaks against the best of them; equal for all.
    cost: u32,
    /// Which levels were given, and which of those were understood.
    pub(super) given: [bool; 3],
    pub(super) known: [bool; 3],
}

impl Readings {
    /// Keeps a reading if none is better.
    fn offer(&mut self, cost: u32, unit: UnitId, evidence: PlaceEvidenceSet) {
        if cost < self.cost {
            self.all.clear();
            self.cost = cost;
        }
        if cost == self.cost {
            self.all.push(Reading { unit, evidence });
        }
    }

    /// Does what was given fit together?
    fn fits(&self) -> bool {
        self.cost < AGAINST
    }
}

/// Reads a query. Where the names do not fit their columns, others are tried.
pub(super) fn read(table: &PlaceTable<'_>, query: &PlaceQuery<'_>) -> Readings {
    let times = query.times();
    let pieces = Pieces::of(query, false);
    let mut best = attempt(table, &pieces, times);
    if best.fits() {
        return best;
    }
    let better = |best: &mut Readings, pieces: &Pieces<'_>| {
        let other = attempt(table, pieces, times);
        if other.cost < best.cost {
            *best = other;
        }
    };
    // Several units in one cell, without commas.
    let apart = Pieces::of(query, true);
    better(&mut best, &apart);
    // Names in each other's columns.
    let [a, b, c] = apart.at;
    for at in [[a, c, b], [b, a, c], [c, b, a], [b, c, a], [c, a, b]] {
        if best.fits() {
            break;
        }
        better(&mut best, &Pieces { at, swapped: true });
    }
    best
}

/// Reads pieces of known levels.
fn attempt(table: &PlaceTable<'_>, pieces: &Pieces<'_>, times: (bool, bool)) -> Readings {
    let [province, district, commune] = pieces.at.each_ref().map(Option::as_ref);
    let given = [province, district, commune].map(|piece| piece.is_some());
    let mut found = Readings { given, cost: u32::MAX, ..Readings::default() };
    let regions = Regions::of(province.filter(|piece| piece.fits(Level::Province)));
    let districts = Districts::of(table, district, &regions);
    let context = Context { table, regions, districts, times, swapped: pieces.swapped };
    if let Some(commune) = commune.filter(|piece| piece.may_be(Level::Commune)) {
        context.communes(commune, &mut found);
    }
    found.known = [regions.known, !context.districts.all.is_empty(), !found.all.is_empty()];
    if found.all.is_empty() {
        found.cost = u32::MAX;
        context.district_only(&mut found);
    }
    if found.all.is_empty() {
        context.province_only(&mut found);
    }
    if found.all.is_empty() {
        found.cost = 0;
    }
    let unknown = given.iter().zip(found.known).filter(|(given, known)| **given && !known).count();
    // A district that ended before 2025 is not known, and says nothing against its communes.
    let old_district = !pieces.swapped && given[1] && found.known == [given[0], false, true];
    found.cost = found.cost.saturating_add(match unknown {
        1 if old_district => AGAINST,
        unknown => u32::try_from(unknown).unwrap_or(3) * UNKNOWN,
    });
    found
}

struct Context<'a> {
    table: &'a PlaceTable<'a>,
    regions: Regions,
    districts: Districts,
    /// May units of today, or of before, be meant?
    times: (bool, bool),
    swapped: bool,
}

impl Context<'_> {
    fn communes(&self, piece: &Piece<'_>, found: &mut Readings) {
        let table = self.table;
        let Some(spelling) = &piece.spelling else { return };
        let base = PlaceEvidenceSet::default()
            .when(self.swapped, E::Swapped)
            .when(!self.regions.known, E::NoProvince);
        if let Some((code, digits @ 5)) = spelling.number {
            for id in table.coded(code, digits) {
                self.offer(id, 0, base.with(E::Code), found);
            }
            return;
        }
        for (id, marks) in table.find(spelling) {
            if table.is_district(id) {
                continue;
            }
            let kind = kind_differs(piece.kind, table.kind(id));
            let (cost, evidence) = spelled(marks);
            self.offer(
                id,
                cost + u32::from(kind),
                base.and(evidence).when(kind, E::OtherKind),
                found,
            );
        }
    }

    /// Weighs a commune against the province and district given.
    #[inline]
    fn offer(&self, id: Id, cost: u32, evidence: PlaceEvidenceSet, found: &mut Readings) {
        let table = self.table;
        let (today, before) = self.times;
        if table.is_before(id) {
            if !before {
                return;
            }
            let district = table.parent(id);
            let (district_cost, evidence) = match self.districts.cost(district) {
                Some(cost) => (cost, evidence),
                None if self.districts.all.is_empty() => (0, evidence.with(E::NoDistrict)),
                None => (AGAINST, evidence.with(E::DistrictDiffers)),
            };
            let (cost, evidence) = match Province::from_code(table.parent(district)) {
                Some(province) => self.regions.of_old(province, cost + district_cost, evidence),
                None => return,
            };
            found.offer(cost, UnitId::Member(id), evidence);
        } else if today {
            let old = || table.predecessors(id);
            let district = |id: Id| if table.is_district(id) { id } else { table.parent(id) };
            let (district_cost, evidence) = if self.districts.all.is_empty() {
                (0, evidence)
            } else if old().any(|id| self.districts.cost(district(id)).is_some()) {
                (2, evidence.with(E::OtherTime))
            } else {
                (AGAINST, evidence.with(E::DistrictDiffers))
            };
            let of_old = || old().filter_map(|id| Province::from_code(table.parent(district(id))));
            let (cost, evidence) =
                self.regions.of_today(table.parent(id), of_old, cost + district_cost, evidence);
            found.offer(cost, UnitId::Member(id), evidence);
        }
    }

    fn district_only(&self, found: &mut Readings) {
        if !self.times.1 {
            return;
        }
        for &(id, cost, evidence) in &self.districts.all {
            let evidence = evidence.with(E::DistrictOnly).when(self.swapped, E::Swapped);
            let evidence = evidence.when(!self.regions.known, E::NoProvince);
            found.offer(cost.into(), UnitId::Member(id), evidence);
        }
    }

    fn province_only(&self, found: &mut Readings) {
        let evidence = PlaceEvidenceSet::default().with(E::ProvinceOnly);
        let evidence = evidence.when(self.swapped, E::Swapped);
        self.regions.units(self.times, |unit, more| found.offer(0, unit, evidence.and(more)));
    }
}

/// The districts a name can mean, in the provinces given.
#[derive(Default)]
struct Districts {
    all: SmallVec<[(Id, u8, PlaceEvidenceSet); 8]>,
}

impl Districts {
    fn of(table: &PlaceTable<'_>, piece: Option<&Piece<'_>>, regions: &Regions) -> Self {
        let mut found = Self::default();
        let Some(piece) = piece.filter(|piece| piece.may_be(Level::District)) else { return found };
        let Some(spelling) = &piece.spelling else { return found };
        if let Some((code, digits @ 3)) = spelling.number {
            let evidence = PlaceEvidenceSet::default().with(E::Code);
            found.all.extend(table.coded(code, digits).map(|id| (id, 0, evidence)));
            return found;
        }
        let mut best = u32::MAX;
        for (id, marks) in table.find(spelling) {
            if !table.is_district(id) {
                continue;
            }
            let Some(province) = Province::from_code(table.parent(id)) else { continue };
            let (cost, evidence) = spelled(marks);
            let kind = kind_differs(piece.kind, table.kind(id));
            let (cost, evidence) =
                regions.of_old(province, cost, evidence.when(kind, E::OtherKind));
            // What is spelled worse or lies elsewhere is not meant; another kind may be.
            if cost < best {
                found.all.clear();
                best = cost;
            }
            if cost == best {
                found.all.push((id, cost.saturating_add(kind.into()) as u8, evidence));
            }
        }
        found
    }

    #[inline]
    fn cost(&self, district: Id) -> Option<u32> {
        let found = self.all.iter().find(|(id, ..)| *id == district);
        found.map(|(_, cost, _)| (*cost).into())
    }
}

fn spelled(marks: Marks) -> (u32, PlaceEvidenceSet) {
    let none = PlaceEvidenceSet::default();
    match marks {
        Marks::Same => (0, none.with(E::Exact)),
        Marks::Missing => (1, none.with(E::Unmarked)),
        Marks::Other => (8, none.with(E::OtherMarks)),
    }
}

fn kind_differs(written: UnitKind, unit: UnitKind) -> bool {
    written != UnitKind::Unknown && written != unit
}
