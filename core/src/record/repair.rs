//! The cells of one row as text, with wrongly decoded cells read again.
//!
//! Records typed in a TCVN3 or VNI font lie among clean ones in one file (facts: vietnamese.md 0.2),
//! so a row's own text cells are the first evidence; what they leave open its column decides.

use super::damage::Damage;
use super::{Schema, StrColumn, Table};
use crate::clean::{Detection, Verdict, detect, is_suspicious};
use crate::field::DateColumn;
use crate::finding::FieldName;

/// The columns of a table by field, ready to be read row by row.
pub(crate) struct RowColumns<'a> {
    columns: [Option<StrColumn<'a>>; FieldName::ALL.len()],
}

/// One row.
pub(crate) struct RowText<'a> {
    cells: [Option<&'a str>; FieldName::ALL.len()],
    repaired: Option<Box<Repaired>>,
}

/// What was found about the cells of a row that look damaged.
#[derive(Default)]
struct Repaired {
    cells: [Option<String>; FieldName::ALL.len()],
    unclear: Vec<FieldName>,
}

impl<'a> RowText<'a> {
    /// The columns of `table` that `schema` knows.
    pub(crate) fn columns(table: &Table<'a>, schema: &Schema) -> RowColumns<'a> {
        let columns =
            FieldName::ALL.map(|field| schema.column(field).and_then(|index| table.column(index)));
        RowColumns { columns }
    }

    /// The cell of a field, decoded if need be; blank cells are `None`.
    pub(crate) fn get(&self, field: FieldName) -> Option<&str> {
        self.decoded(field).or_else(|| self.raw(field))
    }

    /// The cell as it stands in the caller's table, unless it had to be decoded.
    pub(crate) fn raw(&self, field: FieldName) -> Option<&'a str> {
        if self.decoded(field).is_some() {
            return None;
        }
        self.cells.get(field as usize).copied().flatten()
    }

    fn decoded(&self, field: FieldName) -> Option<&str> {
        self.repaired.as_ref()?.cells.get(field as usize)?.as_deref()
    }

    /// Was any cell read with a wrong table and had to be decoded again?
    pub(crate) fn was_decoded(&self) -> bool {
        self.repaired.as_ref().is_some_and(|held| held.cells.iter().any(Option::is_some))
    }

    /// Fields whose cells may have been read with a wrong table, without enough evidence.
    pub(crate) fn unclear(&self) -> &[FieldName] {
        self.repaired.as_ref().map_or(&[], |held| &held.unclear)
    }
}

impl<'a> RowColumns<'a> {
    /// The column of a field.
    pub(crate) fn column(&self, field: FieldName) -> Option<StrColumn<'a>> {
        self.columns.get(field as usize).copied().flatten()
    }

    /// One row of its own, a cell for each field.
    #[cfg(feature = "index")]
    pub(crate) fn of_row(cells: &'a [[Option<&'a str>; 1]; FieldName::ALL.len()]) -> Self {
        let mut columns = [None; FieldName::ALL.len()];
        for (column, cell) in columns.iter_mut().zip(cells) {
            *column = Some(StrColumn::from_options(cell));
        }
        Self { columns }
    }

    /// How the column of birth dates is written.
    pub(crate) fn dates(&self) -> DateColumn {
        let dates = self.column(FieldName::BirthDate);
        dates.map_or_else(DateColumn::default, |dates| DateColumn::survey(dates.iter().flatten()))
    }

    /// The first look at all rows.
    pub(crate) fn survey(&self) -> Damage {
        Damage::survey(|field| self.column(field))
    }

    /// The first look at rows of a table whose columns are known.
    pub(crate) fn survey_within(&self, known: &Damage) -> Damage {
        known.within(|field| self.column(field))
    }

    /// Reads one row; `damage` is what [`Self::survey`] found.
    pub(crate) fn row(&self, row: usize, damage: &Damage) -> RowText<'a> {
        let cells = self.columns.each_ref().map(|column| {
            let cell = column.as_ref().and_then(|column| column.get(row));
            cell.filter(|cell| !cell.chars().all(char::is_whitespace))
        });
        let mut text = RowText { cells, repaired: None };
        if damage.touches(row) {
            text.repair(damage);
        }
        text
    }
}

