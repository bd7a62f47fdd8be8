//! What a run found.

use super::columns::{clusters, findings, ids, pairs};
use super::evaluation::Evaluation;
use super::explanation::Explanation;
use super::learned::Learned;
use super::model::Model;
use super::options::pairs_of_text;
use super::source::{Source, Understood};
use crate::arrow::{ArrowTable, Texts, one_text};
use crate::error::Result;
use crate::run::apart;
use arrow_array::{ArrayRef, Float32Array, RecordBatch, UInt32Array, UInt64Array};
use hoten::{FieldName, ReportOptions};
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict};
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

    fn understood(&self) -> Understood {
        let summary = self.found().summary();
        let (used, ignored) = (&summary.used_columns, &summary.ignored_columns);
        let used = used.iter().map(|(field, header)| (field.as_str().to_owned(), header.clone()));
        let used = used.chain(summary.declared_columns.iter().cloned());
        Understood { used: used.collect(), ignored: ignored.clone() }
    }

    /// What `work` makes of the result, on a thread of its own.
    fn apart<R: Send + 'static>(
        slf: &Bound<'_, Self>,
        work: impl FnOnce(&Found<'_>) -> Result<R> + Send + 'static,
    ) -> Result<R> {
        let own = slf.clone().unbind();
        apart(slf.py(), move || work(own.get().found()))
    }
}

#[pymethods]
impl Linkage {
    /// Every pair of at least the probability `possible`: identifiers, weight, probability, and one
    /// level of agreement per comparison.
    #[getter]
    fn pairs(slf: &Bound<'_, Self>) -> Result<ArrowTable> {
        Self::apart(slf, |found| Ok(pairs(found)?.into()))
    }

    /// Every record with the identifier of its cluster: the smallest of its records' identifiers, or
    /// the one it had before. With two tables, also which `side` it is of.
    #[getter]
    fn clusters(slf: &Bound<'_, Self>) -> Result<ArrowTable> {
        Self::apart(slf, |found| Ok(clusters(found)?.into()))
    }

    /// What was noticed about single records: record, field, code and severity.
    #[getter]
    fn findings(slf: &Bound<'_, Self>) -> Result<ArrowTable> {
        Self::apart(slf, |found| Ok(findings(found)?.into()))
    }

    /// Why two records are, or are not, one person; by record id, or row number where the table has
    /// no ids.
    fn explain(
        &self,
        left_id: &Bound<'_, PyAny>,
        right_id: &Bound<'_, PyAny>,
    ) -> Result<Explanation> {
        let (left, right) = (left_id.str()?, right_id.str()?);
        Ok(self.found().explain_ids(&one_text(&left)?, &one_text(&right)?)?.into())
    }

