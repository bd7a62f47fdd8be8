//! The parts of a record, as integers that are equal where its values are.

use super::part;
use crate::block::PartTable;
use crate::field::DatePrecision;
use crate::record::heard::EarPlaces;
use crate::record::names::{NameTable, NameView};
use crate::record::values::{Record, RecordTable};
use xxhash_rust::xxh3::xxh3_64;

/// The parts of every record, with room for `more` parts of declared fields behind them; keys by ear
/// stand in these places. Values that many records may share are hashed from their letters, so that
/// a record has the same parts in every table.
pub(crate) fn parts(table: &RecordTable, more: u8, places: &EarPlaces) -> PartTable {
    let rows = u32::try_from(table.records.len()).unwrap_or(u32::MAX);
    let mut parts = PartTable::new(rows, part::COUNT.saturating_add(more));
    let unit = |id: u32| if id == 0 { 0 } else { hash(table.units.get(id)) };
    for (row, record) in (0..rows).zip(table.records.iter()) {
        let mut set = |part: u8, id: u32| parts.set(part, row, id);
        numbers(&record, &mut set);
        names(&table.names, places, &record, &mut set);
        birth(&record, &mut set);
        set(part::SEX, record.sex.map_or(0, |sex| sex as u32 + 1));
        // The commune of today, under whatever name; else the name as written.
        let today = record.place.only_today();
        if today != 0 {
            set(part::COMMUNE, mix(&[u32::MAX, today.into()]));
        } else if record.commune != 0 {
            set(part::COMMUNE, mix(&[u32::from(record.province), unit(record.commune)]));
        }
        if record.hamlet != 0 {
            set(part::HAMLET, mix(&[u32::from(record.province), unit(record.hamlet)]));
        }
        set(part::HOUSE, unit(record.house));
    }
    parts
}

fn numbers(record: &Record, set: &mut impl FnMut(u8, u32)) {
    if let Some(id) = record.citizen_id {
        set(part::ID_HEAD, mix64(id.packed() >> 24));
        set(part::ID_SERIAL, mix64(id.packed() & 0xFF_FFFF | 1 << 32));
    }
    set(part::CARD, record.identity_card.map_or(0, |card| mix64(card.packed())));
    set(part::INSURANCE, record.insurance.map_or(0, |number| mix64(number.packed())));
    set(part::PHONE, record.phone.map_or(0, |phone| mix64(phone.packed())));
}

fn names(names: &NameTable, places: &EarPlaces, record: &Record, set: &mut impl FnMut(u8, u32)) {
    let sound = |id: u32| hash(names.tokens.sound_text(names.tokens.get(id).coarse));
    let coarse = |ids: &[u32]| ids.last().map_or(0, |&id| sound(id));
    let own = names.get(record.name);
    if own.is_full() {
        set(part::NAME, own.coarse);
        set(part::JOINED, own.joined);
    }
    set(part::GIVEN, coarse(own.given()));
    set(part::SURNAME, coarse(own.surname()));
    set(part::INITIALS, initials(names, &own));
    if let Some(heard) = names.heard(&own) {
        for (ear, key) in part::EAR.into_iter().zip(places.put(heard)) {
            set(ear, key.id);
        }
    }
    let (father, mother) = (names.get(record.father), names.get(record.mother));
    if father.is_full() {
        set(part::FATHER, father.coarse);
    }
    if mother.is_full() {
        set(part::MOTHER, mother.coarse);
    }
    set(part::FATHER_GIVEN, coarse(father.given()));
    set(part::MOTHER_GIVEN, coarse(mother.given()));
}

fn initials(names: &NameTable, name: &NameView<'_>) -> u32 {
    if name.tokens.len() < 2 {
        return 0;
    }
    let mut letters = [0u8; 8];
    for (slot, &id) in letters.iter_mut().zip(name.tokens) {
        *slot = names.tokens.fold_text(id).bytes().next().unwrap_or(0);
    }
    ((xxh3_64(&letters) >> 32) as u32).max(1)
}

fn birth(record: &Record, set: &mut impl FnMut(u8, u32)) {
    let Some(birth) = record.birth else { return };
    let Some(year) = birth.year() else { return };
    set(part::YEAR, u32::from(year));
    // A lunar date meets the solar one of its day.
    let birth = birth.to_solar().unwrap_or(birth);
    let year = birth.year().unwrap_or(year);
    if birth.precision() == DatePrecision::Day && !birth.is_placeholder() {
        // Day and month in either order meet.
        let (day, month) = (birth.day().unwrap_or(0), birth.month().unwrap_or(0));
        let (low, high) = (day.min(month), day.max(month));
        set(part::DATE, mix(&[u32::from(year), u32::from(low), u32::from(high)]));
    }
}

fn hash(text: &str) -> u32 {
    ((xxh3_64(text.as_bytes()) >> 32) as u32).max(1)
}

fn mix(ids: &[u32]) -> u32 {
    let mut hash = 0u64;
    for &id in ids {
        hash = mix_word(hash ^ u64::from(id));
    }
    ((hash >> 32) as u32).max(1)
}

fn mix64(number: u64) -> u32 {
    ((mix_word(number) >> 32) as u32).max(1)
}

/// The finaliser of SplitMix64: every bit of the word reaches every other.
pub(crate) fn mix_word(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
