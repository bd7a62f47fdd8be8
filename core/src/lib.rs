//! Cleans and deduplicates Vietnamese resident records.
//!
//! Registers of people were typed by many hands on many machines: wrong fonts, lost marks, half
//! dates, names spelled by ear. hoten repairs what a machine did, keeps what a person chose, finds
//! the records that are one person, and says why.
//!
//! # From text to clusters
//! | step | start here |
//! |---|---|
//! | text as it should stand, each repair listed | [`clean`], [`decode`], [`detect`] |
//! | text to compare | [`normalize`] (one spelling of each letter), [`fold`] (marks lost) |
//! | names | [`Name::parse`], [`name_keys`], [`name_similarity`] |
//! | fields | [`BirthDate::parse`], [`CitizenId::parse`], [`Phone::parse`], [`Address::parse`], ... |
//! | a table | [`Table`] over your own columns, or `read_file` (feature `file`) |
//! | what is odd in a record | [`check_record`]; each code has a page in `docs/findings` |
//! | how good a table is | `check` gives findings and figures by unit, `quality_html` a page |
//! | records of one person | [`Linker::dedupe`] gives a [`Linkage`] |
//! | a register that is searched | `IndexBuilder` writes it, `Index` opens it (feature `index`) |
//! | a register that changes | `LiveIndex` keeps it in a folder, safe from crashes (feature `index`) |
//!
//! ```
//! # #[cfg(feature = "link")] {
//! use hoten::{Linker, StrColumn, Table};
//!
//! let names = ["Phạm Thị Lan", "PHẠM THỊ LAN", "Trần Văn Sáu"];
//! let dates = ["02/09/1961", "1961-09-02", "1958"];
//! let table = Table::new([
//!     ("Họ và tên", StrColumn::from_strs(&names)),
//!     ("Ngày sinh", StrColumn::from_strs(&dates)),
//! ])?;
//! let linkage = Linker::new().dedupe(&table)?;
//! assert_eq!(linkage.clusters(), [0, 0, 2]);
//! println!("{:?}", linkage.explain(0, 1)?);
//! # }
//! # Ok::<(), hoten::Error>(())
//! ```
//!
//! # What holds everywhere
//! - Any string and any bytes are accepted: a value, a [`Finding`] or an [`Error`], never a panic.
//! - What is odd is a [`Finding`] with a stable code; words come late, in Vietnamese or English
//!   ([`Finding::message`]). Only [`Severity::Error`] is meant to stop an entry form.
//! - Nothing is guessed silently: a doubtful repair is a suggestion.
//! - `Debug`, errors and findings show rows, fields and codes, not a person's values.
//! - The same input gives the same output, on any number of threads.
//!
//! # Features
//! `std`, `link` and `parallel` are on by default. Without them the crate needs `alloc` only and
//! offers text, names, fields and keys. `file` reads CSV of any usual encoding, `report` writes
//! results as CSV and one HTML page, `index` keeps records in a file that is searched in
//! microseconds, and `mmap` maps such files: the only unsafe code here.
// Unit tests may use std; the library itself is built without it for the integration tests.
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![deny(unsafe_code)]

extern crate alloc;

