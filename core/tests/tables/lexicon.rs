//! `data/surnames.tsv`, `middle_given.tsv`, `regional_doublets.tsv` -> `src/lexicon/tables.rs`.

use super::{rows, same};
use std::collections::BTreeMap;
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Names in the two public lists the counts come from.
const LISTED: f64 = 49_232.0;
/// A regional sample stands for about this share of the country (Nghệ An and Đắk Lắk: 2 to 3.5 %).
const REGION: f64 = 0.03;
/// What is known but never counted: one bearer in the lists.
const FLOOR: u16 = 2;
/// "Nobody counted the sexes."
const UNKNOWN: u16 = u16::MAX;

const SURNAME: u16 = 1;
const PART: u16 = 2;
const PREFIX: u16 = 4;
const HEAD: u16 = 8;
const TAIL: u16 = 16;
const MISSPELLED: u16 = 32;
const PEOPLE: [(&str, u16); 6] = [
    ("khmer", 64),
    ("cham", 128),
    ("hoa", 256),
    ("northern", 512),
    ("highland", 1024),
    ("royal", 2048),
];
const MALE: u16 = 4096;
const FEMALE: u16 = 8192;
const MAY_BE_MISSPELLED: u16 = 16384;

#[derive(Default, Clone)]
struct Word {
    surname: f64,
    middle: f64,
    given: f64,
    sexes: [(f64, f64); 2],
    flags: u16,
}

impl Word {
    fn add(&mut self, other: &Self) {
        self.surname += other.surname;
        self.middle += other.middle;
        self.given += other.given;
        for (own, more) in self.sexes.iter_mut().zip(other.sexes) {
            own.0 += more.0;
            own.1 += more.1;
        }
        // Of a folded form only what all its surnames agree in is known about sex and spelling.
        let both = self.flags & SURNAME != 0 && other.flags & SURNAME != 0;
        let narrow = MALE | FEMALE | MISSPELLED;
        let kept = if both {
            self.flags & other.flags & narrow
        } else {
            (self.flags | other.flags) & narrow
        };
        self.flags = ((self.flags | other.flags) & !narrow) | kept;
    }

    fn facts(&self) -> [u16; 6] {
        let unit = |share: f64, known: bool| {
            if known { ((share * 1e5).round() as u16).max(FLOOR) } else { 0 }
        };
        let [middle, given] = self.sexes.map(|(male, female)| {
            if male + female < 1.0 {
                UNKNOWN
            } else {
                ((female + 1.0) / (male + female + 2.0) * 1e4).round() as u16
            }
        });
        [
            unit(self.surname, self.flags & SURNAME != 0),
            unit(self.middle, self.middle > 0.0),
            unit(self.given, self.given > 0.0),
            middle,
            given,
            self.flags,
        ]
    }
}

/// Keys in order, each after a digit: how many bytes it shares with the one before.
fn front_coded<'k>(keys: impl Iterator<Item = &'k String>) -> String {
    let (mut out, mut before) = (String::new(), "");
    for key in keys {
        assert!(!key.contains(|c: char| c.is_ascii_digit()), "{key}: digits part the keys");
        let mut shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count().min(9);
        while !key.is_char_boundary(shared) {
            shared -= 1;
        }
        write!(out, "{shared}{}", &key[shared..]).unwrap();
        before = key;
    }
    out
}

