//! The one who writes: changes are gathered, then committed together.

use super::background::Job;
use super::basis::Basis;
use super::folder::Folder;
use super::log::{self, Change, LONGEST, Written};
use super::manifest::{Manifest, log_name};
use super::part;
use super::record;
use super::snapshot::{LiveReader, LiveSnapshot};
use super::{LiveOptions, LiveRecord};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::index::vfs::VfsFile;
use crate::index::words::too_large;
use crate::index::{IndexHits, IndexQuery};
use crate::record::repair::RowText;
use crate::record::{Schema, Table};
use core::fmt;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A register that changes, kept in a folder and searched like an [`crate::Index`].
///
/// Changes are seen by [`Self::search`] at once, by snapshots when they are committed. What
/// [`Self::commit`] acknowledged is there after a crash or a power cut at any moment, if the disk
/// keeps what it said it wrote; of a commit that was not acknowledged all is there or nothing.
///
/// Model, prior and word frequencies are learned by [`Self::compact`]; until then those of the last
/// compaction count, at first the shipped ones, so compact after the first load. After a compaction
/// scores are those of [`crate::IndexBuilder`] over the same records.
///
/// After a failed write the index stops taking changes ([`ErrorCode::LiveStopped`]); snapshots go
/// on, and opening the folder anew begins with what is certain. Changes that were not committed are
/// lost when it is dropped. Memory: the segments and twice the log.
///
/// ```
/// use hoten::{FieldName, IndexQuery, LiveIndex, LiveOptions, LiveRecord};
/// let folder = std::env::temp_dir().join(format!("hoten-live-{}", std::process::id()));
/// let mut live = LiveIndex::create(&folder, &LiveOptions::new())?;
/// live.add(&LiveRecord::new("HS-1").field(FieldName::FullName, "Trần Thị Bé"))?;
/// live.add(&LiveRecord::new("HS-2").field(FieldName::FullName, "Nguyễn Văn Hòa"))?;
/// live.commit()?;
/// let query = IndexQuery::new().field(FieldName::FullName, "TRAN THI BE");
/// assert_eq!(live.search(&query)?[0].record_id.to_string(), "HS-1");
/// live.purge(["HS-1"])?;
/// assert!(live.search(&query)?.is_empty());
/// live.close()?;
/// assert_eq!(LiveIndex::open(&folder, &LiveOptions::new())?.len()?, 1);
/// # std::fs::remove_dir_all(&folder).unwrap();
/// # Ok::<(), hoten::Error>(())
/// ```
pub struct LiveIndex {
    pub(super) folder: Folder,
    pub(super) options: LiveOptions,
    pub(super) _lock: Box<dyn Send + Sync>,
    pub(super) manifest: Manifest,
    pub(super) log: Box<dyn VfsFile>,
    pub(super) written: Written,
    pub(super) basis: Arc<Basis>,
    pub(super) committed: LiveSnapshot,
    pub(super) readers: LiveReader,
    pub(super) pending: Vec<Change>,
    /// Whether each identifier of a pending change is there after it.
    pub(super) touched: HashMap<Arc<str>, bool>,
    /// The records with pending changes, once somebody asked for them.
    pub(super) view: Mutex<Option<LiveSnapshot>>,
    pub(super) job: Option<Job>,
    /// Why a compaction in the background came to nothing.
    pub(super) failed: Option<Error>,
    pub(super) poisoned: bool,
}

impl LiveIndex {
    /// Adds a record, in place of any of its identifier.
    ///
    /// # Errors
    /// [`ErrorCode::NoRecordId`] for an empty identifier, [`ErrorCode::IndexTooLarge`] for a record
    /// beyond 32 MiB, [`ErrorCode::LiveStopped`].
    pub fn add(&mut self, record: &LiveRecord<'_>) -> Result<()> {
        if record.id().is_empty() {
            return Err(Error::new(ErrorCode::NoRecordId).with("row", "0"));
        }
        self.ready()?;
        let cells = record.encode();
        check_length(record.id(), &cells)?;
        self.push(Change::Put(record.id().into(), cells.into()), true);
        Ok(())
    }

    /// Adds the rows of a table, each in place of any record of its identifier; headers are
    /// recognised as in [`crate::Linker::dedupe`], and a column of identifiers is needed. Gives how
    /// many; on an error none is added.
    ///
    /// # Errors
    /// [`ErrorCode::NoRecordId`] and [`ErrorCode::RepeatedRecordId`] naming rows, no column of
    /// names, [`ErrorCode::LiveStopped`].
    pub fn add_table(&mut self, table: &Table<'_>) -> Result<usize> {
        self.put_table(table, false)
    }

    /// As [`Self::add_table`], where each row must have a record to replace.
    ///
    /// # Errors
    /// [`ErrorCode::NothingToUpdate`] if one has none, and those of [`Self::add_table`]; then none is
    /// replaced.
    pub fn update_table(&mut self, table: &Table<'_>) -> Result<usize> {
        self.put_table(table, true)
    }

    fn put_table(&mut self, table: &Table<'_>, known: bool) -> Result<usize> {
        self.ready()?;
        let chosen = self.options.columns.iter();
        let chosen = chosen.map(|(field, header)| (field.as_str(), header.as_str()));
        let schema = Schema::detect(table.names(), chosen)?;
        let ids = schema.column(FieldName::RecordId).and_then(|place| table.column(place));
        let columns = RowText::columns(table, &schema);
        let damage = columns.survey();
        let mut rows: HashMap<&str, usize> = HashMap::with_capacity(table.rows());
        let mut changes = Vec::with_capacity(table.rows());
        for row in 0..table.rows() {
            let id = ids.and_then(|ids| ids.get(row)).filter(|id| !id.is_empty());
            let missing = || Error::new(ErrorCode::NoRecordId).with("row", row.to_string());
            let id = id.ok_or_else(missing)?;
            if let Some(first) = rows.insert(id, row) {
                return Err(Error::new(ErrorCode::RepeatedRecordId)
                    .with("first", first.to_string())
                    .with("second", row.to_string()));
            }
            if known && !self.contains(id)? {
                return Err(Error::new(ErrorCode::NothingToUpdate));
            }
            let cells = record::encode(&columns.row(row, &damage));
            check_length(id, &cells)?;
            changes.push((id, cells));
        }
        for (id, cells) in &changes {
            self.push(Change::Put((*id).into(), (**cells).into()), true);
        }
        Ok(changes.len())
    }

