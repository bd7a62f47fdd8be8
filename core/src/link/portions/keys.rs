//! From records to the keys of their blocks, dealt out so that equal keys come together.

use super::bytes::{put_text, put_u32, put_u64};
use super::homes::Homes;
use crate::block::{BlockingOptions, PairScope, PartTable};
use crate::error::Result;
use crate::link::learned::Learned;
use crate::link::linker::Linker;
use crate::link::match_rules::MatchRules;
use crate::link::rules::{Rule, mix_word, part};
use crate::link::walk::{Prepared, on_threads, prepare_part};
use crate::record::Table;
use xxhash_rust::xxh3::xxh3_64;

/// The blocks that records belong to: those with a key in common are to be compared.
///
/// Keys are hashes of 64 bits, the same in every portion of a table; two keys that are equal by
/// chance, one in 10^19, cost a comparison and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockKeys {
    keys: Vec<u64>,
    rules: Vec<u8>,
    ends: Vec<usize>,
    refine: Vec<u32>,
    refining: usize,
    /// Records of a block of each rule.
    most: Vec<u32>,
}

impl BlockKeys {
    fn of(parts: &PartTable, rules: &MatchRules) -> Self {
        let (list, refine) = (rules.list(), rules.refine());
        let most = list.iter().map(|rule| most_rows(most_pairs(rule))).collect();
        let mut found = Self { refining: refine.len(), most, ..Self::default() };
        for row in 0..parts.rows() {
            for (place, rule) in (0_u8..).zip(list) {
                if let Some(key) = key(parts, row, place, rule) {
                    found.keys.push(key);
                    found.rules.push(place);
                }
            }
            found.ends.push(found.keys.len());
            found.refine.extend(refine.iter().map(|&part| parts.part(part, row)));
        }
        found
    }

    /// How many records there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The keys of a row, one for each rule that it has all parts of.
    #[must_use]
    pub fn keys(&self, row: usize) -> &[u64] {
        self.keys.get(self.range(row)).unwrap_or_default()
    }

    /// The places of the rules that made the keys of a row, in their order.
    #[must_use]
    pub fn rules(&self, row: usize) -> &[u8] {
        self.rules.get(self.range(row)).unwrap_or_default()
    }

    /// The most records that a block of each key may have before it is split.
    pub fn most_rows(&self, row: usize) -> impl Iterator<Item = u32> + '_ {
        let rules = self.rules(row).iter();
        rules.map(|rule| self.most.get(usize::from(*rule)).copied().unwrap_or_default())
    }

    /// Values by which a block that is too large is split, one after the other, until its parts fit
    /// [`Self::most_rows`]; what still has more pairs than
    /// [`crate::BlockingOptions::max_block_pairs`] after the last is not compared. 0: not given, and a
    /// value as any other.
    #[must_use]
    pub fn refine(&self, row: usize) -> &[u32] {
        let start = row.saturating_mul(self.refining);
        self.refine.get(start..start.saturating_add(self.refining)).unwrap_or_default()
    }

    fn range(&self, row: usize) -> core::ops::Range<usize> {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        start.unwrap_or_default()..self.ends.get(row).copied().unwrap_or_default()
    }
}

/// What rows of a larger table send to others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DealtKeys {
    /// The bytes of each bucket, empty where no key fell: all of one bucket, from all portions of the
    /// table, go to [`Linker::meet`] together.
    pub buckets: Vec<Vec<u8>>,
    /// The home of each row: records of one home go to [`Linker::link_home`] together.
    pub homes: Vec<u32>,
}

/// Stands for no rule: the entry asks whether another record has the same identifier.
pub(super) const IDENTIFIER: u8 = u8::MAX;

