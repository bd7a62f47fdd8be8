//! Calls of the disk that fail, one after the other: the old state or the new one, never a third.

use crate::disk::{Disk, Fault};
use crate::register::{Register, Step, apply, held, run, work};
use hoten::{LiveIndex, LiveOptions};
use std::io::ErrorKind;

const FAULTS: [Fault; 4] = [
    // EIO has no kind of its own.
    Fault::Refused(ErrorKind::Other),
    Fault::Refused(ErrorKind::StorageFull),
    Fault::Short,
    Fault::Unsynced,
];

fn options() -> LiveOptions {
    LiveOptions::new().threads(1).log_bytes(400)
}

/// States that may stand on the disk: the last that was acknowledged, and those tried since.
struct Allowed(Vec<Register>);

impl Allowed {
    fn check(&self, found: &Register, what: &str) {
        assert!(self.0.contains(found), "{what}: {found:?}");
    }
}

/// Does the work until a call fails for good; gives what may be there then.
fn until_it_stops(disk: &Disk, steps: &[Step], what: &str) -> Allowed {
    let mut allowed = Allowed(vec![Register::new()]);
    let Ok(mut live) = LiveIndex::create_in(disk.clone(), &options()) else { return allowed };
    let (mut register, mut pending) = (Register::new(), Register::new());
    for step in steps {
        if matches!(step, Step::Close) {
            drop(live);
            match LiveIndex::open_in(disk.clone(), &options()) {
                Ok(opened) => live = opened,
                Err(_) => return allowed,
            }
            // A commit that was not acknowledged may turn out to be there.
            let found = held(&live.snapshot()).unwrap();
            allowed.check(&found, what);
            (register, pending) = (found.clone(), found.clone());
            allowed.0 = vec![found];
            continue;
        }
        let mut after = pending.clone();
        let commits = apply(step, &mut after);
        let done = run(step, &mut live);
        // Whatever happened, what readers see is what was acknowledged.
        let seen = held(&live.snapshot()).unwrap();
        match (done, commits) {
            (Ok(()), true) => {
                assert_eq!(seen, after, "{what} {step:?}");
                (register, pending) = (after.clone(), after.clone());
                allowed.0 = vec![after];
            }
            (Ok(()), false) => {
                assert_eq!(seen, register, "{what} {step:?}");
                pending = after;
            }
            (Err(_), true) => {
                assert!(seen == register || seen == after, "{what} {step:?}");
                allowed.0.push(after.clone());
                // What is pending goes with the next commit, unless this one went through.
                if seen == after {
                    register = after.clone();
                }
                pending = held(&live.view().unwrap()).unwrap();
                allowed.0.push(pending.clone());
            }
            (Err(_), false) => assert_eq!(seen, register, "{what} {step:?}"),
        }
    }
    allowed
}

#[test]
fn every_failing_call_leaves_the_old_state_or_the_new_one() {
    let steps = work(45, 3);
    let disk = Disk::default();
    until_it_stops(&disk, &steps, "without faults");
    let calls = disk.steps();
    assert!(calls > 150, "{calls}");
    let (mut tried, mut failed) = (0, 0);
    for step in 0..calls {
        for fault in FAULTS {
            // A full disk stays full; other faults pass.
            for lasting in [false, true] {
                if lasting && fault != Fault::Refused(ErrorKind::StorageFull) {
                    continue;
                }
                let what = format!("{fault:?} at {step}, lasting: {lasting}");
                let disk = Disk::default();
                disk.fail(step, fault, lasting);
                let allowed = until_it_stops(&disk, &steps, &what);
                failed += usize::from(disk.heal());
                tried += 1;
                // The disk is well again: what is found now is found after a power cut too.
                let open = || LiveIndex::open_or_create_in(disk.clone(), &options());
                let live = open().unwrap_or_else(|error| panic!("{what}: {error}"));
                let found = held(&live.snapshot()).unwrap();
                allowed.check(&found, &what);
                let lost = Disk::of(disk.image(disk.steps(), 0, 1));
                let again = LiveIndex::open_in(lost, &options()).unwrap();
                assert_eq!(held(&again.snapshot()).unwrap(), found, "{what}");
                drop(live);
                let names: Vec<String> = disk.files().into_iter().map(|(name, _)| name).collect();
                let logs = names.iter().filter(|name| name.ends_with(".log")).count();
                let strays = names.iter().any(|name| name.ends_with(".new"));
                assert!(logs == 1 && !strays, "{what}: {names:?}");
            }
        }
    }
    println!("{tried} faults at {calls} calls, {failed} met, 0 third states");
}

/// After a failed write nothing more is written: not to that file, not to any.
#[test]
fn a_writer_stops_after_a_failed_write_and_readers_go_on() {
    for fault in FAULTS {
        let disk = Disk::default();
        let mut live = LiveIndex::create_in(disk.clone(), &options()).unwrap();
        let reader = live.reader();
        let person = ("Trần Thị Bé".to_owned(), "1961".to_owned());
        live.add(&crate::register::record("a", &person)).unwrap();
        live.commit().unwrap();
        live.add(&crate::register::record("b", &person)).unwrap();
        // The sync of the log, or its append.
        let step = disk.steps() + usize::from(fault == Fault::Unsynced);
        disk.fail(step, fault, false);
        assert_eq!(live.commit().unwrap_err().code(), hoten::ErrorCode::LiveDisk);
        let calls = disk.steps();
        for done in [live.commit(), live.compact(), live.purge(["a"]), live.remove("a").map(drop)] {
            assert_eq!(done.unwrap_err().code(), hoten::ErrorCode::LiveStopped);
        }
        assert_eq!(disk.steps(), calls, "nothing is tried again");
        assert_eq!(reader.snapshot().len(), 1);
        drop(live);
        assert_eq!(disk.steps(), calls, "nor when it is closed");
        let live = LiveIndex::open_in(disk, &options()).unwrap();
        assert!((1..=2).contains(&live.len().unwrap()));
    }
}
