//! The core's errors as `HotenError`, a `ValueError` with a stable `.code`; the classes stand in
//! `_errors.py`.

use hoten::Lang;
use pyo3::import_exception;
use pyo3::prelude::*;
use pyo3::types::PyDict;

import_exception!(hoten._errors, HotenError);

/// What a bound function gives back.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// Either the core's own error or one that Python raised on the way.
pub(crate) enum Failure {
    /// The core says no.
    Core(hoten::Error),
    /// Python says no.
    Python(PyErr),
}

impl From<hoten::Error> for Failure {
    fn from(error: hoten::Error) -> Self {
        Self::Core(error)
    }
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Self::Python(error)
    }
}

impl From<Failure> for PyErr {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Python(error) => error,
            Failure::Core(error) => Python::attach(|py| raised(py, &error).unwrap_or_else(|e| e)),
        }
    }
}

impl From<std::convert::Infallible> for Failure {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

/// The error as Python raises it, its words in both languages.
fn raised(py: Python<'_>, error: &hoten::Error) -> PyResult<PyErr> {
    let words = [Lang::En, Lang::Vi].map(|lang| error.message(lang));
    let [english, vietnamese] = words;
    let made = py
        .import("hoten._errors")?
        .call_method1("made", (error.code().as_str(), english, vietnamese))?;
    Ok(PyErr::from_value(made))
}

/// Names of parameters that errors made in Python fill in.
const KEYS: [&str; 9] =
    ["file", "folder", "function", "known", "name", "nearest", "reason", "type", "word"];

/// An error of this code for Python modules to raise, in the same words as everywhere.
#[pyfunction]
#[pyo3(name = "_error", signature = (code, **params))]
pub(crate) fn error(code: &str, params: Option<&Bound<'_, PyDict>>) -> Result<PyErr> {
    let code = hoten::ErrorCode::ALL.iter().find(|known| known.as_str() == code);
    let mut error = hoten::Error::new(*code.unwrap_or(&hoten::ErrorCode::NotText));
    for (key, value) in params.into_iter().flatten() {
        let key: String = key.extract()?;
        if let Some(key) = KEYS.into_iter().find(|known| *known == key) {
            error = error.with(key, value.str()?.to_string_lossy());
        }
    }
    Ok(Failure::from(error).into())
}
