//! Generated from `data/messages.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::message::Lang;
use super::Severity;

/// A stable code of something noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FindingCode {
    /// The name is empty. Please check the paper.
    NameEmpty,
}

impl FindingCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::NameEmpty,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NameEmpty => "name_empty",
        }
    }

    /// How grave it is by default.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NameEmpty => Severity::Error,
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NameEmpty, Lang::Vi) => "Chưa có họ tên. Hãy xem lại giấy tờ gốc.",
            (Self::NameEmpty, Lang::En) => "The name is empty. Please check the paper.",
        }
    }
}
