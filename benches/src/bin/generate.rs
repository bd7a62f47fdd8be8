//! `generate --persons 10000 --seed 1 --mix base --out DIR`: writes `residents.csv`, `truth.csv`
//! and `faults.csv`; with `--seed-faults 0.1` a fault is put into one field of a tenth of the clean
//! records, and `seeded.csv` says where.

use hoten_benches::{FaultMix, Settings, generate, seed_faults, write};
use lexopt::prelude::{Long, ValueExt as _};
use std::io::Write as _;
use std::path::PathBuf;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut settings = Settings { persons: 10_000, seed: 1, mix: FaultMix::Base };
    let mut folder = None;
    let mut share: Option<f64> = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("persons") => settings.persons = arguments.value()?.parse()?,
            Long("seed") => settings.seed = arguments.value()?.parse()?,
            Long("mix") => {
                let name = arguments.value()?.string()?;
                settings.mix = FaultMix::from_name(&name).ok_or_else(|| {
                    let names = FaultMix::ALL.map(FaultMix::name).join(", ");
                    format!("no mix is called {name}; there are {names}")
                })?;
            }
            Long("seed-faults") => share = Some(arguments.value()?.parse()?),
            Long("out") => folder = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = folder.ok_or("say where to write: --out DIR")?;
    let started = std::time::Instant::now();
    let population = generate(&settings);
    let seeded = share.map(|share| seed_faults(&population, share, settings.seed));
    write::to_folder(&population, seeded.as_ref(), &folder)?;
    writeln!(
        std::io::stdout(),
        "{} persons, {} records in {:.1} s: {}",
        population.persons(),
        population.len(),
        started.elapsed().as_secs_f64(),
        folder.display()
    )?;
    Ok(())
}
