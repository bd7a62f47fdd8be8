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
    /// The birth date holds a damaged character (NUL or an unreadable one). Please check the paper.
    DateOddCharacter,
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
    /// The birth date is of the lunar calendar. Suggested is its solar date.
    DateLunar,
    /// The year is a Can-Chi name: one of `years`. Please check the paper.
    DateCanChi,
    /// The year and its Can-Chi name do not agree. Please check the paper.
    DateCanChiMismatch,
    /// Only an age is given: born in one of `years`. Please check the paper.
    DateFromAge,
    /// Only an age is given, not its year. Please check the paper for the birth year.
    DateAgeUndated,
    /// Its column has the month first, so it was read so. Please check the paper.
    DateOrderByColumn,
    /// Its column mixes day first and month first. Please check day and month.
    DateOrderUnclear,
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
    /// No unit of this name is known before or since 2025-07-01. Please check how the paper writes province, district and commune.
    PlaceUnknown,
    /// This unit ended by 2025-07-01; today it is: `units`. Where there are several, the hamlet tells which one.
    PlaceSuperseded,
    /// This name can mean `count` units: `units`. Please add the district and province that the paper has.
    PlaceAmbiguous,
    /// This cell is empty. Please fill it in from the paper if there is one.
    ValueMissing,
    /// The birth date lacks its day or month. Please fill it in from the paper, if the paper has it.
    BirthDayUnknown,
    /// 01/01 is often written where day and month are not known. Please check whether the paper really says 01/01.
    BirthFirstOfJanuary,
    /// This birth date has not come yet. Please check the birth date on the paper.
    BirthAfterToday,
    /// By the birth date this person is `age` years old. Please check the year, and whether a death was left unrecorded.
    PersonTooOld,
    /// The paper was issued before the birth. Please check both dates on the paper.
    IssuedBeforeBirth,
    /// By the citizen ID the sex is `sex`, unlike the sex recorded. Please check both on the card; the number may have been re-issued.
    CitizenIdSexMismatch,
    /// By the citizen ID the birth year is `year`, unlike the birth date recorded. Please check both on the card; the number may have been re-issued.
    CitizenIdYearMismatch,
    /// The citizen ID tells of a birth registered in `province`, not in the province of residence. That is usual for people who have moved.
    CitizenIdProvinceMismatch,
    /// The personal number in the insurance cell is not the one in the citizen ID cell. Please check both on the card.
    InsuranceCitizenIdMismatch,
    /// There is only a 9-digit card number, not valid since 2025-01-01. Please add the 12-digit number.
    IdentityCardOutdated,
    /// The name has the word "`word`", usual for the other sex. This is only a hint; please look at the sex on the paper.
    SexAgainstName,
    /// This name has the word "`word`", unusual for a `role`. This is only a hint; please look at the paper.
    ParentSexAgainstName,
    /// The names of father and mother may stand in each other's place. Please check the paper.
    ParentsSwapped,
    /// Father and mother have the very same name. Please check the paper.
    ParentsSameName,
    /// This name is the very same as the child's. It may be right, or copied from the wrong line; please look at the paper.
    ParentSameName,
    /// The surname is neither the father's nor the mother's. Please check all three names on the paper.
    SurnameOfNeitherParent,
    /// The parent's birth year (`parent`) is not before the child's (`child`). Please check both on the paper.
    ParentNotOlder,
    /// The parent is only `years` years older than the child. Please check the birth years of both on the paper.
    ParentTooYoung,
    /// The parent is `years` years older than the child. Please check whether a grandparent or a wrong year was written.
    ParentTooOld,
    /// This cell may hold a value for `other`. Please move it to its column.
    ValueInWrongColumn,
    /// Another row has this record id. Each record needs an id of its own.
    RecordIdRepeated,
    /// This number also stands in the record of someone with another name and birth date. Please check it on each one's card.
    NumberOfTwoPersons,
    /// A person of this name, birth date and parent has two different citizen IDs. Please keep the one on the valid card.
    PersonWithTwoNumbers,
    /// This record may have been entered twice in one source. Please look and keep one.
    RecordDuplicate,
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
    /// This field holds half of a character. Please delete it and type it again from the paper.
    CharacterHalf,
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
        Self::DateOddCharacter,
        Self::DateTwoDigitYear,
        Self::DateCenturyUnclear,
        Self::DateFromSerial,
        Self::DateYearInDateCell,
        Self::DateInFuture,
        Self::DateTooEarly,
        Self::DateYearMissing,
        Self::DateApproximate,
        Self::DateLunar,
        Self::DateCanChi,
        Self::DateCanChiMismatch,
        Self::DateFromAge,
        Self::DateAgeUndated,
        Self::DateOrderByColumn,
        Self::DateOrderUnclear,
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
        Self::PlaceUnknown,
        Self::PlaceSuperseded,
        Self::PlaceAmbiguous,
        Self::ValueMissing,
        Self::BirthDayUnknown,
        Self::BirthFirstOfJanuary,
        Self::BirthAfterToday,
        Self::PersonTooOld,
        Self::IssuedBeforeBirth,
        Self::CitizenIdSexMismatch,
        Self::CitizenIdYearMismatch,
        Self::CitizenIdProvinceMismatch,
        Self::InsuranceCitizenIdMismatch,
        Self::IdentityCardOutdated,
        Self::SexAgainstName,
        Self::ParentSexAgainstName,
        Self::ParentsSwapped,
        Self::ParentsSameName,
        Self::ParentSameName,
        Self::SurnameOfNeitherParent,
        Self::ParentNotOlder,
        Self::ParentTooYoung,
        Self::ParentTooOld,
        Self::ValueInWrongColumn,
        Self::RecordIdRepeated,
        Self::NumberOfTwoPersons,
        Self::PersonWithTwoNumbers,
        Self::RecordDuplicate,
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
        Self::CharacterHalf,
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
            Self::DateOddCharacter => "date_odd_character",
            Self::DateTwoDigitYear => "date_two_digit_year",
            Self::DateCenturyUnclear => "date_century_unclear",
            Self::DateFromSerial => "date_from_serial",
            Self::DateYearInDateCell => "date_year_in_date_cell",
            Self::DateInFuture => "date_in_future",
            Self::DateTooEarly => "date_too_early",
            Self::DateYearMissing => "date_year_missing",
            Self::DateApproximate => "date_approximate",
            Self::DateLunar => "date_lunar",
            Self::DateCanChi => "date_can_chi",
            Self::DateCanChiMismatch => "date_can_chi_mismatch",
            Self::DateFromAge => "date_from_age",
            Self::DateAgeUndated => "date_age_undated",
            Self::DateOrderByColumn => "date_order_by_column",
            Self::DateOrderUnclear => "date_order_unclear",
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
            Self::PlaceUnknown => "place_unknown",
            Self::PlaceSuperseded => "place_superseded",
            Self::PlaceAmbiguous => "place_ambiguous",
            Self::ValueMissing => "value_missing",
            Self::BirthDayUnknown => "birth_day_unknown",
            Self::BirthFirstOfJanuary => "birth_first_of_january",
            Self::BirthAfterToday => "birth_after_today",
            Self::PersonTooOld => "person_too_old",
            Self::IssuedBeforeBirth => "issued_before_birth",
            Self::CitizenIdSexMismatch => "citizen_id_sex_mismatch",
            Self::CitizenIdYearMismatch => "citizen_id_year_mismatch",
            Self::CitizenIdProvinceMismatch => "citizen_id_province_mismatch",
            Self::InsuranceCitizenIdMismatch => "insurance_citizen_id_mismatch",
            Self::IdentityCardOutdated => "identity_card_outdated",
            Self::SexAgainstName => "sex_against_name",
            Self::ParentSexAgainstName => "parent_sex_against_name",
            Self::ParentsSwapped => "parents_swapped",
            Self::ParentsSameName => "parents_same_name",
            Self::ParentSameName => "parent_same_name",
            Self::SurnameOfNeitherParent => "surname_of_neither_parent",
            Self::ParentNotOlder => "parent_not_older",
            Self::ParentTooYoung => "parent_too_young",
            Self::ParentTooOld => "parent_too_old",
            Self::ValueInWrongColumn => "value_in_wrong_column",
            Self::RecordIdRepeated => "record_id_repeated",
            Self::NumberOfTwoPersons => "number_of_two_persons",
            Self::PersonWithTwoNumbers => "person_with_two_numbers",
            Self::RecordDuplicate => "record_duplicate",
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
            Self::CharacterHalf => "character_half",
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
            Self::DateOddCharacter => Severity::Warning,
            Self::DateTwoDigitYear => Severity::Note,
            Self::DateCenturyUnclear => Severity::Warning,
            Self::DateFromSerial => Severity::Warning,
            Self::DateYearInDateCell => Severity::Warning,
            Self::DateInFuture => Severity::Warning,
            Self::DateTooEarly => Severity::Warning,
            Self::DateYearMissing => Severity::Warning,
            Self::DateApproximate => Severity::Note,
            Self::DateLunar => Severity::Note,
            Self::DateCanChi => Severity::Warning,
            Self::DateCanChiMismatch => Severity::Warning,
            Self::DateFromAge => Severity::Warning,
            Self::DateAgeUndated => Severity::Error,
            Self::DateOrderByColumn => Severity::Warning,
            Self::DateOrderUnclear => Severity::Warning,
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
            Self::PlaceUnknown => Severity::Warning,
            Self::PlaceSuperseded => Severity::Note,
            Self::PlaceAmbiguous => Severity::Note,
            Self::ValueMissing => Severity::Note,
            Self::BirthDayUnknown => Severity::Note,
            Self::BirthFirstOfJanuary => Severity::Note,
            Self::BirthAfterToday => Severity::Error,
            Self::PersonTooOld => Severity::Warning,
            Self::IssuedBeforeBirth => Severity::Error,
            Self::CitizenIdSexMismatch => Severity::Warning,
            Self::CitizenIdYearMismatch => Severity::Warning,
            Self::CitizenIdProvinceMismatch => Severity::Note,
            Self::InsuranceCitizenIdMismatch => Severity::Warning,
            Self::IdentityCardOutdated => Severity::Note,
            Self::SexAgainstName => Severity::Note,
            Self::ParentSexAgainstName => Severity::Note,
            Self::ParentsSwapped => Severity::Warning,
            Self::ParentsSameName => Severity::Warning,
            Self::ParentSameName => Severity::Note,
            Self::SurnameOfNeitherParent => Severity::Warning,
            Self::ParentNotOlder => Severity::Error,
            Self::ParentTooYoung => Severity::Warning,
            Self::ParentTooOld => Severity::Warning,
            Self::ValueInWrongColumn => Severity::Warning,
            Self::RecordIdRepeated => Severity::Error,
            Self::NumberOfTwoPersons => Severity::Warning,
            Self::PersonWithTwoNumbers => Severity::Warning,
            Self::RecordDuplicate => Severity::Warning,
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
            Self::CharacterHalf => Severity::Error,
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        let [vi, en] = match self {
            Self::NameEmpty => ["Chưa có họ tên. Hãy xem lại giấy tờ gốc.", "The name is empty. Please check the paper."],
            Self::ColumnRepeated => ["Cột \"{other}\" cũng là {field} như cột \"{first}\"; chỉ dùng cột \"{first}\". Nếu cần cột kia, hãy chỉ ra bằng columns.", "Column \"{other}\" stands for {field} as \"{first}\" does; only \"{first}\" is used. Name the other with columns if that is the one."],
            Self::NameInTwoColumns => ["Cột \"{given}\" có lẽ chỉ có tên, còn họ và chữ đệm ở cột \"{prefix}\". Hãy gộp hai cột thành một cột \"Họ và tên\".", "Column \"{given}\" seems to hold given names only; surname and middle name stand in \"{prefix}\". Join both into one column \"Họ và tên\"."],
            Self::NameUnknown => ["Ô họ tên chỉ ghi là chưa biết tên. Hãy xem lại giấy tờ gốc.", "The name field only says that the name is not known. Please check the paper."],
            Self::NameOddCharacter => ["Họ tên có ký tự lạ \"{char}\", có thể do sai bảng mã. Hãy xem lại giấy tờ gốc.", "The name has an unusual character \"{char}\", perhaps from a wrong encoding. Please check the paper."],
            Self::NameDigit => ["Họ tên có chữ số. Hãy xem lại giấy tờ gốc.", "The name has a digit in it. Please check the paper."],
            Self::NameIllegible => ["Họ tên có chữ không đọc được. Hãy xem lại giấy tờ gốc.", "Some letters of the name could not be read. Please check the paper."],
            Self::NameAbbreviated => ["Họ tên viết tắt. Hãy ghi đầy đủ như trên giấy tờ.", "The name is abbreviated. Please write it in full, as on the paper."],
            Self::NameOneWord => ["Họ tên chỉ có một chữ. Hãy xem giấy tờ có ghi họ và tên đầy đủ không.", "The name has only one word. Please check whether the paper gives the full name."],
            Self::NameManyWords => ["Họ tên có {count} chữ, có thể là tên của hai người. Hãy xem lại giấy tờ gốc.", "The name has {count} words and may be two persons' names. Please check the paper."],
            Self::NameSurnameMisspelled => ["Họ này thường viết là \"{surname}\". Hãy xem giấy tờ ghi thế nào.", "This surname is usually written \"{surname}\". Please check how the paper writes it."],
            Self::NameBeside => ["Ô họ tên có thêm nội dung ngoài họ tên (danh xưng, tên khác, ghi chú). Hãy xem có cần ghi vào ô khác không.", "The name field holds more than the name (a title, another name, a note). Please check whether it belongs in another field."],
            Self::NameDistinguished => ["Sau họ tên có chữ để phân biệt người trùng tên (con, lớn, A, II). Hãy giữ lại khi đối chiếu và xem giấy tờ có ghi không.", "A word behind the name tells namesakes apart (con, lớn, A, II). Please keep it when comparing, and check whether the paper has it."],
            Self::NameGivenFirst => ["Có lẽ tên được ghi trước họ (chắc {certainty} %). Hãy ghi họ trước, chữ đệm và tên sau như trên giấy tờ.", "The given name seems to stand before the surname ({certainty} % certain). Please write the surname first, as on the paper."],
            Self::DateUnreadable => ["Không đọc được ngày sinh. Hãy xem giấy tờ gốc và ghi lại dạng ngày/tháng/năm.", "The birth date cannot be read. Please check the paper and write day/month/year."],
            Self::DateImpossibleDay => ["Lịch không có ngày này. Hãy xem giấy khai sinh; có thể phải cải chính.", "The calendar has no such day. Please check the birth certificate; it may need correction."],
            Self::DateDayMonthSwapped => ["Tháng lớn hơn 12: có thể ngày và tháng bị đảo. Hãy so với giấy tờ.", "The month is above 12: day and month may be swapped. Please check the paper."],
            Self::DatePartImpossible => ["Có phần của ngày sinh không thể đúng nên bị bỏ qua. Hãy xem lại giấy tờ.", "A part of the birth date cannot be right and was left out. Please check the paper."],
            Self::DateOddCharacter => ["Ngày sinh có ký tự hỏng (NUL hoặc ký tự không đọc được). Hãy so lại với giấy tờ.", "The birth date holds a damaged character (NUL or an unreadable one). Please check the paper."],
            Self::DateTwoDigitYear => ["Năm sinh chỉ ghi hai chữ số, được hiểu là thế kỷ 20. Nên ghi đủ bốn chữ số.", "The year has two digits and was read as 19xx. Please write all four."],
            Self::DateCenturyUnclear => ["Năm sinh ghi hai chữ số có thể thuộc hai thế kỷ. Hãy xem giấy tờ và ghi đủ bốn số.", "The two-digit year may be of two centuries. Please check the paper, write four digits."],
            Self::DateFromSerial => ["Ngày sinh là số thứ tự ngày của bảng tính, có thể đúng là ngày gợi ý. Hãy so với giấy tờ.", "This is a spreadsheet's day number, possibly the suggested day. Please check the paper."],
            Self::DateYearInDateCell => ["Ngày năm 1905 này có thể do gõ năm sinh vào ô ngày. Hãy xem năm sinh trên giấy tờ.", "This day of 1905 may be a year typed in a date cell. Please check the year on the paper."],
            Self::DateInFuture => ["Năm sinh {year} chưa đến. Hãy xem lại giấy tờ.", "The birth year {year} is in the future. Please check the paper."],
            Self::DateTooEarly => ["Năm sinh {year} quá xa, có thể gõ nhầm. Hãy xem lại giấy tờ.", "The birth year {year} is very early, possibly a slip. Please check the paper."],
            Self::DateYearMissing => ["Ngày sinh chưa có năm. Hãy xem giấy tờ để bổ sung.", "The birth date has no year. Please look it up on the paper."],
            Self::DateApproximate => ["Ngày sinh ghi là khoảng chừng.", "The birth date is said to be approximate."],
            Self::DateLunar => ["Ngày sinh ghi theo âm lịch. Gợi ý là ngày dương lịch tương ứng.", "The birth date is of the lunar calendar. Suggested is its solar date."],
            Self::DateCanChi => ["Năm sinh ghi theo Can Chi, có thể là {years}. Hãy xem giấy tờ để ghi rõ năm.", "The year is a Can-Chi name: one of {years}. Please check the paper."],
            Self::DateCanChiMismatch => ["Năm sinh và tên Can Chi không khớp nhau. Hãy xem lại giấy tờ.", "The year and its Can-Chi name do not agree. Please check the paper."],
            Self::DateFromAge => ["Chỉ ghi tuổi, năm sinh có thể là {years}. Hãy xem giấy tờ để ghi năm sinh.", "Only an age is given: born in one of {years}. Please check the paper."],
            Self::DateAgeUndated => ["Chỉ ghi tuổi mà không rõ tính đến năm nào. Hãy xem giấy tờ để ghi năm sinh.", "Only an age is given, not its year. Please check the paper for the birth year."],
            Self::DateOrderByColumn => ["Cả cột ghi tháng trước ngày nên ngày và tháng được đổi lại. Hãy so với giấy tờ.", "Its column has the month first, so it was read so. Please check the paper."],
            Self::DateOrderUnclear => ["Cột này có ô ghi ngày trước, có ô ghi tháng trước. Hãy so ngày và tháng với giấy tờ.", "Its column mixes day first and month first. Please check day and month."],
            Self::LeadingZeroLost => ["Số có thể đã mất chữ số 0 ở đầu do bảng tính. Hãy so với giấy tờ.", "The number may have lost its leading zero in a spreadsheet. Please check the paper."],
            Self::IdDestroyed => ["Bảng tính đã làm mất các chữ số cuối, không khôi phục được. Hãy nhập lại từ giấy tờ.", "A spreadsheet has destroyed the last digits. Please type the number again from the paper."],
            Self::NumberUnreadable => ["Ô này có ký tự không phải chữ số. Hãy nhập lại số từ giấy tờ.", "The cell holds characters that are no digits. Please type the number from the paper."],
            Self::NumberWrongLength => ["Số có {found} chữ số, lẽ ra phải có {expected}. Hãy đếm lại trên giấy tờ.", "The number has {found} digits where {expected} are needed. Please count them on the paper."],
            Self::NumberPlaceholder => ["Đây có thể là số điền tạm, không phải số thật. Hãy xem giấy tờ.", "This may be a filler and no real number. Please check the paper."],
            Self::NumberLookalike => ["Có chữ cái giống chữ số (O, I, l), đã hiểu là 0 và 1. Hãy so với giấy tờ.", "Letters that look like digits (O, I, l) were read as 0 and 1. Please check the paper."],
            Self::CitizenIdProvinceUnknown => ["Mã {code} không phải mã tỉnh; có thể khai sinh ở nước ngoài hoặc gõ nhầm. Hãy xem thẻ.", "{code} is no province code: perhaps registered abroad, or a slip. Please check the card."],
            Self::CitizenIdBirthInFuture => ["Theo số này thì năm sinh là {year}. Có thể gõ nhầm; hãy so với thẻ.", "By this number the birth year is {year}. It may be a slip; please check the card."],
            Self::CitizenIdIsIdentityCard => ["Đây có thể là số CMND 9 số, không phải số định danh 12 số. Hãy xem thẻ.", "This may be a 9-digit identity card number, not the 12-digit one. Please check the card."],
            Self::IdentityCardIsCitizenId => ["Đây có thể là số định danh 12 số, không phải số CMND. Hãy chuyển sang đúng cột.", "This may be the 12-digit number, not an old card's. Please move it to its column."],
            Self::PhoneOldPrefix => ["Đầu số cũ 11 số, đã đổi sang đầu số mới năm 2018.", "An 11-digit number of before 2018; its new form is suggested."],
            Self::PhoneSecondNumber => ["Ô này có nhiều số điện thoại; chỉ số đầu được dùng.", "The cell holds several phone numbers; the first is used."],
            Self::PhonePrefixUnknown => ["Đầu số này không quen, có thể là số cố định cũ. Hãy hỏi lại.", "This prefix is not known; perhaps an old landline. Please ask again."],
            Self::TaxCodeCheckFailed => ["Chữ số kiểm tra của mã số thuế không khớp: chắc chắn có chữ số sai. Hãy xem giấy tờ.", "The check digit does not fit: some digit is surely wrong. Please check the paper."],
            Self::SexCodeUnclear => ["Mã giới tính 0 có nghĩa khác nhau tùy sổ. Hãy ghi Nam hoặc Nữ.", "The code 0 means different things in different books. Please write Nam or Nữ."],
            Self::SexUnreadable => ["Không đọc được giới tính. Hãy ghi Nam hoặc Nữ.", "The sex cannot be read. Please write Nam (male) or Nữ (female)."],
            Self::RowsShort => ["{count} dòng thiếu ô so với tiêu đề, ô thiếu được để trống: dòng {lines}.", "{count} rows have fewer cells than the header; the rest counts as empty: line {lines}."],
            Self::RowsLong => ["{count} dòng thừa ô so với tiêu đề, ô thừa được giữ ở cột không tên; có thể dấu phân cách nằm trong ô: dòng {lines}.", "{count} rows have more cells than the header; the surplus is kept in columns without a name; a delimiter may stand inside a cell: line {lines}."],
            Self::RowsBlank => ["{count} dòng không có ô nào có chữ, được bỏ qua: dòng {lines}.", "{count} rows without any text were passed over: line {lines}."],
            Self::RowsAboveHeader => ["{count} dòng phía trên hoặc ngay dưới tiêu đề không phải dữ liệu, được bỏ qua: dòng {lines}.", "{count} lines above or just below the header are no records and were passed over: line {lines}."],
            Self::QuoteRepaired => ["{count} dòng có dấu ngoặc kép không đóng đúng, được đọc riêng từng dòng; hãy xem lại: dòng {lines}.", "{count} lines hold a quotation mark that is not closed rightly and were read one by one; please check: line {lines}."],
            Self::BytesDamaged => ["{count} dòng có ký tự không thuộc bảng mã của tệp; hãy xem lại chữ: dòng {lines}.", "{count} lines hold bytes that do not belong to the encoding of the file; please check the letters: line {lines}."],
            Self::NoRecords => ["Tệp chỉ có dòng tiêu đề, không có dòng dữ liệu nào.", "The file holds a header line and no record."],
            Self::EncodingRepaired => ["Dòng này được đọc lại vì đã bị đọc sai bảng mã chữ.", "This row was decoded again: it had been read with a wrong character table."],
            Self::EncodingUnclear => ["Ô này có thể đã bị đọc sai bảng mã chữ, nhưng chưa đủ căn cứ để đọc lại nên được giữ nguyên. Hãy so với giấy tờ gốc.", "This cell may have been read with a wrong character table, but there is too little evidence to read it again, so it stays as it is. Please check the paper."],
            Self::LookalikeRepaired => ["Có ký tự trông giống chữ cái đúng nhưng là ký tự khác; khi so sánh đã đọc như chữ đúng.", "Some characters only look like the right letters; they were read as the right ones for comparing."],
            Self::MarkOrderRepaired => ["Dấu và chữ không được ghép theo chuẩn Unicode; khi so sánh đã ghép lại.", "Letters and marks are not composed as Unicode asks; they were composed for comparing."],
            Self::TonePlaceRepaired => ["Dấu thanh đặt sai chữ trong âm tiết; khi so sánh đã đặt lại.", "A tone mark stands on the wrong vowel of its syllable; it was moved for comparing."],
            Self::BlankRepaired => ["Có khoảng trắng thừa hoặc ký tự ẩn; khi so sánh đã bỏ đi.", "There are stray blanks or invisible characters; they were dropped for comparing."],
            Self::KeystrokeRepaired => ["Chữ còn nguyên phím gõ Telex hoặc VNI; khi so sánh đã đọc thành chữ có dấu.", "The text still holds the keys of an input method (Telex or VNI); they were read as the letters meant for comparing."],
            Self::SyllableStopWithoutTone => ["Có chữ tận cùng bằng c, ch, p, t mà không có dấu sắc hoặc dấu nặng: có thể thiếu hoặc sai dấu. Hãy xem giấy tờ ghi thế nào.", "A word ends in c, ch, p or t without the mark sắc or nặng: a mark may be missing or wrong. Please check how the paper writes it."],
            Self::SyllableTwoTones => ["Có chữ mang hai dấu thanh. Hãy xem giấy tờ để biết dấu nào đúng.", "A word has two tone marks. Please check on the paper which one is right."],
            Self::SyllableOpenVowel => ["Có chữ tận cùng bằng nguyên âm cần thêm chữ cái ở sau (ă, â, uô, ươ, yê): có thể thiếu chữ cái cuối. Hãy xem giấy tờ ghi thế nào.", "A word ends in a vowel that asks for a letter after it (ă, â, uô, ươ, yê): the last letter may be missing. Please check how the paper writes it."],
            Self::SyllableSpelling => ["Có chữ viết âm đầu khác chính tả (c/k, g/gh, ng/ngh, i/y). Hãy xem giấy tờ ghi thế nào; nếu giấy tờ ghi đúng như vậy thì giữ nguyên.", "The first letters of a word are not what spelling asks for (c/k, g/gh, ng/ngh, i/y). Please check how the paper writes it; if it does so, keep it."],
            Self::PlaceUnknown => ["Không thấy đơn vị hành chính này trong danh mục trước hoặc sau ngày 1/7/2025. Hãy xem giấy tờ ghi tên tỉnh, huyện, xã thế nào.", "No unit of this name is known before or since 2025-07-01. Please check how the paper writes province, district and commune."],
            Self::PlaceSuperseded => ["Đơn vị hành chính này không còn từ ngày 1/7/2025; nay là: {units}. Nếu có nhiều đơn vị, hãy xem ấp, khóm, thôn để biết thuộc đơn vị nào.", "This unit ended by 2025-07-01; today it is: {units}. Where there are several, the hamlet tells which one."],
            Self::PlaceAmbiguous => ["Tên này có thể chỉ {count} đơn vị: {units}. Hãy ghi thêm huyện, tỉnh trên giấy tờ.", "This name can mean {count} units: {units}. Please add the district and province that the paper has."],
            Self::ValueMissing => ["Ô này còn trống. Hãy bổ sung theo giấy tờ nếu có.", "This cell is empty. Please fill it in from the paper if there is one."],
            Self::BirthDayUnknown => ["Ngày sinh chưa có đủ ngày và tháng. Hãy bổ sung theo giấy tờ, nếu giấy tờ có ghi.", "The birth date lacks its day or month. Please fill it in from the paper, if the paper has it."],
            Self::BirthFirstOfJanuary => ["Ngày sinh 01/01 thường được ghi khi không rõ ngày và tháng. Hãy xem giấy tờ có đúng là 01/01 không.", "01/01 is often written where day and month are not known. Please check whether the paper really says 01/01."],
            Self::BirthAfterToday => ["Ngày sinh này chưa đến. Hãy xem lại ngày sinh trên giấy tờ.", "This birth date has not come yet. Please check the birth date on the paper."],
            Self::PersonTooOld => ["Theo ngày sinh thì nay đã {age} tuổi. Hãy xem năm sinh, và người này còn sống hay đã mất mà chưa ghi.", "By the birth date this person is {age} years old. Please check the year, and whether a death was left unrecorded."],
            Self::IssuedBeforeBirth => ["Ngày cấp giấy tờ có trước ngày sinh. Hãy xem lại cả hai ngày trên giấy tờ.", "The paper was issued before the birth. Please check both dates on the paper."],
            Self::CitizenIdSexMismatch => ["Theo số định danh thì giới tính là {sex}, khác với giới tính đã ghi. Hãy so cả hai với thẻ; số cũ có thể đã được cấp lại.", "By the citizen ID the sex is {sex}, unlike the sex recorded. Please check both on the card; the number may have been re-issued."],
            Self::CitizenIdYearMismatch => ["Theo số định danh thì năm sinh là {year}, khác với ngày sinh đã ghi. Hãy so cả hai với thẻ; số cũ có thể đã được cấp lại.", "By the citizen ID the birth year is {year}, unlike the birth date recorded. Please check both on the card; the number may have been re-issued."],
            Self::CitizenIdProvinceMismatch => ["Số định danh được cấp theo nơi khai sinh {province}, khác với tỉnh đang ở. Điều này bình thường nếu người ấy đã chuyển đi.", "The citizen ID tells of a birth registered in {province}, not in the province of residence. That is usual for people who have moved."],
            Self::InsuranceCitizenIdMismatch => ["Số định danh ghi ở ô bảo hiểm khác với ô số định danh. Hãy so cả hai với thẻ.", "The personal number in the insurance cell is not the one in the citizen ID cell. Please check both on the card."],
            Self::IdentityCardOutdated => ["Chỉ có số CMND 9 số, đã hết giá trị từ 01/01/2025. Hãy bổ sung số định danh 12 số.", "There is only a 9-digit card number, not valid since 2025-01-01. Please add the 12-digit number."],
            Self::SexAgainstName => ["Tên có chữ \"{word}\" thường thấy ở giới tính khác. Đây chỉ là gợi ý; hãy xem giới tính trên giấy tờ.", "The name has the word \"{word}\", usual for the other sex. This is only a hint; please look at the sex on the paper."],
            Self::ParentSexAgainstName => ["Tên này có chữ \"{word}\", ít gặp ở tên của {role}. Đây chỉ là gợi ý; hãy xem giấy tờ.", "This name has the word \"{word}\", unusual for a {role}. This is only a hint; please look at the paper."],
            Self::ParentsSwapped => ["Tên cha và tên mẹ có thể đã bị đổi chỗ. Hãy xem giấy tờ.", "The names of father and mother may stand in each other's place. Please check the paper."],
            Self::ParentsSameName => ["Tên cha và tên mẹ giống hệt nhau. Hãy xem giấy tờ.", "Father and mother have the very same name. Please check the paper."],
            Self::ParentSameName => ["Tên này giống hệt tên của người con. Có thể đúng, cũng có thể chép nhầm dòng; hãy xem giấy tờ.", "This name is the very same as the child's. It may be right, or copied from the wrong line; please look at the paper."],
            Self::SurnameOfNeitherParent => ["Họ của người này không giống họ cha, cũng không giống họ mẹ. Hãy xem cả ba tên trên giấy tờ.", "The surname is neither the father's nor the mother's. Please check all three names on the paper."],
            Self::ParentNotOlder => ["Năm sinh của cha hoặc mẹ ({parent}) không trước năm sinh của con ({child}). Hãy xem lại cả hai trên giấy tờ.", "The parent's birth year ({parent}) is not before the child's ({child}). Please check both on the paper."],
            Self::ParentTooYoung => ["Cha hoặc mẹ chỉ hơn con {years} tuổi. Hãy xem lại năm sinh của cả hai trên giấy tờ.", "The parent is only {years} years older than the child. Please check the birth years of both on the paper."],
            Self::ParentTooOld => ["Cha hoặc mẹ hơn con {years} tuổi. Hãy xem có nhầm với ông bà, hay nhầm năm sinh không.", "The parent is {years} years older than the child. Please check whether a grandparent or a wrong year was written."],
            Self::ValueInWrongColumn => ["Ô này có thể chứa {other}. Hãy chuyển sang đúng cột.", "This cell may hold a value for {other}. Please move it to its column."],
            Self::RecordIdRepeated => ["Mã hồ sơ này đã có ở dòng khác. Mỗi hồ sơ cần một mã riêng.", "Another row has this record id. Each record needs an id of its own."],
            Self::NumberOfTwoPersons => ["Số này còn đứng ở hồ sơ của người khác hẳn tên và ngày sinh. Hãy xem số ấy trên thẻ của từng người.", "This number also stands in the record of someone with another name and birth date. Please check it on each one's card."],
            Self::PersonWithTwoNumbers => ["Người cùng tên, ngày sinh và cha hoặc mẹ này có hai số định danh khác nhau. Hãy xem thẻ để giữ số đang dùng.", "A person of this name, birth date and parent has two different citizen IDs. Please keep the one on the valid card."],
            Self::RecordDuplicate => ["Hồ sơ này có thể đã được nhập hai lần trong cùng một nguồn. Hãy xem và giữ lại một.", "This record may have been entered twice in one source. Please look and keep one."],
            Self::HeaderRepeated => ["{count} dòng chỉ lặp lại tiêu đề, được bỏ qua: dòng {lines}.", "{count} rows only repeat the header and were passed over: line {lines}."],
            Self::CellErrors => ["{count} dòng có ô báo lỗi công thức (như #REF!), ô đó được để trống: dòng {lines}.", "{count} rows hold a formula's error (such as #REF!); that cell counts as empty: line {lines}."],
            Self::CellsMerged => ["{count} dòng nhận giá trị của ô gộp phía trên: dòng {lines}.", "{count} rows were given the value of a merged cell above: line {lines}."],
            Self::DateCellYear => ["{count} dòng có năm sinh gõ vào ô ngày (bảng tính hiện năm 1905); chỉ dùng năm: dòng {lines}.", "{count} rows have a year typed in a date cell (shown as a day of 1905); only the year is used: line {lines}."],
            Self::DateCellEmpty => ["{count} dòng có ô ngày không chứa ngày nào (số 0, hoặc 29/02/1900), được để trống: dòng {lines}.", "{count} rows have a date cell that holds no day (0, or 29/02/1900); it counts as empty: line {lines}."],
            Self::DateCellsSwapped => ["{count} ngày sinh đã bị máy tính đảo ngày và tháng, được đọc ngược lại; hãy so vài dòng với giấy tờ: dòng {lines}.", "A computer had exchanged day and month of {count} birth dates; they were turned back. Please check some on the paper: line {lines}."],
            Self::DateEpoch1904 => ["Bảng tính đếm ngày từ năm 1904. Nếu đã chép ngày sang bảng tính khác, hãy kiểm tra xem có lệch 4 năm không.", "This workbook counts days from 1904. Where dates were copied to other workbooks, check that they are not four years off."],
            Self::SheetChosen => ["Tệp có nhiều trang tính; đã đọc trang \"{sheet}\", bỏ qua {others}.", "The file has several sheets; \"{sheet}\" was read, {others} left out."],
            Self::NumberRounded => ["Các chữ số cuối đều là 0: có thể bảng tính đã làm tròn, nên không dùng số này. Hãy nhập lại từ giấy tờ.", "All last digits are 0: a spreadsheet may have rounded the number, so it is not used. Please type it again from the paper."],
            Self::PhoneOldArea => ["Mã vùng cũ, đã đổi sang mã vùng mới năm 2017.", "An area code of before 2017; its new form is suggested."],
            Self::PhoneExtension => ["Ô này có thêm số máy lẻ hoặc ghi chú; chỉ số điện thoại được dùng.", "The cell holds an extension or a note besides the phone number; only the number is used."],
            Self::HealthCardLevelUnknown => ["Mức hưởng trên thẻ BHYT là {level}, lẽ ra từ 1 đến 5. Hãy xem thẻ.", "The benefit level on the health card is {level}; levels are 1 to 5. Please check the card."],
            Self::CharacterHalf => ["Ô này có một ký tự hỏng, chỉ còn một nửa. Hãy xóa ký tự ấy và gõ lại theo giấy tờ.", "This field holds half of a character. Please delete it and type it again from the paper."],
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}
