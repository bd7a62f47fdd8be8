//! Accidents: bits that flip, files that are cut off. Checksums see every one that matters.

use crate::{queries, small, thorough};
use hoten::{ErrorCode, Index, IndexHits};

#[test]
fn a_flipped_bit_is_an_error_or_the_true_answer() {
    let (bytes, people) = small(12);
    let index = Index::open(&bytes).unwrap();
    let mut queries = queries(&people);
    if !thorough() {
        queries.truncate(6);
    }
    let want: Vec<IndexHits> = queries.iter().map(|query| index.search(query).unwrap()).collect();
    let (mut refused, mut seen, mut unseen) = (0, 0, 0);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            // Without the environment variable all bits of the head and one of each other byte.
            if !thorough() && at > 800 && bit != at % 8 {
                continue;
            }
            let mut bytes = bytes.clone();
            bytes[at] ^= 1 << bit;
            let Ok(index) = Index::open(&bytes) else {
                refused += 1;
                continue;
            };
            let mut failed = false;
            for (query, want) in queries.iter().zip(&want) {
                match index.search(query) {
                    Ok(hits) => assert_eq!(&hits, want, "byte {at} bit {bit}"),
                    Err(error) => {
                        assert_eq!(error.code(), ErrorCode::IndexDamaged);
                        failed = true;
                    }
                }
            }
            assert!(index.verify().is_err(), "byte {at} bit {bit}: every flip is found");
            seen += usize::from(failed);
            unseen += usize::from(!failed);
        }
    }
    assert!(refused > 1_000 && seen > 1_000, "refused {refused}, seen {seen}, unseen {unseen}");
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
