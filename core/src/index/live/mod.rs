//! A register that changes, kept in a folder: what `commit` acknowledged is there after a crash at
//! any moment. `FORMAT.md` says what its files are.
//!
//! A folder is a few immutable segments (index files that also keep each record as it was handed
//! in), a log of what was committed since, and a manifest that names them and the rows that are no
//! longer there. A commit is one append and one fsync. Everything else is new files: they are made
//! durable before the manifest that names them takes the place of the old one, and old files go
//! last. Nothing is ever written on that a failed or unfinished write may have touched.

mod background;
mod basis;
mod batch;
mod compact;
mod folder;
mod log;
mod manifest;
mod open;
mod options;
mod part;
mod record;
mod rowset;
mod salvage;
mod segment;
mod snapshot;
mod writer;

pub use self::options::LiveOptions;
pub use self::record::LiveRecord;
pub(super) use self::rowset::RowSet;
pub use self::salvage::{SalvageReport, SalvagedFile};
pub use self::snapshot::{LiveReader, LiveSnapshot};
pub use self::writer::LiveIndex;

use crate::error::{Error, ErrorCode};

/// Damage in the folder: which kind of file does not hold.
fn live_damaged(part: &'static str) -> Error {
    Error::new(ErrorCode::LiveDamaged).with("part", part)
}
