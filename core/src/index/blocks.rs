//! Bytes that are checked block by block when they are first looked at.

use super::format::{BLOCK, Head, checksum};
use crate::error::{Error, ErrorCode, Result};
use core::sync::atomic::{AtomicU64, Ordering};

/// The bytes of an index and what is known of their blocks.
pub(super) struct Blocks<D> {
    data: D,
    head: Head,
    /// A bit for each block that was found sound. Racing threads may check a block twice; a bit is
    /// set only after the check, so no order between them is needed.
    sound: Vec<AtomicU64>,
}

/// Damage found in an index: which part of it does not hold.
pub(super) fn damaged(part: &'static str) -> Error {
    Error::new(ErrorCode::IndexDamaged).with("part", part)
}

impl<D: AsRef<[u8]>> Blocks<D> {
    /// Reads the head and the table of checksums; the blocks are not touched.
    pub(super) fn open(data: D) -> Result<Self> {
        let head = Head::read(data.as_ref())?;
        let words = head.blocks().div_ceil(64);
        let mut sound = Vec::new();
        sound.resize_with(words, AtomicU64::default);
        Ok(Self { data, head, sound })
    }

    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    /// `len` bytes of the file from `at` on, every block of them checked.
    #[inline]
    pub(super) fn bytes(&self, at: u64, len: u64) -> Result<&[u8]> {
        let end = at.checked_add(len).ok_or_else(|| damaged("bounds"))?;
        if at < self.head.body || end > self.head.checks {
            return Err(damaged("bounds"));
        }
        if len > 0 {
            let last = (end - 1 - self.head.body) / BLOCK;
            for block in (at - self.head.body) / BLOCK..=last {
                let word = self.sound.get((block / 64) as usize);
                let known =
                    word.is_some_and(|w| w.load(Ordering::Relaxed) >> (block % 64) & 1 == 1);
                if !known {
                    self.check(block)?;
                }
            }
        }
        self.data.as_ref().get(at as usize..end as usize).ok_or_else(|| damaged("bounds"))
    }

    #[cold]
    fn check(&self, block: u64) -> Result<()> {
        let data = self.data.as_ref();
        let start = self.head.body + block * BLOCK;
        let end = (start + BLOCK).min(self.head.checks);
        let held = data.get(start as usize..end as usize);
        let place = (self.head.checks + block * 8) as usize;
        let want = data.get(place..place + 8).and_then(|bytes| bytes.try_into().ok());
        match (held, want.map(u64::from_le_bytes), self.sound.get((block / 64) as usize)) {
            (Some(held), Some(want), Some(word)) if checksum(held) == want => {
                word.fetch_or(1 << (block % 64), Ordering::Relaxed);
                Ok(())
            }
            _ => Err(damaged("block")),
        }
    }

    /// Checks every block that was not looked at yet.
    pub(super) fn check_all(&self) -> Result<()> {
        (0..self.head.blocks() as u64).try_for_each(|block| self.check(block))
    }
}
