//! Files of results, which hold personal data: for their owner alone, and errors that name them.

use crate::error::{Error, ErrorCode, Result};
use core::fmt::Display;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

/// A folder that results are written into.
pub(crate) struct Folder<'p>(&'p Path);

impl<'p> Folder<'p> {
    /// The folder, made if it is not there.
    pub(crate) fn make(path: &'p Path) -> Result<Self> {
        std::fs::create_dir_all(path).map_err(|error| unwritable(path, &error))?;
        Ok(Self(path))
    }

    /// Writes a file of this name with `sheet`.
    pub(crate) fn sheet(
        &self,
        name: &str,
        sheet: impl FnOnce(File) -> csv::Result<()>,
    ) -> Result<()> {
        let path = self.0.join(name);
        let written = create(&path).map_err(csv::Error::from).and_then(sheet);
        written.map_err(|error| unwritable(&path, &error))
    }

    /// Writes a file of this name with this text in it.
    pub(crate) fn text(&self, name: &str, text: &str) -> Result<()> {
        write(&self.0.join(name), text)
    }
}

/// Writes a file with this text in it.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    let written = create(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| unwritable(path, &error))
}

/// An empty file: on Unix a new one is readable and writable by nobody but its owner (`0600`), one
/// that was there keeps its permissions.
fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Why a file or folder could not be written, by its name.
pub(crate) fn unwritable(path: &Path, reason: &dyn Display) -> Error {
    Error::new(ErrorCode::ReportUnwritable)
        .with("file", path.display().to_string())
        .with("reason", reason.to_string())
}