impl RowText<'_> {
    fn repair(&mut self, damage: &Damage) {
        let cells = self.cells;
        let cell = |field: FieldName| cells.get(field as usize).copied().flatten();
        let words = || FieldName::WORDS.into_iter().filter_map(cell);
        let own = if words().any(is_suspicious) { detect(words()) } else { Detection::default() };
        let mut repaired = Repaired::default();
        let mut any = false;
        for (field, column) in damage.columns() {
            let Some(cell) = cell(field) else { continue };
            let read = match own.encoding.and_then(|_| own.read(cell)) {
                Some(text) => Verdict::Read(text),
                None => column.judge(cell),
            };
            any |= !matches!(read, Verdict::Stays);
            let read = match read {
                Verdict::Stays => None,
                Verdict::Read(text) => Some(text),
                Verdict::Ambiguous => {
                    repaired.unclear.push(field);
                    None
                }
            };
            if let Some(slot) = repaired.cells.get_mut(field as usize) {
                *slot = read;
            }
        }
        self.repaired = any.then(|| Box::new(repaired));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADERS: [&str; 5] = ["full_name", "father_name", "commune", "dob", "phone"];

    /// Reads one row of `HEADERS`.
    fn read(cells: [Option<&str>; 5], check: impl FnOnce(&RowText<'_>)) {
        let columns = cells.map(|cell| [cell]);
        let named = HEADERS.iter().zip(&columns);
        let table =
            Table::new(named.map(|(header, cell)| (*header, StrColumn::from_options(cell))))
                .unwrap();
        let schema = Schema::detect(table.names(), []).unwrap();
        let columns = RowText::columns(&table, &schema);
        check(&columns.row(0, &columns.survey()));
    }

    /// TCVN3 bytes shown as Windows-1252 (facts: legacy_encodings.tsv): "TrÇn ThÞ H»ng" tells that
    /// "B¶y" of the same row, three letters alone, was read so too.
    #[test]
    fn a_row_is_decoded_as_a_whole() {
        let row =
            [Some("TrÇn ThÞ H»ng"), Some("TrÇn V¨n B¶y"), Some("X· An Hßa"), Some("1971"), None];
        read(row, |text| {
            assert!(text.was_decoded());
            for (field, want) in [
                (FieldName::FullName, "Trần Thị Hằng"),
                (FieldName::FatherName, "Trần Văn Bảy"),
                (FieldName::Commune, "Xã An Hòa"),
            ] {
                assert_eq!(text.get(field), Some(want));
                // What had to be decoded is not in the caller's table.
                assert_eq!(text.raw(field), None);
            }
            assert_eq!(text.get(FieldName::BirthDate), Some("1971"));
            assert_eq!(text.raw(FieldName::BirthDate), Some("1971"));
            assert_eq!(text.get(FieldName::Phone), None);
        });
    }

    #[test]
    fn clean_rows_stay_the_caller_s_own_text() {
        let row = [Some("Trần Thị Hằng"), None, Some("An Hòa"), None, Some("0912345678")];
        read(row, |text| {
            assert!(!text.was_decoded());
            for field in [FieldName::FullName, FieldName::Commune, FieldName::Phone] {
                assert!(text.raw(field).is_some());
                assert_eq!(text.get(field), text.raw(field));
            }
        });
    }

    /// An empty cell, one of blanks and a missing one say the same: nothing.
    #[test]
    fn blank_cells_are_missing() {
        let row = [Some("Lê A"), Some(""), Some("  \t"), Some("\u{A0}\u{3000}"), None];
        read(row, |text| {
            assert_eq!(text.get(FieldName::FullName), Some("Lê A"));
            for field in [
                FieldName::FatherName,
                FieldName::Commune,
                FieldName::BirthDate,
                FieldName::Phone,
                // No such column.
                FieldName::MotherName,
            ] {
                assert_eq!((text.get(field), text.raw(field)), (None, None), "{field:?}");
            }
        });
    }
}
