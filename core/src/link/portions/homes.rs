//! Where records are compared: most pairs are of one birth year, so records of one year stand
//! together, and years of many records in several groups.

use crate::link::learned::Learned;
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Homes of the records of a table. Where a record is at home decides where it is compared, and
/// nothing else.
pub(in crate::link) struct Homes {
    /// First home and how many there are, by year (0: not given).
    years: BTreeMap<u32, (u32, u32)>,
    all: u32,
}

impl Homes {
    /// For the whole table, if its years are spread as those that were learned from, of so many
    /// `records` each, more or less.
    pub(in crate::link) fn of(learned: &Learned, records: u32) -> Self {
        let most = f64::from(records.max(1));
        let known: u64 = learned.years.values().sum();
        let each = learned.records as f64 / known.max(1) as f64;
        let (mut years, mut all, mut held) = (BTreeMap::new(), 0, f64::INFINITY);
        for (&year, &count) in &learned.years {
            let expected = count as f64 * each;
            let homes = (expected / most).ceil().clamp(1.0, f64::from(u16::MAX)) as u32;
            held += expected;
            if homes > 1 || held > most {
                years.insert(year, (all, homes));
                all += homes;
                held = if homes > 1 { f64::INFINITY } else { expected };
            } else {
                years.insert(year, (all.saturating_sub(1), 1));
            }
        }
        Self { years, all: all.max(1) }
    }

    pub(in crate::link) fn count(&self) -> u32 {
        self.all
    }

    pub(super) fn home(&self, year: u32, id: &str) -> u32 {
        let (first, homes) = self.years.get(&year).copied().unwrap_or((0, self.all));
        let chance = (xxh3_64_with_seed(id.as_bytes(), 3) >> 32) as u32;
        first + chance % homes.max(1)
    }
}
