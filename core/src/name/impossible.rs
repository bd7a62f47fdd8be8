//! Words that were meant as Vietnamese syllables and cannot be ones.

use super::word::Folded;
use super::{Name, NamePart, WordForm};
use crate::finding::{FieldName, Finding, FindingCode};
use crate::lexicon::{self, WordFlags};
use crate::syllable::{Syllable, SyllableFault};

/// The first such word, as a finding. Names of other peoples obey other rules: their words stay
/// unquestioned where the name shows itself as one.
pub(super) fn find(name: &Name<'_>) -> Option<Finding> {
    let words = || name.parts().filter(|part| part.form == WordForm::Full);
    let (part, fault) = words().find_map(|part| Some((part, Syllable::explain(part.text)?)))?;
    let code = match fault {
        SyllableFault::TwoTones => FindingCode::SyllableTwoTones,
        _ if words().any(|part| is_strange(&part)) => return None,
        // Clans of Ê Đê and Mnông stand last.
        _ if [words().next(), words().last()].iter().flatten().any(is_minority_surname) => {
            return None;
        }
        SyllableFault::Spelling => FindingCode::SyllableSpelling,
        SyllableFault::StopWithoutTone => FindingCode::SyllableStopWithoutTone,
        SyllableFault::OpenVowel => FindingCode::SyllableOpenVowel,
        _ => return None,
    };
    Some(Finding::new(code, FieldName::FullName).at(part.span.start, part.span.end))
}

/// Is the word one that Vietnamese could not write: Kpă, Rươl, Neáng?
fn is_strange(part: &NamePart<'_>) -> bool {
    use SyllableFault::{Letter, Onset, Rhyme};
    !part.text.is_ascii() && matches!(Syllable::check(part.text), Err(Letter | Onset | Rhyme))
}

/// Is the word a surname of the Khmer or of a highland people, and of few others? Bearers of one
/// that more than three in a thousand have (Hồ, Đinh, Dương) are mostly Kinh.
fn is_minority_surname(part: &NamePart<'_>) -> bool {
    let folded = Folded::of(part.text);
    folded.flags().is_some_and(WordFlags::is_minority)
        && lexicon::surname_by_fold(folded.as_str()).is_some_and(|entry| entry.share < 0.003)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "Lê Thị Đ",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }
}
