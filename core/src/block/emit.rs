//! From blocks to candidates, each pair once.

use super::arrange::{before, blocks, row};
use super::oversized::{Oversized, Plan};
use super::rule::{BlockParts, Candidate, PairScope};
use core::ops::ControlFlow;

/// Eight parts of a row, compared at once.
type Lane = [u32; 8];

/// Makes the candidates of one rule.
#[derive(Debug)]
pub(super) struct Emitter<'a, P> {
    pub(super) parts: &'a P,
    /// The parts of the rules before this one.
    pub(super) used: &'a [u8],
    /// The rules before this one.
    pub(super) earlier: Earlier<'a>,
    pub(super) rule: u8,
    pub(super) scope: PairScope,
    pub(super) batch_pairs: usize,
}

/// Memory of one walk: candidates not handed over yet, and the parts of one block's rows.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    pub(super) candidates: Vec<Candidate>,
    lanes: Vec<Lane>,
}

impl<P: BlockParts> Emitter<'_, P> {
    /// Walks `entries`, handing over full batches; the rest stays in the buffer. Counts the pairs.
    pub(super) fn emit(
        &self,
        entries: &[u64],
        buffer: &mut Buffer,
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
            let width = self.gather(block, &mut buffer.lanes);
            for (place, entry) in block.iter().enumerate().take(lefts) {
                let left = row(*entry);
                let first = rights_from.max(place + 1);
                let left_lanes = lanes(&buffer.lanes, place, width);
                let right_lanes = buffer.lanes.get(first * width..).unwrap_or_default();
                let mut right_lanes = right_lanes.chunks_exact(width.max(1));
                for entry in block.iter().skip(first) {
                    let right = row(*entry);
                    let agree = agreement(left_lanes, right_lanes.next().unwrap_or_default());
                    if self.earlier.made(self.parts, agree, left, right) {
                        continue;
                    }
                    new_pairs += 1;
                    buffer.candidates.push(Candidate { left, right, rule: self.rule });
                    if buffer.candidates.len() >= self.batch_pairs {
                        take(&buffer.candidates)?;
                        buffer.candidates.clear();
                    }
                }
            }
        }
        ControlFlow::Continue(new_pairs)
    }

    /// Reads the used parts of a block's rows; gives how many lanes a row takes.
    fn gather(&self, block: &[u64], lanes: &mut Vec<Lane>) -> usize {
        lanes.clear();
        for entry in block {
            for parts in self.used.chunks(8) {
                let mut lane = Lane::default();
                for (slot, part) in lane.iter_mut().zip(parts) {
                    *slot = self.parts.part(*part, row(*entry));
                }
                lanes.push(lane);
            }
        }
        self.used.len().div_ceil(8)
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
    fn made(&self, parts: &impl BlockParts, agree: u64, left: u32, right: u32) -> bool {
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

fn lanes(lanes: &[Lane], place: usize, width: usize) -> &[Lane] {
    lanes.get(place * width..(place + 1) * width).unwrap_or_default()
}

/// One bit per part that both have and agree on.
#[inline]
fn agreement(left: &[Lane], right: &[Lane]) -> u64 {
    left.iter().zip(right).enumerate().fold(0, |bits, (place, (left, right))| {
        let mut same = [0_u8; 8];
        for (same, (left, right)) in same.iter_mut().zip(left.iter().zip(right)) {
            *same = u8::from((left == right) & (*left != 0));
        }
        // Gathers the low bit of each byte into one byte.
        let byte = u64::from_le_bytes(same).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits | (byte << (8 * place))
    })
}

#[cfg(test)]
mod tests {
    use super::agreement;

    #[test]
    fn agreement_is_one_bit_per_equal_part_that_is_not_missing() {
        let left = [[1, 2, 0, 4, 5, 6, 7, 8], [9, 0, 0, 0, 0, 0, 0, u32::MAX]];
        let right = [[1, 3, 0, 4, 0, 6, 7, 8], [9, 0, 0, 0, 0, 0, 1, u32::MAX]];
        assert_eq!(agreement(&left, &right), 0b1000_0001_1110_1001);
        for bit in 0..16_usize {
            let mut one = [[0; 8]; 2];
            one[bit / 8][bit % 8] = 3;
            assert_eq!(agreement(&one, &one), 1 << bit);
        }
    }
}
