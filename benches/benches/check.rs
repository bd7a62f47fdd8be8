//! Checks of one record and of a table of 20,000 persons; rates are records a second.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use criterion::{Criterion, SamplingMode, Throughput};
use hoten::{CheckOptions, FieldName, ReadOptions, Schema, check, check_record, read_bytes};
use hoten_benches::{FaultMix, HEADER, Settings, generate, write};
use std::hint::black_box;
use std::time::Duration;

const PERSONS: usize = 20_000;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(4))
        .sample_size(10)
        .configure_from_args();
    let residents = generate(&Settings { persons: PERSONS, seed: 2025, mix: FaultMix::Base });
    let mut csv = Vec::new();
    write::residents(&residents, &mut csv).unwrap();
    let file = read_bytes(&csv, &ReadOptions::default()).unwrap();
    let options = CheckOptions::new().today(2026, 11, 22).unwrap();

    let mut group = criterion.benchmark_group("check/20,000 persons");
    group.throughput(Throughput::Elements(file.rows() as u64)).sampling_mode(SamplingMode::Flat);
    group.bench_function("table, all threads", |bencher| {
        let table = file.table();
        bencher.iter(|| check(black_box(&table), &options).unwrap().findings().len());
    });
    let fields: Vec<FieldName> =
        HEADER.iter().skip(2).map(|header| Schema::field_of(header).unwrap()).collect();
    group.bench_function("record by record", |bencher| {
        bencher.iter(|| {
            let rows = residents.rows();
            let found = rows.map(|row| {
                let cells = fields.iter().copied().zip(row.texts);
                check_record(black_box(cells), &options).len()
            });
            found.sum::<usize>()
        });
    });
    group.finish();
    criterion.final_summary();
}
