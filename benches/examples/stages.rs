//! Calls every stage of the engine on every table made to hurt it, of ROWS records and of twice as
//! many, for `instructions.sh` to count; prints the calls in their order.
//!
//! `cargo run --release -p hoten-benches --example stages -- ROWS [STAGE [TABLE]]`
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing)]

use hoten::{
    Candidate, CheckOptions, ClusterConstraints, ClusterEdge, FieldKind, FieldName, Index,
    IndexBuilder, IndexQuery, Linker, MatchRules, StrColumn, Table, check, cluster_bridges,
    connected_clusters,
};
use std::hint::black_box;

const HEADERS: [&str; 8] =
    ["record_id", "full_name", "dob", "sex", "cccd", "phone", "commune", "father_name"];

type Row = [String; 8];

/// The words of a number, so that each number has a name of its own.
fn name(number: usize) -> String {
    let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"];
    let letters = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
    let onsets = ["b", "c", "d", "đ", "g", "h", "l", "m", "n", "t", "v", "x"];
    let word = |part: usize| {
        let (onset, letter) = (onsets[part % 12], letters[part / 12 % 12]);
        [onset, letter, "n"].concat()
    };
    format!("{} {} {}", surnames[number % 10], word(number / 10), word(number / 1_440 + number))
}

fn date(number: usize) -> String {
    format!("{:02}/{:02}/{}", 1 + number % 28, 1 + number / 28 % 12, 1930 + number / 336 % 80)
}

fn citizen_id(number: usize) -> String {
    format!("0890{:02}{:06}", number / 336 % 80, number % 1_000_000)
}

/// A sound record of a number, which shares nothing telling with others.
fn person(number: usize) -> Row {
    let phone = format!("09{:08}", number * 7_919 % 100_000_000);
    let commune = format!("Xã {}", name(number / 100));
    let [name, father] = [name(number), name(number * 31 + 7)];
    let sex = ["Nam", "Nữ"][number % 2].to_owned();
    [String::new(), name, date(number), sex, citizen_id(number), phone, commune, father]
}

fn with(number: usize, change: impl FnOnce(&mut Row)) -> Row {
    let mut row = person(number);
    change(&mut row);
    row
}

fn like(first: &Row, second: &Row, fields: &[usize]) -> Row {
    std::array::from_fn(
        |at| if fields.contains(&at) { first[at].clone() } else { second[at].clone() },
    )
}

/// The record of a row.
type Make = fn(usize) -> Row;

const TABLES: &[(&str, Make)] = &[
    ("different persons", person),
    ("identical records", |_| person(1)),
    ("one name and nothing else", |_| {
        std::array::from_fn(|at| if at == 1 { name(1) } else { String::new() })
    }),
    ("empty cells", |_| Row::default()),
    ("blocks as large as allowed", |row| person(row / 200)),
    ("one name, own dates", |row| with(row, |held| held[1] = name(1))),
    ("one date, own names", |row| with(row, |held| held[2] = date(1))),
    ("one number, own names", |row| with(row, |held| held[4] = citizen_id(1))),
    ("one phone and commune", |row| like(&person(1), &person(row), &[5, 6])),
    ("twins", |row| like(&person(row / 2), &person(row), &[2, 5, 6, 7])),
    // Each row shares its number with the one before and its phone with the one after.
    ("chain", |row| {
        let held = like(&person(row / 2), &person(1), &[4]);
        like(&person(row.div_ceil(2) + 500_000), &held, &[5])
    }),
    ("long cells", |row| with(row, |held| held[1] = held[1].repeat(20))),
    ("Khmer names", |row| {
        let parts = ["សុខ", "ចាន់", "រតនា", "វិបុល", "សុភា", "ធារ៉ា", "បូ", "ម៉ៅ", "ដារា", "គឹម"];
        with(row, |held| {
            held[1] = [parts[row % 10], " ", parts[row / 10 % 10], parts[row / 100 % 10]].concat()
        })
    }),
    ("legacy bytes", |row| with(row, |held| held[1] = format!("NguyÔn V¨n §øc{}", row % 50))),
    ("initials", |row| {
        with(row, |held| {
            held[1] = format!(
                "{}. V. {}.",
                (b'A' + (row % 26) as u8) as char,
                (b'A' + (row / 26 % 26) as u8) as char
            )
        })
    }),
    ("placeholders", |row| {
        with(row, |held| {
            held[2] = "01/01/1900".to_owned();
            held[4] = "000000000000".to_owned();
            held[5] = "0".repeat(10);
        })
    }),
];

