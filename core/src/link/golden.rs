//! One record for each cluster: the best value of every field, where it comes from, and why.

use super::linkage::{Linkage, shown};
use super::same_value::{Value, read};
use crate::finding::FieldName;
use crate::record::FieldKind;
use crate::record::declared::DeclaredField;
use crate::record::repair::RowText;
use std::borrow::Cow;
use std::collections::HashMap;

/// The fields of a golden record: all but the identifier and the source.
const FIELDS: [FieldName; 13] = {
    use FieldName as F;
    [
        F::FullName,
        F::BirthDate,
        F::Sex,
        F::CitizenId,
        F::IdentityCard,
        F::InsuranceNumber,
        F::Phone,
        F::Province,
        F::District,
        F::Commune,
        F::Address,
        F::FatherName,
        F::MotherName,
    ]
};

/// Different values of one field that are weighed against each other, those most records have: the
/// cost of a cluster stays linear in its records.
const COMPARED: usize = 64;

/// Why a value was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GoldenReason {
    /// Only one record has a value.
    Only,
    /// All records that have a value have this one.
    Agreed,
    /// It says most, and no other value contradicts it: a full date among years, a name with its
    /// marks among names without.
    MostComplete,
    /// Its source is trusted more than those of the values that contradict it
    /// ([`crate::Linker::trust`]).
    Trusted,
    /// More records speak for it than for any value that contradicts it.
    Majority,
    /// As many records speak for another value: that of the smallest record identifier was taken,
    /// and people should look.
    Tie,
}

impl GoldenReason {
    /// `"only"`, `"agreed"`, `"most_complete"`, `"trusted"`, `"majority"` or `"tie"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::Agreed => "agreed",
            Self::MostComplete => "most_complete",
            Self::Trusted => "trusted",
            Self::Majority => "majority",
            Self::Tie => "tie",
        }
    }
}

/// A field of a golden record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum GoldenField {
    /// One of residents.
    Resident(FieldName),
    /// A declared field ([`crate::Linker::field`]).
    Declared {
        /// Its place among those of [`Linkage::fields`].
        place: usize,
        /// What it holds.
        kind: FieldKind,
    },
}

impl GoldenField {
    fn shown(self, cell: &str) -> String {
        match self {
            Self::Resident(field) => shown(field, cell),
            Self::Declared { .. } => cell.trim().to_owned(),
        }
    }

    fn read(self, text: &str) -> Option<Value> {
        match self {
            Self::Resident(field) => read(field, text),
            Self::Declared { kind: FieldKind::Date, .. } => read(FieldName::BirthDate, text),
            // Any other is the same where its words are.
            Self::Declared { .. } => read(FieldName::Address, text),
        }
    }
}

/// One value of a golden record. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldenValue {
    /// The field.
    pub field: GoldenField,
    /// The value as read from its record.
    pub value: String,
    /// The record it comes from.
    pub row: u32,
    /// Why it was chosen.
    pub reason: GoldenReason,
    /// Records whose value is this one, or a less complete form of it.
    pub support: u32,
    /// Records that have another value.
    pub against: u32,
}

impl core::fmt::Debug for GoldenValue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:?}: row {}, {}", self.field, self.row, self.reason.as_str())
    }
}

/// The best of what the records of one cluster say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoldenRecord {
    /// The row that names the cluster.
    pub cluster: u32,
    /// Its records, by row.
    pub rows: Vec<u32>,
    /// One value for each field that any record has, in the order of [`FieldName::ALL`], then declared
    /// fields.
    pub values: Vec<GoldenValue>,
}

impl GoldenRecord {
    /// The value of a field.
    #[must_use]
    pub fn value(&self, field: FieldName) -> Option<&GoldenValue> {
        self.values.iter().find(|held| held.field == GoldenField::Resident(field))
    }

    /// The value of a declared field, by its place.
    #[must_use]
    pub fn declared(&self, at: usize) -> Option<&GoldenValue> {
        let is_it = |held: &&GoldenValue| matches!(held.field, GoldenField::Declared { place, .. } if place == at);
        self.values.iter().find(is_it)
    }
}

