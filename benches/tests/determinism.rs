//! One result for one table: whatever the number of threads, and whatever the order of the rows where
//! their identifiers are unique.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{Linker, StrColumn, Table};
use hoten_benches::{FaultMix, HEADER, Settings, generate};

type Pairs = Vec<(String, String, u32, String)>;

/// Columns of a generated register.
fn columns() -> Vec<Vec<String>> {
    let population = generate(&Settings { persons: 3_000, seed: 21, mix: FaultMix::South });
    let mut columns = vec![Vec::new(); HEADER.len()];
    for row in population.rows() {
        let own = [format!("HS-{}", row.record_id), row.source.name().to_owned()];
        let texts = row.texts.iter().map(|text| (*text).to_owned());
        for (column, cell) in columns.iter_mut().zip(own.into_iter().chain(texts)) {
            column.push(cell);
        }
    }
    columns
}

/// Pairs by identifier with the bits of their weights and their levels, and the cluster of each record.
fn result(
    columns: &[Vec<String>],
    order: &[usize],
    threads: usize,
) -> (Pairs, Vec<(String, String)>) {
    let cells: Vec<Vec<&str>> = columns
        .iter()
        .map(|column| order.iter().map(|&row| column[row].as_str()).collect())
        .collect();
    let named = HEADER.iter().zip(&cells);
    let table =
        Table::new(named.map(|(name, cells)| (*name, StrColumn::from_strs(cells)))).unwrap();
    let linkage = Linker::new().threads(threads).dedupe(&table).unwrap();
    let id = |row: u32| linkage.record_id(row).into_owned();
    let pairs = linkage.pairs().iter().map(|pair| {
        let (left, right) = (id(pair.left), id(pair.right));
        let levels = linkage.levels(pair.pattern).map(|(_, level)| level).collect::<Vec<_>>();
        let ids = if left < right { (left, right) } else { (right, left) };
        (ids.0, ids.1, pair.weight.to_bits(), levels.join(", "))
    });
    let mut pairs: Pairs = pairs.collect();
    pairs.sort();
    let rows = 0..u32::try_from(order.len()).unwrap();
    let mut clusters: Vec<_> =
        rows.map(|row| (id(row), linkage.cluster_id(row).into_owned())).collect();
    clusters.sort();
    (pairs, clusters)
}

#[test]
fn threads_and_the_order_of_rows_change_nothing() {
    let columns = columns();
    let rows = columns[0].len();
    let order: Vec<usize> = (0..rows).collect();
    let want = result(&columns, &order, 1);
    assert!(want.0.len() > 3_000);
    for threads in [2, 3, 8] {
        assert!(result(&columns, &order, threads) == want, "{threads} threads");
    }
    // Backwards, and by two steps that have no factor in common with the number of rows.
    let steps = [1_009, 4_099].into_iter().filter(|step| !rows.is_multiple_of(*step));
    let stepped = steps.map(|step| (0..rows).map(|row| row * step % rows).collect());
    for order in std::iter::once((0..rows).rev().collect::<Vec<_>>()).chain(stepped) {
        let found = result(&columns, &order, 2);
        assert!(found.1 == want.1, "clusters differ");
        let differ = found.0.iter().zip(&want.0).find(|(found, want)| found != want);
        assert!(found.0 == want.0, "{:?}", differ.map(|(a, b)| (a.2, b.2, &a.3, &b.3)));
    }
}
