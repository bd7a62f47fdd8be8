//! `data/province_codes.tsv` -> `src/field/province/tables.rs`.

use super::{rows, same};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What names are looked up by: ASCII letters only. The rule is `Province::find`'s; marks are
/// dropped here by an independent road, Unicode decomposition.
fn key(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd()
        .map(|c| if matches!(c, 'đ' | 'Đ') { 'd' } else { c })
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[test]
fn provinces() {
    let rows = rows("province_codes.tsv");
    assert_eq!(rows.len(), 63);
    let mut units: BTreeMap<u8, (String, u64)> = BTreeMap::new();
    // Key -> (the province that bears the name since 1997 or the like, all it can mean).
    let mut names: BTreeMap<String, (u8, u64)> = BTreeMap::new();
    let mut cards: BTreeMap<(u16, u16), u64> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let bit = 1_u64 << index;
        let unit = units.entry(row[3].parse().unwrap()).or_insert((row[4].clone(), 0));
        assert_eq!(unit.0, row[4]);
        unit.1 |= bit;
        let before = names.insert(key(&row[2]), (index as u8, bit));
        assert!(before.is_none(), "{} cannot be told from another without marks", row[2]);
        let (prefix, _) = row[6].split_once('/').map_or(("", ""), |parts| parts);
        if !prefix.is_empty() {
            let (low, high) = prefix.split_once('-').unwrap_or((prefix, prefix));
            let pad = |text: &str, fill: char| -> u16 {
                let mut text = text.to_owned();
                while text.len() < 3 {
                    text.push(fill);
                }
                text.parse().unwrap()
            };
            *cards.entry((pad(low, '0'), pad(high, '9'))).or_default() |= bit;
        }
    }
    for (index, row) in rows.iter().enumerate() {
        // A comma inside brackets belongs to the remark.
        let bare = row[7].split('(').enumerate().fold(String::new(), |mut all, (at, part)| {
            all.push_str(if at == 0 { part } else { part.split_once(')').unwrap().1 });
            all
        });
        for other in bare.split(',').map(key).filter(|other| !other.is_empty()) {
            names.entry(other).or_insert((u8::MAX, 0)).1 |= 1 << index;
        }
    }
    former(&rows);
    assert_eq!(units.len(), 34);
    let mut out = String::from(
        "//! Generated from `data/province_codes.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n",
    );
    let index_of: BTreeMap<u8, usize> =
        units.keys().enumerate().map(|(at, code)| (*code, at)).collect();
    out.push_str("\n/// Code, name, and place in [`UNITS`] of the 63 provinces until 2025-06-30, by code.\npub(super) static PROVINCES: [(u16, &str, u8); 63] = [\n");
    for row in &rows {
        let unit = index_of[&row[3].parse().unwrap()];
        writeln!(out, "    ({}, {:?}, {unit}),", row[0].trim_start_matches('0'), row[2]).unwrap();
    }
    out.push_str("];\n\n/// Code, full name, and which of [`PROVINCES`] went into each of the 34 units since 2025-07-01.\npub(super) static UNITS: [(u8, &str, u64); 34] = [\n");
    for (code, (name, members)) in &units {
        writeln!(out, "    ({code}, {name:?}, {members:#x}),").unwrap();
    }
    writeln!(out, "];\n\n/// Names without marks and blanks: which of [`PROVINCES`] bears it (255: none), and all it can mean.\npub(super) static NAMES: [(&str, u8, u64); {}] = [", names.len()).unwrap();
    for (key, (exact, set)) in &names {
        writeln!(out, "    ({key:?}, {exact}, {set:#x}),").unwrap();
    }
    writeln!(out, "];\n\n/// First and last three digits of identity card numbers that provinces issued; narrow ranges first.\npub(super) static CARDS: [(u16, u16, u64); {}] = [", cards.len()).unwrap();
    let mut cards: Vec<_> = cards.into_iter().collect();
    cards.sort_by_key(|((low, high), _)| (high - low, *low));
    for ((low, high), set) in &cards {
        writeln!(out, "    ({low}, {high}, {set:#x}),").unwrap();
    }
    out.push_str("];\n");
    same("field/province/tables.rs", &out);
}

/// Provinces that were split before 2025, from the other names with years: `field/place/tables.rs`.
fn former(rows: &[Vec<String>]) {
    let mut all: BTreeMap<String, (String, String, u64)> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        for (_, bracket) in row[7].match_indices('(').map(|(at, _)| row[7].split_at(at)) {
            let head = &row[7][..row[7].len() - bracket.len()];
            let name = head.rsplit([',', ')']).next().unwrap().trim();
            let remark = bracket[1..].split_once(')').unwrap().0;
            let years = remark.trim_start_matches("part, ").replace("before 1976", "to 1975");
            let (from, until) = match years.strip_prefix("to ") {
                Some(until) => ("", until),
                None => years.split_once('-').unwrap(),
            };
            let held = all.entry(name.to_owned()).or_insert((from.into(), until.into(), 0));
            assert_eq!(held.1, until, "{name}");
            if held.0.is_empty() {
                held.0 = from.to_owned();
            }
            held.2 |= 1 << index;
        }
    }
    let year = |year: &str| match year {
        "" => "None".to_owned(),
        year => format!("Some({:?})", year.parse::<u16>().unwrap().to_string()),
    };
    let mut out = format!(
        "//! Generated from `data/province_codes.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::regions::Former;\n\n/// Provinces that were split before 2025; members by their place among the 63.\npub(super) static FORMER: [Former; {}] = [\n",
        all.len()
    );
    for (name, (from, until, members)) in &all {
        writeln!(
            out,
            "    Former {{ name: {name:?}, from: {}, until: {}, members: {members:#x} }},",
            year(from),
            year(until)
        )
        .unwrap();
    }
    out.push_str("];\n");
    same("field/place/tables.rs", &out);
}
