//! Byte strings of different lengths by row: where each begins, in groups of 64, beside the bytes.

use super::blocks::{Blocks, damaged};
use super::format::Stretch;
use crate::error::Result;

/// Rows that share one full address.
const GROUP: usize = 64;

/// Rows within a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    starts: Stretch,
    bytes: Stretch,
    count: u64,
    /// Bytes of an address relative to its group: 2 or 4.
    width: u64,
}

fn broken() -> crate::error::Error {
    damaged("rows")
}

/// The section of starts for rows of these lengths; `None` when 64 rows hold 4 GiB or more.
pub(super) fn starts(lengths: &[u32]) -> Option<Vec<u8>> {
    let wide = lengths
        .chunks(GROUP)
        .any(|group| group.iter().map(|&len| u64::from(len)).sum::<u64>() > u64::from(u16::MAX));
    let mut out = vec![if wide { 4u8 } else { 2 }];
    let mut at = 0u64;
    for group in lengths.chunks(GROUP) {
        out.extend_from_slice(&at.to_le_bytes());
        let mut within = 0u32;
        for &len in group {
            match u16::try_from(within) {
                Ok(short) if !wide => out.extend_from_slice(&short.to_le_bytes()),
                _ => out.extend_from_slice(&within.to_le_bytes()),
            }
            within = within.checked_add(len)?;
        }
        at = at.checked_add(u64::from(within))?;
    }
    Some(out)
}

impl Rows {
    pub(super) fn open<D: AsRef<[u8]>>(
        blocks: &Blocks<D>,
        starts: Stretch,
        bytes: Stretch,
        count: u64,
    ) -> Result<Self> {
        let width = u64::from(blocks.bytes(starts.at, 1)?.first().copied().unwrap_or(0));
        let need = count.div_ceil(GROUP as u64).checked_mul(8);
        let need = need.and_then(|n| n.checked_add(count.checked_mul(width)?)?.checked_add(1));
        if !matches!(width, 2 | 4) || need != Some(starts.len) {
            return Err(broken());
        }
        Ok(Self { starts, bytes, count, width })
    }

    fn start<D: AsRef<[u8]>>(&self, blocks: &Blocks<D>, row: u64) -> Result<u64> {
        let group = row / GROUP as u64;
        let at = self.starts.at + 1 + group * (8 + GROUP as u64 * self.width);
        let base = blocks.bytes(at, 8)?;
        let base = u64::from_le_bytes(base.try_into().map_err(|_| broken())?);
        let within = blocks.bytes(at + 8 + row % GROUP as u64 * self.width, self.width)?;
        let within = within.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        base.checked_add(within).filter(|&start| start <= self.bytes.len).ok_or_else(broken)
    }

    /// The bytes of a row.
    pub(super) fn get<'f, D: AsRef<[u8]>>(
        &self,
        blocks: &'f Blocks<D>,
        row: u64,
    ) -> Result<&'f [u8]> {
        if row >= self.count {
            return Err(broken());
        }
        let start = self.start(blocks, row)?;
        let end = if row + 1 == self.count { self.bytes.len } else { self.start(blocks, row + 1)? };
        let len = end.checked_sub(start).ok_or_else(broken)?;
        blocks.bytes(self.bytes.at + start, len)
    }
}
