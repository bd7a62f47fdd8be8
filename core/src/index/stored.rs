//! A record of the file as text.

use super::open::Index;
use super::record::{Place, StoredName, StoredRecord};
use crate::clean::clean;
use crate::error::{Error, ErrorCode, Result};
use crate::field::{BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone, Sex};
use crate::finding::FieldName;

impl<D: AsRef<[u8]>> Index<D> {
    /// The values of a record as the index keeps them: names in capitals and small letters, dates
    /// and numbers as they were read, places as they were written. A value that could not be read
    /// when the index was built is not there.
    ///
    /// ```
    /// use hoten::{FieldName, Index, IndexBuilder, StrColumn, Table};
    /// let table = Table::new([
    ///     ("full_name", StrColumn::from_strs(&["NGUYỄN VĂN HÒA"])),
    ///     ("birth_date", StrColumn::from_strs(&["1950-05-12"])),
    /// ])?;
    /// let index = Index::open(IndexBuilder::new().to_bytes(&table)?)?;
    /// assert_eq!(index.record(0)?, [
    ///     (FieldName::FullName, "Nguyễn Văn Hòa".to_owned()),
    ///     (FieldName::BirthDate, "12/05/1950".to_owned()),
    /// ]);
    /// # Ok::<(), hoten::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorCode::NoSuchRow`], [`ErrorCode::IndexDamaged`].
    pub fn record(&self, row: u32) -> Result<Vec<(FieldName, String)>> {
        use FieldName as F;
        self.check_row(row)?;
        let stored = self.stored(row)?;
        let [name, father, mother] = &stored.names;
        let fields = [
            (F::Source, self.place(&stored, Place::Source)?),
            (F::FullName, self.written(name)?),
            (F::BirthDate, stored.birth_date()),
            (F::Sex, stored.sex().map_or("", Sex::as_str).to_owned()),
            (F::CitizenId, stored.number(F::CitizenId)),
            (F::IdentityCard, stored.number(F::IdentityCard)),
            (F::InsuranceNumber, stored.number(F::InsuranceNumber)),
            (F::Phone, stored.number(F::Phone)),
            (F::Province, self.place(&stored, Place::Province)?),
            (F::District, self.place(&stored, Place::District)?),
            (F::Commune, self.place(&stored, Place::Commune)?),
            (F::Address, self.places(&stored, &[Place::House, Place::Hamlet])?),
            (F::FatherName, self.written(father)?),
            (F::MotherName, self.written(mother)?),
        ];
        Ok(fields.into_iter().filter(|(_, text)| !text.is_empty()).collect())
    }

    pub(super) fn check_row(&self, row: u32) -> Result<()> {
        if (row as usize) < self.len() {
            return Ok(());
        }
        Err(Error::new(ErrorCode::NoSuchRow).with("row", row.to_string()))
    }

    fn place(&self, stored: &StoredRecord, place: Place) -> Result<String> {
        self.places(stored, &[place])
    }

    /// Several places, parted by commas.
    pub(super) fn places(&self, stored: &StoredRecord, places: &[Place]) -> Result<String> {
        let mut text = String::new();
        for number in places.iter().filter_map(|&place| stored.place(place)) {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(self.place_texts.get(&self.blocks, number)?);
        }
        Ok(text)
    }

    /// A name with capitals.
    pub(super) fn written(&self, name: &StoredName) -> Result<String> {
        let mut words = String::new();
        for &number in &name.words {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(self.words.texts.get(&self.blocks, number)?);
        }
        Ok(clean(&words).text.into_owned())
    }
}

impl StoredRecord {
    pub(super) fn sex(&self) -> Option<Sex> {
        match self.sex {
            0 => None,
            1 => Some(Sex::Male),
            _ => Some(Sex::Female),
        }
    }

    pub(super) fn birth_date(&self) -> String {
        BirthDate::from_bits(self.birth).map(|date| date.to_string()).unwrap_or_default()
    }

    /// A number as it is written.
    pub(super) fn number(&self, field: FieldName) -> String {
        let [citizen_id, card, insurance, phone] = self.numbers;
        let text = match field {
            FieldName::CitizenId => CitizenId::from_packed(citizen_id).map(|n| n.to_string()),
            FieldName::IdentityCard => IdentityCard::from_packed(card).map(|n| n.to_string()),
            FieldName::InsuranceNumber => {
                InsuranceNumber::from_packed(insurance).map(|n| n.to_string())
            }
            _ => Phone::from_packed(phone).map(|n| n.to_string()),
        };
        text.unwrap_or_default()
    }
}
