//! Borrowed text columns that Arrow buffers and plain slices fit without copying, and a table of
//! such columns under their names.

use crate::error::{Error, ErrorCode, Result};
use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

/// Where each cell of a column begins and ends in its bytes, as Arrow lays it out: one number more
/// than there are rows, never falling.
#[derive(Debug, Clone, Copy)]
pub enum StrOffsets<'a> {
    /// Arrow `Utf8`.
    Small(&'a [i32]),
    /// Arrow `LargeUtf8`.
    Large(&'a [i64]),
}

impl<'a> From<&'a [i32]> for StrOffsets<'a> {
    fn from(offsets: &'a [i32]) -> Self {
        Self::Small(offsets)
    }
}

impl<'a> From<&'a [i64]> for StrOffsets<'a> {
    fn from(offsets: &'a [i64]) -> Self {
        Self::Large(offsets)
    }
}

impl StrOffsets<'_> {
    fn len(self) -> usize {
        match self {
            Self::Small(offsets) => offsets.len(),
            Self::Large(offsets) => offsets.len(),
        }
    }

    /// `None` past the end and for a negative offset.
    fn at(self, index: usize) -> Option<usize> {
        match self {
            Self::Small(offsets) => usize::try_from(*offsets.get(index)?).ok(),
            Self::Large(offsets) => usize::try_from(*offsets.get(index)?).ok(),
        }
    }
}

/// Which rows hold a value: Arrow's bitmap, least significant bit first, 1 = present.
#[derive(Debug, Clone, Copy)]
pub struct ValidityBits<'a> {
    /// The bitmap.
    pub bytes: &'a [u8],
    /// Bit of row 0 (a sliced Arrow array begins inside its bitmap).
    pub start: usize,
}

impl ValidityBits<'_> {
    fn is_set(self, row: usize) -> bool {
        let bit = self.start.saturating_add(row);
        self.bytes.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }
}

#[derive(Clone, Copy)]
enum Cells<'a> {
    /// `base` is the first offset; `text` holds the bytes from there on.
    Packed {
        offsets: StrOffsets<'a>,
        base: usize,
        text: &'a str,
    },
    Plain(&'a [&'a str]),
    Optional(&'a [Option<&'a str>]),
    Nulls,
}

/// A borrowed column of text in which a cell may be missing.
///
/// Copying it copies three words, never text. `Debug` shows no value.
///
/// ```
/// use hoten::StrColumn;
/// let names = StrColumn::from_options(&[Some("Nguyễn Văn Hòa"), None]);
/// assert_eq!((names.len(), names.get(0), names.get(1)), (2, Some("Nguyễn Văn Hòa"), None));
///
/// let arrow = StrColumn::new([0_i32, 3, 6].as_slice(), "HòaBé".as_bytes(), None);
/// assert!(arrow.is_err()); // offset 3 falls inside "ò"
/// ```
#[derive(Clone, Copy)]
pub struct StrColumn<'a> {
    len: usize,
    cells: Cells<'a>,
    validity: Option<ValidityBits<'a>>,
}

