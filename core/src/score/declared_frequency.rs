//! Term frequency of declared fields: agreeing on a rare value says more than on a common one.

use crate::compare::Pattern;
use crate::record::FieldKind;
use crate::record::declared::{DeclaredColumn, DeclaredTable};

/// No value counts as rarer than this: a slip is unique too.
const RAREST: f64 = 1e-5;

/// Corrections in bits, by field and value.
#[derive(Default)]
pub(crate) struct FieldFrequencies(Vec<Vec<f32>>);

impl FieldFrequencies {
    pub(crate) fn count(table: &DeclaredTable) -> Self {
        Self(table.columns.iter().map(bits).collect())
    }

    /// The correction for the field at a place, of two rows that agree so.
    pub(crate) fn bits(
        &self,
        table: &DeclaredTable,
        place: usize,
        (left, right): (usize, usize),
        pattern: Pattern,
    ) -> f32 {
        let Some(column) = table.columns.get(place) else { return 0.0 };
        if !column.kind.is_same(pattern.field_level(place)) {
            return 0.0;
        }
        let own = |row: usize| {
            let id = table.row(row).get(place).copied().unwrap_or(0);
            self.0.get(place).and_then(|field| field.get(id as usize)).copied().unwrap_or(0.0)
        };
        own(left).min(own(right))
    }

    /// The sum over all fields.
    pub(crate) fn sum(&self, table: &DeclaredTable, rows: (usize, usize), pattern: Pattern) -> f32 {
        (0..self.0.len()).map(|place| self.bits(table, place, rows, pattern)).sum()
    }
}

/// By value: the average chance of agreeing against that of agreeing on this one. Numbers and dates
/// have no common values worth the name; identifiers are one of a kind.
fn bits(column: &DeclaredColumn) -> Vec<f32> {
    if !matches!(column.kind, FieldKind::Text | FieldKind::Category) {
        return Vec::new();
    }
    let total = f64::from(column.filled.max(1));
    let share = |count: &u32| f64::from(*count) / total;
    let average: f64 = column.counts.iter().map(|count| share(count) * share(count)).sum();
    let average = average.max(RAREST);
    column.counts.iter().map(|count| libm::log2(average / share(count).max(RAREST)) as f32).collect()
}
