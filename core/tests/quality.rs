//! A table checked: row by row as one record is, rows against one another, and counted.
#![cfg(feature = "link")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{
    CheckOptions, FieldName, FindingCode, Quality, QualityCriterion, StrColumn, Table, TableCheck,
    UnitLevel, check, check_record,
};

const HEADERS: [&str; 9] = [
    "record_id",
    "source",
    "full_name",
    "birth_date",
    "sex",
    "citizen_id",
    "province",
    "commune",
    "mother_name",
];

type Row = [&'static str; 9];

fn with<R>(rows: &[Row], checks: &TableCheck<'_>, work: impl FnOnce(&Quality<'_>) -> R) -> R {
    let columns: Vec<Vec<&str>> =
        (0..HEADERS.len()).map(|column| rows.iter().map(|row| row[column]).collect()).collect();
    let cells = columns.iter().map(|column| StrColumn::from_strs(column));
    let table = Table::new(HEADERS.into_iter().zip(cells)).unwrap();
    work(&checks.run(&table).unwrap())
}

fn plain() -> TableCheck<'static> {
    TableCheck::new(&CheckOptions::new())
}

/// Row and code of everything found of these codes.
fn found(rows: &[Row], checks: &TableCheck<'_>, codes: &[FindingCode]) -> Vec<(u32, &'static str)> {
    with(rows, checks, |quality| {
        let all = quality.findings().iter();
        all.filter(|held| codes.contains(&held.code))
            .map(|held| (held.row, held.code.as_str()))
            .collect()
    })
}

const A: Row = [
    "1",
    "hộ tịch",
    "Nguyễn Văn Hòa",
    "12/05/1950",
    "Nam",
    "089050001234",
    "An Giang",
    "X. Núi Cấm",
    "Trần Thị Tư",
];
const B: Row = [
    "2",
    "dân cư",
    "NGUYỄN VĂN HOÀ",
    "1950-05-12",
    "1",
    "089050001234",
    "An Giang",
    "Xã Núi Cấm",
    "TRẦN THỊ TƯ",
];
const C: Row =
    ["3", "dân cư", "Lê Thị Bé", "03/08/1982", "Nữ", "089182004321", "Sóc Trăng", "Phong Nẫm", ""];

/// The law that ties the two doors together.
#[test]
fn a_table_finds_in_each_row_what_the_record_alone_shows() {
    let rows = [
        A,
        B,
        C,
        ["4", "", "TrÇn ThÞ H»ng", "30/02/1971", "Nam", "7,9E+10", "", "X· An Hßa", "TrÇn ThÞ Lý"],
        ["5", "x", "Hùynh  Văn Ð 7", "05/08/62", "?", "351400331", "Minh Hải", "-", "Lê"],
        ["6", "", "", "", "", "", "", "", ""],
    ];
    let across = [
        FindingCode::NumberOfTwoPersons,
        FindingCode::PersonWithTwoNumbers,
        FindingCode::RecordDuplicate,
        FindingCode::RecordIdRepeated,
    ];
    let options = CheckOptions::new();
    with(&rows, &plain(), |quality| {
        for (row, cells) in (0..).zip(&rows) {
            let record = HEADERS.iter().map(|name| FieldName::from_name(name).unwrap());
            let mut alone: Vec<_> = check_record(record.zip(cells.iter().copied()), &options)
                .into_iter()
                .map(|finding| (finding.field, finding.code))
                .collect();
            alone.sort_unstable();
            alone.dedup();
            let own: Vec<_> = quality
                .findings()
                .iter()
                .filter(|held| held.row == row && !across.contains(&held.code))
                .map(|held| (held.field, held.code))
                .collect();
            assert_eq!(own, alone, "row {row}");
            assert_eq!(
                quality.details(row).len(),
                quality.findings().iter().filter(|f| f.row == row).count()
            );
        }
        assert!(quality.findings().len() > 15);
        assert!(
            quality
                .details(3)
                .iter()
                .any(|held| held.suggestion.as_deref() == Some("Trần Thị Hằng"))
        );
    });
}