/// Stage and table (any stage, where none is named) whose blocks fill up at first: in one commune few
/// share their initials, and rules of declared fields are chosen by how many pairs a record they make.
/// From so many times as many rows on, blocks are split, searches are cut, and work grows as rows do.
const FILLING: [(&str, &str, usize); 5] = [
    ("declared", "one phone and commune", 18),
    ("declared", "legacy bytes", 3),
    ("link", "one number, own names", 4),
    ("index search", "one number, own names", 4),
    ("", "one phone and commune", 6),
];

/// Pairs of rows, by the number of a pair.
type Edge = fn(u32, u32) -> (u32, u32);

const GRAPHS: &[(&str, Edge)] = &[
    ("chain", |at, _| (at, at + 1)),
    ("chain backwards", |at, rows| (rows - 2 - at, rows - 1 - at)),
    ("star", |at, _| (0, at + 1)),
    ("star of the last", |at, rows| (at, rows - 1)),
    ("tree", |at, _| (at / 2, at + 1)),
    ("pairs", |at, _| (at / 2 * 2, at / 2 * 2 + 1)),
    ("groups of ten", |at, _| (at / 10 * 10, at + 1)),
    ("groups of a thousand", |at, _| (at / 1000 * 1000, at + 1)),
    ("one pair again and again", |_, _| (0, 1)),
    ("halves", |at, rows| (at / 2, rows / 2 + at / 2)),
    ("comb", |at, _| (at & !1, at + 1)),
    ("strides", |at, rows| (at, (at + rows / 3 + 1).min(rows - 1).max(at + 1))),
    ("random", |at, rows| {
        let far = (u64::from(at) * 2_654_435_761 % u64::from(rows - 1)) as u32;
        (far.min(at), far.max(at) + 1)
    }),
    ("joined in doubles", |at, _| (at & (at + 1), at + 1)),
    ("brooms", |at, _| if at % 100 < 50 { (at, at + 1) } else { (at / 100 * 100 + 49, at + 1) }),
];

/// What is counted.
#[inline(never)]
fn measured(work: &dyn Fn() -> usize) {
    black_box(work());
}

const STAGES: [&str; 8] =
    ["block", "train", "dedupe", "declared", "link", "index build", "index search", "check"];

