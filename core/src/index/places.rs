//! Words of places and sources as a file keeps them, in the order of their first sight.

use super::blocks::{Blocks, damaged};
use super::format::Stretch;
use super::record::{PLACES, Place};
use super::varint::chunk;
use crate::error::Result;
use crate::field::{Address, PlaceCode, PlaceTable, StoredUnits};
use crate::finding::FieldName;
use crate::link::Fitted;
use crate::record::damage::Damage;
use crate::record::intern::Interner;
use crate::record::places::{Cells, PlaceReader};
use crate::record::repair::RowText;
use std::collections::HashMap;

/// The places of all rows.
pub(super) struct Places {
    pub(super) texts: Interner,
    /// Number of each text plus one, by row; 0 = none.
    rows: Vec<[u32; PLACES]>,
    /// Communes through history.
    units: Vec<StoredUnits>,
    /// Number of each plus one, by row; 0 = none.
    histories: Vec<u32>,
}

impl Places {
    pub(super) fn of(fitted: &Fitted<'_>) -> Self {
        let sound = Damage::default();
        let columns = RowText::columns(&fitted.table, &fitted.schema);
        let damage = fitted.records.damage.first().unwrap_or(&sound);
        let mut reader = PlaceReader::new(PlaceTable::built_in());
        let mut texts = Interner::default();
        let mut rows = Vec::with_capacity(fitted.table.rows());
        for row in 0..fitted.table.rows() {
            let text = columns.row(row, damage);
            let mut numbers = [0; PLACES];
            each(&text, reader.cells(&text), |place, text| {
                if let Some(slot) = numbers.get_mut(place as usize) {
                    *slot = texts.intern(text);
                }
            });
            rows.push(numbers);
        }
        let (units, histories) = histories(fitted);
        Self { texts, rows, units, histories }
    }

    pub(super) fn row(&self, row: usize) -> [Option<u32>; PLACES] {
        let numbers = self.rows.get(row).copied().unwrap_or_default();
        numbers.map(|number| number.checked_sub(1))
    }

    /// The commune of a row through history.
    pub(super) fn history(&self, row: usize) -> Option<u32> {
        self.histories.get(row).copied().unwrap_or(0).checked_sub(1)
    }

    /// The section of communes through history.
    pub(super) fn units(&self) -> Vec<u8> {
        self.units.iter().flatten().flat_map(|unit| unit.to_le_bytes()).collect()
    }

    /// The texts by number.
    pub(super) fn list(&self) -> impl Iterator<Item = &str> + Clone {
        let count = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        (1..=count).map(|id| self.texts.get(id))
    }
}

/// The distinct communes of all rows, in the order of their first sight, and the number of each
/// row's plus one.
fn histories(fitted: &Fitted<'_>) -> (Vec<StoredUnits>, Vec<u32>) {
    let table = PlaceTable::built_in();
    let mut numbers = HashMap::<PlaceCode, u32>::new();
    let mut units = Vec::new();
    let mut each = |place: PlaceCode| {
        if place == PlaceCode::default() {
            return 0;
        }
        *numbers.entry(place).or_insert_with(|| {
            units.push(place.units(table));
            u32::try_from(units.len()).unwrap_or(u32::MAX)
        })
    };
    let rows = fitted.records.records.iter().map(|record| each(record.place)).collect();
    (units, rows)
}

/// Names the words of a record's places; `cells` are province, district, commune and address.
fn each(text: &RowText<'_>, cells: Cells<'_>, mut take: impl FnMut(Place, &str)) {
    let [province, district, commune, address] = cells;
    let cells = [
        (Place::Province, province),
        (Place::District, district),
        (Place::Commune, commune),
        (Place::Source, text.get(FieldName::Source)),
    ];
    for (place, cell) in cells {
        if let Some(cell) = cell {
            take(place, cell.trim());
        }
    }
    if let Some(cell) = address {
        let address = Address::parse(cell);
        if let Some(hamlet) = address.hamlet().or_else(|| address.street()) {
            take(Place::Hamlet, hamlet.trim());
        }
        if let Some(house) = address.house() {
            take(Place::House, house.trim());
        }
    }
}

/// Communes through history within a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct StoredPlaces(Stretch);

/// Bytes of one of them.
const STORED: u64 = size_of::<StoredUnits>() as u64;

impl StoredPlaces {
    pub(super) fn open(section: Stretch) -> Result<Self> {
        if section.len.is_multiple_of(STORED) { Ok(Self(section)) } else { Err(damaged("places")) }
    }

    /// The units of a number.
    pub(super) fn get<D: AsRef<[u8]>>(
        &self,
        blocks: &Blocks<D>,
        number: u32,
    ) -> Result<StoredUnits> {
        let at = STORED * u64::from(number);
        if at >= self.0.len {
            return Err(damaged("places"));
        }
        let mut held = blocks.bytes(self.0.at + at, STORED)?;
        let mut units = StoredUnits::default();
        for unit in &mut units {
            *unit = chunk(&mut held).map_or(0, u32::from_le_bytes);
        }
        Ok(units)
    }
}