#[test]
fn one_number_on_two_persons() {
    let code = [FindingCode::NumberOfTwoPersons];
    let mut other = C;
    other[5] = A[5];
    assert_eq!(found(&[A, B, other], &plain(), &code).len(), 3);
    assert_eq!(found(&[A, B, C], &plain(), &code), []);
    // A name misspelled, a year that is one off: still one person as far as can be told.
    let mut slip = B;
    slip[2] = "Nguyển Văn Hoà";
    slip[3] = "1951";
    assert_eq!(found(&[A, slip], &plain(), &code), []);
    let mut namesake = A;
    namesake[3] = "01/02/1980";
    assert_eq!(found(&[A, namesake], &plain(), &code), []);
}

#[test]
fn one_person_with_two_numbers_or_twice_in_a_source() {
    let codes = [FindingCode::PersonWithTwoNumbers, FindingCode::RecordDuplicate];
    let mut other = B;
    other[5] = "089050009999";
    assert_eq!(
        found(&[A, other, C], &plain(), &codes),
        [(0, "person_with_two_numbers"), (1, "person_with_two_numbers")]
    );
    let mut twice = B;
    twice[1] = A[1];
    assert_eq!(
        found(&[C, A, twice], &plain(), &codes),
        [(1, "record_duplicate"), (2, "record_duplicate")]
    );
    // A year alone, or no parent, is too little.
    let (mut left, mut right) = (A, twice);
    (left[3], right[3]) = ("1950", "1950");
    assert_eq!(found(&[left, right], &plain(), &codes), []);
    let (mut left, mut right) = (A, twice);
    (left[8], right[8]) = ("", "");
    assert_eq!(found(&[left, right], &plain(), &codes), []);
    // Clusters of a dedupe say more.
    let clusters = plain().clusters(&[0, 0]);
    assert_eq!(
        found(&[left, right], &clusters, &codes),
        [(0, "record_duplicate"), (1, "record_duplicate")]
    );
}

#[test]
fn record_ids_repeat() {
    let code = [FindingCode::RecordIdRepeated];
    let mut other = C;
    other[0] = "1";
    assert_eq!(
        found(&[A, B, other], &plain(), &code),
        [(0, "record_id_repeated"), (2, "record_id_repeated")]
    );
    let (mut left, mut right) = (A, C);
    (left[0], right[0]) = ("", " ");
    assert_eq!(found(&[left, right], &plain(), &code), []);
}

#[test]
fn units_are_one_whatever_their_kind_is_written_like() {
    with(&[A, B, C], &plain(), |quality| {
        let report = quality.report();
        let names = |level| -> Vec<(String, u64)> {
            let own = report.units.iter().filter(|unit| unit.level == level);
            own.map(|unit| (unit.names.join(" / "), unit.tally.records)).collect()
        };
        assert_eq!(
            names(UnitLevel::Province),
            [("Tỉnh An Giang".into(), 2), ("Thành phố Cần Thơ".into(), 1)]
        );
        assert_eq!(
            names(UnitLevel::Commune),
            [
                ("Xã Núi Cấm /  / Tỉnh An Giang".into(), 2),
                ("Phong Nẫm /  / Thành phố Cần Thơ".into(), 1)
            ]
        );
        assert_eq!(names(UnitLevel::District), []);
        assert_eq!(names(UnitLevel::Source), [("dân cư".into(), 2), ("hộ tịch".into(), 1)]);
        // Sóc Trăng is no more, and the mother is missing: one record each.
        assert_eq!(report.total.failing(QualityCriterion::Live), 1);
        assert_eq!(report.total.failing(QualityCriterion::Complete), 1);
        assert!((report.total.rate(QualityCriterion::Complete) - 2.0 / 3.0).abs() < 1e-12);
        for level in [UnitLevel::Province, UnitLevel::Commune, UnitLevel::Source] {
            let own = report.units.iter().filter(|unit| unit.level == level);
            assert_eq!(own.map(|unit| unit.tally.failing[3]).sum::<u64>(), 1, "{level:?}");
        }
        let mother = report.fields.iter().find(|fill| fill.field == FieldName::MotherName);
        assert_eq!(mother.unwrap().filled, 2);
    });
}

