//! What can be read of a damaged folder, brought into a new one.

use super::LiveOptions;
use super::folder::Folder;
use super::log::{self, Change, HEAD};
use super::manifest::{self, Manifest, log_name, number_of, segment_name};
use super::record;
use super::rowset::RowSet;
use super::segment::Segment;
use super::writer::LiveIndex;
use crate::error::{ErrorCode, Result};
use crate::index::vfs::{RealVfs, Vfs};
use std::path::Path;

/// What was saved of a damaged folder, and what was lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SalvageReport {
    /// Records in the new index.
    pub records: usize,
    /// The manifest could not be read: all files were taken for the index's own, and records that
    /// were removed or replaced may be back.
    pub manifest_lost: bool,
    /// Files of which something is missing.
    pub damaged: Vec<SalvagedFile>,
}

/// A file of which something is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SalvagedFile {
    /// Its name.
    pub name: String,
    /// Records that could not be read; `None` if nobody knows how many there were.
    pub lost_records: Option<u64>,
    /// Commits of which something is missing, and that were left out as a whole.
    pub lost_commits: u64,
}

impl SalvageReport {
    /// Whether nothing is missing.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.manifest_lost && self.damaged.is_empty()
    }

    fn lost(&mut self, name: String, lost_records: Option<u64>, lost_commits: u64) {
        self.damaged.push(SalvagedFile { name, lost_records, lost_commits });
    }
}

impl LiveIndex {
    /// Reads whatever can be read of a folder that [`Self::open`] refuses, and makes a new index of it
    /// in another folder. Nothing is changed in the old one, but that it is locked meanwhile.
    ///
    /// # Errors
    /// [`ErrorCode::NotALiveIndex`] for a folder without any file of a live index,
    /// [`ErrorCode::LiveLocked`], and those of [`Self::create`].
    pub fn salvage(
        from: impl AsRef<Path>,
        to: impl AsRef<Path>,
        options: &LiveOptions,
    ) -> Result<SalvageReport> {
        let to = Self::create(to, options)?;
        salvage(&Folder::new(RealVfs::new(from.as_ref())), to)
    }

    /// As [`Self::salvage`], from any kind of folder to any.
    ///
    /// # Errors
    /// As [`Self::salvage`].
    pub fn salvage_in(
        from: impl Vfs + 'static,
        to: impl Vfs + 'static,
        options: &LiveOptions,
    ) -> Result<SalvageReport> {
        let to = Self::create_in(to, options)?;
        salvage(&Folder::new(from), to)
    }
}

fn salvage(from: &Folder, mut to: LiveIndex) -> Result<SalvageReport> {
    let names = from.list()?;
    let mut numbers: Vec<(u64, bool)> = names.iter().filter_map(|name| number_of(name)).collect();
    numbers.sort_unstable();
    let bytes = from.read(manifest::NAME)?;
    if numbers.is_empty() && bytes.is_none() {
        return Err(from.error(ErrorCode::NotALiveIndex));
    }
    let _lock = from.lock()?;
    let manifest = bytes.and_then(|bytes| Manifest::read(&bytes).ok());
    let mut report = SalvageReport { manifest_lost: manifest.is_none(), ..Default::default() };
    match &manifest {
        Some(manifest) => {
            for entry in &manifest.segments {
                segment(from, entry.number, &entry.dead, &mut to, &mut report)?;
            }
            log(from, manifest.log, manifest.floor.len, &mut to, &mut report)?;
        }
        // Files that were made later hold what came later.
        None => {
            for (number, is_segment) in numbers {
                match is_segment {
                    true => segment(from, number, &RowSet::default(), &mut to, &mut report)?,
                    false => log(from, number, HEAD as u64, &mut to, &mut report)?,
                }
            }
        }
    }
    to.commit()?;
    to.compact()?;
    report.records = to.committed.len();
    to.close()?;
    Ok(report)
}

/// Takes every record of a segment that can be read.
fn segment(
    from: &Folder,
    number: u64,
    dead: &RowSet,
    to: &mut LiveIndex,
    report: &mut SalvageReport,
) -> Result<()> {
    let name = segment_name(number);
    let Some(segment) = from.read(&name)?.and_then(|bytes| Segment::open(number, bytes).ok())
    else {
        report.lost(name, None, 0);
        return Ok(());
    };
    let mut lost = 0;
    for row in (0..segment.rows()).filter(|&row| !dead.contains(row)) {
        match segment.record(row) {
            Ok(record) => to.add(&record)?,
            Err(_) => lost += 1,
        }
    }
    if lost > 0 {
        report.lost(name, Some(lost), 0);
    }
    to.commit()
}

/// Takes every whole commit of a log.
fn log(
    from: &Folder,
    number: u64,
    floor: u64,
    to: &mut LiveIndex,
    report: &mut SalvageReport,
) -> Result<()> {
    let name = log_name(number);
    let Some(bytes) = from.read(&name)? else {
        report.lost(name, None, 0);
        return Ok(());
    };
    let saved = log::salvage(&bytes);
    for change in &saved.changes {
        match change {
            Change::Put(id, cells) => to.add(&record::decode(id.to_string(), cells)?)?,
            Change::Remove(id) => drop(to.remove(id)?),
        }
    }
    if saved.broken > 0 || (bytes.len() as u64) < floor {
        report.lost(name, None, saved.broken);
    }
    to.commit()
}
