//! Clusters and their evaluation against plain definitions.

use hoten::{
    ClusterConstraints, ClusterEdge, Evaluation, PairScope, RefusalReason, connected_clusters,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const ROWS: u32 = 24;

/// Components by walking from each row; for every row the smallest it reaches.
fn walked(rows: u32, pairs: &[(u32, u32)]) -> Vec<u32> {
    let mut clusters: Vec<Option<u32>> = vec![None; rows as usize];
    for start in 0..rows {
        let mut open = vec![start];
        while let Some(row) = open.pop() {
            if clusters[row as usize].is_some() {
                continue;
            }
            clusters[row as usize] = Some(start);
            let reached = pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
            open.extend(reached.filter(|(from, _)| *from == row).map(|(_, to)| to));
        }
    }
    clusters.into_iter().map(Option::unwrap).collect()
}

fn pairs(count: usize) -> impl Strategy<Value = Vec<(u32, u32)>> {
    prop::collection::vec((0..ROWS, 0..ROWS), 0..count)
}

fn edges() -> impl Strategy<Value = Vec<ClusterEdge>> {
    let weight = prop_oneof![Just(f32::NAN), (0..6_i8).prop_map(f32::from)];
    let edge = (0..ROWS, 0..ROWS, weight).prop_map(|(left, right, weight)| ClusterEdge {
        left,
        right,
        weight,
    });
    prop::collection::vec(edge, 0..60)
}

fn labels(few: u32) -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(0..few, ROWS as usize)
}

fn scope() -> impl Strategy<Value = PairScope> {
    (0..ROWS + 3, 0..3_u8).prop_map(|(boundary, kind)| match kind {
        0 => PairScope::All,
        1 => PairScope::Across { boundary },
        _ => PairScope::Touching { boundary },
    })
}

/// The definition of constrained clusters: sets of rows, edge by edge.
struct Sets<'a> {
    constraints: &'a ClusterConstraints<'a>,
    cluster_of: Vec<u32>,
}

impl Sets<'_> {
    fn rows(&self, cluster: u32) -> Vec<usize> {
        (0..ROWS as usize).filter(|row| self.cluster_of[*row] == cluster).collect()
    }

    fn values(&self, cluster: u32, of: &[u32]) -> BTreeSet<u32> {
        self.rows(cluster).into_iter().map(|row| of[row]).filter(|value| *value != 0).collect()
    }

    fn refuse(&self, a: u32, b: u32) -> Option<RefusalReason> {
        let cluster = |row: u32| self.cluster_of[row as usize];
        let judged = |&(left, right): &(u32, u32)| {
            let clusters = (cluster(left), cluster(right));
            clusters == (a, b) || clusters == (b, a)
        };
        if self.constraints.cannot_link.iter().any(judged) {
            return Some(RefusalReason::CannotLink);
        }
        for (attribute, of) in self.constraints.exclusive.iter().enumerate() {
            let (a, b) = (self.values(a, of), self.values(b, of));
            if !a.is_subset(&b) && !b.is_subset(&a) {
                return Some(RefusalReason::Contradiction { attribute });
            }
        }
        let of = self.constraints.one_per_source?;
        let meet = !self.values(a, of).is_disjoint(&self.values(b, of));
        meet.then_some(RefusalReason::SameSource)
    }

    fn join(&mut self, a: u32, b: u32) {
        for cluster in &mut self.cluster_of {
            if *cluster == a.max(b) {
                *cluster = a.min(b);
            }
        }
    }
}

