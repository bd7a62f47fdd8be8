//! Comparing prepared names asks for no memory, counted by an allocator of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(unsafe_code)]

use hoten::{Name, PreparedName, clean};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = COUNT.try_with(|count| count.set(count.get() + 1));
        // SAFETY: as promised by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as promised by the caller.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations<T>(call: impl FnOnce() -> T) -> (T, usize) {
    let before = COUNT.get();
    let answer = call();
    (answer, COUNT.get() - before)
}

#[test]
fn comparing_prepared_names_asks_for_no_memory() {
    let long = "Nguyễn ".repeat(1_000);
    let texts = include_str!("../testdata/golden_triples.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('\t').skip(1))
        .chain(["", "không rõ", "សុខ សុភា", "H'Hen Niê", "Êčăm", "?", "N.T.L.", &long])
        .map(|text| clean(text).text)
        .collect::<Vec<_>>();
    let names: Vec<_> = texts.iter().map(|text| Name::parse(text)).collect();
    let prepared: Vec<_> = names.iter().map(PreparedName::new).collect();
    assert!(allocations(|| vec![0_u8; 10]).1 > 0, "the counter counts");
    let (sum, count) = allocations(|| {
        let mut sum = 0.0;
        for left in &prepared {
            for right in prepared.iter().step_by(3) {
                sum += f64::from(left.similarity(right).score);
            }
        }
        sum
    });
    assert!(sum > 0.0);
    assert_eq!(count, 0);
}

/// Names of Vietnamese syllables need none to be made ready either.
#[test]
fn preparing_a_vietnamese_name_asks_for_no_memory() {
    for text in ["Nguyễn Thị Minh Khai", "NGUYEN VAN HOA", "Công Tằng Tôn Nữ Thị Ninh", "Hùynh Đưc"]
    {
        let name = Name::parse(text);
        let (prepared, count) = allocations(|| PreparedName::new(&name));
        assert_eq!(count, 0, "{text}");
        drop(prepared);
    }
}
