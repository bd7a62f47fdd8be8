//! The cells of one row as text, with wrongly decoded rows read again.
//!
//! Records typed in a TCVN3 or VNI font lie among clean ones in one file (facts: vietnamese.md 0.2),
//! so a row's own text cells are the evidence: a cell with a character that clean Vietnamese never
//! has calls for a look at all text cells of the row together.

use super::{Schema, StrColumn, Table};
use crate::clean::{detect, is_suspicious, redecode};
use crate::finding::FieldName;

/// The columns of a table by field, ready to be read row by row.
pub(crate) struct RowColumns<'a> {
    columns: [Option<StrColumn<'a>>; FieldName::ALL.len()],
}

/// One row.
pub(crate) struct RowText<'a> {
    cells: [Option<&'a str>; FieldName::ALL.len()],
    decoded: Option<Box<Decoded>>,
}

type Decoded = [Option<String>; FieldName::ALL.len()];

/// Fields that hold words, whose letters a wrong table spoils.
const WORDS: [FieldName; 7] = [
    FieldName::FullName,
    FieldName::Province,
    FieldName::District,
    FieldName::Commune,
    FieldName::Address,
    FieldName::FatherName,
    FieldName::MotherName,
];

impl<'a> RowText<'a> {
    /// The columns of `table` that `schema` knows.
    pub(crate) fn columns(table: &Table<'a>, schema: &Schema) -> RowColumns<'a> {
        let columns =
            FieldName::ALL.map(|field| schema.column(field).and_then(|index| table.column(index)));
        RowColumns { columns }
    }

    /// The cell of a field, decoded if need be; blank cells are `None`.
    pub(crate) fn get(&self, field: FieldName) -> Option<&str> {
        let index = field as usize;
        let decoded = self.decoded.as_ref().and_then(|held| held.get(index)?.as_deref());
        decoded.or_else(|| self.raw(field))
    }

    /// The cell as it stands in the caller's table, unless it had to be decoded.
    pub(crate) fn raw(&self, field: FieldName) -> Option<&'a str> {
        let index = field as usize;
        if self.decoded.as_ref().is_some_and(|held| matches!(held.get(index), Some(Some(_)))) {
            return None;
        }
        self.cells.get(index).copied().flatten()
    }

    /// Was the row read with a wrong table and had to be decoded again?
    pub(crate) fn was_decoded(&self) -> bool {
        self.decoded.is_some()
    }
}

impl<'a> RowColumns<'a> {
    /// Reads one row.
    pub(crate) fn row(&self, row: usize) -> RowText<'a> {
        let cells = self.columns.map(|column| {
            column.and_then(|column| column.get(row)).filter(|cell| !cell.trim().is_empty())
        });
        let mut text = RowText { cells, decoded: None };
        let words =
            || WORDS.iter().filter_map(|field| cells.get(*field as usize).copied().flatten());
        if words().any(is_suspicious)
            && let Some(encoding) = detect(words()).encoding
        {
            let mut decoded = Decoded::default();
            for field in WORDS {
                let cell = cells.get(field as usize).copied().flatten();
                if let (Some(slot), Some(cell)) = (decoded.get_mut(field as usize), cell) {
                    *slot = redecode(cell, encoding);
                }
            }
            text.decoded = Some(Box::new(decoded));
        }
        text
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
        check(&RowText::columns(&table, &schema).row(0));
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
