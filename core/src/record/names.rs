//! Distinct names of a table, each parsed once, whichever column they stand in.

use super::heard::{EarPlaces, Heard};
use super::tokens::TokenTable;
use crate::clean::normalize_to;
use crate::name::{Name, NameRole, WordForm};
use hashbrown::HashTable;
use smallvec::SmallVec;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// The longest name compared syllable by syllable; further syllables still count for equality.
pub(crate) const MAX_TOKENS: usize = 12;

#[derive(Debug, Clone, Copy, Default)]
struct NameEntry {
    start: u32,
    len: u8,
    surname: u8,
    given: u8,
    abbreviated: u16,
    marked: bool,
    coarse: u32,
    joined: u32,
    heard: u32,
    letters: u32,
    folds: u32,
}

/// Distinct names, numbered from 1; 0 stands for "no name".
#[derive(Default)]
pub(crate) struct NameTable {
    pub(crate) tokens: TokenTable,
    parts: Vec<u32>,
    entries: Vec<NameEntry>,
    heard: Vec<Heard>,
    table: HashTable<u32>,
    scratch: String,
}

/// One name of the table.
#[derive(Clone, Copy)]
pub(crate) struct NameView<'t> {
    /// Syllable ids: surname, middle, given.
    pub(crate) tokens: &'t [u32],
    surname: u8,
    given: u8,
    /// Bit i: syllable i is an abbreviation.
    abbreviated: u16,
    /// Some syllable carries a mark.
    pub(crate) marked: bool,
    /// Hash of the coarse sounds, syllable by syllable; 0 for no name.
    pub(crate) coarse: u32,
    /// Hash of the coarse sounds of middle and given, run together; 0 if there are none.
    pub(crate) joined: u32,
    /// For [`NameTable::heard`].
    heard: u32,
    /// The letters of middle and given name, a bit for each.
    pub(crate) letters: u32,
    /// The same for two names of the same syllables without marks, in whatever order.
    pub(crate) folds: u32,
}

impl<'t> NameView<'t> {
    /// The surname's syllables.
    pub(crate) fn surname(&self) -> &'t [u32] {
        self.tokens.get(..usize::from(self.surname)).unwrap_or_default()
    }

    /// The syllables between surname and given name.
    pub(crate) fn middle(&self) -> &'t [u32] {
        let end = self.tokens.len().saturating_sub(usize::from(self.given));
        self.tokens.get(usize::from(self.surname)..end).unwrap_or_default()
    }

    /// The given name's syllables.
    pub(crate) fn given(&self) -> &'t [u32] {
        let end = self.tokens.len().saturating_sub(usize::from(self.given));
        self.tokens.get(end..).unwrap_or_default()
    }

    /// All but the surname.
    pub(crate) fn rest(&self) -> &'t [u32] {
        self.tokens.get(usize::from(self.surname)..).unwrap_or_default()
    }

    /// Whether the syllable at `place` is shortened or half read.
    pub(crate) fn is_abbreviated(&self, place: usize) -> bool {
        place < 16 && self.abbreviated & (1 << place) != 0
    }

    /// How many syllables the surname has, and the given name.
    #[cfg(feature = "index")]
    pub(crate) fn division(&self) -> (u8, u8) {
        (self.surname, self.given)
    }

    /// A bit for each syllable that is shortened or half read.
    #[cfg(feature = "index")]
    pub(crate) fn abbreviated(&self) -> u16 {
        self.abbreviated
    }

    /// Whether every syllable is written in full.
    pub(crate) fn is_full(&self) -> bool {
        self.abbreviated == 0
    }
}

impl NameTable {
    /// The id of a parsed name, whose parts are put in the order surname, middle, given whatever
    /// the writer's; 0 when there is no word in it, or only that the name is unknown.
    pub(crate) fn intern(&mut self, name: &Name<'_>) -> u32 {
        if name.is_unknown() {
            return 0;
        }
        let mut ids: SmallVec<[u32; 8]> = SmallVec::new();
        let mut abbreviated = 0u16;
        let mut lengths = [0usize; 3];
        let roles = [NameRole::Surname, NameRole::Middle, NameRole::Given];
        for (role, length) in roles.into_iter().zip(&mut lengths) {
            for part in name.parts().filter(|part| part.role == role) {
                if ids.len() == MAX_TOKENS {
                    break;
                }
                self.scratch.clear();
                normalize_to(part.text, &mut self.scratch);
                abbreviated |= u16::from(part.form != WordForm::Full) << ids.len();
                ids.push(self.tokens.intern(&self.scratch));
                *length += 1;
            }
        }
        if ids.is_empty() {
            return 0;
        }
        let [mut surname, _, given] = lengths;
        // A surname in letters that the name parser knows no surnames in.
        if surname == 0 && ids.len() > given.max(1) {
            surname = usize::from(ids.first().is_some_and(|&id| tokens_surname(&self.tokens, id)));
        }
        self.insert(&ids, (surname, given), abbreviated)
    }

