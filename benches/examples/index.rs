//! Builds an index of a register of which some records are held back, and searches for those:
//! seconds, bytes, percentiles, and how often the true duplicate is among the first five.
//!
//! `cargo run --release -p hoten-benches --example index -- residents.csv truth.csv [FILE]`
//!
//! The build runs in a process of its own, which reads the other records from a file, so that its
//! memory is that of a program that builds an index and nothing else.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

use hoten::{FieldName, Index, IndexBuilder, IndexQuery, ReadOptions, read_file};
use std::collections::HashMap;
use std::time::Instant;

/// One record in so many of those that have a duplicate is held back.
const EACH: usize = 37;
/// Each query is timed so often, and its best time counts.
const PASSES: usize = 3;

/// Microseconds this thread has worked: others work on the machine too.
fn thread_us() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call writes the place it is given.
    #[allow(unsafe_code)]
    unsafe {
        libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time);
    }
    time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
}

fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let rest = stat.rsplit_once(')').unwrap().1;
    let ticks: Vec<f64> =
        rest.split_whitespace().skip(11).take(2).map(|t| t.parse().unwrap()).collect();
    (ticks[0] + ticks[1]) / 100.0
}

fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

struct Held {
    cells: Vec<(String, String)>,
    person: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [build, records, path] = &arguments[..]
        && build == "--build"
    {
        return self::build(records, path);
    }
    let (records, truth) = (&arguments[0], &arguments[1]);
    let path = arguments.get(2).cloned().unwrap_or_else(|| format!("{records}.hoten"));
    let truth = read_file(truth, &ReadOptions::default()).unwrap();
    let truth = truth.table();
    let persons: Vec<&str> = truth.column(1).unwrap().iter().map(|p| p.unwrap()).collect();
    let mut counts = HashMap::<&str, usize>::new();
    for person in &persons {
        *counts.entry(person).or_default() += 1;
    }
    let file = read_file(records, &ReadOptions::default()).unwrap();
    let table = file.table();
    let headers: Vec<String> = table.names().map(str::to_owned).collect();
    let (mut held, mut kept_persons) = (Vec::new(), HashMap::<String, &str>::new());
    let kept = format!("{path}.kept.csv");
    let mut writer = csv::Writer::from_path(&kept).unwrap();
    writer.write_record(&headers).unwrap();
    let mut seen = 0;
    for row in 0..table.rows() {
        let cell = |column: usize| table.column(column).unwrap().get(row);
        let person = persons[row];
        seen += usize::from(counts[person] > 1);
        if counts[person] > 1 && seen % EACH == 0 {
            *counts.get_mut(person).unwrap() -= 1;
            let cells = headers.iter().enumerate().skip(2);
            let cells = cells.filter_map(|(at, name)| Some((name.clone(), cell(at)?.to_owned())));
            held.push(Held { cells: cells.collect(), person: person.to_owned() });
            continue;
        }
        kept_persons.insert(cell(0).unwrap().to_owned(), person);
        writer.write_record((0..headers.len()).map(|at| cell(at).unwrap_or_default())).unwrap();
    }
    writer.flush().unwrap();
    held.retain(|held| counts[held.person.as_str()] > 0);
    println!("{} records, {} held back", kept_persons.len(), held.len());
    let own = std::env::current_exe().unwrap();
    let built = std::process::Command::new(own).args(["--build", &kept, &path]).status().unwrap();
    assert!(built.success());
    std::fs::remove_file(&kept).unwrap();
    let started = Instant::now();
    // SAFETY: nobody writes to this file.
    #[allow(unsafe_code)]
    let index = unsafe { Index::map(&path) }.unwrap();
    println!("open by map: {:.3} ms", started.elapsed().as_secs_f64() * 1e3);

