//! Which records meet: the parts of a record and the composite rules over them.
//!
//! Every rule joins at least two weak keys or is an office's number; a name part alone never makes
//! a rule, since fourteen surnames cover nine persons in ten (facts: vietnamese.md 3).

use crate::block::{BlockRule, PartTable};
use crate::compare::Comparison;
use crate::field::DatePrecision;
use crate::record::heard::EarPlaces;
use crate::record::names::{NameTable, NameView};
use crate::record::values::{Record, RecordTable};
use std::borrow::Cow;
use xxhash_rust::xxh3::xxh3_64;

/// The parts, numbered.
pub(crate) mod part {
    pub(crate) const CITIZEN_ID: u8 = 0;
    pub(crate) const ID_HEAD: u8 = 1;
    pub(crate) const ID_SERIAL: u8 = 2;
    pub(crate) const CARD: u8 = 3;
    pub(crate) const INSURANCE: u8 = 4;
    pub(crate) const PHONE: u8 = 5;
    pub(crate) const NAME: u8 = 6;
    pub(crate) const JOINED: u8 = 7;
    pub(crate) const GIVEN: u8 = 8;
    pub(crate) const SURNAME: u8 = 9;
    pub(crate) const TAIL: u8 = 10;
    pub(crate) const YEAR: u8 = 11;
    pub(crate) const DATE: u8 = 12;
    pub(crate) const SEX: u8 = 13;
    pub(crate) const COMMUNE: u8 = 14;
    pub(crate) const HAMLET: u8 = 15;
    pub(crate) const HOUSE: u8 = 16;
    pub(crate) const FATHER: u8 = 17;
    pub(crate) const MOTHER: u8 = 18;
    pub(crate) const FATHER_GIVEN: u8 = 19;
    pub(crate) const MOTHER_GIVEN: u8 = 20;
    pub(crate) const INITIALS: u8 = 21;
    /// Keys by ear, each in its place (`record::heard`).
    pub(crate) const EAR: [u8; 4] = [22, 23, 24, 25];
    /// The same where they say much.
    pub(crate) const LONG_EAR: [u8; 4] = [26, 27, 28, 29];
    pub(crate) const COUNT: u8 = 30;
}

/// What the parts are called in files, by number.
#[cfg(feature = "serde")]
pub(crate) const PART_NAMES: [&str; part::COUNT as usize] = [
    "citizen_id",
    "id_head",
    "id_serial",
    "identity_card",
    "insurance_number",
    "phone",
    "name",
    "joined_name",
    "given",
    "surname",
    "name_tail",
    "year",
    "date",
    "sex",
    "commune",
    "hamlet",
    "house",
    "father",
    "mother",
    "father_given",
    "mother_given",
    "initials",
    "ear_1",
    "ear_2",
    "ear_3",
    "ear_4",
    "long_ear_1",
    "long_ear_2",
    "long_ear_3",
    "long_ear_4",
];

/// The comparisons that agree where a part does.
#[cfg(feature = "serde")]
pub(crate) fn fixed_by(part: u8) -> &'static [Comparison] {
    use Comparison as C;
    match part {
        part::CITIZEN_ID | part::ID_HEAD | part::ID_SERIAL => &[C::CitizenId],
        part::CARD => &[C::IdentityCard],
        part::INSURANCE => &[C::Insurance],
        part::PHONE => &[C::Phone],
        part::NAME => &[C::Surname, C::Middle, C::Given],
        part::JOINED | part::TAIL => &[C::Middle, C::Given],
        ear if part::EAR.contains(&ear) || part::LONG_EAR.contains(&ear) => &[C::Middle, C::Given],
        part::GIVEN => &[C::Given],
        part::SURNAME => &[C::Surname],
        part::YEAR | part::DATE => &[C::BirthDate],
        part::SEX => &[C::Sex],
        part::COMMUNE | part::HAMLET | part::HOUSE => &[C::Place],
        part::FATHER | part::FATHER_GIVEN => &[C::Father],
        part::MOTHER | part::MOTHER_GIVEN => &[C::Mother],
        _ => &[],
    }
}

