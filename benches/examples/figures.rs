//! What a run of hoten gives to be judged beside other tools: every pair and every cluster, and what
//! each stage costs. `benches/peers` reads the files.
//!
//! `cargo run --release -p hoten-benches --example figures -- FILE --out DIR [--candidates] [--threads N]`
//!
//! Writes `pairs.csv` (left_id, right_id, weight, probability, rule, one level per comparison) and
//! `clusters.csv` (record_id, cluster_id), and prints one line of JSON. `--candidates` keeps all
//! pairs that were compared, not only those that may be one person: memory follows them then.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use hoten::{Comparison, Linker, ReadOptions, read_file};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::time::Instant;

/// What a stage has cost when it ends.
struct Cost {
    stage: &'static str,
    wall: f64,
    cpu: f64,
    peak: u64,
}

struct Clock {
    started: Instant,
    stage: &'static str,
    costs: Vec<Cost>,
}

impl Clock {
    fn begin(&mut self, stage: &'static str) {
        if stage != self.stage {
            self.end();
            self.stage = stage;
        }
    }

    /// `instructions.sh` counts from one call to the next.
    #[inline(never)]
    fn end(&mut self) {
        let wall = self.started.elapsed().as_secs_f64();
        self.costs.push(Cost {
            stage: self.stage,
            wall,
            cpu: cpu_seconds(),
            peak: peak_megabytes(),
        });
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut out, mut candidates, mut threads) = (None, None, false, 0);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--out" => out = arguments.next().map(PathBuf::from),
            "--candidates" => candidates = true,
            "--threads" => threads = arguments.next().unwrap().parse().unwrap(),
            _ => file = Some(PathBuf::from(argument)),
        }
    }
    let (file, out) = (file.unwrap(), out.unwrap());
    let mut clock = Clock { started: Instant::now(), stage: "open", costs: Vec::new() };
    let residents = read_file(&file, &ReadOptions::default()).unwrap();
    let table = residents.table();
    let mut linker = Linker::new().threads(threads);
    if candidates {
        linker = linker.possible(0.0);
    }
    let linkage = linker
        .dedupe_with(&table, &mut |progress| {
            clock.begin(progress.stage.as_str());
            true
        })
        .unwrap();
    clock.begin("write");
    std::fs::create_dir_all(&out).unwrap();
    let create = |name: &str| BufWriter::new(File::create(out.join(name)).unwrap());
    let mut sheet = create("pairs.csv");
    let levels: Vec<&str> = Comparison::ALL.iter().map(|comparison| comparison.as_str()).collect();
    writeln!(sheet, "left_id,right_id,weight,probability,rule,{}", levels.join(",")).unwrap();
    for pair in linkage.pairs() {
        let (left, right) = (linkage.record_id(pair.left), linkage.record_id(pair.right));
        let rule = linkage.rule_name(pair.rule);
        write!(sheet, "{left},{right},{:.3},{:.6},\"{rule}\"", pair.weight, pair.probability)
            .unwrap();
        for comparison in Comparison::ALL {
            write!(sheet, ",\"{}\"", pair.pattern.level_name(comparison)).unwrap();
        }
        writeln!(sheet).unwrap();
    }
    sheet.flush().unwrap();
    let mut sheet = create("clusters.csv");
    writeln!(sheet, "record_id,cluster_id").unwrap();
    for (row, &cluster) in (0_u32..).zip(linkage.clusters()) {
        writeln!(sheet, "{},{}", linkage.record_id(row), linkage.record_id(cluster)).unwrap();
    }
    sheet.flush().unwrap();
    clock.end();
    let summary = linkage.summary();
    let mut line = format!(
        "{{\"records\":{},\"candidates\":{},\"refused\":{},\"stages\":[",
        summary.records,
        summary.candidate_pairs,
        summary.refused.len(),
    );
    let mut before = Cost { stage: "", wall: 0.0, cpu: 0.0, peak: 0 };
    for cost in clock.costs {
        let comma = if before.stage.is_empty() { "" } else { "," };
        let (wall, cpu) = (cost.wall - before.wall, cost.cpu - before.cpu);
        let (stage, peak) = (cost.stage, cost.peak);
        write!(line, "{comma}{{\"stage\":\"{stage}\",\"wall\":{wall:.2},\"cpu\":{cpu:.2},\"peak_mb\":{peak}}}")
            .unwrap();
        before = cost;
    }
    println!("{line}]}}");
}

/// CPU time of all threads so far, in the kernel's hundredths of a second; 0 where there is no /proc.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field is the program's name in brackets and may hold blanks.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = fields.split_whitespace().skip(11).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Peak memory so far; 0 where there is no /proc.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0).div_ceil(1024)
}
