//! Records against one another, by exact keys: one number on two persons, one person with two
//! numbers, a record entered twice, an identifier that repeats. Work is that of a few sorts.

use super::rows::Person;
use super::table::Quality;
use crate::field::{BirthDate, DatePrecision};
use crate::finding::{FieldName, FindingCode};
use crate::key::name_similarity;
use crate::record::RowFinding;
use xxhash_rust::xxh3::xxh3_64;

/// Names less alike than this are of two persons.
const UNLIKE: f32 = 0.7;

/// Persons told apart under one number; a filler that a thousand records share needs no more.
const PERSONS: usize = 8;

/// One of a person's numbers.
type Number = fn(&Person) -> Option<u64>;

/// A key and the row that has it; 0 is no key.
type Keyed = (u64, u32);

/// Adds what is found between the rows of a table.
pub(super) fn check(quality: &Quality<'_>, persons: &[Person], out: &mut Vec<RowFinding>) {
    let numbers: [(FieldName, Number); 3] = [
        (FieldName::CitizenId, |person| person.citizen_id.map(|id| id.packed())),
        (FieldName::IdentityCard, |person| person.identity_card.map(|card| card.packed())),
        (FieldName::InsuranceNumber, |person| person.insurance.map(|number| number.packed())),
    ];
    for (field, number) in numbers {
        let keys = keyed(persons, |_, person| number(person).unwrap_or(0));
        for group in groups(&keys) {
            if has_two_persons(quality, persons, group) {
                let code = FindingCode::NumberOfTwoPersons;
                out.extend(group.iter().map(|&(_, row)| RowFinding { row, field, code }));
            }
        }
    }
    for parent in 0..2 {
        let keys = keyed(persons, |_, person| person_key(person, parent).unwrap_or(0));
        for group in groups(&keys) {
            same_person(quality, persons, group, out);
        }
    }
    let ids =
        keyed(persons, |row, _| quality.own_id(row).map_or(0, |id| xxh3_64(id.as_bytes()).max(1)));
    for group in groups(&ids) {
        let repeated = |&(_, row): &Keyed| {
            let id = quality.own_id(row);
            group.iter().any(|&(_, other)| other != row && quality.own_id(other) == id)
        };
        // Two texts of one hash are rarer than any fault of a table: one look at a few rows is enough.
        if group.iter().take(2).all(repeated) {
            let (field, code) = (FieldName::RecordId, FindingCode::RecordIdRepeated);
            out.extend(group.iter().map(|&(_, row)| RowFinding { row, field, code }));
        }
    }
}

/// Records that someone else found to be of one person (`clusters`: the first row of each row's
/// cluster): those of one source stand twice, and different numbers are two of one person.
pub(super) fn check_clusters(
    quality: &Quality<'_>,
    persons: &[Person],
    clusters: &[u32],
    out: &mut Vec<RowFinding>,
) {
    let keys = keyed(persons, |row, _| {
        clusters.get(row as usize).map_or(0, |&first| u64::from(first) + 1)
    });
    for group in groups(&keys) {
        same_person(quality, persons, group, out);
    }
}

/// What stands in the records of one person.
fn same_person(
    quality: &Quality<'_>,
    persons: &[Person],
    group: &[Keyed],
    out: &mut Vec<RowFinding>,
) {
    let number = |row: u32| persons.get(row as usize).and_then(|person| person.citizen_id);
    let mut numbers: Vec<_> = group.iter().filter_map(|&(_, row)| number(row)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() > 1 {
        let (field, code) = (FieldName::CitizenId, FindingCode::PersonWithTwoNumbers);
        let with = group.iter().filter(|(_, row)| number(*row).is_some());
        out.extend(with.map(|&(_, row)| RowFinding { row, field, code }));
    }
    let mut sources: Vec<Keyed> =
        group.iter().map(|&(_, row)| (xxh3_64(quality.source(row).as_bytes()), row)).collect();
    sources.sort_unstable();
    for twice in groups(&sources) {
        let (field, code) = (FieldName::Record, FindingCode::RecordDuplicate);
        out.extend(twice.iter().map(|&(_, row)| RowFinding { row, field, code }));
    }
}

/// Name, full birth date and one parent's name: what two persons share less often than one person
/// stands in a table twice. A date of 01/01 tells the year only.
fn person_key(person: &Person, parent: usize) -> Option<u64> {
    let birth = person.birth.filter(|date| date.precision() == DatePrecision::Day)?;
    let parent = person.parents.get(parent).copied().filter(|&hash| hash != 0)?;
    if person.name == 0 || birth.is_placeholder() {
        return None;
    }
    let mut bytes = [0; 20];
    let (name, rest) = bytes.split_at_mut(8);
    let (beside, date) = rest.split_at_mut(8);
    name.copy_from_slice(&person.name.to_le_bytes());
    beside.copy_from_slice(&parent.to_le_bytes());
    date.copy_from_slice(&birth.bits().to_le_bytes());
    Some(xxh3_64(&bytes).max(1))
}

/// Do rows that share a number differ in name and birth date so much that they are of two persons?
fn has_two_persons(quality: &Quality<'_>, persons: &[Person], group: &[Keyed]) -> bool {
    let mut seen: Vec<u32> = Vec::new();
    for &(_, row) in group {
        let other = |&before: &u32| are_two(quality, persons, before, row);
        if seen.iter().any(other) {
            return true;
        }
        if seen.len() < PERSONS {
            seen.push(row);
        }
    }
    false
}

fn are_two(quality: &Quality<'_>, persons: &[Person], left: u32, right: u32) -> bool {
    let (Some(a), Some(b)) = (persons.get(left as usize), persons.get(right as usize)) else {
        return false;
    };
    if a.name == 0 || b.name == 0 || a.name == b.name || !dates_contradict(a.birth, b.birth) {
        return false;
    }
    let name = |row| quality.value(row, FieldName::FullName);
    name_similarity(&name(left), &name(right)).score < UNLIKE
}

/// Different years, or different days of one year as far as both are known.
fn dates_contradict(left: Option<BirthDate>, right: Option<BirthDate>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    let (Some(a), Some(b)) = (left.year(), right.year()) else { return false };
    let whole = |date: BirthDate| date.precision() == DatePrecision::Day && !date.is_placeholder();
    a != b || whole(left) && whole(right) && left != right
}

/// The rows with a key, sorted by it.
fn keyed(persons: &[Person], key: impl Fn(u32, &Person) -> u64) -> Vec<Keyed> {
    let rows = (0_u32..).zip(persons);
    let mut keys: Vec<Keyed> =
        rows.map(|(row, person)| (key(row, person), row)).filter(|(key, _)| *key != 0).collect();
    keys.sort_unstable();
    keys
}

/// Runs of two rows or more that share a key.
fn groups(keys: &[Keyed]) -> impl Iterator<Item = &[Keyed]> {
    keys.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1)
}