proptest! {
    #[test]
    fn clusters_are_what_a_walk_reaches(pairs in pairs(40)) {
        prop_assert_eq!(connected_clusters(ROWS, pairs.iter().copied()), walked(ROWS, &pairs));
    }

    #[test]
    fn order_does_not_matter(edges in edges(), seed in any::<u64>(), sources in labels(5)) {
        let mut turned = edges.clone();
        turned.sort_by_key(|edge| {
            (u64::from(edge.left) * 31 + u64::from(edge.right)).wrapping_mul(seed | 1)
        });
        for edge in &mut turned {
            if seed & 1 == 0 {
                (edge.left, edge.right) = (edge.right, edge.left);
            }
        }
        let pairs = |edges: &[ClusterEdge]| {
            connected_clusters(ROWS, edges.iter().map(|edge| (edge.left, edge.right)))
        };
        prop_assert_eq!(pairs(&edges), pairs(&turned));
        let constraints = ClusterConstraints { one_per_source: Some(&sources), ..Default::default() };
        let (found, again) = (constraints.cluster(ROWS, edges), constraints.cluster(ROWS, turned));
        prop_assert_eq!(found.clusters, again.clusters);
        prop_assert_eq!(found.refused.len(), again.refused.len());
    }

    #[test]
    fn without_constraints_all_pairs_are_followed(edges in edges()) {
        let free = ClusterConstraints::default().cluster(ROWS, edges.clone());
        let zeros = [0; ROWS as usize];
        let idle = ClusterConstraints {
            one_per_source: Some(&zeros), exclusive: &[&zeros], ..Default::default()
        };
        let pairs: Vec<_> = edges.iter().map(|edge| (edge.left, edge.right)).collect();
        prop_assert_eq!(&free.clusters, &walked(ROWS, &pairs));
        prop_assert_eq!(idle.cluster(ROWS, edges), free);
    }

    #[test]
    fn constraints_hold_as_defined(
        edges in edges(),
        must_link in pairs(4),
        cannot_link in pairs(6),
        sources in labels(9),
        numbers in labels(4),
        dates in labels(3),
        with_sources in any::<bool>(),
    ) {
        let exclusive: [&[u32]; 2] = [&numbers, &dates];
        let constraints = ClusterConstraints {
            must_link: &must_link,
            cannot_link: &cannot_link,
            one_per_source: with_sources.then_some(&sources),
            exclusive: &exclusive,
        };
        let mut sets = Sets { constraints: &constraints, cluster_of: walked(ROWS, &must_link) };
        let conflicts: BTreeSet<_> = cannot_link
            .iter()
            .filter(|(a, b)| sets.cluster_of[*a as usize] == sets.cluster_of[*b as usize])
            .map(|&(a, b)| (a.min(b), a.max(b)))
            .collect();
        let mut sorted: Vec<_> = edges
            .iter()
            .map(|edge| (edge.left.min(edge.right), edge.left.max(edge.right), edge.weight))
            .collect();
        sorted.sort_by_key(|&(left, right, weight)| {
            (std::cmp::Reverse(if weight.is_nan() { -1 } else { weight as i8 }), left, right)
        });
        let mut refused = Vec::new();
        for (left, right, _) in sorted {
            let (a, b) = (sets.cluster_of[left as usize], sets.cluster_of[right as usize]);
            if a != b {
                match sets.refuse(a, b) {
                    Some(reason) => refused.push((left, right, reason)),
                    None => sets.join(a, b),
                }
            }
        }
        let found = constraints.cluster(ROWS, edges);
        prop_assert_eq!(found.clusters, sets.cluster_of);
        prop_assert_eq!(found.conflicts, Vec::from_iter(conflicts));
        let said: Vec<_> =
            found.refused.iter().map(|held| (held.edge.left, held.edge.right, held.reason)).collect();
        prop_assert_eq!(said, refused);
    }

    #[test]
    fn evaluation_counts_pairs(
        clusters in labels(6), truth in labels(6), scope in scope(), thresholds in
        prop::collection::vec((0..5_i8).prop_map(f32::from), 0..5), scored in edges(),
    ) {
        let all = || (0..ROWS).flat_map(|left| (left + 1..ROWS).map(move |right| (left, right)))
            .filter(|&(left, right)| {
                scope.contains(left, right)
                    && truth[left as usize] != 0
                    && truth[right as usize] != 0
            });
        let same = |labels: &[u32], (left, right): (u32, u32)| {
            labels[left as usize] == labels[right as usize]
        };
        let judged = |taken: &dyn Fn((u32, u32)) -> bool| {
            Evaluation::of_labels(all().map(|pair| (taken(pair), same(&truth, pair))))
        };
        let by_clusters = judged(&|pair| same(&clusters, pair));
        prop_assert_eq!(Evaluation::of_clusters(&clusters, &truth, scope), by_clusters);
        let pairs = all().map(|(left, right)| (right, left)).chain([(0, ROWS), (3, 3)]);
        let taken = pairs.filter(|&(left, right)| right == ROWS || same(&clusters, (left, right)));
        prop_assert_eq!(Evaluation::of_pairs(taken, &truth, scope), by_clusters);

        let scores: BTreeMap<_, _> = scored
            .iter()
            .map(|edge| ((edge.left.min(edge.right), edge.left.max(edge.right)), edge.weight))
            .collect();
        let list = scores.iter().map(|(&(left, right), &score)| (left, right, score));
        let points = Evaluation::at_thresholds(list, &truth, scope, &thresholds);
        prop_assert_eq!(points.len(), thresholds.len());
        for (point, threshold) in points.iter().zip(&thresholds) {
            prop_assert_eq!(point.threshold, *threshold);
            let taken = |pair| scores.get(&pair).is_some_and(|score| score >= threshold);
            prop_assert_eq!(point.evaluation, judged(&taken));
        }
    }
}

#[test]
fn nothing_found_and_nothing_to_find_are_not_a_division_by_zero() {
    let none = Evaluation::of_clusters(&[0, 1, 2], &[1, 2, 3], PairScope::All);
    assert_eq!((none.precision, none.recall, none.f1), (1.0, 1.0, 1.0));
    let missed = Evaluation::of_clusters(&[0, 1], &[1, 1], PairScope::All);
    assert_eq!((missed.precision, missed.recall, missed.f1), (1.0, 0.0, 0.0));
}
