//! How well similarity of names ranks: each record's name against another record of the same person
//! and against the names of all other persons of the file. What the hand-set weights of
//! `core/src/key/weights.rs` were judged by.
//!
//! `cargo run --release -p hoten-benches --example rank [PERSONS]`
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

use hoten::{Name, PreparedName, Reason, clean};
use hoten_benches::{FaultMix, Settings, generate};
use std::collections::BTreeMap;

fn main() {
    let persons = std::env::args().nth(1).map_or(1_000, |number| number.parse().unwrap());
    for mix in FaultMix::ALL {
        rank(persons, mix);
    }
}

fn rank(persons: usize, mix: FaultMix) {
    let residents = generate(&Settings { persons, seed: 7, mix });
    let mut names: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for row in residents.rows() {
        names.entry(row.person_id).or_default().push(clean(row.texts[0]).text.into_owned());
    }
    let all: Vec<Vec<Name<'_>>> =
        names.values().map(|names| names.iter().map(|name| Name::parse(name)).collect()).collect();
    let all: Vec<Vec<PreparedName<'_>>> =
        all.iter().map(|names| names.iter().map(PreparedName::new).collect()).collect();
    let (mut pairs, mut first, mut above, mut compared) = (0, 0.0, 0.0, 0.0);
    let mut lost: BTreeMap<Vec<Reason>, u32> = BTreeMap::new();
    for (person, own) in all.iter().enumerate() {
        for (at, name) in own.iter().enumerate() {
            let Some(variant) = own.get(at + 1) else { continue };
            let near = name.similarity(variant);
            if near.reasons.contains(Reason::Same) || near.reasons.contains(Reason::NoName) {
                continue;
            }
            let mut best = 0.0_f32;
            for (_, others) in all.iter().enumerate().filter(|(other, _)| *other != person) {
                let Some(other) = others.first() else { continue };
                let far = name.similarity(other);
                // Namesakes are no matter of names.
                if far.score == 1.0 {
                    continue;
                }
                compared += 1.0;
                above += if near.score > far.score {
                    1.0
                } else if near.score == far.score {
                    0.5
                } else {
                    0.0
                };
                best = best.max(far.score);
            }
            pairs += 1;
            if near.score > best {
                first += 1.0;
            } else {
                *lost.entry(near.reasons.iter().collect()).or_default() += 1;
            }
        }
    }
    let mut lost: Vec<_> = lost.into_iter().map(|(reasons, count)| (count, reasons)).collect();
    lost.sort_by(|a, b| b.cmp(a));
    lost.truncate(6);
    println!(
        "{mix:?}: {pairs} pairs that differ, variant above all other persons {:.2} %, above one (AUC) {:.3} %; lost most often: {lost:?}",
        100.0 * first / f64::from(pairs.max(1)),
        100.0 * above / f64::max(compared, 1.0),
    );
}
