//! Checksums made right again, as a forger would (FORMAT.md 1).

use xxhash_rust::xxh3::xxh3_64;

pub(crate) fn long(bytes: &[u8], at: usize) -> usize {
    u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap()) as usize
}

/// Where the body begins and ends.
pub(crate) fn body(bytes: &[u8]) -> core::ops::Range<usize> {
    long(bytes, 24)..long(bytes, 32)
}

/// Number, offset and length of each section, and where its entry stands.
pub(crate) fn sections(bytes: &[u8]) -> Vec<(usize, usize, usize, usize)> {
    let count = u16::from_le_bytes([bytes[14], bytes[15]]) as usize;
    let entries = (0..count).map(|index| 64 + 24 * index);
    entries.map(|at| (long(bytes, at), long(bytes, at + 8), long(bytes, at + 16), at)).collect()
}

/// Computes every checksum anew.
pub(crate) fn reseal(bytes: &mut [u8]) {
    let body = body(bytes);
    let sums: Vec<u8> =
        bytes[body.clone()].chunks(4096).flat_map(|block| xxh3_64(block).to_le_bytes()).collect();
    bytes[body.end..body.end + sums.len()].copy_from_slice(&sums);
    let root = xxh3_64(&bytes[body.end..]);
    bytes[40..48].copy_from_slice(&root.to_le_bytes());
    let head = xxh3_64(&bytes[..body.start - 8]);
    bytes[body.start - 8..body.start].copy_from_slice(&head.to_le_bytes());
}

/// A full file of these sections.
pub(crate) fn assemble(records: u64, sections: &[(u64, Vec<u8>)]) -> Vec<u8> {
    assemble_as(1, records, sections)
}

/// A file of a kind and these sections.
pub(crate) fn assemble_as(kind: u16, records: u64, sections: &[(u64, Vec<u8>)]) -> Vec<u8> {
    let start = 64 + 24 * sections.len() + 8;
    let content: usize = sections.iter().map(|(_, bytes)| bytes.len()).sum();
    let checks = start + content;
    let length = checks + 8 * content.div_ceil(4096);
    let mut bytes = b"\x89HTNIX\r\n".to_vec();
    for short in [1u16, 0, kind, sections.len() as u16] {
        bytes.extend_from_slice(&short.to_le_bytes());
    }
    for long in [length as u64, start as u64, checks as u64, 0, records, 7] {
        bytes.extend_from_slice(&long.to_le_bytes());
    }
    let mut at = start;
    for (id, content) in sections {
        for long in [*id, at as u64, content.len() as u64] {
            bytes.extend_from_slice(&long.to_le_bytes());
        }
        at += content.len();
    }
    bytes.extend_from_slice(&[0; 8]);
    sections.iter().for_each(|(_, content)| bytes.extend_from_slice(content));
    bytes.resize(length, 0);
    reseal(&mut bytes);
    bytes
}
