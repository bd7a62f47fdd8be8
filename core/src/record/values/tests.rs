use super::*;
use crate::record::StrColumn;

/// Records from a header line and lines of `|`-separated cells; an empty cell is missing.
fn build(text: &str) -> RecordTable {
    let mut lines = text.lines().map(|line| line.split('|').map(str::trim));
    let headers: Vec<&str> = lines.next().unwrap().collect();
    let rows: Vec<Vec<&str>> = lines.map(Iterator::collect).collect();
    let columns: Vec<Vec<Option<&str>>> = (0..headers.len())
        .map(|at| rows.iter().map(|row| Some(row[at]).filter(|c| !c.is_empty())).collect())
        .collect();
    let named = headers.iter().zip(&columns);
    let table =
        Table::new(named.map(|(header, cells)| (*header, StrColumn::from_options(cells)))).unwrap();
    let schema = Schema::detect(table.names(), []).unwrap();
    RecordTable::build(&table, &schema, |_| true).unwrap()
}

fn codes(table: &RecordTable) -> Vec<(u32, FieldName, &'static str)> {
    table.findings.iter().map(|f| (f.row, f.field, f.code.as_str())).collect()
}

#[test]
fn a_row_of_nothing_is_a_record_of_nothing() {
    let table = build("full_name | dob | sex | cccd | address\n | | | |");
    let record = table.records.get(0).unwrap();
    assert_eq!((record.name, record.birth, record.sex), (0, None, None));
    assert_eq!((record.citizen_id, record.hamlet, record.commune), (None, 0, 0));
    assert!(table.findings.is_empty());
}

/// One name, commune or address written in two ways is one id.
#[test]
fn equal_values_have_equal_ids() {
    let table = build(
        "full_name | father_name | commune | address | province | source
         Lê Văn Hòa | Lê Tám | Xã An Hảo | Số 8, Ấp Tà Ngáo | An Giang | a
         LÊ VĂN HOÀ | LÊ TÁM | AN HẢO | 8, ấp TÀ NGÁO | Tỉnh An Giang | b
         Lê Tám | | An Cư | Số 9, Ấp Tà Ngáo | Cà Mau | a",
    );
    let [a, b, c] = [0, 1, 2].map(|row| table.records.get(row).unwrap());
    assert_eq!((a.name, a.father, a.commune), (b.name, b.father, b.commune));
    assert_eq!((a.hamlet, a.house, a.province), (b.hamlet, b.house, b.province));
    // A father is told from his son's name, and found again as a person of his own.
    assert_eq!(c.name, a.father);
    assert_ne!(c.name, a.name);
    assert_ne!((c.commune, c.province), (a.commune, a.province));
    assert!(c.house != a.house && c.hamlet == a.hamlet);
    assert!(a.source == c.source && a.source != b.source && a.source != 0);
}

/// Facts vietnamese.md 5: `nt`, `như trên`, `"` say that a cell is that of the row above; so do chains.
#[test]
fn cells_as_in_the_row_above_are_that_row_s() {
    let table = build(
        "full_name | province | district | commune | address
         Lê Văn Hòa | An Giang | Tri Tôn | Xã Ô Lâm | Số 8, Ấp Phước Lộc
         Lê Văn Tám | nt | -nt- | như trên | \"
         Lê Văn Út | nt | nt | nt | 9, nt",
    );
    let [a, b, c] = [0, 1, 2].map(|row| table.records.get(row).unwrap());
    assert_eq!(
        (b.province, b.has_district, b.commune, b.hamlet, b.house, b.place),
        (a.province, a.has_district, a.commune, a.hamlet, a.house, a.place)
    );
    assert!(a.province != 0 && a.commune != 0 && a.house != 0);
    assert_eq!((c.commune, c.place), (a.commune, a.place));
}

/// An Hảo went into Núi Cấm with the rest of the mountain (resolution 1654).
#[cfg(feature = "communes")]
#[test]
fn one_commune_of_today_under_three_names_and_places() {
    let table = build(
        "full_name | province | district | commune | address
         Lê Văn Hòa | An Giang | Tịnh Biên | Xã An Hảo | Ấp Tà Lọt
         Lê Văn Tám | An Giang | | Xã Núi Cấm | Ấp Tà Lọt
         Lê Văn Út | | | | Ấp Tà Lọt, xã An Hảo, huyện Tịnh Biên, tỉnh An Giang",
    );
    let today = [0, 1, 2].map(|row| table.records.get(row).unwrap().place.only_today());
    assert!(today[0] != 0 && today == [today[0]; 3]);
}

