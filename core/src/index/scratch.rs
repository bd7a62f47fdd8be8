//! Tables a search compares in: the words, names and places of the records it has met, each read
//! from the file once, and of the query beside them.

use super::blocks::damaged;
use super::open::Index;
use super::query::IndexQuery;
use super::record::{Place, StoredName, StoredRecord};
use crate::error::Result;
use crate::field::{BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone, PlaceCode};
use crate::finding::FieldName;
use crate::record::repair::RowColumns;
use crate::record::values::reader::Reader;
use crate::record::values::{Record, names_something};
use crate::score::{Counted, Frequencies, PartBits};
use smallvec::SmallVec;

/// Names held before the tables are thrown away and begun anew.
const MOST_NAMES: usize = 50_000;

/// What is known so far.
pub(super) struct Scratch {
    pub(super) reader: Reader,
    pub(super) frequencies: Frequencies,
    /// Number in the tables of each word of the file; 0 = not met yet.
    words: Vec<u32>,
    weighed: Marks,
    /// Ids plus one of each place of the file, as a unit and as a part of an address; 0 = not met.
    units: Vec<u32>,
    parts: Vec<u32>,
    /// Code of each place as a province, plus one.
    provinces: Vec<u16>,
    /// Communes through history, by their number in the file.
    histories: Vec<PlaceCode>,
}

/// Words, letters and sounds of the tables whose corrections are set.
#[derive(Default)]
struct Marks {
    words: Vec<bool>,
    folds: Vec<bool>,
    sounds: Vec<bool>,
}

/// Sets a slot the first time it is asked for.
fn once<T: Copy + Default + PartialEq>(
    table: &mut Vec<T>,
    at: u32,
    make: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let at = at as usize;
    match table.get(at) {
        Some(held) if *held != T::default() => return Ok(*held),
        Some(_) => {}
        None => table.resize(at + 1, T::default()),
    }
    let made = make()?;
    if let Some(slot) = table.get_mut(at) {
        *slot = made;
    }
    Ok(made)
}

/// Marks a slot; `true` the first time.
fn mark(table: &mut Vec<bool>, at: u32) -> bool {
    let at = at as usize;
    if table.len() <= at {
        table.resize(at + 1, false);
    }
    table.get_mut(at).is_some_and(|slot| !core::mem::replace(slot, true))
}

impl Scratch {
    pub(super) fn of<D>(index: &Index<D>) -> Self {
        Self {
            reader: Reader::new(index.table),
            frequencies: Frequencies::of_scales(index.settings.scales),
            words: Vec::new(),
            weighed: Marks::default(),
            units: Vec::new(),
            parts: Vec::new(),
            provinces: Vec::new(),
            histories: Vec::new(),
        }
    }

    /// Whether the tables are still small.
    pub(super) fn is_worth_keeping(&self) -> bool {
        self.reader.names.len() < MOST_NAMES && self.reader.units.len() < MOST_NAMES
    }

