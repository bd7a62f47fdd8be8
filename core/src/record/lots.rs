//! Which records are drawn for a sample: by a hash of their identifiers, so that neither the order of
//! the rows nor the number of threads decides.

use xxhash_rust::xxh3::xxh3_64;

/// The lots of a table's records. Empty: they are called by their rows, and drawn by them.
#[derive(Default)]
pub(crate) struct Lots {
    /// By row.
    hashes: Vec<u32>,
    /// Rows in the order in which they are drawn, those of the first table before those of the second.
    order: Vec<u32>,
}

impl Lots {
    /// Of the identifiers of all rows; the second table begins at `boundary`.
    pub(crate) fn of<S: AsRef<str>>(ids: impl Iterator<Item = S>, boundary: u32) -> Self {
        let hashes: Vec<u32> = ids.map(|id| xxh3_64(id.as_ref().as_bytes()) as u32).collect();
        let mut order: Vec<u32> = (0..).take(hashes.len()).collect();
        let lot = |row: u32| hashes.get(row as usize).copied().unwrap_or(0);
        order.sort_unstable_by_key(|&row| (row >= boundary, lot(row), row));
        Self { hashes, order }
    }

    /// All rows in the order in which they are drawn; empty: as they stand.
    pub(crate) fn order(&self) -> &[u32] {
        &self.order
    }

    /// The row of the n-th record.
    pub(crate) fn row(&self, number: u64) -> u64 {
        let at = usize::try_from(number).ok().and_then(|number| self.order.get(number));
        at.map_or(number, |row| u64::from(*row))
    }

    /// For each row its number in the order of the lots.
    pub(crate) fn ranks(&self, rows: u32) -> Vec<u32> {
        let mut ranks: Vec<u32> = (0..rows).collect();
        for (rank, &row) in (0..).zip(&self.order) {
            if let Some(slot) = ranks.get_mut(row as usize) {
                *slot = rank;
            }
        }
        ranks
    }

    /// A number of one record.
    pub(crate) fn record(&self, row: u32) -> u64 {
        u64::from(self.hashes.get(row as usize).copied().unwrap_or(row))
    }

    /// A number of two records, whichever comes first.
    pub(crate) fn pair(&self, left: u32, right: u32) -> u64 {
        let (left, right) = (self.record(left), self.record(right));
        left.min(right) << 32 | left.max(right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same records in another order are drawn as before; without identifiers rows are.
    #[test]
    fn the_order_of_rows_does_not_decide() {
        let (one, other) = (["a", "b", "c", "d"], ["d", "b", "a", "c"]);
        let (first, second) = (Lots::of(one.iter(), 4), Lots::of(other.iter(), 4));
        for number in 0..4 {
            let drawn = [one[first.row(number) as usize], other[second.row(number) as usize]];
            assert_eq!(drawn[0], drawn[1]);
        }
        let ranks = first.ranks(4);
        assert!((0..4).all(|row: u32| first.row(ranks[row as usize].into()) == u64::from(row)));
        assert_eq!(first.pair(0, 1), second.pair(1, 2));
        assert_eq!(first.pair(3, 2), second.pair(3, 0));
        let rows = Lots::default();
        assert_eq!((rows.row(7), rows.pair(2, 1)), (7, 1 << 32 | 2));
    }

    #[test]
    fn each_table_keeps_its_place() {
        let lots = Lots::of(["x", "y", "z", "x", "y"].iter(), 2);
        assert!((0..2).all(|number| lots.row(number) < 2));
        assert!((2..5).all(|number| lots.row(number) >= 2));
    }
}
