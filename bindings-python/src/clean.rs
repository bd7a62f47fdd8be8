//! Clean text, its normal form and its fold.

use crate::arrow::{Cells, Lists, Made, TextColumn, Texts, answer, map_text, one_text, structs};
use crate::error::Result;
use crate::span::Places;
use arrow_array::ArrayRef;
use pyo3::prelude::*;
use std::sync::Arc;

/// Text as it should have been written, and what was done to get there.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Cleaned {
    /// The clean text.
    text: String,
    /// Each repair, in the order of the steps.
    repairs: Vec<Py<Repair>>,
    /// What could not be restored for certain, by place; nothing of it is changed in the text.
    suggestions: Vec<Py<Suggestion>>,
}

#[pymethods]
impl Cleaned {
    fn __repr__(&self) -> String {
        format!("Cleaned({} repairs, {} suggestions)", self.repairs.len(), self.suggestions.len())
    }
}

/// One repair: what stood in the span of the text given became `to`.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Repair {
    /// What was wrong: `encoding`, `lookalike`, `blank`, `case`, `tone_place`, `mark_order` or
    /// `keystroke`.
    kind: &'static str,
    /// First code point and one past the last, in the text given.
    span: Option<(usize, usize)>,
    /// What stands there in the clean text.
    to: String,
}

#[pymethods]
impl Repair {
    fn __repr__(&self) -> String {
        format!("Repair({})", self.kind)
    }
}

/// What a damaged part of the text may have been, where that cannot be known for certain.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Suggestion {
    /// What is wrong; the kinds of `Repair`.
    kind: &'static str,
    /// First code point and one past the last, in the text given.
    span: Option<(usize, usize)>,
    /// What may stand there, the likeliest first; at most 8.
    candidates: Vec<String>,
}

#[pymethods]
impl Suggestion {
    fn __repr__(&self) -> String {
        format!("Suggestion({}, {} candidates)", self.kind, self.candidates.len())
    }
}

/// Repairs text for showing and storing; the spelling that a person chose is kept.
///
/// A string gives `Cleaned`: `text`, `repairs` and `suggestions`. A column gives an `ArrowArray` of
/// structs `{text, repairs}`, and its cells decide together which encodings they were in.
///
/// Raises `HotenError`: `not_a_column`, `not_text`, `column_type`.
///
/// >>> import hoten
/// >>> hoten.clean("NGUYỄN  VĂN HOÀ").text
/// 'Nguyễn Văn Hoà'
/// >>> [repair.kind for repair in hoten.clean("NGUYỄN VĂN HOÀ").repairs]
/// ['case', 'case', 'case']
/// >>> hoten.clean(["Hoà  Bình", None]).to_pylist()
/// [{'text': 'Hoà Bình', 'repairs': ['blank']}, None]
#[pyfunction]
pub(crate) fn clean<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let cleaned = hoten::clean(text);
        let mut places = Places::of(text);
        let repair = |repair: &hoten::Repair| {
            let (span, to) = (places.span(repair.span), repair.to.clone());
            Py::new(py, Repair { kind: repair.kind.as_str(), span, to })
        };
        let repairs = cleaned.repairs.iter().map(repair).collect::<PyResult<_>>()?;
        let suggest = |asked: &hoten::Suggestion| {
            let (span, candidates) = (places.span(asked.span), asked.candidates.clone());
            Py::new(py, Suggestion { kind: asked.kind.as_str(), span, candidates })
        };
        let suggestions = cleaned.suggestions.iter().map(suggest).collect::<PyResult<_>>()?;
        Ok(Cleaned { text: cleaned.text.into_owned(), repairs, suggestions })
    };
    answer(text, one, many)
}

/// The cells of a column decide together which encodings it was in.
fn many(cells: &Cells<'_>) -> Made {
    let found = hoten::detect(cells.iter().flatten());
    let (mut text, mut repairs) = (Texts::new(), Lists::new(Texts::new()));
    let mut present = Vec::with_capacity(cells.len());
    for cell in cells.iter() {
        let cleaned = cell.map(|cell| found.clean(cell));
        text.append_option(cleaned.as_ref().map(|cleaned| &cleaned.text));
        let kinds = cleaned.as_ref().map(|c| c.repairs.iter().map(|r| Some(r.kind.as_str())));
        repairs.append_option(kinds);
        present.push(cleaned.is_some());
    }
    let columns = [
        ("text", Arc::new(text.finish()) as ArrayRef),
        ("repairs", Arc::new(repairs.finish()) as ArrayRef),
    ];
    structs(columns, present)
}

/// The normal form, for comparing: lower case, one spelling of each letter, one place of the tone.
///
/// A string gives a string; a column (a list, or anything with an Arrow door) gives an `ArrowArray` of
/// text of as many rows, a missing cell staying missing. About 0.2 microseconds a name.
///
/// Raises `HotenError`: `not_a_column`, `not_text`, `column_type`.
///
/// >>> import hoten
/// >>> hoten.normalize("  NGUYỄN  VĂN HOÀ")
/// 'nguyễn văn hòa'
/// >>> hoten.normalize(["Hoà", None]).to_pylist()
/// ['hòa', None]
#[pyfunction]
pub(crate) fn normalize<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    map_text(text, hoten::normalize_to)
}

/// The text without marks, ASCII where it was Vietnamese; đ becomes d.
///
/// A string gives a string, a column an `ArrowArray` of text. Raises `HotenError` as `normalize`.
///
/// >>> import hoten
/// >>> hoten.fold("Đặng Thị Hòa")
/// 'dang thi hoa'
#[pyfunction]
pub(crate) fn fold<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    map_text(text, hoten::fold_to)
}

/// Bytes as text, by the name of their encoding: `tcvn3`, `vni`, `viscii`, `viqr`, ...
///
/// Raises `HotenError`: `unknown_encoding`, which lists those that are known.
///
/// >>> import hoten
/// >>> hoten.decode(b"Nguy\xd4n", "tcvn3")
/// 'Nguyễn'
#[pyfunction]
pub(crate) fn decode(data: &[u8], encoding: &Bound<'_, PyAny>) -> Result<String> {
    Ok(hoten::decode(data, one_text(encoding)?.parse()?))
}

/// The encoding that the cells of a column were in before they were misread.
///
/// `None` if they are as they should be, or the evidence does not decide.
///
/// >>> import hoten
/// >>> hoten.detect_encoding(["NguyÔn V¨n §øc", "TrÇn ThÞ Hång", "Lª ThÞ HuÖ"])
/// 'tcvn3'
#[pyfunction]
pub(crate) fn detect_encoding(column: &Bound<'_, PyAny>) -> Result<Option<&'static str>> {
    let py = column.py();
    let column = TextColumn::read(column, "")?;
    let find = |cells: &Cells<'_>| Ok(hoten::detect(cells.iter().flatten()));
    let detection = column.walk(py, find)?;
    Ok(detection.encoding.map(hoten::Encoding::as_str))
}
