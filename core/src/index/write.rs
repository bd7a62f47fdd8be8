//! Sections written one after the other, with a checksum for each block of them.

use super::format::{BLOCK, FileKind, Head, Stretch, checksum, head_len};
use std::io::{self, Seek, SeekFrom, Write};

/// Writes the body of an index; its head comes last, when everything is known.
pub(super) struct SectionWriter<W> {
    out: W,
    kind: FileKind,
    body: u64,
    at: u64,
    block: Vec<u8>,
    checks: Vec<u8>,
    sections: Vec<(u32, Stretch)>,
    count: usize,
}

impl<W: Write + Seek> SectionWriter<W> {
    /// A writer of a file of so many sections.
    pub(super) fn new(mut out: W, kind: FileKind, count: usize) -> io::Result<Self> {
        let body = head_len(count);
        out.seek(SeekFrom::Start(body))?;
        let block = Vec::with_capacity(BLOCK as usize);
        Ok(Self {
            out,
            kind,
            body,
            at: body,
            block,
            checks: Vec::new(),
            sections: Vec::new(),
            count,
        })
    }

    /// Everything written until the next call belongs to this section.
    pub(super) fn begin(&mut self, id: u32) {
        self.end();
        self.sections.push((id, Stretch { at: self.at, len: 0 }));
    }

    fn end(&mut self) {
        if let Some((_, stretch)) = self.sections.last_mut() {
            stretch.len = self.at - stretch.at;
        }
    }

    /// A section at once.
    pub(super) fn section(&mut self, id: u32, bytes: &[u8]) -> io::Result<()> {
        self.begin(id);
        self.write_all(bytes)
    }

    fn close_block(&mut self) -> io::Result<()> {
        self.checks.extend_from_slice(&checksum(&self.block).to_le_bytes());
        self.out.write_all(&self.block)?;
        self.block.clear();
        Ok(())
    }

    /// Writes the checksums and the head; gives the output back and the length of the file.
    pub(super) fn finish(mut self, records: u64, salt: u64) -> io::Result<(W, Head)> {
        self.end();
        debug_assert_eq!(self.sections.len(), self.count);
        if !self.block.is_empty() {
            self.close_block()?;
        }
        self.out.write_all(&self.checks)?;
        let head = Head {
            kind: self.kind,
            body: self.body,
            checks: self.at,
            root: checksum(&self.checks),
            records,
            salt,
            sections: self.sections,
        };
        self.out.seek(SeekFrom::Start(0))?;
        self.out.write_all(&head.write())?;
        self.out.flush()?;
        Ok((self.out, head))
    }
}

impl<W: Write + Seek> Write for SectionWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = BLOCK as usize - self.block.len();
        let (now, _) = bytes.split_at(room.min(bytes.len()));
        self.block.extend_from_slice(now);
        self.at += now.len() as u64;
        if self.block.len() == BLOCK as usize {
            self.close_block()?;
        }
        Ok(now.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
