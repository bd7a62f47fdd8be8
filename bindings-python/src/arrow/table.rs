//! Tables of any package as named text columns.

use super::import::{chunks, has_door};
use super::text::{TextColumn, one_text};
use crate::error::{Failure, Result};
use arrow_array::ArrayRef;
use arrow_array::cast::AsArray;
use arrow_schema::DataType;
use hoten::{Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The columns of a table: Arrow, or a dict of columns.
pub(crate) fn named_columns(value: &Bound<'_, PyAny>) -> Result<Vec<(String, TextColumn)>> {
    if let Ok(columns) = value.cast::<PyDict>() {
        return columns
            .iter()
            .map(|(name, cells)| {
                let name = one_text(&name)?.into_owned();
                let cells = TextColumn::read_of_table(&cells, &name)?;
                Ok((name, cells))
            })
            .collect();
    }
    let not_a_table = || -> Result<Failure> {
        let kind = value.get_type().name()?.to_string();
        Ok(Error::new(ErrorCode::NotATable).with("type", kind).into())
    };
    if !has_door(value)? {
        return Err(not_a_table()?);
    }
    let (kind, chunks) = chunks(value)?;
    let DataType::Struct(fields) = kind else {
        return Err(not_a_table()?);
    };
    fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let cells: Vec<ArrayRef> = chunks
                .iter()
                .filter_map(|chunk| chunk.as_struct().columns().get(index).cloned())
                .collect();
            let cells = TextColumn::from_arrow(field.data_type(), &cells, field.name())?;
            Ok((field.name().clone(), cells))
        })
        .collect()
}
