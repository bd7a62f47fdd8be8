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
        let [vi, en] = match self {
            Self::UnknownEncoding => ["Không biết bảng mã \"{name}\". Các bảng mã dùng được: {known}.", "Unknown encoding \"{name}\". Known encodings: {known}."],
            Self::TooManyRules => ["Quá nhiều luật ghép cặp: có {rules} luật dùng {parts} thành phần; tối đa là 255 luật và 64 thành phần. Hãy bớt luật.", "Too many blocking rules: {rules} rules over {parts} parts were given; at most 255 rules over 64 parts are possible. Use fewer."],
            Self::FieldsNotLearned => ["Chưa thể giữ lại những gì học được từ trường tự khai, vì đó chính là các giá trị của chúng. Hãy chạy lại không có tham số fields.", "What is learned from fields of your own cannot be kept: it would be their values. Run without fields."],
            Self::PortionDamaged => ["Các khóa hoặc khối này không do phiên bản hoten này ghi, hoặc theo luật khác, hoặc thiếu hồ sơ. Hãy chạy mọi bước bằng cùng phiên bản và cùng luật.", "These keys or blocks were not written by this version of hoten, or under other rules, or records of theirs are missing. Run every step with one version and the same rules."],
            Self::TooManyFields => ["Quá nhiều trường tự khai: có {fields} trường; tối đa là {most}. Hãy bớt trường.", "Too many fields of your own: {fields} were declared; at most {most} are possible. Declare fewer."],
            Self::FieldRepeated => ["Hai trường cùng tên \"{field}\". Mỗi trường tự khai phải có tên riêng, khác tên các trường của cư dân trong bảng; hãy đổi tên một trường.", "Two fields are called \"{field}\". Each field you declare must have a name of its own, unlike those of the residents' fields in the table; rename one."],
            Self::UnknownFieldKind => ["Không có loại trường \"{kind}\". Các loại dùng được: {known}.", "There is no kind of field \"{kind}\". Kinds that can be used: {known}."],
            Self::ColumnDamaged => ["Cột chữ bị hỏng từ dòng {row} (đếm từ 0): vị trí hoặc mã ký tự không hợp lệ. Hãy tạo lại cột này.", "A text column is damaged from row {row} on (counted from 0): offsets or UTF-8 bytes do not fit. Build that column again."],
            Self::ColumnLengths => ["Cột \"{column}\" có {rows} dòng, các cột trước có {expected}. Hãy đưa vào các cột dài bằng nhau.", "Column \"{column}\" has {rows} rows, those before it {expected}. Give columns of equal length."],
            Self::TableTooLong => ["Bảng có {rows} dòng, nhiều hơn mức 4294967294. Hãy chia bảng ra.", "The table has {rows} rows, more than 4294967294. Split the table."],
            #[cfg(feature = "file")]
            Self::TableTooWide => ["Dòng tiêu đề có hơn {most} cột. Hãy kiểm tra dấu phân cách, hoặc bớt cột.", "The header has more than {most} columns. Check the delimiter, or leave columns out."],
            Self::UnknownField => ["Không có trường \"{field}\". Có phải ý bạn là \"{nearest}\"? Các trường dùng được: {known}.", "There is no field \"{field}\". Did you mean \"{nearest}\"? Fields that can be named: {known}."],
            Self::UnknownColumn => ["Không có cột \"{column}\". Có phải ý bạn là \"{nearest}\"? Các cột đã thấy: {seen}.", "There is no column \"{column}\". Did you mean \"{nearest}\"? Columns seen: {seen}."],
            Self::NoNameColumn => ["Không tìm thấy cột họ tên. Các cột đã thấy: {seen}. Hãy đặt tiêu đề cột đó là \"Họ và tên\", hoặc chỉ ra cột bằng columns: full_name={example}.", "No column of names was found. Columns seen: {seen}. Give that column the header \"Họ và tên\", or point to it with columns: full_name={example}."],
            #[cfg(not(target_family = "wasm"))]
            Self::FileNotFound => ["Không tìm thấy tệp \"{file}\" (đang ở thư mục {folder}). Hãy kiểm tra tên tệp và đường dẫn.", "There is no file \"{file}\" (looked from folder {folder}). Check the name and the path."],
            #[cfg(not(target_family = "wasm"))]
            Self::FileIsFolder => ["\"{file}\" là thư mục. Hãy chỉ ra một tệp trong đó.", "\"{file}\" is a folder. Name a file in it."],
            #[cfg(not(target_family = "wasm"))]
            Self::FileUnreadable => ["Không đọc được tệp \"{file}\": {reason}. Hãy kiểm tra quyền đọc, hoặc đóng chương trình đang mở tệp.", "The file \"{file}\" cannot be read: {reason}. Check the permissions, or close the program that holds it."],
            #[cfg(feature = "file")]
            Self::FileEmpty => ["Tệp \"{file}\" không có nội dung. Hãy xuất lại tệp; dòng đầu cần có tiêu đề như \"Họ và tên\".", "The file \"{file}\" is empty. Export it again; its first line should hold headers such as \"Họ và tên\"."],
            #[cfg(feature = "file")]
            Self::FileNotText => ["Tệp \"{file}\" là {kind}, không phải bảng tính hay tệp CSV. Hãy mở tệp và lưu lại thành xlsx hoặc \"CSV UTF-8\".", "The file \"{file}\" is {kind}, neither a workbook nor a CSV file. Open it and save it as xlsx or \"CSV UTF-8\"."],
            #[cfg(feature = "file")]
            Self::NoHeader => ["Tệp \"{file}\" không có dòng tiêu đề: dòng đầu giống dữ liệu của một người. Hãy thêm dòng tiêu đề như \"Họ và tên\", \"Ngày sinh\" lên đầu tệp.", "The file \"{file}\" has no header line: its first line looks like a person's data. Put a line of headers such as \"Họ và tên\", \"Ngày sinh\" on top."],
            #[cfg(not(target_family = "wasm"))]
            Self::ReportUnwritable => ["Không ghi được \"{file}\": {reason}. Hãy chọn thư mục khác, hoặc đóng chương trình đang mở tệp.", "\"{file}\" cannot be written: {reason}. Choose another folder, or close the program that holds the file."],
            Self::TooManyRows => ["Bảng có {rows} dòng; nhiều nhất là 4.294.967.295. Hãy chia nhỏ bảng.", "The table has {rows} rows; at most 4,294,967,295 can be compared. Split it."],
            Self::NotAProbability => ["Giá trị {name} = {value} không phải là xác suất. Hãy cho một số từ 0 đến 1.", "{name} = {value} is not a probability. Give a number from 0 to 1."],
            Self::Cancelled => ["Đã dừng theo yêu cầu.", "Stopped as asked."],
            Self::NoSuchRow => ["Không có dòng {row} trong bảng.", "The table has no row {row}."],
            Self::NoSuchRecord => ["Không có hồ sơ nào mang mã này. Hãy xem cột mã hồ sơ của bảng; bảng không có cột ấy thì mã là số dòng, tính từ 0.", "No record has this id. Look at the table's id column; without one, the id is the row number, from 0."],
            Self::RepeatedRecordId => ["Mã hồ sơ ở dòng {second} đã có ở dòng {first}. Mỗi hồ sơ cần một mã riêng.", "The record id in row {second} already stands in row {first}. Each record needs an id of its own."],
            #[cfg(not(target_family = "wasm"))]
            Self::NoThreads => ["Không tạo được {threads} luồng xử lý. Hãy cho một số nhỏ hơn.", "Could not start {threads} threads. Give a smaller number."],
            Self::UnknownRomanization => ["Không biết kiểu chữ Latinh \"{name}\". Dùng \"common\" hoặc \"ungegn\".", "Unknown romanization \"{name}\". Use \"common\" or \"ungegn\"."],
            Self::UnknownKhmerLevel => ["Không biết mức khóa tên Khmer \"{name}\". Dùng \"loose\", \"strict\" hoặc \"vowel\".", "Unknown level of Khmer keys \"{name}\". Use \"loose\", \"strict\" or \"vowel\"."],
            Self::UnknownSoundProfile => ["Không biết vùng giọng \"{name}\". Dùng \"north\", \"central\", \"south\" hoặc \"all\".", "Unknown sound profile \"{name}\". Use \"north\", \"central\", \"south\" or \"all\"."],
            #[cfg(not(target_family = "wasm"))]
            Self::UnknownLanguage => ["Không biết ngôn ngữ \"{name}\". Dùng \"vi\" hoặc \"en\".", "Unknown language \"{name}\". Use \"vi\" or \"en\"."],
            Self::TextNotUnicode => ["Chữ ở dòng {row} (đếm từ 0) không phải Unicode: có nửa cặp mã. Hãy đọc lại tệp với đúng bảng mã.", "The text in row {row} (counted from 0) is not Unicode: it holds half of a surrogate pair. Read the file again with its right encoding."],
            Self::NotText => ["Cần chữ ở dòng {row} (đếm từ 0), nhưng gặp kiểu {type}. Hãy chuyển thành chữ.", "Expected text in row {row} (counted from 0), found {type}. Turn it into text."],
            Self::NotAColumn => ["Cần một chuỗi hoặc một cột chữ, nhưng gặp kiểu {type}.", "Expected a text or a column of texts (a list, an Arrow array, a pandas or Polars Series), found {type}."],
            #[cfg(not(target_family = "wasm"))]
            Self::ColumnType => ["Cột \"{column}\" có kiểu {type}, không đọc được thành chữ. Hãy chuyển thành chữ.", "Column \"{column}\" has the type {type}, which cannot be read as text. Turn it into text."],
            Self::NotATable => ["Cần một bảng hoặc đường dẫn tệp, nhưng gặp kiểu {type}. Bảng lười (LazyFrame) phải gọi collect() trước.", "Expected a table (a data frame, an Arrow table, a dict of columns) or the path of a file, found {type}. A lazy frame must be collected first."],
            #[cfg(not(target_family = "wasm"))]
            Self::ArrowFailed => ["Không nhận được dữ liệu Arrow: {why}.", "Arrow data could not be taken over: {why}."],
            Self::NotBytes => ["Cần các byte (Uint8Array), nhưng gặp kiểu {type}.", "Expected bytes (a Uint8Array), found {type}."],
            Self::PlaceTableDamaged => ["Tệp đơn vị hành chính bị hỏng hoặc không đúng phiên bản. Hãy tải lại tệp places.bin của chính bản hoten này.", "The table of places is damaged or of another version. Load the file places.bin that came with this release."],
            Self::UnknownFinding => ["Không có mã \"{code}\". Có phải ý bạn là \"{nearest}\"? Hãy xem danh sách mã trong docs/findings.", "There is no finding \"{code}\". Did you mean \"{nearest}\"? The codes are listed in docs/findings."],
            Self::NotADate => ["\"{value}\" không phải là một ngày. Hãy ghi như 2026-11-22.", "\"{value}\" is not a day. Write it like 2026-11-22."],
            #[cfg(feature = "serde")]
            Self::ReportDamaged => ["Không đọc được báo cáo cũ: {reason}. Hãy chọn tệp JSON do hoten lưu.", "The earlier report cannot be read: {reason}. Name a JSON file that hoten saved."],
            #[cfg(feature = "serde")]
            Self::ReportTooNew => ["Báo cáo này do phiên bản mới hơn lưu (định dạng {version}). Hãy cập nhật hoten.", "This report was saved by a newer version (format {version}). Update hoten."],
            #[cfg(feature = "file")]
            Self::WorkbookDamaged => ["Không mở được bảng tính \"{file}\": {reason}. Hãy mở bằng chương trình bảng tính rồi lưu lại thành xlsx.", "The workbook \"{file}\" cannot be opened: {reason}. Open it in a spreadsheet program and save it again as xlsx."],
            #[cfg(feature = "file")]
            Self::WorkbookLocked => ["Bảng tính \"{file}\" có mật khẩu. Hãy mở, bỏ mật khẩu rồi lưu lại.", "The workbook \"{file}\" has a password. Open it, remove the password and save it again."],
            #[cfg(feature = "file")]
            Self::UnknownSheet => ["Không có trang tính \"{sheet}\". Các trang đã thấy: {seen}.", "There is no sheet \"{sheet}\". Sheets seen: {seen}."],
            Self::NotAPlace => ["Cần một đối tượng có province, district, commune hoặc address, nhưng gặp kiểu {type}.", "Expected an object with province, district, commune or address, found {type}."],
            Self::UnknownVerdict => ["Không hiểu kết luận \"{word}\". Dùng \"same\" (giống), \"different\" (khác) hoặc \"unsure\" (chưa rõ).", "The verdict \"{word}\" is not understood. Use \"same\", \"different\" or \"unsure\"."],
            Self::UnknownLinkMode => ["Không có kiểu ghép \"{name}\". Dùng \"one_to_one\", \"one_to_many\", \"many_to_one\" hoặc \"many_to_many\".", "There is no link mode \"{name}\". Use \"one_to_one\", \"one_to_many\", \"many_to_one\" or \"many_to_many\"."],
            Self::NoRecordIds => ["Để thêm hồ sơ mới vào các nhóm đã có, mỗi bảng cần cột mã hồ sơ (record_id).", "To add new records to known clusters, each table needs a column of record ids (record_id)."],
            Self::RecordKnown => ["Hồ sơ mới ở dòng {second} mang mã của hồ sơ cũ ở dòng {first}. Hãy bỏ hồ sơ đã có ra khỏi bảng mới, hoặc cho mã khác.", "The new record in row {second} bears the id of the known record in row {first}. Leave records that are known out of the new table, or give another id."],
            Self::ClusterOfNoRecord => ["Có {count} dòng nhóm nói về hồ sơ không có trong bảng cũ. Hãy đưa đúng bảng và đúng các nhóm của nó.", "{count} rows of the clusters are about records that the known table does not have. Give that table with its own clusters."],
            #[cfg(feature = "serde")]
            Self::JsonUnreadable => ["Không đọc được tệp {format}: {reason}.", "The {format} file cannot be read: {reason}."],
            #[cfg(feature = "serde")]
            Self::JsonOtherFormat => ["Đây không phải tệp {format}: khóa \"format\" phải là \"{format}\".", "This is no {format} file: its key \"format\" must be \"{format}\"."],
            #[cfg(feature = "serde")]
            Self::JsonNewer => ["Tệp {format} này có phiên bản {version}, mới hơn phiên bản {known} mà bản hoten này đọc được. Hãy cập nhật hoten.", "This {format} file is of version {version}; this hoten reads up to version {known}. Update hoten."],
            #[cfg(feature = "serde")]
            Self::JsonUnknownKey => ["Không biết khóa \"{key}\". Các khóa dùng được: {known}.", "Unknown key \"{key}\". Known keys: {known}."],
            #[cfg(feature = "serde")]
            Self::JsonInvalid => ["Giá trị của \"{key}\" không hợp lệ; cần {expected}.", "The value of \"{key}\" is not valid; expected {expected}."],
            #[cfg(feature = "serde")]
            Self::SavedDamaged => ["Tệp \"{file}\" hỏng ở dòng {line}, hoặc không khớp với các tệp khác của kết quả. Hãy lưu lại kết quả.", "The file \"{file}\" is damaged at line {line}, or does not fit the other files of the result. Save the result again."],
            #[cfg(feature = "index")]
            Self::NotAnIndex => ["Các byte này không phải tệp chỉ mục của hoten. Hãy chọn tệp do Index.build tạo ra.", "These bytes are no index file of hoten. Choose a file that Index.build has written."],
            #[cfg(feature = "index")]
            Self::IndexDamaged => ["Tệp chỉ mục bị hỏng (phần {part}). Hãy tạo lại chỉ mục từ bảng gốc.", "The index file is damaged (part {part}). Build the index again from its table."],
            #[cfg(feature = "index")]
            Self::IndexNewer => ["Tệp chỉ mục có phiên bản {found}; bản hoten này chỉ đọc được đến {known}. Hãy cập nhật hoten.", "The index file has version {found}; this hoten reads up to {known}. Update hoten."],
            #[cfg(feature = "index")]
            Self::IndexOlder => ["Tệp chỉ mục có phiên bản {found}, bản hoten này đọc {known}. Hãy tạo lại chỉ mục từ bảng gốc.", "The index file has version {found}, and this hoten reads {known}. Build the index again from its table."],
            #[cfg(feature = "index")]
            Self::IndexKind => ["Tệp chỉ mục thuộc loại {kind}. Tệp đầy đủ (full) mở không cần khóa, tệp có khóa (keyed) phải mở bằng khóa của nó.", "The index file is of kind {kind}. A full one is opened without a key, a keyed one with its key."],
            #[cfg(feature = "index")]
            Self::IndexKeyLength => ["Khóa dài {found} byte; cần đúng {needed} byte ngẫu nhiên. Hãy tạo khóa bằng bộ sinh số ngẫu nhiên, không dùng mật khẩu.", "The key has {found} bytes; {needed} random ones are needed. Make it by a generator of random numbers, not from a password."],
            #[cfg(feature = "index")]
            Self::IndexKeyWrong => ["Khóa này không phải khóa của tệp chỉ mục. Hãy lấy khóa dùng khi tạo tệp.", "This is not the key of the index file. Take the key that the file was built with."],
            #[cfg(feature = "index")]
            Self::KeyedFilter => ["Chỉ mục có khóa không chứa hồ sơ nên không lọc theo {filter} được. Hãy bỏ điều kiện này, hoặc tìm trên chỉ mục đầy đủ.", "A keyed index holds no records and cannot keep only those of one {filter}. Leave it out, or search a full index."],
            #[cfg(feature = "index")]
            Self::IndexTooLarge => ["Phần {part} của chỉ mục vượt quá giới hạn của tệp. Hãy chia bảng ra nhiều chỉ mục.", "Part {part} of the index has outgrown its file. Split the table into several indexes."],
            #[cfg(feature = "index")]
            Self::IndexUnwritable => ["Không ghi được tệp chỉ mục \"{file}\": {reason}. Hãy chọn thư mục khác hoặc kiểm tra chỗ trống trên đĩa.", "The index file \"{file}\" cannot be written: {reason}. Choose another folder, or check the free space on the disk."],
            #[cfg(feature = "index")]
            Self::IndexUnreadable => ["Không đọc được tệp chỉ mục \"{file}\": {reason}. Hãy kiểm tra tên tệp và quyền đọc.", "The index file \"{file}\" cannot be read: {reason}. Check its name and permissions."],
            #[cfg(feature = "index")]
            Self::UnknownQueryField => ["Không có trường \"{field}\" để tìm. Các trường dùng được: {known}.", "There is no field \"{field}\" to search by. Fields that can be named: {known}."],
            #[cfg(feature = "index")]
            Self::IndexClosed => ["Chỉ mục đã đóng. Hãy mở lại bằng Index.open.", "The index is closed. Open it again with Index.open."],
            #[cfg(feature = "index")]
            Self::NotALiveIndex => ["Thư mục \"{folder}\" không có chỉ mục sống của hoten. Hãy chọn thư mục khác, hoặc tạo mới bằng LiveIndex.create.", "The folder \"{folder}\" holds no live index of hoten. Choose another folder, or make one with LiveIndex.create."],
            #[cfg(feature = "index")]
            Self::LiveExists => ["Thư mục \"{folder}\" đã có chỉ mục sống. Hãy mở bằng LiveIndex.open.", "The folder \"{folder}\" holds a live index already. Open it with LiveIndex.open."],
            #[cfg(feature = "index")]
            Self::LiveLocked => ["Chỉ mục sống trong \"{folder}\" đang được nơi khác ghi. Hãy đóng nơi đó trước, hoặc chỉ đọc.", "The live index in \"{folder}\" is being written elsewhere. Close it there first, or only read."],
            #[cfg(feature = "index")]
            Self::LiveDamaged => ["Chỉ mục sống bị hỏng (phần {part}). Hãy cứu dữ liệu sang thư mục khác bằng LiveIndex.salvage.", "The live index is damaged (part {part}). Save what is left into another folder with LiveIndex.salvage."],
            #[cfg(feature = "index")]
            Self::LiveDisk => ["Không đọc hoặc ghi được tệp \"{file}\" trong \"{folder}\": {reason}. Hãy kiểm tra đĩa, quyền và chỗ trống.", "The file \"{file}\" in \"{folder}\" could not be read or written: {reason}. Check the disk, its permissions and free space."],
            #[cfg(feature = "index")]
            Self::LiveStopped => ["Chỉ mục sống trong \"{folder}\" đã ngừng ghi sau một lần ghi hỏng. Hãy mở lại: những gì đã được xác nhận vẫn còn.", "The live index in \"{folder}\" has stopped after a failed write. Open it again: everything that was acknowledged is there."],
            #[cfg(feature = "index")]
            Self::NoRecordId => ["Dòng {row} (đếm từ 0) không có mã hồ sơ; chỉ mục sống cần mã để cập nhật và xóa. Hãy thêm cột \"Mã hồ sơ\" (record_id).", "Row {row} (counted from 0) has no record id; a live index needs one to update and remove records. Add a column \"record_id\"."],
            #[cfg(feature = "index")]
            Self::NothingToUpdate => ["Không có hồ sơ nào mang mã này để cập nhật. Hãy thêm hồ sơ bằng add.", "No record of this id is there to be updated. Use add for a new one."],
            #[cfg(feature = "index")]
            Self::NotARecord => ["Cần một hồ sơ (tên trường và giá trị), nhưng gặp kiểu {type}.", "Expected a record (field names and values), found {type}."],
            #[cfg(not(target_family = "wasm"))]
            Self::UnknownKeyword => ["Hàm {function}() không có tham số \"{name}\". Có phải ý bạn là \"{nearest}\"? Các tham số dùng được: {known}.", "{function}() has no keyword \"{name}\". Did you mean \"{nearest}\"? Keywords: {known}."],
            #[cfg(not(target_family = "wasm"))]
            Self::WrongArgument => ["Tham số \"{name}\" của {function}() không nhận kiểu {type}. Hãy xem help(hoten.{function}).", "The argument \"{name}\" of {function}() does not take {type}. See help(hoten.{function})."],
            #[cfg(not(target_family = "wasm"))]
            Self::ParquetReaderMissing => ["Để đọc tệp Parquet \"{file}\" cần một trong các gói pyarrow, polars, duckdb. Hãy cài một gói (pip install pyarrow), hoặc lưu thành CSV hay xlsx.", "To read the Parquet file \"{file}\" one of the packages pyarrow, polars or duckdb is needed. Install one (pip install pyarrow), or save the table as CSV or xlsx."],
            #[cfg(not(all(feature = "file", feature = "index", feature = "serde", not(target_family = "wasm"))))]
            _ => [self.as_str(); 2],
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}
