//! Index files: the same numbers as `dedupe`, the same bytes for the same table.
#![cfg(feature = "index")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "index/fixture.rs"]
mod fixture;
#[path = "index/keyed.rs"]
mod keyed;
#[path = "index/people.rs"]
mod people;
#[path = "index/reseal.rs"]
#[allow(dead_code, reason = "the damage tests use more of it")]
mod reseal;
#[path = "index/same.rs"]
mod same;
#[path = "index/search.rs"]
mod search;
