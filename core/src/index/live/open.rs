//! Making a live index and opening one, after a crash too.

use super::basis::{self, Basis};
use super::folder::Folder;
use super::log::{self, Written};
use super::manifest::{self, Manifest, log_name, number_of, segment_name};
use super::part::{self, Part, Store};
use super::segment::Segment;
use super::snapshot::{LiveReader, LiveSnapshot};
use super::writer::LiveIndex;
use super::{LiveOptions, live_damaged};
use crate::error::{Error, ErrorCode, Result};
use crate::index::vfs::{RealVfs, Vfs};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// What a folder holds.
pub(super) struct Loaded {
    pub(super) snapshot: LiveSnapshot,
    manifest: Manifest,
    basis: Arc<Basis>,
    log: Vec<u8>,
    /// Where the last whole commit of the log ends.
    end: usize,
}

/// Reads a folder and changes nothing in it.
pub(super) fn load(folder: &Folder) -> Result<Loaded> {
    let bytes = folder.read(manifest::NAME)?;
    let bytes = bytes.ok_or_else(|| folder.error(ErrorCode::NotALiveIndex))?;
    let manifest = Manifest::read(&bytes)?;
    let mut words = Vec::with_capacity(manifest.segments.len());
    let mut parts = Vec::with_capacity(manifest.segments.len());
    for entry in &manifest.segments {
        let bytes = folder.read(&segment_name(entry.number))?;
        let bytes = bytes.ok_or_else(|| live_damaged("segment"))?;
        let segment = Arc::new(Segment::open_entry(entry, bytes)?);
        words.push(Arc::clone(&segment));
        parts.push(Part::new(Store::Segment(segment), entry.dead.clone()));
    }
    let basis =
        Basis { settings: manifest.settings.clone(), words, integer_ids: manifest.integer_ids };
    let basis = Arc::new(basis);
    let log = folder.read(&log_name(manifest.log))?.ok_or_else(|| live_damaged("log"))?;
    let replayed = log::replay(&log, manifest.log, manifest.commit, manifest.floor)?;
    let parts = part::apply(&part::arrange(parts)?, &replayed.changes, &basis)?;
    let snapshot = LiveSnapshot { parts, commit: replayed.commit };
    Ok(Loaded { snapshot, manifest, basis, log, end: replayed.end })
}

impl LiveIndex {
    /// Makes a live index in a folder, which is made if it is not there (its parent must be).
    ///
    /// # Errors
    /// [`ErrorCode::LiveExists`] if there is one already, [`ErrorCode::LiveLocked`],
    /// [`ErrorCode::LiveDisk`], and [`ErrorCode::LiveDamaged`] for a folder with files of a live
    /// index but without its manifest.
    pub fn create(path: impl AsRef<Path>, options: &LiveOptions) -> Result<Self> {
        Self::create_in(made(path.as_ref())?, options)
    }

    /// As [`Self::create`], in any kind of folder.
    ///
    /// # Errors
    /// As [`Self::create`].
    pub fn create_in(vfs: impl Vfs + 'static, options: &LiveOptions) -> Result<Self> {
        let folder = Folder::new(vfs);
        let lock = folder.lock()?;
        if folder.read(manifest::NAME)?.is_some() {
            return Err(folder.error(ErrorCode::LiveExists));
        }
        make(&folder, options)?;
        open(folder, lock, options)
    }

    /// Opens the live index of a folder for writing. After a crash it is as the last commit that
    /// was acknowledged left it, or as the one that was under way would have.
    ///
    /// # Errors
    /// [`ErrorCode::NotALiveIndex`], [`ErrorCode::LiveLocked`] while another process or handle
    /// writes, [`ErrorCode::LiveDamaged`] (then see [`Self::salvage`]), [`ErrorCode::LiveDisk`],
    /// [`ErrorCode::IndexNewer`].
    pub fn open(path: impl AsRef<Path>, options: &LiveOptions) -> Result<Self> {
        Self::open_in(RealVfs::new(path.as_ref()), options)
    }

