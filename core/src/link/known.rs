//! New records beside records that were clustered before.

use super::linkage::Linkage;
use super::sides::Sides;
use crate::cluster::RefusalReason;
use crate::error::{Error, ErrorCode, Result};
use std::collections::{HashMap, HashSet};

/// Of a cluster that was known before, the next records that each is weighed with.
const MATES: usize = 9;

/// The clusters that were there before a run.
#[derive(Default)]
pub(super) struct Known {
    /// For each row the number of its cluster, from 1; 0 for a new record. Empty if nothing was
    /// known.
    pub(super) numbers: Vec<u32>,
    /// Their names, by number - 1.
    names: Vec<String>,
}

impl Known {
    /// The clusters of the first table's records, `(record id, cluster id)`; a record that is not
    /// named is a cluster of its own, called by its own identifier.
    ///
    /// # Errors
    /// Tables without identifiers; an identifier that stands in both; a cluster for a record that
    /// the first table does not have.
    pub(super) fn find<'t>(
        sides: &Sides<'_>,
        clusters: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self> {
        if sides.iter().any(|side| side.ids.is_numbered()) {
            return Err(Error::new(ErrorCode::NoRecordIds));
        }
        let old = sides.index(0);
        for row in sides.boundary()..sides.rows() {
            if let Some(first) = old.get(&sides.record_id(row)) {
                let row = row - sides.boundary();
                return Err(Error::new(ErrorCode::RecordKnown)
                    .with("first", first.to_string())
                    .with("second", row.to_string()));
            }
        }
        let mut known = Self { numbers: vec![0; sides.rows() as usize], names: Vec::new() };
        let mut numbers = HashMap::<String, u32>::new();
        let mut missing = 0_u64;
        for (id, cluster) in clusters {
            match old.get(id) {
                Some(&row) => known.put(row, cluster, &mut numbers),
                None => missing += 1,
            }
        }
        if missing > 0 {
            return Err(Error::new(ErrorCode::ClusterOfNoRecord).with("count", missing.to_string()));
        }
        for row in 0..sides.boundary() {
            if known.numbers.get(row as usize) == Some(&0) {
                known.put(row, &sides.record_id(row), &mut numbers);
            }
        }
        Ok(known)
    }

    /// The clusters of a run that was saved: for each row its name, empty for a new record.
    #[cfg(feature = "serde")]
    pub(super) fn restore(rows: Vec<String>) -> Self {
        if rows.iter().all(String::is_empty) {
            return Self::default();
        }
        let mut known = Self { numbers: vec![0; rows.len()], names: Vec::new() };
        let mut numbers = HashMap::new();
        for (row, name) in (0..).zip(&rows) {
            if !name.is_empty() {
                known.put(row, name, &mut numbers);
            }
        }
        known
    }

    fn put(&mut self, row: u32, cluster: &str, numbers: &mut HashMap<String, u32>) {
        let next = u32::try_from(self.names.len() + 1).unwrap_or(u32::MAX);
        let number = match numbers.get(cluster) {
            Some(&number) => number,
            None => {
                self.names.push(cluster.to_owned());
                numbers.insert(cluster.to_owned(), next);
                next
            }
        };
        if let Some(slot) = self.numbers.get_mut(row as usize) {
            *slot = number;
        }
    }

    /// Pairs of rows that are one cluster already, of the clusters that these rows are in; of a large
    /// cluster each row with the next few.
    pub(super) fn mates(&self, rows: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
        let number = |row: u32| self.numbers.get(row as usize).copied().unwrap_or(0);
        let met: HashSet<u32> = rows.map(number).filter(|&number| number != 0).collect();
        let held = (0..).zip(&self.numbers).filter(|(_, number)| met.contains(*number));
        let mut held: Vec<(u32, u32)> = held.map(|(row, &number)| (number, row)).collect();
        held.sort_unstable();
        let mut mates = Vec::new();
        for cluster in held.chunk_by(|one, other| one.0 == other.0) {
            for (place, &(_, row)) in cluster.iter().enumerate() {
                let next = cluster.iter().skip(place + 1).take(MATES);
                mates.extend(next.map(|&(_, mate)| (row, mate)));
            }
        }
        mates
    }

    /// The name of the cluster a row was in before.
    pub(super) fn name(&self, row: u32) -> Option<&str> {
        let number = *self.numbers.get(row as usize)?;
        self.names.get(number.checked_sub(1)? as usize).map(String::as_str)
    }
}

/// Two clusters that were known before and that new evidence would join.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct ClusterMerge {
    /// A row of the cluster whose name is smaller.
    pub left: u32,
    /// A row of the other.
    pub right: u32,
    /// The heaviest pair between the two, by rows: one of its records may be new.
    pub pair: (u32, u32),
    /// Its weight in bits.
    pub weight: f32,
}

impl Linkage<'_> {
    /// New records that joined a cluster that was known before: the row, and the row that names the
    /// cluster. Empty unless [`crate::Linker::update`] ran.
    #[must_use]
    pub fn joined(&self) -> Vec<(u32, u32)> {
        let number = |row: u32| self.known.numbers.get(row as usize).copied();
        let all = (0..).zip(self.clusters()).map(|(row, &cluster)| (row, cluster));
        all.filter(|&(row, cluster)| {
            number(row) == Some(0) && number(cluster).is_some_and(|held| held != 0)
        })
        .collect()
    }

    /// Clusters known before that new records would join to one: they are left as they are, for
    /// people to decide. Heaviest first, each two clusters once.
    #[must_use]
    pub fn merges(&self) -> Vec<ClusterMerge> {
        let mut merges: Vec<ClusterMerge> = Vec::new();
        let mut seen = HashSet::new();
        let named = |row: u32| self.clusters.get(row as usize).copied().unwrap_or(row);
        for held in &self.refused {
            if !matches!(held.reason, RefusalReason::Contradiction { attribute: 0 }) {
                continue;
            }
            let (mut left, mut right) = (named(held.edge.left), named(held.edge.right));
            if self.cluster_id(right) < self.cluster_id(left) {
                std::mem::swap(&mut left, &mut right);
            }
            if left != right && seen.insert((left, right)) {
                let pair = (held.edge.left, held.edge.right);
                merges.push(ClusterMerge { left, right, pair, weight: held.edge.weight });
            }
        }
        merges
    }
}
