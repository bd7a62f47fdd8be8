//! An index file changed by someone who makes the checksums fit, and what is asked of it.

use hoten::{Comparison, ErrorCode, FieldName, Index, IndexQuery};
use xxhash_rust::xxh3::xxh3_64;

/// A sound file to begin with.
const FILE: &[u8] = include_bytes!("../../core/testdata/index/people.hoten");
const FIELDS: [FieldName; 5] = [
    FieldName::FullName,
    FieldName::BirthDate,
    FieldName::CitizenId,
    FieldName::Commune,
    FieldName::FatherName,
];

/// Law: whatever the bytes of an index and whatever is asked, an answer or an error; each hit is the
/// record that stands in the file, with the levels and the weight its explanation shows.
pub fn index(data: &[u8]) {
    let _ = Index::open(data);
    let Some((&changes, rest)) = data.split_first() else { return };
    let (changes, asked) = rest.split_at(rest.len().min(4 * usize::from(changes % 32)));
    let mut bytes = FILE.to_vec();
    for change in changes.chunks_exact(4) {
        let place = usize::from(change[0]) << 8 | usize::from(change[1]);
        let count = bytes.len();
        let place = place % count;
        match change[2] % 3 {
            0 => bytes[place] = change[3],
            1 => bytes[place] ^= change[3],
            _ => bytes[place..(place + 4).min(count)].fill(change[3]),
        }
    }
    reseal(&mut bytes);
    let Ok(index) = Index::open(&bytes) else { return };
    let asked = String::from_utf8_lossy(asked);
    let typing = asked.len().is_multiple_of(2);
    let cells = FIELDS.into_iter().zip(asked.split(';')).filter(|(_, cell)| !cell.is_empty());
    let query = cells.fold(IndexQuery::new().typing(typing), |query, (field, cell)| {
        query.field(field, cell.to_owned())
    });
    let Ok(hits) = index.search(&query) else { return };
    assert!(hits.is_sorted_by(|a, b| a.score >= b.score), "the likeliest first");
    for hit in hits.iter() {
        assert!((hit.row as usize) < index.len(), "a row of the file");
        assert!(hit.score.is_finite() && (0.0..=1.0).contains(&hit.probability), "numbers");
        let id = index.record_id(hit.row);
        assert!(id.is_ok_and(|id| id == hit.record_id), "its own identifier");
        let why = match index.explain(&query, hit.row) {
            Ok(why) => why,
            // It shows texts that a search does not read.
            Err(error) => {
                assert_eq!(error.code(), ErrorCode::IndexDamaged, "what was found is explained");
                continue;
            }
        };
        assert_eq!(why.weight.to_bits(), hit.score.to_bits(), "its weight");
        for field in &why.fields {
            let Some(of) = Comparison::ALL.iter().find(|of| of.as_str() == field.field.name())
            else {
                panic!("an index compares residents")
            };
            assert_eq!(field.level, hit.pattern.level_name(*of), "its levels");
        }
    }
}

/// Computes every checksum anew (core/src/index/FORMAT.md 1), as far as the frame allows.
fn reseal(bytes: &mut [u8]) {
    let long = |bytes: &[u8], at: usize| -> usize {
        let word = bytes.get(at..at + 8).and_then(|word| word.try_into().ok());
        word.map_or(0, |word| u64::from_le_bytes(word) as usize)
    };
    let (body, checks) = (long(bytes, 24), long(bytes, 32));
    let Some(held) = bytes.get(body..checks) else { return };
    let sums: Vec<u8> = held.chunks(4096).flat_map(|b| xxh3_64(b).to_le_bytes()).collect();
    if let Some(place) = bytes.get_mut(checks..checks + sums.len()) {
        place.copy_from_slice(&sums);
    }
    let root = xxh3_64(&bytes[checks..]);
    bytes[40..48].copy_from_slice(&root.to_le_bytes());
    if (72..bytes.len()).contains(&body) {
        let head = xxh3_64(&bytes[..body - 8]);
        bytes[body - 8..body].copy_from_slice(&head.to_le_bytes());
    }
}
