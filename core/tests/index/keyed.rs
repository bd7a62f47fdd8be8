//! Keyed index files: found with the key, nothing told without it.

use crate::people::{HEADERS, People};
use hoten::{
    ErrorCode, FieldName as F, Index, IndexBuilder, IndexKey, IndexQuery, KeyedIndex, KeyedSummary,
};
use std::collections::BTreeSet;

fn key(seed: u8) -> IndexKey {
    let bytes: Vec<u8> = (0..32).map(|at| seed.wrapping_mul(31).wrapping_add(at)).collect();
    IndexKey::from_bytes(&bytes).unwrap()
}

fn keyed(people: &People, key: &IndexKey) -> (Vec<u8>, KeyedSummary) {
    people.with_table(|table| IndexBuilder::new().to_keyed_bytes(table, key).unwrap())
}

fn query(row: &[String]) -> IndexQuery<'_> {
    let cells = HEADERS.iter().zip(row).skip(2).filter(|(_, cell)| !cell.is_empty());
    cells.fold(IndexQuery::new().limit(100), |query, (header, cell)| {
        query.column(header, cell.as_str()).unwrap()
    })
}

/// The entries of a file: label and covered handle.
fn entries(bytes: &[u8]) -> Vec<(u64, u64)> {
    let sections = crate::reseal::sections(bytes);
    let &(_, at, len, _) = sections.iter().find(|(id, ..)| *id == 701).unwrap();
    let word = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().unwrap());
    bytes[at..at + len].chunks(16).map(|e| (word(&e[..8]), word(&e[8..]))).collect()
}

#[test]
fn every_record_with_a_composite_key_is_found_by_its_handle_and_rule() {
    let people = People::new(300, 5);
    let (bytes, summary) = keyed(&people, &key(1));
    let index = KeyedIndex::open(bytes, &key(1)).unwrap();
    index.verify().unwrap();
    let rules: Vec<&str> = index.rules().collect();
    let mut by_rule = BTreeSet::new();
    let mut without = 0;
    for (row, handle) in people.0.iter().zip(&summary.handles) {
        let hits = index.search(&query(row)).unwrap();
        match hits.iter().find(|hit| hit.handle == *handle) {
            Some(hit) => {
                by_rule.insert(rules[usize::from(hit.rule)]);
            }
            // Whoever has no number, whole date or parent has no key: a year is too little.
            None => {
                let has = |at: usize| !row[at].is_empty();
                assert!(!(has(5) || has(6) || has(7) || has(8) || has(11) || has(12)), "{row:?}");
                without += 1;
            }
        }
        assert!(!hits.truncated);
    }
    assert!(without < people.0.len() / 20, "{without}");
    assert!(by_rule.len() >= 5, "{by_rule:?}");
    let distinct: BTreeSet<_> = summary.handles.iter().collect();
    assert_eq!(distinct.len(), people.0.len());
}

/// Marks, case, the order of day and month, a surname by ear and a sound that is spelled otherwise
/// do not hide a duplicate; another person is none.
#[test]
fn another_hand_is_found_and_another_person_is_not() {
    let cells = [["Trần Thị Ngọc Hòa", "05/03/1971", "089171001234", "Lê Thị Sáu", "Xã An Hảo"]];
    let headers = ["full_name", "birth_date", "citizen_id", "mother_name", "commune"];
    let columns: Vec<_> = (0..5).map(|at| [cells[0][at]]).collect();
    let named = headers.iter().zip(&columns);
    let named = named.map(|(name, cell)| (*name, hoten::StrColumn::from_strs(cell)));
    let table = hoten::Table::new(named).unwrap();
    let (bytes, _) = IndexBuilder::new().to_keyed_bytes(&table, &key(3)).unwrap();
    let index = KeyedIndex::open(bytes, &key(3)).unwrap();
    let found = |cells: &[(F, &str)]| {
        let query = cells.iter().fold(IndexQuery::new(), |q, (field, cell)| q.field(*field, *cell));
        let hits = index.search(&query).unwrap();
        hits.first().map(|hit| index.rules().nth(usize::from(hit.rule)).unwrap().to_owned())
    };
    let name = (F::FullName, "TRAN THI NGOC HOA");
    assert_eq!(found(&[name, (F::BirthDate, "5/3/1971")]).unwrap(), "name and date");
    assert_eq!(found(&[name, (F::BirthDate, "3/5/1971")]).unwrap(), "name and date");
    assert_eq!(
        found(&[(F::FullName, "Lê Hoà"), (F::CitizenId, "89171001234")]).unwrap(),
        "citizen ID and given name"
    );
    assert_eq!(found(&[name, (F::MotherName, "le thi sau")]).unwrap(), "name and parent");
    let commune = (F::Commune, "An Hảo");
    assert_eq!(found(&[name, (F::BirthDate, "1971"), commune]).unwrap(), "name, year and commune");
    let other = (F::FullName, "Phạm Hòa");
    let date = (F::BirthDate, "05/03/1971");
    assert_eq!(found(&[other, date, commune]).unwrap(), "given name, date and commune");
    assert_eq!(found(&[other, date]), None);
    assert_eq!(found(&[name]), None);
    assert_eq!(found(&[name, (F::BirthDate, "1971")]), None);
    assert_eq!(found(&[(F::FullName, "Trần Thị Lan"), (F::CitizenId, "089171001234")]), None);
}

