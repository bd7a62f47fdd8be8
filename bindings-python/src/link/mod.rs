//! From tables to explained clusters.

mod columns;
mod evaluation;
mod explanation;
mod golden;
mod learned;
mod linkage;
mod model;
mod options;
mod portions;
mod source;
mod stream;

pub(crate) use self::evaluation::Evaluation;
pub(crate) use self::explanation::{Explanation, FieldExplanation};
pub(crate) use self::learned::Learned;
pub(crate) use self::linkage::Linkage;
pub(crate) use self::model::{Model, shipped_rules, start, train};
pub(crate) use self::source::{Chosen, Source, Understood, chosen};
pub(crate) use self::stream::{CandidateStream, candidates};

use self::options::{judgements, linker, pairs_of_text};
use crate::arrow::{ArrowTable, Texts};
use crate::error::Result;
use crate::run::{apart, run};
use arrow_array::{ArrayRef, RecordBatch, UInt32Array, UInt64Array};
use hoten::{BlockForecast, Error, ErrorCode, LinkMode, RuleForecast};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::sync::Arc;

/// Finds the records of one person in a table or a file.
///
/// `table` is a data frame of any package with an Arrow door, a dict of columns, or the path of a CSV
/// file (any usual encoding and delimiter), a workbook (xlsx, xls, ods) or a Parquet file.
/// `columns` names columns that are not recognised: `{"full_name": "hoten_kh"}`. Pairs of at least the
/// probability `threshold` (0 to 1) make clusters, pairs of at least `possible` are kept. `progress(stage,
/// done, total)` hears of rows or pairs; what it raises stops the run, and so does Ctrl-C. About 13
/// microseconds of one core a record.
///
/// Raises `HotenError`: `no_name_column`, `unknown_column`, `unknown_field`, `not_a_probability`,
/// `repeated_record_id`, those of reading a file.
///
/// >>> import hoten
/// >>> table = {"Họ và tên": ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ"], "Ngày sinh": ["12/5/1950", "1950-05-12"]}
/// >>> result = hoten.dedupe(table)
/// >>> result.clusters.to_pydict()
/// {'record_id': ['0', '1'], 'cluster_id': ['0', '0']}
/// >>> result.explain(0, 1).probability > 0.9
/// True
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
    let py = table.py();
    let chosen = chosen(columns, fields)?;
    let linker = linker(&chosen, model, rules, fit, threads)?
        .threshold(threshold)
        .possible(possible)
        .judgements(self::judgements(judgements)?)
        .trust(trust.unwrap_or_default())
        .one_per_source(one_per_source);
    let sources = vec![Source::read_sheet(table, sheet)?];
    source::all_understood(py, &sources, &chosen)?;
    run(py, progress, move |told| {
        Linkage::try_new(sources, |sources| {
            let tables = source::tables(sources)?;
            let [table] = tables.as_slice() else { return Err(source::not_so_many()) };
            Ok(linker.dedupe_with(table, &mut |step| told(step.into()))?)
        })
    })
}

/// Finds the persons that two tables have in common; records of one table are not compared.
///
/// `mode` says how many partners a record may have: `one_to_one`, `one_to_many`, `many_to_one` or
/// `many_to_many`. Tables and other keywords as in `dedupe`. Raises `HotenError`: `unknown_link_mode`.
///
/// >>> import hoten
/// >>> left = {"id": ["a"], "full_name": ["Phạm Thị Lan"], "dob": ["02/09/1961"]}
/// >>> right = {"id": ["x"], "full_name": ["PHAM THI LAN"], "dob": ["1961-09-02"]}
/// >>> pairs = hoten.link(left, right).pairs.to_pydict()
/// >>> pairs["left_id"], pairs["right_id"]
/// (['a'], ['x'])
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
    let py = left.py();
    let chosen = chosen(columns, fields)?;
    let linker = linker(&chosen, model, rules, fit, threads)?
        .mode(mode)
        .threshold(threshold)
        .possible(possible)
        .judgements(self::judgements(judgements)?)
        .trust(trust.unwrap_or_default())
        .one_per_source(one_per_source);
    let sources = vec![Source::read(left)?, Source::read(right)?];
    source::all_understood(py, &sources, &chosen)?;
    run(py, progress, move |told| {
        Linkage::try_new(sources, |sources| {
            let tables = source::tables(sources)?;
            let [left, right] = tables.as_slice() else { return Err(source::not_so_many()) };
            Ok(linker.link_with(left, right, &mut |step| told(step.into()))?)
        })
    })
}

