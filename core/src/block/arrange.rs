//! One rule: from keys to blocks.
//!
//! An entry is one `u64`: a record's row below, 32 bits of its key's hash above. Entries are dealt
//! into buckets by the first bits of the hash (the keys are mixed twice instead of being stored),
//! each bucket is sorted in the cache, and runs of equal hashes are checked against the real parts.
//! Then the upper half has done its work and takes the length of the block that starts here; 1 is a
//! record that meets nobody. So a rule costs 8 bytes a record, and blocks are read off in order.

use super::forecast::{LargeBlock, RefusedBlock, RuleForecast};
use super::oversized::{Node, Oversized, Plan, mix};
use super::radix;
use super::rule::{BlockParts, PairScope};
use core::cmp::Ordering;
#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Rows a bucket holds on average: small enough for the cache.
const BUCKET_ROWS: u32 = 4_096;

pub(super) fn row(entry: u64) -> u32 {
    entry as u32
}

fn same_upper(left: &u64, right: &u64) -> bool {
    left >> 32 == right >> 32
}

/// One block after another; records that meet nobody come as blocks of one.
pub(super) fn blocks(entries: &[u64]) -> impl Iterator<Item = &[u64]> {
    let mut rest = entries;
    core::iter::from_fn(move || {
        let len = (rest.first()? >> 32).max(1) as usize;
        let (block, after) = rest.split_at_checked(len)?;
        rest = after;
        Some(block)
    })
}

/// How many of the block's rows stand before the scope's boundary (rows ascend).
pub(super) fn before(scope: PairScope, block: &[u64]) -> usize {
    match scope {
        PairScope::All => block.len(),
        _ => block.partition_point(|entry| row(*entry) < scope.boundary()),
    }
}

pub(super) fn pairs(scope: PairScope, block: &[u64]) -> u64 {
    let before = before(scope, block);
    scope.pairs(before as u32, (block.len() - before) as u32)
}

/// What a rule is arranged under.
#[derive(Debug)]
pub(super) struct Arranger<'a, P> {
    pub(super) parts: &'a P,
    pub(super) plan: &'a Plan,
    pub(super) rule: u8,
    pub(super) scope: PairScope,
    pub(super) max_block_pairs: u64,
}

