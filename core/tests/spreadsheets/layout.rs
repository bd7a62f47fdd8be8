//! Where the table stands in a workbook: titles, merged cells, sheets, hidden and empty rows.

use super::book::{Book, Cell, number, rewritten, text, write};
use super::{column, lines, nobody_is_joined, notes, read, residents};
use hoten::{ErrorCode, FindingCode, Lang, ReadOptions, read_bytes};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

const HEADERS: [&str; 3] = ["Họ và tên", "Năm sinh", "Số CCCD"];

fn book() -> Book {
    let mut book = Book::new(&HEADERS);
    for (name, year, id) in residents() {
        book.row([text(&name), number(f64::from(year)), text(&id)]);
    }
    book
}

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cells: &[&str]) {
    for (at, cell) in (column..).zip(cells) {
        if !cell.is_empty() {
            write(sheet, row, at, &text(cell));
        }
    }
}

#[test]
fn titles_above_and_an_empty_column_before_the_table() {
    let bytes = workbook(|sheet| {
        let middle = Format::new();
        sheet.merge_range(0, 0, 0, 5, "ỦY BAN NHÂN DÂN XÃ AN HẢO", &middle).unwrap();
        sheet.merge_range(2, 2, 2, 5, "DANH SÁCH CÔNG DÂN NĂM 2024", &middle).unwrap();
        put(sheet, 4, 1, &["STT", "Họ và\ntên", "Ngày sinh"]);
        put(sheet, 5, 1, &["(1)", "(2)", "(3)"]);
        put(sheet, 6, 1, &["1", "Lê Văn An", "1950"]);
        put(sheet, 9, 1, &["2", "Bùi Thị Cúc", "1960"]);
        // The header again, as on every printed page.
        put(sheet, 10, 1, &["STT", "Họ và\ntên", "Ngày sinh"]);
        put(sheet, 11, 1, &["3", "Hồ Thị Út", "1970"]);
        // Rows that hold nothing but a format.
        for row in 12..40 {
            sheet.write_blank(row, 1, &middle.clone().set_bold()).unwrap();
        }
    });
    let file = read(&bytes);
    assert_eq!(file.headers()[..3], ["STT", "Họ và tên", "Ngày sinh"]);
    assert_eq!(column(&file, "Họ và tên"), ["Lê Văn An", "Bùi Thị Cúc", "Hồ Thị Út"]);
    assert_eq!(lines(&file, FindingCode::RowsAboveHeader), [1, 3, 6]);
    assert_eq!(lines(&file, FindingCode::HeaderRepeated), [11]);
    nobody_is_joined(&file);
}

/// One address for a household, merged over its members; a name is never spread.
#[test]
fn a_merged_cell_speaks_for_all_its_rows() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        put(sheet, 0, 0, &["Số hộ", "Họ và tên", "Năm sinh", "Địa chỉ", "Số CCCD"]);
        sheet.merge_range(1, 0, 3, 0, "1", &plain).unwrap();
        put(sheet, 1, 1, &["Lê Văn An", "1950"]);
        put(sheet, 2, 1, &["Bùi Thị Cúc", "1955"]);
        put(sheet, 3, 1, &["Lê Văn Út", "1980"]);
        sheet.merge_range(1, 3, 3, 3, "Ấp 1, số 5", &plain).unwrap();
        sheet.merge_range(1, 4, 3, 4, "079050000001", &plain).unwrap();
        put(sheet, 4, 1, &["Hồ Thị Sáu", "1961", "Ấp 2"]);
    });
    let file = read(&bytes);
    assert_eq!(column(&file, "Địa chỉ"), ["Ấp 1, số 5", "Ấp 1, số 5", "Ấp 1, số 5", "Ấp 2"]);
    assert_eq!(column(&file, "Số hộ"), ["1", "1", "1", "·"]);
    assert_eq!(column(&file, "Số CCCD"), ["079050000001", "·", "·", "·"]);
    assert_eq!(lines(&file, FindingCode::CellsMerged), [3, 4]);
    nobody_is_joined(&file);
}

#[test]
fn a_merged_cell_makes_no_rows_and_costs_none() {
    let bytes = workbook(|sheet| {
        put(sheet, 0, 0, &["Họ và tên", "Xã"]);
        put(sheet, 1, 0, &["Lê Văn An"]);
        put(sheet, 2, 0, &["Hồ Thị Sáu"]);
        sheet.merge_range(1, 1, 1_000_000, 1, "An Hảo", &Format::new()).unwrap();
    });
    let file = read(&bytes);
    assert_eq!(column(&file, "Xã"), ["An Hảo", "An Hảo"]);
}

#[test]
fn hidden_rows_are_records_and_formulas_give_what_they_show() {
    let bytes = workbook(|sheet| {
        book().fill(sheet);
        for row in [2, 3, 7] {
            sheet.set_row_hidden(row).unwrap();
        }
        write(sheet, 11, 0, &text("Lê Văn Mười"));
        write(sheet, 11, 1, &Cell::Failed("#REF!"));
        write(sheet, 12, 0, &text("Lê Thị Chín"));
        write(sheet, 12, 1, &Cell::Bool(true));
        sheet
            .write_formula(12, 2, rust_xlsxwriter::Formula::new("=A1").set_result("079160000009"))
            .unwrap();
    });
    let file = read(&bytes);
    assert_eq!(file.rows(), 12);
    assert_eq!(column(&file, "Năm sinh")[10..], ["·", "TRUE"]);
    assert_eq!(column(&file, "Số CCCD")[11], "79160000009");
    assert_eq!(lines(&file, FindingCode::CellErrors), [12]);
    nobody_is_joined(&file);
}

