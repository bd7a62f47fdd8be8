//! `data/legacy_encodings.tsv` -> `src/clean/legacy/tables.rs`.

use super::{rows, same};
use hoten::syllable::Syllable;
use hoten::{Encoding, decode, redecode};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Table name, rows it takes, what it is.
const ENCODINGS: [(&str, &[&str], &str); 11] = [
    ("TCVN3", &["TCVN3"], "TCVN3 (ABC fonts): no accented capitals."),
    ("VN1", &["TCVN3", "TCVN5712-VN1"], "TCVN 5712:1993 in full."),
    ("VNI_WINDOWS", &["VNI-WIN"], "VNI for Windows: letter, then mark."),
    ("VISCII", &["VISCII"], "VISCII 1.1 (RFC 1456)."),
    ("VPS", &["VPS"], "VPS."),
    ("CP1258", &["CP1258"], "Windows-1258: letter, then combining tone."),
    ("VIQR", &["VIQR"], "VIQR (RFC 1456): ASCII letters and punctuation."),
    ("BKHCM1", &["BKHCM1"], "BKHCM1."),
    ("BKHCM2", &["BKHCM2"], "BKHCM2: letter, then mark."),
    ("VIETWARE_F", &["VIETWARE-F"], "Vietware F: no accented capitals."),
    ("VIETWARE_X", &["VIETWARE-X"], "Vietware X: letter, then mark."),
];

fn bytes(cell: &str, encoding: &str) -> Vec<u8> {
    if encoding == "VIQR" {
        return cell.bytes().collect();
    }
    cell.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
}

fn points(cell: &str) -> Vec<u16> {
    cell.split(' ').map(|point| u16::from_str_radix(&point[2..], 16).unwrap()).collect()
}

/// What each byte sequence of the encodings stands for.
fn sequences(encodings: &[&str]) -> BTreeMap<Vec<u8>, u16> {
    let mut found = BTreeMap::new();
    for row in rows("legacy_encodings.tsv").iter().filter(|row| encodings.contains(&&*row[0])) {
        let point = points(&row[2])[..].try_into().map(|[point]: [u16; 1]| point).unwrap();
        let held = found.insert(bytes(&row[1], &row[0]), point);
        assert!(held.is_none(), "{row:?} stands twice");
    }
    let accept = |found: &mut BTreeMap<Vec<u8>, u16>, bytes: Vec<u8>, point: u16| {
        found.entry(bytes).or_insert(point);
    };
    let given: Vec<_> = found.iter().map(|(bytes, point)| (bytes.clone(), *point)).collect();
    for (bytes, point) in given {
        match bytes[..] {
            // Mixed case is common in the wild: the mark may have the other case than its letter.
            [letter, mark] if mark >= 0xC0 && encodings != ["CP1258"] => {
                accept(&mut found, vec![letter, mark ^ 0x20], point);
            }
            // The horn is also typed as a star.
            _ if encodings == ["VIQR"] && bytes.contains(&b'+') => {
                let starred = bytes.iter().map(|&b| if b == b'+' { b'*' } else { b }).collect();
                accept(&mut found, starred, point);
            }
            _ => {}
        }
    }
    if encodings == ["BKHCM2"] {
        // The list has CF E5 for Ệ, by symmetry CF C5 is meant: both are read.
        accept(&mut found, vec![0xCF, 0xC5], 0x1EC6);
    }
    if encodings == ["VNI-WIN"] {
        // Two-byte forms of letters that have one byte, seen in documents (viparse).
        for (letter, mark, lower, upper) in [
            (b'i', 0xF8, 'ì', 'Ì'),
            (b'i', 0xF9, 'í', 'Í'),
            (b'i', 0xFB, 'ỉ', 'Ỉ'),
            (b'i', 0xF5, 'ĩ', 'Ĩ'),
            (b'i', 0xEF, 'ị', 'Ị'),
            (b'y', 0xEF, 'ỵ', 'Ỵ'),
        ] {
            for mark in [mark, mark ^ 0x20] {
                accept(&mut found, vec![letter, mark], lower as u16);
                accept(&mut found, vec![letter ^ 0x20, mark], upper as u16);
            }
        }
    }
    found
}

/// How a wrong table showed each byte of UTF-8: (code point, byte), sorted.
fn misreading(kind: &str) -> Vec<(u16, u8)> {
    let mut shown = BTreeMap::new();
    for row in rows("legacy_encodings.tsv").iter().filter(|row| row[0] == kind) {
        let letter = row[3].as_bytes();
        let points = points(&row[1]);
        assert_eq!(letter.len(), points.len(), "{row:?}");
        for (point, byte) in points.into_iter().zip(letter) {
            assert!(*shown.entry(point).or_insert(*byte) == *byte, "{row:?}");
        }
    }
    shown.into_iter().collect()
}

fn list(out: &mut String, head: &str, items: &[String]) {
    writeln!(out, "{head}").unwrap();
    for chunk in items.chunks(12) {
        writeln!(out, "    {},", chunk.join(", ")).unwrap();
    }
}

