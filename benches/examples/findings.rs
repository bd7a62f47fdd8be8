//! What checks find of faults that were put in, kind by kind, and how many clean records are given
//! an error: `cargo run --release -p hoten-benches --example findings -- [PERSONS [SEED]]`. Fails
//! below 95 % of the faults, or above 1 % of the clean records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)]

use hoten::{CheckOptions, FieldName, ReadOptions, Schema, Severity, check, read_bytes};
use hoten_benches::{
    Fault, FaultMix, Population, Row, SeededFault, Settings, generate, is_clean, seed_faults, write,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Codes that name a fault that was put in.
fn wanted(fault: SeededFault) -> &'static [&'static str] {
    match fault {
        SeededFault::IdSex => &["citizen_id_sex_mismatch"],
        SeededFault::IdYear => &["citizen_id_year_mismatch"],
        SeededFault::ImpossibleDate => &["date_impossible_day"],
        SeededFault::FutureDate => &["birth_after_today"],
        SeededFault::AncientDate => &["person_too_old", "date_too_early"],
        SeededFault::OldProvince => &["place_superseded"],
        SeededFault::ZerosLost => &["leading_zero_lost"],
        SeededFault::Destroyed => &["id_destroyed"],
        SeededFault::WrongColumn => &["value_in_wrong_column"],
        SeededFault::ParentsSwapped => &["parents_swapped"],
        SeededFault::OtherSurname => &["surname_of_neither_parent"],
    }
}

/// Codes that name a fault of the generator's own, and when they can: a wrong digit shows only if
/// sex or year contradict it.
fn own(fault: Fault) -> &'static [&'static str] {
    match fault {
        Fault::ImpossibleDay => &["date_impossible_day"],
        Fault::CccdZeroLost => &["leading_zero_lost"],
        Fault::DayMonthUnknown | Fault::DayUnknown => &["birth_day_unknown"],
        Fault::NewYearPut => &["birth_first_of_january"],
        Fault::ShortYear => &["date_two_digit_year", "date_century_unclear"],
        Fault::Tcvn3 | Fault::Vni => &["encoding_repaired", "encoding_unclear"],
        Fault::Decomposed => &["mark_order_repaired"],
        Fault::DdLookalike => &["lookalike_repaired"],
        Fault::NoBreakBlank | Fault::StrayBlank => &["blank_repaired"],
        Fault::Illegible => &["name_illegible", "name_odd_character"],
        Fault::CccdMissing | Fault::SexMissing | Fault::DateMissing => &["value_missing"],
        Fault::CommuneMissing | Fault::AddressMissing => &["value_missing"],
        Fault::FatherMissing | Fault::MotherMissing => &["value_missing"],
        Fault::CccdOfOther => {
            &["number_of_two_persons", "citizen_id_sex_mismatch", "citizen_id_year_mismatch"]
        }
        _ => &[],
    }
}

/// Codes by record.
type Codes = HashMap<u32, HashSet<&'static str>>;
/// Codes of errors by record.
type Errors = HashMap<u32, Vec<&'static str>>;

/// The codes of each record, and the records with an error.
fn checked(csv: &[u8]) -> (Codes, Errors) {
    let file = read_bytes(csv, &ReadOptions::default()).unwrap();
    let options = CheckOptions::new().today(2026, 11, 22).unwrap();
    let quality = check(&file.table(), &options).unwrap();
    let (mut codes, mut errors) = (Codes::new(), Errors::new());
    for found in quality.findings() {
        codes.entry(found.row).or_default().insert(found.code.as_str());
        if found.code.severity() == Severity::Error {
            errors.entry(found.row).or_default().push(found.code.as_str());
        }
    }
    (codes, errors)
}

/// Row, field and code of everything found.
fn in_fields(csv: &[u8]) -> HashSet<(u32, FieldName, &'static str)> {
    let file = read_bytes(csv, &ReadOptions::default()).unwrap();
    let options = CheckOptions::new().today(2026, 11, 22).unwrap();
    let quality = check(&file.table(), &options).unwrap();
    quality.findings().iter().map(|held| (held.row, held.field, held.code.as_str())).collect()
}

fn main() {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<usize>().expect("a number"));
    let persons = numbers.next().unwrap_or(50_000);
    let seed = numbers.next().unwrap_or(5) as u64;
    let population: Population = generate(&Settings { persons, seed, mix: FaultMix::Base });
    let rows: Vec<Row<'_>> = population.rows().collect();

    let mut csv = Vec::new();
    write::residents(&population, &mut csv).unwrap();
    let (codes, errors) = checked(&csv);
    let clean: Vec<usize> = (0..rows.len()).filter(|&row| is_clean(&rows[row])).collect();
    let blamed: Vec<_> = clean.iter().filter_map(|&row| errors.get(&(row as u32))).collect();
    let rate = blamed.len() as f64 / clean.len() as f64;
    println!(
        "{} records, {} of them clean; errors given to clean ones: {} ({:.3} %)",
        rows.len(),
        clean.len(),
        blamed.len(),
        100.0 * rate
    );
    let mut why = BTreeMap::<&str, usize>::new();
    blamed
        .iter()
        .flat_map(|codes| codes.iter())
        .for_each(|code| *why.entry(code).or_default() += 1);
    println!("  {why:?}");
    println!("\nthe generator's own faults      records    named");
    for &fault in Fault::ALL {
        let wanted = own(fault);
        let with: Vec<_> =
            (0..rows.len()).filter(|&row| rows[row].faults.contains(fault)).collect();
        if wanted.is_empty() || with.is_empty() {
            continue;
        }
        let named = with.iter().filter(|&&row| {
            codes
                .get(&(row as u32))
                .is_some_and(|held| wanted.iter().any(|code| held.contains(code)))
        });
        println!(
            "{:<28} {:>10} {:>8.2} %",
            fault.name(),
            with.len(),
            100.0 * named.count() as f64 / with.len() as f64
        );
    }

    let seeded = seed_faults(&population, 0.2, seed);
    let mut csv = Vec::new();
    write::seeded_residents(&population, &seeded, &mut csv).unwrap();
    let named = in_fields(&csv);
    println!("\nfaults put in                   records    named");
    let (mut all, mut found) = (0, 0);
    for fault in SeededFault::ALL {
        let own: Vec<_> = seeded.ledger.iter().filter(|line| line.fault == fault).collect();
        let seen = own.iter().filter(|line| {
            let field = Schema::field_of(line.field).expect("a field");
            let row = line.record_id as u32;
            wanted(fault).iter().any(|code| named.contains(&(row, field, *code)))
        });
        let seen = seen.count();
        (all, found) = (all + own.len(), found + seen);
        println!(
            "{:<28} {:>10} {:>8.2} %",
            fault.name(),
            own.len(),
            100.0 * seen as f64 / own.len().max(1) as f64
        );
    }
    let recall = found as f64 / all.max(1) as f64;
    println!("{:<28} {all:>10} {:>8.2} %", "all", 100.0 * recall);
    if recall < 0.95 || rate > 0.01 {
        std::process::exit(1);
    }
}
