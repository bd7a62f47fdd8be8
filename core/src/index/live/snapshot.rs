//! The records as they stood after one commit.

use super::LiveRecord;
use super::folder::Folder;
use super::open::{Loaded, load};
use super::part::Part;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::index::vfs::{RealVfs, Vfs};
use crate::index::{IndexHits, IndexQuery};
use crate::link::Explanation;
use crate::record::repair::RowText;
use crate::record::{Schema, Table};
use core::fmt;
#[cfg(feature = "parallel")]
use rayon::prelude::*;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// The records of a live index as they stood after one commit. It never changes, takes no lock, and
/// outlives the index and its files; clones are the same snapshot.
///
/// Rows are counted over all records that were ever in its parts; they mean something in this
/// snapshot alone.
#[derive(Clone)]
pub struct LiveSnapshot {
    pub(super) parts: Arc<[Part]>,
    pub(super) commit: u64,
}

/// Gives the newest snapshot to any thread while another one writes.
///
/// ```
/// use hoten::{FieldName, LiveIndex, LiveOptions, LiveRecord, MemoryVfs};
/// let mut live = LiveIndex::create_in(MemoryVfs::default(), &LiveOptions::new())?;
/// let reader = live.reader();
/// let other = std::thread::spawn(move || reader.snapshot().len());
/// live.add(&LiveRecord::new("HS-1").field(FieldName::FullName, "Trần Thị Bé"))?;
/// live.commit()?;
/// assert!(other.join().unwrap() <= 1);
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Clone)]
pub struct LiveReader(pub(super) Arc<Mutex<LiveSnapshot>>);

impl LiveReader {
    /// The records after the last commit.
    #[must_use]
    pub fn snapshot(&self) -> LiveSnapshot {
        // Held for as long as two pointers take to copy.
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn publish(&self, snapshot: LiveSnapshot) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = snapshot;
    }
}

/// How often a folder is read anew when a writer changes it meanwhile.
const TRIES: usize = 50;

