//! Where the person lives: units that are no more, and the province of the citizen ID.

use super::field::Facts;
use super::{Cells, CheckOptions};
use crate::field::{Day, PlaceQuery, Province, ProvinceSet};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::vec::Vec;

/// 63 provinces became 34 and districts ended (facts: vietnamese.md 5).
const MERGED: Day = Day { year: 2025, month: 7, day: 1 };

/// The cells that name units.
pub(crate) const UNITS: [FieldName; 3] =
    [FieldName::Province, FieldName::District, FieldName::Commune];

pub(super) fn check(cells: &Cells<'_>, facts: &Facts<'_>, found: &mut Vec<Finding>) {
    let Some(text) = cells.get(FieldName::Province) else { return };
    let provinces = ProvinceSet::find(text);
    if let Some(id) = facts.citizen_id.and_then(|id| id.province())
        && !provinces.is_empty()
        && !provinces.meets_today(id.into())
    {
        let note = Finding::new(FindingCode::CitizenIdProvinceMismatch, FieldName::CitizenId);
        found.push(note.with("province", id.name()));
    }
}

/// Units that nobody knows, that several can be meant by, or that are no more; nothing of what was
/// true before the merger on a day before it.
pub(crate) fn units(cells: &Cells<'_>, options: &CheckOptions, found: &mut Vec<Finding>) {
    let [province, district, commune] = UNITS.map(|field| cells.get(field).unwrap_or_default());
    let table = options.place_table();
    let query = PlaceQuery::default().province(province);
    let query =
        if table.has_communes() { query.district(district).commune(commune) } else { query };
    let all = query.resolve_in(table).findings();
    let merged = options.day() >= MERGED;
    let superseded = (FieldName::Province, FindingCode::PlaceSuperseded);
    let told = all.iter().any(|of| (of.field, of.code) == superseded);
    found.extend(all.into_iter().filter(|of| merged || of.code != FindingCode::PlaceSuperseded));
    if merged && !told {
        found.extend(former_province(province));
    }
}

/// A province that is no more, whatever is to be said of its commune: by its name, so that one whose
/// name lives on (Cần Thơ) says nothing.
fn former_province(text: &str) -> Option<Finding> {
    let former = Province::find(text).filter(|held| held.name() != held.current().name())?;
    let today = former.current().full_name();
    let finding = Finding::new(FindingCode::PlaceSuperseded, FieldName::Province);
    Some(finding.with("units", today).suggest(today))
}
