//! The weight of a pattern between two names: the one place where it is reckoned, for pairs of a
//! table, for explanations, and for what is found in an index.

use crate::compare::{Comparison, Pattern, compare_rows};
use crate::record::names::NameTable;
use crate::record::values::RecordTable;
use crate::score::{Frequencies, Model};
use std::sync::Mutex;

/// A pattern and its weight, without the prior.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed {
    pub(crate) pattern: Pattern,
    /// Corrections for how common surname, middle and given name are.
    correction: [f32; 3],
    pub(crate) weight: f32,
}

impl Weighed {
    /// Weighs a pattern of so many bits ([`Model::pattern_weight`]), found between records of these
    /// names.
    pub(crate) fn of(
        bits: f32,
        frequencies: &Frequencies,
        names: &NameTable,
        pair: (u32, u32),
        pattern: Pattern,
    ) -> Self {
        let correction = frequencies.correction(names, pair, pattern);
        let weight = bits + correction.iter().sum::<f32>();
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
        Self::rows_by(&mut |pattern| model.pattern_weight(pattern), frequencies, table, rows)
    }

    /// As [`Self::rows`], with the bits of a pattern from `bits`.
    pub(crate) fn rows_by(
        bits: &mut impl FnMut(Pattern) -> f32,
        frequencies: &Frequencies,
        table: &RecordTable,
        rows: (usize, usize),
    ) -> Option<Self> {
        let pattern = compare_rows(table, rows.0, rows.1)?;
        let name = |row| table.records.names(row).map(|[own, ..]| own);
        let pair = (name(rows.0)?, name(rows.1)?);
        let mut weighed = Self::of(bits(pattern), frequencies, &table.names, pair, pattern);
        weighed.weight += frequencies.declared.sum(&table.declared, rows, pattern);
        Some(weighed)
    }

    /// The correction of one comparison for how common the agreed value is.
    pub(crate) fn frequency_weight(&self, comparison: Comparison) -> f32 {
        self.correction.get(comparison.index()).copied().unwrap_or(0.0)
    }
}

/// The bits of patterns met lately: candidates of one rule share a few hundred patterns.
pub(super) struct PatternBits<'m> {
    model: &'m Model,
    met: Vec<(Pattern, f32)>,
}

/// Patterns kept, a power of two.
const KEPT: usize = 1 << 13;

/// What the threads of one run remember of patterns.
#[derive(Default)]
pub(super) struct BitsPool<'m>(Mutex<Vec<PatternBits<'m>>>);

impl<'m> BitsPool<'m> {
    /// One that nobody uses now.
    pub(super) fn take(&self, model: &'m Model) -> PatternBits<'m> {
        let held = self.0.lock().ok().and_then(|mut held| held.pop());
        held.unwrap_or_else(|| PatternBits::new(model))
    }

    pub(super) fn give_back(&self, bits: PatternBits<'m>) {
        if let Ok(mut held) = self.0.lock() {
            held.push(bits);
        }
    }
}

impl<'m> PatternBits<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let none = Pattern::default();
        Self { model, met: vec![(none, model.pattern_weight(none)); KEPT] }
    }

    /// [`Model::pattern_weight`].
    pub(super) fn of(&mut self, pattern: Pattern) -> f32 {
        let place = pattern.scattered() >> (64 - KEPT.ilog2());
        let Some(slot) = self.met.get_mut(place as usize) else {
            return self.model.pattern_weight(pattern);
        };
        if slot.0 != pattern {
            *slot = (pattern, self.model.pattern_weight(pattern));
        }
        slot.1
    }
}
