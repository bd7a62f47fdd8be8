//! What README promises of reliability is shown by tests that exist, sentence by sentence, in both
//! languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::path::Path;

/// The tests that each row of a README's table names, as `file::function`.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = std::fs::read_to_string(root.join(page)).unwrap();
    let part = text.split("\n## ").find(|part| part.starts_with(heading)).unwrap();
    let rows = part.lines().filter(|line| line.starts_with("| ")).skip(1);
    let named = |row: &str| {
        let words = row.split('`').skip(1).step_by(2).filter(|word| word.contains("::"));
        words.map(str::to_owned).collect()
    };
    let rows: Vec<Vec<String>> = rows.map(named).collect();
    assert!(rows.len() >= 7, "{page}: {} promises", rows.len());
    rows
}

#[test]
fn every_promise_has_its_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for row in rows("README.md", "Reliability") {
        assert!(!row.is_empty(), "a promise without a test");
        for named in row {
            let (file, function) = named.split_once("::").unwrap();
            let text = std::fs::read_to_string(root.join(file)).expect(file);
            let stands = text.contains(&format!("fn {function}("))
                || text.contains(&format!("def {function}("));
            assert!(stands, "{named} does not exist");
        }
    }
}

#[test]
fn both_languages_promise_the_same() {
    assert_eq!(rows("README.md", "Reliability"), rows("README.vi.md", "Độ tin cậy"));
}
