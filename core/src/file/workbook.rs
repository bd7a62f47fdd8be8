//! Workbooks: xlsx, xlsb, xls and ods. Their bytes are read by a crate of its own; which sheet is
//! meant and what its cells mean is decided here and in `sheet`.

use super::cell::{Value, value};
use super::note::FileNote;
use super::sheet::{Grid, Region, read_grid};
use super::{FileTable, ReadOptions};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{FieldName, Finding, FindingCode};
use calamine::{
    Dimensions, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Sheets, Xls, XlsError, Xlsb,
    XlsbError, Xlsx, XlsxError,
};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Book<'b> = Sheets<Cursor<&'b [u8]>>;

const ZIP: &[u8] = b"PK\x03\x04";
const OLE: &[u8] = b"\xD0\xCF\x11\xE0";

/// Whether the first bytes are those of a workbook.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(OLE)
}

/// Reads the sheet of a workbook that the options name, else the one with the most records.
pub(super) fn read(bytes: &[u8], file: &str, options: &ReadOptions) -> Result<FileTable> {
    // The crate promises no calm on damaged files; a call of ours must not bring a program down.
    let read = AssertUnwindSafe(|| match open(bytes) {
        Ok(mut book) => chosen_sheet(&mut book, file, options),
        Err(error) => Err(failed(file, &error)),
    });
    catch_unwind(read).unwrap_or_else(|_| Err(damaged(file, "…")))
}

fn open(bytes: &[u8]) -> std::result::Result<Book<'_>, calamine::Error> {
    let source = || Cursor::new(bytes);
    if bytes.starts_with(OLE) {
        return match Xls::new(source()) {
            Ok(book) => Ok(Sheets::Xls(book)),
            // A workbook of today that has a password looks like one of 1997.
            Err(error) => match Xlsx::new(source()) {
                Err(XlsxError::Password) => Err(XlsxError::Password.into()),
                _ => Err(error.into()),
            },
        };
    }
    let first = match Xlsx::new(source()) {
        Ok(book) => return Ok(Sheets::Xlsx(book)),
        Err(error) => error,
    };
    if let Ok(book) = Xlsb::new(source()) {
        return Ok(Sheets::Xlsb(book));
    }
    match Ods::new(source()) {
        Ok(book) => Ok(Sheets::Ods(book)),
        Err(OdsError::Password) => Err(OdsError::Password.into()),
        Err(_) => Err(first.into()),
    }
}

fn damaged(file: &str, reason: &str) -> Error {
    Error::new(ErrorCode::WorkbookDamaged).with("file", file).with("reason", reason)
}

fn failed(file: &str, error: &calamine::Error) -> Error {
    use calamine::Error as E;
    match error {
        E::Xlsx(XlsxError::Password)
        | E::Xlsb(XlsbError::Password)
        | E::Xls(XlsError::Password)
        | E::Ods(OdsError::Password) => Error::new(ErrorCode::WorkbookLocked).with("file", file),
        other => damaged(file, &other.to_string()),
    }
}

fn chosen_sheet(book: &mut Book<'_>, file: &str, options: &ReadOptions) -> Result<FileTable> {
    let sheets: Vec<Sheet> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .cloned()
        .collect();
    if let Some(asked) = &options.sheet {
        let fold = |name: &str| crate::clean::fold(name).into_owned();
        let exact = sheets.iter().find(|sheet| sheet.name == *asked);
        let close = || sheets.iter().find(|sheet| fold(&sheet.name) == fold(asked));
        let Some(sheet) = exact.or_else(close) else {
            let names: Vec<_> = sheets.iter().map(|sheet| format!("\"{}\"", sheet.name)).collect();
            return Err(Error::new(ErrorCode::UnknownSheet)
                .with("sheet", asked.as_str())
                .with("seen", names.join(", ")));
        };
        return read_sheet(book, &sheet.name, file, options);
    }
    // What an office has hidden is read only where nothing else holds a table.
    let mut best: Option<((bool, usize, usize), FileTable)> = None;
    let mut failure = None;
    for sheet in &sheets {
        match read_sheet(book, &sheet.name, file, options) {
            Ok(table) => {
                let shown = sheet.visible == SheetVisible::Visible && table.rows() > 0;
                let score = (shown, table.known_headers().min(1), table.rows());
                if best.as_ref().is_none_or(|(held, _)| score > *held) {
                    best = Some((score, table));
                }
            }
            Err(error) if failure.is_none() || error.code() != ErrorCode::FileEmpty => {
                failure = Some(error);
            }
            Err(_) => {}
        }
    }
    let Some((_, mut table)) = best else {
        return Err(failure.unwrap_or_else(|| Error::new(ErrorCode::FileEmpty).with("file", file)));
    };
    let held = table.sheet().unwrap_or_default().to_owned();
    let others: Vec<_> =
        sheets.iter().filter(|s| s.name != held).map(|s| format!("\"{}\"", s.name)).collect();
    if !others.is_empty() {
        let finding = Finding::new(FindingCode::SheetChosen, FieldName::Record)
            .with("sheet", held)
            .with("others", others.join(", "));
        table.notes.insert(0, FileNote::about(finding));
    }
    Ok(table)
}

fn read_sheet(
    book: &mut Book<'_>,
    name: &str,
    file: &str,
    options: &ReadOptions,
) -> Result<FileTable> {
    let merged = regions(book, name);
    let epoch_1904 = matches!(book, Sheets::Xlsx(book) if book.has_1904_epoch());
    let mut grid = Grid::new(name, file, options.header_line, merged, epoch_1904);
    let read = each_cell(book, name, &mut |row, column, value| grid.cell(row, column, value));
    match read {
        Ok(()) => read_grid(grid),
        Err(Stopped::Here(error)) => Err(error),
        Err(Stopped::There(error)) => Err(failed(file, &error)),
    }
}

/// Cells merged over several rows.
fn regions(book: &mut Book<'_>, name: &str) -> Vec<Region> {
    let all: Vec<Dimensions> = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    let tall = all.into_iter().filter(|area| area.end.0 > area.start.0);
    tall.map(|area| Region { row: area.start.0, last: area.end.0, column: area.start.1 }).collect()
}

/// Why the walk over cells ended early.
enum Stopped {
    Here(Error),
    There(calamine::Error),
}

impl<E: Into<calamine::Error>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::There(error.into())
    }
}

/// Calls `told` with each cell that holds something, row by row. Cells are never laid out as a
/// rectangle where the format allows it: two cells far apart would ask for all memory between.
fn each_cell(
    book: &mut Book<'_>,
    name: &str,
    told: &mut dyn FnMut(u32, u32, Value<'_>) -> Result<()>,
) -> std::result::Result<(), Stopped> {
    let mut tell = |(row, column): (u32, u32), value: Option<Value<'_>>| match value {
        Some(value) => told(row, column, value).map_err(Stopped::Here),
        None => Ok(()),
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut cells = book.worksheet_cells_reader(name)?;
            while let Some(cell) = cells.next_cell()? {
                tell(cell.get_position(), value(cell.get_value()))?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut cells = book.worksheet_cells_reader(name)?;
            while let Some(cell) = cells.next_cell()? {
                tell(cell.get_position(), value(cell.get_value()))?;
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = book.worksheet_range(name)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, cell) in range.used_cells() {
                let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
                let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
                tell((row, column), value(cell))?;
            }
        }
    }
    Ok(())
}
