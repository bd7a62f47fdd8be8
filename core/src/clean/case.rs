//! Which words of a text are wrongly cased.

use super::normal::normalize;
use crate::lexicon;
use crate::syllable::Syllable;
use crate::text::{Letter, WordCase, is_alphabetic, is_lowercase, is_uppercase, word_case};

/// What the whole text says about its case.
#[derive(Debug, Clone, Copy)]
pub(super) struct CaseContext {
    has_upper: bool,
    has_lower: bool,
    /// Letters, blanks, apostrophes, hyphens and combining marks only, as a name is written.
    name_shaped: bool,
    /// A person's name with some words in small letters: `nguyễn văn Hòa`.
    hasty_name: bool,
}

impl CaseContext {
    pub(super) fn of(text: &str) -> Self {
        let mut context =
            Self { has_upper: false, has_lower: false, name_shaped: true, hasty_name: false };
        for c in text.chars() {
            match Letter::of(c) {
                Some(letter) if letter.is_upper() => context.has_upper = true,
                Some(_) => context.has_lower = true,
                None if matches!(c, ' ' | '\'' | '-') => {}
                None if c.is_ascii() => context.name_shaped = false,
                None => {
                    context.has_upper |= is_uppercase(c);
                    context.has_lower |= is_lowercase(c);
                }
            }
        }
        context.hasty_name =
            context.has_upper && context.has_lower && context.name_shaped && is_hasty_name(text);
        context
    }

    /// Should the word be written in title case? Addresses keep their abbreviations (`TX.`, `QL`),
    /// small words and numerals; only a text of one case alone is re-cased as a whole, and a name
    /// some of whose words are in small letters.
    pub(super) fn wants_title(self, word: &str) -> bool {
        match word_case(word) {
            WordCase::None | WordCase::Title => false,
            WordCase::Lower => self.hasty_name || !self.has_upper && self.name_shaped,
            // NGUYễN (capitals of a TCVN3 heading), ThuÝ.
            WordCase::Mixed => Syllable::check(word).is_ok(),
            WordCase::Upper if !self.has_lower => !stays_upper(word),
            WordCase::Upper => {
                self.name_shaped && Syllable::check(word).is_ok() && !stays_upper(word)
            }
        }
    }
}

/// Share of people from which on a surname alone tells a name from an address: Hồ and Lâm are also a
/// lake and a forest.
const USUAL: f32 = 0.02;

/// Is the text a name with words in small letters? Its first word is a surname, a usual one or with
/// Văn or Thị after it, and all its small words are known parts of names: `thị xã Tịnh Biên` and
/// `Nguyễn Văn An con ông Ba` stay.
fn is_hasty_name(text: &str) -> bool {
    let mut small = text.split(' ').filter(|word| word_case(word) == WordCase::Lower).peekable();
    if small.peek().is_none() {
        return false;
    }
    let mut words = text.split(' ').map(normalize);
    let Some(surname) = words.next().and_then(|word| lexicon::surname(&word)) else {
        return false;
    };
    let marked = words.next().is_some_and(|word| matches!(&*word, "văn" | "thị"));
    (marked || surname.share >= USUAL) && small.all(|word| lexicon::knows(&normalize(word)))
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
            None if is_alphabetic(c) => vowels = true,
            None => {}
        }
    }
    let bare = word.trim_matches(|c: char| Letter::of(c).is_none() && !is_alphabetic(c));
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
            ("nguyễn văn Hòa", &[true, true, false]),
            ("Danh thị Thuý xã", &[false, false, false, false]),
            ("trần Thuý nga", &[true, false, true]),
            ("hồ Hòa Bình", &[false, false, false]),
            ("Nguyễn Văn An con ông Ba", &[false; 6]),
            ("Max McDonald", &[false, false]),
        ] {
            let context = CaseContext::of(text);
            let found: Vec<_> = text.split(' ').map(|word| context.wants_title(word)).collect();
            assert_eq!(found, wants, "{text}");
        }
    }
}
