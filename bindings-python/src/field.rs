//! Fields: dates and numbers that identify people.

pub(crate) mod address;
pub(crate) mod number;

use crate::arrow::{Cells, Lists, Made, Texts, answer, numbers, structs};
use crate::error::Result;
use crate::finding::Finding;
use arrow_array::types::{UInt8Type, UInt16Type};
use arrow_array::{ArrayRef, BooleanArray};
use hoten::{DateColumn, Parsed};
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
    /// `day`, `month`, `year`, `years` (one of two) or `none`; `None` if nothing could be read.
    precision: Option<&'static str>,
    /// `solar` or `lunar`; `None` if nothing could be read.
    calendar: Option<&'static str>,
    /// Is the month a leap one of the lunar calendar?
    leap_month: bool,
    /// How much of 01/01 (`year`) or another first of a month (`month`) should be believed.
    placeholder: Option<&'static str>,
    /// The date as text, and the others that the value may mean.
    candidates: Vec<String>,
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

/// Reads birth dates as offices write them, also of the lunar calendar and in words.
///
/// A string gives `BirthDate`; a column an `ArrowArray` of structs, and its cells decide together
/// whether the month was written first. `written_in` is the year in which the value was written: ages
/// count from it. Raises `HotenError` as `normalize`.
///
/// >>> import hoten
/// >>> date = hoten.parse_birth_date("12/5/1950")
/// >>> date.year, date.month, date.day, date.precision
/// (1950, 5, 12, 'day')
/// >>> [finding.code for finding in hoten.parse_birth_date("31/31/1950").findings]
/// ['date_part_impossible']
#[pyfunction]
#[pyo3(signature = (text, *, written_in = None))]
pub(crate) fn parse_birth_date<'py>(
    text: &Bound<'py, PyAny>,
    written_in: Option<u16>,
) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let parsed = read_date(DateColumn::default(), text, written_in);
        let date = parsed.value;
        Ok(BirthDate {
            year: date.and_then(hoten::BirthDate::year),
            month: date.and_then(hoten::BirthDate::month),
            day: date.and_then(hoten::BirthDate::day),
            precision: date.map(|date| date.precision().as_str()),
            calendar: date.map(|date| date.calendar().as_str()),
            leap_month: date.is_some_and(hoten::BirthDate::is_leap_month),
            placeholder: date.and_then(placeholder),
            candidates: candidates(&parsed),
            findings: Finding::all(py, text, &parsed.findings)?,
        })
    };
    answer(text, one, |cells| birth_dates(cells, written_in))
}

fn read_date(column: DateColumn, text: &str, written_in: Option<u16>) -> Parsed<hoten::BirthDate> {
    match written_in {
        Some(year) => column.parse_at(text, year),
        None => column.parse(text),
    }
}

fn placeholder(date: hoten::BirthDate) -> Option<&'static str> {
    date.placeholder().map(hoten::DatePrecision::as_str)
}

fn candidates(parsed: &Parsed<hoten::BirthDate>) -> Vec<String> {
    parsed.candidates().iter().map(ToString::to_string).collect()
}

/// A day of the lunar calendar.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct LunarDate {
    /// The year whose Tết came last.
    year: u16,
    /// Month 1 (Giêng) to 12 (Chạp).
    month: u8,
    /// Day 1 to 30.
    day: u8,
    /// Is it of the leap month that follows the month of this number?
    leap_month: bool,
}

#[pymethods]
impl LunarDate {
    fn __repr__(&self) -> String {
        let Self { year, month, day, leap_month } = self;
        let leap = if *leap_month { ", leap_month=True" } else { "" };
        format!("LunarDate({year}, {month}, {day}{leap})")
    }
}

/// The lunar day of a solar date.
///
/// >>> import hoten
/// >>> day = hoten.solar_to_lunar(2024, 2, 10)
/// >>> day.month, day.day
/// (1, 1)
#[pyfunction]
pub(crate) fn solar_to_lunar(year: u16, month: u8, day: u8) -> Option<LunarDate> {
    let date = hoten::BirthDate::new(Some(year), Some(month), Some(day))?;
    hoten::LunarDate::from_solar(date).map(|lunar| LunarDate {
        year: lunar.year(),
        month: lunar.month(),
        day: lunar.day(),
        leap_month: lunar.is_leap_month(),
    })
}

/// The solar date of a lunar day; `None` where the calendar has no such day.
///
/// >>> import hoten
/// >>> hoten.lunar_to_solar(2024, 1, 1)
/// datetime.date(2024, 2, 10)
#[pyfunction]
#[pyo3(signature = (year, month, day, *, leap_month = false))]
pub(crate) fn lunar_to_solar<'py>(
    py: Python<'py>,
    year: u16,
    month: u8,
    day: u8,
    leap_month: bool,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let lunar = hoten::LunarDate::new(year, month, leap_month, day);
    let solar = lunar.and_then(hoten::LunarDate::to_solar);
    let date = |solar: hoten::BirthDate| {
        py.import("datetime")?.call_method1("date", (solar.year(), solar.month(), solar.day()))
    };
    solar.map(date).transpose()
}

/// Reads 12-digit personal numbers (CCCD): province, sex and birth year stand in them.
///
/// A string gives `CitizenId`, a column an `ArrowArray` of structs.
///
/// >>> import hoten
/// >>> hoten.parse_citizen_id("089050001234").birth_year
/// 1950
/// >>> [finding.code for finding in hoten.parse_citizen_id("7,9175E+10").findings]
/// ['id_destroyed']
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
fn read_all<T>(cells: &Cells<'_>, parse: impl Fn(&str) -> Parsed<T>) -> Vec<Option<Parsed<T>>> {
    cells.iter().map(|cell| cell.map(&parse)).collect()
}

fn value<T: Copy>(parsed: &Option<Parsed<T>>) -> Option<T> {
    parsed.as_ref().and_then(|parsed| parsed.value)
}

/// One column a part, the codes of the findings last.
fn table<'a, T>(
    rows: &[Option<Parsed<T>>],
    parts: impl IntoIterator<Item = (&'a str, ArrayRef)>,
) -> Made {
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

fn birth_dates(cells: &Cells<'_>, written_in: Option<u16>) -> Made {
    let column = DateColumn::survey(cells.iter().flatten());
    let rows = read_all(cells, |cell| read_date(column, cell, written_in));
    let mut all = Lists::new(Texts::new());
    for row in &rows {
        all.append_option(row.as_ref().map(|row| candidates(row).into_iter().map(Some)));
    }
    let leap = |row: &Option<Parsed<hoten::BirthDate>>| {
        row.as_ref().map(|row| row.value.is_some_and(hoten::BirthDate::is_leap_month))
    };
    let leap: BooleanArray = rows.iter().map(leap).collect();
    let parts = [
        ("year", numbers::<UInt16Type>(rows.iter().map(|row| value(row)?.year()))),
        ("month", numbers::<UInt8Type>(rows.iter().map(|row| value(row)?.month()))),
        ("day", numbers::<UInt8Type>(rows.iter().map(|row| value(row)?.day()))),
        ("precision", words(&rows, |date| Some(date.precision().as_str()))),
        ("calendar", words(&rows, |date| Some(date.calendar().as_str()))),
        ("leap_month", Arc::new(leap) as ArrayRef),
        ("placeholder", words(&rows, placeholder)),
        ("candidates", Arc::new(all.finish()) as ArrayRef),
    ];
    table(&rows, parts)
}

fn citizen_ids(cells: &Cells<'_>) -> Made {
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
