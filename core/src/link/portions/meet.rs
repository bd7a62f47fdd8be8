//! From keys that came together to blocks, and from blocks to the places where they are compared.

use super::bytes::{Bytes, damaged, put_text, put_u32};
use super::keys::{IDENTIFIER, most_pairs};
use crate::block::{BlockingOptions, Candidate};
use crate::error::Result;
use crate::link::linker::Linker;
use crate::link::match_rules::MatchRules;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// The blocks of one bucket.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MetKeys {
    /// By the homes of their records.
    pub cells: Vec<BlockCell>,
    /// The most records that one identifier of the bucket has: no more than one, if each record is to
    /// have an identifier of its own.
    pub repeated: u32,
}

/// Blocks, or parts of blocks, between the records of two homes or of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct BlockCell {
    /// The two homes, the smaller number first. All blocks of one home, from all calls of
    /// [`Linker::meet`], go to [`Linker::link_home`] together, those between two homes to
    /// [`Linker::near_pairs`].
    pub homes: (u32, u32),
    /// Between two homes the identifiers of the records that are compared; of one home, where all
    /// records are, none are told.
    pub record_ids: Vec<String>,
    /// Which of them meet, as bytes.
    pub blocks: Vec<u8>,
}

/// The records of some keys.
#[derive(Default)]
struct Met<'b> {
    ids: Vec<&'b str>,
    homes: Vec<u32>,
    refine: Vec<u32>,
    /// Key, place of the rule, record, from the highest bits down: one number sorts faster than three.
    keys: Vec<u128>,
}

/// Key and rule.
fn group(entry: u128) -> u128 {
    entry >> 32
}

fn place(entry: u128) -> u8 {
    (entry >> 32) as u8
}

fn record(entry: u128) -> u32 {
    entry as u32
}

impl<'b> Met<'b> {
    fn read(dealt: &[&'b [u8]], refining: usize) -> Result<Self> {
        let mut met = Self::default();
        for bytes in dealt {
            let mut bytes = Bytes::new(bytes);
            while !bytes.is_at_end() {
                let record = u32::try_from(met.ids.len()).map_err(|_| damaged())?;
                met.ids.push(bytes.text()?);
                met.homes.push(bytes.u32()?);
                for _ in 0..refining {
                    met.refine.push(bytes.u32()?);
                }
                for _ in 0..bytes.u8()? {
                    let (key, place) = (u128::from(bytes.u64()?), u128::from(bytes.u8()?));
                    met.keys.push(key << 64 | place << 32 | u128::from(record));
                }
            }
        }
        met.keys.sort_unstable();
        Ok(met)
    }

    /// The most entries of one identifier among those of one hash.
    fn most_of_one(&self, keys: &[u128]) -> u32 {
        if keys.len() == 1 {
            return 1;
        }
        let id = |record: u32| self.ids.get(record as usize).copied();
        let mut ids: Vec<_> = keys.iter().map(|entry| id(record(*entry))).collect();
        ids.sort_unstable();
        let runs = ids.chunk_by(|one, other| one == other).map(<[_]>::len);
        u32::try_from(runs.max().unwrap_or(0)).unwrap_or(u32::MAX)
    }

    fn home(&self, record: u32) -> u32 {
        self.homes.get(record as usize).copied().unwrap_or_default()
    }
}

/// Splits blocks as one machine does (`block::arrange`), and gives each part that is compared.
struct Splitter<'m> {
    met: &'m Met<'m>,
    refining: usize,
}

impl Splitter<'_> {
    fn split(&self, block: &mut [u32], depth: usize, most: u64, give: &mut dyn FnMut(&mut [u32])) {
        let records = block.len() as u64;
        let pairs = records * records.saturating_sub(1) / 2;
        if pairs == 0 {
            return;
        }
        let at_end = depth >= self.refining;
        if pairs <= most || (at_end && pairs <= BlockingOptions::default().max_block_pairs) {
            give(block);
        } else if !at_end {
            let place = |record: u32| record as usize * self.refining + depth;
            let value = |record: &u32| self.met.refine.get(place(*record)).copied();
            block.sort_unstable_by_key(value);
            for part in block.chunk_by_mut(|one, other| value(one) == value(other)) {
                self.split(part, depth + 1, most, give);
            }
        }
    }
}

/// A place while its blocks are gathered: of each its rule, how many records it has of either home, and
/// these.
#[derive(Default)]
struct Cell(Vec<u32>);

impl Cell {
    /// A block of one home, or what two homes have of one.
    fn add(&mut self, rule: u8, one: &[u32], other: &[u32]) {
        let count = |side: &[u32]| u32::try_from(side.len()).unwrap_or(u32::MAX);
        self.0.extend([u32::from(rule), count(one), count(other)]);
        self.0.extend(one);
        self.0.extend(other);
    }

