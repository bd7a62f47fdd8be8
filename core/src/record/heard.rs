//! Names of a table that are compared by ear: those of Khmer origin, as far as can be told cheaply.
//!
//! Other names, which are most, pay one look at their syllables and nothing in memory.

use super::tokens::TokenTable;
use crate::khmer::{HeardName, KhmerKey};
use smallvec::SmallVec;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A name compared by ear; kept for no other use, and never shown.
pub(crate) struct Heard {
    name: HeardName,
    /// Hashes of its two likeliest keys, in the order of numbers; twice the same if there is one.
    pub(crate) keys: [u32; 2],
    /// Two consonants or fewer in its keys: many names share them.
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
        let keys = name.keys().loose;
        let first = keys.first()?;
        let second = keys.get(1).unwrap_or(first);
        let (a, b) = (hash(first), hash(second));
        let weak = first.is_weak() || second.is_weak();
        Some(Self { name, keys: [a.min(b), a.max(b)], weak })
    }

    /// How alike two names sound, from 0 to 1.
    pub(crate) fn score(&self, other: &Self) -> f32 {
        self.name.similarity(&other.name).score
    }
}

fn hash(key: &KhmerKey) -> u32 {
    ((xxh3_64_with_seed(key.as_str().as_bytes(), 2) >> 32) as u32).max(1)
}
