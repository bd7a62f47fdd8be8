//! Titles before a name: `Ông`, `Bà`, `Cụ`, `Đ/c`, `Anh Hai`.

use super::beside::Words;
use super::word::spells;
use crate::lexicon::FoldKey;

keys! {
    ONG "ong", BA "ba", O "o", CU "cu", ANH "anh", CHI "chi", CO "co", CHU "chu", BAC "bac",
    CHAU "chau", THAY "thay", EM "em", DI "di", CAU "cau", MO "mo", THIM "thim", DUONG "duong",
    BE "be", HO "ho", MR "mr", MRS "mrs", MS "ms", B "b", DC "dc", BS "bs", TS "ts", THS "ths",
    KS "ks", LS "ls", DONG "dong", LIET "liet", DAI "dai", HOA "hoa", THUONG "thuong", NI "ni",
    SU "su", CON "con",
    UT "ut", HAI "hai", TU "tu", NAM "nam", SAU "sau", BAY "bay", TAM "tam", CHIN "chin",
    MUOI "muoi", CA "ca", THI "thi", VAN "van",
}

/// Titles in a row.
const MOST: usize = 3;

/// What may follow a title, from little to much.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Follower {
    /// A usual surname, or the first word of a compound one.
    Usual,
    /// Any surname, any particle of the highlands.
    Known,
    /// Any word.
    Any,
}

/// What one title asks for.
#[derive(Clone, Copy)]
struct Title {
    /// How many words it is.
    words: usize,
    /// How many words of a name it wants behind it.
    behind: usize,
    follower: Follower,
}

impl Title {
    /// No name begins so.
    const SURE: Self = Self { words: 1, behind: 2, follower: Follower::Known };
    const PAIR: Self = Self { words: 2, ..Self::SURE };
    const CERTAIN: Self = Self { follower: Follower::Any, ..Self::SURE };
    /// Also a surname or a given name.
    const OPEN: Self = Self { words: 1, behind: 2, follower: Follower::Usual };
    /// Without its marks, or one letter.
    const WEAK: Self = Self { behind: 3, ..Self::OPEN };
}

/// How many words before the name are titles. The longest row that a name follows.
pub(super) fn count(words: &Words<'_>) -> usize {
    let mut at = words.first;
    let mut asked = Title { words: 0, behind: 0, follower: Follower::Usual };
    let mut found = 0;
    for place in 0..MOST {
        let Some(title) = title(words, at, place > 0) else { break };
        at += title.words;
        asked.behind = asked.behind.max(title.behind);
        asked.follower = asked.follower.max(title.follower);
        if words.last.saturating_sub(at) >= asked.behind && follows(words, at, asked.follower) {
            found = at - words.first;
        }
    }
    found
}

/// The title at a place, if there is one. Without marks some are surnames (Ông, Bá), common surnames
/// (Chu, Cù, Cổ) or given names: those are titles with their marks only.
fn title(words: &Words<'_>, at: usize, behind_title: bool) -> Option<Title> {
    let token = words.token(at)?;
    let word = words.word(at);
    let marked = |marked: &str| spells(word, marked).then_some(Title::SURE);
    let open = |marked: &str| spells(word, marked).then_some(Title::OPEN);
    let weak = || word.is_ascii().then_some(Title::WEAK);
    let pair = |one: &str, other: &str| {
        (spells(word, one) && spells(words.word(at + 1), other)).then_some(Title::PAIR)
    };
    match token.key() {
        ONG => open("ông").or_else(weak),
        BA if behind_title => marked("bà").or_else(|| open("ba")),
        BA => marked("bà").or_else(weak),
        // `Ô.` is hardly ever the surname Ôn.
        O if token.is_dotted() && spells(word, "ô") => Some(Title::CERTAIN),
        O => open("ô").or_else(weak),
        DC => open("đc").or_else(weak),
        MR | MRS | MS | B | BS | TS | THS | KS | LS => weak(),
        CU => marked("cụ"),
        CHI => marked("chị"),
        CO => marked("cô").or_else(|| marked("cố")),
        CHU => pair("chủ", "hộ").or_else(|| marked("chú")),
        BAC => marked("bác"),
        // Chau, the surname of Khmer men, is also heard as Cháu.
        CHAU => spells(word, "cháu").then_some(Title::WEAK),
        DI => marked("dì"),
        CAU => marked("cậu"),
        MO => marked("mợ"),
        THIM => marked("thím"),
        DUONG => marked("dượng"),
        HO => marked("hộ"),
        BE => open("bé"),
        ANH => open("anh"),
        THAY => open("thầy").or_else(|| open("thay")),
        EM => pair("em", "bé").or_else(|| open("em")),
        DONG => pair("đồng", "chí"),
        LIET => pair("liệt", "sĩ").or_else(|| pair("liệt", "sỹ")),
        DAI => pair("đại", "đức"),
        HOA => pair("hòa", "thượng").or_else(|| pair("hoà", "thượng")),
        THUONG => pair("thượng", "tọa").or_else(|| pair("thượng", "toạ")),
        NI => pair("ni", "sư"),
        SU => pair("sư", "cô"),
        CON => pair("con", "ông").or_else(|| pair("con", "bà")),
        UT | HAI | TU | NAM | SAU | BAY | TAM | CHIN | MUOI | CA => {
            birth_order(words, at, behind_title)
        }
        FoldKey::NONE => marked("đ/c"),
        _ => None,
    }
}

/// A place among brothers and sisters: Anh Hai, Chú Út; before a whole name also alone.
fn birth_order(words: &Words<'_>, at: usize, behind_title: bool) -> Option<Title> {
    const ORDER: [&str; 11] =
        ["út", "hai", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "cả"];
    let word = words.word(at);
    let known = ORDER.iter().any(|order| spells(word, order)) && !heads_compound(words, at);
    known.then_some(if behind_title { Title::OPEN } else { Title::WEAK })
}

/// Tư Mã is a surname, not a fourth child of the Mã.
fn heads_compound(words: &Words<'_>, at: usize) -> bool {
    let facts = |at: usize| words.token(at).and_then(|token| token.facts());
    facts(at).is_some_and(|facts| facts.heads_compound())
        && facts(at + 1).is_some_and(|facts| facts.ends_compound())
}

/// Does a name stand there?
fn follows(words: &Words<'_>, at: usize, follower: Follower) -> bool {
    let Some(token) = words.token(at) else { return false };
    let known = follower >= Follower::Known;
    match token.facts() {
        _ if follower == Follower::Any => true,
        _ if matches!(token.key(), THI | VAN) => false,
        _ if known && (token.has_apostrophe() || token.is_letter() && !token.is_dotted()) => true,
        None => false,
        Some(facts) => {
            facts.heads_compound() || facts.as_surname() > 0.000_5 || known && facts.is_surname()
        }
    }
}