/// Counts one stage on a table of so many rows.
fn table_stage(stage: &str, make: Make, rows: usize) {
    let made: Vec<Row> = (0..rows)
        .map(|row| {
            let mut held = make(row);
            held[0] = format!("R{row}");
            held
        })
        .collect();
    let columns: Vec<Vec<&str>> =
        (0..HEADERS.len()).map(|at| made.iter().map(|row| row[at].as_str()).collect()).collect();
    let of = |from: usize, to: usize| {
        let cells = columns.iter().map(|cells| StrColumn::from_strs(&cells[from..to]));
        Table::new(HEADERS.into_iter().zip(cells)).unwrap()
    };
    let (table, left, right) = (of(0, rows), of(0, rows / 2), of(rows / 2, rows));
    // Fitting looks at a sample of fixed size, and is a stage of its own.
    let linker = Linker::new().threads(1).fit(stage == "train");
    match stage {
        "block" => measured(&|| {
            let mut pairs = 0;
            let mut take = |batch: &[Candidate], _: &MatchRules| {
                pairs += batch.len();
                true
            };
            linker.candidates(&table, &mut take).unwrap();
            pairs
        }),
        "train" => measured(&|| usize::from(linker.train(&table).is_ok())),
        "dedupe" => measured(&|| linker.dedupe(&table).unwrap().pairs().len()),
        "declared" => {
            // Under names of their own: what a declared field is called, no field of residents may be.
            let own = |header| match header {
                "phone" => "number",
                "father_name" => "words",
                other => other,
            };
            let cells = columns.iter().map(|cells| StrColumn::from_strs(cells));
            let table = Table::new(HEADERS.into_iter().map(own).zip(cells)).unwrap();
            let linker = linker.field("number", FieldKind::Identifier);
            let linker = linker.field("words", FieldKind::Text);
            measured(&|| linker.dedupe(&table).unwrap().pairs().len());
        }
        "link" => measured(&|| linker.link(&left, &right).unwrap().pairs().len()),
        "index build" => {
            let builder = IndexBuilder::new().threads(1).fit(false);
            measured(&|| builder.to_bytes(&table).unwrap().len());
        }
        "index search" => {
            let bytes = IndexBuilder::new().threads(1).fit(false).to_bytes(&table).unwrap();
            let index = Index::open(&bytes).unwrap();
            measured(&|| {
                let asked = made.iter().take(50).map(|row| {
                    let query = IndexQuery::new().field(FieldName::FullName, row[1].as_str());
                    query.field(FieldName::BirthDate, row[2].as_str()).typing(true)
                });
                asked.map(|query| index.search(&query).unwrap().len()).sum()
            });
        }
        _ => measured(&|| {
            let options = CheckOptions::new().today(2026, 11, 22).unwrap();
            check(&table, &options).unwrap().findings().len()
        }),
    }
}

const GRAPH_STAGES: [&str; 3] = ["clusters", "clusters under constraints", "bridges"];

/// Counts one way of joining on a graph of so many rows.
fn graph_stage(stage: &str, edge: Edge, rows: u32) {
    let edges: Vec<(u32, u32)> = (0..rows - 1).map(|at| edge(at, rows)).collect();
    match stage {
        "clusters" => measured(&|| connected_clusters(rows, edges.iter().copied()).len()),
        "bridges" => measured(&|| cluster_bridges(rows, &edges).len()),
        _ => {
            let weight = |at: u32| (at % 97) as f32;
            let weighted: Vec<ClusterEdge> = (0_u32..)
                .zip(&edges)
                .map(|(at, &(left, right))| ClusterEdge { left, right, weight: weight(at) })
                .collect();
            let sources: Vec<u32> = (0..rows).map(|row| row % 7 + 1).collect();
            let numbers: Vec<u32> = (0..rows).map(|row| row / 50 + 1).collect();
            measured(&|| {
                let constraints = ClusterConstraints {
                    must_link: &[(0, 1)],
                    cannot_link: &[(1, 2)],
                    one_per_source: Some(&sources),
                    exclusive: &[&numbers],
                };
                constraints.cluster(rows, weighted.clone()).clusters.len()
            });
        }
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rows: usize = args.first().map_or(Ok(1_000), |rows| rows.parse()).unwrap();
    let wanted = |place: usize, name: &str| args.get(place).is_none_or(|wanted| wanted == name);
    for stage in STAGES.into_iter().filter(|stage| wanted(1, stage)) {
        for (name, make) in TABLES.iter().filter(|row| wanted(2, row.0)) {
            let fills = |&&(of, table, _): &&(&str, &str, usize)| {
                table == *name && (of.is_empty() || of == stage)
            };
            let rows = rows * FILLING.iter().find(fills).map_or(1, |(.., times)| *times);
            table_stage(stage, *make, rows);
            table_stage(stage, *make, rows * 2);
            println!("{stage}\t{name}");
        }
    }
    for stage in GRAPH_STAGES.into_iter().filter(|stage| wanted(1, stage)) {
        for (name, edge) in GRAPHS.iter().filter(|row| wanted(2, row.0)) {
            // A join is quick: ten times the rows.
            graph_stage(stage, *edge, rows as u32 * 10);
            graph_stage(stage, *edge, rows as u32 * 20);
            println!("{stage}\t{name}");
        }
    }
}
