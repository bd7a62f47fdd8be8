//! The words of all names as a file keeps them: in the order of their letters without marks.

use super::strings;
use crate::error::{Error, ErrorCode, Result};
use crate::record::names::NameTable;
use crate::score::Frequencies;

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

    /// The section of their corrections: nine numbers a word.
    pub(super) fn bits(&self, names: &NameTable, frequencies: &Frequencies) -> Vec<u8> {
        let bits = |&id: &u32| frequencies.token_bits(names, id);
        let each = self.order.iter().map(bits).flat_map(|bits| bits.into_iter().flatten());
        each.flat_map(f32::to_le_bytes).collect()
    }

    /// Letters without marks and the first word that has them.
    pub(super) fn folds<'t>(
        &'t self,
        names: &'t NameTable,
    ) -> impl Iterator<Item = (&'t str, u64)> {
        let mut before = None;
        (0u64..).zip(&self.order).filter_map(move |(number, &id)| {
            let fold = names.tokens.fold_text(id);
            let new = before.replace(fold) != Some(fold);
            new.then_some((fold, number))
        })
    }
}

/// A part of an index that has outgrown its format.
pub(super) fn too_large(part: &'static str) -> Error {
    Error::new(ErrorCode::IndexTooLarge).with("part", part)
}
