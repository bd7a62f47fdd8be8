//! A table in, a keyed index and the list of its handles out.

use super::super::atomic::{Temporary, folder};
use super::super::build::{IndexBuilder, unwritable};
use super::super::encode::RecordKeys;
use super::super::format::{FileKind, section};
use super::super::keys::Parts;
use super::super::write::SectionWriter;
use super::handle::RecordHandle;
use super::key::{Entry, FileKeys, IndexKey, Salt, Salter};
use super::leak::{KeyedLeaks, Meter};
use super::open::{KeyedSettings, MOST_OF_ONE_KEY};
use super::rules::{self, Composite, RULES, each_key};
use crate::error::Result;
use crate::link::{Fitted, Linker};
use crate::record::Table;
use crate::score::Model;
use std::collections::HashSet;
use std::io::{self, BufWriter, Cursor, Seek, Write};
use std::path::Path;

/// What was made beside a keyed index; it stays on the server.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct KeyedSummary {
    /// Bytes of the file.
    pub bytes: u64,
    /// The handle of each row: by this list the server finds the record of a handle.
    pub handles: Vec<RecordHandle>,
    /// What a thief of the file could learn.
    pub leaks: KeyedLeaks,
}

impl IndexBuilder {
    /// The bytes of a keyed index of `table`, for a form in a browser, and the list of its handles.
    /// No record, name, number or identifier stands in it; see [`crate::KeyedIndex`].
    ///
    /// Take one file for each commune or office, and a new key with each build: then old files say
    /// nothing of new ones to those who kept an old key. The same table and key give the same bytes;
    /// another table or key gives other labels and handles throughout.
    ///
    /// # Errors
    /// As [`Linker::dedupe`].
    pub fn to_keyed_bytes(
        &self,
        table: &Table<'_>,
        key: &IndexKey,
    ) -> Result<(Vec<u8>, KeyedSummary)> {
        let keyed = Keyed::of(self, table, key)?;
        let failed = |error: io::Error| unwritable(Path::new(""), &error);
        let (out, bytes) = keyed.write(Cursor::new(Vec::new())).map_err(failed)?;
        Ok((out.into_inner(), keyed.summary(bytes)))
    }

    /// As [`Self::to_keyed_bytes`], into a file that appears whole or not at all, readable by its
    /// owner only.
    ///
    /// # Errors
    /// As [`Self::build`].
    pub fn build_keyed(
        &self,
        table: &Table<'_>,
        path: impl AsRef<Path>,
        key: &IndexKey,
    ) -> Result<KeyedSummary> {
        let path = path.as_ref();
        let failed = |error: io::Error| unwritable(path, &error);
        let keyed = Keyed::of(self, table, key)?;
        let mut file = Temporary::in_folder(folder(path)).map_err(failed)?;
        let (out, bytes) = keyed.write(BufWriter::new(&mut file.file)).map_err(failed)?;
        out.into_inner().map_err(|error| failed(error.into_error()))?;
        file.keep_as(path).map_err(failed)?;
        Ok(keyed.summary(bytes))
    }
}

/// Everything a file will hold, and its list of handles.
struct Keyed {
    settings: KeyedSettings,
    entries: Vec<Entry>,
    handles: Vec<u64>,
    leaks: KeyedLeaks,
}

impl Keyed {
    fn of(builder: &IndexBuilder, table: &Table<'_>, key: &IndexKey) -> Result<Self> {
        // Records are only read: nothing of a model is in the file.
        let model = Model::default().with_prior(0.5);
        let linker: Linker = builder.linker.clone().fit(false).model(model);
        let fitted = linker.fit_records(table, &mut |_| true)?;
        let records = RecordKeys::of(&fitted, 0);
        let mut salter = Salter::new(key);
        for record in fitted.records.records.iter() {
            records.parts(&record).iter().for_each(|value| salter.add(&value.to_le_bytes()));
        }
        // Two entries of one label would hide each other; another salt parts them.
        let mut attempt = 0u32;
        loop {
            let salt = salter.finish(attempt);
            let keyed = Self::under(&fitted, &records, key, salt);
            if keyed.leaks.repeated_labels == 0 {
                return Ok(keyed);
            }
            attempt += 1;
        }
    }

