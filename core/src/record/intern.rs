//! Strings to small integers: equal strings get equal ids, so that later work is integer work.

use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

/// Distinct strings, numbered from 1 in order of first sight; 0 stands for "none".
#[derive(Default)]
pub(crate) struct Interner {
    text: String,
    ends: Vec<usize>,
    table: HashTable<u32>,
}

impl Interner {
    /// The id of `value`, new or known. More than `u32::MAX - 1` distinct values share the last id.
    pub(crate) fn intern(&mut self, value: &str) -> u32 {
        let hash = xxh3_64(value.as_bytes());
        let Self { text, ends, table } = self;
        if let Some(&id) = table.find(hash, |&id| slice(text, ends, id) == value) {
            return id;
        }
        let Ok(id) = u32::try_from(ends.len() + 1) else { return u32::MAX };
        text.push_str(value);
        ends.push(text.len());
        table.insert_unique(hash, id, |&id| xxh3_64(slice(text, ends, id).as_bytes()));
        id
    }

    /// The string of an id; empty for 0 and unknown ids.
    pub(crate) fn get(&self, id: u32) -> &str {
        slice(&self.text, &self.ends, id)
    }

    /// How many distinct strings are held.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

fn slice<'t>(text: &'t str, ends: &[usize], id: u32) -> &'t str {
    let Some(last) = (id as usize).checked_sub(1) else { return "" };
    let Some(&end) = ends.get(last) else { return "" };
    let start = last.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    text.get(start..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_strings_share_an_id() {
        let mut interner = Interner::default();
        let a = interner.intern("hòa");
        let b = interner.intern("");
        assert_eq!(interner.intern("hòa"), a);
        assert_ne!(a, b);
        assert_eq!((interner.get(a), interner.get(b), interner.get(0)), ("hòa", "", ""));
        assert_eq!(interner.len(), 2);
    }
}
