//! One cell as it is compared: its text in normal form, and its words.

use crate::clean::{fold_to, normalize_to};
use crate::text::{is_alphanumeric, lowercase};

/// A cell in the forms it is compared by.
#[derive(Default)]
pub(super) struct Shape {
    /// Normal form: case, blanks and composition alike.
    pub(super) text: String,
    /// Words of letters and digits without marks, a blank between two. Never empty.
    pub(super) plain: String,
    folded: String,
}

/// Letters of a value that are looked at.
const LETTERS: usize = 512;

/// Reads a cell; `false` if it holds no letter and no digit, and so says nothing.
///
/// Signs within a word are left out (`KDL-40V2500`, `O'Brien`, `U.S.`), others part words
/// (`vol.3/no.2`, `Smith,John`).
pub(super) fn shape(cell: &str, out: &mut Shape) -> bool {
    let Shape { text, plain, folded } = out;
    let end = cell.char_indices().nth(LETTERS).map_or(cell.len(), |(at, _)| at);
    let cell = cell.get(..end).unwrap_or(cell);
    text.clear();
    normalize_to(cell, text);
    folded.clear();
    fold_to(text, folded);
    plain.clear();
    let mut part = false;
    for c in folded.chars().flat_map(lowercase) {
        if is_alphanumeric(c) {
            if part && !plain.is_empty() {
                plain.push(' ');
            }
            part = false;
            plain.push(c);
        } else if !matches!(c, '\'' | '-' | '.' | '_' | '’' | '`' | '\u{300}'..='\u{36F}') {
            part = true;
        }
    }
    !plain.is_empty()
}
