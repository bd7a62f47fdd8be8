//! Scores of a live index beside those of one file.

use crate::people::{HEADERS, People};
use hoten::{
    FieldName, Index, IndexBuilder, IndexHits, IndexQuery, LiveIndex, LiveOptions, MemoryVfs,
    StrColumn, Table,
};
use std::collections::HashMap;

fn queries(people: &People) -> Vec<IndexQuery<'static>> {
    people
        .0
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let mut query = IndexQuery::new().typing(place % 5 == 0);
            for (at, header) in HEADERS.iter().enumerate().skip(2) {
                if !row[at].is_empty() && (at == 2 || (at + place) % 3 == 0) {
                    query = query.field(FieldName::from_name(header).unwrap(), row[at].clone());
                }
            }
            query
        })
        .collect()
}

fn create() -> LiveIndex {
    LiveIndex::create_in(MemoryVfs::default(), &LiveOptions::new()).unwrap()
}

/// Once compacted a live index answers as the file that is built of the same records: same hits, same
/// bits of scores.
#[test]
fn a_compacted_index_answers_as_one_file() {
    let people = People::new(150, 12);
    let mut live = create();
    people.with_table(|table| live.add_table(table).unwrap());
    live.commit().unwrap();
    live.compact().unwrap();
    let bytes = people.with_table(|table| IndexBuilder::new().to_bytes(table).unwrap());
    let index = Index::open(bytes).unwrap();
    for query in queries(&people) {
        assert_eq!(live.search(&query).unwrap(), index.search(&query).unwrap());
    }
    let snapshot = live.snapshot();
    people.with_table(|table| {
        let asked = IndexQuery::new().limit(3);
        let (own, other) = (
            snapshot.search_table(table, &asked).unwrap(),
            index.search_table(table, &asked).unwrap(),
        );
        assert!(own == other);
    });
    let query = queries(&people).swap_remove(7);
    assert_eq!(
        snapshot.explain(&query, 7).unwrap().weight,
        index.explain(&query, 7).unwrap().weight
    );
}

fn scores(hits: &IndexHits) -> HashMap<String, u32> {
    hits.iter().map(|hit| (hit.record_id.to_string(), hit.score.to_bits())).collect()
}

/// Statistics are those of the last compaction wherever a record is: in memory in many small parts,
/// or in a segment, it has the same score to the bit.
#[test]
fn scores_do_not_depend_on_where_a_record_is() {
    let (first, second) = (People::new(120, 13), People::new(60, 14));
    let mut live = create();
    first.with_table(|table| live.add_table(table).unwrap());
    live.commit().unwrap();
    live.compact().unwrap();
    for chunk in second.0.chunks(9) {
        let mut rows = chunk.to_vec();
        rows.iter_mut().for_each(|row| row[0].insert_str(0, "second "));
        People(rows).with_table(|table| live.add_table(table).unwrap());
        live.commit().unwrap();
    }
    let apart = live.snapshot();
    live.purge([""; 0]).unwrap();
    let together = live.snapshot();
    let mut compared = 0;
    for query in queries(&second) {
        let [apart, together] =
            [&apart, &together].map(|snapshot| snapshot.search(&query.clone().limit(50)).unwrap());
        let best = |hits: &IndexHits| hits.first().map(|hit| hit.score.to_bits());
        assert_eq!(best(&apart), best(&together));
        let (apart, together) = (scores(&apart), scores(&together));
        for (id, score) in &apart {
            if let Some(other) = together.get(id) {
                assert_eq!(score, other);
                compared += 1;
            }
        }
    }
    assert!(compared > 200, "{compared}");
}

/// Filters and limits hold over all parts, and what is gone takes no place among the hits.
#[test]
fn what_is_gone_takes_no_place_among_the_hits() {
    let names = vec!["Trần Thị Bé"; 40];
    let ids: Vec<String> = (0..40).map(|n| format!("r{n}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let sources: Vec<&str> = (0..40).map(|n| ["hotich", "dancu"][n % 2]).collect();
    let mut live = create();
    let table = Table::new([
        ("record_id", StrColumn::from_strs(&ids)),
        ("full_name", StrColumn::from_strs(&names)),
        ("source", StrColumn::from_strs(&sources)),
    ]);
    live.add_table(&table.unwrap()).unwrap();
    live.commit().unwrap();
    live.compact().unwrap();
    for id in &ids[..30] {
        live.remove(id).unwrap();
    }
    live.commit().unwrap();
    let query = IndexQuery::new().field(FieldName::FullName, "Trần Thị Bé").limit(8);
    let found = |query: &IndexQuery<'_>| -> Vec<String> {
        live.search(query).unwrap().iter().map(|hit| hit.record_id.to_string()).collect()
    };
    assert_eq!(found(&query), ids[30..38]);
    assert_eq!(found(&query.clone().in_source("hotich")), ["r30", "r32", "r34", "r36", "r38"]);
    assert_eq!(live.search(&query).unwrap().compared, 10);
}
