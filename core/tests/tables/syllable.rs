//! `data/rhymes.tsv` and `data/sound_mergers.tsv` -> `src/syllable/tables.rs`.

use super::{rows, same};
use hoten::text::Letter;
use std::fmt::Write;

/// Onset spellings; "" is no onset.
const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];
const CODAS: [&str; 8] = ["ch", "ng", "nh", "c", "m", "n", "p", "t"];
const SLOTS: usize = 2048;

fn split_coda(rhyme: &str) -> (&str, &str) {
    let coda = CODAS.iter().find(|coda| rhyme.ends_with(**coda)).copied().unwrap_or("");
    rhyme.split_at(rhyme.len() - coda.len())
}

/// Where the tone mark stands among the rhyme's letters, (new style, old style).
/// The algorithm was checked against all 6,605 lower-case syllables of hunspell-vi.
fn tone_places(rhyme: &str) -> (usize, usize) {
    let (vowels, coda) = split_coda(rhyme);
    let letters: Vec<_> = vowels.chars().map(|c| Letter::of(c).unwrap()).collect();
    if let Some(last) = letters.iter().rposition(|letter| letter.has_quality()) {
        return (last, last);
    }
    match (letters.len(), coda) {
        (1, _) => (0, 0),
        (3, _) => (1, 1),
        (_, coda) if !coda.is_empty() => (1, 1),
        _ if matches!(vowels, "oa" | "oe" | "uy") => (1, 0),
        _ => (0, 0),
    }
}

fn key(rhyme: &str) -> u32 {
    rhyme.chars().fold(0, |key, c| key << 6 | u32::from(Letter::of(c).unwrap().id()))
}

/// An odd multiplier that sends every key to a slot of its own.
fn multiplier(keys: &[u32]) -> (u32, Vec<u8>) {
    let mut state = 0x9E37_79B9_u32;
    loop {
        state = state.wrapping_mul(0x915F_77F5).wrapping_add(0x7F4A_7C15);
        let factor = state | 1;
        let mut slots = vec![u8::MAX; SLOTS];
        let free = keys.iter().enumerate().all(|(index, key)| {
            let slot = &mut slots[(key.wrapping_mul(factor) >> 21) as usize];
            std::mem::replace(slot, index as u8) == u8::MAX
        });
        if free {
            return (factor, slots);
        }
    }
}

/// For each item the first item of its class.
fn classes(items: &[String], merged: impl Fn(&str) -> String) -> Vec<usize> {
    let heard: Vec<_> = items.iter().map(|item| merged(item)).collect();
    heard.iter().map(|sound| heard.iter().position(|other| other == sound).unwrap()).collect()
}

fn numbers<T: std::fmt::Display>(out: &mut String, values: &[T]) {
    for chunk in values.chunks(16) {
        let line: Vec<_> = chunk.iter().map(ToString::to_string).collect();
        writeln!(out, "    {},", line.join(", ")).unwrap();
    }
    out.push_str("];\n");
}

fn table() -> String {
    let rhymes = rows("rhymes.tsv");
    let mergers = rows("sound_mergers.tsv");
    let heard = |part: &str, spelling: &str| -> String {
        let mut sound = spelling.to_owned();
        while let Some(row) = mergers.iter().find(|row| row[0] == part && row[1] == sound) {
            sound.clone_from(&row[2]);
        }
        sound
    };
    let spellings: Vec<String> = rhymes.iter().map(|row| row[0].clone()).collect();
    let keys: Vec<u32> = spellings.iter().map(|rhyme| key(rhyme)).collect();
    let (factor, slots) = multiplier(&keys);

    let mut out = String::from(
        "//! Generated from `data/rhymes.tsv` and `data/sound_mergers.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::Rhyme;\n",
    );
    writeln!(out, "\n/// Onset spellings, by code; the first is none.\npub(super) static ONSETS: [&str; {}] = {ONSETS:?};", ONSETS.len()).unwrap();
    let onsets: Vec<_> = ONSETS.iter().map(|onset| (*onset).to_owned()).collect();
    writeln!(out, "\n/// First onset of the class that sounds alike somewhere.\npub(super) static ONSET_SOUNDS: [u8; {}] = [", onsets.len()).unwrap();
    numbers(&mut out, &classes(&onsets, |onset| heard("onset", onset)));
    writeln!(
        out,
        "\n/// Rhymes, by code, the most usual first.\npub(super) static RHYMES: [Rhyme; {}] = [",
        spellings.len()
    )
    .unwrap();
    let sounds = classes(&spellings, |rhyme| {
        let rhyme = heard("rhyme", rhyme);
        let (vowels, coda) = split_coda(&rhyme);
        format!("{vowels}{}", heard("coda", coda))
    });
    for ((row, key), sound) in rhymes.iter().zip(&keys).zip(&sounds) {
        let (new, old) = tone_places(&row[0]);
        let stop = row[1] == "stop";
        assert_eq!(stop, matches!(split_coda(&row[0]).1, "c" | "ch" | "p" | "t"), "{}", row[0]);
        writeln!(
            out,
            "    Rhyme {{ text: {:?}, key: {key}, new: {new}, old: {old}, stop: {stop}, sound: {sound} }},",
            row[0]
        )
        .unwrap();
    }
    out.push_str("];\n");
    writeln!(out, "\n/// Sends each rhyme's key to a slot of its own (top 11 bits of the product).\npub(super) const FACTOR: u32 = {factor:#X};").unwrap();
    writeln!(
        out,
        "\n/// Rhyme code by slot; 255 is none.\npub(super) static SLOTS: [u8; {SLOTS}] = ["
    )
    .unwrap();
    numbers(&mut out, &slots);
    out
}

#[test]
fn syllables() {
    same("syllable/tables.rs", &table());
}
