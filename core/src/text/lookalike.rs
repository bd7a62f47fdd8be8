//! Characters that look like the right one.
//!
//! Sources: the disguises of Đ met in registers and in vn-text; Unicode's confusables for the
//! Cyrillic and Greek letters that look Latin; NFKC for wide and mathematical letters.

use super::letter::Mark;
use super::unicode::simple_form;

/// The character meant, where that needs no context: wide and mathematical letters, Ɖ, dotless i,
/// caron for breve, curly apostrophes, typographic hyphens.
///
/// ```
/// use hoten::text::plain_form;
/// assert_eq!((plain_form('Ɖ'), plain_form('’'), plain_form('Ａ')), (Some('Đ'), Some('\''), Some('A')));
/// assert_eq!(plain_form('Đ'), None);
/// ```
#[must_use]
#[inline]
pub fn plain_form(c: char) -> Option<char> {
    if c < '\u{130}' || ('\u{1EA0}'..='\u{1EF9}').contains(&c) { None } else { rare_form(c) }
}

fn rare_form(c: char) -> Option<char> {
    Some(match c {
        '\u{130}' => 'I',
        '\u{131}' => 'i',
        '\u{189}' => 'Đ',
        '\u{256}' => 'đ',
        '\u{1CD}' => 'Ă',
        '\u{1CE}' => 'ă',
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BB}' | '\u{2BC}' | '\u{2BD}' | '\u{2C8}'
        | '\u{2032}' | '\u{55A}' | '\u{A78C}' => '\'',
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE63}' => '-',
        '\u{FF01}'..='\u{FF5E}' | '\u{1D400}'..='\u{1D7FF}' => {
            let plain = simple_form(c)?;
            rare_form(plain).unwrap_or(plain)
        }
        _ => return None,
    })
}

/// The Latin letter that a Cyrillic or Greek letter looks like. Only right inside a word whose
/// other letters are Latin.
///
/// A small letter goes with its capital, whatever it looks like itself: capitals typed on a Cyrillic
/// or Greek keyboard may have been put in small letters since (`ТRẦN`, `тrần`).
///
/// ```
/// assert_eq!(hoten::text::latin_twin('\u{410}'), Some('A')); // Cyrillic А
/// assert_eq!(hoten::text::latin_twin('\u{442}'), Some('t')); // Cyrillic т, small Т
/// ```
#[must_use]
pub fn latin_twin(c: char) -> Option<char> {
    if !('\u{370}'..='\u{52F}').contains(&c) {
        return None;
    }
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Ԁ' => 'D',
        'Е' | 'Ε' => 'E',
        'Ѕ' => 'S',
        'Н' | 'Η' | 'Һ' => 'H',
        'І' | 'Ι' | 'Ӏ' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ԛ' => 'Q',
        'Т' | 'Τ' => 'T',
        'Ѵ' => 'V',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'ѕ' => 's',
        'н' | 'η' | 'һ' => 'h',
        'і' | 'ι' | 'ӏ' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'т' | 'τ' => 't',
        'ѵ' => 'v',
        'х' | 'χ' => 'x',
        'у' | 'υ' | 'ү' => 'y',
        'ζ' => 'z',
        _ => return None,
    })
}

/// The mark that a spacing accent stands for when it follows a vowel: `´` `` ` `` `˜` `ˆ` `˘` `ˇ`.
///
/// ASCII `^` and `~` are left alone: they are letters of VIQR, which is settled for a whole column.
#[must_use]
pub fn spacing_mark(c: char) -> Option<Mark> {
    Some(match c {
        '`' | '\u{2CB}' => Mark::Tone(1),
        '\u{B4}' | '\u{2CA}' => Mark::Tone(2),
        '\u{2DC}' => Mark::Tone(4),
        '\u{2C6}' => Mark::Circumflex,
        '\u{2C7}' | '\u{2D8}' => Mark::Breve,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Letter;

    #[test]
    fn every_wide_letter_has_its_plain_form() {
        for (wide, plain) in ('Ａ'..='Ｚ').zip('A'..='Z').chain(('ａ'..='ｚ').zip('a'..='z')) {
            assert_eq!(plain_form(wide), Some(plain));
        }
        assert_eq!(plain_form('𝐀'), Some('A'));
    }

    #[test]
    fn what_is_right_is_no_lookalike_and_a_plain_form_is_final() {
        for c in '\0'..=char::MAX {
            if let Some(plain) = plain_form(c) {
                assert!(Letter::of(c).is_none(), "{c:?}");
                assert_eq!(plain_form(plain), None, "{c:?}");
            }
            if let Some(twin) = latin_twin(c) {
                assert!(twin.is_ascii_alphabetic() && c.is_alphabetic());
                assert_eq!(twin.is_ascii_uppercase(), c.is_uppercase(), "{c:?}");
                // Small letters and their capitals have the same twin, or case would change words.
                let small = c.to_lowercase().next().and_then(latin_twin);
                assert_eq!(small, Some(twin.to_ascii_lowercase()), "{c:?}");
                let capital = c.to_uppercase().next().and_then(latin_twin);
                assert_eq!(capital, Some(twin.to_ascii_uppercase()), "{c:?}");
            }
        }
    }
}