#[test]
fn what_is_ignored_is_not_counted() {
    let all: Vec<_> = FindingCode::ALL.to_vec();
    let mut options = CheckOptions::new();
    for &code in FindingCode::ALL {
        options = options.ignore(code);
    }
    let mut repeated = C;
    (repeated[0], repeated[5]) = (A[0], A[5]);
    let rows = [A, repeated];
    assert!(!found(&rows, &plain(), &all).is_empty());
    assert_eq!(found(&rows, &TableCheck::new(&options), &all), []);
}

#[test]
fn a_table_without_rows_is_in_order() {
    with(&[], &plain(), |quality| {
        assert_eq!((quality.records(), quality.findings().len()), (0, 0));
        assert!((quality.report().total.rate(QualityCriterion::Correct) - 1.0).abs() < 1e-12);
    });
    let table = Table::new([("x", StrColumn::nulls(1))]).unwrap();
    assert!(check(&table, &CheckOptions::new()).is_err());
}

#[test]
fn the_work_can_be_stopped() {
    let names = vec!["Lê An"; 300_000];
    let table = Table::new([("full_name", StrColumn::from_strs(&names))]).unwrap();
    let mut told = 0;
    let error = plain()
        .run_with(&table, &mut |_| {
            told += 1;
            told < 2
        })
        .unwrap_err();
    assert_eq!((error.code(), told), (hoten::ErrorCode::Cancelled, 2));
}

#[test]
fn a_week_is_compared_with_another() {
    let mut worse = C;
    worse[3] = "30/02/1982";
    worse[7] = "X. PHONG NẪM";
    with(&[A, B, C], &plain(), |before| {
        with(&[A, B, worse], &plain(), |now| {
            let change = now.report().changes_since(before.report());
            assert_eq!(change.total.map(|total| total.failing(QualityCriterion::Correct)), [0, 1]);
            let units: Vec<_> =
                change.units.iter().map(|unit| (unit.level, unit.failing())).collect();
            assert_eq!(
                units,
                [(UnitLevel::Province, 1), (UnitLevel::Commune, 1), (UnitLevel::Source, 1)]
            );
            assert_eq!(
                change.codes,
                [(FieldName::BirthDate, FindingCode::DateImpossibleDay, [0, 1])]
            );
            assert!(before.report().changes_since(before.report()).units.is_empty());
        });
    });
}

#[cfg(feature = "serde")]
mod saved {
    use super::*;
    use hoten::{ErrorCode, QualityReport};

    #[test]
    fn a_saved_report_is_read_again() {
        with(&[A, B, C], &plain(), |quality| {
            let mut report = quality.report().clone();
            (report.title, report.day) = ("xã \"An Hảo\"".into(), "2026-11-22".into());
            let text = report.to_json();
            assert!(text.starts_with("{\n") && text.contains("\"format\": 1"), "{text}");
            assert_eq!(QualityReport::from_json(&text).unwrap(), report);
            // No person's value is in it.
            assert!(!text.contains("Hòa") && !text.contains("089050001234"));
        });
    }

    #[test]
    fn what_is_no_report_is_refused_with_its_reason() {
        let report = QualityReport::default().to_json();
        for (text, code) in [
            ("", ErrorCode::ReportDamaged),
            ("[1]", ErrorCode::ReportDamaged),
            ("{\"format\": 1}", ErrorCode::ReportDamaged),
            (&report[..report.len() / 2], ErrorCode::ReportDamaged),
            (&report.replace("\"format\": 1", "\"format\": 2"), ErrorCode::ReportTooNew),
        ] {
            assert_eq!(QualityReport::from_json(text).unwrap_err().code(), code, "{text}");
        }
        // Codes of another version are left out, keys that were added do no harm.
        let text = report.replace(
            "\"codes\": []",
            "\"codes\": [{\"field\": \"sex\", \"code\": \"gone\", \"rows\": 3}], \"new\": 1",
        );
        assert_eq!(QualityReport::from_json(&text).unwrap(), QualityReport::default());
    }
}
