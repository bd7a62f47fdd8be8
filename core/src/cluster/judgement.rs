//! Clusters under constraints: the strongest pairs first, and none that breaks one.

use super::forest::{Forest, connected_clusters};
use super::holdings::{Exclusive, Forbidden, Sources};
use super::members::Members;
use core::cmp::Ordering;

/// A scored pair of rows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusterEdge {
    /// One row.
    pub left: u32,
    /// The other.
    pub right: u32,
    /// Stronger pairs are taken first; not a number is the weakest.
    pub weight: f32,
}

/// What clusters must hold to. Rows are those of the table; entries outside it are skipped.
///
/// ```
/// use hoten::{ClusterConstraints, ClusterEdge, RefusalReason};
/// let edge = |left, right, weight| ClusterEdge { left, right, weight };
/// let edges = vec![edge(0, 1, 9.0), edge(1, 2, 5.0), edge(2, 3, 7.0)];
/// // Rows 0 and 3 show different identity numbers: the weakest pair between them is cut.
/// let numbers = [17, 0, 0, 18];
/// let constraints = ClusterConstraints { exclusive: &[&numbers], ..Default::default() };
/// let found = constraints.cluster(4, edges);
/// assert_eq!(found.clusters, [0, 0, 2, 2]);
/// assert_eq!((found.refused[0].edge.left, found.refused[0].edge.right), (1, 2));
/// assert_eq!(found.refused[0].reason, RefusalReason::Contradiction { attribute: 0 });
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct ClusterConstraints<'a> {
    /// Pairs that people judged to be one person: joined before all others, whatever else is set.
    pub must_link: &'a [(u32, u32)],
    /// Pairs that people judged to be two persons: their clusters are never joined.
    pub cannot_link: &'a [(u32, u32)],
    /// The source of each row: a cluster has at most one record of a source. 0 = no source, free.
    pub one_per_source: Option<&'a [u32]>,
    /// Attributes of which a cluster has at most one value, such as a valid identity number: the
    /// value's id for each row, 0 = none. Where judgement has joined different values, a cluster
    /// with some of these values may still join.
    pub exclusive: &'a [&'a [u32]],
}

/// Why a pair was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalReason {
    /// People judged records of the two clusters to be two persons.
    CannotLink,
    /// Both clusters have a record of one source.
    SameSource,
    /// The clusters have different values of an exclusive attribute.
    Contradiction {
        /// Its place in [`ClusterConstraints::exclusive`].
        attribute: usize,
    },
    /// All pairs between the two clusters taken together speak against one person, or two of their
    /// records contradict one another.
    Evidence,
    /// The two records have values that contradict one another, such as two full birth dates.
    Values,
    /// One of the two records already has the one partner it may have.
    Taken,
}

impl RefusalReason {
    /// `"cannot_link"`, `"same_source"`, `"contradiction"`, `"evidence"`, `"values"` or `"taken"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CannotLink => "cannot_link",
            Self::SameSource => "same_source",
            Self::Contradiction { .. } => "contradiction",
            Self::Evidence => "evidence",
            Self::Values => "values",
            Self::Taken => "taken",
        }
    }
}

/// A pair that was not followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RefusedEdge {
    /// The pair, the smaller row left.
    pub edge: ClusterEdge,
    /// Why.
    pub reason: RefusalReason,
}

/// Clusters that hold to the constraints.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ConstrainedClusters {
    /// For every row the smallest row of its cluster.
    pub clusters: Vec<u32>,
    /// Pairs that would have broken a constraint, strongest first.
    pub refused: Vec<RefusedEdge>,
    /// Pairs judged to be two persons that other judgements join (directly or by way of others):
    /// they stay joined and people should look again.
    pub conflicts: Vec<(u32, u32)>,
}

