//! The log: what was committed since the segments were written, batch by batch.

use super::live_damaged;
use crate::error::Result;
use crate::index::format::checksum;
use crate::index::varint::{chunk, put, take};
use std::sync::Arc;
use xxhash_rust::xxh3::{Xxh3, xxh3_64_with_seed};

/// The first bytes of every log; the line ends show a transfer as text.
const MAGIC: [u8; 8] = *b"\x89HTNLG\r\n";
const VERSION: u32 = 1;
/// Bytes before the first frame.
pub(super) const HEAD: usize = 28;
/// Bytes of a frame before its payload.
const FRAME: usize = 24;
/// Longest payload: one record.
pub(super) const LONGEST: usize = 64 << 20;

const PUT: u8 = 1;
const REMOVE: u8 = 2;
const END: u8 = 3;

/// One change.
#[derive(Clone)]
pub(super) enum Change {
    /// A record in place of any of its identifier: identifier and encoded cells.
    Put(Arc<str>, Arc<[u8]>),
    Remove(Arc<str>),
}

impl Change {
    pub(super) fn id(&self) -> &Arc<str> {
        match self {
            Self::Put(id, _) | Self::Remove(id) => id,
        }
    }
}

/// The head of the log of a number.
pub(super) fn head(number: u64) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend_from_slice(&VERSION.to_le_bytes());
    out.extend_from_slice(&number.to_le_bytes());
    let sum = checksum(&out);
    out.extend_from_slice(&sum.to_le_bytes());
    out
}

fn frame(out: &mut Vec<u8>, commit: u64, payload: &[u8]) {
    let len = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    out.extend_from_slice(&len.to_le_bytes());
    out.extend_from_slice(&(!len).to_le_bytes());
    out.extend_from_slice(&commit.to_le_bytes());
    out.extend_from_slice(&xxh3_64_with_seed(payload, commit).to_le_bytes());
    out.extend_from_slice(payload);
}

/// The frames of a batch, with its end.
pub(super) fn batch(commit: u64, changes: &[Change]) -> Vec<u8> {
    let mut out = Vec::new();
    for change in changes {
        let mut payload = Vec::new();
        match change {
            Change::Put(id, cells) => {
                payload.push(PUT);
                put(&mut payload, id.len() as u64);
                payload.extend_from_slice(id.as_bytes());
                payload.extend_from_slice(cells);
            }
            Change::Remove(id) => {
                payload.push(REMOVE);
                payload.extend_from_slice(id.as_bytes());
            }
        }
        frame(&mut out, commit, &payload);
    }
    let mut end = vec![END];
    put(&mut end, changes.len() as u64);
    end.extend_from_slice(&checksum(&out).to_le_bytes());
    frame(&mut out, commit, &end);
    out
}

/// How much of a log is known to have been durable, and a checksum of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Floor {
    pub(super) len: u64,
    pub(super) sum: u64,
}

/// The bytes of a log so far.
#[derive(Clone, Default)]
pub(super) struct Written {
    len: u64,
    hash: Xxh3,
}

impl Written {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.len += bytes.len() as u64;
        self.hash.update(bytes);
    }

    pub(super) fn floor(&self) -> Floor {
        Floor { len: self.len, sum: self.hash.digest() }
    }
}

/// A sound frame.
struct Frame<'b> {
    commit: u64,
    payload: &'b [u8],
    len: usize,
}

/// The frame at the beginning of `bytes`, if a sound one is there.
fn frame_at(bytes: &[u8]) -> Option<Frame<'_>> {
    let mut rest = bytes;
    let len = u32::from_le_bytes(chunk(&mut rest)?);
    let not = u32::from_le_bytes(chunk(&mut rest)?);
    let commit = u64::from_le_bytes(chunk(&mut rest)?);
    let sum = u64::from_le_bytes(chunk(&mut rest)?);
    if len != !not || len as usize > LONGEST {
        return None;
    }
    let payload = rest.get(..len as usize)?;
    let sound = xxh3_64_with_seed(payload, commit) == sum;
    sound.then_some(Frame { commit, payload, len: FRAME + len as usize })
}

/// What stands in a log.
pub(super) struct Replayed {
    pub(super) changes: Vec<Change>,
    /// The last commit that is whole.
    pub(super) commit: u64,
    /// Where it ends; what follows was never acknowledged.
    pub(super) end: usize,
}

