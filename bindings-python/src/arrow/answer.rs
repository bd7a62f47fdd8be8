//! One string in, one answer out; a column in, a column out.

use super::build::texts_of;
use super::cells::{Cells, Made};
use super::export::ArrowArray;
use super::text::{Input, one_text};
use crate::error::{Failure, Result};
use pyo3::BoundObject;
use pyo3::prelude::*;

/// Answers for one string with `one`, for a column with `many`, then without the interpreter.
pub(crate) fn answer<'py, T>(
    text: &Bound<'py, PyAny>,
    one: impl FnOnce(&str) -> Result<T>,
    many: impl FnOnce(&Cells<'_>) -> Made + Send,
) -> Result<Bound<'py, PyAny>>
where
    T: IntoPyObject<'py>,
    Failure: From<T::Error>,
{
    let py = text.py();
    match Input::read(text)? {
        Input::One(text) => Ok(one(&one_text(&text)?)?.into_pyobject(py)?.into_any().into_bound()),
        Input::Many(column) => {
            let array = column.walk(py, many)?;
            Ok(ArrowArray::from(array).into_pyobject(py)?.into_any())
        }
    }
}

/// [`answer`] for a function of text to text.
pub(crate) fn map_text<'py>(
    text: &Bound<'py, PyAny>,
    write: impl Fn(&str, &mut String) + Sync,
) -> Result<Bound<'py, PyAny>> {
    let one = |text: &str| {
        let mut written = String::new();
        write(text, &mut written);
        Ok(written)
    };
    answer(text, one, |cells| texts_of(cells, &write))
}
