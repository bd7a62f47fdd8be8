//! What a run found.

use super::judge::Judged;
use super::known::Known;
use super::match_rules::MatchRules;
use super::neighbours::{NEAR, Neighbours};
use super::scorer::ScoredPair;
use super::sides::Sides;
use super::summary::Summary;
use super::weigh::Weighed;
use crate::block::{PairScope, PartTable};
use crate::cluster::RefusedEdge;
use crate::finding::{FieldName, Finding};
use crate::record::repair::RowText;
use crate::record::values::{RecordTable, RowFinding, finding_details};
use crate::score::{Frequencies, Model, NeighbourClasses, WeightHistogram, weight_at};
use std::borrow::Cow;

/// The result of [`crate::Linker::dedupe`], [`crate::Linker::link`] or [`crate::Linker::update`];
/// borrows the caller's tables. Where there are two tables, the rows of the second follow those of
/// the first.
pub struct Linkage<'a> {
    pub(super) sides: Sides<'a>,
    pub(super) records: RecordTable,
    pub(super) parts: PartTable,
    pub(super) rules: MatchRules,
    pub(super) model: Model,
    pub(super) frequencies: Frequencies,
    pub(super) prior: f32,
    pub(super) neighbours: Neighbours,
    pub(super) thresholds: (f32, f32),
    pub(super) weights: WeightHistogram,
    pub(super) pairs: Vec<ScoredPair>,
    pub(super) clusters: Vec<u32>,
    pub(super) known: Known,
    pub(super) refused: Vec<RefusedEdge>,
    pub(super) conflicts: Vec<(u32, u32)>,
    pub(super) scope: PairScope,
    pub(super) trusted: Vec<String>,
    pub(super) judged: Judged,
    pub(super) notes: Vec<Finding>,
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
    /// How many records there are, of all tables.
    #[must_use]
    pub fn records(&self) -> usize {
        self.records.records.len()
    }

    /// The first row of the second table; the number of records where there is one table.
    #[must_use]
    pub fn boundary(&self) -> u32 {
        self.sides.boundary()
    }

    /// The identifier of a row: the caller's own, or the number of the row in its table.
    #[must_use]
    pub fn record_id(&self, row: u32) -> Cow<'a, str> {
        self.sides.record_id(row)
    }

    /// All pairs at or above "possible" that the link mode allows, by left and right row.
    #[must_use]
    pub fn pairs(&self) -> &[ScoredPair] {
        &self.pairs
    }

    /// Whether a pair is a match: at or above the threshold.
    #[must_use]
    pub fn is_match(&self, pair: &ScoredPair) -> bool {
        pair.probability >= self.thresholds.1
    }

    /// For every row the row that names its cluster: of its records the one with the smallest
    /// identifier, the smallest row where the table has no identifiers. The name so does not depend
    /// on the order of the rows. Among records that were in a cluster before
    /// ([`crate::Linker::update`]) it is one of those.
    #[must_use]
    pub fn clusters(&self) -> &[u32] {
        &self.clusters
    }

    /// The name of a row's cluster: its smallest record identifier, or the name it had before.
    #[must_use]
    pub fn cluster_id(&self, row: u32) -> Cow<'_, str> {
        let named = self.clusters.get(row as usize).copied().unwrap_or(row);
        match self.known.name(named) {
            Some(name) => Cow::Borrowed(name),
            None => self.record_id(named),
        }
    }

    /// Pairs that were heavy enough and yet not followed, and why.
    #[must_use]
    pub fn refused(&self) -> &[RefusedEdge] {
        &self.refused
    }

    /// Pairs that people judged to be two persons and other judgements join: people should look
    /// again.
    #[must_use]
    pub fn conflicts(&self) -> &[(u32, u32)] {
        &self.conflicts
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

    /// What the other partners of two records say of their pair; `None` for pairs far from being one
    /// person, which are not looked at again, and for rows that do not exist. Their bits:
    /// [`Model::neighbour_bits`].
    #[must_use]
    pub fn neighbour_classes(&self, left: u32, right: u32) -> Option<NeighbourClasses> {
        let between = |a: u32, b: u32| {
            let rows = (a as usize, b as usize);
            let weighed = Weighed::rows(&self.model, &self.frequencies, &self.records, rows);
            weighed.map_or(f32::NEG_INFINITY, |weighed| weighed.weight + self.prior)
        };
        let near = between(left, right) >= NEAR;
        near.then(|| self.neighbours.classes(left, right, between))
    }

    /// The name of a blocking rule, by its place in [`ScoredPair::rule`].
    #[must_use]
    pub fn rule_name(&self, rule: u8) -> &str {
        self.rules.name(rule)
    }

    /// The figures of the run.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The model as fitted to the tables, its prior with it.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What was noticed about the columns, such as a second one for a field.
    #[must_use]
    pub fn notes(&self) -> &[Finding] {
        &self.notes
    }

    /// What was noticed, by row; words and suggestions by [`Self::finding`].
    #[must_use]
    pub fn findings(&self) -> &[RowFinding] {
        &self.records.findings
    }

    /// A finding with its suggestion and the parameters of its message.
    #[must_use]
    pub fn finding(&self, finding: RowFinding) -> Finding {
        match self.row(finding.row) {
            Some(row) => finding_details(finding, &row),
            None => Finding::new(finding.code, finding.field),
        }
    }

    /// A record's cell of one field as it stands in its table.
    #[must_use]
    pub fn cell(&self, row: u32, field: FieldName) -> Option<&'a str> {
        let (side, _, row) = self.sides.place(row)?;
        side.table.column(side.schema.column(field)?)?.get(row as usize)
    }

    /// A record's cell of a declared field, by the field's place.
    #[must_use]
    pub fn declared_cell(&self, row: u32, place: usize) -> Option<&'a str> {
        let (side, _, row) = self.sides.place(row)?;
        side.table.column(*side.schema.declared().get(place)?)?.get(row as usize)
    }

    pub(super) fn row(&self, row: u32) -> Option<RowText<'a>> {
        let (side, place, row) = self.sides.place(row)?;
        let damage = self.records.damage.get(place)?;
        Some(RowText::columns(&side.table, &side.schema).row(row as usize, damage))
    }

    /// A record's value of one field as read: decoded, and clean where it is a name.
    #[must_use]
    pub fn value(&self, row: u32, field: FieldName) -> String {
        let row = self.row(row);
        let Some(cell) = row.as_ref().and_then(|row| row.get(field)) else { return String::new() };
        shown(field, cell)
    }
}

/// A cell as people read it: a name clean, any other without blanks around it.
pub(super) fn shown(field: FieldName, cell: &str) -> String {
    match field {
        FieldName::FullName | FieldName::FatherName | FieldName::MotherName => {
            crate::clean::clean(cell).text.into_owned()
        }
        _ => cell.trim().to_owned(),
    }
}
