//! A search gives what `dedupe` gives.

use crate::people::{HEADERS, People};
use hoten::{Index, IndexBuilder, IndexQuery, Linker, Model, RecordId};

/// A row as a query.
pub(crate) fn query(row: &[String; HEADERS.len()]) -> IndexQuery<'_> {
    let cells = HEADERS.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
    cells.fold(IndexQuery::new(), |query, (header, cell)| {
        query.column(header, cell.as_str()).unwrap()
    })
}

/// Score, probability and pattern of each pair, whichever of its records is asked for, bit for bit.
#[test]
fn a_hit_has_the_numbers_of_the_pair() {
    for seed in 0..4 {
        let people = People::new(150, seed);
        people.with_table(|table| {
            let model = Model::default().without_neighbours();
            let linkage = Linker::new().model(model).possible(0.0).dedupe(table).unwrap();
            let index = Index::open(IndexBuilder::new().to_bytes(table).unwrap()).unwrap();
            let mut seen = 0;
            for (row, cells) in (0u32..).zip(&people.0) {
                let hits = index.search(&query(cells).limit(10_000)).unwrap();
                // A shortened name alone is no key.
                let found = hits.iter().any(|hit| hit.row == row);
                assert!(found || cells[2].contains('.'), "row {row} finds itself");
                for hit in hits.iter().filter(|hit| hit.row != row) {
                    let explained = linkage.explain(row.min(hit.row), row.max(hit.row)).unwrap();
                    let own = index.explain(&query(cells), hit.row).unwrap();
                    let weights = [explained.weight, own.weight].map(f32::to_bits);
                    let rows = (row, hit.row);
                    assert_eq!(
                        weights,
                        [hit.score.to_bits(); 2],
                        "{rows:?}: {explained:?} {own:?}"
                    );
                    let pair = (row.min(hit.row), row.max(hit.row));
                    let pairs = linkage.pairs();
                    let place = pairs.binary_search_by_key(&pair, |p| (p.left, p.right));
                    let Ok(place) = place else { continue };
                    assert_eq!(pairs[place].weight.to_bits(), hit.score.to_bits());
                    assert_eq!(pairs[place].probability.to_bits(), hit.probability.to_bits());
                    assert_eq!(pairs[place].pattern, hit.pattern);
                    seen += 1;
                }
                for hit in hits.iter() {
                    assert_eq!(hit.record_id, RecordId::Text(cells_id(&people, hit.row)));
                }
            }
            assert!(seen > 100, "only {seen} pairs were seen");
        });
    }
}

fn cells_id(people: &People, row: u32) -> String {
    people.0[row as usize][0].clone()
}

/// Hits stand best first, ties by row, and a limit cuts the same list.
#[test]
fn hits_are_ranked() {
    let people = People::new(200, 9);
    people.with_table(|table| {
        let index = Index::open(IndexBuilder::new().to_bytes(table).unwrap()).unwrap();
        for cells in &people.0 {
            let all = index.search(&query(cells).limit(10_000)).unwrap();
            let key = |hit: &hoten::IndexHit| (-hit.score, hit.row);
            assert!(all.is_sorted_by(|a, b| key(a) <= key(b)));
            for limit in [0, 1, 3] {
                let some = index.search(&query(cells).limit(limit)).unwrap();
                assert_eq!(some.hits[..], all.hits[..limit.min(all.len())]);
            }
        }
    });
}

/// Neither threads nor the memory for sorting change a byte.
#[test]
fn the_same_table_gives_the_same_bytes() {
    let people = People::new(300, 5);
    people.with_table(|table| {
        let bytes = IndexBuilder::new().to_bytes(table).unwrap();
        let folder = std::env::temp_dir().join(format!("hoten-index-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("people.hoten");
        for (threads, memory) in [(1, 0), (2, 1 << 10), (3, 1 << 30)] {
            let builder = IndexBuilder::new().threads(threads).memory(memory);
            let summary = builder.build(table, &path).unwrap();
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
            assert_eq!((summary.bytes, summary.records), (bytes.len() as u64, table.rows() as u64));
            assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing is left behind");
        }
        assert_eq!(Index::read(&path).unwrap().len(), table.rows());
        std::fs::remove_dir_all(&folder).unwrap();
    });
}

/// What a search gives does not depend on what was searched for before.
#[test]
fn earlier_searches_change_nothing() {
    let people = People::new(200, 31);
    people.with_table(|table| {
        let bytes = IndexBuilder::new().to_bytes(table).unwrap();
        let used = Index::open(&bytes).unwrap();
        // Words the file has not, and words of its letters and sounds with other marks.
        let words = ["Hoá", "Hỏa", "Hõa", "Hơa", "Xúng", "Rươn", "Chần", "Lân", "Qwa"];
        let unseen = words.map(|word| format!("Nguyễn Thị {word}"));
        let name = |text| IndexQuery::new().field(hoten::FieldName::FullName, text).limit(50);
        for text in unseen.iter().map(String::as_str) {
            let fresh = Index::open(&bytes).unwrap();
            assert_eq!(fresh.search(&name(text)).unwrap(), used.search(&name(text)).unwrap());
        }
        for (cells, text) in people.0.iter().zip(unseen.iter().cycle()) {
            let fresh = Index::open(&bytes).unwrap();
            assert_eq!(fresh.search(&query(cells)).unwrap(), used.search(&query(cells)).unwrap());
            assert_eq!(fresh.search(&name(text)).unwrap(), used.search(&name(text)).unwrap());
        }
    });
}

/// The model of a run, taken as it is, gives the scores of that run for other records too.
#[test]
fn a_fitted_model_is_taken_as_it_is() {
    let (all, some) = (People::new(200, 4), People::new(60, 8));
    let (model, prior) = all.with_table(|table| {
        let model = Model::default().without_neighbours();
        let linkage = Linker::new().model(model).dedupe(table).unwrap();
        (linkage.model().clone(), linkage.explain(0, 1).unwrap().prior)
    });
    some.with_table(|table| {
        let builder = IndexBuilder::new().model(model.clone()).fit(false);
        let index = Index::open(builder.to_bytes(table).unwrap()).unwrap();
        let linkage = Linker::new().model(model.clone()).fit(false).dedupe(table).unwrap();
        for (row, cells) in (0u32..).zip(&some.0).skip(1) {
            let own = index.explain(&query(cells), 0).unwrap();
            let pair = linkage.explain(0, row).unwrap();
            assert_eq!(
                [own.prior, own.weight].map(f32::to_bits),
                [prior, pair.weight].map(f32::to_bits)
            );
        }
    });
}
