//! Pairs at or above the threshold -> clusters whose records agree with one another on the whole.

use super::contradiction::{Contradiction, contradiction};
use super::judge::{Judged, Verdict};
use super::scorer::ScoredPair;
use super::sides::Sides;
use crate::cluster::{
    ClusterConstraints, ClusterEdge, ConstrainedClusters, RefusalReason, RefusedEdge,
};
use crate::record::values::RecordTable;
use crate::score::weight_at;

/// No pair speaks louder than this when two clusters are weighed against each other, in bits: one
/// sure pair must not outshout several contradictions, nor one contradiction several sure pairs.
const LOUDEST: f32 = 12.0;
/// Questions between two looks at whether to go on.
const QUESTIONS: u64 = 1_024;

/// What clusters are made under.
pub(super) struct Clustering<'r, 'a> {
    pub(super) records: &'r RecordTable,
    pub(super) sides: &'r Sides<'a>,
    pub(super) judged: &'r Judged,
    /// For each row the number of the cluster it is already in; empty: none is.
    pub(super) known: &'r [u32],
    pub(super) threshold: f32,
    pub(super) one_per_source: bool,
}

/// Clusters of the rows, each named by the row of its smallest identifier.
///
/// Pairs are followed from the strongest down. Two clusters become one only if the pairs between
/// them, those below the threshold included, speak for one person on average: a chain of namesakes
/// breaks at its weakest link. Records that contradict one another never meet in one cluster, unless
/// people judged so: it breaks at its weakest pairs. Clusters that are already known stay as they are and are never
/// joined. `weight` scores any two rows, prior included; `told` is asked now and then whether to go
/// on.
pub(super) fn cluster(
    under: &Clustering<'_, '_>,
    pairs: &[ScoredPair],
    weight: &dyn Fn(u32, u32) -> f32,
    told: &mut dyn FnMut(u64) -> bool,
) -> Option<ConstrainedClusters> {
    let rows = under.sides.rows();
    let records = &under.records.records;
    let least = weight_at(under.threshold);
    let contradict = |a: u32, b: u32| {
        let record = |row: u32| records.get(row as usize);
        let told = record(a).zip(record(b)).and_then(|(one, other)| contradiction(one, other));
        match told {
            Some(Contradiction::Dates) => true,
            Some(Contradiction::Numbers) => weight(a.min(b), a.max(b)) < least,
            None => false,
        }
    };
    let mut refused = Vec::new();
    let mut edges = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.probability >= under.threshold) {
        let edge = ClusterEdge { left: pair.left, right: pair.right, weight: pair.weight };
        if contradict(pair.left, pair.right) {
            refused.push(RefusedEdge { edge, reason: RefusalReason::Values });
        } else {
            edges.push(edge);
        }
    }
    let sources: Vec<u32> = records.iter().map(|record| record.source.into()).collect();
    let mut must_link = under.judged.of(Verdict::Same);
    must_link.extend(chains(under.known));
    let cannot_link = under.judged.of(Verdict::Different);
    let known = [under.known];
    let constraints = ClusterConstraints {
        must_link: &must_link,
        cannot_link: &cannot_link,
        one_per_source: under.one_per_source.then_some(sources.as_slice()),
        exclusive: if under.known.is_empty() { &[] } else { &known },
    };
    let (mut asked, mut stopped) = (0, false);
    let mut agree = |one: &[u32], other: &[u32]| {
        asked += 1;
        stopped |= asked % QUESTIONS == 0 && !told(asked);
        let pairs = || one.iter().flat_map(|&a| other.iter().map(move |&b| (a.min(b), a.max(b))));
        let each = pairs().map(|(a, b)| weight(a, b).clamp(-LOUDEST, LOUDEST));
        !stopped && each.sum::<f32>() >= 0.0 && !pairs().any(|(a, b)| contradict(a, b))
    };
    let mut found = constraints.cluster_agreeing(rows, edges, &mut agree);
    name(under, &mut found.clusters);
    found.refused.append(&mut refused);
    (!stopped).then_some(found)
}

/// Rows of one known cluster, each with the one before it.
fn chains(known: &[u32]) -> Vec<(u32, u32)> {
    let most = known.iter().copied().max().unwrap_or(0);
    let mut last = vec![None; most as usize + 1];
    let mut chains = Vec::new();
    for (row, &number) in (0..).zip(known) {
        if number != 0
            && let Some(last) = last.get_mut(number as usize)
        {
            chains.extend(last.replace(row).map(|before| (before, row)));
        }
    }
    chains
}

/// Names each cluster by the row of its smallest identifier instead of its first row, so that the
/// name does not depend on the order of the rows. Rows of clusters that were known go first.
fn name(under: &Clustering<'_, '_>, clusters: &mut [u32]) {
    if under.sides.is_numbered() && under.known.is_empty() {
        return;
    }
    let is_new = |row: u32| under.known.get(row as usize).is_none_or(|&number| number == 0);
    let mut names: Vec<u32> = (0..under.sides.rows()).collect();
    for (row, &first) in (0..).zip(clusters.iter()) {
        if row == first {
            continue;
        }
        if let Some(name) = names.get_mut(first as usize) {
            let key = |row: u32| (is_new(row), under.sides.record_id(row), row);
            if key(row) < key(*name) {
                *name = row;
            }
        }
    }
    for cluster in clusters {
        *cluster = names.get(*cluster as usize).copied().unwrap_or(*cluster);
    }
}
