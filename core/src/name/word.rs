//! Letters and words of names, looked at without copying them.

use crate::lexicon::{self, FoldKey, WordFacts};
use crate::text::{Letter, is_combining_mark, latin_base, lowercase, plain_form};

/// Apostrophes as typed in H'Mông, K'Brơi (facts: vietnamese.md 1.4).
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{B4}') || plain_form(c) == Some('\'')
}

/// Letters that names are written with: Vietnamese, the marks of minority languages (ĕ ŏ č ñ, the
/// ƀ of Ba Na and Ê Đê), Khmer, Chăm and Thái scripts. All else is probably text read with a wrong
/// encoding.
pub(super) fn is_name_letter(c: char) -> bool {
    Letter::of(c).is_some()
        || matches!(
            c,
            'č' | 'Č' | 'ñ' | 'Ñ' | 'ĕ' | 'Ĕ' | 'ĭ' | 'Ĭ' | 'ŏ' | 'Ŏ' | 'ŭ' | 'Ŭ' | 'ƀ' | 'Ƀ'
                | '\u{1780}'..='\u{17DD}' | '\u{AA00}'..='\u{AA4D}' | '\u{AA80}'..='\u{AADF}'
        )
        || is_combining_mark(c)
}

/// The word's characters in lower case.
pub(super) fn lower(word: &str) -> impl Iterator<Item = char> + Clone + '_ {
    word.chars().map(|c| match Letter::of(c) {
        Some(letter) => letter.lower().to_char(),
        None if is_apostrophe(c) => '\'',
        // No lower-case form of a letter that names use is longer than one character.
        None => lowercase(c).next().unwrap_or(c),
    })
}

/// Is this the word, in any case?
pub(super) fn spells(word: &str, lower_case: &str) -> bool {
    lower(word).eq(lower_case.chars())
}

/// What the lexicon knows about the word as it is written, in any case; for words of the highlands,
/// whose marks are never moved.
pub(super) fn facts_as_written(word: &str) -> Option<WordFacts> {
    let mut buffer = [0; 32];
    let mut end = 0;
    for c in lower(word) {
        end += c.encode_utf8(buffer.get_mut(end..end + c.len_utf8())?).len();
    }
    lexicon::facts(core::str::from_utf8(buffer.get(..end)?).ok()?)
}

/// The key of a word with one character more that is no Vietnamese letter.
pub(super) fn key_with(key: FoldKey, c: char) -> FoldKey {
    match c {
        'ƀ' | 'Ƀ' => key.and(b'b'),
        _ if is_apostrophe(c) => key.and(b'\''),
        _ if is_combining_mark(c) => key,
        _ => latin_base(c).map_or(FoldKey::NONE, |base| key.and(base.to_ascii_lowercase() as u8)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_does_not_matter() {
        assert!(spells("ĐỨC", "đức") && spells("Êčăm", "êčăm") && spells("K`", "k'"));
        assert!(!spells("Đức", "đưc") && !spells("Đức", "đ"));
    }

    #[test]
    fn letters_of_minorities_have_a_key() {
        let key = |word: &str| word.chars().fold(FoldKey::EMPTY, key_with);
        for (word, fold) in [("Êčăm", "ecam"), ("ƀ\u{2019}ŏ\u{301}", "b'o"), ("Ñ", "n")] {
            assert_eq!(key(word), FoldKey::of(fold), "{word}");
        }
        assert_eq!(key("សុខ"), FoldKey::NONE);
    }
}
