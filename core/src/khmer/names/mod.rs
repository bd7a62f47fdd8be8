//! Khmer names that are known with their spellings: what tells apart names that sound alike.
//!
//! 381 names with some 1,900 spellings (`data/khmer_names.tsv`; facts: khmer.md 5, point 9). One
//! spelling in fifteen belongs to two or three names, so a hit is a set of names. Looked up by the
//! hash of the letters in a table of 24 KiB, without the heap.

mod tables;

use super::readings::has_khmer;
use super::script::canonical;
use crate::text::{Letter, latin_base, prepared};

prepared! {
    static SPELLINGS: Spellings = Spellings::of(tables::NAMES);
}

/// Names by the hash of a spelling, with open addressing.
struct Spellings {
    /// 0 is free.
    hashes: [u32; SLOTS],
    /// The name beside each hash: its row in the data.
    names: [u16; SLOTS],
}

const SLOTS: usize = 4096;

impl Spellings {
    /// An index out of range would be a build error.
    #[allow(clippy::indexing_slicing)]
    const fn of(lines: &str) -> Self {
        let (mut hashes, mut names) = ([0; SLOTS], [0; SLOTS]);
        let (mut rest, mut name, mut hash) = (lines.as_bytes(), 0, BASIS);
        loop {
            let letter = match rest {
                [first, second, third, tail @ ..] if *first >= 0xE0 => {
                    rest = tail;
                    ((*first & 15) as u32) << 12
                        | ((*second & 63) as u32) << 6
                        | (*third & 63) as u32
                }
                [byte, tail @ ..] => {
                    rest = tail;
                    *byte as u32
                }
                [] => return Self { hashes, names },
            };
            if letter > b' ' as u32 {
                hash = joined(hash, letter);
                continue;
            }
            let mut slot = first_slot(hash);
            while hashes[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            (hashes[slot], names[slot]) = (hash, name);
            hash = BASIS;
            if letter == b'\n' as u32 {
                name += 1;
            }
        }
    }

    /// The names that a spelling can be, in the order of the data.
    fn names(&self, hash: u32) -> impl Iterator<Item = u16> {
        let slots = (0..SLOTS).map(move |step| (first_slot(hash) + step) % SLOTS);
        let held = slots.map_while(|slot| Some((*self.hashes.get(slot)?, *self.names.get(slot)?)));
        held.take_while(|&(held, _)| held != 0)
            .filter(move |&(held, _)| held == hash)
            .map(|(_, name)| name)
    }
}

const fn first_slot(hash: u32) -> usize {
    (hash ^ hash >> 16) as usize % SLOTS
}

/// The names a spelling can be: at most three; none if the spelling is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct NameSet([Option<u16>; 3]);

impl NameSet {
    /// The names that a text spells as a whole: any script, case, tones, marks, gaps and hyphens.
    pub(crate) fn of(text: &str) -> Self {
        let mut set = Self::default();
        let hash = if has_khmer(text) { hash(&canonical(text)) } else { hash(text) };
        let Some(hash) = hash else { return set };
        for (place, name) in set.0.iter_mut().zip(SPELLINGS.names(hash)) {
            *place = Some(name);
        }
        set
    }

    /// Whether a list holds the spelling.
    pub(crate) fn is_known(self) -> bool {
        self.0[0].is_some()
    }

    /// `Some(true)`: may be one name; `Some(false)`: both are known and are no one name; `None`:
    /// at least one is not known.
    pub(crate) fn agrees(self, other: Self) -> Option<bool> {
        (self.is_known() && other.is_known())
            .then(|| self.0.iter().flatten().any(|name| other.0.contains(&Some(*name))))
    }
}

/// FNV-1a: its start, and one letter more.
const BASIS: u32 = 0x811C_9DC5;

const fn joined(hash: u32, letter: u32) -> u32 {
    (hash ^ letter).wrapping_mul(0x0100_0193)
}

/// The hash of the letters: Latin ones folded to small ASCII, Khmer ones in canonical order. `None` without
/// any. `tests/tables/khmer_names.rs` says the same once more.
fn hash(text: &str) -> Option<u32> {
    let mut hash = None;
    for c in text.chars() {
        let letter = match Letter::of(c) {
            Some(letter) => u32::from(letter.base()),
            None if ('\u{1780}'..='\u{17DD}').contains(&c) => u32::from(c),
            None => match latin_base(c) {
                Some(base) => u32::from(base.to_ascii_lowercase()),
                None => continue,
            },
        };
        hash = Some(joined(hash.unwrap_or(BASIS), letter));
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_the_list_is_found() {
        let rows = include_str!("../../../data/khmer_names.tsv");
        let rows = rows.lines().filter(|row| !row.starts_with('#')).skip(1);
        for (name, row) in rows.enumerate() {
            let cells: Vec<_> = row.split('\t').take(3).collect();
            for spelling in cells.iter().flat_map(|cell| cell.split('|')).filter(|s| !s.is_empty())
            {
                let found = NameSet::of(&spelling.to_uppercase());
                assert!(found.0.contains(&Some(name as u16)), "{spelling}");
            }
        }
    }

    #[test]
    fn known_names_are_told_apart() {
        let agrees = |a, b| NameSet::of(a).agrees(NameSet::of(b));
        assert_eq!(agrees("Kim", "Khim"), Some(false));
        assert_eq!(agrees("Sokha", "Sóc Kha"), Some(true));
        assert_eq!(agrees("Sokha", "Nguyễn"), None);
        assert_eq!(agrees("", ""), None);
    }
}
