//! A keyed index over bytes, and the search in it.

use super::super::blocks::{Blocks, damaged};
use super::super::format::{FileKind, Stretch, section};
use super::super::keys;
use super::super::open::unreadable;
use super::super::query::IndexQuery;
use super::super::settings::{KEYS_VERSION, RuleSettings};
use super::super::varint::{chunk, put, take_u32};
use super::handle::{KeyedHit, KeyedHits, RecordHandle};
use super::key::{Entry, FileKeys, IndexKey, Salt, Tag};
use super::rules::{Composite, each_key, is_way};
use crate::error::{Error, ErrorCode, Result};
use crate::field::PlaceTable;
use crate::finding::FieldName;
use crate::record::repair::RowColumns;
use crate::record::values::reader::Reader;
use core::fmt;
use smallvec::SmallVec;
use std::path::Path;

/// Records of one key that stand in a file; of more the rest is left out.
pub(super) const MOST_OF_ONE_KEY: u32 = 64;
/// Ways in which records meet; no file has as many.
const MOST_WAYS: usize = 64;
/// Bytes of an entry.
pub(super) const ENTRY: u64 = 16;

/// What a file says of itself.
pub(super) struct KeyedSettings {
    pub(super) salt: Salt,
    pub(super) check: u64,
    pub(super) rules: Vec<RuleSettings>,
}

impl KeyedSettings {
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, u64::from(KEYS_VERSION));
        out.extend_from_slice(&self.salt);
        out.extend_from_slice(&self.check.to_le_bytes());
        RuleSettings::write_all(&self.rules, &mut out);
        out
    }

    fn read(mut bytes: &[u8]) -> Result<Self> {
        let rest = &mut bytes;
        let read = |rest: &mut &[u8]| {
            take_u32(rest)?;
            let salt = chunk(rest)?;
            let check = u64::from_le_bytes(chunk(rest)?);
            let rules = RuleSettings::read_all(rest)?;
            let mut ways = rules.iter().flat_map(|rule| &rule.ways);
            let sound = ways.clone().count() <= MOST_WAYS && ways.all(|way| is_way(way));
            (rest.is_empty() && sound).then_some(Self { salt, check, rules })
        };
        read(rest).ok_or_else(|| damaged("settings"))
    }
}

/// An index without records, for a form in a browser: whether a likely duplicate exists, and the
/// handle by which the server finds it; made by
/// [`IndexBuilder::to_keyed_bytes`](crate::IndexBuilder::to_keyed_bytes).
///
/// Records meet that agree on a whole composite key, by sound where that is a name: there is no
/// score, no reason and no half-typed name. What the file tells whom: [`crate::KeyedLeaks`].
///
/// `Debug` shows counts only.
///
/// ```
/// use hoten::{FieldName, IndexBuilder, IndexKey, IndexQuery, KeyedIndex, StrColumn, Table};
///
/// let table = Table::new([
///     ("Họ và tên", StrColumn::from_strs(&["Nguyễn Văn Hòa", "Trần Thị Bé"])),
///     ("Ngày sinh", StrColumn::from_strs(&["12/5/1950", "02/9/1961"])),
/// ])?;
/// let key = IndexKey::from_bytes(&[7; 32])?; // from a generator of random numbers
/// let (bytes, summary) = IndexBuilder::new().to_keyed_bytes(&table, &key)?;
///
/// let index = KeyedIndex::open(bytes, &key)?;
/// let query = IndexQuery::new()
///     .field(FieldName::FullName, "NGUYEN VAN HOA")
///     .field(FieldName::BirthDate, "12/05/1950");
/// let hits = index.search(&query)?;
/// assert_eq!(hits[0].handle, summary.handles[0]);
/// assert_eq!(index.rules().nth(hits[0].rule.into()), Some("name and date"));
/// # Ok::<(), hoten::Error>(())
/// ```
pub struct KeyedIndex<D = Vec<u8>> {
    blocks: Blocks<D>,
    keys: FileKeys,
    rules: Vec<RuleSettings>,
    entries: Stretch,
    table: &'static PlaceTable<'static>,
}

impl KeyedIndex<Vec<u8>> {
    /// Reads a keyed index file into memory and opens it.
    ///
    /// # Errors
    /// [`ErrorCode::IndexUnreadable`], and those of [`KeyedIndex::open`].
    pub fn read(path: impl AsRef<Path>, key: &IndexKey) -> Result<Self> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        Self::open(bytes, key)
    }
}

