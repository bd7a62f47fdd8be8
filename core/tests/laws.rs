//! Laws that hold for any input, checked on random ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[cfg(feature = "link")]
#[path = "laws/block.rs"]
mod block;
#[path = "laws/name.rs"]
mod name;
#[path = "laws/syllable.rs"]
mod syllable;
#[path = "laws/field.rs"]
mod field;
//! Laws: what holds for every input, tried on random ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "laws/clean.rs"]
mod clean;
#[path = "laws/syllable.rs"]
mod syllable;
#[path = "laws/text.rs"]
mod text;
