//! Text as a wrong table of characters shows it, from `data/legacy_encodings.tsv` alone.

use super::names::rows;
use hoten::Encoding;
use std::collections::HashMap;

/// Windows-1252 from 0x80 to 0x9F as browsers read it.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Each encoding of bytes, and the rows of the table that list it.
pub(crate) const BYTES: [(Encoding, &[&str]); 11] = [
    (Encoding::Tcvn3, &["TCVN3"]),
    (Encoding::VniWindows, &["VNI-WIN"]),
    (Encoding::Cp1258, &["CP1258"]),
    (Encoding::Viscii, &["VISCII"]),
    (Encoding::Vps, &["VPS"]),
    (Encoding::Vn1, &["TCVN3", "TCVN5712-VN1"]),
    (Encoding::Viqr, &["VIQR"]),
    (Encoding::Bkhcm1, &["BKHCM1"]),
    (Encoding::Bkhcm2, &["BKHCM2"]),
    (Encoding::VietwareF, &["VIETWARE-F"]),
    (Encoding::VietwareX, &["VIETWARE-X"]),
];

/// Each kind of UTF-8 read with another table.
pub(crate) const MOJIBAKE: [&str; 6] = [
    "MOJI-utf8-as-cp1252",
    "MOJI-utf8-as-latin1",
    "MOJI-utf8-as-cp1250",
    "MOJI-utf8-as-8859-2",
    "MOJI-utf8-as-cp1252-twice",
    "MOJI-nfd-utf8-as-cp1252",
];

/// Bytes 0x80 to 0xFF of Windows-1250 (as browsers read it) and of ISO 8859-2: the Unicode
/// consortium's CP1250.TXT and 8859-2.TXT.
const CP1250: &str = "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\
    \u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷\
    řůúűüýţ˙";
const LATIN2: &str = "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\
    \u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\
    \u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁ\
    ÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

/// What a wrong table shows for a byte.
pub(crate) type Table = fn(u8) -> char;

/// UTF-8 read with one wrong table two times over.
pub(crate) const TWICE: [(&str, Table); 4] = [
    ("cp1252 twice", |byte| match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte) - 0x80],
        _ => char::from(byte),
    }),
    ("latin1 twice", char::from),
    ("cp1250 twice", |byte| of_page(CP1250, byte)),
    ("8859-2 twice", |byte| of_page(LATIN2, byte)),
];

fn of_page(page: &str, byte: u8) -> char {
    match byte.checked_sub(0x80) {
        Some(at) => page.chars().nth(at.into()).unwrap(),
        None => char::from(byte),
    }
}

/// Which letters text shows as.
pub(crate) struct Shown {
    letters: HashMap<char, String>,
    /// Capitals with marks show as small letters.
    small: bool,
}

fn hex(cell: &str) -> impl Iterator<Item = u32> + '_ {
    cell.split(' ').map(|one| u32::from_str_radix(one.trim_start_matches("U+"), 16).unwrap())
}

impl Shown {
    /// Bytes of an encoding read as Windows-1252, or as Latin-1.
    pub(crate) fn bytes(encoding: Encoding, windows: bool) -> Self {
        let (_, kinds) = BYTES.iter().find(|(held, _)| *held == encoding).unwrap();
        let mut letters = HashMap::new();
        for row in rows("legacy_encodings.tsv").iter().filter(|row| kinds.contains(&&*row[0])) {
            let Some(letter) = row[3].chars().next() else { continue };
            let text = if encoding == Encoding::Viqr {
                row[1].clone()
            } else {
                hex(&row[1])
                    .map(|byte| match byte {
                        0x80..=0x9F if windows => WINDOWS[byte as usize - 0x80],
                        _ => char::from_u32(byte).unwrap(),
                    })
                    .collect()
            };
            letters.entry(letter).or_insert(text);
        }
        Self { letters, small: matches!(encoding, Encoding::Tcvn3 | Encoding::VietwareF) }
    }

    /// UTF-8 misread by a table two times over.
    pub(crate) fn twice(table: fn(u8) -> char) -> Self {
        let misread = |text: &str| -> String { text.bytes().map(table).collect() };
        let mut letters = HashMap::new();
        for row in rows("legacy_encodings.tsv").iter().filter(|row| row[0].starts_with("MOJI")) {
            let letter = row[3].chars().next().unwrap();
            letters.insert(letter, misread(&misread(&letter.to_string())));
        }
        Self { letters, small: false }
    }

    /// A kind of mojibake; the same letters as [`Self::bytes`].
    pub(crate) fn mojibake(kind: &str) -> Self {
        let mut letters = HashMap::new();
        for name in [kind, "MOJI-utf8-as-cp1252"] {
            for row in rows("legacy_encodings.tsv").iter().filter(|row| row[0] == name) {
                let text = hex(&row[1]).map(|point| char::from_u32(point).unwrap()).collect();
                letters.entry(row[3].chars().next().unwrap()).or_insert(text);
            }
        }
        Self { letters, small: false }
    }

    /// The text as it shows; in the fonts of TCVN3 and Vietware F capitals with marks have the places
    /// of small letters. `None` where the encoding lacks a letter.
    pub(crate) fn show(&self, text: &str) -> Option<String> {
        let mut out = String::new();
        for c in text.chars() {
            let small = c.to_lowercase().next().unwrap();
            let shown = self.letters.get(&c);
            match shown.or_else(|| self.letters.get(&small).filter(|_| self.small)) {
                Some(shown) => out.push_str(shown),
                None if c.is_ascii() => out.push(c),
                None => return None,
            }
        }
        Some(out)
    }
}
