//! Files as offices send them, whole and damaged.
#![cfg(feature = "file")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{
    Encoding, ErrorCode, FileEncoding, FileTable, FindingCode, Lang, ReadOptions, read_bytes,
    read_file,
};
use proptest::prelude::*;

fn read(bytes: impl AsRef<[u8]>) -> FileTable {
    read_bytes(bytes.as_ref(), &ReadOptions::default()).unwrap()
}

fn fails(bytes: impl AsRef<[u8]>) -> ErrorCode {
    read_bytes(bytes.as_ref(), &ReadOptions::default()).unwrap_err().code()
}

/// Header and rows; a missing cell is "·".
fn cells(file: &FileTable) -> Vec<Vec<String>> {
    let table = file.table();
    assert_eq!((table.rows(), table.width()), (file.rows(), file.headers().len()));
    let mut all = vec![file.headers().to_vec()];
    for row in 0..table.rows() {
        let cell = |column| table.column(column).unwrap().get(row).unwrap_or("·").to_owned();
        all.push((0..table.width()).map(cell).collect());
    }
    all
}

/// Code and lines of each note.
fn notes(file: &FileTable) -> Vec<(FindingCode, Vec<u32>)> {
    file.notes().iter().map(|note| (note.finding().code, note.lines().to_vec())).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const SMALL: &str = "Họ và tên,Ngày sinh\nNguyễn Văn Hòa,12/5/1950\nTrần Thị Bé,1961\n";

fn small() -> Vec<Vec<String>> {
    cells(&read(SMALL))
}

#[test]
fn utf8_with_and_without_mark() {
    assert_eq!(
        small(),
        [["Họ và tên", "Ngày sinh"], ["Nguyễn Văn Hòa", "12/5/1950"], ["Trần Thị Bé", "1961"]]
    );
    let marked = read(format!("\u{FEFF}{SMALL}"));
    assert_eq!((cells(&marked), marked.encoding()), (small(), Some(FileEncoding::Utf8)));
}

#[test]
fn utf16_both_ends_with_and_without_mark() {
    let tabs = SMALL.replace(',', "\t");
    for mark in ["", "\u{FEFF}"] {
        let text = format!("{mark}{tabs}");
        let little = read(utf16(&text, u16::to_le_bytes));
        assert_eq!((cells(&little), little.encoding()), (small(), Some(FileEncoding::Utf16Le)));
        let big = read(utf16(&text, u16::to_be_bytes));
        assert_eq!((cells(&big), big.encoding()), (small(), Some(FileEncoding::Utf16Be)));
    }
    let mut torn = utf16(&tabs, u16::to_le_bytes);
    torn.pop();
    assert_eq!(read(torn).rows(), 2);
}

/// Bytes of a text in an encoding, made from the rows of the facts about encodings, not from the
/// decoder's own tables.
fn encoded(text: &str, name: &str) -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/legacy_encodings.tsv");
    let facts = std::fs::read_to_string(path).unwrap();
    let rows = facts.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[0] == name).then(|| (cells[3].to_owned(), cells[1].to_owned()))
    });
    let rows: Vec<_> = rows.collect();
    let byte = |hex: &str| u8::from_str_radix(hex, 16).unwrap();
    text.chars()
        .flat_map(|c| match rows.iter().find(|(letter, _)| letter.chars().eq([c])) {
            Some((_, bytes)) => bytes.split_whitespace().map(byte).collect(),
            None => vec![u8::try_from(c).unwrap()],
        })
        .collect()
}

