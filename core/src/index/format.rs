//! The frame of an index file: head, section table, checksums. `FORMAT.md` says what each byte is.

use super::blocks::damaged;
use crate::error::{Error, ErrorCode, Result};
use xxhash_rust::xxh3::xxh3_64;

/// The first bytes of every index; the line ends show a transfer as text.
pub(super) const MAGIC: [u8; 8] = *b"\x89HTNIX\r\n";
/// Version of files written here: a reader takes its own major version up to its own minor one.
pub(super) const VERSION: (u16, u16) = (1, 0);
/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Records with values, words and ids.
    Full = 1,
    /// Labels under a key, and nothing else.
    Keyed = 2,
}

impl FileKind {
    fn of(number: u16) -> Option<Self> {
        [Self::Full, Self::Keyed].into_iter().find(|kind| *kind as u16 == number)
    }

    /// The name shown.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Keyed => "keyed",
        }
    }
}

/// Bytes under one checksum.
pub(super) const BLOCK: u64 = 4096;
/// Head without section table and checksum.
const FIXED: u64 = 64;
const ENTRY: u64 = 24;
/// More sections than this no file has.
const MOST_SECTIONS: u16 = 1024;

/// What a section holds. Numbers are never used again for something else.
pub(super) mod section {
    pub(in crate::index) const SETTINGS: u32 = 1;
    pub(in crate::index) const WORDS: u32 = 2;
    pub(in crate::index) const WORD_BITS: u32 = 3;
    pub(in crate::index) const FOLDS: u32 = 4;
    pub(in crate::index) const PLACES: u32 = 5;
    pub(in crate::index) const RECORD_STARTS: u32 = 6;
    pub(in crate::index) const RECORDS: u32 = 7;
    pub(in crate::index) const ID_STARTS: u32 = 8;
    pub(in crate::index) const IDS: u32 = 9;
    pub(in crate::index) const FOLD_BITS: u32 = 10;
    pub(in crate::index) const SOUNDS: u32 = 11;
    pub(in crate::index) const SOUND_BITS: u32 = 12;
    pub(in crate::index) const UNITS: u32 = 13;
    /// Keys of rule r stand in section `RULES + 2 r`, its postings in the next.
    pub(in crate::index) const RULES: u32 = 16;
    /// Beyond those of all rules, and only in segments of a live index: records as they were handed
    /// in, and the order of their identifiers.
    pub(in crate::index) const CELL_STARTS: u32 = 600;
    pub(in crate::index) const CELLS: u32 = 601;
    pub(in crate::index) const ID_ORDER: u32 = 602;
    /// Only in keyed files, and nothing else is.
    pub(in crate::index) const KEYED_SETTINGS: u32 = 700;
    pub(in crate::index) const KEYED_ENTRIES: u32 = 701;
}

pub(super) fn checksum(bytes: &[u8]) -> u64 {
    xxh3_64(bytes)
}

/// A stretch of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) at: u64,
    pub(super) len: u64,
}

/// Everything before the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: FileKind,
    /// Where the body begins, right behind the head.
    pub(super) body: u64,
    /// Where the body ends and the table of checksums begins.
    pub(super) checks: u64,
    /// Checksum of that table.
    pub(super) root: u64,
    pub(super) records: u64,
    /// Mixed into hashed keys; no secret.
    pub(super) salt: u64,
    pub(super) sections: Vec<(u32, Stretch)>,
}

/// Length of a head with so many sections.
pub(super) fn head_len(sections: usize) -> u64 {
    FIXED + ENTRY * sections as u64 + 8
}

impl Head {
    pub(super) fn blocks(&self) -> usize {
        ((self.checks - self.body).div_ceil(BLOCK)) as usize
    }

    /// Whether the file is of the kind that is opened.
    pub(super) fn check_kind(&self, kind: FileKind) -> Result<()> {
        match self.kind == kind {
            true => Ok(()),
            false => Err(Error::new(ErrorCode::IndexKind).with("kind", self.kind.as_str())),
        }
    }

