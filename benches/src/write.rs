//! The files of a population.

use crate::family::HardCase;
use crate::population::{Population, Row};
use crate::seed::SeededRecords;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Header of `residents.csv`.
pub const HEADER: [&str; 14] = [
    "record_id",
    "source",
    "full_name",
    "dob",
    "sex",
    "cccd",
    "cmnd",
    "province",
    "district",
    "commune",
    "address",
    "father_name",
    "mother_name",
    "phone",
];

/// A text cell, quoted; an empty one has no quotes.
fn cell(out: &mut impl Write, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    write!(out, "\"{}\"", text.replace('"', "\"\""))
}

/// Writes the records: UTF-8, commas, quoted texts, one line feed a row.
///
/// # Errors
/// When writing fails.
pub fn residents(population: &Population, out: &mut impl Write) -> io::Result<()> {
    header(out)?;
    for row in population.rows() {
        record(&row, row.texts.into_iter(), out)?;
    }
    Ok(())
}

fn header(out: &mut impl Write) -> io::Result<()> {
    let names: Vec<String> = HEADER.iter().map(|name| format!("\"{name}\"")).collect();
    writeln!(out, "{}", names.join(","))
}

fn record<'t>(
    row: &Row<'_>,
    texts: impl Iterator<Item = &'t str>,
    out: &mut impl Write,
) -> io::Result<()> {
    write!(out, "{},\"{}\"", row.record_id, row.source.name())?;
    for text in texts {
        out.write_all(b",")?;
        cell(out, text)?;
    }
    out.write_all(b"\n")
}

/// Writes records that faults were put into, as [`residents`] does.
///
/// # Errors
/// When writing fails.
pub fn seeded_residents(
    population: &Population,
    seeded: &SeededRecords,
    out: &mut impl Write,
) -> io::Result<()> {
    header(out)?;
    for (row, texts) in population.rows().zip(&seeded.texts) {
        record(&row, texts.iter().map(String::as_str), out)?;
    }
    Ok(())
}

/// Writes the ledger of the faults put in: record, column, what was done.
///
/// # Errors
/// When writing fails.
pub fn ledger(seeded: &SeededRecords, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\"record_id\",\"field\",\"fault\"")?;
    for line in &seeded.ledger {
        writeln!(out, "{},{},{}", line.record_id, line.field, line.fault.name())?;
    }
    Ok(())
}

/// Writes which person each record is of.
///
/// # Errors
/// When writing fails.
pub fn truth(population: &Population, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\"record_id\",\"person_id\"")?;
    for row in population.rows() {
        writeln!(out, "{},{}", row.record_id, row.person_id)?;
    }
    Ok(())
}

/// Writes what went wrong with each record, the person's people, and what makes the person hard
/// to tell from others; several words are separated by blanks.
///
/// # Errors
/// When writing fails.
pub fn faults(population: &Population, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\"record_id\",\"group\",\"hard_cases\",\"faults\"")?;
    for row in population.rows() {
        let kinds: Vec<&str> = row.faults.iter().map(crate::Fault::name).collect();
        writeln!(
            out,
            "{},{},{},{}",
            row.record_id,
            row.group.name(),
            hard_cases(&row).join(" "),
            kinds.join(" ")
        )?;
    }
    Ok(())
}

fn hard_cases(row: &Row<'_>) -> Vec<&'static str> {
    [
        (HardCase::NAMESAKE, "namesake"),
        (HardCase::TWIN, "twin"),
        (HardCase::FATHER_SON, "father_son"),
    ]
    .into_iter()
    .filter(|(case, _)| row.hard_case.contains(*case))
    .map(|(_, name)| name)
    .collect()
}

/// Writes `residents.csv`, `truth.csv` and `faults.csv` into a folder, which is made if absent; with
/// faults put in, `residents.csv` has them and `seeded.csv` is their ledger.
///
/// # Errors
/// When the folder or a file cannot be written.
pub fn to_folder(
    population: &Population,
    seeded: Option<&SeededRecords>,
    folder: &Path,
) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let create = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let mut file = create("residents.csv")?;
    match seeded {
        None => residents(population, &mut file)?,
        Some(seeded) => {
            seeded_residents(population, seeded, &mut file)?;
            let mut file = create("seeded.csv")?;
            ledger(seeded, &mut file)?;
            file.flush()?;
        }
    }
    file.flush()?;
    let mut file = create("truth.csv")?;
    truth(population, &mut file)?;
    file.flush()?;
    let mut file = create("faults.csv")?;
    faults(population, &mut file)?;
    file.flush()
}
