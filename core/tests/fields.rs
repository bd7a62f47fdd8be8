//! Tables that are not of residents: the caller declares what their columns hold.
#![cfg(feature = "link")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "fields/made.rs"]
mod made;

use hoten::{
    ComparedField, ErrorCode, FieldKind, Judgement, LinkMode, Linkage, Linker, StrColumn, Table,
    Verdict,
};
use made::{Sheet, people, products};

const FIELDS: [(&str, FieldKind); 7] = [
    ("given", FieldKind::Text),
    ("family", FieldKind::Text),
    ("house", FieldKind::Number),
    ("street", FieldKind::Text),
    ("town", FieldKind::Text),
    ("born", FieldKind::Date),
    ("licence", FieldKind::Identifier),
];

fn linker(fields: &[(&str, FieldKind)]) -> Linker {
    let linker = Linker::new().mode(LinkMode::OneToOne);
    fields.iter().fold(linker, |linker, (name, kind)| linker.field(*name, *kind))
}

fn linked<R>(
    linker: &Linker,
    [left, right]: &[Sheet; 2],
    check: impl FnOnce(&Linkage<'_>) -> R,
) -> R {
    left.with(|left| right.with(|right| check(&linker.link(left, right).unwrap())))
}

/// Precision and recall of the matched pairs of two tables.
fn judged(linkage: &Linkage<'_>, sheets: &[Sheet; 2]) -> (f64, f64) {
    let owner = |row: u32| match row.checked_sub(linkage.boundary()) {
        None => sheets[0].owners[row as usize],
        Some(row) => sheets[1].owners[row as usize],
    };
    let found: Vec<bool> = linkage
        .pairs()
        .iter()
        .filter(|pair| linkage.is_match(pair))
        .map(|pair| owner(pair.left) == owner(pair.right))
        .collect();
    let right = found.iter().filter(|right| **right).count() as f64;
    let all = sheets[1].owners.iter().filter(|owner| sheets[0].owners.contains(owner)).count();
    (right / found.len() as f64, right / all as f64)
}

/// Without labels, rules or settings; households share nearly everything but the person.
#[test]
fn people_of_other_countries_are_linked() {
    let sheets = people(500, 5);
    linked(&linker(&FIELDS), &sheets, |linkage| {
        let (precision, recall) = judged(linkage, &sheets);
        assert!(precision > 0.995 && recall > 0.985, "{precision} {recall}");
        let summary = linkage.summary();
        assert!(summary.candidate_pairs < 60 * summary.records, "{}", summary.candidate_pairs);
        assert!(summary.rules.len() > 5 && summary.training.converged);
        let levels: Vec<&str> = linkage.levels(linkage.pairs()[0].pattern).map(|l| l.0).collect();
        assert_eq!(levels, FIELDS.map(|field| field.0));
        assert!(linkage.fields().eq(FIELDS));
    });
}

#[test]
fn products_of_two_shops_are_linked() {
    let sheets = products(500, 3);
    let fields = [("name", FieldKind::Text), ("price", FieldKind::Number)];
    let linker = linker(&fields).column("record_id", "sku");
    linked(&linker, &sheets, |linkage| {
        let (precision, recall) = judged(linkage, &sheets);
        assert!(precision > 0.98 && recall > 0.9, "{precision} {recall}");
    });
}

/// In one table, with clusters instead of pairs, and evaluated.
#[test]
fn one_table_is_deduplicated() {
    let [mut sheet, other] = people(350, 11);
    sheet.rows.extend(other.rows);
    sheet.owners.extend(other.owners);
    let truth = sheet.truth();
    sheet.with(|table| {
        let linkage = linker(&FIELDS).dedupe(table).unwrap();
        let truth = truth.iter().map(|(id, owner)| (id.as_str(), owner.as_str()));
        let found = linkage.evaluate(truth);
        assert!(found.precision > 0.99 && found.recall > 0.97, "{found:?}");
        // Who has a key and evidence can be linked.
        assert!(linkage.unlinkable().len() < linkage.records() / 50);
    });
}

/// Given and family name in each other's columns are one person, and the explanation says so.
#[test]
fn names_in_each_others_columns_are_told() {
    let sheets = people(500, 5);
    linked(&linker(&FIELDS), &sheets, |linkage| {
        let mut seen = 0;
        for pair in linkage.pairs().iter().filter(|pair| linkage.is_match(pair)) {
            let told = linkage.explain(pair.left, pair.right).unwrap();
            let parts = told.fields.iter().map(|field| field.weight + field.frequency_weight);
            let sum = parts.sum::<f32>() + told.prior + told.dependence + told.neighbours;
            assert!((sum - told.weight).abs() < 1e-2 && (told.weight - pair.weight).abs() < 1e-2);
            assert!(told.rule.is_some());
            let names = told.fields.iter().map(|field| field.field.name());
            assert!(names.eq(FIELDS.map(|field| field.0)));
            assert!(
                matches!(told.fields[2].field, ComparedField::Declared { kind, .. } if kind == FieldKind::Number)
            );
            if told.fields[0].level == "exchanged" {
                seen += 1;
                assert!(["exchanged", "missing on one"].contains(&told.fields[1].level));
                assert!(told.fields[0].weight > 0.0);
                assert!(!told.fields[0].left.is_empty());
            }
        }
        assert!(seen > 20, "{seen} of about 50");
    });
}

/// Any number of threads, and a model that was kept, give the same.
#[test]
fn results_are_the_same_again() {
    let sheets = people(200, 2);
    let pairs = |linker: &Linker| linked(linker, &sheets, |linkage| linkage.pairs().to_vec());
    let first = linked(&linker(&FIELDS), &sheets, |linkage| linkage.model().clone());
    assert_eq!(pairs(&linker(&FIELDS).threads(1)), pairs(&linker(&FIELDS).threads(3)));
    assert_eq!(pairs(&linker(&FIELDS)), pairs(&linker(&FIELDS).model(first.clone()).fit(false)));
    // Fields are known by their names, in whatever order they are declared.
    let mut turned = FIELDS;
    turned.reverse();
    let again = pairs(&linker(&turned).model(first).fit(false));
    let rows = |pairs: &[hoten::ScoredPair]| -> Vec<(u32, u32)> {
        pairs.iter().map(|pair| (pair.left, pair.right)).collect()
    };
    assert_eq!(rows(&again), rows(&pairs(&linker(&FIELDS))));
}

#[cfg(feature = "serde")]
#[test]
fn models_and_results_are_kept_with_their_fields() {
    let sheets = people(150, 4);
    let folder = std::env::temp_dir().join(format!("hoten-fields-{}", std::process::id()));
    linked(&linker(&FIELDS), &sheets, |linkage| {
        let model = linkage.model();
        assert_eq!(hoten::Model::from_json(&model.to_json()).unwrap(), *model);
        linkage.save(&folder).unwrap();
        let saved = hoten::SavedLinkage::open(&folder).unwrap();
        let again = saved.linkage().unwrap();
        assert_eq!((again.pairs(), again.clusters()), (linkage.pairs(), linkage.clusters()));
        assert_eq!((again.model(), again.summary()), (model, linkage.summary()));
        let pair = linkage.pairs()[0];
        let told = |linkage: &Linkage<'_>| linkage.explain(pair.left, pair.right).unwrap();
        assert_eq!(told(&again), told(linkage));
    });
    std::fs::remove_dir_all(folder).unwrap();
    let wrong = r#"{"format": "hoten-model", "version": 1,
        "fields": [{"name": "x", "kind": "text", "levels": {"sames": {}}}]}"#;
    let error = hoten::Model::from_json(wrong).unwrap_err();
    assert!(error.to_string().contains("fields.0.levels.sames"), "{error}");
}

