//! The columns that records fill, and what there is to tell about the rows.

use super::header::{self, Header};
use super::note::FileNote;
use super::{FileTable, Origin};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FindingCode;
use crate::record::{StrBuffer, StrColumn};
use std::borrow::Cow;

/// Columns beyond the header that overlong rows may open; what comes after shares the last one.
const SURPLUS: usize = 16;

/// Columns a header may have. Every row costs 4 bytes in each, also a row of two bytes, so without
/// a bound a small file could ask for any amount of memory.
pub(super) const WIDEST: usize = 512;

/// Named columns of equal length that grow row by row.
pub(super) struct Columns {
    headers: Vec<String>,
    /// Columns of the header.
    width: usize,
    cells: Vec<StrBuffer>,
    rows: usize,
    notes: Lines,
}

/// Lines by what is to tell about them, in the order in which it is told.
#[derive(Default)]
struct Lines(Vec<(FindingCode, Vec<u32>)>);

/// Codes in the order in which they are told.
const ORDER: [FindingCode; 13] = [
    FindingCode::RowsAboveHeader,
    FindingCode::HeaderRepeated,
    FindingCode::RowsShort,
    FindingCode::RowsLong,
    FindingCode::RowsBlank,
    FindingCode::QuoteRepaired,
    FindingCode::BytesDamaged,
    FindingCode::CellErrors,
    FindingCode::CellsMerged,
    FindingCode::DateCellYear,
    FindingCode::DateCellEmpty,
    FindingCode::DateCellsSwapped,
    FindingCode::NoRecords,
];

impl Columns {
    /// No rows yet.
    ///
    /// # Errors
    /// [`ErrorCode::TableTooWide`].
    pub(super) fn new(header: Header) -> Result<Self> {
        let width = header.cells.len();
        if width > WIDEST {
            return Err(Error::new(ErrorCode::TableTooWide).with("most", WIDEST.to_string()));
        }
        let mut columns = Self {
            headers: header.cells,
            width,
            cells: vec![StrBuffer::new(); width],
            rows: 0,
            notes: Lines::default(),
        };
        for line in header.skipped {
            columns.note(FindingCode::RowsAboveHeader, line);
        }
        Ok(columns)
    }

    /// How many columns the header names.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows so far.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    pub(super) fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Something to tell about a line; told once for each.
    pub(super) fn note(&mut self, code: FindingCode, line: u32) {
        self.notes.add(code, line);
    }

    /// Adds a row that reaches to column `used`. `cell` gives the cell of a column; told `true`, it
    /// gives that cell and all behind it in one.
    pub(super) fn push<'c>(
        &mut self,
        line: u32,
        used: usize,
        mut cell: impl FnMut(usize, bool) -> Option<Cow<'c, str>>,
    ) {
        if used > self.width {
            self.note(FindingCode::RowsLong, line);
            while self.cells.len() < used.min(self.width + SURPLUS) {
                let mut column = StrBuffer::new();
                column.extend(StrColumn::nulls(self.rows));
                self.cells.push(column);
                self.headers.push(String::new());
            }
        }
        let last = self.cells.len().saturating_sub(1);
        let mut errors = false;
        for (place, column) in self.cells.iter_mut().enumerate() {
            let text = cell(place, place == last && used > self.width + SURPLUS);
            let error = text.as_deref().is_some_and(is_error);
            errors |= error;
            column.push(text.as_deref().filter(|text| !error && !text.trim().is_empty()));
        }
        if errors {
            self.note(FindingCode::CellErrors, line);
        }
        self.rows += 1;
    }

    /// Whether a row of cells repeats the header, as pages of printed forms do.
    pub(super) fn is_header<'c>(&self, mut cells: impl Iterator<Item = Cow<'c, str>>) -> bool {
        let mut said = 0;
        let mut same = |header: &String| {
            let cell = cells.next().unwrap_or_default();
            said += usize::from(!cell.trim().is_empty());
            cell.trim().is_empty()
                || cell.trim() == header
                || cell.contains(['\r', '\n']) && header::title(&cell) == *header
        };
        self.headers.iter().take(self.width).all(&mut same) && said * 2 > self.width
    }

    /// The cells of a column, to be changed as a whole.
    pub(super) fn column_mut(&mut self, place: usize) -> Option<&mut StrBuffer> {
        self.cells.get_mut(place)
    }

    /// The table.
    ///
    /// # Errors
    /// [`ErrorCode::TableTooLong`].
    pub(super) fn finish(mut self, origin: Origin) -> Result<FileTable> {
        if u32::try_from(self.rows).map_or(true, |rows| rows == u32::MAX) {
            return Err(Error::new(ErrorCode::TableTooLong).with("rows", self.rows.to_string()));
        }
        // Delimiters at the end of every line make columns of nothing.
        while self.cells.len() > 1
            && self.headers.last().is_some_and(String::is_empty)
            && self.cells.last().is_some_and(|cells| cells.as_column().iter().all(|c| c.is_none()))
        {
            self.headers.pop();
            self.cells.pop();
        }
        self.cells.iter_mut().for_each(StrBuffer::shrink_to_fit);
        let mut notes = self.notes.told();
        if self.rows == 0 {
            notes.push(FileNote::new(FindingCode::NoRecords, Vec::new()));
        }
        let Self { headers, cells: columns, rows, .. } = self;
        Ok(FileTable { headers, columns, rows, origin, notes })
    }
}

impl Lines {
    fn add(&mut self, code: FindingCode, line: u32) {
        match self.0.iter_mut().find(|(held, _)| *held == code) {
            Some((_, lines)) if lines.last() == Some(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => self.0.push((code, vec![line])),
        }
    }

    fn told(mut self) -> Vec<FileNote> {
        self.0.sort_by_key(|(code, _)| ORDER.iter().position(|held| held == code));
        self.0.into_iter().map(|(code, lines)| FileNote::new(code, lines)).collect()
    }
}

/// What spreadsheets show for a formula that failed; nothing is known of the value.
fn is_error(text: &str) -> bool {
    text.starts_with('#')
        && matches!(
            text.trim_end(),
            "#N/A" | "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NUM!" | "#NULL!" | "#DATA!"
        )
}
