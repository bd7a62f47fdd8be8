//! What a run found, and why.

use super::explain::{Explanation, FieldExplanation};
use super::ids::RecordIds;
use super::rules::{RULES, shown};
use super::scorer::ScoredPair;
use super::summary::Summary;
use crate::block::{BlockParts, PairScope, PartTable};
use crate::cluster::Evaluation;
use crate::compare::{Comparison, compare};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{FieldName, Finding};
use crate::record::repair::RowText;
use crate::record::values::{RecordTable, RowFinding, finding_details};
use crate::record::{Schema, Table};
use crate::score::{Frequencies, Model, WeightHistogram, probability, weight_at};
use std::borrow::Cow;
use std::collections::HashMap;

/// The result of [`crate::Linker::dedupe`]; borrows the caller's table.
pub struct Linkage<'a> {
    pub(super) table: Table<'a>,
    pub(super) schema: Schema,
    pub(super) ids: RecordIds<'a>,
    pub(super) records: RecordTable,
    pub(super) parts: PartTable,
    pub(super) model: Model,
    pub(super) frequencies: Frequencies,
    pub(super) prior: f32,
    pub(super) thresholds: (f32, f32),
    pub(super) weights: WeightHistogram,
    pub(super) pairs: Vec<ScoredPair>,
    pub(super) clusters: Vec<u32>,
    pub(super) summary: Summary,
}

