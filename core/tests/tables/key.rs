//! The lexicon's shares and `data/regional_doublets.tsv`, by syllable code -> `src/key/known.rs`.

use super::{rows, same};
use hoten::lexicon::{self, DoubletClass};
use hoten::syllable::Syllable;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const SLOTS: usize = 2048;

/// How much it says that two names share a word: -log2 of its share.
fn bits(share: Option<f32>) -> u32 {
    ((1.0 / share.unwrap_or(0.0).clamp(0.000_02, 0.5)) as u32).ilog2()
}

fn table() -> String {
    let mut words = BTreeSet::new();
    for file in ["surnames.tsv", "middle_given.tsv", "regional_doublets.tsv"] {
        for row in rows(file) {
            words.extend(row[..2].iter().map(|word| hoten::normalize(word).into_owned()));
        }
    }
    let mut doublets = BTreeMap::new();
    let codes: Vec<_> = words
        .iter()
        .filter_map(|word| Some((Syllable::parse(word)?.code(), word.as_str())))
        .collect();
    for (a, left) in &codes {
        for (b, right) in codes.iter().filter(|(b, _)| b > a) {
            if let Some(class) = lexicon::doublet(left, right) {
                doublets.insert(u32::from(*a) << 16 | u32::from(*b), class);
            }
        }
    }
    let mut slots = vec![0_u32; SLOTS];
    for (code, word) in &codes {
        let shares = (lexicon::surname(word), lexicon::part(word));
        let surname = bits(shares.0.map(|entry| entry.share));
        let part = bits(shares.1.map(|entry| entry.frequency));
        let swapped =
            doublets.keys().any(|pair| [pair >> 16, pair & 0xFFFF].contains(&u32::from(*code)));
        if (surname, part, swapped) == (15, 15, false) {
            continue;
        }
        let mut slot = (u32::from(*code).wrapping_mul(0x9E37_79B1) >> 21) as usize;
        while slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slots[slot] = u32::from(*code) << 16 | u32::from(swapped) << 8 | surname << 4 | part;
    }
    let mut out = String::from(
        "//! Generated from the lexicon and `data/regional_doublets.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse crate::lexicon::DoubletClass;\n",
    );
    writeln!(out, "\n/// Words of the lexicon by syllable code, open addressing; 0 is free. From high to low: code, a\n/// doublet or not, bits of the word as a surname (4) and as another part (4).\npub(super) static WORDS: [u32; {SLOTS}] = [").unwrap();
    for chunk in slots.chunks(16) {
        let line: Vec<_> = chunk.iter().map(ToString::to_string).collect();
        writeln!(out, "    {},", line.join(", ")).unwrap();
    }
    writeln!(out, "];\n\n/// Pairs of syllable codes that may stand for one another, the smaller code high; sorted.\npub(super) static DOUBLETS: [(u32, DoubletClass); {}] = [", doublets.len()).unwrap();
    for (pair, class) in &doublets {
        let class = match class {
            DoubletClass::Taboo => "Taboo",
            DoubletClass::Letter => "Letter",
            DoubletClass::Heard => "Heard",
        };
        writeln!(out, "    ({pair:#010x}, DoubletClass::{class}),").unwrap();
    }
    out.push_str("];\n");
    out
}

#[test]
fn known_words() {
    same("key/known.rs", &table());
}
