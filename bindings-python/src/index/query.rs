//! A record to search for, from a dict.

use crate::arrow::one_text;
use crate::error::Result;
use hoten::{Error, ErrorCode, IndexQuery};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt};

/// The query of a record and the options of a search.
pub(crate) fn query(
    record: Option<&Bound<'_, PyAny>>,
    limit: usize,
    typing: bool,
    commune: Option<&str>,
    source: Option<&str>,
    candidates: usize,
) -> Result<IndexQuery<'static>> {
    let mut query = IndexQuery::new().limit(limit).typing(typing).candidates(candidates);
    if let Some(commune) = commune {
        query = query.in_commune(commune.to_owned());
    }
    if let Some(source) = source {
        query = query.in_source(source.to_owned());
    }
    let Some(record) = record else { return Ok(query) };
    let Ok(record) = record.cast::<PyDict>() else {
        let kind = record.get_type().name()?.to_string();
        return Err(Error::new(ErrorCode::NotARecord).with("type", kind).into());
    };
    for (name, value) in record {
        if let Some(text) = cell(&value)? {
            query = query.column(&one_text(&name)?, text)?;
        }
    }
    Ok(query)
}

/// Text, a number or a date as text, or nothing.
pub(crate) fn cell(value: &Bound<'_, PyAny>) -> Result<Option<String>> {
    if value.is_none() || value.cast::<PyFloat>().is_ok_and(|number| number.value().is_nan()) {
        return Ok(None);
    }
    if value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>() {
        return Ok(Some(value.str()?.to_str()?.to_owned()));
    }
    if value.hasattr("isoformat")? {
        return Ok(Some(one_text(&value.call_method0("isoformat")?)?.into_owned()));
    }
    Ok(Some(one_text(value)?.into_owned()))
}
