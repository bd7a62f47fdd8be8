//! Records in one file, searched in microseconds.

pub(crate) mod hits;
pub(crate) mod keyed;
pub(crate) mod query;

pub(crate) use self::hits::{IndexHit, IndexHits};
pub(crate) use self::keyed::{KeyedHit, KeyedHits, KeyedIndex};

use self::hits::Found;
use self::query::query;
use crate::arrow::ArrowTable;
use crate::error::{Failure, Result};
use crate::link::{Chosen, Source, chosen, start};
use crate::run::{apart, run};
use hoten::{Error, ErrorCode, FieldName, IndexBuilder, IndexKey, MappedFile, Schema};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

/// Where the bytes of an index are.
pub(crate) enum Bytes {
    Owned(Vec<u8>),
    Mapped(MappedFile),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Owned(bytes) => bytes,
            Self::Mapped(file) => file.as_ref(),
        }
    }
}

type Inner = hoten::Index<Bytes>;

/// An index that is open until it is closed; who searches it meanwhile keeps it.
pub(crate) struct Open<T>(RwLock<Option<Arc<T>>>);

impl<T> Open<T> {
    pub(crate) fn new(inner: T) -> Self {
        Self(RwLock::new(Some(Arc::new(inner))))
    }

    pub(crate) fn get(&self) -> Result<Arc<T>> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.clone().ok_or_else(|| Error::new(ErrorCode::IndexClosed).into())
    }

    pub(crate) fn close(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// `Index(5 records)`, or that it is closed.
    pub(crate) fn told(&self, class: &str, count: impl FnOnce(&T) -> String) -> String {
        let told = self.get().map_or_else(|_| "closed".to_owned(), |index| count(&index));
        format!("{class}({told})")
    }
}

/// Records in one file, opened and searched in microseconds.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Index {
    inner: Open<Inner>,
}

impl Index {
    fn of(inner: Inner) -> Self {
        Self { inner: Open::new(inner) }
    }
}

#[pymethods]
impl Index {
    /// What kind of index it is.
    #[classattr]
    fn kind() -> &'static str {
        "full"
    }

    /// Writes the index of a table or a file, and opens it.
    #[staticmethod]
    #[pyo3(signature = (table, path, *, kind="full", key=None, columns=None, model=None, fit=true, threads=None, memory=None, progress=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn build<'py>(
        table: &Bound<'py, PyAny>,
        path: PathBuf,
        kind: &str,
        key: Option<&[u8]>,
        columns: Option<&Bound<'py, PyDict>>,
        model: Option<&Bound<'py, PyAny>>,
        fit: bool,
        threads: Option<usize>,
        memory: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> Result<Bound<'py, PyAny>> {
        let py = table.py();
        let key = match (kind, key) {
            ("full", None) => None,
            ("keyed", key) => Some(IndexKey::from_bytes(key.unwrap_or_default())?),
            _ => return Err(Error::new(ErrorCode::IndexKind).with("kind", kind.to_owned()).into()),
        };
        let chosen = chosen(columns, None)?;
        let source = Source::read(table)?;
        let mut builder = IndexBuilder::new()
            .threads(threads.unwrap_or(0))
            .fit(fit)
            .integer_ids(has_integer_ids(&source, &chosen)?);
        for (field, header) in chosen.columns {
            builder = builder.column(field, header);
        }
        if let Some(model) = model {
            builder = builder.model(start(model)?);
        }
        if let Some(bytes) = memory {
            builder = builder.memory(bytes);
        }
        if let Some(key) = key {
            let (bytes, made) = apart(py, move || {
                let made = builder.build_keyed(&source.table()?, &path, &key)?;
                Ok((hoten::KeyedIndex::open(read(&path, false)?, &key)?, made))
            })?;
            return Ok(Bound::new(py, KeyedIndex::new(bytes, Some(made)))?.into_any());
        }
        let index = run(py, progress, move |told| {
            builder.build_with(&source.table()?, &path, &mut |step| told(step.into()))?;
            open_path(&path, false)
        })?;
        Ok(Bound::new(py, index)?.into_any())
    }

    /// Opens an index: its path, or its bytes.
    #[staticmethod]
    #[pyo3(signature = (source, *, map=false, key=None))]
    fn open<'py>(
        source: &Bound<'py, PyAny>,
        map: bool,
        key: Option<&[u8]>,
    ) -> Result<Bound<'py, PyAny>> {
        let py = source.py();
        let bytes = match source.cast::<PyBytes>() {
            Ok(bytes) => Bytes::Owned(bytes.as_bytes().to_vec()),
            Err(_) => {
                let path: PathBuf = source.extract()?;
                py.detach(|| read(&path, map))?
            }
        };
        Ok(match key {
            Some(key) => {
                let inner = hoten::KeyedIndex::open(bytes, &IndexKey::from_bytes(key)?)?;
                Bound::new(py, KeyedIndex::new(inner, None))?.into_any()
            }
            None => Bound::new(py, Self::of(Inner::open(bytes)?))?.into_any(),
        })
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
        let query = query(Some(record), limit, typing, commune, source, candidates)?;
        let index = self.inner.get()?;
        let found = index.search(&query)?;
        Ok(IndexHits::new(Found::Index(index), query, found))
    }

    /// Records like those of a table, on all cores: `query_row` (from 0), `rank` (from 1),
    /// `record_id`, `score`, `probability`.
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
        let index = self.inner.get()?;
        let records = Source::read(table)?;
        apart(table.py(), move || {
            let found = index.search_table(&records.table()?, &query)?;
            Ok(hits::table(&found)?.into())
        })
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

    /// Lets the bytes go; hits that were found can still be explained.
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

    fn __len__(&self) -> Result<usize> {
        Ok(self.inner.get()?.len())
    }

    fn __repr__(&self) -> String {
        self.inner.told("Index", |index| format!("{} records", index.len()))
    }
}

fn open_path(path: &PathBuf, map: bool) -> Result<Index> {
    Ok(Index::of(Inner::open(read(path, map)?)?))
}

fn read(path: &PathBuf, map: bool) -> Result<Bytes> {
    if map {
        #[expect(unsafe_code, reason = "a mapped file is sound only as long as nobody changes it")]
        // SAFETY: whoever calls `open(.., map=True)` promises that, as its documentation says.
        let bytes = unsafe { MappedFile::open(path) }?;
        return Ok(Bytes::Mapped(bytes));
    }
    let unreadable = |error: std::io::Error| -> Failure {
        Error::new(ErrorCode::IndexUnreadable)
            .with("file", path.display().to_string())
            .with("reason", error.kind().to_string())
            .into()
    };
    Ok(Bytes::Owned(std::fs::read(path).map_err(unreadable)?))
}

/// Whether the column of record ids holds whole numbers.
fn has_integer_ids(source: &Source, chosen: &Chosen) -> Result<bool> {
    let Source::Columns(columns) = source else { return Ok(false) };
    let headers = columns.iter().map(|(name, _)| name.as_str());
    let chosen = chosen.columns.iter().map(|(field, header)| (field.as_str(), header.as_str()));
    let place = Schema::detect(headers, chosen)?.column(FieldName::RecordId);
    Ok(place.and_then(|place| columns.get(place)).is_some_and(|(_, cells)| cells.is_integer()))
}
