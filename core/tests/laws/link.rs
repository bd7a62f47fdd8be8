//! Laws of whole runs on small random tables.

use hoten::{
    LinkMode, Linkage, Linker, Model, StrBuffer, Table, cluster_bridges, connected_clusters,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A record of a small world: person, and which faults its writer made.
type Entry = (u8, u8);

const SURNAMES: [&str; 4] = ["Nguyễn", "Trần", "Lê", "Phạm"];
const GIVENS: [&str; 6] = ["Lan", "Hòa", "Tám", "Phúc", "Ngân", "Đức"];

/// Name, birth date and number of a person as one record has them: marks lost, the year alone, no
/// number.
fn cells((person, faults): Entry) -> [Option<String>; 3] {
    let at = usize::from(person);
    let name = format!("{} Văn {}", SURNAMES[at % 4], GIVENS[at % 6]);
    let name = if faults & 1 == 0 { name } else { hoten::fold(&name).into_owned() };
    let (day, month, year) = (at % 28 + 1, at % 12 + 1, 1940 + at % 50);
    let date = format!("{day:02}/{month:02}/{year}");
    let number = format!("0890{:02}{:06}", year % 100, 1 + at * 37_103 % 999_999);
    let date = if faults & 2 == 0 { date } else { year.to_string() };
    [Some(name), Some(date), (faults & 4 == 0).then_some(number)]
}

/// Columns of records whose identifiers begin with a letter.
fn columns(letter: char, entries: &[Entry]) -> [StrBuffer; 4] {
    let mut columns: [StrBuffer; 4] = Default::default();
    for (row, entry) in entries.iter().enumerate() {
        let [name, date, number] = cells(*entry);
        let values = [Some(format!("{letter}{row:03}")), name, date, number];
        for (column, value) in columns.iter_mut().zip(&values) {
            column.push(value.as_deref());
        }
    }
    columns
}

fn table(columns: &[StrBuffer; 4]) -> Table<'_> {
    let named = ["id", "full_name", "dob", "cccd"].into_iter().zip(columns);
    Table::new(named.map(|(name, cells)| (name, cells.as_column()))).unwrap()
}

/// A linker that weighs the same evidence alike in every table.
fn fixed() -> Linker {
    Linker::new().model(Model::default().with_prior(1e-3)).fit(false)
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec((0..12_u8, 0..8_u8), 0..14)
}

/// Pairs by identifier, with their weights to a thousandth of a bit.
fn by_id(linkage: &Linkage<'_>, swap: bool) -> BTreeMap<(String, String), i64> {
    let id = |row| linkage.record_id(row).into_owned();
    let pairs = linkage.pairs().iter().map(|pair| {
        let ids = (id(pair.left), id(pair.right));
        let ids = if swap { (ids.1, ids.0) } else { ids };
        (ids, (f64::from(pair.weight) * 100.0).round() as i64)
    });
    pairs.collect()
}

