//! Python values as text: one string, or a column of cells some of which are missing.

use super::cells::{Cells, Part};
use super::import::{chunks, has_door};
use super::plain;
use crate::error::{Failure, Result};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::{ArrowError, DataType};
use hoten::{Error, ErrorCode, StrBuffer, StrColumn, ValidityBits};
use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};
use std::borrow::Cow;

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
pub(crate) fn one_text<'a>(value: &'a Bound<'_, PyAny>) -> Result<Cow<'a, str>> {
    text_in_row(value, 0)
}

fn text_in_row<'a>(value: &'a Bound<'_, PyAny>, row: usize) -> Result<Cow<'a, str>> {
    match value.cast::<PyString>() {
        Ok(text) => whole(text),
        Err(_) => {
            let kind = value.get_type().name()?.to_string();
            Err(Error::new(ErrorCode::NotText)
                .with("row", row.to_string())
                .with("type", kind)
                .into())
        }
    }
}

/// Python strings may hold half of a surrogate pair, which no UTF-8 can say: it becomes U+FFFD, one
/// code point for one, and is found as a damaged letter.
fn whole<'a>(text: &'a Bound<'_, PyString>) -> Result<Cow<'a, str>> {
    if let Ok(text) = text.to_str() {
        return Ok(Cow::Borrowed(text));
    }
    let bytes: Vec<u8> = text.call_method1("encode", ("utf-16-le", "surrogatepass"))?.extract()?;
    let units =
        bytes.chunks_exact(2).filter_map(|two| Some(u16::from_le_bytes(two.try_into().ok()?)));
    let letters = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Ok(Cow::Owned(letters.collect()))
}

fn is_unicode_error(py: Python<'_>, error: &PyErr) -> bool {
    error.is_instance_of::<PyUnicodeEncodeError>(py)
}

/// Text as it stands in Arrow's buffers, or copied where it stands in none.
enum Piece {
    Small(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
    /// Places in a list of words.
    Words(Vec<Option<usize>>, Box<Piece>),
    Nulls(usize),
    Copied(StrBuffer),
}

impl Piece {
    /// Text of any layout is borrowed; numbers and dates become the text that a file would hold.
    fn of(chunk: &ArrayRef, name: &str) -> Result<Self> {
        Ok(match chunk.data_type() {
            DataType::Utf8 => Self::Small(chunk.as_string().clone()),
            DataType::LargeUtf8 => Self::Large(chunk.as_string().clone()),
            DataType::Utf8View => {
                checked(chunk)?;
                Self::View(chunk.as_string_view().clone())
            }
            DataType::Dictionary(_, values)
                if matches!(
                    **values,
                    DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View
                ) =>
            {
                checked(chunk)?;
                let dictionary = chunk.as_any_dictionary();
                let words = Self::of(dictionary.values(), name)?;
                let none = dictionary.values().is_empty();
                let keys = if none { Vec::new() } else { dictionary.normalized_keys() };
                let place = |row| keys.get(row).copied().filter(|_| chunk.is_valid(row));
                Self::Words((0..chunk.len()).map(place).collect(), Box::new(words))
            }
            DataType::Null => Self::Nulls(chunk.len()),
            _ => {
                let mut buffer = StrBuffer::new();
                plain::print(chunk, name, &mut buffer)?;
                Self::Copied(buffer)
            }
        })
    }

    /// The cells as one run of bytes, where they are.
    fn column(&self) -> Result<Option<StrColumn<'_>>> {
        Ok(Some(match self {
            Self::Small(array) => {
                StrColumn::new(array.value_offsets(), array.value_data(), validity(array))?
            }
            Self::Large(array) => {
                StrColumn::new(array.value_offsets(), array.value_data(), validity(array))?
            }
            Self::Copied(buffer) => buffer.as_column(),
            Self::Nulls(len) => StrColumn::nulls(*len),
            Self::View(_) | Self::Words(..) => return Ok(None),
        }))
    }

    /// The cells; Arrow's buffers are checked, as another package made them.
    fn part(&self) -> Result<Part<'_>> {
        Ok(match (self, self.column()?) {
            (_, Some(column)) => Part::Column(column),
            (Self::View(views), None) => Part::View(views),
            (Self::Words(places, words), None) => Part::Words(places, Box::new(words.part()?)),
            _ => Part::Column(StrColumn::nulls(0)),
        })
    }
}

/// A column of text that stands in Arrow's buffers, or was copied where it does not.
pub(crate) struct TextColumn {
    pieces: Vec<Piece>,
    /// The cells are whole numbers in the caller's table.
    is_integer: bool,
}

