//! What stands after a name: aliases, what became of the person, places, birth dates, and the word
//! or letter that tells namesakes apart.

use super::beside::Words;
use super::word::spells;
use crate::lexicon::FoldKey;

keys! {
    TUC "tuc", TU "tu", HAY "hay", CHET "chet", MAT "mat",
    BI "bi", THUONG "thuong", TEN "ten", CON "con", PHAP "phap", BIET "biet",
    DA "da", CHUYEN "chuyen", CHU "chu", LIET "liet", QUA "qua", TAM "tam",
    AP "ap", KHOM "khom", THON "thon", XOM "xom", PHUONG "phuong", XA "xa",
    TO "to", DOI "doi", KHU "khu", KHOI "khoi", SO "so", KP "kp", TDP "tdp",
    SN "sn", NS "ns", SINH "sinh", NAM "nam", NGAY "ngay", THANG "thang",
    I "i", II "ii", III "iii", IV "iv", JR "jr", SR "sr", A "a", B "b",
}

/// How a note is known by its first word.
enum Lead {
    /// By this word with its marks.
    Marked(&'static str),
    /// By this word in small letters: it is a name too.
    Small(&'static str),
    /// By this word and one of these after it.
    Pair(&'static str, &'static [&'static str]),
    /// By this word and a number after it.
    Counted(&'static str),
    /// By this word, with a number after it or a whole name before it; in capitals it is a name of
    /// Khmer people too.
    Unit(&'static str),
}

/// Facts: vietnamese.md 3 (alias words, `(chết)`, unit names), 5 (kinds of units); inferred: the
/// other words for death, absence and office.
fn lead(key: FoldKey) -> Option<Lead> {
    use Lead::{Counted, Marked, Pair, Small, Unit};
    Some(match key {
        TUC => Marked("tức"),
        TU => Small("tự"),
        HAY => Small("hay"),
        BI => Pair("bí", &["danh"]),
        THUONG => Pair("thường", &["gọi"]),
        TEN => Pair("tên", &["khác", "gọi", "thường", "thật", "cũ", "thánh"]),
        CON => Pair("còn", &["gọi", "có", "tên"]),
        PHAP => Pair("pháp", &["danh"]),
        BIET => Pair("biệt", &["danh", "hiệu"]),
        DA => Pair("đã", &["chết", "mất", "chuyển", "cắt", "xóa"]),
        CHUYEN => Pair("chuyển", &["đi", "đến"]),
        CHU => Pair("chủ", &["hộ"]),
        LIET => Pair("liệt", &["sĩ", "sỹ"]),
        QUA => Pair("quá", &["cố"]),
        TAM => Pair("tạm", &["trú", "vắng"]),
        AP => Unit("ấp"),
        KHOM => Unit("khóm"),
        THON => Unit("thôn"),
        XOM => Unit("xóm"),
        PHUONG => Unit("phường"),
        XA => Unit("xã"),
        TO => Counted("tổ"),
        DOI => Counted("đội"),
        KHU => Counted("khu"),
        KHOI => Counted("khối"),
        SO => Counted("số"),
        KP => Counted("kp"),
        TDP => Counted("tdp"),
        _ => return None,
    })
}

/// Where an alias or a note begins: at least two words before it, one after its first.
pub(super) fn beginning(words: &Words<'_>) -> Option<usize> {
    (words.first + 2..words.last.saturating_sub(1)).find(|&at| match lead(words.key(at)) {
        None => false,
        Some(Lead::Marked(marked)) => spells(words.word(at), marked),
        // All text in small letters tells nothing.
        Some(Lead::Small(small)) => words.word(at) == small && is_capital(words.word(words.first)),
        Some(Lead::Pair(one, others)) => {
            words.reads(at, one) && others.iter().any(|other| is_word(words, at + 1, other))
        }
        Some(Lead::Counted(marked)) => words.reads(at, marked) && is_number(words, at + 1),
        Some(Lead::Unit(marked)) => {
            let word = words.word(at);
            let small = at >= words.first + 3 && !is_capital(word);
            let no_name = at >= words.first + 3 && matches!(words.key(at), AP | KHOM);
            spells(word, marked) && (small || no_name || is_number(words, at + 1))
        }
    })
}

fn is_number(words: &Words<'_>, at: usize) -> bool {
    words.token(at).is_some_and(|token| token.has_digit() && !token.has_letter())
}

fn is_word(words: &Words<'_>, at: usize, marked: &str) -> bool {
    let word = words.word(at);
    spells(word, marked)
        || word.is_ascii() && crate::text::strip_marks(marked).eq_ignore_ascii_case(word)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(crate::text::is_uppercase)
}

/// Is the last word no part of the name? `after`: something behind it was set apart already.
pub(super) fn is_trailing(words: &Words<'_>, after: bool) -> bool {
    let at = words.last - 1;
    let Some(token) = words.token(at) else { return false };
    let written = words.word(at);
    if token.has_digit() {
        // A number, or one that a unit is written on (KP5).
        return written.starts_with(|c: char| c.is_ascii_digit());
    }
    let before = at - words.first;
    match token.key() {
        // `sinh năm 1950`.
        SN | NS if after => true,
        SINH if after => spells(written, "sinh"),
        NGAY if after => spells(written, "ngày"),
        THANG if after => spells(written, "tháng"),
        // Năm and Nam are names: in small letters only.
        NAM if after => matches!(written, "năm" | "nam"),
        CHET => spells(written, "chết"),
        MAT => before >= 2 && spells(written, "mất"),
        // School lists: Nguyễn Văn Hòa A and B. Nguyễn Văn A is nobody's real name, but whole.
        A | B => before >= 3 && matches!(written, "A" | "B") && !token.is_dotted() && full(words),
        I => before >= 3 && written == "I" && full(words),
        II | III | IV | JR | SR => before >= 2 && full(words),
        _ => before >= 3 && is_kin(written) && is_capital(words.word(at - 1)),
    }
}

/// Abbreviations before it: the letter may be one too.
fn full(words: &Words<'_>) -> bool {
    let first = words.token(words.first);
    first.is_some_and(|first| !first.is_letter() && !first.has_apostrophe())
        && (words.first..words.last - 1).all(|at| words.token(at).is_some_and(|t| t.is_full()))
}

/// What families call their members, and their places among brothers and sisters, in small letters
/// behind a name in capitals.
fn is_kin(written: &str) -> bool {
    KIN.contains(&written) || ORDER.contains(&written)
}

const KIN: [&str; 9] = ["con", "cha", "em", "anh", "chị", "lớn", "nhỏ", "mẹ", "bố"];
const ORDER: [&str; 11] =
    ["út", "cả", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// Does the text after a name tell namesakes apart: `con`, `lớn`, `A`, `II`, `Jr`, `2`? Inferred
/// from how families and schools write; no law knows such a part of a name.
pub(super) fn distinguishes(suffix: &str) -> bool {
    let word = suffix.trim_end_matches('.');
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_ascii_alphanumeric(),
        _ => KIN.iter().chain(&["ii", "iii", "iv", "jr", "sr"]).any(|kin| spells(word, kin)),
    }
}
