//! The whole walk from a table to clusters; the only room that sees every other.

mod assess;
mod assign;
mod clusters;
mod contradiction;
mod declared;
mod doors;
mod explain;
#[cfg(feature = "index")]
mod fitted;
mod golden;
pub(crate) mod ids;
mod judge;
mod known;
mod labels;
mod learned;
#[cfg(feature = "serde")]
mod learned_file;
mod linkage;
mod linker;
mod match_rules;
mod neighbours;
mod portions;
mod progress;
mod review;
mod rules;
#[cfg(feature = "serde")]
mod rules_file;
mod same_value;
#[cfg(feature = "serde")]
mod saved;
mod scorer;
mod sides;
mod summary;
mod tally;
mod tell;
mod train;
mod walk;
mod weigh;

pub use self::assess::{Assessment, CalibrationBand, UnlinkableReason};
pub use self::assign::LinkMode;
pub use self::explain::{ComparedField, Explanation, FieldExplanation};
#[cfg(feature = "index")]
pub(crate) use self::fitted::Fitted;
pub use self::golden::{GoldenField, GoldenReason, GoldenRecord, GoldenValue};
pub use self::judge::{Judgement, Verdict};
pub use self::known::ClusterMerge;
pub use self::learned::Learned;
pub use self::linkage::Linkage;
pub use self::linker::Linker;
pub use self::match_rules::MatchRules;
pub use self::portions::{BlockCell, BlockKeys, DealtKeys, HomeLinkage, MetKeys};
pub use self::progress::{Progress, Stage};
pub use self::review::{ClusterReview, LabelSuggestion};
#[cfg(feature = "index")]
pub(crate) use self::rules::mix_word;
#[cfg(feature = "serde")]
pub use self::saved::SavedLinkage;
pub use self::scorer::ScoredPair;
pub use self::summary::{FindingCount, RefusedSummary, RuleSummary, Summary, Training};
#[cfg(feature = "index")]
pub(crate) use self::weigh::Weighed;
