//! Fields: dates and numbers that identify people.

pub(crate) mod number;

use crate::arrow::{Lists, Texts, answer, numbers, structs};
use crate::error::Result;
use crate::finding::Finding;
use arrow_array::ArrayRef;
use arrow_array::types::{UInt8Type, UInt16Type};
use arrow_schema::ArrowError;
use hoten::{Parsed, StrColumn};
use pyo3::prelude::*;
use std::sync::Arc;

/// A birth date as far as it is known.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct BirthDate {
    /// Year, if known.
    year: Option<u16>,
    /// Month 1 to 12, if known.
    month: Option<u8>,
    /// Day 1 to 31, if known.
    day: Option<u8>,
    /// `day`, `month`, `year` or `none`; `None` if nothing could be read.
    precision: Option<&'static str>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

#[pymethods]
impl BirthDate {
    fn __repr__(&self) -> String {
        let precision = self.precision.unwrap_or("unread");
        format!("BirthDate(precision {precision}, {} findings)", self.findings.len())
    }
}

/// What a 12-digit personal identification number says.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct CitizenId {
    /// The twelve digits.
    number: Option<String>,
    /// Province where the birth was first registered, by its name until 2025-06-30.
    province: Option<&'static str>,
    /// `male` or `female`.
    sex: Option<&'static str>,
    /// Birth year.
    birth_year: Option<u16>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

#[pymethods]
impl CitizenId {
    fn __repr__(&self) -> String {
        let state = if self.birth_year.is_some() { "read" } else { "unread" };
        format!("CitizenId({state}, {} findings)", self.findings.len())
    }
}

/// Reads birth dates as offices write them.
#[pyfunction]
pub(crate) fn parse_birth_date<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let Parsed { value, findings } = hoten::BirthDate::parse(text);
        Ok(BirthDate {
            year: value.and_then(|date| date.year()),
            month: value.and_then(|date| date.month()),
            day: value.and_then(|date| date.day()),
            precision: value.map(|date| date.precision().as_str()),
            findings: Finding::all(py, text, &findings)?,
        })
    };
    answer(text, one, birth_dates)
}

/// Reads 12-digit personal identification numbers (CCCD).
#[pyfunction]
pub(crate) fn parse_citizen_id<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let Parsed { value, findings } = hoten::CitizenId::parse(text);
        Ok(CitizenId {
            number: value.map(|id| id.to_string()),
            province: value.and_then(|id| id.province()).map(|province| province.name()),
            sex: value.map(|id| id.sex().as_str()),
            birth_year: value.map(|id| id.birth_year()),
            findings: Finding::all(py, text, &findings)?,
        })
    };
    answer(text, one, citizen_ids)
}

/// Every cell read; a missing one stays missing.
fn read_all<T>(cells: StrColumn<'_>, parse: fn(&str) -> Parsed<T>) -> Vec<Option<Parsed<T>>> {
    cells.iter().map(|cell| cell.map(parse)).collect()
}

fn value<T: Copy>(parsed: &Option<Parsed<T>>) -> Option<T> {
    parsed.as_ref().and_then(|parsed| parsed.value)
}

/// One column a part, the codes of the findings last.
fn table<'a, T>(
    rows: &[Option<Parsed<T>>],
    parts: impl IntoIterator<Item = (&'a str, ArrayRef)>,
) -> std::result::Result<ArrayRef, ArrowError> {
    let mut findings = Lists::new(Texts::new());
    for row in rows {
        findings.append_option(
            row.as_ref().map(|row| row.findings.iter().map(|finding| Some(finding.code.as_str()))),
        );
    }
    let findings = ("findings", Arc::new(findings.finish()) as ArrayRef);
    structs(parts.into_iter().chain([findings]), rows.iter().map(Option::is_some).collect())
}

fn words<T: Copy>(
    rows: &[Option<Parsed<T>>],
    word: impl Fn(T) -> Option<&'static str>,
) -> ArrayRef {
    let mut words = Texts::new();
    rows.iter().for_each(|row| words.append_option(value(row).and_then(&word)));
    Arc::new(words.finish())
}

fn birth_dates(cells: StrColumn<'_>) -> std::result::Result<ArrayRef, ArrowError> {
    let rows = read_all(cells, hoten::BirthDate::parse);
    let parts = [
        ("year", numbers::<UInt16Type>(rows.iter().map(|row| value(row)?.year()))),
        ("month", numbers::<UInt8Type>(rows.iter().map(|row| value(row)?.month()))),
        ("day", numbers::<UInt8Type>(rows.iter().map(|row| value(row)?.day()))),
        ("precision", words(&rows, |date| Some(date.precision().as_str()))),
    ];
    table(&rows, parts)
}

fn citizen_ids(cells: StrColumn<'_>) -> std::result::Result<ArrayRef, ArrowError> {
    let rows = read_all(cells, hoten::CitizenId::parse);
    let parts = [
        ("number", number::printed(&rows)),
        ("province", words(&rows, |id| id.province().map(|province| province.name()))),
        ("sex", words(&rows, |id| Some(id.sex().as_str()))),
        (
            "birth_year",
            numbers::<UInt16Type>(rows.iter().map(|row| Some(value(row)?.birth_year()))),
        ),
    ];
    table(&rows, parts)
}
