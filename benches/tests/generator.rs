//! What the generator promises: the same bytes, the stated rates, a true truth, hard cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten_benches::{
    Fault, FaultMix, Group, HardCase, Population, Settings, Source, generate, profile, write,
};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::LazyLock;

const CCCD: usize = 3;
const DOB: usize = 1;

static LARGE: LazyLock<Population> = LazyLock::new(|| made(40_000, 7, FaultMix::Base));

fn made(persons: usize, seed: u64, mix: FaultMix) -> Population {
    generate(&Settings { persons, seed, mix })
}

fn residents(population: &Population) -> Vec<u8> {
    let mut bytes = Vec::new();
    write::residents(population, &mut bytes).unwrap();
    bytes
}

fn truth(population: &Population) -> Vec<u8> {
    let mut bytes = Vec::new();
    write::truth(population, &mut bytes).unwrap();
    bytes
}

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let first = made(800, 3, FaultMix::South);
    let again = made(800, 3, FaultMix::South);
    assert_eq!(residents(&first), residents(&again));
    assert_eq!(truth(&first), truth(&again));
    assert_ne!(residents(&first), residents(&made(800, 4, FaultMix::South)));
}

/// The committed file is also the proof that bytes do not depend on the machine.
#[test]
fn the_example_of_the_core_is_what_its_command_gives() {
    let population = made(2_500, 2025, FaultMix::Base);
    let hint = "run: cargo run -p hoten-benches --bin generate -- --persons 2500 --seed 2025 --mix base --out DIR, and copy residents.csv and truth.csv";
    let committed = std::fs::read(repository("core/examples/residents.csv")).unwrap();
    assert!(committed == residents(&population), "{hint}");
    let committed = std::fs::read(repository("core/examples/residents.truth.csv")).unwrap();
    assert!(committed == truth(&population), "{hint}");
}

#[test]
fn the_header_is_the_samples() {
    let sample = std::fs::read_to_string(repository("core/testdata/sample/residents.csv")).unwrap();
    let made = String::from_utf8(residents(&made(10, 1, FaultMix::Base))).unwrap();
    assert_eq!(made.lines().next(), sample.trim_start_matches('\u{feff}').lines().next());
}

#[test]
fn every_kind_of_fault_occurs() {
    let mut seen: HashMap<Fault, u32> = HashMap::new();
    for row in LARGE.rows() {
        for fault in row.faults.iter() {
            *seen.entry(fault).or_default() += 1;
        }
    }
    let never: Vec<&Fault> = Fault::ALL.iter().filter(|fault| !seen.contains_key(fault)).collect();
    assert!(never.is_empty(), "{never:?}");
}

/// Faults that can strike every record come at their stated rate, within four standard errors.
#[test]
fn rates_are_the_stated_ones() {
    for mix in [FaultMix::Base, FaultMix::WornBooks] {
        let population = made(20_000, 11, mix);
        for source in Source::ALL {
            let rows: Vec<_> = population.rows().filter(|row| row.source == source).collect();
            for fault in [
                Fault::UpperCase,
                Fault::MarksLost,
                Fault::CccdMissing,
                Fault::FatherMissing,
                Fault::MotherMissing,
                Fault::PhoneMissing,
                Fault::SexMissing,
                Fault::CommuneMissing,
                Fault::AddressMissing,
                Fault::DateMissing,
                Fault::NewUnit,
                Fault::Moved,
                Fault::YearByOne,
            ] {
                let stated = mix.rate(fault, source);
                let hits = rows.iter().filter(|row| row.faults.contains(fault)).count();
                let share = hits as f64 / rows.len() as f64;
                let error = (stated * (1.0 - stated) / rows.len() as f64).sqrt();
                // A year is not changed where the date is missing: one per cent at most.
                let slack = 4.0 * error + 0.012 * stated;
                assert!(
                    (share - stated).abs() <= slack,
                    "{mix:?} {source:?} {fault:?} {share} {stated}"
                );
            }
        }
    }
}

#[test]
fn each_person_has_one_to_four_records_and_a_number_of_their_own() {
    let mut records: BTreeMap<u32, u32> = BTreeMap::new();
    let mut owner: HashMap<String, u32> = HashMap::new();
    for (place, row) in LARGE.rows().enumerate() {
        assert_eq!(row.record_id, place);
        *records.entry(row.person_id).or_default() += 1;
        let spoiled =
            [Fault::CccdDigit, Fault::CccdSwapped, Fault::CccdOfOther, Fault::CccdZeroLost];
        if row.texts[CCCD].is_empty() || spoiled.iter().any(|&fault| row.faults.contains(fault)) {
            continue;
        }
        assert_eq!(row.texts[CCCD].len(), 12);
        let before = owner.insert(row.texts[CCCD].to_owned(), row.person_id);
        assert!(before.is_none_or(|before| before == row.person_id));
    }
    assert_eq!(records.len(), LARGE.persons());
    assert!(records.values().all(|count| (1..=4).contains(count)));
    let mean = LARGE.len() as f64 / LARGE.persons() as f64;
    assert!((2.1..2.3).contains(&mean), "{mean}");
    let last = records.keys().next_back().copied();
    assert_eq!(last, Some(LARGE.persons() as u32 - 1));
}