/// The key of a row under a rule; none where it lacks a part.
pub(super) fn key(parts: &PartTable, row: u32, place: u8, rule: &Rule) -> Option<u64> {
    let mut ids = rule.block.parts.iter().map(|&part| parts.part(part, row));
    let key = ids.try_fold(mix_word(u64::from(place) + 1), |key, id| {
        (id != 0).then(|| mix_word(key ^ u64::from(id)))
    });
    key.filter(|_| !rule.block.parts.is_empty())
}

/// The upper half decides: the lower one orders keys within the bucket.
fn bucket(key: u64, buckets: u32) -> u32 {
    (key >> 32) as u32 % buckets.max(1)
}

/// Pairs of a block of a rule above which it is split.
pub(super) fn most_pairs(rule: &Rule) -> u64 {
    rule.block.most_pairs.min(BlockingOptions::default().max_block_pairs)
}

/// Records of a block of at most so many pairs.
fn most_rows(pairs: u64) -> u32 {
    let rows = pairs.saturating_mul(2).isqrt();
    let fits = |rows: u64| rows.saturating_mul(rows.saturating_sub(1)) / 2 <= pairs;
    u32::try_from(if fits(rows + 1) { rows + 1 } else { rows }).unwrap_or(u32::MAX)
}

impl Linker {
    /// The blocks of rows of a larger table, by the linker's rules.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn block_keys(&self, table: &Table<'_>, learned: &Learned) -> Result<BlockKeys> {
        self.with_parts(table, learned, |_, prepared| {
            Ok(BlockKeys::of(&prepared.parts, &prepared.rules))
        })
    }

    /// The keys of rows of a larger table, dealt into `buckets` by key, and the rows' homes, of so many
    /// `records` each, more or less; so many at a time are compared.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn deal_keys(
        &self,
        table: &Table<'_>,
        learned: &Learned,
        buckets: u32,
        records: u32,
    ) -> Result<DealtKeys> {
        self.with_parts(table, learned, |id, prepared| {
            let Prepared { parts, rules, .. } = prepared;
            let homes = Homes::of(learned, records);
            let empty = vec![Vec::new(); buckets.max(1) as usize];
            let mut dealt = DealtKeys { buckets: empty, homes: Vec::new() };
            let mut held: Vec<(u32, u64, u8)> = Vec::new();
            for row in 0..parts.rows() {
                let id = id(row);
                let home = homes.home(parts.part(part::YEAR, row), &id);
                dealt.homes.push(home);
                held.clear();
                let own = xxh3_64(id.as_bytes());
                held.push((bucket(own, buckets), own, IDENTIFIER));
                for (place, rule) in (0_u8..).zip(rules.list()) {
                    if let Some(key) = key(parts, row, place, rule) {
                        held.push((bucket(key, buckets), key, place));
                    }
                }
                held.sort_unstable();
                for keys in held.chunk_by(|one, other| one.0 == other.0) {
                    let Some((bucket, ..)) = keys.first() else { continue };
                    let Some(bytes) = dealt.buckets.get_mut(*bucket as usize) else { continue };
                    put_text(bytes, &id);
                    put_u32(bytes, home);
                    for &part in rules.refine() {
                        put_u32(bytes, parts.part(part, row));
                    }
                    bytes.push(u8::try_from(keys.len()).unwrap_or(u8::MAX));
                    for (_, key, place) in keys {
                        put_u64(bytes, *key);
                        bytes.push(*place);
                    }
                }
            }
            Ok(dealt)
        })
    }

    fn with_parts<R: Send>(
        &self,
        table: &Table<'_>,
        learned: &Learned,
        work: impl FnOnce(&dyn Fn(u32) -> String, &Prepared) -> Result<R> + Send,
    ) -> Result<R> {
        let sides = self.sides(&[table])?;
        let settings = self.settings();
        on_threads(settings.threads, || {
            let prepared =
                prepare_part(&sides, settings.rules, PairScope::All, Some(learned), &mut |_| true)?;
            work(&|row| sides.record_id(row).into_owned(), &prepared)
        })
    }
}
