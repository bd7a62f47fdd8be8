//! What a search in a keyed index finds.

use core::fmt;
use core::ops::Deref;

/// What a keyed index calls a record: sixteen digits that mean nothing without the list that was
/// made with the file and stays on the server.
///
/// ```
/// use hoten::RecordHandle;
/// assert_eq!(RecordHandle::from_bits(0x2f).to_string(), "000000000000002f");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordHandle(u64);

impl RecordHandle {
    /// The handle of these bits.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Its bits.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for RecordHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for RecordHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordHandle({self})")
    }
}

/// A likely duplicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyedHit {
    /// What the server knows the record by.
    pub handle: RecordHandle,
    /// Place of the most telling rule that found it, for [`crate::KeyedIndex::rules`].
    pub rule: u8,
}

/// Likely duplicates, those of the most telling rule first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyedHits {
    /// The hits.
    pub hits: Vec<KeyedHit>,
    /// So many records share a key with the query that not all of them stand in the file.
    pub truncated: bool,
}

impl Deref for KeyedHits {
    type Target = [KeyedHit];

    fn deref(&self) -> &[KeyedHit] {
        &self.hits
    }
}
