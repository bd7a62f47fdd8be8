//! How much each level of agreement says.

use super::options::{self, linker, pairs_of_text};
use super::run;
use super::source::{Source, not_so_many, tables};
use crate::error::Result;
use hoten::Linker;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// How much each level of agreement says for or against one person; every number can be read and
/// changed as JSON.
#[pyclass(frozen, eq, module = "hoten")]
#[derive(Clone, PartialEq)]
pub(crate) struct Model {
    inner: hoten::Model,
}

impl From<hoten::Model> for Model {
    fn from(inner: hoten::Model) -> Self {
        Self { inner }
    }
}

#[pymethods]
impl Model {
    /// The model hoten comes with.
    #[new]
    fn new() -> Self {
        hoten::Model::default().into()
    }

    /// Reads what `to_json` wrote, or a part of it: what is left out is as in the model hoten comes
    /// with.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>) -> Result<Self> {
        Ok(hoten::Model::from_json(crate::arrow::one_text(text)?)?.into())
    }

    /// Every number of the model.
    fn to_json(&self) -> String {
        self.inner.to_json()
    }

    /// The JSON Schema of `to_json`.
    #[staticmethod]
    fn schema() -> &'static str {
        hoten::Model::SCHEMA
    }

    /// How likely two random records are one person; `None`: found from the table.
    #[getter]
    fn prior(&self) -> Option<f64> {
        self.inner.prior()
    }

    fn __repr__(&self) -> String {
        match self.inner.prior() {
            Some(prior) => format!("Model(prior {prior:.3e})"),
            None => "Model()".to_owned(),
        }
    }
}

/// A model, its JSON, or the path of a file that holds it.
pub(crate) fn start(model: &Bound<'_, PyAny>) -> Result<hoten::Model> {
    if let Ok(model) = model.cast::<Model>() {
        return Ok(model.get().inner.clone());
    }
    Ok(hoten::Model::from_json(&options::text_or_file(model)?)?)
}

/// The blocking rules hoten comes with, as the JSON that the keyword `rules` takes.
#[pyfunction]
pub(crate) fn shipped_rules() -> String {
    hoten::MatchRules::default().to_json()
}

/// The model fitted to a table: by expectation maximisation, or from known persons.
#[pyfunction]
#[pyo3(signature = (table, *, truth=None, judgements=None, columns=None, fields=None, model=None, rules=None, threads=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
pub(crate) fn train(
    table: &Bound<'_, PyAny>,
    truth: Option<&Bound<'_, PyAny>>,
    judgements: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    model: Option<&Bound<'_, PyAny>>,
    rules: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> Result<Model> {
    let linker: Linker = linker(columns, fields, model, rules, true, threads)?
        .judgements(options::judgements(judgements)?);
    let sources = [Source::read(table)?];
    let truth = truth.map(Source::read).transpose()?;
    table.py().detach(|| {
        let tables = tables(&sources)?;
        let [table] = tables.as_slice() else { return Err(not_so_many()) };
        let Some(truth) = truth else {
            let (model, _) = run::run(progress.as_ref(), |told| linker.train_with(table, told))?;
            return Ok(model.into());
        };
        let truth = truth.table()?;
        Ok(linker.train_labelled(table, pairs_of_text(&truth)?)?.into())
    })
}
