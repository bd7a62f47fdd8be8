//! The model of declared fields fitted to a table.

use super::choose::Sample;
use super::keys::{FieldKey, RARE_WORDS, fields_of, keys};
use crate::block::{BlockRule, Blocker, BlockingOptions, PairScope, PartTable};
use crate::compare::{Comparison, Pattern, compare_rows};
use crate::error::Result;
use crate::link::rules::mix_word;
use crate::record::values::RecordTable;
use crate::score::{FieldEstimate, Model, PatternGroup, estimate_fields};
use core::ops::ControlFlow;
use std::collections::BTreeMap;

/// Random pairs looked at.
const RANDOM_PAIRS: u64 = 400_000;
/// Pairs of one group looked at.
const TRAINING_PAIRS: u64 = 60_000;
/// Pairs a record up to which many of a group may be matches.
const TELLING: f64 = 2.0;
/// Pairs a record from which random pairs tell enough of who shares a value.
const COMMON: f64 = 40.0;
/// Groups of two fields that m is learned from, and in how many of them a field may be alike.
const GROUPS: usize = 8;
const USES: usize = 3;

/// Fits the declared fields of `model` to a table. What residents' fields say of a pair is taken as
/// `model` has it. `go_on` is asked now and then.
pub(in crate::link) fn fit(
    table: &RecordTable,
    options: &BlockingOptions,
    model: &Model,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<FieldEstimate> {
    let rows = table.records.len();
    let boundary = options.scope.boundary();
    let all_rows = u32::try_from(rows).unwrap_or(u32::MAX);
    let all_pairs = options.scope.pairs(boundary, all_rows.saturating_sub(boundary)) as f64;
    let random = random_patterns(table, options.scope);
    let random = PatternGroup {
        counts: counted(random, model),
        alike: 0,
        pairs: all_pairs as u64,
        telling: false,
    };
    let mut keys = keys(&table.declared);
    keys.sort_by_key(|key| !key.whole);
    let whole = keys.partition_point(|key| key.whole);
    let mut chosen = groups(table, keys.get(..whole).unwrap_or_default(), options.scope);
    chosen.extend(groups_by_words(&keys, &chosen));
    let groups: Vec<PatternGroup> = chosen
        .into_iter()
        .map(|(held, telling)| group(table, &keys, &held, telling, options, model, go_on))
        .collect::<Result<_>>()?;
    let start = model.fields_for(&table.declared);
    Ok(estimate_fields(&start, &groups, &random, (rows as f64, all_pairs)))
}

/// The keys whose equal values make groups to learn from: each field alone, unless its values are
/// too common for blocks to hold them, and two together, the most telling first.
fn groups(table: &RecordTable, whole: &[FieldKey], scope: PairScope) -> Vec<(Vec<usize>, bool)> {
    let sample = Sample::new(table.records.len(), scope, &table.lots);
    let columns = sample.columns(&table.declared, whole);
    let pairs = |keys: Vec<usize>| {
        let rule = sample.rule(&columns, keys);
        (rule.pairs as f64 * sample.scale, rule)
    };
    let mut out: Vec<(Vec<usize>, bool)> = Vec::new();
    let mut both = Vec::new();
    for first in 0..whole.len() {
        let (each, rule) = pairs(vec![first]);
        if each <= COMMON && rule.pairs > 0 {
            out.push((rule.keys, each <= TELLING));
        }
    }
    // What a field tells by itself it need not tell with another: those others stay free.
    let alone = |key: usize| out.iter().any(|(keys, telling)| *telling && *keys == [key]);
    for first in (0..whole.len()).filter(|key| !alone(*key)) {
        for second in (0..first).filter(|key| !alone(*key)) {
            let (each, rule) = pairs(vec![second, first]);
            if each <= TELLING && rule.pairs > 0 {
                both.push(rule);
            }
        }
    }
    both.sort_by(|a, b| (b.pairs, &a.keys).cmp(&(a.pairs, &b.keys)));
    let mut uses = BTreeMap::<usize, usize>::new();
    let mut taken = 0;
    for rule in both {
        let fields = fields_of(whole, &rule.keys);
        if taken < GROUPS && fields.iter().all(|field| uses.get(field).is_none_or(|n| *n < USES)) {
            fields.into_iter().for_each(|field| *uses.entry(field).or_default() += 1);
            taken += 1;
            out.push((rule.keys, true));
        }
    }
    out
}

/// Groups for what no telling one leaves free: a field whose equal values are all that others could be
/// learned from, or any field where hardly two values are equal. Texts that share a rare word are
/// enough alike that many of them are matches, and the word is not the text: no field is alike.
fn groups_by_words(keys: &[FieldKey], chosen: &[(Vec<usize>, bool)]) -> Vec<(Vec<usize>, bool)> {
    let telling = || chosen.iter().filter(|(_, telling)| *telling).map(|(held, _)| held);
    let is_free = |field| telling().any(|held| !fields_of(keys, held).contains(&field));
    let of_words = |key: &FieldKey| {
        let others = keys.iter().filter(|other| other.whole && other.field != key.field);
        key.part == RARE_WORDS && others.into_iter().any(|other| !is_free(other.field))
    };
    let each = keys.iter().enumerate().filter(|(_, key)| of_words(key));
    each.map(|(place, _)| (vec![place], true)).collect()
}

/// Patterns with how often each stands there and what residents' fields say, in their order.
fn counted(patterns: BTreeMap<Pattern, u64>, model: &Model) -> Vec<(Pattern, u64, f32)> {
    let residents = |pattern: Pattern| {
        let each = Comparison::ALL.into_iter();
        each.map(|comparison| model.weight(comparison, pattern.level(comparison))).sum()
    };
    patterns.into_iter().map(|(pattern, pairs)| (pattern, pairs, residents(pattern))).collect()
}

/// The patterns of random pairs of a scope.
pub(in crate::link) fn random_patterns(
    table: &RecordTable,
    scope: PairScope,
) -> BTreeMap<Pattern, u64> {
    let rows = table.records.len() as u64;
    let mut seen = BTreeMap::<Pattern, u64>::new();
    let (before, second) = match scope {
        PairScope::Across { boundary } => (u64::from(boundary), u64::from(boundary)),
        _ => (rows, 0),
    };
    let after = rows.saturating_sub(second);
    if before == 0 || after == 0 {
        return seen;
    }
    for index in 0..RANDOM_PAIRS.min(before.saturating_mul(after)) {
        let word = mix_word(index);
        let left = table.lots.row((word >> 32) % before);
        let right = table.lots.row(second + (word & 0xFFFF_FFFF) % after);
        if left != right
            && let Some(pattern) = compare_rows(table, left as usize, right as usize)
        {
            *seen.entry(pattern).or_default() += 1;
        }
    }
    seen
}

/// The patterns of the pairs that are alike in some keys, every n-th of them if there are many.
fn group(
    table: &RecordTable,
    keys: &[FieldKey],
    held: &[usize],
    telling: bool,
    options: &BlockingOptions,
    model: &Model,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<PatternGroup> {
    let rows = u32::try_from(table.records.len()).unwrap_or(u32::MAX);
    let mut parts = PartTable::new(rows, held.len() as u8);
    for (part, &place) in (0..).zip(held) {
        let Some(key) = keys.get(place) else { continue };
        (0..rows).for_each(|row| parts.set(part, row, key.get(&table.declared, row as usize)));
    }
    let rule = [BlockRule::of("", (0..held.len() as u8).collect::<Vec<_>>())];
    let options = BlockingOptions { refine: Vec::new(), ..options.clone() };
    let blocker = Blocker::new(&parts, &rule, options)?;
    let pairs = blocker.forecast().pairs();
    let step = (pairs / TRAINING_PAIRS).max(1);
    let mut seen = BTreeMap::<Pattern, u64>::new();
    let walked = blocker.for_each_batch(&mut |batch| {
        for pair in batch {
            let word = table.lots.pair(pair.left, pair.right);
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
    let alike = held.iter().filter_map(|&place| keys.get(place)).filter(|key| key.whole);
    Ok(PatternGroup {
        counts: counted(seen, model),
        alike: alike.fold(0, |mask, key| mask | 1 << key.field),
        pairs,
        telling,
    })
}
