//! `profile A.csv B.csv`: observable rates of files of residents, side by side.

use hoten_benches::profile;
use std::fs::File;
use std::io::Write as _;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    if names.is_empty() {
        return Err("say which files: profile A.csv B.csv".into());
    }
    let mut profiles = Vec::with_capacity(names.len());
    for name in &names {
        let file = File::open(name).map_err(|error| format!("{name}: {error}"))?;
        profiles.push(profile::profile(file).map_err(|error| format!("{name}: {error}"))?);
    }
    write!(std::io::stdout(), "{}", profile::table(&names, &profiles))?;
    Ok(())
}
