//! Compaction beside the work, and the end of the work.

use super::basis;
use super::compact::entries;
use super::folder::Folder;
use super::manifest::{Manifest, segment_name};
use super::part::{Borrowed, Part, Store};
use super::rowset::RowSet;
use super::segment::Segment;
use super::writer::LiveIndex;
use crate::error::{Error, ErrorCode, Result};
use crate::index::settings::Settings;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle};

/// A compaction that is under way in a thread.
pub(super) struct Job {
    thread: JoinHandle<Result<Compacted>>,
    cancelled: Arc<AtomicBool>,
    /// What it compacts.
    parts: Arc<[Part]>,
    /// The number of its file.
    number: u64,
}

struct Compacted {
    settings: Settings,
    segment: Option<Segment>,
}

impl LiveIndex {
    /// Begins what [`Self::compact`] does in a thread of its own, while records are added, committed
    /// and searched as before. The first commit after it has ended takes its result over, or
    /// [`Self::finish_compaction`]. Meanwhile the log may outgrow [`crate::LiveOptions::log_bytes`].
    ///
    /// # Errors
    /// [`ErrorCode::LiveDisk`], [`ErrorCode::NoThreads`], damage that is met on the way.
    pub fn compact_in_background(&mut self) -> Result<()> {
        self.ready()?;
        self.finish_compaction()?;
        if self.committed.parts.iter().any(|part| part.segment().is_none()) {
            self.seal_log()?;
        }
        let number = self.number();
        let parts = Arc::clone(&self.committed.parts);
        let cancelled = Arc::new(AtomicBool::new(false));
        let work = {
            let (folder, parts, cancelled) =
                (self.folder.clone(), Arc::clone(&parts), Arc::clone(&cancelled));
            let (threads, integer_ids) = (self.options.threads, self.manifest.integer_ids);
            move || compact(&folder, &parts, number, threads, integer_ids, &cancelled)
        };
        let thread = Builder::new().name("hoten-compact".to_owned()).spawn(work);
        let thread = thread.map_err(|_| Error::new(ErrorCode::NoThreads).with("threads", "1"))?;
        self.job = Some(Job { thread, cancelled, parts, number });
        Ok(())
    }

    /// Whether a compaction is under way in the background.
    #[must_use]
    pub fn is_compacting(&self) -> bool {
        self.job.as_ref().is_some_and(|job| !job.thread.is_finished())
    }

    /// Waits for the compaction in the background, if there is one, and takes its result over.
    ///
    /// # Errors
    /// As [`Self::compact`].
    pub fn finish_compaction(&mut self) -> Result<()> {
        if let Some(job) = self.job.take() {
            self.install(job)?;
        }
        self.failed.take().map_or(Ok(()), Err)
    }

    /// Takes over a compaction that has ended. If it came to nothing the records are as they were,
    /// and [`Self::finish_compaction`] will say why.
    pub(super) fn take_finished(&mut self) -> Result<()> {
        if let Some(job) = self.job.take_if(|job| job.thread.is_finished()) {
            self.failed = self.install(job).err();
        }
        self.ready()
    }

    fn install(&mut self, job: Job) -> Result<()> {
        let Job { thread, parts: old, number, .. } = job;
        let done = thread.join().map_err(|_| Error::new(ErrorCode::Cancelled)).flatten();
        let installed = done.and_then(|done| self.exchange(&old, done));
        if installed.is_err() && !self.poisoned {
            let _ = self.folder.remove(&segment_name(number));
        }
        installed?;
        let _ = self.folder.sweep(&self.manifest);
        Ok(())
    }

    /// Puts the new segment in place of those it was made of.
    fn exchange(&mut self, old: &[Part], Compacted { settings, segment }: Compacted) -> Result<()> {
        let mut dead = RowSet::default();
        let mut row = 0;
        for (before, now) in old.iter().zip(self.committed.parts.iter()) {
            // Segments come first and none was added meanwhile: parts stand where they stood.
            for own in before.live_rows() {
                if now.dead.contains(own) {
                    dead.insert(row);
                }
                row += 1;
            }
        }
        let segment = segment.map(|segment| Part::new(Store::Segment(Arc::new(segment)), dead));
        let batches = self.committed.parts.iter().filter(|part| part.segment().is_none()).cloned();
        let parts: Vec<Part> = segment.into_iter().chain(batches).collect();
        let manifest = Manifest {
            floor: self.written.floor(),
            settings,
            segments: entries(&parts),
            ..self.manifest.clone()
        };
        self.swap(manifest)?;
        self.rest_on(parts)
    }

    /// Ends the work: what was not committed is given up, a compaction in the background is stopped.
    /// Dropping the index does the same but cannot say what failed.
    ///
    /// # Errors
    /// [`ErrorCode::LiveDisk`]: everything that was committed is safe all the same.
    pub fn close(mut self) -> Result<()> {
        self.end()
    }

    fn end(&mut self) -> Result<()> {
        if let Some(Job { thread, cancelled, number, .. }) = self.job.take() {
            cancelled.store(true, Ordering::Relaxed);
            let _ = thread.join();
            let _ = self.folder.remove(&segment_name(number));
        }
        // From now on every byte of the log is known to be durable: damage to its end will be told
        // from a commit that was cut off.
        if !self.poisoned && self.manifest.floor != self.written.floor() {
            let manifest = Manifest { floor: self.written.floor(), ..self.manifest.clone() };
            self.swap(manifest)?;
        }
        Ok(())
    }
}

impl Drop for LiveIndex {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

fn compact(
    folder: &Folder,
    parts: &[Part],
    number: u64,
    threads: usize,
    integer_ids: bool,
    cancelled: &AtomicBool,
) -> Result<Compacted> {
    let mut rows: Vec<Borrowed<'_>> = Vec::new();
    parts.iter().try_for_each(|part| part.borrow(&mut rows))?;
    let told = &mut |_| !cancelled.load(Ordering::Relaxed);
    let (settings, bytes) = basis::fit(&rows, threads, integer_ids, told)?;
    if rows.is_empty() {
        return Ok(Compacted { settings, segment: None });
    }
    folder.write(&segment_name(number), &bytes)?;
    Ok(Compacted { settings, segment: Some(Segment::open(number, bytes)?) })
}