impl core::fmt::Debug for Linkage<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Linkage")
            .field("records", &self.records())
            .field("pairs", &self.pairs.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Linkage<'a> {
    /// How many records there are.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records.records.len()
    }

    /// The identifier of a row: the caller's own, or the row number.
    #[must_use]
    pub fn record_id(&self, row: u32) -> Cow<'a, str> {
        self.ids.get(row)
    }

    /// All pairs at or above "possible", by left and right row.
    #[must_use]
    pub fn pairs(&self) -> &[ScoredPair] {
        &self.pairs
    }

    /// For every row the smallest row of its cluster.
    #[must_use]
    pub fn clusters(&self) -> &[u32] {
        &self.clusters
    }

    /// The probabilities from which pairs were kept ("possible") and clustered ("threshold").
    #[must_use]
    pub fn thresholds(&self) -> (f32, f32) {
        self.thresholds
    }

    /// [`Self::thresholds`] as match weights in bits.
    #[must_use]
    pub fn threshold_weights(&self) -> (f32, f32) {
        (weight_at(self.thresholds.0), weight_at(self.thresholds.1))
    }

    /// Weight and number of all candidate pairs, also of those that were not kept, in quarter bits.
    pub fn weight_counts(&self) -> impl Iterator<Item = (f32, u64)> + '_ {
        self.weights.bins().map(|(weight, pairs)| (weight + self.prior, pairs))
    }

    /// The name of a blocking rule, by its place in [`ScoredPair::rule`].
    #[must_use]
    pub fn rule_name(&self, rule: u8) -> &str {
        RULES.get(usize::from(rule)).map_or("", |rule| &rule.block.name)
    }

    /// The figures of the run.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The model as fitted to the table.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What was noticed about the columns, such as a second one for a field.
    #[must_use]
    pub fn notes(&self) -> &[Finding] {
        self.schema.notes()
    }

    /// What was noticed, by row; words and suggestions by [`Self::finding`].
    #[must_use]
    pub fn findings(&self) -> &[RowFinding] {
        &self.records.findings
    }

    /// A finding with its suggestion and the parameters of its message.
    #[must_use]
    pub fn finding(&self, finding: RowFinding) -> Finding {
        let row = self.row(finding.row);
        finding_details(finding, &row)
    }

    /// A record's cell of one field as it stands in the table.
    #[must_use]
    pub fn cell(&self, row: u32, field: FieldName) -> Option<&'a str> {
        self.table.column(self.schema.column(field)?)?.get(row as usize)
    }

    fn row(&self, row: u32) -> RowText<'a> {
        RowText::columns(&self.table, &self.schema).row(row as usize, &self.records.damage)
    }

    /// A record's value of one field as read: decoded, and clean where it is a name.
    #[must_use]
    pub fn value(&self, row: u32, field: FieldName) -> String {
        let row = self.row(row);
        let Some(cell) = row.get(field) else { return String::new() };
        match field {
            FieldName::FullName | FieldName::FatherName | FieldName::MotherName => {
                crate::clean::clean(cell).text.into_owned()
            }
            _ => cell.trim().to_owned(),
        }
    }

    /// Why two rows are, or are not, one person; any two rows, candidates or not.
    ///
    /// # Errors
    /// A row the table does not have.
    pub fn explain(&self, left: u32, right: u32) -> Result<Explanation> {
        let missing = |row: u32| Error::new(ErrorCode::NoSuchRow).with("row", row.to_string());
        let record = |row: u32| self.records.records.get(row as usize).ok_or_else(|| missing(row));
        let (a, b) = (record(left)?, record(right)?);
        let names = &self.records.names;
        let pattern = compare(names, a, b);
        let correction = self.frequencies.correction(names, (a.name, b.name), pattern);
        let dependence = self.model.dependence(pattern);
        let mut weight = self.prior + dependence;
        let mut fields = Vec::with_capacity(Comparison::ALL.len());
        for comparison in Comparison::ALL {
            let own = self.model.weight(comparison, pattern.level(comparison));
            let frequency = correction.get(comparison.index()).copied().unwrap_or(0.0);
            weight += own + frequency;
            fields.push(FieldExplanation {
                comparison,
                level: pattern.level_name(comparison),
                left: self.shown(left, comparison),
                right: self.shown(right, comparison),
                weight: own,
                frequency_weight: frequency,
            });
        }
        Ok(Explanation {
            left_id: self.record_id(left).into_owned(),
            right_id: self.record_id(right).into_owned(),
            rule: self.first_rule(left, right).map(str::to_owned),
            prior: self.prior,
            dependence,
            fields,
            weight,
            probability: probability(weight),
        })
    }

    /// As [`Self::explain`], by record id.
    ///
    /// # Errors
    /// An id that no record has.
    pub fn explain_ids(&self, left: &str, right: &str) -> Result<Explanation> {
        let rows = u32::try_from(self.records()).unwrap_or(u32::MAX);
        let row = |id: &str| {
            self.ids.row(id, rows).ok_or_else(|| Error::new(ErrorCode::NoSuchRecord).with("id", id))
        };
        self.explain(row(left)?, row(right)?)
    }

    /// How well the clusters agree with the truth: a person's name or number for each record id.
    /// Records the truth does not name are left out.
    #[must_use]
    pub fn evaluate<'t>(&self, truth: impl IntoIterator<Item = (&'t str, &'t str)>) -> Evaluation {
        let truth: HashMap<&str, &str> = truth.into_iter().collect();
        let mut persons = HashMap::<&str, u32>::new();
        let (clusters, labels): (Vec<u32>, Vec<u32>) = (0u32..)
            .zip(&self.clusters)
            .filter_map(|(row, &cluster)| {
                let person = truth.get(self.record_id(row).as_ref())?;
                // 0 would stand for a person not known.
                let next = u32::try_from(persons.len() + 1).unwrap_or(u32::MAX);
                Some((cluster, *persons.entry(person).or_insert(next)))
            })
            .unzip();
        Evaluation::of_clusters(&clusters, &labels, PairScope::All)
    }

    fn first_rule(&self, left: u32, right: u32) -> Option<&str> {
        let place = RULES.iter().position(|rule| {
            rule.block.parts.iter().all(|&part| {
                let id = self.parts.part(part, left);
                id != 0 && id == self.parts.part(part, right)
            })
        })?;
        Some(self.rule_name(shown(u8::try_from(place).ok()?)))
    }

    fn shown(&self, row: u32, comparison: Comparison) -> String {
        use FieldName as F;
        let names = &self.records.names;
        let name = self.records.records.get(row as usize).map(|record| names.get(record.name));
        let tokens = |ids: &[u32]| {
            let words: Vec<&str> = ids.iter().map(|&id| names.tokens.text(id)).collect();
            words.join(" ")
        };
        match (comparison, name) {
            (Comparison::Surname, Some(name)) => tokens(name.surname()),
            (Comparison::Middle, Some(name)) => tokens(name.middle()),
            (Comparison::Given, Some(name)) => tokens(name.given()),
            (Comparison::BirthDate, _) => self.value(row, F::BirthDate),
            (Comparison::Sex, _) => self.value(row, F::Sex),
            (Comparison::CitizenId, _) => self.value(row, F::CitizenId),
            (Comparison::IdentityCard, _) => self.value(row, F::IdentityCard),
            (Comparison::Insurance, _) => self.value(row, F::InsuranceNumber),
            (Comparison::Phone, _) => self.value(row, F::Phone),
            (Comparison::Father, _) => self.value(row, F::FatherName),
            (Comparison::Mother, _) => self.value(row, F::MotherName),
            (Comparison::Place, _) => {
                let parts = [F::Address, F::Commune, F::District].map(|f| self.value(row, f));
                let held: Vec<&str> =
                    parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                held.join(", ")
            }
            _ => String::new(),
        }
    }
}