impl Linkage<'_> {
    /// One golden record for each cluster, single records too, by the first row of the cluster.
    ///
    /// Only values that can be read compete, where any can; a value that another one completes
    /// (a year, a name without marks) speaks for that one. The most trusted source goes first
    /// ([`crate::Linker::trust`]), then the value most records speak for, then the smallest record
    /// identifier. Reads each cell again: some microseconds a record.
    ///
    /// ```
    /// use hoten::{FieldName, GoldenReason, Linker, StrColumn, Table};
    /// let names = ["NGUYEN VAN HOA", "Nguyễn Văn Hòa"];
    /// let table = Table::new([
    ///     ("full_name", StrColumn::from_strs(&names)),
    ///     ("dob", StrColumn::from_strs(&["12/5/1950", "1950"])),
    ///     ("cccd", StrColumn::from_strs(&["089050001234", "089050001234"])),
    /// ])?;
    /// let linkage = Linker::new().dedupe(&table)?;
    /// let golden: Vec<_> = linkage.golden().collect();
    /// assert_eq!(golden.len(), 1);
    /// let name = golden[0].value(FieldName::FullName).map(|held| (&*held.value, held.reason));
    /// assert_eq!(name, Some(("Nguyễn Văn Hòa", GoldenReason::MostComplete)));
    /// let date = golden[0].value(FieldName::BirthDate).map(|held| (&*held.value, held.row));
    /// assert_eq!(date, Some(("12/5/1950", 0)));
    /// # Ok::<(), hoten::Error>(())
    /// ```
    pub fn golden(&self) -> impl Iterator<Item = GoldenRecord> + '_ {
        let trust: HashMap<&str, usize> =
            self.trusted.iter().map(String::as_str).zip(0..).collect();
        self.members().into_iter().map(move |rows| self.golden_of(rows, &trust))
    }

    /// The rows of every cluster, ascending; clusters by their first row.
    pub(super) fn members(&self) -> Vec<Vec<u32>> {
        let mut places = vec![u32::MAX; self.clusters.len()];
        let mut members: Vec<Vec<u32>> = Vec::new();
        for (row, &cluster) in (0..).zip(&self.clusters) {
            let Some(place) = places.get_mut(cluster as usize) else { continue };
            if *place == u32::MAX {
                *place = members.len() as u32;
                members.push(Vec::new());
            }
            members.get_mut(*place as usize).into_iter().for_each(|rows| rows.push(row));
        }
        members
    }

    fn golden_of(&self, rows: Vec<u32>, trust: &HashMap<&str, usize>) -> GoldenRecord {
        let texts: Vec<(Rank<'_>, RowText<'_>)> = rows
            .iter()
            .filter_map(|&row| {
                let text = self.row(row)?;
                let source = text.get(FieldName::Source).unwrap_or_default().trim();
                let trust = trust.get(source).copied().unwrap_or(usize::MAX);
                Some(((trust, self.record_id(row), row), text))
            })
            .collect();
        let resident = |field| {
            let cells = texts.iter().filter_map(move |(rank, text)| Some((rank, text.get(field)?)));
            best(GoldenField::Resident(field), cells)
        };
        let declared = |(place, field): (usize, &DeclaredField)| {
            let cell = |rank: &Rank<'_>| self.declared_cell(rank.2, place);
            let cells = texts.iter().filter_map(|(rank, _)| Some((rank, cell(rank)?)));
            let cells = cells.filter(|(_, cell)| !cell.trim().is_empty());
            best(GoldenField::Declared { place, kind: field.kind }, cells)
        };
        let residents = FIELDS.into_iter().filter_map(resident);
        let declared = self.sides.fields().iter().enumerate().filter_map(declared);
        let values = residents.chain(declared).collect();
        let cluster = rows.first().and_then(|&row| self.clusters.get(row as usize)).copied();
        GoldenRecord { cluster: cluster.unwrap_or_default(), rows, values }
    }
}

/// Place of a record's source among the trusted ones, its identifier and row.
type Rank<'a> = (usize, Cow<'a, str>, u32);

/// The best of the cells that are not blank.
fn best<'a>(
    field: GoldenField,
    cells: impl Iterator<Item = (&'a Rank<'a>, &'a str)> + Clone,
) -> Option<GoldenValue> {
    let (_, first) = cells.clone().next()?;
    if cells.clone().all(|(_, cell)| cell == first) {
        agreed(field, first, cells.map(|(rank, _)| rank))
    } else {
        choose(field, heard(field, cells))
    }
}

