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
    let (mut names, mut sizes) = (Texts::new(), Vec::new());
    let mut columns: Vec<[Texts; 3]> = fields.iter().map(|_| Default::default()).collect();
    for record in found.golden() {
        names.append_value(found.cluster_id(record.cluster));
        sizes.push(u32::try_from(record.rows.len()).unwrap_or(u32::MAX));
        for (field, [values, rows, reasons]) in fields.iter().zip(&mut columns) {
            let value = record.value(*field);
            values.append_option(value.map(|held| &held.value));
            rows.append_option(value.map(|held| found.record_id(held.row)));
            reasons.append_option(value.map(|held| held.reason.as_str()));
        }
    }
    let own = [
        ("cluster_id".to_owned(), Arc::new(names.finish()) as ArrayRef),
        ("records".to_owned(), Arc::new(UInt32Array::from(sizes))),
    ];
    let named = fields.iter().zip(columns).flat_map(|(field, columns)| {
        let parts = ["", "_from", "_reason"].into_iter().zip(columns);
        parts.map(|(part, mut column)| {
            (format!("{}{part}", field.as_str()), Arc::new(column.finish()) as ArrayRef)
        })
    });
    RecordBatch::try_from_iter(own.into_iter().chain(named))
}
