//! An index for browsers: it tells under a key whether a likely duplicate exists, and by which
//! handle the server knows it. It holds no record, no word, no identifier.
//!
//! A record stands under composite keys (`rules`). Each of its entries is a label and a covered
//! handle, reckoned by keyed BLAKE3 from the composite key and its place among the records of that
//! key (`key`), so that without the key all entries look alike and unrelated: neither how many
//! records share a key nor which entries are of one record can be seen. Entries of nothing fill the
//! file up to a round size. `FORMAT.md` says what its bytes are, `KeyedLeaks` what a thief learns.

mod build;
mod handle;
mod key;
mod leak;
mod open;
mod rules;

pub use self::build::KeyedSummary;
pub use self::handle::{KeyedHit, KeyedHits, RecordHandle};
pub use self::key::IndexKey;
pub use self::leak::{KeyedLeaks, KeyedRuleLeak};
pub use self::open::KeyedIndex;