/// Finds the persons of new records among records that were clustered before.
///
/// `clusters` is a table of record id and cluster id, as `Linkage.clusters` gives it; known clusters keep
/// their members and names. Raises `HotenError`: `no_record_ids`, `record_known`, `cluster_of_no_record`.
///
/// >>> import hoten
/// >>> known = {"id": ["a"], "full_name": ["Phạm Thị Lan"], "dob": ["02/09/1961"]}
/// >>> new = {"id": ["m"], "full_name": ["PHAM THI LAN"], "dob": ["1961-09-02"]}
/// >>> hoten.update(known, hoten.dedupe(known).clusters, new).joined.to_pydict()
/// {'record_id': ['m'], 'cluster_id': ['a']}
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
    let py = known.py();
    let chosen = chosen(columns, fields)?;
    let linker = linker(&chosen, model, rules, fit, threads)?
        .threshold(threshold)
        .possible(possible)
        .judgements(self::judgements(judgements)?)
        .trust(trust.unwrap_or_default())
        .one_per_source(one_per_source);
    let clusters = Source::read(clusters)?;
    let sources = vec![Source::read(known)?, Source::read(new)?];
    source::all_understood(py, &sources, &chosen)?;
    run(py, progress, move |told| {
        let table = clusters.table()?;
        let clusters: Vec<(&str, &str)> = pairs_of_text(&table)?.collect();
        Linkage::try_new(sources, |sources| {
            let tables = source::tables(sources)?;
            let [known, new] = tables.as_slice() else { return Err(source::not_so_many()) };
            Ok(linker.update_with(known, clusters, new, &mut |step| told(step.into()))?)
        })
    })
}

/// Opens a result that was saved with `Linkage.save`; all its methods work as before.
///
/// Raises `HotenError`: `saved_damaged`, `file_not_found`.
///
/// >>> import hoten, tempfile
/// >>> folder = tempfile.mkdtemp()
/// >>> hoten.dedupe({"full_name": ["Lê Lợi", "Lê Lợi"]}).save(folder)
/// >>> len(hoten.open_result(folder))
/// 2
#[pyfunction]
pub(crate) fn open_result(py: Python<'_>, folder: std::path::PathBuf) -> Result<Linkage> {
    apart(py, || Linkage::open(folder))
}

/// Counts exactly what each blocking rule will make, before any pair is made.
///
/// A table of `rule`, `pairs`, `left_out_pairs`, `keyed_records`, `blocks`, `largest_block`,
/// `largest_block_pairs`, `refined_blocks`, `refused_blocks`, a row a rule. With `right`, pairs go across.
///
/// >>> import hoten
/// >>> forecast = hoten.forecast({"full_name": ["Lê Lợi", "Lê Lợi"], "dob": ["1950", "1950"]}).to_pydict()
/// >>> dict(zip(forecast["rule"], forecast["pairs"]))["name and year"]
/// 1
#[pyfunction]
#[pyo3(signature = (table, right=None, *, columns=None, fields=None, rules=None, sheet=None, threads=None))]
pub(crate) fn forecast(
    table: &Bound<'_, PyAny>,
    right: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    rules: Option<&Bound<'_, PyAny>>,
    sheet: Option<String>,
    threads: Option<usize>,
) -> Result<ArrowTable> {
    let chosen = chosen(columns, fields)?;
    let linker = linker(&chosen, None, rules, true, threads)?;
    let sources = source::one_or_two(table, right, sheet, &chosen)?;
    apart(table.py(), move || {
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
