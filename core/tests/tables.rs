//! Generated tables equal their sources. `HOTEN_BLESS=1 cargo test --test tables` rewrites them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "tables/browser.rs"]
mod browser;
#[path = "tables/clean.rs"]
mod clean;
#[path = "tables/field.rs"]
mod field;
#[path = "tables/findings.rs"]
mod findings;
#[path = "tables/headers.rs"]
mod headers;
#[path = "tables/key.rs"]
mod key;
#[path = "tables/khmer_letters.rs"]
mod khmer_letters;
#[path = "tables/khmer_names.rs"]
mod khmer_names;
#[path = "tables/khmer_surnames.rs"]
mod khmer_surnames;
#[path = "tables/lexicon.rs"]
mod lexicon;
#[path = "tables/lunar.rs"]
mod lunar;
#[path = "tables/messages.rs"]
mod messages;
#[path = "tables/places.rs"]
mod places;
#[cfg(feature = "link")]
#[path = "tables/score.rs"]
mod score;
#[path = "tables/syllable.rs"]
mod syllable;

use std::path::PathBuf;

/// The core crate's folder.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Rows of a data table: comment lines, then a header line, then cells by tab.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(root().join("data").join(file)).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip(1)
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// Fails unless `src/<path>` holds `text`; with `HOTEN_BLESS=1` writes it instead.
fn same(path: &str, text: &str) {
    let file = root().join("src").join(path);
    if std::env::var_os("HOTEN_BLESS").is_some() {
        std::fs::write(&file, text).unwrap();
        return;
    }
    let held = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        held == text,
        "src/{path} differs from its source; run: HOTEN_BLESS=1 cargo test --test tables"
    );
}