    /// The records in the order in which they first occur, and blocks of their places in it. `places`
    /// has room for every record, and is left as it was: without a place.
    fn numbered(&self, places: &mut [u32]) -> (Vec<u32>, Vec<u8>) {
        let mut records = Vec::new();
        let mut blocks = Vec::with_capacity(self.0.len() * 4);
        let mut rest = self.0.as_slice();
        while let Some((&[rule, one, other], after)) = rest.split_first_chunk() {
            blocks.push(rule as u8);
            put_u32(&mut blocks, one);
            put_u32(&mut blocks, other);
            let members = (one as usize).saturating_add(other as usize);
            let (members, after) = after.split_at_checked(members).unwrap_or((after, &[]));
            for &record in members {
                let Some(place) = places.get_mut(record as usize) else { continue };
                if *place == NO_PLACE {
                    *place = u32::try_from(records.len()).unwrap_or(NO_PLACE);
                    records.push(record);
                }
                put_u32(&mut blocks, *place);
            }
            rest = after;
        }
        for &record in &records {
            if let Some(place) = places.get_mut(record as usize) {
                *place = NO_PLACE;
            }
        }
        (records, blocks)
    }
}

const NO_PLACE: u32 = u32::MAX;

impl Linker {
    /// Makes the blocks of one bucket from all that [`Self::deal_keys`] dealt to it, in any order.
    /// Blocks that are too large are split as on one machine.
    ///
    /// # Errors
    /// [`crate::ErrorCode::PortionDamaged`]: not all of it was dealt by this version of hoten under
    /// the same rules.
    pub fn meet(&self, dealt: &[&[u8]]) -> Result<MetKeys> {
        let rules: &MatchRules = self.settings().rules;
        let refining = rules.refine().len();
        let met = Met::read(dealt, refining)?;
        let splitter = Splitter { met: &met, refining };
        let mut cells = BTreeMap::<(u32, u32), Cell>::new();
        let mut repeated = 0;
        let mut block = Vec::new();
        for keys in met.keys.chunk_by(|one, other| group(*one) == group(*other)) {
            let Some(place) = keys.first().map(|entry| place(*entry)) else { continue };
            if place == IDENTIFIER {
                repeated = repeated.max(met.most_of_one(keys));
                continue;
            }
            let rule = rules.list().get(usize::from(place)).ok_or_else(damaged)?;
            if keys.len() == 1 {
                continue;
            }
            block.clear();
            block.extend(keys.iter().map(|entry| record(*entry)));
            splitter.split(&mut block, 0, most_pairs(rule), &mut |part| {
                part.sort_unstable_by_key(|&record| (met.home(record), record));
                let mut rest = &*part;
                while let Some(&first) = rest.first() {
                    let home = met.home(first);
                    let (one, after) =
                        rest.split_at(rest.partition_point(|&record| met.home(record) == home));
                    if one.len() > 1 {
                        cells.entry((home, home)).or_default().add(place, one, &[]);
                    }
                    for other in after.chunk_by(|one, other| met.home(*one) == met.home(*other)) {
                        let there = other.first().map_or(0, |record| met.home(*record));
                        cells.entry((home, there)).or_default().add(place, one, other);
                    }
                    rest = after;
                }
            });
        }
        let mut places = vec![NO_PLACE; met.ids.len()];
        let given = cells.into_iter().map(|(homes, held)| {
            let (records, members) = held.numbered(&mut places);
            let id = |record: &u32| met.ids.get(*record as usize).copied().unwrap_or_default();
            let mut blocks = Vec::with_capacity(members.len() + records.len() * 12 + 4);
            put_u32(&mut blocks, u32::try_from(records.len()).unwrap_or(u32::MAX));
            records.iter().for_each(|record| put_text(&mut blocks, id(record)));
            blocks.extend_from_slice(&members);
            let asked = if homes.0 == homes.1 { &[][..] } else { records.as_slice() };
            let record_ids = asked.iter().map(|record| id(record).to_owned()).collect();
            BlockCell { homes, record_ids, blocks }
        });
        Ok(MetKeys { cells: given.collect(), repeated })
    }
}

/// The pairs of blocks, each once, under the first of the rules that make it.
pub(super) fn candidates(
    blocks: &[&[u8]],
    rows: &HashMap<Cow<'_, str>, u32>,
) -> Result<Vec<Candidate>> {
    let mut pairs = Vec::new();
    let mut add = |a: u32, b: u32, rule: u8| {
        let (left, right) = (a.min(b), a.max(b));
        if left != right {
            pairs.push(Candidate { left, right, rule });
        }
    };
    for bytes in blocks {
        let mut bytes = Bytes::new(bytes);
        let mut records = Vec::new();
        for _ in 0..bytes.u32()? {
            records.push(*rows.get(bytes.text()?).ok_or_else(damaged)?);
        }
        let mut members = Vec::new();
        while !bytes.is_at_end() {
            let (rule, one, other) = (bytes.u8()?, bytes.u32()?, bytes.u32()?);
            members.clear();
            for _ in 0..u64::from(one) + u64::from(other) {
                members.push(*records.get(bytes.u32()? as usize).ok_or_else(damaged)?);
            }
            let (one, other) = members.split_at_checked(one as usize).ok_or_else(damaged)?;
            if other.is_empty() {
                let mut rest = one;
                while let Some((&left, after)) = rest.split_first() {
                    after.iter().for_each(|&right| add(left, right, rule));
                    rest = after;
                }
            } else {
                for &left in one {
                    other.iter().for_each(|&right| add(left, right, rule));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| (pair.left, pair.right));
    Ok(pairs)
}