fn fold(text: &str) -> String {
    text.nfd().filter(|&c| !is_combining_mark(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// Lower case NFC, `oà` `oè` `uỳ` rewritten to the old style `òa` `òe` `ùy` that registers use.
fn normal(text: &str) -> String {
    const TONES: &str = "\u{300}\u{301}\u{303}\u{309}\u{323}";
    let mut key: Vec<char> = text.to_lowercase().nfd().collect();
    if let [.., onset, first, second, tone] = key.as_mut_slice() {
        let open = matches!((*first, *second), ('o', 'a' | 'e') | ('u', 'y'));
        if open && *onset != 'q' && TONES.contains(*tone) {
            (*second, *tone) = (*tone, *second);
        }
    }
    key.into_iter().nfc().collect()
}

/// A share of people, 0 to 1.
fn share(cell: &str) -> f64 {
    let number = |text: &str| text.parse::<f64>().unwrap() / 100.0;
    if cell.is_empty() {
        0.0
    } else if let Some(listed) = cell.strip_suffix('*') {
        number(listed)
    } else if let Some(regional) = cell.strip_suffix('†') {
        number(regional) * REGION
    } else {
        number(cell)
    }
}

fn flags_of(row: &[String]) -> u16 {
    let peoples: u16 = row[3]
        .split(',')
        .filter(|name| !name.is_empty())
        .map(|name| PEOPLE.iter().find(|(known, _)| *known == name).expect(name).1)
        .sum();
    peoples
        | match row[4].as_str() {
            "m" => MALE,
            "f" => FEMALE,
            _ => 0,
        }
}

#[test]
fn lexicon() {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    let mut compounds = Vec::new();
    let mut misspellings = Vec::new();
    for row in rows("surnames.tsv") {
        let key = normal(&row[0]);
        let flags = flags_of(&row);
        let parts: Vec<_> = key.split(' ').collect();
        match row[2].as_str() {
            "single" | "generation" | "misspelling" => {
                let word = words.entry(key.clone()).or_default();
                word.surname = word.surname.max(share(&row[1]));
                word.flags |= flags | SURNAME;
                if row[2] == "misspelling" {
                    word.flags |= MISSPELLED;
                    misspellings.push((key, row[5].clone()));
                }
            }
            "prefix" => {
                words.entry(key.clone()).or_default().flags |= flags & !(MALE | FEMALE) | PREFIX
            }
            "compound" => {
                words.entry(parts[0].to_owned()).or_default().flags |= HEAD;
                words.entry((*parts.last().unwrap()).to_owned()).or_default().flags |= TAIL;
                let women = match row[4].as_str() {
                    "m" => "Some(0.0)",
                    "f" => "Some(1.0)",
                    _ => "None",
                };
                compounds.push((key.clone(), parts.len(), women));
            }
            // Registers write a surname and a middle name; the parser does the same.
            "branch" => {}
            other => panic!("kind {other:?} of {}", row[0]),
        }
    }
    for row in rows("middle_given.tsv") {
        let word = words.entry(normal(&row[1])).or_default();
        let count = row[2].parse().unwrap_or(1.0_f64);
        let sexes = (row[3].parse().unwrap_or(0.0_f64), row[4].parse().unwrap_or(0.0_f64));
        word.flags |= PART;
        let place = if row[0] == "middle1" { &mut word.middle } else { &mut word.given };
        *place += count / LISTED;
        let counted = &mut word.sexes[usize::from(row[0] == "given")];
        counted.0 += sexes.0;
        counted.1 += sexes.1;
    }
    // The longest first, so that the first that fits is the one.
    compounds.sort_by_key(|(key, syllables, _)| (core::cmp::Reverse(*syllables), key.clone()));
    misspellings.sort();
    let mut doublets: Vec<_> = rows("regional_doublets.tsv")
        .iter()
        .map(|row| {
            let (a, b) = (normal(&row[0]), normal(&row[1]));
            let class = match row[4].as_str() {
                "taboo" => "Taboo",
                "iy" => "Letter",
                "onset" | "tone" | "coda" | "rhyme" => "Heard",
                other => panic!("class {other:?}"),
            };
            if a < b { (a, b, class) } else { (b, a, class) }
        })
        .collect();
    doublets.sort();
    doublets.dedup();

    let mut folded: BTreeMap<String, Word> = BTreeMap::new();
    for (key, word) in &words {
        let held = folded
            .entry(fold(key))
            .and_modify(|held| held.add(word))
            .or_insert_with(|| word.clone());
        if word.flags & MISSPELLED != 0 {
            held.flags |= MAY_BE_MISSPELLED;
        }
    }

    let mut out = String::from(
        "//! Generated from `data/surnames.tsv`, `middle_given.tsv` and `regional_doublets.tsv` by\n//! `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n// As statics the rows would stay in the library, which needs the tables made of them.\n#![allow(clippy::large_const_arrays)]\n\nuse super::{Compound, DoubletClass, Misspelling};\nuse super::table::Rows;\n",
    );
    for (name, doc, map) in [
        ("NORMAL", "Words in the normal form.", &words),
        ("FOLDED", "The same words without marks; shares added up.", &folded),
    ] {
        let (rows, bytes): (usize, usize) = (map.len(), map.keys().map(String::len).sum());
        let keys = front_coded(map.keys());
        write!(out, "\n/// {doc}\npub(super) const {name}: Rows<{rows}> = Rows {{\n    bytes: {bytes},\n    keys: {keys:?},\n    facts: [\n").unwrap();
        let facts: Vec<_> = map.values().map(Word::facts).collect();
        for column in 0..6 {
            let numbers: Vec<_> = facts.iter().map(|facts| facts[column].to_string()).collect();
            writeln!(out, "        [{}],", numbers.join(", ")).unwrap();
        }
        out.push_str("    ],\n};\n");
    }
    writeln!(out, "\n/// Surnames of several syllables, longest first.\npub(super) static COMPOUNDS: [Compound; {}] = [", compounds.len()).unwrap();
    for (key, _, women) in &compounds {
        writeln!(out, "    Compound::of({key:?}, {:?}, {women}),", fold(key)).unwrap();
    }
    writeln!(out, "];\n\n/// Misspelled surnames and what they stand for.\npub(super) static MISSPELLINGS: [Misspelling; {}] = [", misspellings.len()).unwrap();
    for (key, meant) in &misspellings {
        writeln!(out, "    Misspelling::of({key:?}, {:?}, {meant:?}),", fold(key)).unwrap();
    }
    writeln!(out, "];\n\n/// Pairs a clerk or a family may swap; the smaller first, sorted.\npub(super) static DOUBLETS: [(&str, &str, DoubletClass); {}] = [", doublets.len()).unwrap();
    for (a, b, class) in &doublets {
        writeln!(out, "    ({a:?}, {b:?}, DoubletClass::{class}),").unwrap();
    }
    out.push_str("];\n");
    same("lexicon/tables.rs", &out);
}
