//! One file and what is found in it, the same in every language: `testdata/index`.
//!
//! `HOTEN_BLESS=1` writes the file and the hits anew; both are a snapshot, so a change shows.

use crate::people::{HEADERS, People, dice};
use hoten::{FieldName, Index, IndexBuilder, IndexKey, IndexQuery, KeyedIndex};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testdata/index").join(name)
}

/// A thousand queries: whole records, parts of them, half-typed names.
fn queries(people: &People) -> Vec<(Map<String, Value>, bool)> {
    let mut seed = 11;
    let mut queries = Vec::new();
    for number in 0..1_000 {
        let row = &people.0[dice(&mut seed, people.0.len())];
        let typing = number % 3 == 0;
        let mut query = Map::new();
        for (at, header) in HEADERS.iter().enumerate().skip(2) {
            let keep = *header == "full_name" || dice(&mut seed, 6) == 0;
            if keep && !row[at].is_empty() {
                query.insert((*header).to_owned(), json!(row[at]));
            }
        }
        if typing {
            let letters: Vec<char> = row[2].chars().collect();
            let keep = 1 + dice(&mut seed, letters.len());
            let name: String = letters[..keep].iter().collect();
            query.insert("full_name".to_owned(), json!(name));
        }
        queries.push((query, typing));
    }
    queries
}

fn asked(query: &Map<String, Value>) -> IndexQuery<'static> {
    query.iter().fold(IndexQuery::new().limit(3), |asked, (field, text)| {
        let field = FieldName::from_name(field).unwrap();
        asked.field(field, text.as_str().unwrap().to_owned())
    })
}

fn found(index: &Index<Vec<u8>>, query: &Map<String, Value>, typing: bool) -> Value {
    let asked = asked(query).typing(typing);
    let hits = index.search(&asked).unwrap();
    hits.iter().map(|hit| json!([hit.row, f64::from(hit.score)])).collect()
}

/// The bytes of a file and the lines of what is found in it are those of the snapshot.
fn same(file: &str, bytes: &[u8], answers: &str, lines: &[String]) {
    let lines = lines.join("\n") + "\n";
    if std::env::var_os("HOTEN_BLESS").is_some() {
        std::fs::create_dir_all(path("")).unwrap();
        std::fs::write(path(file), bytes).unwrap();
        std::fs::write(path(answers), &lines).unwrap();
    }
    assert!(std::fs::read(path(file)).unwrap() == bytes, "the same bytes everywhere");
    let want = std::fs::read_to_string(path(answers)).unwrap();
    for (want, line) in want.lines().zip(lines.lines()) {
        let [want, line]: [Value; 2] = [want, line].map(|l| serde_json::from_str(l).unwrap());
        assert_eq!(want, line);
    }
    assert_eq!(want.lines().count(), lines.lines().count());
}

#[test]
fn one_file_gives_one_answer() {
    let people = People::new(60, 2026);
    let bytes = people.with_table(|table| IndexBuilder::new().to_bytes(table).unwrap());
    let index = Index::open(bytes.clone()).unwrap();
    let lines: Vec<String> = queries(&people)
        .into_iter()
        .map(|(query, typing)| {
            let out = found(&index, &query, typing);
            json!({"in": query, "typing": typing, "out": out}).to_string()
        })
        .collect();
    assert_eq!(lines.len(), 1_000);
    same("people.hoten", &bytes, "queries.jsonl", &lines);
}

/// A keyed file under the key of the bytes 0 to 31.
#[test]
fn one_keyed_file_gives_one_answer() {
    let people = People::new(60, 2026);
    let key: Vec<u8> = (0..32).collect();
    let key = IndexKey::from_bytes(&key).unwrap();
    let keyed = people.with_table(|table| IndexBuilder::new().to_keyed_bytes(table, &key).unwrap());
    let index = KeyedIndex::open(keyed.0.clone(), &key).unwrap();
    let rules: Vec<&str> = index.rules().collect();
    let mut some = 0;
    let lines: Vec<String> = queries(&people)
        .into_iter()
        .step_by(5)
        .map(|(query, _)| {
            let hits = index.search(&asked(&query)).unwrap();
            some += usize::from(!hits.is_empty());
            let hits = hits.iter();
            let out = hits.map(|hit| json!([hit.handle.to_string(), rules[usize::from(hit.rule)]]));
            json!({"in": query, "out": out.collect::<Vec<_>>()}).to_string()
        })
        .collect();
    assert!(some > 20, "{some}");
    same("people.keyed.hoten", &keyed.0, "keyed.jsonl", &lines);
}
