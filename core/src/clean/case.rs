//! Which words of a text are wrongly cased.

use crate::syllable::Syllable;
use crate::text::{Letter, WordCase, word_case};

/// What the whole text says about its case.
#[derive(Debug, Clone, Copy)]
pub(super) struct CaseContext {
    has_upper: bool,
    has_lower: bool,
    /// Letters, blanks, apostrophes, hyphens and combining marks only, as a name is written.
    name_shaped: bool,
}

impl CaseContext {
    pub(super) fn of(text: &str) -> Self {
        let mut context = Self { has_upper: false, has_lower: false, name_shaped: true };
        for c in text.chars() {
            match Letter::of(c) {
                Some(letter) if letter.is_upper() => context.has_upper = true,
                Some(_) => context.has_lower = true,
                None if matches!(c, ' ' | '\'' | '-') => {}
                None if c.is_ascii() => context.name_shaped = false,
                None => {
                    context.has_upper |= c.is_uppercase();
                    context.has_lower |= c.is_lowercase();
                }
            }
        }
        context
    }

    /// Should the word be written in title case? Addresses keep their abbreviations (`TX.`, `QL`),
    /// small words and numerals; only a text of one case alone is re-cased as a whole.
    pub(super) fn wants_title(self, word: &str) -> bool {
        match word_case(word) {
            WordCase::None | WordCase::Title => false,
            WordCase::Lower => !self.has_upper && self.name_shaped,
            // NGUYễN (capitals of a TCVN3 heading), ThuÝ.
            WordCase::Mixed => Syllable::check(word).is_ok(),
            WordCase::Upper if !self.has_lower => !stays_upper(word),
            WordCase::Upper => {
                self.name_shaped && Syllable::check(word).is_ok() && !stays_upper(word)
            }
        }
    }
}

/// Abbreviations (`TX`, `UBND`, `QL91`) and numerals stay in capitals.
fn stays_upper(word: &str) -> bool {
    let (mut vowels, mut consonants) = (false, 0);
    for c in word.chars() {
        match Letter::of(c) {
            Some(letter) if letter.is_vowel() => {
                vowels = true;
                consonants = 0;
            }
            Some(_) => consonants += 1,
            None if c.is_ascii_digit() => return true,
            None if c.is_alphabetic() => vowels = true,
            None => {}
        }
    }
    let bare = word.trim_matches(|c: char| !c.is_alphabetic());
    // Vi is a surname and Xi a name: those two are not taken for numerals.
    let numeral =
        matches!(bare, "II" | "III" | "IV" | "VII" | "VIII" | "IX" | "XII" | "XIII" | "XIV" | "XV");
    // An onset alone is a name cut short: Ng., Tr.
    let cut = matches!(bare, "CH" | "GH" | "KH" | "NG" | "NGH" | "NH" | "PH" | "TH" | "TR");
    !vowels && !cut || consonants > 2 && vowels || numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_broken_case_is_mended() {
        for (text, wants) in [
            ("NGUYỄN VĂN A", &[true, true, false][..]),
            ("NGUYễN Văn An", &[true, false, false]),
            ("nguyễn văn an", &[true, true, true]),
            ("Nguyễn Văn AN", &[false, false, true]),
            ("TX. TỊNH BIÊN", &[false, true, true]),
            ("TX. Tịnh Biên", &[false, false, false]),
            ("844, tổ 12, Ấp Tà Ngáo", &[false, false, false, false, false, false]),
            ("SỐ 871", &[true, false]),
            ("K'BRƠI", &[true]),
            ("NG. TRẦN V. TH. ANH", &[true, true, false, true, true]),
            ("ẤP III", &[true, false]),
            ("VI VĂN SINH", &[true, true, true]),
            ("NEÁNG SA RƯƠL", &[true, true, true]),
            ("UBND XÃ", &[false, true]),
            ("thị xã Tịnh Biên", &[false, false, false, false]),
            ("Max McDonald", &[false, false]),
        ] {
            let context = CaseContext::of(text);
            let found: Vec<_> = text.split(' ').map(|word| context.wants_title(word)).collect();
            assert_eq!(found, wants, "{text}");
        }
    }
}
