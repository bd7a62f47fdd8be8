//! `data/khmer_letters.tsv` -> `src/khmer/script/tables.rs`.

use super::{rows, same};
use std::fmt::Write;

/// Vowel signs beyond the sixteen of the block, in the order of the rows.
const MARKED: [&str; 11] = [
    "\u{17BB}\u{17C6}",
    "\u{17C6}",
    "\u{17B6}\u{17C6}",
    "\u{17C7}",
    "\u{17B7}\u{17C7}",
    "\u{17BB}\u{17C7}",
    "\u{17C1}\u{17C7}",
    "\u{17C4}\u{17C7}",
    "\u{17C8}",
    "\u{17D0}",
    "\u{17B6}",
];

/// The consonant that a sound is; ស closes as a breath but is written -s, so it stays S.
fn consonant(ipa: &str) -> Option<&'static str> {
    Some(match ipa {
        "k" => "K",
        "kʰ" => "Kh",
        "g" => "G",
        "ŋ" => "Ng",
        "c" => "C",
        "cʰ" => "Ch",
        "ɲ" => "Nh",
        "ɗ" => "D",
        "t" => "T",
        "tʰ" => "Th",
        "n" => "N",
        "ɓ" => "B",
        "p" => "P",
        "pʰ" => "Ph",
        "f" => "F",
        "m" => "M",
        "j" => "Y",
        "r" => "R",
        "l" => "L",
        "ʋ" | "w" => "V",
        "s" => "S",
        "z" => "Z",
        "h" => "H",
        "ʔ" | "-" | "silent" => return None,
        other => panic!("{other}: no such consonant"),
    })
}

fn vowel(ipa: &str) -> &'static str {
    match ipa {
        "aː" | "ă" | "a" | "am" | "ah" | "aʔ" => "A",
        "iə" | "eəh" | "eaʔ" => "Ia",
        "eː" | "eh" => "E",
        "ae" | "ɛː" => "Ae",
        "e" | "i" | "iː" | "ih" => "I",
        "əj" | "ɨj" => "Ei",
        "aj" => "Ai",
        "ə" | "ɨ" | "əɨ" | "ɨː" => "Oe",
        "aə" | "əː" | "ɨə" => "Oeu",
        "u" | "uː" | "um" | "uh" | "uk" => "U",
        "o" | "oː" | "om" | "oh" => "O",
        "ɑː" | "ɔː" | "ɑm" | "ɑh" => "Or",
        "uə" | "uəh" => "Uo",
        "oəm" | "ea" | "oa" => "Oa",
        "ao" | "aw" => "Ao",
        "əw" | "ɨw" => "Ov",
        other => panic!("{other}: no such vowel"),
    }
}

/// The first of several sounds or spellings.
fn first(cell: &str) -> &str {
    let cut = |c: char| "/;| (".contains(c);
    cell.split(cut).find(|part| !part.is_empty()).unwrap_or_default()
}

/// The first spelling that is not bound to one word.
fn spelling(cell: &str) -> &str {
    let spelling = cell.split('|').find(|one| !one.contains('(')).unwrap_or_default();
    if spelling == "-" { "" } else { spelling }
}

fn option(name: Option<&str>) -> String {
    name.map_or("None".to_owned(), |name| format!("Some(Consonant::{name})"))
}

fn letter(text: &mut String, glyph: &str, cells: &[String], sound: Option<&str>) {
    let coda = cells[5].split_once("coda ").map_or("-", |(_, coda)| first(coda));
    let coda = if glyph == "ស" { Some("S") } else { consonant(coda) };
    let common = if cells[7].starts_with('(') { "" } else { spelling(&cells[7]) };
    let ungegn = cells[6].trim_end_matches(['â', 'ô', '-']);
    writeln!(
        text,
        "    Letter {{ sound: {}, second: {}, coda: {}, common: {common:?}, ungegn: {ungegn:?} }}, // {glyph}",
        option(sound), cells[4] == "o", option(coda),
    )
    .unwrap();
}

