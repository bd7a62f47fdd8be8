//! What blocking is told: parts of records, rules, limits.

use std::borrow::Cow;

/// Parts in half a line of the cache.
const HALF: usize = 8;

/// Half a line of the cache: a row of few more than sixteen parts need not take two whole ones.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(32))]
struct Half([u32; HALF]);

/// Records as integers, for blocking: the ids of each record's values, those of one row side by side,
/// because blocks are walked in no particular row order. Memory: 32 bytes a row for every 8 parts.
///
/// ```
/// use hoten::PartTable;
/// let mut parts = PartTable::new(2, 3);
/// parts.set(1, 0, 7);
/// assert_eq!((parts.part(1, 0), parts.part(1, 1)), (7, 0));
/// ```
#[derive(Debug, Clone, Default)]
pub struct PartTable {
    halves: Vec<Half>,
    rows: u32,
    parts: u8,
}

impl PartTable {
    /// A table of `rows` records and `parts` parts, all 0 (none).
    #[must_use]
    pub fn new(rows: u32, parts: u8) -> Self {
        Self { halves: vec![Half::default(); rows as usize * width(parts)], rows, parts }
    }

    /// Number of records; rows are `0..rows()`.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The id of a record's value for a part; 0 = it has none, or there is no such part or row. Equal
    /// ids mean equal values.
    #[must_use]
    #[inline]
    pub fn part(&self, part: u8, row: u32) -> u32 {
        self.row(row).part(part)
    }

    /// Sets the id of one part of one record; a part or row outside the table changes nothing.
    pub fn set(&mut self, part: u8, row: u32, id: u32) {
        let (half, place) = place(part);
        let first = row as usize * width(self.parts);
        if part < self.parts
            && let Some(half) = self.halves.get_mut(first + half)
            && let Some(slot) = half.0.get_mut(place)
        {
            *slot = id;
        }
    }

    /// The parts of a row; none outside the table.
    #[inline]
    pub(super) fn row(&self, row: u32) -> Parts<'_> {
        let width = width(self.parts);
        let first = row as usize * width;
        Parts(self.halves.get(first..first + width).unwrap_or_default())
    }
}

/// Halves of a row of so many parts.
#[inline]
fn width(parts: u8) -> usize {
    usize::from(parts).div_ceil(HALF)
}

/// The half of a row that holds a part, and the place in it.
#[inline]
fn place(part: u8) -> (usize, usize) {
    (usize::from(part) / HALF, usize::from(part) % HALF)
}

/// The parts of one row.
#[derive(Clone, Copy)]
pub(super) struct Parts<'t>(&'t [Half]);

impl Parts<'_> {
    #[inline]
    pub(super) fn part(self, part: u8) -> u32 {
        let (half, place) = place(part);
        self.0.get(half).and_then(|half| half.0.get(place)).copied().unwrap_or(0)
    }

    /// A bit for each of the first 64 parts that both rows have and agree on.
    #[inline]
    pub(super) fn agreement(self, other: Self) -> u64 {
        let mut all = 0;
        for (half, (left, right)) in (0..8).zip(self.0.iter().zip(other.0)) {
            let mut bits = 0_u32;
            for (place, (left, right)) in left.0.iter().zip(&right.0).enumerate() {
                bits |= u32::from((left == right) & (*left != 0)) << place;
            }
            all |= u64::from(bits) << (HALF * half);
        }
        all
    }

    /// Reads something of each half, which brings all of them into the cache.
    #[inline]
    pub(super) fn fetch(self) -> u32 {
        self.0.iter().fold(0, |seen, half| seen ^ half.0[0])
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
    fn agreement_is_one_bit_per_equal_part_that_is_not_missing() {
        let mut parts = PartTable::new(2, 20);
        for (row, ids) in
            [[1, 2, 0, 4, 5, 6, 7, 8, 9], [1, 3, 0, 4, 0, 6, 7, 8, 0]].iter().enumerate()
        {
            for (part, id) in (0..).zip(ids) {
                parts.set(part, row as u32, *id);
            }
            parts.set(19, row as u32, u32::MAX);
        }
        assert_eq!(parts.row(0).agreement(parts.row(1)), 1 << 19 | 0b1110_1001);
        for part in 0..64 {
            let mut one = PartTable::new(2, 64);
            one.set(part, 0, 3);
            assert_eq!(one.row(0).agreement(one.row(1)), 0);
            one.set(part, 1, 3);
            assert_eq!(one.row(0).agreement(one.row(1)), 1 << part);
        }
    }

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
