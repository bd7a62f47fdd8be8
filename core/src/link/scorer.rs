//! Candidates compared and scored, batch by batch.

use super::match_rules::MatchRules;
use super::portions::ANY_RULE;
use super::weigh::{BitsPool, PatternBits, Weighed};
use crate::block::{BlockOutcome, Blocker, Candidate, PartTable};
use crate::compare::Pattern;
use crate::record::values::RecordTable;
use crate::score::{Frequencies, Model, WeightHistogram};
use core::ops::ControlFlow;

/// A pair of records and how likely they are one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoredPair {
    /// The smaller row.
    pub left: u32,
    /// The larger row.
    pub right: u32,
    /// Match weight in bits, prior and term frequency included.
    pub weight: f32,
    /// The weight as a probability.
    pub probability: f32,
    /// The level of every comparison.
    pub pattern: Pattern,
    /// Place of the first blocking rule that found the pair, among those that are shown.
    pub rule: u8,
}

/// What scoring one batch gives.
pub(super) struct Scored {
    /// Pairs that may reach "possible", with weights that lack the prior.
    pub(super) kept: Vec<ScoredPair>,
    /// All candidates by weight.
    pub(super) weights: WeightHistogram,
    /// How many candidates there were.
    pub(super) pairs: u64,
}

/// Compares and scores candidates.
pub(super) struct Scorer<'t> {
    pub(super) records: &'t RecordTable,
    pub(super) model: &'t Model,
    pub(super) frequencies: &'t Frequencies,
    pub(super) rules: &'t MatchRules,
    /// Weight below which a pair is counted and forgotten.
    pub(super) floor: f32,
    /// What is remembered from batch to batch.
    pub(super) bits: BitsPool<'t>,
}

impl Scorer<'_> {
    /// Compares all candidates; `told` is given how many are done and says whether to go on.
    pub(super) fn run(
        &self,
        blocker: &Blocker<'_>,
        told: &mut dyn FnMut(u64) -> bool,
    ) -> Option<(Scored, BlockOutcome)> {
        let mut all = Scored { kept: Vec::new(), weights: WeightHistogram::default(), pairs: 0 };
        let outcome = blocker.map_batches(
            |batch| self.batch(batch),
            |scored| {
                all.kept.extend(scored.kept);
                all.weights.merge(&scored.weights);
                all.pairs += scored.pairs;
                if told(all.pairs) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        );
        match outcome {
            ControlFlow::Continue(outcome) => Some((all, outcome)),
            ControlFlow::Break(()) => None,
        }
    }

    /// Weight of two rows, without the prior; rows that are not there agree in nothing.
    pub(super) fn weight(&self, left: u32, right: u32, bits: &mut PatternBits<'_>) -> f32 {
        self.weigh(left, right, bits).map_or(f32::NEG_INFINITY, |weighed| weighed.weight)
    }

    fn weigh(&self, left: u32, right: u32, bits: &mut PatternBits<'_>) -> Option<Weighed> {
        let rows = (left as usize, right as usize);
        let bits = &mut |pattern| bits.of(pattern);
        Weighed::rows_by(bits, self.frequencies, self.records, rows)
    }

    /// Compares pairs that were found elsewhere.
    pub(super) fn given(&self, pairs: &[Candidate], parts: &PartTable) -> Scored {
        let rule = |left: u32, right: u32| {
            let same = |&part: &u8| {
                parts.part(part, left) != 0 && parts.part(part, left) == parts.part(part, right)
            };
            let mut rules = (0..).zip(self.rules.list());
            rules.find_map(|(place, rule)| rule.block.parts.iter().all(same).then_some(place))
        };
        let mut scored = self.batch(pairs);
        for pair in scored.kept.iter_mut().filter(|pair| pair.rule == ANY_RULE) {
            pair.rule = self.rules.shown(rule(pair.left, pair.right).unwrap_or_default());
        }
        scored
    }

    fn batch(&self, batch: &[Candidate]) -> Scored {
        let mut scored = Scored {
            kept: Vec::new(),
            weights: WeightHistogram::default(),
            pairs: batch.len() as u64,
        };
        let mut bits = self.bits.take(self.model);
        for pair in self.records.fetched(batch, |pair| [pair.left, pair.right]) {
            let weighed = self.weigh(pair.left, pair.right, &mut bits);
            let Some(Weighed { pattern, weight, .. }) = weighed else { continue };
            scored.weights.add(weight);
            if weight >= self.floor {
                scored.kept.push(ScoredPair {
                    left: pair.left,
                    right: pair.right,
                    weight,
                    probability: 0.0,
                    pattern,
                    rule: self.rules.shown(pair.rule),
                });
            }
        }
        self.bits.give_back(bits);
        scored
    }
}
