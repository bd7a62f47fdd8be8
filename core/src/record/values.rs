//! Records parsed once: every value as an integer, the values of one record side by side.

use super::damage::Damage;
use super::declared::{DeclaredField, DeclaredTable};
use super::intern::Interner;
use super::lots::Lots;
use super::names::NameTable;
use super::numbers;
use super::places::PlaceReader;
use super::records::Records;
use super::repair::RowText;
use super::{Schema, Table};
use crate::clean::{clean, fold_to};
use crate::field::{
    Address, BirthDate, CitizenId, DateColumn, IdentityCard, InsuranceNumber, Parsed, Phone,
    PlaceCode, PlaceTable, Province, Sex, UnitName,
};
use crate::finding::{FieldName, Finding, FindingCode};
use crate::name::Name;
use core::hint::black_box;
use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// One record; 0 stands for "not given" in every id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Record {
    pub(crate) citizen_id: Option<CitizenId>,
    pub(crate) insurance: Option<InsuranceNumber>,
    pub(crate) phone: Option<Phone>,
    pub(crate) identity_card: Option<IdentityCard>,
    pub(crate) birth: Option<BirthDate>,
    pub(crate) name: u32,
    pub(crate) father: u32,
    pub(crate) mother: u32,
    pub(crate) commune: u32,
    pub(crate) hamlet: u32,
    pub(crate) house: u32,
    /// The commune through history.
    pub(crate) place: PlaceCode,
    pub(crate) source: u16,
    /// Which numbers had to be repaired: bits of `Repaired`.
    pub(crate) repaired: u8,
    /// Today's province; 0 = not given or not known.
    pub(crate) province: u8,
    pub(crate) sex: Option<Sex>,
    /// A district is given: the place is written the old way.
    pub(crate) has_district: bool,
}

/// A finding by its row, field and code; its words and suggestion are made again from the cell
/// when someone asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowFinding {
    /// The row.
    pub row: u32,
    /// The field.
    pub field: FieldName,
    /// What was noticed.
    pub code: FindingCode,
}

/// All records of a table and the names in them.
pub(crate) struct RecordTable {
    pub(crate) records: Records,
    pub(crate) names: NameTable,
    /// Names of places, folded, by the ids of the records.
    pub(crate) units: Interner,
    pub(crate) findings: Vec<RowFinding>,
    /// One for each table that was read.
    pub(crate) damage: Vec<Damage>,
    /// What the caller declared beside, or instead of, the fields of residents.
    pub(crate) declared: DeclaredTable,
    /// Whether a column tells of a resident.
    pub(crate) has_residents: bool,
    /// Which records are drawn for samples.
    pub(crate) lots: Lots,
}

/// What a table decides for the reading of its rows, and what its names are made of, so that rows
/// of it can be read elsewhere as they are read in it.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) dates: DateColumn,
    pub(crate) damage: Damage,
    /// Syllables of names, in the order of their ids.
    pub(crate) tokens: Vec<String>,
}

/// What parsing needs to remember between rows: distinct strings by id.
struct Builder<'a> {
    names: NameTable,
    raw_names: RawCache<'a>,
    units: Interner,
    raw_units: RawCache<'a>,
    sources: Interner,
    provinces: RawCache<'a>,
    dates: DateColumn,
    places: PlaceReader<'a>,
    findings: Vec<RowFinding>,
    row: u32,
    scratch: String,
}

/// Cells met before and what they gave; only cells without findings are remembered.
#[derive(Default)]
struct RawCache<'a>(HashTable<(&'a str, u32)>);

impl<'a> RawCache<'a> {
    fn get(&self, raw: &str) -> Option<u32> {
        self.0.find(xxh3_64(raw.as_bytes()), |(held, _)| *held == raw).map(|(_, id)| *id)
    }

    fn put(&mut self, raw: &'a str, id: u32) {
        let hash = |(held, _): &(&str, u32)| xxh3_64(held.as_bytes());
        self.0.insert_unique(xxh3_64(raw.as_bytes()), (raw, id), hash);
    }
}