fn sign(text: &mut String, cells: &[String], ends: &[char], starts: &[char]) {
    let class = vowel(first(&cells[5]).trim_start_matches(starts));
    let common = spelling(&cells[7]).trim_end_matches(ends).trim_start_matches(starts);
    // An alternative of the same cell ("oă|eă") is chosen by the coda, not here.
    let ungegn = spelling(&cells[6]).trim_end_matches(ends).trim_start_matches(starts);
    writeln!(
        text,
        "    Sign {{ vowel: Vowel::{class}, common: {common:?}, ungegn: {ungegn:?} }}, // {} {}",
        cells[1], cells[4],
    )
    .unwrap();
}

#[test]
fn letters_are_the_data() {
    let rows = rows("khmer_letters.tsv");
    let row = |glyph: &str| rows.iter().find(|row| row[1] == glyph).unwrap();
    let mut text = String::from(
        "//! Generated from `data/khmer_letters.tsv` by `tests/tables/khmer_letters.rs`. Do not edit.\n\n\
         use super::letter::{Letter, Sign};\nuse crate::khmer::{Consonant, Vowel};\n\n",
    );
    text.push_str("/// U+1780 to U+17A2, then ហ្វ, ហ្គ, ហ្ស and ប៉.\n#[rustfmt::skip]\n");
    text.push_str("pub(super) static LETTERS: [Letter; 39] = [\n");
    for c in '\u{1780}'..='\u{17A2}' {
        // Sanskrit letters without a coda of their own are read as ស.
        let glyph = if matches!(c, 'ឝ' | 'ឞ') { 'ស'.to_string() } else { c.to_string() };
        let cells = row(&glyph);
        letter(&mut text, &glyph, cells, consonant(first(&cells[5])));
    }
    for glyph in ["ហ្វ", "ហ្គ"] {
        letter(&mut text, glyph, row(glyph), consonant(first(&row(glyph)[5])));
    }
    text.push_str("    Letter { sound: Some(Consonant::Z), second: false, coda: None, common: \"z\", ungegn: \"z\" }, // ហ្ស\n");
    let mut cells = row("ប៉").clone();
    cells[5].push_str(" / coda p");
    letter(&mut text, "ប៉", &cells, Some("P"));
    text.push_str("];\n\n");

    let signs: Vec<_> = rows.iter().filter(|row| row[3] == "vowel sign").collect();
    let kinds = 1 + 16 + MARKED.len();
    assert_eq!(signs.len(), 2 * kinds, "a pair of rows for each sign");
    let mut glyphs = vec!["(none)".to_owned()];
    glyphs.extend(('\u{17B6}'..='\u{17C5}').map(String::from));
    glyphs.extend(MARKED.map(str::to_owned));
    writeln!(text, "/// By sign and series: no sign, U+17B6 to U+17C5, the marked ones, short ា.\n#[rustfmt::skip]").unwrap();
    writeln!(text, "pub(super) static SIGNS: [[Sign; 2]; {kinds}] = [").unwrap();
    for (glyph, pair) in glyphs.iter().zip(signs.chunks(2)) {
        assert_eq!([&pair[0][4][..], &pair[1][4][..]], ["a", "o"], "{glyph}");
        assert!(pair.iter().all(|row| row[1].trim_start_matches('◌') == glyph), "{glyph}");
        let ends: &[char] = match &glyph[..] {
            _ if glyph.ends_with('\u{17C6}') => &['m'],
            _ if glyph.ends_with('\u{17C7}') => &['h', 's'],
            "\u{17C8}" => &['k'],
            _ => &[],
        };
        text.push_str("    [\n");
        pair.iter().for_each(|row| sign(&mut text, row, ends, &[]));
        text.push_str("    ],\n");
    }
    text.push_str("];\n\n/// U+17A5 to U+17B3.\n#[rustfmt::skip]\npub(super) static INDEPENDENT: [Sign; 15] = [\n");
    for c in '\u{17A5}'..='\u{17B3}' {
        let ends: &[char] = if c == 'ឨ' { &['k'] } else { &[] };
        sign(&mut text, row(&c.to_string()), ends, &['r', 'l']);
    }
    text.push_str("];\n");
    same("khmer/script/tables.rs", &text);
}
