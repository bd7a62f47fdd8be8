//! The name that a mistyped one was probably meant to be.

use alloc::vec::Vec;

/// Bytes of a name that are looked at.
const LONGEST: usize = 64;

/// The nearest of the names that are known.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let end = name.floor_char_boundary(LONGEST);
    let name = name.get(..end).unwrap_or_default();
    known.into_iter().min_by_key(|held| distance(held, name))
}

/// Edit distance in bytes; for short texts, as it takes the product of the lengths.
pub(crate) fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.bytes().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        for (b, cell) in core::iter::once(None).chain(right.bytes().map(Some)).zip(&mut row) {
            let above = *cell;
            if let Some(b) = b {
                before = (before + 1).min(above + 1).min(diagonal + usize::from(a != b));
            }
            *cell = before;
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        for (left, right, want) in
            [("", "", 0), ("abc", "", 3), ("", "ab", 2), ("hoten", "hovaten", 2), ("dob", "bod", 2)]
        {
            assert_eq!(distance(left, right), want, "{left} {right}");
        }
    }

    #[test]
    fn the_nearest_name_is_the_one_meant() {
        assert_eq!(nearest("fulname", ["sex", "full_name", "phone"]), Some("full_name"));
        assert_eq!(nearest(&"x".repeat(1 << 20), ["sex"]), Some("sex"));
        assert_eq!(nearest("x", []), None);
    }
}
