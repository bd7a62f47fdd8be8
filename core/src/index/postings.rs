//! The rows under each key: their count, the first row, then the steps to the next.

use super::blocks::{Blocks, damaged};
use super::build::IndexRuleSummary;
use super::format::Stretch;
use super::sort::Merged;
use super::varint::{put, take, take_u32};
use super::write::SectionWriter;
use crate::error::Result;
use std::io::{self, Seek, Write};

/// The largest head of a list: two numbers of ten bytes.
const HEAD: u64 = 20;

/// Writes keys and postings of a rule from sorted entries as sections `id` and `id + 1`.
pub(super) fn write_rule<W: Write + Seek>(
    out: &mut SectionWriter<W>,
    id: u32,
    mut sorted: Merged,
    text: &dyn Fn(u64) -> Vec<u8>,
) -> io::Result<IndexRuleSummary> {
    let mut summary = IndexRuleSummary::default();
    let mut lists = Vec::new();
    out.begin(id);
    let mut map = fst::MapBuilder::new(&mut *out).map_err(io::Error::other)?;
    let mut rows: Vec<u32> = Vec::new();
    let mut next = sorted.next()?;
    while let Some((key, row)) = next {
        rows.push(row);
        next = sorted.next()?;
        if next.is_some_and(|(following, _)| following == key) {
            continue;
        }
        rows.dedup();
        map.insert(text(key), lists.len() as u64).map_err(io::Error::other)?;
        put_list(&mut lists, &rows);
        summary.keys += 1;
        summary.postings += rows.len() as u64;
        summary.largest = summary.largest.max(rows.len() as u64);
        rows.clear();
    }
    summary.bytes = map.bytes_written() + lists.len() as u64;
    map.finish().map_err(io::Error::other)?;
    out.section(id + 1, &lists)?;
    Ok(summary)
}

fn put_list(out: &mut Vec<u8>, rows: &[u32]) {
    put(out, rows.len() as u64);
    let mut before = 0;
    for &row in rows {
        put(out, u64::from(row - before));
        before = row;
    }
}

impl IndexRuleSummary {
    pub(super) fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }
}

/// A list of rows within a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    /// How many rows it says it has.
    pub(super) count: u64,
    /// Where its rows begin, and where the section ends.
    at: u64,
    end: u64,
}

fn broken() -> crate::error::Error {
    damaged("postings")
}

impl List {
    /// The list at an offset of a section.
    pub(super) fn open<D: AsRef<[u8]>>(
        blocks: &Blocks<D>,
        section: Stretch,
        offset: u64,
    ) -> Result<Self> {
        let left = section.len.checked_sub(offset).filter(|&left| left > 0).ok_or_else(broken)?;
        let head = blocks.bytes(section.at + offset, left.min(HEAD))?;
        let mut rest = head;
        let count = take(&mut rest).ok_or_else(broken)?;
        let used = (head.len() - rest.len()) as u64;
        // Each row takes a byte at least.
        if count > left - used {
            return Err(broken());
        }
        Ok(Self { count, at: section.at + offset + used, end: section.at + section.len })
    }

    /// Gives at most `most` rows, in order; every one is below `records`.
    pub(super) fn rows<D: AsRef<[u8]>>(
        &self,
        blocks: &Blocks<D>,
        most: u64,
        records: u64,
        mut take_row: impl FnMut(u32),
    ) -> Result<()> {
        let count = self.count.min(most);
        // Five bytes hold any row.
        let len = (count * 5).min(self.end - self.at);
        let mut rest = blocks.bytes(self.at, len)?;
        let mut row = 0u32;
        for at in 0..count {
            let step = take_u32(&mut rest).ok_or_else(broken)?;
            if at > 0 && step == 0 {
                return Err(broken());
            }
            row = row.checked_add(step).ok_or_else(broken)?;
            if u64::from(row) >= records {
                return Err(broken());
            }
            take_row(row);
        }
        Ok(())
    }
}
