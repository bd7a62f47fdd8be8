//! Kills a writer of a live index at any moment (SIGKILL), again and again, and looks at what is left:
//! every commit that was acknowledged is there, nothing that was taken back, no half batch.
//!
//! `cargo run --release -p hoten-benches --example live_kill -- [KILLS]` (300). The writer is this
//! program itself. It tells each commit before it begins and when it is acknowledged; what it does is
//! drawn from its seed, so the other side knows what every commit holds.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{FieldName, LiveIndex, LiveOptions, LiveRecord, LiveSnapshot};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Name by identifier.
type Register = BTreeMap<u64, String>;

const PERSONS: u64 = 60;

fn draw(seed: &mut u64, sides: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % sides
}

/// What the commit of a number does to a register.
#[derive(Debug)]
enum Deed {
    Put(Vec<(u64, String)>),
    Remove(u64),
    Purge(u64),
}

/// The same for the same number, whatever was before.
fn deed(commit: u64) -> Deed {
    let mut seed = commit.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    draw(&mut seed, 2);
    match draw(&mut seed, 10) {
        0 | 1 => Deed::Remove(draw(&mut seed, PERSONS)),
        2 => Deed::Purge(draw(&mut seed, PERSONS)),
        _ => {
            let count = 1 + draw(&mut seed, 4);
            let names = ["Hòa", "Lan", "Bé", "Tuấn"];
            let name = |seed: &mut u64| format!("Nguyễn Văn {}", names[draw(seed, 4) as usize]);
            Deed::Put((0..count).map(|_| (draw(&mut seed, PERSONS), name(&mut seed))).collect())
        }
    }
}

fn apply(deed: &Deed, register: &mut Register) {
    match deed {
        Deed::Put(rows) => register.extend(rows.iter().cloned()),
        Deed::Remove(id) | Deed::Purge(id) => drop(register.remove(id)),
    }
}

fn options() -> LiveOptions {
    LiveOptions::new().threads(1).log_bytes(3_000)
}

/// A record that carries the number of its commit, so that every commit changes something.
fn marker(commit: u64) -> LiveRecord<'static> {
    LiveRecord::new("last").field(FieldName::FullName, commit.to_string())
}

/// Writes until it is killed.
fn write(folder: &Path) {
    let mut live = LiveIndex::open_or_create(folder, &options()).unwrap();
    let mut commit = state(&live.snapshot()).0;
    let mut out = std::io::stdout();
    let mut tell = |word: &str, commit: u64| {
        writeln!(out, "{word} {commit}").unwrap();
        out.flush().unwrap();
    };
    loop {
        commit += 1;
        tell("begin", commit);
        live.add(&marker(commit)).unwrap();
        match deed(commit) {
            Deed::Put(rows) => {
                for (id, name) in rows {
                    let record = LiveRecord::new(id.to_string());
                    live.add(&record.field(FieldName::FullName, name)).unwrap();
                }
                live.commit().unwrap();
            }
            Deed::Remove(id) => {
                live.remove(&id.to_string()).unwrap();
                live.commit().unwrap();
            }
            Deed::Purge(id) => live.purge([id.to_string()]).unwrap(),
        }
        tell("done", commit);
        match commit % 40 {
            7 => live.compact().unwrap(),
            27 => live.compact_in_background().unwrap(),
            _ => {}
        }
    }
}

/// The number of the last commit, and the register.
fn state(snapshot: &LiveSnapshot) -> (u64, Register) {
    let (mut commit, mut register) = (0, Register::new());
    for record in snapshot.records() {
        let record = record.unwrap();
        let name = record.get(FieldName::FullName).unwrap_or_default().to_owned();
        match record.id() {
            "last" => commit = name.parse().unwrap(),
            id => drop(register.insert(id.parse().unwrap(), name)),
        }
    }
    (commit, register)
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let first = arguments.next();
    if first.as_deref() == Some("write") {
        return write(Path::new(&arguments.next().unwrap()));
    }
    let kills: u64 = first.map_or(300, |count| count.parse().unwrap());
    let folder: PathBuf =
        std::env::temp_dir().join(format!("hoten-live-kill-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let (mut known, mut register) = (0u64, Register::new());
    let (mut seed, mut under_way) = (2026u64, 0u64);
    let begun = Instant::now();
    for kill in 0..kills {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .arg("write")
            .arg(&folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(1_000 + draw(&mut seed, 120_000)));
        writer.kill().unwrap();
        writer.wait().unwrap();
        // What it said before it died is still in the pipe.
        let (mut begun, mut done) = (known, known);
        for line in BufReader::new(writer.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            let Some((word, commit)) = line.split_once(' ') else { continue };
            let Ok(commit) = commit.parse::<u64>() else { continue };
            match word {
                "begin" => begun = commit,
                _ => done = commit,
            }
        }
        under_way += u64::from(begun > done);
        if !folder.join("manifest").exists() {
            assert_eq!(done, 0, "kill {kill}: the index is gone");
            continue;
        }
        // The lock of a dead process is no lock; every second time the killed one recovers alone.
        let snapshot = match kill % 2 {
            0 => LiveIndex::open(&folder, &options()).unwrap().snapshot(),
            _ => LiveSnapshot::read(&folder).unwrap(),
        };
        let (found, held) = state(&snapshot);
        assert!((done..=begun).contains(&found), "kill {kill}: {found}, not {done}..={begun}");
        for commit in known + 1..=found {
            apply(&deed(commit), &mut register);
        }
        known = found;
        assert_eq!(held, register, "kill {kill}: commit {found}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
    println!(
        "{kills} kills in {:.0} s, {under_way} amid a commit, {known} commits: none lost, none \
         brought back, none half",
        begun.elapsed().as_secs_f64()
    );
}
