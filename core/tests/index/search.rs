//! What a search finds, by what the index promises.

use crate::people::People;
use hoten::{
    ErrorCode, FieldName as F, Index, IndexBuilder, IndexHits, IndexQuery, RecordId, StrColumn,
    Table,
};

const NAMES: [&str; 9] = [
    "Nguyễn Văn Hòa",
    "NGUYEN VAN HOA",
    "Trần Thị Hằng",
    "Chần Thị Hằn",
    "Neáng Sa Rươl",
    "Neáng Sarươl",
    "Nguyễn Văn Hoàng",
    "Lê Thị Ngọc Lan",
    "Lê Thị Ngọc Linh",
];

fn with_index<R>(work: impl FnOnce(&Index) -> R) -> R {
    let dates = ["12/5/1950", "1950", "3/4/1971", "", "1980", "1980", "1950", "2/9/1990", "1991"];
    let communes = ["X. An Hảo", "An Hảo", "Ba Chúc", "", "", "An Hảo", "Ba Chúc", "", "An Hảo"];
    let sources = ["a", "b", "a", "b", "a", "b", "a", "b", "a"];
    let ids = ["7", "-3", "0", "12", "5", "6", "8", "9", "10"];
    let table = Table::new([
        ("record_id", StrColumn::from_strs(&ids)),
        ("source", StrColumn::from_strs(&sources)),
        ("full_name", StrColumn::from_strs(&NAMES)),
        ("birth_date", StrColumn::from_strs(&dates)),
        ("commune", StrColumn::from_strs(&communes)),
    ])
    .unwrap();
    let bytes = IndexBuilder::new().integer_ids(true).to_bytes(&table).unwrap();
    work(&Index::open(bytes).unwrap())
}

fn rows(hits: &IndexHits) -> Vec<u32> {
    hits.iter().map(|hit| hit.row).collect()
}

fn name(text: &str) -> IndexQuery<'_> {
    IndexQuery::new().field(F::FullName, text)
}

#[test]
fn names_are_found_without_marks_by_sound_and_in_other_pieces() {
    with_index(|index| {
        for (asked, want) in
            [("nguyen van hoa", [0, 1]), ("Trần Thị Hằng", [2, 3]), ("tran thi han", [2, 3])]
        {
            let found = rows(&index.search(&name(asked)).unwrap());
            assert!(want.iter().all(|row| found.contains(row)), "{asked}: {found:?}");
        }
        // Two pieces or one: with the year the joined name is a key.
        for asked in ["Neáng Sa Rươl", "Neang Sarươn"] {
            let found = rows(&index.search(&name(asked).field(F::BirthDate, "1980")).unwrap());
            assert!(found.contains(&4) && found.contains(&5), "{asked}: {found:?}");
        }
    });
}

/// The last word grows letter by letter, then the next begins.
#[test]
fn names_are_found_while_they_are_typed() {
    with_index(|index| {
        let typed = |text: &str| rows(&index.search(&name(text).typing(true)).unwrap());
        for (text, want) in [
            ("n", &[0, 1, 4, 5, 6][..]),
            ("ngu", &[0, 1, 6]),
            ("nguyễn v", &[0, 1, 6]),
            ("Nguyễn Văn Ho", &[0, 1, 6]),
            ("nguyen van hoan", &[6]),
            ("tr", &[2]),
            ("lê thị ngọc l", &[7, 8]),
            ("lê thị ngọc li", &[8]),
        ] {
            let found = typed(text);
            assert!(want.iter().all(|row| found.contains(row)), "{text}: {found:?}");
        }
        assert!(typed("x").is_empty());
    });
}

/// A word that goes on is as good as a shortened one and no better than the whole word.
#[test]
fn a_half_typed_word_is_scored_as_a_shortened_one() {
    with_index(|index| {
        let half = index.search(&name("nguyễn văn ho").typing(true)).unwrap();
        let hoa = half.iter().find(|hit| hit.row == 0).unwrap();
        assert_eq!(hoa.pattern.level_name(hoten::Comparison::Given), "abbreviation");
        let whole = index.search(&name("nguyễn văn hòa").typing(true)).unwrap();
        let best = &whole[0];
        assert_eq!(best.row, 0);
        assert_eq!(best.pattern.level_name(hoten::Comparison::Given), "same");
        assert!(best.score > hoa.score);
        // Without being told, an unfinished name is compared as it stands.
        let plain = index.search(&name("nguyễn văn ho")).unwrap();
        let hit = plain.iter().find(|hit| hit.row == 0).unwrap();
        assert_ne!(hit.pattern.level_name(hoten::Comparison::Given), "abbreviation");
    });
}

#[test]
fn a_letter_amiss_is_forgiven() {
    with_index(|index| {
        for (asked, row) in
            [("Nguyễn Văn Hoàngg", 6), ("Lê Thị Ngọcc Lan", 7), ("Trần Thị Hằngx", 2)]
        {
            let found = rows(&index.search(&name(asked)).unwrap());
            assert!(found.contains(&row), "{asked}: {found:?}");
        }
    });
}