    /// Two records as they stand in their tables, each a dict of field name and value; by record id,
    /// or row number where the table has no ids.
    fn pair<'py>(
        &self,
        left_id: &Bound<'py, PyAny>,
        right_id: &Bound<'py, PyAny>,
    ) -> Result<(Bound<'py, PyDict>, Bound<'py, PyDict>)> {
        let (left, right) = (left_id.str()?, right_id.str()?);
        let found = self.found();
        let (left, right) = found.rows_of(&one_text(&left)?, &one_text(&right)?)?;
        let record = |row| {
            let fields = FieldName::ALL.into_iter();
            let cells = fields.filter_map(|field| Some((field.as_str(), found.cell(row, field)?)));
            let declared = found.fields().enumerate();
            let declared = declared
                .filter_map(|(place, (name, _))| Some((name, found.declared_cell(row, place)?)));
            cells.chain(declared).into_py_dict(left_id.py())
        };
        Ok((record(left)?, record(right)?))
    }

    /// The columns that were used, those of declared fields with them: field name to header.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.understood().used(py)
    }

    /// Headers of the columns that were not looked at.
    #[getter]
    fn ignored_columns(&self) -> &[String] {
        &self.found().summary().ignored_columns
    }

    /// The figures of the run, for people.
    fn summary(&self) -> String {
        self.found().summary().to_string()
    }

    /// What the run learned of its table, to key and score portions of it elsewhere.
    fn learned(slf: &Bound<'_, Self>) -> Result<Learned> {
        Self::apart(slf, |found| Ok(found.learned()?.into()))
    }

    /// One record a cluster: the best value of every field, the record it comes from, and why.
    #[getter]
    fn golden(slf: &Bound<'_, Self>) -> Result<ArrowTable> {
        Self::apart(slf, |found| Ok(super::golden::golden(found)?.into()))
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
    fn weak_clusters(slf: &Bound<'_, Self>) -> Result<ArrowTable> {
        let all = Self::apart(slf, |found| Ok(found.review()))?;
        let found = slf.get().found();
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
    fn suggest(slf: &Bound<'_, Self>, count: usize) -> Result<ArrowTable> {
        let asked = Self::apart(slf, move |found| Ok(found.suggest(count)))?;
        let found = slf.get().found();
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

    /// Pairs that show how the run decides: sure ones, the last that matched, the first that did
    /// not, the most doubtful.
    #[pyo3(signature = (count=5))]
    fn examples(slf: &Bound<'_, Self>, count: usize) -> Result<ArrowTable> {
        let rows = Self::apart(slf, move |found| Ok(hoten::example_pairs(found, count)))?;
        let found = slf.get().found();
        let batch = RecordBatch::try_from_iter([
            ("left_id", ids(found, rows.iter().map(|pair| pair.0))),
            ("right_id", ids(found, rows.iter().map(|pair| pair.1))),
        ])?;
        Ok(batch.into())
    }

    /// The figures of the run by name, for programs.
    fn figures<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let summary = self.found().summary();
        let findings: u64 = summary.findings.iter().map(|found| found.rows).sum();
        [
            ("records", summary.records),
            ("candidate_pairs", summary.candidate_pairs),
            ("matched_pairs", summary.matched_pairs),
            ("possible_pairs", summary.possible_pairs),
            ("clusters", summary.clusters),
            ("clustered_records", summary.clustered_records),
            ("findings", findings),
        ]
        .into_py_dict(py)
    }

    /// Records that can hardly be put beside another, and why.
    #[getter]
    fn unlinkable(slf: &Bound<'_, Self>) -> Result<ArrowTable> {
        let unlinkable = Self::apart(slf, |found| Ok(found.unlinkable()))?;
        let found = slf.get().found();
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
        slf: &Bound<'_, Self>,
        truth: &Bound<'_, PyAny>,
        right: Option<&Bound<'_, PyAny>>,
    ) -> Result<Evaluation> {
        let truth = Source::read(truth)?;
        let right = right.map(Source::read).transpose()?;
        Self::apart(slf, move |found| {
            let table = truth.table()?;
            let known: HashMap<&str, &str> = pairs_of_text(&table)?.collect();
            let assessed = match &right {
                None => found.assess(known),
                Some(right) => found.assess_sides(known, pairs_of_text(&right.table()?)?),
            };
            Ok(assessed.into())
        })
    }

    /// One self-contained page with figures, charts and examples; values are masked unless
    /// `redact=False`.
    #[pyo3(signature = (*, redact=true))]
    fn to_html(slf: &Bound<'_, Self>, redact: bool) -> Result<String> {
        let mut options = ReportOptions::default();
        options.redact = redact;
        Self::apart(slf, move |found| Ok(hoten::report_html(found, &options)))
    }

    /// Writes `pairs.csv`, `clusters.csv`, `findings.csv` and `report.html` into a folder; values
    /// are masked unless `redact=False`.
    #[pyo3(signature = (folder, *, redact=true))]
    fn write_report(slf: &Bound<'_, Self>, folder: PathBuf, redact: bool) -> Result<()> {
        let mut options = ReportOptions::default();
        options.redact = redact;
        Self::apart(slf, move |found| Ok(hoten::write_report(folder, found, &options)?))
    }

    /// Saves everything into a folder, for `open_result`. The records are in it too: keep it as safe
    /// as the tables themselves.
    fn save(slf: &Bound<'_, Self>, folder: PathBuf) -> Result<()> {
        Self::apart(slf, |found| Ok(found.save(folder)?))
    }

    fn __len__(&self) -> usize {
        self.found().records()
    }

    fn __repr__(&self) -> String {
        let (records, pairs) = (self.found().records(), self.found().pairs().len());
        format!("Linkage({records} records, {pairs} pairs; {})", self.understood())
    }
}
