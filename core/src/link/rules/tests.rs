//! Each rule with a pair of records it is meant for, and what must not meet.

use super::*;
use crate::block::PartTable;
use crate::record::values::RecordTable;
use crate::record::{Schema, StrColumn, Table};

const HEADERS: [&str; 12] = [
    "full_name",
    "dob",
    "sex",
    "cccd",
    "cmnd",
    "bhxh",
    "phone",
    "province",
    "commune",
    "address",
    "father_name",
    "mother_name",
];

/// The parts of records given as `header=cell` pairs, `;` between them.
fn parts_of(records: [&str; 2]) -> PartTable {
    fn cell<'r>(record: &'r str, header: &str) -> Option<&'r str> {
        record.split(';').find_map(|pair| pair.strip_prefix(header)?.strip_prefix('='))
    }
    let columns = HEADERS.map(|header| records.map(|record| cell(record, header)));
    let named = HEADERS.iter().zip(&columns);
    let table = Table::new(named.map(|(header, cells)| (*header, StrColumn::from_options(cells))));
    let table = table.unwrap();
    let schema = Schema::detect(table.names(), []).unwrap();
    let records = RecordTable::build(&table, &schema, |_| true).unwrap();
    parts(&records, 0, &records.names.ear_places())
}

/// The rules under which two records meet.
fn rules(left: &str, right: &str) -> Vec<&'static str> {
    let parts = parts_of([left, right]);
    let meets = |rule: &&Rule| {
        let mut used = rule.block.parts.iter();
        used.all(|&part| parts.part(part, 0) != 0 && parts.part(part, 0) == parts.part(part, 1))
    };
    RULES.iter().filter(meets).map(|rule| rule.block.name.as_ref()).collect()
}

