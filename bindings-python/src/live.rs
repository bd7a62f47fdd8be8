//! A register that changes, kept in a folder.

use crate::arrow::{ArrowTable, one_text};
use crate::error::{Failure, Result};
use crate::index::IndexHits;
use crate::index::hits::{self, Found};
use crate::index::query::{cell, query};
use crate::link::Source;
use hoten::{Error, ErrorCode, LiveOptions, LiveReader, LiveRecord, StrBuffer, Table};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyInt, PyList, PyString};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// A register that changes, kept in a folder: what `commit` acknowledged survives any crash.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct LiveIndex {
    /// `None` once it is closed. In a box: it asks for an alignment that Python's objects do not have.
    inner: Mutex<Option<Box<hoten::LiveIndex>>>,
    reader: LiveReader,
}

impl LiveIndex {
    /// Does some work while nobody else does, with the interpreter free for others.
    fn with<R: Send, E: Into<Failure>>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut hoten::LiveIndex) -> std::result::Result<R, E> + Send,
    ) -> Result<R> {
        py.detach(|| {
            let mut held = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
            let live = held.as_mut().ok_or_else(|| Error::new(ErrorCode::IndexClosed))?;
            work(live).map_err(Into::into)
        })
    }
}

#[pymethods]
impl LiveIndex {
    /// Opens the live index of a folder for writing; makes one if there is none.
    #[staticmethod]
    #[pyo3(signature = (path, *, create=true, columns=None, integer_ids=false, threads=None, log_bytes=None))]
    fn open(
        py: Python<'_>,
        path: PathBuf,
        create: bool,
        columns: Option<&Bound<'_, PyDict>>,
        integer_ids: bool,
        threads: Option<usize>,
        log_bytes: Option<u64>,
    ) -> Result<Self> {
        let mut options = LiveOptions::new().integer_ids(integer_ids).threads(threads.unwrap_or(0));
        for (field, header) in columns.into_iter().flatten() {
            options = options.column(one_text(&field)?, one_text(&header)?);
        }
        if let Some(bytes) = log_bytes {
            options = options.log_bytes(bytes);
        }
        let open = || match create {
            true => hoten::LiveIndex::open_or_create(path, &options),
            false => hoten::LiveIndex::open(path, &options),
        };
        let live = py.detach(open)?;
        Ok(Self { reader: live.reader(), inner: Mutex::new(Some(Box::new(live))) })
    }

    /// Adds records, each in place of any of its identifier; how many.
    fn add(&self, records: &Bound<'_, PyAny>) -> Result<usize> {
        let records = Records::read(records)?;
        self.with(records.py, |live| records.source.with_table(|table| live.add_table(table)))
    }

    /// Puts records in place of those of their identifiers; how many.
    fn update(&self, records: &Bound<'_, PyAny>) -> Result<usize> {
        let records = Records::read(records)?;
        self.with(records.py, |live| records.source.with_table(|table| live.update_table(table)))
    }

    /// Removes records by their identifiers; how many were there.
    fn remove(&self, ids: &Bound<'_, PyAny>) -> Result<usize> {
        let ids = texts(ids)?;
        self.with(ids.py, |live| -> Result<usize> {
            ids.list.iter().try_fold(0, |count, id| Ok(count + usize::from(live.remove(id)?)))
        })
    }

    /// Makes all changes since the last commit durable, together.
    fn commit(&self, py: Python<'_>) -> Result<()> {
        self.with(py, hoten::LiveIndex::commit)
    }

    /// Makes one file of all committed records and learns the model anew.
    #[pyo3(signature = (*, background=false))]
    fn compact(&self, py: Python<'_>, background: bool) -> Result<()> {
        self.with(py, |live| match background {
            true => live.compact_in_background(),
            false => live.compact(),
        })
    }

    /// Whether a compaction is under way in the background.
    #[getter]
    fn compacting(&self, py: Python<'_>) -> Result<bool> {
        self.with(py, |live| Ok::<_, Error>(live.is_compacting()))
    }

    /// Waits for the compaction in the background, if there is one.
    fn finish_compaction(&self, py: Python<'_>) -> Result<()> {
        self.with(py, hoten::LiveIndex::finish_compaction)
    }

    /// Commits, and leaves nothing of these records, nor of any removed before, in any file.
    #[pyo3(signature = (ids=None))]
    fn purge(&self, py: Python<'_>, ids: Option<&Bound<'_, PyAny>>) -> Result<()> {
        let ids = ids.map(texts).transpose()?.map(|ids| ids.list).unwrap_or_default();
        self.with(py, |live| live.purge(&ids))
    }

