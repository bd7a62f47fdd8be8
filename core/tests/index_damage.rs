//! Damaged and hostile index files: an error or the true answer; never a panic, never a hang, never
//! more than eight times the file in memory.
//!
//! `HOTEN_RELIABILITY=1` tries every bit and 200,000 mutants; without it a share of both.
#![cfg(feature = "index")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![expect(
    unsafe_code,
    reason = "an allocator can only be written so; this one hands on to the system's"
)]

#[path = "index/bombs.rs"]
mod bombs;
#[path = "index/flips.rs"]
mod flips;
#[path = "index/keyed_damage.rs"]
mod keyed_damage;
#[path = "index/mutants.rs"]
mod mutants;
#[path = "index/people.rs"]
mod people;
#[path = "index/reseal.rs"]
mod reseal;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// Counts what this thread holds, and the most it held.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    // Gone while a thread ends; nothing is measured then.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

// SAFETY: every call goes to the system's allocator with what it was given.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the pointer came from the system's allocator, with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size as isize - layout.size() as isize);
        // SAFETY: the pointer came from the system's allocator, with this layout.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes that `work` held at a time.
pub(crate) fn peak<R>(work: impl FnOnce() -> R) -> (R, usize) {
    let before = HELD.with(Cell::get);
    MOST.with(|most| most.set(before));
    let made = work();
    (made, (MOST.with(Cell::get) - before).max(0) as usize)
}

/// Whether everything is to be tried.
pub(crate) fn thorough() -> bool {
    std::env::var_os("HOTEN_RELIABILITY").is_some()
}

/// The bytes of a small index.
pub(crate) fn small(persons: usize) -> (Vec<u8>, people::People) {
    let people = people::People::new(persons, 77);
    let bytes = people.with_table(|table| hoten::IndexBuilder::new().to_bytes(table).unwrap());
    (bytes, people)
}

/// Queries of every kind: whole, in part, half typed, misspelled, nothing.
pub(crate) fn queries(people: &people::People) -> Vec<hoten::IndexQuery<'_>> {
    use hoten::{FieldName as F, IndexQuery};
    let mut queries = Vec::new();
    for row in people.0.iter().step_by((people.0.len() / 8).max(1)) {
        let cells = people::HEADERS.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
        let whole = cells.fold(IndexQuery::new(), |query, (header, cell)| {
            query.column(header, cell.as_str()).unwrap()
        });
        queries.push(whole.limit(1_000));
        queries.push(IndexQuery::new().field(F::FullName, row[2].as_str()));
        queries.push(IndexQuery::new().field(F::CitizenId, row[5].as_str()));
    }
    for (name, typing) in [
        ("ng", true),
        ("nguyễn v", true),
        ("trần thị l", true),
        ("lê vaxn hoaf", false),
        ("", true),
    ] {
        queries.push(IndexQuery::new().field(F::FullName, name).typing(typing));
    }
    let name = people.0[0][2].as_str();
    queries
        .push(IndexQuery::new().field(F::FullName, name).in_commune("An Hảo").in_source("dancu"));
    queries
}
