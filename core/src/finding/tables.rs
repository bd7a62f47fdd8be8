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
    /// A word behind the name tells namesakes apart (con, lớn, A, II). Please keep it when comparing, and check whether the paper has it.
    NameDistinguished,
    /// The given name seems to stand before the surname (`certainty` % certain). Please write the surname first, as on the paper.
    NameGivenFirst,
    /// The birth date cannot be read. Please check the paper and write day/month/year.
    DateUnreadable,
    /// The calendar has no such day. Please check the birth certificate; it may need correction.
    DateImpossibleDay,
    /// The month is above 12: day and month may be swapped. Please check the paper.
    DateDayMonthSwapped,
    /// A part of the birth date cannot be right and was left out. Please check the paper.
    DatePartImpossible,
    /// The year has two digits and was read as 19xx. Please write all four.
    DateTwoDigitYear,
    /// The two-digit year may be of two centuries. Please check the paper, write four digits.
    DateCenturyUnclear,
    /// This is a spreadsheet's day number, possibly the suggested day. Please check the paper.
    DateFromSerial,
    /// This day of 1905 may be a year typed in a date cell. Please check the year on the paper.
    DateYearInDateCell,
    /// The birth year `year` is in the future. Please check the paper.
    DateInFuture,
    /// The birth year `year` is very early, possibly a slip. Please check the paper.
    DateTooEarly,
    /// The birth date has no year. Please look it up on the paper.
    DateYearMissing,
    /// The birth date is said to be approximate.
    DateApproximate,
    /// The number may have lost its leading zero in a spreadsheet. Please check the paper.
    LeadingZeroLost,
    /// A spreadsheet has destroyed the last digits. Please type the number again from the paper.
    IdDestroyed,
    /// The cell holds characters that are no digits. Please type the number from the paper.
    NumberUnreadable,
    /// The number has `found` digits where `expected` are needed. Please count them on the paper.
    NumberWrongLength,
    /// This may be a filler and no real number. Please check the paper.
    NumberPlaceholder,
    /// Letters that look like digits (O, I, l) were read as 0 and 1. Please check the paper.
    NumberLookalike,
    /// `code` is no province code: perhaps registered abroad, or a slip. Please check the card.
    CitizenIdProvinceUnknown,
    /// By this number the birth year is `year`. It may be a slip; please check the card.
    CitizenIdBirthInFuture,
    /// This may be a 9-digit identity card number, not the 12-digit one. Please check the card.
    CitizenIdIsIdentityCard,
    /// This may be the 12-digit number, not an old card's. Please move it to its column.
    IdentityCardIsCitizenId,
    /// An 11-digit number of before 2018; its new form is suggested.
    PhoneOldPrefix,
    /// The cell holds several phone numbers; the first is used.
    PhoneSecondNumber,
    /// This prefix is not known; perhaps an old landline. Please ask again.
    PhonePrefixUnknown,
    /// The check digit does not fit: some digit is surely wrong. Please check the paper.
    TaxCodeCheckFailed,
    /// The code 0 means different things in different books. Please write Nam or Nữ.
    SexCodeUnclear,
    /// The sex cannot be read. Please write Nam (male) or Nữ (female).
    SexUnreadable,
    /// `count` rows have fewer cells than the header; the rest counts as empty: line `lines`.
    RowsShort,
    /// `count` rows have more cells than the header; the surplus is kept in columns without a name; a delimiter may stand inside a cell: line `lines`.
    RowsLong,
    /// `count` rows without any text were passed over: line `lines`.
    RowsBlank,
    /// `count` lines above or just below the header are no records and were passed over: line `lines`.
    RowsAboveHeader,
    /// `count` lines hold a quotation mark that is not closed rightly and were read one by one; please check: line `lines`.
    QuoteRepaired,
    /// `count` lines hold bytes that do not belong to the encoding of the file; please check the letters: line `lines`.
    BytesDamaged,
    /// The file holds a header line and no record.
    NoRecords,
    /// This row was decoded again: it had been read with a wrong character table.
    EncodingRepaired,
    /// This cell may have been read with a wrong character table, but there is too little evidence to read it again, so it stays as it is. Please check the paper.
    EncodingUnclear,
    /// Some characters only look like the right letters; they were read as the right ones for comparing.
    LookalikeRepaired,
    /// Letters and marks are not composed as Unicode asks; they were composed for comparing.
    MarkOrderRepaired,
    /// A tone mark stands on the wrong vowel of its syllable; it was moved for comparing.
    TonePlaceRepaired,
    /// There are stray blanks or invisible characters; they were dropped for comparing.
    BlankRepaired,
    /// The text still holds the keys of an input method (Telex or VNI); they were read as the letters meant for comparing.
    KeystrokeRepaired,
    /// A word ends in c, ch, p or t without the mark sắc or nặng: a mark may be missing or wrong. Please check how the paper writes it.
    SyllableStopWithoutTone,
    /// A word has two tone marks. Please check on the paper which one is right.
    SyllableTwoTones,
    /// A word ends in a vowel that asks for a letter after it (ă, â, uô, ươ, yê): the last letter may be missing. Please check how the paper writes it.
    SyllableOpenVowel,
    /// The first letters of a word are not what spelling asks for (c/k, g/gh, ng/ngh, i/y). Please check how the paper writes it; if it does so, keep it.
    SyllableSpelling,
    /// `count` rows only repeat the header and were passed over: line `lines`.
    HeaderRepeated,
    /// `count` rows hold a formula's error (such as #REF!); that cell counts as empty: line `lines`.
    CellErrors,
    /// `count` rows were given the value of a merged cell above: line `lines`.
    CellsMerged,
    /// `count` rows have a year typed in a date cell (shown as a day of 1905); only the year is used: line `lines`.
    DateCellYear,
    /// `count` rows have a date cell that holds no day (0, or 29/02/1900); it counts as empty: line `lines`.
    DateCellEmpty,
    /// A computer had exchanged day and month of `count` birth dates; they were turned back. Please check some on the paper: line `lines`.
    DateCellsSwapped,
    /// This workbook counts days from 1904. Where dates were copied to other workbooks, check that they are not four years off.
    DateEpoch1904,
    /// The file has several sheets; "`sheet`" was read, `others` left out.
    SheetChosen,
    /// All last digits are 0: a spreadsheet may have rounded the number, so it is not used. Please type it again from the paper.
    NumberRounded,
    /// An area code of before 2017; its new form is suggested.
    PhoneOldArea,
    /// The cell holds an extension or a note besides the phone number; only the number is used.
    PhoneExtension,
    /// The benefit level on the health card is `level`; levels are 1 to 5. Please check the card.
    HealthCardLevelUnknown,
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
        Self::NameDistinguished,
        Self::NameGivenFirst,
        Self::DateUnreadable,
        Self::DateImpossibleDay,
        Self::DateDayMonthSwapped,
        Self::DatePartImpossible,
        Self::DateTwoDigitYear,
        Self::DateCenturyUnclear,
        Self::DateFromSerial,
        Self::DateYearInDateCell,
        Self::DateInFuture,
        Self::DateTooEarly,
        Self::DateYearMissing,
        Self::DateApproximate,
        Self::LeadingZeroLost,
        Self::IdDestroyed,
        Self::NumberUnreadable,
        Self::NumberWrongLength,
        Self::NumberPlaceholder,
        Self::NumberLookalike,
        Self::CitizenIdProvinceUnknown,
        Self::CitizenIdBirthInFuture,
        Self::CitizenIdIsIdentityCard,
        Self::IdentityCardIsCitizenId,
        Self::PhoneOldPrefix,
        Self::PhoneSecondNumber,
        Self::PhonePrefixUnknown,
        Self::TaxCodeCheckFailed,
        Self::SexCodeUnclear,
        Self::SexUnreadable,
        Self::RowsShort,
        Self::RowsLong,
        Self::RowsBlank,
        Self::RowsAboveHeader,
        Self::QuoteRepaired,
        Self::BytesDamaged,
        Self::NoRecords,
        Self::EncodingRepaired,
        Self::EncodingUnclear,
        Self::LookalikeRepaired,
        Self::MarkOrderRepaired,
        Self::TonePlaceRepaired,
        Self::BlankRepaired,
        Self::KeystrokeRepaired,
        Self::SyllableStopWithoutTone,
        Self::SyllableTwoTones,
        Self::SyllableOpenVowel,
        Self::SyllableSpelling,
        Self::HeaderRepeated,
        Self::CellErrors,
        Self::CellsMerged,
        Self::DateCellYear,
        Self::DateCellEmpty,
        Self::DateCellsSwapped,
        Self::DateEpoch1904,
        Self::SheetChosen,
        Self::NumberRounded,
        Self::PhoneOldArea,
        Self::PhoneExtension,
        Self::HealthCardLevelUnknown,
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
            Self::NameDistinguished => "name_distinguished",
            Self::NameGivenFirst => "name_given_first",
            Self::DateUnreadable => "date_unreadable",
            Self::DateImpossibleDay => "date_impossible_day",
            Self::DateDayMonthSwapped => "date_day_month_swapped",
            Self::DatePartImpossible => "date_part_impossible",
            Self::DateTwoDigitYear => "date_two_digit_year",
            Self::DateCenturyUnclear => "date_century_unclear",
            Self::DateFromSerial => "date_from_serial",
            Self::DateYearInDateCell => "date_year_in_date_cell",
            Self::DateInFuture => "date_in_future",
            Self::DateTooEarly => "date_too_early",
            Self::DateYearMissing => "date_year_missing",
            Self::DateApproximate => "date_approximate",
            Self::LeadingZeroLost => "leading_zero_lost",
            Self::IdDestroyed => "id_destroyed",
            Self::NumberUnreadable => "number_unreadable",
            Self::NumberWrongLength => "number_wrong_length",
            Self::NumberPlaceholder => "number_placeholder",
            Self::NumberLookalike => "number_lookalike",
            Self::CitizenIdProvinceUnknown => "citizen_id_province_unknown",
            Self::CitizenIdBirthInFuture => "citizen_id_birth_in_future",
            Self::CitizenIdIsIdentityCard => "citizen_id_is_identity_card",
            Self::IdentityCardIsCitizenId => "identity_card_is_citizen_id",
            Self::PhoneOldPrefix => "phone_old_prefix",
            Self::PhoneSecondNumber => "phone_second_number",
            Self::PhonePrefixUnknown => "phone_prefix_unknown",
            Self::TaxCodeCheckFailed => "tax_code_check_failed",
            Self::SexCodeUnclear => "sex_code_unclear",
            Self::SexUnreadable => "sex_unreadable",
            Self::RowsShort => "rows_short",
            Self::RowsLong => "rows_long",
            Self::RowsBlank => "rows_blank",
            Self::RowsAboveHeader => "rows_above_header",
            Self::QuoteRepaired => "quote_repaired",
            Self::BytesDamaged => "bytes_damaged",
            Self::NoRecords => "no_records",
            Self::EncodingRepaired => "encoding_repaired",
            Self::EncodingUnclear => "encoding_unclear",
            Self::LookalikeRepaired => "lookalike_repaired",
            Self::MarkOrderRepaired => "mark_order_repaired",
            Self::TonePlaceRepaired => "tone_place_repaired",
            Self::BlankRepaired => "blank_repaired",
            Self::KeystrokeRepaired => "keystroke_repaired",
            Self::SyllableStopWithoutTone => "syllable_stop_without_tone",
            Self::SyllableTwoTones => "syllable_two_tones",
            Self::SyllableOpenVowel => "syllable_open_vowel",
            Self::SyllableSpelling => "syllable_spelling",
            Self::HeaderRepeated => "header_repeated",
            Self::CellErrors => "cell_errors",
            Self::CellsMerged => "cells_merged",
            Self::DateCellYear => "date_cell_year",
            Self::DateCellEmpty => "date_cell_empty",
            Self::DateCellsSwapped => "date_cells_swapped",
            Self::DateEpoch1904 => "date_epoch_1904",
            Self::SheetChosen => "sheet_chosen",
            Self::NumberRounded => "number_rounded",
            Self::PhoneOldArea => "phone_old_area",
            Self::PhoneExtension => "phone_extension",
            Self::HealthCardLevelUnknown => "health_card_level_unknown",
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
            Self::NameDistinguished => Severity::Note,
            Self::NameGivenFirst => Severity::Warning,
            Self::DateUnreadable => Severity::Error,
            Self::DateImpossibleDay => Severity::Warning,
            Self::DateDayMonthSwapped => Severity::Warning,
            Self::DatePartImpossible => Severity::Warning,
            Self::DateTwoDigitYear => Severity::Note,
            Self::DateCenturyUnclear => Severity::Warning,
            Self::DateFromSerial => Severity::Warning,
            Self::DateYearInDateCell => Severity::Warning,
            Self::DateInFuture => Severity::Warning,
            Self::DateTooEarly => Severity::Warning,
            Self::DateYearMissing => Severity::Warning,
            Self::DateApproximate => Severity::Note,
            Self::LeadingZeroLost => Severity::Warning,
            Self::IdDestroyed => Severity::Error,
            Self::NumberUnreadable => Severity::Error,
            Self::NumberWrongLength => Severity::Error,
            Self::NumberPlaceholder => Severity::Warning,
            Self::NumberLookalike => Severity::Warning,
            Self::CitizenIdProvinceUnknown => Severity::Warning,
            Self::CitizenIdBirthInFuture => Severity::Warning,
            Self::CitizenIdIsIdentityCard => Severity::Warning,
            Self::IdentityCardIsCitizenId => Severity::Warning,
            Self::PhoneOldPrefix => Severity::Note,
            Self::PhoneSecondNumber => Severity::Note,
            Self::PhonePrefixUnknown => Severity::Warning,
            Self::TaxCodeCheckFailed => Severity::Error,
            Self::SexCodeUnclear => Severity::Warning,
            Self::SexUnreadable => Severity::Warning,
            Self::RowsShort => Severity::Warning,
            Self::RowsLong => Severity::Warning,
            Self::RowsBlank => Severity::Note,
            Self::RowsAboveHeader => Severity::Note,
            Self::QuoteRepaired => Severity::Warning,
            Self::BytesDamaged => Severity::Warning,
            Self::NoRecords => Severity::Warning,
            Self::EncodingRepaired => Severity::Note,
            Self::EncodingUnclear => Severity::Warning,
            Self::LookalikeRepaired => Severity::Note,
            Self::MarkOrderRepaired => Severity::Note,
            Self::TonePlaceRepaired => Severity::Note,
            Self::BlankRepaired => Severity::Note,
            Self::KeystrokeRepaired => Severity::Note,
            Self::SyllableStopWithoutTone => Severity::Warning,
            Self::SyllableTwoTones => Severity::Warning,
            Self::SyllableOpenVowel => Severity::Warning,
            Self::SyllableSpelling => Severity::Note,
            Self::HeaderRepeated => Severity::Note,
            Self::CellErrors => Severity::Warning,
            Self::CellsMerged => Severity::Note,
            Self::DateCellYear => Severity::Warning,
            Self::DateCellEmpty => Severity::Warning,
            Self::DateCellsSwapped => Severity::Warning,
            Self::DateEpoch1904 => Severity::Note,
            Self::SheetChosen => Severity::Note,
            Self::NumberRounded => Severity::Warning,
            Self::PhoneOldArea => Severity::Note,
            Self::PhoneExtension => Severity::Note,
            Self::HealthCardLevelUnknown => Severity::Warning,
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
            (Self::NameDistinguished, Lang::Vi) => "Sau họ tên có chữ để phân biệt người trùng tên (con, lớn, A, II). Hãy giữ lại khi đối chiếu và xem giấy tờ có ghi không.",
            (Self::NameDistinguished, Lang::En) => "A word behind the name tells namesakes apart (con, lớn, A, II). Please keep it when comparing, and check whether the paper has it.",
            (Self::NameGivenFirst, Lang::Vi) => "Có lẽ tên được ghi trước họ (chắc {certainty} %). Hãy ghi họ trước, chữ đệm và tên sau như trên giấy tờ.",
            (Self::NameGivenFirst, Lang::En) => "The given name seems to stand before the surname ({certainty} % certain). Please write the surname first, as on the paper.",
            (Self::DateUnreadable, Lang::Vi) => "Không đọc được ngày sinh. Hãy xem giấy tờ gốc và ghi lại dạng ngày/tháng/năm.",
            (Self::DateUnreadable, Lang::En) => "The birth date cannot be read. Please check the paper and write day/month/year.",
            (Self::DateImpossibleDay, Lang::Vi) => "Lịch không có ngày này. Hãy xem giấy khai sinh; có thể phải cải chính.",
            (Self::DateImpossibleDay, Lang::En) => "The calendar has no such day. Please check the birth certificate; it may need correction.",
            (Self::DateDayMonthSwapped, Lang::Vi) => "Tháng lớn hơn 12: có thể ngày và tháng bị đảo. Hãy so với giấy tờ.",
            (Self::DateDayMonthSwapped, Lang::En) => "The month is above 12: day and month may be swapped. Please check the paper.",
            (Self::DatePartImpossible, Lang::Vi) => "Có phần của ngày sinh không thể đúng nên bị bỏ qua. Hãy xem lại giấy tờ.",
            (Self::DatePartImpossible, Lang::En) => "A part of the birth date cannot be right and was left out. Please check the paper.",
            (Self::DateTwoDigitYear, Lang::Vi) => "Năm sinh chỉ ghi hai chữ số, được hiểu là thế kỷ 20. Nên ghi đủ bốn chữ số.",
            (Self::DateTwoDigitYear, Lang::En) => "The year has two digits and was read as 19xx. Please write all four.",
            (Self::DateCenturyUnclear, Lang::Vi) => "Năm sinh ghi hai chữ số có thể thuộc hai thế kỷ. Hãy xem giấy tờ và ghi đủ bốn số.",
            (Self::DateCenturyUnclear, Lang::En) => "The two-digit year may be of two centuries. Please check the paper, write four digits.",
            (Self::DateFromSerial, Lang::Vi) => "Ngày sinh là số thứ tự ngày của bảng tính, có thể đúng là ngày gợi ý. Hãy so với giấy tờ.",
            (Self::DateFromSerial, Lang::En) => "This is a spreadsheet's day number, possibly the suggested day. Please check the paper.",
            (Self::DateYearInDateCell, Lang::Vi) => "Ngày năm 1905 này có thể do gõ năm sinh vào ô ngày. Hãy xem năm sinh trên giấy tờ.",
            (Self::DateYearInDateCell, Lang::En) => "This day of 1905 may be a year typed in a date cell. Please check the year on the paper.",
            (Self::DateInFuture, Lang::Vi) => "Năm sinh {year} chưa đến. Hãy xem lại giấy tờ.",
            (Self::DateInFuture, Lang::En) => "The birth year {year} is in the future. Please check the paper.",
            (Self::DateTooEarly, Lang::Vi) => "Năm sinh {year} quá xa, có thể gõ nhầm. Hãy xem lại giấy tờ.",
            (Self::DateTooEarly, Lang::En) => "The birth year {year} is very early, possibly a slip. Please check the paper.",
            (Self::DateYearMissing, Lang::Vi) => "Ngày sinh chưa có năm. Hãy xem giấy tờ để bổ sung.",
            (Self::DateYearMissing, Lang::En) => "The birth date has no year. Please look it up on the paper.",
            (Self::DateApproximate, Lang::Vi) => "Ngày sinh ghi là khoảng chừng.",
            (Self::DateApproximate, Lang::En) => "The birth date is said to be approximate.",
            (Self::LeadingZeroLost, Lang::Vi) => "Số có thể đã mất chữ số 0 ở đầu do bảng tính. Hãy so với giấy tờ.",
            (Self::LeadingZeroLost, Lang::En) => "The number may have lost its leading zero in a spreadsheet. Please check the paper.",
            (Self::IdDestroyed, Lang::Vi) => "Bảng tính đã làm mất các chữ số cuối, không khôi phục được. Hãy nhập lại từ giấy tờ.",
            (Self::IdDestroyed, Lang::En) => "A spreadsheet has destroyed the last digits. Please type the number again from the paper.",
            (Self::NumberUnreadable, Lang::Vi) => "Ô này có ký tự không phải chữ số. Hãy nhập lại số từ giấy tờ.",
            (Self::NumberUnreadable, Lang::En) => "The cell holds characters that are no digits. Please type the number from the paper.",
            (Self::NumberWrongLength, Lang::Vi) => "Số có {found} chữ số, lẽ ra phải có {expected}. Hãy đếm lại trên giấy tờ.",
            (Self::NumberWrongLength, Lang::En) => "The number has {found} digits where {expected} are needed. Please count them on the paper.",
            (Self::NumberPlaceholder, Lang::Vi) => "Đây có thể là số điền tạm, không phải số thật. Hãy xem giấy tờ.",
            (Self::NumberPlaceholder, Lang::En) => "This may be a filler and no real number. Please check the paper.",
            (Self::NumberLookalike, Lang::Vi) => "Có chữ cái giống chữ số (O, I, l), đã hiểu là 0 và 1. Hãy so với giấy tờ.",
            (Self::NumberLookalike, Lang::En) => "Letters that look like digits (O, I, l) were read as 0 and 1. Please check the paper.",
            (Self::CitizenIdProvinceUnknown, Lang::Vi) => "Mã {code} không phải mã tỉnh; có thể khai sinh ở nước ngoài hoặc gõ nhầm. Hãy xem thẻ.",
            (Self::CitizenIdProvinceUnknown, Lang::En) => "{code} is no province code: perhaps registered abroad, or a slip. Please check the card.",
            (Self::CitizenIdBirthInFuture, Lang::Vi) => "Theo số này thì năm sinh là {year}. Có thể gõ nhầm; hãy so với thẻ.",
            (Self::CitizenIdBirthInFuture, Lang::En) => "By this number the birth year is {year}. It may be a slip; please check the card.",
            (Self::CitizenIdIsIdentityCard, Lang::Vi) => "Đây có thể là số CMND 9 số, không phải số định danh 12 số. Hãy xem thẻ.",
            (Self::CitizenIdIsIdentityCard, Lang::En) => "This may be a 9-digit identity card number, not the 12-digit one. Please check the card.",
            (Self::IdentityCardIsCitizenId, Lang::Vi) => "Đây có thể là số định danh 12 số, không phải số CMND. Hãy chuyển sang đúng cột.",
            (Self::IdentityCardIsCitizenId, Lang::En) => "This may be the 12-digit number, not an old card's. Please move it to its column.",
            (Self::PhoneOldPrefix, Lang::Vi) => "Đầu số cũ 11 số, đã đổi sang đầu số mới năm 2018.",
            (Self::PhoneOldPrefix, Lang::En) => "An 11-digit number of before 2018; its new form is suggested.",
            (Self::PhoneSecondNumber, Lang::Vi) => "Ô này có nhiều số điện thoại; chỉ số đầu được dùng.",
            (Self::PhoneSecondNumber, Lang::En) => "The cell holds several phone numbers; the first is used.",
            (Self::PhonePrefixUnknown, Lang::Vi) => "Đầu số này không quen, có thể là số cố định cũ. Hãy hỏi lại.",
            (Self::PhonePrefixUnknown, Lang::En) => "This prefix is not known; perhaps an old landline. Please ask again.",
            (Self::TaxCodeCheckFailed, Lang::Vi) => "Chữ số kiểm tra của mã số thuế không khớp: chắc chắn có chữ số sai. Hãy xem giấy tờ.",
            (Self::TaxCodeCheckFailed, Lang::En) => "The check digit does not fit: some digit is surely wrong. Please check the paper.",
            (Self::SexCodeUnclear, Lang::Vi) => "Mã giới tính 0 có nghĩa khác nhau tùy sổ. Hãy ghi Nam hoặc Nữ.",
            (Self::SexCodeUnclear, Lang::En) => "The code 0 means different things in different books. Please write Nam or Nữ.",
            (Self::SexUnreadable, Lang::Vi) => "Không đọc được giới tính. Hãy ghi Nam hoặc Nữ.",
            (Self::SexUnreadable, Lang::En) => "The sex cannot be read. Please write Nam (male) or Nữ (female).",
            (Self::RowsShort, Lang::Vi) => "{count} dòng thiếu ô so với tiêu đề, ô thiếu được để trống: dòng {lines}.",
            (Self::RowsShort, Lang::En) => "{count} rows have fewer cells than the header; the rest counts as empty: line {lines}.",
            (Self::RowsLong, Lang::Vi) => "{count} dòng thừa ô so với tiêu đề, ô thừa được giữ ở cột không tên; có thể dấu phân cách nằm trong ô: dòng {lines}.",
            (Self::RowsLong, Lang::En) => "{count} rows have more cells than the header; the surplus is kept in columns without a name; a delimiter may stand inside a cell: line {lines}.",
            (Self::RowsBlank, Lang::Vi) => "{count} dòng không có ô nào có chữ, được bỏ qua: dòng {lines}.",
            (Self::RowsBlank, Lang::En) => "{count} rows without any text were passed over: line {lines}.",
            (Self::RowsAboveHeader, Lang::Vi) => "{count} dòng phía trên hoặc ngay dưới tiêu đề không phải dữ liệu, được bỏ qua: dòng {lines}.",
            (Self::RowsAboveHeader, Lang::En) => "{count} lines above or just below the header are no records and were passed over: line {lines}.",
            (Self::QuoteRepaired, Lang::Vi) => "{count} dòng có dấu ngoặc kép không đóng đúng, được đọc riêng từng dòng; hãy xem lại: dòng {lines}.",
            (Self::QuoteRepaired, Lang::En) => "{count} lines hold a quotation mark that is not closed rightly and were read one by one; please check: line {lines}.",
            (Self::BytesDamaged, Lang::Vi) => "{count} dòng có ký tự không thuộc bảng mã của tệp; hãy xem lại chữ: dòng {lines}.",
            (Self::BytesDamaged, Lang::En) => "{count} lines hold bytes that do not belong to the encoding of the file; please check the letters: line {lines}.",
            (Self::NoRecords, Lang::Vi) => "Tệp chỉ có dòng tiêu đề, không có dòng dữ liệu nào.",
            (Self::NoRecords, Lang::En) => "The file holds a header line and no record.",
            (Self::EncodingRepaired, Lang::Vi) => "Dòng này được đọc lại vì đã bị đọc sai bảng mã chữ.",
            (Self::EncodingRepaired, Lang::En) => "This row was decoded again: it had been read with a wrong character table.",
            (Self::EncodingUnclear, Lang::Vi) => "Ô này có thể đã bị đọc sai bảng mã chữ, nhưng chưa đủ căn cứ để đọc lại nên được giữ nguyên. Hãy so với giấy tờ gốc.",
            (Self::EncodingUnclear, Lang::En) => "This cell may have been read with a wrong character table, but there is too little evidence to read it again, so it stays as it is. Please check the paper.",
            (Self::LookalikeRepaired, Lang::Vi) => "Có ký tự trông giống chữ cái đúng nhưng là ký tự khác; khi so sánh đã đọc như chữ đúng.",
            (Self::LookalikeRepaired, Lang::En) => "Some characters only look like the right letters; they were read as the right ones for comparing.",
            (Self::MarkOrderRepaired, Lang::Vi) => "Dấu và chữ không được ghép theo chuẩn Unicode; khi so sánh đã ghép lại.",
            (Self::MarkOrderRepaired, Lang::En) => "Letters and marks are not composed as Unicode asks; they were composed for comparing.",
            (Self::TonePlaceRepaired, Lang::Vi) => "Dấu thanh đặt sai chữ trong âm tiết; khi so sánh đã đặt lại.",
            (Self::TonePlaceRepaired, Lang::En) => "A tone mark stands on the wrong vowel of its syllable; it was moved for comparing.",
            (Self::BlankRepaired, Lang::Vi) => "Có khoảng trắng thừa hoặc ký tự ẩn; khi so sánh đã bỏ đi.",
            (Self::BlankRepaired, Lang::En) => "There are stray blanks or invisible characters; they were dropped for comparing.",
            (Self::KeystrokeRepaired, Lang::Vi) => "Chữ còn nguyên phím gõ Telex hoặc VNI; khi so sánh đã đọc thành chữ có dấu.",
            (Self::KeystrokeRepaired, Lang::En) => "The text still holds the keys of an input method (Telex or VNI); they were read as the letters meant for comparing.",
            (Self::SyllableStopWithoutTone, Lang::Vi) => "Có chữ tận cùng bằng c, ch, p, t mà không có dấu sắc hoặc dấu nặng: có thể thiếu hoặc sai dấu. Hãy xem giấy tờ ghi thế nào.",
            (Self::SyllableStopWithoutTone, Lang::En) => "A word ends in c, ch, p or t without the mark sắc or nặng: a mark may be missing or wrong. Please check how the paper writes it.",
            (Self::SyllableTwoTones, Lang::Vi) => "Có chữ mang hai dấu thanh. Hãy xem giấy tờ để biết dấu nào đúng.",
            (Self::SyllableTwoTones, Lang::En) => "A word has two tone marks. Please check on the paper which one is right.",
            (Self::SyllableOpenVowel, Lang::Vi) => "Có chữ tận cùng bằng nguyên âm cần thêm chữ cái ở sau (ă, â, uô, ươ, yê): có thể thiếu chữ cái cuối. Hãy xem giấy tờ ghi thế nào.",
            (Self::SyllableOpenVowel, Lang::En) => "A word ends in a vowel that asks for a letter after it (ă, â, uô, ươ, yê): the last letter may be missing. Please check how the paper writes it.",
            (Self::SyllableSpelling, Lang::Vi) => "Có chữ viết âm đầu khác chính tả (c/k, g/gh, ng/ngh, i/y). Hãy xem giấy tờ ghi thế nào; nếu giấy tờ ghi đúng như vậy thì giữ nguyên.",
            (Self::SyllableSpelling, Lang::En) => "The first letters of a word are not what spelling asks for (c/k, g/gh, ng/ngh, i/y). Please check how the paper writes it; if it does so, keep it.",
            (Self::HeaderRepeated, Lang::Vi) => "{count} dòng chỉ lặp lại tiêu đề, được bỏ qua: dòng {lines}.",
            (Self::HeaderRepeated, Lang::En) => "{count} rows only repeat the header and were passed over: line {lines}.",
            (Self::CellErrors, Lang::Vi) => "{count} dòng có ô báo lỗi công thức (như #REF!), ô đó được để trống: dòng {lines}.",
            (Self::CellErrors, Lang::En) => "{count} rows hold a formula's error (such as #REF!); that cell counts as empty: line {lines}.",
            (Self::CellsMerged, Lang::Vi) => "{count} dòng nhận giá trị của ô gộp phía trên: dòng {lines}.",
            (Self::CellsMerged, Lang::En) => "{count} rows were given the value of a merged cell above: line {lines}.",
            (Self::DateCellYear, Lang::Vi) => "{count} dòng có năm sinh gõ vào ô ngày (bảng tính hiện năm 1905); chỉ dùng năm: dòng {lines}.",
            (Self::DateCellYear, Lang::En) => "{count} rows have a year typed in a date cell (shown as a day of 1905); only the year is used: line {lines}.",
            (Self::DateCellEmpty, Lang::Vi) => "{count} dòng có ô ngày không chứa ngày nào (số 0, hoặc 29/02/1900), được để trống: dòng {lines}.",
            (Self::DateCellEmpty, Lang::En) => "{count} rows have a date cell that holds no day (0, or 29/02/1900); it counts as empty: line {lines}.",
            (Self::DateCellsSwapped, Lang::Vi) => "{count} ngày sinh đã bị máy tính đảo ngày và tháng, được đọc ngược lại; hãy so vài dòng với giấy tờ: dòng {lines}.",
            (Self::DateCellsSwapped, Lang::En) => "A computer had exchanged day and month of {count} birth dates; they were turned back. Please check some on the paper: line {lines}.",
            (Self::DateEpoch1904, Lang::Vi) => "Bảng tính đếm ngày từ năm 1904. Nếu đã chép ngày sang bảng tính khác, hãy kiểm tra xem có lệch 4 năm không.",
            (Self::DateEpoch1904, Lang::En) => "This workbook counts days from 1904. Where dates were copied to other workbooks, check that they are not four years off.",
            (Self::SheetChosen, Lang::Vi) => "Tệp có nhiều trang tính; đã đọc trang \"{sheet}\", bỏ qua {others}.",
            (Self::SheetChosen, Lang::En) => "The file has several sheets; \"{sheet}\" was read, {others} left out.",
            (Self::NumberRounded, Lang::Vi) => "Các chữ số cuối đều là 0: có thể bảng tính đã làm tròn, nên không dùng số này. Hãy nhập lại từ giấy tờ.",
            (Self::NumberRounded, Lang::En) => "All last digits are 0: a spreadsheet may have rounded the number, so it is not used. Please type it again from the paper.",
            (Self::PhoneOldArea, Lang::Vi) => "Mã vùng cũ, đã đổi sang mã vùng mới năm 2017.",
            (Self::PhoneOldArea, Lang::En) => "An area code of before 2017; its new form is suggested.",
            (Self::PhoneExtension, Lang::Vi) => "Ô này có thêm số máy lẻ hoặc ghi chú; chỉ số điện thoại được dùng.",
            (Self::PhoneExtension, Lang::En) => "The cell holds an extension or a note besides the phone number; only the number is used.",
            (Self::HealthCardLevelUnknown, Lang::Vi) => "Mức hưởng trên thẻ BHYT là {level}, lẽ ra từ 1 đến 5. Hãy xem thẻ.",
            (Self::HealthCardLevelUnknown, Lang::En) => "The benefit level on the health card is {level}; levels are 1 to 5. Please check the card.",
        }
    }
}
