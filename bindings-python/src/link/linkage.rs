//! What a run found.

use super::evaluation::Evaluation;
use super::explanation::Explanation;
use super::model::Model;
use super::options::pairs_of_text;
use super::source::Source;
use crate::arrow::{ArrowTable, Texts, one_text};
use crate::error::Result;
use arrow_array::{ArrayRef, Float32Array, RecordBatch, UInt32Array, UInt64Array};
use arrow_schema::ArrowError;
use hoten::{Pattern, ReportOptions};
use pyo3::prelude::*;
use self_cell::self_cell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

type Found<'a> = hoten::Linkage<'a>;

/// What a result borrows from.
pub(crate) enum Owner {
    /// The caller's tables.
    Sources(Vec<Source>),
    /// A folder it was saved in.
    Saved(hoten::SavedLinkage),
}

self_cell!(
    /// A result beside the tables it borrows from.
    struct Held {
        owner: Owner,
        #[covariant]
        dependent: Found,
    }
);

/// Pairs, clusters, and why: the result of `dedupe`, `link` and `update`.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Linkage {
    held: Held,
}

impl Linkage {
    /// For each row the first row of its cluster.
    pub(crate) fn cluster_rows(&self) -> Vec<u32> {
        self.found().clusters().to_vec()
    }

    pub(crate) fn try_new(
        sources: Vec<Source>,
        link: impl for<'a> FnOnce(&'a [Source]) -> Result<Found<'a>>,
    ) -> Result<Self> {
        let held = Held::try_new(Owner::Sources(sources), |owner| match owner {
            Owner::Sources(sources) => link(sources),
            Owner::Saved(saved) => Ok(saved.linkage()?),
        });
        Ok(Self { held: held? })
    }

    pub(crate) fn open(folder: PathBuf) -> Result<Self> {
        let saved = hoten::SavedLinkage::open(folder)?;
        let held = Held::try_new(Owner::Saved(saved), |owner| match owner {
            Owner::Saved(saved) => Ok::<_, crate::error::Failure>(saved.linkage()?),
            Owner::Sources(_) => Err(super::source::not_so_many()),
        });
        Ok(Self { held: held? })
    }

    fn found(&self) -> &Found<'_> {
        self.held.borrow_dependent()
    }
}

#[pymethods]
impl Linkage {
    /// Every pair of at least the probability `possible`: identifiers, weight, probability, and one
    /// level of agreement per comparison.
    #[getter]
    fn pairs(&self, py: Python<'_>) -> Result<ArrowTable> {
        Ok(py.detach(|| pairs(self.found()))?.into())
    }

    /// Every record with the identifier of its cluster: the smallest of its records' identifiers, or
    /// the one it had before. With two tables, also which `side` it is of.
    #[getter]
    fn clusters(&self, py: Python<'_>) -> Result<ArrowTable> {
        Ok(py.detach(|| clusters(self.found()))?.into())
    }

    /// What was noticed about single records: record, field, code and severity.
    #[getter]
    fn findings(&self, py: Python<'_>) -> Result<ArrowTable> {
        Ok(py.detach(|| findings(self.found()))?.into())
    }

    /// Why two records are, or are not, one person; by record id, or row number where the table has
    /// no ids.
    fn explain(
        &self,
        left_id: &Bound<'_, PyAny>,
        right_id: &Bound<'_, PyAny>,
    ) -> Result<Explanation> {
        let (left, right) = (left_id.str()?, right_id.str()?);
        let (left, right) = (one_text(&left)?, one_text(&right)?);
        Ok(self.found().explain_ids(left, right)?.into())
    }

    /// The figures of the run, for people.
    fn summary(&self) -> String {
        self.found().summary().to_string()
    }

    /// One record a cluster: the best value of every field, the record it comes from, and why.
    #[getter]
    fn golden(&self, py: Python<'_>) -> Result<ArrowTable> {
        Ok(py.detach(|| super::golden::golden(self.found()))?.into())
    }

    /// Pairs heavy enough that were not followed, and why.
    #[getter]
    fn refused(&self) -> Result<ArrowTable> {
        let (found, refused) = (self.found(), self.found().refused());
        let mut reasons = Texts::new();
        refused.iter().for_each(|held| reasons.append_value(held.reason.as_str()));
        let weights = refused.iter().map(|held| held.edge.weight);
        let batch = RecordBatch::try_from_iter([
            ("left_id", ids(found, refused.iter().map(|held| held.edge.left))),
            ("right_id", ids(found, refused.iter().map(|held| held.edge.right))),
            ("weight", Arc::new(Float32Array::from_iter_values(weights)) as ArrayRef),
            ("reason", Arc::new(reasons.finish())),
        ])?;
        Ok(batch.into())
    }

    /// Pairs that were judged to be two persons and that other judgements join.
    #[getter]
    fn conflicts(&self) -> Result<ArrowTable> {
        let (found, pairs) = (self.found(), self.found().conflicts());
        let batch = RecordBatch::try_from_iter([
            ("left_id", ids(found, pairs.iter().map(|pair| pair.0))),
            ("right_id", ids(found, pairs.iter().map(|pair| pair.1))),
        ])?;
        Ok(batch.into())
    }

