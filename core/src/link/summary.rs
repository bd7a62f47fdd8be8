//! What a run did, in figures.

use crate::finding::{FieldName, FindingCode, Severity};
use core::fmt;

/// The figures of a run.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// Records read.
    pub records: u64,
    /// Columns that were understood: field and the table's own header.
    pub used_columns: Vec<(FieldName, String)>,
    /// Columns of the fields that the caller declared ([`crate::Linker::field`]): the field's name and
    /// the table's own header.
    pub declared_columns: Vec<(String, String)>,
    /// Columns that were kept and not looked at.
    pub ignored_columns: Vec<String>,
    /// Findings by field and code, most frequent first.
    pub findings: Vec<FindingCount>,
    /// What each blocking rule gave.
    pub rules: Vec<RuleSummary>,
    /// Pairs compared.
    pub candidate_pairs: u64,
    /// Pairs at or above the threshold.
    pub matched_pairs: u64,
    /// Pairs at or above "possible" and below the threshold.
    pub possible_pairs: u64,
    /// Clusters of two records or more.
    pub clusters: u64,
    /// Records in such clusters.
    pub clustered_records: u64,
    /// Share of one-person pairs among all pairs of records, as estimated.
    pub prior: f64,
    /// Rounds of estimation, and whether it settled.
    pub training: Training,
    /// Blocks too large to compare even after splitting: rule, records, pairs left out.
    pub refused: Vec<RefusedSummary>,
    /// Judgements that were used.
    pub judgements: u64,
    /// Judgements that name a record that is not there, or one record twice.
    pub unknown_judgements: u64,
    /// Pairs that people judged to be two persons and other judgements join.
    pub conflicts: u64,
}

/// How the model was fitted to the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Training {
    /// Pairs the estimate rests on.
    pub pairs: u64,
    /// Rounds of expectation maximisation.
    pub rounds: u32,
    /// The estimate settled before the last round allowed.
    pub converged: bool,
    /// Judged pairs of one person that counted beside the estimate.
    pub labelled: u64,
}

/// How often one thing was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FindingCount {
    /// The field.
    pub field: FieldName,
    /// What was noticed.
    pub code: FindingCode,
    /// How grave it is.
    pub severity: Severity,
    /// In how many rows.
    pub rows: u64,
}

/// What one blocking rule gave.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleSummary {
    /// The rule.
    pub name: String,
    /// Pairs that agree on it.
    pub pairs: u64,
    /// Of these, pairs that no earlier rule had found.
    pub new_pairs: u64,
    /// Records in its largest block.
    pub largest_block: u64,
    /// Pairs left out because their block was too large and had to be split or refused.
    pub left_out_pairs: u64,
}

/// A block that was too large to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedSummary {
    /// The rule.
    pub rule: String,
    /// Records in the block.
    pub rows: u64,
    /// Pairs in it, none of which this rule gave.
    pub pairs: u64,
    /// Its first row.
    pub sample_row: u32,
}

/// The figures for people, a line each; no person's value.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} records", self.records)?;
        let used = self.used_columns.iter().map(|(field, header)| (field.as_str(), header));
        let declared = self.declared_columns.iter().map(|(field, header)| (field.as_str(), header));
        let used = used.chain(declared);
        let used: Vec<String> = used.map(|(field, header)| format!("{field} = {header}")).collect();
        writeln!(f, "columns used: {}", used.join(", "))?;
        if !self.ignored_columns.is_empty() {
            writeln!(f, "columns ignored: {}", self.ignored_columns.join(", "))?;
        }
        let (rules, idle): (Vec<_>, Vec<_>) = self.rules.iter().partition(|rule| rule.pairs > 0);
        for RuleSummary { name, pairs, new_pairs, .. } in rules {
            writeln!(f, "rule {name}: {pairs} pairs, {new_pairs} of them new")?;
        }
        if !idle.is_empty() {
            writeln!(f, "no pair by {} other rules", idle.len())?;
        }
        for block in &self.refused {
            let RefusedSummary { rule, rows, pairs, .. } = block;
            writeln!(f, "too large to compare: {rows} records alike by {rule}, {pairs} pairs")?;
        }
        for FindingCount { field, code, severity, rows } in &self.findings {
            let (severity, code) = (severity.as_str(), code.as_str());
            writeln!(f, "{severity} {code} in {}: {rows} records", field.as_str())?;
        }
        writeln!(f, "{} pairs compared", self.candidate_pairs)?;
        writeln!(f, "{} pairs matched, {} possible", self.matched_pairs, self.possible_pairs)?;
        if self.judgements + self.unknown_judgements > 0 {
            let Self { judgements, unknown_judgements, conflicts, .. } = self;
            writeln!(
                f,
                "{judgements} judgements used, {unknown_judgements} about records not found, {conflicts} in conflict"
            )?;
        }
        write!(f, "{} clusters of {} records", self.clusters, self.clustered_records)
    }
}
