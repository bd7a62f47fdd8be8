//! Python values as text: one string, or a column of cells some of which are missing.

use super::import::{chunks, has_door};
use crate::error::{Failure, Result};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowTemporalType, Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, LargeStringArray, StringArray};
use arrow_schema::{DataType, TimeUnit};
use hoten::{Error, ErrorCode, StrBuffer, StrColumn, ValidityBits};
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyString};

/// What a function of text was given.
pub(crate) enum Input<'py> {
    /// One string.
    One(Bound<'py, PyString>),
    /// Many.
    Many(TextColumn),
}

impl<'py> Input<'py> {
    pub(crate) fn read(value: &Bound<'py, PyAny>) -> Result<Self> {
        match value.cast::<PyString>() {
            Ok(text) => Ok(Self::One(text.clone())),
            Err(_) => TextColumn::read(value, "").map(Self::Many),
        }
    }
}

/// The text of a Python string.
pub(crate) fn one_text<'a>(value: &'a Bound<'_, PyAny>) -> Result<&'a str> {
    text_in_row(value, 0)
}

fn text_in_row<'a>(value: &'a Bound<'_, PyAny>, row: usize) -> Result<&'a str> {
    match value.cast::<PyString>() {
        Ok(text) => text.to_str().map_err(|_| not_unicode(row)),
        Err(_) => {
            let kind = value.get_type().name()?.to_string();
            Err(Error::new(ErrorCode::NotText)
                .with("row", row.to_string())
                .with("type", kind)
                .into())
        }
    }
}

/// Python strings may hold half of a surrogate pair, which no UTF-8 can say.
fn not_unicode(row: usize) -> Failure {
    Error::new(ErrorCode::TextNotUnicode).with("row", row.to_string()).into()
}

fn is_unicode_error(py: Python<'_>, error: &PyErr) -> bool {
    error.is_instance_of::<PyUnicodeEncodeError>(py)
}

/// A column of text that stands in Arrow's buffers, or was copied where it does not.
pub(crate) enum TextColumn {
    Small(StringArray),
    Large(LargeStringArray),
    Copied(StrBuffer),
    /// Whole numbers as text.
    Numbers(StrBuffer),
    Nulls(usize),
}

impl TextColumn {
    /// Any Arrow door, or an iterable of strings and `None` (NaN counts as missing, as in pandas).
    /// `name` is the column's name for errors.
    pub(crate) fn read(value: &Bound<'_, PyAny>, name: &str) -> Result<Self> {
        if has_door(value)? {
            match chunks(value) {
                Ok((kind, chunks)) => return Self::from_arrow(&kind, &chunks, name),
                // pandas meets half a surrogate pair: the walk below names its row.
                Err(Failure::Python(error)) if is_unicode_error(value.py(), &error) => {}
                Err(other) => return Err(other),
            }
        }
        let Ok(cells) = value.try_iter() else {
            let kind = value.get_type().name()?.to_string();
            return Err(Error::new(ErrorCode::NotAColumn).with("type", kind).into());
        };
        let mut buffer = StrBuffer::new();
        for (row, cell) in cells.enumerate() {
            let cell = cell?;
            let missing =
                cell.is_none() || cell.cast::<PyFloat>().is_ok_and(|x| x.value().is_nan());
            buffer.push(if missing { None } else { Some(text_in_row(&cell, row)?) });
        }
        Ok(Self::Copied(buffer))
    }

    /// One chunk of text is borrowed; several are copied into one; numbers and dates become the
    /// text that a file would hold.
    pub(crate) fn from_arrow(kind: &DataType, chunks: &[ArrayRef], name: &str) -> Result<Self> {
        match (kind, chunks) {
            (DataType::Utf8, [one]) => return Ok(Self::Small(one.as_string().clone())),
            (DataType::LargeUtf8, [one]) => return Ok(Self::Large(one.as_string().clone())),
            (DataType::Null, _) => return Ok(Self::Nulls(chunks.iter().map(|c| c.len()).sum())),
            _ => {}
        }
        let mut buffer = StrBuffer::new();
        for chunk in chunks {
            copy(chunk, name, &mut buffer)?;
        }
        Ok(if kind.is_integer() { Self::Numbers(buffer) } else { Self::Copied(buffer) })
    }

    /// Whether the cells are whole numbers in the caller's table.
    pub(crate) fn is_integer(&self) -> bool {
        matches!(self, Self::Numbers(_))
    }

    /// The cells; Arrow's buffers are checked, as another package made them.
    pub(crate) fn cells(&self) -> Result<StrColumn<'_>> {
        match self {
            Self::Small(array) => {
                let validity = validity(array);
                Ok(StrColumn::new(array.value_offsets(), array.value_data(), validity)?)
            }
            Self::Large(array) => {
                let validity = validity(array);
                Ok(StrColumn::new(array.value_offsets(), array.value_data(), validity)?)
            }
            Self::Copied(buffer) | Self::Numbers(buffer) => Ok(buffer.as_column()),
            Self::Nulls(len) => Ok(StrColumn::nulls(*len)),
        }
    }
}

