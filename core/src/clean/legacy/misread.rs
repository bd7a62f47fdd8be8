//! From wrongly read characters back to the bytes they were.

use super::detect::plausibility;
use super::tables::{AS_CP1250, AS_LATIN2};
use crate::text::{Letter, Mark};
use alloc::string::String;
use alloc::vec::Vec;

/// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves undefined are C1 controls, as browsers
/// read them.
const CP1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The character that Windows-1252 has for a byte.
pub(crate) fn cp1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| CP1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// The byte that Windows-1252 or Latin-1 shows as a character.
pub(super) fn cp1252_byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(c) {
        return Some(byte);
    }
    CP1252.iter().position(|&special| special == c).and_then(|at| u8::try_from(at + 0x80).ok())
}

/// The bytes of a text that was read as Windows-1252 or Latin-1.
pub(super) fn misread_bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(cp1252_byte).collect()
}

/// The text whose UTF-8 was read as Windows-1252, Latin-1, Windows-1250 or ISO 8859-2.
pub(super) fn utf8(text: &str) -> Option<String> {
    let by_table = |table: &[(u16, u8)]| -> Option<Vec<u8>> {
        text.chars()
            .map(|c| {
                if c.is_ascii() {
                    return u8::try_from(c).ok();
                }
                let point = u16::try_from(u32::from(c)).ok()?;
                let at = table.binary_search_by_key(&point, |entry| entry.0).ok()?;
                table.get(at).map(|entry| entry.1)
            })
            .collect()
    };
    let read =
        |bytes: Option<Vec<u8>>| String::from_utf8(bytes?).ok().filter(|text| !text.is_ascii());
    // The tables share characters (Š is 8A in one, A9 in another): Vietnamese is what is looked for.
    let vietnamese = |text: &String| {
        text.chars()
            .all(|c| c.is_ascii() || Letter::of(c).is_some() || Mark::combining(c).is_some())
    };
    let first = read(misread_bytes(text));
    if first.as_ref().is_some_and(vietnamese) {
        return first;
    }
    let central = [read(by_table(&AS_LATIN2)), read(by_table(&AS_CP1250))];
    // ˇ is ạ's last byte in Windows-1250 and ặ's in ISO 8859-2: the better name wins, the table seen
    // in real lists in a tie.
    let mut best: Option<(i32, String)> = None;
    for text in central.into_iter().flatten().filter(vietnamese) {
        let weight = plausibility(&text);
        if best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, text));
        }
    }
    best.map(|(_, text)| text).or(first)
}