#[test]
fn encodings_from_before_unicode_are_found_by_their_words() {
    // TCVN3 has no accented capitals, so no word begins with one here.
    let text = "Họ và tên;Tên xã\nNguyễn Văn Đức;Xã An Hòa\nTrần Thị Hồng;Xã Núi Tô\nLê Thị Huệ;Xã Phước Lợi\n";
    for (name, encoding) in [
        ("TCVN3", Encoding::Tcvn3),
        ("VNI-WIN", Encoding::VniWindows),
        ("CP1258", Encoding::Cp1258),
        ("VISCII", Encoding::Viscii),
    ] {
        let file = read(encoded(text, name));
        assert_eq!(file.encoding(), Some(FileEncoding::Legacy(encoding)), "{name}");
        assert_eq!(cells(&file), cells(&read(text)), "{name}");
    }
    let mut options = ReadOptions::default();
    options.encoding = Some(FileEncoding::Legacy(Encoding::Tcvn3));
    let file = read_bytes(&encoded("name\nbót\n".replace('ó', "ú").as_str(), "TCVN3"), &options);
    assert_eq!(cells(&file.unwrap())[1], ["bút"]);
}

#[test]
fn one_file_can_mix_encodings() {
    let mut bytes = encoded("Họ tên;Cha\nNguyễn Văn Đức;Trần Thị Hồng\n", "TCVN3");
    for _ in 0..5 {
        bytes.extend(encoded("Lê Thị Huệ;Nguyễn Văn Phước\n", "TCVN3"));
    }
    bytes.extend(encoded("Trần Văn Lộc;Nguyễn Thị Hường\n", "VNI-WIN"));
    let file = read(&bytes);
    assert_eq!(cells(&file)[1], ["Nguyễn Văn Đức", "Trần Thị Hồng"]);
    assert_eq!(cells(&file)[7], ["Trần Văn Lộc", "Nguyễn Thị Hường"]);
}

#[test]
fn every_delimiter() {
    for delimiter in [',', ';', '\t', '|'] {
        let file = read(SMALL.replace(',', &delimiter.to_string()));
        assert_eq!((cells(&file), file.delimiter()), (small(), Some(delimiter as u8)));
    }
    // The other delimiters inside cells, quoted and bare, do not mislead.
    let file =
        read("Họ tên;Địa chỉ\n\"Lê, Văn; A\";Ấp 1, Xã 2, Huyện 3\nTrần B;Tổ 1, Ấp 2, Xã 3\n");
    assert_eq!(cells(&file)[1], ["Lê, Văn; A", "Ấp 1, Xã 2, Huyện 3"]);
    let file = read("sep=|\r\nHọ tên|Cha\r\nA;B|C\r\n");
    assert_eq!((file.delimiter(), cells(&file)[1][0].as_str()), (Some(b'|'), "A;B"));
    // The line may name a delimiter that nobody would guess.
    for hint in ["sep=#", "SEP=#"] {
        let file = read(format!("{hint}\nHọ tên#Cha\nA,B#C\n"));
        assert_eq!((file.delimiter(), cells(&file)[1][0].as_str()), (Some(b'#'), "A,B"));
    }
    let file = read("Họ tên\nNguyễn Văn A, tức Bảy\nTrần B\n");
    assert_eq!(cells(&file), [["Họ tên"], ["Nguyễn Văn A, tức Bảy"], ["Trần B"]]);
    let mut options = ReadOptions::default();
    options.delimiter = Some(b'#');
    assert_eq!(cells(&read_bytes(SMALL.replace(',', "#").as_bytes(), &options).unwrap()), small());
}

#[test]
fn every_line_end() {
    for end in ["\n", "\r\n", "\r", "\n\n"] {
        let file = read(SMALL.replace('\n', end));
        assert_eq!((cells(&file), notes(&file)), (small(), vec![]), "{end:?}");
    }
    assert_eq!(cells(&read(SMALL.trim_end())), small());
}

#[test]
fn quoted_cells_keep_delimiters_quotes_and_line_breaks() {
    let file = read("full_name,address\n\"Lê \"\"Út\"\" Ba\",\"số 1,\r\nẤp 2\"\nTrần B,\n");
    assert_eq!(cells(&file)[1], ["Lê \"Út\" Ba", "số 1,\r\nẤp 2"]);
    assert_eq!(
        (cells(&file)[2].clone(), file.notes().len()),
        (vec!["Trần B".into(), "·".into()], 0)
    );
}

