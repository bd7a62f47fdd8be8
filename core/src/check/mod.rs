//! One record: what is odd in each of its fields, and between them.

mod across;
mod cells;
mod criterion;
mod family;
mod field;
mod options;
mod place;
mod tables;
mod wrong_column;

pub(crate) use self::cells::Cells;
pub use self::criterion::QualityCriterion;
pub(crate) use self::field::Facts;
#[cfg(feature = "link")]
pub(crate) use self::field::PLACES;
pub use self::options::CheckOptions;
#[cfg(feature = "link")]
pub(crate) use self::place::{UNITS as PLACE_UNITS, units as examine_units};

use self::field::Names;
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::vec::Vec;

/// Checks one record: each field by itself, and the fields against one another. The gravest
/// findings come first, then those of the first fields.
///
/// `record` is any set of fields and what was typed in them. A field that is given but blank is
/// found missing; one that is not given at all is not asked for, so that a form may be checked
/// while it is filled in. Text that was read with a wrong table of characters is decoded first.
///
/// Findings never prove a record wrong by themselves, [`Severity::Error`](crate::Severity::Error) apart: numbers are
/// re-issued, names come from other peoples, and people do live to a hundred. Each code has a page
/// in `docs/findings` that says how certain it is and how to switch it off.
///
/// Some microseconds; allocates where something is found.
///
/// ```
/// use hoten::{CheckOptions, FieldName, check_record};
///
/// let record = [
///     (FieldName::FullName, "Nguyễn Văn Hòa"),
///     (FieldName::Sex, "Nữ"),
///     (FieldName::CitizenId, "089050001234"),
/// ];
/// let found = check_record(record, &CheckOptions::new());
/// let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
/// assert_eq!(codes, ["citizen_id_sex_mismatch", "sex_against_name"]);
/// ```
#[must_use]
pub fn check_record<'a>(
    record: impl IntoIterator<Item = (FieldName, &'a str)>,
    options: &CheckOptions,
) -> Vec<Finding> {
    let mut found = Vec::new();
    Cells::given(record).decoded(&mut found, |cells, found| {
        examine(cells, options, found, |_| {});
        place::units(cells, options, found);
    });
    found.retain(|finding| !options.ignores(finding.code));
    found.sort_by_key(|finding| (core::cmp::Reverse(finding.severity), finding.field));
    found
}

/// Checks cells that are decoded, all but their units, and adds what is found; codes that are to be ignored may be among
/// it. `seen` is shown what the fields say.
pub(crate) fn examine(
    cells: &Cells<'_>,
    options: &CheckOptions,
    found: &mut Vec<Finding>,
    seen: impl FnOnce(&Facts<'_>),
) {
    let names = Names::of(cells);
    let facts = Facts::read(cells, &names, options, found);
    across::check(&facts, options, found);
    family::check(&facts, found);
    place::check(cells, &facts, found);
    wrong_column::check(cells, &facts, found);
    seen(&facts);
}

/// Which criterion of data quality a finding counts for; `None` for hints, which say nothing about
/// the quality of a record by themselves.
///
/// ```
/// use hoten::{FindingCode, QualityCriterion, finding_criterion};
/// let missing = finding_criterion(FindingCode::ValueMissing);
/// assert_eq!(missing, Some(QualityCriterion::Complete));
/// assert_eq!(finding_criterion(FindingCode::SexAgainstName), None);
/// ```
#[must_use]
pub fn finding_criterion(code: FindingCode) -> Option<QualityCriterion> {
    tables::criterion(code)
}

#[cfg(test)]
mod tests;
