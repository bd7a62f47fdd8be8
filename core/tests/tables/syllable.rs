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

/// The same of the letters without their marks.
fn fold_key(spelling: &str) -> u32 {
    let base = |c| char::from(Letter::of(c).unwrap().base());
    key(&spelling.chars().map(base).collect::<String>())
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

/// The regions of `SoundProfile`, in its order.
const PROFILES: [&str; 4] = ["north", "central", "south", "all"];

/// A sound as readable ASCII capitals, its marks as on a Telex keyboard.
fn telex(spelling: &str) -> String {
    let mut text = String::new();
    for c in spelling.chars() {
        let base = char::from(Letter::of(c).unwrap().base().to_ascii_uppercase());
        text.push(base);
        match c {
            'ă' | 'ơ' | 'ư' => text.push('W'),
            'â' | 'ê' | 'ô' | 'đ' => text.push(base),
            _ => {}
        }
    }
    text
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
    let heard = |profile: &str, part: &str, spelling: &str| -> String {
        let mut sound = spelling.to_owned();
        let here = |row: &&Vec<String>| row[3].split(',').any(|held| held == profile);
        while let Some(row) =
            mergers.iter().filter(here).find(|row| row[0] == part && row[1] == sound)
        {
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
    let letters = ONSETS.map(|onset| (key(onset), fold_key(onset)));
    writeln!(out, "\n/// Letter ids of the onsets, six bits each; and without their marks.\npub(super) static ONSET_LETTERS: [(u32, u32); {}] = {letters:?};", ONSETS.len()).unwrap();
    writeln!(out, "\n/// Onset that each is heard as: north, central, south, all.\npub(super) static ONSET_SOUNDS: [[u8; 4]; {}] = [", ONSETS.len()).unwrap();
    for onset in ONSETS {
        let sounds = PROFILES.map(|profile| {
            let sound = heard(profile, "onset", onset);
            ONSETS.iter().position(|held| *held == sound).unwrap()
        });
        writeln!(out, "    {sounds:?}, // {onset}").unwrap();
    }
    out.push_str("];\n");
    let texts = ONSETS.map(telex);
    writeln!(
        out,
        "\n/// Onsets in ASCII.\npub(super) static ONSET_TEXTS: [&str; {}] = {texts:?};",
        ONSETS.len()
    )
    .unwrap();
    writeln!(
        out,
        "\n/// Rhymes, by code, the most usual first.\npub(super) static RHYMES: [Rhyme; {}] = [",
        spellings.len()
    )
    .unwrap();
    // What is heard may be a rhyme that nobody spells: those stand behind the others.
    let mut sounds = spellings.clone();
    let mut sound_of = |rhyme: &str| {
        PROFILES.map(|profile| {
            let rhyme = heard(profile, "rhyme", rhyme);
            let (vowels, coda) = split_coda(&rhyme);
            let sound = format!("{vowels}{}", heard(profile, "coda", coda));
            sounds.iter().position(|held| *held == sound).unwrap_or_else(|| {
                sounds.push(sound);
                sounds.len() - 1
            })
        })
    };
    for (row, key) in rhymes.iter().zip(&keys) {
        let sounds = sound_of(&row[0]);
        let (new, old) = tone_places(&row[0]);
        let stop = row[1] == "stop";
        assert_eq!(stop, matches!(split_coda(&row[0]).1, "c" | "ch" | "p" | "t"), "{}", row[0]);
        writeln!(
            out,
            "    Rhyme {{ text: {:?}, key: {key}, fold: {}, new: {new}, old: {old}, stop: {stop}, sounds: {sounds:?} }},",
            row[0],
            fold_key(&row[0])
        )
        .unwrap();
    }
    out.push_str("];\n");
    let texts: Vec<_> = sounds.iter().map(|sound| telex(sound)).collect();
    assert!(texts.len() <= 256);
    writeln!(
        out,
        "\n/// Rhymes as they are heard, in ASCII.\npub(super) static RHYME_TEXTS: [&str; {}] = [",
        texts.len()
    )
    .unwrap();
    for chunk in texts.chunks(12) {
        let line: Vec<_> = chunk.iter().map(|text| format!("{text:?}")).collect();
        writeln!(out, "    {},", line.join(", ")).unwrap();
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
