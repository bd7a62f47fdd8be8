//! Tables a search compares in: the words, names and places of the records it has met, each read
//! from the file once, and of the query beside them.

use super::blocks::damaged;
use super::open::{Index, WORD_BITS};
use super::query::IndexQuery;
use super::record::{Place, StoredName, StoredRecord};
use super::settings::weight;
use crate::error::Result;
use crate::field::{BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone};
use crate::finding::FieldName;
use crate::record::repair::RowColumns;
use crate::record::values::Record;
use crate::record::values::reader::Reader;
use crate::score::{Frequencies, TokenBits};
use smallvec::SmallVec;

/// Names held before the tables are thrown away and begun anew.
const MOST_NAMES: usize = 50_000;

/// What is known so far.
pub(super) struct Scratch {
    pub(super) reader: Reader,
    pub(super) frequencies: Frequencies,
    /// Number in the tables of each word of the file; 0 = not met yet.
    words: Vec<u32>,
    /// Words by their number in the tables whose corrections are set.
    weighed: Vec<bool>,
    /// Ids plus one of each place of the file, as a unit and as a part of an address; 0 = not met.
    units: Vec<u32>,
    parts: Vec<u32>,
    /// Code of each place as a province, plus one.
    provinces: Vec<u16>,
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

fn mark(table: &mut Vec<bool>, at: u32) {
    let at = at as usize;
    if table.len() <= at {
        table.resize(at + 1, false);
    }
    if let Some(slot) = table.get_mut(at) {
        *slot = true;
    }
}

impl Scratch {
    pub(super) fn of<D>(index: &Index<D>) -> Self {
        Self {
            reader: Reader::default(),
            frequencies: Frequencies::of_scales(index.settings.scales),
            words: Vec::new(),
            weighed: Vec::new(),
            units: Vec::new(),
            parts: Vec::new(),
            provinces: Vec::new(),
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
        own.into_iter().try_for_each(|id| self.find_word(index, id))?;
        Ok(record)
    }

    /// Takes over what the file knows of a word of a query.
    fn find_word<D: AsRef<[u8]>>(&mut self, index: &Index<D>, id: u32) -> Result<()> {
        let names = &self.reader.names;
        let (text, fold) =
            (names.tokens.text(id).to_owned(), names.tokens.fold_text(id).to_owned());
        let first = index.folds.get(&index.blocks, fold.as_bytes())?;
        let first = first.and_then(|first| u32::try_from(first).ok());
        if let Some(first) = first {
            // Words of the same letters stand side by side; there are as many as marks allow.
            for number in first..index.words.len().min(first.saturating_add(MOST_MARKED)) {
                let held = index.words.get(&index.blocks, number)?;
                let other = held != text && crate::clean::fold(held) != fold;
                if !other {
                    self.word(index, number)?;
                }
                if other || held == text {
                    break;
                }
            }
        }
        if self.weighed.get(id as usize) != Some(&true) {
            self.frequencies.set_unseen(&self.reader.names, id);
            mark(&mut self.weighed, id);
        }
        Ok(())
    }

    /// The number in the tables of a word of the file.
    pub(super) fn word<D: AsRef<[u8]>>(&mut self, index: &Index<D>, number: u32) -> Result<u32> {
        let Self { reader, frequencies, words, weighed, .. } = self;
        if number >= index.words.len() {
            return Err(damaged("words"));
        }
        once(words, number, || {
            let id = reader.names.tokens.intern(index.words.get(&index.blocks, number)?);
            let at = index.word_bits.at + WORD_BITS * u64::from(number);
            let mut rest = index.blocks.bytes(at, WORD_BITS)?;
            let mut bits = TokenBits::default();
            for cell in bits.iter_mut().flatten() {
                *cell = weight(&mut rest).ok_or_else(|| damaged("words"))?;
            }
            frequencies.set_token(&reader.names, id, &bits);
            mark(weighed, id);
            Ok(id)
        })
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

    /// A stored record as it is compared.
    pub(super) fn record<D: AsRef<[u8]>>(
        &mut self,
        index: &Index<D>,
        stored: &StoredRecord,
    ) -> Result<Record> {
        let [own, father, mother] = &stored.names;
        let [citizen_id, identity_card, insurance, phone] = stored.numbers;
        let mut record = Record {
            name: self.name(index, own)?,
            father: self.name(index, father)?,
            mother: self.name(index, mother)?,
            birth: value(stored.birth, BirthDate::from_bits)?,
            citizen_id: value(citizen_id, CitizenId::from_packed)?,
            identity_card: value(identity_card, IdentityCard::from_packed)?,
            insurance: value(insurance, InsuranceNumber::from_packed)?,
            phone: value(phone, Phone::from_packed)?,
            sex: stored.sex(),
            ..Record::default()
        };
        if let Some(number) = stored.place(Place::Province) {
            record.province = self.province(index, number)?;
        }
        if let Some(number) = stored.place(Place::District) {
            record.district = self.unit(index, number)?;
        }
        if let Some(number) = stored.place(Place::Commune) {
            record.commune = self.unit(index, number)?;
        }
        if let Some(number) = stored.place(Place::Hamlet) {
            record.hamlet = self.part(index, number)?;
        }
        if let Some(number) = stored.place(Place::House) {
            record.house = self.part(index, number)?;
        }
        Ok(record)
    }
}

/// Spellings of one run of letters that are looked at: six tones of three vowels with other marks.
const MOST_MARKED: u32 = 512;

fn value<P: PartialEq + Default, T>(packed: P, of: impl Fn(P) -> Option<T>) -> Result<Option<T>> {
    if packed == P::default() {
        return Ok(None);
    }
    of(packed).map(Some).ok_or_else(|| damaged("records"))
}
