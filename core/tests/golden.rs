//! Runs the golden vectors of `testdata/golden`: the cases that Python and node run too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout)]

#[path = "golden/call.rs"]
mod call;

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn core() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every case with the file and line it stands in.
fn cases() -> Vec<(String, Value)> {
    let mut files: Vec<_> = std::fs::read_dir(core().join("testdata/golden"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "jsonl"))
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().and_then(|name| name.to_str()).unwrap().to_owned();
        for (number, line) in text.lines().enumerate() {
            let place = format!("{name}:{}", number + 1);
            let case =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{place}: {error}"));
            cases.push((place, case));
        }
    }
    cases
}

/// Objects agree on the keys that the case gives; everything else is equal. An absent key is null.
fn agrees(expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::Object(expected), Value::Object(got)) => {
            expected.iter().all(|(key, value)| got.get(key).unwrap_or(&Value::Null) == value)
        }
        _ => expected == got,
    }
}

#[test]
fn every_case_holds() {
    let cases = cases();
    let (mut failed, mut skipped) = (Vec::new(), 0);
    for (place, case) in &cases {
        if case["skip"]["rust"].is_string() {
            skipped += 1;
            continue;
        }
        let function = case["in"]["fn"].as_str().unwrap();
        let args = case["in"]["args"].as_array().unwrap();
        let got = call::call(function, args);
        if !agrees(&case["out"], &got) {
            let (id, why) = (&case["id"], &case["why"]);
            failed.push(format!(
                "{place} {id}: {function}{args:?}\n  expected {}\n  got      {got}\n  why      {why}",
                case["out"]
            ));
        }
    }
    println!("golden: {} cases", cases.len());
    write_count(cases.len());
    let ran = cases.len() - skipped;
    assert!(failed.is_empty(), "{} of {ran} cases fail\n{}", failed.len(), failed.join("\n"));
}

/// `make test` compares this number with those of the other languages.
fn write_count(count: usize) {
    let dir = core().parent().map(|workspace| workspace.join("target/golden")).unwrap();
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join("rust.count"), format!("{count}\n")).unwrap();
}

#[test]
fn every_case_is_well_formed() {
    let mut ids = BTreeSet::new();
    for (place, case) in cases() {
        let id = case["id"].as_str().unwrap_or_else(|| panic!("{place}: no id"));
        assert!(ids.insert(id.to_owned()), "{place}: id {id} stands twice");
        assert!(case["why"].as_str().is_some_and(|why| why.len() > 8), "{place}: no why");
        assert!(case.get("out").is_some(), "{place}: no out");
        for key in case.as_object().unwrap().keys() {
            assert!(
                ["id", "in", "out", "why", "skip"].contains(&key.as_str()),
                "{place}: unknown key {key}"
            );
        }
        for (lang, reason) in case["skip"].as_object().into_iter().flatten() {
            assert!(["rust", "python", "js"].contains(&lang.as_str()), "{place}: skip {lang}");
            assert!(reason.as_str().is_some_and(|why| !why.is_empty()), "{place}: skip why");
        }
    }
    assert!(ids.len() >= 250, "only {} cases", ids.len());
}

#[test]
fn marks_and_invisible_characters_are_escaped() {
    let dir = core().join("testdata/golden");
    for entry in std::fs::read_dir(dir).unwrap() {
        let file = entry.unwrap().path();
        if file.extension() != Some(Path::new("jsonl").as_os_str()) {
            continue;
        }
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            let hidden = line.chars().find(|&c| {
                c.is_control()
                    || matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{A0}' | '\u{FEFF}')
                    || matches!(c, '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{3000}')
            });
            assert!(hidden.is_none(), "{}: {hidden:?} stands unescaped: {line}", file.display());
        }
    }
}
