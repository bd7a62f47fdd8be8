//! A record as it is handed in and given back, and as bytes.

use super::live_damaged;
use crate::error::Result;
use crate::finding::FieldName;
use crate::index::varint::{put, take};
use crate::record::repair::{RowColumns, RowText};
use core::fmt;
use std::borrow::Cow;

/// A record of a live index: its identifier, and the text of its fields as they were handed in.
///
/// `Debug` shows which fields there are, not their values.
///
/// ```
/// use hoten::{FieldName, LiveRecord};
/// let record = LiveRecord::new("HS-17")
///     .field(FieldName::FullName, "Trần Thị Bé")
///     .field(FieldName::BirthDate, "1961");
/// assert_eq!(record.id(), "HS-17");
/// assert_eq!(record.get(FieldName::BirthDate), Some("1961"));
/// assert_eq!(record.get(FieldName::Phone), None);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct LiveRecord<'a> {
    id: Cow<'a, str>,
    cells: [Option<Cow<'a, str>>; FieldName::ALL.len()],
}

impl<'a> LiveRecord<'a> {
    /// A record of this identifier, without values.
    #[must_use]
    pub fn new(id: impl Into<Cow<'a, str>>) -> Self {
        Self { id: id.into(), cells: [const { None }; FieldName::ALL.len()] }
    }

    /// Gives the value of a field, as it would stand in a table.
    #[must_use]
    pub fn field(mut self, field: FieldName, text: impl Into<Cow<'a, str>>) -> Self {
        if let Some(cell) = self.cells.get_mut(field as usize) {
            *cell = Some(text.into());
        }
        self
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: FieldName) -> Option<&str> {
        self.cells.get(field as usize).and_then(Option::as_deref)
    }

    /// The fields it has, in the order of the standard columns.
    pub fn fields(&self) -> impl Iterator<Item = (FieldName, &str)> {
        FieldName::ALL.into_iter().filter_map(|field| Some((field, self.get(field)?)))
    }

    /// Its cells as bytes, wrongly decoded ones read again.
    pub(super) fn encode(&self) -> Vec<u8> {
        let cells = FieldName::ALL.map(|field| [self.get(field)]);
        let columns = RowColumns::of_row(&cells);
        encode(&columns.row(0, &columns.survey()))
    }
}

impl fmt::Debug for LiveRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields: Vec<FieldName> = self.fields().map(|(field, _)| field).collect();
        f.debug_struct("LiveRecord").field("fields", &fields).finish_non_exhaustive()
    }
}

/// The number of each field in a file; a number is never used for another.
const NUMBERS: [(u8, FieldName); 17] = [
    (1, FieldName::Source),
    (2, FieldName::FullName),
    (3, FieldName::BirthDate),
    (4, FieldName::Sex),
    (5, FieldName::CitizenId),
    (6, FieldName::IdentityCard),
    (7, FieldName::InsuranceNumber),
    (8, FieldName::Phone),
    (9, FieldName::Province),
    (10, FieldName::District),
    (11, FieldName::Commune),
    (12, FieldName::Address),
    (13, FieldName::FatherName),
    (14, FieldName::MotherName),
    (15, FieldName::FatherBirthDate),
    (16, FieldName::MotherBirthDate),
    (17, FieldName::IssueDate),
];

/// The cells of a row: number of the field, length, text.
pub(super) fn encode(text: &RowText<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for (number, field) in NUMBERS {
        if let Some(cell) = text.get(field) {
            out.push(number);
            put(&mut out, cell.len() as u64);
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out
}

/// The cells of encoded bytes.
pub(super) fn cells(mut bytes: &[u8]) -> impl Iterator<Item = Result<(FieldName, &str)>> {
    core::iter::from_fn(move || {
        (!bytes.is_empty()).then(|| cell(&mut bytes).ok_or_else(|| live_damaged("record")))
    })
}

fn cell<'b>(bytes: &mut &'b [u8]) -> Option<(FieldName, &'b str)> {
    let rest = core::mem::take(bytes);
    let (number, mut rest) = rest.split_first()?;
    let (_, field) = NUMBERS.iter().find(|(held, _)| held == number)?;
    let len = usize::try_from(take(&mut rest)?).ok()?;
    let (text, rest) = rest.split_at_checked(len)?;
    *bytes = rest;
    Some((*field, core::str::from_utf8(text).ok()?))
}

/// A record from its bytes.
pub(super) fn decode(id: String, bytes: &[u8]) -> Result<LiveRecord<'static>> {
    cells(bytes).try_fold(LiveRecord::new(id), |record, cell| {
        let (field, text) = cell?;
        Ok(record.field(field, text.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::array::uniform17;
    use proptest::prelude::*;

    #[test]
    fn every_field_but_the_identifier_has_a_number() {
        for field in FieldName::ALL.into_iter().filter(|field| *field != FieldName::RecordId) {
            assert_eq!(NUMBERS.iter().filter(|(_, held)| *held == field).count(), 1, "{field:?}");
        }
    }

    proptest! {
        #[test]
        fn a_record_is_read_as_written(texts in prop_oneof![uniform17("[a-z0-9/]{0,9}"), uniform17("[a-zà-ỹ0-9/]{0,9}")]) {
            // What looks wrongly decoded ("në") is read again, once.
            let plain = texts.iter().all(|text| text.is_ascii());
            let mut record = LiveRecord::new("x");
            for ((_, field), text) in NUMBERS.into_iter().zip(texts) {
                if !text.is_empty() {
                    record = record.field(field, text);
                }
            }
            let read = decode("x".to_owned(), &record.encode()).unwrap();
            prop_assert!(!plain || read == record);
            prop_assert!(decode("x".to_owned(), &read.encode()).unwrap() == read);
        }

        #[test]
        fn any_bytes_are_a_record_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode(String::new(), &bytes);
        }
    }
}