    /// As [`Self::open`], in any kind of folder.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_in(vfs: impl Vfs + 'static, options: &LiveOptions) -> Result<Self> {
        let folder = Folder::new(vfs);
        // A folder that is none is not littered with a lock.
        if folder.read(manifest::NAME)?.is_none() {
            return Err(folder.error(ErrorCode::NotALiveIndex));
        }
        let lock = folder.lock()?;
        open(folder, lock, options)
    }

    /// As [`Self::open`], or as [`Self::create`] where there is none yet.
    ///
    /// # Errors
    /// As those two.
    pub fn open_or_create(path: impl AsRef<Path>, options: &LiveOptions) -> Result<Self> {
        Self::open_or_create_in(made(path.as_ref())?, options)
    }

    /// As [`Self::open_or_create`], in any kind of folder.
    ///
    /// # Errors
    /// As [`Self::open_or_create`].
    pub fn open_or_create_in(vfs: impl Vfs + 'static, options: &LiveOptions) -> Result<Self> {
        let folder = Folder::new(vfs);
        let lock = folder.lock()?;
        if folder.read(manifest::NAME)?.is_none() {
            make(&folder, options)?;
        }
        open(folder, lock, options)
    }
}

/// A folder of the system that is there.
fn made(path: &Path) -> Result<RealVfs> {
    let vfs = RealVfs::new(path);
    vfs.make().map_err(|error| Folder::new(vfs.clone()).failed("", &error))?;
    Ok(vfs)
}

/// Makes the files of an index without records.
fn make(folder: &Folder, options: &LiveOptions) -> Result<()> {
    // A crash while one was made leaves a log without commits at most.
    let first = log_name(1);
    for name in folder.list()?.iter().filter(|name| number_of(name).is_some()) {
        let begun = *name == first && folder.read(name)?.is_none_or(|log| log.len() <= log::HEAD);
        if !begun {
            return Err(live_damaged("manifest"));
        }
        folder.remove(name)?;
    }
    let (settings, _) = basis::fit(&[], options.threads, options.integer_ids, &mut |_| true)?;
    let head = log::head(1);
    folder.write(&first, &head)?;
    let mut written = Written::default();
    written.add(&head);
    let manifest = Manifest {
        next: 2,
        integer_ids: options.integer_ids,
        log: 1,
        commit: 0,
        floor: written.floor(),
        settings,
        segments: Vec::new(),
    };
    folder.swap(&manifest).map_err(|failed| failed.error)
}

fn open(folder: Folder, lock: Box<dyn Send + Sync>, options: &LiveOptions) -> Result<LiveIndex> {
    let Loaded { snapshot, mut manifest, basis, log, end } = load(&folder)?;
    let whole = log.get(..end).unwrap_or_default();
    let mut written = Written::default();
    let clean = manifest.floor.len == log.len() as u64 && folder.strays(&manifest)?.is_empty();
    let log = if clean {
        // The manifest may be one whose name a crash could still take away.
        folder.sync()?;
        written.add(whole);
        folder.append(&log_name(manifest.log))?
    } else {
        // Nobody knows what of this log, or of the last manifest, is durable: both are written anew.
        let used = folder.list()?.iter().filter_map(|name| number_of(name)).map(|(n, _)| n).max();
        manifest.next = manifest.next.max(used.map_or(0, |used| used.saturating_add(1)));
        manifest.log = manifest.next;
        manifest.next += 1;
        let mut bytes = log::head(manifest.log);
        bytes.extend_from_slice(whole.get(log::HEAD..).unwrap_or_default());
        written.add(&bytes);
        manifest.floor = written.floor();
        let log = folder.write(&log_name(manifest.log), &bytes)?;
        folder.swap(&manifest).map_err(|failed| failed.error)?;
        folder.sweep(&manifest)?;
        log
    };
    Ok(LiveIndex {
        folder,
        options: options.clone(),
        _lock: lock,
        manifest,
        log,
        written,
        basis,
        readers: LiveReader(Arc::new(Mutex::new(snapshot.clone()))),
        committed: snapshot,
        pending: Vec::new(),
        touched: Default::default(),
        view: Mutex::new(None),
        job: None,
        failed: None,
        poisoned: false,
    })
}

impl LiveIndex {
    /// An error about a writer that has stopped.
    pub(super) fn stopped(&self) -> Error {
        self.folder.error(ErrorCode::LiveStopped)
    }
}
