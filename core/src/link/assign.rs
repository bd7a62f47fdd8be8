//! How many partners a record of one table may have in the other.

use super::judge::{Judged, Verdict};
use super::scorer::ScoredPair;
use super::sides::Sides;
use crate::cluster::{ClusterEdge, RefusalReason, RefusedEdge};

/// How many partners a record may have when two tables are linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LinkMode {
    /// Each record has at most one partner: both tables hold a person once.
    OneToOne,
    /// A left record may have several partners, a right one has at most one.
    OneToMany,
    /// A left record has at most one partner, a right one may have several.
    ManyToOne,
    /// Any record may have several: both tables may hold a person more than once.
    #[default]
    ManyToMany,
}

impl LinkMode {
    /// Every mode.
    pub const ALL: [Self; 4] = [Self::OneToOne, Self::OneToMany, Self::ManyToOne, Self::ManyToMany];

    /// `"one_to_one"`, `"one_to_many"`, `"many_to_one"` or `"many_to_many"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OneToOne => "one_to_one",
            Self::OneToMany => "one_to_many",
            Self::ManyToOne => "many_to_one",
            Self::ManyToMany => "many_to_many",
        }
    }

    /// The mode of a name, hyphens or underscores in it; `None` for any other.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.replace('-', "_");
        Self::ALL.into_iter().find(|mode| mode.as_str() == name)
    }

    fn left_once(self) -> bool {
        matches!(self, Self::OneToOne | Self::ManyToOne)
    }

    fn right_once(self) -> bool {
        matches!(self, Self::OneToOne | Self::OneToMany)
    }
}

/// Keeps of the pairs what the mode allows: pairs that people judged to be one person first, then
/// from the heaviest down, equal weights by left and right identifier. Pairs stay in their order;
/// gives those that had to go, heaviest first.
///
/// Each record so gets the best partner that no heavier pair has taken. Time: sorting the pairs.
pub(super) fn assign(
    mode: LinkMode,
    judged: &Judged,
    sides: &Sides<'_>,
    pairs: &mut Vec<ScoredPair>,
) -> Vec<RefusedEdge> {
    if mode == LinkMode::ManyToMany {
        return Vec::new();
    }
    let mut order: Vec<(bool, ScoredPair)> = pairs
        .iter()
        .filter(|pair| !judged.is(pair.left, pair.right, Verdict::Different))
        .map(|pair| (judged.is(pair.left, pair.right, Verdict::Same), *pair))
        .collect();
    order.sort_unstable_by(|(a_first, a), (b_first, b)| {
        let names = |pair: &ScoredPair| (sides.record_id(pair.left), sides.record_id(pair.right));
        (b_first.cmp(a_first))
            .then_with(|| b.weight.total_cmp(&a.weight))
            .then_with(|| names(a).cmp(&names(b)))
            .then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
    });
    let mut taken = vec![false; sides.rows() as usize];
    let mut refused = Vec::new();
    for (_, pair) in &order {
        let is_taken = |row: u32| taken.get(row as usize).copied().unwrap_or(true);
        if mode.left_once() && is_taken(pair.left) || mode.right_once() && is_taken(pair.right) {
            let edge = ClusterEdge { left: pair.left, right: pair.right, weight: pair.weight };
            refused.push(RefusedEdge { edge, reason: RefusalReason::Taken });
            continue;
        }
        for row in [pair.left, pair.right] {
            if let Some(slot) = taken.get_mut(row as usize) {
                *slot = true;
            }
        }
    }
    let mut gone: Vec<(u32, u32)> =
        refused.iter().map(|held| (held.edge.left, held.edge.right)).collect();
    gone.sort_unstable();
    pairs.retain(|pair| gone.binary_search(&(pair.left, pair.right)).is_err());
    refused
}
