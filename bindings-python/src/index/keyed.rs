//! An index without records, for forms: whether a likely duplicate exists.

use super::query::query;
use super::{Bytes, Open};
use crate::arrow::{ArrowTable, Texts};
use crate::error::Result;
use arrow_array::{ArrayRef, RecordBatch, UInt32Array};
use hoten::{KeyedLeaks, KeyedSummary};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use std::sync::Arc;

type Inner = hoten::KeyedIndex<Bytes>;

/// An index without records: whether a likely duplicate exists, and its handle.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct KeyedIndex {
    inner: Open<Inner>,
    /// What was made beside the file, of an index that was just built.
    made: Option<KeyedSummary>,
}

impl KeyedIndex {
    pub(crate) fn new(inner: Inner, made: Option<KeyedSummary>) -> Self {
        Self { inner: Open::new(inner), made }
    }
}

#[pymethods]
impl KeyedIndex {
    /// What kind of index it is.
    #[classattr]
    fn kind() -> &'static str {
        "keyed"
    }

    /// Records that share a composite key with this one, those of the most telling rule first.
    #[pyo3(signature = (record, limit=10))]
    fn search(&self, record: &Bound<'_, PyAny>, limit: usize) -> Result<KeyedHits> {
        let query = query(Some(record), limit, false, None, None, 0)?;
        let index = self.inner.get()?;
        let found = index.search(&query)?;
        let rule = |place: u8| index.rules().nth(usize::from(place)).unwrap_or_default().to_owned();
        let hits = found
            .iter()
            .map(|hit| KeyedHit { handle: hit.handle.to_string(), rule: rule(hit.rule) });
        Ok(KeyedHits { hits: hits.collect(), truncated: found.truncated })
    }

    /// The handle of each row of the table, as `row` and `handle`; `None` unless it was just built.
    #[getter]
    fn handles(&self) -> Result<Option<ArrowTable>> {
        let Some(KeyedSummary { handles, .. }) = &self.made else { return Ok(None) };
        let mut texts = Texts::new();
        handles.iter().for_each(|handle| texts.append_value(handle.to_string()));
        let rows = UInt32Array::from_iter_values((0u32..).take(handles.len()));
        let table = RecordBatch::try_from_iter([
            ("row", Arc::new(rows) as ArrayRef),
            ("handle", Arc::new(texts.finish()) as ArrayRef),
        ])?;
        Ok(Some(table.into()))
    }

    /// What a thief of the file could learn; `None` unless it was just built.
    #[getter]
    fn leaks<'py>(&self, py: Python<'py>) -> Result<Option<Bound<'py, PyDict>>> {
        match &self.made {
            Some(made) => Ok(Some(leaks(py, &made.leaks)?)),
            None => Ok(None),
        }
    }

    /// Checks every block now, instead of when it is first looked at.
    fn verify(&self, py: Python<'_>) -> Result<()> {
        let index = self.inner.get()?;
        Ok(py.detach(|| index.verify())?)
    }

    /// The names of its rules.
    #[getter]
    fn rules(&self) -> Result<Vec<String>> {
        Ok(self.inner.get()?.rules().map(str::to_owned).collect())
    }

    /// Entries in the file, those of nothing included.
    #[getter]
    fn entries(&self) -> Result<u64> {
        Ok(self.inner.get()?.entries())
    }

    /// Lets the bytes go.
    fn close(&self) {
        self.inner.close();
    }

    fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_args))]
    fn __exit__(&self, _args: &Bound<'_, PyAny>) {
        self.close();
    }

    fn __repr__(&self) -> String {
        self.inner.told("KeyedIndex", |index| format!("{} entries", index.entries()))
    }
}

fn leaks<'py>(py: Python<'py>, leaks: &KeyedLeaks) -> PyResult<Bound<'py, PyDict>> {
    let table = PyDict::new(py);
    table.set_item("entries", leaks.entries)?;
    table.set_item("least_records", leaks.least_records)?;
    table.set_item("most_records", leaks.most_records)?;
    table.set_item("repeated_labels", leaks.repeated_labels)?;
    table.set_item("repeated_handles", leaks.repeated_handles)?;
    let rules = PyList::empty(py);
    for leak in &leaks.rules {
        let rule = PyDict::new(py);
        rule.set_item("rule", leak.name)?;
        rule.set_item("keys", leak.keys)?;
        rule.set_item("records", leak.records)?;
        rule.set_item("largest", leak.largest)?;
        rule.set_item("tenth_guesses", leak.tenth_guesses)?;
        rule.set_item("half_guesses", leak.half_guesses)?;
        rules.append(rule)?;
    }
    table.set_item("rules", rules)?;
    Ok(table)
}

/// Likely duplicates; a sequence.
#[pyclass(frozen, sequence, module = "hoten")]
pub(crate) struct KeyedHits {
    hits: Vec<KeyedHit>,
    /// There are more than `limit`, or than the file keeps of one key.
    #[pyo3(get)]
    truncated: bool,
}

#[pymethods]
impl KeyedHits {
    fn __len__(&self) -> usize {
        self.hits.len()
    }

    fn __getitem__(&self, place: isize) -> PyResult<KeyedHit> {
        let count = self.hits.len();
        let at =
            if place < 0 { count.checked_add_signed(place) } else { usize::try_from(place).ok() };
        let hit = at.and_then(|at| self.hits.get(at)).cloned();
        hit.ok_or_else(|| PyIndexError::new_err("there are fewer hits"))
    }

    fn __repr__(&self) -> String {
        let cut = if self.truncated { ", truncated" } else { "" };
        format!("KeyedHits({}{cut})", self.hits.len())
    }
}

/// A likely duplicate.
#[pyclass(frozen, module = "hoten")]
#[derive(Clone)]
pub(crate) struct KeyedHit {
    /// What the server knows the record by.
    #[pyo3(get)]
    handle: String,
    /// The most telling rule that found it.
    #[pyo3(get)]
    rule: String,
}

#[pymethods]
impl KeyedHit {
    fn __repr__(&self) -> String {
        format!("KeyedHit({}, {})", self.handle, self.rule)
    }
}
