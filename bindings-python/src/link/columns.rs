//! Results as Arrow tables.

use crate::arrow::Texts;
use arrow_array::{ArrayRef, Float32Array, RecordBatch};
use arrow_schema::ArrowError;
use hoten::{Linkage, Pattern};
use std::sync::Arc;

pub(super) fn ids(found: &Linkage<'_>, rows: impl Iterator<Item = u32>) -> ArrayRef {
    let mut ids = Texts::new();
    rows.for_each(|row| ids.append_value(found.record_id(row)));
    Arc::new(ids.finish())
}

pub(super) fn pairs(found: &Linkage<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let pairs = found.pairs();
    let numbers = |number: fn(&hoten::ScoredPair) -> f32| -> ArrayRef {
        Arc::new(Float32Array::from_iter_values(pairs.iter().map(number)))
    };
    let mut rules = Texts::new();
    pairs.iter().for_each(|pair| rules.append_value(found.rule_name(pair.rule)));
    let own = [
        ("left_id", ids(found, pairs.iter().map(|pair| pair.left))),
        ("right_id", ids(found, pairs.iter().map(|pair| pair.right))),
        ("weight", numbers(|pair| pair.weight)),
        ("probability", numbers(|pair| pair.probability)),
        ("rule", Arc::new(rules.finish())),
    ];
    let names: Vec<&str> = found.levels(Pattern::default()).map(|(name, _)| name).collect();
    let mut levels: Vec<Texts> = names.iter().map(|_| Texts::new()).collect();
    for pair in pairs {
        let each = levels.iter_mut().zip(found.levels(pair.pattern));
        each.for_each(|(column, (_, level))| column.append_value(level));
    }
    let levels = levels.into_iter().map(|mut column| Arc::new(column.finish()) as ArrayRef);
    RecordBatch::try_from_iter(own.into_iter().chain(names.into_iter().zip(levels)))
}

pub(super) fn clusters(found: &Linkage<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let rows = 0..u32::try_from(found.records()).unwrap_or(u32::MAX);
    let mut names = Texts::new();
    rows.clone().for_each(|row| names.append_value(found.cluster_id(row)));
    let mut columns = vec![
        ("record_id", ids(found, rows.clone())),
        ("cluster_id", Arc::new(names.finish()) as ArrayRef),
    ];
    if found.boundary() < rows.end {
        let mut sides = Texts::new();
        let side = |row| if row < found.boundary() { "left" } else { "right" };
        rows.for_each(|row| sides.append_value(side(row)));
        columns.push(("side", Arc::new(sides.finish())));
    }
    RecordBatch::try_from_iter(columns)
}

pub(super) fn findings(found: &Linkage<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let findings = found.findings();
    let words = |word: fn(&hoten::RowFinding) -> &'static str| -> ArrayRef {
        let mut words = Texts::new();
        findings.iter().for_each(|finding| words.append_value(word(finding)));
        Arc::new(words.finish())
    };
    RecordBatch::try_from_iter([
        ("record_id", ids(found, findings.iter().map(|finding| finding.row))),
        ("field", words(|finding| finding.field.as_str())),
        ("code", words(|finding| finding.code.as_str())),
        ("severity", words(|finding| finding.code.severity().as_str())),
    ])
}
