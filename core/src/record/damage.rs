//! The first look at a table: which columns hold text that was read with a wrong table of characters,
//! and which rows are to be looked at again. Sound rows are not touched a second time.

use super::StrColumn;
use crate::clean::{Detection, Survey, is_suspicious};
use crate::finding::FieldName;

/// What was found, column by column. The same for any division of the work: it is found before rows
/// are read.
#[derive(Debug, Default)]
pub(crate) struct Damage {
    columns: [Detection; FieldName::WORDS.len()],
    /// A bit for each row with a suspicious cell.
    rows: Vec<u64>,
    /// Is a column damaged so often that no row is surely sound?
    common: bool,
}

impl Damage {
    /// Looks at all columns of words; `column` gives that of a field.
    pub(super) fn survey<'a>(column: impl Fn(FieldName) -> Option<StrColumn<'a>>) -> Self {
        let mut damage = Self::default();
        for (at, field) in FieldName::WORDS.into_iter().enumerate() {
            let Some(column) = column(field) else { continue };
            damage.rows.resize(column.len().div_ceil(64), 0);
            let mut survey = Survey::default();
            for (row, cell) in column.iter().enumerate() {
                let Some(cell) = cell else { continue };
                let suspicious = is_suspicious(cell);
                survey.push(cell, suspicious);
                if suspicious && let Some(bits) = damage.rows.get_mut(row / 64) {
                    *bits |= 1 << (row % 64);
                }
            }
            let found = survey.finish();
            damage.common |= found.is_common();
            if let Some(slot) = damage.columns.get_mut(at) {
                *slot = found;
            }
        }
        damage
    }

    /// As [`Self::survey`], where the columns are known from a table that these rows are a part of.
    pub(super) fn within<'a>(&self, column: impl Fn(FieldName) -> Option<StrColumn<'a>>) -> Self {
        let mut damage = self.columns_only();
        for column in FieldName::WORDS.into_iter().filter_map(column) {
            damage.rows.resize(column.len().div_ceil(64), 0);
            for (row, cell) in column.iter().enumerate() {
                if cell.is_some_and(is_suspicious)
                    && let Some(bits) = damage.rows.get_mut(row / 64)
                {
                    *bits |= 1 << (row % 64);
                }
            }
        }
        damage
    }

    /// What the columns hold, without rows.
    pub(crate) fn columns_only(&self) -> Self {
        Self { columns: self.columns, rows: Vec::new(), common: self.common }
    }

    /// Columns that were found to be so; no rows.
    #[cfg(feature = "serde")]
    pub(crate) fn of(found: impl IntoIterator<Item = (FieldName, Detection)>) -> Self {
        let mut damage = Self::default();
        for (field, found) in found {
            damage.common |= found.is_common();
            let places = FieldName::WORDS.into_iter().zip(&mut damage.columns);
            places.filter(|(held, _)| *held == field).for_each(|(_, slot)| *slot = found);
        }
        damage
    }

    /// May any cell of the row be damaged?
    #[inline]
    pub(super) fn touches(&self, row: usize) -> bool {
        self.common || self.rows.get(row / 64).is_some_and(|bits| bits & 1 << (row % 64) != 0)
    }

    /// The fields of words and what their columns hold.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (FieldName, &Detection)> {
        FieldName::WORDS.into_iter().zip(&self.columns)
    }
}
