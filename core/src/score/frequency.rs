//! Term frequency: agreeing on a rare name says more than agreeing on a common one.
//!
//! Nguyễn is borne by almost one person in three and Cáp by one in thousands; the weight of the
//! level "same" stands for the average name and is corrected here for the name at hand.

use super::declared_frequency::FieldFrequencies;
use crate::compare::{Comparison, NamePart, Pattern};
use crate::khmer::{KhmerSurname, NameSet};
use crate::lexicon;
use crate::record::names::NameTable;
use crate::record::values::RecordTable;

/// No name counts as rarer than this: a typing slip is unique too.
const RAREST: f64 = 1e-5;
/// How many persons the built-in name lists count for beside the table's own names.
const LEXICON_WEIGHT: f64 = 2_000.0;
/// The share of a part the built-in lists do not hold.
const UNLISTED: f64 = 2e-5;
/// Shares among names compared by ear: the lists hold 13 Khmer surnames and 381 further names
/// (`data/khmer_surnames.tsv`, `data/khmer_names.tsv`) and no counts.
const SURNAME_BY_EAR: f64 = 1.0 / 13.0;
const NAME_BY_EAR: f64 = 1.0 / 381.0;

/// How often two persons of the built-in lists agree on surname, middle and given name by chance
/// (sum of squared shares in `data/surnames.tsv` and `data/middle_given.tsv`).
const LISTED_AGREEMENT: [f64; 3] = [0.184, 0.095, 0.0063];

/// Corrections in bits, by syllable, by letters without marks, and by sound, for each name part.
#[derive(Default)]
pub(crate) struct Frequencies {
    parts: [PartFrequencies; 3],
    /// Of the fields the caller declared.
    pub(crate) declared: FieldFrequencies,
}

#[derive(Default)]
struct PartFrequencies {
    same: Vec<f32>,
    folded: Vec<f32>,
    heard: Vec<f32>,
    #[cfg(feature = "index")]
    scale: FrequencyScale,
}

/// What the corrections of one name part are reckoned from.
#[cfg(feature = "index")]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct FrequencyScale {
    /// Syllables counted, those of the built-in lists included: of names compared by letters.
    pub(crate) total: f64,
    /// And of names compared by ear.
    pub(crate) by_ear: f64,
    /// How often two persons agree by chance.
    pub(crate) average: f64,
}

impl Frequencies {
    /// Counts the parts of the full names of a table.
    pub(crate) fn count(table: &RecordTable) -> Self {
        Self::of_counts(table, &NameCounts::of(table))
    }

