//! Records in one file, searched in microseconds.

pub(crate) mod hits;
pub(crate) mod query;

pub(crate) use self::hits::{IndexHit, IndexHits};

use self::hits::Found;
use self::query::query;
use crate::arrow::ArrowTable;
use crate::error::{Failure, Result};
use crate::link::{Chosen, Source, chosen, start};
use crate::run::{apart, run};
use hoten::{Error, ErrorCode, FieldName, IndexBuilder, MappedFile, Schema};
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

/// Records in one file, opened and searched in microseconds.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Index {
    /// `None` once it is closed.
    inner: RwLock<Option<Arc<Inner>>>,
}

impl Index {
    fn of(inner: Inner) -> Self {
        Self { inner: RwLock::new(Some(Arc::new(inner))) }
    }

    fn inner(&self) -> Result<Arc<Inner>> {
        let held = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        held.clone().ok_or_else(|| Error::new(ErrorCode::IndexClosed).into())
    }
}

#[pymethods]
impl Index {
    /// Writes the index of a table or a file, and opens it.
    #[staticmethod]
    #[pyo3(signature = (table, path, *, columns=None, model=None, fit=true, threads=None, memory=None, progress=None))]
    #[expect(clippy::too_many_arguments, reason = "keywords of Python")]
    fn build(
        table: &Bound<'_, PyAny>,
        path: PathBuf,
        columns: Option<&Bound<'_, PyDict>>,
        model: Option<&Bound<'_, PyAny>>,
        fit: bool,
        threads: Option<usize>,
        memory: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> Result<Self> {
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
        run(table.py(), progress, move |told| {
            builder.build_with(&source.table()?, &path, &mut |step| told(step.into()))?;
            open_path(&path, false)
        })
    }

    /// Opens an index: its path, or its bytes.
    #[staticmethod]
    #[pyo3(signature = (source, *, map=false))]
    fn open(source: &Bound<'_, PyAny>, map: bool) -> Result<Self> {
        if let Ok(bytes) = source.cast::<PyBytes>() {
            return Ok(Self::of(Inner::open(Bytes::Owned(bytes.as_bytes().to_vec()))?));
        }
        let path: PathBuf = source.extract()?;
        source.py().detach(|| open_path(&path, map))
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
        let index = self.inner()?;
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
        let index = self.inner()?;
        let records = Source::read(table)?;
        apart(table.py(), move || {
            let found = index.search_table(&records.table()?, &query)?;
            Ok(hits::table(&found)?.into())
        })
    }

    /// Checks every block now, instead of when it is first looked at.
    fn verify(&self, py: Python<'_>) -> Result<()> {
        let index = self.inner()?;
        Ok(py.detach(|| index.verify())?)
    }

    /// The names of its rules.
    #[getter]
    fn rules(&self) -> Result<Vec<String>> {
        Ok(self.inner()?.rules().map(str::to_owned).collect())
    }

    /// Lets the bytes go; hits that were found can still be explained.
    fn close(&self) {
        *self.inner.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_args))]
    fn __exit__(&self, _args: &Bound<'_, PyAny>) {
        self.close();
    }

    fn __len__(&self) -> Result<usize> {
        Ok(self.inner()?.len())
    }

    fn __repr__(&self) -> String {
        self.inner().map_or_else(
            |_| "Index(closed)".to_owned(),
            |index| format!("Index({} records)", index.len()),
        )
    }
}

fn open_path(path: &PathBuf, map: bool) -> Result<Index> {
    if map {
        #[expect(unsafe_code, reason = "a mapped file is sound only as long as nobody changes it")]
        // SAFETY: whoever calls `open(.., map=True)` promises that, as its documentation says.
        let bytes = unsafe { MappedFile::open(path) }?;
        return Ok(Index::of(Inner::open(Bytes::Mapped(bytes))?));
    }
    let unreadable = |error: std::io::Error| -> Failure {
        Error::new(ErrorCode::IndexUnreadable)
            .with("file", path.display().to_string())
            .with("reason", error.kind().to_string())
            .into()
    };
    Ok(Index::of(Inner::open(Bytes::Owned(std::fs::read(path).map_err(unreadable)?))?))
}

/// Whether the column of record ids holds whole numbers.
fn has_integer_ids(source: &Source, chosen: &Chosen) -> Result<bool> {
    let Source::Columns(columns) = source else { return Ok(false) };
    let headers = columns.iter().map(|(name, _)| name.as_str());
    let chosen = chosen.columns.iter().map(|(field, header)| (field.as_str(), header.as_str()));
    let place = Schema::detect(headers, chosen)?.column(FieldName::RecordId);
    Ok(place.and_then(|place| columns.get(place)).is_some_and(|(_, cells)| cells.is_integer()))
}
