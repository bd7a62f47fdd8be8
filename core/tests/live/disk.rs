//! A disk that remembers every call, fails where it is told to, and shows what could stand on it
//! after a power cut at any moment.
//!
//! The model: bytes are durable once their file was synced without an error; of others any part may
//! be there, in any order. A sync that failed loses the bytes it was for, whatever later syncs say.
//! Names are durable once the folder was synced; of later changes to names any part may be there.

use crate::people::dice;
use hoten::{Vfs, VfsFile};
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

/// What a call does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It fails and does nothing.
    Refused(io::ErrorKind),
    /// Bytes: half are written, then it fails. Other calls: as refused.
    Short,
    /// A sync fails and its bytes will never be durable. Other calls are done.
    Unsynced,
}

#[derive(Clone)]
enum Op {
    Create(String, usize),
    Append(usize, usize),
    Sync(usize),
    Lost(usize),
    Rename(String, String, usize),
    Remove(String),
    SyncFolder,
    Other,
}

#[derive(Default)]
struct State {
    files: Vec<Vec<u8>>,
    names: BTreeMap<String, usize>,
    /// Names and lengths when it was made: all durable.
    first: BTreeMap<String, (usize, usize)>,
    ops: Vec<Op>,
    locked: bool,
    fault: Option<(usize, Fault)>,
    /// The fault does not pass.
    lasting: bool,
    failed: bool,
}

/// A folder on such a disk; clones are the same folder.
#[derive(Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<State>>);

/// Ways in which what was not durable comes through a power cut.
pub(crate) const PLANS: usize = 10;

impl Disk {
    pub(crate) fn of(files: Vec<(String, Vec<u8>)>) -> Self {
        let mut state = State::default();
        for (name, bytes) in files {
            let file = state.files.len();
            state.first.insert(name.clone(), (file, bytes.len()));
            state.names.insert(name, file);
            state.files.push(bytes);
        }
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// How many calls there were.
    pub(crate) fn steps(&self) -> usize {
        self.state().ops.len()
    }

    /// Lets the call of a number go wrong, and all after it if it is `lasting`.
    pub(crate) fn fail(&self, step: usize, fault: Fault, lasting: bool) {
        let mut state = self.state();
        (state.fault, state.lasting, state.failed) = (Some((step, fault)), lasting, false);
    }

    /// Nothing goes wrong any more; tells whether something did.
    pub(crate) fn heal(&self) -> bool {
        let mut state = self.state();
        state.fault = None;
        state.failed
    }

    /// Every file as it is now.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let state = self.state();
        state.names.iter().map(|(name, file)| (name.clone(), state.files[*file].clone())).collect()
    }

    /// What may stand on the disk if the power goes after so many calls.
    pub(crate) fn image(&self, steps: usize, plan: usize, seed: u64) -> Vec<(String, Vec<u8>)> {
        let state = self.state();
        let mut seed = seed;
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        // Length, durable length and bytes that are gone, for each file.
        let mut lengths = vec![(0usize, 0usize, Vec::new()); state.files.len()];
        for (name, (file, len)) in &state.first {
            names.insert(name.clone(), *file);
            lengths[*file] = (*len, *len, Vec::new());
        }
        let mut durable = names.clone();
        let mut open: Vec<&Op> = Vec::new();
        for op in &state.ops[..steps] {
            match op {
                Op::Append(file, len) => lengths[*file].0 += len,
                Op::Sync(file) => lengths[*file].1 = lengths[*file].0,
                Op::Lost(file) => {
                    let (len, from, gone) = &mut lengths[*file];
                    gone.push(*from..*len);
                    *from = *len;
                }
                Op::SyncFolder => {
                    open.drain(..).for_each(|op| rename(&mut durable, op));
                }
                Op::Other => {}
                names => open.push(names),
            }
        }
        for op in open {
            let kept = match plan {
                0 | 6 => false,
                1..=5 => true,
                _ => dice(&mut seed, 2) == 0,
            };
            if kept {
                rename(&mut durable, op);
            }
        }
        let way = |seed: &mut u64| match plan {
            0 | 7 => 0,
            1 | 6 => 1,
            9 => dice(seed, 6),
            plan => plan % 6,
        };
        let mut bytes = Vec::new();
        for (name, file) in durable {
            let (len, synced, gone) = &lengths[file];
            let way = way(&mut seed);
            let mut held = through(&state.files[file][..*len], *synced, way, &mut seed);
            for range in gone {
                let end = range.end.min(held.len());
                held[range.start.min(end)..end].fill(0);
            }
            bytes.push((name, held));
        }
        bytes
    }
}

fn rename(names: &mut BTreeMap<String, usize>, op: &Op) {
    match op {
        Op::Create(name, file) => drop(names.insert(name.clone(), *file)),
        Op::Rename(from, to, file) => {
            names.remove(from);
            names.insert(to.clone(), *file);
        }
        Op::Remove(name) => drop(names.remove(name)),
        _ => {}
    }
}

