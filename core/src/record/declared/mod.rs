//! Fields that the caller declares: text, number, identifier, date or category, in any language.
//!
//! Residents have fields of their own, known by their headers. Any other table (customers, voters,
//! products, papers) declares what its columns hold, and is linked by that.

mod number;
mod value;

use super::intern::Interner;
use super::{Schema, StrColumn, Table};
use crate::error::{Error, ErrorCode, Result};
use crate::field::{BirthDate, DateColumn};
use std::collections::HashMap;
use value::{Shape, shape};

/// What a declared field holds, and so how two of its values are compared and which keys are made
/// of them.
///
/// ```
/// use hoten::FieldKind;
/// assert_eq!(FieldKind::from_name("text"), Some(FieldKind::Text));
/// assert!(FieldKind::Text.levels().contains(&"one slip"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FieldKind {
    /// Words: a name, a street, a title. Slips of the keyboard, words left out or in another order,
    /// abbreviations and values that stand in the wrong one of two columns are told apart.
    Text,
    /// A quantity: a price, a house number, a page count. Near is less than the same.
    Number,
    /// A number or code that belongs to one thing: a customer number, a licence. Near is a slip.
    Identifier,
    /// A day, month or year, in any usual writing; the order of day and month is found by column.
    Date,
    /// One of a few values: a state, a colour. The same or not.
    Category,
}

impl FieldKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Text, Self::Number, Self::Identifier, Self::Date, Self::Category];

    /// `"text"`, `"number"`, `"identifier"`, `"date"`, `"category"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Identifier => "identifier",
            Self::Date => "date",
            Self::Category => "category",
        }
    }

    /// The kind of [`Self::as_str`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// The most fields a table may declare: four bits of a pattern each.
pub const MAX_FIELDS: usize = 16;

/// A declared field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeclaredField {
    pub(crate) name: String,
    pub(crate) kind: FieldKind,
}

/// Refuses too many fields, and two of one name.
///
/// # Errors
/// [`ErrorCode::TooManyFields`], [`ErrorCode::FieldRepeated`].
pub(crate) fn check_fields(fields: &[DeclaredField]) -> Result<()> {
    if fields.len() > MAX_FIELDS {
        return Err(Error::new(ErrorCode::TooManyFields)
            .with("fields", fields.len().to_string())
            .with("most", MAX_FIELDS.to_string()));
    }
    for (place, field) in fields.iter().enumerate() {
        if fields.iter().take(place).any(|other| other.name == field.name) {
            return Err(Error::new(ErrorCode::FieldRepeated).with("field", field.name.clone()));
        }
    }
    Ok(())
}

/// One distinct value of a field, read once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeclaredValue {
    /// Its words without case, marks and signs, a blank between two.
    pub(crate) plain: u32,
    /// The same without blanks.
    pub(crate) joined: u32,
    /// The first number in it.
    pub(crate) number: Option<f64>,
    pub(crate) date: Option<BirthDate>,
    /// Which letters it has (bits): two values are at least half as many slips apart as there are
    /// letters that only one of them has.
    pub(crate) letters: u32,
    words: (u32, u32),
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeclaredWord {
    /// Its number among all letters.
    pub(crate) id: u32,
    /// In how many records the field has it.
    pub(crate) records: u32,
    /// What sharing it tells: rare words much, those in every record next to nothing.
    pub(crate) bits: f32,
}

/// What the most common word tells.
const LEAST_BITS: f64 = 0.05;

/// The distinct values of one field, numbered from 1.
pub(crate) struct DeclaredColumn {
    pub(crate) name: String,
    pub(crate) kind: FieldKind,
    texts: Interner,
    values: Vec<DeclaredValue>,
    /// The words of all values of a text, one after the other, as they stand.
    words: Vec<DeclaredWord>,
    /// In how many records each value stands.
    pub(crate) counts: Vec<u32>,
    /// Records that have a value.
    pub(crate) filled: u32,
}

/// The declared fields of all records.
#[derive(Default)]
pub(crate) struct DeclaredTable {
    pub(crate) columns: Vec<DeclaredColumn>,
    /// The value of each field of each record, those of a record side by side; 0 = none.
    ids: Vec<u32>,
    /// Words and values without case, marks and signs; one numbering for all fields, so that a value
    /// that stands in another column is known again.
    letters: Interner,
}

impl DeclaredColumn {
    fn new(field: &DeclaredField) -> Self {
        Self {
            name: field.name.clone(),
            kind: field.kind,
            texts: Interner::default(),
            values: Vec::new(),
            words: Vec::new(),
            counts: vec![0],
            filled: 0,
        }
    }

