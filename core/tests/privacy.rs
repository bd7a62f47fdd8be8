//! No message holds a person's data: forty values that stand nowhere else go through every field,
//! and are looked for in everything that is not asked by name to show a record.
#![cfg(all(feature = "report", feature = "serde", feature = "file"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::*;
use std::fmt::Debug;
use std::sync::LazyLock;

const HEADERS: [&str; 10] = [
    "full_name",
    "birth_date",
    "citizen_id",
    "identity_card",
    "insurance_number",
    "phone",
    "commune",
    "address",
    "father_name",
    "mother_name",
];

/// Values of one record each for the columns of [`HEADERS`]; every one is found nowhere else. Sound
/// values, values that no field can hold, and markup and formulas. Python reads the same list.
static ROWS: LazyLock<Vec<[&'static str; 10]>> = LazyLock::new(|| {
    let text = include_str!("../testdata/hostile/canaries.json");
    let listed: serde_json::Value = serde_json::from_str(text).unwrap();
    let headers: Vec<&str> =
        listed["headers"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(headers, HEADERS);
    let cell = |cell: &serde_json::Value| -> &'static str {
        Box::leak(cell.as_str().unwrap().to_owned().into_boxed_str())
    };
    let row = |row: &serde_json::Value| std::array::from_fn(|at| cell(&row[at]));
    listed["rows"].as_array().unwrap().iter().map(row).collect()
});

/// What must not be seen: of a value its whole, and each word that no record of another has.
fn canaries() -> Vec<String> {
    let mut all: Vec<String> = ROWS.iter().flatten().map(|value| (*value).to_owned()).collect();
    assert_eq!(all.len(), 40);
    let words =
        ["Zung", "ZUNG", "Khuyễn", "771237", "381777123", "Zưng", "Zừng", "7717", "7718", "Zương"];
    all.extend(words.map(str::to_owned));
    all.extend(
        ["Zăng", "Zéo", "Zinh", "Zan", "Zep", "Zuyen", "Zßng", "Zòng", "Zim", "Zap"]
            .map(str::to_owned),
    );
    all
}

fn unseen(what: &str, text: &str) {
    for canary in canaries().iter().filter(|canary| canary.chars().count() > 2) {
        assert!(!text.contains(canary.as_str()), "{what} shows {canary:?}");
    }
}

/// A quality report counts by commune, under the names that were written: they are what it is for.
fn without_units(text: &str) -> String {
    let written = |text: String, row: &[&str; 10]| {
        let shown = row[6].replace('<', "&lt;").replace('>', "&gt;");
        text.replace(&shown, "").replace(row[6], "")
    };
    ROWS.iter().fold(text.to_owned(), written)
}

/// A model is rates and texts: four digits of a rate may be those of a house by chance.
fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

fn hidden(what: &str, value: &impl Debug) {
    unseen(what, &format!("{value:?}"));
    unseen(what, &format!("{value:#?}"));
}

