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
    /// The name field only says that the name is not known. Please check the paper.
    NameUnknown,
    /// The name has an unusual character "`char`", perhaps from a wrong encoding. Please check the paper.
    NameOddCharacter,
    /// The name has a digit in it. Please check the paper.
    NameDigit,
    /// Some letters of the name could not be read. Please check the paper.
    NameIllegible,
    /// The name is abbreviated. Please write it in full, as on the paper.
    NameAbbreviated,
    /// The name has only one word. Please check whether the paper gives the full name.
    NameOneWord,
    /// The name has `count` words and may be two persons' names. Please check the paper.
    NameManyWords,
    /// This surname is usually written "`surname`". Please check how the paper writes it.
    NameSurnameMisspelled,
    /// The name field holds more than the name (a title, another name, a note). Please check whether it belongs in another field.
    NameBeside,
}

impl FindingCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::NameEmpty,
        Self::ColumnRepeated,
        Self::NameInTwoColumns,
        Self::NameUnknown,
        Self::NameOddCharacter,
        Self::NameDigit,
        Self::NameIllegible,
        Self::NameAbbreviated,
        Self::NameOneWord,
        Self::NameManyWords,
        Self::NameSurnameMisspelled,
        Self::NameBeside,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NameEmpty => "name_empty",
            Self::ColumnRepeated => "column_repeated",
            Self::NameInTwoColumns => "name_in_two_columns",
            Self::NameUnknown => "name_unknown",
            Self::NameOddCharacter => "name_odd_character",
            Self::NameDigit => "name_digit",
            Self::NameIllegible => "name_illegible",
            Self::NameAbbreviated => "name_abbreviated",
            Self::NameOneWord => "name_one_word",
            Self::NameManyWords => "name_many_words",
            Self::NameSurnameMisspelled => "name_surname_misspelled",
            Self::NameBeside => "name_beside",
        }
    }

    /// How grave it is by default.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NameEmpty => Severity::Error,
            Self::ColumnRepeated => Severity::Warning,
            Self::NameInTwoColumns => Severity::Warning,
            Self::NameUnknown => Severity::Warning,
            Self::NameOddCharacter => Severity::Warning,
            Self::NameDigit => Severity::Warning,
            Self::NameIllegible => Severity::Warning,
            Self::NameAbbreviated => Severity::Warning,
            Self::NameOneWord => Severity::Warning,
            Self::NameManyWords => Severity::Warning,
            Self::NameSurnameMisspelled => Severity::Warning,
            Self::NameBeside => Severity::Note,
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
            (Self::NameUnknown, Lang::Vi) => "Ô họ tên chỉ ghi là chưa biết tên. Hãy xem lại giấy tờ gốc.",
            (Self::NameUnknown, Lang::En) => "The name field only says that the name is not known. Please check the paper.",
            (Self::NameOddCharacter, Lang::Vi) => "Họ tên có ký tự lạ \"{char}\", có thể do sai bảng mã. Hãy xem lại giấy tờ gốc.",
            (Self::NameOddCharacter, Lang::En) => "The name has an unusual character \"{char}\", perhaps from a wrong encoding. Please check the paper.",
            (Self::NameDigit, Lang::Vi) => "Họ tên có chữ số. Hãy xem lại giấy tờ gốc.",
            (Self::NameDigit, Lang::En) => "The name has a digit in it. Please check the paper.",
            (Self::NameIllegible, Lang::Vi) => "Họ tên có chữ không đọc được. Hãy xem lại giấy tờ gốc.",
            (Self::NameIllegible, Lang::En) => "Some letters of the name could not be read. Please check the paper.",
            (Self::NameAbbreviated, Lang::Vi) => "Họ tên viết tắt. Hãy ghi đầy đủ như trên giấy tờ.",
            (Self::NameAbbreviated, Lang::En) => "The name is abbreviated. Please write it in full, as on the paper.",
            (Self::NameOneWord, Lang::Vi) => "Họ tên chỉ có một chữ. Hãy xem giấy tờ có ghi họ và tên đầy đủ không.",
            (Self::NameOneWord, Lang::En) => "The name has only one word. Please check whether the paper gives the full name.",
            (Self::NameManyWords, Lang::Vi) => "Họ tên có {count} chữ, có thể là tên của hai người. Hãy xem lại giấy tờ gốc.",
            (Self::NameManyWords, Lang::En) => "The name has {count} words and may be two persons' names. Please check the paper.",
            (Self::NameSurnameMisspelled, Lang::Vi) => "Họ này thường viết là \"{surname}\". Hãy xem giấy tờ ghi thế nào.",
            (Self::NameSurnameMisspelled, Lang::En) => "This surname is usually written \"{surname}\". Please check how the paper writes it.",
            (Self::NameBeside, Lang::Vi) => "Ô họ tên có thêm nội dung ngoài họ tên (danh xưng, tên khác, ghi chú). Hãy xem có cần ghi vào ô khác không.",
            (Self::NameBeside, Lang::En) => "The name field holds more than the name (a title, another name, a note). Please check whether it belongs in another field.",
        }
    }
}
