//! Pairs at or above the threshold -> clusters whose records agree with one another on the whole.

use super::scorer::ScoredPair;
use crate::cluster::{ClusterConstraints, ClusterEdge};
use crate::record::values::RecordTable;

/// No pair speaks louder than this when two clusters are weighed against each other, in bits: one
/// sure pair must not outshout several contradictions, nor one contradiction several sure pairs.
const LOUDEST: f32 = 12.0;

/// The smallest row of its cluster, for every row.
///
/// Pairs are followed from the strongest down. Two clusters become one only if the pairs between
/// them, those below the threshold included, speak for one person on average: a chain of namesakes
/// breaks at its weakest link. `weight` scores any two rows, prior included.
pub(super) fn cluster(
    table: &RecordTable,
    pairs: &[ScoredPair],
    threshold: f32,
    one_per_source: bool,
    weight: impl Fn(u32, u32) -> f32,
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
    let mut agree = |one: &[u32], other: &[u32]| {
        let pairs = one.iter().flat_map(|&a| other.iter().map(move |&b| (a.min(b), a.max(b))));
        let sum: f32 = pairs.map(|(a, b)| weight(a, b).clamp(-LOUDEST, LOUDEST)).sum();
        sum >= 0.0
    };
    constraints.cluster_agreeing(rows, edges, &mut agree).clusters
}
