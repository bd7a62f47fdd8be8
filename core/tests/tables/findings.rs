//! `data/findings.tsv` and `data/messages.tsv` -> `src/check/tables.rs` and the pages of
//! `docs/findings`: one for each code, and an index.

use super::{root, rows, same};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

const CRITERIA: [(&str, &str, &str); 5] = [
    ("correct", "đúng", "correct"),
    ("complete", "đủ", "complete"),
    ("clean", "sạch", "clean"),
    ("live", "sống", "live"),
    ("-", "không tính vào tiêu chí nào", "none"),
];

const SEVERITIES: [(&str, &str, &str); 3] = [
    ("error", "lỗi: không thể đúng như đã ghi", "error: cannot be right as written"),
    ("warning", "cảnh báo: hãy so với giấy tờ", "warning: check the paper"),
    ("note", "ghi chú: để biết, để bổ sung", "note: to know, or to fill in"),
];

struct Page {
    code: String,
    severity: String,
    words: [String; 2],
    criterion: String,
    example: String,
    meaning: [String; 2],
    certain: [String; 2],
}

/// Every finding of `messages.tsv`, in its order, with its row of `findings.tsv`.
fn pages() -> Vec<Page> {
    let mut about: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows("findings.tsv") {
        assert_eq!(row.len(), 7, "{}: seven cells", row[0]);
        assert!(row.iter().all(|cell| !cell.trim().is_empty()), "{}: an empty cell", row[0]);
        let code = row[0].clone();
        assert!(about.insert(code.clone(), row).is_none(), "{code} stands twice");
    }
    let pages = rows("messages.tsv").into_iter().filter(|row| row[0] == "finding").map(|row| {
        let code = row[1].clone();
        let Some(own) = about.remove(&code) else {
            panic!(
                "{code} has no row in data/findings.tsv: say what it means and how certain it is"
            )
        };
        Page {
            code,
            severity: row[2].clone(),
            words: [row[3].clone(), row[4].clone()],
            criterion: own[1].clone(),
            example: own[2].clone(),
            meaning: [own[3].clone(), own[5].clone()],
            certain: [own[4].clone(), own[6].clone()],
        }
    });
    let pages: Vec<Page> = pages.collect();
    assert!(about.is_empty(), "no such findings: {:?}", about.keys());
    pages
}

fn variant(code: &str) -> String {
    let words = code.split('_').map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect()
}

#[test]
fn criteria() {
    let mut out = String::from(
        "//! Generated from `data/findings.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::QualityCriterion;\nuse crate::finding::FindingCode;\n\n/// What a finding counts for.\npub(super) fn criterion(code: FindingCode) -> Option<QualityCriterion> {\n    match code {\n",
    );
    for page in pages() {
        let criterion = match page.criterion.as_str() {
            "-" => "None".to_owned(),
            other => format!("Some(QualityCriterion::{})", variant(other)),
        };
        writeln!(out, "        FindingCode::{} => {criterion},", variant(&page.code)).unwrap();
    }
    out.push_str("    }\n}\n");
    same("check/tables.rs", &out);
}

/// The words for a key of one of the small tables.
fn of(table: &[(&'static str, &'static str, &'static str)], key: &str) -> [&'static str; 2] {
    let found = table.iter().find(|(held, ..)| *held == key);
    let (_, vi, en) = found.unwrap_or_else(|| panic!("unknown word {key:?}"));
    [vi, en]
}

fn text(page: &Page) -> String {
    let Page { code, words, example, meaning, certain, .. } = page;
    let (severity, criterion) = (of(&SEVERITIES, &page.severity), of(&CRITERIA, &page.criterion));
    format!(
        "# `{code}`\n\n> {}\n\n{}\n\n- **Ví dụ**: `{example}`\n- **Mức độ**: {}\n- **Tiêu chí**: {}\n- **Chắc đến đâu**: {}\n- **Cách tắt**: Rust `CheckOptions::ignore(FindingCode::{})`, Python `ignore=[\"{code}\"]`, JS `{{ ignore: ['{code}'] }}`\n\n## English\n\n> {}\n\n{}\n\n- **Example**: `{example}`\n- **Severity**: {}\n- **Criterion**: {}\n- **How certain**: {}\n- **How to switch it off**: as above\n",
        words[0],
        meaning[0],
        severity[0],
        criterion[0],
        certain[0],
        variant(code),
        words[1],
        meaning[1],
        severity[1],
        criterion[1],
        certain[1],
    )
}

fn index(pages: &[Page]) -> String {
    let mut out = String::from(
        "# Findings\n\nMỗi điều hoten tìm thấy trong dữ liệu có một mã không đổi và một trang riêng: nghĩa là gì, ví dụ, chắc đến đâu, cách tắt. Chỉ mức `error` mới nên chặn một biểu mẫu; giấy tờ gốc luôn quyết định.\n\nEach thing that hoten finds has a stable code and a page: what it means, an example, how certain it is, how to switch it off. Only `error` should block a form; the paper always decides.\n",
    );
    for (criterion, vi, en) in CRITERIA {
        let title = vi
            .chars()
            .next()
            .map(|first| first.to_uppercase().to_string() + &vi[first.len_utf8()..]);
        writeln!(
            out,
            "\n## {} · {en}\n\n| mã · code | mức · severity | |\n|---|---|---|",
            title.unwrap()
        )
        .unwrap();
        for page in pages.iter().filter(|page| page.criterion == criterion) {
            let Page { code, severity, words, .. } = page;
            let brief = words[0].split_inclusive(". ").next().unwrap_or_default().trim_end();
            writeln!(out, "| [`{code}`]({code}.md) | {severity} | {brief} |").unwrap();
        }
    }
    out
}

#[test]
fn every_code_has_a_page_and_no_page_is_stale() {
    let folder: PathBuf = root().parent().unwrap().join("docs/findings");
    let pages = pages();
    let mut files: BTreeMap<String, String> =
        pages.iter().map(|page| (format!("{}.md", page.code), text(page))).collect();
    files.insert("README.md".into(), index(&pages));
    if std::env::var_os("HOTEN_BLESS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in &files {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(files.contains_key(&name), "docs/findings/{name} is of no finding: delete it");
    }
    for (name, text) in &files {
        let held = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            held == *text,
            "docs/findings/{name} differs from its tables; run: HOTEN_BLESS=1 cargo test --test tables"
        );
    }
}
