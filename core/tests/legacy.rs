//! Every listed entry of every legacy encoding, and the whole inventory of syllables written in each
//! and read back: from bytes, and from what a wrong table showed for them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout)]

use hoten::syllable::Syllable;
use hoten::{Cleaned, Detection, Encoding, RepairKind, clean, decode, redecode};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

struct Row {
    kind: String,
    from: String,
    letter: String,
}

fn rows() -> Vec<Row> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/legacy_encodings.tsv");
    let text = std::fs::read_to_string(file).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        Row { kind: cells[0].into(), from: cells[1].into(), letter: cells[3].into() }
    };
    text.lines().skip(1).map(row).collect()
}

impl Row {
    fn bytes(&self) -> Vec<u8> {
        if self.kind == "VIQR" {
            return self.from.bytes().collect();
        }
        self.from.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
    }

    /// What a wrong table showed.
    fn shown(&self) -> String {
        let point = |cell: &str| u32::from_str_radix(&cell[2..], 16).unwrap();
        self.from.split(' ').map(|cell| char::from_u32(point(cell)).unwrap()).collect()
    }
}

/// Each encoding with the kinds of rows that list it.
const ENCODINGS: [(Encoding, &[&str]); 11] = [
    (Encoding::Tcvn3, &["TCVN3"]),
    (Encoding::Vn1, &["TCVN3", "TCVN5712-VN1"]),
    (Encoding::VniWindows, &["VNI-WIN"]),
    (Encoding::Viscii, &["VISCII"]),
    (Encoding::Vps, &["VPS"]),
    (Encoding::Cp1258, &["CP1258"]),
    (Encoding::Viqr, &["VIQR"]),
    (Encoding::Bkhcm1, &["BKHCM1"]),
    (Encoding::Bkhcm2, &["BKHCM2"]),
    (Encoding::VietwareF, &["VIETWARE-F"]),
    (Encoding::VietwareX, &["VIETWARE-X"]),
];

#[test]
fn every_listed_entry_decodes_as_listed() {
    let all = rows();
    let mut read = 0;
    for row in &all {
        let reader = ENCODINGS.iter().find(|(_, kinds)| kinds.last() == Some(&&*row.kind));
        if let Some((encoding, _)) = reader {
            assert_eq!(decode(&row.bytes(), *encoding), row.letter, "{} {}", row.kind, row.from);
            read += 1;
        } else if row.kind.starts_with("MOJI") {
            let found = redecode(&row.shown(), Encoding::Utf8).unwrap();
            // One letter alone cannot tell Windows-1250 from ISO 8859-2 where they share a character.
            let central = ["MOJI-utf8-as-cp1250", "MOJI-utf8-as-8859-2"];
            let listed = found == row.letter
                || central.contains(&&*row.kind)
                    && all.iter().any(|other| {
                        central.contains(&&*other.kind)
                            && (&other.from, &other.letter) == (&row.from, &found)
                    });
            assert!(listed, "{} {} {found}", row.kind, row.from);
            read += 1;
        }
    }
    // Rows of keys typed (Telex, VNI) are no encodings.
    assert_eq!((read, all.len()), (2_101, 2_369));
}

#[test]
fn what_is_not_listed_but_seen_is_read_too() {
    for (bytes, encoding, text) in [
        // Suspect in the list, and what is meant by symmetry.
        (&[0xCF, 0xE5][..], Encoding::Bkhcm2, "Ệ"),
        (&[0xCF, 0xC5], Encoding::Bkhcm2, "Ệ"),
        // Documents hold VNI's i-family and ỵ as two bytes (viparse).
        (b"th\x69\xF8 k\x69\xF9 l\x79\xEF", Encoding::VniWindows, "thì kí lỵ"),
        (b"M\x69\xFB \x69\xF5 TH\x49\xCF", Encoding::VniWindows, "Mỉ ĩ THỊ"),
        // Marks in the other case than their letters.
        (b"TRA\xE0N NGUYE\xE3N", Encoding::VniWindows, "TRẦN NGUYỄN"),
        (b"Tra\xC0n Nguye\xC3n", Encoding::VniWindows, "Trần Nguyễn"),
        (b"NGUY\xC3\xF9N \xE1\xD6", Encoding::VietwareX, "NGUYỄN ầ"),
        // VN1: letters, then marks; capitals among control bytes.
        (b"Nguy\xAA\xB2n Th\x69\xB4", Encoding::Vn1, "Nguyễn Thị"),
        (b"\x01T \x12 \x17", Encoding::Vn1, "ÚT Ự Ỵ"),
        // The horn as plus or star; signs kept by a backslash.
        (b"Hu+o+ng Hu*o*ng Hu+o*ng", Encoding::Viqr, "Hương Hương Hương"),
        (b"Phu+o+'c\\. O^ng Tu\\?", Encoding::Viqr, "Phước. Ông Tu?"),
        (b"ddi DDi Ddi d\\d", Encoding::Viqr, "đi Đi Đi dd"),
    ] {
        assert_eq!(decode(bytes, encoding), text, "{encoding} {bytes:x?}");
    }
}

