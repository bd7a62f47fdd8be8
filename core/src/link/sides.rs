//! The tables of a run, one after the other: rows of the second follow those of the first.

use super::ids::{RecordIds, check_ids};
use crate::block::PairScope;
use crate::compare::Comparison;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::record::declared::DeclaredField;
use crate::record::{Schema, Table};
use std::borrow::Cow;
use std::collections::HashMap;

/// One table: what its columns are, and what its records are called.
pub(super) struct Side<'a> {
    pub(super) table: Table<'a>,
    pub(super) schema: Schema,
    pub(super) ids: RecordIds<'a>,
}

/// One table, or two.
pub(super) struct Sides<'a> {
    all: Vec<Side<'a>>,
    fields: Vec<DeclaredField>,
    /// First row of the second table; the number of rows where there is one table.
    boundary: u32,
    rows: u32,
}

impl<'a> Sides<'a> {
    /// Reads the headers and identifiers of the tables. A column choice may name a header of either
    /// table.
    ///
    /// # Errors
    /// As [`crate::Linker::dedupe`].
    pub(super) fn read(
        tables: &[&Table<'a>],
        columns: &[(String, String)],
        fields: &[DeclaredField],
    ) -> Result<Self> {
        let rows: usize = tables.iter().map(|table| table.rows()).sum();
        let Ok(rows) = u32::try_from(rows) else {
            return Err(Error::new(ErrorCode::TooManyRows).with("rows", rows.to_string()));
        };
        let mut all = Vec::with_capacity(tables.len());
        for &table in tables {
            let elsewhere = |header: &str| {
                let others = || tables.iter().filter(|other| !std::ptr::eq(**other, table));
                !Schema::has(table.names(), header)
                    && others().any(|other| Schema::has(other.names(), header))
            };
            let chosen = columns.iter().filter(|(_, header)| !elsewhere(header));
            let chosen = chosen.map(|(field, header)| (field.as_str(), header.as_str()));
            let schema = Schema::read(table.names(), chosen, fields)?;
            let twice = |field: &&DeclaredField| {
                Comparison::ALL.iter().any(|comparison| comparison.as_str() == field.name)
                    || FieldName::from_name(&field.name)
                        .and_then(|name| schema.column(name))
                        .is_some()
            };
            if let Some(field) = fields.iter().find(twice).filter(|_| schema.has_residents()) {
                return Err(Error::new(ErrorCode::FieldRepeated).with("field", field.name.clone()));
            }
            let ids = check_ids(table, &schema)?;
            all.push(Side { table: table.clone(), schema, ids });
        }
        let boundary = tables.first().map_or(0, |table| table.rows());
        let boundary = u32::try_from(boundary).unwrap_or(rows);
        Ok(Self { all, fields: fields.to_vec(), boundary, rows })
    }

    /// The fields the caller declared.
    pub(super) fn fields(&self) -> &[DeclaredField] {
        &self.fields
    }

    pub(super) fn rows(&self) -> u32 {
        self.rows
    }

    /// Each table and its columns.
    pub(super) fn tables(&self) -> Vec<(&Table<'a>, &Schema)> {
        self.all.iter().map(|side| (&side.table, &side.schema)).collect()
    }

    /// The pairs between the two tables, or all of one.
    pub(super) fn across(&self) -> PairScope {
        match self.all.len() {
            2 => PairScope::Across { boundary: self.boundary },
            _ => PairScope::All,
        }
    }

    /// The pairs that have at least one record of the second table.
    pub(super) fn touching(&self) -> PairScope {
        PairScope::Touching { boundary: self.boundary }
    }

    /// The first row of the second table.
    pub(super) fn boundary(&self) -> u32 {
        self.boundary
    }

    /// Which table a row is of, its number, and the row within it.
    pub(super) fn place(&self, row: u32) -> Option<(&Side<'a>, usize, u32)> {
        let (side, row) = match row.checked_sub(self.boundary) {
            Some(second) if self.all.len() > 1 => (1, second),
            _ => (0, row),
        };
        Some((self.all.get(side)?, side, row))
    }

    /// The identifier of a row in its own table.
    pub(super) fn record_id(&self, row: u32) -> Cow<'a, str> {
        match self.place(row) {
            Some((side, _, row)) => side.ids.get(row),
            None => Cow::Owned(row.to_string()),
        }
    }

    /// Whether the rows of a table are called by their numbers.
    pub(super) fn is_numbered(&self) -> bool {
        self.all.iter().all(|side| side.ids.is_numbered())
    }

    /// The row of an identifier in the first or the second table, by a walk over its rows.
    pub(super) fn find(&self, id: &str, side: usize) -> Option<u32> {
        let held = self.all.get(side)?;
        let row = held.ids.row(id, u32::try_from(held.table.rows()).unwrap_or(u32::MAX))?;
        Some(row + if side == 0 { 0 } else { self.boundary })
    }

    /// The rows of one table by identifier, for many look-ups.
    pub(super) fn index(&self, side: usize) -> HashMap<Cow<'a, str>, u32> {
        let rows = match side {
            0 => 0..self.boundary,
            _ => self.boundary..self.rows,
        };
        rows.map(|row| (self.record_id(row), row)).collect()
    }

    /// How many tables there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// The first table.
    #[cfg(feature = "index")]
    pub(super) fn into_first(self) -> Option<Side<'a>> {
        self.all.into_iter().next()
    }

    /// All tables.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Side<'a>> {
        self.all.iter()
    }
}
