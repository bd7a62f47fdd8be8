//! What is noticed about a name.

use super::{Name, WordForm, divide, impossible};
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
pub(super) fn of(name: &Name<'_>, odd: Option<(usize, char)>) -> Vec<Finding> {
    let mut found = Vec::new();
    if name.is_empty() {
        found.push(new(FindingCode::NameEmpty));
        return found;
    }
    if name.is_unknown() {
        found.push(new(FindingCode::NameUnknown));
        return found;
    }
    if let Some((at, c)) = odd {
        let finding = new(FindingCode::NameOddCharacter).at(at, at + c.len_utf8());
        found.push(finding.with("char", c.to_string()));
    }
    for (code, test) in PLACES {
        if let Some(token) = name.tokens.iter().find(|token| test(token)) {
            found.push(new(code).at(token.start(), token.end()));
        }
    }
    if name.len() == 1 {
        found.push(new(FindingCode::NameOneWord));
    }
    if name.len() >= MANY_WORDS {
        found.push(new(FindingCode::NameManyWords).with("count", name.len().to_string()));
    }
    if let Some(first) = name.parts().next().filter(|part| part.form == WordForm::Full)
        && name.len() > 1
        && let Some(meant) = divide::meant_surname(first.text)
    {
        let finding = new(FindingCode::NameSurnameMisspelled).at(first.span.start, first.span.end);
        found.push(finding.suggest(meant).with("surname", meant));
    }
    found.extend(impossible::find(name));
    if !name.lead().is_empty() || !name.suffix().is_empty() {
        found.push(new(FindingCode::NameBeside));
    }
    found
}

type Test = fn(&super::scan::Token) -> bool;

const PLACES: [(FindingCode, Test); 3] = [
    (FindingCode::NameDigit, |token| token.has_digit()),
    (FindingCode::NameIllegible, |token| token.is_illegible()),
    (FindingCode::NameAbbreviated, |token| token.is_abbreviated()),
];