    /// After `update`: new records that joined a known cluster.
    #[getter]
    fn joined(&self) -> Result<ArrowTable> {
        let (found, joined) = (self.found(), self.found().joined());
        let mut clusters = Texts::new();
        joined.iter().for_each(|(row, _)| clusters.append_value(found.cluster_id(*row)));
        let batch = RecordBatch::try_from_iter([
            ("record_id", ids(found, joined.iter().map(|(row, _)| *row))),
            ("cluster_id", Arc::new(clusters.finish()) as ArrayRef),
        ])?;
        Ok(batch.into())
    }

    /// After `update`: known clusters that new evidence would join; they were left as they were.
    #[getter]
    fn merges(&self) -> Result<ArrowTable> {
        let (found, merges) = (self.found(), self.found().merges());
        let name = |row: fn(&hoten::ClusterMerge) -> u32| -> ArrayRef {
            let mut names = Texts::new();
            merges.iter().for_each(|merge| names.append_value(found.cluster_id(row(merge))));
            Arc::new(names.finish())
        };
        let weights = merges.iter().map(|merge| merge.weight);
        let batch = RecordBatch::try_from_iter([
            ("left_cluster_id", name(|merge| merge.left)),
            ("right_cluster_id", name(|merge| merge.right)),
            ("left_id", ids(found, merges.iter().map(|merge| merge.pair.0))),
            ("right_id", ids(found, merges.iter().map(|merge| merge.pair.1))),
            ("weight", Arc::new(Float32Array::from_iter_values(weights))),
        ])?;
        Ok(batch.into())
    }

    /// Clusters that people should look at, the weakest first: `weakest` is the probability of the
    /// weakest pair that is needed to hold the cluster together, `agreement` the share of its pairs
    /// that are matches, `bridges` the number of pairs without which it would fall apart.
    #[getter]
    fn review(&self, py: Python<'_>) -> Result<ArrowTable> {
        let found = self.found();
        let all = py.detach(|| found.review());
        let shares = |number: fn(&hoten::ClusterReview) -> f32| -> ArrayRef {
            Arc::new(Float32Array::from_iter_values(all.iter().map(number)))
        };
        let counts = |number: fn(&hoten::ClusterReview) -> u32| -> ArrayRef {
            Arc::new(UInt32Array::from_iter_values(all.iter().map(number)))
        };
        let mut names = Texts::new();
        all.iter().for_each(|review| names.append_value(found.cluster_id(review.cluster)));
        let batch = RecordBatch::try_from_iter([
            ("cluster_id", Arc::new(names.finish()) as ArrayRef),
            ("records", counts(|review| review.records)),
            ("weakest", shares(|review| review.weakest)),
            ("agreement", shares(|review| review.agreement)),
            ("bridges", counts(|review| u32::try_from(review.bridges.len()).unwrap_or(u32::MAX))),
        ])?;
        Ok(batch.into())
    }

    /// Pairs whose judgement would teach most, the most telling first; `alike` counts the pairs with
    /// the same levels of agreement.
    #[pyo3(signature = (count=20))]
    fn suggest(&self, py: Python<'_>, count: usize) -> Result<ArrowTable> {
        let found = self.found();
        let asked = py.detach(|| found.suggest(count));
        let probabilities = asked.iter().map(|pair| pair.probability);
        let alike = asked.iter().map(|pair: &hoten::LabelSuggestion| pair.alike);
        let batch = RecordBatch::try_from_iter([
            ("left_id", ids(found, asked.iter().map(|pair| pair.left))),
            ("right_id", ids(found, asked.iter().map(|pair| pair.right))),
            ("probability", Arc::new(Float32Array::from_iter_values(probabilities)) as ArrayRef),
            ("alike", Arc::new(UInt64Array::from_iter_values(alike))),
        ])?;
        Ok(batch.into())
    }

    /// Records that can hardly be put beside another, and why.
    #[getter]
    fn unlinkable(&self, py: Python<'_>) -> Result<ArrowTable> {
        let found = self.found();
        let unlinkable = py.detach(|| found.unlinkable());
        let mut reasons = Texts::new();
        unlinkable.iter().for_each(|(_, reason)| reasons.append_value(reason.as_str()));
        let batch = RecordBatch::try_from_iter([
            ("record_id", ids(found, unlinkable.iter().map(|(row, _)| *row))),
            ("reason", Arc::new(reasons.finish()) as ArrayRef),
        ])?;
        Ok(batch.into())
    }

    /// The model as fitted to the tables, its prior with it.
    #[getter]
    fn model(&self) -> Model {
        self.found().model().clone().into()
    }

