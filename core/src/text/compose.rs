//! Canonical composition, with the mark order that NFC misses.
//!
//! `e` + acute + circumflex stays `é` + circumflex under NFC, since both marks have combining
//! class 230 (Unicode, chapter 3.11). Vietnamese means `ế`: quality marks (circumflex, breve)
//! belong before tone marks. Dot below and horn are ordered by NFC itself.

use super::letter::{Letter, Mark};
use super::unicode::{self, is_combining_mark};
use alloc::{borrow::Cow, string::String, vec::Vec};

/// Never changed by composition, whatever stands around it (unless a mark follows).
#[inline]
fn is_stable(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{1EA0}'..='\u{1EF9}' | '\u{2010}'..='\u{2027}'
        | '\u{1780}'..='\u{17B3}' | '\u{17B6}'..='\u{17D1}' | '\u{17E0}'..='\u{17E9}')
}

/// Is the text sure to be composed already? `false` may be wrong for text outside Vietnamese and
/// Khmer; then [`compose`] gives it back unchanged. One pass, no allocation.
#[must_use]
#[inline]
pub fn is_composed(text: &str) -> bool {
    text.chars().all(is_stable)
}

/// The text in NFC, with quality marks sorted before tone marks first; borrowed if nothing changes.
///
/// ```
/// use hoten::text::compose;
/// assert_eq!(compose("Nguye\u{303}\u{302}n"), "Nguyễn");
/// assert_eq!(compose("Vie\u{323}\u{302}t"), "Việt");
/// ```
#[must_use]
pub fn compose(text: &str) -> Cow<'_, str> {
    if is_composed(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    compose_to(text, &mut out);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Appends [`compose`]d text to `out`. What stands in `out` is not touched or joined with.
pub fn compose_to(text: &str, out: &mut String) {
    let start = out.len();
    if !compose_letters(text, out) {
        out.truncate(start);
        compose_any(text, out);
    }
}

/// The same for Vietnamese letters and marks; `false` if anything else would have to be composed,
/// and then some of the text may have been appended.
pub(crate) fn compose_letters(text: &str, out: &mut String) -> bool {
    out.reserve(text.len());
    let mut open: Option<Letter> = None;
    for c in text.chars() {
        if is_stable(c) {
            open = Letter::of(c);
            out.push(c);
        } else if let Some(joined) = Mark::combining(c).and_then(|mark| open?.with_mark(mark)) {
            out.pop();
            out.push(joined.to_char());
            open = Some(joined);
        } else {
            return false;
        }
    }
    true
}

/// The same for any text, through Unicode's tables.
fn compose_any(text: &str, out: &mut String) {
    let mut chars: Vec<char> = unicode::decompose(text).chars().collect();
    let mut rest = chars.as_mut_slice();
    while let Some((base, after)) = rest.split_first_mut() {
        let count = after.iter().take_while(|&&c| is_combining_mark(c)).count();
        let (marks, next) = after.split_at_mut(count);
        if marks.len() > 1 && Letter::of(*base).is_some_and(Letter::is_vowel) {
            // Stable: only quality marks move.
            marks.sort_by_key(|&mark| !matches!(mark, '\u{302}' | '\u{306}' | '\u{31B}'));
        }
        rest = next;
    }
    let sorted: String = chars.into_iter().collect();
    out.push_str(&unicode::compose(&sorted));
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_letter_composes_from_every_order_of_its_marks() {
        for c in ('\u{80}'..'\u{2000}').filter(|&c| Letter::of(c).is_some()) {
            let parts: Vec<char> = c.nfd().collect();
            assert_eq!(compose(&c.to_string()), c.to_string());
            assert_eq!(compose(&parts.iter().collect::<String>()), c.to_string());
            if let [base, one, two] = parts[..] {
                let text: String = [base, two, one].iter().collect();
                assert_eq!(compose(&text), c.to_string(), "{c}");
                let mut out = String::new();
                compose_any(&text, &mut out);
                assert_eq!(out, c.to_string());
            }
        }
    }

    #[test]
    fn what_vietnamese_does_not_know_is_plain_nfc() {
        for text in [
            "n\u{303}",
            "c\u{30C}",
            "o\u{31B}\u{306}",
            "가",
            "\u{1112}\u{1161}",
            "ក\u{17D2}ម",
            "\u{301}a",
        ] {
            assert_eq!(compose(text), text.nfc().collect::<String>());
        }
    }
}