/// A rule and what it fixes, so that training leaves those comparisons out.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) block: BlockRule,
    pub(crate) fixes: Cow<'static, [Comparison]>,
    /// Its pairs are used to fit the model.
    pub(crate) trains: bool,
    /// The rule that its pairs are shown under, where its own name would tell what is sensitive.
    pub(crate) shown_as: Option<Cow<'static, str>>,
}

/// The place of the rule that pairs of a rule are shown under: most often its own.
pub(crate) fn shown(rules: &[Rule], rule: u8) -> u8 {
    let name = rules.get(usize::from(rule)).and_then(|rule| rule.shown_as.as_ref());
    let place = name.and_then(|name| rules.iter().position(|rule| rule.block.name == *name));
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(rule)
}

const fn rule(
    name: &'static str,
    parts: &'static [u8],
    fixes: &'static [Comparison],
    trains: bool,
) -> Rule {
    Rule { block: BlockRule::new(name, parts), fixes: Cow::Borrowed(fixes), trains, shown_as: None }
}

/// Who is compared by ear is mostly of Khmer origin, and that is sensitive in law (Decree 356/2025,
/// art. 4): no pair may show it.
const fn by_ear(
    name: &'static str,
    parts: &'static [u8],
    fixes: &'static [Comparison],
    shown_as: &'static str,
) -> Rule {
    let block = BlockRule::new(name, parts);
    let shown_as = Some(Cow::Borrowed(shown_as));
    Rule { block, fixes: Cow::Borrowed(fixes), trains: false, shown_as }
}

/// A long name and what everybody has.
const fn ear_and_year(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::Sex, C::BirthDate];
    by_ear("name by ear, sex and year", parts, fixes, "joined name and year")
}

/// Names of two consonants and fewer ask for a place.
const fn ear_and_commune(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::BirthDate, C::Place];
    by_ear("name by ear, year and commune", parts, fixes, "given name, year and commune")
}

/// The year may be wrong where the hamlet is right.
const fn ear_and_hamlet(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::Sex, C::Place];
    by_ear("name by ear, sex and hamlet", parts, fixes, "name and hamlet")
}

