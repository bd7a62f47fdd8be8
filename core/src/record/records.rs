//! Records at rest: one line of the cache each, however many there are.

use super::values::Record;
use crate::field::{BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone, PlaceCode, Sex};
use std::collections::HashMap;

/// What a record says of where it is from, as far as its commune: many records say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Area {
    place: PlaceCode,
    commune: u32,
    province: u8,
    has_district: bool,
}

/// One record; comparing waits for one read of memory and not for two.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Row {
    citizen_id: Option<CitizenId>,
    insurance: Option<InsuranceNumber>,
    phone: Option<Phone>,
    identity_card: Option<IdentityCard>,
    birth: Option<BirthDate>,
    name: u32,
    father: u32,
    mother: u32,
    area: u32,
    hamlet: u32,
    house: u32,
    source: u16,
    repaired: u8,
    sex: Option<Sex>,
}

const _: () = assert!(size_of::<Row>() == 64);

/// The records of a table, by row. Memory: 64 bytes each, and some for each different [`Area`].
#[derive(Default)]
pub(crate) struct Records {
    rows: Vec<Row>,
    areas: Vec<Area>,
    numbers: HashMap<Area, u32>,
}

impl Records {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        Self { rows: Vec::with_capacity(rows), ..Self::default() }
    }

    pub(crate) fn push(&mut self, record: &Record) {
        let &Record { place, commune, province, has_district, .. } = record;
        let area = Area { place, commune, province, has_district };
        let areas = &mut self.areas;
        let number = *self.numbers.entry(area).or_insert_with(|| {
            areas.push(area);
            u32::try_from(areas.len() - 1).unwrap_or(u32::MAX)
        });
        self.rows.push(Row {
            citizen_id: record.citizen_id,
            insurance: record.insurance,
            phone: record.phone,
            identity_card: record.identity_card,
            birth: record.birth,
            name: record.name,
            father: record.father,
            mother: record.mother,
            area: number,
            hamlet: record.hamlet,
            house: record.house,
            source: record.source,
            repaired: record.repaired,
            sex: record.sex,
        });
    }

    /// No more records come: frees what only telling areas apart needed.
    pub(crate) fn close(&mut self) {
        self.numbers = HashMap::new();
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<Record> {
        self.rows.get(row).map(|row| self.whole(row))
    }

    /// The names of a row: its own, its father's and its mother's.
    #[inline]
    pub(crate) fn names(&self, row: usize) -> Option<[u32; 3]> {
        self.rows.get(row).map(|row| [row.name, row.father, row.mother])
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = Record> {
        self.rows.iter().map(|row| self.whole(row))
    }

    #[inline]
    fn whole(&self, row: &Row) -> Record {
        let area = self.areas.get(row.area as usize).copied().unwrap_or_default();
        Record {
            citizen_id: row.citizen_id,
            insurance: row.insurance,
            phone: row.phone,
            identity_card: row.identity_card,
            birth: row.birth,
            name: row.name,
            father: row.father,
            mother: row.mother,
            commune: area.commune,
            hamlet: row.hamlet,
            house: row.house,
            place: area.place,
            source: row.source,
            repaired: row.repaired,
            province: area.province,
            sex: row.sex,
            has_district: area.has_district,
        }
    }
}

impl FromIterator<Record> for Records {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Self {
        let mut all = Self::default();
        records.into_iter().for_each(|record| all.push(&record));
        all.close();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing of a record is lost or goes to another one.
    #[test]
    fn a_record_comes_back_as_it_was() {
        let record = |number: u32| Record {
            citizen_id: CitizenId::parse("089171001234").value,
            insurance: InsuranceNumber::parse("8912345678").value,
            phone: Phone::parse("0912345678").value,
            identity_card: IdentityCard::parse("351234567").value,
            birth: BirthDate::parse("05/03/1971").value,
            sex: Some(Sex::Female),
            name: number,
            father: number + 1,
            mother: number + 2,
            commune: number % 3,
            hamlet: number + 3,
            house: number + 4,
            place: PlaceCode::default(),
            source: 7,
            repaired: 3,
            province: (number % 2) as u8,
            has_district: number.is_multiple_of(5),
        };
        let all: Vec<Record> = (0..40).map(record).chain([Record::default()]).collect();
        let held: Records = all.iter().copied().collect();
        assert_eq!(held.len(), all.len());
        assert!(held.iter().eq(all.iter().copied()));
        assert_eq!(held.get(17), Some(all[17]));
        assert_eq!(held.names(17), Some([17, 18, 19]));
        assert_eq!((held.get(41), held.names(41)), (None, None));
        // Areas that say the same are one.
        assert_eq!(held.areas.len(), 3 * 2 * 2);
    }
}