/// Rule, and two records that differ in all but what the rule asks for, and in that by a fault it
/// must bear.
const MEANT: [(&str, &str, &str); 31] = [
    ("citizen ID", "full_name=Lê A;cccd=089180001234", "full_name=Trần B;cccd=089 180 001 234"),
    ("identity card", "full_name=Lê A;cmnd=351234567", "full_name=Trần B;cmnd=351.234.567"),
    ("insurance number", "full_name=Lê A;bhxh=8912345678", "full_name=Trần B;bhxh=8912345678"),
    // Marks lost, and the day with them.
    ("name and year", "full_name=Trần Thị Hằng;dob=1971", "full_name=CHAN THI HANG;dob=05/03/1971"),
    // Another middle name; day and month exchanged.
    (
        "given name and date",
        "full_name=Lê Thị Lan;dob=12/05/1980",
        "full_name=Trần Ngọc Lan;dob=05/12/1980",
    ),
    // Written in one piece, under the surname of the other sex.
    ("joined name and year", "full_name=Neáng Sa Rươl;dob=1980", "full_name=Chau Sarươl;dob=1980"),
    (
        "surname, sex and date",
        "full_name=Lê Thị Lan;sex=Nữ;dob=12/05/1980",
        "full_name=Lê Mỹ Hồng;sex=F;dob=1980-05-12",
    ),
    // Đ typed as D.
    (
        "initials and date",
        "full_name=Đặng Văn Hòa;dob=12/05/1980",
        "full_name=D. V. H.;dob=12/05/1980",
    ),
    (
        "date and commune",
        "full_name=Lê A;dob=12/05/1980;commune=Xã An Hảo",
        "full_name=Trần B;dob=12/05/1980;commune=AN HẢO",
    ),
    // Province and year were mistyped in the number.
    (
        "ID serial and year",
        "full_name=Lê A;dob=1980;cccd=089180001234",
        "full_name=Trần B;dob=12/05/1980;cccd=079181001234",
    ),
    (
        "ID serial and given name",
        "full_name=Lê Thị Lan;cccd=089180001234",
        "full_name=Trần Lan;cccd=079181001234",
    ),
    // A number issued anew, or one digit of the serial mistyped.
    (
        "ID head and name ends",
        "full_name=Lê Thị Lan;cccd=089180001234",
        "full_name=Lê Ngọc Lan;cccd=089180001934",
    ),
    (
        "father and given name",
        "full_name=Lê Thị Lan;father_name=Lê Văn Bảy",
        "full_name=Trần Lan;father_name=LE VAN BAY",
    ),
    (
        "mother and given name",
        "full_name=Lê Thị Lan;mother_name=Trần Thị Sáu",
        "full_name=Trần Lan;mother_name=TRAN THI SAU",
    ),
    (
        "parents and year",
        "full_name=Lê A;dob=1980;father_name=Lê Bảy;mother_name=Lê Sáu",
        "full_name=Trần B;dob=1980;father_name=Bảy;mother_name=Sáu",
    ),
    (
        "name and commune",
        "full_name=Lê Thị Lan;dob=1980;commune=An Hảo",
        "full_name=LE THI LAN;dob=1990;commune=Xã An Hảo",
    ),
    (
        "name and hamlet",
        "full_name=Lê Thị Lan;dob=1980;address=Ấp Tà Ngáo",
        "full_name=LE THI LAN;dob=1990;address=Số 8, ấp Tà Ngáo",
    ),
    (
        "given name and house",
        "full_name=Lê Thị Lan;address=Số 8, Ấp Tà Ngáo",
        "full_name=Trần Lan;address=số 8, ấp Tà Ngáo",
    ),
    (
        "house and year",
        "full_name=Lê A;dob=1980;address=Số 8, Ấp Tà Ngáo",
        "full_name=Trần B;dob=12/05/1980;address=Số 8, Ấp Tà Ngáo",
    ),
    // The surname was misread; the day is unknown, the sex not given.
    (
        "given name, year and hamlet",
        "full_name=Lê Thị Lan;dob=1980;address=Ấp Tà Ngáo",
        "full_name=Lý Ngọc Lan;dob=01/01/1980;address=Ấp Tà Ngáo",
    ),
    (
        "given name, year and commune",
        "full_name=Lê Thị Lan;dob=1980;sex=Nữ;commune=An Hảo",
        "full_name=Trần Lan;dob=12/05/1980;sex=Nữ;commune=An Hảo",
    ),
    (
        "phone and given name",
        "full_name=Lê Thị Lan;phone=0912345678",
        "full_name=Trần Lan;phone=+84 912 345 678",
    ),
    // Vietnamese letters and Cambodian ones; the surname of the other sex.
    (
        "name by ear, sex and year",
        "full_name=Neáng Chăm Rươn;dob=1980;sex=Nữ",
        "full_name=Neang Chamroeun;dob=12/05/1980;sex=Nữ",
    ),
    (
        "name by ear, year and commune",
        "full_name=Neáng Sóc Kha;dob=1980;commune=An Hảo",
        "full_name=នាង សុខា;dob=12/05/1980;commune=An Hảo",
    ),
    (
        "name by ear, sex and hamlet",
        "full_name=Neáng Chăm Rươn;sex=Nữ;address=Ấp Tà Ngáo",
        "full_name=Neang Chamroeun;sex=Nữ;address=ấp Tà Ngáo",
    ),
    ("initials and year", "full_name=Lê Thị Lan;dob=1980", "full_name=Lưu Thu Loan;dob=12/05/1980"),
    (
        "father's given name, year and commune",
        "full_name=Lê Thị Lan;dob=1980;commune=An Hảo;father_name=Trần Văn Bảy",
        "full_name=Mai Hoa;dob=12/05/1980;commune=An Hảo;father_name=Lê Bảy",
    ),
    (
        "mother's given name, year and commune",
        "full_name=Lê Thị Lan;dob=1980;commune=An Hảo;mother_name=Trần Thị Sáu",
        "full_name=Mai Hoa;dob=12/05/1980;commune=An Hảo;mother_name=Lê Sáu",
    ),
    ("given name and year", "full_name=Lê Thị Lan;dob=1980", "full_name=Trần Lan;dob=12/05/1980"),
    (
        "surname, year and commune",
        "full_name=Lê Thị Lan;dob=1980;commune=An Hảo",
        "full_name=Lê Văn Hòa;dob=12/05/1980;commune=An Hảo",
    ),
    (
        "initials and commune",
        "full_name=Lê Thị Lan;commune=An Hảo",
        "full_name=Lưu Thu Loan;commune=An Hảo",
    ),
];

