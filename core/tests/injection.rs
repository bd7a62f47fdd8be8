//! Sixty payloads (`testdata/hostile/payloads.json`) in every cell, header, title and name of a field:
//! no page gets a tag or attribute it has not got without them, no cell of a sheet begins a formula.
#![cfg(all(feature = "report", feature = "serde", feature = "file"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::*;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeSet;
use std::path::Path;

fn payloads() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/hostile/payloads.json");
    let listed: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let groups = listed.as_object().unwrap().values().filter_map(|group| group.as_array());
    let payloads: Vec<_> = groups.flatten().map(|text| text.as_str().unwrap().to_owned()).collect();
    assert_eq!(payloads.len(), 60);
    payloads
}

/// The same text without what markup and formulas are made of.
fn harmless(payload: &str) -> String {
    payload.chars().map(|c| if c.is_alphanumeric() { c } else { 'x' }).collect()
}

const HEADERS: [&str; 13] = [
    "record_id",
    "source",
    "full_name",
    "birth_date",
    "sex",
    "citizen_id",
    "phone",
    "province",
    "district",
    "commune",
    "address",
    "father_name",
    "mother_name",
];

/// Two records of one person around a text, and two made of it alone.
fn rows(text: &str) -> Vec<Vec<String>> {
    let person = |id: String, name: &str, date: &str| {
        let cells =
            [&id, text, name, date, "Nam", "089050001234", text, text, text, text, text, text];
        cells.into_iter().chain([text]).map(str::to_owned).collect()
    };
    let alone = |id: String| {
        let cells = HEADERS[1..].iter().map(|_| text.to_owned());
        std::iter::once(id).chain(cells).collect()
    };
    vec![
        person(format!("{text}1"), &format!("Nguyễn Văn Hòa {text}"), "12/5/1950"),
        person(format!("{text}2"), "NGUYỄN VĂN HOÀ", "30/02/1950"),
        alone(format!("{text}3")),
        alone(format!("{text}4")),
    ]
}

/// The table of a text; its last column is headed by it.
fn with_table<R>(text: &str, work: impl FnOnce(&Table<'_>) -> R) -> R {
    let rows = rows(text);
    let columns: Vec<Vec<&str>> =
        (0..HEADERS.len()).map(|at| rows.iter().map(|row| row[at].as_str()).collect()).collect();
    let cells: Vec<_> = columns.iter().map(|cells| StrColumn::from_strs(cells)).collect();
    let named = HEADERS.into_iter().zip(cells.iter().copied());
    work(&Table::new(named.chain([(text, cells[1])])).unwrap())
}

/// Every page of a text: its name and its markup.
fn pages(text: &str) -> Vec<(&'static str, String)> {
    let mut pages = Vec::new();
    with_table(text, |table| {
        let linkage = Linker::new().possible(0.0).dedupe(table).unwrap();
        let mut options = ReportOptions::default();
        options.title = text.to_owned();
        options.facts = vec![(text.to_owned(), text.to_owned())];
        for redact in [true, false] {
            options.redact = redact;
            pages.push(("report.html", report_html(&linkage, &options)));
        }
        let why = linkage.explain(0, 1).unwrap();
        for unmask in [false, true] {
            pages.push(("explanation", explanation_html(&why, unmask)));
        }
        pages.push(("explanation.svg", explanation_svg(&why, false, Lang::Vi)));
        let declared = Linker::new().field(text, FieldKind::Text).possible(0.0).dedupe(table);
        let declared = declared.unwrap();
        pages.push(("report of a declared field", report_html(&declared, &options)));
        let why = declared.explain(0, 1).unwrap();
        pages.push(("explanation of a declared field", explanation_html(&why, true)));

        let today = CheckOptions::new().today(2026, 11, 22).unwrap();
        let quality = check(table, &today).unwrap().named(text, text);
        let mut options = QualityPageOptions::default();
        options.examples = 100;
        for redact in [true, false] {
            options.redact = redact;
            pages.push(("quality.html", quality_html(&quality, &options)));
        }
        let saved = quality.report().to_json();
        assert!(QualityReport::from_json(&saved).unwrap() == *quality.report(), "read back");
    });
    pages
}

/// Each tag with the names of its attributes, `a href` with its value too. Every `<` of a page of
/// ours begins a tag; what stands between quotes is a value.
fn tags(page: &str) -> BTreeSet<String> {
    let mut tags = BTreeSet::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let (mut tag, mut quoted, mut end) = (String::new(), false, rest.len());
        for (at, c) in rest.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    end = at;
                    break;
                }
                c if !quoted => tag.push(c),
                _ => {}
            }
        }
        assert!(end < rest.len(), "a tag that does not end: {tag}");
        tags.insert(tag);
        rest = &rest[end..];
    }
    tags
}

