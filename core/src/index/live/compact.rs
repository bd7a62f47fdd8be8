//! Files written anew: the log made into a segment, segments into one, and records out of all.

use super::basis::{self, Basis};
use super::log::{self, Written};
use super::manifest::{Manifest, SegmentEntry, log_name, segment_name};
use super::part::{Borrowed, Part, Store, arrange};
use super::rowset::RowSet;
use super::segment::Segment;
use super::snapshot::LiveSnapshot;
use super::writer::LiveIndex;
use crate::error::Result;
use crate::index::vfs::VfsFile;
use std::sync::Arc;

/// Which statistics the new segment has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Statistics {
    /// Those of the folder.
    Kept,
    /// Learned anew; then every record is written anew.
    Learned,
}

impl LiveIndex {
    /// Makes one segment of all committed records, and learns model, prior and frequencies of them
    /// anew: the longest work there is, as long as [`crate::IndexBuilder::build`]. Waits for a
    /// compaction in the background.
    ///
    /// # Errors
    /// [`crate::ErrorCode::LiveDisk`]: the old files go on to count; the index stops if it is not known
    /// which do. Damage that is met on the way.
    pub fn compact(&mut self) -> Result<()> {
        self.ready()?;
        self.finish_compaction()?;
        self.rewrite(|_| true, Statistics::Learned)?;
        // What stays behind is swept when the folder is opened next.
        let _ = self.folder.sweep(&self.manifest);
        Ok(())
    }

    /// Commits, removes records, and leaves nothing of them, nor of any record that was removed or
    /// replaced before, in any file of the folder: no value, no key, no identifier, no word that was
    /// theirs alone. Every file that holds something of them is written anew. Identifiers that are
    /// not there are passed over.
    ///
    /// Files are removed, not overwritten: what the disk keeps of freed blocks, and copies of the
    /// folder, are beyond it; so are snapshots in memory.
    ///
    /// # Errors
    /// As [`Self::commit`] and [`Self::compact`]; after an error call it again.
    pub fn purge<S: AsRef<str>>(&mut self, ids: impl IntoIterator<Item = S>) -> Result<()> {
        self.ready()?;
        self.finish_compaction()?;
        for id in ids {
            self.remove(id.as_ref())?;
        }
        self.commit()?;
        let in_log = self.written.floor().len > log::HEAD as u64;
        let dead = |part: &Part| part.segment().is_none() || part.dead.len() > 0;
        if in_log || self.committed.parts.iter().any(dead) {
            self.rewrite(dead, Statistics::Kept)?;
        }
        self.folder.sweep(&self.manifest)
    }

    /// Makes a segment of what the log holds, and of segments that are not much larger: there are
    /// few at any time, and each record moves seldom.
    pub(super) fn seal(&mut self) -> Result<()> {
        let mut live = 0u64;
        let mut first = self.committed.parts.len();
        for (place, part) in self.committed.parts.iter().enumerate().rev() {
            if part.segment().is_some() && u64::from(part.live()) > 2 * live {
                break;
            }
            live += u64::from(part.live());
            first = place;
        }
        let taken = self.committed.parts.get(first).map_or(u32::MAX, |part| part.base);
        self.rewrite(|part| part.base >= taken || part.segment().is_none(), Statistics::Kept)?;
        let _ = self.folder.sweep(&self.manifest);
        Ok(())
    }

    /// Makes a segment of what the log holds, and of nothing else.
    pub(super) fn seal_log(&mut self) -> Result<()> {
        self.rewrite(|part| part.segment().is_none(), Statistics::Kept)
    }

    /// Writes the records of some parts, all batches among them, as one segment, and begins a log.
    fn rewrite(&mut self, taken: impl Fn(&Part) -> bool, statistics: Statistics) -> Result<()> {
        let committed = self.committed.clone();
        let (taken, mut kept): (Vec<&Part>, Vec<&Part>) =
            committed.parts.iter().partition(|p| taken(p));
        kept.retain(|part| part.segment().is_some());
        let mut rows: Vec<Borrowed<'_>> = Vec::new();
        taken.iter().try_for_each(|part| part.borrow(&mut rows))?;
        let integer_ids = self.manifest.integer_ids;
        let (settings, bytes) = match statistics {
            Statistics::Kept if rows.is_empty() => (self.basis.settings.clone(), Vec::new()),
            Statistics::Kept => (self.basis.settings.clone(), self.basis.assemble(&rows)?),
            Statistics::Learned => {
                basis::fit(&rows, self.options.threads, integer_ids, &mut |_| true)?
            }
        };
        let segment = match rows.is_empty() {
            true => None,
            false => Some(self.write_segment(bytes)?),
        };
        let mut parts: Vec<Part> = kept.into_iter().cloned().collect();
        parts.extend(segment.map(|segment| Part::new(Store::Segment(segment), RowSet::default())));
        let (number, log, written) = self.new_log()?;
        let manifest = Manifest {
            log: number,
            commit: committed.commit,
            floor: written.floor(),
            settings,
            segments: entries(&parts),
            ..self.manifest.clone()
        };
        self.swap(manifest)?;
        (self.log, self.written) = (log, written);
        self.rest_on(parts)
    }

    /// The number of a file that was never used.
    pub(super) fn number(&mut self) -> u64 {
        let number = self.manifest.next;
        self.manifest.next += 1;
        number
    }

    fn write_segment(&mut self, bytes: Vec<u8>) -> Result<Arc<Segment>> {
        let number = self.number();
        self.folder.write(&segment_name(number), &bytes)?;
        Segment::open(number, bytes).map(Arc::new)
    }

    fn new_log(&mut self) -> Result<(u64, Box<dyn VfsFile>, Written)> {
        let number = self.number();
        let head = log::head(number);
        let file = self.folder.write(&log_name(number), &head)?;
        let mut written = Written::default();
        written.add(&head);
        Ok((number, file, written))
    }

    /// Puts a manifest in place; stops if nobody knows whether it is.
    pub(super) fn swap(&mut self, manifest: Manifest) -> Result<()> {
        match self.folder.swap(&manifest) {
            Ok(()) => self.manifest = manifest,
            Err(failed) => {
                self.poisoned |= failed.unknown;
                return Err(failed.error);
            }
        }
        Ok(())
    }

    /// Takes over the parts that the manifest names.
    pub(super) fn rest_on(&mut self, parts: Vec<Part>) -> Result<()> {
        let words = parts.iter().filter_map(Part::segment).cloned().collect();
        let settings = self.manifest.settings.clone();
        let integer_ids = self.manifest.integer_ids;
        self.basis = Arc::new(Basis { settings, words, integer_ids });
        let rebased = parts.into_iter().map(|part| match &part.store {
            Store::Batch(batch) => {
                Part { store: Store::Batch(Arc::new(batch.rebased(&self.basis))), ..part }
            }
            Store::Segment(_) => part,
        });
        let parts = arrange(rebased.collect())?;
        self.publish(LiveSnapshot { parts, commit: self.committed.commit });
        Ok(())
    }
}

/// Segments as the manifest names them.
pub(super) fn entries(parts: &[Part]) -> Vec<SegmentEntry> {
    let segments = parts.iter().filter_map(|part| Some((part, part.segment()?)));
    segments
        .map(|(part, segment)| SegmentEntry {
            number: segment.number,
            len: segment.len,
            root: segment.root(),
            dead: (*part.dead).clone(),
        })
        .collect()
}