#[test]
fn a_forgotten_quote_swallows_no_row() {
    let file =
        read("id;Họ tên;NS\n1;\"Nguyễn A;1950\n2;Trần B;1951\n3;\"Lê C\";1952\n4;Phạm D;\"1953\n");
    assert_eq!(
        cells(&file)[1..],
        [
            ["1", "Nguyễn A", "1950"],
            ["2", "Trần B", "1951"],
            ["3", "Lê C", "1952"],
            ["4", "Phạm D", "1953"]
        ]
    );
    assert_eq!(notes(&file), [(FindingCode::QuoteRepaired, vec![2, 5])]);
}

#[test]
fn titles_above_the_header_and_numbers_below_it() {
    let file = read(
        "UBND XÃ AN HẢO,,\n\nDANH SÁCH CÔNG DÂN NĂM 2024,,\nSTT,Họ và tên,Ngày sinh\n(1),(2),(3)\n1,Lê A,1950\n",
    );
    assert_eq!(cells(&file), [["STT", "Họ và tên", "Ngày sinh"], ["1", "Lê A", "1950"]]);
    assert_eq!(notes(&file), [(FindingCode::RowsAboveHeader, vec![1, 3, 5])]);
    let mut options = ReadOptions::default();
    options.header_line = Some(2);
    let file = read_bytes(b"x,y\nhoten_kh,ns\nA,1\n", &options).unwrap();
    assert_eq!(file.headers(), ["hoten_kh", "ns"]);
}

/// Printed forms repeat the header on every page: the first one is the header, the others are no
/// records, and no row is lost.
#[test]
fn a_header_that_is_repeated_is_no_record() {
    let (header, rows) = SMALL.split_once('\n').unwrap();
    let file = read(format!("{SMALL}{header}\n{rows}"));
    assert_eq!((file.headers(), file.rows()), (&small()[0][..], 4));
    assert_eq!(cells(&file)[..3], small());
    assert_eq!(notes(&file), [(FindingCode::HeaderRepeated, vec![4])]);
    // A person may be called what a header says.
    let file = read("Họ tên,NS,Cha\nCha,1950,Họ tên\n,,Cha\n");
    assert_eq!((file.rows(), notes(&file)), (2, vec![]));
}

/// Programs that fill fields of a fixed length leave zero bytes behind.
#[test]
fn zero_bytes_are_no_letters() {
    let file = read("Họ tên,CCCD\nLê A\0\0,079075000001\0\nB,079075000002\n");
    assert_eq!(cells(&file)[1], ["Lê A", "079075000001"]);
    assert_eq!(notes(&file), [(FindingCode::BytesDamaged, vec![2])]);
}

#[test]
fn a_formula_s_error_is_no_value() {
    let file = read("Họ tên,CCCD\n#N/A,#REF!\nB,#VALUE!\n#Lê,########\n");
    assert_eq!(cells(&file)[1..], [["·", "·"], ["B", "·"], ["#Lê", "########"]]);
    assert_eq!(notes(&file), [(FindingCode::CellErrors, vec![2, 3])]);
}

#[test]
fn a_line_of_a_megabyte_is_one_row() {
    let long = "x".repeat(1 << 20);
    let file = read(format!("Họ tên,Địa chỉ\nA,{long}\r\nB,2\rC,3\n"));
    assert_eq!((file.rows(), cells(&file)[1][1].len()), (3, 1 << 20));
}