impl<P: BlockParts> Arranger<'_, P> {
    /// Fills `entries` with the rule's blocks.
    pub(super) fn arrange(&self, entries: &mut Vec<u64>) -> (RuleForecast, Oversized) {
        let ends = self.deal(entries);
        let mut buckets = Vec::with_capacity(ends.len());
        let mut rest = entries.as_mut_slice();
        let mut start = 0;
        for end in ends {
            let Some((bucket, after)) = rest.split_at_mut_checked(end - start) else { break };
            buckets.push(bucket);
            (rest, start) = (after, end);
        }
        #[cfg(feature = "parallel")]
        let tallies: Vec<_> = buckets.into_par_iter().map(|bucket| self.settle(bucket)).collect();
        #[cfg(not(feature = "parallel"))]
        let tallies = buckets.into_iter().map(|bucket| self.settle(bucket));

        let mut forecast = RuleForecast::default();
        let mut nodes = Vec::new();
        for tally in tallies {
            forecast.add(tally.forecast);
            nodes.extend(tally.nodes);
        }
        forecast.keyed_records = entries.len() as u32;
        forecast.finish();
        (forecast, Oversized::new(nodes))
    }

    /// The key's hash; none where a part is missing.
    fn hash(&self, row: u32) -> Option<u32> {
        let mut hash = 0;
        for part in &self.plan.key {
            let id = self.parts.part(*part, row);
            if id == 0 {
                return None;
            }
            hash = mix(hash, id);
        }
        (!self.plan.key.is_empty()).then_some((hash >> 32) as u32)
    }

    /// Deals keyed rows into buckets, rows ascending in each; gives where each bucket ends.
    fn deal(&self, entries: &mut Vec<u64>) -> Vec<usize> {
        let rows = self.parts.rows();
        let bits = (rows / BUCKET_ROWS).checked_ilog2().map_or(0, |bits| bits.min(12));
        let bucket = |hash: u32| (u64::from(hash) >> (32 - bits)) as usize;
        let mut ends = vec![0_usize; 1 << bits];
        for row in 0..rows {
            if let Some(count) = self.hash(row).and_then(|hash| ends.get_mut(bucket(hash))) {
                *count += 1;
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += core::mem::replace(end, total);
        }
        entries.clear();
        entries.resize(total, 0);
        for row in 0..rows {
            let Some(hash) = self.hash(row) else { continue };
            let Some(next) = ends.get_mut(bucket(hash)) else { continue };
            if let Some(slot) = entries.get_mut(*next) {
                *slot = (u64::from(hash) << 32) | u64::from(row);
                *next += 1;
            }
        }
        ends
    }

    /// Sorts a bucket and marks its blocks.
    fn settle(&self, bucket: &mut [u64]) -> Tally {
        let mut tally = Tally::default();
        radix::sort(bucket, &mut tally.scratch, 32);
        for run in bucket.chunk_by_mut(same_upper) {
            if let [only] = run {
                *only = (1 << 32) | u64::from(row(*only));
            } else if self.same_key_throughout(run) {
                self.block(run, &mut tally);
            } else {
                // Different keys with one hash.
                run.sort_unstable_by(|a, b| self.compare(row(*a), row(*b)).then(a.cmp(b)));
                for run in run.chunk_by_mut(|a, b| self.compare(row(*a), row(*b)).is_eq()) {
                    self.block(run, &mut tally);
                }
            }
        }
        tally.scratch = Vec::new();
        tally
    }

    fn same_key_throughout(&self, run: &[u64]) -> bool {
        let Some((first, rest)) = run.split_first() else { return true };
        rest.iter().all(|entry| self.compare(row(*first), row(*entry)).is_eq())
    }

    fn compare(&self, left: u32, right: u32) -> Ordering {
        self.plan
            .key
            .iter()
            .map(|part| self.parts.part(*part, left).cmp(&self.parts.part(*part, right)))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    /// Keeps, refines or drops the rows of one key.
    fn block(&self, block: &mut [u64], tally: &mut Tally) {
        let pairs = pairs(self.scope, block);
        let sample_row = block.first().map_or(0, |entry| row(*entry));
        if pairs > 0 {
            let rows = block.len() as u32;
            tally.forecast.note_large(LargeBlock { rows, pairs, sample_row });
        }
        if pairs <= self.max_block_pairs {
            tally.keep(block, pairs);
        } else {
            let made = tally.forecast.pairs;
            tally.forecast.refined_blocks += 1;
            self.refine(block, pairs, 0, tally);
            tally.forecast.left_out_pairs += pairs - (tally.forecast.pairs - made);
        }
    }

    /// Splits an oversized block by its next part; refuses it when there is none left.
    fn refine(&self, block: &mut [u64], pairs_held: u64, depth: usize, tally: &mut Tally) {
        let sample_row = block.first().map_or(0, |entry| row(*entry));
        tally.nodes.push(Node::new(self.parts, self.plan, depth, sample_row));
        let Some(part) = self.plan.refine.get(depth) else {
            let rows = block.len() as u32;
            let rule = self.rule;
            tally.forecast.refused.push(RefusedBlock { rule, rows, pairs: pairs_held, sample_row });
            scatter(block);
            return;
        };
        for entry in block.iter_mut() {
            let id = self.parts.part(*part, row(*entry));
            *entry = (u64::from(id) << 32) | u64::from(row(*entry));
        }
        radix::sort(block, &mut tally.scratch, 32);
        for block in block.chunk_by_mut(same_upper) {
            let pairs = pairs(self.scope, block);
            if pairs <= self.max_block_pairs {
                tally.keep(block, pairs);
            } else {
                self.refine(block, pairs, depth + 1, tally);
            }
        }
    }
}

/// What a bucket made.
#[derive(Debug, Default)]
struct Tally {
    forecast: RuleForecast,
    nodes: Vec<Node>,
    scratch: Vec<u64>,
}

impl Tally {
    fn keep(&mut self, block: &mut [u64], pairs: u64) {
        scatter(block);
        if pairs == 0 {
            return;
        }
        let len = block.len() as u64;
        if let Some(first) = block.first_mut() {
            *first = (len << 32) | u64::from(row(*first));
        }
        self.forecast.blocks += 1;
        self.forecast.pairs = self.forecast.pairs.saturating_add(pairs);
    }
}

/// Makes every row a block of one.
fn scatter(block: &mut [u64]) {
    for entry in block {
        *entry = (1 << 32) | u64::from(row(*entry));
    }
}
