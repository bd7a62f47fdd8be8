//! One record as it stands in the file: everything that comparing needs, and nothing else.

use super::varint::{chunk, put, take_u32};
use smallvec::SmallVec;

/// A name: its words by their numbers, surname first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct StoredName {
    pub(super) words: SmallVec<[u32; 12]>,
    /// Words of the surname, and of the given name at the end.
    pub(super) surname: u8,
    pub(super) given: u8,
    /// A bit for each word that is shortened or half read.
    pub(super) abbreviated: u16,
}

/// Words of a record that are numbers in the list of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Province,
    District,
    Commune,
    Hamlet,
    House,
    Source,
}

/// How many kinds of [`Place`] there are.
pub(super) const PLACES: usize = 6;

/// A record; `None`, 0 and empty names are values it does not have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct StoredRecord {
    /// Own, father's, mother's.
    pub(super) names: [StoredName; 3],
    pub(super) birth: u32,
    /// 1 male, 2 female.
    pub(super) sex: u8,
    /// Citizen ID, identity card, insurance number, phone, packed as their types pack them.
    pub(super) numbers: [u64; 4],
    /// A bit for each of the numbers that had to be repaired.
    pub(super) repaired: u8,
    pub(super) places: [Option<u32>; PLACES],
    /// The commune through history: its number in the list of them.
    pub(super) units: Option<u32>,
}

/// Most words of a name; the four bits they are counted in hold 15.
const MOST_WORDS: usize = crate::record::names::MAX_TOKENS;

impl StoredRecord {
    pub(super) fn place(&self, place: Place) -> Option<u32> {
        self.places.get(place as usize).copied().flatten()
    }

    /// Appends the record. The first three bytes say which values follow.
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        let mut flags = u32::from(self.repaired & 0xF) << 16;
        let mut bit = |place: usize, yes: bool| flags |= u32::from(yes) << place;
        for (at, name) in self.names.iter().enumerate() {
            bit(at, !name.words.is_empty());
        }
        bit(3, self.birth != 0);
        bit(4, self.sex == 1);
        bit(5, self.sex == 2);
        for (at, &number) in self.numbers.iter().enumerate() {
            bit(6 + at, number != 0);
        }
        for (at, place) in self.places.iter().enumerate() {
            bit(10 + at, place.is_some());
        }
        bit(20, self.units.is_some());
        let [low, middle, high, _] = flags.to_le_bytes();
        out.extend_from_slice(&[low, middle, high]);
        for name in self.names.iter().filter(|name| !name.words.is_empty()) {
            let words = name.words.len().min(MOST_WORDS) as u8;
            let short = u8::from(name.abbreviated != 0) << 7;
            out.extend_from_slice(&[words | name.surname << 4, name.given | short]);
            if name.abbreviated != 0 {
                out.extend_from_slice(&name.abbreviated.to_le_bytes());
            }
            name.words.iter().for_each(|&word| put(out, u64::from(word)));
        }
        if self.birth != 0 {
            out.extend_from_slice(&self.birth.to_le_bytes());
        }
        for number in self.numbers.into_iter().filter(|&number| number != 0) {
            // The highest four bits are a mark of some numbers' kind; zeros below it are left out.
            let (mark, digits) = ((number >> 60) as u8, number & (u64::MAX >> 4));
            let len = (8 - digits.leading_zeros() / 8) as u8;
            out.push(len | mark << 4);
            out.extend(digits.to_le_bytes().into_iter().take(usize::from(len)));
        }
        for place in self.places.into_iter().chain([self.units]).flatten() {
            put(out, u64::from(place));
        }
    }

    /// Reads a record; `None` when the bytes are no record from first to last.
    pub(super) fn decode(mut bytes: &[u8]) -> Option<Self> {
        let rest = &mut bytes;
        let [low, middle, high] = chunk(rest)?;
        let flags = u32::from_le_bytes([low, middle, high, 0]);
        if flags >> 21 != 0 {
            return None;
        }
        let has = |place: usize| flags >> place & 1 == 1;
        let mut record = Self { repaired: (flags >> 16 & 0xF) as u8, ..Self::default() };
        for (_, name) in record.names.iter_mut().enumerate().filter(|(at, _)| has(*at)) {
            *name = StoredName::decode(rest)?;
        }
        if has(3) {
            record.birth = u32::from_le_bytes(chunk(rest)?);
        }
        record.sex = match (has(4), has(5)) {
            (false, false) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (true, true) => return None,
        };
        for (_, number) in record.numbers.iter_mut().enumerate().filter(|(at, _)| has(6 + at)) {
            let [head] = chunk(rest)?;
            let len = usize::from(head & 15);
            let (digits, after) = rest.split_at_checked(len).filter(|_| len <= 8)?;
            *rest = after;
            let digits = digits.iter().rev().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
            *number = digits & (u64::MAX >> 4) | u64::from(head >> 4) << 60;
        }
        for (_, place) in record.places.iter_mut().enumerate().filter(|(at, _)| has(10 + at)) {
            *place = Some(take_u32(rest)?);
        }
        if has(20) {
            record.units = Some(take_u32(rest)?);
        }
        rest.is_empty().then_some(record)
    }
}

impl StoredName {
    fn decode(rest: &mut &[u8]) -> Option<Self> {
        let [head, tail] = chunk(rest)?;
        let (count, surname, given) = (usize::from(head & 15), head >> 4, tail & 0x7F);
        let whole = usize::from(surname) + usize::from(given) <= count;
        if count == 0 || count > MOST_WORDS || !whole {
            return None;
        }
        let abbreviated = if tail & 0x80 != 0 { u16::from_le_bytes(chunk(rest)?) } else { 0 };
        let mut words = SmallVec::new();
        for _ in 0..count {
            words.push(take_u32(rest)?);
        }
        Some(Self { words, surname, given, abbreviated })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name() -> impl Strategy<Value = StoredName> {
        let words = proptest::collection::vec(any::<u32>(), 0..=MOST_WORDS);
        (words, any::<u8>(), any::<u8>(), any::<u16>()).prop_map(
            |(words, surname, given, short)| {
                let len = words.len() as u8;
                let surname = surname % (len + 1);
                let given = given % (len - surname + 1);
                let words: SmallVec<[u32; 12]> = words.into();
                match words.is_empty() {
                    true => StoredName::default(),
                    false => StoredName { words, surname, given, abbreviated: short },
                }
            },
        )
    }

    proptest! {
        #[test]
        fn a_record_is_read_as_written(
            names in [name(), name(), name()],
            birth in any::<u32>(),
            sex in 0u8..3,
            numbers in any::<[u64; 4]>(),
            repaired in 0u8..16,
            places in proptest::array::uniform6(any::<Option<u32>>()),
            units in any::<Option<u32>>(),
        ) {
            let record =
                StoredRecord { names, birth, sex, numbers, repaired, places, units };
            let mut bytes = Vec::new();
            record.encode(&mut bytes);
            prop_assert_eq!(StoredRecord::decode(&bytes), Some(record.clone()));
            bytes.push(0);
            prop_assert_eq!(StoredRecord::decode(&bytes), None);
            prop_assert!(bytes.len() < 1024, "64 of them are below the 64 KiB of a short address");
        }

        #[test]
        fn any_bytes_are_a_record_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = StoredRecord::decode(&bytes);
        }
    }
}
