//! What was noticed about a value: a stable code, where, how grave, and what to do.
//!
//! Findings never stop anything. Only severity [`Severity::Error`] may block an entry form; words
//! are rendered on demand by [`Finding::message`], so a finding costs no text per row.

mod tables;

pub use self::tables::FindingCode;

use crate::message::{Lang, Params, render};
use alloc::string::String;
use core::fmt;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Probably wrong; check the paper.
    Warning,
    /// Cannot be right as written; the only severity that may block a form.
    Error,
}

impl Severity {
    /// `"note"`, `"warning"` or `"error"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The fields of a resident record, under the names used in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FieldName {
    /// The caller's own identifier of the record.
    RecordId,
    /// Which register the record comes from.
    Source,
    /// Full name, surname first.
    FullName,
    /// Birth date, possibly partial.
    BirthDate,
    /// Sex.
    Sex,
    /// 12-digit personal identification number (CCCD).
    CitizenId,
    /// 9-digit identity card number (CMND).
    IdentityCard,
    /// Health insurance card or social insurance number (BHYT, BHXH).
    InsuranceNumber,
    /// Phone number.
    Phone,
    /// Province.
    Province,
    /// District (until 2025-07-01).
    District,
    /// Commune, ward or town.
    Commune,
    /// Address within the commune.
    Address,
    /// Father's full name.
    FatherName,
    /// Mother's full name.
    MotherName,
    /// Father's birth date, or only its year; for checks.
    FatherBirthDate,
    /// Mother's birth date, or only its year; for checks.
    MotherBirthDate,
    /// Day the card or paper was issued; for checks.
    IssueDate,
    /// Tax code; no column of a resident record.
    TaxCode,
    /// The record as a whole.
    Record,
}

impl FieldName {
    /// Fields that hold words, whose letters a wrong table of characters spoils.
    pub(crate) const WORDS: [Self; 7] = [
        Self::FullName,
        Self::Province,
        Self::District,
        Self::Commune,
        Self::Address,
        Self::FatherName,
        Self::MotherName,
    ];

    /// Every field of a record, in the order of the standard columns (without [`Self::TaxCode`] and
    /// [`Self::Record`]).
    pub const ALL: [Self; 18] = [
        Self::RecordId,
        Self::Source,
        Self::FullName,
        Self::BirthDate,
        Self::Sex,
        Self::CitizenId,
        Self::IdentityCard,
        Self::InsuranceNumber,
        Self::Phone,
        Self::Province,
        Self::District,
        Self::Commune,
        Self::Address,
        Self::FatherName,
        Self::MotherName,
        Self::FatherBirthDate,
        Self::MotherBirthDate,
        Self::IssueDate,
    ];

    /// The column name: `"full_name"`, `"birth_date"`, …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RecordId => "record_id",
            Self::Source => "source",
            Self::FullName => "full_name",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::CitizenId => "citizen_id",
            Self::IdentityCard => "identity_card",
            Self::InsuranceNumber => "insurance_number",
            Self::Phone => "phone",
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Address => "address",
            Self::FatherName => "father_name",
            Self::MotherName => "mother_name",
            Self::FatherBirthDate => "father_birth_date",
            Self::MotherBirthDate => "mother_birth_date",
            Self::IssueDate => "issue_date",
            Self::TaxCode => "tax_code",
            Self::Record => "record",
        }
    }

    /// The field of a standard column name; `None` for any other name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }
}

/// Byte range of the text a finding is about, in the value as the caller gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Something noticed about one value or record.
///
/// `Debug` shows code, field and span only: never a person's value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Stable code.
    pub code: FindingCode,
    /// The field it is about.
    pub field: FieldName,
    /// How grave it is.
    pub severity: Severity,
    /// Where in the value, if one place can be named.
    pub span: Option<Span>,
    /// What the value probably should be; for a person to accept, never filled in silently.
    pub suggestion: Option<String>,
    /// Values for the words of the message.
    pub params: Params,
}

impl Finding {
    /// A finding with the severity its code has by default.
    #[must_use]
    pub fn new(code: FindingCode, field: FieldName) -> Self {
        let severity = code.severity();
        Self { code, field, severity, span: None, suggestion: None, params: Params::new() }
    }

    /// Names the place in the value.
    #[must_use]
    pub fn at(mut self, start: usize, end: usize) -> Self {
        self.span = Some(Span { start, end });
        self
    }

    /// Proposes a value.
    #[must_use]
    pub fn suggest(mut self, value: impl Into<String>) -> Self {
        self.suggestion = Some(value.into());
        self
    }

    /// Gives a value for `{key}` in the message.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.params.push((key, value.into()));
        self
    }

    /// The words for people.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        render(self.code.template(lang), &self.params)
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("code", &self.code.as_str())
            .field("field", &self.field.as_str())
            .field("severity", &self.severity.as_str())
            .field("span", &self.span)
            .finish_non_exhaustive()
    }
}
