//! Damaged and hostile keyed files: an error or the true answer, in bounded time and memory.

use crate::mutants::{PATIENCE, allowed, timed};
use crate::people::{People, dice};
use crate::reseal::{assemble_as, body, reseal, sections};
use crate::{peak, queries, thorough};
use hoten::{ErrorCode, IndexBuilder, IndexKey, IndexQuery, KeyedHits, KeyedIndex};

fn key() -> IndexKey {
    IndexKey::from_bytes(&[9; 32]).unwrap()
}

fn small(persons: usize) -> (Vec<u8>, People) {
    let people = People::new(persons, 77);
    let keyed =
        people.with_table(|table| IndexBuilder::new().to_keyed_bytes(table, &key()).unwrap());
    (keyed.0, people)
}

/// The queries that have no filter.
fn asked(people: &People) -> Vec<IndexQuery<'_>> {
    let mut queries = queries(people);
    queries.pop();
    queries
}

#[test]
fn a_flipped_bit_is_an_error_or_the_true_answer() {
    let (bytes, people) = small(12);
    let queries = asked(&people);
    let index = KeyedIndex::open(&bytes, &key()).unwrap();
    let want: Vec<KeyedHits> = queries.iter().map(|query| index.search(query).unwrap()).collect();
    assert!(want.iter().any(|hits| !hits.is_empty()));
    let (mut refused, mut seen) = (0, 0);
    let one = if thorough() { 1 } else { 5 };
    let mut bytes = bytes.clone();
    for bit in (0..8 * bytes.len()).filter(|bit| bit % one == 0 || bit / 8 < 300) {
        bytes[bit / 8] ^= 1 << (bit % 8);
        match KeyedIndex::open(&bytes, &key()) {
            Err(_) => refused += 1,
            Ok(index) => {
                for (query, want) in queries.iter().zip(&want) {
                    match index.search(query) {
                        Ok(hits) => assert_eq!(&hits, want, "bit {bit}"),
                        Err(error) => assert_eq!(error.code(), ErrorCode::IndexDamaged),
                    }
                }
                assert!(index.verify().is_err(), "bit {bit}: every flip is found");
                seen += 1;
            }
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    assert!(refused > 500, "{refused} {seen}");
}

/// A file of many blocks opens without a look at all of them; `verify` looks.
#[test]
fn verify_finds_a_flipped_bit_that_opening_does_not_see() {
    let (mut bytes, _) = small(1_500);
    let mut seen = 0;
    for bit in body(&bytes).map(|at| 8 * at + at % 8).step_by(4_999) {
        bytes[bit / 8] ^= 1 << (bit % 8);
        if let Ok(index) = KeyedIndex::open(&bytes, &key()) {
            assert_eq!(index.verify().unwrap_err().code(), ErrorCode::IndexDamaged, "bit {bit}");
            seen += 1;
        }
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    assert!(seen > 10, "{seen}");
    KeyedIndex::open(&bytes, &key()).unwrap().verify().unwrap();
}

#[test]
fn a_file_cut_off_or_longer_is_refused() {
    let (bytes, _) = small(12);
    for len in 0..bytes.len() {
        assert!(KeyedIndex::open(&bytes[..len], &key()).is_err(), "{len} bytes");
    }
    assert!(KeyedIndex::open([&bytes[..], &[0; 8]].concat(), &key()).is_err());
}

/// Opens bytes and asks; `true` if they open.
fn ask(bytes: &[u8], queries: &[IndexQuery<'_>], what: &str) -> bool {
    let ((opened, most), took) = timed(|| peak(|| opens(bytes, queries, what)));
    assert!(took < PATIENCE * queries.len() as u32, "{what}: {took:?}");
    assert!(most <= allowed(bytes.len()), "{what}: {most} bytes for a file of {}", bytes.len());
    opened
}

fn opens(bytes: &[u8], queries: &[IndexQuery<'_>], what: &str) -> bool {
    let Ok(index) = KeyedIndex::open(bytes, &key()) else { return false };
    for query in queries {
        let Ok(hits) = index.search(query) else { continue };
        assert!(hits.len() <= 1_000, "{what}");
        for hit in hits.iter() {
            assert!(usize::from(hit.rule) < index.rules().len(), "{what}");
        }
    }
    true
}

/// Whoever has the key can make any file; whoever has not can still make the checksums fit.
#[test]
fn resealed_mutants_do_no_harm() {
    let (bytes, people) = small(25);
    let all = asked(&people);
    let body = body(&bytes);
    let sections = sections(&bytes);
    let mut seed = 20_26;
    let mut opened = 0;
    let count = if thorough() { 50_000 } else { 4_000 };
    for mutant in 0..count {
        let mut changed = bytes.clone();
        for _ in 0..=dice(&mut seed, 3) {
            // What is said of the rules is small beside the entries, and hit as often.
            let (_, at, len, entry) = sections[dice(&mut seed, sections.len())];
            let place = at + dice(&mut seed, len);
            match dice(&mut seed, 6) {
                0 => changed[place] = 0xFF,
                1 => changed[place] = changed[place].wrapping_add(1),
                2 => {
                    let field = entry + 8 + 8 * dice(&mut seed, 2);
                    let value = dice(&mut seed, 2 * bytes.len()) as u64;
                    changed[field..field + 8].copy_from_slice(&value.to_le_bytes());
                }
                3 => {
                    let from = body.start + dice(&mut seed, body.len() - 40);
                    let len = 40.min(body.end - place);
                    let stretch = bytes[from..from + len].to_vec();
                    changed[place..place + len].copy_from_slice(&stretch);
                }
                _ => changed[place] ^= 1 << dice(&mut seed, 8),
            }
        }
        reseal(&mut changed);
        let some = [all[mutant % all.len()].clone(), all[(mutant * 7 + 3) % all.len()].clone()];
        opened += usize::from(ask(&changed, &some, &format!("mutant {mutant}")));
    }
    assert!(opened > count / 8, "only {opened} of {count} opened: the mutants are too wild");
}

#[test]
fn bombs_do_not_go_off() {
    let (bytes, people) = small(25);
    let part = |id: usize| {
        let &(_, at, len, _) = sections(&bytes).iter().find(|(held, ..)| *held == id).unwrap();
        bytes[at..at + len].to_vec()
    };
    let (settings, entries) = (part(700), part(701));
    let count = (entries.len() / 16) as u64;
    let file = |count: u64, settings: &[u8], entries: &[u8]| {
        assemble_as(2, count, &[(700, settings.to_vec()), (701, entries.to_vec())])
    };
    assert!(ask(&file(count, &settings, &entries), &asked(&people), "the parts fit"));
    // The rules begin behind version, salt and check.
    let with_rules = |rules: &[u8]| [&settings[..25], rules].concat();
    let rule = |ways: &[&[u8]]| {
        let mut bytes = vec![1, b'x', 8, ways.len() as u8];
        ways.iter().for_each(|way| bytes.extend([&[way.len() as u8][..], way].concat()));
        bytes
    };
    let ways: Vec<&[u8]> = vec![&[6]; 120];
    let ears: Vec<&[u8]> = vec![&[26, 26, 26, 26]; 60];
    let mut files = vec![
        ("no rules", with_rules(&[0])),
        ("rules without end", with_rules(&[0xFF; 400])),
        ("more ways than any file has", with_rules(&[&[1][..], &rule(&ways)].concat())),
        ("as many ways as are allowed", with_rules(&[&[1][..], &rule(&ears)].concat())),
        ("a way of nothing", with_rules(&[&[1][..], &rule(&[&[]])].concat())),
        ("a way of too much", with_rules(&[&[1][..], &rule(&[&[6; 100]])].concat())),
        ("parts nobody has", with_rules(&[&[1][..], &rule(&[&[200, 255]])].concat())),
        ("nothing said", Vec::new()),
    ]
    .into_iter()
    .map(|(what, settings)| (what, file(count, &settings, &entries)))
    .collect::<Vec<_>>();
    for wrong in [0, count - 1, count + 1, u64::from(u32::MAX) - 1, u64::MAX / 16 + 1] {
        files.push(("another count", file(wrong, &settings, &entries)));
    }
    files.push(("all entries alike", file(count, &settings, &[0; 16].repeat(count as usize))));
    let reversed: Vec<u8> = entries.chunks(16).rev().flatten().copied().collect();
    files.push(("entries out of order", file(count, &settings, &reversed)));
    files.push(("no entries", file(0, &settings, &[])));
    for (what, file) in &files {
        ask(file, &asked(&people), what);
    }
}