#[test]
fn hard_cases_are_there_even_in_a_small_file() {
    for (persons, least) in [(2_000, 3), (40_000, 200)] {
        let population = made(persons, 5, FaultMix::Base);
        for case in [HardCase::NAMESAKE, HardCase::TWIN, HardCase::FATHER_SON] {
            let mut people: Vec<u32> = population
                .rows()
                .filter(|row| row.hard_case.contains(case))
                .map(|row| row.person_id)
                .collect();
            people.sort_unstable();
            people.dedup();
            assert!(people.len() >= least, "{persons} {case:?} {}", people.len());
        }
    }
}

/// Namesakes: records of different persons with one name and one birth year on their citizen IDs.
#[test]
fn namesakes_are_really_namesakes() {
    let mut found = 0;
    let mut names: HashMap<(String, String), u32> = HashMap::new();
    for row in LARGE.rows().filter(|row| row.hard_case.contains(HardCase::NAMESAKE)) {
        let year: String = row.texts[DOB].chars().filter(char::is_ascii_digit).collect();
        let year = year.get(year.len().saturating_sub(4)..).unwrap_or_default().to_owned();
        if row.source != Source::Cccd {
            continue;
        }
        let key = (row.texts[0].to_lowercase(), year);
        if names.insert(key, row.person_id).is_some_and(|other| other != row.person_id) {
            found += 1;
        }
    }
    assert!(found > 60, "{found}");
}

#[test]
fn peoples_and_regions_are_mixed_in_every_mix() {
    for mix in FaultMix::ALL {
        let population = made(3_000, 1, mix);
        for group in [Group::Kinh, Group::Khmer, Group::Minority] {
            let share = population.rows().filter(|row| row.group == group).count() as f64
                / population.len() as f64;
            assert!(share > 0.02, "{mix:?} {group:?} {share}");
        }
    }
}

#[test]
fn mixes_differ() {
    let share = |mix: FaultMix, faults: &[Fault]| {
        let population = made(10_000, 2, mix);
        let hit =
            |row: &hoten_benches::Row<'_>| faults.iter().any(|&fault| row.faults.contains(fault));
        population.rows().filter(hit).count() as f64 / population.len() as f64
    };
    let unread = [Fault::Illegible];
    assert!(share(FaultMix::WornBooks, &unread) > 2.5 * share(FaultMix::Base, &unread));
    let north = [Fault::HeardOnsetNorth];
    assert!(share(FaultMix::North, &north) > 2.5 * share(FaultMix::South, &north));
    let south = [Fault::HeardCoda, Fault::HeardTone];
    assert!(share(FaultMix::South, &south) > 2.5 * share(FaultMix::North, &south));
    let script = [Fault::KhmerScript];
    assert!(share(FaultMix::South, &script) > 5.0 * share(FaultMix::Base, &script));
    let keys = [Fault::NeighbourKey, Fault::LetterDropped, Fault::MarksLost];
    assert!(share(FaultMix::CleanRegisters, &keys) < 0.5 * share(FaultMix::Base, &keys));
}

/// A record of a book in Khmer letters has its Khmer names in them, and no letter of another script.
#[test]
fn names_in_khmer_letters_are_khmer_throughout() {
    let khmer = |c: char| ('\u{1780}'..='\u{17FF}').contains(&c);
    let (mut own, mut all) = (0, 0);
    for row in made(20_000, 3, FaultMix::South).rows() {
        let written = [0, 9, 10].map(|name| row.texts[name].contains(khmer));
        assert_eq!(written.contains(&true), row.faults.contains(Fault::KhmerScript));
        own += usize::from(written[0] && !row.texts[0].contains(|c: char| c.is_ascii_alphabetic()));
        all += usize::from(row.faults.contains(Fault::KhmerScript));
    }
    assert!(all > 100 && own * 2 > all, "{own} of {all}");
}

/// What shows without labels agrees with the sample: within two points and a seventh, for all
/// records together. Rates that grow with the size of the file are left out.
#[test]
fn observable_rates_are_the_samples() {
    let sample = std::fs::File::open(repository("core/testdata/sample/residents.csv")).unwrap();
    let sample = profile::profile(sample).unwrap();
    let made = profile::profile(residents(&made(17_000, 6, FaultMix::Base)).as_slice()).unwrap();
    let grows = [
        "ratio: distinct names to records",
        "commonest name",
        "name and year met with several cccd",
    ];
    let mut apart = Vec::new();
    for rate in sample.rates.iter().filter(|rate| rate.group == "all") {
        if grows.contains(&&*rate.name) {
            continue;
        }
        let value = made.get(&rate.name, "all").unwrap();
        let allowed = if rate.name.starts_with("ratio") { 0.08 } else { 2.0 + rate.value / 14.0 };
        if (value - rate.value).abs() > allowed {
            apart.push(format!("{}: sample {:.2}, made {value:.2}", rate.name, rate.value));
        }
    }
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn extreme_sizes() {
    assert!(made(0, 1, FaultMix::Base).is_empty());
    assert_eq!(made(1, 1, FaultMix::Base).persons(), 1);
    assert_eq!(made(7, u64::MAX, FaultMix::North).persons(), 7);
}