impl ClusterConstraints<'_> {
    /// Takes the edges from the strongest to the weakest (ties: by rows), and joins what no
    /// constraint forbids. The result does not depend on the order of the edges.
    ///
    /// Time: sorting the edges, then near linear; an edge between clusters with sources or
    /// cannot-links also costs a look at the smaller of the two. Without constraints this is
    /// [`connected_clusters`].
    #[must_use]
    pub fn cluster(&self, rows: u32, edges: Vec<ClusterEdge>) -> ConstrainedClusters {
        if self.is_empty() {
            let clusters =
                connected_clusters(rows, edges.iter().map(|edge| (edge.left, edge.right)));
            return ConstrainedClusters { clusters, ..Default::default() };
        }
        self.walk(rows, edges, &mut |_, _| true)
    }

    /// As [`Self::cluster`], and asks `agree` before two clusters are joined of which one has
    /// several rows: one strong pair must not outweigh all others. It is given rows of the one and
    /// of the other cluster, at most eight of each.
    #[must_use]
    pub fn cluster_agreeing(
        &self,
        rows: u32,
        edges: Vec<ClusterEdge>,
        agree: &mut dyn FnMut(&[u32], &[u32]) -> bool,
    ) -> ConstrainedClusters {
        self.walk(rows, edges, agree)
    }

    fn walk(
        &self,
        rows: u32,
        mut edges: Vec<ClusterEdge>,
        agree: &mut dyn FnMut(&[u32], &[u32]) -> bool,
    ) -> ConstrainedClusters {
        for edge in &mut edges {
            if edge.left > edge.right {
                core::mem::swap(&mut edge.left, &mut edge.right);
            }
        }
        edges.sort_unstable_by(strongest_first);
        let mut state = State::new(self, rows);
        for edge in edges {
            if let Err(reason) = state.take(edge.left, edge.right, agree) {
                state.found.refused.push(RefusedEdge { edge, reason });
            }
        }
        ConstrainedClusters { clusters: state.forest.into_roots(), ..state.found }
    }

    fn is_empty(&self) -> bool {
        self.must_link.is_empty()
            && self.cannot_link.is_empty()
            && self.one_per_source.is_none()
            && self.exclusive.is_empty()
    }
}

pub(super) fn strongest_first(a: &ClusterEdge, b: &ClusterEdge) -> Ordering {
    let weight = |edge: &ClusterEdge| {
        if edge.weight.is_nan() { f32::NEG_INFINITY } else { edge.weight + 0.0 }
    };
    weight(b).total_cmp(&weight(a)).then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
}

/// The clusters so far and what they hold.
struct State<'a> {
    forest: Forest,
    forbidden: Forbidden,
    members: Members,
    sources: Option<Sources<'a>>,
    exclusive: Vec<Exclusive>,
    found: ConstrainedClusters,
}

impl<'a> State<'a> {
    /// Joins what must be joined and notes what must not.
    fn new(constraints: &ClusterConstraints<'a>, rows: u32) -> Self {
        let mut state = Self {
            forest: Forest::new(rows),
            forbidden: Forbidden::default(),
            members: Members::new(rows),
            sources: constraints.one_per_source.map(|sources| Sources::new(sources, rows)),
            exclusive: constraints
                .exclusive
                .iter()
                .map(|values| Exclusive::new(values, rows))
                .collect(),
            found: ConstrainedClusters::default(),
        };
        for &(left, right) in constraints.must_link {
            if state.forest.holds(left) && state.forest.holds(right) {
                state.join(left, right);
            }
        }
        for &(left, right) in constraints.cannot_link {
            if !state.forest.holds(left) || !state.forest.holds(right) {
                continue;
            }
            let roots = (state.forest.root(left), state.forest.root(right));
            if roots.0 == roots.1 {
                state.found.conflicts.push((left.min(right), left.max(right)));
            } else {
                state.forbidden.forbid(roots.0, right);
                state.forbidden.forbid(roots.1, left);
            }
        }
        state.found.conflicts.sort_unstable();
        state.found.conflicts.dedup();
        state
    }

    /// Joins two rows' clusters unless a constraint forbids it.
    fn take(
        &mut self,
        left: u32,
        right: u32,
        agree: &mut dyn FnMut(&[u32], &[u32]) -> bool,
    ) -> Result<(), RefusalReason> {
        if !self.forest.holds(left) || !self.forest.holds(right) {
            return Ok(());
        }
        let (left, right) = (self.forest.root(left), self.forest.root(right));
        if left == right {
            return Ok(());
        }
        if self.forbidden.forbids(left, right, &mut self.forest) {
            return Err(RefusalReason::CannotLink);
        }
        if let Some(attribute) = self.exclusive.iter().position(|held| held.differ(left, right)) {
            return Err(RefusalReason::Contradiction { attribute });
        }
        if self.sources.as_ref().is_some_and(|sources| sources.meet(left, right)) {
            return Err(RefusalReason::SameSource);
        }
        if !self.members.agree(left, right, agree) {
            return Err(RefusalReason::Evidence);
        }
        self.join(left, right);
        Ok(())
    }

