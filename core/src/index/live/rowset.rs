//! Rows that are no longer there.

/// A set of rows, a bit each.
#[derive(Clone, Default, PartialEq, Eq)]
pub(in crate::index) struct RowSet {
    words: Vec<u64>,
    count: u32,
}

impl RowSet {
    /// Adds a row; `false` if it was there.
    pub(super) fn insert(&mut self, row: u32) -> bool {
        let (word, bit) = ((row / 64) as usize, 1u64 << (row % 64));
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        let Some(word) = self.words.get_mut(word) else { return false };
        let new = *word & bit == 0;
        *word |= bit;
        self.count += u32::from(new);
        new
    }

    pub(in crate::index) fn contains(&self, row: u32) -> bool {
        let word = self.words.get((row / 64) as usize);
        word.is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    pub(super) fn len(&self) -> u32 {
        self.count
    }

    /// All rows, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let rows = (0u32..).zip(&self.words);
        rows.flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_holds_what_was_added(rows in proptest::collection::vec(0u32..500, 0..60)) {
            let mut set = RowSet::default();
            let mut want = BTreeSet::new();
            for row in rows {
                prop_assert_eq!(set.insert(row), want.insert(row));
            }
            prop_assert_eq!(set.iter().collect::<Vec<_>>(), want.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(set.len() as usize, want.len());
            prop_assert!((0..500).all(|row| set.contains(row) == want.contains(&row)));
        }
    }
}
