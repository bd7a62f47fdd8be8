//! From a query to ranked records.

use super::blocks::damaged;
use super::filter::Filter;
use super::gather::{Found, Gathered};
use super::hits::{IndexHit, IndexHits};
use super::keys::{self, Parts};
use super::open::Index;
use super::part;
use super::query::IndexQuery;
use super::record::StoredRecord;
use super::scratch::Scratch;
use crate::compare::{Pattern, compare};
use crate::error::Result;
use crate::link::Weighed;
use crate::record::values::Record;
use crate::score::probability;

/// With fewer rows of its name than this, names like a query's are looked at too.
const FEW: usize = 10;

/// A record that was compared.
#[derive(Clone, Copy)]
pub(super) struct Compared {
    pub(super) row: u32,
    pub(super) weight: f32,
    pub(super) pattern: Pattern,
    pub(super) rule: u8,
}

/// The keys of a record that is asked for.
struct Asked {
    parts: Parts,
    /// Its key under the rule of whole names; empty if it has none.
    name: Vec<u8>,
}

/// Best first; equal ones by row.
fn rank(a: &Compared, b: &Compared) -> core::cmp::Ordering {
    b.weight.total_cmp(&a.weight).then(a.row.cmp(&b.row))
}

impl<D: AsRef<[u8]>> Index<D> {
    /// Finds the records that may be the person of a query, the likeliest first, with the scores
    /// that `dedupe` would give. A record that shares no key with the query is not found; where few
    /// do and none is likely, names that begin like the query's or are a letter away are looked at.
    ///
    /// # Errors
    /// [`crate::ErrorCode::IndexDamaged`] when bytes that were looked at do not hold.
    pub fn search(&self, query: &IndexQuery<'_>) -> Result<IndexHits> {
        self.with_scratch(|scratch| {
            let record = scratch.query(self, query)?;
            self.search_record(query, &record, scratch)
        })
    }

    /// As [`Self::search`], for a query that was read into the tables of `scratch`.
    pub(super) fn search_record(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        scratch: &mut Scratch,
    ) -> Result<IndexHits> {
        let mut filter = Filter::of(query, scratch);
        let asked = self.asked(record, filter.commune(), scratch);
        let mut gathered = Gathered::default();
        self.take_rows(self.lists(&asked.parts)?, query, &mut gathered)?;
        let mut compared = Vec::with_capacity(gathered.rows.len());
        let mut cut =
            self.compare_rows(query, record, &gathered.rows, &mut filter, scratch, &mut compared)?;
        // Who was found is found; else all of that name, and names like it, are looked at too.
        let found = compared.iter().any(|one| one.weight >= 0.0);
        if query.wide && (query.typing || !found) {
            let known = core::mem::take(&mut gathered.rows);
            self.gather_more(query, record, &asked, scratch, &mut gathered)?;
            let is_known = |row: u32| known.binary_search_by_key(&row, |(row, _)| *row).is_ok();
            gathered.rows.retain(|(row, _)| !is_known(*row));
            cut |= self.compare_rows(
                query,
                record,
                &gathered.rows,
                &mut filter,
                scratch,
                &mut compared,
            )?;
        }
        self.hits(query, compared, gathered.truncated || cut)
    }

    /// Compares a record with those of some rows; `true` if the query allows no more.
    fn compare_rows(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        rows: &[(u32, u8)],
        filter: &mut Filter,
        scratch: &mut Scratch,
        compared: &mut Vec<Compared>,
    ) -> Result<bool> {
        for &(row, rule) in rows {
            let stored = self.stored(row)?;
            if !filter.takes(self, scratch, &stored)? {
                continue;
            }
            if compared.len() >= query.candidates {
                return Ok(true);
            }
            let other = scratch.record(self, &stored, record)?;
            let Weighed { pattern, weight, .. } = self.score(scratch, query, record, &other);
            let weight = weight + self.settings.prior;
            compared.push(Compared { row, weight, pattern, rule });
        }
        Ok(false)
    }