#[test]
fn each_rule_finds_the_pair_it_is_meant_for() {
    for (rule, left, right) in MEANT {
        let found = rules(left, right);
        assert!(found.contains(&rule), "{rule}: {left} / {right} meet by {found:?}");
    }
    let meant: Vec<&str> = MEANT.iter().map(|(rule, ..)| *rule).collect();
    let mut all: Vec<&str> = RULES.iter().map(|rule| rule.block.name.as_ref()).collect();
    // By ear there is one for each place of a key.
    all.dedup();
    assert_eq!(meant, all);
}

/// Each key of a name counts, not only the likeliest ones: an unmarked consonant ends a syllable or
/// begins one, a final s is silent or -t, tr- may be t- (facts: khmer.md 2 and 5, 7).
#[test]
fn names_meet_by_any_of_their_keys() {
    for (left, right) in [
        ("Danh រតនៈ", "Danh Ratanak"),
        ("Danh Sa Rum Meas", "Danh Sa Rum Mẹt"),
        ("Danh Trà Ra Mên", "Danh Tà Ra Mên"),
    ] {
        let record = |name: &str| format!("full_name={name};dob=1980;sex=Nam");
        let found = rules(&record(left), &record(right));
        assert!(found.contains(&"name by ear, sex and year"), "{left} / {right}: {found:?}");
    }
}

/// Each part of a rule counts: without any of them the pair no longer meets by it.
#[test]
fn a_rule_asks_for_all_its_parts() {
    for (rule, left, right) in MEANT {
        for header in HEADERS {
            let used = match (rule, header) {
                (_, "full_name") if rule.starts_with("initials") => true,
                (_, "full_name") if rule.contains("'s given name") => false,
                (_, "full_name") => rule.contains("name"),
                (_, "cccd") => rule.contains("ID"),
                (_, "dob") => rule.contains("year") || rule.contains("date"),
                (_, "sex") => rule.contains("sex") || rule == "given name, year and commune",
                (_, "commune") => rule.contains("commune"),
                (_, "address") => rule.contains("hamlet") || rule.contains("house"),
                (_, "father_name") => rule.contains("father") || rule.contains("parents"),
                (_, "mother_name") => rule.contains("mother") || rule.contains("parents"),
                (_, "cmnd") => rule == "identity card",
                (_, "bhxh") => rule == "insurance number",
                (_, "phone") => rule.contains("phone"),
                _ => false,
            };
            let cells = right.split(';').filter(|cell| !cell.starts_with(header));
            let without: Vec<&str> = cells.collect();
            let found = rules(left, &without.join(";"));
            assert_eq!(found.contains(&rule), !used, "{rule} without {header}");
        }
    }
}

/// An initial would make one key of Văn, Vĩnh and Việt.
#[test]
fn shortened_names_make_no_key_of_the_whole_name() {
    let (short, dated) = ("full_name=Lê V. Hòa;dob=1980", "full_name=Lê V. Hòa;dob=12/05/1980");
    assert!(!rules(short, short).contains(&"name and year"));
    assert!(!rules(short, short).contains(&"joined name and year"));
    assert!(rules(dated, dated).contains(&"initials and date"));
    let father = "full_name=Trần Lan;father_name=Lê V. Hòa";
    assert!(!rules(father, father).contains(&"father and given name"));
}

/// 01/01 stands for "day not known" too often to be a date; its year is one.
#[test]
fn the_first_of_january_is_a_year() {
    let record = "full_name=Lê Thị Lan;dob=01/01/1980;commune=An Hảo";
    let found = rules(record, record);
    assert!(found.contains(&"name and year"));
    assert!(found.iter().all(|rule| !rule.contains("date")), "{found:?}");
}