    /// The corrections where names are as common as counted, in a table that may hold a part of them.
    pub(crate) fn of_counts(table: &RecordTable, counts: &NameCounts) -> Self {
        let mut counts = counts.0.iter();
        let parts = NAME_PARTS.map(|comparison| {
            let counts = counts.next().map(Vec::as_slice).unwrap_or_default();
            PartFrequencies::of_counts(&table.names, counts, comparison)
        });
        Self { parts, declared: FieldFrequencies::count(&table.declared) }
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

    /// The corrections for surname, middle and given name of a pair, in bits; the same whichever
    /// name comes first.
    pub(crate) fn correction(
        &self,
        names: &NameTable,
        (left, right): (u32, u32),
        pattern: Pattern,
    ) -> [f32; 3] {
        if !NAME_PARTS.into_iter().any(|comparison| is_corrected(pattern.level(comparison))) {
            return [0.0; 3];
        }
        let (left, right) = (names.get(left), names.get(right));
        let part = |comparison: Comparison, ids: &[u32], others: &[u32]| {
            let level = pattern.level(comparison);
            if !is_corrected(level) {
                return 0.0;
            }
            let own = self.part(names, comparison, level, ids);
            // Names that sound alike may be of words that are not equally common.
            if ids == others {
                own
            } else {
                (own + self.part(names, comparison, level, others)) / 2.0
            }
        };
        [
            part(Comparison::Surname, left.surname(), right.surname()),
            part(Comparison::Middle, left.middle(), right.middle()),
            part(Comparison::Given, left.given(), right.given()),
        ]
    }
}

/// Whether a level is agreement that is worth more the rarer what agrees.
fn is_corrected(level: u8) -> bool {
    use NamePart::{Joined, Same, Sound, Unmarked};
    [Same, Unmarked, Sound, Joined].into_iter().any(|counted| counted as u8 == level)
}

const NAME_PARTS: [Comparison; 3] = [Comparison::Surname, Comparison::Middle, Comparison::Given];

/// How often each syllable is part of a surname, a middle and a given name, by its id.
pub(crate) struct NameCounts(pub(crate) [Vec<Bearers>; 3]);

impl NameCounts {
    /// Counts the full names of a table.
    pub(crate) fn of(table: &RecordTable) -> Self {
        let names = &table.names;
        let mut counts = NAME_PARTS.map(|_| vec![Bearers::default(); names.tokens.sizes().0 + 1]);
        for record in table.records.iter() {
            let name = names.get(record.name);
            let by_ear = names.heard(&name).is_some();
            let parts = [name.surname(), name.middle(), name.given()];
            for (counts, ids) in counts.iter_mut().zip(parts) {
                for &token in ids {
                    if let Some(count) = counts.get_mut(token as usize) {
                        count.add(by_ear);
                    }
                }
            }
        }
        Self(counts)
    }
}

impl PartFrequencies {
    /// What the lists know of syllables that were not counted speaks for each of those alone: the
    /// rest must not depend on which of them a part of a table has.
    fn of_counts(names: &NameTable, counts: &[Bearers], comparison: Comparison) -> Self {
        let (texts, folds, sounds) = names.tokens.sizes();
        let mut same = counts.to_vec();
        same.resize(texts + 1, Bearers::default());
        let mut totals = Bearers { letters: LEXICON_WEIGHT, by_ear: LEXICON_WEIGHT };
        for count in counts {
            totals.letters += count.letters;
            totals.by_ear += count.by_ear;
        }
        let all = totals.letters + totals.by_ear - LEXICON_WEIGHT;
        // What the lists hold and the table does not still makes chance agreement rarer.
        let mut unseen = LISTED_AGREEMENT.get(comparison.index()).copied().unwrap_or(0.0);
        let mut average = 0.0;
        // By text, so that sums are the same in whatever order words were met.
        let mut ids: Vec<u32> = (1..).take(texts).collect();
        ids.sort_unstable_by_key(|&id| names.tokens.text(id));
        for &id in &ids {
            let Some(count) = same.get_mut(id as usize) else { continue };
            let text = names.tokens.text(id);
            let share = listed(comparison, text);
            count.letters += LEXICON_WEIGHT * share;
            if (id as usize) < counts.len() {
                unseen -= share * share;
                let known = (count.letters + count.by_ear) / all;
                average += known * known;
            }
            count.by_ear += LEXICON_WEIGHT * listed_by_ear(comparison, text);
        }
        average += unseen.max(0.0) * (LEXICON_WEIGHT / all) * (LEXICON_WEIGHT / all);
        let average = average.max(RAREST);
        let mut folded = vec![Bearers::default(); folds + 1];
        let mut heard = vec![Bearers::default(); sounds + 1];
        for &id in ids.iter().filter(|id| (**id as usize) < counts.len()) {
            let Some(count) = same.get(id as usize) else { continue };
            let token = names.tokens.get(id);
            for (table, key) in [(&mut folded, token.fold), (&mut heard, token.coarse)] {
                if let Some(cell) = table.get_mut(key as usize) {
                    cell.letters += count.letters;
                    cell.by_ear += count.by_ear;
                }
            }
        }
        let bits = |counts: Vec<Bearers>| -> Vec<f32> {
            let share = |count: Bearers| count.share(totals).max(RAREST);
            counts.into_iter().map(|count| libm::log2(average / share(count)) as f32).collect()
        };
        Self {
            same: bits(same),
            folded: bits(folded),
            heard: bits(heard),
            #[cfg(feature = "index")]
            scale: FrequencyScale { total: totals.letters, by_ear: totals.by_ear, average },
        }
    }
}

/// Bearers of a syllable whose names are compared by letters, and by ear.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Bearers {
    pub(crate) letters: f64,
    pub(crate) by_ear: f64,
}

