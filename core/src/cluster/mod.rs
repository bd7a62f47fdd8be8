//! From scored pairs to clusters of records that are one person.
//!
//! [`connected_clusters`] takes every pair: connected components, in linear time. Where people have
//! judged pairs, where a source has each person once, or where two records of one cluster must not
//! contradict each other, [`ClusterConstraints::cluster`] takes pairs from the strongest to the
//! weakest, refuses those that would break a constraint, and says which and why: a contradiction cuts
//! a cluster at its weakest pairs. [`Evaluation`] compares clusters or pairs with the truth.
//!
//! A cluster is named by its smallest row, so its name does not depend on the order of the pairs.

mod bridges;
mod evaluate;
mod forest;
mod holdings;
mod judgement;
mod members;

pub use self::bridges::cluster_bridges;
pub(crate) use self::bridges::weakest_links;
pub use self::evaluate::{Evaluation, ThresholdPoint};
pub use self::forest::connected_clusters;
pub use self::judgement::{
    ClusterConstraints, ClusterEdge, ConstrainedClusters, RefusalReason, RefusedEdge,
};
