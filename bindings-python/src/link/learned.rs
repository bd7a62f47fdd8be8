//! What a table taught, for runs over several machines.

use super::linkage::Linkage;
use super::model::Model;
use super::options::{linker, pairs_of_text};
use super::source::{self, Source, chosen};
use crate::arrow::{ArrowTable, one_text};
use crate::error::Result;
use crate::run::{apart, run};
use arrow_array::builder::{
    BinaryBuilder, Float32Builder, Int32Builder, Int64Builder, ListBuilder, StringBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
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

    /// For each row of a portion of the table its `keys` (int64; rows with a key in common are to be
    /// compared), the most rows that a block of each may have before it is split (`most`), and the values
    /// that split it, one after the other (`refine`). Pure: the same rows give the same keys on every
    /// machine.
    #[pyo3(signature = (table, *, columns=None, rules=None))]
    fn block_keys(
        &self,
        table: &Bound<'_, PyAny>,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> Result<ArrowTable> {
        let linker = worker(columns, rules)?;
        let source = Source::read(table)?;
        let learned = self.inner.clone();
        apart(table.py(), move || {
            let found = linker.block_keys(&source.table()?, &learned)?;
            let lists = || ListBuilder::new(Int64Builder::new());
            let [mut keys, mut most, mut refine] = [lists(), lists(), lists()];
            for row in 0..found.rows() {
                for key in found.keys(row) {
                    keys.values().append_value(key.cast_signed());
                }
                for rows in found.most_rows(row) {
                    most.values().append_value(i64::from(rows));
                }
                for value in found.refine(row) {
                    refine.values().append_value(i64::from(*value));
                }
                [&mut keys, &mut most, &mut refine].into_iter().for_each(|list| list.append(true));
            }
            let lists = [("keys", keys), ("most", most), ("refine", refine)];
            let lists = lists.map(|(name, mut list)| (name, Arc::new(list.finish()) as ArrayRef));
            Ok(RecordBatch::try_from_iter(lists)?.into())
        })
    }

    /// The same, learned from a sample of a table of so many records.
    fn of_records(&self, records: u64) -> Result<Self> {
        Ok(hoten::Learned::from_json(&self.inner.to_json())?.of_records(records).into())
    }

    /// The keys of the rows of a portion, as bytes for `meet`: `bucket` (of so many `buckets`, by key) and
    /// `dealt`.
    #[pyo3(signature = (table, buckets, *, columns=None, rules=None))]
    fn deal_keys(
        &self,
        table: &Bound<'_, PyAny>,
        buckets: u32,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> Result<ArrowTable> {
        let linker = worker(columns, rules)?;
        let source = Source::read(table)?;
        let learned = self.inner.clone();
        apart(table.py(), move || {
            let all = linker.deal_keys(&source.table()?, &learned, buckets)?;
            let (mut buckets, mut dealt) = (Int32Builder::new(), BinaryBuilder::new());
            for (bucket, bytes) in (0..).zip(&all).filter(|(_, bytes)| !bytes.is_empty()) {
                buckets.append_value(bucket);
                dealt.append_value(bytes);
            }
            let columns: [(_, ArrayRef); 2] =
                [("bucket", Arc::new(buckets.finish())), ("dealt", Arc::new(dealt.finish()))];
            Ok(RecordBatch::try_from_iter(columns)?.into())
        })
    }

    /// The blocks of a bucket from all that was dealt to it: `cell`, where they are compared, and either a
    /// `record_id` that is needed there or `blocks`, as bytes for `near_pairs`.
    #[staticmethod]
    #[pyo3(signature = (dealt, *, rules=None))]
    fn meet(
        py: Python<'_>,
        dealt: Vec<PyBackedBytes>,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> Result<ArrowTable> {
        let linker = worker(None, rules)?;
        apart(py, move || {
            let dealt: Vec<&[u8]> = dealt.iter().map(|bytes| bytes.as_ref()).collect();
            let mut cells = Int64Builder::new();
            let (mut ids, mut blocks) = (StringBuilder::new(), BinaryBuilder::new());
            for cell in linker.meet(&dealt)? {
                cells.append_value(cell.cell.cast_signed());
                ids.append_null();
                blocks.append_value(&cell.blocks);
                for id in &cell.record_ids {
                    cells.append_value(cell.cell.cast_signed());
                    ids.append_value(id);
                    blocks.append_null();
                }
            }
            let columns: [(_, ArrayRef); 3] = [
                ("cell", Arc::new(cells.finish())),
                ("record_id", Arc::new(ids.finish())),
                ("blocks", Arc::new(blocks.finish())),
            ];
            Ok(RecordBatch::try_from_iter_with_nullable(
                columns.map(|(name, column)| (name, column, true)),
            )?
            .into())
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
        let linker = worker(columns, rules)?
            .threshold(threshold)
            .possible(possible)
            .one_per_source(one_per_source);
        self.compare(table, progress, move |table, learned| {
            linker.dedupe_pairs(table, learned, &pairs(&blocks))
        })
    }

    /// The pairs of `blocks` from `meet`, of one cell or of several, that are near or possible: `left_id`,
    /// `right_id`, `weight` (what other records say is not in it) and the place of the `rule`. All their
    /// records must be in the table.
    #[pyo3(signature = (table, blocks, *, columns=None, rules=None, possible=0.5))]
    fn near_pairs(
        &self,
        table: &Bound<'_, PyAny>,
        blocks: Vec<PyBackedBytes>,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
        possible: f32,
    ) -> Result<ArrowTable> {
        let linker = worker(columns, rules)?.possible(possible);
        let source = Source::read(table)?;
        let learned = self.inner.clone();
        apart(table.py(), move || {
            let blocks: Vec<&[u8]> = blocks.iter().map(|bytes| bytes.as_ref()).collect();
            let found = linker.near_pairs(&source.table()?, &learned, &blocks)?;
            let (mut left, mut right) = (StringBuilder::new(), StringBuilder::new());
            let (mut weights, mut rules) = (Float32Builder::new(), Int32Builder::new());
            for pair in found.pairs() {
                left.append_value(found.record_id(pair.left));
                right.append_value(found.record_id(pair.right));
                weights.append_value(pair.weight);
                rules.append_value(pair.rule.into());
            }
            let columns: [(_, ArrayRef); 4] = [
                ("left_id", Arc::new(left.finish())),
                ("right_id", Arc::new(right.finish())),
                ("weight", Arc::new(weights.finish())),
                ("rule", Arc::new(rules.finish())),
            ];
            Ok(RecordBatch::try_from_iter(columns)?.into())
        })
    }

    /// Looks again at near `pairs` (columns of left and right ids; `places`: of their rules) and clusters
    /// them. `partners`: columns of record ids and partners' ids, at least the nine strongest of every
    /// record or all, `weights`: their first weights. Keywords as in `dedupe`.
    #[pyo3(signature = (table, pairs, places, partners, weights, *, columns=None, rules=None, threshold=0.9, possible=0.5, one_per_source=false))]
    #[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
    fn look_again(
        &self,
        table: &Bound<'_, PyAny>,
        pairs: &Bound<'_, PyAny>,
        places: Vec<u8>,
        partners: &Bound<'_, PyAny>,
        weights: Vec<f32>,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
        threshold: f32,
        possible: f32,
        one_per_source: bool,
    ) -> Result<Linkage> {
        let linker = worker(columns, rules)?
            .threshold(threshold)
            .possible(possible)
            .one_per_source(one_per_source);
        let (pairs, partners) = (Source::read(pairs)?, Source::read(partners)?);
        self.compare(table, None, move |table, learned| {
            let damaged = |_| hoten::Error::new(hoten::ErrorCode::PortionDamaged);
            let (pairs, partners) =
                (pairs.table().map_err(damaged)?, partners.table().map_err(damaged)?);
            let named = pairs_of_text(&pairs).map_err(damaged)?;
            let named: Vec<_> = named.zip(places).map(|((a, b), rule)| (a, b, rule)).collect();
            let beside = pairs_of_text(&partners).map_err(damaged)?;
            let beside: Vec<_> = beside.zip(weights).map(|((a, b), bits)| (a, b, bits)).collect();
            linker.look_again(table, learned, &named, &beside)
        })
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.inner)
    }
}

impl Learned {
    fn compare(
        &self,
        table: &Bound<'_, PyAny>,
        progress: Option<Py<PyAny>>,
        work: impl for<'a> FnOnce(
            &hoten::Table<'a>,
            &hoten::Learned,
        ) -> hoten::Result<hoten::Linkage<'a>>
        + Send
        + 'static,
    ) -> Result<Linkage> {
        let sources = vec![Source::read(table)?];
        let learned = self.inner.clone();
        run(table.py(), progress, move |_| {
            Linkage::try_new(sources, |sources| {
                let tables = source::tables(sources)?;
                let [table] = tables.as_slice() else { return Err(source::not_so_many()) };
                Ok(work(table, &learned)?)
            })
        })
    }
}

/// A linker for one task of many that run at once.
fn worker(
    columns: Option<&Bound<'_, PyDict>>,
    rules: Option<&Bound<'_, PyAny>>,
) -> Result<hoten::Linker> {
    linker(&chosen(columns, None)?, None, rules, true, Some(1))
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
