//! An index over bytes.

use super::blocks::Blocks;
use super::format::{FileKind, Stretch, section};
use super::ids::{Ids, RecordId};
use super::node::Automaton;
use super::places::StoredPlaces;
use super::rows::Rows;
use super::scratch::Scratch;
use super::settings::Settings;
use super::strings::Strings;
use super::words::KnownWords;
use crate::error::{Error, ErrorCode, Result};
use crate::field::PlaceTable;
use core::fmt;
use std::path::Path;
use std::sync::Mutex;

/// Records in one file, searched in microseconds; made by [`crate::IndexBuilder`].
///
/// Any bytes can be opened: a `Vec`, a slice, a mapped file. Bytes that are damaged give an error,
/// when they are opened or when they are first looked at; never a panic, and no wrong answer unless
/// someone made the checksums fit. Searching needs no `&mut`: share an index between threads.
///
/// `Debug` shows counts only.
///
/// ```
/// use hoten::{FieldName, Index, IndexBuilder, IndexQuery, StrColumn, Table};
///
/// let names = ["Nguyễn Văn Hòa", "Trần Thị Bé"];
/// let table = Table::new([("Họ và tên", StrColumn::from_strs(&names))])?;
/// let bytes = IndexBuilder::new().to_bytes(&table)?;
/// let index = Index::open(&bytes)?;
/// let hits = index.search(&IndexQuery::new().field(FieldName::FullName, "TRAN THI BE"))?;
/// assert_eq!((hits.len(), hits[0].record_id.to_string().as_str()), (1, "1"));
///
/// assert!(Index::open(&bytes[..100]).is_err());
/// # Ok::<(), hoten::Error>(())
/// ```
pub struct Index<D = Vec<u8>> {
    pub(super) blocks: Blocks<D>,
    pub(super) settings: Settings,
    pub(super) words: KnownWords,
    pub(super) place_texts: Strings,
    pub(super) units: StoredPlaces,
    pub(super) records: Rows,
    pub(super) ids: Ids,
    /// Keys and postings of each rule.
    pub(super) rules: Vec<(Automaton, Stretch)>,
    /// The communes by which places of queries are read.
    pub(super) table: &'static PlaceTable<'static>,
    /// Tables that searches fill as they go, one for each that runs at a time.
    scratches: Mutex<Vec<Scratch>>,
}

/// Scratch tables kept for the next searches.
const KEPT: usize = 64;

impl Index<Vec<u8>> {
    /// Reads a whole index file into memory and opens it.
    ///
    /// # Errors
    /// [`ErrorCode::IndexUnreadable`], and those of [`Index::open`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        Self::open(bytes)
    }
}

pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(ErrorCode::IndexUnreadable)
        .with("file", path.display().to_string())
        .with("reason", error.kind().to_string())
}

impl<D: AsRef<[u8]>> Index<D> {
    /// Opens the bytes of an index file. Microseconds, whatever its size: only the frame is read.
    ///
    /// # Errors
    /// [`ErrorCode::NotAnIndex`], [`ErrorCode::IndexNewer`] for files of a newer hoten,
    /// [`ErrorCode::IndexDamaged`] when the frame does not hold.
    pub fn open(bytes: D) -> Result<Self> {
        let blocks = Blocks::open(bytes)?;
        let head = blocks.head();
        head.check_kind(FileKind::Full)?;
        let at = |id: u32| head.section(id);
        let settings = at(section::SETTINGS);
        let settings = Settings::read(blocks.bytes(settings.at, settings.len)?)?;
        let words = KnownWords::open(&blocks)?;
        let place_texts = Strings::open(&blocks, at(section::PLACES))?;
        let units = StoredPlaces::open(at(section::UNITS))?;
        let count = head.records;
        let records = Rows::open(&blocks, at(section::RECORD_STARTS), at(section::RECORDS), count)?;
        let ids = Ids::open(&blocks, at(section::ID_STARTS), at(section::IDS), count)?;
        let mut rules = Vec::with_capacity(settings.rules.len());
        for (index, _) in (0u32..).zip(&settings.rules) {
            let id = section::RULES + 2 * index;
            rules.push((Automaton::open(&blocks, at(id))?, at(id + 1)));
        }
        let scratches = Mutex::new(Vec::new());
        Ok(Self {
            blocks,
            settings,
            words,
            place_texts,
            units,
            records,
            ids,
            rules,
            table: PlaceTable::built_in(),
            scratches,
        })
    }

    /// Reads the places of queries by a table of communes that was loaded, where the crate is built
    /// without one (feature `communes`). Without a table communes are compared by name alone, and
    /// scores may differ from those of a program that has one.
    #[must_use]
    pub fn with_places(mut self, table: &'static PlaceTable<'static>) -> Self {
        self.table = table;
        self.scratches = Mutex::new(Vec::new());
        self
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.blocks.head().records as usize
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names of its rules, by their place in [`crate::IndexHit::rule`].
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &str> {
        self.settings.rules.iter().map(|rule| rule.name.as_str())
    }

    /// Checks every block now, instead of when it is first looked at.
    ///
    /// # Errors
    /// [`ErrorCode::IndexDamaged`] when one does not hold.
    pub fn verify(&self) -> Result<()> {
        self.blocks.check_all()
    }

    /// The identifier of a row.
    ///
    /// # Errors
    /// [`ErrorCode::NoSuchRow`], [`ErrorCode::IndexDamaged`].
    pub fn record_id(&self, row: u32) -> Result<RecordId> {
        self.check_row(row)?;
        self.ids.get(&self.blocks, row)
    }

    /// Does `work` with tables that earlier searches have filled.
    pub(super) fn with_scratch<R>(&self, work: impl FnOnce(&mut Scratch) -> R) -> R {
        let pool = |pool: &Mutex<Vec<Scratch>>| pool.lock().ok()?.pop();
        let mut scratch = pool(&self.scratches).unwrap_or_else(|| Scratch::of(self));
        let result = work(&mut scratch);
        if scratch.is_worth_keeping()
            && let Ok(mut pool) = self.scratches.lock()
            && pool.len() < KEPT
        {
            pool.push(scratch);
        }
        result
    }
}

impl<D: AsRef<[u8]>> fmt::Debug for Index<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("records", &self.len())
            .field("rules", &self.rules.len())
            .finish_non_exhaustive()
    }
}
