//! A plain name is parsed without the heap.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(unsafe_code)]

use hoten::Name;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;

struct Counting;

thread_local! {
    static CALLS: Cell<u32> = const { Cell::new(0) };
}

// SAFETY: every call goes on to the system allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.with(|calls| calls.set(calls.get() + 1));
        // SAFETY: the caller keeps the promises of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the promises of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn allocations(text: &str) -> u32 {
    let before = CALLS.with(Cell::get);
    black_box(Name::parse(black_box(text)));
    CALLS.with(Cell::get) - before
}

#[test]
fn a_plain_name_takes_no_memory() {
    for text in [
        "Nguyễn Văn Hòa",
        "NGUYỄN THỊ MINH KHAI",
        "Tran Van Hung",
        "Công Tằng Tôn Nữ Thị Ninh",
        "Hoàng Phủ Ngọc Tường",
        "H'Bia Niê Kdăm",
        "Rơ Châm H'Yéo",
        "Néang Sóc Kha",
        "Đỗ Lý",
        "Sơn Nguyễn",
    ] {
        assert_eq!(allocations(text), 0, "{text}");
    }
    // The allocator does count: a finding is kept on the heap.
    assert!(allocations("Ng. Văn Hòa") > 0);
}