    /// Puts a record in place of the one of its identifier, as a whole.
    ///
    /// # Errors
    /// [`ErrorCode::NothingToUpdate`] if there is none, and those of [`Self::add`].
    pub fn update(&mut self, record: &LiveRecord<'_>) -> Result<()> {
        if !self.contains(record.id())? {
            return Err(Error::new(ErrorCode::NothingToUpdate));
        }
        self.add(record)
    }

    /// Removes the record of an identifier; `false` if there is none. It is no longer found, but its
    /// values stay in files until they are compacted or [purged](Self::purge).
    ///
    /// # Errors
    /// [`ErrorCode::LiveStopped`], and damage that is met on the way.
    pub fn remove(&mut self, id: &str) -> Result<bool> {
        self.ready()?;
        let held = self.contains(id)?;
        if held {
            self.push(Change::Remove(id.into()), false);
        }
        Ok(held)
    }

    fn push(&mut self, change: Change, there: bool) {
        self.touched.insert(Arc::clone(change.id()), there);
        self.pending.push(change);
        *self.view.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Makes all changes since the last commit durable, together: when it returns they are there
    /// whatever happens. One append and one fsync; now and then the log is first made into a segment.
    ///
    /// # Errors
    /// [`ErrorCode::LiveDisk`]: the changes are not acknowledged. If the log was touched the index
    /// stops; otherwise (the disk is full, say) the call can be made again.
    pub fn commit(&mut self) -> Result<()> {
        self.ready()?;
        self.take_finished()?;
        if self.pending.is_empty() {
            return Ok(());
        }
        if self.job.is_none() && self.written.floor().len > self.options.log_bytes {
            self.seal()?;
        }
        let commit = self.committed.commit + 1;
        let parts = part::apply(&self.committed.parts, &self.pending, &self.basis)?;
        let bytes = log::batch(commit, &self.pending);
        if let Err(error) = self.log.append(&bytes).and_then(|()| self.log.sync()) {
            self.poisoned = true;
            return Err(self.folder.failed(&log_name(self.manifest.log), &error));
        }
        self.written.add(&bytes);
        self.pending.clear();
        self.touched.clear();
        self.publish(LiveSnapshot { parts, commit });
        Ok(())
    }

    pub(super) fn publish(&mut self, snapshot: LiveSnapshot) {
        *self.view.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
        self.committed = snapshot.clone();
        self.readers.publish(snapshot);
    }

    /// Refuses to go on after a failed write.
    pub(super) fn ready(&self) -> Result<()> {
        if self.poisoned { Err(self.stopped()) } else { Ok(()) }
    }

    /// The records after the last commit.
    #[must_use]
    pub fn snapshot(&self) -> LiveSnapshot {
        self.committed.clone()
    }

    /// Gives the newest snapshot to other threads.
    #[must_use]
    pub fn reader(&self) -> LiveReader {
        self.readers.clone()
    }

    /// The records with the changes that are not committed yet.
    ///
    /// # Errors
    /// Damage that is met on the way.
    pub fn view(&self) -> Result<LiveSnapshot> {
        if self.pending.is_empty() {
            return Ok(self.committed.clone());
        }
        let mut view = self.view.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(view) = &*view {
            return Ok(view.clone());
        }
        let parts = part::apply(&self.committed.parts, &self.pending, &self.basis)?;
        let made = LiveSnapshot { parts, commit: self.committed.commit };
        *view = Some(made.clone());
        Ok(made)
    }

    /// How many records there are, changes that are not committed included.
    ///
    /// # Errors
    /// As [`Self::view`].
    pub fn len(&self) -> Result<usize> {
        Ok(self.view()?.len())
    }

    /// Whether there is no record.
    ///
    /// # Errors
    /// As [`Self::view`].
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.view()?.is_empty())
    }

    /// Whether there is a record of this identifier.
    ///
    /// # Errors
    /// Damage that is met on the way.
    pub fn contains(&self, id: &str) -> Result<bool> {
        match self.touched.get(id) {
            Some(there) => Ok(*there),
            None => self.committed.contains(id),
        }
    }

    /// The record of an identifier, as it was handed in.
    ///
    /// # Errors
    /// As [`Self::view`].
    pub fn get(&self, id: &str) -> Result<Option<LiveRecord<'static>>> {
        self.view()?.get(id)
    }

    /// As [`LiveSnapshot::search`], changes that are not committed included.
    ///
    /// # Errors
    /// As [`LiveSnapshot::search`].
    pub fn search(&self, query: &IndexQuery<'_>) -> Result<IndexHits> {
        self.view()?.search(query)
    }
}

/// A record must fit into a frame of the log.
fn check_length(id: &str, cells: &[u8]) -> Result<()> {
    if id.len() + cells.len() > LONGEST / 2 { Err(too_large("record")) } else { Ok(()) }
}

impl fmt::Debug for LiveIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LiveIndex")
            .field("records", &self.committed.len())
            .field("commit", &self.committed.commit)
            .field("pending", &self.pending.len())
            .finish_non_exhaustive()
    }
}
