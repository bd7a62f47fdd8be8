//! Where the person lives: units that are no more, and the province of the citizen ID.

use super::field::Facts;
use super::options::Day;
use super::{Cells, CheckOptions};
use crate::field::{Province, ProvinceSet};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use alloc::vec::Vec;

/// 63 provinces became 34 and districts ended (facts: vietnamese.md 5).
const MERGED: Day = Day { year: 2025, month: 7, day: 1 };

pub(super) fn check(
    cells: &Cells<'_>,
    facts: &Facts<'_>,
    options: &CheckOptions,
    found: &mut Vec<Finding>,
) {
    let Some(text) = cells.get(FieldName::Province) else { return };
    let provinces = ProvinceSet::find(text);
    if let Some(id) = facts.citizen_id.and_then(|id| id.province())
        && !provinces.is_empty()
        && !provinces.meets_today(id.into())
    {
        let note = Finding::new(FindingCode::CitizenIdProvinceMismatch, FieldName::CitizenId);
        found.push(note.with("province", id.name()));
    }
    if options.day() >= MERGED {
        superseded(provinces, found);
    }
}

/// The seam for units of every level: what is no more since the merger, with what it went into.
/// Provinces are told by their names; one whose name lives on (Cần Thơ) says nothing.
fn superseded(provinces: ProvinceSet, found: &mut Vec<Finding>) {
    let gone = |province: Province| province.name() != province.current().name();
    // Hậu Giang is also the name of a larger province of before 1991: the one of 2025 is meant.
    let provinces = Province::find(text).map_or(provinces, ProvinceSet::from);
    let mut all = provinces.iter();
    let Some(first) = all.next() else { return };
    if !gone(first) || all.any(|province| !gone(province)) {
        return;
    }
    let mut note = Finding::new(FindingCode::PlaceSuperseded, FieldName::Province)
        .with("units", first.current().full_name());
    if provinces.iter().all(|province| province.current() == first.current()) {
        note = note.suggest(first.current().full_name().to_string());
    }
    found.push(note);
}