#[test]
fn rows_too_short_and_too_long_are_kept_and_named() {
    let file = read("Họ tên,NS,Cha\nA,1950,X\nB\nC,1951,Y,Z,\n\n,,\nD,1952,W\n");
    assert_eq!(
        cells(&file),
        [
            ["Họ tên", "NS", "Cha", ""],
            ["A", "1950", "X", "·"],
            ["B", "·", "·", "·"],
            ["C", "1951", "Y", "Z"],
            ["D", "1952", "W", "·"]
        ]
    );
    assert_eq!(
        notes(&file),
        [
            (FindingCode::RowsShort, vec![3]),
            (FindingCode::RowsLong, vec![4]),
            (FindingCode::RowsBlank, vec![6])
        ]
    );
    let words = file.notes()[0].finding();
    assert!(words.message(Lang::En).starts_with("1 rows have fewer cells"));
    assert!(words.message(Lang::Vi).contains("dòng 3"));
    // Far too many cells: the surplus columns stop, the text does not.
    let file = read(format!("Họ tên,NS\nA,1950{}\n", ",x".repeat(1000)));
    let row = &cells(&file)[1];
    assert_eq!((row.len(), row.join(",").matches('x').count()), (18, 1000));
}

#[test]
fn many_notes_name_the_first_lines_and_keep_all() {
    let file = read(format!("Họ tên,NS\n{}", "A\n".repeat(100)));
    assert_eq!((file.rows(), file.notes()[0].lines().len()), (100, 100));
    let words = file.notes()[0].finding().message(Lang::En);
    assert!(words.starts_with("100 rows") && words.contains("2, 3, 4") && words.contains("11, …"));
}

#[test]
fn numbers_stay_text_and_lose_what_spreadsheets_wrap_around_them() {
    let file = read("Họ tên,CCCD,Tỉnh\n'Y Moan,'079075000001,\nA,\"=\"\"079075000002\"\"\",  \n");
    assert_eq!(
        cells(&file)[1..],
        [["'Y Moan", "079075000001"], ["A", "079075000002"]]
            .map(|row| { row.into_iter().chain(["·"]).map(str::to_owned).collect::<Vec<_>>() })
    );
    assert_eq!(cells(&read("name,id\nA,7.9E+10\nB,1975\n"))[1][1], "7.9E+10");
    // What results are guarded with comes off again.
    for (guarded, held) in [("'=1+1", "=1+1"), ("'＝1+1", "＝1+1"), ("'＠a", "＠a"), ("'a", "'a")]
    {
        assert_eq!(cells(&read(format!("name,id\nA,{guarded}\n")))[1][1], held);
    }
}

#[test]
fn delimiters_at_every_line_end_make_no_column() {
    assert_eq!(cells(&read("Họ tên;NS;;\nA;1950;;\n")), [["Họ tên", "NS"], ["A", "1950"]]);
}

#[test]
fn damaged_utf8_is_read_and_named() {
    let mut bytes = SMALL.as_bytes().to_vec();
    let place = SMALL.find("ị Bé").unwrap();
    bytes[place + 1] = b' ';
    let file = read(&bytes);
    assert_eq!((file.encoding(), file.rows()), (Some(FileEncoding::Utf8), 2));
    assert_eq!(notes(&file), [(FindingCode::BytesDamaged, vec![3])]);
    // One cell pasted from an older encoding keeps its bytes as letters.
    let mut pasted = SMALL.as_bytes().to_vec();
    pasted.extend_from_slice(b"Nguy\xD4n V\xA8n A,1970\n");
    assert_eq!(cells(&read(&pasted))[3], ["NguyÔn V¨n A", "1970"]);
}

#[test]
fn empty_files_and_header_only() {
    for bytes in ["", "\u{FEFF}", " \r\n\n\t\n"] {
        assert_eq!(fails(bytes), ErrorCode::FileEmpty, "{bytes:?}");
    }
    let file = read("Họ và tên,Ngày sinh\n");
    assert_eq!((file.rows(), file.headers().len()), (0, 2));
    assert_eq!(notes(&file), [(FindingCode::NoRecords, vec![])]);
}

