//! Which keys, alone or together, make rules of a table.

use super::keys::FieldKey;
use crate::block::{BlockRule, Blocker, BlockingOptions, PairScope, PartTable};
use crate::link::rules::mix_word;
use crate::record::declared::DeclaredTable;
use crate::record::lots::Lots;
use crate::record::values::RecordTable;
use core::ops::ControlFlow;

/// Records looked at; a larger table is judged by so many of them.
const SAMPLE: usize = 16_384;
/// Pairs a record that one rule may make, and all together; small tables may have more.
const OF_ONE_RULE: f64 = 3.0;
const OF_ALL_RULES: f64 = 24.0;
/// Pairs that take no time worth saving: of one rule, of all.
const FEW_PAIRS: [f64; 2] = [100_000.0, 400_000.0];
/// The most rules.
const RULES: usize = 96;

/// Keys that make a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Places of the keys.
    pub(super) keys: Vec<usize>,
    /// Its pairs among the records looked at.
    pub(super) pairs: u64,
}

/// The records looked at.
pub(super) struct Sample {
    rows: Vec<u32>,
    scope: PairScope,
    /// Pairs a record of the table for each pair of the sample.
    pub(super) scale: f64,
}

/// Chooses rules over at most `room` different keys.
pub(super) fn choose(
    table: &RecordTable,
    keys: &[FieldKey],
    scope: PairScope,
    room: usize,
) -> Vec<Chosen> {
    let rows = table.records.len();
    let sample = Sample::new(rows, scope, &table.lots);
    let columns = sample.columns(&table.declared, keys);
    let [of_one, of_all] = [(OF_ONE_RULE, FEW_PAIRS[0]), (OF_ALL_RULES, FEW_PAIRS[1])]
        .map(|(each, few)| each.max(few / rows.max(1) as f64));
    let fits = |pairs: u64| pairs as f64 * sample.scale <= of_one;
    let mut found: Vec<Chosen> = Vec::new();
    let mut rest: Vec<Chosen> = Vec::new();
    for place in 0..keys.len() {
        let rule = sample.rule(&columns, vec![place]);
        if fits(rule.pairs) { found.push(rule) } else { rest.push(rule) }
    }
    let alone = rest.clone();
    // Two of them, then three.
    for size in [2, 3] {
        let mut next = Vec::new();
        for rule in &rest {
            for other in &alone {
                let (Some(&last), Some(&key)) = (rule.keys.last(), other.keys.first()) else {
                    continue;
                };
                let mut both = rule.keys.clone();
                both.push(key);
                let apart = both.iter().enumerate().all(|(at, &one)| {
                    both.iter().skip(at + 1).all(|&other| is_apart(keys, one, other))
                });
                let whole = |&place: &usize| keys.get(place).is_some_and(|key| key.whole);
                if key <= last || !apart || size == 3 && !both.iter().all(whole) {
                    continue;
                }
                if found.iter().any(|held| covers(keys, &held.keys, &both)) {
                    continue;
                }
                let rule = sample.rule(&columns, both);
                if fits(rule.pairs) { found.push(rule) } else { next.push(rule) }
            }
        }
        rest = next;
    }
    found.retain(|rule| rule.pairs > 0 || rows > SAMPLE);
    if found.is_empty() {
        // Large blocks only: they are split or refused, and named. Their pairs need no counting, which
        // would take each of them.
        let least = alone.into_iter().min_by_key(|rule| rule.pairs);
        return within_room(least.into_iter().collect(), room);
    }
    found.sort_by(|a, b| (a.pairs, a.keys.len(), &a.keys).cmp(&(b.pairs, b.keys.len(), &b.keys)));
    let found = within_room(found, room);
    let made = sample.new_pairs(&columns, &found);
    let mut all = 0.0;
    let taken = found.into_iter().zip(made).filter(|(_, made)| {
        let more = *made as f64 * sample.scale;
        let fits = all == 0.0 || all + more <= of_all;
        all += if fits { more } else { 0.0 };
        fits
    });
    taken.map(|(rule, _)| rule).collect()
}

/// Whether two keys are of two things: of two fields, or words of one text in two places.
fn is_apart(keys: &[FieldKey], one: usize, other: usize) -> bool {
    match (keys.get(one), keys.get(other)) {
        (Some(a), Some(b)) => {
            a.field != b.field || a.part == b.part && a.part.ends_with("(word)") && one != other
        }
        _ => false,
    }
}

