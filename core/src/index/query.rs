//! What is searched for.

use super::live::RowSet;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::record::Schema;
use core::fmt;
use std::borrow::Cow;

/// One record, whole or in part, and what to find for it.
///
/// `Debug` shows which fields are given, not their values.
///
/// ```
/// use hoten::{FieldName, IndexQuery};
/// let query = IndexQuery::new()
///     .field(FieldName::FullName, "nguyễn văn ho")
///     .field(FieldName::BirthDate, "1950")
///     .typing(true)
///     .limit(5);
/// ```
#[derive(Clone)]
pub struct IndexQuery<'a> {
    pub(super) cells: [Option<Cow<'a, str>>; FieldName::ALL.len()],
    pub(super) limit: usize,
    pub(super) typing: bool,
    pub(super) candidates: usize,
    pub(super) commune: Option<Cow<'a, str>>,
    pub(super) source: Option<Cow<'a, str>>,
    /// Rows that are no longer there.
    pub(super) left_out: Option<&'a RowSet>,
    /// Names alike are looked at where nobody was found.
    pub(super) wide: bool,
}

impl Default for IndexQuery<'_> {
    fn default() -> Self {
        Self {
            cells: [const { None }; FieldName::ALL.len()],
            limit: 10,
            typing: false,
            candidates: 512,
            commune: None,
            source: None,
            left_out: None,
            wide: true,
        }
    }
}

impl<'a> IndexQuery<'a> {
    /// A query without values: ten hits, whole words, no filter.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives the value of a field, as it would stand in a table.
    #[must_use]
    pub fn field(mut self, field: FieldName, text: impl Into<Cow<'a, str>>) -> Self {
        if let Some(cell) = self.cells.get_mut(field as usize) {
            *cell = Some(text.into());
        }
        self
    }

    /// As [`Self::field`], by a column name or a header that a table could have ("Họ và tên").
    ///
    /// # Errors
    /// [`ErrorCode::UnknownQueryField`] for a name that stands for no field.
    pub fn column(self, header: &str, text: impl Into<Cow<'a, str>>) -> Result<Self> {
        match FieldName::from_name(header).or_else(|| Schema::field_of(header)) {
            Some(field) => Ok(self.field(field, text)),
            None => {
                let known = FieldName::ALL.map(FieldName::as_str).join(", ");
                Err(Error::new(ErrorCode::UnknownQueryField)
                    .with("field", Schema::shown(header))
                    .with("known", known))
            }
        }
    }

    /// How many hits to give. Default 10.
    #[must_use]
    pub fn limit(mut self, hits: usize) -> Self {
        self.limit = hits;
        self
    }

    /// The name is still being typed: its last word may be half written, and words may follow. A
    /// record whose word goes on so is scored as one that has it shortened. Default no.
    #[must_use]
    pub fn typing(mut self, yes: bool) -> Self {
        self.typing = yes;
        self
    }

    /// How many records to compare at most. More find namesakes in a large register when little is
    /// given; when records were left out, [`crate::IndexHits::truncated`] says so. Default 512.
    #[must_use]
    pub fn candidates(mut self, most: usize) -> Self {
        self.candidates = most;
        self
    }

    /// Only records of this commune (as written in the register, with or without its kind).
    #[must_use]
    pub fn in_commune(mut self, commune: impl Into<Cow<'a, str>>) -> Self {
        self.commune = Some(commune.into());
        self
    }

    /// Only records of this source.
    #[must_use]
    pub fn in_source(mut self, source: impl Into<Cow<'a, str>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The same query of one part of a live index.
    pub(super) fn within<'b>(&'b self, left_out: &'b RowSet, wide: bool) -> IndexQuery<'b> {
        let mut query = self.without_values();
        for (cell, own) in query.cells.iter_mut().zip(&self.cells) {
            *cell = own.as_deref().map(Cow::Borrowed);
        }
        IndexQuery { left_out: Some(left_out), wide, ..query }
    }

    /// How many hits it wants, and which.
    pub(super) fn without_values(&self) -> IndexQuery<'_> {
        IndexQuery {
            cells: [const { None }; FieldName::ALL.len()],
            commune: self.commune.as_deref().map(Cow::Borrowed),
            source: self.source.as_deref().map(Cow::Borrowed),
            ..*self
        }
    }

    pub(super) fn cell(&self, field: FieldName) -> Option<&str> {
        self.cells.get(field as usize).and_then(Option::as_deref)
    }
}

impl fmt::Debug for IndexQuery<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let given = FieldName::ALL.into_iter().filter(|field| self.cell(*field).is_some());
        f.debug_struct("IndexQuery")
            .field("fields", &given.collect::<Vec<_>>())
            .field("limit", &self.limit)
            .field("typing", &self.typing)
            .finish_non_exhaustive()
    }
}
