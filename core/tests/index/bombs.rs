//! Files crafted to make a reader walk for ever, take all memory, or read beyond its bytes.

use crate::mutants::ask;
use crate::people::People;
use crate::reseal::{assemble, reseal, sections};
use crate::{queries, small};
use hoten::{FieldName, Index, IndexQuery};

/// The sections of a file, by number.
fn parts(bytes: &[u8]) -> Vec<(u64, Vec<u8>)> {
    let cut = |(id, at, len, _)| (id as u64, bytes[at..at + len].to_vec());
    sections(bytes).into_iter().map(cut).collect()
}

fn put(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// A transducer of every string of `letters` of `len` letters, each step to one node: `letters` to
/// the power of `len` keys in a few bytes a step.
fn explosion(letters: &[u8], len: usize) -> Vec<u8> {
    let mut map = fst::MapBuilder::memory();
    let mut keys = vec![Vec::new()];
    for _ in 0..len.min(2) {
        keys = keys
            .into_iter()
            .flat_map(|key: Vec<u8>| letters.iter().map(move |&l| [&key[..], &[l]].concat()))
            .collect();
    }
    // Small ones through the crate; large ones node by node, below.
    if len <= 2 {
        keys.sort();
        keys.iter().for_each(|key| map.insert(key, 0).unwrap());
        return map.into_inner().unwrap();
    }
    let mut bytes = 3u64.to_le_bytes().to_vec();
    bytes.extend_from_slice(&[0; 8]);
    let mut below = 0usize;
    for _ in 0..len {
        let low = bytes.len();
        let delta = if below == 0 { 0u16 } else { (low - below) as u16 };
        for _ in letters {
            bytes.extend_from_slice(&delta.to_le_bytes());
        }
        letters.iter().rev().for_each(|&letter| bytes.push(letter));
        bytes.push(2 << 4);
        bytes.push(letters.len() as u8);
        below = bytes.len() - 1;
    }
    bytes.extend_from_slice(&1u64.to_le_bytes());
    bytes.extend_from_slice(&(below as u64).to_le_bytes());
    bytes.extend_from_slice(&[0; 4]);
    bytes
}

/// A transducer of one node that leads to itself, upwards, or beyond.
fn crooked(delta: u8, sizes: u8, state: u8) -> Vec<u8> {
    let mut bytes = 3u64.to_le_bytes().to_vec();
    bytes.extend_from_slice(&[0; 8]);
    bytes.extend_from_slice(&[delta, b'n', sizes, state]);
    let root = bytes.len() as u64 - 1;
    bytes.extend_from_slice(&1u64.to_le_bytes());
    bytes.extend_from_slice(&root.to_le_bytes());
    bytes.extend_from_slice(&[0; 4]);
    bytes
}

/// Files of the parts of a sound one with some replaced.
fn crafted(people: &People, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let records = people.0.len() as u64;
    let sound = parts(bytes);
    let with = |changes: &[(u64, Vec<u8>)]| {
        let mut parts = sound.clone();
        for (id, content) in changes {
            parts
                .iter_mut()
                .filter(|(held, _)| held == id)
                .for_each(|(_, held)| held.clone_from(content));
        }
        assemble(records, &parts)
    };
    // The rule of whole names is the last.
    let names = sound.iter().map(|(id, _)| *id).max().unwrap() - 1;
    let part = |id: u64| sound.iter().find(|(held, _)| *held == id).unwrap().1.clone();
    let mut files = Vec::new();
    let mut add = |what: &str, bytes: Vec<u8>| files.push((what.to_owned(), bytes));
    for len in [2, 20, 200, 2_000] {
        add("names explode", with(&[(names, explosion(b" NTVabcghinouy", len))]));
        add("folds explode", with(&[(4, explosion(b"abcghinotuvy", len))]));
    }
    for (delta, sizes, state) in [
        (0, 0x10, 1),
        (1, 0x10, 1),
        (255, 0x10, 1),
        (1, 0x88, 0x3F),
        (1, 0xFF, 1),
        (0, 0x10, 0),
        (0, 0, 0x80),
    ] {
        add(
            "crooked names",
            with(&[(names, crooked(delta, sizes, state)), (4, crooked(delta, sizes, state))]),
        );
    }
    for count in [1u64 << 20, u64::from(u32::MAX), u64::MAX] {
        let mut list = Vec::new();
        put(count, &mut list);
        list.resize(3_000, 0);
        add("a list of nothing", with(&[(names + 1, list.clone())]));
        list.iter_mut().skip(12).for_each(|byte| *byte = 1);
        add("a list of many", with(&[(names + 1, list)]));
    }
    for (id, name) in [(2, "words"), (5, "places")] {
        for count in [u32::MAX, 1 << 24] {
            let mut list = part(id);
            list[..4].copy_from_slice(&count.to_le_bytes());
            add(name, with(&[(id, list)]));
        }
        let mut list = part(id);
        list[4..12].copy_from_slice(&[0xFF; 8]);
        add(name, with(&[(id, list)]));
    }
    for width in [0, 1, 4, 8, 255] {
        let mut starts = part(6);
        starts[0] = width;
        add("wide rows", with(&[(6, starts)]));
    }
    let mut far = part(6);
    far[1..9].copy_from_slice(&u64::MAX.to_le_bytes());
    add("rows beyond the end", with(&[(6, far)]));
    // One name of many words that is every record.
    add("all records are one", with(&[(7, vec![0xFF; part(7).len()])]));
    for id in [1, 3, 8, 9] {
        add("an empty section", with(&[(id, Vec::new())]));
    }
    let mut many = bytes.to_vec();
    many[48..56].copy_from_slice(&u64::from(u32::MAX - 1).to_le_bytes());
    reseal(&mut many);
    add("four thousand million records", many);
    files
}

#[test]
fn bombs_do_not_go_off() {
    let (bytes, people) = small(40);
    let all = queries(&people);
    assert!(Index::open(assemble(people.0.len() as u64, &parts(&bytes))).is_ok(), "the parts fit");
    let files = crafted(&people, &bytes);
    assert!(files.len() >= 30, "{} bombs", files.len());
    let typed = ["n", "nguyen", "a a", "aaaaaaaaaaaaaaaaaaaa", "NTV", "h"]
        .map(|name| IndexQuery::new().field(FieldName::FullName, name).typing(true));
    for (what, file) in &files {
        for query in all.iter().chain(&typed) {
            ask(file, core::slice::from_ref(query), what);
        }
    }
}

/// What a walk leaves out it says.
#[test]
fn a_walk_that_is_cut_off_says_so() {
    let (bytes, people) = small(40);
    let bomb =
        crafted(&people, &bytes).into_iter().find(|(what, _)| what == "folds explode").unwrap();
    let _ = bomb;
    let exploding = crafted(&people, &bytes);
    let mut told = 0;
    for (_, file) in exploding.iter().filter(|(what, _)| what.contains("explode")) {
        let Ok(index) = Index::open(file) else { continue };
        let query = IndexQuery::new().field(FieldName::FullName, "a").typing(true);
        told += usize::from(index.search(&query).is_ok_and(|hits| hits.truncated));
    }
    assert!(told > 0, "no walk was cut off");
}
