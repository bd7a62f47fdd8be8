//! A list of texts by number: their count, where each ends, then the texts.

use super::blocks::{Blocks, damaged};
use super::format::Stretch;
use crate::error::Result;

/// A list within a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strings {
    section: Stretch,
    count: u32,
}

fn broken() -> crate::error::Error {
    damaged("texts")
}

/// The section of these texts; `None` when they are 4 GiB or more.
pub(super) fn write<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Option<Vec<u8>> {
    let count = u32::try_from(texts.clone().count()).ok()?;
    let mut out = count.to_le_bytes().to_vec();
    let mut end = 0u32;
    for text in texts.clone() {
        end = end.checked_add(u32::try_from(text.len()).ok()?)?;
        out.extend_from_slice(&end.to_le_bytes());
    }
    texts.for_each(|text| out.extend_from_slice(text.as_bytes()));
    Some(out)
}

impl Strings {
    pub(super) fn open<D: AsRef<[u8]>>(blocks: &Blocks<D>, section: Stretch) -> Result<Self> {
        let count = blocks.bytes(section.at, 4)?;
        let count = u32::from_le_bytes(count.try_into().map_err(|_| broken())?);
        if section.len < 4 + 4 * u64::from(count) {
            return Err(broken());
        }
        Ok(Self { section, count })
    }

    pub(super) fn len(&self) -> u32 {
        self.count
    }

    /// The text of a number.
    pub(super) fn get<'f, D: AsRef<[u8]>>(
        &self,
        blocks: &'f Blocks<D>,
        number: u32,
    ) -> Result<&'f str> {
        if number >= self.count {
            return Err(broken());
        }
        let end = |number: u32| -> Result<u64> {
            let bytes = blocks.bytes(self.section.at + 4 + 4 * u64::from(number), 4)?;
            Ok(u64::from(u32::from_le_bytes(bytes.try_into().map_err(|_| broken())?)))
        };
        let start = if number == 0 { 0 } else { end(number - 1)? };
        let len = end(number)?.checked_sub(start).ok_or_else(broken)?;
        let base = 4 + 4 * u64::from(self.count);
        if base + start + len > self.section.len {
            return Err(broken());
        }
        let bytes = blocks.bytes(self.section.at + base + start, len)?;
        core::str::from_utf8(bytes).map_err(|_| broken())
    }
}
