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
    /// Column "`other`" stands for `field` as "`first`" does; only "`first`" is used. Name the other with columns if that is the one.
    ColumnRepeated,
    /// Column "`given`" seems to hold given names only; surname and middle name stand in "`prefix`". Join both into one column "Họ và tên".
    NameInTwoColumns,
}

impl FindingCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::NameEmpty,
        Self::ColumnRepeated,
        Self::NameInTwoColumns,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NameEmpty => "name_empty",
            Self::ColumnRepeated => "column_repeated",
            Self::NameInTwoColumns => "name_in_two_columns",
        }
    }

    /// How grave it is by default.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NameEmpty => Severity::Error,
            Self::ColumnRepeated => Severity::Warning,
            Self::NameInTwoColumns => Severity::Warning,
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::NameEmpty, Lang::Vi) => "Chưa có họ tên. Hãy xem lại giấy tờ gốc.",
            (Self::NameEmpty, Lang::En) => "The name is empty. Please check the paper.",
            (Self::ColumnRepeated, Lang::Vi) => "Cột \"{other}\" cũng là {field} như cột \"{first}\"; chỉ dùng cột \"{first}\". Nếu cần cột kia, hãy chỉ ra bằng columns.",
            (Self::ColumnRepeated, Lang::En) => "Column \"{other}\" stands for {field} as \"{first}\" does; only \"{first}\" is used. Name the other with columns if that is the one.",
            (Self::NameInTwoColumns, Lang::Vi) => "Cột \"{given}\" có lẽ chỉ có tên, còn họ và chữ đệm ở cột \"{prefix}\". Hãy gộp hai cột thành một cột \"Họ và tên\".",
            (Self::NameInTwoColumns, Lang::En) => "Column \"{given}\" seems to hold given names only; surname and middle name stand in \"{prefix}\". Join both into one column \"Họ và tên\".",
        }
    }
}
