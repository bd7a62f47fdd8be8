//! Workbooks and exports as offices send them: each kind of damage ends in the right finding, and no
//! two persons are ever made one by it.
//!
//! The files are real ones, written here cell by cell; `residents` gives ten persons who differ.
#![cfg(feature = "file")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "spreadsheets/book.rs"]
mod book;
#[path = "spreadsheets/layout.rs"]
mod layout;

use book::{Book, Cell, dates, number, text};
use hoten::{FileTable, FindingCode, Linkage, Linker, ReadOptions, read_bytes};

/// Ten persons of ten names, with a year and an own number of a southern province each.
fn residents() -> Vec<(String, u16, String)> {
    let given = ["Lan", "Hòa", "Tám", "Phúc", "Ngân", "Sáu", "Bảy", "Cẩm", "Mai", "Đức"];
    let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"];
    (0..10)
        .map(|at| {
            let year = 1950 + at as u16 * 3;
            let id = format!("0790{:02}{:06}", year % 100, 1 + at * 7919);
            (format!("{} Văn {}", surnames[at], given[at]), year, id)
        })
        .collect()
}

fn read(bytes: &[u8]) -> FileTable {
    read_bytes(bytes, &ReadOptions::default()).unwrap()
}

fn notes(file: &FileTable) -> Vec<&'static str> {
    file.notes().iter().map(|note| note.finding().code.as_str()).collect()
}

fn lines(file: &FileTable, code: FindingCode) -> &[u32] {
    let note = file.notes().iter().find(|note| note.finding().code == code);
    note.map(hoten::FileNote::lines).unwrap_or_default()
}

fn column(file: &FileTable, header: &str) -> Vec<String> {
    let table = file.table();
    let at = table.names().position(|name| name == header).unwrap();
    table.column(at).unwrap().iter().map(|cell| cell.unwrap_or("·").to_owned()).collect()
}

/// Each person once: nothing may be joined. Gives the codes of all findings.
fn nobody_is_joined(file: &FileTable) -> Vec<&'static str> {
    let table = file.table();
    let linkage = Linker::new().dedupe(&table).unwrap();
    let rows: Vec<u32> = (0..file.rows() as u32).collect();
    assert_eq!(linkage.clusters(), rows, "persons were joined");
    assert_eq!(linkage.summary().matched_pairs, 0);
    codes(&linkage)
}

