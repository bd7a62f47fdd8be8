//! Which records meet in an index: the rules it carries, and their keys.
//!
//! A key must be the same for the same words in any table, so it is made of texts, not of the
//! numbers a table gives them. Rules are like those of `link`, chosen so that a file stays
//! small; `FORMAT.md` says how a key is reckoned.

use super::part;
use crate::field::{DatePrecision, Sex};
use crate::link::mix_word;
use crate::record::names::{NameTable, NameView};
use crate::record::values::Record;
use crate::record::values::reader::Reader;
use xxhash_rust::xxh3::xxh3_64;

/// The parts of a record that stands alone in the tables of a reader.
pub(super) fn parts_read(reader: &Reader, record: &Record) -> Parts {
    let mut text = Vec::new();
    let name = |id: u32| NameParts::of(&reader.names, id, &mut text);
    parts(record, name, |id| text_part(reader.units.get(id).as_bytes()))
}

/// The value of every part of a record; 0 = it has none.
pub(super) type Parts = [u64; part::COUNT as usize];

/// A rule of an index.
pub(super) struct IndexRule {
    /// The name that is shown, and kept in the file.
    pub(super) name: &'static str,
    /// Each way in which two records can meet under the rule: they agree on all its parts.
    pub(super) ways: &'static [&'static [u8]],
    pub(super) form: KeyForm,
}

/// What the keys of a rule look like in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyForm {
    /// The coarse sounds of a name, words parted by a blank: they can be walked by prefix.
    Words,
    /// The highest bytes of a salted hash.
    Hash,
}

/// The part that stands for each key of a name by ear: the likeliest first, in the slots from here on.
const EAR_KEYS: u8 = part::EAR[0];

/// The rules, most telling first. Names by ear have no rule of their own: who is in it would be of
/// Khmer origin, which is nobody's business (Decree 356/2025, art. 4).
pub(super) const RULES: &[IndexRule] = {
    use part::*;
    const fn rule(name: &'static str, ways: &'static [&'static [u8]]) -> IndexRule {
        IndexRule { name, ways, form: KeyForm::Hash }
    }
    &[
        rule("citizen ID", &[&[CITIZEN_ID]]),
        rule("identity card", &[&[CARD]]),
        rule("insurance number", &[&[INSURANCE]]),
        rule("phone", &[&[PHONE]]),
        rule("given name and date", &[&[GIVEN, DATE]]),
        rule("date and commune", &[&[DATE, COMMUNE]]),
        rule("name and year", &[&[NAME, YEAR]]),
        rule("joined name and year", &[&[JOINED, YEAR], &[EAR_KEYS, SEX, YEAR]]),
        rule("name and commune", &[&[NAME, COMMUNE]]),
        rule("father and given name", &[&[FATHER, GIVEN]]),
        rule("mother and given name", &[&[MOTHER, GIVEN]]),
        rule("surname, sex and date", &[&[SURNAME, SEX, DATE]]),
        IndexRule { name: "name", ways: &[&[NAME]], form: KeyForm::Words },
    ]
};

/// Longest word of a key, in bytes; longer ones are cut.
const LONGEST_WORD: usize = 32;

/// The number of a sex in a file: 1 male, 2 female; 0 is not known.
pub(super) fn sex_number(sex: Option<Sex>) -> u8 {
    match sex {
        None => 0,
        Some(Sex::Male) => 1,
        Some(Sex::Female) => 2,
    }
}

/// A hash of text that is never 0.
pub(super) fn text_part(text: &[u8]) -> u64 {
    xxh3_64(text).max(1)
}

/// The hashes of the keys of one way under a rule: of its number, then of its parts. One, or one
/// for each key by ear where it rests on those; none if the record lacks a part.
pub(super) fn hashes(
    salt: u64,
    way: usize,
    parts: &[u8],
    values: &Parts,
) -> impl Iterator<Item = u64> {
    let each = if parts.contains(&EAR_KEYS) { part::EAR.len() } else { 1 };
    part::EAR.into_iter().take(each).filter_map(move |ear| {
        parts.iter().try_fold(mix_word(salt ^ way as u64), |hash, &part| {
            let part = if part == EAR_KEYS { ear } else { part };
            let value = values.get(usize::from(part)).copied().filter(|&value| value != 0)?;
            Some(mix_word(hash ^ value))
        })
    })
}

/// The first `len` bytes of a hash, which a file keeps.
pub(super) fn short(hash: u64, len: u8) -> u64 {
    hash >> (64 - 8 * u32::from(len.clamp(1, 8)))
}

/// Bytes of a hash that tell so many keys apart: a chance meeting is one candidate in some
/// thousand look-ups.
pub(super) fn key_len(records: u64) -> u8 {
    let bits = 64 - records.leading_zeros() + 11;
    bits.div_ceil(8).clamp(4, 8) as u8
}

/// Appends the key of a name under the rule of whole names; nothing for a name that is not full.
pub(super) fn name_key(names: &NameTable, name: &NameView<'_>, out: &mut Vec<u8>) {
    if name.is_full() {
        words_key(names, name.tokens, out);
    }
}

/// Appends the coarse sounds of words, parted by blanks.
pub(super) fn words_key(names: &NameTable, words: &[u32], out: &mut Vec<u8>) {
    for (at, &word) in words.iter().enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        let sound = names.tokens.sound_text(names.tokens.get(word).coarse).as_bytes();
        out.extend_from_slice(sound.get(..LONGEST_WORD).unwrap_or(sound));
    }
}

