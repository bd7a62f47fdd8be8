//! The records of one home: all that can be settled without the others.

use super::meet;
use crate::cluster::connected_clusters;
use crate::error::Result;
use crate::link::learned::Learned;
use crate::link::linkage::Linkage;
use crate::link::linker::Linker;
use crate::link::neighbours::MANY;
use crate::link::sides::Sides;
use crate::link::walk::Look;
use crate::record::Table;
use core::fmt;

/// What the records of one home are, as far as they tell without the others.
pub struct HomeLinkage<'a> {
    linkage: Linkage<'a>,
    /// For each row that a near pair may lead out of the first row of its group; others: none.
    open: Vec<Option<u32>>,
}

/// Figures only.
impl fmt::Debug for HomeLinkage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let open = self.open().count();
        f.debug_struct("HomeLinkage").field("open", &open).finish_non_exhaustive()
    }
}

impl<'a> HomeLinkage<'a> {
    /// The pairs within the home, as they are in the whole; and clusters, as they are in the whole but
    /// for rows that are [open](Self::open).
    #[must_use]
    pub fn linkage(&self) -> &Linkage<'a> {
        &self.linkage
    }

    /// Rows that are left open, and the first row of the group of each: matches join them, in one or
    /// more steps, to a record that has a near pair in another home.
    pub fn open(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..).zip(&self.open).filter_map(|(row, group)| Some((row, (*group)?)))
    }

    /// The strongest partners of a row in all homes with their first weights, for
    /// [`Linker::look_again`]; a partner that is none stands for those of one weight that are too many
    /// to be asked.
    pub fn partners(&self, row: u32) -> impl Iterator<Item = (Option<u32>, f32)> + '_ {
        let partners = self.linkage.neighbours.partners(row).iter();
        partners.map(|&(row, weight)| ((row != MANY).then_some(row), weight))
    }
}

impl Linker {
    /// Compares the blocks of one home, looks again at its near pairs and makes clusters of them.
    ///
    /// `across` are all near pairs of records of the home with records of others (either first;
    /// first weights), from [`Self::near_pairs`]. `table` holds all records of the home and those that
    /// are across.
    ///
    /// # Errors
    /// As [`Self::near_pairs`].
    pub fn link_home<'a>(
        &self,
        table: &Table<'a>,
        learned: &Learned,
        blocks: &[&[u8]],
        across: &[(&str, &str, f32)],
    ) -> Result<HomeLinkage<'a>> {
        let mut led = Vec::with_capacity(across.len());
        let given = |sides: &Sides<'a>| {
            let rows = sides.index(0);
            let row = |id: &str| rows.get(id).copied().ok_or_else(super::bytes::damaged);
            for (one, other, weight) in across {
                led.push((row(one)?, row(other)?, *weight));
            }
            Ok((meet::candidates(blocks, &rows)?, Look::Beside(led.clone())))
        };
        let linkage = self.run_part(table, learned, given)?;
        let rows = u32::try_from(linkage.records()).unwrap_or(u32::MAX);
        let matches = linkage.pairs().iter().filter(|pair| linkage.is_match(pair));
        let groups = connected_clusters(rows, matches.map(|pair| (pair.left, pair.right)));
        let group = |row: u32| groups.get(row as usize).copied();
        let mut is_open = vec![false; groups.len()];
        for (one, other, _) in led {
            for first in [one, other].into_iter().filter_map(group) {
                if let Some(open) = is_open.get_mut(first as usize) {
                    *open = true;
                }
            }
        }
        let open = groups
            .iter()
            .map(|&first| is_open.get(first as usize).copied().unwrap_or(false).then_some(first));
        let open = open.collect();
        Ok(HomeLinkage { linkage, open })
    }
}