/// What all that have a value write alike.
fn agreed<'r>(
    field: GoldenField,
    cell: &str,
    ranks: impl Iterator<Item = &'r Rank<'r>> + Clone,
) -> Option<GoldenValue> {
    let value = field.shown(cell);
    let (_, _, row) = ranks.clone().min().filter(|_| !value.is_empty())?;
    let support = u32::try_from(ranks.count()).unwrap_or(u32::MAX);
    let reason = if support == 1 { GoldenReason::Only } else { GoldenReason::Agreed };
    Some(GoldenValue { field, value, row: *row, reason, support, against: 0 })
}

/// The values of cells, each once.
fn heard<'a>(
    field: GoldenField,
    cells: impl Iterator<Item = (&'a Rank<'a>, &'a str)>,
) -> Vec<Heard<'a>> {
    let mut heard: Vec<Heard<'_>> = Vec::new();
    let mut places = HashMap::<(Option<Value>, String), usize>::new();
    for (rank, cell) in cells {
        let text = field.shown(cell);
        if text.is_empty() {
            continue;
        }
        let value = field.read(&text);
        // What cannot be read is the same only if it is written the same.
        let written = if value.is_some() { String::new() } else { text.clone() };
        let key = (value, written);
        match places.get(&key).and_then(|&place| heard.get_mut(place)) {
            Some(held) => held.add(rank, text),
            None => {
                heard.push(Heard { value: key.0.clone(), votes: 1, rank, text });
                places.insert(key, heard.len() - 1);
            }
        }
    }
    heard
}

/// A value that records have, and the one of them it would be taken from.
struct Heard<'a> {
    value: Option<Value>,
    votes: usize,
    rank: &'a Rank<'a>,
    text: String,
}

impl<'a> Heard<'a> {
    fn add(&mut self, rank: &'a Rank<'a>, text: String) {
        self.votes += 1;
        if rank < self.rank {
            (self.rank, self.text) = (rank, text);
        }
    }

    /// Whether all this one says is said by the other.
    fn speaks_for(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Some(own), Some(other)) => other.completes(own),
            _ => self.value == other.value && self.text == other.text,
        }
    }
}

/// The value most can be said for; none if there is none.
fn choose(field: GoldenField, mut heard: Vec<Heard<'_>>) -> Option<GoldenValue> {
    let votes: usize = heard.iter().map(|held| held.votes).sum();
    if heard.iter().any(|held| held.value.is_some()) {
        heard.retain(|held| held.value.is_some());
    }
    heard.sort_by(|a, b| b.votes.cmp(&a.votes).then_with(|| a.rank.cmp(b.rank)));
    heard.truncate(COMPARED);
    // What another value completes does not compete.
    let completed =
        |one: &Heard<'_>| heard.iter().any(|other| one.speaks_for(other) && !other.speaks_for(one));
    let support = |one: &Heard<'_>| -> usize {
        heard.iter().filter(|held| held.speaks_for(one)).map(|held| held.votes).sum()
    };
    let mut rivals: Vec<(&Heard<'_>, usize)> =
        heard.iter().filter(|held| !completed(held)).map(|held| (held, support(held))).collect();
    rivals.sort_by(|(a, a_support), (b, b_support)| {
        a.rank.0.cmp(&b.rank.0).then(b_support.cmp(a_support)).then_with(|| a.rank.cmp(b.rank))
    });
    let &(chosen, supported) = rivals.first()?;
    let second = rivals.get(1);
    let reason = match second {
        _ if votes == 1 => GoldenReason::Only,
        _ if supported == votes && chosen.votes == votes => GoldenReason::Agreed,
        None => GoldenReason::MostComplete,
        Some((other, _)) if other.rank.0 > chosen.rank.0 => GoldenReason::Trusted,
        Some((_, support)) if *support < supported => GoldenReason::Majority,
        Some(_) => GoldenReason::Tie,
    };
    Some(GoldenValue {
        field,
        value: chosen.text.clone(),
        row: chosen.rank.2,
        reason,
        support: u32::try_from(supported).unwrap_or(u32::MAX),
        against: u32::try_from(votes.saturating_sub(supported)).unwrap_or(u32::MAX),
    })
}
