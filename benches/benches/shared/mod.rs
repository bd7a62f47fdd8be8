//! What the benches share: generated cells, short runs, one loop over all of them.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use hoten_benches::{FaultMix, HEADER, Population, Settings, generate};
use std::hint::black_box;
use std::time::Duration;

/// A second a bench: enough to see a tenth on a quiet machine. `--measurement-time` asks for more.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20)
        .configure_from_args()
}

/// The same residents in every run.
pub(crate) fn residents(persons: usize, mix: FaultMix) -> Population {
    generate(&Settings { persons, seed: 2025, mix })
}

/// The filled cells of a column.
pub(crate) fn cells<'p>(residents: &'p Population, header: &str) -> Vec<&'p str> {
    let place = HEADER.iter().skip(2).position(|name| *name == header).unwrap();
    residents.rows().map(|row| row.texts[place]).filter(|cell| !cell.is_empty()).collect()
}

/// Calls a pass, over and over the same cells if there are fewer.
pub(crate) const CALLS: usize = 8_000;

/// Measures one call for each item; what is shown for a bench is [`CALLS`] calls, its rate is calls
/// a second.
pub(crate) fn each<'i, T, R>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    items: &'i [T],
    mut call: impl FnMut(&'i T) -> R,
) {
    group.throughput(Throughput::Elements(CALLS as u64));
    group.bench_function(name, |bencher| bencher.iter(|| pass(items, &mut call)));
}

/// A function of its own: `instructions.sh` counts what happens in it.
#[inline(never)]
fn pass<'i, T, R>(items: &'i [T], call: &mut impl FnMut(&'i T) -> R) {
    for item in items.iter().cycle().take(CALLS) {
        black_box(call(black_box(item)));
    }
}
