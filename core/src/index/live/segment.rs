//! Records on disk: an index file that also keeps each record as it was handed in.

use super::live_damaged;
use super::manifest::SegmentEntry;
use super::record::{self, LiveRecord};
use crate::error::Result;
use crate::index::Index;
use crate::index::format::{Stretch, section};
use crate::index::ids::RecordId;
use crate::index::rows::{self, Rows};
use crate::index::words::too_large;
use core::cmp::Ordering;

/// A segment.
pub(super) struct Segment {
    pub(super) number: u64,
    pub(super) len: u64,
    pub(super) index: Index<Vec<u8>>,
    cells: Rows,
    /// Rows in the order of their identifiers.
    order: Stretch,
}

/// The sections that a segment has beside those of every index.
pub(super) fn sections(ids: &[&str], cells: &[&[u8]]) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut lengths = Vec::with_capacity(cells.len());
    for cells in cells {
        lengths.push(u32::try_from(cells.len()).map_err(|_| too_large("record"))?);
    }
    let starts = rows::starts(&lengths).ok_or_else(|| too_large("records"))?;
    let order = order(ids).into_iter().flat_map(u32::to_le_bytes).collect();
    Ok(vec![
        (section::CELL_STARTS, starts),
        (section::CELLS, cells.concat()),
        (section::ID_ORDER, order),
    ])
}

/// Rows in the order of their identifiers.
pub(super) fn order<S: AsRef<str>>(ids: &[S]) -> Vec<u32> {
    let id = |row: u32| ids.get(row as usize).map(AsRef::as_ref).unwrap_or_default();
    let mut order: Vec<u32> = (0u32..).take(ids.len()).collect();
    order.sort_unstable_by(|&a, &b| id(a).cmp(id(b)));
    order
}

/// The row of an identifier among `count` rows in order.
pub(super) fn find(
    count: u32,
    mut compare: impl FnMut(u32) -> Result<(u32, Ordering)>,
) -> Result<Option<u32>> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        match compare(middle)? {
            (row, Ordering::Equal) => return Ok(Some(row)),
            (_, Ordering::Less) => low = middle + 1,
            (_, Ordering::Greater) => high = middle,
        }
    }
    Ok(None)
}

impl Segment {
    pub(super) fn open(number: u64, bytes: Vec<u8>) -> Result<Self> {
        let len = bytes.len() as u64;
        let index = Index::open(bytes)?;
        let head = index.blocks.head();
        let (starts, cells) = (head.section(section::CELL_STARTS), head.section(section::CELLS));
        let order = head.section(section::ID_ORDER);
        if order.len != 4 * head.records {
            return Err(live_damaged("segment"));
        }
        let cells = Rows::open(&index.blocks, starts, cells, head.records)?;
        Ok(Self { number, len, index, cells, order })
    }

    /// Opens the segment that the manifest means.
    pub(super) fn open_entry(entry: &SegmentEntry, bytes: Vec<u8>) -> Result<Self> {
        let segment = Self::open(entry.number, bytes)?;
        let head = segment.index.blocks.head();
        let rows = entry.dead.iter().all(|row| u64::from(row) < head.records);
        if segment.len != entry.len || head.root != entry.root || !rows {
            return Err(live_damaged("segment"));
        }
        Ok(segment)
    }

    pub(super) fn rows(&self) -> u32 {
        u32::try_from(self.index.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn root(&self) -> u64 {
        self.index.blocks.head().root
    }

    pub(super) fn id(&self, row: u32) -> Result<RecordId> {
        self.index.record_id(row)
    }

    /// The encoded cells of a row.
    pub(super) fn cells(&self, row: u32) -> Result<&[u8]> {
        self.cells.get(&self.index.blocks, u64::from(row))
    }

    pub(super) fn record(&self, row: u32) -> Result<LiveRecord<'static>> {
        record::decode(self.id(row)?.to_string(), self.cells(row)?)
    }

    /// The row of an identifier.
    pub(super) fn find(&self, id: &str) -> Result<Option<u32>> {
        find(self.rows(), |place| {
            let bytes = self.index.blocks.bytes(self.order.at + 4 * u64::from(place), 4)?;
            let row = bytes.try_into().map_err(|_| live_damaged("segment"))?;
            let row = u32::from_le_bytes(row);
            let held = match self.id(row)? {
                RecordId::Text(text) => text.as_str().cmp(id),
                number @ RecordId::Integer(_) => number.to_string().as_str().cmp(id),
            };
            Ok((row, held))
        })
    }
}