#[test]
fn filters_keep_one_commune_and_one_source() {
    with_index(|index| {
        let asked = name("nguyễn văn hòa");
        let commune =
            |text: &'static str| rows(&index.search(&asked.clone().in_commune(text)).unwrap());
        // With or without the kind of unit, and without marks.
        for text in ["An Hảo", "xã An Hảo", "AN HAO"] {
            assert_eq!(commune(text), [0, 1], "{text}");
        }
        assert!(commune("Tịnh Biên").is_empty());
        assert_eq!(rows(&index.search(&asked.clone().in_source("B")).unwrap()), [1]);
        assert!(rows(&index.search(&asked.in_source("c")).unwrap()).is_empty());
    });
}

#[test]
fn identifiers_come_back_as_they_were_given() {
    with_index(|index| {
        let ids: Vec<RecordId> = (0..9).map(|row| index.record_id(row).unwrap()).collect();
        assert_eq!(ids[..3], [7, -3, 0].map(RecordId::Integer));
        assert_eq!(index.record_id(9).unwrap_err().code(), ErrorCode::NoSuchRow);
        assert_eq!(format!("{:?}", ids[0]), "Integer(..)");
    });
    for (ids, want) in [
        (["1", "02", "3"], ["1", "02", "3"]),
        (["", "x", ""], ["0", "x", "2"]),
        (
            ["9223372036854775807", "-9223372036854775808", "-0"],
            ["9223372036854775807", "-9223372036854775808", "-0"],
        ),
    ] {
        let names = ["An", "Ba", "Tư"];
        let columns =
            [("id", StrColumn::from_strs(&ids)), ("full_name", StrColumn::from_strs(&names))];
        let bytes = IndexBuilder::new().to_bytes(&Table::new(columns).unwrap()).unwrap();
        let index = Index::open(bytes).unwrap();
        for (row, want) in (0..).zip(want) {
            assert_eq!(index.record_id(row).unwrap(), RecordId::Text(want.to_owned()));
        }
    }
}

#[test]
fn little_or_nothing_asked_finds_little_or_nothing() {
    with_index(|index| {
        for query in [
            IndexQuery::new(),
            name(""),
            name("không rõ"),
            name("???"),
            IndexQuery::new().field(F::BirthDate, "1950"),
            IndexQuery::new().field(F::Phone, "0912345678"),
        ] {
            assert!(index.search(&query).unwrap().is_empty(), "{query:?}");
        }
        let unknown = IndexQuery::new().column("ghi chú", "x").unwrap_err();
        assert_eq!(unknown.code(), ErrorCode::UnknownQueryField);
        assert!(IndexQuery::new().column("Họ và tên", "An").is_ok());
    });
}

/// What was left out is told.
#[test]
fn a_search_that_is_cut_off_says_so() {
    let names: Vec<String> = (0..300).map(|_| "Nguyễn Văn Hòa".to_owned()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let table = Table::new([("full_name", StrColumn::from_strs(&names))]).unwrap();
    let index = Index::open(IndexBuilder::new().to_bytes(&table).unwrap()).unwrap();
    let few = index.search(&name("nguyen van hoa").candidates(100)).unwrap();
    assert_eq!((few.truncated, few.compared, few.len()), (true, 100, 10));
    let all = index.search(&name("nguyen van hoa")).unwrap();
    assert_eq!((all.truncated, all.compared), (false, 300));
    assert_eq!(rows(&all), (0..10).collect::<Vec<u32>>());
}

/// The reckoning adds up to the score, and shows the values of both.
#[test]
fn an_explanation_adds_up() {
    with_index(|index| {
        let query = name("nguyen van hoa").field(F::BirthDate, "12-05-1950");
        for hit in index.search(&query).unwrap().iter() {
            let why = index.explain(&query, hit.row).unwrap();
            let fields: f32 = why.fields.iter().map(|f| f.weight + f.frequency_weight).sum();
            assert!((why.prior + why.dependence + fields - hit.score).abs() < 1e-3);
            assert_eq!((why.weight, why.probability), (hit.score, hit.probability));
            assert_eq!(why.right_id, hit.record_id.to_string());
        }
        let why = index.explain(&query, 0).unwrap();
        let date = why.fields.iter().find(|f| f.field.name() == "birth_date");
        let date = date.unwrap();
        assert_eq!((date.left.as_str(), date.right.as_str()), ("12-05-1950", "12/05/1950"));
        assert_eq!(why.rule.as_deref(), Some("given name and date"));
        assert_eq!(index.explain(&query, 99).unwrap_err().code(), ErrorCode::NoSuchRow);
    });
}

/// A table searched at once gives what its rows give one by one.
#[test]
fn a_table_is_searched_as_its_rows_are() {
    let people = People::new(200, 3);
    people.with_table(|table| {
        let index = Index::open(IndexBuilder::new().to_bytes(table).unwrap()).unwrap();
        let all = index.search_table(table, &IndexQuery::new().limit(4)).unwrap();
        assert_eq!(all.len(), table.rows());
        for (row, hits) in people.0.iter().zip(&all) {
            assert_eq!(&index.search(&crate::same::query(row).limit(4)).unwrap(), hits);
        }
    });
}

#[test]
fn nothing_shows_a_value() {
    with_index(|index| {
        let query = name("Nguyễn Văn Hòa").field(F::CitizenId, "089050001234");
        let hits = index.search(&query).unwrap();
        let shown = format!("{index:?} {query:?} {hits:?}").to_lowercase();
        for value in ["nguy", "089050", "hòa", "\"7\""] {
            assert!(!shown.contains(value), "{shown}");
        }
    });
}
