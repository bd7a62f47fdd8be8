//! The whole walk: table in, clusters out.

use super::linkage::Linkage;
use super::progress::{Progress, Stage};
use super::rules::{self, REFINE, RULES};
use super::scorer::{ScoredPair, Scorer};
use super::summary::{FindingCount, RefusedSummary, RuleSummary, Summary, Training};
use super::train::train;
use crate::block::{BlockOutcome, BlockRule, Blocker, BlockingOptions, RuleOutcome};
use crate::error::{Error, ErrorCode, Result};
use crate::record::values::{RecordTable, RowFinding};
use crate::record::{Schema, Table};
use crate::score::{Frequencies, Model, probability, weight_at};
use std::collections::BTreeMap;

/// Finds the records of one person in a table.
///
/// ```
/// use hoten::{Linker, StrColumn, Table};
///
/// let names = ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"];
/// let dates = ["12/5/1950", "1950-05-12", "1961"];
/// let table = Table::new([
///     ("Họ và tên", StrColumn::from_strs(&names)),
///     ("Ngày sinh", StrColumn::from_strs(&dates)),
/// ])?;
/// let linkage = Linker::new().dedupe(&table)?;
/// assert_eq!(linkage.clusters(), [0, 0, 2]);
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Linker {
    threshold: f32,
    possible: f32,
    threads: usize,
    columns: Vec<(String, String)>,
    model: Model,
    one_per_source: bool,
}

impl Default for Linker {
    fn default() -> Self {
        Self {
            threshold: 0.9,
            possible: 0.5,
            threads: 0,
            columns: Vec::new(),
            model: Model::default(),
            one_per_source: false,
        }
    }
}

/// The prior of a table of a few rows, where the rows themselves say little: the evidence must bring
/// eight bits before a pair is as likely as not.
const HIGHEST_PRIOR: f64 = 1.0 / 256.0;

impl Linker {
    /// A linker with the shipped model: threshold 0.9, possible 0.5, all threads.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Pairs of this probability or more make clusters. Default 0.9.
    #[must_use]
    pub fn threshold(mut self, probability: f32) -> Self {
        self.threshold = probability;
        self
    }

    /// Pairs of this probability or more are kept in the result. Default 0.5.
    #[must_use]
    pub fn possible(mut self, probability: f32) -> Self {
        self.possible = probability;
        self
    }

    /// How many threads to use; 0, the default, takes all. The result does not depend on it.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Names the column of a field: `("full_name", "hoten_kh")`. Other columns are recognised by
    /// their headers.
    #[must_use]
    pub fn column(mut self, field: impl Into<String>, header: impl Into<String>) -> Self {
        self.columns.push((field.into(), header.into()));
        self
    }

    /// The model to start from. Default: the shipped one.
    #[must_use]
    pub fn model(mut self, model: Model) -> Self {
        self.model = model;
        self
    }

    /// A person has at most one record in each source. Default no.
    #[must_use]
    pub fn one_per_source(mut self, yes: bool) -> Self {
        self.one_per_source = yes;
        self
    }