/// Reads the log of a number, whose first commit follows `commit`.
///
/// A tail that does not hold was cut off by a crash, unless it lies below the floor or something of
/// a later commit follows: a commit is written only when the one before it is durable.
pub(super) fn replay(bytes: &[u8], number: u64, commit: u64, floor: Floor) -> Result<Replayed> {
    let broken = || live_damaged("log");
    if bytes.get(..HEAD) != Some(&*head(number)) {
        return Err(broken());
    }
    let durable = usize::try_from(floor.len).ok().and_then(|len| bytes.get(..len));
    if durable.is_none_or(|durable| checksum(durable) != floor.sum) {
        return Err(broken());
    }
    let mut log = Replayed { changes: Vec::new(), commit, end: HEAD };
    while let Some((changes, len)) =
        batch_at(bytes.get(log.end..).unwrap_or_default(), log.commit + 1)
    {
        log.changes.extend(changes);
        log.commit += 1;
        log.end += len;
    }
    let tail = bytes.get(log.end..).unwrap_or_default();
    let mut later = false;
    sound_frames(tail, |frame| later |= frame.commit > log.commit + 1).ok_or_else(broken)?;
    if (log.end as u64) < floor.len || later {
        return Err(broken());
    }
    Ok(log)
}

/// The changes of the whole batch at the beginning of `bytes`, and its length.
fn batch_at(bytes: &[u8], commit: u64) -> Option<(Vec<Change>, usize)> {
    let mut changes = Vec::new();
    let mut at = 0;
    loop {
        let frame = frame_at(bytes.get(at..)?).filter(|frame| frame.commit == commit)?;
        match change(frame.payload)? {
            Entry::Change(change) => changes.push(change),
            Entry::End { count, sum } => {
                let whole = count == changes.len() as u64 && checksum(bytes.get(..at)?) == sum;
                return whole.then_some((changes, at + frame.len));
            }
        }
        at += frame.len;
    }
}

enum Entry {
    Change(Change),
    End { count: u64, sum: u64 },
}

fn change(payload: &[u8]) -> Option<Entry> {
    let (&kind, mut rest) = payload.split_first()?;
    let text = |bytes: &[u8]| core::str::from_utf8(bytes).ok().map(Arc::from);
    match kind {
        PUT => {
            let len = usize::try_from(take(&mut rest)?).ok()?;
            let (id, cells) = rest.split_at_checked(len)?;
            super::record::cells(cells).all(|cell| cell.is_ok()).then_some(())?;
            Some(Entry::Change(Change::Put(text(id)?, cells.into())))
        }
        REMOVE => Some(Entry::Change(Change::Remove(text(rest)?))),
        END => {
            let count = take(&mut rest)?;
            let sum = u64::from_le_bytes(chunk(&mut rest)?);
            rest.is_empty().then_some(Entry::End { count, sum })
        }
        _ => None,
    }
}

/// Names every sound frame at any place of `bytes`; `None` if so much of them looks like frames that
/// nobody can have written it.
fn sound_frames(bytes: &[u8], mut take: impl FnMut(&Frame<'_>)) -> Option<()> {
    // Lengths that overlap could make the work quadratic.
    let mut budget = 16 * bytes.len() + (1 << 16);
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| rest.len() >= FRAME) {
        let mut head = rest;
        let len = chunk(&mut head).map(u32::from_le_bytes)?;
        let not = chunk(&mut head).map(u32::from_le_bytes)?;
        if len != !not {
            at += 1;
            continue;
        }
        budget = budget.checked_sub((len as usize).min(rest.len()))?;
        match frame_at(rest) {
            Some(frame) => {
                take(&frame);
                at += frame.len;
            }
            None => at += 1,
        }
    }
    Some(())
}

/// What can be saved of a damaged log.
#[derive(Default)]
pub(super) struct Saved {
    pub(super) changes: Vec<Change>,
    /// Commits of which something is missing.
    pub(super) broken: u64,
}