#[test]
fn a_file_without_header_or_of_another_kind_is_refused() {
    assert_eq!(fails("Nguyễn Văn A,12/5/1950,089050001234\nB,1/1/1960,1\n"), ErrorCode::NoHeader);
    // A date of six digits tells it already.
    assert_eq!(fails("Nguyễn Văn A,120550\nTrần Văn B,010160\n"), ErrorCode::NoHeader);
    assert_eq!(fails(b"PK\x03\x04rest"), ErrorCode::WorkbookDamaged);
    assert_eq!(fails(b"\xD0\xCF\x11\xE0rest"), ErrorCode::WorkbookDamaged);
    for other in ["%PDF-1.7", "PAR1", "\n<HTML><table>", "<?xml version=\"1.0\"?>"] {
        assert_eq!(fails(other), ErrorCode::FileNotText, "{other}");
    }
    assert_eq!(fails(",".repeat(5000)), ErrorCode::TableTooWide);
    let folder = env!("CARGO_MANIFEST_DIR");
    let open = |path: &str| read_file(path, &ReadOptions::default()).unwrap_err();
    assert_eq!(open(folder).code(), ErrorCode::FileIsFolder);
    let error = open("no/such/file.csv");
    assert_eq!(error.code(), ErrorCode::FileNotFound);
    assert!(error.message(Lang::Vi).contains("no/such/file.csv"));
    assert!(error.message(Lang::En).contains("Check the name and the path"));
}

#[test]
fn the_sample_is_read_whole() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/sample/residents.csv");
    let file = read_file(path, &ReadOptions::default()).unwrap();
    assert_eq!((file.rows(), file.headers().len(), file.notes().len()), (3736, 14, 0));
}

/// Every line has a quote that closes in the next one, and still is a row of its own.
#[test]
fn stray_quotes_cost_linear_time() {
    let mut text = String::from("id,Họ tên,NS\n");
    for row in 0..50_000 {
        text.push_str(&format!("{row},\"A \"\"b,1950\n"));
    }
    let file = read(&text);
    assert_eq!((file.rows(), file.notes()[0].lines().len()), (50_000, 50_000));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_bytes(&bytes, &ReadOptions::default()).map(|file| cells(&file));
    }

    #[test]
    fn any_text_of_csv_letters_keeps_its_lines(text in "([abé\",;\t|\r\n ]|Họ tên|1){0,60}") {
        if let Ok(file) = read_bytes(text.as_bytes(), &ReadOptions::default()) {
            let _ = cells(&file);
            let all = text.lines().count() as u32 + text.matches('\r').count() as u32;
            for note in file.notes() {
                prop_assert!(note.lines().iter().all(|line| (1..=all + 1).contains(line)));
                prop_assert!(note.lines().is_sorted());
            }
        }
    }

    #[test]
    fn what_a_csv_writer_writes_comes_back(
        rows in proptest::collection::vec(("[a-zà-ỹ][ a-zà-ỹ\",;\n]{0,12}[a-z]", "[0-9]{1,4}"), 1..20),
        delimiter in prop_oneof![Just(b','), Just(b';'), Just(b'\t'), Just(b'|')],
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["full_name", "dob"]).unwrap();
        for (name, year) in &rows {
            writer.write_record([name, year]).unwrap();
        }
        let file = read(writer.into_inner().unwrap());
        prop_assert_eq!(file.notes().len(), 0);
        let held = cells(&file);
        for (row, (name, year)) in rows.iter().enumerate() {
            prop_assert_eq!(&held[row + 1], &vec![name.clone(), year.clone()]);
        }
    }
}

/// Each row opens a quote that the next one closes wrongly: every record seems to go on for ever.
/// Found by counting instructions; reading was quadratic.
#[test]
fn a_quote_left_open_in_every_row_costs_no_second_look() {
    let mut text = String::from("full_name,dob\n");
    for _ in 0..200_000 {
        text.push_str("\"a\",\"\n");
    }
    let table = hoten::read_bytes(text.as_bytes(), &hoten::ReadOptions::default()).unwrap();
    assert_eq!(table.rows(), 200_000);
    let quoted = table.notes().iter().find(|note| note.finding().code.as_str() == "quote_repaired");
    assert_eq!(quoted.unwrap().lines().len(), 200_000);
}