#[test]
fn no_payload_becomes_markup() {
    for payload in payloads() {
        let (hostile, harmless) = (pages(&payload), pages(&harmless(&payload)));
        for ((name, hostile), (_, harmless)) in hostile.iter().zip(&harmless) {
            let (hostile_tags, known) = (tags(hostile), tags(harmless));
            // And were there one, a page may load, run and send nothing.
            assert!(!name.ends_with(".html") || hostile.contains("content=\"default-src 'none'; "));
            assert!(known.len() > 3, "{name} was read");
            let new: Vec<_> = hostile_tags.difference(&known).collect();
            assert!(new.is_empty(), "{payload:?} makes {new:?} in {name}");
            let unseen =
                |c: char| c.is_control() && c != '\n' || ('\u{202A}'..='\u{202E}').contains(&c);
            assert!(!hostile.contains(unseen), "{payload:?} hides something in {name}");
        }
    }
}

#[test]
fn no_payload_becomes_a_formula() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("injection");
    for payload in payloads() {
        with_table(&payload, |table| {
            let linkage = Linker::new().possible(0.0).dedupe(table).unwrap();
            let mut options = ReportOptions::default();
            options.redact = false;
            write_report(&folder, &linkage, &options).unwrap();
            let today = CheckOptions::new().today(2026, 11, 22).unwrap();
            let quality = check(table, &today).unwrap().named(&payload, "");
            let mut options = QualityPageOptions::default();
            options.redact = false;
            write_quality(folder.join("quality"), &quality, &options).unwrap();
        });
        for name in [
            "pairs.csv",
            "clusters.csv",
            "findings.csv",
            "quality/findings.csv",
            "quality/units.csv",
        ] {
            let mut sheet =
                csv::ReaderBuilder::new().has_headers(false).from_path(folder.join(name)).unwrap();
            let mut cells = 0;
            for record in sheet.records() {
                for cell in record.unwrap().iter() {
                    let cell = cell.trim_start_matches('\u{FEFF}');
                    let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
                    // A weight may be below zero.
                    let number = cell.parse::<f64>().is_ok();
                    assert!(number || !cell.starts_with(starts), "{payload:?} in {name}: {cell:?}");
                    cells += 1;
                }
            }
            assert!(cells > 4, "{name}");
        }
    }
}

/// A cell of a workbook that looks like a formula is its text, and goes out as the others.
#[test]
fn payloads_in_a_workbook_are_text() {
    // What XML can hold; the rest cannot be typed into a workbook.
    let payloads = payloads().into_iter().filter(|text| !text.contains(char::is_control));
    let payloads: Vec<String> = payloads.collect();
    assert!(payloads.len() >= 50);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, header) in (0..).zip(["Mã hồ sơ", "Họ và tên", "Ghi chú"]) {
        sheet.write_string(0, at, header).unwrap();
    }
    for (row, payload) in (1..).zip(&payloads) {
        sheet.write_string(row, 0, format!("HS{row}")).unwrap();
        sheet.write_string(row, 1, payload).unwrap();
        sheet.write_string(row, 2, payload).unwrap();
    }
    let file = read_bytes(&book.save_to_buffer().unwrap(), &ReadOptions::default()).unwrap();
    let table = file.table();
    assert_eq!(table.rows(), payloads.len());
    let column = table.column(2).unwrap();
    for (row, payload) in payloads.iter().enumerate() {
        assert_eq!(column.get(row), Some(payload.as_str()));
    }
    let linkage = Linker::new().dedupe(&table).unwrap();
    let mut options = ReportOptions::default();
    options.redact = false;
    let known = tags(&pages("An Hảo")[1].1);
    let found = tags(&report_html(&linkage, &options));
    let markup = ["script", "img", "svg onload", "iframe", "body onload", "a href"];
    let new: Vec<_> =
        found.difference(&known).filter(|tag| markup.iter().any(|m| tag.starts_with(m))).collect();
    assert!(new.is_empty(), "{new:?}");
}