    /// Precision, recall and F1 of the pairs in clusters, thresholds and calibration, against a
    /// table of `record_id` and the person it belongs to (its first two columns). `right` is that of
    /// the second table where two were linked, if their identifiers are not different.
    #[pyo3(signature = (truth, right=None))]
    fn evaluate(
        &self,
        py: Python<'_>,
        truth: &Bound<'_, PyAny>,
        right: Option<&Bound<'_, PyAny>>,
    ) -> Result<Evaluation> {
        let truth = Source::read(truth)?;
        let right = right.map(Source::read).transpose()?;
        py.detach(|| {
            let table = truth.table()?;
            let known: HashMap<&str, &str> = pairs_of_text(&table)?.collect();
            let assessed = match &right {
                None => self.found().assess(known),
                Some(right) => self.found().assess_sides(known, pairs_of_text(&right.table()?)?),
            };
            Ok(assessed.into())
        })
    }

    /// One self-contained page with figures, charts and examples; values are masked unless
    /// `redact=False`.
    #[pyo3(signature = (*, redact=true))]
    fn to_html(&self, py: Python<'_>, redact: bool) -> String {
        let mut options = ReportOptions::default();
        options.redact = redact;
        py.detach(|| hoten::report_html(self.found(), &options))
    }

    /// Writes `pairs.csv`, `clusters.csv`, `findings.csv` and `report.html` into a folder; values
    /// are masked unless `redact=False`.
    #[pyo3(signature = (folder, *, redact=true))]
    fn write_report(&self, py: Python<'_>, folder: PathBuf, redact: bool) -> Result<()> {
        let mut options = ReportOptions::default();
        options.redact = redact;
        Ok(py.detach(|| hoten::write_report(folder, self.found(), &options))?)
    }

    /// Saves everything into a folder, for `open_result`. The records are in it too: keep it as safe
    /// as the tables themselves.
    fn save(&self, py: Python<'_>, folder: PathBuf) -> Result<()> {
        Ok(py.detach(|| self.found().save(folder))?)
    }

    fn __len__(&self) -> usize {
        self.found().records()
    }

    fn __repr__(&self) -> String {
        let summary = self.found().summary();
        format!("Linkage({} records, {} pairs)", summary.records, self.found().pairs().len())
    }

    fn _repr_html_(&self) -> String {
        let text = self.summary().replace('&', "&amp;").replace('<', "&lt;");
        format!("<pre>{text}</pre>")
    }
}

fn ids(found: &Found<'_>, rows: impl Iterator<Item = u32>) -> ArrayRef {
    let mut ids = Texts::new();
    rows.for_each(|row| ids.append_value(found.record_id(row)));
    Arc::new(ids.finish())
}

fn pairs(found: &Found<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let pairs = found.pairs();
    let numbers = |number: fn(&hoten::ScoredPair) -> f32| -> ArrayRef {
        Arc::new(Float32Array::from_iter_values(pairs.iter().map(number)))
    };
    let mut rules = Texts::new();
    pairs.iter().for_each(|pair| rules.append_value(found.rule_name(pair.rule)));
    let own = [
        ("left_id", ids(found, pairs.iter().map(|pair| pair.left))),
        ("right_id", ids(found, pairs.iter().map(|pair| pair.right))),
        ("weight", numbers(|pair| pair.weight)),
        ("probability", numbers(|pair| pair.probability)),
        ("rule", Arc::new(rules.finish())),
    ];
    let names: Vec<&str> = found.levels(Pattern::default()).map(|(name, _)| name).collect();
    let mut levels: Vec<Texts> = names.iter().map(|_| Texts::new()).collect();
    for pair in pairs {
        let each = levels.iter_mut().zip(found.levels(pair.pattern));
        each.for_each(|(column, (_, level))| column.append_value(level));
    }
    let levels = levels.into_iter().map(|mut column| Arc::new(column.finish()) as ArrayRef);
    RecordBatch::try_from_iter(own.into_iter().chain(names.into_iter().zip(levels)))
}

fn clusters(found: &Found<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let rows = 0..u32::try_from(found.records()).unwrap_or(u32::MAX);
    let mut names = Texts::new();
    rows.clone().for_each(|row| names.append_value(found.cluster_id(row)));
    let mut columns = vec![
        ("record_id", ids(found, rows.clone())),
        ("cluster_id", Arc::new(names.finish()) as ArrayRef),
    ];
    if found.boundary() < rows.end {
        let mut sides = Texts::new();
        let side = |row| if row < found.boundary() { "left" } else { "right" };
        rows.for_each(|row| sides.append_value(side(row)));
        columns.push(("side", Arc::new(sides.finish())));
    }
    RecordBatch::try_from_iter(columns)
}

fn findings(found: &Found<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let findings = found.findings();
    let words = |word: fn(&hoten::RowFinding) -> &'static str| -> ArrayRef {
        let mut words = Texts::new();
        findings.iter().for_each(|finding| words.append_value(word(finding)));
        Arc::new(words.finish())
    };
    RecordBatch::try_from_iter([
        ("record_id", ids(found, findings.iter().map(|finding| finding.row))),
        ("field", words(|finding| finding.field.as_str())),
        ("code", words(|finding| finding.code.as_str())),
        ("severity", words(|finding| finding.code.severity().as_str())),
    ])
}
