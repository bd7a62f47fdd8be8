//! Results as CSV files that spreadsheets open rightly and safely.

use crate::compare::Pattern;
use crate::link::Linkage;
use crate::message::Lang;
use csv::{Result, Writer};
use std::borrow::Cow;
use std::io::Write;

/// A writer that has written the byte order mark.
pub(super) fn sheet<W: Write>(mut file: W) -> Result<Writer<W>> {
    file.write_all("\u{FEFF}".as_bytes())?;
    Ok(Writer::from_writer(file))
}

/// What begins a formula in some spreadsheet, or is passed over before one: signs, their full-width
/// twins, a tab, a line's end.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}'];

/// A value that a spreadsheet will show and never run: what would begin a formula gets an
/// apostrophe before it.
pub(super) fn safe(value: &str) -> Cow<'_, str> {
    if value.starts_with(FORMULA_STARTS) {
        Cow::Owned(["'", value].concat())
    } else {
        Cow::Borrowed(value)
    }
}

/// Every pair kept: identifiers, weight in bits, probability, rule, one level per comparison.
pub(super) fn pairs<W: Write>(linkage: &Linkage<'_>, file: W) -> Result<()> {
    let mut sheet = sheet(file)?;
    for name in ["left_id", "right_id", "weight", "probability", "rule"] {
        sheet.write_field(name)?;
    }
    let levels = || linkage.levels(Pattern::default());
    // A name may be anything, so it may look like a formula too.
    levels().try_for_each(|(name, _)| sheet.write_field(safe(name).as_bytes()))?;
    sheet.write_record(None::<&[u8]>)?;
    for pair in linkage.pairs() {
        sheet.write_field(safe(&linkage.record_id(pair.left)).as_bytes())?;
        sheet.write_field(safe(&linkage.record_id(pair.right)).as_bytes())?;
        sheet.write_field(format!("{:.3}", pair.weight))?;
        sheet.write_field(format!("{:.6}", pair.probability))?;
        sheet.write_field(linkage.rule_name(pair.rule))?;
        sheet.write_record(linkage.levels(pair.pattern).map(|(_, level)| level))?;
    }
    Ok(sheet.flush()?)
}

/// Every record and its cluster, which is named by its first record, with the cluster's size.
pub(super) fn clusters<W: Write>(linkage: &Linkage<'_>, file: W) -> Result<()> {
    let mut sheet = sheet(file)?;
    sheet.write_record(["record_id", "cluster_id", "cluster_size"])?;
    let sizes = cluster_sizes(linkage.clusters());
    for (row, &cluster) in (0_u32..).zip(linkage.clusters()) {
        let size = sizes.get(cluster as usize).copied().unwrap_or(1);
        sheet.write_field(safe(&linkage.record_id(row)).as_bytes())?;
        sheet.write_field(safe(&linkage.record_id(cluster)).as_bytes())?;
        sheet.write_record([size.to_string()])?;
    }
    Ok(sheet.flush()?)
}

/// How many records each cluster has, at the place of its first record; 0 elsewhere.
pub(super) fn cluster_sizes(clusters: &[u32]) -> Vec<u32> {
    let mut sizes = vec![0; clusters.len()];
    for &cluster in clusters {
        if let Some(size) = sizes.get_mut(cluster as usize) {
            *size += 1;
        }
    }
    sizes
}

/// Every finding with its words; suggested values only if nothing is redacted.
pub(super) fn findings<W: Write>(linkage: &Linkage<'_>, redact: bool, file: W) -> Result<()> {
    let mut sheet = sheet(file)?;
    let head = ["record_id", "field", "code", "severity", "message_vi", "message_en"];
    sheet.write_record(head.into_iter().chain((!redact).then_some("suggestion")))?;
    for found in linkage.findings() {
        let finding = linkage.finding(*found);
        sheet.write_field(safe(&linkage.record_id(found.row)).as_bytes())?;
        sheet.write_field(finding.field.as_str())?;
        sheet.write_field(finding.code.as_str())?;
        sheet.write_field(finding.severity.as_str())?;
        sheet.write_field(safe(&finding.message(Lang::Vi)).as_bytes())?;
        sheet.write_field(safe(&finding.message(Lang::En)).as_bytes())?;
        if !redact {
            sheet
                .write_field(safe(finding.suggestion.as_deref().unwrap_or_default()).as_bytes())?;
        }
        sheet.write_record(None::<&[u8]>)?;
    }
    Ok(sheet.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        for (value, want) in [
            ("=1+1", "'=1+1"),
            ("+84", "'+84"),
            ("-", "'-"),
            ("@x", "'@x"),
            ("\n=1", "'\n=1"),
            ("＝1+1", "'＝1+1"),
            ("＠x", "'＠x"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(safe(value), want);
        }
    }

    #[test]
    fn sizes_stand_at_the_first_record() {
        assert_eq!(cluster_sizes(&[0, 0, 2, 0, 2]), [3, 0, 2, 0, 0]);
    }
}
