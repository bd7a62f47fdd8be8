//! Words of places and sources as a file keeps them, in the order of their first sight.

use super::record::{PLACES, Place};
use crate::field::Address;
use crate::finding::FieldName;
use crate::link::Fitted;
use crate::record::intern::Interner;
use crate::record::repair::RowText;

/// The places of all rows.
pub(super) struct Places {
    pub(super) texts: Interner,
    /// Number of each text plus one, by row; 0 = none.
    rows: Vec<[u32; PLACES]>,
}

impl Places {
    pub(super) fn of(fitted: &Fitted<'_>) -> Self {
        let columns = RowText::columns(&fitted.table, &fitted.schema);
        let mut texts = Interner::default();
        let mut rows = Vec::with_capacity(fitted.table.rows());
        for row in 0..fitted.table.rows() {
            let text = columns.row(row, &fitted.records.damage);
            let mut numbers = [0; PLACES];
            each(&text, |place, text| {
                if let Some(slot) = numbers.get_mut(place as usize) {
                    *slot = texts.intern(text);
                }
            });
            rows.push(numbers);
        }
        Self { texts, rows }
    }

    pub(super) fn row(&self, row: usize) -> [Option<u32>; PLACES] {
        let numbers = self.rows.get(row).copied().unwrap_or_default();
        numbers.map(|number| number.checked_sub(1))
    }

    /// The texts by number.
    pub(super) fn list(&self) -> impl Iterator<Item = &str> + Clone {
        let count = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        (1..=count).map(|id| self.texts.get(id))
    }
}

/// Names the words of a record's places.
pub(super) fn each(text: &RowText<'_>, mut take: impl FnMut(Place, &str)) {
    let cells = [
        (Place::Province, FieldName::Province),
        (Place::District, FieldName::District),
        (Place::Commune, FieldName::Commune),
        (Place::Source, FieldName::Source),
    ];
    for (place, field) in cells {
        if let Some(cell) = text.get(field) {
            take(place, cell.trim());
        }
    }
    if let Some(cell) = text.get(FieldName::Address) {
        let address = Address::parse(cell);
        if let Some(hamlet) = address.hamlet().or_else(|| address.street()) {
            take(Place::Hamlet, hamlet.trim());
        }
        if let Some(house) = address.house() {
            take(Place::House, house.trim());
        }
    }
}
