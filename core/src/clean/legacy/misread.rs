//! From wrongly read characters back to the bytes they were.

use super::detect::plausibility;
use super::lossy;
use crate::text::{Letter, Mark};
use alloc::string::String;
use alloc::vec::Vec;

/// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves undefined are C1 controls, as browsers
/// read them.
const CP1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Windows-1250 from 0x80, as browsers read it.
#[rustfmt::skip]
const CP1250: [char; 128] = [
    '€', '\u{81}', '‚', '\u{83}', '„', '…', '†', '‡', '\u{88}', '‰', 'Š', '‹', 'Ś', 'Ť', 'Ž', 'Ź',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '\u{98}', '™', 'š', '›', 'ś', 'ť', 'ž', 'ź',
    '\u{A0}', 'ˇ', '˘', 'Ł', '¤', 'Ą', '¦', '§', '¨', '©', 'Ş', '«', '¬', '\u{AD}', '®', 'Ż',
    '°', '±', '˛', 'ł', '´', 'µ', '¶', '·', '¸', 'ą', 'ş', '»', 'Ľ', '˝', 'ľ', 'ż',
    'Ŕ', 'Á', 'Â', 'Ă', 'Ä', 'Ĺ', 'Ć', 'Ç', 'Č', 'É', 'Ę', 'Ë', 'Ě', 'Í', 'Î', 'Ď',
    'Đ', 'Ń', 'Ň', 'Ó', 'Ô', 'Ő', 'Ö', '×', 'Ř', 'Ů', 'Ú', 'Ű', 'Ü', 'Ý', 'Ţ', 'ß',
    'ŕ', 'á', 'â', 'ă', 'ä', 'ĺ', 'ć', 'ç', 'č', 'é', 'ę', 'ë', 'ě', 'í', 'î', 'ď',
    'đ', 'ń', 'ň', 'ó', 'ô', 'ő', 'ö', '÷', 'ř', 'ů', 'ú', 'ű', 'ü', 'ý', 'ţ', '˙',
];

/// ISO 8859-2 from 0xA0; below it has the C1 controls.
#[rustfmt::skip]
const LATIN2: [char; 96] = [
    '\u{A0}', 'Ą', '˘', 'Ł', '¤', 'Ľ', 'Ś', '§', '¨', 'Š', 'Ş', 'Ť', 'Ź', '\u{AD}', 'Ž', 'Ż',
    '°', 'ą', '˛', 'ł', '´', 'ľ', 'ś', 'ˇ', '¸', 'š', 'ş', 'ť', 'ź', '˝', 'ž', 'ż',
    'Ŕ', 'Á', 'Â', 'Ă', 'Ä', 'Ĺ', 'Ć', 'Ç', 'Č', 'É', 'Ę', 'Ë', 'Ě', 'Í', 'Î', 'Ď',
    'Đ', 'Ń', 'Ň', 'Ó', 'Ô', 'Ő', 'Ö', '×', 'Ř', 'Ů', 'Ú', 'Ű', 'Ü', 'Ý', 'Ţ', 'ß',
    'ŕ', 'á', 'â', 'ă', 'ä', 'ĺ', 'ć', 'ç', 'č', 'é', 'ę', 'ë', 'ě', 'í', 'î', 'ď',
    'đ', 'ń', 'ň', 'ó', 'ô', 'ő', 'ö', '÷', 'ř', 'ů', 'ú', 'ű', 'ü', 'ý', 'ţ', '˙',
];

/// The character that Windows-1252 has for a byte.
pub(crate) fn cp1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| CP1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// The byte that Windows-1252 or Latin-1 shows as a character.
pub(super) fn cp1252_byte(c: char) -> Option<u8> {
    u8::try_from(c).ok().or_else(|| place(&CP1252, 0x80, c))
}

fn cp1250_byte(c: char) -> Option<u8> {
    if c.is_ascii() { u8::try_from(c).ok() } else { place(&CP1250, 0x80, c) }
}

fn latin2_byte(c: char) -> Option<u8> {
    if c < '\u{A0}' { u8::try_from(c).ok() } else { place(&LATIN2, 0xA0, c) }
}

fn place(table: &[char], start: usize, c: char) -> Option<u8> {
    table.iter().position(|&shown| shown == c).and_then(|at| u8::try_from(start + at).ok())
}

/// The bytes of a text that was read as Windows-1252 or Latin-1.
pub(super) fn misread_bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(cp1252_byte).collect()
}

/// What the text says if its UTF-8 was read by each of the wrong tables, the most usual first.
fn readings(text: &str) -> impl Iterator<Item = String> {
    let tables: [fn(char) -> Option<u8>; 3] = [cp1252_byte, latin2_byte, cp1250_byte];
    tables.into_iter().filter_map(|byte| {
        let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
        String::from_utf8(bytes?).ok().filter(|read| !read.is_ascii())
    })
}

/// Only ASCII, Vietnamese letters and loose marks? Not the no-break space, the last byte of à.
pub(super) fn is_vietnamese(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || Letter::of(c).is_some() || Mark::combining(c).is_some())
}

/// The Vietnamese texts whose UTF-8 was read wrongly once.
pub(super) fn vietnamese_readings(text: &str) -> impl Iterator<Item = String> {
    readings(text).filter(|read| is_vietnamese(read))
}

/// The best of them.
fn vietnamese(text: &str) -> Option<String> {
    // The tables share characters: Š is 8A in one, A9 in another, ˇ is ạ's last byte in Windows-1250
    // and ặ's in ISO 8859-2. The better name wins, the earlier table in a tie.
    let mut best: Option<(i32, String)> = None;
    for read in vietnamese_readings(text) {
        let weight = plausibility(&read);
        if best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, read));
        }
    }
    best.map(|(_, read)| read)
}

/// The text whose UTF-8 was read as Windows-1252, Latin-1, Windows-1250 or ISO 8859-2, or twice by any
/// two of them.
pub(super) fn utf8(text: &str) -> Option<String> {
    // A0 may stand for the gap after it too.
    let joined = text.contains('\u{A0}').then(|| lossy::restore(text)).flatten();
    joined
        .filter(|read| is_vietnamese(read))
        .or_else(|| vietnamese(text))
        .or_else(|| readings(text).find_map(|once| vietnamese(&once)))
        .or_else(|| lossy::restore(text))
        // Other languages; the table cannot be judged by them.
        .or_else(|| readings(text).next())
}
