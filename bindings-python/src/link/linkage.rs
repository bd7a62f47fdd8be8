//! What a run found.

use super::explanation::Explanation;
use super::source::Source;
use crate::arrow::{ArrowTable, Texts, one_text};
use crate::error::Result;
use arrow_array::{ArrayRef, Float32Array, RecordBatch};
use arrow_schema::ArrowError;
use hoten::{Comparison, Error, ErrorCode, ReportOptions};
use pyo3::prelude::*;
use self_cell::self_cell;
use std::path::PathBuf;
use std::sync::Arc;

type Found<'a> = hoten::Linkage<'a>;

self_cell!(
    /// A result beside the columns it borrows from.
    struct Held {
        owner: Source,
        #[covariant]
        dependent: Found,
    }
);

/// Pairs, clusters, and why: the result of `dedupe`.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Linkage {
    held: Held,
}

impl Linkage {
    pub(crate) fn try_new(
        source: Source,
        link: impl for<'a> FnOnce(&'a Source) -> Result<Found<'a>>,
    ) -> Result<Self> {
        Ok(Self { held: Held::try_new(source, link)? })
    }

    fn found(&self) -> &Found<'_> {
        self.held.borrow_dependent()
    }

    /// For each row the first row of its cluster.
    pub(crate) fn cluster_rows(&self) -> Vec<u32> {
        self.found().clusters().to_vec()
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

    /// Every record with the identifier of its cluster: that of the cluster's first record.
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

    /// Precision, recall and F1 of the pairs in clusters, against a table of `record_id` and the
    /// person it belongs to (its first two columns).
    fn evaluate(&self, truth: &Bound<'_, PyAny>) -> Result<Evaluation> {
        let truth = Source::read(truth, None)?;
        let table = truth.table()?;
        let (Some(ids), Some(persons)) = (table.column(0), table.column(1)) else {
            let error = Error::new(ErrorCode::NotATable).with("type", "fewer than two columns");
            return Err(error.into());
        };
        let known = ids.iter().zip(persons.iter()).filter_map(|(id, person)| Some((id?, person?)));
        let evaluation = self.found().evaluate(known);
        Ok(Evaluation {
            precision: evaluation.precision,
            recall: evaluation.recall,
            f1: evaluation.f1,
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

/// How well clusters agree with the truth.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Evaluation {
    /// Share of the pairs in one cluster that are one person.
    precision: f64,
    /// Share of the pairs of one person that are in one cluster.
    recall: f64,
    /// Harmonic mean of the two.
    f1: f64,
}

#[pymethods]
impl Evaluation {
    fn __repr__(&self) -> String {
        let Self { precision, recall, f1 } = self;
        format!("Evaluation(precision {precision:.4}, recall {recall:.4}, f1 {f1:.4})")
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
    let own = [
        ("left_id", ids(found, pairs.iter().map(|pair| pair.left))),
        ("right_id", ids(found, pairs.iter().map(|pair| pair.right))),
        ("weight", numbers(|pair| pair.weight)),
        ("probability", numbers(|pair| pair.probability)),
    ];
    let levels = Comparison::ALL.into_iter().map(|comparison| {
        let mut levels = Texts::new();
        pairs.iter().for_each(|pair| levels.append_value(pair.pattern.level_name(comparison)));
        (comparison.as_str(), Arc::new(levels.finish()) as ArrayRef)
    });
    RecordBatch::try_from_iter(own.into_iter().chain(levels))
}

fn clusters(found: &Found<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let clusters = found.clusters();
    let rows = 0..u32::try_from(clusters.len()).unwrap_or(u32::MAX);
    RecordBatch::try_from_iter([
        ("record_id", ids(found, rows)),
        ("cluster_id", ids(found, clusters.iter().copied())),
    ])
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
