//! Sorting integers by their upper bits, stable, in linear time.

/// Below this many values a comparison sort is quicker than counting digits.
const SMALL: usize = 96;

/// Sorts by `value >> from`, keeping the order of equals. `scratch` is only memory to work in.
///
/// Linear: one reading pass, and one moving pass per byte in which the values differ.
pub(crate) fn sort(values: &mut [u64], scratch: &mut Vec<u64>, from: u32) {
    if values.len() < SMALL {
        values.sort_by_key(|value| value >> from);
        return;
    }
    let mut counts = [[0_usize; 256]; 8];
    let digits = (64 - from).div_ceil(8) as usize;
    for value in values.iter() {
        let mut rest = value >> from;
        for count in counts.iter_mut().take(digits) {
            bump(count, rest);
            rest >>= 8;
        }
    }
    scratch.clear();
    scratch.resize(values.len(), 0);
    let mut source: &mut [u64] = values;
    let mut target: &mut [u64] = scratch;
    let mut swapped = false;
    for (digit, count) in counts.iter_mut().enumerate().take(digits) {
        if count.contains(&source.len()) {
            continue;
        }
        let mut start = 0;
        for slot in count.iter_mut() {
            start += core::mem::replace(slot, start);
        }
        let shift = from + 8 * digit as u32;
        for value in source.iter() {
            let at = bump(count, value >> shift);
            if let Some(slot) = target.get_mut(at) {
                *slot = *value;
            }
        }
        core::mem::swap(&mut source, &mut target);
        swapped = !swapped;
    }
    if swapped {
        target.copy_from_slice(source);
    }
}

/// Counts the lowest byte of `value`; gives the count before.
fn bump(counts: &mut [usize; 256], value: u64) -> usize {
    counts.get_mut(usize::from(value as u8)).map_or(0, |count| {
        *count += 1;
        *count - 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(seed: u64) -> u64 {
        let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb)
    }

    #[test]
    fn sorts_by_the_upper_bits_and_keeps_the_order_of_equals() {
        for len in [0, 1, 2, SMALL, SMALL + 1, 5_000] {
            for keys in [1_u64, 2, 300, 1 << 31] {
                for from in [0, 20, 32] {
                    let mut values: Vec<u64> = (0..len as u64)
                        .map(|i| ((noise(i) % keys) << 32) | (noise(i + 77) as u32 as u64))
                        .collect();
                    let mut expected = values.clone();
                    expected.sort_by_key(|value| value >> from);
                    sort(&mut values, &mut Vec::new(), from);
                    assert_eq!(values, expected, "{len} values, {keys} keys, from bit {from}");
                }
            }
        }
    }
}
