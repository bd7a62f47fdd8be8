use super::*;
use crate::record::{Schema, StrColumn, Table};

/// Records of one column of names.
fn records(names: &[&str]) -> RecordTable {
    let table = Table::new([("full_name", StrColumn::from_strs(names))]).unwrap();
    let schema = Schema::detect(table.names(), []).unwrap();
    RecordTable::build(&table, &schema, |_| true).unwrap()
}

/// The corrections of a row's name, each part agreeing at `level`.
fn bits(records: &RecordTable, row: usize, level: NamePart) -> [f32; 3] {
    let pattern = [Comparison::Surname, Comparison::Middle, Comparison::Given]
        .into_iter()
        .fold(Pattern::default(), |pattern, part| pattern.with(part, level as u8));
    let frequencies = Frequencies::count(records);
    let name = records.records.get(row).unwrap().name;
    frequencies.correction(&records.names, (name, name), pattern)
}

/// One person in three is a Nguyễn (data/surnames.tsv), so agreeing on it says less than on
/// the average surname, and on Cáp more; even where the table itself knows both alike.
#[test]
fn a_rare_surname_weighs_more_than_nguyen() {
    let records = records(&["Nguyễn Thị Lan", "Cáp Thị Lan"]);
    let (nguyen, cap) =
        (bits(&records, 0, NamePart::Same)[0], bits(&records, 1, NamePart::Same)[0]);
    assert!(nguyen < 0.0 && cap > 0.0, "{nguyen} {cap}");
    assert!(cap - nguyen > 4.0, "{nguyen} {cap}");
}

/// In a table of many, its own counts outweigh the lists: log2 of how many times rarer.
#[test]
fn the_table_s_own_names_count() {
    // 3 given names in 4 are Lan, 1 in 4 is Hòa: 3 times rarer, 1.58 bits more. The lists'
    // 2,000 names change little beside 80,000.
    let names: Vec<&str> = ["Lê Lan", "Lê Lan", "Lê Lan", "Lê Hòa"].repeat(20_000);
    let records = records(&names);
    let (lan, hoa) = (bits(&records, 0, NamePart::Same)[2], bits(&records, 3, NamePart::Same)[2]);
    assert!((hoa - lan - 1.585).abs() < 0.1, "{lan} {hoa}");
}

/// Hòa, Hoa and Hóa without marks are one name, so agreeing on it says log2(3) less.
#[test]
fn unmarked_agreement_counts_all_names_of_those_letters() {
    let names: Vec<&str> = ["Lê Lan", "Lê Hòa", "Lê Hoa", "Lê Hóa"].repeat(20_000);
    let records = records(&names);
    let given = |row, level| bits(&records, row, level)[2];
    let less = given(1, NamePart::Same) - given(1, NamePart::Unmarked);
    assert!((less - 1.585).abs() < 0.1, "{less}");
    let lan = given(0, NamePart::Same) - given(0, NamePart::Unmarked);
    assert!(lan.abs() < 0.1, "{lan}");
}

/// What is said alike is one name: Hằng, Hằn (n and ng are merged in the south).
#[test]
fn agreement_in_sound_counts_all_names_of_that_sound() {
    let names: Vec<&str> = ["Lê Tám", "Lê Tám", "Lê Hằng", "Lê Hằn"].repeat(20_000);
    let records = records(&names);
    for level in [NamePart::Sound, NamePart::Joined] {
        let (tam, hang) = (bits(&records, 0, level)[2], bits(&records, 2, level)[2]);
        assert!((tam - hang).abs() < 0.1, "{tam} {hang}");
    }
}

/// Neáng for all whose names are compared by ear says as much as Lê for all others, though three
/// times fewer bear it.
#[test]
fn names_compared_by_ear_are_counted_among_themselves() {
    let names = ["Lê Văn Lan", "Lê Văn Tám", "Lê Văn Bảy", "Neáng Sóc Kha"].repeat(20_000);
    let records = records(&names);
    let (le, neang) = (bits(&records, 0, NamePart::Same)[0], bits(&records, 3, NamePart::Same)[0]);
    assert!((le - neang).abs() < 0.2, "{le} {neang}");
}

/// Thị says nothing beside Cẩm: the rarest middle syllable speaks, and nothing is added up.
#[test]
fn the_rarest_of_several_middle_syllables_speaks() {
    let records = records(&["Lê Cẩm Lan", "Lê Thị Cẩm Lan", "Lê Thị Lan"]);
    let middle = |row| bits(&records, row, NamePart::Same)[1];
    assert_eq!(middle(0), middle(1));
    assert!(middle(2) < middle(1));
}

#[test]
fn what_does_not_agree_and_who_has_no_name_gets_no_correction() {
    let records = records(&["Lê Thị Lan", ""]);
    for level in [NamePart::Different, NamePart::Typo, NamePart::MissingOne] {
        assert_eq!(bits(&records, 0, level), [0.0; 3]);
    }
    assert_eq!(bits(&records, 1, NamePart::Same), [0.0; 3]);
}

/// Each part is counted among its own kind: Lê as surname, not as middle name.
#[test]
fn parts_are_counted_apart() {
    let names: Vec<&str> = ["Lê Cẩm Lan", "Lê Cẩm Lan", "Lê Cẩm Lan", "Cáp Lê Lan"].repeat(20_000);
    let records = records(&names);
    let (often, once) = (bits(&records, 0, NamePart::Same), bits(&records, 3, NamePart::Same));
    assert!((once[0] - often[0] - 1.585).abs() < 0.1, "{often:?} {once:?}");
    assert!((once[1] - often[1] - 1.585).abs() < 0.2, "{often:?} {once:?}");
    assert_eq!(once[2], often[2]);
}