    /// How many distinct values there are; they are numbered `1..=len`.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.values.len()).unwrap_or(u32::MAX)
    }

    /// A value by its number.
    pub(crate) fn value(&self, id: u32) -> Option<&DeclaredValue> {
        self.values.get((id as usize).checked_sub(1)?)
    }

    /// The words of a value, in their order.
    pub(crate) fn words(&self, value: &DeclaredValue) -> &[DeclaredWord] {
        self.words.get(value.words.0 as usize..value.words.1 as usize).unwrap_or_default()
    }

    /// The words of all values, each as often as it stands there.
    pub(crate) fn all_words(&self) -> &[DeclaredWord] {
        &self.words
    }

    /// Words of a value on average, of texts.
    pub(crate) fn mean_words(&self) -> f64 {
        self.words.len() as f64 / self.values.len().max(1) as f64
    }

    fn intern(
        &mut self,
        shape: &Shape,
        cell: &str,
        letters: &mut Interner,
        dates: DateColumn,
    ) -> u32 {
        let known = self.texts.len();
        let id = self.texts.intern(&shape.text);
        if self.texts.len() == known {
            return id;
        }
        let start = self.words.len() as u32;
        if self.kind == FieldKind::Text {
            let words = shape.plain.split(' ').map(|word| letters.intern(word));
            self.words.extend(words.map(|id| DeclaredWord { id, records: 0, bits: 0.0 }));
        }
        self.values.push(DeclaredValue {
            plain: letters.intern(&shape.plain),
            joined: letters.intern(&shape.plain.replace(' ', "")),
            number: (self.kind == FieldKind::Number).then(|| number::parse(cell)).flatten(),
            date: (self.kind == FieldKind::Date).then(|| dates.parse(cell).value).flatten(),
            letters: shape.plain.bytes().fold(0, |set, letter| set | 1 << (letter % 32)),
            words: (start, self.words.len() as u32),
        });
        self.counts.push(0);
        id
    }

    fn count(&mut self, id: u32) {
        self.filled += 1;
        if let Some(count) = self.counts.get_mut(id as usize) {
            *count += 1;
        }
    }

    /// Counts each word once for each record that has it.
    fn count_words(&mut self) {
        let mut records_of = HashMap::<u32, u32>::new();
        let mut seen = Vec::new();
        for (value, &records) in self.values.iter().zip(self.counts.iter().skip(1)) {
            seen.clear();
            let range = value.words.0 as usize..value.words.1 as usize;
            seen.extend(self.words.get(range).unwrap_or_default().iter().map(|word| word.id));
            seen.sort_unstable();
            seen.dedup();
            for &word in &seen {
                *records_of.entry(word).or_default() += records;
            }
        }
        for word in &mut self.words {
            word.records = records_of.get(&word.id).copied().unwrap_or(1);
            let share = f64::from(word.records) / f64::from(self.filled.max(1));
            word.bits = (-libm::log2(share)).max(LEAST_BITS) as f32;
        }
    }
}

impl DeclaredTable {
    /// Reads the declared columns of some tables, the rows of the second after those of the first.
    pub(crate) fn build(tables: &[(&Table<'_>, &Schema)], fields: &[DeclaredField]) -> Self {
        let mut letters = Interner::default();
        let mut columns: Vec<DeclaredColumn> = fields.iter().map(DeclaredColumn::new).collect();
        let rows: usize = tables.iter().map(|(table, _)| table.rows()).sum();
        let mut ids = vec![0; if fields.is_empty() { 0 } else { rows * fields.len() }];
        let mut first = 0;
        let mut scratch = Shape::default();
        for (table, schema) in tables {
            for (place, column) in columns.iter_mut().enumerate() {
                let cells = schema.declared().get(place).and_then(|&at| table.column(at));
                let cells = cells.unwrap_or_else(|| StrColumn::nulls(table.rows()));
                let dates = match column.kind {
                    FieldKind::Date => DateColumn::survey(cells.iter().flatten()),
                    _ => DateColumn::default(),
                };
                for (row, cell) in cells.iter().enumerate() {
                    let Some(cell) = cell.filter(|cell| shape(cell, &mut scratch)) else {
                        continue;
                    };
                    let id = column.intern(&scratch, cell, &mut letters, dates);
                    column.count(id);
                    if let Some(slot) = ids.get_mut((first + row) * fields.len() + place) {
                        *slot = id;
                    }
                }
            }
            first += table.rows();
        }
        columns.iter_mut().for_each(DeclaredColumn::count_words);
        Self { columns, ids, letters }
    }

    /// Whether nothing is declared.
    pub(crate) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The values of one record, one for each field; 0 = none.
    pub(crate) fn row(&self, row: usize) -> &[u32] {
        let width = self.columns.len();
        self.ids.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// The letters of a word or value.
    pub(crate) fn letters(&self, id: u32) -> &str {
        self.letters.get(id)
    }
}

#[cfg(test)]
mod tests;