impl TextColumn {
    /// Any Arrow door, or an iterable of strings and `None` (NaN counts as missing, as in pandas).
    /// `name` is the column's name for errors.
    pub(crate) fn read(value: &Bound<'_, PyAny>, name: &str) -> Result<Self> {
        Self::read_cells(value, name, false)
    }

    /// The same of a column of a table, which may hold whole numbers beside text.
    pub(crate) fn read_of_table(value: &Bound<'_, PyAny>, name: &str) -> Result<Self> {
        Self::read_cells(value, name, true)
    }

    fn read_cells(value: &Bound<'_, PyAny>, name: &str, numbers: bool) -> Result<Self> {
        if has_door(value)? {
            match chunks(value) {
                Ok((kind, chunks)) => return Self::from_arrow(&kind, &chunks, name),
                // pandas meets half a surrogate pair: the walk below repairs it.
                Err(Failure::Python(error)) if is_unicode_error(value.py(), &error) => {}
                Err(other) => return Err(other),
            }
        }
        let Ok(cells) = value.try_iter() else {
            let kind = value.get_type().name()?.to_string();
            return Err(Error::new(ErrorCode::NotAColumn).with("type", kind).into());
        };
        let mut buffer = StrBuffer::new();
        let (mut whole, mut texts) = (false, false);
        for (row, cell) in cells.enumerate() {
            let cell = cell?;
            if cell.is_none() || cell.cast::<PyFloat>().is_ok_and(|x| x.value().is_nan()) {
                buffer.push(None);
            } else if numbers && cell.is_instance_of::<PyInt>() && !cell.is_instance_of::<PyBool>()
            {
                whole = true;
                buffer.push(Some(cell.str()?.to_str()?));
            } else {
                texts = true;
                buffer.push(Some(&text_in_row(&cell, row)?));
            }
        }
        Ok(Self { pieces: vec![Piece::Copied(buffer)], is_integer: whole && !texts })
    }

    /// The chunks of one column.
    pub(crate) fn from_arrow(kind: &DataType, chunks: &[ArrayRef], name: &str) -> Result<Self> {
        if chunks.is_empty() {
            // Says so where a type cannot be read, rows or none.
            Piece::of(&arrow_array::new_empty_array(kind), name)?;
        }
        let pieces = chunks.iter().map(|chunk| Piece::of(chunk, name));
        Ok(Self { pieces: pieces.collect::<Result<_>>()?, is_integer: kind.is_integer() })
    }

    /// What `work` makes of the cells, which are read where they stand.
    pub(crate) fn walk<R: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Cells<'_>) -> std::result::Result<R, ArrowError> + Send,
    ) -> Result<R> {
        let parts = self.pieces.iter().map(Piece::part).collect::<Result<_>>()?;
        Cells::walk(py, parts, work)
    }

    /// The column in one run of bytes, as tables want it: copied where it is not.
    pub(crate) fn joined(self) -> Result<Self> {
        if let [Piece::Small(_) | Piece::Large(_) | Piece::Copied(_) | Piece::Nulls(_)] =
            self.pieces.as_slice()
        {
            return Ok(self);
        }
        let mut buffer = StrBuffer::new();
        for piece in &self.pieces {
            piece.part()?.iter().for_each(|cell| buffer.push(cell));
        }
        Ok(Self { pieces: vec![Piece::Copied(buffer)], is_integer: self.is_integer })
    }

    /// Whether the cells are whole numbers in the caller's table.
    pub(crate) fn is_integer(&self) -> bool {
        self.is_integer
    }

    /// The cells of a column that was [`Self::joined`].
    pub(crate) fn cells(&self) -> Result<StrColumn<'_>> {
        match self.pieces.as_slice() {
            [piece] => Ok(piece.column()?.unwrap_or(StrColumn::nulls(0))),
            _ => Ok(StrColumn::nulls(0)),
        }
    }
}

fn validity(array: &dyn Array) -> Option<ValidityBits<'_>> {
    array.nulls().map(|nulls| ValidityBits { bytes: nulls.validity(), start: nulls.offset() })
}

/// Offsets, keys and UTF-8 hold: the readers below trust them.
fn checked(chunk: &ArrayRef) -> Result<()> {
    chunk
        .to_data()
        .validate_full()
        .map_err(|error| Error::new(ErrorCode::ArrowFailed).with("why", error.to_string()).into())
}

/// Where the text of each cell stands in memory, as functions of text read it: shows that Arrow's
/// strings are not copied.
#[pyfunction]
#[pyo3(name = "_text_addresses")]
pub(crate) fn text_addresses(column: &Bound<'_, PyAny>) -> Result<Vec<Option<usize>>> {
    let read = |cells: &Cells<'_>| {
        Ok(cells.iter().map(|cell| cell.map(|cell| cell.as_ptr().addr())).collect())
    };
    TextColumn::read(column, "")?.walk(column.py(), read)
}