impl<'a> StrColumn<'a> {
    /// A column over Arrow's buffers, checked once: `offsets` never fall and stay inside `bytes`,
    /// the bytes they span are UTF-8 and no offset splits a letter, `validity` covers every row.
    ///
    /// # Errors
    /// [`ErrorCode::ColumnDamaged`] with the first row that does not hold.
    pub fn new(
        offsets: impl Into<StrOffsets<'a>>,
        bytes: &'a [u8],
        validity: Option<ValidityBits<'a>>,
    ) -> Result<Self> {
        let offsets = offsets.into();
        let damaged =
            |row: usize| Error::new(ErrorCode::ColumnDamaged).with("row", row.to_string());
        let len = offsets.len().saturating_sub(1);
        if let Some(bits) = validity
            && bits.bytes.len().saturating_mul(8) < bits.start.saturating_add(len)
        {
            return Err(damaged(bits.bytes.len().saturating_mul(8).saturating_sub(bits.start)));
        }
        if len == 0 {
            return Ok(Self::nulls(0));
        }
        let base = offsets.at(0).ok_or_else(|| damaged(0))?;
        let end = offsets.at(len).ok_or_else(|| damaged(len - 1))?;
        let bytes = bytes.get(base..end).ok_or_else(|| damaged(len - 1))?;
        let (text, valid) = match core::str::from_utf8(bytes) {
            Ok(text) => (text, bytes.len()),
            Err(error) => ("", error.valid_up_to()),
        };
        let mut before = base;
        for row in 0..len {
            let next = offsets.at(row + 1).filter(|next| *next >= before);
            let next = next.ok_or_else(|| damaged(row))?;
            let cut = next - base;
            if cut > valid || (valid == text.len() && !text.is_char_boundary(cut)) {
                return Err(damaged(row));
            }
            before = next;
        }
        Ok(Self { len, cells: Cells::Packed { offsets, base, text }, validity })
    }

    /// Over the parts of a [`StrBuffer`](super::StrBuffer), which fit together by construction.
    pub(super) fn from_parts(
        len: usize,
        offsets: StrOffsets<'a>,
        text: &'a str,
        validity: Option<ValidityBits<'a>>,
    ) -> Self {
        Self { len, cells: Cells::Packed { offsets, base: 0, text }, validity }
    }

    /// A column over a slice of texts.
    #[must_use]
    pub fn from_strs(cells: &'a [&'a str]) -> Self {
        Self { len: cells.len(), cells: Cells::Plain(cells), validity: None }
    }

    /// A column over a slice of texts some of which are missing.
    #[must_use]
    pub fn from_options(cells: &'a [Option<&'a str>]) -> Self {
        Self { len: cells.len(), cells: Cells::Optional(cells), validity: None }
    }

    /// A column of `len` rows without any value (Arrow's `Null` type).
    #[must_use]
    pub fn nulls(len: usize) -> Self {
        Self { len, cells: Cells::Nulls, validity: None }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The text of a row; `None` for a missing one and past the end.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&'a str> {
        if self.validity.is_some_and(|bits| !bits.is_set(row)) {
            return None;
        }
        match self.cells {
            Cells::Packed { offsets, base, text } => {
                let start = offsets.at(row)?.checked_sub(base)?;
                text.get(start..offsets.at(row + 1)?.checked_sub(base)?)
            }
            Cells::Plain(cells) => cells.get(row).copied(),
            Cells::Optional(cells) => cells.get(row).copied().flatten(),
            Cells::Nulls => None,
        }
    }

    /// The cells from first to last row.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<&'a str>> + Clone + use<'a> {
        let column = *self;
        (0..column.len).map(move |row| column.get(row))
    }
}

impl fmt::Debug for StrColumn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StrColumn").field("len", &self.len).finish_non_exhaustive()
    }
}

/// Named text columns of one length. Names may repeat, as they do in real files.
///
/// ```
/// use hoten::{StrColumn, Table};
/// let table = Table::new([
///     ("Họ và tên", StrColumn::from_strs(&["Nguyễn Văn Hòa", "Trần Thị Bé"])),
///     ("Ngày sinh", StrColumn::from_options(&[Some("12/5/1950"), None])),
/// ])?;
/// assert_eq!((table.rows(), table.width()), (2, 2));
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    rows: usize,
    columns: Vec<(Cow<'a, str>, StrColumn<'a>)>,
}