impl Bearers {
    fn add(&mut self, by_ear: bool) {
        *(if by_ear { &mut self.by_ear } else { &mut self.letters }) += 1.0;
    }

    /// The share among those who bear such names most.
    fn share(self, totals: Self) -> f64 {
        (self.letters / totals.letters).max(self.by_ear / totals.by_ear)
    }
}

/// Corrections for surname, middle and given name.
#[cfg(feature = "index")]
pub(crate) type PartBits = [f32; 3];

/// What a correction belongs to.
#[cfg(feature = "index")]
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counted {
    /// A syllable as written.
    Word,
    /// Letters without marks.
    Fold,
    /// A coarse sound.
    Sound,
}

/// Corrections that are kept in a file and come back one by one.
#[cfg(feature = "index")]
impl Frequencies {
    /// No corrections yet.
    pub(crate) fn of_scales(scales: [FrequencyScale; 3]) -> Self {
        let part = |scale| PartFrequencies { scale, ..PartFrequencies::default() };
        Self { parts: scales.map(part), declared: FieldFrequencies::default() }
    }

    pub(crate) fn scales(&self) -> [FrequencyScale; 3] {
        self.parts.each_ref().map(|part| part.scale)
    }

    /// The corrections of an id, for surname, middle and given name.
    pub(crate) fn bits(&self, counted: Counted, id: u32) -> PartBits {
        self.parts.each_ref().map(|part| {
            let table = match counted {
                Counted::Word => &part.same,
                Counted::Fold => &part.folded,
                Counted::Sound => &part.heard,
            };
            table.get(id as usize).copied().unwrap_or(0.0)
        })
    }

    /// Sets the corrections of an id.
    pub(crate) fn set_bits(&mut self, counted: Counted, id: u32, bits: PartBits) {
        for (part, bits) in self.parts.iter_mut().zip(bits) {
            let table = match counted {
                Counted::Word => &mut part.same,
                Counted::Fold => &mut part.folded,
                Counted::Sound => &mut part.heard,
            };
            put(table, id, bits);
        }
    }

    /// The corrections of what the counted records do not have: as the built-in lists know it.
    pub(crate) fn unseen(&self, text: &str) -> PartBits {
        let mut bits = [0.0; 3];
        let parts = [Comparison::Surname, Comparison::Middle, Comparison::Given];
        for ((bits, part), comparison) in bits.iter_mut().zip(&self.parts).zip(parts) {
            let FrequencyScale { total, by_ear, average } = part.scale;
            let listed = listed(comparison, text) / total;
            let share = LEXICON_WEIGHT * listed.max(listed_by_ear(comparison, text) / by_ear);
            *bits = libm::log2(average / share.max(RAREST)) as f32;
        }
        bits
    }
}

/// Sets one cell; cells before it that were never set are no correction.
#[cfg(feature = "index")]
fn put(table: &mut Vec<f32>, id: u32, bits: f32) {
    let id = id as usize;
    if table.len() <= id {
        table.resize(id + 1, 0.0);
    }
    if let Some(cell) = table.get_mut(id) {
        *cell = bits;
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

/// The share among names compared by ear, as far as the lists know the name.
fn listed_by_ear(comparison: Comparison, text: &str) -> f64 {
    let known = match comparison {
        Comparison::Surname => KhmerSurname::of(text).map(|_| SURNAME_BY_EAR),
        _ => NameSet::of(text).is_known().then_some(NAME_BY_EAR),
    };
    known.unwrap_or(UNLISTED)
}

#[cfg(test)]
mod tests;