    /// The keys of a record, with the commune that is asked for if it has none of its own.
    fn asked(&self, record: &Record, commune: u32, scratch: &Scratch) -> Asked {
        let names = &scratch.reader.names;
        let units = &scratch.reader.units;
        let mut parts = keys::parts_read(&scratch.reader, record);
        if record.commune == 0
            && commune != 0
            && let Some(slot) = parts.get_mut(usize::from(part::COMMUNE))
        {
            *slot = keys::text_part(units.get(commune).as_bytes());
        }
        let mut name = Vec::new();
        keys::name_key(names, &names.get(record.name), &mut name);
        Asked { parts, name }
    }

    /// Rows of the name asked for; where they are few, of names that begin like it and of names a
    /// letter away.
    fn gather_more(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        asked: &Asked,
        scratch: &Scratch,
        gathered: &mut Gathered,
    ) -> Result<()> {
        if let Some(rule) = self.name_rule()
            && !asked.name.is_empty()
            && let Some(list) = self.list(rule, &asked.name)?
        {
            self.take_rows(vec![Found { rule, list }], query, gathered)?;
        }
        if query.typing || gathered.rows.len() < FEW {
            self.gather_typing(query, record, &asked.parts, scratch, gathered)?;
        }
        if gathered.rows.len() < FEW {
            self.gather_near(query, &asked.name, &asked.parts, gathered)?;
        }
        Ok(())
    }

    /// The first rule under which a record finds a row.
    pub(super) fn rule_of(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        scratch: &mut Scratch,
        row: u32,
    ) -> Result<Option<u8>> {
        let rule = |gathered: &Gathered| {
            let place = gathered.rows.binary_search_by_key(&row, |(row, _)| *row);
            place.ok().and_then(|place| gathered.rows.get(place)).map(|(_, rule)| *rule)
        };
        let commune = Filter::of(query, scratch).commune();
        let asked = self.asked(record, commune, scratch);
        let mut gathered = Gathered::default();
        self.take_rows(self.lists(&asked.parts)?, query, &mut gathered)?;
        if let Some(rule) = rule(&gathered) {
            return Ok(Some(rule));
        }
        let mut gathered = Gathered::default();
        self.gather_more(query, record, &asked, scratch, &mut gathered)?;
        Ok(rule(&gathered))
    }

    /// A record of the file.
    pub(super) fn stored(&self, row: u32) -> Result<StoredRecord> {
        let bytes = self.records.get(&self.blocks, u64::from(row))?;
        StoredRecord::decode(bytes).ok_or_else(|| damaged("records"))
    }

    /// Pattern and weight (without the prior) of a query's record and a stored one, as `dedupe` has them; of two
    /// readings of a name that is still being typed the likelier.
    pub(super) fn score(
        &self,
        scratch: &mut Scratch,
        query: &IndexQuery<'_>,
        a: &Record,
        b: &Record,
    ) -> Weighed {
        let whole = self.weigh(scratch, a, b, compare(&scratch.reader.names, a, b));
        if !query.typing {
            return whole;
        }
        match scratch.typing_pattern(a, b) {
            Some((typed, pattern)) => {
                let half = self.weigh(scratch, &typed, b, pattern);
                if half.weight > whole.weight { half } else { whole }
            }
            None => whole,
        }
    }

    fn weigh(&self, scratch: &Scratch, a: &Record, b: &Record, pattern: Pattern) -> Weighed {
        let names = &scratch.reader.names;
        let pair = (a.name, b.name);
        let bits = self.settings.model.pattern_weight(pattern);
        Weighed::of(bits, &scratch.frequencies, names, pair, pattern)
    }

    /// The best of what was compared.
    fn hits(
        &self,
        query: &IndexQuery<'_>,
        mut compared: Vec<Compared>,
        truncated: bool,
    ) -> Result<IndexHits> {
        let count = compared.len();
        if query.limit < count {
            compared.select_nth_unstable_by(query.limit, rank);
            compared.truncate(query.limit);
        }
        compared.sort_unstable_by(rank);
        let mut hits = Vec::with_capacity(compared.len());
        for Compared { row, weight, pattern, rule } in compared {
            hits.push(IndexHit {
                record_id: self.ids.get(&self.blocks, row)?,
                row,
                score: weight,
                probability: probability(weight),
                pattern,
                rule,
            });
        }
        Ok(IndexHits { hits, truncated, compared: count })
    }
}
