//! What can be seen of a file of residents without knowing who is who: shares of formats, gaps and
//! oddities by register, and how records that carry one citizen ID disagree. Generated data are as
//! hard as real data only if these rates agree.

mod cells;
mod pairs;

use crate::HEADER;
use std::io::Read;

/// One observed rate.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// What is counted.
    pub name: String,
    /// The register it is counted in, or `all`.
    pub group: &'static str,
    /// Per cent, or a plain ratio where the name says so.
    pub value: f64,
}

/// The rates of one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// In a fixed order, the same for every file.
    pub rates: Vec<Rate>,
}

impl Profile {
    /// The value of a rate; `None` when there is no such rate.
    #[must_use]
    pub fn get(&self, name: &str, group: &str) -> Option<f64> {
        self.rates
            .iter()
            .find(|rate| rate.name == name && rate.group == group)
            .map(|rate| rate.value)
    }
}

/// A record as text, by the columns of [`HEADER`].
pub(crate) type Cells = [String; 14];

/// Reads a file of residents and counts.
///
/// # Errors
/// When the file is not CSV.
pub fn profile(input: impl Read) -> Result<Profile, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let header = reader.headers()?.clone();
    let columns = HEADER.map(|name| header.iter().position(|cell| cell == name));
    let mut records: Vec<Cells> = Vec::new();
    for row in reader.records() {
        let row = row?;
        let cell = |column: Option<usize>| column.and_then(|at| row.get(at)).unwrap_or_default();
        records.push(columns.map(|column| cell(column).to_owned()));
    }
    let mut profile = Profile::default();
    cells::count(&records, &mut profile);
    pairs::count(&records, &mut profile);
    Ok(profile)
}

/// The registers in the order they are shown.
pub(crate) const GROUPS: [&str; 5] = ["hotich", "dancu", "cccd", "bhyt", "all"];

/// Profiles side by side: a line a rate; for each file its four registers and all records.
#[must_use]
pub fn table(names: &[String], profiles: &[Profile]) -> String {
    let mut text = format!("{:<44}", "per cent, if not said otherwise");
    for name in names {
        let skip = name.chars().count().saturating_sub(32);
        let short: String = name.chars().skip(skip).collect();
        text.push_str(&format!(" | {short:>34}"));
    }
    text.push_str(&format!("\n{:<44}", ""));
    for _ in names {
        text.push_str(" |");
        for group in GROUPS {
            text.push_str(&format!(" {group:>6}"));
        }
    }
    text.push('\n');
    let mut order: Vec<&str> = Vec::new();
    for rate in profiles.iter().flat_map(|profile| &profile.rates) {
        if !order.contains(&&*rate.name) {
            order.push(&rate.name);
        }
    }
    for name in order {
        text.push_str(&format!("{name:<44}"));
        for profile in profiles {
            text.push_str(" |");
            for group in GROUPS {
                let value = profile.get(name, group);
                text.push_str(
                    &value.map_or_else(|| " ".repeat(7), |value| format!(" {value:>6.2}")),
                );
            }
        }
        text.push('\n');
    }
    text
}
