//! The texts of one record by field.

use crate::clean::{detect, is_suspicious};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::String;
use alloc::vec::Vec;

const FIELDS: usize = FieldName::ALL.len();

/// The cells of one record: `None` where the field is not asked for, blank where nothing was
/// written.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'a> {
    texts: [Option<&'a str>; FIELDS],
    /// A bit for each field whose text is known to need no repair.
    sound: u32,
}

impl<'a> Cells<'a> {
    /// One cell for each field of [`FieldName::ALL`].
    pub(crate) fn new(texts: [Option<&'a str>; FIELDS]) -> Self {
        Self { texts, sound: 0 }
    }

    /// The text of a field was looked at before, and needs no repair.
    #[cfg(feature = "link")]
    pub(crate) fn known_sound(&mut self, field: FieldName) {
        self.sound |= 1 << (field as u32);
    }

    pub(super) fn is_sound(&self, field: FieldName) -> bool {
        self.sound >> (field as u32) & 1 == 1
    }

    /// The fields given; the last one counts where a field is given twice.
    pub(super) fn given(record: impl IntoIterator<Item = (FieldName, &'a str)>) -> Self {
        let mut texts = [None; FIELDS];
        for (field, text) in record {
            if let Some(cell) = texts.get_mut(field as usize) {
                *cell = Some(text);
            }
        }
        Self::new(texts)
    }

    /// What is written; `None` for a blank cell too.
    #[inline]
    pub(crate) fn get(&self, field: FieldName) -> Option<&'a str> {
        self.texts.get(field as usize).copied().flatten().filter(|text| !is_blank(text))
    }

    /// Asked for, and nothing written?
    #[inline]
    pub(super) fn is_blank(&self, field: FieldName) -> bool {
        self.texts.get(field as usize).copied().flatten().is_some_and(is_blank)
    }

    /// Calls `check` with the cells as they were before they were read with a wrong table, with
    /// the record's own words as evidence, and says so.
    pub(super) fn decoded(
        &self,
        found: &mut Vec<Finding>,
        check: impl FnOnce(&Cells<'_>, &mut Vec<Finding>),
    ) {
        let words = || FieldName::WORDS.into_iter().filter_map(|field| self.get(field));
        if !words().any(is_suspicious) {
            return check(self, found);
        }
        let detection = detect(words());
        let read: [Option<String>; FieldName::WORDS.len()] =
            FieldName::WORDS.map(|field| self.get(field).and_then(|text| detection.read(text)));
        let mut cells: Cells<'_> = *self;
        for (field, read) in FieldName::WORDS.into_iter().zip(&read) {
            let (Some(cell), Some(text)) = (cells.texts.get_mut(field as usize), self.get(field))
            else {
                continue;
            };
            if let Some(read) = read {
                *cell = Some(read);
                let note = Finding::new(FindingCode::EncodingRepaired, field);
                found.push(note.suggest(read.as_str()));
            } else if detection.is_ambiguous(text) {
                found.push(Finding::new(FindingCode::EncodingUnclear, field));
            }
        }
        // Places in decoded text are none of the caller's text.
        let first = found.len();
        check(&cells, found);
        for finding in found.iter_mut().skip(first) {
            let decoded = FieldName::WORDS
                .iter()
                .zip(&read)
                .any(|(field, read)| *field == finding.field && read.is_some());
            if decoded {
                finding.span = None;
            }
        }
    }
}

/// Nothing but blanks? Looks no further than the first letter.
fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}