/// The partition as sets of identifiers.
fn parts(linkage: &Linkage<'_>) -> BTreeSet<BTreeSet<String>> {
    let mut parts = BTreeMap::<u32, BTreeSet<String>>::new();
    for (row, cluster) in (0..).zip(linkage.clusters()) {
        parts.entry(*cluster).or_default().insert(linkage.record_id(row).into_owned());
    }
    parts.into_values().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn which_table_is_left_does_not_matter(one in entries(), other in entries()) {
        let (one, other) = (columns('a', &one), columns('b', &other));
        let (one, other) = (table(&one), table(&other));
        for (mode, mirrored) in [
            (LinkMode::ManyToMany, LinkMode::ManyToMany),
            (LinkMode::OneToMany, LinkMode::ManyToOne),
        ] {
            let forth = fixed().mode(mode).link(&one, &other).unwrap();
            let back = fixed().mode(mirrored).link(&other, &one).unwrap();
            let (forth, back) = (by_id(&forth, false), by_id(&back, true));
            if mode == LinkMode::ManyToMany {
                prop_assert_eq!(&forth, &back);
            }
            // Equal weights may choose another partner, never another number of them.
            prop_assert_eq!(forth.len(), back.len());
        }
    }

    #[test]
    fn modes_hold_and_pairs_go_across(one in entries(), other in entries()) {
        let (one, other) = (columns('a', &one), columns('b', &other));
        let (one, other) = (table(&one), table(&other));
        for mode in LinkMode::ALL {
            let linkage = fixed().mode(mode).link(&one, &other).unwrap();
            let (mut left, mut right) = (BTreeMap::new(), BTreeMap::new());
            for pair in linkage.pairs() {
                prop_assert!(pair.left < linkage.boundary() && pair.right >= linkage.boundary());
                *left.entry(pair.left).or_insert(0) += 1;
                *right.entry(pair.right).or_insert(0) += 1;
            }
            if matches!(mode, LinkMode::OneToOne | LinkMode::ManyToOne) {
                prop_assert!(left.values().all(|&partners| partners == 1));
            }
            if matches!(mode, LinkMode::OneToOne | LinkMode::OneToMany) {
                prop_assert!(right.values().all(|&partners| partners == 1));
            }
            // What had to go had a heavier or equal rival.
            for held in linkage.refused().iter().filter(|held| held.reason.as_str() == "taken") {
                let rival = linkage.pairs().iter().any(|pair| {
                    (pair.left == held.edge.left || pair.right == held.edge.right)
                        && pair.weight >= held.edge.weight
                });
                prop_assert!(rival);
            }
        }
    }

    /// Where no merge is left to people and no two known clusters come near each other, new records end
    /// in the clusters that a run over all records finds; known clusters keep their names and members
    /// in any case.
    #[test]
    fn an_update_finds_what_a_full_run_finds(old in entries(), new in entries()) {
        let all: Vec<Entry> = old.iter().chain(&new).copied().collect();
        let boundary = old.len();
        let (old, new) = (columns('a', &old), columns('b', &new));
        // So low that no record which may be another's rival is missing.
        let first = fixed().possible(1e-6).dedupe(&table(&old)).unwrap();
        let names: Vec<(String, String)> = (0..boundary as u32)
            .map(|row| (first.record_id(row).into_owned(), first.cluster_id(row).into_owned()))
            .collect();
        let known = names.iter().map(|(id, cluster)| (id.as_str(), cluster.as_str()));
        let (old_table, new_table) = (table(&old), table(&new));
        let update = fixed().update(&old_table, known, &new_table).unwrap();
        for (row, (_, cluster)) in (0..).zip(&names) {
            prop_assert_eq!(&update.cluster_id(row), cluster);
        }
        let mut whole = old.clone();
        for (column, more) in whole.iter_mut().zip(&new) {
            column.extend(more.as_column());
        }
        prop_assert_eq!(all.len(), whole[0].len());
        let whole_table = table(&whole);
        let full = fixed().dedupe(&whole_table).unwrap();
        let old_rows_agree = (0..boundary as u32).all(|row| {
            full.clusters()[row as usize] == first.clusters()[row as usize]
        });
        // An update does not weigh known clusters against each other: it knows no rival there.
        let apart = first.pairs().iter().all(|pair| {
            first.clusters()[pair.left as usize] == first.clusters()[pair.right as usize]
        });
        if update.merges().is_empty() && old_rows_agree && apart {
            prop_assert_eq!(parts(&update), parts(&full));
        }
    }

    /// A bridge is an edge whose loss makes one cluster more.
    #[test]
    fn bridges_part_what_they_hold(edges in prop::collection::btree_set((0..12_u32, 0..12_u32), 0..24)) {
        let edges: BTreeSet<(u32, u32)> =
            edges.into_iter().filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();
        let edges: Vec<(u32, u32)> = edges.into_iter().collect();
        let count = |edges: &[(u32, u32)]| {
            connected_clusters(12, edges.iter().copied()).into_iter().collect::<BTreeSet<_>>().len()
        };
        let without = |gone: &(u32, u32)| {
            edges.iter().filter(|edge| *edge != gone).copied().collect::<Vec<_>>()
        };
        let want: Vec<_> =
            edges.iter().filter(|edge| count(&without(edge)) > count(&edges)).copied().collect();
        prop_assert_eq!(cluster_bridges(12, &edges), want);
    }
}

/// Found by the law above: two known records of one cluster are each other's best partners, though an
/// update makes no pair of them; without that a new namesake of theirs joined.
#[test]
fn known_records_of_one_cluster_are_rivals_of_a_new_one() {
    let (old, new) = (columns('a', &[(5, 7), (5, 7)]), columns('b', &[(5, 0), (5, 2)]));
    let known = [("a000", "a000"), ("a001", "a000")];
    let (old, new) = (table(&old), table(&new));
    let update = fixed().update(&old, known, &new).unwrap();
    let want = [["a000", "a001"], ["b000", "b001"]];
    let want = want.map(|ids| ids.map(str::to_owned).into_iter().collect());
    assert_eq!(parts(&update), want.into_iter().collect());
}
