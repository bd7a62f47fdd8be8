//! What a thief of a keyed index could learn, in numbers.

use super::super::keys::Parts;
use super::super::part;
use super::build::least_real;
use super::key::Entry;
use super::rules::{Composite, RULES};
use std::collections::HashMap;

/// What a keyed index tells to those it is not for.
///
/// **Without the key** a thief sees how large the file is, and nothing else: not which entries are
/// of one record or under one key, nor whether a person he knows is in it.
///
/// **With the key** he can ask as the form does: whether a person whose values he knows is in the
/// file takes him one guess. Whom he does not know he must guess. [`KeyedRuleLeak`] says how many
/// guesses that takes; one takes about a fifth of a microsecond. All of this remains personal data.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct KeyedLeaks {
    /// Entries in the file, those of nothing included.
    pub entries: u64,
    /// Without the key: there are at least so many records ...
    pub least_records: u64,
    /// ... and, as far as they have a composite key at all, at most so many.
    pub most_records: u64,
    /// Labels that stand in the file more than once: always 0.
    pub repeated_labels: u64,
    /// Covered handles that stand in it more than once: what would show that entries are of one
    /// record. By chance one in files of four thousand million entries.
    pub repeated_handles: u64,
    /// With the key: what each rule tells.
    pub rules: Vec<KeyedRuleLeak>,
}

/// What whoever has file and key can learn by one rule.
///
/// Guesses are reckoned for someone who knows how common each name and commune of the register is
/// and tries the commonest first, takes each of the 30,000 dates of a hundred years (day and month
/// in either order are one), and knows the province that numbers begin with: 2 * 10^8 citizen IDs of
/// a hundred years, 10^7 identity cards, 10^8 insurance numbers, 5 * 10^8 phones.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct KeyedRuleLeak {
    /// The rule.
    pub name: &'static str,
    /// Different composite keys.
    pub keys: u64,
    /// Records under them, counted once a key.
    pub records: u64,
    /// The most records under one key.
    pub largest: u64,
    /// Guesses to find a tenth of these records; 0 when there are none.
    pub tenth_guesses: f64,
    /// Guesses to find half of them.
    pub half_guesses: f64,
}

/// The number of values of a part that is tried through; `None` for parts of words, whose common
/// values are tried first.
fn values_of(part: u8) -> Option<f64> {
    match part {
        part::CITIZEN_ID => Some(2e8),
        part::CARD => Some(1e7),
        part::INSURANCE => Some(1e8),
        part::PHONE => Some(5e8),
        // Pairs of day and month, the lesser first: 78 of two numbers up to 12, 222 others.
        part::DATE => Some(300.0 * 100.0),
        part::YEAR => Some(100.0),
        part::SEX => Some(2.0),
        _ => None,
    }
}

/// Counts while a file is built.
pub(super) struct Meter {
    /// Of each part: the place of each value among all, the commonest first.
    places: HashMap<u8, HashMap<u64, u32>>,
    rules: Vec<(KeyedRuleLeak, Vec<(f64, u64)>)>,
}

impl Meter {
    pub(super) fn of(values: &[Parts]) -> Self {
        let parts = RULES.iter().flat_map(|rule| rule.ways).flat_map(|way| *way).copied();
        let mut places = HashMap::new();
        for part in parts.filter(|&part| values_of(part).is_none()) {
            places.entry(part).or_insert_with(|| places_of(part, values));
        }
        let rule = |name| (KeyedRuleLeak { name, ..KeyedRuleLeak::default() }, Vec::new());
        Self { places, rules: RULES.iter().map(|rule_of| rule(rule_of.name)).collect() }
    }

    /// A composite key that so many records have.
    pub(super) fn add(&mut self, rule: usize, parts: &[u8], key: &Composite, records: usize) {
        let Some((leak, guesses)) = self.rules.get_mut(rule) else { return };
        let records = records as u64;
        leak.keys += 1;
        leak.records += records;
        leak.largest = leak.largest.max(records);
        let place = |part: &u8, value: &u64| {
            let place = self.places.get(part).and_then(|places| places.get(value));
            place.map_or(1.0, |&place| f64::from(place))
        };
        let each = parts.iter().zip(&key.0);
        let all = each.map(|(part, value)| values_of(*part).unwrap_or_else(|| place(part, value)));
        guesses.push((all.product(), records));
    }