    /// The entries of all records under one salt.
    fn under(fitted: &Fitted<'_>, records: &RecordKeys<'_>, key: &IndexKey, salt: Salt) -> Self {
        let keys = FileKeys::new(key, &salt);
        let values: Vec<Parts> =
            fitted.records.records.iter().map(|record| records.parts(&record)).collect();
        let handles = handles(&keys, values.len());
        let mut entries = Vec::new();
        let mut meter = Meter::of(&values);
        for (number, rule) in (0u8..).zip(RULES) {
            for (way, parts) in (0u8..).zip(rule.ways) {
                let sorted = sorted_keys(parts, &values);
                for group in sorted.chunk_by(|(one, _), (other, _)| one == other) {
                    let Some((composite, _)) = group.first() else { continue };
                    meter.add(usize::from(number), parts, composite, group.len());
                    let tag = keys.tag(&composite.bytes((number, way), parts.len()));
                    for ((_, row), place) in group.iter().zip(0..MOST_OF_ONE_KEY) {
                        let Entry { label, covered } = tag.entry(place);
                        let handle = handles.get(*row as usize).copied().unwrap_or(0);
                        entries.push(Entry { label, covered: covered ^ handle });
                    }
                }
            }
        }
        let real = entries.len() as u64;
        entries.extend((real..padded(real)).map(|number| keys.padding(number)));
        entries.sort_unstable();
        let leaks = meter.finish(&entries);
        let settings = KeyedSettings { salt, check: keys.check, rules: rules::settings() };
        Self { settings, entries, handles, leaks }
    }

    fn write<W: Write + Seek>(&self, out: W) -> io::Result<(W, u64)> {
        let mut out = SectionWriter::new(out, FileKind::Keyed, 2)?;
        out.section(section::KEYED_SETTINGS, &self.settings.write())?;
        out.begin(section::KEYED_ENTRIES);
        for Entry { label, covered } in &self.entries {
            out.write_all(&label.to_le_bytes())?;
            out.write_all(&covered.to_le_bytes())?;
        }
        let (out, head) = out.finish(self.entries.len() as u64, 0)?;
        Ok((out, head.checks + 8 * head.blocks() as u64))
    }

    fn summary(self, bytes: u64) -> KeyedSummary {
        let handles = self.handles.into_iter().map(RecordHandle::from_bits).collect();
        KeyedSummary { bytes, handles, leaks: self.leaks }
    }
}

/// A handle for each row, no two alike.
fn handles(keys: &FileKeys, rows: usize) -> Vec<u64> {
    let mut taken = HashSet::with_capacity(rows);
    let one = |row: u32| {
        let mut attempts = (0u32..).map(|attempt| keys.handle(row, attempt));
        attempts.find(|&handle| taken.insert(handle)).unwrap_or(0)
    };
    (0u32..).take(rows).map(one).collect()
}

/// The composite keys of one way with their rows, in order.
fn sorted_keys(parts: &[u8], values: &[Parts]) -> Vec<(Composite, u32)> {
    let mut keys = Vec::with_capacity(values.len());
    for (row, values) in (0u32..).zip(values) {
        each_key(parts, values, |composite| keys.push((composite, row)));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Entries of the smallest file.
const LEAST: u64 = 64;

/// Entries of a file that holds so many real ones: the next of four sizes between powers of two.
fn padded(entries: u64) -> u64 {
    let step = (entries.next_power_of_two() / 8).max(LEAST / 8);
    (entries.div_ceil(step) * step).max(LEAST)
}

/// The fewest real entries of a file of so many.
pub(super) fn least_real(entries: u64) -> u64 {
    let step = entries.next_power_of_two() / 8;
    if entries <= LEAST { 0 } else { entries - step + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_few_and_at_most_a_third_beyond_what_is_needed() {
        let mut sizes = std::collections::BTreeSet::new();
        for real in 0..100_000u64 {
            let size = padded(real);
            sizes.insert(size);
            assert!(size >= real && size >= 64);
            assert!(real < 64 || size * 3 <= real * 4, "{real} in {size}");
            assert!(least_real(size) <= real, "{real} in {size}");
            assert!(size == 64 || padded(least_real(size)) == size);
            assert!(size == 64 || padded(least_real(size) - 1) < size);
        }
        assert!(sizes.len() < 50, "{}", sizes.len());
    }
}
