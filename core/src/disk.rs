//! Files of results, which hold personal data.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// An empty file for its owner alone: on Unix a new one is readable and writable by nobody else
/// (`0600`), one that was there keeps its permissions.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The same with this text in it.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    create(path)?.write_all(text.as_bytes())
}
