//! `data/khmer_names.tsv` -> `src/khmer/names/tables.rs`.

use super::{rows, same};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Letters alone: Latin folded to small ASCII, Khmer as they stand.
fn letters(spelling: &str) -> String {
    hoten::fold(spelling)
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
    let mut names = BTreeMap::<String, BTreeSet<usize>>::new();
    for (name, row) in rows("khmer_names.tsv").iter().enumerate() {
        let spellings = row[..3].iter().flat_map(|cell| cell.split('|'));
        for letters in spellings.map(letters).filter(|letters| !letters.is_empty()) {
            names.entry(letters).or_default().insert(name);
        }
    }
    assert!(names.values().all(|names| names.len() <= 3), "NameSet holds three names");
    let hashes: BTreeSet<_> = names.keys().map(|letters| hash(letters)).collect();
    assert_eq!(hashes.len(), names.len(), "two spellings with one hash");
    let mut pairs: Vec<_> = names
        .iter()
        .flat_map(|(letters, names)| names.iter().map(|name| (hash(letters), *name)))
        .collect();
    pairs.sort_unstable();
    let mut out = String::from(
        "//! Generated from `data/khmer_names.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n",
    );
    let len = pairs.len();
    writeln!(out, "\n/// Hashes of spellings in order, one for each name it can be.").unwrap();
    writeln!(out, "pub(super) static HASHES: [u32; {len}] = [").unwrap();
    for chunk in pairs.chunks(12) {
        let line: Vec<_> = chunk.iter().map(|(hash, _)| format!("{hash:#010x}")).collect();
        writeln!(out, "    {},", line.join(", ")).unwrap();
    }
    writeln!(out, "];\n\n/// The name beside each hash: its row in the data.").unwrap();
    writeln!(out, "pub(super) static NAMES: [u16; {len}] = [").unwrap();
    for chunk in pairs.chunks(24) {
        let line: Vec<_> = chunk.iter().map(|(_, name)| name.to_string()).collect();
        writeln!(out, "    {},", line.join(", ")).unwrap();
    }
    out.push_str("];\n");
    out
}

#[test]
fn known_khmer_names() {
    same("khmer/names/tables.rs", &table());
}
