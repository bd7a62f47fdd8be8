//! A run in portions, for tables past one machine: what each worker does with its rows.
//!
//! Keys of records are dealt into buckets ([`Linker::deal_keys`]), those of a bucket meet and make
//! blocks ([`Linker::meet`]), blocks are compared where most of their records are at home
//! ([`Linker::dedupe_blocks`]). Every step is a pure function of what it is given.

mod bytes;
mod homes;
mod keys;
mod meet;

pub use self::keys::BlockKeys;
pub use self::meet::BlockCell;

use super::known::Known;
use super::learned::Learned;
use super::linkage::Linkage;
use super::linker::Linker;
use super::walk::{Errand, Part};
use crate::block::{Candidate, PairScope};
use crate::error::Result;
use crate::record::Table;

/// A pair that was found elsewhere, by a rule that is not known: the first that its records meet under.
pub(super) const ANY_RULE: u8 = u8::MAX;

impl Linker {
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
        let pairs = pairs.iter().map(|&(a, b)| (a.min(b), a.max(b))).filter(|(a, b)| a < b);
        let mut pairs: Vec<Candidate> =
            pairs.map(|(left, right)| Candidate { left, right, rule: ANY_RULE }).collect();
        pairs.sort_unstable();
        pairs.dedup();
        self.run_part(table, learned, |_| Ok(pairs))
    }

    /// As [`Self::dedupe_pairs`]: the pairs are those of blocks ([`BlockCell::blocks`] of one cell or
    /// of several), whose records must all be in `table`.
    ///
    /// # Errors
    /// As [`Self::dedupe`], and [`crate::ErrorCode::PortionDamaged`] where a record is not there.
    pub fn dedupe_blocks<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        blocks: &[&[u8]],
    ) -> Result<Linkage<'a>> {
        self.run_part(table, learned, |sides| meet::candidates(blocks, &sides.index(0)))
    }

    fn run_part<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        pairs: impl FnOnce(&super::sides::Sides<'a>) -> Result<Vec<Candidate>>,
    ) -> Result<Linkage<'a>> {
        let sides = self.sides(&[table])?;
        let part = Some(Part { learned, pairs: &pairs(&sides)? });
        let errand = Errand { scope: PairScope::All, known: Known::default(), part };
        self.run(sides, errand, &mut |_| true)
    }
}

#[cfg(test)]
mod tests;
