//! Agreement patterns -> match weights and probabilities.

mod declared;
mod declared_em;
mod declared_frequency;
mod dependence;
mod em;
#[cfg(feature = "serde")]
mod file;
mod frequency;
#[cfg(feature = "serde")]
pub(crate) mod json;
mod model;
mod neighbours;
mod prior;
mod tables;
mod ties;

pub(crate) use self::declared::{FieldModel, LevelCounts, set_same};
pub(crate) use self::declared_em::{FieldEstimate, PatternGroup, estimate_fields};
#[cfg(feature = "index")]
pub(crate) use self::dependence::Dependence;
pub use self::dependence::{EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES};
pub(crate) use self::em::{Estimate, PatternCount, estimate};
#[cfg(feature = "serde")]
pub(crate) use self::frequency::Bearers;
#[cfg(feature = "index")]
pub(crate) use self::frequency::{Counted, FrequencyScale, PartBits};
pub(crate) use self::frequency::{Frequencies, NameCounts};
pub use self::model::Model;
pub(crate) use self::model::{MISSING_LEVELS, probability, weight_at};
pub use self::neighbours::{MAX_NEIGHBOUR_CLASSES, NeighbourClasses, NeighbourEvidence};
pub(crate) use self::prior::WeightHistogram;
