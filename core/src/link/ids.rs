//! Record identifiers: the caller's own, or row numbers.

use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::record::{Schema, StrColumn, Table};
use hashbrown::HashTable;
use std::borrow::Cow;
use xxhash_rust::xxh3::xxh3_64;

/// The identifier of every row.
#[derive(Clone, Copy)]
pub(crate) struct RecordIds<'a> {
    column: Option<StrColumn<'a>>,
}

impl<'a> RecordIds<'a> {
    /// The identifier of a row: the caller's, or the row number where there is none.
    pub(crate) fn get(&self, row: u32) -> Cow<'a, str> {
        let own = self.column.and_then(|column| column.get(row as usize));
        match own.filter(|id| !id.is_empty()) {
            Some(id) => Cow::Borrowed(id),
            None => Cow::Owned(row.to_string()),
        }
    }

    /// The row of an identifier, by a walk over all rows.
    pub(crate) fn row(&self, id: &str, rows: u32) -> Option<u32> {
        (0..rows).find(|&row| self.get(row) == id)
    }
}

/// Takes the identifiers of a table.
///
/// # Errors
/// An identifier that stands in two rows: both rows are named.
pub(crate) fn check_ids<'a>(table: &Table<'a>, schema: &Schema) -> Result<RecordIds<'a>> {
    let column = schema.column(FieldName::RecordId).and_then(|index| table.column(index));
    let ids = RecordIds { column };
    if column.is_none() {
        return Ok(ids);
    }
    let mut seen: HashTable<u32> = HashTable::new();
    let hash = |row: u32| xxh3_64(ids.get(row).as_bytes());
    for row in 0..u32::try_from(table.rows()).unwrap_or(u32::MAX) {
        let id = ids.get(row);
        if let Some(first) = seen.find(xxh3_64(id.as_bytes()), |&held| ids.get(held) == id) {
            return Err(Error::new(ErrorCode::RepeatedRecordId)
                .with("first", first.to_string())
                .with("second", row.to_string()));
        }
        seen.insert_unique(xxh3_64(id.as_bytes()), row, |&held| hash(held));
    }
    Ok(ids)
}