impl RecordTable {
    /// The pairs, each with its rows and their names in the cache. They stand in memory by chance:
    /// reads that do not wait for one another overlap, and comparing would wait for each.
    pub(crate) fn fetched<'p, P>(
        &self,
        pairs: &'p [P],
        rows: impl Fn(&P) -> [u32; 2],
    ) -> impl Iterator<Item = &'p P> {
        /// Pairs fetched together: few enough to stay in the cache.
        const AHEAD: usize = 16;
        pairs.chunks(AHEAD).flat_map(move |pairs| {
            // No branch hangs on what is read, or each guess would wait for it.
            let mut held = [[0; 3]; 2 * AHEAD];
            for (slot, row) in held.iter_mut().zip(pairs.iter().flat_map(&rows)) {
                *slot = self.records.names(row as usize).unwrap_or_default();
            }
            let mut starts = [[0; 3]; 2 * AHEAD];
            for (slot, names) in starts.iter_mut().zip(&held) {
                *slot = names.map(|id| self.names.start(id));
            }
            let firsts = starts.iter().flatten().map(|start| self.names.first(*start));
            black_box(firsts.fold(0, |seen, first| seen ^ first));
            pairs
        })
    }

    /// As [`Self::build_all`], one table.
    #[cfg(test)]
    pub(crate) fn build(
        table: &Table<'_>,
        schema: &Schema,
        progress: impl FnMut(usize) -> bool,
    ) -> Option<Self> {
        Self::build_all(&[(table, schema)], &[], None, progress)
    }

    /// Reads every row of several tables, one after the other. What is `known` of a table that they
    /// are parts of decides, else their own columns. `progress` is called with the rows done so far,
    /// now and then; it returns `false` to stop, and the result is then `None`.
    pub(crate) fn build_all<'a>(
        tables: &[(&Table<'a>, &Schema)],
        fields: &[DeclaredField],
        known: Option<&Known>,
        mut progress: impl FnMut(usize) -> bool,
    ) -> Option<Self> {
        let mut builder = Builder {
            names: NameTable::default(),
            raw_names: RawCache::default(),
            units: Interner::default(),
            raw_units: RawCache::default(),
            sources: Interner::default(),
            provinces: RawCache::default(),
            dates: DateColumn::default(),
            places: PlaceReader::new(PlaceTable::built_in()),
            findings: Vec::new(),
            row: 0,
            scratch: String::new(),
        };
        for token in known.into_iter().flat_map(|known| &known.tokens) {
            builder.names.tokens.intern(token);
        }
        let rows = tables.iter().map(|(table, _)| table.rows()).sum();
        let mut records = Records::with_capacity(rows);
        let mut all_damage = Vec::with_capacity(tables.len());
        for (table, schema) in tables {
            let columns = RowText::columns(table, schema);
            let (dates, damage) = match known {
                Some(known) => (known.dates, columns.survey_within(&known.damage)),
                None => (columns.dates(), columns.survey()),
            };
            builder.dates = dates;
            for row in 0..table.rows() {
                let place = records.len();
                if place.is_multiple_of(16_384) && !progress(place) {
                    return None;
                }
                builder.row = u32::try_from(place).ok()?;
                let text = columns.row(row, &damage);
                if text.was_decoded() {
                    builder.note(FieldName::Record, FindingCode::EncodingRepaired);
                }
                for &field in text.unclear() {
                    builder.note(field, FindingCode::EncodingUnclear);
                }
                records.push(&builder.record(&text));
            }
            all_damage.push(damage);
        }
        records.close();
        let Builder { names, units, mut findings, .. } = builder;
        findings.sort_unstable();
        findings.dedup();
        let declared = DeclaredTable::build(tables, fields);
        let has_residents = tables.iter().any(|(_, schema)| schema.has_residents());
        Some(Self {
            records,
            names,
            units,
            findings,
            damage: all_damage,
            declared,
            has_residents,
            lots: Lots::default(),
        })
    }
}

impl<'a> Builder<'a> {
    fn note(&mut self, field: FieldName, code: FindingCode) {
        self.findings.push(RowFinding { row: self.row, field, code });
    }

    fn record(&mut self, text: &RowText<'a>) -> Record {
        use FieldName as F;
        let dates = self.dates;
        let mut record = Record {
            name: self.name(text, F::FullName),
            father: self.name(text, F::FatherName),
            mother: self.name(text, F::MotherName),
            birth: self.value(text, F::BirthDate, |cell| dates.parse(cell)),
            sex: self.value(text, F::Sex, Sex::parse),
            ..Record::default()
        };
        numbers::read(&mut record, text, &mut |field, code| self.note(field, code));
        let cells = self.places.cells(text);
        let [province, district, commune, address] = cells;
        record.place = self.places.code(text, cells);
        record.province = self.province(text, province);
        record.has_district = district.is_some_and(names_something);
        record.commune = self.unit(text, F::Commune, commune);
        if let Some(cell) = address {
            self.address(cell, &mut record);
        }
        if let Some(source) = text.get(F::Source) {
            record.source = u16::try_from(self.sources.intern(source)).unwrap_or(u16::MAX);
        }
        record
    }

