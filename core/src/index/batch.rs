//! A whole table searched for, on all threads.

use super::hits::IndexHits;
use super::open::Index;
use super::query::IndexQuery;
use crate::error::Result;
use crate::record::repair::RowText;
use crate::record::{Schema, Table};
#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Rows that a thread takes at a time.
const BATCH: usize = 256;

impl<D: AsRef<[u8]> + Sync> Index<D> {
    /// Searches for every row of a table; headers are recognised as in
    /// [`Linker::dedupe`](crate::Linker::dedupe). The values of `query` are not looked at, only how
    /// many hits it wants, of which commune and source. Uses the threads of the caller's pool; the
    /// result does not depend on their number.
    ///
    /// # Errors
    /// No column of names, [`crate::ErrorCode::IndexDamaged`].
    pub fn search_table(
        &self,
        table: &Table<'_>,
        query: &IndexQuery<'_>,
    ) -> Result<Vec<IndexHits>> {
        let schema = Schema::detect(table.names(), [])?;
        let columns = RowText::columns(table, &schema);
        let damage = columns.survey();
        let starts: Vec<usize> = (0..table.rows()).step_by(BATCH).collect();
        let batch = |&start: &usize| -> Result<Vec<IndexHits>> {
            self.with_scratch(|scratch| {
                let rows = start..(start + BATCH).min(table.rows());
                let one = |row: usize| {
                    let record = scratch.row(self, &columns.row(row, &damage))?;
                    self.search_record(query, &record, scratch)
                };
                rows.map(one).collect()
            })
        };
        #[cfg(feature = "parallel")]
        let batches: Result<Vec<Vec<IndexHits>>> = starts.par_iter().map(batch).collect();
        #[cfg(not(feature = "parallel"))]
        let batches: Result<Vec<Vec<IndexHits>>> = starts.iter().map(batch).collect();
        Ok(batches?.into_iter().flatten().collect())
    }
}
