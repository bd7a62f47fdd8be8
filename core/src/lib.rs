//! Cleans and deduplicates Vietnamese resident records.
// Unit tests may use std; the library itself is built without it for the integration tests.
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "link")]
mod block;
mod clean;
#[cfg(feature = "link")]
mod cluster;
#[cfg(feature = "link")]
mod compare;
mod error;
mod field;
#[cfg(feature = "file")]
mod file;
mod finding;
mod key;
pub mod lexicon;
#[cfg(feature = "link")]
mod link;
mod message;
mod name;
#[cfg(feature = "link")]
mod record;
#[cfg(feature = "report")]
mod report;
#[cfg(feature = "link")]
mod score;
pub mod syllable;
pub mod text;

#[cfg(feature = "link")]
pub use self::block::{
    BlockForecast, BlockOutcome, BlockParts, BlockRule, Blocker, BlockingOptions, Candidate,
    LargeBlock, PairScope, PartTable, RefusedBlock, RuleForecast, RuleOutcome,
};
pub use self::clean::{
    Cleaned, Detection, Encoding, Repair, RepairKind, clean, decode, detect, fold, fold_to,
    is_normalized, is_suspicious, normalize, normalize_to, redecode,
};
#[cfg(feature = "link")]
pub use self::cluster::{
    ClusterConstraints, ClusterEdge, ConstrainedClusters, Evaluation, RefusalReason, RefusedEdge,
    ThresholdPoint, connected_clusters,
};
#[cfg(feature = "link")]
pub use self::compare::{Comparison, MAX_LEVELS, Pattern};
pub use self::error::{Error, ErrorCode, Result};
pub use self::field::{
    Address, BirthDate, CitizenId, CitizenIdAgreement, CurrentProvince, DateAgreement,
    DatePrecision, IdentityCard, InsuranceNumber, NumberAgreement, Parsed, Phone, Province,
    ProvinceSet, Sex, TaxCode, UnitKind, UnitName,
};
#[cfg(feature = "file")]
pub use self::file::{FileEncoding, FileNote, FileTable, ReadOptions, read_bytes, read_file};
pub use self::finding::{FieldName, Finding, FindingCode, Severity, Span};
pub use self::key::{
    NameKeys, Reason, Similarity, coarse_key_to, coarse_token_to, fold_key_to, name_keys,
    name_similarity, similarity, sound_key, sound_key_to, sound_token_to,
};
#[cfg(feature = "link")]
pub use self::link::{
    Explanation, FieldExplanation, FindingCount, Linkage, Linker, Progress, RefusedSummary,
    RuleSummary, ScoredPair, Stage, Summary, Training,
};
pub use self::message::Lang;
pub use self::name::{Name, NamePart, NameRole, WordForm, agrees as name_word_agrees};
#[cfg(feature = "link")]
pub use self::record::{RowFinding, Schema, StrBuffer, StrColumn, StrOffsets, Table, ValidityBits};
#[cfg(feature = "report")]
pub use self::report::{
    ReportOptions, example_pairs, explanation_html, explanation_text, finding_title, report_html,
    write_report,
};
#[cfg(feature = "link")]
pub use self::score::{EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES, Model};

// The README's example is a test.
#[cfg(all(doctest, feature = "link"))]
#[doc = include_str!("../../README.md")]
mod readme {}