fn validity(array: &dyn Array) -> Option<ValidityBits<'_>> {
    array.nulls().map(|nulls| ValidityBits { bytes: nulls.validity(), start: nulls.offset() })
}

/// Appends the cells of `chunk` as text.
fn copy(chunk: &ArrayRef, name: &str, to: &mut StrBuffer) -> Result<()> {
    let kind = chunk.data_type();
    match kind {
        DataType::Utf8 => to.extend(TextColumn::Small(chunk.as_string().clone()).cells()?),
        DataType::LargeUtf8 => to.extend(TextColumn::Large(chunk.as_string().clone()).cells()?),
        DataType::Utf8View => {
            checked(chunk)?;
            chunk.as_string_view().iter().for_each(|cell| to.push(cell));
        }
        DataType::Dictionary(_, values)
            if matches!(**values, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View) =>
        {
            checked(chunk)?;
            let dictionary = chunk.as_any_dictionary();
            let words = TextColumn::from_arrow(values, &[dictionary.values().clone()], name)?;
            let words = words.cells()?;
            let keys = if words.is_empty() { Vec::new() } else { dictionary.normalized_keys() };
            for row in 0..chunk.len() {
                let key = keys.get(row).filter(|_| chunk.is_valid(row));
                to.push(key.and_then(|key| words.get(*key)));
            }
        }
        DataType::Int8 => numbers::<Int8Type>(chunk, to),
        DataType::Int16 => numbers::<Int16Type>(chunk, to),
        DataType::Int32 => numbers::<Int32Type>(chunk, to),
        DataType::Int64 => numbers::<Int64Type>(chunk, to),
        DataType::UInt8 => numbers::<UInt8Type>(chunk, to),
        DataType::UInt16 => numbers::<UInt16Type>(chunk, to),
        DataType::UInt32 => numbers::<UInt32Type>(chunk, to),
        DataType::UInt64 => numbers::<UInt64Type>(chunk, to),
        // 79075000001.0 prints as 79075000001: the number column of a spreadsheet, zeros lost.
        DataType::Float32 => numbers::<Float32Type>(chunk, to),
        DataType::Float64 => numbers::<Float64Type>(chunk, to),
        DataType::Date32 => days::<Date32Type>(chunk, 1, to),
        DataType::Date64 => days::<Date64Type>(chunk, 86_400_000, to),
        DataType::Timestamp(TimeUnit::Second, _) => days::<TimestampSecondType>(chunk, 86_400, to),
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            days::<TimestampMillisecondType>(chunk, 86_400_000, to);
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            days::<TimestampMicrosecondType>(chunk, 86_400_000_000, to);
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            days::<TimestampNanosecondType>(chunk, 86_400_000_000_000, to);
        }
        DataType::Null => to.extend(StrColumn::nulls(chunk.len())),
        _ => {
            let error = Error::new(ErrorCode::ColumnType).with("column", name);
            return Err(error.with("type", kind.to_string()).into());
        }
    }
    Ok(())
}

/// Offsets, keys and UTF-8 hold: the readers below trust them.
fn checked(chunk: &ArrayRef) -> Result<()> {
    chunk
        .to_data()
        .validate_full()
        .map_err(|error| Error::new(ErrorCode::ArrowFailed).with("why", error.to_string()).into())
}

fn numbers<T>(chunk: &ArrayRef, to: &mut StrBuffer)
where
    T: ArrowPrimitiveType<Native: std::fmt::Display + PartialOrd>,
{
    for cell in chunk.as_primitive::<T>() {
        // NaN, the only number that does not compare with itself, is pandas' missing value.
        let cell = cell.filter(|number| number.partial_cmp(number).is_some());
        to.push(cell.map(|number| number.to_string()).as_deref());
    }
}

/// Dates as `1950-05-12`; the hour of a timestamp is dropped.
fn days<T>(chunk: &ArrayRef, per_day: i64, to: &mut StrBuffer)
where
    T: ArrowPrimitiveType<Native: Into<i64>> + ArrowTemporalType,
{
    for cell in chunk.as_primitive::<T>() {
        let day = cell.map(|ticks| iso_date(ticks.into().div_euclid(per_day)));
        to.push(day.as_deref());
    }
}

/// The proleptic Gregorian date `days` after 1970-01-01 (Howard Hinnant, "chrono-compatible
/// low-level date algorithms", civil_from_days).
fn iso_date(days: i64) -> String {
    let days = days.saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
