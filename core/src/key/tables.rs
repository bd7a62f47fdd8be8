//! Generated from `data/messages.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::message::Lang;

/// Why two names are alike, or are not; a stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Reason {
    /// The same.
    Same,
    /// The marks differ, or one side has none.
    MarksDiffer,
    /// Sounds alike.
    SoundAlike,
    /// Two forms of one word, like Hoàng and Huỳnh.
    Doublet,
    /// One letter differs.
    OneLetter,
    /// One side is abbreviated.
    Abbreviation,
    /// Some letters could not be read.
    Illegible,
    /// One side has no surname.
    SurnameMissing,
    /// One side lacks a middle name.
    MiddleMissing,
    /// One side lacks a word of the given name.
    GivenMissing,
    /// The order of the words differs.
    OrderChanged,
    /// Some words differ.
    Different,
    /// One side has no name.
    NoName,
}

impl Reason {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::Same,
        Self::MarksDiffer,
        Self::SoundAlike,
        Self::Doublet,
        Self::OneLetter,
        Self::Abbreviation,
        Self::Illegible,
        Self::SurnameMissing,
        Self::MiddleMissing,
        Self::GivenMissing,
        Self::OrderChanged,
        Self::Different,
        Self::NoName,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::MarksDiffer => "marks_differ",
            Self::SoundAlike => "sound_alike",
            Self::Doublet => "doublet",
            Self::OneLetter => "one_letter",
            Self::Abbreviation => "abbreviation",
            Self::Illegible => "illegible",
            Self::SurnameMissing => "surname_missing",
            Self::MiddleMissing => "middle_missing",
            Self::GivenMissing => "given_missing",
            Self::OrderChanged => "order_changed",
            Self::Different => "different",
            Self::NoName => "no_name",
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Same, Lang::Vi) => "Giống nhau.",
            (Self::Same, Lang::En) => "The same.",
            (Self::MarksDiffer, Lang::Vi) => "Khác dấu, hoặc một bên không ghi dấu.",
            (Self::MarksDiffer, Lang::En) => "The marks differ, or one side has none.",
            (Self::SoundAlike, Lang::Vi) => "Nghe giống nhau.",
            (Self::SoundAlike, Lang::En) => "Sounds alike.",
            (Self::Doublet, Lang::Vi) => "Hai dạng của một chữ, như Hoàng và Huỳnh.",
            (Self::Doublet, Lang::En) => "Two forms of one word, like Hoàng and Huỳnh.",
            (Self::OneLetter, Lang::Vi) => "Khác một chữ cái.",
            (Self::OneLetter, Lang::En) => "One letter differs.",
            (Self::Abbreviation, Lang::Vi) => "Một bên viết tắt.",
            (Self::Abbreviation, Lang::En) => "One side is abbreviated.",
            (Self::Illegible, Lang::Vi) => "Có chữ không đọc được.",
            (Self::Illegible, Lang::En) => "Some letters could not be read.",
            (Self::SurnameMissing, Lang::Vi) => "Một bên không có họ.",
            (Self::SurnameMissing, Lang::En) => "One side has no surname.",
            (Self::MiddleMissing, Lang::Vi) => "Một bên thiếu chữ đệm.",
            (Self::MiddleMissing, Lang::En) => "One side lacks a middle name.",
            (Self::GivenMissing, Lang::Vi) => "Một bên thiếu chữ trong tên.",
            (Self::GivenMissing, Lang::En) => "One side lacks a word of the given name.",
            (Self::OrderChanged, Lang::Vi) => "Thứ tự các chữ khác nhau.",
            (Self::OrderChanged, Lang::En) => "The order of the words differs.",
            (Self::Different, Lang::Vi) => "Có chữ khác nhau.",
            (Self::Different, Lang::En) => "Some words differ.",
            (Self::NoName, Lang::Vi) => "Một bên không có họ tên.",
            (Self::NoName, Lang::En) => "One side has no name.",
        }
    }
}
