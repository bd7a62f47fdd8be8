//! A column walked without the interpreter, which still hears Ctrl-C.

use crate::error::{Failure, Result};
use arrow_array::{Array, ArrayRef, StringViewArray};
use arrow_schema::ArrowError;
use hoten::StrColumn;
use pyo3::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Bytes of text, each cell counting some, between two questions whether a signal came.
const STRIDE: usize = 1 << 20;

/// What a function of columns makes.
pub(crate) type Made = std::result::Result<ArrayRef, ArrowError>;

/// Cells of one layout, where they stand.
pub(super) enum Part<'a> {
    Column(StrColumn<'a>),
    View(&'a StringViewArray),
    /// Places in a list of words; none is missing.
    Words(&'a [Option<usize>], Box<Part<'a>>),
}

impl<'a> Part<'a> {
    fn len(&self) -> usize {
        match self {
            Self::Column(column) => column.len(),
            Self::View(views) => views.len(),
            Self::Words(places, _) => places.len(),
        }
    }

    fn get(&self, row: usize) -> Option<&'a str> {
        match self {
            Self::Column(column) => column.get(row),
            Self::View(views) => views.is_valid(row).then(|| views.value(row)),
            Self::Words(places, words) => words.get((*places.get(row)?)?),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Option<&'a str>> + Clone {
        (0..self.len()).map(|row| self.get(row))
    }
}

/// The cells of a column.
pub(crate) struct Cells<'a> {
    parts: Vec<Part<'a>>,
    raised: Mutex<Option<PyErr>>,
}

impl<'a> Cells<'a> {
    /// What `work` makes of a column, without the interpreter.
    pub(super) fn walk<R: Send>(
        py: Python<'_>,
        parts: Vec<Part<'a>>,
        work: impl FnOnce(&Self) -> std::result::Result<R, ArrowError> + Send,
    ) -> Result<R> {
        let cells = Self { parts, raised: Mutex::new(None) };
        let made = py.detach(|| work(&cells));
        match cells.raised.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(raised) => Err(Failure::Python(raised)),
            None => Ok(made?),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.parts.iter().map(Part::len).sum()
    }

    /// The cells in order; they end early once Python raises.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Option<&'a str>> + Clone {
        let mut walked = 0;
        self.parts.iter().flat_map(Part::iter).map_while(move |cell| {
            walked += 32 + cell.map_or(0, str::len);
            if walked >= STRIDE {
                walked = 0;
                if self.is_stopped() {
                    return None;
                }
            }
            Some(cell)
        })
    }

    fn is_stopped(&self) -> bool {
        let mut raised = self.raised.lock().unwrap_or_else(PoisonError::into_inner);
        if raised.is_none() {
            *raised = Python::attach(|py| py.check_signals()).err();
        }
        raised.is_some()
    }
}
