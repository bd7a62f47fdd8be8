//! Keys with their rows in order, beyond what memory is allowed: sorted runs, merged as they are read.

use super::atomic::Temporary;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// A key and the row that has it.
pub(super) type Entry = (u64, u32);

/// Bytes of an entry in memory and in a file.
const ENTRY: usize = size_of::<Entry>();
const STORED: usize = 12;

/// Takes sorted runs; what is beyond the budget waits in files.
pub(super) struct Sorter<'p> {
    held: Vec<Entry>,
    stored: Vec<Run>,
    budget: usize,
    folder: Option<&'p Path>,
}

enum Run {
    Held(std::vec::IntoIter<Entry>),
    Stored(BufReader<Temporary>),
}

impl Read for Temporary {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl<'p> Sorter<'p> {
    /// A sorter that holds `budget` bytes of runs and keeps more in files of `folder`; without a
    /// folder it holds all.
    pub(super) fn new(budget: usize, folder: Option<&'p Path>) -> Self {
        Self { held: Vec::new(), stored: Vec::new(), budget, folder }
    }

    /// Takes a sorted run.
    pub(super) fn add(&mut self, run: Vec<Entry>) -> io::Result<()> {
        debug_assert!(run.is_sorted());
        let full = (self.held.len() + run.len()) * ENTRY > self.budget;
        if self.held.is_empty() {
            self.held = run;
        } else {
            self.held.extend(run);
        }
        match self.folder {
            Some(folder) if full => self.store(folder),
            _ => Ok(()),
        }
    }

    /// Moves what is held to a file.
    fn store(&mut self, folder: &Path) -> io::Result<()> {
        // Stable: it finds the runs that are sorted already.
        self.held.sort();
        let mut file = BufWriter::new(Temporary::in_folder(folder)?.into_writer());
        for (key, row) in core::mem::take(&mut self.held) {
            file.write_all(&key.to_le_bytes())?;
            file.write_all(&row.to_le_bytes())?;
        }
        let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?.0;
        file.file.seek(SeekFrom::Start(0))?;
        self.stored.push(Run::Stored(BufReader::new(file)));
        Ok(())
    }

    /// All entries in order.
    pub(super) fn merge(mut self) -> io::Result<Merged> {
        self.held.sort();
        let mut runs = self.stored;
        runs.push(Run::Held(self.held.into_iter()));
        let mut heads = BinaryHeap::with_capacity(runs.len());
        for (index, run) in runs.iter_mut().enumerate() {
            if let Some(entry) = run.next()? {
                heads.push(Reverse((entry, index)));
            }
        }
        Ok(Merged { runs, heads })
    }
}

impl Run {
    fn next(&mut self) -> io::Result<Option<Entry>> {
        match self {
            Self::Held(run) => Ok(run.next()),
            Self::Stored(file) => {
                let mut bytes = [0; STORED];
                match file.read_exact(&mut bytes) {
                    Ok(()) => {}
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
                    Err(error) => return Err(error),
                }
                let (key, row) = bytes.split_first_chunk().unwrap_or((&[0; 8], &[]));
                let row = row.try_into().map_or(0, u32::from_le_bytes);
                Ok(Some((u64::from_le_bytes(*key), row)))
            }
        }
    }
}

/// Sorted entries, read one by one.
pub(super) struct Merged {
    runs: Vec<Run>,
    heads: BinaryHeap<Reverse<(Entry, usize)>>,
}

impl Merged {
    pub(super) fn next(&mut self) -> io::Result<Option<Entry>> {
        let Some(mut head) = self.heads.peek_mut() else { return Ok(None) };
        let Reverse((entry, index)) = *head;
        match self.runs.get_mut(index).map(Run::next).transpose()?.flatten() {
            Some(next) => *head = Reverse((next, index)),
            None => drop(std::collections::binary_heap::PeekMut::pop(head)),
        }
        Ok(Some(entry))
    }
}

/// A temporary file that is written.
struct Writer(Temporary);

impl Temporary {
    fn into_writer(self) -> Writer {
        Writer(self)
    }
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn runs_in_memory_and_in_files_merge_alike(
            runs in proptest::collection::vec(
                proptest::collection::vec((0u64..50, any::<u32>()), 0..40), 0..8),
            budget in 0usize..600,
        ) {
            let folder = std::env::temp_dir();
            let mut sorter = Sorter::new(budget, Some(&folder));
            let mut want = Vec::new();
            for mut run in runs {
                run.sort_unstable();
                want.extend_from_slice(&run);
                sorter.add(run).unwrap();
            }
            want.sort_unstable();
            if want.len() * ENTRY > budget {
                prop_assert!(!sorter.stored.is_empty());
            }
            let mut merged = sorter.merge().unwrap();
            let mut found = Vec::new();
            while let Some(entry) = merged.next().unwrap() {
                found.push(entry);
            }
            prop_assert_eq!(found, want);
        }
    }

    #[test]
    fn without_a_folder_everything_is_held() {
        let mut sorter = Sorter::new(0, None);
        sorter.add(vec![(1, 2), (3, 4)]).unwrap();
        assert!(sorter.stored.is_empty());
        assert_eq!(sorter.merge().unwrap().next().unwrap(), Some((1, 2)));
    }
}
