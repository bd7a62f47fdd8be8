//! What was found, and the counts, as CSV.

use super::super::sheets::{safe, sheet};
use crate::check::{QualityCriterion, finding_criterion};
use crate::finding::Finding;
use crate::message::Lang;
use crate::quality::{Quality, QualityReport};
use csv::Result;
use std::io::Write;

/// Every finding with its words; without `redact` also what the value should be.
pub(super) fn findings<W: Write>(quality: &Quality<'_>, redact: bool, file: W) -> Result<()> {
    let mut sheet = sheet(file)?;
    let head = ["record_id", "field", "code", "severity", "criterion", "message_vi", "message_en"];
    sheet.write_record(head.into_iter().chain((!redact).then_some("suggestion")))?;
    for own in quality.findings().chunk_by(|a, b| a.row == b.row) {
        let Some(first) = own.first() else { continue };
        let id = quality.record_id(first.row);
        let plain = |found: &crate::record::RowFinding| Finding::new(found.code, found.field);
        // Words of a masked sheet quote nothing: the record need not be read again.
        let details: Vec<Finding> =
            if redact { own.iter().map(plain).collect() } else { quality.details(first.row) };
        for finding in details {
            let criterion = finding_criterion(finding.code).map_or("", QualityCriterion::as_str);
            sheet.write_field(safe(&id).as_bytes())?;
            sheet.write_field(finding.field.as_str())?;
            sheet.write_field(finding.code.as_str())?;
            sheet.write_field(finding.severity.as_str())?;
            sheet.write_field(criterion)?;
            for lang in [Lang::Vi, Lang::En] {
                let words = if redact {
                    super::super::words::finding_title(finding.code, lang)
                } else {
                    finding.message(lang)
                };
                sheet.write_field(safe(&words).as_bytes())?;
            }
            if !redact {
                let suggestion = finding.suggestion.as_deref().unwrap_or_default();
                sheet.write_field(safe(suggestion).as_bytes())?;
            }
            sheet.write_record(None::<&[u8]>)?;
        }
    }
    Ok(sheet.flush()?)
}

/// The counts of every unit and source.
pub(super) fn units<W: Write>(report: &QualityReport, file: W) -> Result<()> {
    let mut sheet = sheet(file)?;
    let counts = ["records", "errors", "to_check"];
    let failing = QualityCriterion::ALL.map(|criterion| format!("not_{}", criterion.as_str()));
    let head = ["level", "unit", "within", "within_2"].into_iter().chain(counts);
    sheet.write_record(head.map(str::to_owned).chain(failing))?;
    for unit in &report.units {
        sheet.write_field(unit.level.as_str())?;
        for place in 0..3 {
            let name = unit.names.get(place).map(String::as_str).unwrap_or_default();
            sheet.write_field(safe(name).as_bytes())?;
        }
        let tally = &unit.tally;
        let counts = [tally.records, tally.errors, tally.doubtful].into_iter().chain(tally.failing);
        sheet.write_record(counts.map(|count| count.to_string()))?;
    }
    Ok(sheet.flush()?)
}
