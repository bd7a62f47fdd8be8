//! Owned text columns that readers fill.

use super::column::{StrColumn, StrOffsets, ValidityBits};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// An owned column of text that grows at its end, in Arrow's layout.
///
/// Costs the text plus 4 bytes a row (8 beyond 2 GiB of text) and a bit a row once a cell is
/// missing. `Debug` shows no value.
///
/// ```
/// let mut buffer = hoten::StrBuffer::new();
/// buffer.push(Some("Trần Thị Bé"));
/// buffer.push(None);
/// let column = buffer.as_column();
/// assert_eq!((column.get(0), column.get(1)), (Some("Trần Thị Bé"), None));
/// ```
#[derive(Clone, Default)]
pub struct StrBuffer {
    text: String,
    /// End of each row; begins with 0 once a row is there.
    small: Vec<i32>,
    /// Takes over from `small` when the text outgrows it.
    large: Vec<i64>,
    len: usize,
    /// Empty as long as no cell is missing.
    validity: Vec<u8>,
}

impl StrBuffer {
    /// An empty column.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Adds a row; `None` is a missing cell.
    pub fn push(&mut self, cell: Option<&str>) {
        if cell.is_none() && self.validity.is_empty() {
            self.validity.resize(self.len / 8, 0xFF);
            self.validity.push(low_bits(self.len % 8));
        }
        if !self.validity.is_empty() {
            if self.len / 8 >= self.validity.len() {
                self.validity.push(0);
            }
            if let (Some(_), Some(byte)) = (cell, self.validity.get_mut(self.len / 8)) {
                *byte |= 1 << (self.len % 8);
            }
        }
        self.text.push_str(cell.unwrap_or_default());
        self.end_row();
    }

    /// Adds every row of `column`, such as one chunk of a chunked array.
    pub fn extend(&mut self, column: StrColumn<'_>) {
        for cell in column.iter() {
            self.push(cell);
        }
    }

    fn end_row(&mut self) {
        if self.len == 0 {
            self.small.push(0);
        }
        self.len += 1;
        let end = self.text.len();
        if let (Ok(end), true) = (i32::try_from(end), self.large.is_empty()) {
            return self.small.push(end);
        }
        if self.large.is_empty() {
            self.large = core::mem::take(&mut self.small).into_iter().map(i64::from).collect();
        }
        // A String never outgrows isize.
        self.large.push(i64::try_from(end).unwrap_or(i64::MAX));
    }

    /// Gives back memory that was reserved for growth.
    pub fn shrink_to_fit(&mut self) {
        self.text.shrink_to_fit();
        self.small.shrink_to_fit();
        self.large.shrink_to_fit();
        self.validity.shrink_to_fit();
    }

    /// The rows so far as a borrowed column, at no cost.
    #[must_use]
    pub fn as_column(&self) -> StrColumn<'_> {
        let offsets = if self.large.is_empty() {
            StrOffsets::Small(&self.small)
        } else {
            StrOffsets::Large(&self.large)
        };
        let validity =
            (!self.validity.is_empty()).then_some(ValidityBits { bytes: &self.validity, start: 0 });
        StrColumn::from_parts(self.len, offsets, &self.text, validity)
    }
}

/// A byte whose lowest `count` bits are set.
fn low_bits(count: usize) -> u8 {
    ((1_u16 << count) - 1) as u8
}

impl<T: AsRef<str>> FromIterator<Option<T>> for StrBuffer {
    fn from_iter<I: IntoIterator<Item = Option<T>>>(cells: I) -> Self {
        let mut buffer = Self::new();
        for cell in cells {
            buffer.push(cell.as_ref().map(AsRef::as_ref));
        }
        buffer
    }
}

impl fmt::Debug for StrBuffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StrBuffer").field("len", &self.len).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, vec};

    #[test]
    fn a_buffer_gives_back_what_was_pushed() {
        for nulls_from in [0, 1, 7, 8, 9, 40] {
            let cells: Vec<_> = (0..40)
                .map(|row| (row < nulls_from || row % 3 == 0).then(|| vec!["ấ"; row].concat()))
                .collect();
            let buffer: StrBuffer = cells.iter().cloned().collect();
            let held: Vec<_> = buffer.as_column().iter().collect();
            assert_eq!(held, cells.iter().map(Option::as_deref).collect::<Vec<_>>());
            let mut twice = StrBuffer::new();
            twice.extend(buffer.as_column());
            twice.extend(StrColumn::nulls(1));
            assert_eq!((twice.len(), twice.as_column().get(39)), (41, held[39]));
            assert_eq!(twice.as_column().get(40), None);
        }
    }

    #[test]
    fn debug_shows_no_value() {
        let buffer: StrBuffer = [Some("Hòa")].into_iter().collect();
        assert!(!format!("{buffer:?}").contains("Hòa"));
    }
}