    /// Records like this one, changes that are not committed included.
    #[pyo3(signature = (record, limit=10, *, typing=false, commune=None, source=None, candidates=512))]
    fn search(
        &self,
        record: &Bound<'_, PyAny>,
        limit: usize,
        typing: bool,
        commune: Option<&str>,
        source: Option<&str>,
        candidates: usize,
    ) -> Result<IndexHits> {
        let query = query(Some(record), limit, typing, commune, source, candidates)?;
        let view = self.with(record.py(), |live| live.view())?;
        search(view, query)
    }

    /// Records like those of a table, on all cores; as `Index.search_table`.
    #[pyo3(signature = (table, limit=10, *, commune=None, source=None, candidates=512))]
    fn search_table(
        &self,
        table: &Bound<'_, PyAny>,
        limit: usize,
        commune: Option<&str>,
        source: Option<&str>,
        candidates: usize,
    ) -> Result<ArrowTable> {
        let query = query(None, limit, false, commune, source, candidates)?;
        let view = self.with(table.py(), |live| live.view())?;
        search_table(&view, table, &query)
    }

    /// The record of an identifier by field, as it was handed in; `None` if there is none.
    fn get<'py>(&self, id: &Bound<'py, PyAny>) -> Result<Option<Bound<'py, PyDict>>> {
        let text = text(id)?;
        let record = self.with(id.py(), |live| live.get(&text))?;
        by_field(id.py(), record)
    }

    /// The records after the last commit; other threads may ask it while one writes.
    fn snapshot(&self) -> LiveSnapshot {
        LiveSnapshot(self.reader.snapshot())
    }

    /// Saves what can be read of a damaged folder into a new one, and tells what was lost.
    #[staticmethod]
    fn salvage<'py>(py: Python<'py>, path: PathBuf, to: PathBuf) -> Result<Bound<'py, PyDict>> {
        let report = py.detach(|| hoten::LiveIndex::salvage(path, to, &LiveOptions::new()))?;
        let told = PyDict::new(py);
        told.set_item("records", report.records)?;
        told.set_item("manifest_lost", report.manifest_lost)?;
        let files = PyList::empty(py);
        for damaged in report.damaged {
            let file = PyDict::new(py);
            file.set_item("name", damaged.name)?;
            file.set_item("lost_records", damaged.lost_records)?;
            file.set_item("lost_commits", damaged.lost_commits)?;
            files.append(file)?;
        }
        told.set_item("damaged", files)?;
        Ok(told)
    }

    /// Ends the work; what was not committed is given up.
    fn close(&self, py: Python<'_>) -> Result<()> {
        py.detach(|| {
            let held = self.inner.lock().unwrap_or_else(PoisonError::into_inner).take();
            Ok(held.map_or(Ok(()), |live| live.close())?)
        })
    }

    fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_args))]
    fn __exit__(&self, py: Python<'_>, _args: &Bound<'_, PyAny>) -> Result<()> {
        self.close(py)
    }

    fn __len__(&self, py: Python<'_>) -> Result<usize> {
        self.with(py, |live| live.len())
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> Result<bool> {
        let text = text(id)?;
        self.with(id.py(), |live| live.contains(&text))
    }

    fn __repr__(&self) -> String {
        format!("LiveIndex({} records committed)", self.reader.snapshot().len())
    }
}

/// The records of a live index after one commit; it never changes.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct LiveSnapshot(hoten::LiveSnapshot);

#[pymethods]
impl LiveSnapshot {
    /// Reads a folder that another process may be writing.
    #[staticmethod]
    fn read(py: Python<'_>, path: PathBuf) -> Result<Self> {
        Ok(Self(py.detach(|| hoten::LiveSnapshot::read(path))?))
    }

    /// Records like this one, the likeliest first.
    #[pyo3(signature = (record, limit=10, *, typing=false, commune=None, source=None, candidates=512))]
    fn search(
        &self,
        record: &Bound<'_, PyAny>,
        limit: usize,
        typing: bool,
        commune: Option<&str>,
        source: Option<&str>,
        candidates: usize,
    ) -> Result<IndexHits> {
        search(self.0.clone(), query(Some(record), limit, typing, commune, source, candidates)?)
    }

