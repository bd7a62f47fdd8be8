//! Small workbooks, written cell by cell.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::io::{Cursor, Read, Write};

/// What is typed into a cell.
#[derive(Clone)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    Bool(bool),
    /// A number shown by a format.
    Formatted(f64, &'static str),
    /// A formula that failed, and what the program shows.
    Failed(&'static str),
}

pub(crate) fn text(value: &str) -> Cell {
    Cell::Text(value.to_owned())
}

pub(crate) fn number(value: f64) -> Cell {
    Cell::Number(value)
}

/// A date cell.
pub(crate) fn dates(year: i64, month: u8, day: u8) -> Cell {
    // Days since 1970-01-01 by counting years and months; serial 25569 is that day.
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let months = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: i64 = (1970..year).map(|year| if leap(year) { 366 } else { 365 }).sum();
    let before: i64 = months[..usize::from(month) - 1].iter().sum();
    Cell::Formatted((25569 + years + before + i64::from(day) - 1) as f64, "dd/mm/yyyy")
}

/// A workbook of one sheet that is filled row by row.
pub(crate) struct Book {
    rows: Vec<Vec<Cell>>,
}

impl Book {
    pub(crate) fn new(headers: &[&str]) -> Self {
        Self { rows: vec![headers.iter().map(|header| text(header)).collect()] }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    pub(crate) fn fill(&self, sheet: &mut Worksheet) {
        for (row, cells) in (0..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                write(sheet, row, column, cell);
            }
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        self.fill(book.add_worksheet());
        book.save_to_buffer().unwrap()
    }

    /// The same, counting days from 1904.
    pub(crate) fn bytes_of_1904(&self) -> Vec<u8> {
        rewritten(&self.bytes(), "xl/workbook.xml", |xml| {
            assert!(xml.contains("<workbookPr "));
            xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
        })
    }
}

pub(crate) fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Cell::Text(value) => drop(sheet.write_string(row, column, value).unwrap()),
        Cell::Number(value) => drop(sheet.write_number(row, column, *value).unwrap()),
        Cell::Bool(value) => drop(sheet.write_boolean(row, column, *value).unwrap()),
        Cell::Formatted(value, format) => {
            let format = Format::new().set_num_format(*format);
            sheet.write_number_with_format(row, column, *value, &format).unwrap();
        }
        Cell::Failed(shown) => {
            let formula = rust_xlsxwriter::Formula::new("=A1/0").set_result(*shown);
            sheet.write_formula(row, column, formula).unwrap();
        }
    }
}

/// The workbook with one of its parts changed.
pub(crate) fn rewritten(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut file = from.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            content = change(std::str::from_utf8(&content).unwrap()).into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}
