//! The one unsafe door: index files mapped into memory.
#![expect(unsafe_code, reason = "mapping a file is sound only as long as nobody changes it")]

use super::open::{Index, unreadable};
use crate::error::Result;
use core::fmt;
use std::fs::File;
use std::path::Path;

/// The bytes of a file that the system reads when they are looked at.
pub struct MappedFile(memmap2::Mmap);

impl MappedFile {
    /// Maps a file.
    ///
    /// # Safety
    /// As for [`Index::map`].
    ///
    /// # Errors
    /// [`crate::ErrorCode::IndexUnreadable`].
    pub unsafe fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let failed = |error: std::io::Error| unreadable(path, &error);
        let file = File::open(path).map_err(failed)?;
        // SAFETY: the caller promises that the file stays as it is while the map lives.
        let map = unsafe { memmap2::Mmap::map(&file) }.map_err(failed)?;
        Ok(Self(map))
    }
}

impl AsRef<[u8]> for MappedFile {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for MappedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MappedFile").field("len", &self.0.len()).finish()
    }
}

impl Index<MappedFile> {
    /// Opens an index file without reading it: blocks are read when a search looks at them.
    ///
    /// # Safety
    /// As long as the index lives nobody may write to the file or cut it shorter, this process or
    /// another. Bytes that change under a reader are undefined behaviour, and looking at a page that
    /// is gone kills the process (SIGBUS). Replacing the file by renaming another over it is
    /// harmless, and it is how [`crate::IndexBuilder::build`] writes.
    ///
    /// # Errors
    /// [`crate::ErrorCode::IndexUnreadable`], and those of [`Index::open`].
    pub unsafe fn map(path: impl AsRef<Path>) -> Result<Self> {
        // SAFETY: the caller promises the same.
        Self::open(unsafe { MappedFile::open(path) }?)
    }
}
