//! The folder of a live index as it is read and written: a disk, memory, or a test's faulty disk.

use super::atomic::folder;
use core::fmt;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// One folder of files that are written from beginning to end and never changed.
///
/// Names are plain: letters, digits and dots. What the calls promise is what a disk promises:
/// bytes are durable after [`VfsFile::sync`], names of files that were made, renamed or removed
/// after [`Self::sync_folder`].
pub trait Vfs: fmt::Debug + Send + Sync {
    /// All bytes of a file.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`], or what the system says.
    fn read(&self, name: &str) -> io::Result<Vec<u8>>;

    /// A new, empty file that only its owner can read.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`], or what the system says.
    fn create(&self, name: &str) -> io::Result<Box<dyn VfsFile>>;

    /// A file that is there, to be written on at its end.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`], or what the system says.
    fn append(&self, name: &str) -> io::Result<Box<dyn VfsFile>>;

    /// Gives a file another name, in place of any file that has it.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, name: &str) -> io::Result<()>;

    /// The names of all files, in any order.
    ///
    /// # Errors
    /// What the system says.
    fn list(&self) -> io::Result<Vec<String>>;

    /// Makes names durable.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self) -> io::Result<()>;

    /// Locks the folder by the file of this name until the lock is dropped or its process ends;
    /// `None` if it is locked by another.
    ///
    /// # Errors
    /// What the system says.
    fn lock(&self, name: &str) -> io::Result<Option<Box<dyn Send + Sync>>>;

    /// What messages call the folder.
    fn shown(&self) -> String;
}

/// A file that is written on at its end.
pub trait VfsFile: Send {
    /// Writes all bytes. After an error any part of them may stand in the file.
    ///
    /// # Errors
    /// What the system says.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes all bytes durable. After an error nothing is known of bytes that were not durable.
    ///
    /// # Errors
    /// What the system says.
    fn sync(&mut self) -> io::Result<()>;
}

/// A folder of the system.
#[derive(Debug, Clone)]
pub struct RealVfs {
    folder: PathBuf,
}

impl RealVfs {
    /// A folder; it need not be there to be looked for.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Makes the folder if it is not there, for its owner alone.
    ///
    /// # Errors
    /// What the system says.
    pub fn make(&self) -> io::Result<()> {
        match private_folder().create(&self.folder) {
            Ok(()) => sync_folder(folder(&self.folder)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Makes the names of a folder durable, where the system has a way to.
fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Files hold names and numbers of persons: where a system knows owners, they are for theirs alone.
#[cfg(unix)]
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(not(unix))]
fn private() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(unix)]
fn private_folder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(not(unix))]
fn private_folder() -> fs::DirBuilder {
    fs::DirBuilder::new()
}

impl Vfs for RealVfs {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.path(name))
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn VfsFile>> {
        Ok(Box::new(private().write(true).create_new(true).open(self.path(name))?))
    }

    fn append(&self, name: &str) -> io::Result<Box<dyn VfsFile>> {
        Ok(Box::new(private().append(true).open(self.path(name))?))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.path(from), self.path(to))
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.path(name))
    }

    fn list(&self) -> io::Result<Vec<String>> {
        let names = fs::read_dir(&self.folder)?.map(|entry| entry.map(|entry| entry.file_name()));
        // A name that is no text is none of ours.
        names.filter_map(|name| name.map(|name| name.into_string().ok()).transpose()).collect()
    }

    fn sync_folder(&self) -> io::Result<()> {
        sync_folder(&self.folder)
    }

    fn lock(&self, name: &str) -> io::Result<Option<Box<dyn Send + Sync>>> {
        let file = private().write(true).create(true).truncate(false).open(self.path(name))?;
        // The system lets go of the lock when the process ends, however it ends.
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn shown(&self) -> String {
        self.folder.display().to_string()
    }
}

impl VfsFile for File {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// A folder in memory; clones are the same folder.
///
/// ```
/// use hoten::{LiveIndex, LiveOptions, LiveRecord, FieldName, MemoryVfs};
/// let folder = MemoryVfs::default();
/// let mut live = LiveIndex::create_in(folder.clone(), &LiveOptions::new())?;
/// live.add(&LiveRecord::new("HS-1").field(FieldName::FullName, "Trần Thị Bé"))?;
/// live.commit()?;
/// live.close()?;
/// assert_eq!(LiveIndex::open_in(folder, &LiveOptions::new())?.len()?, 1);
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct MemoryVfs(Arc<Mutex<MemoryFolder>>);

#[derive(Default)]
struct MemoryFolder {
    files: BTreeMap<String, Arc<Mutex<Vec<u8>>>>,
    locked: bool,
}

/// A panic while the lock is held leaves bytes, and bytes are never trusted.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl MemoryVfs {
    /// A folder of these files.
    #[must_use]
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let each = |(name, bytes)| (name, Arc::new(Mutex::new(bytes)));
        let files = files.into_iter().map(each).collect();
        Self(Arc::new(Mutex::new(MemoryFolder { files, locked: false })))
    }

    /// All files, by name.
    #[must_use]
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let folder = held(&self.0);
        folder.files.iter().map(|(name, bytes)| (name.clone(), held(bytes).clone())).collect()
    }

    fn file(&self, name: &str) -> io::Result<Arc<Mutex<Vec<u8>>>> {
        held(&self.0).files.get(name).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl fmt::Debug for MemoryVfs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryVfs").field("files", &held(&self.0).files.len()).finish()
    }
}

impl Vfs for MemoryVfs {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        Ok(held(&*self.file(name)?).clone())
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn VfsFile>> {
        let mut folder = held(&self.0);
        if folder.files.contains_key(name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = Arc::default();
        folder.files.insert(name.to_owned(), Arc::clone(&file));
        Ok(Box::new(MemoryFile(file)))
    }

    fn append(&self, name: &str) -> io::Result<Box<dyn VfsFile>> {
        Ok(Box::new(MemoryFile(self.file(name)?)))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut folder = held(&self.0);
        let file = folder.files.remove(from).ok_or(io::ErrorKind::NotFound)?;
        folder.files.insert(to.to_owned(), file);
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        held(&self.0).files.remove(name).map(drop).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self) -> io::Result<Vec<String>> {
        Ok(held(&self.0).files.keys().cloned().collect())
    }

    fn sync_folder(&self) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, _: &str) -> io::Result<Option<Box<dyn Send + Sync>>> {
        let mut folder = held(&self.0);
        let free = !core::mem::replace(&mut folder.locked, true);
        Ok(free.then(|| Box::new(MemoryLock(self.clone())) as Box<dyn Send + Sync>))
    }

    fn shown(&self) -> String {
        "memory".to_owned()
    }
}

struct MemoryFile(Arc<Mutex<Vec<u8>>>);

impl VfsFile for MemoryFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        held(&self.0).extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct MemoryLock(MemoryVfs);

impl Drop for MemoryLock {
    fn drop(&mut self) {
        held(&self.0.0).locked = false;
    }
}