/// What keys take from a name; 0 = it has no such part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NameParts {
    whole: u64,
    /// Middle and given name run together.
    joined: u64,
    given: u64,
    surname: u64,
    /// Its keys by ear that say much, the likeliest first.
    ears: [u32; part::EAR.len()],
}

impl NameParts {
    pub(super) fn of(names: &NameTable, id: u32, text: &mut Vec<u8>) -> Self {
        let name = names.get(id);
        let mut of_words = |words: &[u32], parted: bool| {
            text.clear();
            match parted {
                true => words_key(names, words, text),
                false => joined(names, words, text),
            }
            if text.is_empty() { 0 } else { text_part(text) }
        };
        let mut parts = Self {
            given: of_words(last(name.given()), true),
            surname: of_words(last(name.surname()), true),
            ..Self::default()
        };
        if name.is_full() {
            parts.whole = of_words(name.tokens, true);
            parts.joined = of_words(name.rest(), false);
        }
        if let Some(heard) = names.heard(&name) {
            let strong = heard.keys().iter().filter(|key| !key.weak);
            for (slot, key) in parts.ears.iter_mut().zip(strong) {
                *slot = key.id;
            }
        }
        parts
    }
}

/// The parts of a record; `name` gives those of a name by its id, `unit` the hash of a folded name
/// of a place by its id.
pub(super) fn parts(
    record: &Record,
    mut name: impl FnMut(u32) -> NameParts,
    unit: impl Fn(u32) -> u64,
) -> Parts {
    let mut parts = [0u64; part::COUNT as usize];
    let mut set = |part: u8, value: u64| {
        if let Some(slot) = parts.get_mut(usize::from(part)) {
            *slot = value;
        }
    };
    set(part::CITIZEN_ID, record.citizen_id.map_or(0, |id| id.packed()));
    set(part::CARD, record.identity_card.map_or(0, |card| card.packed()));
    set(part::INSURANCE, record.insurance.map_or(0, |number| number.packed()));
    set(part::PHONE, record.phone.map_or(0, |phone| phone.packed()));
    set(part::SEX, u64::from(sex_number(record.sex)));
    if record.commune != 0 {
        // The province is left out: a query often has none.
        set(part::COMMUNE, unit(record.commune));
    }
    if let Some(birth) = record.birth
        && let Some(year) = birth.year()
    {
        set(part::YEAR, u64::from(year));
        // A lunar date meets the solar one of its day.
        let birth = birth.to_solar().unwrap_or(birth);
        let year = birth.year().unwrap_or(year);
        if birth.precision() == DatePrecision::Day && !birth.is_placeholder() {
            // Day and month in either order meet.
            let (day, month) = (birth.day().unwrap_or(0), birth.month().unwrap_or(0));
            let (low, high) = (u64::from(day.min(month)), u64::from(day.max(month)));
            set(part::DATE, u64::from(year) << 16 | low << 8 | high);
        }
    }
    let own = name(record.name);
    set(part::NAME, own.whole);
    set(part::JOINED, own.joined);
    set(part::GIVEN, own.given);
    set(part::SURNAME, own.surname);
    for (part, key) in part::EAR.into_iter().zip(own.ears) {
        set(part, u64::from(key));
    }
    for (part, parent) in [(part::FATHER, record.father), (part::MOTHER, record.mother)] {
        if parent != 0 {
            set(part, name(parent).whole);
        }
    }
    parts
}

fn last(words: &[u32]) -> &[u32] {
    words.len().checked_sub(1).and_then(|at| words.get(at..)).unwrap_or_default()
}

/// Coarse sounds run together, so that names in one piece or two meet.
fn joined(names: &NameTable, words: &[u32], text: &mut Vec<u8>) {
    for &word in words {
        text.extend_from_slice(names.tokens.sound_text(names.tokens.get(word).coarse).as_bytes());
    }
}
