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
        let told = record(a).zip(record(b)).and_then(|(one, other)| contradiction(&one, &other));
        match told {
            Some(Contradiction::Dates) => true,
            Some(Contradiction::Numbers) => weight(a.min(b), a.max(b)) < least,
            None => false,
        }
    };
    let order = Order::of(under.records);
    let mut refused = Vec::new();
    let mut edges = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.probability >= under.threshold) {
        let edge = ClusterEdge { left: pair.left, right: pair.right, weight: pair.weight };
        if contradict(pair.left, pair.right) {
            refused.push(RefusedEdge { edge, reason: RefusalReason::Values });
        } else {
            let (left, right) = order.places((edge.left, edge.right));
            edges.push(ClusterEdge { left, right, ..edge });
        }
    }
    let sources = records.iter().map(|record| record.source.into());
    let sources = order.arranged(sources.collect::<Vec<u32>>());
    let mut must_link = under.judged.of(Verdict::Same);
    must_link.extend(chains(under.known));
    let mut cannot_link = under.judged.of(Verdict::Different);
    for pair in must_link.iter_mut().chain(&mut cannot_link) {
        *pair = order.places(*pair);
    }
    let known = order.arranged(under.known.to_vec());
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
        let both = |a: u32, b: u32| (order.row(a), order.row(b));
        let pairs = || one.iter().flat_map(move |&a| other.iter().map(move |&b| (a, b)));
        let pairs = || pairs().map(|(a, b)| both(a, b)).map(|(a, b)| (a.min(b), a.max(b)));
        let each = pairs().map(|(a, b)| weight(a, b).clamp(-LOUDEST, LOUDEST));
        !stopped && each.sum::<f32>() >= 0.0 && !pairs().any(|(a, b)| contradict(a, b))
    };
    let mut found = constraints.cluster_agreeing(rows, edges, &mut agree);
    order.give_back(&mut found);
    name(under, &mut found.clusters);
    found.refused.append(&mut refused);
    (!stopped).then_some(found)
}

/// Rows by the lots of their identifiers: two pairs of one weight are followed in this order, so that
/// neither the order of a table nor a part of it decides. Rows that are called by
/// their numbers stay as they are.
struct Order {
    /// By place; empty: the row itself.
    rows: Vec<u32>,
    places: Vec<u32>,
}

impl Order {
    fn of(records: &RecordTable) -> Self {
        let count = u32::try_from(records.records.len()).unwrap_or(u32::MAX);
        let rows = records.lots.order().to_vec();
        let places = if rows.is_empty() { Vec::new() } else { records.lots.ranks(count) };
        Self { rows, places }
    }

    fn row(&self, place: u32) -> u32 {
        self.rows.get(place as usize).copied().unwrap_or(place)
    }

    fn places(&self, (left, right): (u32, u32)) -> (u32, u32) {
        let place = |row: u32| self.places.get(row as usize).copied().unwrap_or(row);
        let (left, right) = (place(left), place(right));
        (left.min(right), left.max(right))
    }

    /// What rows have, by place.
    fn arranged(&self, of_rows: Vec<u32>) -> Vec<u32> {
        if of_rows.is_empty() || self.rows.is_empty() {
            return of_rows;
        }
        let value = |&row: &u32| of_rows.get(row as usize).copied().unwrap_or_default();
        self.rows.iter().map(value).collect()
    }

    /// Makes places rows again.
    fn give_back(&self, found: &mut ConstrainedClusters) {
        let pair = |(a, b): (u32, u32)| {
            let (a, b) = (self.row(a), self.row(b));
            (a.min(b), a.max(b))
        };
        if !self.rows.is_empty() {
            let named = |&place: &u32| {
                self.row(found.clusters.get(place as usize).copied().unwrap_or(place))
            };
            found.clusters = self.places.iter().map(named).collect();
        }
        for conflict in &mut found.conflicts {
            *conflict = pair(*conflict);
        }
        found.conflicts.sort_unstable();
        for refused in &mut found.refused {
            let edge = &mut refused.edge;
            (edge.left, edge.right) = pair((edge.left, edge.right));
        }
    }
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
