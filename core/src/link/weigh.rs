//! The weight of a pattern between two names: the one place where it is reckoned, for pairs of a
//! table, for explanations, and for what is found in an index.

use crate::compare::{Comparison, Pattern, compare_rows};
use crate::record::names::NameTable;
use crate::record::values::RecordTable;
use crate::score::{Frequencies, Model};

/// A pattern and its weight, without the prior.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed {
    pub(crate) pattern: Pattern,
    /// Corrections for how common surname, middle and given name are.
    correction: [f32; 3],
    pub(crate) weight: f32,
}

impl Weighed {
    /// Weighs a pattern found between records of these names.
    pub(crate) fn of(
        model: &Model,
        frequencies: &Frequencies,
        names: &NameTable,
        pair: (u32, u32),
        pattern: Pattern,
    ) -> Self {
        let correction = frequencies.correction(names, pair, pattern);
        let weight = model.pattern_weight(pattern) + correction.iter().sum::<f32>();
        Self { pattern, correction, weight }
    }

    /// Compares and weighs two rows of a table: as residents, and by the fields that were declared.
    /// `None` for a row the table does not have. Cost: some 100 ns, no allocation.
    pub(crate) fn rows(
        model: &Model,
        frequencies: &Frequencies,
        table: &RecordTable,
        rows: (usize, usize),
    ) -> Option<Self> {
        let pattern = compare_rows(table, rows.0, rows.1)?;
        let pair = (table.records.get(rows.0)?.name, table.records.get(rows.1)?.name);
        let mut weighed = Self::of(model, frequencies, &table.names, pair, pattern);
        weighed.weight += frequencies.declared.sum(&table.declared, rows, pattern);
        Some(weighed)
    }

    /// The correction of one comparison for how common the agreed value is.
    pub(crate) fn frequency_weight(&self, comparison: Comparison) -> f32 {
        self.correction.get(comparison.index()).copied().unwrap_or(0.0)
    }
}
