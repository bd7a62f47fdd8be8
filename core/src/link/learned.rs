//! What one table taught, so that parts of it can be read, keyed and scored elsewhere as in it: the
//! ground of runs over several machines.

use super::linkage::Linkage;
use super::portions::Homes;
use crate::error::{Error, ErrorCode, Result};
use crate::record::heard::EarPlaces;
use crate::record::repair::RowText;
use crate::record::values::Known;
use crate::score::{Model, NameCounts};
use std::collections::BTreeMap;

/// Everything that a table decides for its rows: the fitted model with its prior, how common names
/// are, how its dates and letters are written. No record is in it; syllables of names and their
/// counts are.
///
/// Rows of the table, in any portions, are keyed by [`crate::Linker::block_keys`] and scored and
/// clustered by [`crate::Linker::dedupe_pairs`] as they are in the whole. Learned from a sample, it stands for the
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
/// let learned = whole.learned()?;
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
    pub(super) known: Known,
    pub(super) counts: NameCounts,
    pub(super) places: EarPlaces,
    /// Records of each birth year; 0: without one.
    pub(super) years: BTreeMap<u32, u64>,
    /// How many records the whole table has.
    pub(super) records: u64,
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

    /// How many homes the records of the table have, of so many `records` each, more or less
    /// ([`crate::Linker::deal_keys`]).
    #[must_use]
    pub fn homes(&self, records: u32) -> u32 {
        Homes::of(self, records).count()
    }

    /// The same, learned from a sample of a table of so many records.
    #[must_use]
    pub fn of_records(mut self, records: u64) -> Self {
        self.records = records;
        self
    }
}

impl Linkage<'_> {
    /// What the run learned of its table (of two tables, dates and letters of the first).
    ///
    /// # Errors
    /// [`ErrorCode::FieldsNotLearned`]: fields were declared, and what they teach is their values.
    pub fn learned(&self) -> Result<Learned> {
        if !self.records.declared.is_empty() {
            return Err(Error::new(ErrorCode::FieldsNotLearned));
        }
        let names = &self.records.names;
        let (texts, ..) = names.tokens.sizes();
        let ids = 1..=u32::try_from(texts).unwrap_or(u32::MAX);
        let side = self.sides.iter().next();
        let columns = side.map(|side| RowText::columns(&side.table, &side.schema));
        let known = Known {
            dates: columns.map(|columns| columns.dates()).unwrap_or_default(),
            damage: self
                .records
                .damage
                .first()
                .map(|found| found.columns_only())
                .unwrap_or_default(),
            tokens: ids.map(|id| names.tokens.text(id).to_owned()).collect(),
        };
        let mut years = BTreeMap::new();
        for record in self.records.records.iter() {
            let year = record.birth.and_then(|birth| birth.year()).map_or(0, u32::from);
            *years.entry(year).or_default() += 1;
        }
        Ok(Learned {
            model: self.model.clone(),
            known,
            counts: NameCounts::of(&self.records),
            places: names.ear_places(),
            years,
            records: self.records.records.len() as u64,
        })
    }
}
