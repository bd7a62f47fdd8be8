//! The shipped model fitted to the table at hand: u from random pairs, m by expectation
//! maximisation on the pairs of a few rules.

use super::rules::{RULES, Rule};
use crate::block::{Blocker, BlockingOptions, PartTable};
use crate::compare::{Comparison, MAX_LEVELS, Pattern, compare};
use crate::error::Result;
use crate::record::values::RecordTable;
use crate::score::{Estimate, Model, PatternCount, estimate};
use core::ops::ControlFlow;
use std::collections::BTreeMap;

/// Random pairs looked at for u.
const RANDOM_PAIRS: u64 = 400_000;
/// How many random pairs the shipped u counts for.
const SHIPPED_U: f64 = 40_000.0;
/// Pairs of one training rule looked at.
const TRAINING_PAIRS: u64 = 150_000;
/// How many matches the shipped m counts for.
const SHIPPED_M: f64 = 3_000.0;

/// Comparisons whose chance agreement a random sample meets too rarely to be measured.
pub(super) const RARE: [Comparison; 4] =
    [Comparison::CitizenId, Comparison::IdentityCard, Comparison::Insurance, Comparison::Phone];

/// The fitted model and how the fitting went.
pub(crate) struct Trained {
    pub(crate) model: Model,
    pub(crate) estimate: Estimate,
    pub(crate) pairs: u64,
}

/// Fits `shipped` to the records.
pub(crate) fn train(
    table: &RecordTable,
    parts: &PartTable,
    options: &BlockingOptions,
    shipped: &Model,
) -> Result<Trained> {
    let u = random_levels(table, shipped);
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.trains).collect();
    let mut counts = Vec::new();
    for (index, rule) in (0u8..).zip(&rules) {
        count_patterns(table, parts, options, rule, index, &mut counts)?;
    }
    let fixed: Vec<&[Comparison]> = rules.iter().map(|rule| rule.fixes).collect();
    let estimate = estimate(&counts, &fixed, &shipped.m, &u, SHIPPED_M);
    let pairs = counts.iter().map(|count| count.pairs).sum();
    Ok(Trained { model: Model::new(estimate.m, u, shipped.dependence.clone()), estimate, pairs })
}

/// How often each level occurs among random pairs, with the shipped figures as a start.
pub(super) fn random_levels(table: &RecordTable, shipped: &Model) -> [[f64; MAX_LEVELS]; 12] {
    let rows = table.records.len() as u64;
    let mut u = shipped.u;
    if rows < 2 {
        return u;
    }
    let sample = RANDOM_PAIRS.min(rows.saturating_mul(rows - 1) / 2);
    let mut counts = [[0u64; MAX_LEVELS]; Comparison::ALL.len()];
    for index in 0..sample {
        let word = super::rules::mix_word(index);
        let (left, right) = ((word >> 32) % rows, (word & 0xFFFF_FFFF) % rows);
        let pair = (table.records.get(left as usize), table.records.get(right as usize));
        let (Some(a), Some(b)) = pair else { continue };
        if left == right {
            continue;
        }
        let mut bits = compare(&table.names, a, b).bits();
        for row in &mut counts {
            if let Some(count) = row.get_mut((bits & 0xF) as usize) {
                *count += 1;
            }
            bits >>= 4;
        }
    }
    for (comparison, (row, counts)) in Comparison::ALL.iter().zip(u.iter_mut().zip(&counts)) {
        if RARE.contains(comparison) {
            continue;
        }
        let seen: u64 = counts.iter().sum();
        for (cell, &count) in row.iter_mut().zip(counts) {
            *cell = (count as f64 + SHIPPED_U * *cell) / (seen as f64 + SHIPPED_U);
        }
    }
    u
}

/// Counts the patterns of one rule's pairs, every n-th of them if there are many.
fn count_patterns(
    table: &RecordTable,
    parts: &PartTable,
    options: &BlockingOptions,
    rule: &Rule,
    index: u8,
    counts: &mut Vec<PatternCount>,
) -> Result<()> {
    let alone = [rule.block.clone()];
    let blocker = Blocker::new(parts, &alone, options.clone())?;
    let step = (blocker.forecast().pairs() / TRAINING_PAIRS).max(1);
    let mut seen = BTreeMap::<Pattern, u64>::new();
    let _ = blocker.for_each_batch(&mut |batch| {
        for pair in batch {
            let word = u64::from(pair.left) << 32 | u64::from(pair.right);
            if !super::rules::mix_word(word).is_multiple_of(step) {
                continue;
            }
            let rows = (pair.left as usize, pair.right as usize);
            if let (Some(a), Some(b)) = (table.records.get(rows.0), table.records.get(rows.1)) {
                *seen.entry(compare(&table.names, a, b)).or_default() += 1;
            }
        }
        ControlFlow::Continue(())
    });
    counts.extend(seen.into_iter().map(|(pattern, pairs)| PatternCount {
        rule: index,
        pattern,
        pairs,
    }));
    Ok(())
}