/// Takes every whole batch out of a damaged log, and counts the commits of which only parts are
/// there.
pub(super) fn salvage(bytes: &[u8]) -> Saved {
    let mut saved = Saved::default();
    let mut at = if bytes.starts_with(&MAGIC) { HEAD } else { 0 };
    let mut last = None;
    let mut partial = None;
    let mut budget = 16 * bytes.len() + (1 << 16);
    while let Some(rest) = bytes.get(at..).filter(|rest| rest.len() >= FRAME) {
        let Some(frame) = frame_at(rest) else {
            at += 1;
            continue;
        };
        let Some(left) = budget.checked_sub(frame.len) else { break };
        budget = left;
        let commit = frame.commit;
        if let Some((changes, len)) = batch_at(rest, commit) {
            // Commits in between have left no trace.
            let gap = last.map_or(0, |last: u64| commit.saturating_sub(last + 1));
            saved.broken += gap;
            saved.changes.extend(changes);
            (last, partial) = (Some(commit), None);
            at += len;
        } else {
            partial = Some(commit);
            at += frame.len;
        }
    }
    saved.broken += u64::from(partial.is_some());
    saved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(batches: &[&[Change]]) -> Vec<u8> {
        let mut out = head(7);
        for (commit, changes) in (4..).zip(batches) {
            out.extend(batch(commit, changes));
        }
        out
    }

    fn read(bytes: &[u8]) -> Result<Replayed> {
        let mut floor = Written::default();
        floor.add(&head(7));
        replay(bytes, 7, 3, floor.floor())
    }

    fn put(id: &str) -> Change {
        Change::Put(id.into(), [2, 2, b'A', b'n'][..].into())
    }

    #[test]
    fn batches_are_read_as_written() {
        let bytes = log(&[&[put("a"), Change::Remove("b".into())], &[], &[put("c")]]);
        let read = read(&bytes).unwrap();
        let ids: Vec<&str> = read.changes.iter().map(|change| &**change.id()).collect();
        assert_eq!((ids, read.commit, read.end), (vec!["a", "b", "c"], 6, bytes.len()));
        assert!(replay(&bytes, 8, 3, Floor::default()).is_err(), "another log");
    }

    /// A crash can leave any part of the last batch; nothing of it counts without its end.
    #[test]
    fn the_last_batch_counts_whole_or_not_at_all() {
        let two = log(&[&[put("a")], &[put("b"), put("c")]]);
        let one = log(&[&[put("a")]]).len();
        for len in one..two.len() {
            let read = read(&two[..len]).unwrap();
            assert_eq!((read.changes.len(), read.end), (1, one), "{len}");
        }
        // Later pages of the batch may be there and earlier ones not.
        for at in one..two.len() {
            let mut bytes = two.clone();
            bytes[at] ^= 1;
            assert_eq!(read(&bytes).unwrap().changes.len(), 1, "{at}");
        }
    }

    /// What came before something durable was durable itself.
    #[test]
    fn damage_before_a_later_batch_is_an_error() {
        let bytes = log(&[&[put("a")], &[put("b")], &[put("c")]]);
        let end = log(&[&[put("a")]]).len();
        for at in 0..end {
            let mut bytes = bytes.clone();
            bytes[at] ^= 4;
            assert!(read(&bytes).is_err(), "{at}");
        }
    }

    #[test]
    fn damage_below_the_floor_is_an_error() {
        let bytes = log(&[&[put("a")]]);
        let mut floor = Written::default();
        floor.add(&bytes);
        assert!(replay(&bytes, 7, 3, floor.floor()).is_ok());
        for len in 0..bytes.len() {
            assert!(replay(&bytes[..len], 7, 3, floor.floor()).is_err(), "{len}");
        }
    }

    #[test]
    fn whole_batches_are_saved_from_a_damaged_log() {
        let mut bytes = log(&[&[put("a")], &[put("b")], &[put("c")]]);
        let (one, two) = (log(&[&[put("a")]]).len(), log(&[&[put("a")], &[put("b")]]).len());
        bytes[(one + two) / 2] ^= 1;
        let saved = salvage(&bytes);
        let ids: Vec<&str> = saved.changes.iter().map(|change| &**change.id()).collect();
        assert_eq!((ids, saved.broken), (vec!["a", "c"], 1));
    }

    /// Bytes made to look like frames from every place end the search, they do not stall it.
    #[test]
    fn a_tail_made_of_lengths_is_refused_in_no_time() {
        let mut bytes = head(7);
        let len = 1u32 << 20;
        for _ in 0..(1 << 20) / 8 {
            bytes.extend_from_slice(&len.to_le_bytes());
            bytes.extend_from_slice(&(!len).to_le_bytes());
        }
        bytes.resize(bytes.len() + (2 << 20), 0);
        assert!(read(&bytes).is_err());
    }
}
