//! The files of the folder, and the one moment in which they change.

use super::manifest::{self, Manifest, log_name, number_of, segment_name};
use crate::error::{Error, ErrorCode, Result};
use crate::index::vfs::{Vfs, VfsFile};
use std::io;
use std::sync::Arc;

/// The folder of a live index.
#[derive(Debug, Clone)]
pub(super) struct Folder(Arc<dyn Vfs>);

/// A manifest could not take its place.
pub(super) struct NotSwapped {
    pub(super) error: Error,
    /// Whether it may have done so all the same.
    pub(super) unknown: bool,
}

impl Folder {
    pub(super) fn new(vfs: impl Vfs + 'static) -> Self {
        Self(Arc::new(vfs))
    }

    /// What the system says about a file, never what is in it.
    pub(super) fn failed(&self, name: &str, error: &io::Error) -> Error {
        Error::new(ErrorCode::LiveDisk)
            .with("folder", self.0.shown())
            .with("file", name.to_owned())
            .with("reason", error.kind().to_string())
    }

    /// An error about the folder as a whole.
    pub(super) fn error(&self, code: ErrorCode) -> Error {
        Error::new(code).with("folder", self.0.shown())
    }

    pub(super) fn lock(&self) -> Result<Box<dyn Send + Sync>> {
        let lock = self.0.lock(manifest::LOCK).map_err(|e| self.failed(manifest::LOCK, &e))?;
        lock.ok_or_else(|| self.error(ErrorCode::LiveLocked))
    }

    /// The bytes of a file; `None` if it is not there.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>> {
        match self.0.read(name) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(name, &error)),
        }
    }

    pub(super) fn list(&self) -> Result<Vec<String>> {
        self.0.list().map_err(|error| self.failed("", &error))
    }

    /// A new file of these bytes, durable but for its name.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<Box<dyn VfsFile>> {
        let write = || {
            let mut file = self.0.create(name)?;
            file.append(bytes)?;
            file.sync()?;
            Ok(file)
        };
        write().map_err(|error: io::Error| {
            // What is left of it is of no use; if it stays, the next to open the folder sweeps it.
            let _ = self.0.remove(name);
            self.failed(name, &error)
        })
    }

    pub(super) fn append(&self, name: &str) -> Result<Box<dyn VfsFile>> {
        self.0.append(name).map_err(|error| self.failed(name, &error))
    }

    pub(super) fn remove(&self, name: &str) -> Result<()> {
        match self.0.remove(name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.failed(name, &error)),
            _ => Ok(()),
        }
    }

    pub(super) fn sync(&self) -> Result<()> {
        self.0.sync_folder().map_err(|error| self.failed("", &error))
    }

    /// Puts a manifest in place of the old one. The files it names are durable, their names not yet.
    pub(super) fn swap(&self, manifest: &Manifest) -> core::result::Result<(), NotSwapped> {
        let before = || -> Result<()> {
            self.sync()?;
            self.remove(manifest::NEW)?;
            self.write(manifest::NEW, &manifest.write()).map(drop)
        };
        before().map_err(|error| NotSwapped { error, unknown: false })?;
        let rename = self.0.rename(manifest::NEW, manifest::NAME);
        let durable = rename.and_then(|()| self.0.sync_folder());
        durable.map_err(|e| NotSwapped { error: self.failed(manifest::NAME, &e), unknown: true })
    }

    /// Files of ours that no manifest names: what a crash or a rewrite left behind.
    pub(super) fn strays(&self, manifest: &Manifest) -> Result<Vec<String>> {
        let mut named: Vec<String> =
            manifest.segments.iter().map(|segment| segment_name(segment.number)).collect();
        named.push(log_name(manifest.log));
        let own = |name: &String| number_of(name).is_some() || name == manifest::NEW;
        Ok(self.list()?.into_iter().filter(|name| own(name) && !named.contains(name)).collect())
    }

    /// Removes stray files for good.
    pub(super) fn sweep(&self, manifest: &Manifest) -> Result<()> {
        let strays = self.strays(manifest)?;
        strays.iter().try_for_each(|name| self.remove(name))?;
        self.sync()
    }
}
