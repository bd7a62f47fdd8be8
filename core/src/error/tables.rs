//! Generated from `data/messages.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::message::Lang;

/// A stable code of why a call could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorCode {
    /// Unknown encoding "`name`". Known encodings: `known`.
    UnknownEncoding,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::UnknownEncoding,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownEncoding => "unknown_encoding",
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::UnknownEncoding, Lang::Vi) => "Không biết bảng mã \"{name}\". Các bảng mã dùng được: {known}.",
            (Self::UnknownEncoding, Lang::En) => "Unknown encoding \"{name}\". Known encodings: {known}.",
        }
    }
}
