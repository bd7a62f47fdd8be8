//! What is noticed about a name.

use super::scan::Seen;
use super::{Name, divide, impossible, note};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use alloc::vec::Vec;

/// More words than any name has: probably two names in one cell. Names of seven are known (facts:
/// vietnamese.md 3).
const MANY_WORDS: usize = 9;

fn new(code: FindingCode) -> Finding {
    Finding::new(code, FieldName::FullName)
}

/// Everything noticed; the vector stays unallocated for a plain name.
pub(super) fn of(name: &Name<'_>, seen: &Seen) -> Vec<Finding> {
    let mut found = Vec::new();
    if name.is_empty() {
        found.push(new(FindingCode::NameEmpty));
        return found;
    }
    if name.is_unknown() {
        found.push(new(FindingCode::NameUnknown));
        return found;
    }
    if let Some((at, c)) = seen.odd {
        let finding = new(FindingCode::NameOddCharacter).at(at, at + c.len_utf8());
        found.push(finding.with("char", if c == '\0' { "NUL".into() } else { c.to_string() }));
    }
    if seen.unclear {
        for (code, test) in PLACES {
            if let Some(token) = name.tokens.iter().find(|token| test(token)) {
                found.push(new(code).at(token.start(), token.end()));
            }
        }
    }
    // K'Brơi, H'Bia: some peoples of the Central Highlands bear no surname.
    if let [only] = name.tokens.as_slice()
        && !only.has_apostrophe()
    {
        found.push(new(FindingCode::NameOneWord));
    }
    if name.len() >= MANY_WORDS {
        found.push(new(FindingCode::NameManyWords).with("count", name.len().to_string()));
    }
    if let [first, _, ..] = name.tokens.as_slice()
        && first.is_full()
        && let Some(meant) = divide::meant_surname(name.text, *first)
    {
        let finding = new(FindingCode::NameSurnameMisspelled).at(first.start(), first.end());
        found.push(finding.suggest(meant).with("surname", meant));
    }
    if let Some(certainty) = name.division.turned {
        let percent = (certainty * 100.0) as u8;
        found.push(new(FindingCode::NameGivenFirst).with("certainty", percent.to_string()));
    }
    found.extend(impossible::find(name));
    beside(name, &mut found);
    found
}

/// What stands before and after the name.
fn beside(name: &Name<'_>, found: &mut Vec<Finding>) {
    if name.lead == 0 && name.rest == name.text.len() {
        return;
    }
    let (lead, suffix) = (name.lead(), name.suffix());
    let distinguishes = note::distinguishes(suffix);
    if !lead.is_empty() || !suffix.is_empty() && !distinguishes {
        found.push(new(FindingCode::NameBeside));
    }
    if distinguishes {
        found.push(new(FindingCode::NameDistinguished));
    }
}

type Test = fn(&super::token::Token) -> bool;

const PLACES: [(FindingCode, Test); 3] = [
    (FindingCode::NameDigit, |token| token.has_digit()),
    (FindingCode::NameIllegible, |token| token.is_illegible()),
    (FindingCode::NameAbbreviated, |token| token.is_abbreviated()),
];
