//! A table in, an index file out.

use super::atomic::{Temporary, folder};
use super::encode::{Encoder, RecordKeys};
use super::format::{FileKind, section};
use super::ids;
use super::keys::{self, RULES};
use super::places::Places;
use super::postings::write_rule;
use super::rows;
use super::settings::{KEYS_VERSION, RuleSettings, Settings};
use super::strings;
use super::words::{Words, too_large};
use super::write::SectionWriter;
use crate::error::{Error, ErrorCode, Result};
use crate::link::{Fitted, Linker, Progress, Stage};
use crate::record::Table;
use crate::score::Model;
use std::io::{self, BufWriter, Cursor, Seek, Write};
use std::path::Path;
use xxhash_rust::xxh3::Xxh3;

/// Makes index files.
///
/// The records are read and the model is fitted as [`Linker::dedupe`] does, so that a search gives
/// the scores that `dedupe` would give. One figure is not exact in large tables: the prior is
/// reckoned from a sample of half a million candidates, which changes the score of every hit by the
/// same amount, some hundredths of a bit; [`Self::fit`] says how to avoid it.
///
/// ```
/// use hoten::{FieldName, Index, IndexBuilder, IndexQuery, StrColumn, Table};
///
/// let names = ["Nguyễn Văn Hòa", "Trần Thị Bé"];
/// let dates = ["12/5/1950", "1961"];
/// let table = Table::new([
///     ("Họ và tên", StrColumn::from_strs(&names)),
///     ("Ngày sinh", StrColumn::from_strs(&dates)),
/// ])?;
/// let index = Index::open(IndexBuilder::new().to_bytes(&table)?)?;
/// let query = IndexQuery::new()
///     .field(FieldName::FullName, "nguyen van hoa")
///     .field(FieldName::BirthDate, "1950");
/// let hits = index.search(&query)?;
/// assert_eq!(hits[0].row, 0);
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct IndexBuilder {
    pub(super) linker: Linker,
    memory: usize,
    integer_ids: bool,
}

/// What an index file carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexSummary {
    /// Records.
    pub records: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// Its rules, in the order in which hits are credited to them.
    pub rules: Vec<IndexRuleSummary>,
}

/// What one rule takes in an index file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexRuleSummary {
    /// The rule.
    pub name: String,
    /// Different keys.
    pub keys: u64,
    /// Records under them, counted once a key.
    pub postings: u64,
    /// Records under the largest key.
    pub largest: u64,
    /// Bytes of keys and postings.
    pub bytes: u64,
}

impl Default for IndexBuilder {
    fn default() -> Self {
        Self { linker: Linker::new(), memory: 256 << 20, integer_ids: false }
    }
}

impl IndexBuilder {
    /// A builder with the shipped model, all threads, and 256 MiB to sort keys in.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the column of a field: `("full_name", "hoten_kh")`. Other columns are recognised by
    /// their headers.
    #[must_use]
    pub fn column(mut self, field: impl Into<String>, header: impl Into<String>) -> Self {
        self.linker = self.linker.column(field, header);
        self
    }