    /// The id of a name of these syllables, of which so many are surname and given name.
    pub(crate) fn insert(
        &mut self,
        ids: &[u32],
        (surname, given): (usize, usize),
        abbreviated: u16,
    ) -> u32 {
        let hash = hash_ids(ids);
        let Self { parts, entries, table, tokens, heard, .. } = self;
        let division = (surname, given);
        let same = |&id: &u32| {
            entry(entries, id).is_some_and(|e| {
                slice(parts, e) == ids
                    && e.abbreviated == abbreviated
                    && (usize::from(e.surname), usize::from(e.given)) == division
            })
        };
        if let Some(&id) = table.find(hash, same) {
            return id;
        }
        let Ok(id) = u32::try_from(entries.len() + 1) else { return 0 };
        let Ok(start) = u32::try_from(parts.len()) else { return 0 };
        let family = match ids.get(..surname) {
            Some(&[only]) => tokens.get(only).surname,
            _ => 0,
        };
        let full = abbreviated == 0;
        let rest = ids.get(surname..).unwrap_or_default();
        let sounds = Heard::of(tokens, family, rest);
        let mut ear = 0;
        if let Some(sounds) = sounds.filter(|_| full) {
            heard.push(sounds);
            ear = u32::try_from(heard.len()).unwrap_or(0);
        }
        parts.extend_from_slice(ids);
        entries.push(NameEntry {
            start,
            len: u8::try_from(ids.len()).unwrap_or(u8::MAX),
            surname: u8::try_from(surname).unwrap_or(u8::MAX),
            given: u8::try_from(given).unwrap_or(u8::MAX),
            abbreviated,
            marked: ids.iter().any(|&id| tokens.get(id).marked),
            coarse: coarse(tokens, ids),
            joined: joined(tokens, rest),
            heard: ear,
            letters: rest.iter().fold(0, |all, &id| all | tokens.get(id).letters),
            folds: ids.iter().fold(0, |sum, &id| sum.wrapping_add(tokens.get(id).fold)),
        });
        table.insert_unique(hash, id, |&id| {
            entry(entries, id).map_or(0, |e| hash_ids(slice(parts, e)))
        });
        id
    }

    /// Where a name begins: a read that brings its entry into the cache.
    pub(super) fn start(&self, id: u32) -> usize {
        // No name begins where the first one does.
        self.entries.get(id.max(1) as usize - 1).map_or(0, |entry| entry.start as usize)
    }

    /// Its first syllable: a read that brings them all into the cache.
    pub(super) fn first(&self, start: usize) -> u32 {
        self.parts.get(start).copied().unwrap_or_default()
    }

    /// The name of an id; empty for 0.
    pub(crate) fn get(&self, id: u32) -> NameView<'_> {
        let e = entry(&self.entries, id).copied().unwrap_or_default();
        NameView {
            tokens: slice(&self.parts, &e),
            surname: e.surname,
            given: e.given,
            abbreviated: e.abbreviated,
            marked: e.marked,
            coarse: e.coarse,
            joined: e.joined,
            heard: e.heard,
            letters: e.letters,
            folds: e.folds,
        }
    }

    /// How many distinct names there are.
    #[cfg(feature = "index")]
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What a name sounds like, if it is one that is compared by ear.
    pub(crate) fn heard(&self, name: &NameView<'_>) -> Option<&Heard> {
        (name.heard as usize).checked_sub(1).and_then(|at| self.heard.get(at))
    }

    /// Where blocking finds the keys of the names that are compared by ear.
    pub(crate) fn ear_places(&self) -> EarPlaces {
        EarPlaces::of(&self.heard)
    }
}

fn entry(entries: &[NameEntry], id: u32) -> Option<&NameEntry> {
    (id as usize).checked_sub(1).and_then(|i| entries.get(i))
}

fn slice<'t>(parts: &'t [u32], e: &NameEntry) -> &'t [u32] {
    let start = e.start as usize;
    parts.get(start..start + usize::from(e.len)).unwrap_or_default()
}

/// A surname by table, in Khmer letters.
fn tokens_surname(tokens: &TokenTable, id: u32) -> bool {
    tokens.get(id).surname != 0
        && tokens.text(id).starts_with(|c| ('\u{1780}'..='\u{17FF}').contains(&c))
}

fn hash_ids(ids: &[u32]) -> u64 {
    let mut bytes: SmallVec<[u8; 64]> = SmallVec::new();
    for id in ids {
        bytes.extend_from_slice(&id.to_le_bytes());
    }
    xxh3_64(&bytes)
}

