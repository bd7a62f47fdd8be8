//! From tables to explained clusters.

mod evaluation;
mod explanation;
mod golden;
mod linkage;
mod model;
mod options;
mod run;
mod source;
mod stream;

pub(crate) use self::evaluation::Evaluation;
pub(crate) use self::explanation::{Explanation, FieldExplanation};
pub(crate) use self::linkage::Linkage;
pub(crate) use self::model::{Model, shipped_rules, train};
pub(crate) use self::stream::{CandidateStream, candidates};

use self::options::{judgements, linker, pairs_of_text};
pub(crate) use self::source::Source;
use crate::arrow::{ArrowTable, Texts};
use crate::error::Result;
use arrow_array::{ArrayRef, RecordBatch, UInt32Array, UInt64Array};
use hoten::{BlockForecast, Error, ErrorCode, LinkMode, RuleForecast};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::sync::Arc;

/// Finds the records of one person in a table or a file.
#[pyfunction]
#[pyo3(signature = (table, *, columns=None, fields=None, model=None, rules=None, fit=true, threshold=0.9, possible=0.5, judgements=None, trust=None, one_per_source=false, sheet=None, threads=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
pub(crate) fn dedupe(
    table: &Bound<'_, PyAny>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    model: Option<&Bound<'_, PyAny>>,
    rules: Option<&Bound<'_, PyAny>>,
    fit: bool,
    threshold: f32,
    possible: f32,
    judgements: Option<&Bound<'_, PyAny>>,
    trust: Option<Vec<String>>,
    one_per_source: bool,
    sheet: Option<String>,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> Result<Linkage> {
    let linker = linker(columns, fields, model, rules, fit, threads)?
        .threshold(threshold)
        .possible(possible)
        .judgements(self::judgements(judgements)?)
        .trust(trust.unwrap_or_default())
        .one_per_source(one_per_source);
    let sources = vec![Source::read_sheet(table, sheet)?];
    table.py().detach(|| {
        Linkage::try_new(sources, |sources| {
            let tables = source::tables(sources)?;
            let [table] = tables.as_slice() else { return Err(source::not_so_many()) };
            run::run(progress.as_ref(), |told| linker.dedupe_with(table, told))
        })
    })
}

/// Finds the persons that two tables have in common.
#[pyfunction]
#[pyo3(signature = (left, right, *, mode="many_to_many", columns=None, fields=None, model=None, rules=None, fit=true, threshold=0.9, possible=0.5, judgements=None, trust=None, one_per_source=false, threads=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
pub(crate) fn link(
    left: &Bound<'_, PyAny>,
    right: &Bound<'_, PyAny>,
    mode: &str,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    model: Option<&Bound<'_, PyAny>>,
    rules: Option<&Bound<'_, PyAny>>,
    fit: bool,
    threshold: f32,
    possible: f32,
    judgements: Option<&Bound<'_, PyAny>>,
    trust: Option<Vec<String>>,
    one_per_source: bool,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> Result<Linkage> {
    let mode = LinkMode::from_name(mode)
        .ok_or_else(|| Error::new(ErrorCode::UnknownLinkMode).with("name", mode))?;
    let linker = linker(columns, fields, model, rules, fit, threads)?
        .mode(mode)
        .threshold(threshold)
        .possible(possible)
        .judgements(self::judgements(judgements)?)
        .trust(trust.unwrap_or_default())
        .one_per_source(one_per_source);
    let sources = vec![Source::read(left)?, Source::read(right)?];
    left.py().detach(|| {
        Linkage::try_new(sources, |sources| {
            let tables = source::tables(sources)?;
            let [left, right] = tables.as_slice() else { return Err(source::not_so_many()) };
            run::run(progress.as_ref(), |told| linker.link_with(left, right, told))
        })
    })
}

/// Finds the persons of new records among records that were clustered before.
#[pyfunction]
#[pyo3(signature = (known, clusters, new, *, columns=None, fields=None, model=None, rules=None, fit=true, threshold=0.9, possible=0.5, judgements=None, trust=None, one_per_source=false, threads=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
pub(crate) fn update(
    known: &Bound<'_, PyAny>,
    clusters: &Bound<'_, PyAny>,
    new: &Bound<'_, PyAny>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    model: Option<&Bound<'_, PyAny>>,
    rules: Option<&Bound<'_, PyAny>>,
    fit: bool,
    threshold: f32,
    possible: f32,
    judgements: Option<&Bound<'_, PyAny>>,
    trust: Option<Vec<String>>,
    one_per_source: bool,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> Result<Linkage> {
    let linker = linker(columns, fields, model, rules, fit, threads)?
        .threshold(threshold)
        .possible(possible)
        .judgements(self::judgements(judgements)?)
        .trust(trust.unwrap_or_default())
        .one_per_source(one_per_source);
    let clusters = Source::read(clusters)?;
    let sources = vec![Source::read(known)?, Source::read(new)?];
    known.py().detach(|| {
        let table = clusters.table()?;
        let clusters: Vec<(&str, &str)> = pairs_of_text(&table)?.collect();
        Linkage::try_new(sources, |sources| {
            let tables = source::tables(sources)?;
            let [known, new] = tables.as_slice() else { return Err(source::not_so_many()) };
            run::run(progress.as_ref(), |told| linker.update_with(known, clusters, new, told))
        })
    })
}

/// Opens a result that was saved with `Linkage.save`.
#[pyfunction]
pub(crate) fn open_result(py: Python<'_>, folder: std::path::PathBuf) -> Result<Linkage> {
    py.detach(|| Linkage::open(folder))
}

/// Counts what each blocking rule will make, before any pair is made.
#[pyfunction]
#[pyo3(signature = (table, right=None, *, columns=None, fields=None, rules=None, threads=None))]
pub(crate) fn forecast(
    table: &Bound<'_, PyAny>,
    right: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    rules: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
) -> Result<ArrowTable> {
    let linker = linker(columns, fields, None, rules, true, threads)?;
    let sources =
        [Some(table), right].into_iter().flatten().map(Source::read).collect::<Result<Vec<_>>>()?;
    table.py().detach(|| {
        let tables = source::tables(&sources)?;
        let forecast = match tables.as_slice() {
            [table] => linker.forecast(table)?,
            [left, right] => linker.forecast_link(left, right)?,
            _ => return Err(source::not_so_many()),
        };
        Ok(ArrowTable::from(forecast_table(&forecast)?))
    })
}

fn forecast_table(
    forecast: &BlockForecast,
) -> std::result::Result<RecordBatch, arrow_schema::ArrowError> {
    let rules = &forecast.rules;
    let mut names = Texts::new();
    rules.iter().for_each(|rule| names.append_value(&rule.name));
    let large = |number: fn(&RuleForecast) -> u64| -> ArrayRef {
        Arc::new(UInt64Array::from_iter_values(rules.iter().map(number)))
    };
    let small = |number: fn(&RuleForecast) -> u32| -> ArrayRef {
        Arc::new(UInt32Array::from_iter_values(rules.iter().map(number)))
    };
    RecordBatch::try_from_iter([
        ("rule", Arc::new(names.finish()) as ArrayRef),
        ("pairs", large(|rule| rule.pairs)),
        ("left_out_pairs", large(|rule| rule.left_out_pairs)),
        ("keyed_records", small(|rule| rule.keyed_records)),
        ("blocks", small(|rule| rule.blocks)),
        ("largest_block", small(|rule| rule.largest.first().map_or(0, |block| block.rows))),
        ("largest_block_pairs", large(|rule| rule.largest.first().map_or(0, |block| block.pairs))),
        ("refined_blocks", small(|rule| rule.refined_blocks)),
        ("refused_blocks", large(|rule| rule.refused.len() as u64)),
    ])
}
