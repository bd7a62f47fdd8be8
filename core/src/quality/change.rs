//! This week's figures beside those of an earlier one.

use super::report::{CodeCount, QualityReport, QualityTally, UnitLevel, UnitQuality};
use super::units;
use crate::finding::{FieldName, FindingCode};
use std::collections::BTreeMap;

/// What changed between two reports.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct QualityChange {
    /// All records, before and now.
    pub total: [QualityTally; 2],
    /// Units that are in either report and whose counts differ; what changed most comes first.
    pub units: Vec<UnitChange>,
    /// Codes whose counts differ: field, code, rows before and now; what changed most comes first.
    pub codes: Vec<(FieldName, FindingCode, [u64; 2])>,
}

/// The counts of one unit, before and now; all zero where a report has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChange {
    /// What kind it is.
    pub level: UnitLevel,
    /// Its name and those of the units it lies in.
    pub names: Vec<String>,
    /// Before and now.
    pub tallies: [QualityTally; 2],
}

impl UnitChange {
    /// How many more of the unit's records fail some criterion than before: below 0 is better.
    #[must_use]
    pub fn failing(&self) -> i64 {
        let [before, now] = self.tallies.map(|tally| tally.failing.iter().sum::<u64>());
        now.cast_signed().saturating_sub(before.cast_signed())
    }
}

impl QualityReport {
    /// What changed since an earlier report, matched by codes and by the names of units, however
    /// these are written: kind, case, marks and tone style aside.
    #[must_use]
    pub fn changes_since(&self, earlier: &Self) -> QualityChange {
        let mut held = BTreeMap::<_, UnitChange>::new();
        for (side, report) in [earlier, self].into_iter().enumerate() {
            for UnitQuality { level, names, tally } in &report.units {
                let key = (*level, units::key(*level, names));
                let change = held.entry(key).or_insert_with(|| UnitChange {
                    level: *level,
                    names: names.clone(),
                    tallies: Default::default(),
                });
                // Written as it is now.
                change.names.clone_from(names);
                if let Some(slot) = change.tallies.get_mut(side) {
                    *slot = *tally;
                }
            }
        }
        let mut units: Vec<_> =
            held.into_values().filter(|unit| unit.tallies[0] != unit.tallies[1]).collect();
        units.sort_by_key(|unit| core::cmp::Reverse(unit.failing().unsigned_abs()));
        let mut codes = BTreeMap::<_, [u64; 2]>::new();
        for (side, report) in [earlier, self].into_iter().enumerate() {
            for CodeCount { field, code, rows } in &report.codes {
                if let Some(count) = codes.entry((*field, *code)).or_default().get_mut(side) {
                    *count = *rows;
                }
            }
        }
        let mut codes: Vec<_> = codes
            .into_iter()
            .filter(|(_, [before, now])| before != now)
            .map(|((field, code), rows)| (field, code, rows))
            .collect();
        codes.sort_by_key(|(.., [before, now])| core::cmp::Reverse(before.abs_diff(*now)));
        QualityChange { total: [earlier.total, self.total], units, codes }
    }
}
