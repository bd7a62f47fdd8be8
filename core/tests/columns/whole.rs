//! Columns damaged as a whole: found and restored.

use super::damage::{BYTES, MOJIBAKE, Shown, TWICE};
use super::names::{Dice, Parts};
use hoten::{Encoding, clean, detect};

/// Columns of each kind.
const COLUMNS: u64 = 20;

/// 100 names that the encoding has all letters of, and how they show.
fn column(parts: &Parts, shown: &Shown, seed: u64) -> (Vec<String>, Vec<String>) {
    let mut dice = Dice::new(seed);
    let (mut names, mut cells) = (Vec::new(), Vec::new());
    while names.len() < 100 {
        let name =
            if seed.is_multiple_of(2) { parts.usual(&mut dice) } else { parts.any(&mut dice) };
        let name = if seed % 5 == 4 { name.to_uppercase() } else { name };
        if let Some(cell) = shown.show(&name) {
            names.push(name);
            cells.push(cell);
        }
    }
    (names, cells)
}

fn check(
    encoding: Encoding,
    kind: &str,
    shown: &Shown,
    same: impl Fn(&str, &str) -> bool,
) -> Vec<String> {
    let parts = Parts::load();
    let mut wrong = Vec::new();
    for seed in 0..COLUMNS {
        let (names, cells) = column(&parts, shown, seed);
        let found = detect(cells.iter().map(String::as_str));
        // VN1 is TCVN3 with accented capitals; without any the column is both.
        let both = encoding == Encoding::Vn1 && found.encoding == Some(Encoding::Tcvn3);
        if found.encoding != Some(encoding) && !both {
            wrong.push(format!("{kind} {seed}: {found:?}"));
            continue;
        }
        for (name, cell) in names.iter().zip(&cells) {
            let read = found.read(cell).unwrap_or_else(|| cell.clone());
            if !same(&read, name) {
                wrong.push(format!("{kind} {seed}: {cell} -> {read}, not {name}"));
            }
            let cleaned = found.clean(cell);
            if !same(&cleaned.text, &clean(name).text) {
                wrong.push(format!("{kind} {seed} clean: {cell} -> {}, not {name}", cleaned.text));
            }
        }
    }
    wrong
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

#[test]
fn every_encoding_is_found_and_every_cell_restored() {
    let mut wrong = Vec::new();
    for (encoding, _) in BYTES {
        for windows in [true, false] {
            let shown = Shown::bytes(encoding, windows);
            // No capitals with marks: a word's case follows its other letters.
            let small = matches!(encoding, Encoding::Tcvn3 | Encoding::VietwareF);
            wrong.extend(check(
                encoding,
                &format!("{encoding} {windows}"),
                &shown,
                |read, name| read == name || small && read.to_lowercase() == name.to_lowercase(),
            ));
        }
    }
    report(&wrong);
}

#[test]
fn every_kind_of_mojibake_is_found_and_every_cell_restored() {
    let mut wrong = Vec::new();
    for kind in MOJIBAKE {
        wrong
            .extend(check(Encoding::Utf8, kind, &Shown::mojibake(kind), |read, name| read == name));
    }
    report(&wrong);
}

#[test]
fn text_misread_twice_is_found_and_every_cell_restored() {
    let mut wrong = Vec::new();
    for (kind, table) in TWICE {
        wrong.extend(check(Encoding::Utf8, kind, &Shown::twice(table), |read, name| read == name));
    }
    report(&wrong);
}