fn with_table<R>(work: impl FnOnce(&Table<'_>) -> R) -> R {
    // Twice, so that there are pairs, clusters and findings between records.
    let rows: Vec<_> = ROWS.iter().chain(ROWS.iter()).collect();
    let columns: Vec<Vec<&str>> =
        (0..HEADERS.len()).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    let cells = columns.iter().map(|column| StrColumn::from_strs(column));
    work(&Table::new(HEADERS.into_iter().zip(cells)).unwrap())
}

#[test]
fn values_and_their_parts_show_nothing() {
    for value in ROWS.iter().flatten() {
        hidden("Cleaned", &clean(value));
        hidden("Name", &Name::parse(value));
        hidden("NameKeys", &name_keys(value));
        hidden("PreparedName", &PreparedName::new(&Name::parse(value)));
        hidden("BirthDate", &BirthDate::parse(value));
        hidden("CitizenId", &CitizenId::parse(value));
        hidden("IdentityCard", &IdentityCard::parse(value));
        hidden("InsuranceNumber", &InsuranceNumber::parse(value));
        hidden("Phone", &Phone::parse(value));
        hidden("TaxCode", &TaxCode::parse(value));
        hidden("Address", &Address::parse(value));
        hidden("UnitName", &UnitName::parse(value));
        hidden("Places", &resolve_place(value, value, value));
        hidden("StrColumn", &StrColumn::from_strs(&[value]));
        for finding in Name::parse(value).findings() {
            hidden("Finding", finding);
        }
        let record = HEADERS.iter().filter_map(|header| FieldName::from_name(header));
        let findings = check_record(record.map(|field| (field, *value)), &CheckOptions::new());
        hidden("findings of a record", &findings);
    }
}

#[test]
fn results_and_their_views_show_nothing() {
    with_table(|table| {
        hidden("Table", table);
        let linkage = Linker::new().dedupe(table).unwrap();
        hidden("Linkage", &linkage);
        hidden("Summary", linkage.summary());
        hidden("pairs", &linkage.pairs());
        hidden("findings", &linkage.findings());
        hidden("notes", &linkage.notes());
        hidden("golden", &linkage.golden().collect::<Vec<_>>());
        hidden("review", &linkage.review());
        hidden("suggestions", &linkage.suggest(9));
        let explanation = linkage.explain(0, 4).unwrap();
        hidden("Explanation", &explanation);
        unseen("model", &without_digits(&linkage.model().to_json()));
        unseen("page", &report_html(&linkage, &ReportOptions::default()));
        let quality = check(table, &CheckOptions::new().today(2026, 11, 22).unwrap()).unwrap();
        hidden("Quality", &quality);
        let page = quality_html(&quality, &QualityPageOptions::default());
        unseen("quality page", &without_units(&page));
        unseen("quality figures", &without_units(&quality.report().to_json()));

        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("privacy");
        let _ = std::fs::remove_dir_all(&folder);
        write_report(folder.join("report"), &linkage, &ReportOptions::default()).unwrap();
        write_quality(folder.join("quality"), &quality, &QualityPageOptions::default()).unwrap();
        linkage.save(folder.join("saved")).unwrap();
        for part in ["report", "quality"] {
            for file in std::fs::read_dir(folder.join(part)).unwrap() {
                let path = file.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                let text = if part == "quality" { without_units(&text) } else { text };
                unseen(path.file_name().unwrap().to_str().unwrap(), &text);
            }
        }
        for_the_owner_alone(&folder);
    });
}

/// Files of results hold personal data: nobody else on the machine reads them.
#[cfg(unix)]
fn for_the_owner_alone(folder: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    let mut seen = 0;
    for part in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(part.unwrap().path()).unwrap() {
            let file = file.unwrap();
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
            seen += 1;
        }
    }
    assert!(seen >= 10, "{seen} files");
}

#[cfg(not(unix))]
fn for_the_owner_alone(_: &std::path::Path) {}

#[test]
fn errors_show_nothing() {
    let mut errors: Vec<Error> = Vec::new();
    with_table(|table| {
        let repeated: Vec<&str> = ROWS[0].iter().map(|_| ROWS[0][2]).collect();
        let names: Vec<&str> = ROWS[0].iter().map(|_| ROWS[0][0]).collect();
        let ids = StrColumn::from_strs(&repeated);
        let table_of_ids =
            Table::new([("full_name", StrColumn::from_strs(&names)), ("record_id", ids)]).unwrap();
        errors.extend(Linker::new().dedupe(&table_of_ids).err());
        errors.extend(Linker::new().link(table, &table_of_ids).err());
        errors.extend(Model::from_json(&format!("{{\"{}\": 1}}", ROWS[0][0])).err());
        errors.extend(MatchRules::from_json(ROWS[1][0]).err());
        errors.extend(QualityReport::from_json(ROWS[1][0]).err());
        let linkage = Linker::new().dedupe(table).unwrap();
        errors.extend(linkage.explain_ids(ROWS[0][0], ROWS[0][2]).err());
    });
    let csv = format!("full_name,birth_date\n\"{},{}\n", ROWS[0][0], ROWS[0][1]);
    let options = ReadOptions::default();
    for bytes in [csv.as_bytes(), b"PK\x03\x04 Zung Khuy\xE1\xBB\x85n", b"\xFF\xFEZ\0u"] {
        match read_bytes(bytes, &options) {
            Ok(table) => hidden("FileTable", &table),
            Err(error) => errors.push(error),
        }
    }
    assert!(errors.len() >= 6, "{errors:?}");
    for error in &errors {
        hidden("Error", error);
        for lang in [Lang::Vi, Lang::En] {
            unseen("message", &error.message(lang));
        }
    }
}
