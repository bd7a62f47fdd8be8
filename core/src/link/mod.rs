//! The whole walk from a table to clusters; the only room that sees every other.

mod clusters;
mod explain;
#[cfg(feature = "index")]
mod fitted;
mod ids;
mod labels;
mod linkage;
mod linker;
mod progress;
mod rules;
mod scorer;
mod summary;
mod train;

pub use self::explain::{Explanation, FieldExplanation};
#[cfg(feature = "index")]
pub(crate) use self::fitted::Fitted;
pub use self::linkage::Linkage;
pub use self::linker::Linker;
pub use self::progress::{Progress, Stage};
#[cfg(feature = "index")]
pub(crate) use self::rules::{mix_word, part};
pub use self::scorer::ScoredPair;
pub use self::summary::{FindingCount, RefusedSummary, RuleSummary, Summary, Training};
