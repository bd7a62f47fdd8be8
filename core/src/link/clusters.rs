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
///
/// Pairs of one weight are followed by the lots of their records: within, rows are called by their
/// ranks, so that the order of the table decides nothing.
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
    let ranks = under.records.lots.ranks(rows);
    let rank = |row: u32| ranks.get(row as usize).copied().unwrap_or(row);
    let row = |rank: u32| under.records.lots.row(rank.into()) as u32;
    let called = |edge: ClusterEdge, name: &dyn Fn(u32) -> u32| {
        let (left, right) = (name(edge.left), name(edge.right));
        ClusterEdge { left: left.min(right), right: left.max(right), ..edge }
    };
    let mut refused = Vec::new();
    let mut edges = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.probability >= under.threshold) {
        let edge = ClusterEdge { left: pair.left, right: pair.right, weight: pair.weight };
        if contradict(pair.left, pair.right) {
            refused.push(RefusedEdge { edge, reason: RefusalReason::Values });
        } else {
            edges.push(called(edge, &rank));
        }
    }
    let by_rank = |of: &dyn Fn(u32) -> u32| (0..rows).map(|rank| of(row(rank))).collect();
    let source = |row: u32| records.get(row as usize).map_or(0, |record| record.source.into());
    let sources: Vec<u32> = by_rank(&source);
    let judged = |verdict| {
        let pairs = under.judged.of(verdict).into_iter();
        pairs.map(|(left, right)| (rank(left), rank(right))).collect::<Vec<_>>()
    };
    let mut must_link = judged(Verdict::Same);
    must_link.extend(chains(under.known).into_iter().map(|(one, two)| (rank(one), rank(two))));
    let cannot_link = judged(Verdict::Different);
    let known: Vec<u32> = match under.known {
        [] => Vec::new(),
        known => by_rank(&|row| known.get(row as usize).copied().unwrap_or(0)),
    };
    let known = [known.as_slice()];
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
        let [one, other] = [one, other].map(|ranks| ranks.iter().map(|&rank| row(rank)));
        let pairs = || one.clone().flat_map(|a| other.clone().map(move |b| (a.min(b), a.max(b))));
        let each = pairs().map(|(a, b)| weight(a, b).clamp(-LOUDEST, LOUDEST));
        !stopped && each.sum::<f32>() >= 0.0 && !pairs().any(|(a, b)| contradict(a, b))
    };
    let mut found = constraints.cluster_agreeing(rows, edges, &mut agree);
    // Back from ranks to rows; each cluster is called by its first row.
    found.clusters = by_first_row(
        (0..rows).map(|row| found.clusters.get(rank(row) as usize).copied().unwrap_or_default()),
    );
    for held in &mut found.refused {
        held.edge = called(held.edge, &row);
    }
    for (left, right) in &mut found.conflicts {
        let rows = (row(*left), row(*right));
        (*left, *right) = (rows.0.min(rows.1), rows.0.max(rows.1));
    }
    found.conflicts.sort_unstable();
    name(under, &mut found.clusters);
    found.refused.append(&mut refused);
    (!stopped).then_some(found)
}

/// For each row the first row of its cluster, from any numbers that call the clusters.
fn by_first_row(clusters: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let mut first = vec![u32::MAX; clusters.len()];
    let each = (0..).zip(clusters).map(|(row, cluster)| match first.get_mut(cluster as usize) {
        Some(held) => {
            *held = row.min(*held);
            *held
        }
        None => row,
    });
    each.collect()
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
