//! Text beside the name: numbering and honorifics before it, aliases, birth dates and notes after.
//!
//! Which of these registers hold, and their forms: facts, vietnamese.md 3 ("non-name text in the
//! cell"). What may also be part of a name is only set apart where the rest still reads as a name.

use super::scan::Seen;
use super::token::Token;
use super::word::spells;
use super::{note, title};
use crate::lexicon::FoldKey;

/// What is written where a name is not known.
const NO_NAMES: [&[&str]; 15] = [
    &["không", "rõ"],
    &["không", "biết"],
    &["không", "có"],
    &["không", "tên"],
    &["không", "xác", "định"],
    &["không"],
    &["chưa", "rõ"],
    &["chưa", "có"],
    &["chưa", "có", "tên"],
    &["chưa", "đặt", "tên"],
    &["null"],
    &["none"],
    &["nan"],
    &["nt"],
    &["như", "trên"],
];
/// Võ Danh is a person.
const NOBODY: [&str; 2] = ["vô", "danh"];
keys! {
    KHONG "khong", CHUA "chua", VO "vo", NULL "null", NONE "none", NAN "nan", NT "nt", NHU "nhu",
}

/// The words of the name itself, and where the text after it begins.
pub(super) struct Parted {
    /// Index of the first and one past the last token of the name.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Where text after the name begins.
    pub(super) rest: Option<usize>,
}

/// Some words of a text, those that may still be the name's.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) first: usize,
    pub(super) last: usize,
}

impl<'a> Words<'a> {
    /// The token of a number, if it is one of these.
    pub(super) fn token(&self, at: usize) -> Option<Token> {
        if at < self.last { self.tokens.get(at).copied() } else { None }
    }

    /// Its text, else nothing.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.text(self.text))
    }

    /// Its key, else that of no word.
    pub(super) fn key(&self, at: usize) -> FoldKey {
        self.token(at).map_or(FoldKey::EMPTY, Token::key)
    }

    /// Is the word written so, or without any mark? `key` must fit already.
    pub(super) fn reads(&self, at: usize, marked: &str) -> bool {
        let word = self.word(at);
        word.is_ascii() || spells(word, marked)
    }
}

/// Sets apart what stands before and after the name.
pub(super) fn part(text: &str, tokens: &[Token], seen: &Seen) -> Parted {
    let mut words = Words { text, tokens, first: 0, last: tokens.len() };
    let mut rest = seen.rest;
    // A label before a colon, if words follow it.
    if seen.label < words.last {
        words.first = seen.label;
    }
    while words.first + 1 < words.last
        && words.token(words.first).is_some_and(|t| t.has_digit() && !t.has_letter())
    {
        words.first += 1;
    }
    let end = words.last;
    if let Some(at) = note::beginning(&words) {
        words.last = at;
    }
    while words.first + 1 < words.last && note::is_trailing(&words, words.last < end) {
        words.last -= 1;
    }
    if words.last < end {
        rest = tokens.get(words.last).map(|token| token.start());
    }
    words.first += title::count(&words);
    Parted { first: words.first, last: words.last, rest }
}

/// Is nothing named here: `không rõ`, `chưa đặt tên`, `null`?
pub(super) fn is_no_name(text: &str, name: &[Token]) -> bool {
    let Some(first) = name.first() else { return false };
    if !matches!(first.key(), KHONG | CHUA | VO | NULL | NONE | NAN | NT | NHU) {
        return false;
    }
    let written = || name.iter().map(|token| token.text(text));
    let is = |words: &[&str], unmarked: bool| {
        words.len() == name.len()
            && written().zip(name).zip(words).all(|((word, token), no_name)| {
                spells(word, no_name)
                    || unmarked && word.is_ascii() && token.key() == key_of(no_name)
            })
    };
    is(&NOBODY, false) || NO_NAMES.iter().any(|words| is(words, true))
}

fn key_of(word: &str) -> FoldKey {
    word.chars().fold(FoldKey::EMPTY, |key, c| {
        crate::text::Letter::of(c).map_or(FoldKey::NONE, |letter| key.and(letter.base()))
    })
}
