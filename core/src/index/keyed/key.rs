//! The secret of a keyed index and what is derived from it.

use crate::error::{Error, ErrorCode, Result};
use core::fmt;

/// The secret of a keyed index: 32 random bytes, never a password.
///
/// It is not kept in the file, and neither is anything it could be reckoned from. `Debug` does not
/// show it.
///
/// ```
/// use hoten::IndexKey;
/// assert!(IndexKey::from_bytes(&[7; 32]).is_ok());
/// assert_eq!(IndexKey::from_bytes(b"password").unwrap_err().code().as_str(), "index_key_length");
/// ```
#[derive(Clone)]
pub struct IndexKey([u8; IndexKey::LEN]);

impl IndexKey {
    /// Bytes of a key.
    pub const LEN: usize = 32;

    /// Takes a key from a generator of random numbers (`secrets.token_bytes(32)` in Python,
    /// `crypto.getRandomValues` in a browser).
    ///
    /// # Errors
    /// [`ErrorCode::IndexKeyLength`] unless there are 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        bytes.try_into().map(Self).map_err(|_| {
            Error::new(ErrorCode::IndexKeyLength)
                .with("found", bytes.len().to_string())
                .with("needed", Self::LEN.to_string())
        })
    }
}

impl fmt::Debug for IndexKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IndexKey(..)")
    }
}

/// Names of the uses of a key; one key for each, so that no answer to one tells of another.
const SALT: &str = "hoten 2026 keyed index: salt";
const FILE: &str = "hoten 2026 keyed index: file";
const TAGS: &str = "hoten 2026 keyed index: tags";
const HANDLES: &str = "hoten 2026 keyed index: handles";
const PADDING: &str = "hoten 2026 keyed index: padding";
const CHECK: &str = "hoten 2026 keyed index: check";

/// Bytes of the salt of a file and of its check value.
pub(super) const SALT_LEN: usize = 16;
pub(super) type Salt = [u8; SALT_LEN];

type Secret = [u8; blake3::KEY_LEN];

/// An entry of a file: both words look random to whoever has no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) label: u64,
    /// The handle, covered by as many bits that only the key gives.
    pub(super) covered: u64,
}

/// The keys of one file.
pub(super) struct FileKeys {
    tags: Secret,
    handles: Secret,
    padding: Secret,
    /// Tells a wrong key from the right one, and nothing of either.
    pub(super) check: u64,
}

/// Two words of the 32 bytes that a key gives for some bytes.
fn words(secret: &Secret, bytes: &[u8]) -> (u64, u64) {
    let hash = blake3::keyed_hash(secret, bytes);
    let (first, rest) = hash.as_bytes().split_first_chunk().unwrap_or((&[0; 8], &[]));
    let second = rest.first_chunk().unwrap_or(&[0; 8]);
    (u64::from_le_bytes(*first), u64::from_le_bytes(*second))
}

/// Reckons the salt of a file from all it will hold: another table or another key has another one,
/// the same table and key have the same.
pub(super) struct Salter(blake3::Hasher);

impl Salter {
    pub(super) fn new(key: &IndexKey) -> Self {
        Self(blake3::Hasher::new_keyed(&blake3::derive_key(SALT, &key.0)))
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The salt; `attempt` counts those that did not do.
    pub(super) fn finish(&self, attempt: u32) -> Salt {
        let hash = self.0.clone().update(&attempt.to_le_bytes()).finalize();
        hash.as_bytes().first_chunk().copied().unwrap_or_default()
    }
}

impl FileKeys {
    pub(super) fn new(key: &IndexKey, salt: &Salt) -> Self {
        let mut file = blake3::Hasher::new_derive_key(FILE);
        file.update(&key.0).update(salt);
        let file = file.finalize();
        let of = |context| blake3::derive_key(context, file.as_bytes());
        Self {
            tags: of(TAGS),
            handles: of(HANDLES),
            padding: of(PADDING),
            check: words(&of(CHECK), &[]).0,
        }
    }

    /// The secret of a composite key, from which its entries are reckoned.
    pub(super) fn tag(&self, composite: &[u8]) -> Tag {
        Tag(*blake3::keyed_hash(&self.tags, composite).as_bytes())
    }

    /// The handle of a row; `attempt` counts those that were taken.
    pub(super) fn handle(&self, row: u32, attempt: u32) -> u64 {
        let bytes = (u64::from(attempt) << 32 | u64::from(row)).to_le_bytes();
        words(&self.handles, &bytes).0
    }

    /// An entry that stands for nothing.
    pub(super) fn padding(&self, number: u64) -> Entry {
        let (label, covered) = words(&self.padding, &number.to_le_bytes());
        Entry { label, covered }
    }
}

/// What stands for a composite key: without the key of the file no two entries of it look related.
pub(super) struct Tag(Secret);

impl Tag {
    /// Where the n-th record of this key stands, and what covers its handle.
    pub(super) fn entry(&self, place: u32) -> Entry {
        let (label, covered) = words(&self.0, &place.to_le_bytes());
        Entry { label, covered }
    }
}
