//! Tables and graphs made to hurt: half of each and the whole, so that time can be seen to grow with
//! the records and not with their pairs, and what the result says of them.
//!
//! `cargo run --release -p hoten-benches --example adversarial -- [--records N] [--edges N]`
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used)]

use hoten::{ClusterConstraints, ClusterEdge, Linker, StrColumn, Table, connected_clusters};
use std::time::Instant;

/// Every record has these cells.
type Row = [(&'static str, &'static str); 5];

const IDENTICAL: Row = [
    ("full_name", "Nguyễn Văn Hùng"),
    ("dob", "12/05/1980"),
    ("sex", "Nam"),
    ("cccd", "089080001234"),
    ("commune", "Xã An Hảo"),
];
const COMMON: Row =
    [("full_name", "Nguyễn Văn Hùng"), ("dob", ""), ("sex", ""), ("cccd", ""), ("commune", "")];
const NULLS: Row = [("full_name", ""), ("dob", ""), ("sex", ""), ("cccd", ""), ("commune", "")];

fn table(name: &str, row: &Row, records: usize) -> f64 {
    let cells: Vec<Vec<&str>> = row.iter().map(|(_, cell)| vec![*cell; records]).collect();
    let columns = row.iter().zip(&cells);
    let columns = columns.map(|((header, _), cells)| (*header, StrColumn::from_strs(cells)));
    let table = Table::new(columns).unwrap();
    let start = Instant::now();
    let linkage = Linker::new().dedupe(&table).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let summary = linkage.summary();
    let refused: Vec<String> = summary
        .refused
        .iter()
        .map(|block| format!("{} ({} rows, {} pairs)", block.rule, block.rows, block.pairs))
        .collect();
    println!(
        "{name}: {records} records, {seconds:.2} s, peak {} MB, {} pairs compared, {} clusters; refused: {}",
        peak(),
        summary.candidate_pairs,
        summary.clusters,
        if refused.is_empty() { "nothing".to_owned() } else { refused.join(", ") },
    );
    seconds
}

/// Times `edges` edges as plain components and, from the strongest down, under constraints.
fn graph(name: &str, edges: usize, edge: impl Fn(u32) -> (u32, u32)) -> f64 {
    let count = u32::try_from(edges).expect("fewer than 2^32 edges");
    let start = Instant::now();
    let found = connected_clusters(count + 1, (0..count).map(&edge));
    let plain = start.elapsed().as_secs_f64();
    assert!(found.iter().all(|cluster| *cluster == 0), "one cluster");
    let start = Instant::now();
    let weighted = (0..count).map(|number| {
        let (left, right) = edge(number);
        ClusterEdge { left, right, weight: (number % 97) as f32 }
    });
    // A judgement, so that the edges are followed one by one.
    let under = ClusterConstraints { must_link: &[(0, 1)], ..Default::default() };
    let found = under.cluster(count + 1, weighted.collect());
    let seconds = start.elapsed().as_secs_f64();
    assert!(found.clusters.iter().all(|cluster| *cluster == 0), "one cluster");
    println!("{name}: {edges} edges, {plain:.2} s, by strength {seconds:.2} s, peak {} MB", peak());
    plain + seconds
}

/// The most memory the program has held, in MB; 0 where there is no /proc.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    let number = line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok());
    number.unwrap_or(0) / 1024
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let after = |flag: &str, default: usize| {
        let at = args.iter().position(|held| held == flag).and_then(|at| args.get(at + 1));
        at.map_or(default, |number| number.parse().expect("a number"))
    };
    let (records, edges) = (after("--records", 1_000_000), after("--edges", 10_000_000));
    let both = |name: &str, size: usize, run: &dyn Fn(usize) -> f64| {
        let (half, whole) = (run(size / 2), run(size));
        println!("{name}: twice as many take {:.2} times as long", whole / half);
    };
    both("identical", records, &|count| table("identical records", &IDENTICAL, count));
    both("common", records, &|count| table("one name and nothing else", &COMMON, count));
    both("nulls", records, &|count| table("empty cells", &NULLS, count));
    both("chain", edges, &|count| graph("chain", count, |number| (number, number + 1)));
    both("star", edges, &|count| graph("star", count, |number| (0, number + 1)));
}
