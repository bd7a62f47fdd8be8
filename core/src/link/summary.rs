//! What a run did, in figures.

use crate::finding::{FieldName, FindingCode, Severity};

/// The figures of a run.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// Records read.
    pub records: u64,
    /// Columns that were understood: field and the table's own header.
    pub used_columns: Vec<(FieldName, String)>,
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
