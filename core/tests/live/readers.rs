//! Four readers and a writer against a register in memory.

use crate::people::dice;
use crate::register::{Register, Step, apply, held, run, work};
use hoten::{FieldName, IndexQuery, LiveIndex, LiveOptions, LiveReader};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The register after each of the last commits.
type Oracle = Mutex<BTreeMap<u64, Arc<Register>>>;

fn options() -> LiveOptions {
    LiveOptions::new().threads(1).log_bytes(4_000)
}

/// Takes snapshots and asks them everything; how many there were.
fn read(reader: &LiveReader, oracle: &Oracle, done: &AtomicBool, mut seed: u64) -> usize {
    let mut snapshots = 0;
    while !done.load(Ordering::Relaxed) {
        let snapshot = reader.snapshot();
        let Some(want) = oracle.lock().unwrap().get(&snapshot.commit()).cloned() else { continue };
        assert_eq!(held(&snapshot).unwrap(), *want, "commit {}", snapshot.commit());
        for (id, (name, date)) in want.iter().skip(dice(&mut seed, 12)).take(2) {
            let query = IndexQuery::new()
                .field(FieldName::FullName, name.as_str())
                .field(FieldName::BirthDate, date.as_str())
                .limit(50);
            let hits = snapshot.search(&query).unwrap();
            let found = hits.iter().any(|hit| hit.record_id.to_string() == *id);
            assert!(found, "commit {}: {id} is not found", snapshot.commit());
            for hit in hits.iter() {
                let held = &want[&hit.record_id.to_string()];
                let record = snapshot.record(hit.row).unwrap();
                assert_eq!(record.get(FieldName::FullName), Some(held.0.as_str()));
            }
        }
        snapshots += 1;
    }
    snapshots
}

/// Bytes of memory and file handles of this process, where the system tells.
fn used() -> Option<(usize, usize)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kilobytes << 10, std::fs::read_dir("/proc/self/fd").ok()?.count()))
}

/// `HOTEN_SOAK_SECONDS` asks for longer; `make reliability` does.
#[test]
fn four_readers_and_a_writer_agree_with_a_register() {
    let seconds = std::env::var("HOTEN_SOAK_SECONDS").ok().and_then(|n| n.parse().ok());
    let length = Duration::from_secs(seconds.unwrap_or(3));
    let path = std::env::temp_dir().join(format!("hoten-live-readers-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    let mut live = LiveIndex::create(&path, &options()).unwrap();
    let oracle: Oracle = Mutex::new(BTreeMap::from([(0, Arc::default())]));
    let (done, snapshots) = (AtomicBool::new(false), AtomicUsize::new(0));
    let reader = live.reader();
    let (mut commits, mut early) = (0, None);
    std::thread::scope(|scope| {
        for seed in 0..4 {
            let (reader, oracle, done, snapshots) = (reader.clone(), &oracle, &done, &snapshots);
            scope.spawn(move || {
                let count = read(&reader, oracle, done, seed);
                snapshots.fetch_add(count, Ordering::Relaxed);
            });
        }
        // However this ends, the readers end too.
        struct Stop<'d>(&'d AtomicBool);
        impl Drop for Stop<'_> {
            fn drop(&mut self) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let _stop = Stop(&done);
        let begun = Instant::now();
        let (mut register, mut seed) = (Register::new(), 77);
        let mut steps = Vec::new();
        while begun.elapsed() < length {
            let step: Step = match steps.pop() {
                Some(step) => step,
                None => {
                    seed += 1;
                    steps = work(500, seed);
                    continue;
                }
            };
            if matches!(step, Step::Close) {
                continue;
            }
            let commits_now = apply(&step, &mut register);
            if commits_now {
                let next = live.snapshot().commit() + 1;
                let mut oracle = oracle.lock().unwrap();
                oracle.insert(next, Arc::new(register.clone()));
                oracle.retain(|commit, _| commit + 50 > next);
            }
            run(&step, &mut live).unwrap();
            commits += usize::from(commits_now);
            if early.is_none() && begun.elapsed() > length / 3 {
                early = used();
            }
        }
    });
    live.finish_compaction().unwrap();
    let late = used();
    drop(live);
    std::fs::remove_dir_all(&path).unwrap();
    let snapshots = snapshots.into_inner();
    println!("{commits} commits, {snapshots} snapshots read by 4 readers, 0 differences");
    assert!(commits > 20 && snapshots > 20, "{commits} {snapshots}");
    if let (Some((memory, handles)), Some((later, later_handles))) = (early, late) {
        println!("memory {memory} -> {later} B, file handles {handles} -> {later_handles}");
        assert!(later < memory + memory / 4 + (32 << 20), "memory grows");
        assert!(later_handles <= handles + 4, "file handles grow");
    }
}
