//! What a table taught, for runs over several machines.

use super::linkage::Linkage;
use super::model::Model;
use super::options::linker;
use super::source::{self, Source, chosen};
use crate::arrow::{ArrowTable, one_text};
use crate::error::Result;
use crate::run::{apart, run};
use arrow_array::builder::{Int64Builder, ListBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use hoten::BlockingOptions;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};
use std::sync::Arc;

/// Everything that a table decides for its rows: the fitted model with its prior, how common names are,
/// how dates and letters are written; no record. Rows of the table in any portions, on any machine, are
/// keyed and scored with it as in the whole. From `Linkage.learned()`; pickled as its JSON.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Learned {
    inner: Arc<hoten::Learned>,
}

impl From<hoten::Learned> for Learned {
    fn from(inner: hoten::Learned) -> Self {
        Self { inner: Arc::new(inner) }
    }
}

#[pymethods]
impl Learned {
    /// Reads what `to_json` wrote.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>) -> Result<Self> {
        Ok(hoten::Learned::from_json(&one_text(text)?)?.into())
    }

    /// Everything as JSON; the syllables of names and their counts are in it, but no record.
    fn to_json(&self) -> String {
        self.inner.to_json()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let own = PyType::new::<Self>(slf.py());
        Ok((own.getattr("from_json")?, (slf.get().to_json(),)))
    }

    /// The fitted model, its prior with it.
    #[getter]
    fn model(&self) -> Model {
        self.inner.model().clone().into()
    }

    /// A block of records with a key in common that has more pairs is split by the values of `refine`.
    #[classattr]
    fn max_block_pairs() -> u64 {
        BlockingOptions::default().max_block_pairs
    }

    /// For each row of a portion of the table its `keys` (int64; rows with a key in common are to be
    /// compared) and the values that `refine` blocks that are too large. Pure: the same rows give the
    /// same keys on every machine.
    #[pyo3(signature = (table, *, columns=None, rules=None))]
    fn block_keys(
        &self,
        table: &Bound<'_, PyAny>,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> Result<ArrowTable> {
        let linker = linker(&chosen(columns)?, None, rules, true, None)?;
        let source = Source::read(table)?;
        let learned = self.inner.clone();
        apart(table.py(), move || {
            let found = linker.block_keys(&source.table()?, &learned)?;
            let mut keys = ListBuilder::new(Int64Builder::new());
            let mut refine = ListBuilder::new(Int64Builder::new());
            for row in 0..found.rows() {
                found
                    .keys(row)
                    .iter()
                    .for_each(|key| keys.values().append_value(key.cast_signed()));
                keys.append(true);
                let values = found.refine(row).iter();
                values.for_each(|value| refine.values().append_value(i64::from(*value)));
                refine.append(true);
            }
            let batch = RecordBatch::try_from_iter([
                ("keys", Arc::new(keys.finish()) as ArrayRef),
                ("refine", Arc::new(refine.finish())),
            ])?;
            Ok(batch.into())
        })
    }

    /// Compares, scores and clusters rows of a portion of the table: all pairs of rows within each of
    /// `blocks` (lists of row numbers), and no others. Keywords as in `dedupe`.
    #[pyo3(signature = (table, blocks, *, columns=None, rules=None, threshold=0.9, possible=0.5, one_per_source=false, progress=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
    fn dedupe(
        &self,
        table: &Bound<'_, PyAny>,
        blocks: Vec<Vec<u32>>,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
        threshold: f32,
        possible: f32,
        one_per_source: bool,
        progress: Option<Py<PyAny>>,
    ) -> Result<Linkage> {
        let linker = linker(&chosen(columns)?, None, rules, true, None)?
            .threshold(threshold)
            .possible(possible)
            .one_per_source(one_per_source);
        let sources = vec![Source::read(table)?];
        let learned = self.inner.clone();
        run(table.py(), progress, move |_| {
            Linkage::try_new(sources, |sources| {
                let tables = source::tables(sources)?;
                let [table] = tables.as_slice() else { return Err(source::not_so_many()) };
                Ok(linker.dedupe_pairs(table, &learned, &pairs(&blocks))?)
            })
        })
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.inner)
    }
}

fn pairs(blocks: &[Vec<u32>]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for block in blocks {
        let mut rest = block.as_slice();
        while let Some((&left, after)) = rest.split_first() {
            pairs.extend(after.iter().map(|&right| (left, right)));
            rest = after;
        }
    }
    pairs
}