#[test]
fn a_wrong_key_a_full_file_and_a_filter_are_refused_by_name() {
    let people = People::new(20, 5);
    let (bytes, _) = keyed(&people, &key(1));
    let code = |result: Result<KeyedIndex, hoten::Error>| result.unwrap_err().code();
    assert_eq!(code(KeyedIndex::open(bytes.clone(), &key(2))), ErrorCode::IndexKeyWrong);
    assert_eq!(Index::open(bytes.clone()).unwrap_err().code(), ErrorCode::IndexKind);
    let full = people.with_table(|table| IndexBuilder::new().to_bytes(table).unwrap());
    assert_eq!(code(KeyedIndex::open(full, &key(1))), ErrorCode::IndexKind);
    for length in [0, 16, 31, 33, 64] {
        let error = IndexKey::from_bytes(&vec![1; length]).unwrap_err();
        assert_eq!(error.code(), ErrorCode::IndexKeyLength);
    }
    let index = KeyedIndex::open(bytes, &key(1)).unwrap();
    let commune = IndexQuery::new().field(F::FullName, "A").in_commune("An Hảo");
    assert_eq!(index.search(&commune).unwrap_err().code(), ErrorCode::KeyedFilter);
    assert!(!format!("{index:?}{:?}", key(1)).contains("31"));
}

/// The check value set right by force: a wrong key then finds nothing.
#[test]
fn under_a_wrong_key_that_is_let_in_nothing_is_found() {
    let people = People::new(100, 5);
    let mut own = keyed(&people, &key(1)).0;
    let other = keyed(&people, &key(2)).0;
    let settings = |bytes: &[u8]| {
        let sections = crate::reseal::sections(bytes);
        let &(_, at, _, _) = sections.iter().find(|(id, ..)| *id == 700).unwrap();
        // The salt and the check value, behind the version of the keys.
        at + 1..at + 25
    };
    let (to, from) = (settings(&own), settings(&other));
    own[to].copy_from_slice(&other[from]);
    crate::reseal::reseal(&mut own);
    let index = KeyedIndex::open(own, &key(2)).unwrap();
    for row in &people.0 {
        assert!(index.search(&query(row)).unwrap().is_empty());
    }
}

#[test]
fn the_same_key_and_table_give_the_same_bytes_and_others_share_no_word() {
    let people = People::new(200, 5);
    let (bytes, summary) = keyed(&people, &key(1));
    assert_eq!(keyed(&people, &key(1)), (bytes.clone(), summary.clone()));
    let mut more = People::new(200, 5);
    more.0.push(People::new(1, 99).0[0].clone());
    more.0.last_mut().unwrap()[0] = "HS-9999".to_owned();
    let words = |bytes: &[u8]| -> BTreeSet<u64> {
        entries(bytes).into_iter().flat_map(|(label, covered)| [label, covered]).collect()
    };
    let own = words(&bytes);
    // Another key; the same key after a record was added.
    for (other, handles) in [keyed(&people, &key(2)), keyed(&more, &key(1))] {
        assert!(own.is_disjoint(&words(&other)));
        let shared = |one| handles.handles.contains(one);
        assert!(!summary.handles.iter().any(shared));
    }
}

/// No value, in any form that could be looked for, and no digest of one field alone.
#[test]
fn a_file_holds_no_canary() {
    let mut people = People::new(40, 5);
    for (at, cell) in ["", "nguồn-kín", "Quách Thị Xuyến", "17/11/1987"].iter().enumerate().skip(1)
    {
        people.0[0][at] = (*cell).to_owned();
    }
    let (bytes, _) = keyed(&people, &key(1));
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    let mut tried = 0;
    for cell in people.0.iter().flatten().filter(|cell| cell.len() > 3) {
        let folded = hoten::fold(cell).into_owned();
        let sound = hoten::sound_key(cell);
        let mut digests = vec![xxhash_rust::xxh3::xxh3_64(cell.as_bytes())];
        digests.push(xxhash_rust::xxh3::xxh3_64(folded.as_bytes()));
        digests.push(xxhash_rust::xxh3::xxh3_64(sound.as_bytes()));
        if let Ok(number) = cell.parse::<u64>() {
            digests.push(number);
        }
        for text in [cell, &folded, &sound, &cell.to_uppercase()] {
            let needle = text.as_bytes();
            assert!(needle.len() < 4 || !holds(needle), "{text}");
        }
        for digest in digests {
            assert!(!holds(&digest.to_le_bytes()) && !holds(&digest.to_be_bytes()), "{cell}");
        }
        tried += 1;
    }
    assert!(tried > 500, "{tried}");
    let secret: Vec<u8> = (0..32).map(|at| 31u8.wrapping_add(at)).collect();
    assert!(!holds(&secret[..8]));
}

