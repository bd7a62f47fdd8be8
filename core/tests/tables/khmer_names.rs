//! `data/khmer_names.tsv` -> `src/khmer/names/tables.rs`.

use super::{rows, same};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Letters alone: Latin folded to small ASCII, Khmer in canonical order.
fn letters(spelling: &str) -> String {
    hoten::fold(&hoten::khmer::canonical(spelling))
        .chars()
        .filter(|c| c.is_ascii_alphabetic() || ('\u{1780}'..='\u{17DD}').contains(c))
        .collect()
}

fn hash(letters: &str) -> u32 {
    letters
        .chars()
        .fold(0x811C_9DC5, |hash: u32, c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193))
}

fn table() -> String {
    let mut names = BTreeMap::<String, usize>::new();
    let mut lines = String::new();
    let (mut rows_written, mut spellings) = (0, 0);
    for row in rows("khmer_names.tsv") {
        let cells = row[..3].iter().flat_map(|cell| cell.split('|'));
        let own: BTreeSet<_> = cells.map(letters).filter(|letters| !letters.is_empty()).collect();
        for letters in &own {
            *names.entry(letters.clone()).or_default() += 1;
        }
        spellings += own.len();
        rows_written += 1;
        writeln!(lines, "{}\\n\\", own.into_iter().collect::<Vec<_>>().join(" ")).unwrap();
    }
    assert!(names.values().all(|&names| names <= 3), "NameSet holds three names");
    let hashes: BTreeSet<_> = names.keys().map(|letters| hash(letters)).collect();
    assert_eq!(hashes.len(), names.len(), "two spellings with one hash");
    assert!(!hashes.contains(&0), "0 stands for no spelling");
    assert!(rows_written < usize::from(u16::MAX) && spellings < 3000, "Spellings has 4,096 places");
    format!(
        "//! Generated from `data/khmer_names.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n/// A line for each row of the data, with the letters of its spellings.\npub(super) const NAMES: &str = \"\\\n{lines}\";\n"
    )
}

#[test]
fn known_khmer_names() {
    same("khmer/names/tables.rs", &table());
}
