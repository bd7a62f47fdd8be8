//! From blocks to candidates, each pair once.

use super::arrange::{before, blocks, row};
use super::oversized::{Oversized, Plan};
use super::rule::{Candidate, PairScope, PartTable};
use core::ops::ControlFlow;

/// Makes the candidates of one rule.
#[derive(Debug)]
pub(super) struct Emitter<'a> {
    pub(super) parts: &'a PartTable,
    /// The rules before this one.
    pub(super) earlier: Earlier<'a>,
    pub(super) rule: u8,
    pub(super) scope: PairScope,
    pub(super) batch_pairs: usize,
}

impl Emitter<'_> {
    /// Walks `entries`, handing over full batches; the rest stays in the buffer. Counts the pairs.
    pub(super) fn emit(
        &self,
        entries: &[u64],
        buffer: &mut Vec<Candidate>,
        take: &mut dyn FnMut(&[Candidate]) -> ControlFlow<()>,
    ) -> ControlFlow<(), u64> {
        let mut new_pairs = 0;
        for block in blocks(entries).filter(|block| block.len() > 1) {
            let before = before(self.scope, block);
            let (lefts, rights_from) = match self.scope {
                PairScope::All => (block.len(), 0),
                PairScope::Across { .. } => (before, before),
                PairScope::Touching { .. } => (block.len(), before),
            };
            for (place, entry) in block.iter().enumerate().take(lefts) {
                let left = row(*entry);
                let left_parts = self.parts.row(left);
                for entry in block.iter().skip(rights_from.max(place + 1)) {
                    let right = row(*entry);
                    let agree = left_parts.agreement(self.parts.row(right));
                    if self.earlier.made(self.parts, agree, left, right) {
                        continue;
                    }
                    new_pairs += 1;
                    buffer.push(Candidate { left, right, rule: self.rule });
                    if buffer.len() >= self.batch_pairs {
                        take(buffer)?;
                        buffer.clear();
                    }
                }
            }
        }
        ControlFlow::Continue(new_pairs)
    }
}

/// Rules and their oversized blocks, by the first of the parts they ask for: two records agree on few
/// parts, so few rules need be asked.
#[derive(Debug)]
pub(super) struct Earlier<'a> {
    rules: Vec<(u64, &'a Plan, &'a Oversized)>,
    /// Where the rules begin whose lowest bit is this one.
    starts: [u8; 65],
}

impl<'a> Earlier<'a> {
    pub(super) fn new(plans: &'a [Plan], oversized: &'a [Oversized]) -> Self {
        let rules =
            plans.iter().zip(oversized).map(|(plan, oversized)| (plan.mask, plan, oversized));
        let mut rules: Vec<_> = rules.collect();
        rules.sort_by_key(|(mask, ..)| mask.trailing_zeros());
        let mut starts = [0; 65];
        for (bit, start) in starts.iter_mut().enumerate() {
            *start =
                rules.partition_point(|(mask, ..)| (mask.trailing_zeros() as usize) < bit) as u8;
        }
        Self { rules, starts }
    }

    /// Did one of them make the pair, which agrees on these parts?
    fn made(&self, parts: &PartTable, agree: u64, left: u32, right: u32) -> bool {
        let mut rest = agree;
        while rest != 0 {
            let bit = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let start = |bit| self.starts.get(bit).copied().map_or(0, usize::from);
            let rules = self.rules.get(start(bit)..start(bit + 1)).unwrap_or_default();
            let made = rules.iter().any(|(mask, plan, oversized)| {
                mask & !agree == 0 && oversized.made(parts, plan, left, right)
            });
            if made {
                return true;
            }
        }
        false
    }
}
