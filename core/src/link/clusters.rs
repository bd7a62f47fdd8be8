//! Pairs at or above the threshold -> clusters that hold no contradiction.

use super::linker::ScoredPair;
use crate::cluster::{ClusterConstraints, ClusterEdge};
use crate::record::values::RecordTable;

/// The smallest row of its cluster, for every row.
pub(super) fn cluster(
    table: &RecordTable,
    pairs: &[ScoredPair],
    threshold: f32,
    one_per_source: bool,
) -> Vec<u32> {
    let rows = u32::try_from(table.records.len()).unwrap_or(u32::MAX);
    let edges = pairs
        .iter()
        .filter(|pair| pair.probability >= threshold)
        .map(|pair| ClusterEdge { left: pair.left, right: pair.right, weight: pair.weight })
        .collect();
    let sources: Vec<u32> = table.records.iter().map(|record| record.source.into()).collect();
    let constraints = ClusterConstraints {
        one_per_source: one_per_source.then_some(sources.as_slice()),
        ..ClusterConstraints::default()
    };
    constraints.cluster(rows, edges).clusters
}
