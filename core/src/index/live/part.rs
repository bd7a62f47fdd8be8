//! The records of a live index: parts on disk and in memory, each with the rows that are gone.

use super::basis::Basis;
use super::batch::{Batch, Row};
use super::log::Change;
use super::record::LiveRecord;
use super::rowset::RowSet;
use super::segment::Segment;
use crate::error::{Error, ErrorCode, Result};
use crate::index::{Index, RecordId};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// Where records are.
#[derive(Clone)]
pub(super) enum Store {
    Segment(Arc<Segment>),
    Batch(Arc<Batch>),
}

/// Some records, and those of them that are gone.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) store: Store,
    pub(super) dead: Arc<RowSet>,
    /// Row of its first record among those of all parts.
    pub(super) base: u32,
}

/// A record: its identifier and encoded cells.
pub(super) type Borrowed<'r> = (Cow<'r, str>, &'r [u8]);

impl Part {
    pub(super) fn new(store: Store, dead: RowSet) -> Self {
        Self { store, dead: Arc::new(dead), base: 0 }
    }

    /// Records, those that are gone included.
    pub(super) fn rows(&self) -> u32 {
        match &self.store {
            Store::Segment(segment) => segment.rows(),
            Store::Batch(batch) => batch.rows.len() as u32,
        }
    }

    /// Records that are there.
    pub(super) fn live(&self) -> u32 {
        self.rows() - self.dead.len().min(self.rows())
    }

    pub(super) fn segment(&self) -> Option<&Arc<Segment>> {
        match &self.store {
            Store::Segment(segment) => Some(segment),
            Store::Batch(_) => None,
        }
    }

    pub(super) fn index(&self) -> Result<&Index<Vec<u8>>> {
        match &self.store {
            Store::Segment(segment) => Ok(&segment.index),
            Store::Batch(batch) => batch.index(),
        }
    }

    /// The row of a record that is there.
    pub(super) fn find(&self, id: &str) -> Result<Option<u32>> {
        let row = match &self.store {
            Store::Segment(segment) => segment.find(id)?,
            Store::Batch(batch) => batch.find(id)?,
        };
        Ok(row.filter(|&row| !self.dead.contains(row)))
    }

    pub(super) fn record(&self, row: u32) -> Result<Option<LiveRecord<'static>>> {
        match &self.store {
            Store::Segment(segment) if row < segment.rows() => segment.record(row).map(Some),
            Store::Segment(_) => Ok(None),
            Store::Batch(batch) => batch.record(row),
        }
    }

    /// The rows of records that are there.
    pub(super) fn live_rows(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.rows()).filter(|&row| !self.dead.contains(row))
    }

    /// Appends all records that are there.
    pub(super) fn borrow<'r>(&'r self, out: &mut Vec<Borrowed<'r>>) -> Result<()> {
        for row in self.live_rows() {
            match &self.store {
                Store::Segment(segment) => {
                    let id = match segment.id(row)? {
                        RecordId::Text(text) => text,
                        number @ RecordId::Integer(_) => number.to_string(),
                    };
                    out.push((Cow::Owned(id), segment.cells(row)?));
                }
                Store::Batch(batch) => {
                    out.extend(
                        batch
                            .rows
                            .get(row as usize)
                            .map(|(id, cells)| (Cow::Borrowed(&**id), &**cells)),
                    );
                }
            }
        }
        Ok(())
    }
}

/// Gives parts their places among all rows, and leaves out those in which no record is left.
pub(super) fn arrange(mut parts: Vec<Part>) -> Result<Arc<[Part]>> {
    parts.retain(|part| part.segment().is_some() || part.live() > 0);
    let mut base = 0u32;
    for part in &mut parts {
        part.base = base;
        let next = base.checked_add(part.rows());
        base = next.filter(|&next| next < u32::MAX).ok_or_else(|| {
            Error::new(ErrorCode::TooManyRows).with("rows", u64::from(u32::MAX).to_string())
        })?;
    }
    Ok(parts.into())
}

/// The parts after some changes: what they replace or remove is gone, what they add is a new batch.
pub(super) fn apply(parts: &[Part], changes: &[Change], basis: &Arc<Basis>) -> Result<Arc<[Part]>> {
    let mut parts = parts.to_vec();
    let last: HashMap<&str, usize> =
        changes.iter().enumerate().map(|(at, change)| (&**change.id(), at)).collect();
    let mut rows: Vec<Row> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        // The last word on an identifier counts.
        if last.get(&**change.id()) != Some(&at) {
            continue;
        }
        for part in &mut parts {
            if let Some(row) = part.find(change.id())? {
                Arc::make_mut(&mut part.dead).insert(row);
                break;
            }
        }
        if let Change::Put(id, cells) = change {
            rows.push((Arc::clone(id), Arc::clone(cells)));
        }
    }
    if !rows.is_empty() {
        // Small batches are taken in, so that there are few of them and each record moves seldom.
        while let Some(Part { store: Store::Batch(batch), dead, .. }) =
            parts.pop_if(|part| part.segment().is_none() && part.live() as usize <= 2 * rows.len())
        {
            let live = (0u32..).zip(&batch.rows).filter(|(row, _)| !dead.contains(*row));
            let mut all: Vec<Row> = live.map(|(_, row)| row.clone()).collect();
            all.append(&mut rows);
            rows = all;
        }
        let batch = Batch::new(rows, Arc::clone(basis));
        parts.push(Part::new(Store::Batch(Arc::new(batch)), RowSet::default()));
    }
    arrange(parts)
}