fn codes(linkage: &Linkage<'_>) -> Vec<&'static str> {
    let mut codes: Vec<_> = linkage.findings().iter().map(|found| found.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Name, birth year and ID of everybody, each ID as `cell` writes it.
fn book_of(cell: impl Fn(&str) -> Cell) -> Vec<u8> {
    let mut book = Book::new(&["Họ và tên", "Năm sinh", "Số CCCD"]);
    for (name, year, id) in residents() {
        book.row([text(&name), text(&year.to_string()), cell(&id)]);
    }
    book.bytes()
}

/// The same as CSV with a delimiter.
fn csv_of(delimiter: char, cell: impl Fn(&str) -> String) -> String {
    let mut out = ["Họ và tên", "Năm sinh", "Số CCCD"].join(&delimiter.to_string());
    for (name, year, id) in residents() {
        out += &format!("\n{name}{delimiter}{year}{delimiter}{}", cell(&id));
    }
    out
}

fn ids() -> Vec<String> {
    residents().into_iter().map(|(_, _, id)| id).collect()
}

fn as_number(id: &str) -> f64 {
    id.parse().unwrap()
}

// ID typed as a number: the zero in front is gone.

#[test]
fn an_id_typed_as_a_number_is_put_back() {
    let file = read(&book_of(|id| number(as_number(id))));
    // Exact, without `.0` and without `E+10`.
    assert_eq!(column(&file, "Số CCCD")[0], residents()[0].2.trim_start_matches('0'));
    assert_eq!(nobody_is_joined(&file), ["leading_zero_lost"]);
    let csv = read(csv_of(',', |id| format!("{}.0", id.trim_start_matches('0'))).as_bytes());
    assert_eq!(nobody_is_joined(&csv), ["leading_zero_lost"]);
}

#[test]
fn old_cards_and_phones_typed_as_numbers_too() {
    let mut book = Book::new(&["Họ và tên", "Số CMND", "SĐT"]);
    book.row([text("Lê Văn An"), number(12_345_679.0), number(912_345_678.0)]);
    book.row([text("Bùi Thị Cúc"), number(23_456_781.0), number(987_654_321.0)]);
    let file = read(&book.bytes());
    assert_eq!(nobody_is_joined(&file), ["leading_zero_lost"]);
}

/// A repaired number finds its person again, with less weight than an intact one.
#[test]
fn a_repaired_id_joins_its_person_and_weighs_less() {
    let mut weights = Vec::new();
    for second in ["079050000001", "79050000001"] {
        let csv = format!(
            "id,Họ và tên,Năm sinh,Số CCCD\na,Nguyễn Văn Lan,1950,079050000001\nb,NGUYỄN VĂN LAN,1950,{second}\n"
        );
        let file = read(csv.as_bytes());
        let table = file.table();
        let linkage = Linker::new().dedupe(&table).unwrap();
        assert_eq!(linkage.clusters(), [0, 0], "{second}");
        weights.push(linkage.explain(0, 1).unwrap().weight);
    }
    assert!(weights[0] >= weights[1] + 2.0, "{weights:?}");
}

// Shown padded by the format `000000000000`: the cell is the same number.

#[test]
fn an_id_that_only_its_format_pads_is_put_back() {
    let file = read(&book_of(|id| Cell::Formatted(as_number(id), "000000000000")));
    assert_eq!(nobody_is_joined(&file), ["leading_zero_lost"]);
}

// `7.9175E+10` saved in CSV.

#[test]
fn scientific_notation_is_destroyed_for_ever() {
    for shown in ["7.9E+10", "7,9175E+10", "7.9175e10", "############"] {
        let file = read(csv_of(';', |_| shown.to_owned()).as_bytes());
        assert_eq!(nobody_is_joined(&file), ["id_destroyed"], "{shown}");
    }
    let file = read(&book_of(|_| text("7.9175E+10")));
    assert_eq!(nobody_is_joined(&file), ["id_destroyed"]);
}

/// Readers that turn the column to float and pad it give the same number to everybody.
#[test]
fn what_is_padded_after_it_was_rounded_is_no_number() {
    for shown in ["079175000000", "79175000000", "79175000000.0", "79175100000"] {
        let file = read(csv_of(',', |_| shown.to_owned()).as_bytes());
        assert_eq!(nobody_is_joined(&file), ["number_rounded"], "{shown}");
    }
    let file = read(&book_of(|_| number(79_175_000_000.0)));
    assert_eq!(nobody_is_joined(&file), ["number_rounded"]);
}

/// The same destroyed number neither brings two records together nor keeps them apart.
#[test]
fn a_destroyed_number_neither_blocks_nor_matches() {
    let csv = "Họ và tên,Ngày sinh,Số CCCD\nLê Thị Hạnh,05/03/1971,7.9171E+10\nPhan Quốc Tuấn,1988,7.9171E+10\nLÊ THỊ HẠNH,05/03/1971,079171004321\n";
    let file = read(csv.as_bytes());
    let table = file.table();
    let linkage = Linker::new().dedupe(&table).unwrap();
    assert_eq!(linkage.clusters(), [0, 1, 0]);
    let field = |row: u32| {
        let explanation = linkage.explain(0, row).unwrap();
        let field = explanation.fields.iter().find(|f| f.field.name() == "citizen_id");
        field.map(|field| (field.level, field.weight)).unwrap()
    };
    assert_eq!(field(1), ("missing on both", 0.0));
    assert_eq!(field(2), ("missing on one", 0.0));
}

/// Whole numbers beyond fifteen digits were rounded when they were typed.
#[test]
fn a_number_beyond_fifteen_digits_is_destroyed() {
    let mut book = Book::new(&["Họ và tên", "Số CCCD"]);
    for name in ["Lê Văn An", "Bùi Thị Cúc"] {
        book.row([text(name), number(4_790_123_456_789_012.0)]);
    }
    assert_eq!(nobody_is_joined(&read(&book.bytes())), ["id_destroyed"]);
}

/// What is typed to fill a cell that must not stay empty.
#[test]
fn fillers_join_nobody() {
    for filler in ["000000000000", "111111111111", "123456789012", "0", "không có"] {
        let file = read(csv_of(',', |_| filler.to_owned()).as_bytes());
        let codes = nobody_is_joined(&file);
        assert!(codes == ["number_placeholder"] || codes.is_empty(), "{filler}: {codes:?}");
    }
}

// `0790…` as text in CSV, an apostrophe before it, blanks and look-alikes in it.

#[test]
fn text_stays_text() {
    for write in [
        |id: &str| id.to_owned(),
        |id: &str| format!("'{id}"),
        |id: &str| format!("\"=\"\"{id}\"\"\""),
        |id: &str| format!("\u{A0}{} {} {}", &id[..3], &id[3..6], &id[6..]),
        |id: &str| id.chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect(),
    ] {
        let file = read(csv_of(';', write).as_bytes());
        assert_eq!(nobody_is_joined(&file), [] as [&str; 0]);
        let parsed = column(&file, "Số CCCD").into_iter().map(|cell| {
            hoten::CitizenId::parse(&cell).value.map(|id| id.to_string()).unwrap_or_default()
        });
        assert_eq!(parsed.collect::<Vec<_>>(), ids());
    }
    let file = read(&book_of(|id| text(&format!("'{id}"))));
    assert_eq!(column(&file, "Số CCCD"), ids());
    let file = read(csv_of(',', |id| id.replace('0', "O")).as_bytes());
    assert_eq!(nobody_is_joined(&file), ["number_lookalike"]);
}

// UTF-8 with BOM and `;`; Excel's "Unicode text".

#[test]
fn excel_s_own_exports_are_read() {
    let same = |bytes: &[u8]| {
        let file = read(bytes);
        assert_eq!(file.headers(), ["Họ và tên", "Năm sinh", "Số CCCD"]);
        assert_eq!(column(&file, "Số CCCD"), ids());
        assert_eq!((nobody_is_joined(&file), notes(&file)), (vec![], vec![]));
    };
    let marked = format!("\u{FEFF}{}\r\n", csv_of(';', str::to_owned).replace('\n', "\r\n"));
    same(marked.as_bytes());
    let tabs = format!("\u{FEFF}{}", csv_of('\t', str::to_owned).replace('\n', "\r\n"));
    let little: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = tabs.encode_utf16().flat_map(u16::to_be_bytes).collect();
    same(&little);
    same(&big);
    same(&little[2..]);
    same(&big[2..]);
    same(&book_of(text));
}

// A year typed in a date cell.

#[test]
fn a_year_in_a_date_cell_is_a_year() {
    let mut book = Book::new(&["Họ và tên", "Ngày sinh"]);
    for (name, year, _) in residents() {
        book.row([text(&name), Cell::Formatted(f64::from(year), "dd/mm/yyyy")]);
    }
    // Two men of one name and year, of whom nothing else is known.
    book.row([text("Trần Quốc Bảo"), Cell::Formatted(1975.0, "dd/mm/yyyy")]);
    let file = read(&book.bytes());
    let mut years: Vec<_> = residents().iter().map(|(_, year, _)| year.to_string()).collect();
    years.push("1975".into());
    assert_eq!(column(&file, "Ngày sinh"), years);
    assert_eq!(notes(&file), ["date_cell_year"]);
    assert_eq!(lines(&file, FindingCode::DateCellYear), (2..=12).collect::<Vec<u32>>());
    nobody_is_joined(&file);
}

/// The same day once it went through CSV: only its finding can tell.
#[test]
fn a_year_in_a_date_cell_that_went_through_csv_is_told() {
    let file =
        read("Họ và tên,Ngày sinh\nLê Văn An,28/05/1905\nBùi Thị Cúc,28/05/1905\n".as_bytes());
    assert_eq!(nobody_is_joined(&file), ["date_year_in_date_cell"]);
}

// Mixed dates in one column; days and months exchanged by a computer that expects months first.

#[test]
fn mixed_dates_of_one_column_are_all_read() {
    let mut book = Book::new(&["Họ và tên", "Ngày sinh"]);
    let cells = [
        Cell::Formatted(27428.0, "dd/mm/yyyy"),
        text("14/02/1975"),
        text("1975"),
        number(27428.0),
        number(1960.0),
        text("1968-09-21 00:00:00"),
    ];
    for (cell, (name, _, _)) in cells.into_iter().zip(residents()) {
        book.row([text(&name), cell]);
    }
    let file = read(&book.bytes());
    let want = ["03/02/1975", "14/02/1975", "1975", "27428", "1960", "1968-09-21 00:00:00"];
    assert_eq!(column(&file, "Ngày sinh"), want);
    assert_eq!(nobody_is_joined(&file), ["date_from_serial"]);
    let read_again: Vec<_> = want
        .map(|cell| hoten::BirthDate::parse(cell).value.map(|date| date.year()))
        .into_iter()
        .flatten()
        .flatten()
        .collect();
    assert_eq!(read_again, [1975, 1975, 1975, 1975, 1960, 1968]);
}

#[test]
fn days_and_months_exchanged_throughout_are_turned_back() {
    // Typed dd/mm/yyyy where mm/dd/yyyy is expected: what can be a month is taken for one.
    let typed: Vec<(u8, u8)> =
        (0..20).map(|at| (if at % 2 == 0 { at / 2 + 1 } else { at + 9 }, at % 11 + 1)).collect();
    let mut book = Book::new(&["Họ và tên", "Ngày sinh"]);
    for (at, (day, month)) in typed.iter().enumerate() {
        let cell = match day {
            ..=12 => dates(1970, *day, *month),
            _ => text(&format!("{day:02}/{month:02}/1970")),
        };
        book.row([text(&format!("Lê Văn {}", residents()[at % 10].0)), cell]);
    }
    let file = read(&book.bytes());
    let want: Vec<_> =
        typed.iter().map(|(day, month)| format!("{day:02}/{month:02}/1970")).collect();
    assert_eq!(column(&file, "Ngày sinh"), want);
    assert_eq!(notes(&file), ["date_cells_swapped"]);
    // A column with one real day above the twelfth was not exchanged.
    book.row([text("Hồ Thị Út"), dates(1970, 3, 25)]);
    let file = read(&book.bytes());
    assert_eq!(column(&file, "Ngày sinh")[0], "01/01/1970");
    assert_eq!(column(&file, "Ngày sinh")[2], "03/02/1970");
    assert_eq!(notes(&file), [] as [&str; 0]);
}

// Zero serial, 29/02/1900, workbooks of 1904.

#[test]
fn what_is_no_day_is_told_and_left_out() {
    let mut book = Book::new(&["Họ và tên", "Ngày sinh", "Ngày cấp"]);
    for (at, (name, _, _)) in residents().iter().enumerate() {
        let serial = [0.0, 60.0][at % 2];
        book.row([
            text(name),
            Cell::Formatted(serial, "dd/mm/yyyy"),
            Cell::Formatted(0.0, "d/m/yy"),
        ]);
    }
    let file = read(&book.bytes());
    assert!(column(&file, "Ngày sinh").iter().all(|cell| cell == "·"));
    assert_eq!(lines(&file, FindingCode::DateCellEmpty), (2..=11).collect::<Vec<u32>>());
    assert_eq!(nobody_is_joined(&file), [] as [&str; 0]);
}

#[test]
fn a_workbook_that_counts_from_1904_keeps_its_days() {
    let mut book = Book::new(&["Họ và tên", "Ngày sinh"]);
    book.row([text("Lê Văn An"), Cell::Formatted(27428.0 - 1462.0, "dd/mm/yyyy")]);
    book.row([text("Bùi Thị Cúc"), number(27429.0 - 1462.0)]);
    book.row([text("Hồ Thị Út"), Cell::Formatted(0.0, "dd/mm/yyyy")]);
    let file = read(&book.bytes_of_1904());
    assert_eq!(column(&file, "Ngày sinh"), ["03/02/1975", "27429", "·"]);
    assert_eq!(notes(&file), ["date_cell_empty", "date_epoch_1904"]);
    nobody_is_joined(&file);
}
