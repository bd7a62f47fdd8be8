//! A run in portions, for tables past one machine: what each worker does with its rows.
//!
//! Keys of records are dealt into buckets ([`Linker::deal_keys`]), those of a bucket meet and make
//! blocks ([`Linker::meet`]). Most blocks are of records of one home. The few pairs between two homes
//! are compared first ([`Linker::near_pairs`]); then each home compares its own, looks again at them and
//! clusters what no near pair leads out of ([`Linker::link_home`]). What is left open is looked at
//! again beside the strongest partners of its records ([`Linker::look_again`]). Every step is a pure
//! function of what it is given.

mod bytes;
mod home;
mod homes;
mod keys;
mod meet;

pub use self::home::HomeLinkage;
pub(super) use self::homes::Homes;
pub use self::keys::{BlockKeys, DealtKeys};
pub use self::meet::{BlockCell, MetKeys};

use super::known::Known;
use super::learned::Learned;
use super::linkage::Linkage;
use super::linker::Linker;
use super::neighbours::MANY;
use super::sides::Sides;
use super::walk::{Errand, Look, Part};
use crate::block::{Candidate, PairScope};
use crate::error::Result;
use crate::record::Table;

/// A pair that was found elsewhere, by a rule that is not known: the first that its records meet under.
pub(super) const ANY_RULE: u8 = u8::MAX;

/// A little less likely than a pair that is near (-8 bits).
const NEAR_PROBABILITY: f32 = 0.0038;

impl Linker {
    /// Finds the records of one person among rows of a larger table, of which these pairs of rows
    /// are compared and no others.
    ///
    /// Pairs and clusters are those of the whole if `pairs` are all its near pairs between these rows
    /// and no near pair of it leads out of them.
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
        self.run_part(table, learned, |_| Ok((pairs, Look::Whole)))
    }

    /// Compares the pairs of blocks ([`BlockCell::blocks`] of one cell or of several), whose records
    /// must all be in `table`, and gives those that are near or possible, with first weights: what
    /// other records say is not in them yet.
    ///
    /// # Errors
    /// As [`Self::dedupe`], and [`crate::ErrorCode::PortionDamaged`] where a record is not there.
    pub fn near_pairs<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        blocks: &[&[u8]],
    ) -> Result<Linkage<'a>> {
        let least = self.settings().thresholds.0.min(NEAR_PROBABILITY);
        let near = self.clone().possible(least);
        let pairs =
            |sides: &Sides<'a>| Ok((meet::candidates(blocks, &sides.index(0))?, Look::First));
        near.run_part(table, learned, pairs)
    }

    /// Looks again at near pairs (left and right identifier, and place of the rule as in
    /// [`crate::ScoredPair::rule`]) and makes clusters of them, given the strongest `partners` of the
    /// records (identifier, partner, first weight): those of [`HomeLinkage::partners`], or for each record
    /// at least its nine strongest or all. Records and partners must be in `table`; a partner `""` stands
    /// for those of one weight that are too many to be asked.
    ///
    /// # Errors
    /// As [`Self::near_pairs`].
    pub fn look_again<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        pairs: &[(&str, &str, u8)],
        partners: &[(&str, &str, f32)],
    ) -> Result<Linkage<'a>> {
        let given = |sides: &Sides<'a>| {
            let rows = sides.index(0);
            let row = |id: &str| rows.get(id).copied().ok_or_else(bytes::damaged);
            let pairs = pairs.iter().map(|(left, right, rule)| {
                let (left, right) = (row(left)?, row(right)?);
                Ok(Candidate { left: left.min(right), right: left.max(right), rule: *rule })
            });
            let mut pairs = pairs.collect::<Result<Vec<_>>>()?;
            pairs.sort_unstable();
            pairs.dedup_by_key(|pair| (pair.left, pair.right));
            pairs.retain(|pair| pair.left < pair.right);
            let partners = partners.iter().map(|(id, other, weight)| {
                let other = if other.is_empty() { MANY } else { row(other)? };
                Ok((row(id)?, other, *weight))
            });
            Ok((pairs, Look::Given(partners.collect::<Result<Vec<_>>>()?)))
        };
        self.run_part(table, learned, given)
    }

    fn run_part<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        given: impl FnOnce(&Sides<'a>) -> Result<(Vec<Candidate>, Look)>,
    ) -> Result<Linkage<'a>> {
        let sides = self.sides(&[table])?;
        let (pairs, look) = given(&sides)?;
        let part = Some(Part { learned, pairs: &pairs, look });
        let errand = Errand { scope: PairScope::All, known: Known::default(), part };
        self.run(sides, errand, &mut |_| true)
    }
}

#[cfg(test)]
mod tests;