/// The serial is six digits; the head is province, sex and year, six more.
#[test]
fn serial_and_head_of_a_number_are_six_digits_each() {
    let record = |id: &str| format!("full_name=Lê Lan;dob=1980;cccd={id}");
    let one = record("089180001234");
    for (other, serial, head) in [
        ("079181001234", true, false),
        ("089180101234", false, true),
        ("089180001235", false, true),
        ("089181001235", false, false),
    ] {
        let found = rules(&one, &record(other));
        assert_eq!(found.contains(&"ID serial and year"), serial, "{other}");
        assert_eq!(found.contains(&"ID head and name ends"), head, "{other}");
    }
}

/// Initials are at least two.
#[test]
fn one_syllable_is_no_initials() {
    let short = "full_name=Lê Lan;dob=12/05/1980";
    assert!(rules(short, short).contains(&"initials and date"));
    let given = "full_name=Lan;dob=12/05/1980";
    assert!(!rules(given, given).contains(&"initials and date"));
}

/// What a record lacks never joins it with another that lacks it too.
#[test]
fn records_of_nothing_meet_nobody() {
    assert!(rules("", "").is_empty());
    assert!(rules("full_name=Lê Thị Lan", "full_name=Lê Thị Lan").is_empty());
}

/// A hamlet or commune of one name in two provinces is two.
#[test]
fn places_are_those_of_their_province() {
    let record = |province: &str| {
        format!("full_name=Lê Thị Lan;province={province};commune=An Hòa;address=Số 8, Ấp 3")
    };
    let found = rules(&record("An Giang"), &record("Cà Mau"));
    assert!(found.is_empty(), "{found:?}");
    assert!(rules(&record("An Giang"), &record("An Giang")).contains(&"name and commune"));
}

/// One commune under its name of before and of today: An Hảo went into Núi Cấm (resolution 1654).
#[cfg(feature = "communes")]
#[test]
fn a_commune_meets_itself_through_history() {
    let record = |commune: &str| {
        format!("full_name=Lê Thị Lan;dob=12/05/1980;province=An Giang;commune={commune}")
    };
    let found = rules(&record("Xã An Hảo"), &record("Xã Núi Cấm"));
    assert!(found.contains(&"name and commune") && found.contains(&"date and commune"));
    assert!(!rules(&record("Xã An Hảo"), &record("Xã Ô Lâm")).contains(&"name and commune"));
}

/// Who is compared by ear is mostly of Khmer origin, and ethnic origin is sensitive in law: nothing
/// that is shown of a pair or of a run may tell it.
#[test]
fn no_rule_that_is_shown_tells_an_origin() {
    let names = ["Neáng Srây Mom", "Niêng Sreymom", "Nguyễn Văn Hòa"];
    let (years, communes) = (["1990"; 3], ["An Cư"; 3]);
    let table = Table::new([
        ("full_name", StrColumn::from_strs(&names)),
        ("dob", StrColumn::from_strs(&years)),
        ("commune", StrColumn::from_strs(&communes)),
    ]);
    let linkage = crate::Linker::new().dedupe(&table.unwrap()).unwrap();
    let by_ear = "full_name=Neáng Srây Mom;dob=1990;commune=An Cư";
    let found = rules(by_ear, "full_name=Niêng Sreymom;dob=1990;commune=An Cư");
    assert!(found.iter().all(|rule| rule.contains("by ear")), "found in no other way: {found:?}");
    assert!(!linkage.pairs().is_empty());
    for pair in linkage.pairs() {
        assert_eq!(linkage.rule_name(pair.rule), "given name, year and commune");
    }
    let explained = linkage.explain(0, 1).unwrap().rule;
    assert_eq!(explained.as_deref(), Some("given name, year and commune"));
    let summary = linkage.summary();
    assert!(summary.rules.iter().all(|rule| !rule.name.contains("ear,")));
    let new: u64 = summary.rules.iter().map(|rule| rule.new_pairs).sum();
    assert!(new >= linkage.pairs().len() as u64, "no pair is lost from the figures");
    // Under every rule that is shown as another stands one that is shown as itself.
    for place in 0..RULES.len() as u8 {
        assert_eq!(shown(RULES, shown(RULES, place)), shown(RULES, place));
        let hidden = RULES[usize::from(place)].block.name.contains("by ear");
        assert_eq!(shown(RULES, place) != place, hidden);
    }
}
