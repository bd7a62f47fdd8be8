//! Blocks that were too large, kept so that later rules know which pairs were really made.

use super::rule::{PartTable, Parts};

/// A rule as blocking works with it.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Parts of the key, each once.
    pub(super) key: Vec<u8>,
    /// Parts that refine it: those of the options that are not in the key.
    pub(super) refine: Vec<u8>,
    /// The key's parts as bits.
    pub(super) mask: u64,
}

impl Plan {
    /// The upper half of the hash of a record's key, never 0; 0 where a part is missing.
    pub(super) fn hash(&self, parts: Parts<'_>) -> u32 {
        // A part that few records have stands first in its rules: the others are done here.
        if self.key.first().is_none_or(|part| parts.part(*part) == 0) {
            return 0;
        }
        let (mut hash, mut whole) = (0, true);
        for part in &self.key {
            let id = parts.part(*part);
            whole &= id != 0;
            hash = mix(hash, id);
        }
        if whole { ((hash >> 32) as u32).max(1) } else { 0 }
    }
}

/// The oversized blocks and sub-blocks of one rule.
///
/// At most about `records / block limit` times the number of refining parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Oversized {
    /// By hash.
    nodes: Vec<Node>,
    /// Where the nodes begin whose hashes begin with so many bits, and the end of the last ones: one
    /// or two nodes are looked at, where halving a long list would wait for memory at each step.
    starts: Vec<u32>,
    bits: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node {
    hash: u64,
    /// How many refining parts all its rows agree on (lacking one is agreeing, too).
    depth: u8,
    /// One of its rows: stands for the values.
    sample_row: u32,
}

impl Node {
    pub(super) fn new(parts: &PartTable, plan: &Plan, depth: usize, row: u32) -> Self {
        let split = plan.refine.iter().take(depth);
        let parts = parts.row(row);
        let all = plan.key.iter().chain(split);
        let hash = all.fold(depth as u64, |hash, part| mix(hash, parts.part(*part)));
        Self { hash, depth: depth as u8, sample_row: row }
    }

    fn holds(&self, parts: &PartTable, plan: &Plan, row: u32) -> bool {
        let split = plan.refine.iter().take(usize::from(self.depth));
        let (own, sample) = (parts.row(row), parts.row(self.sample_row));
        plan.key.iter().chain(split).all(|part| own.part(*part) == sample.part(*part))
    }
}

impl Oversized {
    pub(super) fn new(mut nodes: Vec<Node>) -> Self {
        nodes.sort_unstable();
        let bits = nodes.len().checked_ilog2().unwrap_or(0);
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for node in &nodes {
            if let Some(count) = starts.get_mut(first_bits(node.hash, bits) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { nodes, starts, bits }
    }

    /// Whether a pair with equal keys was made by the rule: each block around it that was too large
    /// was split by a part on which the two agree, down to one that fitted.
    pub(super) fn made(&self, parts: &PartTable, plan: &Plan, left: u32, right: u32) -> bool {
        if self.nodes.is_empty() {
            return !plan.key.is_empty();
        }
        let mut depth = 0;
        while self.contains(parts, plan, depth, left) {
            match plan.refine.get(depth) {
                Some(&part) if parts.part(part, left) == parts.part(part, right) => depth += 1,
                _ => return false,
            }
        }
        true
    }

    fn contains(&self, parts: &PartTable, plan: &Plan, depth: usize, row: u32) -> bool {
        let wanted = Node::new(parts, plan, depth, row);
        let place = first_bits(wanted.hash, self.bits);
        let start = |place: usize| self.starts.get(place).map_or(0, |start| *start as usize);
        let alike = self.nodes.get(start(place)..start(place + 1)).unwrap_or_default();
        let same = |node: &&Node| node.hash == wanted.hash && usize::from(node.depth) == depth;
        alike.iter().filter(same).any(|node| node.holds(parts, plan, row))
    }
}

fn first_bits(hash: u64, bits: u32) -> usize {
    hash.checked_shr(u64::BITS - bits).unwrap_or(0) as usize
}

/// One step of a 64-bit mix; the upper bits are the good ones.
#[inline]
pub(super) fn mix(hash: u64, id: u32) -> u64 {
    let hash = (hash ^ u64::from(id)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 32)
}
