//! What blocking is told: parts of records, rules, limits.

use std::borrow::Cow;

/// Records as integers, for blocking.
///
/// Blocks are walked in no particular row order, so an implementation that keeps the parts of one
/// row side by side (such as [`PartTable`]) is several times faster than one column per part.
pub trait BlockParts: Sync {
    /// Number of records; rows are `0..rows()`.
    fn rows(&self) -> u32;
    /// The id of a record's value for a part; 0 = it has none. Equal ids mean equal values.
    fn part(&self, part: u8, row: u32) -> u32;
}

/// Parts of records, those of one row side by side. Memory: 4 bytes a part and row.
///
/// ```
/// use hoten::{BlockParts, PartTable};
/// let mut parts = PartTable::new(2, 3);
/// parts.set(1, 0, 7);
/// assert_eq!((parts.part(1, 0), parts.part(1, 1)), (7, 0));
/// ```
#[derive(Debug, Clone, Default)]
pub struct PartTable {
    ids: Vec<u32>,
    rows: u32,
    parts: u8,
}

impl PartTable {
    /// A table of `rows` records and `parts` parts, all 0 (none).
    #[must_use]
    pub fn new(rows: u32, parts: u8) -> Self {
        Self { ids: vec![0; rows as usize * usize::from(parts)], rows, parts }
    }

    /// Sets the id of one part of one record; a part or row outside the table changes nothing.
    pub fn set(&mut self, part: u8, row: u32, id: u32) {
        let place = self.place(part, row);
        if part < self.parts
            && let Some(slot) = self.ids.get_mut(place)
        {
            *slot = id;
        }
    }

    fn place(&self, part: u8, row: u32) -> usize {
        row as usize * usize::from(self.parts) + usize::from(part)
    }
}

impl BlockParts for PartTable {
    fn rows(&self) -> u32 {
        self.rows
    }

    #[inline]
    fn part(&self, part: u8, row: u32) -> u32 {
        debug_assert!(part < self.parts);
        self.ids.get(self.place(part, row)).copied().unwrap_or(0)
    }
}

/// A rule: two records meet when they have all its parts and agree on each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockRule {
    /// Stable name, shown in results.
    pub name: Cow<'static, str>,
    /// The parts that must be equal. A rule without parts finds nothing.
    pub parts: Cow<'static, [u8]>,
    /// A block with more pairs is refined, so that a loose rule costs no more in a large table than
    /// in a small one. Unlike [`BlockingOptions::max_block_pairs`] it refuses nothing: a block that
    /// no part splits further is kept.
    pub most_pairs: u64,
}

impl BlockRule {
    /// A rule written in code, of blocks as large as the options allow.
    #[must_use]
    pub const fn new(name: &'static str, parts: &'static [u8]) -> Self {
        let (name, parts) = (Cow::Borrowed(name), Cow::Borrowed(parts));
        Self { name, parts, most_pairs: u64::MAX }
    }

    /// A rule made while running, of blocks as large as the options allow.
    #[must_use]
    pub fn of(name: impl Into<Cow<'static, str>>, parts: impl Into<Cow<'static, [u8]>>) -> Self {
        Self { name: name.into(), parts: parts.into(), most_pairs: u64::MAX }
    }

    /// The same rule, its blocks refined when they have more pairs.
    #[must_use]
    pub const fn refined_above(mut self, pairs: u64) -> Self {
        self.most_pairs = pairs;
        self
    }
}

/// Which pairs of rows count. Tables that are linked stand one after the other in the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PairScope {
    /// All pairs: duplicates within one table.
    #[default]
    All,
    /// One row before `boundary`, one at or after it: two tables linked.
    Across {
        /// First row of the second table.
        boundary: u32,
    },
    /// At least one row at or after `boundary`: new records against the old ones and each other.
    Touching {
        /// First new row.
        boundary: u32,
    },
}

impl PairScope {
    /// Number of pairs among `before` rows in front of the boundary and `after` rows from it on
    /// (for [`PairScope::All`] the division does not matter).
    #[must_use]
    pub fn pairs(self, before: u32, after: u32) -> u64 {
        let (before, after) = (u64::from(before), u64::from(after));
        let among =
            |n: u64| if n.is_multiple_of(2) { (n / 2) * n.saturating_sub(1) } else { n * (n / 2) };
        match self {
            Self::All => among(before + after),
            Self::Across { .. } => before * after,
            Self::Touching { .. } => (before * after).saturating_add(among(after)),
        }
    }

    /// Whether the pair counts (`left < right`).
    #[must_use]
    pub fn contains(self, left: u32, right: u32) -> bool {
        left < right
            && match self {
                Self::All => true,
                Self::Across { boundary } => left < boundary && right >= boundary,
                Self::Touching { boundary } => right >= boundary,
            }
    }

    /// First row of the second side; 0 where there are no sides.
    #[must_use]
    pub fn boundary(self) -> u32 {
        match self {
            Self::All => 0,
            Self::Across { boundary } | Self::Touching { boundary } => boundary,
        }
    }
}

/// Limits of blocking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockingOptions {
    /// A block with more pairs is refined, then refused. Default 20,000 (a block of 200 records).
    pub max_block_pairs: u64,
    /// Parts by which an oversized block is split, in this order. Default none.
    pub refine: Vec<u8>,
    /// Which pairs count. Default all.
    pub scope: PairScope,
    /// Candidates handed over at once, at least 1. Default 8,192 (96 KiB).
    pub batch_pairs: usize,
}

impl Default for BlockingOptions {
    fn default() -> Self {
        Self {
            max_block_pairs: 20_000,
            refine: Vec::new(),
            scope: PairScope::All,
            batch_pairs: 8_192,
        }
    }
}

/// Two records to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Candidate {
    /// The smaller row.
    pub left: u32,
    /// The larger row.
    pub right: u32,
    /// Place of the first rule that finds the pair.
    pub rule: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_of_a_scope_are_those_it_contains() {
        for boundary in 0..9 {
            for scope in
                [PairScope::All, PairScope::Across { boundary }, PairScope::Touching { boundary }]
            {
                let held = (0..8)
                    .flat_map(|left| (0..8).map(move |right| (left, right)))
                    .filter(|&(left, right)| scope.contains(left, right))
                    .count();
                let before = boundary.min(8);
                assert_eq!(scope.pairs(before, 8 - before), held as u64, "{scope:?}");
            }
        }
    }

    #[test]
    fn the_largest_table_has_a_number_of_pairs() {
        assert_eq!(PairScope::All.pairs(u32::MAX, 0), 9_223_372_030_412_324_865);
    }
}
