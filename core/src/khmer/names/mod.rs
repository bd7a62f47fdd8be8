//! Khmer names that are known with their spellings: what tells apart names that sound alike.
//!
//! 381 names with some 1,900 spellings (`data/khmer_names.tsv`; facts: khmer.md 5, point 9). One
//! spelling in fifteen belongs to two or three names, so a hit is a set of names. Compiled in as a
//! sorted list of spelling hashes: 12 KiB, looked up without the heap.

mod tables;

use self::tables::{HASHES, NAMES};
use super::readings::has_khmer;
use super::script::canonical;
use crate::text::{Letter, latin_base};

/// The names a spelling can be: at most three; none if the spelling is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct NameSet([Option<u16>; 3]);

impl NameSet {
    /// The names that a text spells as a whole: any script, case, tones, marks, gaps and hyphens.
    pub(crate) fn of(text: &str) -> Self {
        let mut set = Self::default();
        let hash = if has_khmer(text) { hash(&canonical(text)) } else { hash(text) };
        let Some(hash) = hash else { return set };
        let start = HASHES.partition_point(|&other| other < hash);
        let same = HASHES.iter().zip(&NAMES).skip(start).take_while(|&(&other, _)| other == hash);
        for (place, (_, &name)) in set.0.iter_mut().zip(same) {
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

/// FNV-1a over the letters: Latin ones folded to small ASCII, Khmer ones in canonical order. `None` without
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
        hash = Some((hash.unwrap_or(0x811C_9DC5) ^ letter).wrapping_mul(0x0100_0193));
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
