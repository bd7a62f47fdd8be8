//! What the rules will make, counted before any pair is made.

use std::borrow::Cow;

/// How many of the largest blocks of a rule are named.
const NAMED: usize = 5;

/// What every rule will make, exactly.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BlockForecast {
    /// One entry per rule, in their order.
    pub rules: Vec<RuleForecast>,
}

impl BlockForecast {
    /// Pairs of all rules together: an upper bound of the candidates, since a pair that several
    /// rules find is given once.
    #[must_use]
    pub fn pairs(&self) -> u64 {
        self.rules.iter().fold(0, |sum, rule| sum.saturating_add(rule.pairs))
    }
}

/// What one rule will make, exactly, before pairs of earlier rules are skipped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RuleForecast {
    /// Name of the rule.
    pub name: Cow<'static, str>,
    /// Records that have all its parts.
    pub keyed_records: u32,
    /// Blocks that make pairs, after refining.
    pub blocks: u32,
    /// Pairs that these blocks make.
    pub pairs: u64,
    /// Pairs with equal keys that are not made, because their block was refined or refused.
    pub left_out_pairs: u64,
    /// Oversized blocks that had to be refined (the refused ones were, too).
    pub refined_blocks: u32,
    /// The largest blocks before refining, at most five, largest first.
    pub largest: Vec<LargeBlock>,
    /// What no refining could make small enough, largest first: none of these pairs is made.
    pub refused: Vec<RefusedBlock>,
}

/// A large block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LargeBlock {
    /// Records in it.
    pub rows: u32,
    /// Pairs it holds.
    pub pairs: u64,
    /// Its first record, to look at.
    pub sample_row: u32,
}

/// A block that was too large and could not be refined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusedBlock {
    /// Place of the rule.
    pub rule: u8,
    /// Records in it.
    pub rows: u32,
    /// Pairs it holds, none of which is made under this rule.
    pub pairs: u64,
    /// Its first record, to look at.
    pub sample_row: u32,
}

/// Larger first, then the earlier row: the same order however the blocks were met.
fn place(pairs: u64, rows: u32, sample_row: u32) -> impl Ord {
    (core::cmp::Reverse((pairs, rows)), sample_row)
}

impl RuleForecast {
    /// Notes a block by its size before refining.
    pub(super) fn note_large(&mut self, block: LargeBlock) {
        let smallest = self.largest.last();
        if self.largest.len() == NAMED && smallest.is_some_and(|last| last.pairs > block.pairs) {
            return;
        }
        self.largest.push(block);
        self.largest.sort_by_key(|held| place(held.pairs, held.rows, held.sample_row));
        self.largest.truncate(NAMED);
    }

    /// Adds what another part of the rule's keys made.
    pub(crate) fn add(&mut self, other: Self) {
        self.keyed_records += other.keyed_records;
        self.blocks += other.blocks;
        self.pairs = self.pairs.saturating_add(other.pairs);
        self.left_out_pairs = self.left_out_pairs.saturating_add(other.left_out_pairs);
        self.refined_blocks += other.refined_blocks;
        for block in other.largest {
            self.note_large(block);
        }
        self.refused.extend(other.refused);
    }

    /// Names the rule and puts the refused blocks in order.
    pub(super) fn finish(&mut self, name: Cow<'static, str>) {
        self.name = name;
        self.refused.sort_by_key(|held| place(held.pairs, held.rows, held.sample_row));
    }
}