/// In a town the street stands where the hamlet stands in the country.
#[test]
fn a_street_stands_for_the_hamlet() {
    let table = build(
        "full_name | address
         Lê Văn Hòa | 12 đường Nguyễn Huệ
         Lê Văn Tám | 15 Đường Nguyễn Huệ",
    );
    let [a, b] = [0, 1].map(|row| table.records.get(row).unwrap());
    assert!(a.hamlet != 0 && a.hamlet == b.hamlet && a.house != b.house);
}

/// A cell that was met before is not parsed again, yet each of its rows has its findings.
#[test]
fn every_row_of_a_repeated_cell_has_its_findings() {
    let table = build("full_name\nLê V. Hòa\nLê V. Hòa\nLê Văn Hòa\nLê Văn Hòa");
    let want = [0, 1].map(|row| (row, FieldName::FullName, "name_abbreviated"));
    assert_eq!(codes(&table), want);
    assert_eq!(table.records.get(0).unwrap().name, table.records.get(1).unwrap().name);
    assert_eq!(table.records.get(2).unwrap().name, table.records.get(3).unwrap().name);
}

#[test]
fn findings_name_the_field_they_are_of() {
    let table = build(
        "full_name | dob | father_name
         Lê Văn Hòa | 30/02/1950 | Lê V. Tám
         TrÇn ThÞ H»ng | 1950 | TrÇn V¨n B¶y",
    );
    let found = codes(&table);
    for want in [
        (0, FieldName::BirthDate, "date_impossible_day"),
        (0, FieldName::FatherName, "name_abbreviated"),
        (1, FieldName::Record, "encoding_repaired"),
    ] {
        assert!(found.contains(&want), "{want:?} in {found:?}");
    }
    assert!(found.is_sorted() && found.windows(2).all(|pair| pair[0] != pair[1]));
}

/// A finding told later is the one that was met, with its suggestion, under its own field.
#[test]
fn a_finding_is_made_again_from_its_cell() {
    let column = [Some("Lê V. Hòa")];
    let father = [Some("Nguyển Văn Tám")];
    let table = Table::new([
        ("full_name", StrColumn::from_options(&column)),
        ("father_name", StrColumn::from_options(&father)),
    ])
    .unwrap();
    let schema = Schema::detect(table.names(), []).unwrap();
    let columns = RowText::columns(&table, &schema);
    let row = columns.row(0, &columns.survey());
    let code = FindingCode::NameSurnameMisspelled;
    let finding = RowFinding { row: 0, field: FieldName::FatherName, code };
    let told = finding_details(finding, &row);
    assert_eq!((told.field, told.code), (FieldName::FatherName, code));
    assert_eq!(told.suggestion.as_deref(), Some("Nguyễn"));
    // Of a cell that is not there only the code is known.
    let finding = RowFinding { row: 0, field: FieldName::MotherName, code };
    assert_eq!(finding_details(finding, &row).suggestion, None);
}

#[test]
fn reading_stops_when_told() {
    let names = ["Lê A"; 3];
    let table = Table::new([("full_name", StrColumn::from_strs(&names))]).unwrap();
    let schema = Schema::detect(table.names(), []).unwrap();
    assert!(RecordTable::build(&table, &schema, |_| false).is_none());
}

const TCVN3: &str = "full_name
    NguyÔn V¨n §øc
    TrÇn ThÞ H»ng
    Lª Hoµng Phóc
    Ph¹m ThÞ Thu Thñy
    Huúnh Ngäc ¸nh";

