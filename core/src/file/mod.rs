//! Reading what offices send: text tables of any usual delimiter and encoding, and workbooks, every
//! cell as text.
//!
//! The whole file is held once while it is read: that lets the encoding be chosen by evidence from
//! all of it, and a damaged quote be undone line by line. The bytes are dropped before the table is
//! handed out.

mod cell;
mod columns;
mod decode;
mod header;
mod note;
mod rows;
mod sheet;
mod sniff;
mod workbook;

pub use self::decode::FileEncoding;
pub use self::note::FileNote;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Schema, StrBuffer, Table};
use std::io::ErrorKind;
use std::path::Path;

/// How to read a file; everything left open is found out from the file itself.
///
/// ```
/// let mut options = hoten::ReadOptions::default();
/// options.delimiter = Some(b'|');
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The byte between cells.
    pub delimiter: Option<u8>,
    /// The encoding of the bytes.
    pub encoding: Option<FileEncoding>,
    /// The line the headers stand in, counted from 1 without empty lines.
    pub header_line: Option<usize>,
    /// The name of the sheet, in a workbook.
    pub sheet: Option<String>,
}

/// How a table stood in its file.
#[derive(Debug, Clone)]
enum Origin {
    Text { encoding: FileEncoding, delimiter: u8 },
    Sheet(String),
}

/// A file as named text columns, and what was noticed while reading it.
#[derive(Debug, Clone)]
pub struct FileTable {
    headers: Vec<String>,
    columns: Vec<StrBuffer>,
    rows: usize,
    origin: Origin,
    notes: Vec<FileNote>,
}

impl FileTable {
    /// Number of records.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The headers as they stand in the file; empty for a column that only overlong rows reach.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The encoding that was found; `None` for a workbook.
    #[must_use]
    pub fn encoding(&self) -> Option<FileEncoding> {
        match self.origin {
            Origin::Text { encoding, .. } => Some(encoding),
            Origin::Sheet(_) => None,
        }
    }

    /// The byte that stands between cells; `None` for a workbook.
    #[must_use]
    pub fn delimiter(&self) -> Option<u8> {
        match self.origin {
            Origin::Text { delimiter, .. } => Some(delimiter),
            Origin::Sheet(_) => None,
        }
    }

    /// The sheet that was read; `None` for a text file.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.origin {
            Origin::Text { .. } => None,
            Origin::Sheet(name) => Some(name),
        }
    }

    fn known_headers(&self) -> usize {
        Schema::known(self.headers.iter().map(String::as_str))
    }

    /// What was noticed: rows with missing or surplus cells, titles, damaged text, by line.
    #[must_use]
    pub fn notes(&self) -> &[FileNote] {
        &self.notes
    }

    /// The columns, borrowed.
    #[must_use]
    pub fn table(&self) -> Table<'_> {
        let columns = self.headers.iter().zip(&self.columns);
        // Reading made the columns equally long and few enough rows.
        Table::new(columns.map(|(name, cells)| (name.as_str(), cells.as_column())))
            .unwrap_or_default()
    }
}

/// Reads a text table or a workbook (xlsx, xlsb, xls, ods); which of them its first bytes tell.
///
/// Text: UTF-8, UTF-16 and the Vietnamese encodings before Unicode; delimiters `,` `;` tab and `|`;
/// any line ends; quoted cells with line breaks; title lines above the header. No row is lost: one
/// with too few cells is filled up, surplus cells get columns without a name, and both are named in
/// [`FileTable::notes`].
///
/// Workbook: [`ReadOptions::sheet`], else the visible sheet with the most records; hidden rows are
/// records too. Numbers come without binary noise, days as `dd/mm/yyyy` whatever the computer of the
/// office showed, and what a spreadsheet did to birth dates is undone and noted: a year typed in a
/// date cell, days and months exchanged throughout. A cell merged over rows speaks for all of them,
/// except where each person has an own value.
///
/// A cell that is empty, blank or a formula's error counts as missing; a header that is repeated on
/// each page is no record. Costs time and memory linear in the size of the (unpacked) file.
///
/// # Errors
/// [`ErrorCode::FileNotFound`], [`ErrorCode::FileIsFolder`], [`ErrorCode::FileUnreadable`],
/// [`ErrorCode::FileEmpty`], [`ErrorCode::FileNotText`] (neither text nor a workbook),
/// [`ErrorCode::WorkbookDamaged`], [`ErrorCode::WorkbookLocked`] (a password is asked),
/// [`ErrorCode::UnknownSheet`], [`ErrorCode::NoHeader`], [`ErrorCode::TableTooWide`],
/// [`ErrorCode::TableTooLong`]; each says what to do.
pub fn read_file(path: impl AsRef<Path>, options: &ReadOptions) -> Result<FileTable> {
    let path = path.as_ref();
    let name = path.display().to_string();
    let failed = |code| Error::new(code).with("file", name.clone());
    if path.is_dir() {
        return Err(failed(ErrorCode::FileIsFolder));
    }
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            let folder = std::env::current_dir().unwrap_or_default().display().to_string();
            failed(ErrorCode::FileNotFound).with("folder", folder)
        }
        _ => failed(ErrorCode::FileUnreadable).with("reason", error.to_string()),
    })?;
    read_owned(bytes, &name, options)
}

/// Reads a file that is already in memory; as [`read_file`].
///
/// ```
/// use hoten::{ReadOptions, read_bytes};
/// let file = "\u{FEFF}Họ và tên;Ngày sinh\r\nNguyễn Văn Hòa;12/5/1950\r\nTrần Thị Bé\r\n";
/// let table = read_bytes(file.as_bytes(), &ReadOptions::default())?;
/// assert_eq!((table.rows(), table.delimiter()), (2, Some(b';')));
/// assert_eq!(table.headers(), ["Họ và tên", "Ngày sinh"]);
/// assert_eq!(table.notes()[0].lines(), [3]); // a row with too few cells
/// # Ok::<(), hoten::Error>(())
/// ```
///
/// # Errors
/// As [`read_file`], but for the path.
pub fn read_bytes(bytes: &[u8], options: &ReadOptions) -> Result<FileTable> {
    read_owned(bytes.to_vec(), "…", options)
}

fn read_owned(bytes: Vec<u8>, name: &str, options: &ReadOptions) -> Result<FileTable> {
    if workbook::is_workbook(&bytes) {
        return workbook::read(&bytes, name, options);
    }
    if let Some(kind) = sniff::other_kind(&bytes) {
        return Err(Error::new(ErrorCode::FileNotText).with("file", name).with("kind", kind));
    }
    let (bytes, encoding) = decode::to_ascii_based(bytes, options.encoding);
    let text = decode::without_bom(&bytes);
    if text.iter().all(|byte| byte.is_ascii_whitespace()) {
        return Err(Error::new(ErrorCode::FileEmpty).with("file", name));
    }
    let layout = sniff::layout(text, encoding, options)
        .ok_or_else(|| Error::new(ErrorCode::NoHeader).with("file", name))?;
    rows::read(text, encoding, layout)
}
