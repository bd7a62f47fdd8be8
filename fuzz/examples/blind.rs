//! Runs a law on as many inputs as asked, made of a corpus without looking at coverage:
//!
//! `cargo run --release --example blind -- TARGET RUNS SEED FOLDER...`
//!
//! The same seed and corpus give the same inputs. One that breaks the law, or takes longer than ten
//! seconds, is written to `artifacts/TARGET/` and ends the run; the last line says how many there were.

use hoten_fuzz::LAWS;
use hoten_fuzz::mutate::{Dice, mutate};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// No input of 4 kB takes longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Every file of the folders, in the order of their names.
fn corpus(folders: &[String]) -> Vec<Vec<u8>> {
    let listed = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let mut paths: Vec<_> = listed.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

fn keep(target: &str, input: &[u8], number: u64) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts").join(target);
    let path = folder.join(format!("blind-{number}"));
    match std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, input)) {
        Ok(()) => path.display().to_string(),
        Err(error) => format!("nowhere ({error})"),
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [target, runs, seed, folders @ ..] = args.as_slice() else {
        eprintln!("TARGET RUNS SEED FOLDER...");
        return ExitCode::from(2);
    };
    let law = LAWS.iter().find(|(name, _)| name == target).map(|(_, law)| *law);
    let (Some(law), Ok(runs), Ok(seed)) = (law, runs.parse::<u64>(), seed.parse::<u64>()) else {
        eprintln!("no such target, or no number: {target} {runs} {seed}");
        return ExitCode::from(2);
    };
    let corpus = Arc::new(corpus(folders));
    let now = Arc::new(AtomicU64::new(0));
    let input = {
        let corpus = Arc::clone(&corpus);
        move |number: u64, out: &mut Vec<u8>| {
            // Each input has dice of its own: any of them is made again by its number alone.
            let spread = number.wrapping_mul(0xD6E8_FEB8_6659_FD93);
            mutate(&corpus, &mut Dice::new(seed.wrapping_shl(40) ^ spread), out);
        }
    };
    let tell = {
        let (input, target) = (input.clone(), target.clone());
        move |number: u64, what: &str| {
            let mut out = Vec::new();
            input(number, &mut out);
            let kept = keep(&target, &out, number);
            println!("blind {target}: input {number} of seed {seed} {what}: {kept}");
        }
    };
    // Looks now and then whether the same input still runs.
    let (watched, watch) = (Arc::clone(&now), tell.clone());
    std::thread::spawn(move || {
        let mut last = u64::MAX;
        loop {
            std::thread::sleep(PATIENCE);
            let number = watched.load(Ordering::Relaxed);
            if number == last && number < runs {
                watch(number, "is slow");
                std::process::exit(1);
            }
            last = number;
        }
    });
    let (start, mut out) = (Instant::now(), Vec::new());
    for number in 0..runs {
        now.store(number, Ordering::Relaxed);
        input(number, &mut out);
        if std::panic::catch_unwind(|| law(&out)).is_err() {
            tell(number, "breaks its law");
            return ExitCode::FAILURE;
        }
    }
    now.store(runs, Ordering::Relaxed);
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "blind {target}: {runs} runs in {seconds:.0} s, seed {seed}, {} inputs, ok",
        corpus.len()
    );
    ExitCode::SUCCESS
}