#[cfg(feature = "link")]
mod block;
mod check;
mod clean;
#[cfg(feature = "link")]
mod cluster;
#[cfg(feature = "link")]
mod compare;
#[cfg(any(feature = "report", feature = "serde"))]
mod disk;
mod error;
mod field;
#[cfg(feature = "file")]
mod file;
mod finding;
#[cfg(feature = "index")]
mod index;
mod key;
pub mod khmer;
pub mod lexicon;
#[cfg(feature = "link")]
mod link;
mod message;
mod name;
#[cfg(feature = "link")]
mod quality;
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
    BlockForecast, BlockOutcome, BlockRule, Blocker, BlockingOptions, Candidate, LargeBlock,
    PairScope, PartTable, RefusedBlock, RuleForecast, RuleOutcome,
};
pub use self::check::{CheckOptions, QualityCriterion, check_record, finding_criterion};
pub use self::clean::{
    Cleaned, Detection, Encoding, Repair, RepairKind, Suggestion, clean, decode, detect, fold,
    fold_to, is_normalized, is_suspicious, normalize, normalize_to, redecode,
};
#[cfg(feature = "link")]
pub use self::cluster::{
    ClusterConstraints, ClusterEdge, ConstrainedClusters, Evaluation, RefusalReason, RefusedEdge,
    ThresholdPoint, cluster_bridges, connected_clusters,
};
#[cfg(feature = "link")]
pub use self::compare::{Comparison, MAX_LEVELS, Pattern};
pub use self::error::{Error, ErrorCode, Result};
pub use self::field::{
    Address, AddressAgreement, BirthDate, Calendar, CitizenId, CitizenIdAgreement, CurrentProvince,
    DateAgreement, DateColumn, DateOrder, DatePrecision, HealthCard, IdentityCard, InsuranceNumber,
    LunarDate, LunarRule, NumberAgreement, Parsed, Phone, PlaceAgreement, PlaceCandidate,
    PlaceEvidence, PlaceEvidenceSet, PlaceQuery, PlaceTable, PlaceUnit, Places, Province,
    ProvinceSet, Sex, TaxCode, UnitKind, UnitName, resolve_place,
};
#[cfg(feature = "file")]
pub use self::file::{FileEncoding, FileNote, FileTable, ReadOptions, read_bytes, read_file};
pub use self::finding::{FieldName, Finding, FindingCode, Severity, Span};
#[cfg(feature = "mmap")]
pub use self::index::MappedFile;
#[cfg(feature = "index")]
pub use self::index::{
    Index, IndexBuilder, IndexHit, IndexHits, IndexKey, IndexQuery, IndexRuleSummary, IndexSummary,
    KeyedHit, KeyedHits, KeyedIndex, KeyedLeaks, KeyedRuleLeak, KeyedSummary, LiveIndex,
    LiveOptions, LiveReader, LiveRecord, LiveSnapshot, MemoryVfs, RealVfs, RecordHandle, RecordId,
    SalvageReport, SalvagedFile, Vfs, VfsFile,
};
pub use self::key::{
    NameKeys, PreparedName, Reason, ReasonSet, Similarity, coarse_key_to, coarse_token_to,
    fold_key_to, name_keys, name_similarity, similarity, sound_key, sound_key_to, sound_key_with,
    sound_token_to,
};
pub use self::khmer::{
    KhmerKey, KhmerKeyList, KhmerKeys, KhmerLevel, KhmerSimilarity, SoundReason, khmer_keys,
    khmer_similarity, same_khmer,
};
#[cfg(feature = "serde")]
pub use self::link::SavedLinkage;
#[cfg(feature = "link")]
pub use self::link::{
    Assessment, BlockCell, BlockKeys, CalibrationBand, ClusterMerge, ClusterReview, ComparedField,
    DealtKeys, Explanation, FieldExplanation, FindingCount, GoldenField, GoldenReason,
    GoldenRecord, GoldenValue, HomeLinkage, Judgement, LabelSuggestion, Learned, LinkMode, Linkage,
    Linker, MatchRules, MetKeys, Progress, RefusedSummary, RuleSummary, ScoredPair, Stage, Summary,
    Training, UnlinkableReason, Verdict,
};
pub use self::message::Lang;
pub use self::name::{
    Name, NameOrigin, NamePart, NameRole, Origin, OriginEvidence, SexHint, WordForm,
    agrees as name_word_agrees, name_origin,
};
#[cfg(feature = "link")]
pub use self::quality::{
    CodeCount, FieldFill, Quality, QualityChange, QualityReport, QualityTally, TableCheck,
    UnitChange, UnitLevel, UnitQuality, check,
};
#[cfg(feature = "link")]
pub use self::record::{
    FieldKind, MAX_FIELDS, RowFinding, Schema, StrBuffer, StrColumn, StrOffsets, Table,
    ValidityBits,
};
#[cfg(feature = "report")]
pub use self::report::{
    QualityPageOptions, ReportOptions, engine_words, example_pairs, explanation_html,
    explanation_svg, explanation_text, finding_title, mask_value, quality_html, report_html,
    threshold_svg, write_quality, write_report,
};
#[cfg(feature = "link")]
pub use self::score::{
    EVIDENCE_PAIRS, EvidenceClass, MAX_CLASSES, MAX_NEIGHBOUR_CLASSES, Model, NeighbourClasses,
    NeighbourEvidence,
};
pub use self::syllable::SoundProfile;

// The README's example is a test.
#[cfg(all(doctest, feature = "link"))]
#[doc = include_str!("../../README.md")]
mod readme {}
