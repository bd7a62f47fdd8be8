//! The weight of a pattern between two names: the one place where it is reckoned, for pairs of a
//! table, for explanations, and for what is found in an index.

use crate::compare::{Comparison, Pattern};
use crate::record::names::NameTable;
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

    /// The correction of one comparison for how common the agreed value is.
    pub(crate) fn frequency_weight(&self, comparison: Comparison) -> f32 {
        self.correction.get(comparison.index()).copied().unwrap_or(0.0)
    }
}
