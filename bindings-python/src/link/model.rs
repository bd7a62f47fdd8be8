//! How much each level of agreement says.

use super::options::{self, linker, pairs_of_text};
use super::source::{Source, chosen, not_so_many, one_or_two, tables};
use crate::error::Result;
use crate::run::run;
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
        Ok(hoten::Model::from_json(&crate::arrow::one_text(text)?)?.into())
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
///
/// >>> import hoten, json
/// >>> json.loads(hoten.shipped_rules())["rules"][0]["name"]
/// 'citizen ID'
#[pyfunction]
pub(crate) fn shipped_rules() -> String {
    hoten::MatchRules::default().to_json()
}

/// The model fitted to a table: by expectation maximisation, pairs judged `same` counting beside the
/// estimate; or counted from `truth`, a table of record id and person.
///
/// >>> import hoten
/// >>> hoten.train({"full_name": ["Lê Lợi", "Lê Lợi"], "dob": ["1950", "1950"]})
/// Model()
#[pyfunction]
#[pyo3(signature = (table, *, truth=None, judgements=None, columns=None, fields=None, model=None, rules=None, sheet=None, threads=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "keywords of a Python function")]
pub(crate) fn train(
    table: &Bound<'_, PyAny>,
    truth: Option<&Bound<'_, PyAny>>,
    judgements: Option<&Bound<'_, PyAny>>,
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
    model: Option<&Bound<'_, PyAny>>,
    rules: Option<&Bound<'_, PyAny>>,
    sheet: Option<String>,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> Result<Model> {
    let chosen = chosen(columns, fields)?;
    let linker: Linker =
        linker(&chosen, model, rules, true, threads)?.judgements(options::judgements(judgements)?);
    let sources = one_or_two(table, None, sheet, &chosen)?;
    let truth = truth.map(Source::read).transpose()?;
    run(table.py(), progress, move |told| {
        let tables = tables(&sources)?;
        let [table] = tables.as_slice() else { return Err(not_so_many()) };
        let Some(truth) = truth else {
            let (model, _) = linker.train_with(table, &mut |step| told(step.into()))?;
            return Ok(model.into());
        };
        let truth = truth.table()?;
        Ok(linker.train_labelled(table, pairs_of_text(&truth)?)?.into())
    })
}
