//! Text beside the name: numbering, honorifics, aliases, birth dates and notes.
//!
//! Which of these registers hold, and their forms: facts, vietnamese.md 3 ("non-name text in the
//! cell"). What may also be part of a name is only set apart where the rest still reads as a name.

use super::scan::{Scan, Token, Tokens};
use super::word::{Folded, spells};
use crate::lexicon;

/// Words after which another name of the person follows.
const ALIAS_PAIRS: [(&str, &str); 9] = [
    ("bi", "danh"),
    ("thuong", "goi"),
    ("ten", "khac"),
    ("ten", "goi"),
    ("ten", "thuong"),
    ("con", "goi"),
    ("tuc", "goi"),
    ("tuc", "danh"),
    ("phap", "danh"),
];
/// Words that lead a birth date.
const DATE_WORDS: [&str; 7] = ["sn", "ns", "sinh", "năm", "nam", "ngày", "tháng"];
/// What is written where a name is not known, folded.
const NO_NAMES: [&[&str]; 16] = [
    &["khong", "ro"],
    &["khong", "biet"],
    &["khong", "co"],
    &["khong", "ten"],
    &["khong", "xac", "dinh"],
    &["khong"],
    &["chua", "ro"],
    &["chua", "co"],
    &["chua", "co", "ten"],
    &["chua", "dat", "ten"],
    &["vo", "danh"],
    &["null"],
    &["none"],
    &["nan"],
    &["nt"],
    &["nhu", "tren"],
];

/// The words of the name itself, and where the text after it begins and its alias lies.
pub(super) struct Parted {
    /// Index of the first and one past the last token of the name.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Where text after the name begins.
    pub(super) rest: Option<usize>,
}

/// Sets apart what stands before and after the name.
pub(super) fn part(text: &str, scan: &Scan) -> Parted {
    let tokens = &scan.tokens;
    let (mut first, mut last, mut rest) = (0, tokens.len(), scan.rest);
    // A label before a colon, if words follow it.
    if scan.label < last {
        first = scan.label;
    }
    while token(tokens, first).is_some_and(|t| t.has_digit() && !t.has_letter()) && first + 1 < last
    {
        first += 1;
    }
    if let Some(at) = alias(text, tokens, first, last) {
        last = at;
        rest = token(tokens, at).map(Token::start);
    }
    let end = last;
    while first + 1 < last && is_trailing(text, tokens, last - 1, last < end) {
        last -= 1;
        rest = token(tokens, last).map(Token::start);
    }
    first += titles(text, tokens, first, last);
    Parted { first, last, rest }
}

/// Is nothing named here: `không rõ`, `chưa đặt tên`, `null`?
pub(super) fn is_no_name(text: &str, name: &[Token]) -> bool {
    // All begin with one of these, and hardly a surname does.
    let begins = |t: &Token| t.text(text).starts_with(['k', 'K', 'c', 'C', 'v', 'V', 'n', 'N']);
    let word = |at: usize| name.get(at).map_or(Folded::of(""), |t| Folded::of(t.text(text)));
    if name.len() > 3 || !name.first().is_some_and(begins) {
        return false;
    }
    let first = word(0);
    NO_NAMES.iter().any(|words| {
        words.len() == name.len()
            && words.iter().enumerate().all(|(at, no_name)| {
                if at == 0 { first.as_str() == *no_name } else { word(at).as_str() == *no_name }
            })
    })
}

fn token(tokens: &Tokens, at: usize) -> Option<Token> {
    tokens.get(at).copied()
}

fn word<'a>(text: &'a str, tokens: &Tokens, at: usize) -> &'a str {
    token(tokens, at).map_or("", |t| t.text(text))
}

/// The token where an alias begins: at least two words before it, one after it.
fn alias(text: &str, tokens: &Tokens, first: usize, last: usize) -> Option<usize> {
    (first + 2..last.saturating_sub(1)).find(|&at| {
        let this = word(text, tokens, at);
        if spells(this, "tức") || this == "tự" {
            // `tự` in lower case only: Tự is a name too, and so is all lower-case text.
            return this != "tự" || word(text, tokens, first).starts_with(char::is_uppercase);
        }
        let pair = Folded::of(this);
        ALIAS_PAIRS.iter().any(|(one, two)| {
            pair.as_str() == *one && Folded::of(word(text, tokens, at + 1)).as_str() == *two
        })
    })
}

/// A birth date or a note that follows the name. `after`: something was set apart behind it.
fn is_trailing(text: &str, tokens: &Tokens, at: usize, after: bool) -> bool {
    let Some(this) = token(tokens, at) else { return false };
    let written = this.text(text);
    if this.has_digit() {
        let dated = ["sn", "ns"]
            .iter()
            .any(|lead| written.get(..2).is_some_and(|head| head.eq_ignore_ascii_case(lead)));
        return dated || written.starts_with(|c: char| c.is_ascii_digit());
    }
    if after
        && DATE_WORDS
            .iter()
            .any(|lead| written == *lead || written.len() == 2 && spells(written, lead))
    {
        return true;
    }
    spells(written, "chết") || written == "đã" && after
}

/// How many words of the name a title wants behind it; `None` if the word is no title.
///
/// Without marks some titles are surnames as well (Ông, Bá), so they want more; those that are
/// common surnames (Chu, Cù, Cổ) are titles with their marks only.
fn title(word: &str) -> Option<usize> {
    let fold = Folded::of(word);
    let marked = match fold.as_str() {
        "anh" | "thay" => return Some(2),
        "ong" | "ba" | "o" | "mr" | "mrs" | "ms" | "b" | "dc" if word.is_ascii() => return Some(3),
        "ong" => "ông",
        "ba" => "bà",
        "cu" => "cụ",
        "chi" => "chị",
        "co" => "cô",
        "chu" => "chú",
        "bac" => "bác",
        "chau" => "cháu",
        "o" => "ô",
        "dc" => "đc",
        _ => return None,
    };
    spells(word, marked).then_some(2)
}

/// How many titles lead the name: only before a well known surname with a name behind it.
fn titles(text: &str, tokens: &Tokens, first: usize, last: usize) -> usize {
    if word(text, tokens, first).contains('/') && spells(word(text, tokens, first), "đ/c") {
        return usize::from(first + 1 < last);
    }
    let leads = |at: usize| {
        title(word(text, tokens, at)).is_some_and(|needed| {
            // `Ô.` is hardly ever the surname Ôn.
            let sure = token(tokens, at).is_some_and(Token::is_dotted)
                && spells(word(text, tokens, at), "ô");
            last.saturating_sub(at + 1) >= needed
                && (sure || is_strong_surname(word(text, tokens, at + 1)))
        })
    };
    if title(word(text, tokens, first)).is_none() {
        0
    } else if leads(first) {
        1
    } else if leads(first + 1) {
        2
    } else {
        0
    }
}

/// A surname of one in 2,000 people that is not mostly a middle name, or the first word of a
/// compound one.
fn is_strong_surname(word: &str) -> bool {
    let fold = Folded::of(word);
    !matches!(fold.as_str(), "thi" | "van")
        && (fold.flags().is_some_and(|flags| flags.heads_compound())
            || lexicon::surname_by_fold(fold.as_str()).is_some_and(|entry| entry.share > 0.000_5))
}