/// Labels and judgements teach the rates of declared fields.
#[test]
fn labels_teach_declared_fields() {
    let [mut sheet, other] = people(300, 8);
    sheet.rows.extend(other.rows);
    sheet.owners.extend(other.owners);
    let truth = sheet.truth();
    let place = |name: &str| FIELDS.iter().position(|field| field.0 == name).unwrap();
    sheet.with(|table| {
        let pairs = truth.iter().map(|(id, owner)| (id.as_str(), owner.as_str()));
        let taught = linker(&FIELDS).train_labelled(table, pairs.clone()).unwrap();
        assert!(taught.field_weight(place("licence"), 2) > 8.0);
        let linkage = linker(&FIELDS).model(taught).fit(false).dedupe(table).unwrap();
        let found = linkage.evaluate(pairs);
        assert!(found.f1 > 0.97, "{found:?}");
        // Fifty persons judged to be one although their licence differs: m of "different" rises.
        let differ = FieldKind::Identifier.levels().len() as u8 - 1;
        let before = linker(&FIELDS).train(table).unwrap().0.field_weight(place("licence"), differ);
        let judged = (0..50).map(|row| {
            let id = |row: usize| sheet.rows[row][0].clone();
            Judgement::new(id(row), id(row + 200), Verdict::Same)
        });
        let (model, training) = linker(&FIELDS).judgements(judged).train(table).unwrap();
        assert_eq!(training.labelled, 50);
        assert!(model.field_weight(place("licence"), differ) > before + 1.0);
    });
}

