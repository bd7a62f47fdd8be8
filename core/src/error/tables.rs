//! Generated from `data/messages.tsv` by `tests/tables.rs`; do not edit.
#![cfg_attr(rustfmt, rustfmt_skip)]

use crate::message::Lang;

/// A stable code of why a call could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorCode {
    /// Unknown encoding "`name`". Known encodings: `known`.
    UnknownEncoding,
    /// Too many blocking rules: `rules` rules over `parts` parts were given; at most 255 rules over 64 parts are possible. Use fewer.
    TooManyRules,
    /// What is learned from fields of your own cannot be kept: it would be their values. Run without fields.
    FieldsNotLearned,
    /// These keys or blocks were not written by this version of hoten, or under other rules, or records of theirs are missing. Run every step with one version and the same rules.
    PortionDamaged,
    /// Too many fields of your own: `fields` were declared; at most `most` are possible. Declare fewer.
    TooManyFields,
    /// Two fields are called "`field`". Each field you declare must have a name of its own, unlike those of the residents' fields in the table; rename one.
    FieldRepeated,
    /// There is no kind of field "`kind`". Kinds that can be used: `known`.
    UnknownFieldKind,
    /// A text column is damaged from row `row` on (counted from 0): offsets or UTF-8 bytes do not fit. Build that column again.
    ColumnDamaged,
    /// Column "`column`" has `rows` rows, those before it `expected`. Give columns of equal length.
    ColumnLengths,
    /// The table has `rows` rows, more than 4294967294. Split the table.
    TableTooLong,
    /// The header has more than `most` columns. Check the delimiter, or leave columns out.
    TableTooWide,
    /// There is no field "`field`". Did you mean "`nearest`"? Fields that can be named: `known`.
    UnknownField,
    /// There is no column "`column`". Did you mean "`nearest`"? Columns seen: `seen`.
    UnknownColumn,
    /// No column of names was found. Columns seen: `seen`. Give that column the header "Họ và tên", or point to it with columns: full_name=`example`.
    NoNameColumn,
    /// There is no file "`file`" (looked from folder `folder`). Check the name and the path.
    FileNotFound,
    /// "`file`" is a folder. Name a file in it.
    FileIsFolder,
    /// The file "`file`" cannot be read: `reason`. Check the permissions, or close the program that holds it.
    FileUnreadable,
    /// The file "`file`" is empty. Export it again; its first line should hold headers such as "Họ và tên".
    FileEmpty,
    /// The file "`file`" is `kind`, neither a workbook nor a CSV file. Open it and save it as xlsx or "CSV UTF-8".
    FileNotText,
    /// The file "`file`" has no header line: its first line looks like a person's data. Put a line of headers such as "Họ và tên", "Ngày sinh" on top.
    NoHeader,
    /// "`file`" cannot be written: `reason`. Choose another folder, or close the program that holds the file.
    ReportUnwritable,
    /// The table has `rows` rows; at most 4,294,967,295 can be compared. Split it.
    TooManyRows,
    /// `name` = `value` is not a probability. Give a number from 0 to 1.
    NotAProbability,
    /// Stopped as asked.
    Cancelled,
    /// The table has no row `row`.
    NoSuchRow,
    /// No record has this id. Look at the table's id column; without one, the id is the row number, from 0.
    NoSuchRecord,
    /// The record id in row `second` already stands in row `first`. Each record needs an id of its own.
    RepeatedRecordId,
    /// Could not start `threads` threads. Give a smaller number.
    NoThreads,
    /// Unknown romanization "`name`". Use "common" or "ungegn".
    UnknownRomanization,
    /// Unknown level of Khmer keys "`name`". Use "loose", "strict" or "vowel".
    UnknownKhmerLevel,
    /// Unknown sound profile "`name`". Use "north", "central", "south" or "all".
    UnknownSoundProfile,
    /// Unknown language "`name`". Use "vi" or "en".
    UnknownLanguage,
    /// The text in row `row` (counted from 0) is not Unicode: it holds half of a surrogate pair. Read the file again with its right encoding.
    TextNotUnicode,
    /// Expected text in row `row` (counted from 0), found `type`. Turn it into text.
    NotText,
    /// Expected a text or a column of texts (a list, an Arrow array, a pandas or Polars Series), found `type`.
    NotAColumn,
    /// Column "`column`" has the type `type`, which cannot be read as text. Turn it into text.
    ColumnType,
    /// Expected a table (a data frame, an Arrow table, a dict of columns) or the path of a file, found `type`. A lazy frame must be collected first.
    NotATable,
    /// Arrow data could not be taken over: `why`.
    ArrowFailed,
    /// Expected bytes (a Uint8Array), found `type`.
    NotBytes,
    /// The table of places is damaged or of another version. Load the file places.bin that came with this release.
    PlaceTableDamaged,
    /// There is no finding "`code`". Did you mean "`nearest`"? The codes are listed in docs/findings.
    UnknownFinding,
    /// "`value`" is not a day. Write it like 2026-11-22.
    NotADate,
    /// The earlier report cannot be read: `reason`. Name a JSON file that hoten saved.
    ReportDamaged,
    /// This report was saved by a newer version (format `version`). Update hoten.
    ReportTooNew,
    /// The workbook "`file`" cannot be opened: `reason`. Open it in a spreadsheet program and save it again as xlsx.
    WorkbookDamaged,
    /// The workbook "`file`" has a password. Open it, remove the password and save it again.
    WorkbookLocked,
    /// There is no sheet "`sheet`". Sheets seen: `seen`.
    UnknownSheet,
    /// Expected an object with province, district, commune or address, found `type`.
    NotAPlace,
    /// The verdict "`word`" is not understood. Use "same", "different" or "unsure".
    UnknownVerdict,
    /// There is no link mode "`name`". Use "one_to_one", "one_to_many", "many_to_one" or "many_to_many".
    UnknownLinkMode,
    /// To add new records to known clusters, each table needs a column of record ids (record_id).
    NoRecordIds,
    /// The new record in row `second` bears the id of the known record in row `first`. Leave records that are known out of the new table, or give another id.
    RecordKnown,
    /// `count` rows of the clusters are about records that the known table does not have. Give that table with its own clusters.
    ClusterOfNoRecord,
    /// The `format` file cannot be read: `reason`.
    JsonUnreadable,
    /// This is no `format` file: its key "format" must be "`format`".
    JsonOtherFormat,
    /// This `format` file is of version `version`; this hoten reads up to version `known`. Update hoten.
    JsonNewer,
    /// Unknown key "`key`". Known keys: `known`.
    JsonUnknownKey,
    /// The value of "`key`" is not valid; expected `expected`.
    JsonInvalid,
    /// The file "`file`" is damaged at line `line`, or does not fit the other files of the result. Save the result again.
    SavedDamaged,
    /// These bytes are no index file of hoten. Choose a file that Index.build has written.
    NotAnIndex,
    /// The index file is damaged (part `part`). Build the index again from its table.
    IndexDamaged,
    /// The index file has version `found`; this hoten reads up to `known`. Update hoten.
    IndexNewer,
    /// The index file has version `found`, and this hoten reads `known`. Build the index again from its table.
    IndexOlder,
    /// The index file is of kind `kind`. A full one is opened without a key, a keyed one with its key.
    IndexKind,
    /// The key has `found` bytes; `needed` random ones are needed. Make it by a generator of random numbers, not from a password.
    IndexKeyLength,
    /// This is not the key of the index file. Take the key that the file was built with.
    IndexKeyWrong,
    /// A keyed index holds no records and cannot keep only those of one `filter`. Leave it out, or search a full index.
    KeyedFilter,
    /// Part `part` of the index has outgrown its file. Split the table into several indexes.
    IndexTooLarge,
    /// The index file "`file`" cannot be written: `reason`. Choose another folder, or check the free space on the disk.
    IndexUnwritable,
    /// The index file "`file`" cannot be read: `reason`. Check its name and permissions.
    IndexUnreadable,
    /// There is no field "`field`" to search by. Fields that can be named: `known`.
    UnknownQueryField,
    /// The index is closed. Open it again with Index.open.
    IndexClosed,
    /// The folder "`folder`" holds no live index of hoten. Choose another folder, or make one with LiveIndex.create.
    NotALiveIndex,
    /// The folder "`folder`" holds a live index already. Open it with LiveIndex.open.
    LiveExists,
    /// The live index in "`folder`" is being written elsewhere. Close it there first, or only read.
    LiveLocked,
    /// The live index is damaged (part `part`). Save what is left into another folder with LiveIndex.salvage.
    LiveDamaged,
    /// The file "`file`" in "`folder`" could not be read or written: `reason`. Check the disk, its permissions and free space.
    LiveDisk,
    /// The live index in "`folder`" has stopped after a failed write. Open it again: everything that was acknowledged is there.
    LiveStopped,
    /// Row `row` (counted from 0) has no record id; a live index needs one to update and remove records. Add a column "record_id".
    NoRecordId,
    /// No record of this id is there to be updated. Use add for a new one.
    NothingToUpdate,
    /// Expected a record (field names and values), found `type`.
    NotARecord,
    /// `function`() has no keyword "`name`". Did you mean "`nearest`"? Keywords: `known`.
    UnknownKeyword,
    /// The argument "`name`" of `function`() does not take `type`. See help(hoten.`function`).
    WrongArgument,
    /// To read the Parquet file "`file`" one of the packages pyarrow, polars or duckdb is needed. Install one (pip install pyarrow), or save the table as CSV or xlsx.
    ParquetReaderMissing,
}

