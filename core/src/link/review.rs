//! What people should look at: clusters that hang by a thread, and the pairs whose judgement teaches
//! most.

use super::linkage::Linkage;
use super::scorer::ScoredPair;
use crate::cluster::{ClusterEdge, cluster_bridges, weakest_links};
use crate::compare::Pattern;
use crate::score::probability;
use std::collections::BTreeMap;

/// Clusters whose weakest link is at least this probable are not listed for it.
const SURE: f32 = 0.99;

/// A cluster that people should look at.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ClusterReview {
    /// The row that names the cluster.
    pub cluster: u32,
    /// Its records.
    pub records: u32,
    /// Probability of the weakest pair that is needed to hold it together; 1 where judgement does.
    pub weakest: f32,
    /// Share of the pairs of its records that are matches; low where it is a chain.
    pub agreement: f32,
    /// Pairs without which it would fall apart, in clusters of three records or more.
    pub bridges: Vec<(u32, u32)>,
}

/// A pair whose judgement would teach most.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct LabelSuggestion {
    /// The smaller row.
    pub left: u32,
    /// The larger row.
    pub right: u32,
    /// How probable it is now.
    pub probability: f32,
    /// Pairs of the result with the same levels of agreement: what is learnt holds for them too.
    pub alike: u64,
}

impl Linkage<'_> {
    /// Clusters with a bridge, or whose weakest link is below 0.99: the weakest first, then by
    /// cluster. Near linear in pairs.
    #[must_use]
    pub fn review(&self) -> Vec<ClusterReview> {
        let rows = u32::try_from(self.records()).unwrap_or(u32::MAX);
        let cluster = |row: u32| self.clusters.get(row as usize).copied();
        let inside =
            |pair: &&ScoredPair| self.is_match(pair) && cluster(pair.left) == cluster(pair.right);
        let held: Vec<&ScoredPair> = self.pairs.iter().filter(inside).collect();
        let edge = |pair: &&ScoredPair| ClusterEdge {
            left: pair.left,
            right: pair.right,
            weight: pair.weight,
        };
        let links = weakest_links(rows, held.iter().map(edge).collect());
        let pairs: Vec<(u32, u32)> = held.iter().map(|pair| (pair.left, pair.right)).collect();
        let mut reviews = BTreeMap::<u32, ClusterReview>::new();
        for (row, weakest) in (0..rows).zip(&links) {
            let (Some(weight), Some(cluster)) = (weakest, cluster(row)) else { continue };
            let weakest = probability(*weight);
            let review = reviews.entry(cluster).or_insert_with(|| ClusterReview {
                cluster,
                records: 0,
                weakest: 1.0,
                agreement: 0.0,
                bridges: Vec::new(),
            });
            review.weakest = review.weakest.min(weakest);
        }
        for &row in &self.clusters {
            reviews.entry(row).and_modify(|review| review.records += 1);
        }
        for (left, right) in cluster_bridges(rows, &pairs) {
            let Some(review) = cluster(left).and_then(|cluster| reviews.get_mut(&cluster)) else {
                continue;
            };
            if review.records > 2 {
                review.bridges.push((left, right));
            }
        }
        for &(left, _) in &pairs {
            let review = cluster(left).and_then(|cluster| reviews.get_mut(&cluster));
            if let Some(review) = review {
                let records = f64::from(review.records);
                review.agreement += (2.0 / (records * (records - 1.0)).max(1.0)) as f32;
            }
        }
        let doubtful = |review: &ClusterReview| !review.bridges.is_empty() || review.weakest < SURE;
        let mut all: Vec<ClusterReview> = reviews.into_values().filter(doubtful).collect();
        all.sort_by(|a, b| a.weakest.total_cmp(&b.weakest).then(a.cluster.cmp(&b.cluster)));
        all
    }

    /// Up to `count` pairs whose judgement would teach most, the most telling first: of each pattern
    /// of agreement the pair that is least certain, patterns by how much uncertainty they stand for
    /// in all. Pairs that were judged before are not asked again. Run with a low
    /// [`crate::Linker::possible`] to be asked about pairs below the threshold too.
    #[must_use]
    pub fn suggest(&self, count: usize) -> Vec<LabelSuggestion> {
        let doubt = |pair: &ScoredPair| f64::from(pair.probability * (1.0 - pair.probability));
        let mut patterns = BTreeMap::<Pattern, (f64, Vec<&ScoredPair>)>::new();
        for pair in self.pairs.iter().filter(|pair| !self.judged.holds(pair.left, pair.right)) {
            let (sum, pairs) = patterns.entry(pair.pattern).or_default();
            *sum += doubt(pair);
            pairs.push(pair);
        }
        let mut patterns: Vec<(f64, Vec<&ScoredPair>)> = patterns.into_values().collect();
        for (_, pairs) in &mut patterns {
            pairs.sort_by(|a, b| doubt(b).total_cmp(&doubt(a)));
        }
        patterns.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let mut suggestions = Vec::new();
        let mut turn = 0;
        while suggestions.len() < count {
            let before = suggestions.len();
            for (_, pairs) in &patterns {
                let Some(pair) = pairs.get(turn).filter(|_| suggestions.len() < count) else {
                    continue;
                };
                suggestions.push(LabelSuggestion {
                    left: pair.left,
                    right: pair.right,
                    probability: pair.probability,
                    alike: pairs.len() as u64,
                });
            }
            turn += 1;
            if suggestions.len() == before {
                break;
            }
        }
        suggestions
    }
}
