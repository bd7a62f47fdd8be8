//! What a table taught, for runs over several machines.

use super::linkage::Linkage;
use super::model::Model;
use super::options::{linker, pairs_of_text};
use super::portions;
use super::source::{self, Source, chosen};
use crate::arrow::{ArrowTable, one_text};
use crate::error::Result;
use crate::run::{apart, run};
use arrow_array::builder::{Int64Builder, ListBuilder};
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

    /// How many homes of some `records` each the whole table has.
    fn homes(&self, records: u32) -> u32 {
        self.inner.homes(records)
    }

    /// The keys of the rows of a portion, as bytes for `meet`: `bucket` (of so many `buckets`, by key) and
    /// `dealt`; and the `home` of each row. A home has some `records`.
    #[pyo3(signature = (table, buckets, records, *, columns=None, rules=None))]
    fn deal_keys(
        &self,
        table: &Bound<'_, PyAny>,
        buckets: u32,
        records: u32,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> Result<(ArrowTable, ArrowTable)> {
        let linker = worker(columns, rules)?;
        let source = Source::read(table)?;
        let learned = self.inner.clone();
        apart(table.py(), move || {
            portions::dealt(&linker.deal_keys(&source.table()?, &learned, buckets, records)?)
        })
    }

    /// The blocks of a bucket from all that was dealt to it: `home` and `other`, the homes of their
    /// records, `record_ids` if these are two, and `blocks`, as bytes; and the most records that one
    /// identifier has.
    #[staticmethod]
    #[pyo3(signature = (dealt, *, rules=None))]
    fn meet(
        py: Python<'_>,
        dealt: Vec<PyBackedBytes>,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> Result<(ArrowTable, u32)> {
        let linker = worker(None, rules)?;
        apart(py, move || {
            let dealt: Vec<&[u8]> = dealt.iter().map(|bytes| bytes.as_ref()).collect();
            let met = linker.meet(&dealt)?;
            Ok((portions::met(&met)?, met.repeated))
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
            portions::near(&linker.near_pairs(&source.table()?, &learned, &blocks)?)
        })
    }

    /// Compares the `blocks` of one home and settles all that no near pair leads out of. `table`: its
    /// `own` records first, then those that are `across`, the columns of ids of all near pairs that lead
    /// out, with their first `weights`. Gives clusters of own records that are settled, pairs, the
    /// strongest partners of those left open (`group`, `record_id`, `partner`, `weight`; one without a
    /// partner has a row without a weight), and the matches between these (`left_id`, `right_id`,
    /// `rule`). Keywords as in `dedupe`.
    #[pyo3(signature = (table, own, blocks, across, weights, *, columns=None, rules=None, threshold=0.9, possible=0.5, one_per_source=false))]
    #[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
    fn link_home(
        &self,
        table: &Bound<'_, PyAny>,
        own: u32,
        blocks: Vec<PyBackedBytes>,
        across: &Bound<'_, PyAny>,
        weights: Vec<f32>,
        columns: Option<&Bound<'_, PyDict>>,
        rules: Option<&Bound<'_, PyAny>>,
        threshold: f32,
        possible: f32,
        one_per_source: bool,
    ) -> Result<(ArrowTable, ArrowTable, ArrowTable, ArrowTable)> {
        let linker = worker(columns, rules)?
            .threshold(threshold)
            .possible(possible)
            .one_per_source(one_per_source);
        let (source, across) = (Source::read(table)?, Source::read(across)?);
        let learned = self.inner.clone();
        apart(table.py(), move || {
            let blocks: Vec<&[u8]> = blocks.iter().map(|bytes| bytes.as_ref()).collect();
            let across = across.table()?;
            let named = pairs_of_text(&across)?.zip(weights);
            let named: Vec<_> = named.map(|((one, other), bits)| (one, other, bits)).collect();
            let found = linker.link_home(&source.table()?, &learned, &blocks, &named)?;
            let [clusters, pairs, partners, matches] = portions::home(&found, own)?;
            Ok((clusters, pairs, partners, matches))
        })
    }

    /// Looks again at near `pairs` (columns of left and right ids; `places`: of their rules) and clusters
    /// them. `partners`: columns of record ids and partners' ids, those of `link_home`, or at least the
    /// nine strongest of every record or all, `weights`: their first weights. Keywords as in `dedupe`.
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
