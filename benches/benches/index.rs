//! Index files of 20,000 persons: building, opening, and searches of several kinds. Percentiles over
//! a million records: `examples/index.rs`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use criterion::{Criterion, SamplingMode, Throughput};
use hoten::{FieldName, Index, IndexBuilder, IndexQuery, ReadOptions, Table, read_bytes};
use hoten_benches::{FaultMix, Settings, generate, write};
use std::hint::black_box;
use std::time::Duration;

const PERSONS: usize = 20_000;
/// Searches in one pass.
const QUERIES: usize = 500;

/// The first rows of a table as queries, of these fields alone if any are named.
fn queries<'t>(table: &Table<'t>, fields: &[&str], typing: bool) -> Vec<IndexQuery<'t>> {
    let names: Vec<String> = table.names().map(str::to_owned).collect();
    let one = |row: usize| {
        let mut query = IndexQuery::new().typing(typing);
        for (at, name) in names.iter().enumerate().skip(2) {
            let Some(cell) = table.column(at).unwrap().get(row) else { continue };
            if fields.is_empty() || fields.contains(&name.as_str()) {
                query = query.column(name, cell).unwrap();
            }
        }
        if typing {
            let cell = table.column(2).unwrap().get(row).unwrap_or_default();
            let half: String = cell.chars().take(cell.chars().count() * 3 / 4).collect();
            query = query.field(FieldName::FullName, half);
        }
        query
    };
    (0..QUERIES.min(table.rows())).map(one).collect()
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .sample_size(10)
        .configure_from_args();
    let residents = generate(&Settings { persons: PERSONS, seed: 2025, mix: FaultMix::Base });
    let mut csv = Vec::new();
    write::residents(&residents, &mut csv).unwrap();
    let file = read_bytes(&csv, &ReadOptions::default()).unwrap();
    let table = file.table();
    let bytes = IndexBuilder::new().to_bytes(&table).unwrap();

    let mut group = criterion.benchmark_group("index/20,000 persons");
    group.throughput(Throughput::Elements(table.rows() as u64));
    group.sampling_mode(SamplingMode::Flat);
    group.bench_function("build, one thread", |bencher| {
        let builder = IndexBuilder::new().threads(1);
        bencher.iter(|| builder.to_bytes(black_box(&table)).unwrap().len());
    });
    group.bench_function("open", |bencher| {
        bencher.iter(|| Index::open(black_box(&bytes)).unwrap().len());
    });
    let index = Index::open(&bytes).unwrap();
    group.throughput(Throughput::Elements(QUERIES as u64));
    for (name, fields, typing) in [
        ("complete records", &[][..], false),
        ("name and date", &["full_name", "dob"], false),
        ("name", &["full_name"], false),
        ("half-typed name and commune", &["full_name", "commune"], true),
        ("half-typed name", &["full_name"], true),
    ] {
        let queries = queries(&table, fields, typing);
        group.bench_function(format!("search, {name}"), |bencher| {
            let all =
                || queries.iter().map(|query| index.search(query).unwrap().len()).sum::<usize>();
            bencher.iter(all);
        });
    }
    group.finish();
    criterion.final_summary();
}