impl ErrorCode {
    /// Every code.
    pub const ALL: &'static [Self] = &[
        Self::UnknownEncoding,
        Self::TooManyRules,
        Self::FieldsNotLearned,
        Self::PortionDamaged,
        Self::TooManyFields,
        Self::FieldRepeated,
        Self::UnknownFieldKind,
        Self::ColumnDamaged,
        Self::ColumnLengths,
        Self::TableTooLong,
        Self::TableTooWide,
        Self::UnknownField,
        Self::UnknownColumn,
        Self::NoNameColumn,
        Self::FileNotFound,
        Self::FileIsFolder,
        Self::FileUnreadable,
        Self::FileEmpty,
        Self::FileNotText,
        Self::NoHeader,
        Self::ReportUnwritable,
        Self::TooManyRows,
        Self::NotAProbability,
        Self::Cancelled,
        Self::NoSuchRow,
        Self::NoSuchRecord,
        Self::RepeatedRecordId,
        Self::NoThreads,
        Self::UnknownRomanization,
        Self::UnknownKhmerLevel,
        Self::UnknownSoundProfile,
        Self::UnknownLanguage,
        Self::TextNotUnicode,
        Self::NotText,
        Self::NotAColumn,
        Self::ColumnType,
        Self::NotATable,
        Self::ArrowFailed,
        Self::NotBytes,
        Self::PlaceTableDamaged,
        Self::UnknownFinding,
        Self::NotADate,
        Self::ReportDamaged,
        Self::ReportTooNew,
        Self::WorkbookDamaged,
        Self::WorkbookLocked,
        Self::UnknownSheet,
        Self::NotAPlace,
        Self::UnknownVerdict,
        Self::UnknownLinkMode,
        Self::NoRecordIds,
        Self::RecordKnown,
        Self::ClusterOfNoRecord,
        Self::JsonUnreadable,
        Self::JsonOtherFormat,
        Self::JsonNewer,
        Self::JsonUnknownKey,
        Self::JsonInvalid,
        Self::SavedDamaged,
        Self::NotAnIndex,
        Self::IndexDamaged,
        Self::IndexNewer,
        Self::IndexOlder,
        Self::IndexKind,
        Self::IndexKeyLength,
        Self::IndexKeyWrong,
        Self::KeyedFilter,
        Self::IndexTooLarge,
        Self::IndexUnwritable,
        Self::IndexUnreadable,
        Self::UnknownQueryField,
        Self::IndexClosed,
        Self::NotALiveIndex,
        Self::LiveExists,
        Self::LiveLocked,
        Self::LiveDamaged,
        Self::LiveDisk,
        Self::LiveStopped,
        Self::NoRecordId,
        Self::NothingToUpdate,
        Self::NotARecord,
        Self::UnknownKeyword,
        Self::WrongArgument,
        Self::ParquetReaderMissing,
    ];

    /// The stable code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownEncoding => "unknown_encoding",
            Self::TooManyRules => "too_many_rules",
            Self::FieldsNotLearned => "fields_not_learned",
            Self::PortionDamaged => "portion_damaged",
            Self::TooManyFields => "too_many_fields",
            Self::FieldRepeated => "field_repeated",
            Self::UnknownFieldKind => "unknown_field_kind",
            Self::ColumnDamaged => "column_damaged",
            Self::ColumnLengths => "column_lengths",
            Self::TableTooLong => "table_too_long",
            Self::TableTooWide => "table_too_wide",
            Self::UnknownField => "unknown_field",
            Self::UnknownColumn => "unknown_column",
            Self::NoNameColumn => "no_name_column",
            Self::FileNotFound => "file_not_found",
            Self::FileIsFolder => "file_is_folder",
            Self::FileUnreadable => "file_unreadable",
            Self::FileEmpty => "file_empty",
            Self::FileNotText => "file_not_text",
            Self::NoHeader => "no_header",
            Self::ReportUnwritable => "report_unwritable",
            Self::TooManyRows => "too_many_rows",
            Self::NotAProbability => "not_a_probability",
            Self::Cancelled => "cancelled",
            Self::NoSuchRow => "no_such_row",
            Self::NoSuchRecord => "no_such_record",
            Self::RepeatedRecordId => "repeated_record_id",
            Self::NoThreads => "no_threads",
            Self::UnknownRomanization => "unknown_romanization",
            Self::UnknownKhmerLevel => "unknown_khmer_level",
            Self::UnknownSoundProfile => "unknown_sound_profile",
            Self::UnknownLanguage => "unknown_language",
            Self::TextNotUnicode => "text_not_unicode",
            Self::NotText => "not_text",
            Self::NotAColumn => "not_a_column",
            Self::ColumnType => "column_type",
            Self::NotATable => "not_a_table",
            Self::ArrowFailed => "arrow_failed",
            Self::NotBytes => "not_bytes",
            Self::PlaceTableDamaged => "place_table_damaged",
            Self::UnknownFinding => "unknown_finding",
            Self::NotADate => "not_a_date",
            Self::ReportDamaged => "report_damaged",
            Self::ReportTooNew => "report_too_new",
            Self::WorkbookDamaged => "workbook_damaged",
            Self::WorkbookLocked => "workbook_locked",
            Self::UnknownSheet => "unknown_sheet",
            Self::NotAPlace => "not_a_place",
            Self::UnknownVerdict => "unknown_verdict",
            Self::UnknownLinkMode => "unknown_link_mode",
            Self::NoRecordIds => "no_record_ids",
            Self::RecordKnown => "record_known",
            Self::ClusterOfNoRecord => "cluster_of_no_record",
            Self::JsonUnreadable => "json_unreadable",
            Self::JsonOtherFormat => "json_other_format",
            Self::JsonNewer => "json_newer",
            Self::JsonUnknownKey => "json_unknown_key",
            Self::JsonInvalid => "json_invalid",
            Self::SavedDamaged => "saved_damaged",
            Self::NotAnIndex => "not_an_index",
            Self::IndexDamaged => "index_damaged",
            Self::IndexNewer => "index_newer",
            Self::IndexOlder => "index_older",
            Self::IndexKind => "index_kind",
            Self::IndexKeyLength => "index_key_length",
            Self::IndexKeyWrong => "index_key_wrong",
            Self::KeyedFilter => "keyed_filter",
            Self::IndexTooLarge => "index_too_large",
            Self::IndexUnwritable => "index_unwritable",
            Self::IndexUnreadable => "index_unreadable",
            Self::UnknownQueryField => "unknown_query_field",
            Self::IndexClosed => "index_closed",
            Self::NotALiveIndex => "not_a_live_index",
            Self::LiveExists => "live_exists",
            Self::LiveLocked => "live_locked",
            Self::LiveDamaged => "live_damaged",
            Self::LiveDisk => "live_disk",
            Self::LiveStopped => "live_stopped",
            Self::NoRecordId => "no_record_id",
            Self::NothingToUpdate => "nothing_to_update",
            Self::NotARecord => "not_a_record",
            Self::UnknownKeyword => "unknown_keyword",
            Self::WrongArgument => "wrong_argument",
            Self::ParquetReaderMissing => "parquet_reader_missing",
        }
    }

    /// The words, with `{name}` marks for parameters.
    pub(crate) fn template(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::UnknownEncoding, Lang::Vi) => "Không biết bảng mã \"{name}\". Các bảng mã dùng được: {known}.",
            (Self::UnknownEncoding, Lang::En) => "Unknown encoding \"{name}\". Known encodings: {known}.",
            (Self::TooManyRules, Lang::Vi) => "Quá nhiều luật ghép cặp: có {rules} luật dùng {parts} thành phần; tối đa là 255 luật và 64 thành phần. Hãy bớt luật.",
            (Self::TooManyRules, Lang::En) => "Too many blocking rules: {rules} rules over {parts} parts were given; at most 255 rules over 64 parts are possible. Use fewer.",
            (Self::FieldsNotLearned, Lang::Vi) => "Chưa thể giữ lại những gì học được từ trường tự khai, vì đó chính là các giá trị của chúng. Hãy chạy lại không có tham số fields.",
            (Self::FieldsNotLearned, Lang::En) => "What is learned from fields of your own cannot be kept: it would be their values. Run without fields.",
            (Self::PortionDamaged, Lang::Vi) => "Các khóa hoặc khối này không do phiên bản hoten này ghi, hoặc theo luật khác, hoặc thiếu hồ sơ. Hãy chạy mọi bước bằng cùng phiên bản và cùng luật.",
            (Self::PortionDamaged, Lang::En) => "These keys or blocks were not written by this version of hoten, or under other rules, or records of theirs are missing. Run every step with one version and the same rules.",
            (Self::TooManyFields, Lang::Vi) => "Quá nhiều trường tự khai: có {fields} trường; tối đa là {most}. Hãy bớt trường.",
            (Self::TooManyFields, Lang::En) => "Too many fields of your own: {fields} were declared; at most {most} are possible. Declare fewer.",
            (Self::FieldRepeated, Lang::Vi) => "Hai trường cùng tên \"{field}\". Mỗi trường tự khai phải có tên riêng, khác tên các trường của cư dân trong bảng; hãy đổi tên một trường.",
            (Self::FieldRepeated, Lang::En) => "Two fields are called \"{field}\". Each field you declare must have a name of its own, unlike those of the residents' fields in the table; rename one.",
            (Self::UnknownFieldKind, Lang::Vi) => "Không có loại trường \"{kind}\". Các loại dùng được: {known}.",
            (Self::UnknownFieldKind, Lang::En) => "There is no kind of field \"{kind}\". Kinds that can be used: {known}.",
            (Self::ColumnDamaged, Lang::Vi) => "Cột chữ bị hỏng từ dòng {row} (đếm từ 0): vị trí hoặc mã ký tự không hợp lệ. Hãy tạo lại cột này.",
            (Self::ColumnDamaged, Lang::En) => "A text column is damaged from row {row} on (counted from 0): offsets or UTF-8 bytes do not fit. Build that column again.",
            (Self::ColumnLengths, Lang::Vi) => "Cột \"{column}\" có {rows} dòng, các cột trước có {expected}. Hãy đưa vào các cột dài bằng nhau.",
            (Self::ColumnLengths, Lang::En) => "Column \"{column}\" has {rows} rows, those before it {expected}. Give columns of equal length.",
            (Self::TableTooLong, Lang::Vi) => "Bảng có {rows} dòng, nhiều hơn mức 4294967294. Hãy chia bảng ra.",
            (Self::TableTooLong, Lang::En) => "The table has {rows} rows, more than 4294967294. Split the table.",
            (Self::TableTooWide, Lang::Vi) => "Dòng tiêu đề có hơn {most} cột. Hãy kiểm tra dấu phân cách, hoặc bớt cột.",
            (Self::TableTooWide, Lang::En) => "The header has more than {most} columns. Check the delimiter, or leave columns out.",
            (Self::UnknownField, Lang::Vi) => "Không có trường \"{field}\". Có phải ý bạn là \"{nearest}\"? Các trường dùng được: {known}.",
            (Self::UnknownField, Lang::En) => "There is no field \"{field}\". Did you mean \"{nearest}\"? Fields that can be named: {known}.",
            (Self::UnknownColumn, Lang::Vi) => "Không có cột \"{column}\". Có phải ý bạn là \"{nearest}\"? Các cột đã thấy: {seen}.",
            (Self::UnknownColumn, Lang::En) => "There is no column \"{column}\". Did you mean \"{nearest}\"? Columns seen: {seen}.",
            (Self::NoNameColumn, Lang::Vi) => "Không tìm thấy cột họ tên. Các cột đã thấy: {seen}. Hãy đặt tiêu đề cột đó là \"Họ và tên\", hoặc chỉ ra cột bằng columns: full_name={example}.",
            (Self::NoNameColumn, Lang::En) => "No column of names was found. Columns seen: {seen}. Give that column the header \"Họ và tên\", or point to it with columns: full_name={example}.",
            (Self::FileNotFound, Lang::Vi) => "Không tìm thấy tệp \"{file}\" (đang ở thư mục {folder}). Hãy kiểm tra tên tệp và đường dẫn.",
            (Self::FileNotFound, Lang::En) => "There is no file \"{file}\" (looked from folder {folder}). Check the name and the path.",
            (Self::FileIsFolder, Lang::Vi) => "\"{file}\" là thư mục. Hãy chỉ ra một tệp trong đó.",
            (Self::FileIsFolder, Lang::En) => "\"{file}\" is a folder. Name a file in it.",
            (Self::FileUnreadable, Lang::Vi) => "Không đọc được tệp \"{file}\": {reason}. Hãy kiểm tra quyền đọc, hoặc đóng chương trình đang mở tệp.",
            (Self::FileUnreadable, Lang::En) => "The file \"{file}\" cannot be read: {reason}. Check the permissions, or close the program that holds it.",
            (Self::FileEmpty, Lang::Vi) => "Tệp \"{file}\" không có nội dung. Hãy xuất lại tệp; dòng đầu cần có tiêu đề như \"Họ và tên\".",
            (Self::FileEmpty, Lang::En) => "The file \"{file}\" is empty. Export it again; its first line should hold headers such as \"Họ và tên\".",
            (Self::FileNotText, Lang::Vi) => "Tệp \"{file}\" là {kind}, không phải bảng tính hay tệp CSV. Hãy mở tệp và lưu lại thành xlsx hoặc \"CSV UTF-8\".",
            (Self::FileNotText, Lang::En) => "The file \"{file}\" is {kind}, neither a workbook nor a CSV file. Open it and save it as xlsx or \"CSV UTF-8\".",
            (Self::NoHeader, Lang::Vi) => "Tệp \"{file}\" không có dòng tiêu đề: dòng đầu giống dữ liệu của một người. Hãy thêm dòng tiêu đề như \"Họ và tên\", \"Ngày sinh\" lên đầu tệp.",
            (Self::NoHeader, Lang::En) => "The file \"{file}\" has no header line: its first line looks like a person's data. Put a line of headers such as \"Họ và tên\", \"Ngày sinh\" on top.",
            (Self::ReportUnwritable, Lang::Vi) => "Không ghi được \"{file}\": {reason}. Hãy chọn thư mục khác, hoặc đóng chương trình đang mở tệp.",
            (Self::ReportUnwritable, Lang::En) => "\"{file}\" cannot be written: {reason}. Choose another folder, or close the program that holds the file.",
            (Self::TooManyRows, Lang::Vi) => "Bảng có {rows} dòng; nhiều nhất là 4.294.967.295. Hãy chia nhỏ bảng.",
            (Self::TooManyRows, Lang::En) => "The table has {rows} rows; at most 4,294,967,295 can be compared. Split it.",
            (Self::NotAProbability, Lang::Vi) => "Giá trị {name} = {value} không phải là xác suất. Hãy cho một số từ 0 đến 1.",
            (Self::NotAProbability, Lang::En) => "{name} = {value} is not a probability. Give a number from 0 to 1.",
            (Self::Cancelled, Lang::Vi) => "Đã dừng theo yêu cầu.",
            (Self::Cancelled, Lang::En) => "Stopped as asked.",
            (Self::NoSuchRow, Lang::Vi) => "Không có dòng {row} trong bảng.",
            (Self::NoSuchRow, Lang::En) => "The table has no row {row}.",
            (Self::NoSuchRecord, Lang::Vi) => "Không có hồ sơ nào mang mã này. Hãy xem cột mã hồ sơ của bảng; bảng không có cột ấy thì mã là số dòng, tính từ 0.",
            (Self::NoSuchRecord, Lang::En) => "No record has this id. Look at the table's id column; without one, the id is the row number, from 0.",
            (Self::RepeatedRecordId, Lang::Vi) => "Mã hồ sơ ở dòng {second} đã có ở dòng {first}. Mỗi hồ sơ cần một mã riêng.",
            (Self::RepeatedRecordId, Lang::En) => "The record id in row {second} already stands in row {first}. Each record needs an id of its own.",
            (Self::NoThreads, Lang::Vi) => "Không tạo được {threads} luồng xử lý. Hãy cho một số nhỏ hơn.",
            (Self::NoThreads, Lang::En) => "Could not start {threads} threads. Give a smaller number.",
            (Self::UnknownRomanization, Lang::Vi) => "Không biết kiểu chữ Latinh \"{name}\". Dùng \"common\" hoặc \"ungegn\".",
            (Self::UnknownRomanization, Lang::En) => "Unknown romanization \"{name}\". Use \"common\" or \"ungegn\".",
            (Self::UnknownKhmerLevel, Lang::Vi) => "Không biết mức khóa tên Khmer \"{name}\". Dùng \"loose\", \"strict\" hoặc \"vowel\".",
            (Self::UnknownKhmerLevel, Lang::En) => "Unknown level of Khmer keys \"{name}\". Use \"loose\", \"strict\" or \"vowel\".",
            (Self::UnknownSoundProfile, Lang::Vi) => "Không biết vùng giọng \"{name}\". Dùng \"north\", \"central\", \"south\" hoặc \"all\".",
            (Self::UnknownSoundProfile, Lang::En) => "Unknown sound profile \"{name}\". Use \"north\", \"central\", \"south\" or \"all\".",
            (Self::UnknownLanguage, Lang::Vi) => "Không biết ngôn ngữ \"{name}\". Dùng \"vi\" hoặc \"en\".",
            (Self::UnknownLanguage, Lang::En) => "Unknown language \"{name}\". Use \"vi\" or \"en\".",
            (Self::TextNotUnicode, Lang::Vi) => "Chữ ở dòng {row} (đếm từ 0) không phải Unicode: có nửa cặp mã. Hãy đọc lại tệp với đúng bảng mã.",
            (Self::TextNotUnicode, Lang::En) => "The text in row {row} (counted from 0) is not Unicode: it holds half of a surrogate pair. Read the file again with its right encoding.",
            (Self::NotText, Lang::Vi) => "Cần chữ ở dòng {row} (đếm từ 0), nhưng gặp kiểu {type}. Hãy chuyển thành chữ.",
            (Self::NotText, Lang::En) => "Expected text in row {row} (counted from 0), found {type}. Turn it into text.",
            (Self::NotAColumn, Lang::Vi) => "Cần một chuỗi hoặc một cột chữ, nhưng gặp kiểu {type}.",
            (Self::NotAColumn, Lang::En) => "Expected a text or a column of texts (a list, an Arrow array, a pandas or Polars Series), found {type}.",
            (Self::ColumnType, Lang::Vi) => "Cột \"{column}\" có kiểu {type}, không đọc được thành chữ. Hãy chuyển thành chữ.",
            (Self::ColumnType, Lang::En) => "Column \"{column}\" has the type {type}, which cannot be read as text. Turn it into text.",
            (Self::NotATable, Lang::Vi) => "Cần một bảng hoặc đường dẫn tệp, nhưng gặp kiểu {type}. Bảng lười (LazyFrame) phải gọi collect() trước.",
            (Self::NotATable, Lang::En) => "Expected a table (a data frame, an Arrow table, a dict of columns) or the path of a file, found {type}. A lazy frame must be collected first.",
            (Self::ArrowFailed, Lang::Vi) => "Không nhận được dữ liệu Arrow: {why}.",
            (Self::ArrowFailed, Lang::En) => "Arrow data could not be taken over: {why}.",
            (Self::NotBytes, Lang::Vi) => "Cần các byte (Uint8Array), nhưng gặp kiểu {type}.",
            (Self::NotBytes, Lang::En) => "Expected bytes (a Uint8Array), found {type}.",
            (Self::PlaceTableDamaged, Lang::Vi) => "Tệp đơn vị hành chính bị hỏng hoặc không đúng phiên bản. Hãy tải lại tệp places.bin của chính bản hoten này.",
            (Self::PlaceTableDamaged, Lang::En) => "The table of places is damaged or of another version. Load the file places.bin that came with this release.",
            (Self::UnknownFinding, Lang::Vi) => "Không có mã \"{code}\". Có phải ý bạn là \"{nearest}\"? Hãy xem danh sách mã trong docs/findings.",
            (Self::UnknownFinding, Lang::En) => "There is no finding \"{code}\". Did you mean \"{nearest}\"? The codes are listed in docs/findings.",
            (Self::NotADate, Lang::Vi) => "\"{value}\" không phải là một ngày. Hãy ghi như 2026-11-22.",
            (Self::NotADate, Lang::En) => "\"{value}\" is not a day. Write it like 2026-11-22.",
            (Self::ReportDamaged, Lang::Vi) => "Không đọc được báo cáo cũ: {reason}. Hãy chọn tệp JSON do hoten lưu.",
            (Self::ReportDamaged, Lang::En) => "The earlier report cannot be read: {reason}. Name a JSON file that hoten saved.",
            (Self::ReportTooNew, Lang::Vi) => "Báo cáo này do phiên bản mới hơn lưu (định dạng {version}). Hãy cập nhật hoten.",
            (Self::ReportTooNew, Lang::En) => "This report was saved by a newer version (format {version}). Update hoten.",
            (Self::WorkbookDamaged, Lang::Vi) => "Không mở được bảng tính \"{file}\": {reason}. Hãy mở bằng chương trình bảng tính rồi lưu lại thành xlsx.",
            (Self::WorkbookDamaged, Lang::En) => "The workbook \"{file}\" cannot be opened: {reason}. Open it in a spreadsheet program and save it again as xlsx.",
            (Self::WorkbookLocked, Lang::Vi) => "Bảng tính \"{file}\" có mật khẩu. Hãy mở, bỏ mật khẩu rồi lưu lại.",
            (Self::WorkbookLocked, Lang::En) => "The workbook \"{file}\" has a password. Open it, remove the password and save it again.",
            (Self::UnknownSheet, Lang::Vi) => "Không có trang tính \"{sheet}\". Các trang đã thấy: {seen}.",
            (Self::UnknownSheet, Lang::En) => "There is no sheet \"{sheet}\". Sheets seen: {seen}.",
            (Self::NotAPlace, Lang::Vi) => "Cần một đối tượng có province, district, commune hoặc address, nhưng gặp kiểu {type}.",
            (Self::NotAPlace, Lang::En) => "Expected an object with province, district, commune or address, found {type}.",
            (Self::UnknownVerdict, Lang::Vi) => "Không hiểu kết luận \"{word}\". Dùng \"same\" (giống), \"different\" (khác) hoặc \"unsure\" (chưa rõ).",
            (Self::UnknownVerdict, Lang::En) => "The verdict \"{word}\" is not understood. Use \"same\", \"different\" or \"unsure\".",
            (Self::UnknownLinkMode, Lang::Vi) => "Không có kiểu ghép \"{name}\". Dùng \"one_to_one\", \"one_to_many\", \"many_to_one\" hoặc \"many_to_many\".",
            (Self::UnknownLinkMode, Lang::En) => "There is no link mode \"{name}\". Use \"one_to_one\", \"one_to_many\", \"many_to_one\" or \"many_to_many\".",
            (Self::NoRecordIds, Lang::Vi) => "Để thêm hồ sơ mới vào các nhóm đã có, mỗi bảng cần cột mã hồ sơ (record_id).",
            (Self::NoRecordIds, Lang::En) => "To add new records to known clusters, each table needs a column of record ids (record_id).",
            (Self::RecordKnown, Lang::Vi) => "Hồ sơ mới ở dòng {second} mang mã của hồ sơ cũ ở dòng {first}. Hãy bỏ hồ sơ đã có ra khỏi bảng mới, hoặc cho mã khác.",
            (Self::RecordKnown, Lang::En) => "The new record in row {second} bears the id of the known record in row {first}. Leave records that are known out of the new table, or give another id.",
            (Self::ClusterOfNoRecord, Lang::Vi) => "Có {count} dòng nhóm nói về hồ sơ không có trong bảng cũ. Hãy đưa đúng bảng và đúng các nhóm của nó.",
            (Self::ClusterOfNoRecord, Lang::En) => "{count} rows of the clusters are about records that the known table does not have. Give that table with its own clusters.",
            (Self::JsonUnreadable, Lang::Vi) => "Không đọc được tệp {format}: {reason}.",
            (Self::JsonUnreadable, Lang::En) => "The {format} file cannot be read: {reason}.",
            (Self::JsonOtherFormat, Lang::Vi) => "Đây không phải tệp {format}: khóa \"format\" phải là \"{format}\".",
            (Self::JsonOtherFormat, Lang::En) => "This is no {format} file: its key \"format\" must be \"{format}\".",
            (Self::JsonNewer, Lang::Vi) => "Tệp {format} này có phiên bản {version}, mới hơn phiên bản {known} mà bản hoten này đọc được. Hãy cập nhật hoten.",
            (Self::JsonNewer, Lang::En) => "This {format} file is of version {version}; this hoten reads up to version {known}. Update hoten.",
            (Self::JsonUnknownKey, Lang::Vi) => "Không biết khóa \"{key}\". Các khóa dùng được: {known}.",
            (Self::JsonUnknownKey, Lang::En) => "Unknown key \"{key}\". Known keys: {known}.",
            (Self::JsonInvalid, Lang::Vi) => "Giá trị của \"{key}\" không hợp lệ; cần {expected}.",
            (Self::JsonInvalid, Lang::En) => "The value of \"{key}\" is not valid; expected {expected}.",
            (Self::SavedDamaged, Lang::Vi) => "Tệp \"{file}\" hỏng ở dòng {line}, hoặc không khớp với các tệp khác của kết quả. Hãy lưu lại kết quả.",
            (Self::SavedDamaged, Lang::En) => "The file \"{file}\" is damaged at line {line}, or does not fit the other files of the result. Save the result again.",
            (Self::NotAnIndex, Lang::Vi) => "Các byte này không phải tệp chỉ mục của hoten. Hãy chọn tệp do Index.build tạo ra.",
            (Self::NotAnIndex, Lang::En) => "These bytes are no index file of hoten. Choose a file that Index.build has written.",
            (Self::IndexDamaged, Lang::Vi) => "Tệp chỉ mục bị hỏng (phần {part}). Hãy tạo lại chỉ mục từ bảng gốc.",
            (Self::IndexDamaged, Lang::En) => "The index file is damaged (part {part}). Build the index again from its table.",
            (Self::IndexNewer, Lang::Vi) => "Tệp chỉ mục có phiên bản {found}; bản hoten này chỉ đọc được đến {known}. Hãy cập nhật hoten.",
            (Self::IndexNewer, Lang::En) => "The index file has version {found}; this hoten reads up to {known}. Update hoten.",
            (Self::IndexOlder, Lang::Vi) => "Tệp chỉ mục có phiên bản {found}, bản hoten này đọc {known}. Hãy tạo lại chỉ mục từ bảng gốc.",
            (Self::IndexOlder, Lang::En) => "The index file has version {found}, and this hoten reads {known}. Build the index again from its table.",
            (Self::IndexKind, Lang::Vi) => "Tệp chỉ mục thuộc loại {kind}. Tệp đầy đủ (full) mở không cần khóa, tệp có khóa (keyed) phải mở bằng khóa của nó.",
            (Self::IndexKind, Lang::En) => "The index file is of kind {kind}. A full one is opened without a key, a keyed one with its key.",
            (Self::IndexKeyLength, Lang::Vi) => "Khóa dài {found} byte; cần đúng {needed} byte ngẫu nhiên. Hãy tạo khóa bằng bộ sinh số ngẫu nhiên, không dùng mật khẩu.",
            (Self::IndexKeyLength, Lang::En) => "The key has {found} bytes; {needed} random ones are needed. Make it by a generator of random numbers, not from a password.",
            (Self::IndexKeyWrong, Lang::Vi) => "Khóa này không phải khóa của tệp chỉ mục. Hãy lấy khóa dùng khi tạo tệp.",
            (Self::IndexKeyWrong, Lang::En) => "This is not the key of the index file. Take the key that the file was built with.",
            (Self::KeyedFilter, Lang::Vi) => "Chỉ mục có khóa không chứa hồ sơ nên không lọc theo {filter} được. Hãy bỏ điều kiện này, hoặc tìm trên chỉ mục đầy đủ.",
            (Self::KeyedFilter, Lang::En) => "A keyed index holds no records and cannot keep only those of one {filter}. Leave it out, or search a full index.",
            (Self::IndexTooLarge, Lang::Vi) => "Phần {part} của chỉ mục vượt quá giới hạn của tệp. Hãy chia bảng ra nhiều chỉ mục.",
            (Self::IndexTooLarge, Lang::En) => "Part {part} of the index has outgrown its file. Split the table into several indexes.",
            (Self::IndexUnwritable, Lang::Vi) => "Không ghi được tệp chỉ mục \"{file}\": {reason}. Hãy chọn thư mục khác hoặc kiểm tra chỗ trống trên đĩa.",
            (Self::IndexUnwritable, Lang::En) => "The index file \"{file}\" cannot be written: {reason}. Choose another folder, or check the free space on the disk.",
            (Self::IndexUnreadable, Lang::Vi) => "Không đọc được tệp chỉ mục \"{file}\": {reason}. Hãy kiểm tra tên tệp và quyền đọc.",
            (Self::IndexUnreadable, Lang::En) => "The index file \"{file}\" cannot be read: {reason}. Check its name and permissions.",
            (Self::UnknownQueryField, Lang::Vi) => "Không có trường \"{field}\" để tìm. Các trường dùng được: {known}.",
            (Self::UnknownQueryField, Lang::En) => "There is no field \"{field}\" to search by. Fields that can be named: {known}.",
            (Self::IndexClosed, Lang::Vi) => "Chỉ mục đã đóng. Hãy mở lại bằng Index.open.",
            (Self::IndexClosed, Lang::En) => "The index is closed. Open it again with Index.open.",
            (Self::NotALiveIndex, Lang::Vi) => "Thư mục \"{folder}\" không có chỉ mục sống của hoten. Hãy chọn thư mục khác, hoặc tạo mới bằng LiveIndex.create.",
            (Self::NotALiveIndex, Lang::En) => "The folder \"{folder}\" holds no live index of hoten. Choose another folder, or make one with LiveIndex.create.",
            (Self::LiveExists, Lang::Vi) => "Thư mục \"{folder}\" đã có chỉ mục sống. Hãy mở bằng LiveIndex.open.",
            (Self::LiveExists, Lang::En) => "The folder \"{folder}\" holds a live index already. Open it with LiveIndex.open.",
            (Self::LiveLocked, Lang::Vi) => "Chỉ mục sống trong \"{folder}\" đang được nơi khác ghi. Hãy đóng nơi đó trước, hoặc chỉ đọc.",
            (Self::LiveLocked, Lang::En) => "The live index in \"{folder}\" is being written elsewhere. Close it there first, or only read.",
            (Self::LiveDamaged, Lang::Vi) => "Chỉ mục sống bị hỏng (phần {part}). Hãy cứu dữ liệu sang thư mục khác bằng LiveIndex.salvage.",
            (Self::LiveDamaged, Lang::En) => "The live index is damaged (part {part}). Save what is left into another folder with LiveIndex.salvage.",
            (Self::LiveDisk, Lang::Vi) => "Không đọc hoặc ghi được tệp \"{file}\" trong \"{folder}\": {reason}. Hãy kiểm tra đĩa, quyền và chỗ trống.",
            (Self::LiveDisk, Lang::En) => "The file \"{file}\" in \"{folder}\" could not be read or written: {reason}. Check the disk, its permissions and free space.",
            (Self::LiveStopped, Lang::Vi) => "Chỉ mục sống trong \"{folder}\" đã ngừng ghi sau một lần ghi hỏng. Hãy mở lại: những gì đã được xác nhận vẫn còn.",
            (Self::LiveStopped, Lang::En) => "The live index in \"{folder}\" has stopped after a failed write. Open it again: everything that was acknowledged is there.",
            (Self::NoRecordId, Lang::Vi) => "Dòng {row} (đếm từ 0) không có mã hồ sơ; chỉ mục sống cần mã để cập nhật và xóa. Hãy thêm cột \"Mã hồ sơ\" (record_id).",
            (Self::NoRecordId, Lang::En) => "Row {row} (counted from 0) has no record id; a live index needs one to update and remove records. Add a column \"record_id\".",
            (Self::NothingToUpdate, Lang::Vi) => "Không có hồ sơ nào mang mã này để cập nhật. Hãy thêm hồ sơ bằng add.",
            (Self::NothingToUpdate, Lang::En) => "No record of this id is there to be updated. Use add for a new one.",
            (Self::NotARecord, Lang::Vi) => "Cần một hồ sơ (tên trường và giá trị), nhưng gặp kiểu {type}.",
            (Self::NotARecord, Lang::En) => "Expected a record (field names and values), found {type}.",
            (Self::UnknownKeyword, Lang::Vi) => "Hàm {function}() không có tham số \"{name}\". Có phải ý bạn là \"{nearest}\"? Các tham số dùng được: {known}.",
            (Self::UnknownKeyword, Lang::En) => "{function}() has no keyword \"{name}\". Did you mean \"{nearest}\"? Keywords: {known}.",
            (Self::WrongArgument, Lang::Vi) => "Tham số \"{name}\" của {function}() không nhận kiểu {type}. Hãy xem help(hoten.{function}).",
            (Self::WrongArgument, Lang::En) => "The argument \"{name}\" of {function}() does not take {type}. See help(hoten.{function}).",
            (Self::ParquetReaderMissing, Lang::Vi) => "Để đọc tệp Parquet \"{file}\" cần một trong các gói pyarrow, polars, duckdb. Hãy cài một gói (pip install pyarrow), hoặc lưu thành CSV hay xlsx.",
            (Self::ParquetReaderMissing, Lang::En) => "To read the Parquet file \"{file}\" one of the packages pyarrow, polars or duckdb is needed. Install one (pip install pyarrow), or save the table as CSV or xlsx.",
        }
    }
}
