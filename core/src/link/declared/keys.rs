//! Keys made of declared values: integers by which two records can meet.

use crate::record::FieldKind;
use crate::record::declared::{DeclaredColumn, DeclaredTable, DeclaredValue};
use std::collections::BTreeSet;
use xxhash_rust::xxh3::xxh3_64;

/// Places in which the words of a text stand, each word always in the same one.
const PLACES: u32 = 4;
/// A word in more records than this, or in a larger share of them, is no key by itself.
const RARE_WORD: u32 = 40;
/// Texts of fewer words on average have no keys of single words.
const LONG_TEXT: f64 = 1.4;

/// What the keys of rare words are of.
pub(super) const RARE_WORDS: &str = " (rare word)";

/// One way of making a key of a field's values.
pub(super) struct FieldKey {
    /// The field's place.
    pub(super) field: usize,
    /// What the key is of, for the name of a rule: empty for the value itself.
    pub(super) part: &'static str,
    /// Equal keys are equal values: the field says nothing more within a block.
    pub(super) whole: bool,
    /// The key of each value, by its number; 0 = none.
    pub(super) of: Vec<u32>,
}

impl FieldKey {
    /// The key of a record; 0 = none.
    pub(super) fn get(&self, table: &DeclaredTable, row: usize) -> u32 {
        let id = table.row(row).get(self.field).copied().unwrap_or(0);
        self.of.get(id as usize).copied().unwrap_or(0)
    }
}

/// All keys of a table's declared fields.
pub(super) fn keys(table: &DeclaredTable) -> Vec<FieldKey> {
    let mut all = Vec::new();
    for (field, column) in table.columns.iter().enumerate() {
        let mut put = |part, key: &dyn Fn(&DeclaredValue) -> u32| {
            let each = (1..=column.len()).filter_map(|id| column.value(id)).map(key);
            let of = std::iter::once(0).chain(each).collect();
            all.push(FieldKey { field, part, whole: part.is_empty(), of });
        };
        let letters = |value: &DeclaredValue| table.letters(value.joined);
        match column.kind {
            FieldKind::Number => put("", &|value| match value.number {
                Some(number) => word_key(0, &number.to_bits().to_le_bytes()),
                None => value.joined,
            }),
            FieldKind::Date => put("", &|value| match value.date {
                Some(date) => {
                    let part = |part: Option<u8>| part.map_or(0, |part| part);
                    let [low, high] = date.year().unwrap_or(0).to_le_bytes();
                    word_key(1, &[low, high, part(date.month()), part(date.day())])
                }
                None => value.joined,
            }),
            _ => put("", &|value| value.joined),
        }
        match column.kind {
            FieldKind::Text => {
                put(" by sound", &|value| sound(letters(value)));
                put(" (start)", &|value| edge(letters(value), 4, false));
                put(" (end)", &|value| edge(letters(value), 4, true));
                if column.mean_words() >= LONG_TEXT {
                    words(table, field, column, &mut all);
                }
            }
            FieldKind::Identifier => {
                put(" (start)", &|value| half(letters(value), false));
                put(" (end)", &|value| half(letters(value), true));
            }
            FieldKind::Date | FieldKind::Number => {
                put(" (digits)", &|value| sorted(letters(value)));
            }
            FieldKind::Category => {}
        }
    }
    all
}

/// A key of each word's own place: two texts that share a word meet there, unless a rarer word of
/// one of them stands in the same place. Words of one record alone meet nothing.
fn words(table: &DeclaredTable, field: usize, column: &DeclaredColumn, all: &mut Vec<FieldKey>) {
    for (part, most) in [(RARE_WORDS, RARE_WORD), (" (word)", u32::MAX)] {
        for place in 0..PLACES {
            let key = |value: &DeclaredValue| {
                let own = column.words(value).iter().filter(|word| {
                    (2..=most).contains(&word.records) && place_of(table.letters(word.id)) == place
                });
                let rarest = own.min_by_key(|word| (word.records, table.letters(word.id)));
                rarest.map_or(0, |word| word.id)
            };
            let each = (1..=column.len()).filter_map(|id| column.value(id)).map(key);
            let of = std::iter::once(0).chain(each).collect();
            all.push(FieldKey { field, part, whole: false, of });
        }
    }
}

fn place_of(word: &str) -> u32 {
    (xxh3_64(word.as_bytes()) >> 40) as u32 % PLACES
}

/// Never 0; `kind` keeps keys of two kinds apart.
fn word_key(kind: u8, bytes: &[u8]) -> u32 {
    ((xxh3_64(bytes) ^ u64::from(kind) << 33) >> 32 | 1) as u32
}

/// Consonants by how they sound, doubles once: `Catherine`, `Kathryn`. The classes are those of
/// Soundex (US patents 1,261,167 and 1,435,663), the first letter among them and w with the vowels.
fn sound(text: &str) -> u32 {
    let mut key = [0_u8; 6];
    let (mut length, mut before) = (0, 0);
    for c in text.bytes() {
        let class = match c {
            b'b' | b'f' | b'p' | b'v' => 1,
            b'c' | b'g' | b'j' | b'k' | b'q' | b's' | b'x' | b'z' => 2,
            b'd' | b't' => 3,
            b'l' => 4,
            b'm' | b'n' => 5,
            b'r' => 6,
            b'h' | b'w' => continue,
            b'0'..=b'9' => c,
            128.. => c,
            _ => 0,
        };
        if class != 0 && class != before {
            match key.get_mut(length) {
                Some(slot) => *slot = class,
                None => break,
            }
            length += 1;
        }
        before = class;
    }
    if length < 2 { 0 } else { word_key(2, &key) }
}

/// The first or last letters; none of a text that has no more.
fn edge(text: &str, letters: usize, last: bool) -> u32 {
    let bytes = text.as_bytes();
    if bytes.len() < letters {
        return 0;
    }
    let cut = if last { bytes.get(bytes.len() - letters..) } else { bytes.get(..letters) };
    cut.map_or(0, |cut| word_key(if last { 3 } else { 4 }, cut))
}

/// The first or second half of a code: one error spares one of them.
fn half(text: &str, second: bool) -> u32 {
    let bytes = text.as_bytes();
    let length = bytes.len() / 2;
    if length < 2 { 0 } else { edge(text, length, second) }
}

/// The digits of a number in order of size: those that changed places meet.
fn sorted(text: &str) -> u32 {
    let mut digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).take(32).collect();
    digits.sort_unstable();
    if digits.len() < 2 { 0 } else { word_key(5, &digits) }
}

/// The fields of some keys, as bits.
pub(super) fn fields_of(keys: &[FieldKey], places: &[usize]) -> BTreeSet<usize> {
    places.iter().filter_map(|&place| keys.get(place)).map(|key| key.field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_alike_meets() {
        for (one, other) in [("catherine", "kathryn"), ("smith", "smyth"), ("philip", "fillip")] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("smith"), sound("jones"));
        assert_eq!((sound("lee"), sound("")), (0, 0));
    }

    #[test]
    fn one_error_spares_a_half_of_a_code() {
        for (one, other) in [("5304218", "5304219"), ("5304218", "5034218"), ("5304218", "534218")]
        {
            let same = |second| half(one, second) == half(other, second) && half(one, second) != 0;
            assert!(same(false) || same(true), "{one} {other}");
        }
        assert_eq!(sorted("19151111"), sorted("11111519"));
        assert_eq!((sorted("7"), half("12", true), edge("abc", 4, false)), (0, 0, 0));
    }
}