/// "Hưng" and "Vũ Tú" in TCVN3: a soft hyphen, and letters of two sound syllables. Alone they are
/// no evidence; their column is.
#[test]
fn cells_with_little_evidence_follow_their_column() {
    let table = build(&format!("{TCVN3}\nH\u{ad}ng\nVò Tó\nLan"));
    let name = |row: usize| {
        let name = table.names.get(table.records.get(row).unwrap().name);
        let parts = [name.surname(), name.middle(), name.given()].concat();
        parts.iter().map(|&id| table.names.tokens.text(id)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!([5, 6, 7].map(name), ["hưng", "vũ tú", "lan"]);
    let repaired: Vec<u32> = codes(&table)
        .into_iter()
        .filter(|(_, _, code)| *code == "encoding_repaired")
        .map(|(row, ..)| row)
        .collect();
    assert_eq!(repaired, [0, 1, 2, 3, 4, 5, 6]);
    let alone = codes(&build("full_name\nVò Tó\nLan"));
    assert!(alone.iter().all(|(_, _, code)| *code != "encoding_repaired"), "{alone:?}");
}

/// "Neán" is VNI's Nến, or Neáng with a letter lost: among clean names nobody can tell.
#[test]
fn what_stays_unclear_is_told() {
    let table = build("full_name\nLê Văn Hòa\nNeán Phi Rum\nTrần Thị Ba");
    let found = codes(&table);
    assert!(found.contains(&(1, FieldName::FullName, "encoding_unclear")), "{found:?}");
    assert!(found.iter().all(|(_, _, code)| *code != "encoding_repaired"), "{found:?}");
}

/// Sources of one file may be in different encodings, and one column clean beside a damaged one.
#[test]
fn columns_and_rows_mix_encodings() {
    let table = build(
        "full_name | father_name | commune
         TrÇn ThÞ H»ng | TrÇn V¨n B¶y | Xã An Hòa
         Traàn Vaên Ñieàn | Traàn Vaên Taùm | Xã An Hòa
         Trần Thị Hằng | Trần Văn Bảy | Xã An Hòa
         Trần Văn Điền | Trần Văn Tám | Xã An Hòa",
    );
    let ids: Vec<_> = table.records.iter().map(|row| (row.name, row.father, row.commune)).collect();
    assert_eq!((ids[0], ids[1]), (ids[2], ids[3]));
    assert_ne!(ids[0], ids[1]);
}

/// A column from a spreadsheet of American settings: every cell is read month first, the one that
/// contradicts is not, and each finding can be told later with its suggestion.
#[test]
fn dates_are_read_by_their_column() {
    let cells = [
        "05/13/1950",
        "04/25/1961",
        "11/30/1944",
        "06/17/1955",
        "07/21/1933",
        "03/04/1970",
        "25/12/1970",
    ];
    let table = build(&format!("full_name | dob\nLê A | {}", cells.join("\nLê A | ")));
    let dates: Vec<_> =
        table.records.iter().map(|record| record.birth.unwrap().to_string()).collect();
    assert_eq!(dates[..3], ["13/05/1950", "25/04/1961", "30/11/1944"]);
    assert_eq!(dates[5..], ["04/03/1970", "25/12/1970"]);
    let dated = |row, code| (row, FieldName::BirthDate, code);
    assert_eq!(
        codes(&table)
            .into_iter()
            .filter(|(_, field, _)| *field == FieldName::BirthDate)
            .collect::<Vec<_>>(),
        [dated(5, "date_order_by_column"), dated(6, "date_day_month_swapped")]
    );
    let column = [Some("03/04/1970")];
    let names = [Some("Lê A")];
    let told = Table::new([
        ("full_name", StrColumn::from_options(&names)),
        ("dob", StrColumn::from_options(&column)),
    ])
    .unwrap();
    let schema = Schema::detect(told.names(), []).unwrap();
    let columns = RowText::columns(&told, &schema);
    let row = columns.row(0, &columns.survey());
    let finding =
        RowFinding { row: 0, field: FieldName::BirthDate, code: FindingCode::DateOrderByColumn };
    assert_eq!(finding_details(finding, &row).suggestion.as_deref(), Some("04/03/1970"));
}

/// `--/--/1950` and the like tell nothing of the order: a column of them is read as ever.
#[test]
fn a_column_without_evidence_is_read_day_first() {
    let table = build("full_name | dob\nLê A | 03/04/1970\nLê B | 1950\nLê C | 05/06/1961");
    let date = |row: usize| table.records.get(row).unwrap().birth.unwrap().to_string();
    assert_eq!([date(0), date(1), date(2)], ["03/04/1970", "1950", "05/06/1961"]);
}
