//! Where a record's person lives: the cells as they are meant, and the units they name.

use super::repair::RowText;
use crate::field::{PlaceCode, PlaceQuery, PlaceTable, is_as_above};
use crate::finding::FieldName;
use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// The cells of a place, in this order.
const FIELDS: [FieldName; 4] =
    [FieldName::Province, FieldName::District, FieldName::Commune, FieldName::Address];

/// Province, district, commune and address of one record; `None` where nothing stands.
pub(crate) type Cells<'t> = [Option<&'t str>; FIELDS.len()];

/// Names of units as they stood in cells.
type Names<'a> = [Option<&'a str>; 3];

/// What is remembered between rows.
pub(crate) struct PlaceReader<'a> {
    table: &'static PlaceTable<'static>,
    /// The row above, for cells that say "as above".
    above: Cells<'a>,
    known: HashTable<(Names<'a>, PlaceCode)>,
}

impl<'a> PlaceReader<'a> {
    /// A reader that has read no row yet.
    pub(crate) fn new(table: &'static PlaceTable<'static>) -> Self {
        Self { table, above: Cells::default(), known: HashTable::new() }
    }

    /// The cells of a row; what says "as in the row above" is that row's.
    pub(crate) fn cells<'t>(&mut self, text: &'t RowText<'a>) -> Cells<'t>
    where
        'a: 't,
    {
        let mut cells = Cells::default();
        for ((cell, above), field) in cells.iter_mut().zip(&mut self.above).zip(FIELDS) {
            *cell = text.get(field);
            if cell.is_some_and(is_as_above) {
                *cell = *above;
            } else {
                *above = text.raw(field);
            }
        }
        cells
    }

    /// The commune that the cells name, through history.
    pub(crate) fn code(&mut self, text: &RowText<'a>, cells: Cells<'_>) -> PlaceCode {
        let [province, district, commune, address] = cells;
        let query = PlaceQuery::default()
            .province(province.unwrap_or_default())
            .district(district.unwrap_or_default())
            .commune(commune.unwrap_or_default());
        if commune.is_none() {
            // The units may stand behind the hamlet, or not at all.
            let units = address.filter(|address| address.contains(','));
            let query = units.map(|address| query.address(address));
            return query.map_or_else(PlaceCode::default, |query| self.resolved(&query));
        }
        let [province, district, commune, _] = FIELDS.map(|field| text.raw(field));
        let names = [province, district, commune];
        // Cells that were decoded or stand in the row above are resolved anew.
        if names != [cells[0], cells[1], cells[2]] {
            return self.resolved(&query);
        }
        let hash = hash(&names);
        if let Some((_, code)) = self.known.find(hash, |(held, _)| *held == names) {
            return *code;
        }
        let code = self.resolved(&query);
        self.known.insert_unique(hash, (names, code), |(held, _)| self::hash(held));
        code
    }

    fn resolved(&self, query: &PlaceQuery<'_>) -> PlaceCode {
        PlaceCode::of(&query.resolve_in(self.table))
    }
}

fn hash(names: &Names<'_>) -> u64 {
    names.iter().fold(0, |all: u64, name| {
        all.rotate_left(21) ^ name.map_or(0, |name| xxh3_64(name.as_bytes()))
    })
}
