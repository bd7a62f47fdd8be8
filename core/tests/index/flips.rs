//! Accidents: bits that flip, files that are cut off. Checksums see every one that matters.

use crate::{queries, small, thorough};
use hoten::{ErrorCode, Index, IndexHits};

/// What flips did: refused when opened, seen by a search, not looked at.
#[derive(Debug, Default)]
struct Seen {
    refused: usize,
    seen: usize,
    unseen: usize,
}

/// Flips bits of an index: all of the head, and `one` in so many of the rest.
fn flip(persons: usize, one: usize) -> Seen {
    let (bytes, people) = small(persons);
    let index = Index::open(&bytes).unwrap();
    let mut queries = queries(&people);
    if !thorough() {
        queries.truncate(6);
    }
    let want: Vec<IndexHits> = queries.iter().map(|query| index.search(query).unwrap()).collect();
    let mut seen = Seen::default();
    let mut bytes = bytes.clone();
    for bit in (0..8 * bytes.len()).filter(|bit| bit % one == 0 || bit / 8 < 800) {
        bytes[bit / 8] ^= 1 << (bit % 8);
        match Index::open(&bytes) {
            Err(_) => seen.refused += 1,
            Ok(index) => {
                let mut failed = false;
                for (query, want) in queries.iter().zip(&want) {
                    match index.search(query) {
                        Ok(hits) => assert_eq!(&hits, want, "bit {bit}"),
                        Err(error) => {
                            assert_eq!(error.code(), ErrorCode::IndexDamaged);
                            failed = true;
                        }
                    }
                }
                assert!(index.verify().is_err(), "bit {bit}: every flip is found");
                seen.seen += usize::from(failed);
                seen.unseen += usize::from(!failed);
            }
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    seen
}

/// In a small index every block is looked at when it is opened.
#[test]
fn a_flipped_bit_of_a_small_index_is_an_error() {
    let Seen { refused, seen, unseen } = flip(12, if thorough() { 1 } else { 5 });
    assert!(refused + seen > 1_000 && unseen == 0, "{refused} {seen} {unseen}");
}

#[test]
fn a_flipped_bit_of_a_large_index_is_an_error_or_the_true_answer() {
    let Seen { refused, seen, unseen } = flip(1_500, if thorough() { 97 } else { 9_973 });
    assert!(refused > 10 && seen > 10 && unseen < seen, "{refused} {seen} {unseen}");
}

#[test]
fn a_file_cut_off_or_longer_is_refused() {
    let (bytes, _) = small(12);
    for len in 0..bytes.len() {
        assert!(Index::open(&bytes[..len]).is_err(), "{len} bytes");
    }
    let longer = [&bytes[..], &[0; 8]].concat();
    assert!(Index::open(&longer).is_err());
}

/// The four ways in which bytes are no index of ours, each with a code of its own.
#[test]
fn what_is_no_index_is_told_by_its_code() {
    let (bytes, _) = small(3);
    let code = |bytes: &[u8]| Index::open(bytes).unwrap_err().code();
    assert_eq!(code(b""), ErrorCode::NotAnIndex);
    assert_eq!(code(b"record_id,full_name\n1,An\n"), ErrorCode::NotAnIndex);
    let changed = |at: usize, value: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = value;
        crate::reseal::reseal(&mut bytes);
        bytes
    };
    assert_eq!(code(&changed(8, 2)), ErrorCode::IndexNewer);
    assert_eq!(code(&changed(10, 9)), ErrorCode::IndexNewer);
    assert_eq!(code(&changed(8, 0)), ErrorCode::IndexOlder);
    assert_eq!(code(&changed(12, 2)), ErrorCode::IndexKind);
    assert_eq!(code(&bytes[..100]), ErrorCode::IndexDamaged);
    // A transfer as text changes the line end of the magic.
    assert_eq!(code(&[&bytes[..6], &bytes[7..]].concat()), ErrorCode::NotAnIndex);
}

/// Blocks that changed places are damage too.
#[test]
fn blocks_that_changed_places_are_seen() {
    let (bytes, _) = small(60);
    let body = crate::reseal::body(&bytes);
    let mut swapped = bytes.clone();
    let (a, b) = (body.start, body.start + 4096);
    assert!(b + 4096 <= body.end);
    swapped[a..b].copy_from_slice(&bytes[b..b + 4096]);
    swapped[b..b + 4096].copy_from_slice(&bytes[a..b]);
    assert!(Index::open(&swapped).map_or_else(|_| true, |index| index.verify().is_err()));
}
