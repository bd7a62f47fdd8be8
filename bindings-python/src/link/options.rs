//! What Python callers say about a run, as a linker.

use super::model::start;
use super::source::{Chosen, Source};
use crate::arrow::one_text;
use crate::error::Result;
use hoten::{Error, ErrorCode, Judgement, Linker, MatchRules, Table, Verdict};
use pyo3::prelude::*;
use pyo3::types::PyString;
use std::path::PathBuf;

/// A linker with the keywords that all doors have.
pub(crate) fn linker(
    chosen: &Chosen,
    model: Option<&Bound<'_, PyAny>>,
    rules: Option<&Bound<'_, PyAny>>,
    fit: bool,
    threads: Option<usize>,
) -> Result<Linker> {
    let mut linker = Linker::new().fit(fit).threads(threads.unwrap_or(0));
    for (field, header) in &chosen.columns {
        linker = linker.column(field, header);
    }
    for (name, kind) in &chosen.fields {
        linker = linker.field(name, *kind);
    }
    if let Some(model) = model {
        linker = linker.model(start(model)?);
    }
    if let Some(rules) = rules {
        linker = linker.rules(MatchRules::from_json(&text_or_file(rules)?)?);
    }
    Ok(linker)
}

/// JSON, or what the file of a path holds.
pub(crate) fn text_or_file(value: &Bound<'_, PyAny>) -> Result<String> {
    if value.is_instance_of::<PyString>() {
        let text = one_text(value)?;
        if text.trim_start().starts_with('{') {
            return Ok(text.into_owned());
        }
    }
    let path: PathBuf = value.extract()?;
    let file = path.display().to_string();
    Ok(std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            let folder = std::env::current_dir().unwrap_or_default().display().to_string();
            Error::new(ErrorCode::FileNotFound).with("file", file).with("folder", folder)
        }
        _ => Error::new(ErrorCode::FileUnreadable)
            .with("file", file)
            .with("reason", error.to_string()),
    })?)
}

/// The first two columns of a table, where both have a value.
pub(crate) fn pairs_of_text<'a>(
    table: &Table<'a>,
) -> Result<impl Iterator<Item = (&'a str, &'a str)>> {
    let (Some(first), Some(second)) = (table.column(0), table.column(1)) else {
        return Err(Error::new(ErrorCode::NotATable).with("type", "fewer than two columns").into());
    };
    let rows = u32::try_from(first.len()).unwrap_or(u32::MAX) as usize;
    Ok((0..rows).filter_map(move |row| Some((first.get(row)?, second.get(row)?))))
}

/// Judgements from a table whose first three columns are left id, right id and verdict.
pub(crate) fn judgements(table: Option<&Bound<'_, PyAny>>) -> Result<Vec<Judgement>> {
    let Some(table) = table else { return Ok(Vec::new()) };
    let source = Source::read(table)?;
    let table = source.table()?;
    let columns = [0, 1, 2].map(|place| table.column(place));
    let [Some(left), Some(right), Some(verdict)] = columns else {
        let error = Error::new(ErrorCode::NotATable).with("type", "fewer than three columns");
        return Err(error.into());
    };
    let mut all = Vec::with_capacity(table.rows());
    for row in 0..table.rows() {
        if let (Some(left), Some(right)) = (left.get(row), right.get(row)) {
            let verdict = Verdict::from_word(verdict.get(row).unwrap_or_default())?;
            all.push(Judgement::new(left, right, verdict));
        }
    }
    Ok(all)
}
