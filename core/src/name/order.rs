//! Names written with the given name first (`Hòa Nguyễn Văn`, `Hòa Văn Nguyễn`).
//!
//! Vietnamese writes the surname first; forms filled in abroad and accounts on the net do not. The
//! two readings are weighed by how often their words are surnames and given names (shares:
//! `data/surnames.tsv`, `middle_given.tsv`). What stays in doubt stands as written: Lê is both.

use super::token::Token;
use crate::clean::normalize;
use crate::lexicon::{self, WordFacts};

/// How a name was turned around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Given, middle, surname.
    SurnameLast,
    /// Given, surname, middle.
    SurnameSecond,
}

/// One name in this many is turned around, before its words are looked at (inferred: nobody
/// counted; registers hold fewer than accounts on the net).
const RARE: f32 = 1000.0;
/// Less certainty than this is doubt.
const CERTAIN: f32 = 0.97;
/// The share of a word that is in no list: what is left for the thousand rare surnames.
const UNKNOWN: f32 = 1e-5;
/// A surname of one in 200 people; all of them together are nine of ten.
const STRONG: f32 = 0.005;
/// More bearers than one in 2,000: the first word is a surname where it stands.
const USUAL: f32 = 0.000_5;

/// Whether the given name stands first, and how certain that is.
#[inline]
pub(super) fn turned(
    text: &str,
    name: &[Token],
    first: Option<WordFacts>,
    last: Token,
) -> Option<(Order, f32)> {
    // Almost every name ends here.
    let first = first.filter(|facts| facts.as_surname() < USUAL && facts.as_given() > 0.0)?;
    weigh(text, name, first, last)
}

#[cold]
fn weigh(text: &str, name: &[Token], first: WordFacts, last: Token) -> Option<(Order, f32)> {
    let second = *name.get(1)?;
    if name.len() > 5 || first.is_minority_surname() || name.iter().any(|token| !token.is_full()) {
        return None;
    }
    let strong = |token: Token| token.facts().is_some_and(|facts| facts.as_surname() >= STRONG);
    if !strong(last) && !strong(second) {
        return None;
    }
    let unmarked = name.iter().all(|token| token.text(text).is_ascii());
    let shares = |token: Token| Shares::of(text, token, unmarked);
    let (first, second, last) = (shares(*name.first()?), shares(second), shares(last));
    let odds = |given_first: f32, surname_first: f32| given_first / surname_first / RARE;
    let (order, odds) = if last.surname >= STRONG {
        let odds = odds(first.given * last.surname, first.surname * last.given);
        (Order::SurnameLast, odds)
    } else if name.len() == 3 && second.surname >= STRONG && last.middle > last.given {
        let given_first = first.given * second.surname * last.middle;
        (Order::SurnameSecond, odds(given_first, first.surname * second.middle * last.given))
    } else {
        return None;
    };
    let certainty = odds / (1.0 + odds);
    (certainty >= CERTAIN).then_some((order, certainty))
}

/// How often a word is each part of a name.
struct Shares {
    surname: f32,
    middle: f32,
    given: f32,
}

impl Shares {
    fn of(text: &str, token: Token, unmarked: bool) -> Self {
        let facts =
            if unmarked { token.facts() } else { lexicon::facts(&normalize(token.text(text))) };
        let share = |of: fn(WordFacts) -> f32| facts.map_or(0.0, of).max(UNKNOWN);
        Self {
            surname: share(WordFacts::as_surname),
            middle: share(WordFacts::as_middle),
            given: share(WordFacts::as_given),
        }
    }
}
