//! Index files made of the records of a live index.

use super::part::Borrowed;
use super::record::cells;
use super::segment::{self, Segment};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::index::Index;
use crate::index::build::IndexBuilder;
use crate::index::settings::{KEYS_VERSION, Settings};
use crate::link::{Fitted, Linker, Progress};
use crate::record::names::NameTable;
use crate::record::{StrBuffer, Table};
use crate::score::{Counted, Frequencies};
use std::io::Cursor;
use std::sync::Arc;

/// What scores are reckoned from until records are compacted: model, prior and scales, and the
/// frequencies of the words that segments hold.
pub(super) struct Basis {
    pub(super) settings: Settings,
    pub(super) words: Vec<Arc<Segment>>,
    pub(super) integer_ids: bool,
}

/// Told how far a run has come; `false` stops it.
pub(super) type Told<'t> = &'t mut (dyn FnMut(Progress) -> bool + Send);

impl Basis {
    /// The index of some records, with these statistics.
    pub(super) fn assemble(&self, rows: &[Borrowed<'_>]) -> Result<Vec<u8>> {
        let columns = Columns::of(rows)?;
        let frequencies = |names: &NameTable| self.frequencies(names);
        let Settings { model, prior, .. } = &self.settings;
        let fitted = Fitted::with(columns.table()?, model.clone(), *prior, frequencies)?;
        write(&fitted, rows, self.integer_ids, &mut |_| true)
    }

    /// The corrections of the words of a table.
    fn frequencies(&self, names: &NameTable) -> Result<Frequencies> {
        let mut frequencies = Frequencies::of_scales(self.settings.scales);
        let count = u32::try_from(names.tokens.sizes().0).unwrap_or(u32::MAX);
        for id in 1..=count {
            let token = names.tokens.get(id);
            let (text, fold) = (names.tokens.text(id), names.tokens.fold_text(id));
            let sound = names.tokens.sound_text(token.coarse);
            let word = self.known(|index| Ok(index.words.bits(&index.blocks, text, fold)?.0))?;
            let folds = self.known(|index| Ok(index.words.bits(&index.blocks, text, fold)?.1))?;
            let sounds = self.known(|index| index.words.sound_bits(&index.blocks, sound))?;
            for (counted, id, bits, text) in [
                (Counted::Word, id, word, text),
                (Counted::Fold, token.fold, folds, fold),
                (Counted::Sound, token.coarse, sounds, sound),
            ] {
                let bits = bits.unwrap_or_else(|| frequencies.unseen(text));
                frequencies.set_bits(counted, id, bits);
            }
        }
        Ok(frequencies)
    }

    /// What the newest segment knows that knows something.
    fn known<T>(&self, look: impl Fn(&Index<Vec<u8>>) -> Result<Option<T>>) -> Result<Option<T>> {
        let mut segments = self.words.iter().rev();
        segments.find_map(|segment| look(&segment.index).transpose()).transpose()
    }
}

/// The settings that are learned of some records, and their index.
pub(super) fn fit(
    rows: &[Borrowed<'_>],
    threads: usize,
    integer_ids: bool,
    told: Told<'_>,
) -> Result<(Settings, Vec<u8>)> {
    let columns = Columns::of(rows)?;
    let fitted = Linker::new().threads(threads).fit_records(&columns.table()?, told)?;
    let settings = Settings {
        keys_version: KEYS_VERSION,
        prior: fitted.prior,
        model: fitted.model.clone(),
        scales: fitted.frequencies.scales(),
        rules: Vec::new(),
    };
    Ok((settings, write(&fitted, rows, integer_ids, told)?))
}

fn write(
    fitted: &Fitted<'_>,
    rows: &[Borrowed<'_>],
    integer_ids: bool,
    told: Told<'_>,
) -> Result<Vec<u8>> {
    let (ids, cells): (Vec<&str>, Vec<&[u8]>) =
        rows.iter().map(|(id, cells)| (&**id, *cells)).unzip();
    let own = segment::sections(&ids, &cells)?;
    let builder = IndexBuilder::new().integer_ids(integer_ids);
    let failed = |_| Error::new(ErrorCode::IndexTooLarge).with("part", "segment");
    let out = Cursor::new(Vec::new());
    Ok(builder.write(fitted, &own, out, None, told, &failed)?.0.into_inner())
}

/// Records as columns.
struct Columns(Vec<(FieldName, StrBuffer)>);

impl Columns {
    fn of(rows: &[Borrowed<'_>]) -> Result<Self> {
        let mut columns: Vec<(FieldName, StrBuffer)> =
            FieldName::ALL.into_iter().map(|field| (field, StrBuffer::new())).collect();
        for (id, encoded) in rows {
            let mut held = [None; FieldName::ALL.len()];
            if let Some(slot) = held.get_mut(FieldName::RecordId as usize) {
                *slot = Some(&**id);
            }
            for cell in cells(encoded) {
                let (field, text) = cell?;
                if let Some(slot) = held.get_mut(field as usize) {
                    *slot = Some(text);
                }
            }
            for ((_, column), cell) in columns.iter_mut().zip(held) {
                column.push(cell);
            }
        }
        Ok(Self(columns))
    }

    fn table(&self) -> Result<Table<'_>> {
        Table::new(self.0.iter().map(|(field, column)| (field.as_str(), column.as_column())))
    }
}
