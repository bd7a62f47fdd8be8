//! The words of all names as a file keeps them: in the order of their letters without marks.

use super::blocks::{Blocks, damaged};
use super::format::{Stretch, section};
use super::node::Automaton;
use super::settings::weight;
use super::strings::{self, Strings};
use super::varint::chunk;
use crate::clean;
use crate::error::{Error, ErrorCode, Result};
use crate::record::names::NameTable;
use crate::score::{Counted, Frequencies, PartBits};

/// The words of a table in the order of a file.
pub(super) struct Words {
    /// Number in the file by number in the table (which begins at 1).
    numbers: Vec<u32>,
    /// Number in the table by number in the file.
    order: Vec<u32>,
}

impl Words {
    pub(super) fn of(names: &NameTable) -> Self {
        let count = u32::try_from(names.tokens.sizes().0).unwrap_or(u32::MAX);
        let mut order: Vec<u32> = (1..=count).collect();
        let text = |id: &u32| (names.tokens.fold_text(*id), names.tokens.text(*id));
        order.sort_unstable_by(|a, b| text(a).cmp(&text(b)));
        let mut numbers = vec![0; order.len() + 1];
        for (number, &id) in (0u32..).zip(&order) {
            if let Some(slot) = numbers.get_mut(id as usize) {
                *slot = number;
            }
        }
        Self { numbers, order }
    }

    /// The number of a word in the file.
    pub(super) fn number(&self, id: u32) -> u32 {
        self.numbers.get(id as usize).copied().unwrap_or(0)
    }

    /// The section of the words themselves.
    pub(super) fn texts(&self, names: &NameTable) -> Result<Vec<u8>> {
        let texts = self.order.iter().map(|&id| names.tokens.text(id));
        strings::write(texts).ok_or_else(|| too_large("words"))
    }

    /// The section of their corrections.
    pub(super) fn bits(&self, frequencies: &Frequencies) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.order.len() * BITS as usize);
        for &id in &self.order {
            put_bits(&mut out, frequencies.bits(Counted::Word, id));
        }
        out
    }

    /// Letters without marks as a transducer, and for each the first word that has them and the
    /// corrections of all of them.
    pub(super) fn folds(
        &self,
        names: &NameTable,
        frequencies: &Frequencies,
    ) -> fst::Result<(Vec<u8>, Vec<u8>)> {
        let (mut map, mut table) = (fst::MapBuilder::memory(), Vec::new());
        let mut before = None;
        for (first, &id) in (0u32..).zip(&self.order) {
            let fold = names.tokens.fold_text(id);
            if before.replace(fold) != Some(fold) {
                map.insert(fold, (table.len() as u64) / FOLD)?;
                table.extend_from_slice(&first.to_le_bytes());
                put_bits(&mut table, frequencies.bits(Counted::Fold, names.tokens.get(id).fold));
            }
        }
        Ok((map.into_inner()?, table))
    }

    /// Coarse sounds as a transducer, and the corrections of each.
    pub(super) fn sounds(
        &self,
        names: &NameTable,
        frequencies: &Frequencies,
    ) -> fst::Result<(Vec<u8>, Vec<u8>)> {
        let text = |&id: &u32| names.tokens.sound_text(id);
        let mut sounds: Vec<u32> =
            self.order.iter().map(|&id| names.tokens.get(id).coarse).collect();
        sounds.sort_unstable_by(|a, b| text(a).cmp(text(b)));
        sounds.dedup();
        let (mut map, mut table) = (fst::MapBuilder::memory(), Vec::new());
        for (number, sound) in (0u64..).zip(sounds) {
            map.insert(names.tokens.sound_text(sound), number)?;
            put_bits(&mut table, frequencies.bits(Counted::Sound, sound));
        }
        Ok((map.into_inner()?, table))
    }
}

/// Bytes of the corrections of a word, or of a sound.
pub(super) const BITS: u64 = 12;
/// Bytes of what is kept of letters without marks.
pub(super) const FOLD: u64 = 4 + BITS;

