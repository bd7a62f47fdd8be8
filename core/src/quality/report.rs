//! The figures of a table: what is counted, and how.

use super::units::Places;
use crate::check::{QualityCriterion, finding_criterion};
use crate::finding::{FieldName, FindingCode, Severity};
use crate::record::RowFinding;
use core::fmt;
use std::collections::BTreeMap;

/// How good the data of a table is, in counts: no person's value stands here, so it may be kept and
/// passed on. With the feature `serde` it is saved as readable JSON and read again.
///
/// A record *fails* a criterion if it has a finding that counts for it
/// ([`finding_criterion`](crate::finding_criterion)), whatever the severity; it counts once.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct QualityReport {
    /// What the table is called, such as the name of its file.
    pub title: String,
    /// The day of the check, as the caller gave it; empty if not given.
    pub day: String,
    /// All records.
    pub total: QualityTally,
    /// How many records have each column of the table filled.
    pub fields: Vec<FieldFill>,
    /// How often each code was found in each field, most frequent first.
    pub codes: Vec<CodeCount>,
    /// Counts by unit and by source: level by level, most records first.
    pub units: Vec<UnitQuality>,
}

/// The figures for people, in English: a line for each criterion and for the commonest findings.
impl fmt::Display for QualityReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let QualityTally { records, errors, doubtful, .. } = self.total;
        writeln!(f, "{records} records: {errors} with an error, {doubtful} to check on paper")?;
        for criterion in QualityCriterion::ALL {
            let (share, failing) = (self.total.rate(criterion), self.total.failing(criterion));
            writeln!(
                f,
                "{:<10}{:>7.2} %  {failing} records are not",
                criterion.as_str(),
                100.0 * share
            )?;
        }
        for CodeCount { field, code, rows } in self.codes.iter().take(20) {
            let severity = code.severity().as_str();
            writeln!(f, "{rows:>9}  {severity:<8}{:<18}{}", field.as_str(), code.as_str())?;
        }
        Ok(())
    }
}

/// Counts of records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QualityTally {
    /// How many there are.
    pub records: u64,
    /// How many fail each criterion, in the order of [`QualityCriterion::ALL`].
    pub failing: [u64; 4],
    /// How many have an error.
    pub errors: u64,
    /// How many have a warning or an error.
    pub doubtful: u64,
}

impl QualityTally {
    /// How many records fail a criterion.
    #[must_use]
    pub fn failing(&self, criterion: QualityCriterion) -> u64 {
        self.failing.get(criterion as usize).copied().unwrap_or(0)
    }

    /// The share of records, 0 to 1, that meet a criterion; 1 where there are none.
    #[must_use]
    pub fn rate(&self, criterion: QualityCriterion) -> f64 {
        1.0 - self.failing(criterion) as f64 / self.records.max(1) as f64
    }

    pub(super) fn add(&mut self, mark: RowMark) {
        self.records += 1;
        for (count, fails) in self.failing.iter_mut().zip(mark.fails) {
            *count += u64::from(fails);
        }
        self.errors += u64::from(mark.worst == Some(Severity::Error));
        self.doubtful += u64::from(mark.worst >= Some(Severity::Warning));
    }
}

/// How many records have a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldFill {
    /// The field.
    pub field: FieldName,
    /// Records in which its cell is not blank.
    pub filled: u64,
}

/// How often something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCount {
    /// The field.
    pub field: FieldName,
    /// What was found.
    pub code: FindingCode,
    /// In how many records.
    pub rows: u64,
}

/// What records are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum UnitLevel {
    /// By province; those before 2025-07-01 under the one they belong to today.
    Province,
    /// By district, as recorded.
    District,
    /// By commune, as recorded.
    Commune,
    /// By the register they come from.
    Source,
}

impl UnitLevel {
    /// Every level.
    pub const ALL: [Self; 4] = [Self::Province, Self::District, Self::Commune, Self::Source];

    /// `"province"`, `"district"`, `"commune"` or `"source"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Source => "source",
        }
    }
}

/// The counts of one unit or source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitQuality {
    /// What kind it is.
    pub level: UnitLevel,
    /// Its name and those of the units it lies in, the smallest first; an empty name where the
    /// records name none.
    pub names: Vec<String>,
    /// Its counts.
    pub tally: QualityTally,
}

/// What a row's findings come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RowMark {
    fails: [bool; 4],
    worst: Option<Severity>,
}

/// Counts under way.
#[derive(Default)]
pub(super) struct Sums {
    total: QualityTally,
    codes: BTreeMap<(FieldName, FindingCode), u64>,
}

impl Sums {
    /// Counts the findings of one row.
    pub(super) fn row(&mut self, findings: &[RowFinding]) -> RowMark {
        let mut mark = RowMark::default();
        for finding in findings {
            *self.codes.entry((finding.field, finding.code)).or_default() += 1;
            mark.worst = mark.worst.max(Some(finding.code.severity()));
            let criterion = finding_criterion(finding.code);
            if let Some(fails) = criterion.and_then(|of| mark.fails.get_mut(of as usize)) {
                *fails = true;
            }
        }
        self.total.add(mark);
        mark
    }

    pub(super) fn finish(self, fields: Vec<FieldFill>, places: Places<'_>) -> QualityReport {
        let codes = self.codes.into_iter();
        let mut codes: Vec<_> =
            codes.map(|((field, code), rows)| CodeCount { field, code, rows }).collect();
        codes.sort_by_key(|count| core::cmp::Reverse(count.rows));
        QualityReport {
            total: self.total,
            fields,
            codes,
            units: places.finish(),
            ..Default::default()
        }
    }
}