    fn join(&mut self, left: u32, right: u32) {
        let (left, right) = (self.forest.root(left), self.forest.root(right));
        if left == right {
            return;
        }
        let root = self.forest.join(left, right);
        let other = left.max(right);
        self.forbidden.join(root, other);
        self.members.join(root, other);
        for held in &mut self.exclusive {
            held.join(root, other);
        }
        if let Some(sources) = &mut self.sources {
            sources.join(root, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(left: u32, right: u32, weight: f32) -> ClusterEdge {
        ClusterEdge { left, right, weight }
    }

    #[test]
    fn judgement_goes_before_weights() {
        let constraints = ClusterConstraints {
            must_link: &[(0, 3)],
            cannot_link: &[(1, 2), (3, 0)],
            exclusive: &[&[1, 0, 0, 2]],
            ..Default::default()
        };
        let edges = vec![edge(2, 0, 1.0), edge(1, 0, 3.0), edge(1, 3, 2.0)];
        let found = constraints.cluster(4, edges);
        assert_eq!(found.clusters, [0, 0, 2, 0]);
        let refused = RefusedEdge { edge: edge(0, 2, 1.0), reason: RefusalReason::CannotLink };
        assert_eq!(found.refused, [refused]);
        assert_eq!(found.conflicts, [(0, 3)]);
    }

    #[test]
    fn a_source_has_a_person_once() {
        let sources = [1, 2, 1, 0, 0, 2];
        let constraints =
            ClusterConstraints { one_per_source: Some(&sources), ..Default::default() };
        let edges = vec![
            edge(0, 1, 9.0),
            edge(1, 2, 8.0),
            edge(0, 3, 7.0),
            edge(3, 4, 7.0),
            edge(4, 5, 1.0),
        ];
        let found = constraints.cluster(6, edges);
        assert_eq!(found.clusters, [0, 0, 2, 0, 0, 5]);
        let refused: Vec<_> =
            found.refused.iter().map(|held| (held.edge.left, held.reason)).collect();
        assert_eq!(refused, [(1, RefusalReason::SameSource), (4, RefusalReason::SameSource)]);
    }

    #[test]
    fn values_joined_by_judgement_still_let_their_own_in() {
        let numbers = [1, 2, 2, 3, 1];
        let constraints = ClusterConstraints {
            must_link: &[(0, 1)],
            exclusive: &[&numbers],
            ..Default::default()
        };
        let edges = vec![edge(1, 2, 3.0), edge(0, 3, 2.0), edge(4, 2, 1.0), edge(9, 0, 1.0)];
        let found = constraints.cluster(5, edges);
        assert_eq!(found.clusters, [0, 0, 0, 3, 0]);
        let contradiction = RefusalReason::Contradiction { attribute: 0 };
        assert_eq!(found.refused, [RefusedEdge { edge: edge(0, 3, 2.0), reason: contradiction }]);
    }

    #[test]
    fn a_weight_that_is_no_number_comes_last() {
        let sources = [1, 2, 2];
        let constraints =
            ClusterConstraints { one_per_source: Some(&sources), ..Default::default() };
        let edges = vec![edge(0, 1, f32::NAN), edge(0, 2, -3.0)];
        assert_eq!(constraints.cluster(3, edges).clusters, [0, 1, 0]);
    }

    #[test]
    fn a_star_of_many_sources_takes_no_quadratic_time() {
        let rows = 300_000;
        let sources: Vec<u32> = (1..=rows).collect();
        let constraints =
            ClusterConstraints { one_per_source: Some(&sources), ..Default::default() };
        let star = (0..rows - 1).map(|row| edge(row, rows - 1, 1.0)).collect();
        assert_eq!(constraints.cluster(rows, star).clusters, vec![0; rows as usize]);
    }
}
