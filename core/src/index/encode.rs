//! Records as bytes and as keys, shard by shard on all threads, in the order of their rows.

use super::keys::{self, IndexRule, KeyForm, NameParts, Parts, RULES};
use super::places::Places;
use super::record::{StoredName, StoredRecord};
use super::sort::{Entry, Merged, Sorter};
use super::words::Words;
use crate::error::Result;
use crate::link::Fitted;
use crate::record::values::Record;
#[cfg(feature = "parallel")]
use rayon::prelude::*;
use std::io;
use std::path::Path;

/// Rows of a shard.
const SHARD: usize = 16_384;
/// Shards that are in memory at once.
const WINDOW: usize = 16;

/// Turns records into what a file keeps of them.
pub(super) struct Encoder<'e> {
    pub(super) fitted: &'e Fitted<'e>,
    pub(super) words: &'e Words,
    pub(super) places: &'e Places,
}

/// Does `work` for each shard of so many rows, several at a time; `take` gets the results in order.
fn shards<R: Send, E>(
    rows: usize,
    work: impl Fn(core::ops::Range<usize>) -> R + Sync,
    mut take: impl FnMut(R) -> core::result::Result<(), E>,
) -> core::result::Result<(), E> {
    let starts: Vec<usize> = (0..rows).step_by(SHARD).collect();
    for window in starts.chunks(WINDOW) {
        let one = |&start: &usize| work(start..(start + SHARD).min(rows));
        #[cfg(feature = "parallel")]
        let done: Vec<R> = window.par_iter().map(one).collect();
        #[cfg(not(feature = "parallel"))]
        let done: Vec<R> = window.iter().map(one).collect();
        done.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

impl<'e> Encoder<'e> {
    /// Hands over all records, one behind the other; their lengths come back.
    pub(super) fn records(&self, take: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<Vec<u32>> {
        let mut lengths = Vec::with_capacity(self.fitted.records.records.len());
        let encode = |rows: core::ops::Range<usize>| {
            let (mut bytes, mut lengths) = (Vec::new(), Vec::with_capacity(rows.len()));
            for row in rows {
                let before = bytes.len();
                self.record(row).encode(&mut bytes);
                lengths.push((bytes.len() - before) as u32);
            }
            (bytes, lengths)
        };
        shards(self.fitted.records.records.len(), encode, |(bytes, more)| {
            lengths.extend_from_slice(&more);
            take(&bytes)
        })?;
        Ok(lengths)
    }

    fn record(&self, row: usize) -> StoredRecord {
        let record = self.fitted.records.records.get(row).unwrap_or_default();
        StoredRecord {
            names: [record.name, record.father, record.mother].map(|id| self.name(id)),
            birth: record.birth.map_or(0, |birth| birth.bits()),
            sex: keys::sex_number(record.sex),
            numbers: numbers(&record),
            repaired: record.repaired,
            places: self.places.row(row),
            units: self.places.history(row),
        }
    }

    fn name(&self, id: u32) -> StoredName {
        let name = self.fitted.records.names.get(id);
        let (surname, given) = name.division();
        StoredName {
            words: name.tokens.iter().map(|&id| self.words.number(id)).collect(),
            surname,
            given,
            abbreviated: name.abbreviated(),
        }
    }
}

fn numbers(record: &Record) -> [u64; 4] {
    [
        record.citizen_id.map_or(0, |id| id.packed()),
        record.identity_card.map_or(0, |card| card.packed()),
        record.insurance.map_or(0, |number| number.packed()),
        record.phone.map_or(0, |phone| phone.packed()),
    ]
}

/// The keys of all records, rule by rule.
pub(super) struct RecordKeys<'e> {
    fitted: &'e Fitted<'e>,
    salt: u64,
    /// Hashes of the names of places, by id.
    units: Vec<u64>,
    /// What keys take from each name, by id.
    names: Vec<NameParts>,
    order: NameOrder,
}

/// Distinct keys of whole names in order, and the place of each name's key.
#[derive(Default)]
struct NameOrder {
    text: Vec<u8>,
    ends: Vec<u32>,
    /// By name id; 0 = the name has no key, else its place plus one.
    places: Vec<u32>,
}

impl<'e> RecordKeys<'e> {
    /// The keys of all records.
    pub(super) fn of(fitted: &'e Fitted<'e>, salt: u64) -> Self {
        let units = &fitted.records.units;
        let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
        let units = (0..=count).map(|id| keys::text_part(units.get(id).as_bytes())).collect();
        let all = &fitted.records.names;
        let mut names = vec![NameParts::default()];
        let each = |ids: core::ops::Range<usize>| {
            let mut text = Vec::new();
            let of = |id: usize| NameParts::of(all, id as u32 + 1, &mut text);
            ids.map(of).collect::<Vec<NameParts>>()
        };
        let never: core::result::Result<(), core::convert::Infallible> =
            shards(all.len(), each, |part| {
                names.extend(part);
                Ok(())
            });
        let _ = never;
        Self { fitted, salt, units, names, order: NameOrder::default() }
    }

    pub(super) fn parts(&self, record: &Record) -> Parts {
        let name = |id: u32| self.names.get(id as usize).copied().unwrap_or_default();
        let unit = |id: u32| self.units.get(id as usize).copied().unwrap_or(0);
        keys::parts(record, name, unit)
    }

    /// Keys and rows under one rule, in order.
    pub(super) fn of_rule(
        &mut self,
        index: usize,
        key_len: u8,
        memory: usize,
        spill: Option<&Path>,
    ) -> io::Result<Merged> {
        let mut sorter = Sorter::new(memory, spill);
        let Some(rule) = RULES.get(index) else { return sorter.merge() };
        if rule.form == KeyForm::Words {
            self.order = NameOrder::of(self.fitted);
        }
        let this = &*self;
        let run = |rows: core::ops::Range<usize>| {
            let mut run: Vec<Entry> = Vec::with_capacity(rows.len());
            for row in rows {
                let Some(record) = this.fitted.records.records.get(row) else { break };
                this.each_key(rule, key_len, &record, |key| run.push((key, row as u32)));
            }
            run.sort_unstable();
            run.dedup();
            run
        };
        shards(this.fitted.records.records.len(), run, |run| sorter.add(run))?;
        sorter.merge()
    }

    fn each_key(&self, rule: &IndexRule, key_len: u8, record: &Record, mut take: impl FnMut(u64)) {
        if rule.form == KeyForm::Words {
            let place = self.order.places.get(record.name as usize).copied().unwrap_or(0);
            if let Some(place) = place.checked_sub(1) {
                take(u64::from(place));
            }
            return;
        }
        let parts = self.parts(record);
        for (way, needed) in rule.ways.iter().enumerate() {
            for hash in keys::hashes(self.salt, way, needed, &parts) {
                take(keys::short(hash, key_len));
            }
        }
    }

    /// The bytes of a sorted key.
    pub(super) fn text(&self, rule: &IndexRule, key: u64, key_len: u8) -> Vec<u8> {
        match rule.form {
            KeyForm::Hash => key.to_be_bytes().into_iter().skip(8 - usize::from(key_len)).collect(),
            KeyForm::Words => self.order.text(key as usize).to_vec(),
        }
    }
}

impl NameOrder {
    fn of(fitted: &Fitted<'_>) -> Self {
        let names = &fitted.records.names;
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let mut texts = Self::default();
        // Parents' names are names too; only those that some record bears are keys.
        let mut borne = vec![false; names.len() + 1];
        for record in fitted.records.records.iter() {
            if let Some(slot) = borne.get_mut(record.name as usize) {
                *slot = true;
            }
        }
        let mut ids = Vec::new();
        for (id, _) in (0..=count).zip(&borne).filter(|(id, borne)| *id > 0 && **borne) {
            let before = texts.text.len();
            keys::name_key(names, &names.get(id), &mut texts.text);
            if texts.text.len() > before {
                texts.ends.push(u32::try_from(texts.text.len()).unwrap_or(u32::MAX));
                ids.push(id);
            }
        }
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_unstable_by(|&a, &b| texts.text(a).cmp(texts.text(b)));
        let mut sorted = Self { places: vec![0; borne.len()], ..Self::default() };
        for at in order {
            let text = texts.text(at);
            let last = sorted.ends.len().checked_sub(1);
            if last.is_none_or(|last| sorted.text(last) != text) {
                sorted.text.extend_from_slice(text);
                sorted.ends.push(u32::try_from(sorted.text.len()).unwrap_or(u32::MAX));
            }
            let id = ids.get(at).copied().unwrap_or(0) as usize;
            if let Some(slot) = sorted.places.get_mut(id) {
                *slot = u32::try_from(sorted.ends.len()).unwrap_or(u32::MAX);
            }
        }
        sorted
    }

    fn text(&self, place: usize) -> &[u8] {
        let end = |place: usize| self.ends.get(place).copied().unwrap_or(0) as usize;
        let start = place.checked_sub(1).map_or(0, end);
        self.text.get(start..end(place)).unwrap_or_default()
    }
}