    /// How many threads to use; 0, the default, takes all. The file does not depend on it.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.linker = self.linker.threads(threads);
        self
    }

    /// The model to start from. Default: the shipped one.
    #[must_use]
    pub fn model(mut self, model: Model) -> Self {
        self.linker = self.linker.model(model);
        self
    }

    /// Whether the model is fitted to the records first. Default yes. With the model of a run
    /// ([`Linkage::model`](crate::Linkage::model)) and `false` a search gives the scores of that run,
    /// and the build takes half the time.
    #[must_use]
    pub fn fit(mut self, yes: bool) -> Self {
        self.linker = self.linker.fit(yes);
        self
    }

    /// Bytes of memory for sorting keys; more are sorted in files beside the index, which are
    /// removed. Default 256 MiB. The file does not depend on it.
    #[must_use]
    pub fn memory(mut self, bytes: usize) -> Self {
        self.memory = bytes;
        self
    }

    /// The record ids are whole numbers and come back as such. Default no: they come back as text.
    #[must_use]
    pub fn integer_ids(mut self, yes: bool) -> Self {
        self.integer_ids = yes;
        self
    }

    /// Writes the index of `table` to a file: under a temporary name beside it first, so that the
    /// name stands for an old file or a whole new one whatever happens. Only its owner can read it.
    ///
    /// # Errors
    /// As [`Linker::dedupe`], and [`ErrorCode::IndexUnwritable`] when the file cannot be written.
    pub fn build(&self, table: &Table<'_>, path: impl AsRef<Path>) -> Result<IndexSummary> {
        self.build_with(table, path, &mut |_| true)
    }

    /// As [`Self::build`], telling `progress` how far it has come; `false` from it stops the build.
    ///
    /// # Errors
    /// As [`Self::build`], and [`ErrorCode::Cancelled`] when `progress` returned `false`.
    pub fn build_with(
        &self,
        table: &Table<'_>,
        path: impl AsRef<Path>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
    ) -> Result<IndexSummary> {
        let path = path.as_ref();
        let fitted = self.linker.fit_records(table, progress)?;
        let failed = |error: io::Error| unwritable(path, &error);
        let mut file = Temporary::in_folder(folder(path)).map_err(failed)?;
        let out = BufWriter::with_capacity(1 << 16, &mut file.file);
        let spill = Some(folder(path));
        let (out, summary) = self.write(&fitted, &[], out, spill, progress, &failed)?;
        out.into_inner().map_err(|error| failed(error.into_error()))?;
        file.keep_as(path).map_err(failed)?;
        Ok(summary)
    }

    /// The bytes of the index of `table`; nothing is written to disk.
    ///
    /// # Errors
    /// As [`Linker::dedupe`].
    pub fn to_bytes(&self, table: &Table<'_>) -> Result<Vec<u8>> {
        let progress = &mut |_| true;
        let fitted = self.linker.fit_records(table, progress)?;
        let failed = |error: io::Error| unwritable(Path::new(""), &error);
        let out = Cursor::new(Vec::new());
        Ok(self.write(&fitted, &[], out, None, progress, &failed)?.0.into_inner())
    }

    /// Writes the records of a run, and sections of the caller's own; `spill` is a folder for keys
    /// beyond the memory allowed.
    pub(super) fn write<W: Write + Seek>(
        &self,
        fitted: &Fitted<'_>,
        own: &[(u32, Vec<u8>)],
        out: W,
        spill: Option<&Path>,
        progress: &mut (dyn FnMut(Progress) -> bool + Send),
        failed: &dyn Fn(io::Error) -> Error,
    ) -> Result<(W, IndexSummary)> {
        let count = fitted.records.records.len() as u64;
        let steps = RULES.len() as u64 + 1;
        let mut told = |done| match progress(Progress { stage: Stage::Write, done, total: steps }) {
            true => Ok(()),
            false => Err(Error::new(ErrorCode::Cancelled)),
        };
        told(0)?;
        let names = &fitted.records.names;
        let words = Words::of(names);
        let places = Places::of(fitted);
        let key_len = keys::key_len(count);
        let settings = Settings {
            keys_version: KEYS_VERSION,
            prior: fitted.prior,
            model: fitted.model.clone(),
            scales: fitted.frequencies.scales(),
            rules: RuleSettings::all(key_len),
        };
        let mut out = SectionWriter::new(out, FileKind::Full, 13 + 2 * RULES.len() + own.len())
            .map_err(failed)?;
        let mut salt = Xxh3::new();
        let mut put = |out: &mut SectionWriter<W>, id, bytes: &[u8]| {
            salt.update(bytes);
            out.section(id, bytes).map_err(failed)
        };
        put(&mut out, section::SETTINGS, &settings.write())?;
        put(&mut out, section::WORDS, &words.texts(names)?)?;
        put(&mut out, section::WORD_BITS, &words.bits(&fitted.frequencies))?;
        let broken = |error: fst::Error| failed(io::Error::other(error));
        let folds = words.folds(names, &fitted.frequencies).map_err(broken)?;
        put(&mut out, section::FOLDS, &folds.0)?;
        put(&mut out, section::FOLD_BITS, &folds.1)?;
        let sounds = words.sounds(names, &fitted.frequencies).map_err(broken)?;
        put(&mut out, section::SOUNDS, &sounds.0)?;
        put(&mut out, section::SOUND_BITS, &sounds.1)?;
        let texts = strings::write(places.list()).ok_or_else(|| too_large("places"))?;
        put(&mut out, section::PLACES, &texts)?;
        put(&mut out, section::UNITS, &places.units())?;
        out.begin(section::RECORDS);
        let encoder = Encoder { fitted, words: &words, places: &places };
        let lengths = encoder.records(&mut |bytes| {
            salt.update(bytes);
            out.write_all(bytes).map_err(failed)
        })?;
        let starts = rows::starts(&lengths).ok_or_else(|| too_large("records"))?;
        out.section(section::RECORD_STARTS, &starts).map_err(failed)?;
        let all = 0..u32::try_from(count).unwrap_or(u32::MAX);
        let by_row = fitted.ids.is_numbered();
        let ids =
            ids::write(all.map(|row| fitted.ids.get(row)), by_row, by_row || self.integer_ids)?;
        out.section(section::ID_STARTS, &ids.0).map_err(failed)?;
        out.section(section::IDS, &ids.1).map_err(failed)?;
        for (id, bytes) in own {
            out.section(*id, bytes).map_err(failed)?;
        }
        let salt = salt.digest();
        let mut summary = IndexSummary { records: count, ..IndexSummary::default() };
        let mut keys = RecordKeys::of(fitted, salt);
        for (index, rule) in (0u32..).zip(RULES) {
            told(u64::from(index) + 1)?;
            let sorted =
                keys.of_rule(index as usize, key_len, self.memory, spill).map_err(failed)?;
            let id = section::RULES + 2 * index;
            let written = write_rule(&mut out, id, sorted, &|key| keys.text(rule, key, key_len));
            summary.rules.push(written.map_err(failed)?.named(rule.name));
        }
        let (out, head) = out.finish(count, salt).map_err(failed)?;
        summary.bytes = head.checks + 8 * head.blocks() as u64;
        Ok((out, summary))
    }
}

/// A file that could not be written: what the system says, never what was in it.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Error {
    Error::new(ErrorCode::IndexUnwritable)
        .with("file", path.display().to_string())
        .with("reason", error.kind().to_string())
}
