//! Links two files, or deduplicates one, through declared fields, and judges by a column of truth.
//!
//! `fields --truth person --id rec_id given_name=text,... LEFT.csv [RIGHT.csv]`; two files are
//! linked one to one. Prints F1 of the matched pairs, of one file of all pairs of its clusters.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout, clippy::print_stderr)]

use hoten::{FieldKind, LinkMode, Linker, ReadOptions, Table, read_file};
use std::collections::HashMap;

fn truth(table: &Table<'_>, id: &str, person: &str) -> Vec<(String, String)> {
    let column = |name: &str| {
        let place = table.names().position(|held| held == name);
        table.column(place.unwrap_or_else(|| panic!("no column {name}"))).unwrap()
    };
    let (ids, persons) = (column(id), column(person));
    (0..table.rows())
        .filter_map(|row| Some((ids.get(row)?.into(), persons.get(row)?.into())))
        .collect()
}

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut option = |name: &str| {
        let place = arguments.iter().position(|held| held == name).expect(name);
        arguments.drain(place..place + 2).nth(1).expect(name)
    };
    let (person, id) = (option("--truth"), option("--id"));
    let (fields, files) = arguments.split_first().expect("fields and files");
    let mut linker = Linker::new().mode(LinkMode::OneToOne).column("record_id", &id);
    for field in fields.split(',') {
        let (name, kind) = field.split_once('=').expect("name=kind");
        linker = linker.field(name, FieldKind::from_name(kind).expect("a kind of field"));
    }
    let files: Vec<_> =
        files.iter().map(|file| read_file(file, &ReadOptions::default()).unwrap()).collect();
    let tables: Vec<Table<'_>> = files.iter().map(|file| file.table()).collect();
    let truths: Vec<_> = tables.iter().map(|table| truth(table, &id, &person)).collect();
    let of = |side: usize| truths[side].iter().map(|(id, person)| (id.as_str(), person.as_str()));
    let (right, found, all, candidates) = match &tables[..] {
        [left, other] => {
            let linkage = linker.link(left, other).unwrap();
            let persons: [HashMap<&str, &str>; 2] = [of(0).collect(), of(1).collect()];
            let matched: Vec<_> =
                linkage.pairs().iter().filter(|pair| linkage.is_match(pair)).collect();
            let same = |pair: &&&hoten::ScoredPair| {
                let person =
                    |row: u32, side: usize| persons[side].get(&*linkage.record_id(row)).copied();
                person(pair.left, 0).is_some_and(|one| person(pair.right, 1) == Some(one))
            };
            let all = of(1).filter(|(_, person)| persons[0].values().any(|held| held == person));
            let right = matched.iter().filter(same).count();
            (right, matched.len(), all.count(), linkage.summary().candidate_pairs)
        }
        [table] => {
            let linkage = linker.dedupe(table).unwrap();
            let found = linkage.evaluate(of(0));
            let counts = [found.correct_pairs, found.predicted_pairs, found.true_pairs];
            let [right, matched, all] = counts.map(|pairs| pairs as usize);
            (right, matched, all, linkage.summary().candidate_pairs)
        }
        _ => panic!("one file or two"),
    };
    let f1 = 2.0 * right as f64 / (found + all).max(1) as f64;
    println!("F1 {f1:.4}, {found} pairs, {right} right of {all}, {candidates} compared");
}
