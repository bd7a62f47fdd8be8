//! The pairs to compare, in batches as they are made.

use super::options::linker;
use super::source::{Source, chosen, not_so_many, one_or_two, tables};
use crate::arrow::Texts;
use crate::error::Result;
use crate::run;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use hoten::{Candidate, Linker, MatchRules, StrColumn, Table};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict};
use std::borrow::Cow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

/// Batches that may wait to be read.
const WAITING: usize = 4;

/// The pairs to compare, made while they are read: `pyarrow.table(x)`, or batch by batch with
/// `pyarrow.RecordBatchReader.from_stream(x)`. Each reading begins anew.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct CandidateStream {
    linker: Arc<Linker>,
    sources: Arc<Vec<Source>>,
}

#[pymethods]
impl CandidateStream {
    /// Arrow PyCapsule interface; a requested schema is not honoured, which the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> Result<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let (linker, sources) = (self.linker.clone(), self.sources.clone());
        let (send, receive) = sync_channel(WAITING);
        let pool = run::pool()?;
        std::thread::spawn(move || {
            let send_batch = |batch| send.send(batch).is_ok();
            if let Err(failure) = pool.install(|| walk(&linker, &sources, send_batch)) {
                let words = PyErr::from(failure).to_string();
                let _ = send.send(Err(ArrowError::ComputeError(words)));
            }
        });
        let stream = FFI_ArrowArrayStream::new(Box::new(Batches { receive }));
        Ok(PyCapsule::new_with_value(py, stream, c"arrow_array_stream")?)
    }

    fn __repr__(&self) -> &'static str {
        "CandidateStream(left_id, right_id, rule)"
    }
}

/// Sends batch after batch until all are made or nobody reads any more.
fn walk(
    linker: &Linker,
    sources: &[Source],
    send: impl Fn(std::result::Result<RecordBatch, ArrowError>) -> bool + Send + Sync,
) -> Result<()> {
    let tables = tables(sources)?;
    let ids = Ids::of(linker, &tables)?;
    let mut take = |pairs: &[Candidate], rules: &MatchRules| send(ids.batch(rules, pairs));
    match tables.as_slice() {
        [table] => Ok(linker.candidates(table, &mut take)?),
        [left, right] => Ok(linker.candidates_link(left, right, &mut take)?),
        _ => Err(not_so_many()),
    }
}

/// What the rows are called.
struct Ids<'a> {
    columns: Vec<(usize, Option<StrColumn<'a>>)>,
}

impl<'a> Ids<'a> {
    fn of(linker: &Linker, tables: &[Table<'a>]) -> Result<Self> {
        let columns = tables.iter().map(|table| Ok((table.rows(), linker.id_column(table)?)));
        Ok(Self { columns: columns.collect::<hoten::Result<_>>()? })
    }

    fn id(&self, row: u32) -> Cow<'a, str> {
        let mut row = row as usize;
        for (rows, column) in &self.columns {
            if row < *rows {
                let own = column.and_then(|column| column.get(row)).filter(|id| !id.is_empty());
                return own.map_or_else(|| Cow::Owned(row.to_string()), Cow::Borrowed);
            }
            row -= rows;
        }
        Cow::Owned(row.to_string())
    }

    fn batch(
        &self,
        names: &MatchRules,
        pairs: &[Candidate],
    ) -> std::result::Result<RecordBatch, ArrowError> {
        let [mut left, mut right, mut rules] = [(); 3].map(|()| Texts::new());
        for pair in pairs {
            left.append_value(self.id(pair.left));
            right.append_value(self.id(pair.right));
            rules.append_value(names.name(pair.rule));
        }
        let columns = [left, right, rules].map(|mut column| Arc::new(column.finish()) as ArrayRef);
        RecordBatch::try_new(schema(), columns.into())
    }
}

fn schema() -> SchemaRef {
    let names = ["left_id", "right_id", "rule"];
    let fields = names.map(|name| Field::new(name, DataType::LargeUtf8, false));
    Arc::new(Schema::new(fields.to_vec()))
}

/// The reading end.
struct Batches {
    receive: Receiver<std::result::Result<RecordBatch, ArrowError>>,
}

impl Iterator for Batches {
    type Item = std::result::Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.receive.recv().ok()
    }
}

impl RecordBatchReader for Batches {
    fn schema(&self) -> SchemaRef {
        schema()
    }
}

/// The pairs to compare, made while they are read: `left_id`, `right_id` and the first `rule` that
/// finds them. `pyarrow.table(x)`, or batch by batch with `pyarrow.RecordBatchReader.from_stream(x)`.
///
/// >>> import hoten
/// >>> hoten.candidates({"full_name": ["Lê Lợi", "Lê Lợi"], "dob": ["1950", "1950"]})
/// CandidateStream(left_id, right_id, rule)
#[pyfunction]
#[pyo3(signature = (table, right=None, *, columns=None, fields=None, rules=None, sheet=None, threads=None))]
pub(crate) fn candidates(
    table: &Bound<'_, PyAny>,
    right: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    rules: Option<&Bound<'_, PyAny>>,
    sheet: Option<String>,
    threads: Option<usize>,
) -> Result<CandidateStream> {
    let chosen = chosen(columns, fields)?;
    let linker = linker(&chosen, None, rules, true, threads)?;
    let sources = one_or_two(table, right, sheet, &chosen)?;
    // What is wrong with the headers or identifiers is said now, not while the stream is read.
    Ids::of(&linker, &tables(&sources)?)?;
    Ok(CandidateStream { linker: Arc::new(linker), sources: Arc::new(sources) })
}