/// Two registers of which one repeats a single person look alike without the key: as many entries,
/// none that stands twice, bytes as even as random ones.
#[test]
fn without_the_key_repeated_records_cannot_be_told_from_different_ones() {
    let mut same = People::new(300, 5);
    let first = same.0[0].clone();
    for (number, row) in same.0.iter_mut().enumerate() {
        *row = first.clone();
        row[0] = format!("HS-{number}");
        // Never more under one key than a file keeps.
        row[2] = format!(
            "Nguyễn Văn {}",
            ["Hòa", "Lan", "Kha", "Bé", "Sáu", "Tư", "Năm", "Út"][number % 8]
        );
    }
    let mut different = same.0.iter().map(Clone::clone).collect::<Vec<_>>();
    for (number, row) in different.iter_mut().enumerate() {
        row[3] = format!("{:02}/{:02}/{}", number % 28 + 1, number % 12 + 1, 1940 + number % 60);
        row[5] = format!("0890{:02}{:06}", 40 + number % 60, 100_003 + 7 * number);
    }
    let (one, leaks_of_one) = keyed(&same, &key(1));
    let (other, leaks_of_other) = keyed(&People(different), &key(1));
    assert_eq!(one.len(), other.len());
    for (bytes, summary) in [(one, &leaks_of_one), (other, &leaks_of_other)] {
        let (entries, leaks) = (entries(&bytes), &summary.leaks);
        assert_eq!(leaks.entries, entries.len() as u64);
        assert_eq!((leaks.repeated_labels, leaks.repeated_handles), (0, 0));
        let labels: BTreeSet<_> = entries.iter().map(|(label, _)| label).collect();
        let covered: BTreeSet<_> = entries.iter().map(|(_, covered)| covered).collect();
        assert_eq!((labels.len(), covered.len()), (entries.len(), entries.len()));
        assert!(entries.is_sorted());
        let records = summary.handles.len() as u64;
        assert!((leaks.least_records..=leaks.most_records).contains(&records), "{leaks:?}");
        // Bits of the covered handles: each is set in half of them, within five deviations.
        for bit in 0..64 {
            let set = entries.iter().filter(|(_, covered)| covered >> bit & 1 == 1).count() as f64;
            let half = entries.len() as f64 / 2.0;
            assert!((set - half).abs() < 5.0 * (half / 2.0).sqrt(), "bit {bit}: {set} of {half}");
        }
    }
    // With the key it does show, and the meter says so.
    let largest = |summary: &KeyedSummary| summary.leaks.rules[0].largest;
    assert!(largest(&leaks_of_one) > 20 && largest(&leaks_of_other) == 1);
}

#[test]
fn the_meter_says_how_many_guesses_each_kind_of_key_takes() {
    let people = People::new(300, 5);
    let (_, summary) = keyed(&people, &key(1));
    for rule in &summary.leaks.rules {
        assert!(rule.records >= rule.keys && rule.largest <= rule.records, "{rule:?}");
        assert!(rule.half_guesses >= rule.tenth_guesses, "{rule:?}");
    }
    let of = |name: &str| summary.leaks.rules.iter().find(|rule| rule.name == name).unwrap();
    // Twelve given names: the commonest takes all citizen IDs of a province once.
    let id = of("citizen ID and given name");
    assert!(id.tenth_guesses >= 2e8 && id.half_guesses <= 12.0 * 2e8, "{id:?}");
    // Parents are words only: the weakest key there is, and the meter says that too.
    assert!(of("name and parent").half_guesses < of("name and date").half_guesses * 100.0);
}

#[test]
fn more_records_of_one_key_than_a_file_keeps_are_said_to_be_cut_off() {
    let one = ["Nguyễn Văn Hòa"; 70];
    let dates = ["12/5/1950"; 70];
    let column = hoten::StrColumn::from_strs;
    let table =
        hoten::Table::new([("full_name", column(&one)), ("birth_date", column(&dates))]).unwrap();
    let (bytes, _) = IndexBuilder::new().to_keyed_bytes(&table, &key(1)).unwrap();
    let index = KeyedIndex::open(bytes, &key(1)).unwrap();
    let query = IndexQuery::new().field(F::FullName, one[0]).field(F::BirthDate, dates[0]);
    let hits = index.search(&query.clone().limit(100)).unwrap();
    assert_eq!((hits.len(), hits.truncated), (64, true));
    let hits = index.search(&query.limit(3)).unwrap();
    assert_eq!((hits.len(), hits.truncated), (3, true));
}

#[test]
fn a_keyed_file_on_disk_is_its_owner_s_alone() {
    let people = People::new(20, 5);
    let path = std::env::temp_dir().join(format!("hoten-keyed-{}", std::process::id()));
    let summary =
        people.with_table(|table| IndexBuilder::new().build_keyed(table, &path, &key(1))).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!((bytes.clone(), summary.clone()), keyed(&people, &key(1)));
    assert_eq!(summary.bytes, bytes.len() as u64);
    assert!(KeyedIndex::read(&path, &key(1)).is_ok());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    std::fs::remove_file(&path).unwrap();
    let missing = KeyedIndex::read(&path, &key(1)).unwrap_err();
    assert_eq!(missing.code(), ErrorCode::IndexUnreadable);
}
