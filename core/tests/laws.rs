//! Laws that hold for any input, checked on random ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[cfg(feature = "link")]
#[path = "laws/block.rs"]
mod block;
#[path = "laws/check.rs"]
mod check;
#[path = "laws/clean.rs"]
mod clean;
#[cfg(feature = "link")]
#[path = "laws/cluster.rs"]
mod cluster;
#[path = "laws/field.rs"]
mod field;
#[path = "laws/key.rs"]
mod key;
#[path = "laws/khmer.rs"]
mod khmer;
#[path = "laws/khmer_keys.rs"]
mod khmer_keys;
#[cfg(feature = "link")]
#[path = "laws/link.rs"]
mod link;
#[path = "laws/name.rs"]
mod name;
#[path = "laws/place.rs"]
mod place;
#[path = "laws/syllable.rs"]
mod syllable;
#[path = "laws/text.rs"]
mod text;
