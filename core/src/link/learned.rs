//! What one table taught, so that parts of it can be read, keyed and scored elsewhere as in it: the
//! ground of runs over several machines.

use super::known::Known;
use super::linkage::Linkage;
use super::linker::Linker;
use super::rules::mix_word;
use super::walk::{Errand, Part, Prepared, on_threads, prepare_part};
use crate::block::{BlockParts, PairScope};
use crate::error::Result;
use crate::record::Table;
use crate::record::heard::EarPlaces;
use crate::record::repair::RowText;
use crate::record::values;
use crate::score::{Model, NameCounts};

/// Everything that a table decides for its rows: the fitted model with its prior, how common names
/// are, how its dates and letters are written. No record is in it; syllables of names and their
/// counts are.
///
/// Rows of the table, in any portions, are keyed by [`Linker::block_keys`] and scored and clustered
/// by [`Linker::dedupe_pairs`] as they are in the whole. Learned from a sample, it stands for the
/// whole: names that the sample does not have count as rare.
///
/// ```
/// use hoten::{Linker, StrColumn, Table};
///
/// let names = ["Nguyễn Văn Hòa", "Lê Thị Sáu", "NGUYEN VAN HOA"];
/// let dates = ["12/5/1950", "1/2/1960", "1950-05-12"];
/// let table = |rows: std::ops::Range<usize>| {
///     Table::new([
///         ("full_name", StrColumn::from_strs(&names[rows.clone()])),
///         ("dob", StrColumn::from_strs(&dates[rows])),
///     ])
/// };
/// let linker = Linker::new();
/// let whole = linker.dedupe(&table(0..3)?)?;
/// let learned = whole.learned();
/// // Records with a key in common meet, wherever they are.
/// let (one, other) = (table(0..2)?, table(2..3)?);
/// let (one, other) = (linker.block_keys(&one, &learned)?, linker.block_keys(&other, &learned)?);
/// assert!(one.keys(0).iter().any(|key| other.keys(0).contains(key)));
/// assert!(!one.keys(1).iter().any(|key| other.keys(0).contains(key)));
/// // Those that meet are scored as in the whole.
/// let part = linker.dedupe_pairs(&table(0..3)?, &learned, &[(0, 2)])?;
/// assert_eq!(part.pairs(), whole.pairs());
/// # Ok::<(), hoten::Error>(())
/// ```
pub struct Learned {
    pub(super) model: Model,
    pub(super) known: values::Known,
    pub(super) counts: NameCounts,
    pub(super) places: EarPlaces,
}

/// Names are persons' own: figures only.
impl core::fmt::Debug for Learned {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Learned")
            .field("syllables", &self.known.tokens.len())
            .finish_non_exhaustive()
    }
}

impl Learned {
    /// The model, its prior with it.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }
}

impl Linkage<'_> {
    /// What the run learned of its table (of two tables, dates and letters of the first).
    #[must_use]
    pub fn learned(&self) -> Learned {
        let names = &self.records.names;
        let (texts, ..) = names.tokens.sizes();
        let ids = 1..=u32::try_from(texts).unwrap_or(u32::MAX);
        let side = self.sides.iter().next();
        let columns = side.map(|side| RowText::columns(&side.table, &side.schema));
        let known = values::Known {
            dates: columns.map(|columns| columns.dates()).unwrap_or_default(),
            damage: self
                .records
                .damage
                .first()
                .map(|found| found.columns_only())
                .unwrap_or_default(),
            tokens: ids.map(|id| names.tokens.text(id).to_owned()).collect(),
        };
        Learned {
            model: self.model.clone(),
            known,
            counts: NameCounts::of(&self.records),
            places: names.ear_places(),
        }
    }
}

/// The blocks that records belong to: those with a key in common are to be compared.
///
/// Keys are hashes of 64 bits, the same in every portion of a table; two keys that are equal by
/// chance, one in 10^19, cost a comparison and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockKeys {
    keys: Vec<u64>,
    ends: Vec<usize>,
    refine: Vec<u32>,
    refining: usize,
}

impl BlockKeys {
    /// How many records there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The keys of a row, one for each rule that it has all parts of.
    #[must_use]
    pub fn keys(&self, row: usize) -> &[u64] {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(row).copied().unwrap_or_default();
        self.keys.get(start.unwrap_or_default()..end).unwrap_or_default()
    }

    /// Values by which a block that is too large is split, one after the other, until its parts
    /// have at most [`crate::BlockingOptions::max_block_pairs`] pairs; what is too large after the last
    /// is not compared. 0: not given, and a value as any other.
    #[must_use]
    pub fn refine(&self, row: usize) -> &[u32] {
        let start = row.saturating_mul(self.refining);
        self.refine.get(start..start.saturating_add(self.refining)).unwrap_or_default()
    }
}

impl Linker {
    /// The blocks of rows of a larger table, by the linker's rules.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn block_keys(&self, table: &Table<'_>, learned: &Learned) -> Result<BlockKeys> {
        let (sides, settings) = (self.sides(&[table])?, self.settings());
        on_threads(settings.threads, || {
            let Prepared { parts, .. } = prepare_part(&sides, Some(learned), &mut |_| true)?;
            let (rules, refine) = (settings.rules.list(), settings.rules.refine());
            let mut found = BlockKeys { refining: refine.len(), ..BlockKeys::default() };
            for row in 0..parts.rows() {
                for (place, rule) in (1_u64..).zip(rules) {
                    let mut ids = rule.block.parts.iter().map(|&part| parts.part(part, row));
                    let key = ids.try_fold(mix_word(place), |key, id| {
                        (id != 0).then(|| mix_word(key ^ u64::from(id)))
                    });
                    found.keys.extend(key.filter(|_| !rule.block.parts.is_empty()));
                }
                found.ends.push(found.keys.len());
                found.refine.extend(refine.iter().map(|&part| parts.part(part, row)));
            }
            Ok(found)
        })
    }

    /// Finds the records of one person among rows of a larger table, of which these pairs of rows
    /// are compared and no others.
    ///
    /// Pairs and clusters are those of the whole if `pairs` are all its pairs between these rows and
    /// no pair of it leads out of them. Pairs of equal weight are followed in the order of the rows.
    ///
    /// # Errors
    /// As [`Self::dedupe`].
    pub fn dedupe_pairs<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        pairs: &[(u32, u32)],
    ) -> Result<Linkage<'a>> {
        let sides = self.sides(&[table])?;
        let mut pairs: Vec<(u32, u32)> =
            pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).filter(|(a, b)| a < b).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let part = Some(Part { learned, pairs: &pairs });
        let errand = Errand { scope: PairScope::All, known: Known::default(), part };
        self.run(sides, errand, &mut |_| true)
    }
}

#[cfg(test)]
mod tests;
