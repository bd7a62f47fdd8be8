//! Blanks and characters nobody sees.

/// Does the character only separate words: space, tab, line end, no-break and wide spaces?
///
/// Braille blank and Hangul fillers are included: they print as nothing but a gap.
#[must_use]
#[inline]
pub fn is_blank(c: char) -> bool {
    match c {
        ' ' | '\t'..='\r' => true,
        c if c < '\u{85}' => false,
        c => {
            c.is_whitespace()
                || matches!(
                    c,
                    '\u{180E}' | '\u{2800}' | '\u{3164}' | '\u{115F}' | '\u{1160}' | '\u{FFA0}'
                )
        }
    }
}

/// Does the character print as nothing and separate nothing: zero-width, soft hyphen, byte order
/// mark, direction marks, variation selectors, control characters below U+0020?
///
/// C1 controls (U+0080 to U+009F) are not included: they are what a wrongly read legacy text or
/// UTF-8 holds, and dropping them would lose letters.
#[must_use]
#[inline]
pub fn is_invisible(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\t'..='\r' => false,
        '\0'..='\u{1F}' | '\u{7F}' => true,
        '\u{AD}' | '\u{34F}' | '\u{61C}' => true,
        c if c < '\u{200B}' => matches!(c, '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180D}'),
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => true,
        '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => true,
        '\u{E0000}'..='\u{E0FFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_blank_or_invisible_but_never_both() {
        for c in ' '..=char::MAX {
            assert!(!(is_blank(c) && is_invisible(c)), "{c:?}");
        }
        for c in ['\u{A0}', '\u{3000}', '\t', '\n', '\u{202F}', '\u{85}'] {
            assert!(is_blank(c), "{c:?}");
        }
        let shown_as_nothing = [
            '\u{AD}',
            '\u{34F}',
            '\u{200B}',
            '\u{200D}',
            '\u{FEFF}',
            '\u{2060}',
            '\0',
            '\u{7F}',
            // Right to left, variation selectors, tags.
            '\u{200F}',
            '\u{202E}',
            '\u{FE0F}',
            '\u{FE00}',
            '\u{E0100}',
            '\u{E0041}',
        ];
        for c in shown_as_nothing {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in "aễ'-.\u{81}ក".chars() {
            assert!(!is_blank(c) && !is_invisible(c), "{c:?}");
        }
    }
}
