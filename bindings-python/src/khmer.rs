//! Khmer script: canonical order and Latin letters.

use crate::arrow::map_text;
use crate::error::Result;
use hoten::khmer::{KhmerRomanization, canonical, romanize_with};
use pyo3::prelude::*;

/// Khmer text in canonical order, each thing that can be drawn written in one way.
#[pyfunction]
pub(crate) fn khmer_canonical<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    map_text(text, |text, out| out.push_str(&canonical(text)))
}

/// Khmer script in Latin letters, of one text or of a column.
#[pyfunction]
#[pyo3(signature = (text, *, style = "common"))]
pub(crate) fn khmer_romanize<'py>(
    text: &Bound<'py, PyAny>,
    style: &str,
) -> Result<Bound<'py, PyAny>> {
    let style: KhmerRomanization = style.parse()?;
    map_text(text, |text, out| out.push_str(&romanize_with(text, style)))
}
