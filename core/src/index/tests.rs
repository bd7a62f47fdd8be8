//! The file's own reader against the crate that writes it.

use super::blocks::Blocks;
use super::format::{FileKind, Stretch, head_len};
use super::node::Automaton;
use super::write::SectionWriter;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Cursor;

/// A file of one section.
fn file(section: &[u8]) -> Blocks<Vec<u8>> {
    let mut out = SectionWriter::new(Cursor::new(Vec::new()), FileKind::Full, 1).unwrap();
    out.section(1, section).unwrap();
    Blocks::open(out.finish(0, 0).unwrap().0.into_inner()).unwrap()
}

pub(super) fn automaton(bytes: &[u8]) -> crate::Result<(Blocks<Vec<u8>>, Automaton)> {
    let blocks = file(bytes);
    let section = Stretch { at: head_len(1), len: bytes.len() as u64 };
    let automaton = Automaton::open(&blocks, section)?;
    Ok((blocks, automaton))
}

pub(super) fn map(entries: &BTreeMap<Vec<u8>, u64>) -> Vec<u8> {
    let mut map = fst::MapBuilder::memory();
    entries.iter().for_each(|(key, value)| map.insert(key, *value).unwrap());
    map.into_inner().unwrap()
}

/// All keys under a node, by the checked reader.
fn walk(blocks: &Blocks<Vec<u8>>, automaton: &Automaton) -> BTreeMap<Vec<u8>, u64> {
    let mut found = BTreeMap::new();
    let mut stack = vec![(automaton.root, 0u64, Vec::new())];
    while let Some((address, output, key)) = stack.pop() {
        let node = automaton.node(blocks, address).unwrap();
        if node.is_final {
            found.insert(key.clone(), output + node.final_output);
        }
        for index in 0..node.len() {
            let step = node.step(index).unwrap();
            assert_eq!(node.find(step.input).unwrap(), Some(step));
            assert!(step.to < address);
            let mut key = key.clone();
            key.push(step.input);
            stack.push((step.to, output + step.output, key));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_checked_reader_reads_what_fst_wrote(
        entries in proptest::collection::btree_map(
            proptest::collection::vec(any::<u8>(), 0..6), any::<u64>().prop_map(|v| v >> 1), 0..400),
        absent in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..6), 0..50),
    ) {
        let bytes = map(&entries);
        let stock = fst::Map::new(bytes.clone()).unwrap();
        let (blocks, own) = automaton(&bytes).unwrap();
        for key in entries.keys().chain(&absent) {
            prop_assert_eq!(own.get(&blocks, key).unwrap(), stock.get(key));
        }
        prop_assert_eq!(walk(&blocks, &own), entries);
    }

    #[test]
    fn any_bytes_are_walked_to_an_end(
        seed in proptest::collection::vec(any::<u8>(), 0..300),
        root in any::<u64>(),
    ) {
        let mut bytes = 3u64.to_le_bytes().to_vec();
        bytes.extend_from_slice(&[0; 8]);
        bytes.extend_from_slice(&seed);
        bytes.extend_from_slice(&1u64.to_le_bytes());
        bytes.extend_from_slice(&(16 + root % (seed.len() as u64 + 1)).to_le_bytes());
        bytes.extend_from_slice(&[0; 4]);
        if let Ok((blocks, own)) = automaton(&bytes) {
            for key in [&b""[..], b"a", b"abcabc", &[0; 200], &[255; 200]] {
                let _ = own.get(&blocks, key);
            }
        }
    }
}

/// Nodes of every width: one, few and 256 transitions, with and without numbers.
#[test]
fn wide_nodes_are_read() {
    for step in [1, 3, 7, 8] {
        let entries: BTreeMap<Vec<u8>, u64> = (0..=255u8)
            .step_by(step)
            .flat_map(|a| [(vec![a], u64::from(a) << 20), (vec![a, b'x', a], u64::from(a))])
            .collect();
        let (blocks, own) = automaton(&map(&entries)).unwrap();
        assert_eq!(walk(&blocks, &own), entries);
    }
}
