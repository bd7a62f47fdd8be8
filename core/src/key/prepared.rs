//! A name made ready to be compared many times.

use super::weights;
use super::word::{UNKNOWN, Word};
use crate::name::{Name, NameRole};
use core::fmt;
use smallvec::SmallVec;

/// More words than this are cut to the first and last ones: work stays bounded.
pub(super) const WORDS_KEPT: usize = 8;
/// A full name, made ready once to be compared with many others; it borrows the words of the text
/// that the [`Name`] was parsed from. Making it takes some 60 ns a word of Vietnamese, comparing no
/// memory beyond the value itself. `Debug` shows no word.
///
/// ```
/// use hoten::{Name, PreparedName, Reason};
/// let names = ["Nguyễn Văn Hòa", "NGUYỄN V. HOÀ", "Nguyễn Văn Hùng"].map(Name::parse);
/// let [name, variant, other] = names.each_ref().map(PreparedName::new);
/// assert!(name.similarity(&variant).score > 0.9 && name.similarity(&other).score < 0.7);
/// assert!(name.similarity(&variant).reasons.contains(Reason::Abbreviation));
/// ```
#[derive(Clone)]
pub struct PreparedName<'a> {
    pub(super) words: SmallVec<[Word<'a>; WORDS_KEPT]>,
    /// No word has a mark, so that marks may have been left out.
    pub(super) unmarked: bool,
    /// Thị or Văn is one of its words.
    pub(super) marker: bool,
}

impl<'a> PreparedName<'a> {
    /// Makes a name ready. Names are best parsed from cleaned text.
    #[must_use]
    pub fn new(name: &Name<'a>) -> Self {
        let unmarked = name.syllables().all(str::is_ascii);
        let half = WORDS_KEPT / 2;
        let surname = name.parts().filter(|part| part.role == NameRole::Surname).count();
        let far = name.len().saturating_sub(half).max(half);
        let mut prepared = Self { words: SmallVec::new(), unmarked, marker: false };
        for (at, part) in name.parts().enumerate() {
            if at < half || at >= far {
                let mut word = Word::of(part.text, part.role, part.form, unmarked);
                word.gap = weights::missing(word.role, word.marker, surname);
                prepared.marker |= word.marker;
                prepared.words.push(word);
            }
        }
        // No words that say "not known" begin with a marked surname.
        let named = prepared.words.first().is_some_and(|word| !unmarked && word.bits < UNKNOWN);
        if !named && name.is_unknown() {
            prepared.words.clear();
        }
        prepared
    }
}

/// Shows how many words there are.
impl fmt::Debug for PreparedName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedName").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_nobody_is_named_has_no_words() {
        for (text, words) in
            [("không rõ", 0), ("Võ Danh", 2), ("vô danh", 0), ("", 0), ("Nguyễn An", 2)]
        {
            assert_eq!(PreparedName::new(&Name::parse(text)).words.len(), words, "{text}");
        }
        assert_eq!(
            alloc::format!("{:?}", PreparedName::new(&Name::parse("Lê Na"))),
            "PreparedName { words: 2, .. }"
        );
    }
}
