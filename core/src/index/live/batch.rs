//! Records in memory: what was committed since the last segment was written.

use super::basis::Basis;
use super::part::Borrowed;
use super::record::{self, LiveRecord};
use super::segment::{find, order};
use crate::error::Result;
use crate::index::Index;
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// A record: its identifier and encoded cells.
pub(super) type Row = (Arc<str>, Arc<[u8]>);

/// Some records; they are indexed when they are first searched.
pub(super) struct Batch {
    pub(super) rows: Vec<Row>,
    /// Rows in the order of their identifiers.
    order: Vec<u32>,
    basis: Arc<Basis>,
    index: OnceLock<Result<Index<Vec<u8>>>>,
}

impl Batch {
    /// Records of different identifiers.
    pub(super) fn new(rows: Vec<Row>, basis: Arc<Basis>) -> Self {
        let ids: Vec<&Arc<str>> = rows.iter().map(|(id, _)| id).collect();
        let order = order(&ids);
        Self { rows, order, basis, index: OnceLock::new() }
    }

    /// The same records, scored by other statistics.
    pub(super) fn rebased(&self, basis: &Arc<Basis>) -> Self {
        Self {
            rows: self.rows.clone(),
            order: self.order.clone(),
            basis: Arc::clone(basis),
            index: OnceLock::new(),
        }
    }

    pub(super) fn index(&self) -> Result<&Index<Vec<u8>>> {
        let build = || Index::open(self.basis.assemble(&self.borrowed())?);
        self.index.get_or_init(build).as_ref().map_err(Clone::clone)
    }

    fn borrowed(&self) -> Vec<Borrowed<'_>> {
        self.rows.iter().map(|(id, cells)| (Cow::Borrowed(&**id), &**cells)).collect()
    }

    pub(super) fn record(&self, row: u32) -> Result<Option<LiveRecord<'static>>> {
        let held = self.rows.get(row as usize);
        held.map(|(id, cells)| record::decode(id.to_string(), cells)).transpose()
    }

    /// The row of an identifier.
    pub(super) fn find(&self, id: &str) -> Result<Option<u32>> {
        find(self.rows.len() as u32, |place| {
            let row = self.order.get(place as usize).copied().unwrap_or(0);
            let held = self.rows.get(row as usize).map(|(id, _)| &**id).unwrap_or_default();
            Ok((row, held.cmp(id)))
        })
    }
}
