//! Columns of names in every encoding and kind of damage, and columns that are as they should be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "columns/clean.rs"]
mod clean;
#[path = "columns/damage.rs"]
mod damage;
#[path = "columns/mixed.rs"]
mod mixed;
#[path = "columns/names.rs"]
mod names;
#[path = "columns/whole.rs"]
mod whole;