/// Names of one sound, syllable by syllable. Hashed from letters, so that it is the same in every
/// table.
fn coarse(tokens: &TokenTable, ids: &[u32]) -> u32 {
    let mut text: SmallVec<[u8; 64]> = SmallVec::new();
    for &id in ids {
        text.extend_from_slice(tokens.sound_text(tokens.get(id).coarse).as_bytes());
        text.push(b' ');
    }
    nonzero(xxh3_64(&text))
}

/// Names written joined and split (`Sarươl`, `Sa Rươl`) run together alike.
fn joined(tokens: &TokenTable, ids: &[u32]) -> u32 {
    let mut text: SmallVec<[u8; 64]> = SmallVec::new();
    for &id in ids {
        text.extend_from_slice(tokens.sound_text(tokens.get(id).coarse).as_bytes());
    }
    if text.is_empty() { 0 } else { nonzero(xxh3_64_with_seed(&text, 1)) }
}

fn nonzero(hash: u64) -> u32 {
    // The upper half: xxh3 mixes all bits.
    ((hash >> 32) as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::clean;

    fn intern(names: &mut NameTable, text: &str) -> u32 {
        names.intern(&Name::parse(&clean(text).text))
    }

    fn words(names: &NameTable, ids: &[u32]) -> String {
        let words: Vec<&str> = ids.iter().map(|&id| names.tokens.text(id)).collect();
        words.join(" ")
    }

    #[test]
    fn one_name_in_two_forms_is_one_entry() {
        let mut names = NameTable::default();
        let hoa = intern(&mut names, "Nguyễn Văn Hòa");
        assert_eq!(intern(&mut names, "NGUYỄN  VĂN HOÀ"), hoa);
        assert_ne!(intern(&mut names, "Nguyễn Văn Hoa"), hoa);
    }

    #[test]
    fn no_name_is_zero() {
        let mut names = NameTable::default();
        for text in ["", "  ", "không rõ"] {
            assert_eq!(intern(&mut names, text), 0, "{text:?}");
        }
        let none = names.get(0);
        assert!(none.tokens.is_empty() && none.surname().is_empty() && none.given().is_empty());
        assert_eq!((none.coarse, none.joined), (0, 0));
    }

    /// Clans of the highlands stand last in writing (facts: vietnamese.md 0.9) and first here.
    #[test]
    fn parts_stand_in_the_order_surname_middle_given() {
        let mut names = NameTable::default();
        for (text, want) in [
            ("Nguyễn Thị Ngọc Lan", ["nguyễn", "thị ngọc", "lan"]),
            ("Lê Lan", ["lê", "", "lan"]),
            ("Tám", ["", "", "tám"]),
            ("Y Bhăm Niê", ["niê", "", "y bhăm"]),
        ] {
            let id = intern(&mut names, text);
            let view = names.get(id);
            let found = [view.surname(), view.middle(), view.given()].map(|ids| words(&names, ids));
            assert_eq!(found, want, "{text}");
            assert_eq!(view.rest(), [view.middle(), view.given()].concat());
        }
    }

    /// Shortened and half-read words both make a name less than full.
    #[test]
    fn each_word_knows_whether_it_is_written_in_full() {
        let mut names = NameTable::default();
        for (text, want) in [
            ("Nguyễn Văn Hòa", [false, false, false]),
            ("Nguyễn V. Hòa", [false, true, false]),
            ("Ng. Văn Hòa", [true, false, false]),
            ("Nguyễn Văn H?a", [false, false, true]),
        ] {
            let id = intern(&mut names, text);
            let view = names.get(id);
            assert_eq!([0, 1, 2].map(|place| view.is_abbreviated(place)), want, "{text}");
            assert_eq!(view.is_full(), want == [false; 3], "{text}");
            assert!(!view.is_abbreviated(16) && !view.is_abbreviated(usize::MAX));
        }
    }

    /// Marks lost and sounds merged meet in `coarse`; pieces joined meet in `joined`, whatever the
    /// surname (a Khmer daughter's is not her father's).
    #[test]
    fn hashes_meet_where_names_do() {
        let mut names = NameTable::default();
        let mut hashes = |text: &str| {
            let id = intern(&mut names, text);
            (names.get(id).coarse, names.get(id).joined)
        };
        assert_eq!(hashes("Trần Thị Hằng"), hashes("CHAN THI HAN"));
        assert_ne!(hashes("Trần Thị Hằng").0, hashes("Trần Hằng Thị").0);
        let (split, joined) = (hashes("Neáng Sa Rươl"), hashes("Chau Sarươl"));
        assert_eq!(split.1, joined.1);
        assert_ne!(split.0, joined.0);
    }

    #[test]
    fn a_name_without_end_keeps_its_first_words() {
        let mut names = NameTable::default();
        let id = intern(&mut names, &"Lan ".repeat(1_000));
        assert_eq!(names.get(id).tokens.len(), MAX_TOKENS);
    }
}
