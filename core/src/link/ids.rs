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

    /// Whether the caller gave no identifiers, so that rows are called by their numbers.
    #[cfg(feature = "index")]
    pub(crate) fn is_numbered(&self) -> bool {
        self.column.is_none()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Lang;

    fn with_ids<'a, R>(
        ids: &'a [Option<&'a str>],
        check: impl FnOnce(Result<RecordIds<'a>>) -> R,
    ) -> R {
        let names = StrColumn::nulls(ids.len());
        let table =
            Table::new([("id", StrColumn::from_options(ids)), ("full_name", names)]).unwrap();
        let schema = Schema::detect(table.names(), []).unwrap();
        check(check_ids(&table, &schema))
    }

    #[test]
    fn rows_are_found_by_the_caller_s_own_identifiers() {
        with_ids(&[Some("a"), Some("HS-17"), Some("00")], |ids| {
            let ids = ids.unwrap();
            assert_eq!((ids.get(1).as_ref(), ids.row("HS-17", 3)), ("HS-17", Some(1)));
            assert_eq!((ids.row("0", 3), ids.row("hs-17", 3)), (None, None));
        });
    }

    #[test]
    fn rows_without_an_identifier_are_known_by_their_number() {
        with_ids(&[Some("a"), None, Some(""), Some("b")], |ids| {
            let ids = ids.unwrap();
            assert_eq!([0, 1, 2, 3].map(|row| ids.get(row).into_owned()), ["a", "1", "2", "b"]);
        });
        let names = StrColumn::nulls(2);
        let table = Table::new([("full_name", names)]).unwrap();
        let schema = Schema::detect(table.names(), []).unwrap();
        assert_eq!(check_ids(&table, &schema).unwrap().row("1", 2), Some(1));
    }

    /// The message names both rows, the first first, and never the identifier, which may be a
    /// person's number.
    #[test]
    fn a_repeated_identifier_is_told_by_its_rows() {
        let id = "089171001234";
        with_ids(&[Some("x"), Some(id), Some("y"), Some("z"), Some(id)], |ids| {
            let error = ids.err().unwrap();
            assert_eq!(error.code(), ErrorCode::RepeatedRecordId);
            let words = [Lang::Vi, Lang::En].map(|lang| error.message(lang));
            assert!(words[0].contains("dòng 4 đã có ở dòng 1"), "{}", words[0]);
            assert!(words.iter().all(|words| !words.contains(id)));
        });
    }
}
