//! A table checked: findings, figures, a page.

use crate::arrow::{ArrowTable, Texts};
use crate::check::options;
use crate::error::{Failure, Result};
use crate::link::{Source, Understood, chosen};
use crate::run::{Step, run};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use hoten::{Error, ErrorCode, Lang, QualityPageOptions, QualityReport, TableCheck};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use self_cell::self_cell;
use std::path::PathBuf;
use std::sync::Arc;

type Found<'a> = hoten::Quality<'a>;

self_cell!(
    /// A result beside the columns it borrows from.
    struct Held {
        owner: Source,
        #[covariant]
        dependent: Found,
    }
);

/// What was found in a table, and how good its data is: the result of `check`.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Quality {
    held: Held,
    columns: Understood,
}

/// Checks every record of a table or a file, and the records against one another.
///
/// `table` is a data frame of any package with an Arrow door, a dict of columns, or the path of a CSV
/// file (any usual encoding and delimiter), a workbook (xlsx, xls, ods) or a Parquet file. Between
/// records exact keys are used; `clusters` takes what `dedupe` of the same table found, for duplicates
/// beyond that. `progress(stage, done, total)` hears of rows; what it raises stops the run, and so does
/// Ctrl-C. About 20 microseconds a record.
///
/// Raises `HotenError`: `no_name_column`, `unknown_column`, `unknown_field`, those of reading a file.
///
/// >>> import hoten
/// >>> table = {"Họ và tên": ["Lê Văn Lợi"], "Ngày sinh": ["30/02/1950"]}
/// >>> hoten.check(table).findings.to_pydict()["code"]
/// ['date_impossible_day']
#[pyfunction]
#[pyo3(signature = (table, *, columns=None, today=None, ignore=None, clusters=None, title=String::new(), sheet=None, progress=None))]
#[allow(clippy::too_many_arguments, reason = "keywords in Python")]
pub(crate) fn check(
    table: &Bound<'_, PyAny>,
    columns: Option<&Bound<'_, PyDict>>,
    today: Option<&Bound<'_, PyAny>>,
    ignore: Option<Vec<String>>,
    clusters: Option<&Bound<'_, crate::link::Linkage>>,
    title: String,
    sheet: Option<String>,
    progress: Option<Py<PyAny>>,
) -> Result<Quality> {
    let py = table.py();
    let options = options(py, today, ignore)?;
    let held = clusters.map(|linkage| linkage.get().cluster_rows());
    let chosen = chosen(columns, None)?;
    let source = Source::read_sheet(table, sheet)?;
    let columns = source.understood(py, &chosen)?;
    run(py, progress, move |told| {
        let mut checks = TableCheck::new(&options);
        if let Some(clusters) = &held {
            checks = checks.clusters(clusters);
        }
        for (field, header) in chosen.columns {
            checks = checks.column(field, header);
        }
        let held = Held::try_new(source, |source| {
            let table = source.table()?;
            let total = table.rows() as u64;
            let told = &mut |done| told(Step { stage: "check", done: done as u64, total });
            Ok::<_, Failure>(checks.run_with(&table, told)?.named(title, options.day_iso()))
        })?;
        Ok(Quality { held, columns })
    })
}

impl Quality {
    fn found(&self) -> &Found<'_> {
        self.held.borrow_dependent()
    }

    fn page(
        redact: bool,
        lang: &str,
        earlier: Option<&Bound<'_, PyAny>>,
    ) -> Result<QualityPageOptions> {
        let mut options = QualityPageOptions::default();
        options.redact = redact;
        options.lang = Lang::from_tag(lang)
            .ok_or_else(|| Error::new(ErrorCode::UnknownLanguage).with("name", lang))?;
        options.earlier = earlier.map(report).transpose()?;
        Ok(options)
    }
}

/// Figures of another day: a result, or the path of a saved one.
fn report(earlier: &Bound<'_, PyAny>) -> Result<QualityReport> {
    if let Ok(quality) = earlier.cast::<Quality>() {
        return Ok(quality.get().found().report().clone());
    }
    let path: PathBuf = earlier.extract()?;
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let reason = format!("{}: {error}", path.display());
        Error::new(ErrorCode::ReportDamaged).with("reason", reason)
    })?;
    Ok(QualityReport::from_json(&text)?)
}

#[pymethods]
impl Quality {
    /// Every finding: record, field, code and severity.
    #[getter]
    fn findings(&self, py: Python<'_>) -> Result<ArrowTable> {
        Ok(py.detach(|| findings(self.found()))?.into())
    }

    /// The columns that were used: field name to header.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.columns.used(py)
    }

    /// Headers of the columns that were not looked at.
    #[getter]
    fn ignored_columns(&self) -> &[String] {
        &self.columns.ignored
    }

    /// The figures, for people.
    fn summary(&self) -> String {
        self.found().report().to_string()
    }

    /// What changed since an earlier result, or one that was saved: `total`, `units` and `codes`,
    /// each with its counts before and now.
    fn compare<'py>(&self, earlier: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
        let change = self.found().report().changes_since(&report(earlier)?);
        Ok(earlier.py().import("json")?.call_method1("loads", (change.to_json(),))?)
    }

    /// The figures as plain values, in the shape of the saved file.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.found().report().to_json(),))
    }

    /// Saves the figures as JSON, for a later week to compare with.
    fn save(&self, path: PathBuf) -> Result<()> {
        Ok(self.found().report().save(path)?)
    }

    /// One self-contained page, in Vietnamese unless asked; values are masked unless `redact=False`.
    #[pyo3(signature = (*, redact=true, lang="vi", earlier=None))]
    fn to_html(
        &self,
        py: Python<'_>,
        redact: bool,
        lang: &str,
        earlier: Option<&Bound<'_, PyAny>>,
    ) -> Result<String> {
        let options = Self::page(redact, lang, earlier)?;
        Ok(py.detach(|| hoten::quality_html(self.found(), &options)))
    }

    /// Writes `quality.html`, `findings.csv`, `units.csv` and `quality.json` into a folder.
    #[pyo3(signature = (folder, *, redact=true, lang="vi", earlier=None))]
    fn write_report(
        &self,
        py: Python<'_>,
        folder: PathBuf,
        redact: bool,
        lang: &str,
        earlier: Option<&Bound<'_, PyAny>>,
    ) -> Result<()> {
        let options = Self::page(redact, lang, earlier)?;
        Ok(py.detach(|| hoten::write_quality(folder, self.found(), &options))?)
    }

    fn __len__(&self) -> usize {
        self.found().records()
    }

    fn __repr__(&self) -> String {
        let found = self.found();
        let (records, findings) = (found.records(), found.findings().len());
        format!("Quality({records} records, {findings} findings; {})", self.columns)
    }
}

fn findings(found: &Found<'_>) -> std::result::Result<RecordBatch, ArrowError> {
    let findings = found.findings();
    let words = |word: fn(&hoten::RowFinding) -> &'static str| -> ArrayRef {
        let mut words = Texts::new();
        findings.iter().for_each(|finding| words.append_value(word(finding)));
        Arc::new(words.finish())
    };
    let mut ids = Texts::new();
    findings.iter().for_each(|finding| ids.append_value(found.record_id(finding.row)));
    RecordBatch::try_from_iter([
        ("record_id", Arc::new(ids.finish()) as ArrayRef),
        ("field", words(|finding| finding.field.as_str())),
        ("code", words(|finding| finding.code.as_str())),
        ("severity", words(|finding| finding.code.severity().as_str())),
    ])
}
