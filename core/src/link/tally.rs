//! The figures of a run, counted from what it found.

use super::linkage::Linkage;
use super::match_rules::MatchRules;
use super::summary::{FindingCount, RefusedSummary, RuleSummary, Summary, Training};
use crate::block::{BlockOutcome, RuleOutcome};
use crate::record::values::RowFinding;
use std::collections::BTreeMap;

impl Linkage<'_> {
    /// Counts the figures: what blocking made, how many pairs were compared, how training went.
    pub(super) fn summarise(
        &mut self,
        outcome: &BlockOutcome,
        candidates: u64,
        training: Training,
    ) {
        let (mut used_columns, mut ignored_columns) = (Vec::new(), Vec::new());
        let mut declared_columns = Vec::new();
        for side in self.sides.iter() {
            let header =
                |column: usize| side.table.names().nth(column).unwrap_or_default().to_owned();
            let used = side.schema.fields().iter().map(|&(field, column)| (field, header(column)));
            used.for_each(|column| push_new(&mut used_columns, column));
            let names = self.sides.fields().iter().map(|field| field.name.clone());
            let declared = side.schema.declared().iter().map(|&column| header(column));
            names.zip(declared).for_each(|column| push_new(&mut declared_columns, column));
            let ignored = side.schema.ignored().iter().map(|&column| header(column));
            ignored.for_each(|column| push_new(&mut ignored_columns, column));
        }
        let matched = self.pairs.iter().filter(|pair| self.is_match(pair)).count() as u64;
        let mut members = BTreeMap::<u32, u64>::new();
        for &cluster in &self.clusters {
            *members.entry(cluster).or_default() += 1;
        }
        let grouped = || members.values().filter(|&&count| count > 1);
        self.summary = Summary {
            records: self.records() as u64,
            used_columns,
            declared_columns,
            ignored_columns,
            findings: count_findings(&self.records.findings),
            rules: rule_summaries(&outcome.rules, &self.rules),
            candidate_pairs: candidates,
            matched_pairs: matched,
            possible_pairs: self.pairs.len() as u64 - matched,
            clusters: grouped().count() as u64,
            clustered_records: grouped().sum(),
            prior: self.model.prior().unwrap_or_default(),
            training,
            refused: refused(&outcome.rules, &self.rules),
            judgements: self.judged.len() as u64,
            unknown_judgements: self.judged.unknown,
            conflicts: self.conflicts.len() as u64,
        };
    }
}

/// Two tables have most headers in common: each is told once.
fn push_new<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

fn count_findings(findings: &[RowFinding]) -> Vec<FindingCount> {
    let mut counts = BTreeMap::<_, u64>::new();
    for finding in findings {
        *counts.entry((finding.field, finding.code)).or_default() += 1;
    }
    let mut out: Vec<FindingCount> = counts
        .into_iter()
        .map(|((field, code), rows)| FindingCount { field, code, severity: code.severity(), rows })
        .collect();
    out.sort_by_key(|count| core::cmp::Reverse(count.rows));
    out
}

/// A row for each rule that is shown, with the figures of those that are shown under it.
fn rule_summaries(outcomes: &[RuleOutcome], rules: &MatchRules) -> Vec<RuleSummary> {
    let mut summaries: Vec<(u8, RuleSummary)> = Vec::new();
    for (outcome, place) in outcomes.iter().zip(0..) {
        let forecast = &outcome.forecast;
        let largest = forecast.largest.first().map_or(0, |block| u64::from(block.rows));
        let shown = rules.shown(place);
        match summaries.iter_mut().find(|(held, _)| *held == shown) {
            Some((_, summary)) => {
                summary.pairs += forecast.pairs;
                summary.new_pairs += outcome.new_pairs;
                summary.largest_block = summary.largest_block.max(largest);
                summary.left_out_pairs += forecast.left_out_pairs;
            }
            None => summaries.push((
                shown,
                RuleSummary {
                    name: forecast.name.clone().into_owned(),
                    pairs: forecast.pairs,
                    new_pairs: outcome.new_pairs,
                    largest_block: largest,
                    left_out_pairs: forecast.left_out_pairs,
                },
            )),
        }
    }
    summaries.into_iter().map(|(_, summary)| summary).collect()
}

fn refused(outcomes: &[RuleOutcome], rules: &MatchRules) -> Vec<RefusedSummary> {
    let all = outcomes.iter().zip(0_u8..);
    let each = all.flat_map(|(outcome, place)| {
        let name = rules.name(rules.shown(place));
        outcome.forecast.refused.iter().map(move |block| RefusedSummary {
            rule: name.to_owned(),
            rows: u64::from(block.rows),
            pairs: block.pairs,
            sample_row: block.sample_row,
        })
    });
    each.collect()
}