    /// Reads a query as a row of a table would be read.
    pub(super) fn query<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        query: &IndexQuery<'_>,
    ) -> Result<Record> {
        let cells = FieldName::ALL.map(|field| [query.cell(field)]);
        let columns = RowColumns::of_row(&cells);
        let damage = columns.survey();
        self.row(index, &columns.row(0, &damage))
    }

    /// Reads a row that is not in the file.
    pub(super) fn row<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        text: &crate::record::repair::RowText<'_>,
    ) -> Result<Record> {
        let record = self.reader.read(text);
        let own: SmallVec<[u32; 12]> = self.reader.names.get(record.name).tokens.into();
        own.into_iter().try_for_each(|id| self.weigh(index, id))?;
        Ok(record)
    }

    /// Takes over what the file knows of a word: once, and by its text alone, so that the order in
    /// which words are met changes nothing.
    fn weigh<D: AsRef<[u8]>>(&mut self, index: &Index<D>, id: u32) -> Result<()> {
        let Self { reader, frequencies, weighed, .. } = self;
        if !mark(&mut weighed.words, id) {
            return Ok(());
        }
        let tokens = &reader.names.tokens;
        let token = tokens.get(id);
        let (text, fold) = (tokens.text(id), tokens.fold_text(id));
        let (of_word, of_fold) = index.words.bits(&index.blocks, text, fold)?;
        let mut set = |counted, id, held: Option<PartBits>, text| {
            let bits = held.unwrap_or_else(|| frequencies.unseen(text));
            frequencies.set_bits(counted, id, bits);
        };
        set(Counted::Word, id, of_word, text);
        if mark(&mut weighed.folds, token.fold) {
            set(Counted::Fold, token.fold, of_fold, fold);
        }
        if mark(&mut weighed.sounds, token.coarse) {
            let sound = tokens.sound_text(token.coarse);
            let of_sound = index.words.sound_bits(&index.blocks, sound)?;
            set(Counted::Sound, token.coarse, of_sound, sound);
        }
        Ok(())
    }

    /// The number in the tables of a word of the file.
    pub(super) fn word<D: AsRef<[u8]>>(&mut self, index: &Index<D>, number: u32) -> Result<u32> {
        let text = index.words.texts.get(&index.blocks, number)?;
        let Self { reader, words, .. } = self;
        let id = once(words, number, || Ok(reader.names.tokens.intern(text)))?;
        self.weigh(index, id)?;
        Ok(id)
    }

    /// The id of a stored name.
    pub(super) fn name<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        name: &StoredName,
    ) -> Result<u32> {
        if name.words.is_empty() {
            return Ok(0);
        }
        let mut words: SmallVec<[u32; 12]> = SmallVec::new();
        for &number in &name.words {
            words.push(self.word(index, number)?);
        }
        let division = (usize::from(name.surname), usize::from(name.given));
        Ok(self.reader.names.insert(&words, division, name.abbreviated))
    }

    /// The id of a parent's name; where the query has none, any id says that there is one.
    fn parent<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        name: &StoredName,
        asked: u32,
    ) -> Result<u32> {
        match asked {
            0 => Ok(u32::from(!name.words.is_empty())),
            _ => self.name(index, name),
        }
    }

    fn place<D: AsRef<[u8]>>(index: &Index<D>, number: u32) -> Result<&str> {
        index.place_texts.get(&index.blocks, number)
    }

    /// The id of a commune or district of the file.
    pub(super) fn unit<D: AsRef<[u8]>>(&mut self, index: &Index<D>, number: u32) -> Result<u32> {
        let text = Self::place(index, number)?;
        let Self { reader, units, .. } = self;
        once(units, number, || Ok(reader.unit(text) + 1)).map(|id| id - 1)
    }

    fn part<D: AsRef<[u8]>>(&mut self, index: &Index<D>, number: u32) -> Result<u32> {
        let text = Self::place(index, number)?;
        let Self { reader, parts, .. } = self;
        once(parts, number, || Ok(reader.address_part(text) + 1)).map(|id| id - 1)
    }

    fn province<D: AsRef<[u8]>>(&mut self, index: &Index<D>, number: u32) -> Result<u8> {
        let text = Self::place(index, number)?;
        let code = once(&mut self.provinces, number, || Ok(u16::from(Reader::province(text)) + 1))?;
        Ok(u8::try_from(code - 1).unwrap_or(0))
    }

    /// A stored record as it is compared with the one of a query.
    pub(super) fn record<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        stored: &StoredRecord,
        query: &Record,
    ) -> Result<Record> {
        let [own, father, mother] = &stored.names;
        let [citizen_id, identity_card, insurance, phone] = stored.numbers;
        let mut record = Record {
            name: self.name(index, own)?,
            birth: value(stored.birth, BirthDate::from_bits)?,
            citizen_id: value(citizen_id, CitizenId::from_packed)?,
            identity_card: value(identity_card, IdentityCard::from_packed)?,
            insurance: value(insurance, InsuranceNumber::from_packed)?,
            phone: value(phone, Phone::from_packed)?,
            sex: stored.sex(),
            repaired: stored.repaired,
            ..Record::default()
        };
        record.father = self.parent(index, father, query.father)?;
        record.mother = self.parent(index, mother, query.mother)?;
        if let Some(number) = stored.place(Place::Province) {
            record.province = self.province(index, number)?;
        }
        if let Some(number) = stored.place(Place::Commune) {
            record.commune = self.unit(index, number)?;
        }
        if let Some(number) = stored.place(Place::Hamlet) {
            record.hamlet = self.part(index, number)?;
        }
        // Beside no place nothing but these is looked at.
        if query.commune == 0 && query.hamlet == 0 && query.province == 0 {
            return Ok(record);
        }
        if let Some(number) = stored.units {
            let table = self.reader.table();
            record.place = once(&mut self.histories, number, || {
                let units = index.units.get(&index.blocks, number)?;
                Ok(PlaceCode::of_units(&units, table))
            })?;
        }
        if let Some(number) = stored.place(Place::District) {
            record.has_district = names_something(Self::place(index, number)?);
        }
        if let Some(number) = stored.place(Place::House) {
            record.house = self.part(index, number)?;
        }
        Ok(record)
    }
}

fn value<P: PartialEq + Default, T>(packed: P, of: impl Fn(P) -> Option<T>) -> Result<Option<T>> {
    if packed == P::default() {
        return Ok(None);
    }
    of(packed).map(Some).ok_or_else(|| damaged("records"))
}
