//! The core's errors as `HotenError`, a `ValueError` with a stable `.code`.

use pyo3::create_exception;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

create_exception!(
    hoten,
    HotenError,
    PyValueError,
    "A call that could not be done. `code` is stable; the text says what to do next."
);

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
            Failure::Core(error) => Python::attach(|py| {
                let raised = HotenError::new_err(error.to_string());
                match raised.value(py).setattr("code", error.code().as_str()) {
                    Ok(()) => raised,
                    Err(other) => other,
                }
            }),
        }
    }
}

impl From<std::convert::Infallible> for Failure {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}