    /// Finds the records of one person in `table`.
    ///
    /// # Errors
    /// No column of names, a column choice that names what is not there, a repeated record id, more
    /// than four thousand million rows, thresholds outside 0..=1.
    pub fn dedupe<'a>(&self, table: &Table<'a>) -> Result<Linkage<'a>> {
        self.dedupe_with(table, &mut |_| true)
    }

    /// As [`Self::dedupe`], telling `progress` how far it has come; `false` from it stops the run.
    ///
    /// # Errors
    /// As [`Self::dedupe`], and [`ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn dedupe_with<'a>(
        &self,
        table: &Table<'a>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<Linkage<'a>> {
        self.check()?;
        let schema = Schema::detect(table.names(), self.columns())?;
        if u32::try_from(table.rows()).is_err() {
            return Err(Error::new(ErrorCode::TooManyRows).with("rows", table.rows().to_string()));
        }
        let ids = super::ids::check_ids(table, &schema)?;
        on_threads(self.threads, || self.walk(table, schema, ids, progress))
    }

    pub(super) fn columns(&self) -> impl Iterator<Item = (&str, &str)> {
        self.columns.iter().map(|(field, header)| (field.as_str(), header.as_str()))
    }

    pub(super) fn start(&self) -> &Model {
        &self.model
    }

    fn check(&self) -> Result<()> {
        for (name, value) in [("threshold", self.threshold), ("possible", self.possible)] {
            if !(0.0..=1.0).contains(&value) {
                return Err(Error::new(ErrorCode::NotAProbability)
                    .with("name", name)
                    .with("value", value.to_string()));
            }
        }
        Ok(())
    }

    fn walk<'a>(
        &self,
        table: &Table<'a>,
        schema: Schema,
        ids: super::ids::RecordIds<'a>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<Linkage<'a>> {
        let cancelled = || Error::new(ErrorCode::Cancelled);
        let rows = table.rows() as u64;
        let mut told = |stage, done, total| progress(Progress { stage, done, total });
        let records =
            RecordTable::build(table, &schema, |done| told(Stage::Read, done as u64, rows))
                .ok_or_else(cancelled)?;
        let parts = rules::parts(&records);
        if !told(Stage::Train, 0, rows) {
            return Err(cancelled());
        }
        let options = BlockingOptions { refine: REFINE.to_vec(), ..BlockingOptions::default() };
        let trained = train(&records, &parts, &options, &self.model)?;
        let frequencies = Frequencies::count(&records);
        let rules: Vec<BlockRule> = RULES.iter().map(|rule| rule.block.clone()).collect();
        let blocker = Blocker::new(&parts, &rules, options)?;
        let scorer = Scorer {
            records: &records,
            model: &trained.model,
            frequencies: &frequencies,
            floor: self.lowest_weight(rows),
        };
        let (scored, outcome) =
            scorer.run(&blocker, |done| told(Stage::Score, done, 0)).ok_or_else(cancelled)?;
        let prior = scored.weights.prior(all_pairs(rows), 0.01 / rows.max(1) as f64, HIGHEST_PRIOR);
        let prior_weight = weight_at(prior as f32);
        let least = weight_at(self.possible);
        let mut pairs = scored.kept;
        for pair in &mut pairs {
            pair.weight += prior_weight;
            pair.probability = probability(pair.weight);
        }
        pairs.retain(|pair| pair.weight >= least);
        pairs.sort_unstable_by_key(|pair| (pair.left, pair.right));
        if !told(Stage::Cluster, 0, rows) {
            return Err(cancelled());
        }
        let clusters = super::clusters::cluster(
            &records,
            &pairs,
            self.threshold,
            self.one_per_source,
            |left, right| scorer.weight(left, right) + prior_weight,
        );
        let mut summary = self.summary(table, &schema, &records, &pairs, &clusters, outcome);
        summary.candidate_pairs = scored.pairs;
        summary.prior = prior;
        summary.training = Training {
            pairs: trained.pairs,
            rounds: trained.estimate.rounds,
            converged: trained.estimate.converged,
        };
        Ok(Linkage {
            table: table.clone(),
            schema,
            ids,
            records,
            parts,
            model: trained.model,
            frequencies,
            prior: prior_weight,
            thresholds: (self.possible, self.threshold),
            weights: scored.weights,
            pairs,
            clusters,
            summary,
        })
    }

    /// The least weight (without prior) a pair must have to be kept whatever the prior turns out to
    /// be: the prior is at most two matches a record.
    fn lowest_weight(&self, rows: u64) -> f32 {
        let highest = (2.0 * rows as f64 / all_pairs(rows).max(1.0)).min(HIGHEST_PRIOR);
        weight_at(self.possible) - weight_at(highest as f32)
    }

    fn summary(
        &self,
        table: &Table<'_>,
        schema: &Schema,
        records: &RecordTable,
        pairs: &[ScoredPair],
        clusters: &[u32],
        outcome: BlockOutcome,
    ) -> Summary {
        let header = |column: usize| table.names().nth(column).unwrap_or_default().to_owned();
        let matched = pairs.iter().filter(|pair| pair.probability >= self.threshold).count() as u64;
        let mut members = BTreeMap::<u32, u64>::new();
        for &cluster in clusters {
            *members.entry(cluster).or_default() += 1;
        }
        let grouped = || members.values().filter(|&&count| count > 1);
        Summary {
            records: records.records.len() as u64,
            used_columns: schema.fields().iter().map(|&(f, column)| (f, header(column))).collect(),
            ignored_columns: schema.ignored().iter().map(|&column| header(column)).collect(),
            findings: count_findings(&records.findings),
            rules: rule_summaries(&outcome.rules),
            matched_pairs: matched,
            possible_pairs: pairs.len() as u64 - matched,
            clusters: grouped().count() as u64,
            clustered_records: grouped().sum(),
            refused: outcome.rules.iter().zip(0..).flat_map(refused).collect(),
            ..Summary::default()
        }
    }
}

fn all_pairs(rows: u64) -> f64 {
    let rows = rows as f64;
    rows * (rows - 1.0).max(0.0) / 2.0
}

#[cfg(feature = "parallel")]
fn on_threads<R: Send>(threads: usize, work: impl FnOnce() -> Result<R> + Send) -> Result<R> {
    if threads == 0 {
        return work();
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool =
        pool.map_err(|_| Error::new(ErrorCode::NoThreads).with("threads", threads.to_string()))?;
    pool.install(work)
}

#[cfg(not(feature = "parallel"))]
fn on_threads<R>(_threads: usize, work: impl FnOnce() -> Result<R>) -> Result<R> {
    work()
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
fn rule_summaries(outcomes: &[RuleOutcome]) -> Vec<RuleSummary> {
    let mut summaries: Vec<RuleSummary> = Vec::new();
    for (outcome, place) in outcomes.iter().zip(0..) {
        let forecast = &outcome.forecast;
        let largest = forecast.largest.first().map_or(0, |block| u64::from(block.rows));
        match summaries.get_mut(usize::from(rules::shown(place))) {
            Some(summary) => {
                summary.pairs += forecast.pairs;
                summary.new_pairs += outcome.new_pairs;
                summary.largest_block = summary.largest_block.max(largest);
                summary.left_out_pairs += forecast.left_out_pairs;
            }
            None => summaries.push(RuleSummary {
                name: forecast.name.clone().into_owned(),
                pairs: forecast.pairs,
                new_pairs: outcome.new_pairs,
                largest_block: largest,
                left_out_pairs: forecast.left_out_pairs,
            }),
        }
    }
    summaries
}

fn refused((outcome, place): (&RuleOutcome, u8)) -> impl Iterator<Item = RefusedSummary> + '_ {
    let shown = RULES.get(usize::from(rules::shown(place)));
    let name = shown.map_or("", |rule| &rule.block.name);
    outcome.forecast.refused.iter().map(move |block| RefusedSummary {
        rule: name.to_owned(),
        rows: u64::from(block.rows),
        pairs: block.pairs,
        sample_row: block.sample_row,
    })
}
