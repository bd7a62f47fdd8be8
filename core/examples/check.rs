//! Checks a file of residents: `check FILE [--out DIR] [--day 2026-11-22] [--earlier quality.json]
//! [--lang en] [--unmask]`. Without `--out` nothing but the figures is shown.
#![allow(clippy::print_stdout)]

use hoten::{
    CheckOptions, Error, ErrorCode, Lang, QualityPageOptions, QualityReport, ReadOptions, check,
    read_file, write_quality,
};
use std::time::Instant;

fn main() {
    if let Err(error) = run() {
        println!("{}", error.message(Lang::Vi));
        println!("{}", error.message(Lang::En));
        std::process::exit(1);
    }
}

fn run() -> Result<(), Error> {
    let mut file = None;
    let (mut out, mut day) = (None, String::new());
    let mut options = QualityPageOptions::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_default();
        match argument.as_str() {
            "--out" => out = Some(value()),
            "--day" => day = value(),
            "--earlier" => {
                let path = value();
                let text = std::fs::read_to_string(&path).map_err(|error| {
                    Error::new(ErrorCode::ReportDamaged).with("reason", format!("{path}: {error}"))
                })?;
                options.earlier = Some(QualityReport::from_json(&text)?);
            }
            "--lang" => options.lang = Lang::from_tag(&value()).unwrap_or(Lang::Vi),
            "--unmask" => options.redact = false,
            _ => file = Some(argument),
        }
    }
    let file = file.unwrap_or_else(|| "core/examples/residents.csv".into());
    let mut checks = CheckOptions::new();
    if !day.is_empty() {
        checks = checks.today_iso(&day)?;
    }
    let started = Instant::now();
    let read = read_file(&file, &ReadOptions::default())?;
    let read_in = started.elapsed();
    let quality = check(&read.table(), &checks)?.named(file, day);
    let checked_in = started.elapsed() - read_in;
    let report = quality.report();
    println!(
        "read in {:.2} s, checked in {:.2} s",
        read_in.as_secs_f64(),
        checked_in.as_secs_f64()
    );
    print!("{report}");
    if let Some(folder) = out {
        write_quality(folder, &quality, &options)?;
    }
    Ok(())
}
