//! Chance that is the same on every platform: PCG numbers, and our own few ways of using them
//! (the ways of a random library change between its versions).

use rand_core::Rng as _;
use rand_pcg::Pcg64;

/// A stream of chance.
#[derive(Debug)]
pub(crate) struct Dice(Pcg64);

impl Dice {
    /// The stream number `stream` of a seed; streams do not depend on one another.
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        Self(Pcg64::new(
            u128::from(seed) ^ 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834,
            u128::from(stream),
        ))
    }

    /// A number below `limit` (0 when `limit` is 0).
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let product = u128::from(self.0.next_u64()) * (limit as u128);
        (product >> 64) as usize
    }

    /// A number from `low` to `high`, both possible.
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = (high - low).max(0) as usize + 1;
        low + self.below(width) as i32
    }

    /// True in a share `p` of the calls.
    pub(crate) fn chance(&mut self, p: f64) -> bool {
        // 53 bits: exact in an f64 everywhere.
        ((self.0.next_u64() >> 11) as f64) < p * 9_007_199_254_740_992.0
    }

    /// One of the items, each as likely; the list is never empty.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// One of the words, each as likely.
    pub(crate) fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }

    /// An index drawn by whole-number weights.
    pub(crate) fn weighted(&mut self, weights: &[u32]) -> usize {
        let total: u64 = weights.iter().map(|&w| u64::from(w)).sum();
        let mut left = self.below(total as usize) as u64;
        for (index, &weight) in weights.iter().enumerate() {
            if left < u64::from(weight) {
                return index;
            }
            left -= u64::from(weight);
        }
        0
    }

    /// Puts the items into a random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// Items with weights, drawn in logarithmic time.
#[derive(Debug)]
pub(crate) struct Urn<T> {
    items: Vec<T>,
    upto: Vec<u64>,
}

impl<T> Urn<T> {
    /// Fills the urn; items of weight 0 are left out.
    pub(crate) fn new(items: impl IntoIterator<Item = (T, u64)>) -> Self {
        let mut urn = Self { items: Vec::new(), upto: Vec::new() };
        let mut sum = 0;
        for (item, weight) in items {
            if weight > 0 {
                sum += weight;
                urn.items.push(item);
                urn.upto.push(sum);
            }
        }
        urn
    }

    /// Draws one item, which stays in the urn.
    pub(crate) fn draw(&self, dice: &mut Dice) -> &T {
        let total = self.upto.last().copied().unwrap_or(1);
        let at = dice.below(total as usize) as u64;
        let index = self.upto.partition_point(|&upto| upto <= at);
        &self.items[index]
    }

    /// All items.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }
}
