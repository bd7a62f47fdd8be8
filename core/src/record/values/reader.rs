//! Records read one at a time into tables that grow: a query, and the stored records beside it.

use super::{Builder, RawCache, Record, intern_folded, province_code, unit_id};
use crate::field::{DateColumn, PlaceTable};
use crate::record::intern::Interner;
use crate::record::names::NameTable;
use crate::record::places::PlaceReader;
use crate::record::repair::RowText;

/// Distinct names and places of all records read so far.
pub(crate) struct Reader {
    table: &'static PlaceTable<'static>,
    pub(crate) names: NameTable,
    pub(crate) units: Interner,
    scratch: String,
}

impl Reader {
    /// A reader that knows the communes of a table.
    pub(crate) fn new(table: &'static PlaceTable<'static>) -> Self {
        Self {
            table,
            names: NameTable::default(),
            units: Interner::default(),
            scratch: String::new(),
        }
    }

    /// The table of communes.
    pub(crate) fn table(&self) -> &'static PlaceTable<'static> {
        self.table
    }

    /// Reads one record as a table of records would be read.
    pub(crate) fn read(&mut self, text: &RowText<'_>) -> Record {
        let mut builder = Builder {
            names: core::mem::take(&mut self.names),
            raw_names: RawCache::default(),
            units: core::mem::take(&mut self.units),
            raw_units: RawCache::default(),
            sources: Interner::default(),
            provinces: RawCache::default(),
            dates: DateColumn::default(),
            places: PlaceReader::new(self.table),
            findings: Vec::new(),
            row: 0,
            scratch: core::mem::take(&mut self.scratch),
        };
        let record = builder.record(text);
        let Builder { names, units, scratch, .. } = builder;
        *self = Self { table: self.table, names, units, scratch };
        record
    }

    /// The id of a commune or district by its cell.
    pub(crate) fn unit(&mut self, cell: &str) -> u32 {
        unit_id(&mut self.units, &mut self.scratch, cell)
    }

    /// The id of a hamlet or a house by its part of an address.
    pub(crate) fn address_part(&mut self, text: &str) -> u32 {
        intern_folded(&mut self.units, &mut self.scratch, text)
    }

    /// Today's province by its cell; 0 if it is not known.
    pub(crate) fn province(cell: &str) -> u8 {
        province_code(cell)
    }
}