    /// Parses one cell; its findings are kept by code.
    fn value<T>(
        &mut self,
        text: &RowText<'a>,
        field: FieldName,
        parse: impl Fn(&str) -> Parsed<T>,
    ) -> Option<T> {
        let parsed = parse(text.get(field)?);
        for finding in &parsed.findings {
            self.note(field, finding.code);
        }
        parsed.value
    }

    fn name(&mut self, text: &RowText<'a>, field: FieldName) -> u32 {
        let Some(cell) = text.get(field) else { return 0 };
        let raw = text.raw(field);
        if let Some(id) = raw.and_then(|raw| self.raw_names.get(raw)) {
            return id;
        }
        let before = self.findings.len();
        let cleaned = clean(cell);
        for repair in &cleaned.repairs {
            if let Some(code) = repair.kind.finding() {
                self.note(field, code);
            }
        }
        let name = Name::parse(&cleaned.text);
        for finding in name.findings() {
            self.note(field, finding.code);
        }
        let id = self.names.intern(&name);
        if let Some(raw) = raw
            && self.findings.len() == before
        {
            self.raw_names.put(raw, id);
        }
        id
    }

    /// The id of a commune's name without its kind (`X. An Hảo`, `An Hảo`).
    fn unit(&mut self, text: &RowText<'a>, field: FieldName, cell: Option<&str>) -> u32 {
        let Some(cell) = cell else { return 0 };
        let raw = text.raw(field).filter(|raw| *raw == cell);
        if let Some(id) = raw.and_then(|raw| self.raw_units.get(raw)) {
            return id;
        }
        let id = unit_id(&mut self.units, &mut self.scratch, cell);
        if let Some(raw) = raw {
            self.raw_units.put(raw, id);
        }
        id
    }

    fn province(&mut self, text: &RowText<'a>, cell: Option<&str>) -> u8 {
        let Some(cell) = cell else { return 0 };
        let raw = text.raw(FieldName::Province).filter(|raw| *raw == cell);
        if let Some(id) = raw.and_then(|raw| self.provinces.get(raw)) {
            return u8::try_from(id).unwrap_or(0);
        }
        let id = province_code(cell);
        if let Some(raw) = raw {
            self.provinces.put(raw, u32::from(id));
        }
        id
    }

    fn address(&mut self, cell: &str, record: &mut Record) {
        let address = Address::parse(cell);
        if let Some(hamlet) = address.hamlet().or_else(|| address.street()) {
            record.hamlet = intern_folded(&mut self.units, &mut self.scratch, hamlet);
        }
        if let Some(house) = address.house() {
            record.house = intern_folded(&mut self.units, &mut self.scratch, house);
        }
    }
}

fn unit_id(units: &mut Interner, scratch: &mut String, cell: &str) -> u32 {
    intern_folded(units, scratch, UnitName::parse(cell).name())
}

/// Whether a cell holds more than signs.
pub(crate) fn names_something(cell: &str) -> bool {
    cell.chars().any(char::is_alphanumeric)
}

fn province_code(cell: &str) -> u8 {
    Province::find(cell).map_or(0, |province| province.current().code())
}

fn intern_folded(units: &mut Interner, scratch: &mut String, text: &str) -> u32 {
    scratch.clear();
    fold_to(text, scratch);
    if scratch.is_empty() { 0 } else { units.intern(scratch) }
}

/// Makes a finding again from its cell, with words and suggestion.
pub(crate) fn finding_details(finding: RowFinding, text: &RowText<'_>) -> Finding {
    use FieldName as F;
    let plain = Finding::new(finding.code, finding.field);
    let Some(cell) = text.get(finding.field) else { return plain };
    let found = match finding.field {
        F::BirthDate => DateColumn::that_notes(finding.code).parse(cell).findings,
        F::Sex => Sex::parse(cell).findings,
        F::CitizenId => CitizenId::parse(cell).findings,
        F::IdentityCard => IdentityCard::parse(cell).findings,
        F::InsuranceNumber => InsuranceNumber::parse(cell).findings,
        F::Phone => Phone::parse(cell).findings,
        F::FullName | F::FatherName | F::MotherName => Name::parse(cell).findings().to_vec(),
        _ => Vec::new(),
    };
    let own = found.into_iter().find(|held| held.code == finding.code);
    own.map_or(plain, |mut held| {
        held.field = finding.field;
        held
    })
}

#[cfg(feature = "index")]
pub(crate) mod reader;
#[cfg(test)]
mod tests;
