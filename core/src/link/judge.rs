//! What people decided about pairs of records.

use super::sides::Sides;
use crate::error::{Error, ErrorCode, Result};
use std::collections::HashMap;

/// What a person decided about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// One person: the records are put together whatever their weight.
    Same,
    /// Two persons: their clusters are never joined.
    Different,
    /// Not to be told from the papers at hand: nothing is forced, and the pair is not asked again.
    Unsure,
}

impl Verdict {
    /// `"same"`, `"different"` or `"unsure"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }

    /// The verdict of a word, as files write it: `same`, `match`, `true`, `yes`, `1`, `giống`;
    /// `different`, `distinct`, `false`, `no`, `0`, `khác`; `unsure`, `?` or nothing.
    ///
    /// # Errors
    /// [`ErrorCode::UnknownVerdict`] for any other word.
    pub fn from_word(word: &str) -> Result<Self> {
        let word = crate::clean::normalize(word);
        match word.as_ref() {
            "same" | "match" | "true" | "yes" | "1" | "1.0" | "giống" | "đúng" => {
                Ok(Self::Same)
            }
            "different" | "distinct" | "false" | "no" | "0" | "0.0" | "khác" | "sai" => {
                Ok(Self::Different)
            }
            "unsure" | "unknown" | "?" | "" => Ok(Self::Unsure),
            _ => Err(Error::new(ErrorCode::UnknownVerdict).with("word", word.into_owned())),
        }
    }
}

/// A decision about two records, by their identifiers.
///
/// `Debug` shows the verdict alone: an identifier may be a person's number.
#[derive(Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Identifier of one record; of the left table where two are linked.
    pub left: String,
    /// Identifier of the other; of the right table where two are linked.
    pub right: String,
    /// The decision.
    pub verdict: Verdict,
}

impl Judgement {
    /// A decision about two records.
    #[must_use]
    pub fn new(left: impl Into<String>, right: impl Into<String>, verdict: Verdict) -> Self {
        Self { left: left.into(), right: right.into(), verdict }
    }
}

impl core::fmt::Debug for Judgement {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Judgement").field("verdict", &self.verdict).finish_non_exhaustive()
    }
}

/// The judgements of a run by row.
#[derive(Default)]
pub(super) struct Judged {
    /// The smaller row, the larger, and the verdict; sorted.
    pairs: Vec<(u32, u32, Verdict)>,
    /// Judgements that name a record no table has.
    pub(super) unknown: u64,
}

impl Judged {
    /// Finds the rows of the records named. Where pairs go across two tables, the left identifier is
    /// one of the first and the right of the second; else either may stand in either.
    pub(super) fn find(all: &[Judgement], sides: &Sides<'_>, across: bool) -> Self {
        if all.is_empty() {
            return Self::default();
        }
        let indexes: Vec<HashMap<_, u32>> =
            (0..sides.count()).map(|side| sides.index(side)).collect();
        let row = |id: &str, side: usize| indexes.get(side)?.get(id).copied();
        let any = |id: &str| (0..indexes.len()).find_map(|side| row(id, side));
        let mut judged = Self::default();
        for judgement in all {
            let (left, right) = match across {
                true => (row(&judgement.left, 0), row(&judgement.right, 1)),
                false => (any(&judgement.left), any(&judgement.right)),
            };
            match (left, right) {
                (Some(left), Some(right)) if left != right => {
                    judged.pairs.push((left.min(right), left.max(right), judgement.verdict));
                }
                _ => judged.unknown += 1,
            }
        }
        judged.pairs.sort_unstable();
        judged.pairs.dedup();
        judged
    }

    /// The judgements of a run that was saved.
    #[cfg(feature = "serde")]
    pub(super) fn restore(mut pairs: Vec<(u32, u32, Verdict)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs, unknown: 0 }
    }

    /// The smaller row, the larger, and the verdict, sorted.
    #[cfg(feature = "serde")]
    pub(super) fn all(&self) -> &[(u32, u32, Verdict)] {
        &self.pairs
    }

    pub(super) fn of(&self, verdict: Verdict) -> Vec<(u32, u32)> {
        let held = self.pairs.iter().filter(|pair| pair.2 == verdict);
        held.map(|&(left, right, _)| (left, right)).collect()
    }

    /// Whether people judged the pair so.
    pub(super) fn is(&self, left: u32, right: u32, verdict: Verdict) -> bool {
        self.pairs.binary_search(&(left.min(right), left.max(right), verdict)).is_ok()
    }

    /// Whether people judged the pair at all.
    pub(super) fn holds(&self, left: u32, right: u32) -> bool {
        let wanted = (left.min(right), left.max(right));
        let start = self.pairs.partition_point(|&(left, right, _)| (left, right) < wanted);
        self.pairs.get(start).is_some_and(|&(left, right, _)| (left, right) == wanted)
    }

    pub(super) fn len(&self) -> usize {
        self.pairs.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_files_are_verdicts() {
        for (word, want) in [
            ("same", Verdict::Same),
            ("TRUE", Verdict::Same),
            (" 1 ", Verdict::Same),
            ("Giống", Verdict::Same),
            ("khác", Verdict::Different),
            ("False", Verdict::Different),
            ("0", Verdict::Different),
            ("", Verdict::Unsure),
        ] {
            assert_eq!(Verdict::from_word(word).unwrap(), want, "{word}");
        }
        for verdict in [Verdict::Same, Verdict::Different, Verdict::Unsure] {
            assert_eq!(Verdict::from_word(verdict.as_str()).unwrap(), verdict);
        }
        assert_eq!(Verdict::from_word("maybe").unwrap_err().code(), ErrorCode::UnknownVerdict);
    }

    #[test]
    fn debug_shows_no_identifier() {
        let judgement = Judgement::new("089171001234", "b", Verdict::Same);
        assert!(!format!("{judgement:?}").contains("089171001234"));
    }
}
