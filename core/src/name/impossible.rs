//! Words that were meant as Vietnamese syllables and cannot be ones.

use super::Name;
use super::token::Token;
use crate::finding::{FieldName, Finding, FindingCode};
use crate::lexicon::FoldKey;
use crate::syllable::{Syllable, SyllableFault};
use crate::text::Letter;

/// The first such word, as a finding. Names of other peoples obey other rules: their words stay
/// unquestioned where the name shows itself as one.
pub(super) fn find(name: &Name<'_>) -> Option<Finding> {
    let (first, end) = name.division.surname;
    // A surname of several words is a listed one.
    let listed = if end - first > 1 { first as usize..end as usize } else { 0..0 };
    let words = || {
        let words = name.tokens.iter().enumerate().filter(|(at, _)| !listed.contains(at));
        words.map(|(_, token)| token).filter(|token| token.is_full())
    };
    let fault = |token: &Token| {
        let word = token.text(name.text);
        may_be_impossible(word, token.key()).then(|| Syllable::explain(word))?
    };
    let (token, fault) = words().find_map(|token| Some((token, fault(token)?)))?;
    let code = match fault {
        SyllableFault::TwoTones => FindingCode::SyllableTwoTones,
        // H'Bia, K'Brơi.
        _ if name.tokens.iter().any(|token| token.has_apostrophe()) => return None,
        _ if words().any(|token| is_strange(token.text(name.text))) => return None,
        // Clans of Ê Đê and Mnông stand last.
        _ if [words().next(), words().next_back()]
            .iter()
            .flatten()
            .any(|token| is_minority(token)) =>
        {
            return None;
        }
        SyllableFault::Spelling => FindingCode::SyllableSpelling,
        SyllableFault::StopWithoutTone => FindingCode::SyllableStopWithoutTone,
        SyllableFault::OpenVowel => FindingCode::SyllableOpenVowel,
        _ => return None,
    };
    Some(Finding::new(code, FieldName::FullName).at(token.start(), token.end()))
}

/// A look at a few letters, so that most words need not be read: `true` may be wrong. The key is
/// that of the word.
fn may_be_impossible(word: &str, key: FoldKey) -> bool {
    let count = key.len();
    if word.len() < 2 || key == FoldKey::NONE {
        return false;
    }
    let from_start = |at: u32| key.letter_from_end(count.wrapping_sub(at + 1));
    let front = |letter| matches!(letter, b'e' | b'i' | b'y');
    let stop = match key.letter_from_end(0) {
        b'c' | b'p' | b't' => true,
        b'h' => key.letter_from_end(1) == b'c',
        _ => false,
    };
    let spelling = match (from_start(0), from_start(1)) {
        (b'i', _) | (b'q', _) => true,
        (b'c', second) => front(second),
        (b'g', b'h') => !front(from_start(2)),
        (b'g', second) => front(second),
        (b'n', b'g') if from_start(2) == b'h' => !front(from_start(3)),
        (b'n', b'g') => front(from_start(2)),
        _ => false,
    };
    // y stands alone, first, or after u.
    let y_at_odd_place = |at: &u32| {
        key.letter_from_end(*at) == b'y' && !matches!(key.letter_from_end(at + 1), b'u' | b'`')
    };
    let marks = || word.bytes().filter(|byte| *byte >= 0xC0).count();
    let last = word.as_bytes().last().copied().unwrap_or_default();
    stop || spelling
        || !last.is_ascii()
            && word.chars().next_back().and_then(Letter::of).is_some_and(Letter::has_quality)
        || word.len() > count as usize + 1 && marks() > 1
        || (0..count).any(|at| y_at_odd_place(&at))
}

/// Is the word one that Vietnamese could not write: Kpă, Rươl, Neáng?
fn is_strange(word: &str) -> bool {
    use SyllableFault::{Letter, Onset, Rhyme};
    !word.is_ascii() && matches!(Syllable::check(word), Err(Letter | Onset | Rhyme))
}

/// Is the word a surname of the Khmer, the Chăm or a highland people, and of few others? Bearers of
/// one that more than three in a thousand have (Hồ, Đinh, Dương) are mostly Kinh.
fn is_minority(token: &Token) -> bool {
    token.facts().is_some_and(|facts| facts.is_minority_surname() && facts.as_surname() < 0.003)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    fn code(text: &str) -> Option<&'static str> {
        find(&Name::parse(text)).map(|finding| finding.code.as_str())
    }

    /// Facts: vietnamese.md 1.1 (stop codas, k/c, gh/g, ngh/ng, no open ă).
    #[test]
    fn impossible_words_are_explained() {
        for (text, want) in [
            ("Nguyễn Văn Đưc", "syllable_stop_without_tone"),
            ("NGUYỄN VĂN ĐƯC", "syllable_stop_without_tone"),
            ("Lê Thị Ngọ̀c", "syllable_two_tones"),
            ("Trần Thị Bằc", "syllable_stop_without_tone"),
            ("Nguyễn Kim Đưc", "syllable_stop_without_tone"),
            ("Hồ Văn Đưc", "syllable_stop_without_tone"),
            ("Phan Ngiệm", "syllable_spelling"),
            ("Phan Cế", "syllable_spelling"),
            ("Hồ Iến", "syllable_spelling"),
            ("Lê Vă An", "syllable_open_vowel"),
            ("Nguyễ Thị Lan", "syllable_open_vowel"),
            ("Lê Thị Hoàá", "syllable_two_tones"),
        ] {
            assert_eq!(code(text), Some(want), "{text}");
        }
    }

    /// The quick look misses nothing: every syllable with another tone, another onset, a letter less.
    #[test]
    fn no_impossible_word_is_passed_over() {
        let onsets = ["", "c", "k", "g", "gh", "ng", "ngh", "gi", "qu", "t", "th", "tr"];
        let mut found = 0;
        for syllable in Syllable::all() {
            let text = syllable.to_string();
            let rhyme = text.get(syllable.onset().len()..).unwrap_or_default();
            let shorter: String = text.chars().take(text.chars().count() - 1).collect();
            let plain: String =
                text.chars().map(|c| Letter::of(c).unwrap().without_tone().to_char()).collect();
            let other = onsets.map(|onset| alloc::format!("{onset}{rhyme}"));
            for word in other.into_iter().chain([shorter, plain]) {
                if Syllable::explain(&word).is_some() {
                    let key = FoldKey::of(&crate::text::strip_marks(&word));
                    assert!(may_be_impossible(&word, key), "{word}");
                    assert!(may_be_impossible(&word.to_uppercase(), key), "{word}");
                    found += 1;
                }
            }
        }
        assert!(found > 20_000, "{found}");
    }

    /// Facts: vietnamese.md 1.4: first a class of their own, then errors.
    #[test]
    fn names_of_other_peoples_and_unmarked_ones_are_not_questioned() {
        for text in [
            "Nguyễn Văn Đức",
            "Nguyen Van Duc",
            "Néang Sóc Rêt",
            "Chau Rêt",
            "Y Blưt Kpă",
            "H'Vơt Êban",
            "Chau Sươl Kêt",
            "Jeff Nguyễn",
            "Rơ Châm Phit",
            "Niê Êt",
            "Ka Să K' Thìn",
            "Lê Thị Đ",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }
}
