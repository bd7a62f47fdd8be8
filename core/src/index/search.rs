//! From a query to ranked records.

use super::blocks::damaged;
use super::filter::Filter;
use super::gather::Gathered;
use super::hits::{IndexHit, IndexHits};
use super::keys;
use super::open::Index;
use super::query::IndexQuery;
use super::record::StoredRecord;
use super::scratch::Scratch;
use crate::compare::{Pattern, compare};
use crate::error::Result;
use crate::link::part;
use crate::record::values::Record;
use crate::score::probability;

/// With fewer rows than this under the keys of a query, names like its own are looked at too.
const FEW: usize = 10;

/// A record that was compared.
#[derive(Clone, Copy)]
pub(super) struct Compared {
    pub(super) row: u32,
    pub(super) weight: f32,
    pub(super) pattern: Pattern,
    pub(super) rule: u8,
}

/// A pattern and what was reckoned from it.
#[derive(Clone, Copy)]
pub(super) struct Scored {
    pub(super) pattern: Pattern,
    pub(super) correction: [f32; 3],
    pub(super) weight: f32,
}

/// Best first; equal ones by row.
fn rank(a: &Compared, b: &Compared) -> core::cmp::Ordering {
    b.weight.total_cmp(&a.weight).then(a.row.cmp(&b.row))
}

impl<D: AsRef<[u8]>> Index<D> {
    /// Finds the records that may be the person of a query, the likeliest first, with the scores
    /// that `dedupe` would give. A record that shares no key with the query is not found; where few
    /// do, names that begin like the query's or are one letter away are looked at too.
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
        let gathered = self.gather(query, record, filter.commune(), scratch)?;
        let mut truncated = gathered.truncated;
        let mut compared = Vec::with_capacity(gathered.rows.len());
        for &(row, rule) in &gathered.rows {
            let stored = self.stored(row)?;
            if !filter.takes(self, scratch, &stored)? {
                continue;
            }
            if compared.len() == query.candidates {
                truncated = true;
                break;
            }
            let other = scratch.record(self, &stored)?;
            let Scored { pattern, weight, .. } = self.score(scratch, query, record, &other);
            compared.push(Compared { row, weight, pattern, rule });
        }
        self.hits(query, compared, truncated)
    }

    /// The rows to compare with a record.
    fn gather(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        commune: u32,
        scratch: &Scratch,
    ) -> Result<Gathered> {
        let names = &scratch.reader.names;
        let units = &scratch.reader.units;
        let unit = |id: u32| keys::text_part(units.get(id).as_bytes());
        let mut parts = keys::parts(names, record, unit);
        if record.commune == 0
            && commune != 0
            && let Some(slot) = parts.get_mut(usize::from(part::COMMUNE))
        {
            *slot = unit(commune);
        }
        let mut name = Vec::new();
        keys::name_key(names, &names.get(record.name), &mut name);
        let mut gathered = Gathered::default();
        self.take_rows(self.lists(&parts, &name)?, query, &mut gathered)?;
        if query.typing || gathered.rows.len() < FEW {
            self.gather_typing(query, record, &parts, scratch, &mut gathered)?;
        }
        if gathered.rows.len() < FEW {
            self.gather_near(query, &name, &parts, &mut gathered)?;
        }
        Ok(gathered)
    }

    /// The first rule under which a record finds a row.
    pub(super) fn rule_of(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        scratch: &Scratch,
        row: u32,
    ) -> Result<Option<u8>> {
        let gathered = self.gather(query, record, 0, scratch)?;
        let place = gathered.rows.binary_search_by_key(&row, |(row, _)| *row);
        Ok(place.ok().and_then(|place| gathered.rows.get(place)).map(|(_, rule)| *rule))
    }

    /// A record of the file.
    pub(super) fn stored(&self, row: u32) -> Result<StoredRecord> {
        let bytes = self.records.get(&self.blocks, u64::from(row))?;
        StoredRecord::decode(bytes).ok_or_else(|| damaged("records"))
    }

    /// Pattern and weight of a query's record and a stored one, reckoned as `dedupe` does; of two
    /// readings of a name that is still being typed the likelier.
    pub(super) fn score(
        &self,
        scratch: &mut Scratch,
        query: &IndexQuery<'_>,
        a: &Record,
        b: &Record,
    ) -> Scored {
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

    fn weigh(&self, scratch: &Scratch, a: &Record, b: &Record, pattern: Pattern) -> Scored {
        let names = &scratch.reader.names;
        let correction = scratch.frequencies.correction(names, (a.name, b.name), pattern);
        let weight = self.settings.model.pattern_weight(pattern) + correction.iter().sum::<f32>();
        Scored { pattern, correction, weight: weight + self.settings.prior }
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
