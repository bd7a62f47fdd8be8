//! VIQR is ASCII: `Nguye^~n Va(n DDu+'c`. Only many signs together are evidence.

use super::super::{Encoding, redecode};
use super::evidence::{KNOWN, plausibility, word_weight, words};
use alloc::collections::BTreeSet;
use alloc::string::String;

/// Evidence asked for: two words made known name parts.
const ENOUGH: i32 = 2 * KNOWN + 4;

/// Does a sign of a letter's quality stand in a word, where hardly anything else puts it?
pub(super) fn looks_viqr(text: &str) -> bool {
    text.as_bytes().windows(3).any(|three| match three {
        [letter, sign, next] => {
            let fits = match sign {
                b'^' => matches!(letter | 0x20, b'a' | b'e' | b'o'),
                b'(' => matches!(letter | 0x20, b'a'),
                b'+' | b'*' => matches!(letter | 0x20, b'o' | b'u'),
                _ => false,
            };
            fits && (next.is_ascii_alphabetic()
                || matches!(next, b'\'' | b'`' | b'?' | b'~' | b'.'))
        }
        _ => false,
    })
}

/// The evidence of cells that look so; above 0 only if it suffices.
pub(super) fn viqr_evidence(cells: &[&str]) -> i32 {
    let mut seen = BTreeSet::new();
    let mut scratch = String::new();
    let mut total = 0;
    for cell in cells {
        for word in cell.split_ascii_whitespace() {
            if seen.insert(word)
                && let Some(text) = redecode(word, Encoding::Viqr)
            {
                total += words(&text).map(|word| word_weight(word, &mut scratch)).sum::<i32>();
            }
        }
    }
    if total < ENOUGH { 0 } else { total }
}

/// A cell of a VIQR column as it reads.
pub(super) fn read_viqr(cell: &str) -> Option<String> {
    let text = redecode(cell, Encoding::Viqr)?;
    (plausibility(&text) > 0).then_some(text)
}
