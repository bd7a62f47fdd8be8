//! Word tables: one byte string of all keys, their facts, and an open-addressing index. Nothing is
//! allocated, and but for browsers nothing is built at run time.

use super::fold::FoldKey;

/// Surname, middle, given share in 1/100,000; women among bearers of the middle and given name in
/// 1/10,000 (65,535: unknown); flags.
pub(super) type Facts = [u16; 6];

/// Words and their facts as the generated source lists them: what repeats stands together, since
/// browsers download it.
pub(super) struct Rows<const ROWS: usize> {
    /// How long all keys are together.
    pub(super) bytes: usize,
    /// In order, each after a digit: how many bytes it shares with the one before.
    pub(super) keys: &'static str,
    /// One list for each of the facts.
    pub(super) facts: [[u16; ROWS]; 6],
}

/// The keys of [`Rows`], one after the other.
struct Keys {
    rest: &'static [u8],
    key: [u8; LONGEST],
    len: usize,
}

const LONGEST: usize = 24;

impl<const ROWS: usize> Rows<ROWS> {
    /// How many words there are.
    pub(super) const fn len(&self) -> usize {
        ROWS
    }

    const fn keys(&self) -> Keys {
        Keys { rest: self.keys.as_bytes(), key: [0; LONGEST], len: 0 }
    }

    #[allow(clippy::indexing_slicing)]
    const fn facts(&self, row: usize) -> Facts {
        let [surname, middle, given, middle_women, given_women, flags] = &self.facts;
        [surname[row], middle[row], given[row], middle_women[row], given_women[row], flags[row]]
    }
}

impl Keys {
    /// Reads the next key.
    #[allow(clippy::indexing_slicing)]
    const fn step(&mut self) {
        if let [shared, tail @ ..] = self.rest {
            (self.len, self.rest) = ((*shared - b'0') as usize, tail);
        }
        while let [byte, tail @ ..] = self.rest {
            if byte.is_ascii_digit() {
                break;
            }
            self.key[self.len] = *byte;
            (self.len, self.rest) = (self.len + 1, tail);
        }
    }

    /// The key that was read.
    const fn current(&self) -> &[u8] {
        self.key.split_at(self.len).0
    }
}

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
    /// An index out of range would be a build error.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
    pub(super) const fn build(rows: &Rows<ROWS>) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > ROWS && BYTES <= u16::MAX as usize);
        let mut keys = rows.keys();
        let (mut bytes, mut ends) = ([0; BYTES], [0; ROWS]);
        let (mut facts, mut slots) = ([[0; 6]; ROWS], [0; SLOTS]);
        let (mut row, mut end) = (0, 0);
        while row < ROWS {
            keys.step();
            let key = keys.current();
            let mut at = 0;
            while at < key.len() {
                bytes[end] = key[at];
                end += 1;
                at += 1;
            }
            ends[row] = end as u16;
            facts[row] = rows.facts(row);
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
    /// An index out of range would be a build error.
    #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
    pub(super) const fn build(rows: &Rows<ROWS>) -> Self {
        assert!(SLOTS.is_power_of_two() && SLOTS > ROWS);
        let mut words = rows.keys();
        let mut keys = [FoldKey::EMPTY; ROWS];
        let (mut facts, mut slots) = ([[0; 6]; ROWS], [0; SLOTS]);
        let mut row = 0;
        while row < ROWS {
            words.step();
            keys[row] = FoldKey::of_bytes(words.current());
            facts[row] = rows.facts(row);
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

#[cfg(test)]
impl<const ROWS: usize> Rows<ROWS> {
    pub(super) fn each(&self) -> impl Iterator<Item = (alloc::string::String, Facts)> {
        let mut keys = self.keys();
        (0..ROWS).map(move |row| {
            keys.step();
            (alloc::string::String::from_utf8(keys.current().to_vec()).unwrap(), self.facts(row))
        })
    }
}
