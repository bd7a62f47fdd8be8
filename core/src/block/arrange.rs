//! One rule: from keys to blocks.
//!
//! An entry is one `u64`: a record's row below, 32 bits of its key's hash above. Entries are dealt
//! into buckets by the first bits of the hash, each bucket is sorted in the cache, and runs of equal
//! hashes are checked against the real parts. Then the upper half has done its work and takes the
//! length of the block that starts here; 1 is a record that meets nobody. So a rule costs 8 bytes a
//! record beside the hashes, which a few rules have at once, and blocks are read off in order.

use super::forecast::{LargeBlock, RefusedBlock, RuleForecast};
use super::oversized::{Node, Plan};
use super::radix;
use super::rule::{PairScope, PartTable};
use core::cmp::Ordering;
use core::hint::black_box;
#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Rows a bucket holds on average. Few, so that their parts stay in the cache and their pages in
/// the address cache from the first look to the last (measured: 1.9 s with 1,024, 2.4 s with 4,096).
const BUCKET_ROWS: u32 = 1_024;

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

/// Rules whose keys are hashed in one walk over the rows: reading these takes longer than hashing.
pub(super) const TOGETHER: usize = 4;

/// Rows that are hashed for one rule after another while they are in the cache.
const NEAR_ROWS: usize = 2_048;

/// The hashes of the keys of a few rules.
#[derive(Debug, Default)]
pub(super) struct Hashes {
    /// Of so many rows those of the first rule, those of the next, ...; then of the next rows.
    all: Vec<u32>,
    rules: usize,
    rows: usize,
}

impl Hashes {
    /// Hashes the keys of all rows under at most [`TOGETHER`] rules.
    pub(super) fn fill(&mut self, parts: &PartTable, plans: &[Plan]) {
        self.rows = parts.rows() as usize;
        self.rules = plans.len().max(1);
        let near = NEAR_ROWS * self.rules;
        self.all.resize(self.rows.next_multiple_of(NEAR_ROWS) * self.rules, 0);
        #[cfg(feature = "parallel")]
        let stretches = self.all.par_chunks_mut(near);
        #[cfg(not(feature = "parallel"))]
        let stretches = self.all.chunks_mut(near);
        stretches.enumerate().for_each(|(stretch, hashes)| {
            let first = stretch * NEAR_ROWS;
            for (hashes, plan) in hashes.chunks_mut(NEAR_ROWS).zip(plans) {
                for (row, hash) in (first..).zip(hashes) {
                    *hash = plan.hash(parts.row(row as u32));
                }
            }
        });
    }

    /// The hashes of one of the rules, by row.
    fn of(&self, rule: usize) -> impl Iterator<Item = u32> {
        let own = self.all.chunks(NEAR_ROWS).skip(rule).step_by(self.rules.max(1));
        own.flatten().copied().take(self.rows)
    }
}

/// Memory for the blocks of one rule.
pub(super) type Entries = Vec<u64>;

/// What a rule is arranged under.
#[derive(Debug)]
pub(super) struct Arranger<'a> {
    pub(super) parts: &'a PartTable,
    pub(super) plan: &'a Plan,
    pub(super) rule: u8,
    pub(super) scope: PairScope,
    /// A block with more is split where a part can split it.
    pub(super) most_pairs: u64,
    /// A block with more is refused where none can.
    pub(super) max_block_pairs: u64,
}

