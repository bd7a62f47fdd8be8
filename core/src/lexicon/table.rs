//! A word table made when the crate is compiled: one byte string of all keys, their facts, and an
//! open-addressing index. Nothing is built or allocated at run time.

use super::fold::FoldKey;

/// A word and its facts, as the generated source lists them.
pub(super) type Row = (&'static str, Facts);

/// Surname, middle, given share; women among middle, given bearers; flags. Units: see `tables.rs`.
pub(super) type Facts = [u16; 6];

/// `ROWS` words with `BYTES` bytes of keys; `SLOTS` is a power of two above `ROWS`.
pub(super) struct Table<const ROWS: usize, const BYTES: usize, const SLOTS: usize> {
    bytes: [u8; BYTES],
    /// Where each key ends; it starts where the one before ends.
    ends: [u16; ROWS],
    facts: [Facts; ROWS],
    /// Row number plus one; 0 is free.
    slots: [u16; SLOTS],
}

const fn hash(key: &[u8]) -> usize {
    // FNV-1a, folded once so that the low bits see the high ones.
    let mut hash = 0x811c_9dc5_u32;
    let mut rest = key;
    while let [byte, tail @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = tail;
    }
    (hash ^ (hash >> 15)) as usize
}

impl<const ROWS: usize, const BYTES: usize, const SLOTS: usize> Table<ROWS, BYTES, SLOTS> {
    /// Runs in the compiler only, where an index out of range is a build error.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
    pub(super) const fn build(rows: &[Row; ROWS]) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > ROWS && BYTES <= u16::MAX as usize);
        let (mut bytes, mut ends) = ([0; BYTES], [0; ROWS]);
        let (mut facts, mut slots) = ([[0; 6]; ROWS], [0; SLOTS]);
        let (mut row, mut end) = (0, 0);
        while row < ROWS {
            let key = rows[row].0.as_bytes();
            let mut at = 0;
            while at < key.len() {
                bytes[end] = key[at];
                end += 1;
                at += 1;
            }
            ends[row] = end as u16;
            facts[row] = rows[row].1;
            let mut slot = hash(key) & (SLOTS - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            row += 1;
            slots[slot] = row as u16;
        }
        Self { bytes, ends, facts, slots }
    }

    /// The facts of a word.
    pub(super) fn get(&self, key: &[u8]) -> Option<&Facts> {
        let mut slot = hash(key);
        loop {
            let row = usize::from(*self.slots.get(slot & (SLOTS - 1))?);
            let row = row.checked_sub(1)?;
            if self.key(row)? == key {
                return self.facts.get(row);
            }
            slot += 1;
        }
    }

    fn key(&self, row: usize) -> Option<&[u8]> {
        let start = match row.checked_sub(1) {
            Some(before) => usize::from(*self.ends.get(before)?),
            None => 0,
        };
        self.bytes.get(start..usize::from(*self.ends.get(row)?))
    }
}

/// The same for words without marks, which are integers.
pub(super) struct FoldTable<const ROWS: usize, const SLOTS: usize> {
    keys: [FoldKey; ROWS],
    facts: [Facts; ROWS],
    /// Row number plus one; 0 is free.
    slots: [u16; SLOTS],
}

impl<const ROWS: usize, const SLOTS: usize> FoldTable<ROWS, SLOTS> {
    /// Runs in the compiler only, where an index out of range is a build error.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
    pub(super) const fn build(rows: &[Row; ROWS]) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > ROWS);
        let mut keys = [FoldKey::EMPTY; ROWS];
        let (mut facts, mut slots) = ([[0; 6]; ROWS], [0; SLOTS]);
        let mut row = 0;
        while row < ROWS {
            keys[row] = FoldKey::of(rows[row].0);
            facts[row] = rows[row].1;
            let mut slot = keys[row].slot(SLOTS.ilog2());
            while slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            row += 1;
            slots[slot] = row as u16;
        }
        Self { keys, facts, slots }
    }

    /// The facts of a word.
    #[inline]
    pub(super) fn get(&self, key: FoldKey) -> Option<&Facts> {
        let mut slot = key.slot(SLOTS.ilog2());
        loop {
            let row = usize::from(*self.slots.get(slot & (SLOTS - 1))?);
            let row = row.checked_sub(1)?;
            if *self.keys.get(row)? == key {
                return self.facts.get(row);
            }
            slot += 1;
        }
    }
}
