//! The manifest: which files the folder is made of. It is replaced as a whole.

use super::live_damaged;
use super::log::Floor;
use super::rowset::RowSet;
use crate::error::{Error, ErrorCode, Result};
use crate::index::format::{checksum, readable};
use crate::index::settings::Settings;
use crate::index::varint::{chunk, put, take, take_u32};

const MAGIC: [u8; 8] = *b"\x89HTNMF\r\n";
const VERSION: (u16, u16) = (1, 0);

/// Its name, and the name a new one has until it is whole.
pub(super) const NAME: &str = "manifest";
pub(super) const NEW: &str = "manifest.new";
/// The file that is locked by a writer; it is empty.
pub(super) const LOCK: &str = "lock";

/// The names of numbered files; nothing else is ever taken for a name.
pub(super) fn segment_name(number: u64) -> String {
    format!("{number:08}.segment")
}

pub(super) fn log_name(number: u64) -> String {
    format!("{number:08}.log")
}

/// The number of a file that is called so, and whether it is a segment.
pub(super) fn number_of(name: &str) -> Option<(u64, bool)> {
    let (digits, kind) = name.split_once('.')?;
    let number = digits.parse().ok()?;
    let is_segment = kind == "segment";
    let own = if is_segment { segment_name(number) } else { log_name(number) };
    (own == name).then_some((number, is_segment))
}

/// A segment as the manifest knows it.
#[derive(Clone)]
pub(super) struct SegmentEntry {
    pub(super) number: u64,
    pub(super) len: u64,
    /// Checksum of its checksums: no other file passes for it.
    pub(super) root: u64,
    pub(super) dead: RowSet,
}

/// What stands in the manifest.
#[derive(Clone)]
pub(super) struct Manifest {
    /// Numbers of files from here on were never used.
    pub(super) next: u64,
    /// Identifiers are whole numbers to the caller.
    pub(super) integer_ids: bool,
    pub(super) log: u64,
    /// The commit before the first of the log.
    pub(super) commit: u64,
    pub(super) floor: Floor,
    /// What scores are reckoned from.
    pub(super) settings: Settings,
    pub(super) segments: Vec<SegmentEntry>,
}

impl Manifest {
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend_from_slice(&VERSION.0.to_le_bytes());
        out.extend_from_slice(&VERSION.1.to_le_bytes());
        let Floor { len, sum } = self.floor;
        for number in [self.next, self.log, self.commit, len, sum] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        out.push(u8::from(self.integer_ids));
        let settings = self.settings.write();
        put(&mut out, settings.len() as u64);
        out.extend_from_slice(&settings);
        put(&mut out, self.segments.len() as u64);
        for SegmentEntry { number, len, root, dead } in &self.segments {
            for number in [number, len, root] {
                out.extend_from_slice(&number.to_le_bytes());
            }
            put(&mut out, u64::from(dead.len()));
            let mut before = 0;
            for row in dead.iter() {
                put(&mut out, u64::from(row - before));
                before = row;
            }
        }
        let sum = checksum(&out);
        out.extend_from_slice(&sum.to_le_bytes());
        out
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let broken = || live_damaged("manifest");
        let mut rest = bytes;
        let mut short = || chunk(&mut rest);
        if short() != Some(MAGIC) {
            return Err(Error::new(ErrorCode::NotALiveIndex));
        }
        let version = (|| Some((chunk(&mut rest)?, chunk(&mut rest)?)))().ok_or_else(broken)?;
        let version = (u16::from_le_bytes(version.0), u16::from_le_bytes(version.1));
        // The version says how to read the rest, checksum included. Versions that do not exist are
        // told from damage by the checksum that all of them end with.
        let (body, sum) = bytes.split_last_chunk().ok_or_else(broken)?;
        if checksum(body) != u64::from_le_bytes(*sum) {
            return Err(broken());
        }
        readable(version, VERSION)?;
        Self::take(body.get(12..).unwrap_or_default()).ok_or_else(broken)
    }

    fn take(mut bytes: &[u8]) -> Option<Self> {
        let rest = &mut bytes;
        let long = |rest: &mut &[u8]| chunk(rest).map(u64::from_le_bytes);
        let [next, log, commit, len, sum] =
            [long(rest)?, long(rest)?, long(rest)?, long(rest)?, long(rest)?];
        let [integer_ids] = chunk(rest)?;
        let settings_len = usize::try_from(take(rest)?).ok()?;
        let (settings, after) = rest.split_at_checked(settings_len)?;
        *rest = after;
        let settings = Settings::read(settings).ok()?;
        let mut segments = Vec::new();
        for _ in 0..take(rest)? {
            let [number, len, root] = [long(rest)?, long(rest)?, long(rest)?];
            let mut dead = RowSet::default();
            let mut row = 0u32;
            for at in 0..take(rest)? {
                let step = take_u32(rest).filter(|&step| at == 0 || step > 0)?;
                row = row.checked_add(step)?;
                // Rows are checked against the segment before they cost memory.
                if u64::from(row) >= len {
                    return None;
                }
                dead.insert(row);
            }
            segments.push(SegmentEntry { number, len, root, dead });
        }
        let floor = Floor { len, sum };
        let mut numbers: Vec<u64> = segments.iter().map(|segment| segment.number).collect();
        numbers.push(log);
        numbers.sort_unstable();
        // Each file counts once, and numbers do not run out.
        let known = numbers.is_sorted_by(|a, b| a < b)
            && numbers.iter().all(|&number| number < next)
            && next < u64::MAX / 2;
        let sound = rest.is_empty() && integer_ids <= 1 && known && commit < u64::MAX / 2;
        sound.then_some(Self {
            next,
            integer_ids: integer_ids == 1,
            log,
            commit,
            floor,
            settings,
            segments,
        })
    }
}
