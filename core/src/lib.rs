//! Cleans and deduplicates Vietnamese resident records.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "link")]
mod block;
mod clean;
#[cfg(feature = "link")]
mod cluster;
mod error;
mod field;
#[cfg(feature = "file")]
mod file;
mod finding;
mod key;
pub mod lexicon;
mod message;
mod name;
#[cfg(feature = "link")]
mod record;
pub mod syllable;
#[cfg(feature = "report")]
mod report;
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
pub use self::error::{Error, ErrorCode, Result};
pub use self::field::{
    Address, BirthDate, CitizenId, CitizenIdAgreement, CurrentProvince, DateAgreement,
    DatePrecision, IdentityCard, InsuranceNumber, NumberAgreement, Parsed, Phone, Province,
    ProvinceSet, Sex, TaxCode, UnitKind, UnitName,
#[cfg(feature = "file")]
pub use self::file::{FileEncoding, FileNote, FileTable, ReadOptions, read_bytes, read_file};
pub use self::finding::{FieldName, Finding, FindingCode, Severity, Span};
pub use self::lexicon::{
    DoubletClass, PartEntry, SurnameEntry, doublet, knows as knows_name_part, part as part_entry,
    part_by_fold as part_entry_by_fold, surname as surname_entry,
    surname_by_fold as surname_entry_by_fold,
};
pub use self::finding::{FieldName, Finding, FindingCode, Severity, Span};
pub use self::key::{
    NameKeys, Reason, Similarity, coarse_key_to, coarse_token_to, fold_key_to, name_keys,
    name_similarity, similarity, sound_key, sound_key_to, sound_token_to,
};
pub use self::message::Lang;
pub use self::name::{Name, NamePart, NameRole, WordForm, agrees as name_word_agrees};
#[cfg(feature = "link")]
pub use self::record::{Schema, StrBuffer, StrColumn, StrOffsets, Table, ValidityBits};
#[cfg(feature = "report")]
pub use self::report::{
    ReportOptions, example_pairs, explanation_html, explanation_text, finding_title, report_html,
    write_report,
};
