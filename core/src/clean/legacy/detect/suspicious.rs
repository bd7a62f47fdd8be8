//! What clean Vietnamese never shows.

use crate::text::Letter;

/// Does the text hold a character, or two letters side by side, that clean Vietnamese never has? A
/// precheck of some nanoseconds: `true` is a reason to ask [`detect`](super::detect), not a verdict.
///
/// ```
/// use hoten::is_suspicious;
/// assert!(is_suspicious("NguyÔn V¨n") && is_suspicious("Traàn Thò") && !is_suspicious("Trần Thị"));
/// ```
#[must_use]
pub fn is_suspicious(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut before = ' ';
    text.chars().any(|c| {
        let last = core::mem::replace(&mut before, c);
        match c {
            ' '..='~' | '\u{1EA0}'..='\u{1EF9}' => false,
            '\u{C0}'..='\u{FF}' => match (Letter::of(last), Letter::of(c)) {
                (Some(last), Some(letter)) => never_meet(last, letter),
                (None, Some(_)) => false,
                (_, None) => is_strange(c),
            },
            _ => Letter::of(c).is_none() && is_strange(c),
        }
    })
}

/// A vowel and an accented vowel of Latin-1 that no syllable has side by side: how VNI and CP1258
/// show a letter and its mark.
fn never_meet(before: Letter, letter: Letter) -> bool {
    before.is_vowel()
        && match (before.base(), letter.base()) {
            (b'a' | b'e', b'a' | b'e') => true,
            (b'a' | b'e' | b'o' | b'u' | b'y', b'u') => true,
            (b'o' | b'y', b'o') | (b'y', b'a') => true,
            // uyê, uyế are real, uyé is not; oà, oè are, oâ, oê are not.
            (b'y', b'e') => !letter.has_quality(),
            (b'o', b'a' | b'e') => letter.has_quality(),
            (b'i' | b'y', b'i') => true,
            _ => false,
        }
}

/// Not a Vietnamese letter, and what a misreading shows.
pub(super) fn is_strange(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}' | '\u{B4}' | '\u{B7}' | 'Ð' | 'ð' => false,
        '\0'..='\u{FF}' => true,
        // Letters of minority languages of Vietnam: č ĕ ĭ ŏ ŭ.
        'Č' | 'č' | 'Ĕ' | 'ĕ' | 'Ĭ' | 'ĭ' | 'Ŏ' | 'ŏ' | 'Ŭ' | 'ŭ' => false,
        '\u{100}'..='\u{17F}' | 'ƒ' | 'ˆ' | '˜' | '˘' | '˙' | '˛' | '˝' | '\u{2C7}' => true,
        '‚' | '„' | '†' | '‡' | '•' | '‰' | '‹' | '›' | '€' | '™' => true,
        _ => false,
    }
}
