//! What a search found.

use super::Inner;
use crate::arrow::{ArrowTable, Texts};
use crate::error::Result;
use crate::link::Explanation;
use crate::live::fields;
use arrow_array::{ArrayRef, Float32Array, RecordBatch, UInt32Array};
use arrow_schema::ArrowError;
use hoten::{Comparison, IndexQuery, LiveSnapshot, RecordId};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyList};
use std::sync::Arc;

/// Where hits were found.
pub(crate) enum Found {
    Index(Arc<Inner>),
    Live(LiveSnapshot),
}

/// One search, for those who ask why.
struct Search {
    index: Found,
    query: IndexQuery<'static>,
}

/// Records that were found, the likeliest first; a sequence.
#[pyclass(frozen, sequence, module = "hoten")]
pub(crate) struct IndexHits {
    search: Arc<Search>,
    found: hoten::IndexHits,
}

impl IndexHits {
    pub(crate) fn new(index: Found, query: IndexQuery<'static>, found: hoten::IndexHits) -> Self {
        Self { search: Arc::new(Search { index, query }), found }
    }
}

#[pymethods]
impl IndexHits {
    /// More records could have been compared than `candidates` allows: a better one may be missing.
    #[getter]
    fn truncated(&self) -> bool {
        self.found.truncated
    }

    /// How many records were compared.
    #[getter]
    fn compared(&self) -> usize {
        self.found.compared
    }

    /// `query_row` (0), `rank` (from 1), `record_id`, `score`, `probability`.
    fn to_table(&self) -> Result<ArrowTable> {
        Ok(table(core::slice::from_ref(&self.found))?.into())
    }

    fn __len__(&self) -> usize {
        self.found.hits.len()
    }

    fn __getitem__(&self, place: isize) -> PyResult<IndexHit> {
        let count = self.found.hits.len();
        let at =
            if place < 0 { count.checked_add_signed(place) } else { usize::try_from(place).ok() };
        let hit = at.and_then(|at| self.found.hits.get(at)).cloned();
        let hit = hit.ok_or_else(|| PyIndexError::new_err("there are fewer hits"))?;
        Ok(IndexHit { search: Arc::clone(&self.search), hit })
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        let hit =
            |hit: &hoten::IndexHit| IndexHit { search: Arc::clone(&self.search), hit: hit.clone() };
        PyList::new(py, self.found.hits.iter().map(hit).collect::<Vec<_>>())?.try_iter()
    }

    fn __repr__(&self) -> String {
        let cut = if self.found.truncated { ", truncated" } else { "" };
        format!("IndexHits({} of {} compared{cut})", self.found.hits.len(), self.found.compared)
    }
}

/// One record that was found.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct IndexHit {
    search: Arc<Search>,
    hit: hoten::IndexHit,
}

#[pymethods]
impl IndexHit {
    /// The record's identifier: text or a whole number, as in the table; else its row number.
    #[getter]
    fn record_id<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyAny>> {
        Ok(match &self.hit.record_id {
            RecordId::Integer(number) => number.into_pyobject(py)?.into_any(),
            RecordId::Text(text) => text.into_pyobject(py)?.into_any(),
        })
    }

    /// Its row in the table the index was built from.
    #[getter]
    fn row(&self) -> u32 {
        self.hit.row
    }

    /// Match weight in bits, as `dedupe` gives a pair.
    #[getter]
    fn score(&self) -> f32 {
        self.hit.score
    }

    /// The score as a probability.
    #[getter]
    fn probability(&self) -> f32 {
        self.hit.probability
    }

    /// The first rule that found it.
    #[getter]
    fn rule(&self) -> String {
        let place = usize::from(self.hit.rule);
        let rule = match &self.search.index {
            Found::Index(index) => index.rules().nth(place),
            Found::Live(snapshot) => snapshot.rules().nth(place),
        };
        rule.unwrap_or_default().to_owned()
    }

    /// The level of agreement of each comparison.
    #[getter]
    fn levels<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyDict>> {
        let levels = PyDict::new(py);
        for comparison in Comparison::ALL {
            levels.set_item(comparison.as_str(), self.hit.pattern.level_name(comparison))?;
        }
        Ok(levels)
    }

    /// The record as the index keeps it, by field.
    #[getter]
    fn record<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyDict>> {
        let record = PyDict::new(py);
        match &self.search.index {
            Found::Index(index) => {
                for (field, text) in index.record(self.hit.row)? {
                    record.set_item(field.as_str(), text)?;
                }
            }
            Found::Live(snapshot) => fields(&snapshot.record(self.hit.row)?, &record)?,
        }
        Ok(record)
    }

    /// Every weight that made the score.
    fn explain(&self) -> Result<Explanation> {
        let Search { index, query } = &*self.search;
        let explanation = match index {
            Found::Index(index) => index.explain(query, self.hit.row)?,
            Found::Live(snapshot) => snapshot.explain(query, self.hit.row)?,
        };
        Ok(explanation.into())
    }

    fn __repr__(&self) -> String {
        format!("IndexHit(score {:.1}, probability {:.4})", self.hit.score, self.hit.probability)
    }
}

/// The hits of several searches as a table.
pub(crate) fn table(found: &[hoten::IndexHits]) -> std::result::Result<RecordBatch, ArrowError> {
    let hits = || {
        (0u32..).zip(found).flat_map(|(row, found)| {
            (1u32..).zip(&found.hits).map(move |(rank, hit)| (row, rank, hit))
        })
    };
    let mut ids = Texts::new();
    hits().for_each(|(_, _, hit)| ids.append_value(hit.record_id.to_string()));
    let whole = |number: fn((u32, u32, &hoten::IndexHit)) -> u32| -> ArrayRef {
        Arc::new(UInt32Array::from_iter_values(hits().map(number)))
    };
    let part = |number: fn(&hoten::IndexHit) -> f32| -> ArrayRef {
        Arc::new(Float32Array::from_iter_values(hits().map(|(_, _, hit)| number(hit))))
    };
    RecordBatch::try_from_iter([
        ("query_row", whole(|(row, _, _)| row)),
        ("rank", whole(|(_, rank, _)| rank)),
        ("record_id", Arc::new(ids.finish()) as ArrayRef),
        ("score", part(|hit| hit.score)),
        ("probability", part(|hit| hit.probability)),
    ])
}