fn put_bits(out: &mut Vec<u8>, bits: PartBits) {
    bits.into_iter().for_each(|bits| out.extend_from_slice(&bits.to_le_bytes()));
}

/// What a file knows of how common words are. Each figure stands in one place: that of a word with
/// the word, that of letters with the letters, that of a sound with the sound.
pub(super) struct KnownWords {
    pub(super) texts: Strings,
    bits: Stretch,
    pub(super) folds: Automaton,
    fold_bits: Stretch,
    sounds: Automaton,
    sound_bits: Stretch,
}

/// Spellings of one run of letters that are looked at: six tones of three vowels with other marks.
const MOST_MARKED: u32 = 512;

impl KnownWords {
    pub(super) fn open<D: AsRef<[u8]>>(blocks: &Blocks<D>) -> Result<Self> {
        let at = |id: u32| blocks.head().section(id);
        let words = Self {
            texts: Strings::open(blocks, at(section::WORDS))?,
            bits: at(section::WORD_BITS),
            folds: Automaton::open(blocks, at(section::FOLDS))?,
            fold_bits: at(section::FOLD_BITS),
            sounds: Automaton::open(blocks, at(section::SOUNDS))?,
            sound_bits: at(section::SOUND_BITS),
        };
        let fits = words.bits.len == BITS * u64::from(words.texts.len())
            && words.fold_bits.len.is_multiple_of(FOLD)
            && words.sound_bits.len.is_multiple_of(BITS);
        if fits { Ok(words) } else { Err(damaged("words")) }
    }

    /// The corrections of a word, by its text and its letters without marks; and of these letters.
    pub(super) fn bits<D: AsRef<[u8]>>(
        &self,
        blocks: &Blocks<D>,
        text: &str,
        fold: &str,
    ) -> Result<(Option<PartBits>, Option<PartBits>)> {
        let Some(number) = self.folds.get(blocks, fold.as_bytes())? else {
            return Ok((None, None));
        };
        let mut held = cell(blocks, self.fold_bits, number, FOLD)?;
        let first = chunk(&mut held).map(u32::from_le_bytes).ok_or_else(|| damaged("words"))?;
        let of_fold = Some(bits(held)?);
        // Words of the same letters stand side by side; there are as many as marks allow.
        for number in first..self.texts.len().min(first.saturating_add(MOST_MARKED)) {
            let other = self.texts.get(blocks, number)?;
            if other == text {
                let of_word = bits(cell(blocks, self.bits, u64::from(number), BITS)?)?;
                return Ok((Some(of_word), of_fold));
            }
            if clean::fold(other) != fold {
                break;
            }
        }
        Ok((None, of_fold))
    }

    /// The corrections of a sound.
    pub(super) fn sound_bits<D: AsRef<[u8]>>(
        &self,
        blocks: &Blocks<D>,
        sound: &str,
    ) -> Result<Option<PartBits>> {
        let Some(number) = self.sounds.get(blocks, sound.as_bytes())? else { return Ok(None) };
        cell(blocks, self.sound_bits, number, BITS).and_then(bits).map(Some)
    }
}

/// A cell of a table of cells of one size.
fn cell<D: AsRef<[u8]>>(
    blocks: &Blocks<D>,
    table: Stretch,
    number: u64,
    size: u64,
) -> Result<&[u8]> {
    let at = number.checked_mul(size).filter(|&at| at < table.len);
    blocks.bytes(table.at + at.ok_or_else(|| damaged("words"))?, size)
}

fn bits(mut held: &[u8]) -> Result<PartBits> {
    let mut bits = PartBits::default();
    for bits in &mut bits {
        *bits = weight(&mut held).ok_or_else(|| damaged("words"))?;
    }
    Ok(bits)
}

/// A part of an index that has outgrown its format.
pub(super) fn too_large(part: &'static str) -> Error {
    Error::new(ErrorCode::IndexTooLarge).with("part", part)
}
