//! Accidents to the files of a folder: an error or the true answer.

use crate::people::People;
use hoten::{FieldName, IndexHits, IndexQuery, LiveIndex, LiveOptions, LiveSnapshot, MemoryVfs};

type Files = Vec<(String, Vec<u8>)>;

/// A folder with two segments, records that are gone, and a log.
fn folder() -> (Files, People) {
    let people = People::new(5, 4);
    let folder = MemoryVfs::default();
    let mut live = LiveIndex::create_in(folder.clone(), &LiveOptions::new()).unwrap();
    people.with_table(|table| live.add_table(table).unwrap());
    live.commit().unwrap();
    live.compact().unwrap();
    let name = |text: &'static str| hoten::LiveRecord::new(text).field(FieldName::FullName, text);
    live.add(&name("Lê Minh Tuấn")).unwrap();
    live.purge(["nobody"]).unwrap();
    live.remove("HS-1").unwrap();
    live.commit().unwrap();
    live.add(&name("Phạm Ngọc Lan")).unwrap();
    live.commit().unwrap();
    live.close().unwrap();
    (folder.files(), people)
}

/// Everything that can be asked: all records, and a search for each.
fn asked(people: &People) -> Vec<IndexQuery<'static>> {
    let name = |name: &str| IndexQuery::new().field(FieldName::FullName, name.to_owned());
    let mut queries: Vec<_> = people.0.iter().step_by(3).map(|row| name(&row[2])).collect();
    queries.extend(["Lê Minh Tuấn", "Phạm Ngọc Lan"].map(name));
    queries
}

fn answers(snapshot: &LiveSnapshot, queries: &[IndexQuery<'_>]) -> Vec<Option<IndexHits>> {
    queries.iter().map(|query| snapshot.search(query).ok()).collect()
}

struct Truth {
    records: Vec<hoten::LiveRecord<'static>>,
    answers: Vec<Option<IndexHits>>,
}

/// Opens a folder and asks everything; `true` if some answer was an error.
fn check(files: Files, queries: &[IndexQuery<'_>], truth: &Truth, what: &str) -> bool {
    let Ok(live) = LiveIndex::open_in(MemoryVfs::of(files), &LiveOptions::new()) else {
        return true;
    };
    let snapshot = live.snapshot();
    let records: hoten::Result<Vec<_>> = snapshot.records().collect();
    let whole = records.as_ref().is_ok_and(|records| *records == truth.records);
    assert!(records.is_err() || whole, "{what}: other records");
    let mut seen = records.is_err();
    for (found, want) in answers(&snapshot, queries).iter().zip(&truth.answers) {
        assert!(found.is_none() || found == want, "{what}: another answer");
        seen |= found.is_none();
    }
    seen
}

fn truth(files: &Files, queries: &[IndexQuery<'_>]) -> Truth {
    let folder = MemoryVfs::of(files.clone());
    let snapshot = LiveIndex::open_in(folder, &LiveOptions::new()).unwrap().snapshot();
    let records = snapshot.records().collect::<hoten::Result<_>>().unwrap();
    let answers = answers(&snapshot, queries);
    assert!(answers.iter().all(|hits| hits.as_ref().is_some_and(|hits| !hits.is_empty())));
    Truth { records, answers }
}

/// `HOTEN_RELIABILITY` flips every bit; a run of the tests all of manifest and log, and one in a few of
/// the segments.
#[test]
fn every_flipped_bit_is_an_error_or_the_true_answer() {
    let (files, people) = folder();
    let queries = asked(&people);
    let truth = truth(&files, &queries);
    let thorough = std::env::var_os("HOTEN_RELIABILITY").is_some();
    let (mut flips, mut seen) = (0, 0);
    for (place, (name, bytes)) in files.iter().enumerate() {
        let one = if thorough || !name.ends_with(".segment") { 1 } else { 31 };
        for bit in (0..8 * bytes.len()).step_by(one) {
            let mut files = files.clone();
            files[place].1[bit / 8] ^= 1 << (bit % 8);
            flips += 1;
            seen += usize::from(check(files, &queries, &truth, &format!("{name} bit {bit}")));
        }
    }
    println!("{flips} flipped bits, {seen} seen, 0 wrong answers");
    assert!(seen * 2 > flips, "{seen} of {flips}");
}

#[test]
fn files_cut_off_or_gone_or_exchanged_are_an_error() {
    let (files, people) = folder();
    let queries = asked(&people);
    let truth = truth(&files, &queries);
    let mut cuts = 0;
    for (place, (name, bytes)) in files.iter().enumerate() {
        for len in 0..bytes.len() {
            let mut files = files.clone();
            files[place].1.truncate(len);
            assert!(check(files, &queries, &truth, name), "{name} cut to {len}");
            cuts += 1;
        }
        let mut gone = files.clone();
        gone.remove(place);
        assert!(check(gone, &queries, &truth, name), "{name} gone");
        for other in 0..place {
            let mut exchanged = files.clone();
            let bytes = std::mem::take(&mut exchanged[place].1);
            exchanged[place].1 = std::mem::replace(&mut exchanged[other].1, bytes);
            assert!(check(exchanged, &queries, &truth, name), "{name} exchanged");
        }
    }
    println!("{cuts} truncations, all errors");
}
