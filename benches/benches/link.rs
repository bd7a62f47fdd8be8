//! The whole walk on 20,000 persons, and its steps; rates are records a second.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use criterion::{Criterion, SamplingMode, Throughput};
use hoten::{
    BirthDate, BlockRule, Blocker, BlockingOptions, CitizenId, FileTable, Linker, Name, PartTable,
    ReadOptions, Stage, clean, coarse_key_to, connected_clusters, fold, read_bytes,
};
use hoten_benches::{FaultMix, HEADER, Population, Settings, generate, write};
use std::collections::HashMap;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

const PERSONS: usize = 20_000;

/// The usual composite rules: number, name and year, given name and date, name and commune, date
/// and commune.
static RULES: [BlockRule; 5] = [
    BlockRule::new("citizen ID", &[0]),
    BlockRule::new("name and year", &[1, 3]),
    BlockRule::new("given name and date", &[2, 4]),
    BlockRule::new("name and commune", &[1, 5]),
    BlockRule::new("date and commune", &[4, 5]),
];

/// Numbers texts in the order they are first seen; 0 is none.
#[derive(Default)]
struct Ids(HashMap<String, u32>);

impl Ids {
    fn of(&mut self, text: &str) -> u32 {
        let next = self.0.len() as u32 + 1;
        if text.is_empty() { 0 } else { *self.0.entry(text.to_owned()).or_insert(next) }
    }
}

fn blocking_parts(residents: &Population) -> PartTable {
    let place = |header| HEADER.iter().skip(2).position(|name| *name == header).unwrap();
    let (dob, cccd, commune) = (place("dob"), place("cccd"), place("commune"));
    let mut parts = PartTable::new(residents.len() as u32, 6);
    let (mut names, mut numbers, mut communes) = (Ids::default(), Ids::default(), Ids::default());
    let mut key = String::new();
    for (row, record) in (0..).zip(residents.rows()) {
        let text = clean(record.texts[0]).text;
        key.clear();
        coarse_key_to(&Name::parse(&text), &mut key);
        parts.set(1, row, names.of(&key));
        parts.set(2, row, names.of(key.rsplit(' ').next().unwrap_or_default()));
        parts.set(5, row, communes.of(&fold(record.texts[commune])));
        if let Some(id) = CitizenId::parse(record.texts[cccd]).value {
            parts.set(0, row, numbers.of(&id.packed().to_string()));
        }
        if let Some(birth) = BirthDate::parse(record.texts[dob]).value {
            parts.set(3, row, birth.year().map_or(0, u32::from));
            if birth.day().is_some() {
                parts.set(4, row, birth.bits());
            }
        }
    }
    parts
}

fn blocking(criterion: &mut Criterion, residents: &Population) {
    let parts = blocking_parts(residents);
    let blocker = Blocker::new(&parts, &RULES, BlockingOptions::default()).unwrap();
    let mut group = criterion.benchmark_group("block/five rules");
    group.throughput(Throughput::Elements(residents.len() as u64));
    group.bench_function("forecast", |bencher| bencher.iter(|| blocker.forecast().pairs()));
    group.bench_function("all candidates", |bencher| {
        bencher.iter(|| {
            let mut pairs = 0;
            let _ = blocker.for_each_batch(&mut |batch| {
                pairs += batch.len();
                ControlFlow::Continue(())
            });
            pairs
        });
    });
    group.finish();
}

fn linking(criterion: &mut Criterion, file: &FileTable) {
    let table = file.table();
    let mut group = criterion.benchmark_group("link/20,000 persons");
    group.throughput(Throughput::Elements(file.rows() as u64));
    group.sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(4));
    // Stopped when the cells are values.
    group.bench_function("read values, one thread", |bencher| {
        let linker = Linker::new().threads(1);
        bencher.iter(|| {
            let stopped = linker.dedupe_with(&table, &mut |step| step.stage == Stage::Read);
            black_box(stopped).is_err()
        });
    });
    for (kind, threads) in [("dedupe, one thread", 1), ("dedupe, all threads", 0)] {
        let linker = Linker::new().threads(threads);
        group.bench_function(kind, |bencher| bencher.iter(|| linker.dedupe(&table).unwrap()));
    }
    group.finish();
}

/// Each stage of a walk by itself: a walk is made, and the time between two stages is taken.
fn stages(criterion: &mut Criterion, file: &FileTable) {
    let table = file.table();
    let linker = Linker::new().threads(1);
    let mut group = criterion.benchmark_group("link/stages, one thread");
    group.throughput(Throughput::Elements(file.rows() as u64));
    group.sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(4));
    for stage in [Stage::Read, Stage::Block, Stage::Train, Stage::Score, Stage::Cluster] {
        let time = || {
            let (mut begun, mut ended) = (None, None);
            let linkage = linker.dedupe_with(&table, &mut |step| {
                if step.stage == stage {
                    begun = begun.or_else(|| Some(Instant::now()));
                } else if begun.is_some() {
                    ended = ended.or_else(|| Some(Instant::now()));
                }
                true
            });
            let ended = ended.unwrap_or_else(Instant::now);
            drop(linkage.unwrap());
            ended - begun.unwrap()
        };
        group.bench_function(stage.as_str(), |bencher| {
            bencher.iter_custom(|times| (0..times).map(|_| time()).sum());
        });
    }
    group.finish();
}

/// Edges of pairs, chains and stars, as [`connected_clusters`] takes them.
fn clustering(criterion: &mut Criterion) {
    const EDGES: u32 = 1_000_000;
    let mut group = criterion.benchmark_group("cluster/a million edges");
    group.throughput(Throughput::Elements(u64::from(EDGES)));
    for shape in ["pairs", "chain", "star"] {
        let edge = |edge| match shape {
            "pairs" => (2 * edge, 2 * edge + 1),
            "chain" => (edge, edge + 1),
            _ => (0, edge + 1),
        };
        let edges: Vec<(u32, u32)> = (0..EDGES).map(edge).collect();
        group.bench_function(shape, |bencher| {
            bencher.iter(|| connected_clusters(2 * EDGES, edges.iter().copied()));
        });
    }
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(10)
        .configure_from_args();
    let settings = Settings { persons: PERSONS, seed: 2025, mix: FaultMix::Base };
    let residents = generate(&settings);
    let mut csv = Vec::new();
    write::residents(&residents, &mut csv).unwrap();
    let file = read_bytes(&csv, &ReadOptions::default()).unwrap();

    let mut group = criterion.benchmark_group("file/CSV");
    group.throughput(Throughput::Elements(file.rows() as u64));
    group.bench_function("read_bytes", |bencher| {
        bencher.iter(|| read_bytes(black_box(&csv), &ReadOptions::default()).unwrap().rows());
    });
    // No columns are kept, no encoding is asked for: the least that reading can cost.
    group.bench_function("csv crate, records counted", |bencher| {
        bencher.iter(|| {
            let mut reader = csv::Reader::from_reader(black_box(csv.as_slice()));
            let mut record = csv::StringRecord::new();
            let mut rows = 0;
            while reader.read_record(&mut record).unwrap() {
                rows += 1;
            }
            rows
        });
    });
    group.finish();
    blocking(&mut criterion, &residents);
    linking(&mut criterion, &file);
    stages(&mut criterion, &file);
    clustering(&mut criterion);
    criterion.final_summary();
}