impl LiveSnapshot {
    /// Reads the folder of a live index without locking it: another process may be writing. What it
    /// wrote a moment before a commit is acknowledged may be there already.
    ///
    /// # Errors
    /// As [`crate::LiveIndex::open`], but for [`ErrorCode::LiveLocked`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        Self::read_in(RealVfs::new(path.as_ref()))
    }

    /// As [`Self::read`], from any kind of folder.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_in(vfs: impl Vfs + 'static) -> Result<Self> {
        let folder = Folder::new(vfs);
        let mut tries = TRIES;
        loop {
            let before = folder.read(super::manifest::NAME)?;
            match load(&folder) {
                Ok(Loaded { snapshot, .. }) => return Ok(snapshot),
                Err(error) => {
                    // Files went because a newer manifest does without them.
                    let changed = folder.read(super::manifest::NAME)? != before;
                    tries = tries.checked_sub(1).filter(|_| changed).ok_or(error)?;
                }
            }
        }
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.iter().map(|part| part.live() as usize).sum()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the commit it stands for.
    #[must_use]
    pub fn commit(&self) -> u64 {
        self.commit
    }

    pub(super) fn contains(&self, id: &str) -> Result<bool> {
        self.find(id).map(|found| found.is_some())
    }

    fn find(&self, id: &str) -> Result<Option<(&Part, u32)>> {
        for part in self.parts.iter() {
            if let Some(row) = part.find(id)? {
                return Ok(Some((part, row)));
            }
        }
        Ok(None)
    }

    /// The record of an identifier, as it was handed in.
    ///
    /// # Errors
    /// [`ErrorCode::LiveDamaged`], [`ErrorCode::IndexDamaged`].
    pub fn get(&self, id: &str) -> Result<Option<LiveRecord<'static>>> {
        match self.find(id)? {
            Some((part, row)) => part.record(row),
            None => Ok(None),
        }
    }

    /// Every record, in the order in which they were added or last updated.
    pub fn records(&self) -> impl Iterator<Item = Result<LiveRecord<'static>>> + '_ {
        self.parts
            .iter()
            .flat_map(|part| part.live_rows().filter_map(|row| part.record(row).transpose()))
    }

    fn part_of(&self, row: u32) -> Result<(&Part, u32)> {
        let place = self.parts.partition_point(|part| part.base <= row);
        let part = place.checked_sub(1).and_then(|place| self.parts.get(place));
        let held = part.map(|part| (part, row - part.base));
        held.filter(|(part, row)| *row < part.rows() && !part.dead.contains(*row))
            .ok_or_else(|| Error::new(ErrorCode::NoSuchRow).with("row", row.to_string()))
    }

    /// The record of a row, as it was handed in.
    ///
    /// # Errors
    /// [`ErrorCode::NoSuchRow`], [`ErrorCode::LiveDamaged`], [`ErrorCode::IndexDamaged`].
    pub fn record(&self, row: u32) -> Result<LiveRecord<'static>> {
        let (part, own) = self.part_of(row)?;
        part.record(own)?
            .ok_or_else(|| Error::new(ErrorCode::NoSuchRow).with("row", row.to_string()))
    }

    /// Finds the records that may be the person of a query, as [`crate::Index::search`] does. Model,
    /// prior and frequencies are those of the last compaction, for every record alike.
    ///
    /// # Errors
    /// [`ErrorCode::LiveDamaged`], [`ErrorCode::IndexDamaged`].
    pub fn search(&self, query: &IndexQuery<'_>) -> Result<IndexHits> {
        // Names alike are looked at only where no part knows the person.
        if !query.typing && self.parts.len() > 1 {
            let hits = self.search_parts(query, false)?;
            if hits.iter().any(|hit| hit.score >= 0.0) {
                return Ok(hits);
            }
        }
        self.search_parts(query, true)
    }

    fn search_parts(&self, query: &IndexQuery<'_>, wide: bool) -> Result<IndexHits> {
        let mut all = IndexHits::default();
        for part in self.parts.iter().filter(|part| part.live() > 0) {
            let mut found = part.index()?.search(&query.within(&part.dead, wide))?;
            found.hits.iter_mut().for_each(|hit| hit.row += part.base);
            all.hits.append(&mut found.hits);
            all.truncated |= found.truncated;
            all.compared += found.compared;
        }
        all.hits.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.row.cmp(&b.row)));
        all.hits.truncate(query.limit);
        Ok(all)
    }

    /// Searches for every row of a table, as [`crate::Index::search_table`] does.
    ///
    /// # Errors
    /// No column of names, and those of [`Self::search`].
    pub fn search_table(
        &self,
        table: &Table<'_>,
        query: &IndexQuery<'_>,
    ) -> Result<Vec<IndexHits>> {
        let schema = Schema::detect(table.names(), [])?;
        let columns = RowText::columns(table, &schema);
        let damage = columns.survey();
        let one = |row: usize| {
            let text = columns.row(row, &damage);
            let asked = FieldName::ALL.into_iter().filter_map(|f| Some((f, text.get(f)?)));
            self.search(
                &asked.fold(query.without_values(), |q, (field, cell)| q.field(field, cell)),
            )
        };
        #[cfg(feature = "parallel")]
        return (0..table.rows()).into_par_iter().map(one).collect();
        #[cfg(not(feature = "parallel"))]
        return (0..table.rows()).map(one).collect();
    }

    /// The reckoning of a query and the record of a row, as [`crate::Index::explain`] gives it.
    ///
    /// # Errors
    /// [`ErrorCode::NoSuchRow`], [`ErrorCode::LiveDamaged`], [`ErrorCode::IndexDamaged`].
    pub fn explain(&self, query: &IndexQuery<'_>, row: u32) -> Result<Explanation> {
        let (part, row) = self.part_of(row)?;
        part.index()?.explain(query, row)
    }

    /// The names of the rules, by their place in [`crate::IndexHit::rule`].
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &'static str> {
        crate::index::keys::RULES.iter().map(|rule| rule.name)
    }

    /// Checks every block of every file it rests on now, instead of when it is first looked at.
    ///
    /// # Errors
    /// [`ErrorCode::IndexDamaged`] when one does not hold.
    pub fn verify(&self) -> Result<()> {
        let mut segments = self.parts.iter().filter_map(Part::segment);
        segments.try_for_each(|segment| segment.index.verify())
    }
}

impl fmt::Debug for LiveSnapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LiveSnapshot")
            .field("records", &self.len())
            .field("commit", &self.commit)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for LiveReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LiveReader").field(&self.snapshot()).finish()
    }
}