    /// Records like those of a table, on all cores; as `Index.search_table`.
    #[pyo3(signature = (table, limit=10, *, commune=None, source=None, candidates=512))]
    fn search_table(
        &self,
        table: &Bound<'_, PyAny>,
        limit: usize,
        commune: Option<&str>,
        source: Option<&str>,
        candidates: usize,
    ) -> Result<ArrowTable> {
        search_table(&self.0, table, &query(None, limit, false, commune, source, candidates)?)
    }

    /// The record of an identifier by field, as it was handed in; `None` if there is none.
    fn get<'py>(&self, id: &Bound<'py, PyAny>) -> Result<Option<Bound<'py, PyDict>>> {
        by_field(id.py(), self.0.get(&text(id)?)?)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> Result<bool> {
        Ok(self.0.get(&text(id)?)?.is_some())
    }

    fn __repr__(&self) -> String {
        format!("LiveSnapshot({} records)", self.0.len())
    }
}

fn search(snapshot: hoten::LiveSnapshot, query: hoten::IndexQuery<'static>) -> Result<IndexHits> {
    let found = snapshot.search(&query)?;
    Ok(IndexHits::new(Found::Live(snapshot), query, found))
}

fn search_table(
    snapshot: &hoten::LiveSnapshot,
    table: &Bound<'_, PyAny>,
    query: &hoten::IndexQuery<'_>,
) -> Result<ArrowTable> {
    let records = Source::read(table)?;
    table.py().detach(|| {
        let found = snapshot.search_table(&records.table()?, query)?;
        Ok(hits::table(&found)?.into())
    })
}

/// Sets the values of a record by field.
pub(crate) fn fields(record: &LiveRecord<'_>, into: &Bound<'_, PyDict>) -> Result<()> {
    for (field, text) in record.fields() {
        into.set_item(field.as_str(), text)?;
    }
    Ok(())
}

fn by_field<'py>(
    py: Python<'py>,
    record: Option<LiveRecord<'_>>,
) -> Result<Option<Bound<'py, PyDict>>> {
    let Some(record) = record else { return Ok(None) };
    let dict = PyDict::new(py);
    fields(&record, &dict)?;
    Ok(Some(dict))
}

/// Records to be put: a table, or one record as a dict of single values.
enum Given {
    Source(Source),
    One(Vec<(String, StrBuffer)>),
}

struct Records<'py> {
    source: Given,
    py: Python<'py>,
}

impl<'py> Records<'py> {
    fn read(records: &Bound<'py, PyAny>) -> Result<Self> {
        let py = records.py();
        if let Ok(dict) = records.cast::<PyDict>() {
            let single = |value: &Bound<'_, PyAny>| {
                value.is_instance_of::<PyString>() || !value.hasattr("__iter__").unwrap_or(true)
            };
            if !dict.is_empty() && dict.values().iter().all(|value| single(&value)) {
                let mut cells = Vec::new();
                for (name, value) in dict {
                    let mut column = StrBuffer::new();
                    column.push(cell(&value)?.as_deref());
                    cells.push((one_text(&name)?.into_owned(), column));
                }
                return Ok(Self { source: Given::One(cells), py });
            }
        }
        Ok(Self { source: Given::Source(Source::read(records)?), py })
    }
}

impl Given {
    fn with_table<R>(&self, work: impl FnOnce(&Table<'_>) -> hoten::Result<R>) -> Result<R> {
        match self {
            Self::Source(source) => Ok(work(&source.table()?)?),
            Self::One(cells) => {
                let named = cells.iter().map(|(name, cell)| (name.as_str(), cell.as_column()));
                Ok(work(&Table::new(named)?)?)
            }
        }
    }
}

/// An identifier: text or a whole number.
fn text(id: &Bound<'_, PyAny>) -> Result<String> {
    if id.is_instance_of::<PyInt>() {
        return Ok(id.str()?.to_str()?.to_owned());
    }
    Ok(one_text(id)?.into_owned())
}

struct Ids<'py> {
    list: Vec<String>,
    py: Python<'py>,
}

/// One identifier or several.
fn texts<'py>(ids: &Bound<'py, PyAny>) -> Result<Ids<'py>> {
    let py = ids.py();
    let one = ids.is_instance_of::<PyString>() || ids.is_instance_of::<PyInt>();
    let list = match one {
        true => vec![text(ids)?],
        false => ids.try_iter()?.map(|id| text(&id?)).collect::<Result<_>>()?,
    };
    Ok(Ids { list, py })
}