    /// What the sorted entries of the file and the counts tell.
    pub(super) fn finish(self, entries: &[Entry]) -> KeyedLeaks {
        let ways = RULES.iter().flat_map(|rule| rule.ways);
        let most_keys: usize = ways.map(|way| keys_of(way)).sum();
        let count = entries.len() as u64;
        let mut covered: Vec<u64> = entries.iter().map(|entry| entry.covered).collect();
        covered.sort_unstable();
        let labels = entries.iter().map(|entry| entry.label);
        let rules = self.rules.into_iter().map(|(mut leak, mut guesses)| {
            guesses.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
            leak.tenth_guesses = guesses_for(leak.records.div_ceil(10), &guesses);
            leak.half_guesses = guesses_for(leak.records.div_ceil(2), &guesses);
            leak
        });
        KeyedLeaks {
            entries: count,
            least_records: least_real(count).div_ceil(most_keys as u64),
            most_records: count,
            repeated_labels: repeated(labels),
            repeated_handles: repeated(covered.into_iter()),
            rules: rules.collect(),
        }
    }
}

/// The most keys that a record has under a way.
fn keys_of(way: &[u8]) -> usize {
    if way.contains(&part::EAR[0]) { part::EAR.len() } else { 1 }
}

fn repeated(sorted: impl Iterator<Item = u64>) -> u64 {
    let mut before = None;
    sorted.filter(|&one| before.replace(one) == Some(one)).count() as u64
}

/// Guesses after which so many records are found; `guesses` says of each key when it is its turn.
fn guesses_for(records: u64, guesses: &[(f64, u64)]) -> f64 {
    let mut found = 0;
    let enough = guesses.iter().find(|(_, records_of)| {
        found += records_of;
        found >= records
    });
    enough.map_or(0.0, |(guesses, _)| *guesses)
}

/// The place of each value of a part, the commonest first.
fn places_of(part: u8, values: &[Parts]) -> HashMap<u64, u32> {
    // Names by ear are told in four places; what is common in one is in the others.
    let slots = if part == part::EAR[0] { part::EAR.to_vec() } else { vec![part] };
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for parts in values {
        for &slot in &slots {
            let value = parts.get(usize::from(slot)).copied().filter(|&value| value != 0);
            value.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
    }
    let mut order: Vec<(u32, u64)> = counts.into_iter().map(|(value, n)| (n, value)).collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    order.into_iter().zip(1u32..).map(|((_, value), place)| (value, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A register in which one given name is twice as common as another, each with one card.
    #[test]
    fn guesses_are_the_commonest_name_first_times_all_numbers() {
        let record = |given: u64, card: u64| {
            let mut parts = [0u64; part::COUNT as usize];
            parts[usize::from(part::GIVEN)] = given;
            parts[usize::from(part::CARD)] = card;
            parts
        };
        let values = [record(5, 1), record(5, 2), record(9, 3)];
        let mut meter = Meter::of(&values);
        for (given, card) in [(5, 1), (5, 2), (9, 3)] {
            meter.add(1, &[part::CARD, part::GIVEN], &Composite([card, given, 0, 0]), 1);
        }
        let leaks = meter.finish(&[]);
        let card = &leaks.rules[1];
        assert_eq!((card.keys, card.records, card.largest), (3, 3, 1));
        // 10^7 cards with the commonest name find two of three.
        assert_eq!((card.tenth_guesses, card.half_guesses), (1e7, 1e7));
        assert_eq!(guesses_for(3, &[(1e7, 2), (2e7, 1)]), 2e7);
        assert_eq!(leaks.rules[0].half_guesses, 0.0);
    }

    #[test]
    fn what_stands_twice_is_counted() {
        let entry = |label, covered| Entry { label, covered };
        let leaks = Meter::of(&[]).finish(&[entry(1, 7), entry(1, 8), entry(2, 7)]);
        assert_eq!((leaks.repeated_labels, leaks.repeated_handles), (1, 1));
    }
}
