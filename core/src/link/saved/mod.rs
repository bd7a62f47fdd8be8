//! A result as a folder, to be opened again: what was found is read, not found anew.
//!
//! `result.json` holds settings, rules, model and figures; `records.csv` (and `records_2.csv`) the
//! columns that were used; `pairs.csv`, `neighbours.csv`, `clusters.csv`, `refused.csv` and
//! `judgements.csv` what was found, by row. The records are there so that pairs can be explained: **the folder holds personal
//! data** and is to be kept as the tables themselves are.

mod figures;
mod read;
mod write;

pub use self::read::SavedLinkage;

const FORMAT: &str = "hoten-result";
const VERSION: u64 = 1;

/// The files beside `result.json`.
mod file {
    pub(super) const RESULT: &str = "result.json";
    pub(super) const RECORDS: [&str; 2] = ["records.csv", "records_2.csv"];
    pub(super) const PAIRS: &str = "pairs.csv";
    pub(super) const NEIGHBOURS: &str = "neighbours.csv";
    pub(super) const CLUSTERS: &str = "clusters.csv";
    pub(super) const REFUSED: &str = "refused.csv";
    pub(super) const JUDGEMENTS: &str = "judgements.csv";
}

#[cfg(test)]
mod tests;
