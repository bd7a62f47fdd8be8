//! Golden records as a table.

use crate::arrow::Texts;
use arrow_array::{ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::ArrowError;
use hoten::{FieldName, Linkage};
use std::sync::Arc;

/// One row a cluster: its name, how many records it has, and for each field of the tables the value,
/// the record it comes from and why it was chosen.
pub(crate) fn golden(found: &Linkage<'_>) -> Result<RecordBatch, ArrowError> {
    let used = &found.summary().used_columns;
    let fields: Vec<FieldName> = FieldName::ALL
        .into_iter()
        .filter(|field| used.iter().any(|(held, _)| held == field))
        .filter(|field| !matches!(field, FieldName::RecordId | FieldName::Source))
        .collect();
    let declared: Vec<&str> = found.fields().map(|(name, _)| name).collect();
    let (mut names, mut sizes) = (Texts::new(), Vec::new());
    let mut columns: Vec<[Texts; 3]> =
        (0..fields.len() + declared.len()).map(|_| Default::default()).collect();
    for record in found.golden() {
        names.append_value(found.cluster_id(record.cluster));
        sizes.push(u32::try_from(record.rows.len()).unwrap_or(u32::MAX));
        let held = fields.iter().map(|field| record.value(*field));
        let held = held.chain((0..declared.len()).map(|place| record.declared(place)));
        for (value, [values, rows, reasons]) in held.zip(&mut columns) {
            values.append_option(value.map(|held| &held.value));
            rows.append_option(value.map(|held| found.record_id(held.row)));
            reasons.append_option(value.map(|held| held.reason.as_str()));
        }
    }
    let own = [
        ("cluster_id".to_owned(), Arc::new(names.finish()) as ArrayRef),
        ("records".to_owned(), Arc::new(UInt32Array::from(sizes))),
    ];
    let headers = fields.iter().map(|field| field.as_str()).chain(declared);
    let named = headers.zip(columns).flat_map(|(header, columns)| {
        let parts = ["", "_from", "_reason"].into_iter().zip(columns);
        parts.map(move |(part, mut column)| {
            (format!("{header}{part}"), Arc::new(column.finish()) as ArrayRef)
        })
    });
    RecordBatch::try_from_iter(own.into_iter().chain(named))
}
