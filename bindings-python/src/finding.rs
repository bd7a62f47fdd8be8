//! Findings: what was noticed about a value.

use crate::error::Result;
use crate::span::Places;
use hoten::{Error, ErrorCode, Lang};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Something noticed about a value: a stable code, the field, how grave it is, where, and a proposal.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Finding {
    inner: hoten::Finding,
    span: Option<(usize, usize)>,
}

impl Finding {
    /// Findings about `text`.
    pub(crate) fn all(
        py: Python<'_>,
        text: &str,
        findings: &[hoten::Finding],
    ) -> PyResult<Vec<Py<Self>>> {
        let mut places = Places::of(text);
        let about = |inner: &hoten::Finding| {
            let span = inner.span.and_then(|span| places.span(span));
            Py::new(py, Self { inner: inner.clone(), span })
        };
        findings.iter().map(about).collect()
    }
}

#[pymethods]
impl Finding {
    /// Stable code.
    #[getter]
    fn code(&self) -> &'static str {
        self.inner.code.as_str()
    }

    /// The field it is about: `full_name`, `birth_date`, ...
    #[getter]
    fn field(&self) -> &'static str {
        self.inner.field.as_str()
    }

    /// `error`, `warning` or `note`.
    #[getter]
    fn severity(&self) -> &'static str {
        self.inner.severity.as_str()
    }

    /// First code point and one past the last, in the value as given.
    #[getter]
    fn span(&self) -> Option<(usize, usize)> {
        self.span
    }

    /// What the value probably should be; for a person to accept.
    #[getter]
    fn suggestion(&self) -> Option<&str> {
        self.inner.suggestion.as_deref()
    }

    /// Values for the words of the message.
    #[getter]
    fn params<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let params = PyDict::new(py);
        for (key, value) in &self.inner.params {
            params.set_item(key, value)?;
        }
        Ok(params)
    }

    /// The words for people, in `"en"` or `"vi"`.
    #[pyo3(signature = (lang="en"))]
    fn message(&self, lang: &str) -> Result<String> {
        let known = Lang::from_tag(lang);
        let known =
            known.ok_or_else(|| Error::new(ErrorCode::UnknownLanguage).with("name", lang))?;
        Ok(self.inner.message(known))
    }

    fn __repr__(&self) -> String {
        format!("Finding({}: {}, {})", self.severity(), self.code(), self.field())
    }
}
