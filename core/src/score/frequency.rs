//! Term frequency: agreeing on a rare name says more than agreeing on a common one.
//!
//! Nguyễn is borne by almost one person in three and Cáp by one in thousands; the weight of the
//! level "same" stands for the average name and is corrected here for the name at hand.

use crate::compare::{Comparison, NamePart, Pattern};
use crate::lexicon;
use crate::record::names::NameTable;
use crate::record::values::RecordTable;

/// No name counts as rarer than this: a typing slip is unique too.
const RAREST: f64 = 1e-5;
/// How many persons the built-in name lists count for beside the table's own names.
const LEXICON_WEIGHT: f64 = 2_000.0;
/// The share of a part the built-in lists do not hold.
const UNLISTED: f64 = 2e-5;

/// How often two persons of the built-in lists agree on surname, middle and given name by chance
/// (sum of squared shares in `data/surnames.tsv` and `data/middle_given.tsv`).
const LISTED_AGREEMENT: [f64; 3] = [0.184, 0.095, 0.0063];

/// Corrections in bits, by syllable, by letters without marks, and by sound, for each name part.
pub(crate) struct Frequencies {
    parts: [PartFrequencies; 3],
}

#[derive(Default)]
struct PartFrequencies {
    same: Vec<f32>,
    folded: Vec<f32>,
    heard: Vec<f32>,
}

impl Frequencies {
    /// Counts the parts of the full names of a table.
    pub(crate) fn count(table: &RecordTable) -> Self {
        let own = || table.records.iter().map(|record| record.name);
        let parts = [Comparison::Surname, Comparison::Middle, Comparison::Given]
            .map(|comparison| PartFrequencies::count(&table.names, own(), comparison));
        Self { parts }
    }

    /// The correction for one part of two names that agree at `level`.
    fn part(&self, names: &NameTable, comparison: Comparison, level: u8, ids: &[u32]) -> f32 {
        let Some(part) = self.parts.get(comparison.index()) else { return 0.0 };
        let at = |table: &[f32], id: u32| table.get(id as usize).copied().unwrap_or(0.0);
        let each = |id: &u32| {
            let token = names.tokens.get(*id);
            if level == NamePart::Same as u8 {
                at(&part.same, *id)
            } else if level == NamePart::Unmarked as u8 {
                at(&part.folded, token.fold)
            } else if level == NamePart::Sound as u8 || level == NamePart::Joined as u8 {
                at(&part.heard, token.coarse)
            } else {
                0.0
            }
        };
        if comparison == Comparison::Middle {
            // Several middle syllables are no independent witnesses: the rarest speaks.
            ids.iter().map(each).reduce(f32::max).unwrap_or(0.0)
        } else {
            ids.iter().map(each).sum::<f32>() / ids.len().max(1) as f32
        }
    }

    /// The corrections for surname, middle and given name of a pair, in bits.
    pub(crate) fn correction(&self, names: &NameTable, left: u32, pattern: Pattern) -> [f32; 3] {
        let name = names.get(left);
        let part = |comparison: Comparison, ids: &[u32]| {
            self.part(names, comparison, pattern.level(comparison), ids)
        };
        [
            part(Comparison::Surname, name.surname()),
            part(Comparison::Middle, name.middle()),
            part(Comparison::Given, name.given()),
        ]
    }
}

impl PartFrequencies {
    fn count(names: &NameTable, own: impl Iterator<Item = u32>, comparison: Comparison) -> Self {
        let (texts, folds, sounds) = names.tokens.sizes();
        let mut same = vec![0.0; texts + 1];
        let mut total = 0.0;
        for id in own {
            let name = names.get(id);
            let ids = match comparison {
                Comparison::Surname => name.surname(),
                Comparison::Middle => name.middle(),
                _ => name.given(),
            };
            for &token in ids {
                if let Some(count) = same.get_mut(token as usize) {
                    *count += 1.0;
                    total += 1.0;
                }
            }
        }
        total += LEXICON_WEIGHT;
        // What the lists hold and the table does not still makes chance agreement rarer.
        let mut unseen = LISTED_AGREEMENT.get(comparison.index()).copied().unwrap_or(0.0);
        for (id, count) in same.iter_mut().enumerate().skip(1) {
            let text = names.tokens.text(u32::try_from(id).unwrap_or(0));
            let share = listed(comparison, text);
            *count += LEXICON_WEIGHT * share;
            unseen -= share * share;
        }
        let unseen = unseen.max(0.0) * (LEXICON_WEIGHT / total) * (LEXICON_WEIGHT / total);
        let mut folded = vec![0.0; folds + 1];
        let mut heard = vec![0.0; sounds + 1];
        for (id, count) in same.iter().enumerate().skip(1) {
            let token = names.tokens.get(u32::try_from(id).unwrap_or(0));
            for (table, key) in [(&mut folded, token.fold), (&mut heard, token.coarse)] {
                if let Some(cell) = table.get_mut(key as usize) {
                    *cell += count;
                }
            }
        }
        let average: f64 =
            unseen + same.iter().map(|count| (count / total) * (count / total)).sum::<f64>();
        let bits = |counts: Vec<f64>, average: f64| -> Vec<f32> {
            counts
                .into_iter()
                .map(|count| libm::log2(average / (count / total).max(RAREST)) as f32)
                .collect()
        };
        let average = average.max(RAREST);
        Self {
            same: bits(same, average),
            folded: bits(folded, average),
            heard: bits(heard, average),
        }
    }
}

fn listed(comparison: Comparison, text: &str) -> f64 {
    let share = match comparison {
        Comparison::Surname => lexicon::surname(text).map(|entry| f64::from(entry.share)),
        Comparison::Middle => lexicon::part(text).map(|entry| f64::from(entry.as_middle)),
        _ => lexicon::part(text).map(|entry| f64::from(entry.as_given)),
    };
    share.unwrap_or(UNLISTED)
}