fn three_sheets() -> Vec<u8> {
    let mut book = Workbook::new();
    let first = book.add_worksheet();
    first.set_name("Bìa").unwrap();
    put(first, 0, 0, &["BÁO CÁO", "năm 2024"]);
    let second = book.add_worksheet();
    second.set_name("Ấp 2").unwrap();
    put(second, 0, 0, &HEADERS);
    put(second, 1, 0, &["Lê Văn An", "1950", "079050000001"]);
    let third = book.add_worksheet();
    third.set_name("Danh sách").unwrap();
    self::book().fill(third);
    let hidden = book.add_worksheet();
    hidden.set_name("cũ").unwrap();
    self::book().fill(hidden);
    put(hidden, 20, 0, &["Lê Văn Cũ", "1950", "079050000002"]);
    hidden.set_hidden(true);
    book.save_to_buffer().unwrap()
}

#[test]
fn of_several_sheets_the_one_with_most_records_is_read() {
    let bytes = three_sheets();
    let file = read(&bytes);
    assert_eq!((file.sheet(), file.rows()), (Some("Danh sách"), 10));
    assert_eq!((file.encoding(), file.delimiter()), (None, None));
    assert_eq!(notes(&file), ["sheet_chosen"]);
    let words = file.notes()[0].finding().message(Lang::En);
    assert!(words.contains("\"Danh sách\"") && words.contains("\"Ấp 2\""), "{words}");
}

#[test]
fn a_sheet_can_be_named() {
    let bytes = three_sheets();
    let mut options = ReadOptions::default();
    for (name, rows) in [("Ấp 2", 1), ("ap 2", 1), ("cũ", 11)] {
        options.sheet = Some(name.into());
        let file = read_bytes(&bytes, &options).unwrap();
        assert_eq!((file.rows(), notes(&file)), (rows, vec![]), "{name}");
    }
    options.sheet = Some("Ấp 3".into());
    let error = read_bytes(&bytes, &options).unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownSheet);
    assert!(error.to_string().contains("\"Bìa\", \"Ấp 2\""), "{error}");
}

#[test]
fn a_header_line_can_be_named() {
    let bytes = workbook(|sheet| {
        put(sheet, 0, 0, &["x", "y"]);
        put(sheet, 1, 0, &["hoten_kh", "ns"]);
        put(sheet, 2, 0, &["Lê Văn An", "1950"]);
    });
    let mut options = ReadOptions::default();
    options.header_line = Some(2);
    assert_eq!(read_bytes(&bytes, &options).unwrap().headers(), ["hoten_kh", "ns"]);
}

#[test]
fn what_cannot_be_read_says_so() {
    let code = |bytes: &[u8]| read_bytes(bytes, &ReadOptions::default()).unwrap_err().code();
    assert_eq!(code(&workbook(|_| {})), ErrorCode::FileEmpty);
    let data = workbook(|sheet| put(sheet, 0, 0, &["Lê Văn An", "12/05/1950", "079050000001"]));
    assert_eq!(code(&data), ErrorCode::NoHeader);
    let wide = workbook(|sheet| {
        for column in 0..1000 {
            write(sheet, 0, column, &text("x"));
        }
    });
    assert_eq!(code(&wide), ErrorCode::TableTooWide);
    assert_eq!(code(&data[..data.len() / 2]), ErrorCode::WorkbookDamaged);
    let broken = rewritten(&data, "xl/worksheets/sheet1.xml", |xml| xml[..200].to_owned());
    assert_eq!(code(&broken), ErrorCode::WorkbookDamaged);
    let only_header = workbook(|sheet| put(sheet, 0, 0, &HEADERS));
    assert_eq!(notes(&read(&only_header)), ["no_records"]);
}

/// Two cells at the corners of a sheet ask for no memory between them.
#[test]
fn far_corners_cost_nothing() {
    let bytes = workbook(|sheet| {
        put(sheet, 0, 0, &HEADERS);
        put(sheet, 1, 0, &["Lê Văn An", "1950"]);
        write(sheet, 1_048_575, 16_383, &text("x"));
    });
    let file = read(&bytes);
    assert_eq!((file.rows(), file.headers().len()), (1, 3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Damage anywhere in the file ends in a table or an error, never in a panic.
    #[test]
    fn a_damaged_workbook_is_read_or_refused(
        places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut bytes = book().bytes();
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = read_bytes(&bytes, &ReadOptions::default());
    }

    /// Damage within the sheet's own text, where compression hides nothing.
    #[test]
    fn a_damaged_sheet_is_read_or_refused(
        at in any::<prop::sample::Index>(),
        put in "[<>/a-z0-9\"=& ]{0,6}",
        part in prop_oneof![
            Just("xl/worksheets/sheet1.xml"), Just("xl/workbook.xml"),
            Just("xl/sharedStrings.xml"), Just("xl/styles.xml"),
        ],
    ) {
        let bytes = rewritten(&book().bytes(), part, |xml| {
            let at = (0..=at.index(xml.len())).rev().find(|at| xml.is_char_boundary(*at)).unwrap();
            let end = (at + put.len()..=xml.len()).find(|at| xml.is_char_boundary(*at));
            format!("{}{put}{}", &xml[..at], &xml[end.unwrap_or(xml.len())..])
        });
        let _ = read_bytes(&bytes, &ReadOptions::default());
    }
}