    /// The stretch of a section; one that is not there is empty.
    pub(super) fn section(&self, id: u32) -> Stretch {
        let held = self.sections.iter().find(|(held, _)| *held == id);
        held.map_or_else(Stretch::default, |(_, stretch)| *stretch)
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.body as usize);
        out.extend_from_slice(&MAGIC);
        for short in [VERSION.0, VERSION.1, self.kind as u16, self.sections.len() as u16] {
            out.extend_from_slice(&short.to_le_bytes());
        }
        let length = self.checks + 8 * self.blocks() as u64;
        for long in [length, self.body, self.checks, self.root, self.records, self.salt] {
            out.extend_from_slice(&long.to_le_bytes());
        }
        for (id, stretch) in &self.sections {
            out.extend_from_slice(&u64::from(*id).to_le_bytes());
            out.extend_from_slice(&stretch.at.to_le_bytes());
            out.extend_from_slice(&stretch.len.to_le_bytes());
        }
        let sum = checksum(&out);
        out.extend_from_slice(&sum.to_le_bytes());
        out
    }

    /// Reads and checks the head, the bounds of all sections and the table of checksums.
    pub(super) fn read(data: &[u8]) -> Result<Self> {
        let not_one = || Error::new(ErrorCode::NotAnIndex);
        if data.get(..8) != Some(&MAGIC[..]) {
            return Err(not_one());
        }
        let short = |at: usize| {
            data.get(at..at + 2).and_then(|b| b.try_into().ok()).map(u16::from_le_bytes)
        };
        let (Some(major), Some(minor), Some(kind), Some(count)) =
            (short(8), short(10), short(12), short(14))
        else {
            return Err(damaged("head"));
        };
        // The version says how to read the rest, checksum included.
        readable((major, minor), VERSION)?;
        if count > MOST_SECTIONS {
            return Err(damaged("head"));
        }
        let body = head_len(usize::from(count));
        let Some((head, sum)) = data.get(..body as usize).and_then(|head| head.split_last_chunk())
        else {
            return Err(damaged("head"));
        };
        if checksum(head) != u64::from_le_bytes(*sum) {
            return Err(damaged("head"));
        }
        let Some(kind) = FileKind::of(kind) else {
            return Err(Error::new(ErrorCode::IndexKind).with("kind", kind.to_string()));
        };
        let long = |at: usize| {
            let word = head.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
            word.map(u64::from_le_bytes).unwrap_or(0)
        };
        let mut sections = Vec::with_capacity(usize::from(count));
        for index in 0..usize::from(count) {
            let at = (FIXED + ENTRY * index as u64) as usize;
            let id = u32::try_from(long(at)).map_err(|_| damaged("head"))?;
            sections.push((id, Stretch { at: long(at + 8), len: long(at + 16) }));
        }
        let head = Self {
            kind,
            body,
            checks: long(32),
            root: long(40),
            records: long(48),
            salt: long(56),
            sections,
        };
        let length = data.len() as u64;
        if long(16) != length || long(24) != body || !(body..=length).contains(&head.checks) {
            return Err(damaged("length"));
        }
        if head.checks + 8 * head.blocks() as u64 != length {
            return Err(damaged("length"));
        }
        let inside = |s: &Stretch| {
            s.at >= body && s.at.checked_add(s.len).is_some_and(|end| end <= head.checks)
        };
        let mut ids: Vec<u32> = head.sections.iter().map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        let sound = head.sections.iter().all(|(_, stretch)| inside(stretch));
        if !sound || ids.len() != head.sections.len() || head.records >= u64::from(u32::MAX) {
            return Err(damaged("head"));
        }
        let checks = data.get(head.checks as usize..).unwrap_or_default();
        if checksum(checks) != head.root {
            return Err(damaged("checksums"));
        }
        Ok(head)
    }
}

/// Whether a file of version `found` is read by a reader of version `own`.
pub(super) fn readable(found: (u16, u16), own: (u16, u16)) -> Result<()> {
    let name = |(major, minor): (u16, u16)| format!("{major}.{minor}");
    if found.0 == own.0 && found.1 <= own.1 {
        return Ok(());
    }
    let code = if found > own { ErrorCode::IndexNewer } else { ErrorCode::IndexOlder };
    Err(Error::new(code).with("found", name(found)).with("known", name(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_minor_versions_are_read_and_newer_ones_refused_by_name() {
        for found in [(1, 0), (1, 1), (1, 2)] {
            assert!(readable(found, (1, 2)).is_ok(), "{found:?}");
        }
        for (found, code) in [
            ((1, 3), ErrorCode::IndexNewer),
            ((2, 0), ErrorCode::IndexNewer),
            ((0, 9), ErrorCode::IndexOlder),
        ] {
            let error = readable(found, (1, 2)).unwrap_err();
            assert_eq!(error.code(), code);
            let name = format!("{}.{}", found.0, found.1);
            assert!(error.to_string().contains(&name), "{error}");
            assert!(error.to_string().contains("1.2"), "{error}");
        }
    }

    #[test]
    fn a_head_is_read_as_written() {
        let sections = vec![
            (7, Stretch { at: head_len(2), len: 0 }),
            (3, Stretch { at: head_len(2), len: 0 }),
        ];
        let head = Head {
            kind: FileKind::Full,
            body: head_len(2),
            checks: head_len(2),
            root: checksum(&[]),
            records: 12,
            salt: 99,
            sections,
        };
        let bytes = head.write();
        assert_eq!(Head::read(&bytes).unwrap(), head);
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            assert!(Head::read(&bytes).is_err(), "byte {at}");
            assert!(Head::read(&bytes[..at]).is_err());
        }
    }
}