/// Whether a rule finds all that another finds: each of its keys is in the other, by itself or with
/// the whole value.
fn covers(keys: &[FieldKey], rule: &[usize], other: &[usize]) -> bool {
    rule.iter().all(|place| {
        let Some(key) = keys.get(*place) else { return false };
        other.iter().any(|held| {
            held == place
                || keys.get(*held).is_some_and(|held| held.whole && held.field == key.field)
        })
    })
}

/// The first rules, as many as their keys have room.
fn within_room(found: Vec<Chosen>, room: usize) -> Vec<Chosen> {
    let mut used: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for rule in found {
        let mut more = used.clone();
        more.extend(rule.keys.iter().filter(|key| !used.contains(key)));
        if more.len() <= room && out.len() < RULES {
            used = more;
            out.push(rule);
        }
    }
    out
}

impl Sample {
    pub(super) fn new(rows: usize, scope: PairScope, lots: &Lots) -> Self {
        let boundary = scope.boundary();
        let step = (rows / SAMPLE).max(1) as u64;
        let all = 0..u32::try_from(rows).unwrap_or(u32::MAX);
        let taken = |row: &u32| rows <= SAMPLE || mix_word(lots.record(*row)).is_multiple_of(step);
        let rows: Vec<u32> = all.filter(taken).collect();
        let before = rows.iter().filter(|row| **row < boundary).count() as u32;
        let scope = match scope {
            PairScope::All => PairScope::All,
            PairScope::Across { .. } => PairScope::Across { boundary: before },
            PairScope::Touching { .. } => PairScope::Touching { boundary: before },
        };
        // Twice as many records make twice as many pairs of each.
        let scale = step as f64 / rows.len().max(1) as f64;
        Self { rows, scope, scale }
    }

    /// The keys of its records.
    pub(super) fn columns(&self, table: &DeclaredTable, keys: &[FieldKey]) -> Vec<Vec<u32>> {
        let of =
            |key: &FieldKey| self.rows.iter().map(|&row| key.get(table, row as usize)).collect();
        keys.iter().map(of).collect()
    }

    /// A rule with its pairs, by sorting what the records have in common.
    pub(super) fn rule(&self, columns: &[Vec<u32>], keys: Vec<usize>) -> Chosen {
        let boundary = self.scope.boundary() as usize;
        let mut common: Vec<u64> = Vec::with_capacity(self.rows.len());
        for row in 0..self.rows.len() {
            let mut ids = keys.iter().filter_map(|&key| columns.get(key)?.get(row).copied());
            let mixed =
                ids.try_fold(0, |hash, id| (id != 0).then(|| mix_word(hash ^ u64::from(id))));
            let Some(mixed) = mixed else { continue };
            // The side stands in the lowest bit.
            common.push(mixed << 1 | u64::from(row >= boundary));
        }
        common.sort_unstable();
        let blocks = common.chunk_by(|one, other| one >> 1 == other >> 1);
        let pairs = blocks.map(|block| {
            let after = block.iter().filter(|entry| *entry & 1 == 1).count() as u32;
            self.scope.pairs(block.len() as u32 - after, after)
        });
        Chosen { keys, pairs: pairs.sum() }
    }

    /// The pairs of each rule that none before it makes.
    fn new_pairs(&self, columns: &[Vec<u32>], rules: &[Chosen]) -> Vec<u64> {
        let mut used: Vec<usize> =
            rules.iter().flat_map(|rule| rule.keys.iter().copied()).collect();
        used.sort_unstable();
        used.dedup();
        let part = |key: &usize| used.binary_search(key).unwrap_or(0) as u8;
        let mut parts = PartTable::new(self.rows.len() as u32, used.len() as u8);
        for key in &used {
            for (row, &id) in (0..).zip(columns.get(*key).into_iter().flatten()) {
                parts.set(part(key), row, id);
            }
        }
        let blocks: Vec<BlockRule> = rules
            .iter()
            .map(|rule| BlockRule::of("", rule.keys.iter().map(part).collect::<Vec<_>>()))
            .collect();
        let options = BlockingOptions {
            scope: self.scope,
            max_block_pairs: u64::MAX,
            ..BlockingOptions::default()
        };
        // Rules and parts were kept within their limits.
        let Ok(blocker) = Blocker::new(&parts, &blocks, options) else { return Vec::new() };
        match blocker.for_each_batch(&mut |_| ControlFlow::Continue(())) {
            ControlFlow::Continue(made) => made.rules.iter().map(|rule| rule.new_pairs).collect(),
            ControlFlow::Break(()) => Vec::new(),
        }
    }
}
