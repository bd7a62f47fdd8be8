//! What was found.

use super::ids::RecordId;
use crate::compare::Pattern;
use core::ops::Deref;

/// One record that was found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IndexHit {
    /// The caller's own identifier of the record, or its row number.
    pub record_id: RecordId,
    /// Its row in the table the index was built from.
    pub row: u32,
    /// Match weight in bits, as `dedupe` gives a pair.
    pub score: f32,
    /// The score as a probability that both records are one person.
    pub probability: f32,
    /// The level of every comparison.
    pub pattern: Pattern,
    /// Place of the first rule that found it, for [`crate::Index::rules`].
    pub rule: u8,
}

/// What was found, the likeliest first; records of one score stand in the order of their rows.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct IndexHits {
    /// The hits.
    pub hits: Vec<IndexHit>,
    /// There were more records to compare than the query allows: a better one may be missing. Give
    /// more of the record, or [`crate::IndexQuery::candidates`].
    pub truncated: bool,
    /// Records compared.
    pub compared: usize,
}

impl Deref for IndexHits {
    type Target = [IndexHit];

    fn deref(&self) -> &[IndexHit] {
        &self.hits
    }
}
