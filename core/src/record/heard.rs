//! Names of a table that are compared by ear: those of Khmer origin, as far as can be told cheaply.
//!
//! Other names, which are most, pay one look at their syllables and nothing in memory.

use super::tokens::TokenTable;
use crate::khmer::{HeardName, KhmerKey};
use smallvec::SmallVec;
use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A name compared by ear; kept for no other use, and never shown.
pub(crate) struct Heard {
    name: HeardName,
    /// Its keys, likeliest first.
    keys: [EarKey; KEYS],
}

/// Most keys of a name.
pub(crate) const KEYS: usize = 4;

/// A key of a name compared by ear.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct EarKey {
    /// Its hash; 0: no key.
    pub(crate) id: u32,
    /// Two consonants or fewer: many names share it.
    pub(crate) weak: bool,
}

impl Heard {
    /// Of syllables without the surname, which is `surname` (0: none known); `None` for names that
    /// regional mergers of Vietnamese cover.
    pub(super) fn of(tokens: &TokenTable, surname: u8, rest: &[u32]) -> Option<Self> {
        let foreign = || rest.iter().any(|&id| tokens.get(id).foreign);
        if surname == 0 && !foreign() {
            return None;
        }
        // Thị and Văn come and go.
        let rest = match rest {
            [first, others @ ..]
                if !others.is_empty() && matches!(tokens.text(*first), "thị" | "thi" | "văn") =>
            {
                others
            }
            all => all,
        };
        let mut text: SmallVec<[u8; 64]> = SmallVec::new();
        for (at, &id) in rest.iter().enumerate() {
            if at > 0 {
                text.push(b' ');
            }
            text.extend_from_slice(tokens.text(id).as_bytes());
        }
        let name = HeardName::of(core::str::from_utf8(&text).unwrap_or_default());
        let mut keys = [EarKey::default(); KEYS];
        for (slot, key) in keys.iter_mut().zip(name.keys().loose) {
            *slot = EarKey { id: hash(&key), weak: key.is_weak() };
        }
        (keys != [EarKey::default(); KEYS]).then_some(Self { name, keys })
    }

    /// Its keys, the likeliest first, none of them twice.
    #[cfg(feature = "index")]
    pub(crate) fn keys(&self) -> &[EarKey; KEYS] {
        &self.keys
    }

    /// How alike two names sound, from 0 to 1; `None` below `floor`.
    pub(crate) fn score_from(&self, other: &Self, floor: f32) -> Option<f32> {
        self.name.score_from(&other.name, floor)
    }
}

/// One place of four for each key of a table. Blocking compares place by place, so two names that
/// share a key must have it in the same one, whichever of their keys it is.
#[derive(Default)]
pub(crate) struct EarPlaces(pub(crate) BTreeMap<u32, u8>);

impl EarPlaces {
    /// Names with most keys choose first, and no key of a name takes the place of another; the order
    /// of the names does not matter.
    pub(super) fn of(names: &[Heard]) -> Self {
        let mut sets: Vec<[u32; KEYS]> =
            names.iter().map(|heard| heard.keys.map(|key| key.id)).collect();
        sets.iter_mut().for_each(|set| set.sort_unstable());
        // None is 0: sets with most keys are the last.
        sets.sort_unstable_by_key(|set| (set.map(|id| id != 0), *set));
        sets.dedup();
        let mut places = BTreeMap::<u32, u8>::new();
        for set in sets.iter().rev() {
            let keys = || set.iter().filter(|&&id| id != 0);
            let mut free: u32 = (1 << KEYS) - 1;
            for place in keys().filter_map(|id| places.get(id)) {
                free &= !(1 << place);
            }
            for &id in keys() {
                places.entry(id).or_insert_with(|| {
                    let place = free.trailing_zeros().min(KEYS as u32 - 1) as u8;
                    free &= !(1 << place);
                    place
                });
            }
        }
        Self(places)
    }

    /// The keys of a name, each in its place. Where other names have pushed two keys of this one into
    /// one place, the likelier key stays.
    pub(crate) fn put(&self, heard: &Heard) -> [EarKey; KEYS] {
        let mut put = [EarKey::default(); KEYS];
        for key in heard.keys.iter().filter(|key| key.id != 0) {
            let place = self.0.get(&key.id).copied().unwrap_or(0);
            if let Some(slot) = put.get_mut(usize::from(place))
                && slot.id == 0
            {
                *slot = *key;
            }
        }
        put
    }
}

fn hash(key: &KhmerKey) -> u32 {
    ((xxh3_64_with_seed(key.as_str().as_bytes(), 2) >> 32) as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str) -> Heard {
        let mut tokens = TokenTable::default();
        let ids: Vec<u32> = text.split(' ').map(|word| tokens.intern(word)).collect();
        Heard::of(&tokens, 1, &ids).unwrap()
    }

    fn meet(a: &[EarKey; KEYS], b: &[EarKey; KEYS]) -> bool {
        a.iter().zip(b).any(|(a, b)| a.id != 0 && a.id == b.id)
    }

    /// Of all pairs of listed spellings with a key in common, place by place hardly one is lost; and no
    /// pair meets that has none.
    #[test]
    fn names_that_share_a_key_share_it_in_its_place() {
        let rows = include_str!("../../data/khmer_names.tsv").lines();
        let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
        let cells = rows.flat_map(|row| row.split('\t').take(3));
        let names: Vec<Heard> = cells
            .flat_map(|cell| cell.split('|'))
            .filter(|spelling| !spelling.is_empty())
            .map(|spelling| heard(&crate::normalize(spelling)))
            .collect();
        let places = EarPlaces::of(&names);
        let put: Vec<_> = names.iter().map(|heard| places.put(heard)).collect();
        let (mut shared, mut met) = (0, 0);
        for (at, a) in names.iter().enumerate() {
            for (other, b) in names.iter().enumerate().skip(at + 1) {
                let share = a.keys.iter().any(|key| key.id != 0 && b.keys.contains(key));
                let here = meet(&put[at], &put[other]);
                assert!(share || !here);
                shared += usize::from(share);
                met += usize::from(here);
            }
        }
        assert!(shared > 10_000 && met * 1_000 >= shared * 999, "{met} of {shared}");
    }

    #[test]
    fn the_order_of_names_does_not_matter() {
        let texts = ["រតនៈ", "ratanak", "sa meas", "sa mẹt", "trà mên", "tà mên", "đa ra", "dara"];
        let names = texts.map(heard);
        let other: Vec<Heard> = texts.iter().rev().map(|text| heard(text)).collect();
        assert_eq!(EarPlaces::of(&names).0, EarPlaces::of(&other).0);
        assert!(EarPlaces::of(&[]).0.is_empty());
    }
}
