//! No allocation where nothing changes: counted by an allocator of the test's own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![expect(
    unsafe_code,
    reason = "an allocator can only be written so; this one hands on to the system's"
)]

use hoten::text::{compose, is_composed, strip_marks};
use hoten::{clean, detect, fold, fold_to, is_normalized, is_suspicious, normalize, normalize_to};
use std::alloc::{GlobalAlloc, Layout, System};
use std::borrow::Cow;
use std::cell::Cell;

struct Counting;

thread_local! {
    // Of this thread: tests beside this one allocate too.
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    // Gone while a thread ends; nothing is measured then.
    let _ = COUNT.try_with(|count| count.set(count.get() + 1));
}

// SAFETY: every call goes to the system's allocator with what it was given.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the pointer came from the system's allocator, with this layout.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: the pointer came from the system's allocator, with this layout.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often the call asked for memory.
fn allocations<T>(call: impl FnOnce() -> T) -> usize {
    let before = COUNT.with(Cell::get);
    let made = call();
    let after = COUNT.with(Cell::get);
    drop(made);
    after - before
}

#[test]
fn the_count_counts() {
    assert_eq!(allocations(|| vec![1_u8; 3]), 1);
    assert_eq!(allocations(String::new), 0);
    assert!(allocations(|| normalize("NGUYỄN")) > 0);
}

/// Clean cells of registers: names of every people, addresses, numbers, other scripts.
const CLEAN: &[&str] = &[
    "Nguyễn Văn An",
    "Hoà Thị Thuý",
    "Trần Quý Giàu",
    "Xuân Kiên Nghĩa",
    "H'Mông Niê",
    "K'Brơi",
    "Thạch Sà Rươn",
    "Lê-Đình Phú",
    "",
    "12/3",
];

const NORMAL: &[&str] = &[
    "nguyễn văn an",
    "hòa thị thúy",
    "trần quý giàu",
    "xuân kiên nghĩa khuỷu",
    "h'mông niê",
    "844, tổ 12, ấp tà ngáo",
    "tx. tịnh biên",
    "nguyen van an",
    "0912345678",
    "",
];

#[test]
fn nothing_is_allocated_where_nothing_changes() {
    for text in CLEAN {
        assert_eq!(allocations(|| clean(text)), 0, "clean {text:?}");
        assert!(matches!(clean(text).text, Cow::Borrowed(_)), "{text:?}");
        assert_eq!(allocations(|| (compose(text), is_composed(text))), 0, "compose {text:?}");
    }
    for text in NORMAL {
        assert_eq!(allocations(|| normalize(text)), 0, "normalize {text:?}");
        assert_eq!(allocations(|| is_normalized(text)), 0, "is_normalized {text:?}");
    }
    for text in ["nguyen van an", "844, to 12", ""] {
        assert_eq!(allocations(|| (fold(text), strip_marks(text))), 0, "fold {text:?}");
    }
    for text in CLEAN.iter().chain(NORMAL).chain(&["TRẦN THỊ BA", "NguyÔn V¨n", "Traàn Vaên"])
    {
        assert_eq!(allocations(|| is_suspicious(text)), 0, "is_suspicious {text:?}");
    }
    // A column of clean cells costs a list of places, whatever they hold.
    let cells = CLEAN.iter().chain(NORMAL).copied();
    assert!(allocations(|| detect(cells.clone())) <= 6, "detect");
}

/// A buffer with room is all that is needed, whatever changes in Vietnamese text.
#[test]
fn nothing_is_allocated_with_a_buffer_that_has_room() {
    let mut out = String::with_capacity(400);
    let changed = [
        "  NGUYỄN\tVĂN  HOÀ ",
        "Đặng Thị ÁNH",
        "Hùynh Thị Thuý",
        "QÚY",
        "H'MÔNG",
        "844, Tổ 12, ẤP TÀ NGÁO",
    ];
    for text in CLEAN.iter().chain(NORMAL).chain(&changed) {
        out.clear();
        assert_eq!(allocations(|| normalize_to(text, &mut out)), 0, "normalize_to {text:?}");
        out.clear();
        assert_eq!(allocations(|| fold_to(text, &mut out)), 0, "fold_to {text:?}");
    }
    out.clear();
    assert_eq!(allocations(|| fold_to("Nguye\u{302}\u{303}n", &mut out)), 0, "loose marks");
}

/// One allocation for the result, none on the way.
#[test]
fn a_change_costs_its_result() {
    for text in ["Nguyễn Văn An", "NGUYỄN VĂN AN", " Trần  Thị Ba"] {
        assert_eq!(allocations(|| normalize(text)), 1, "normalize {text:?}");
        assert_eq!(allocations(|| fold(text)), 1, "fold {text:?}");
    }
}
