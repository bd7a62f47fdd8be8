//! Power cuts at every moment, during recovery too: what was acknowledged is there, what was not is
//! there whole or not at all.

use crate::disk::{Disk, PLANS};
use crate::people::dice;
use crate::register::{Register, Step, apply, held, record, run, work};
use hoten::{LiveIndex, LiveOptions};

/// What may be found after a crash at a step: the last acknowledged state, and the one under way.
struct Journal {
    /// Steps from which on a state may, and must, be there.
    states: Vec<(usize, usize, Register)>,
}

impl Journal {
    fn allows(&self, step: usize, found: &Register) -> bool {
        let acknowledged = self.states.iter().rposition(|(_, must, _)| *must <= step).unwrap_or(0);
        self.states[acknowledged..]
            .iter()
            .take_while(|(may, _, _)| *may <= step)
            .any(|(_, _, state)| state == found)
    }
}

/// Small logs, so that segments are made all the time.
fn options() -> LiveOptions {
    LiveOptions::new().threads(1).log_bytes(400)
}

/// Does some work on a disk and writes down what was acknowledged when.
fn worked(steps: usize, seed: u64) -> (Disk, Journal) {
    let disk = Disk::default();
    let mut live = LiveIndex::create_in(disk.clone(), &options()).unwrap();
    let mut states = vec![(0, disk.steps(), Register::new())];
    let mut register = Register::new();
    for step in work(steps, seed) {
        let before = disk.steps();
        let mut after = register.clone();
        if matches!(step, Step::Close) {
            // What was not committed is given up.
            drop(live);
            register = states.last().unwrap().2.clone();
            live = LiveIndex::open_in(disk.clone(), &options()).unwrap();
            continue;
        }
        let commits = apply(&step, &mut after);
        run(&step, &mut live).unwrap();
        register = after;
        if commits {
            states.push((before, disk.steps(), register.clone()));
        }
    }
    drop(live);
    (disk, Journal { states })
}

/// Opens what stands on a disk after a crash and checks it; the disk and how often it was called.
fn recovered(disk: &Disk, journal: &Journal, step: usize, what: &str) -> bool {
    match LiveIndex::open_in(disk.clone(), &options()) {
        Ok(live) => {
            let found = held(&live.snapshot()).unwrap();
            assert!(journal.allows(step, &found), "{what}: {found:?}");
            true
        }
        Err(error) => {
            // Before the first manifest is durable there is no index yet.
            let begun = journal.states[0].1 > step;
            assert!(begun, "{what}: {error}");
            let again = LiveIndex::open_or_create_in(disk.clone(), &options());
            assert!(held(&again.unwrap().snapshot()).unwrap().is_empty(), "{what}");
            false
        }
    }
}

/// Power cuts at every `stride`-th step; how many pictures of the disk were looked at.
fn crash(steps: usize, stride: usize, seed: u64) -> usize {
    let (disk, journal) = worked(steps, seed);
    let mut dice_seed = seed;
    let mut images = 0;
    for step in (0..=disk.steps()).step_by(stride) {
        for plan in 0..PLANS {
            let what = format!("seed {seed} step {step} plan {plan}");
            let image = Disk::of(disk.image(step, plan, dice_seed));
            dice_seed = dice_seed.wrapping_add(1);
            images += 1;
            if !recovered(&image, &journal, step, &what) {
                continue;
            }
            // The power goes again while the first crash is being recovered from, and once more.
            let calls = image.steps();
            let again = dice(&mut dice_seed, calls + 1);
            let plan = dice(&mut dice_seed, PLANS);
            let second = Disk::of(image.image(again, plan, dice_seed));
            let what = format!("{what}, then call {again} plan {plan}");
            recovered(&second, &journal, step, &what);
            images += 1;
            // What was found once is found again whatever was lost after it.
            let found = |disk: Disk| {
                held(&LiveIndex::open_in(disk, &options()).unwrap().snapshot()).unwrap()
            };
            if calls.is_multiple_of(4) {
                let lost = Disk::of(image.image(calls, 0, dice_seed));
                assert_eq!(found(lost), found(image.clone()), "{what}: recovered, then lost");
                images += 1;
            }
            if again.is_multiple_of(8) {
                // The work goes on where it ended, and stays.
                let mut live = LiveIndex::open_in(image.clone(), &options()).unwrap();
                let mut want = held(&live.snapshot()).unwrap();
                let new = ("Lê Lan".to_owned(), "1961".to_owned());
                live.add(&record("new", &new)).unwrap();
                live.commit().unwrap();
                drop(live);
                want.insert("new".to_owned(), new);
                assert_eq!(found(image.clone()), want, "{what}: written after a crash");
            }
        }
    }
    images
}

/// `HOTEN_CRASH_IMAGES` asks for more; `make reliability` does.
#[test]
fn what_was_acknowledged_survives_every_crash() {
    let wanted = std::env::var("HOTEN_CRASH_IMAGES").ok().and_then(|n| n.parse().ok());
    let wanted: usize = wanted.unwrap_or(20_000);
    let mut images = 0;
    let mut seed = 1;
    while images < wanted {
        images += crash(120, 1, seed);
        seed += 1;
    }
    println!("{images} crash images of {} workloads, 0 violations", seed - 1);
}
