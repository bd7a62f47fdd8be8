//! The model of declared fields fitted to a table.

use super::super::match_rules::MatchRules;
use super::super::rules::Rule;
use crate::block::{Blocker, BlockingOptions, PairScope, PartTable};
use crate::compare::{Comparison, Pattern, compare_rows};
use crate::error::Result;
use crate::link::rules::mix_word;
use crate::record::values::RecordTable;
use crate::score::{FieldEstimate, Model, PatternGroup, estimate_fields};
use core::ops::ControlFlow;
use std::collections::BTreeMap;

/// Random pairs looked at.
const RANDOM_PAIRS: u64 = 400_000;
/// Pairs of one rule looked at.
const TRAINING_PAIRS: u64 = 100_000;

/// Fits the declared fields of `model` to a table. What residents' fields say of a pair is taken as
/// `model` has it. `go_on` is asked now and then.
pub(in crate::link) fn fit(
    table: &RecordTable,
    parts: &PartTable,
    rules: &MatchRules,
    options: &BlockingOptions,
    model: &Model,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<FieldEstimate> {
    let rows = u32::try_from(table.records.len()).unwrap_or(u32::MAX);
    let boundary = options.scope.boundary();
    let all_pairs = options.scope.pairs(boundary, rows - boundary.min(rows)) as f64;
    let random = PatternGroup {
        counts: counted(random_patterns(table, options.scope), |pattern| {
            residents(model, pattern, &[])
        }),
        alike: 0,
        of_one_field: None,
    };
    let mut groups = Vec::new();
    for rule in rules.list().iter().filter(|rule| rule.trains) {
        groups.push(group(table, parts, options, rule, model, go_on)?);
    }
    let start = model.fields_for(&table.declared);
    Ok(estimate_fields(&start, &groups, &random, all_pairs))
}

/// What the residents' fields say, but for those that a rule fixes.
fn residents(model: &Model, pattern: Pattern, fixed: &[Comparison]) -> f32 {
    let free = Comparison::ALL.into_iter().filter(|comparison| !fixed.contains(comparison));
    free.map(|comparison| model.weight(comparison, pattern.level(comparison))).sum()
}

/// Patterns with how often each stands there, in their order.
fn counted(
    patterns: BTreeMap<Pattern, u64>,
    residents: impl Fn(Pattern) -> f32,
) -> Vec<(Pattern, u64, f32)> {
    patterns.into_iter().map(|(pattern, pairs)| (pattern, pairs, residents(pattern))).collect()
}

/// The patterns of random pairs of a scope.
pub(in crate::link) fn random_patterns(
    table: &RecordTable,
    scope: PairScope,
) -> BTreeMap<Pattern, u64> {
    let rows = table.records.len() as u64;
    let mut seen = BTreeMap::<Pattern, u64>::new();
    let (first, second) = match scope {
        PairScope::Across { boundary } => (0..u64::from(boundary), u64::from(boundary)..rows),
        _ => (0..rows, 0..rows),
    };
    let (before, after) = (first.end, second.end.saturating_sub(second.start));
    if before == 0 || after == 0 {
        return seen;
    }
    let sample = RANDOM_PAIRS.min(before.saturating_mul(after));
    for index in 0..sample {
        let word = mix_word(index);
        let left = (word >> 32) % before;
        let right = second.start + (word & 0xFFFF_FFFF) % after;
        if left != right
            && let Some(pattern) = compare_rows(table, left as usize, right as usize)
        {
            *seen.entry(pattern).or_default() += 1;
        }
    }
    seen
}

/// The patterns of one rule's pairs, every n-th of them if there are many.
fn group(
    table: &RecordTable,
    parts: &PartTable,
    options: &BlockingOptions,
    rule: &Rule,
    model: &Model,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<PatternGroup> {
    let alone = [rule.block.clone()];
    let blocker = Blocker::new(parts, &alone, options.clone())?;
    let all = blocker.forecast().pairs();
    let step = (all / TRAINING_PAIRS).max(1);
    let mut seen = BTreeMap::<Pattern, u64>::new();
    let walked = blocker.for_each_batch(&mut |batch| {
        for pair in batch {
            let word = u64::from(pair.left) << 32 | u64::from(pair.right);
            if mix_word(word).is_multiple_of(step)
                && let Some(pattern) = compare_rows(table, pair.left as usize, pair.right as usize)
            {
                *seen.entry(pattern).or_default() += 1;
            }
        }
        if go_on() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    if walked.is_break() {
        return Err(crate::link::walk::cancelled());
    }
    let one_field = rule.block.parts.len() == 1 && rule.alike.count_ones() == 1;
    Ok(PatternGroup {
        counts: counted(seen, |pattern| residents(model, pattern, &rule.fixes)),
        alike: rule.alike,
        of_one_field: one_field.then(|| (rule.alike.trailing_zeros() as usize, all)),
    })
}
