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

#[cfg(feature = "index")]
pub(crate) use self::dependence::Dependence;
pub use self::dependence::{EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES};
pub(crate) use self::em::{Estimate, PatternCount, estimate};
#[cfg(feature = "index")]
pub(crate) use self::frequency::{Counted, FrequencyScale, PartBits};
pub(crate) use self::frequency::{Frequencies, NameCounts};
pub use self::model::Model;
pub(crate) use self::model::{probability, weight_at};
pub(crate) use self::prior::WeightHistogram;
