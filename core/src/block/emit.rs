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
    pub(super) earlier: &'a [Plan],
    /// Their oversized blocks.
    pub(super) oversized: &'a [Oversized],
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
                    if self.made_earlier(agree, left, right) {
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

    fn made_earlier(&self, agree: u64, left: u32, right: u32) -> bool {
        self.earlier.iter().zip(self.oversized).any(|(plan, oversized)| {
            plan.mask & !agree == 0 && oversized.made(self.parts, plan, left, right)
        })
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