/// How a text is written letter by letter.
struct Writer(BTreeMap<char, Vec<u8>>);

impl Writer {
    fn of(all: &[Row], kinds: &[&str]) -> Self {
        let rows = all.iter().filter(|row| kinds.contains(&&*row.kind));
        Self(rows.map(|row| (row.letter.chars().next().unwrap(), row.bytes())).collect())
    }

    /// `None` if the encoding lacks a letter. Capitals that it lacks are the small letters in another
    /// font, if it `borrows` them.
    fn write(&self, text: &str, borrows: bool) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        for c in text.chars() {
            let lower = || c.to_lowercase().next().filter(|_| borrows);
            match self.0.get(&c).or_else(|| self.0.get(&lower()?)) {
                Some(bytes) => out.extend(bytes),
                None if c.is_ascii() => out.push(u8::try_from(c).unwrap()),
                None => return None,
            }
        }
        Some(out)
    }
}

/// All syllables in small letters, in title case and in capitals.
fn inventory() -> impl Iterator<Item = [String; 3]> {
    Syllable::all().map(|syllable| {
        let lower = syllable.to_string();
        let mut title = lower.clone();
        let first = title.remove(0);
        let title = first.to_uppercase().chain(title.chars()).collect();
        let upper = lower.to_uppercase();
        [lower, title, upper]
    })
}

fn cp1252(byte: u8) -> char {
    const SPECIAL: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    match byte {
        0x80..0xA0 => SPECIAL.chars().nth(usize::from(byte - 0x80)).unwrap(),
        _ => char::from(byte),
    }
}

fn shown(bytes: &[u8], table: fn(u8) -> char) -> String {
    bytes.iter().map(|byte| table(*byte)).collect()
}

/// The text itself if it was shown as it is.
fn read(text: &str, encoding: Encoding) -> String {
    redecode(text, encoding).unwrap_or_else(|| text.to_owned())
}

/// Does nothing in the syllable tell that it is in capitals, or begins with one?
fn is_undecided(text: &str, form: usize, writer: &Writer) -> bool {
    let own = |c: &char| c.is_ascii() || writer.0.contains_key(c);
    let first = text.chars().next().unwrap();
    match form {
        1 => !own(&first),
        2 => !text.chars().skip(1).any(|c| own(&c)),
        _ => false,
    }
}

/// Limits, from the lists: TCVN3 and Vietware F have no capitals with a tone mark, they are the small
/// letters in a second font; of a syllable alone its ASCII letters tell the case, or nothing does. In
/// BKHCM1 Ụ shares its byte with Ặ, and Ỵ with Ị: grammar may tell.
#[test]
fn the_inventory_comes_back_from_every_encoding() {
    let all = rows();
    for (encoding, kinds) in ENCODINGS {
        let writer = Writer::of(&all, kinds);
        let borrows = matches!(encoding, Encoding::Tcvn3 | Encoding::VietwareF);
        let (mut whole, mut lacking, mut undecided) = (0, 0, 0);
        for forms in inventory() {
            for (form, text) in forms.iter().enumerate() {
                let Some(bytes) = writer.write(text, borrows) else {
                    lacking += 1;
                    continue;
                };
                let found = decode(&bytes, encoding);
                for table in [cp1252, char::from] {
                    assert_eq!(read(&shown(&bytes, table), encoding), found, "{encoding} {text}");
                }
                if found == *text {
                    whole += 1;
                    continue;
                }
                assert!(borrows && is_undecided(text, form, &writer), "{encoding} {text} {found}");
                assert_eq!(found.to_lowercase(), forms[0], "{encoding}");
                undecided += 1;
                // In a name the other words tell.
                let name = [["ngan", "Ngan", "NGAN"][form], text].join(" ");
                let bytes = writer.write(&name, borrows).unwrap();
                assert_eq!(decode(&bytes, encoding), name, "{encoding}");
            }
        }
        println!("{encoding}: {whole} whole, {undecided} undecided alone, {lacking} lacking");
        assert!(whole > 55_000, "{encoding} {whole}");
        assert_eq!(lacking > 0, encoding == Encoding::Bkhcm1, "{encoding} {lacking}");
    }
}