/// What comes through of a file whose first bytes are durable.
fn through(bytes: &[u8], synced: usize, way: usize, seed: &mut u64) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let rest = bytes.len() - synced;
    match way {
        // Lost.
        0 => out.truncate(synced),
        // Kept.
        1 => {}
        // Torn: some whole sectors, and sometimes a part of one.
        2 => {
            let sector = if dice(seed, 2) == 0 { 512 } else { 1 };
            let end = synced + dice(seed, rest + 1);
            out.truncate((end / sector * sector).max(synced));
        }
        // Any part of it, in pieces of up to 64 bytes.
        3 => {
            let mut at = synced;
            while at < out.len() {
                let end = (at + 1 + dice(seed, 64)).min(out.len());
                if dice(seed, 2) == 0 {
                    out[at..end].fill(0);
                }
                at = end;
            }
        }
        // The length alone.
        4 => out[synced..].fill(0),
        // The length and what stood there before.
        _ => out[synced..].fill_with(|| dice(seed, 256) as u8),
    }
    out
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disk").field("steps", &self.steps()).finish()
    }
}

impl State {
    /// Counts a call; the fault it has, if any.
    fn call(&mut self) -> Option<Fault> {
        let (step, fault) = self.fault?;
        let now = self.ops.len() == step || self.lasting && self.ops.len() > step;
        self.failed |= now;
        now.then_some(fault)
    }

    /// For calls that write no bytes.
    fn plain(&mut self) -> io::Result<()> {
        match self.call() {
            Some(Fault::Refused(kind)) => {
                self.ops.push(Op::Other);
                Err(kind.into())
            }
            Some(Fault::Short) => {
                self.ops.push(Op::Other);
                Err(io::ErrorKind::Other.into())
            }
            Some(Fault::Unsynced) | None => Ok(()),
        }
    }

    fn file(&self, name: &str) -> io::Result<usize> {
        self.names.get(name).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Vfs for Disk {
    fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.plain()?;
        state.ops.push(Op::Other);
        state.file(name).map(|file| state.files[file].clone())
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn VfsFile>> {
        let mut state = self.state();
        state.plain()?;
        if state.names.contains_key(name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = state.files.len();
        state.files.push(Vec::new());
        state.names.insert(name.to_owned(), file);
        state.ops.push(Op::Create(name.to_owned(), file));
        Ok(Box::new(DiskFile(self.clone(), file)))
    }

    fn append(&self, name: &str) -> io::Result<Box<dyn VfsFile>> {
        let mut state = self.state();
        state.plain()?;
        state.ops.push(Op::Other);
        let file = state.file(name)?;
        Ok(Box::new(DiskFile(self.clone(), file)))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let mut state = self.state();
        state.plain()?;
        let file = state.file(from)?;
        state.names.remove(from);
        state.names.insert(to.to_owned(), file);
        state.ops.push(Op::Rename(from.to_owned(), to.to_owned(), file));
        Ok(())
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        let mut state = self.state();
        state.plain()?;
        state.file(name)?;
        state.names.remove(name);
        state.ops.push(Op::Remove(name.to_owned()));
        Ok(())
    }

    fn list(&self) -> io::Result<Vec<String>> {
        let mut state = self.state();
        state.plain()?;
        state.ops.push(Op::Other);
        Ok(state.names.keys().cloned().collect())
    }

    fn sync_folder(&self) -> io::Result<()> {
        let mut state = self.state();
        if let Some(fault) = state.call() {
            state.ops.push(Op::Other);
            let kind = if let Fault::Refused(kind) = fault { kind } else { io::ErrorKind::Other };
            return Err(kind.into());
        }
        state.ops.push(Op::SyncFolder);
        Ok(())
    }

    fn lock(&self, _: &str) -> io::Result<Option<Box<dyn Send + Sync>>> {
        let mut state = self.state();
        state.plain()?;
        state.ops.push(Op::Other);
        let free = !std::mem::replace(&mut state.locked, true);
        Ok(free.then(|| Box::new(Lock(self.clone())) as Box<dyn Send + Sync>))
    }

    fn shown(&self) -> String {
        "disk".to_owned()
    }
}

struct DiskFile(Disk, usize);

impl VfsFile for DiskFile {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.0.state();
        let fault = state.call();
        let done = match fault {
            Some(Fault::Refused(_)) => 0,
            Some(Fault::Short) => bytes.len() / 2,
            Some(Fault::Unsynced) | None => bytes.len(),
        };
        state.files[self.1].extend_from_slice(&bytes[..done]);
        state.ops.push(Op::Append(self.1, done));
        match fault {
            Some(Fault::Refused(kind)) => Err(kind.into()),
            Some(Fault::Short) => Err(io::ErrorKind::StorageFull.into()),
            Some(Fault::Unsynced) | None => Ok(()),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.0.state();
        if let Some(fault) = state.call() {
            state.ops.push(Op::Lost(self.1));
            let kind = if let Fault::Refused(kind) = fault { kind } else { io::ErrorKind::Other };
            return Err(kind.into());
        }
        state.ops.push(Op::Sync(self.1));
        Ok(())
    }
}

struct Lock(Disk);

impl Drop for Lock {
    fn drop(&mut self) {
        self.0.state().locked = false;
    }
}
