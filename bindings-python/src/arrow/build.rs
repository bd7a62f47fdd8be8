//! Arrow columns made row by row.

use super::cells::Cells;
use arrow_array::builder::{LargeStringBuilder, ListBuilder};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, LargeStringArray, PrimitiveArray, StructArray,
};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, Field};
use std::sync::Arc;

/// A growing column of text.
pub(crate) type Texts = LargeStringBuilder;
/// A growing column of lists of text.
pub(crate) type Lists = ListBuilder<LargeStringBuilder>;

/// What `write` appends for each cell that is there.
pub(crate) fn texts_of(
    cells: &Cells<'_>,
    mut write: impl FnMut(&str, &mut String),
) -> Result<ArrayRef, ArrowError> {
    let mut text = String::new();
    let mut lengths = Vec::with_capacity(cells.len());
    let mut present = Vec::with_capacity(cells.len());
    let mut before = 0;
    for cell in cells.iter() {
        if let Some(cell) = cell {
            write(cell, &mut text);
        }
        present.push(cell.is_some());
        lengths.push(text.len() - before);
        before = text.len();
    }
    let offsets = OffsetBuffer::from_lengths(lengths);
    let bytes = Buffer::from(text.into_bytes());
    Ok(Arc::new(LargeStringArray::try_new(offsets, bytes, Some(NullBuffer::from(present)))?))
}

/// A column of numbers some of which are missing.
pub(crate) fn numbers<T: ArrowPrimitiveType>(
    cells: impl IntoIterator<Item = Option<T::Native>>,
) -> ArrayRef
where
    PrimitiveArray<T>: FromIterator<Option<T::Native>>,
{
    Arc::new(cells.into_iter().collect::<PrimitiveArray<T>>())
}

/// Columns side by side as one; a row that is not `present` is missing as a whole.
pub(crate) fn structs<'a>(
    columns: impl IntoIterator<Item = (&'a str, ArrayRef)>,
    present: Vec<bool>,
) -> Result<ArrayRef, ArrowError> {
    let (fields, columns): (Vec<_>, Vec<_>) = columns
        .into_iter()
        .map(|(name, column)| (Field::new(name, column.data_type().clone(), true), column))
        .unzip();
    Ok(Arc::new(StructArray::try_new(fields.into(), columns, Some(NullBuffer::from(present)))?))
}
