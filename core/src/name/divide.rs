//! Surname, middle, given: which words of a name are which.
//!
//! The order is surname, middle, given; only the first and the last word are sure. Surnames of
//! several syllables are those of `data/surnames.tsv`; clan names of Ê Đê and Mnông stand last
//! (facts: vietnamese.md 0.9, 3).

use super::scan::Token;
use super::word::{Folded, lower, spells};
use crate::lexicon;

/// Words of each part, as ranges of token numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Division {
    pub(super) surname: (u32, u32),
    pub(super) middle: (u32, u32),
    pub(super) given: (u32, u32),
}

/// Divides the words of one name.
pub(super) fn divide(text: &str, name: &[Token]) -> Division {
    let len = u32::try_from(name.len()).unwrap_or(u32::MAX);
    let Some((first, tail)) = name.split_first() else { return Division::default() };
    if tail.is_empty() {
        return Division { given: (0, 1), ..Division::default() };
    }
    let word = first.text(text);
    if is_personal_prefix(word) && !first.is_dotted() {
        let clan = trailing_clan(text, tail);
        // A and Y also begin names without any surname (Ba Na, Xơ Đăng).
        if clan > 0 || len == 2 && !first.is_abbreviated() {
            let own = len - clan;
            return Division { surname: (own, len), middle: (0, 0), given: (0, own) };
        }
    }
    let surname = if Folded::of(word).flags().is_some_and(|flags| flags.heads_compound()) {
        leading_compound(text, name)
    } else {
        1
    };
    Division { surname: (0, surname), middle: (surname, len - 1), given: (len - 1, len) }
}

/// Y, A, H, H', H'Hen: particles of the Central Highlands, always written without marks.
fn is_personal_prefix(first: &str) -> bool {
    let mut letters = first.chars();
    match (letters.next(), letters.next()) {
        (Some('Y' | 'y' | 'A' | 'a' | 'H' | 'h'), None) => true,
        (Some('H' | 'h'), Some(second)) => super::word::is_apostrophe(second),
        _ => false,
    }
}

/// How many words at the end are a clan name.
fn trailing_clan(text: &str, tail: &[Token]) -> u32 {
    let Some(last) = tail.last() else { return 0 };
    let Some(flags) = Folded::of(last.text(text)).flags() else { return 0 };
    if flags.ends_compound() {
        for compound in lexicon::compounds() {
            let words = compound.split(' ').count();
            let Some(at) = tail.len().checked_sub(words) else { continue };
            if at > 0 && is_compound(text, tail.get(at..).unwrap_or_default(), compound) {
                return u32::try_from(words).unwrap_or(1);
            }
        }
    }
    u32::from(flags.is_highland_clan())
}

/// How many words at the front are the surname; a given name always remains.
fn leading_compound(text: &str, name: &[Token]) -> u32 {
    for compound in lexicon::compounds() {
        let words = compound.split(' ').count();
        if words < name.len() && is_compound(text, name.get(..words).unwrap_or_default(), compound)
        {
            return u32::try_from(words).unwrap_or(1);
        }
    }
    1
}

/// Do the words spell the compound? Unmarked words do if their first is no common surname alone:
/// HOANG PHU is Hoàng with a middle name.
fn is_compound(text: &str, words: &[Token], compound: &str) -> bool {
    let mut parts = compound.split(' ').zip(words);
    if parts.clone().all(|(part, word)| spells(word.text(text), part)) {
        return true;
    }
    let plain = |word: &Token| word.text(text).is_ascii();
    let rare = |word: &Token| {
        lexicon::surname_by_fold(Folded::of(word.text(text)).as_str())
            .is_none_or(|entry| entry.share < 0.001)
    };
    words.iter().all(plain)
        && words.first().is_some_and(rare)
        && parts
            .all(|(part, word)| Folded::of(part).as_str() == Folded::of(word.text(text)).as_str())
}

/// The surname that a first word probably means when it is a known misspelling.
pub(super) fn meant_surname(first: &str) -> Option<&'static str> {
    lexicon::meant(lower(first))
}
