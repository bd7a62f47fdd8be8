//! Checks of one record.

use crate::arrow::one_text;
use crate::error::Result;
use crate::finding::Finding;
use hoten::{CheckOptions, FieldName, Schema, check_record as check_one};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The options of a check: the day it is made on (today unless given) and codes to be left out.
pub(crate) fn options(
    py: Python<'_>,
    today: Option<&Bound<'_, PyAny>>,
    ignore: Option<Vec<String>>,
) -> Result<CheckOptions> {
    let today = match today {
        Some(day) if day.hasattr("isoformat")? => day.call_method0("isoformat")?,
        Some(day) => day.clone(),
        None => py.import("datetime")?.getattr("date")?.call_method0("today")?.str()?.into_any(),
    };
    // A datetime has a time behind its day.
    let text = one_text(&today)?.split('T').next().unwrap_or_default().to_owned();
    let mut options = CheckOptions::new().today_iso(&text)?;
    for code in ignore.unwrap_or_default() {
        options = options.ignore_named(&code)?;
    }
    Ok(options)
}

/// Checks one record: each field by itself, and the fields against one another; gravest first.
///
/// `record` maps field names (`full_name`, `birth_date`, ...) or headers such as `Họ và tên` to values;
/// others are passed over, and a field that is given but blank is found missing. `today` is the day ages
/// are counted to (the day of the call unless given), `ignore` are codes to say nothing of.
///
/// Raises `HotenError`: `not_a_date`, `unknown_finding`.
///
/// >>> import hoten
/// >>> record = {"full_name": "Nguyễn Văn Hòa", "sex": "Nữ", "citizen_id": "089050001234"}
/// >>> hoten.check_record(record)[0].code
/// 'citizen_id_sex_mismatch'
#[pyfunction]
#[pyo3(signature = (record, *, today=None, ignore=None))]
pub(crate) fn check_record(
    record: &Bound<'_, PyDict>,
    today: Option<&Bound<'_, PyAny>>,
    ignore: Option<Vec<String>>,
) -> Result<Vec<Py<Finding>>> {
    let py = record.py();
    let options = options(py, today, ignore)?;
    let mut cells: Vec<(FieldName, String)> = Vec::new();
    for (name, value) in record {
        let Some(field) = Schema::field_of(&one_text(&name)?) else { continue };
        let text = match value.is_none() {
            true => String::new(),
            false => one_text(value.str()?.as_any())?.into_owned(),
        };
        cells.push((field, text));
    }
    let found = check_one(cells.iter().map(|(field, text)| (*field, text.as_str())), &options);
    let mut all = Vec::with_capacity(found.len());
    for finding in found {
        let text = cells.iter().rev().find(|(field, _)| *field == finding.field);
        all.extend(Finding::all(py, text.map_or("", |(_, text)| text), &[finding])?);
    }
    Ok(all)
}