impl Arranger<'_> {
    /// Deals keyed rows into buckets, rows ascending in each; the rule's hashes are those of one
    /// `place`.
    pub(super) fn deal<'e>(
        &self,
        hashes: &Hashes,
        place: usize,
        entries: &'e mut Entries,
    ) -> Vec<&'e mut [u64]> {
        let rows = self.parts.rows();
        let bits = (rows / BUCKET_ROWS).checked_ilog2().map_or(0, |bits| bits.min(14));
        let bucket = |hash: u32| (u64::from(hash) >> (32 - bits)) as usize;
        let keyed = || hashes.of(place).zip(0_u64..).filter(|(hash, _)| *hash != 0);
        let mut ends = vec![0_usize; 1 << bits];
        for (hash, _) in keyed() {
            if let Some(count) = ends.get_mut(bucket(hash)) {
                *count += 1;
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += core::mem::replace(end, total);
        }
        entries.clear();
        entries.resize(total, 0);
        for (hash, row) in keyed() {
            let Some(next) = ends.get_mut(bucket(hash)) else { continue };
            if let Some(slot) = entries.get_mut(*next) {
                *slot = (u64::from(hash) << 32) | row;
                *next += 1;
            }
        }
        let mut buckets = Vec::with_capacity(ends.len());
        let (mut rest, mut start) = (entries.as_mut_slice(), 0);
        for end in ends {
            let Some((bucket, after)) = rest.split_at_mut_checked(end - start) else { break };
            buckets.push(bucket);
            (rest, start) = (after, end);
        }
        buckets
    }

    /// Sorts a bucket and marks its blocks.
    pub(super) fn settle(&self, bucket: &mut [u64]) -> Tally {
        let mut tally = Tally::default();
        tally.forecast.keyed_records = bucket.len() as u32;
        radix::sort(bucket, &mut tally.scratch, 32);
        self.fetch(bucket);
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

    /// Brings the rows that may meet into the cache. Rows stand in memory by chance; reads that do
    /// not wait for one another overlap, and the checks that follow would wait for each.
    fn fetch(&self, bucket: &[u64]) {
        let mut seen = 0;
        for run in bucket.chunk_by(same_upper).filter(|run| run.len() > 1) {
            for entry in run {
                seen ^= self.parts.row(row(*entry)).fetch();
            }
        }
        black_box(seen);
    }

    fn same_key_throughout(&self, run: &[u64]) -> bool {
        let Some((first, rest)) = run.split_first() else { return true };
        rest.iter().all(|entry| self.compare(row(*first), row(*entry)).is_eq())
    }

    fn compare(&self, left: u32, right: u32) -> Ordering {
        let (left, right) = (self.parts.row(left), self.parts.row(right));
        let mut orders = self.plan.key.iter().map(|part| left.part(*part).cmp(&right.part(*part)));
        orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// Keeps, refines or drops the rows of one key.
    fn block(&self, block: &mut [u64], tally: &mut Tally) {
        let pairs = pairs(self.scope, block);
        let sample_row = block.first().map_or(0, |entry| row(*entry));
        if pairs > 0 {
            let rows = block.len() as u32;
            tally.forecast.note_large(LargeBlock { rows, pairs, sample_row });
        }
        if pairs <= self.most_pairs {
            tally.keep(block, pairs);
        } else {
            let made = tally.forecast.pairs;
            tally.forecast.refined_blocks += 1;
            self.refine(block, pairs, 0, tally);
            tally.forecast.left_out_pairs += pairs - (tally.forecast.pairs - made);
        }
    }

    /// Splits a block by its next part; refuses it when there is none left and it is too large.
    fn refine(&self, block: &mut [u64], pairs_held: u64, depth: usize, tally: &mut Tally) {
        if depth >= self.plan.refine.len() && pairs_held <= self.max_block_pairs {
            tally.keep(block, pairs_held);
            return;
        }
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
            if pairs <= self.most_pairs {
                tally.keep(block, pairs);
            } else {
                self.refine(block, pairs, depth + 1, tally);
            }
        }
    }
}

/// What a bucket made.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) forecast: RuleForecast,
    pub(super) nodes: Vec<Node>,
    scratch: Vec<u64>,
}

impl Tally {
    /// Adds what another bucket made.
    pub(super) fn add(&mut self, other: Self) {
        self.forecast.add(other.forecast);
        self.nodes.extend(other.nodes);
    }

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