impl<D: AsRef<[u8]>> KeyedIndex<D> {
    /// Opens the bytes of a keyed index with the key it was built with.
    ///
    /// # Errors
    /// [`ErrorCode::IndexKeyWrong`], [`ErrorCode::IndexKind`] for a full index, and those of
    /// [`crate::Index::open`].
    pub fn open(bytes: D, key: &IndexKey) -> Result<Self> {
        let blocks = Blocks::open(bytes)?;
        let head = blocks.head();
        head.check_kind(FileKind::Keyed)?;
        let settings = head.section(section::KEYED_SETTINGS);
        let KeyedSettings { salt, check, rules } =
            KeyedSettings::read(blocks.bytes(settings.at, settings.len)?)?;
        let entries = head.section(section::KEYED_ENTRIES);
        if head.records.checked_mul(ENTRY) != Some(entries.len) {
            return Err(damaged("entries"));
        }
        let keys = FileKeys::new(key, &salt);
        if keys.check != check {
            return Err(Error::new(ErrorCode::IndexKeyWrong));
        }
        Ok(Self { blocks, keys, rules, entries, table: PlaceTable::built_in() })
    }

    /// As [`Index::with_places`](crate::Index::with_places).
    #[must_use]
    pub fn with_places(mut self, table: &'static PlaceTable<'static>) -> Self {
        self.table = table;
        self
    }

    /// Entries in the file, those of nothing included: how many records there are is not kept.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.blocks.head().records
    }

    /// The names of its rules, by their place in [`KeyedHit::rule`].
    pub fn rules(&self) -> impl ExactSizeIterator<Item = &str> {
        self.rules.iter().map(|rule| rule.name.as_str())
    }

    /// Checks every block now, instead of when it is first looked at.
    ///
    /// # Errors
    /// [`ErrorCode::IndexDamaged`] when one does not hold.
    pub fn verify(&self) -> Result<()> {
        self.blocks.check_all()
    }

    /// Finds the records that share a composite key with a query; its `limit` counts,
    /// [`typing`](IndexQuery::typing) and [`candidates`](IndexQuery::candidates) mean nothing here.
    ///
    /// # Errors
    /// [`ErrorCode::KeyedFilter`] for a query of one commune or source only,
    /// [`ErrorCode::IndexDamaged`] when bytes that were looked at do not hold.
    pub fn search(&self, query: &IndexQuery<'_>) -> Result<KeyedHits> {
        for (filter, asked) in [("commune", &query.commune), ("source", &query.source)] {
            if asked.is_some() {
                return Err(Error::new(ErrorCode::KeyedFilter).with("filter", filter));
            }
        }
        let cells = FieldName::ALL.map(|field| [query.cell(field)]);
        let columns = RowColumns::of_row(&cells);
        let mut reader = Reader::new(self.table);
        let record = reader.read(&columns.row(0, &columns.survey()));
        let values = keys::parts_read(&reader, &record);
        let mut found = KeyedHits::default();
        for (number, rule) in (0u8..).zip(&self.rules) {
            for (way, parts) in (0u8..).zip(&rule.ways) {
                let mut own: SmallVec<[Composite; 4]> = SmallVec::new();
                each_key(parts, &values, |composite| own.push(composite));
                for composite in own {
                    let tag = self.keys.tag(&composite.bytes((number, way), parts.len()));
                    self.take(&tag, number, &mut found)?;
                }
            }
        }
        found.truncated |= found.hits.len() > query.limit;
        found.hits.truncate(query.limit);
        Ok(found)
    }

    /// Adds the records of a composite key that are not found yet.
    fn take(&self, tag: &Tag, rule: u8, found: &mut KeyedHits) -> Result<()> {
        for place in 0..MOST_OF_ONE_KEY {
            let Entry { label, covered } = tag.entry(place);
            let Some(held) = self.find(label)? else { return Ok(()) };
            let handle = RecordHandle::from_bits(held ^ covered);
            if found.hits.iter().all(|hit| hit.handle != handle) {
                found.hits.push(KeyedHit { handle, rule });
            }
        }
        found.truncated = true;
        Ok(())
    }

    /// What is covered under a label.
    fn find(&self, label: u64) -> Result<Option<u64>> {
        let (mut low, mut high) = (0, self.entries());
        while low < high {
            let middle = low + (high - low) / 2;
            let mut entry = self.blocks.bytes(self.entries.at + middle * ENTRY, ENTRY)?;
            let mut word = || chunk(&mut entry).map_or(0, u64::from_le_bytes);
            let (held, covered) = (word(), word());
            match held.cmp(&label) {
                core::cmp::Ordering::Equal => return Ok(Some(covered)),
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        Ok(None)
    }
}

impl<D: AsRef<[u8]>> fmt::Debug for KeyedIndex<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyedIndex").field("entries", &self.entries()).finish_non_exhaustive()
    }
}
