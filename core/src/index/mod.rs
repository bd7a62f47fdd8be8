//! Records in one file that is opened in no time and searched in microseconds, from disk, from
//! memory or in a browser. `FORMAT.md` beside this file says what its bytes are.
//!
//! `build` writes: records as a few numbers each, their words and places once, and for each rule a
//! transducer from keys to rows. `open` reads the frame; each block is checked when it is first
//! looked at. `search` makes the keys of a query, takes the rows under them and compares the query
//! with each, by the same code and the same numbers as `dedupe`.

mod atomic;
mod batch;
mod blocks;
mod build;
mod encode;
mod explain;
mod filter;
mod format;
mod gather;
mod hits;
mod ids;
mod keyed;
mod keys;
mod live;
#[cfg(feature = "mmap")]
mod mmap;
mod names;
mod node;
mod open;
mod part;
mod places;
mod postings;
mod query;
mod record;
mod rows;
mod scratch;
mod search;
mod settings;
mod sort;
mod stored;
mod strings;
mod typing;
mod varint;
mod vfs;
mod words;
mod write;

pub use self::build::{IndexBuilder, IndexRuleSummary, IndexSummary};
pub use self::hits::{IndexHit, IndexHits};
pub use self::ids::RecordId;
pub use self::keyed::{
    IndexKey, KeyedHit, KeyedHits, KeyedIndex, KeyedLeaks, KeyedRuleLeak, KeyedSummary,
    RecordHandle,
};
pub use self::live::{
    LiveIndex, LiveOptions, LiveReader, LiveRecord, LiveSnapshot, SalvageReport, SalvagedFile,
};
#[cfg(feature = "mmap")]
pub use self::mmap::MappedFile;
pub use self::open::Index;
pub use self::query::IndexQuery;
pub use self::vfs::{MemoryVfs, RealVfs, Vfs, VfsFile};

#[cfg(test)]
mod tests;
