//! Agreement patterns -> match weights and probabilities.

mod dependence;
mod em;
#[cfg(feature = "serde")]
mod file;
mod frequency;
#[cfg(feature = "serde")]
pub(crate) mod json;
mod model;
mod prior;
mod tables;

pub use self::dependence::{EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES};
pub(crate) use self::em::{Estimate, PatternCount, estimate};
pub(crate) use self::frequency::Frequencies;
pub use self::model::Model;
pub(crate) use self::model::{MISSING_LEVELS, probability, weight_at};
pub(crate) use self::prior::WeightHistogram;
