//! From a table to explained clusters.

mod explanation;
mod linkage;
pub(crate) mod run;
mod source;

pub(crate) use self::explanation::{Explanation, FieldExplanation};
pub(crate) use self::linkage::{Evaluation, Linkage};
pub(crate) use self::source::Source;

use crate::error::Result;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Finds the records of one person in a table or a file.
#[pyfunction]
#[pyo3(signature = (table, *, columns=None, threshold=0.9, possible=0.5, threads=None, one_per_source=false, progress=None))]
pub(crate) fn dedupe(
    table: &Bound<'_, PyAny>,
    columns: Option<&Bound<'_, PyDict>>,
    threshold: f32,
    possible: f32,
    threads: Option<usize>,
    one_per_source: bool,
    progress: Option<Py<PyAny>>,
) -> Result<Linkage> {
    let mut linker = hoten::Linker::new()
        .threshold(threshold)
        .possible(possible)
        .threads(threads.unwrap_or(0))
        .one_per_source(one_per_source);
    for (field, header) in columns.into_iter().flatten() {
        let (field, header) = (crate::arrow::one_text(&field)?, crate::arrow::one_text(&header)?);
        linker = linker.column(field, header);
    }
    let source = Source::read(table)?;
    table.py().detach(|| {
        Linkage::try_new(source, |source| {
            let table = source.table()?;
            run::run(progress.as_ref(), |told| linker.dedupe_with(&table, told))
        })
    })
}