/// A register of residents with a column of its own stays one.
#[test]
fn residents_may_have_fields_beside_their_own() {
    let names = ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Nguyễn Văn Hòa"];
    let dates = ["12/5/1950", "12/5/1950", "3/9/1950"];
    let cards = ["HR-2041-7", "HR20417", "HR-9310-2"];
    let table = Table::new([
        ("Họ và tên", StrColumn::from_strs(&names)),
        ("Ngày sinh", StrColumn::from_strs(&dates)),
        ("Thẻ rừng", StrColumn::from_strs(&cards)),
    ])
    .unwrap();
    let linker = Linker::new().field("card", FieldKind::Identifier).column("card", "Thẻ rừng");
    let linkage = linker.dedupe(&table).unwrap();
    let told = linkage.explain(0, 1).unwrap();
    let level =
        |name: &str| told.fields.iter().find(|field| field.field.name() == name).unwrap().level;
    assert_eq!(
        (level("card"), level("birth_date"), told.fields.len()),
        ("same letters", "same", 13)
    );
    assert_eq!(linkage.clusters(), [0, 0, 2]);
    // The same table without: nothing of it is left.
    let plain = Linker::new().dedupe(&table).unwrap();
    assert_eq!(plain.explain(0, 1).unwrap().fields.len(), 12);
}

#[test]
fn what_cannot_be_declared_is_said() {
    let cells = ["x"];
    let table = Table::new([("title", StrColumn::from_strs(&cells))]).unwrap();
    let code = |linker: Linker| linker.dedupe(&table).map(|_| ()).unwrap_err().code();
    let text = FieldKind::Text;
    assert_eq!(code(Linker::new()), ErrorCode::NoNameColumn);
    assert_eq!(code(Linker::new().field("titel", text)), ErrorCode::UnknownColumn);
    let twice = Linker::new().field("title", text).field("title", text);
    assert_eq!(code(twice), ErrorCode::FieldRepeated);
    let many = (0..17).fold(Linker::new(), |linker, n| linker.field(n.to_string(), text));
    assert_eq!(code(many), ErrorCode::TooManyFields);
    let names = ["Lê A"];
    let residents = [("Họ tên", StrColumn::from_strs(&names)), ("x", StrColumn::from_strs(&cells))];
    let residents = Table::new(residents).unwrap();
    let clash = Linker::new().field("surname", text).column("surname", "x");
    assert_eq!(clash.dedupe(&residents).unwrap_err().code(), ErrorCode::FieldRepeated);
    // One row, no row, nothing but gaps: an answer.
    let linker = Linker::new().field("title", text);
    assert_eq!(linker.dedupe(&table).unwrap().clusters(), [0]);
    for rows in [0, 3] {
        let gaps = Table::new([("title", StrColumn::nulls(rows))]).unwrap();
        assert_eq!(linker.dedupe(&gaps).unwrap().pairs().len(), 0);
    }
}

/// Any text in any kind of field: an answer, no panic.
#[test]
fn odd_cells_are_taken() {
    let long = "word ".repeat(20_000);
    let odd =
        ["", " ", "\u{0}", "∞", "१२३", "2026-13-45", "--", "'", &long, "名前", "1e999", "-0", "…"];
    let cells: Vec<&str> = odd.iter().chain(&odd).copied().collect();
    let column = || StrColumn::from_strs(&cells);
    let names = FieldKind::ALL.map(FieldKind::as_str);
    let table = Table::new(names.map(|name| (name, column()))).unwrap();
    let linker = FieldKind::ALL
        .iter()
        .fold(Linker::new(), |linker, kind| linker.field(kind.as_str(), *kind));
    let linkage = linker.possible(0.0).dedupe(&table).unwrap();
    assert_eq!(linkage.records(), cells.len());
    let half = odd.len() as u32;
    let said = linkage.explain(9, 9 + half).unwrap();
    assert_eq!(said.fields[0].level, "same");
}
