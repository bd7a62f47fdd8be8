//! `data/khmer_surnames.tsv` -> `src/khmer/surname/tables.rs`.

use super::{rows, same};
use std::collections::BTreeMap;
use std::fmt::Write;

#[test]
fn khmer_surnames() {
    let rows = rows("khmer_surnames.tsv");
    let mut spellings = BTreeMap::new();
    let mut surnames = String::new();
    for (surname, cells) in rows.iter().enumerate() {
        let [name, claim, household, seen, by_rule, source] = &cells[..] else {
            panic!("six cells: {cells:?}");
        };
        assert!(!source.is_empty(), "{name} has no source");
        for spelling in seen.split('|').chain(by_rule.split('|')).filter(|one| !one.is_empty()) {
            assert_eq!(hoten::normalize(spelling), spelling, "not the normal form");
            assert!(spellings.insert(spelling, surname).is_none(), "{spelling} is two surnames");
        }
        let claim = match claim.as_str() {
            "only" => "Only",
            "mostly" => "Mostly",
            "also" => "Also",
            other => panic!("{other}: no such claim"),
        };
        let household = if household.is_empty() { "0" } else { household };
        writeln!(
            surnames,
            "    Entry {{ claim: SurnameClaim::{claim}, household: {household} }}, // {name}"
        )
        .unwrap();
    }
    let mut out = String::from(
        "//! Generated from `data/khmer_surnames.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::{Entry, SurnameClaim};\n",
    );
    let len = spellings.len();
    writeln!(
        out,
        "\n/// Spellings in the normal form, sorted, with the place of the surname in [`SURNAMES`]."
    )
    .unwrap();
    writeln!(out, "pub(super) static SPELLINGS: [(&str, u8); {len}] = [").unwrap();
    for (spelling, surname) in &spellings {
        writeln!(out, "    ({spelling:?}, {surname}),").unwrap();
    }
    let count = rows.len();
    writeln!(out, "];\n\n/// The surnames.").unwrap();
    writeln!(out, "pub(super) static SURNAMES: [Entry; {count}] = [\n{surnames}];").unwrap();
    same("khmer/surname/tables.rs", &out);
}
