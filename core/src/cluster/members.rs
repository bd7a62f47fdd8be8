//! The rows of each cluster, as rings: two rings become one by exchanging two links.

use smallvec::SmallVec;

/// Rows of a cluster that are looked at; the cost of a question stays bounded.
const LOOKED_AT: usize = 8;

/// For every row the next row of its cluster.
pub(super) struct Members {
    next: Vec<u32>,
}

impl Members {
    /// Every row alone.
    pub(super) fn new(rows: u32) -> Self {
        Self { next: (0..rows).collect() }
    }

    /// Makes one ring of the rings of two rows of different clusters.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (one as usize, other as usize);
        if one.max(other) < self.next.len() {
            self.next.swap(one, other);
        }
    }

    /// Asks whether two clusters agree; two single rows always do.
    pub(super) fn agree(
        &self,
        one: u32,
        other: u32,
        ask: &mut dyn FnMut(&[u32], &[u32]) -> bool,
    ) -> bool {
        let (one, other) = (self.some(one), self.some(other));
        one.len() + other.len() <= 2 || ask(&one, &other)
    }

    fn some(&self, row: u32) -> SmallVec<[u32; LOOKED_AT]> {
        let mut rows = SmallVec::new();
        let mut at = row;
        loop {
            rows.push(at);
            at = self.next.get(at as usize).copied().unwrap_or(row);
            if at == row || rows.len() == LOOKED_AT {
                return rows;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_hold_what_was_joined() {
        let mut members = Members::new(5);
        members.join(0, 1);
        members.join(3, 4);
        members.join(0, 3);
        let mut rows = members.some(4).to_vec();
        rows.sort_unstable();
        assert_eq!(rows, [0, 1, 3, 4]);
        assert_eq!(members.some(2).to_vec(), [2]);
        assert!(!members.agree(0, 2, &mut |_, _| false));
    }
}