fn table() -> String {
    let mut out = String::from(
        "//! Generated from `data/legacy_encodings.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::ByteTable;\n",
    );
    for (name, encodings, what) in ENCODINGS {
        let found = sequences(encodings);
        let mut single = [0_u16; 256];
        let mut long = Vec::new();
        for (bytes, point) in &found {
            match bytes[..] {
                [byte] => single[usize::from(byte)] = *point,
                _ => {
                    let key = bytes.iter().fold(0_u32, |key, byte| key << 8 | u32::from(*byte));
                    long.push((key, *point));
                }
            }
        }
        long.sort_unstable();
        let items: Vec<_> = single.iter().map(|point| format!("{point:#x}")).collect();
        list(
            &mut out,
            &format!("\n/// {what}\npub(super) static {name}: ByteTable = ByteTable {{ single: ["),
            &items,
        );
        let items: Vec<_> =
            long.iter().map(|(key, point)| format!("({key:#x}, {point:#x})")).collect();
        list(&mut out, "], long: &[", &items);
        out.push_str("] };\n");
    }
    for (name, kind, what) in [
        ("AS_CP1250", "MOJI-utf8-as-cp1250", "Windows-1250"),
        ("AS_LATIN2", "MOJI-utf8-as-8859-2", "ISO 8859-2"),
    ] {
        let map = misreading(kind);
        let items: Vec<_> =
            map.iter().map(|(point, byte)| format!("({point:#x}, {byte:#x})")).collect();
        list(
            &mut out,
            &format!(
                "\n/// How {what} shows the bytes of Vietnamese in UTF-8.\npub(super) static {name}: [(u16, u8); {}] = [",
                map.len()
            ),
            &items,
        );
        out.push_str("];\n");
    }
    out
}

#[test]
fn legacy_encodings() {
    same("clean/legacy/tables.rs", &table());
}

/// Which encoding reads the rows of a kind.
fn reader(kind: &str) -> Option<Encoding> {
    Some(match kind {
        "TCVN3" => Encoding::Tcvn3,
        "TCVN5712-VN1" => Encoding::Vn1,
        "VNI-WIN" => Encoding::VniWindows,
        "VISCII" => Encoding::Viscii,
        "VPS" => Encoding::Vps,
        "CP1258" => Encoding::Cp1258,
        "VIQR" => Encoding::Viqr,
        "BKHCM1" => Encoding::Bkhcm1,
        "BKHCM2" => Encoding::Bkhcm2,
        "VIETWARE-F" => Encoding::VietwareF,
        "VIETWARE-X" => Encoding::VietwareX,
        _ => return None,
    })
}

#[test]
fn every_listed_entry_decodes_as_listed() {
    let all = rows("legacy_encodings.tsv");
    let mut read = 0;
    for row in &all {
        if let Some(encoding) = reader(&row[0]) {
            assert_eq!(decode(&bytes(&row[1], &row[0]), encoding), row[3], "{row:?}");
            read += 1;
        } else if row[0].starts_with("MOJI") {
            let shown = String::from_utf16(&points(&row[1])).unwrap();
            let found = redecode(&shown, Encoding::Utf8).unwrap();
            // One letter alone cannot tell Windows-1250 from ISO 8859-2 where they share a character.
            let listed = found == row[3]
                || all.iter().any(|other| {
                    matches!(&*row[0], "MOJI-utf8-as-cp1250" | "MOJI-utf8-as-8859-2")
                        && other[0].starts_with("MOJI")
                        && (&other[1], &other[3]) == (&row[1], &found)
                });
            assert!(listed, "{row:?} {found}");
            read += 1;
        }
    }
    assert_eq!(read, 2_101);
}

/// Writes text in an encoding, by the listed sequences; `None` if it lacks a letter.
fn encode(text: &str, sequences: &BTreeMap<String, Vec<u8>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for c in text.chars() {
        match sequences.get(&c.to_string()) {
            Some(bytes) => out.extend(bytes),
            None if c.is_ascii() => out.push(c as u8),
            None => return None,
        }
    }
    Some(out)
}

#[test]
fn the_whole_inventory_comes_back_from_every_encoding() {
    let all: Vec<_> = rows("legacy_encodings.tsv");
    for (_, kinds, what) in ENCODINGS {
        let encoding = reader(kinds[kinds.len() - 1]).unwrap();
        let sequences: BTreeMap<String, Vec<u8>> = all
            .iter()
            .filter(|row| kinds.contains(&&*row[0]))
            .map(|row| (row[3].clone(), bytes(&row[1], &row[0])))
            .collect();
        let mut count = 0;
        for syllable in Syllable::all() {
            let text = syllable.to_string();
            // VIQR writes đ as dd, so a d before it would be read with it; no syllable has both.
            let Some(written) = encode(&text, &sequences) else { continue };
            assert_eq!(decode(&written, encoding), text, "{what}");
            count += 1;
        }
        assert!(count * 10 >= Syllable::all().count() * 9, "{what}: {count}");
    }
}
