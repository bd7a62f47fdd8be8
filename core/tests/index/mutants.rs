//! Files changed by someone who makes the checksums fit.

use crate::people::dice;
use crate::reseal::{body, reseal, sections};
use crate::{peak, queries, small, thorough};
use hoten::{Comparison, ErrorCode, Index, IndexQuery};
use std::time::{Duration, Instant};

/// Tests are built with little optimisation, and the machine may be busy: a hang is far beyond.
pub(crate) const PATIENCE: Duration =
    Duration::from_millis(if cfg!(debug_assertions) { 1_500 } else { 50 });

/// How long this thread has worked, where the system tells; waiting for a busy machine is no work.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// What `work` gives, and how long this thread worked for it.
pub(crate) fn timed<R>(work: impl FnOnce() -> R) -> (R, Duration) {
    let since = Instant::now();
    let before = worked(since);
    let made = work();
    (made, worked(since) - before)
}

/// Eight times the file, and what any open index needs.
pub(crate) fn allowed(file: usize) -> usize {
    8 * file + (64 << 10)
}

/// Opens bytes and asks everything; `true` if they open.
pub(crate) fn ask(bytes: &[u8], queries: &[IndexQuery<'_>], what: &str) -> bool {
    let ((opened, most), took) = timed(|| peak(|| opens(bytes, queries, what)));
    assert!(took < PATIENCE * queries.len() as u32, "{what}: {took:?}");
    assert!(most <= allowed(bytes.len()), "{what}: {most} bytes for a file of {}", bytes.len());
    opened
}

fn opens(bytes: &[u8], queries: &[IndexQuery<'_>], what: &str) -> bool {
    let Ok(index) = Index::open(bytes) else { return false };
    for query in queries {
        let Ok(hits) = index.search(query) else { continue };
        for hit in hits.iter() {
            // A hit is the record that stands in the file, with its own identifier.
            assert!((hit.row as usize) < index.len(), "{what}");
            assert_eq!(index.record_id(hit.row).unwrap(), hit.record_id, "{what}");
            // Words that are not compared may be damaged unseen.
            let record = index.record(hit.row).map_err(|error| error.code());
            assert!(record.is_ok() || record == Err(ErrorCode::IndexDamaged), "{what}");
            let Ok(why) = index.explain(query, hit.row) else {
                assert!(record.is_err(), "{what}");
                continue;
            };
            let weights = [why.weight, why.probability].map(f32::to_bits);
            let hit_has = [hit.score, hit.probability].map(f32::to_bits);
            assert_eq!(weights, hit_has, "{what}");
            assert_eq!(why.rule.as_deref(), index.rules().nth(hit.rule.into()), "{what}");
            for field in &why.fields {
                let Some(of) = Comparison::ALL.iter().find(|of| of.as_str() == field.field.name())
                else {
                    panic!("an index compares residents")
                };
                assert_eq!(field.level, hit.pattern.level_name(*of), "{what}");
            }
            assert!(hit.score.is_finite() && (0.0..=1.0).contains(&hit.probability), "{what}");
        }
    }
    true
}

#[test]
fn resealed_mutants_do_no_harm() {
    let (bytes, people) = small(25);
    let all = queries(&people);
    let body = body(&bytes);
    let sections = sections(&bytes);
    let mut seed = 20_26;
    let mut opened = 0;
    let count = if thorough() { 200_000 } else { 4_000 };
    for mutant in 0..count {
        let mut changed = bytes.clone();
        for _ in 0..=dice(&mut seed, 4) {
            // A section at random, so that small ones are hit as often as large ones.
            let (_, at, len, entry) = sections[dice(&mut seed, sections.len())];
            let place = if len == 0 { body.start } else { at + dice(&mut seed, len) };
            match dice(&mut seed, 8) {
                0 => changed[place] = 0xFF,
                1 => changed[place] = 0,
                2 => changed[place] = changed[place].wrapping_add(1),
                3 => {
                    // A stretch copied from elsewhere.
                    let from = body.start + dice(&mut seed, body.len());
                    let len = dice(&mut seed, 40).min(body.end - from).min(body.end - place);
                    let stretch = bytes[from..from + len].to_vec();
                    changed[place..place + len].copy_from_slice(&stretch);
                }
                4 => {
                    // A section that begins elsewhere, or is longer.
                    let field = entry + 8 + 8 * dice(&mut seed, 2);
                    let value = dice(&mut seed, 2 * bytes.len()) as u64;
                    changed[field..field + 8].copy_from_slice(&value.to_le_bytes());
                }
                _ => changed[place] ^= 1 << dice(&mut seed, 8),
            }
        }
        reseal(&mut changed);
        let some = [all[mutant % all.len()].clone(), all[(mutant * 7 + 3) % all.len()].clone()];
        opened += usize::from(ask(&changed, &some, &format!("mutant {mutant}")));
    }
    assert!(opened > count / 4, "only {opened} of {count} opened: the mutants are too wild");
}