/// Windows-1252 or Latin-1, then the same or the other; Windows-1250 and ISO 8859-2 as listed.
#[test]
fn the_inventory_comes_back_from_misread_utf8() {
    let all = rows();
    let listed = |kind: &str| -> BTreeMap<char, String> {
        let rows = all.iter().filter(|row| row.kind == kind);
        rows.map(|row| (row.letter.chars().next().unwrap(), row.shown())).collect()
    };
    let central = [listed("MOJI-utf8-as-cp1250"), listed("MOJI-utf8-as-8859-2")];
    let tables: [fn(u8) -> char; 2] = [cp1252, char::from];
    let (mut count, mut shared) = (0, Vec::new());
    for text in inventory().flatten().filter(|text| !text.is_ascii()) {
        for written in [text.clone(), text.nfd().collect()] {
            for first in tables {
                let once = shown(written.as_bytes(), first);
                assert_eq!(read(&once, Encoding::Utf8), text);
                for second in tables {
                    let twice = shown(once.as_bytes(), second);
                    assert_eq!(read(&twice, Encoding::Utf8), text, "twice");
                    count += 1;
                }
                count += 1;
            }
        }
        let by = |table: &BTreeMap<char, String>, text: &str| -> String {
            let letter = |c: char| table.get(&c).cloned().unwrap_or_else(|| c.to_string());
            text.chars().map(letter).collect()
        };
        for letters in &central {
            let once = by(letters, &text);
            let mut forms = vec![once.clone()];
            forms.extend(tables.map(|table| shown(once.as_bytes(), table)));
            for form in forms {
                let found = read(&form, Encoding::Utf8);
                if found != text {
                    // Both tables show both alike.
                    let alike = |other| by(other, &found) == once;
                    assert!(central.iter().any(alike), "{text} {found}");
                    shared.push(format!("{text}/{found}"));
                }
                count += 1;
            }
        }
    }
    println!("{count} misread forms, {} shown alike by two tables", shared.len());
    assert!(shared.len() * 200 < count, "{shared:?}");
}

/// Real VNI cells decode to `Hùynh`: the mark is moved, whatever the encoding was.
#[test]
fn tones_are_placed_after_decoding() {
    let all = rows();
    let (typed, right) = ("Hùynh Thị Qúy Nguyễn", "Huỳnh Thị Quý Nguyễn");
    for (encoding, kinds) in ENCODINGS {
        let bytes = Writer::of(&all, kinds).write(typed, false).unwrap();
        assert_eq!(decode(&bytes, encoding), typed, "{encoding}");
        if encoding == Encoding::Viqr {
            continue; // Its ASCII letters are no misread characters.
        }
        let cell = shown(&bytes, cp1252);
        let found = Detection::said(encoding);
        let cleaned = found.clean(&cell);
        let kinds: Vec<_> = cleaned.repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(cleaned.text, right, "{encoding}");
        assert_eq!(kinds, [RepairKind::Encoding, RepairKind::TonePlace], "{encoding}");
    }
}

/// Signs that have another use alone: ñ of the Highlands, the soft hyphen, eth for đ. The column tells.
#[test]
fn signs_of_two_meanings_wait_for_their_column() {
    for (cell, alone, encoding, of_column) in [
        ("Ñinh", "Ñinh", Encoding::VniWindows, "Đinh"),
        ("T\u{AD}", "T", Encoding::Tcvn3, "Tư"),
        ("Th\u{AD} An", "Th An", Encoding::Tcvn3, "Thư An"),
        ("Ðình", "Đình", Encoding::Cp1258, "Đình"),
    ] {
        assert_eq!(clean(cell).text, alone, "{cell:?}");
        let found = Detection::said(encoding);
        assert_eq!(found.clean(cell).text, of_column, "{cell:?}");
    }
    // The same byte is TCVN3's é.
    let found = Detection::said(Encoding::Tcvn3);
    assert_eq!(found.clean("BÐ").text, "Bé");
}

/// What is asked about the encoding.
fn of_encoding(cleaned: &Cleaned<'_>) -> Vec<String> {
    let asked = cleaned.suggestions.iter().filter(|asked| asked.kind == RepairKind::Encoding);
    asked.flat_map(|asked| asked.candidates.clone()).collect()
}

/// In a column of TCVN3 a cell that is all ASCII may have lost its only other letter.
#[test]
fn a_lost_horn_is_asked_for_in_its_column_only() {
    let found = Detection::said(Encoding::Tcvn3);
    for (cell, asked) in [
        ("Hng", &["Hưng"][..]),
        ("V\u{A8}n Thng", &["Văn Thưng"]),
        ("An", &[]),
        ("Ng. V. A", &[]),
        ("Max", &[]),
    ] {
        let cleaned = found.clean(cell);
        assert_eq!(of_encoding(&cleaned), asked, "{cell}");
        assert!(cell.starts_with('V') || of_encoding(&clean(cell)).is_empty());
    }
}
