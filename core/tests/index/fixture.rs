//! One file and what is found in it, the same in every language: `testdata/index`.
//!
//! `HOTEN_BLESS=1` writes the file and the hits anew; both are a snapshot, so a change shows.

use crate::people::{HEADERS, People, dice};
use hoten::{FieldName, Index, IndexBuilder, IndexQuery};
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

fn found(index: &Index<Vec<u8>>, query: &Map<String, Value>, typing: bool) -> Value {
    let mut asked = IndexQuery::new().limit(3).typing(typing);
    for (field, text) in query {
        let field = FieldName::from_name(field).unwrap();
        asked = asked.field(field, text.as_str().unwrap().to_owned());
    }
    let hits = index.search(&asked).unwrap();
    hits.iter().map(|hit| json!([hit.row, f64::from(hit.score)])).collect()
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
    let lines = lines.join("\n") + "\n";
    if std::env::var_os("HOTEN_BLESS").is_some() {
        std::fs::create_dir_all(path("")).unwrap();
        std::fs::write(path("people.hoten"), &bytes).unwrap();
        std::fs::write(path("queries.jsonl"), &lines).unwrap();
    }
    assert!(std::fs::read(path("people.hoten")).unwrap() == bytes, "the same bytes everywhere");
    let want = std::fs::read_to_string(path("queries.jsonl")).unwrap();
    for (want, line) in want.lines().zip(lines.lines()) {
        let [want, line]: [Value; 2] = [want, line].map(|l| serde_json::from_str(l).unwrap());
        assert_eq!(want, line);
    }
    assert_eq!(want.lines().count(), 1_000);
}