    let whole = |held: &Held| {
        let mut query = IndexQuery::new().limit(5);
        for (header, cell) in &held.cells {
            query = query.column(header, cell.clone()).unwrap();
        }
        Some(query)
    };
    let of = |names: &'static [&'static str]| {
        move |held: &Held| {
            let cell = |name: &str| held.cells.iter().find(|(held, _)| held == name);
            let mut query = IndexQuery::new().limit(5);
            for name in names {
                let (header, text) = cell(name)?;
                query = query.column(header, text.clone()).unwrap();
            }
            Some(query)
        }
    };
    let half = |keep: usize, names: &'static [&'static str]| {
        move |held: &Held| {
            let query = of(names)(held)?;
            let (_, name) = held.cells.iter().find(|(header, _)| header == "full_name")?;
            let (before, last) = name.trim().rsplit_once(' ')?;
            let typed: String = last.chars().take(keep).collect();
            Some(query.field(FieldName::FullName, format!("{before} {typed}")).typing(true))
        }
    };
    let run = |title: &str, make: &dyn Fn(&Held) -> Option<IndexQuery<'static>>| {
        let queries: Vec<_> =
            held.iter().filter_map(|h| Some((h, make(h)?))).take(20_000).collect();
        let mut times = vec![f64::MAX; queries.len()];
        let (mut found, mut truncated, mut compared) = (0, 0, 0);
        for pass in 0..PASSES {
            for ((held, query), time) in queries.iter().zip(&mut times) {
                let started = thread_us();
                let hits = index.search(query).unwrap();
                *time = time.min(thread_us() - started);
                if pass == 0 {
                    let own = |id: String| kept_persons[&id] == held.person;
                    found += usize::from(hits.iter().any(|hit| own(hit.record_id.to_string())));
                    truncated += usize::from(hits.truncated);
                    compared += hits.compared;
                }
            }
        }
        times.sort_by(f64::total_cmp);
        let at = |p: f64| times[((times.len() - 1) as f64 * p) as usize];
        println!(
            "{title:42} {:6} queries p50 {:7.1} p99 {:7.1} p99.9 {:7.1} us; at rank 5 {:.4}; compared {:5.1}; cut off {:.3}",
            queries.len(),
            at(0.5),
            at(0.99),
            at(0.999),
            found as f64 / queries.len() as f64,
            compared as f64 / queries.len() as f64,
            truncated as f64 / queries.len() as f64,
        );
    };
    run("complete records", &whole);
    run("name and date", &of(&["full_name", "dob"]));
    run("name and commune", &of(&["full_name", "commune"]));
    run("name", &of(&["full_name"]));
    run("name, last word half, and date", &half(2, &["dob"]));
    run("name, last word half, and commune", &half(2, &["commune"]));
    run("name, last word half", &half(2, &[]));
    run("name, first letter of the last word", &half(1, &[]));
}

/// Builds an index of a file and says what it took.
fn build(records: &str, path: &str) {
    let file = read_file(records, &ReadOptions::default()).unwrap();
    let table = file.table();
    println!("{} MB with the table read", peak_mb());
    let (cpu, started) = (cpu_seconds(), Instant::now());
    let mut last = (String::new(), cpu);
    let summary = IndexBuilder::new()
        .build_with(&table, path, &mut |progress| {
            let stage = progress.stage.as_str();
            if last.0 != stage {
                println!("  {:8} from {:6.2} CPU s, {} MB", stage, cpu_seconds() - cpu, peak_mb());
                last.0 = stage.to_owned();
            }
            last.1 = 0.0;
            true
        })
        .unwrap();
    println!(
        "build: {:.2} CPU s, {:.2} s; {} MB peak; {} bytes, {:.1} a record",
        cpu_seconds() - cpu,
        started.elapsed().as_secs_f64(),
        peak_mb(),
        summary.bytes,
        summary.bytes as f64 / summary.records as f64
    );
    for rule in &summary.rules {
        println!(
            "  {:26} {:8} keys {:8} postings, largest {:5}, {:5.1} bytes a record",
            rule.name,
            rule.keys,
            rule.postings,
            rule.largest,
            rule.bytes as f64 / summary.records as f64
        );
    }
}
