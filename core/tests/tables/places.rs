//! `data/units_{districts,before,today}.tsv` -> `data/places.bin`: what `field/place/table.rs` reads,
//! here and in browsers. Little-endian numbers; lists are stored as where each item ends.
//!
//! ```text
//! magic "hotenpl" and the version 1     8 bytes
//! date of the data                      u32   20250701
//! names, links, districts, before, today      u16 each: how many
//! hash of each name, in order           u32
//! end of each name in the text          u32
//! end of each name in the named units   u16
//! named units                           u16   by name
//! name, parent, code of each unit       u16   districts, communes before, communes today; by code
//! kind of each unit                     u8
//! ends, then successors                 u16   of districts and communes before
//! ends, then predecessors               u16   of communes today
//! text of the names                     UTF-8
//! ```
//! Parent: the place of the district, or the code of the province.

use super::{root, rows};
use hoten::text::Letter;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

const KINDS: [&str; 8] = ["Q", "H", "TX", "TP", "P", "X", "TT", "DK"];

/// What names are looked up by, by another road than `field/place/spelling.rs`: FNV-1a over the ids
/// of the letters without marks, `y` as `i`, `k` that ends a word as `c`, and the digits of numbers.
fn hash(name: &str) -> u32 {
    let plain: String = name
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c) && !matches!(c, '\'' | '’'))
        .collect::<String>()
        .to_lowercase()
        .replace('đ', "d");
    let apart = |c: char| !c.is_ascii_alphanumeric();
    let words: Vec<&str> = plain.split(apart).filter(|word| !word.is_empty()).collect();
    let mut bytes = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let roman = ["", "i", "ii", "iii", "iv", "v"];
        let number = roman.iter().position(|held| held == word);
        if let Some(number) = number.filter(|_| at > 0 && at + 1 == words.len()) {
            bytes.push(0x40 + number as u8);
        } else if let Ok(number) = word.parse::<u32>() {
            bytes.extend(number.to_string().bytes().map(|digit| 0x40 + digit - b'0'));
        } else {
            let word = match word.strip_suffix('k') {
                Some(head) if !head.is_empty() => format!("{head}c"),
                _ => (*word).to_owned(),
            };
            let letters = word.replace('y', "i");
            assert!(letters.bytes().all(|b| b.is_ascii_lowercase()), "{name}");
            bytes.extend(letters.chars().map(|c| Letter::of(c).unwrap().id()));
        }
    }
    bytes
        .iter()
        .fold(0x811C_9DC5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

struct Unit {
    code: u16,
    kind: u8,
    name: String,
    parent: u16,
    successors: Vec<String>,
}

fn units(file: &str, parent: impl Fn(&str) -> u16) -> Vec<Unit> {
    let unit = |row: Vec<String>| Unit {
        code: row[0].parse().unwrap(),
        kind: KINDS.iter().position(|kind| *kind == row[1]).unwrap() as u8,
        name: row[2].clone(),
        parent: parent(&row[3]),
        successors: row
            .get(4)
            .map(|cell| {
                cell.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect()
            })
            .unwrap_or_default(),
    };
    let units: Vec<Unit> = rows(file).into_iter().map(unit).collect();
    assert!(units.is_sorted_by(|a, b| a.code < b.code), "{file} stands by code");
    units
}

#[test]
fn places() {
    let number = |text: &str| text.parse::<u16>().unwrap();
    let districts = units("units_districts.tsv", number);
    let district = |code: &str| {
        districts.binary_search_by_key(&number(code), |unit| unit.code).unwrap() as u16
    };
    let before = units("units_before.tsv", district);
    let today = units("units_today.tsv", number);
    assert_eq!((districts.len(), before.len(), today.len()), (696, 10_035, 3_321));

    let old = districts.len() + before.len();
    let place =
        |code: &String| today.binary_search_by_key(&number(code), |unit| unit.code).unwrap() + old;
    let mut predecessors = vec![Vec::new(); today.len()];
    let mut successors = Vec::new();
    for (at, unit) in districts.iter().chain(&before).enumerate() {
        let into: Vec<usize> = unit.successors.iter().map(place).collect();
        into.iter().for_each(|unit| predecessors[unit - old].push(at));
        successors.push(into);
    }
    assert!(successors[districts.len()..].iter().all(|into| !into.is_empty()));
    assert!(predecessors.iter().all(|from| !from.is_empty()));

    let all: Vec<&Unit> = districts.iter().chain(&before).chain(&today).collect();
    let mut names: BTreeMap<(u32, &str), Vec<usize>> = BTreeMap::new();
    for (at, unit) in all.iter().enumerate() {
        names.entry((hash(&unit.name), &unit.name)).or_default().push(at);
    }
    let name_at: BTreeMap<&str, usize> =
        names.keys().enumerate().map(|(at, (_, name))| (*name, at)).collect();

    let mut out = b"hotenpl\x01".to_vec();
    let short = |out: &mut Vec<u8>, number: usize| {
        out.extend(u16::try_from(number).unwrap().to_le_bytes());
    };
    let long = |out: &mut Vec<u8>, number: usize| {
        out.extend(u32::try_from(number).unwrap().to_le_bytes());
    };
    let links: usize = successors.iter().map(Vec::len).sum();
    long(&mut out, 20_250_701);
    for count in [names.len(), links, districts.len(), before.len(), today.len()] {
        short(&mut out, count);
    }
    names.keys().for_each(|(hash, _)| long(&mut out, *hash as usize));
    let mut end = 0;
    for (_, name) in names.keys() {
        end += name.len();
        long(&mut out, end);
    }
    let lists = |out: &mut Vec<u8>, lists: &mut dyn Iterator<Item = &Vec<usize>>| {
        let lists: Vec<_> = lists.collect();
        let mut end = 0;
        for list in &lists {
            end += list.len();
            short(out, end);
        }
        lists.iter().flat_map(|list| list.iter()).for_each(|unit| short(out, *unit));
    };
    lists(&mut out, &mut names.values());
    all.iter().for_each(|unit| short(&mut out, name_at[unit.name.as_str()]));
    all.iter().for_each(|unit| short(&mut out, unit.parent.into()));
    all.iter().for_each(|unit| short(&mut out, unit.code.into()));
    out.extend(all.iter().map(|unit| unit.kind));
    lists(&mut out, &mut successors.iter());
    lists(&mut out, &mut predecessors.iter());
    names.keys().for_each(|(_, name)| out.extend(name.as_bytes()));

    let file = root().join("data/places.bin");
    if std::env::var_os("HOTEN_BLESS").is_some() {
        std::fs::write(&file, &out).unwrap();
    }
    assert!(
        std::fs::read(&file).unwrap_or_default() == out,
        "data/places.bin differs from its source; run: HOTEN_BLESS=1 cargo test --test tables"
    );
    assert!(hoten::PlaceTable::from_bytes(&out).is_ok());
}