/// The rules, in the order in which a pair is credited to them.
pub(crate) const RULES: &[Rule] = {
    use Comparison as C;
    use part::*;
    &[
        rule("citizen ID", &[CITIZEN_ID], &[C::CitizenId], true),
        rule("identity card", &[CARD], &[C::IdentityCard], false),
        rule("insurance number", &[INSURANCE], &[C::Insurance], false),
        rule(
            "name and year",
            &[NAME, YEAR],
            &[C::Surname, C::Middle, C::Given, C::BirthDate],
            true,
        ),
        rule("given name and date", &[GIVEN, DATE], &[C::Given, C::BirthDate], true),
        rule("joined name and year", &[JOINED, YEAR], &[C::Middle, C::Given, C::BirthDate], false),
        rule(
            "surname, sex and date",
            &[SURNAME, SEX, DATE],
            &[C::Surname, C::Sex, C::BirthDate],
            false,
        ),
        rule("initials and date", &[INITIALS, DATE], &[C::BirthDate], false),
        rule("date and commune", &[DATE, COMMUNE], &[C::BirthDate, C::Place], false),
        rule("date and hamlet", &[DATE, HAMLET], &[C::BirthDate, C::Place], false),
        rule("date and father", &[DATE, FATHER_GIVEN], &[C::BirthDate, C::Father], false),
        rule("date and mother", &[DATE, MOTHER_GIVEN], &[C::BirthDate, C::Mother], false),
        rule("ID serial and year", &[ID_SERIAL, YEAR], &[C::CitizenId, C::BirthDate], false),
        rule("ID serial and given name", &[ID_SERIAL, GIVEN], &[C::CitizenId, C::Given], false),
        rule(
            "ID head and name ends",
            &[ID_HEAD, SURNAME, GIVEN],
            &[C::CitizenId, C::Surname, C::Given],
            false,
        ),
        rule("father and given name", &[FATHER, GIVEN], &[C::Father, C::Given], false),
        rule("mother and given name", &[MOTHER, GIVEN], &[C::Mother, C::Given], false),
        rule(
            "parents and year",
            &[FATHER_GIVEN, MOTHER_GIVEN, YEAR],
            &[C::Father, C::Mother, C::BirthDate],
            true,
        ),
        rule(
            "name and commune",
            &[NAME, COMMUNE],
            &[C::Surname, C::Middle, C::Given, C::Place],
            false,
        ),
        rule(
            "name and hamlet",
            &[NAME, HAMLET],
            &[C::Surname, C::Middle, C::Given, C::Place],
            false,
        ),
        rule("given name and house", &[GIVEN, HAMLET, HOUSE], &[C::Given, C::Place], false),
        rule("house and year", &[HAMLET, HOUSE, YEAR], &[C::Place, C::BirthDate], false),
        rule(
            "name tail, year and hamlet",
            &[TAIL, YEAR, HAMLET],
            &[C::Middle, C::Given, C::BirthDate, C::Place],
            false,
        ),
        rule(
            "given name, year and commune",
            &[GIVEN, YEAR, SEX, COMMUNE],
            &[C::Given, C::BirthDate, C::Sex, C::Place],
            false,
        ),
        rule("phone and given name", &[PHONE, GIVEN], &[C::Phone, C::Given], false),
        // Names compared by ear, whatever their letters and pieces: once for each place of a key.
        ear_and_year(&[LONG_EAR[0], SEX, YEAR]),
        ear_and_year(&[LONG_EAR[1], SEX, YEAR]),
        ear_and_year(&[LONG_EAR[2], SEX, YEAR]),
        ear_and_year(&[LONG_EAR[3], SEX, YEAR]),
        ear_and_commune(&[EAR[0], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[1], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[2], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[3], YEAR, COMMUNE]),
        ear_and_hamlet(&[LONG_EAR[0], SEX, HAMLET]),
        ear_and_hamlet(&[LONG_EAR[1], SEX, HAMLET]),
        ear_and_hamlet(&[LONG_EAR[2], SEX, HAMLET]),
        ear_and_hamlet(&[LONG_EAR[3], SEX, HAMLET]),
    ]
};

/// Parts by which an oversized block is split, the most telling first.
pub(crate) const REFINE: &[u8] = {
    use part::*;
    &[DATE, YEAR, COMMUNE, HAMLET, HOUSE, FATHER, MOTHER, CITIZEN_ID, NAME, SEX, PHONE]
};

/// The parts of every record. Values that many records may share are hashed from their letters, so
/// that a record has the same parts in every table.
pub(crate) fn parts(table: &RecordTable) -> PartTable {
    parts_with(table, &table.names.ear_places())
}

/// As [`parts`], with the keys by ear in the places they have in a larger table.
pub(crate) fn parts_with(table: &RecordTable, places: &EarPlaces) -> PartTable {
    let rows = u32::try_from(table.records.len()).unwrap_or(u32::MAX);
    let mut parts = PartTable::new(rows, part::COUNT);
    let unit = |id: u32| if id == 0 { 0 } else { hash(table.units.get(id)) };
    for (row, record) in (0..rows).zip(&table.records) {
        let mut set = |part: u8, id: u32| parts.set(part, row, id);
        numbers(record, &mut set);
        names(&table.names, places, record, &mut set);
        birth(record, &mut set);
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
        set(part::CITIZEN_ID, mix64(id.packed()));
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
    if let [.., before, last] = own.rest() {
        set(part::TAIL, mix(&[sound(*before), sound(*last)]));
    }
    set(part::INITIALS, initials(names, &own));
    if let Some(heard) = names.heard(&own) {
        let keys = part::EAR.into_iter().zip(part::LONG_EAR).zip(places.put(heard));
        for ((ear, long), key) in keys {
            set(ear, key.id);
            set(long, if key.weak { 0 } else { key.id });
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

#[cfg(test)]
mod tests;