impl<'a> Table<'a> {
    /// A table of these columns, in this order.
    ///
    /// # Errors
    /// [`ErrorCode::ColumnLengths`] when a column is longer or shorter than the first;
    /// [`ErrorCode::TableTooLong`] from 2^32 - 1 rows on.
    pub fn new<N: Into<Cow<'a, str>>>(
        columns: impl IntoIterator<Item = (N, StrColumn<'a>)>,
    ) -> Result<Self> {
        let columns: Vec<_> =
            columns.into_iter().map(|(name, cells)| (name.into(), cells)).collect();
        let rows = columns.first().map_or(0, |(_, cells)| cells.len());
        if let Some((name, cells)) = columns.iter().find(|(_, cells)| cells.len() != rows) {
            return Err(Error::new(ErrorCode::ColumnLengths)
                .with("column", name.clone())
                .with("rows", cells.len().to_string())
                .with("expected", rows.to_string()));
        }
        if u32::try_from(rows).is_ok_and(|rows| rows < u32::MAX) {
            return Ok(Self { rows, columns });
        }
        Err(Error::new(ErrorCode::TableTooLong).with("rows", rows.to_string()))
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Number of columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// The names from first to last column.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.columns.iter().map(|(name, _)| name.as_ref())
    }

    /// The column at a position.
    #[must_use]
    pub fn column(&self, index: usize) -> Option<StrColumn<'a>> {
        self.columns.get(index).map(|(_, cells)| *cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_buffers_are_checked_once_and_read_without_copying() {
        let bytes = "..HòaBé".as_bytes();
        let column = StrColumn::new([2_i32, 6, 6, 9].as_slice(), bytes, None).unwrap();
        assert_eq!(column.iter().collect::<Vec<_>>(), [Some("Hòa"), Some(""), Some("Bé")]);
        assert_eq!(column.get(3), None);
        let bits = ValidityBits { bytes: &[0b1010_0000, 0b0000_0001], start: 5 };
        let column = StrColumn::new([2_i64, 6, 6, 9].as_slice(), bytes, Some(bits)).unwrap();
        assert_eq!(column.iter().collect::<Vec<_>>(), [Some("Hòa"), None, Some("Bé")]);
    }

    #[test]
    fn damaged_buffers_name_the_row() {
        let row = |offsets: &[i32], bytes: &[u8], validity| {
            let error = StrColumn::new(offsets, bytes, validity).unwrap_err();
            assert_eq!(error.code(), ErrorCode::ColumnDamaged);
            error.message(crate::Lang::En)
        };
        assert!(row(&[0, 2, 4], "Hòa".as_bytes(), None).contains("row 0"), "splits a letter");
        assert!(row(&[0, 2, 1, 3], b"abc", None).contains("row 1"), "falls");
        assert!(row(&[0, 2, 4], b"abc", None).contains("row 1"), "past the end");
        assert!(row(&[-1, 2], b"abc", None).contains("row 0"), "negative");
        assert!(row(&[0, 1, 2, 3], b"a\xFFb", None).contains("row 1"), "not UTF-8");
        let short = ValidityBits { bytes: &[], start: 0 };
        assert!(row(&[0, 1], b"a", Some(short)).contains("row 0"), "bitmap too short");
        assert!(StrColumn::new([].as_slice() as &[i32], b"", None).unwrap().is_empty());
    }

    #[test]
    fn columns_of_two_lengths_are_no_table() {
        let columns = [("a", StrColumn::nulls(2)), ("b", StrColumn::nulls(3))];
        let error = Table::new(columns).unwrap_err();
        assert_eq!(error.code(), ErrorCode::ColumnLengths);
        assert!(error.to_string().contains("\"b\""));
        let error = Table::new([("a", StrColumn::nulls(u32::MAX as usize))]).unwrap_err();
        assert_eq!(error.code(), ErrorCode::TableTooLong);
        assert_eq!(Table::new([] as [(&str, StrColumn<'_>); 0]).unwrap().rows(), 0);
    }

    #[test]
    fn debug_shows_no_value() {
        let table = Table::new([("n", StrColumn::from_strs(&["Hòa"]))]).unwrap();
        assert!(!alloc::format!("{table:?}").contains("Hòa"));
    }
}
