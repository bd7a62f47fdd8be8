//! What each blocking rule brings: pairs that no rule before it made, and how many of them are one
//! person. Loose rules are chosen and put in order by this table.
//!
//! `cargo run --release -p hoten-benches --example blocking -- [--persons N] [--seed N] [--mix M]`
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing)]

use hoten::{Linker, StrColumn, Table};
use hoten_benches::{FaultMix, HEADER, Settings, generate};
use std::collections::BTreeMap;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let after = |flag: &str| args.iter().position(|a| a == flag).and_then(|at| args.get(at + 1));
    let persons = after("--persons").map_or(10_000, |n| n.parse().unwrap());
    let seed = after("--seed").map_or(1, |n| n.parse().unwrap());
    let mix = after("--mix").map_or(FaultMix::Base, |name| FaultMix::from_name(name).unwrap());
    let population = generate(&Settings { persons, seed, mix });
    let mut columns = vec![Vec::new(); HEADER.len()];
    let ids: Vec<String> = (0..population.len()).map(|id| id.to_string()).collect();
    let mut truth = Vec::new();
    for (row, id) in population.rows().zip(&ids) {
        let cells = [id.as_str(), row.source.name()].into_iter().chain(row.texts);
        columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
        truth.push(row.person_id);
    }
    let named = HEADER.iter().zip(&columns);
    let table = Table::new(named.map(|(h, c)| (*h, StrColumn::from_strs(c)))).unwrap();
    let linkage = Linker::new().possible(0.0).dedupe(&table).unwrap();

    let mut records = BTreeMap::<u32, u64>::new();
    truth.iter().for_each(|&person| *records.entry(person).or_default() += 1);
    let all: u64 = records.values().map(|count| count * (count - 1) / 2).sum();
    // Hopeless pairs are not in the result; no pair of one person should be among them.
    let mut found = BTreeMap::<&str, u64>::new();
    for pair in linkage.pairs() {
        if truth[pair.left as usize] == truth[pair.right as usize] {
            *found.entry(linkage.rule_name(pair.rule)).or_default() += 1;
        }
    }
    let (rows, mut sum) = (truth.len() as f64, (0, 0));
    println!(
        "{:32} {:>10} {:>10} {:>8}  completeness",
        "rule", "new/record", "one person", "in 1000"
    );
    for rule in &linkage.summary().rules {
        let right = found.remove(rule.name.as_str()).unwrap_or(0);
        sum = (sum.0 + rule.new_pairs, sum.1 + right);
        println!(
            "{:32} {:10.3} {right:10} {:8.1}  {:.5}",
            rule.name,
            rule.new_pairs as f64 / rows,
            right as f64 * 1000.0 / rule.new_pairs.max(1) as f64,
            sum.1 as f64 / all as f64,
        );
    }
    println!("{:32} {:10.3} {:10}", "all", sum.0 as f64 / rows, sum.1);
}
