//! The live index: what is found, what survives, what is gone.
#![cfg(feature = "index")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "live/basics.rs"]
mod basics;
#[path = "live/crashes.rs"]
mod crashes;
#[path = "live/disk.rs"]
mod disk;
#[path = "live/faults.rs"]
mod faults;
#[path = "live/flips.rs"]
mod flips;
#[path = "index/people.rs"]
mod people;
#[path = "live/purge.rs"]
mod purge;
#[path = "live/readers.rs"]
mod readers;
#[path = "live/register.rs"]
mod register;
#[path = "live/salvage.rs"]
mod salvage;
#[path = "live/scores.rs"]
mod scores;
