//! `data/legacy_encodings.tsv` -> `src/clean/legacy/tables.rs`.

use super::{rows, same};
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

fn point(cell: &str) -> u16 {
    u16::from_str_radix(cell.strip_prefix("U+").unwrap(), 16).unwrap()
}

/// What each byte sequence of the encodings stands for.
fn sequences(encodings: &[&str]) -> BTreeMap<Vec<u8>, u16> {
    let mut found = BTreeMap::new();
    for row in rows("legacy_encodings.tsv").iter().filter(|row| encodings.contains(&&*row[0])) {
        let held = found.insert(bytes(&row[1], &row[0]), point(&row[2]));
        assert!(held.is_none(), "{row:?} stands twice");
    }
    let accept = |found: &mut BTreeMap<Vec<u8>, u16>, bytes: Vec<u8>, point: u16| {
        found.entry(bytes).or_insert(point);
    };
    let given: Vec<_> = found.iter().map(|(bytes, point)| (bytes.clone(), *point)).collect();
    for (bytes, point) in given {
        match bytes[..] {
            // Mixed case is common in the wild: the mark may have the other case than its letter. So
            // BKHCM2's Ệ is read from CF C5 too, which is meant by symmetry where the list has CF E5.
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
    if encodings == ["VIQR"] {
        // As the first letter of a name.
        accept(&mut found, b"Dd".to_vec(), 'Đ' as u16);
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

fn list(out: &mut String, head: &str, items: &[String]) {
    writeln!(out, "{head}").unwrap();
    for chunk in items.chunks(12) {
        writeln!(out, "    {},", chunk.join(", ")).unwrap();
    }
}

fn table() -> String {
    let mut out = String::from(
        "//! Generated from `data/legacy_encodings.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse super::{ByteTable, Sequences};\n",
    );
    for (name, encodings, what) in ENCODINGS {
        let found = sequences(encodings);
        let mut single = [0_u16; 256];
        let mut long = Vec::new();
        for (bytes, point) in &found {
            match bytes[..] {
                [byte] => single[usize::from(byte)] = *point,
                [first, second] => long.push(([first, second, 0], *point)),
                [first, second, third] => long.push(([first, second, third], *point)),
                _ => panic!("{bytes:?} are no two or three bytes"),
            }
        }
        long.sort_unstable();
        let items: Vec<_> = single.iter().map(|point| format!("{point:#x}")).collect();
        list(
            &mut out,
            &format!("\n/// {what}\npub(super) static {name}: ByteTable = ByteTable {{ single: ["),
            &items,
        );
        let mut head = "], long: Sequences {";
        for (at, field) in ["firsts", "seconds", "thirds"].into_iter().enumerate() {
            let items: Vec<_> = long.iter().map(|(bytes, _)| format!("{:#x}", bytes[at])).collect();
            list(&mut out, &format!("{head} {field}: &["), &items);
            head = "],";
        }
        let items: Vec<_> = long.iter().map(|(_, point)| format!("{point:#x}")).collect();
        list(&mut out, "], points: &[", &items);
        out.push_str("] } };\n");
    }
    out
}

#[test]
fn legacy_encodings() {
    same("clean/legacy/tables.rs", &table());
}
