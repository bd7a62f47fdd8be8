//! Counts by province, district, commune and source.

use super::report::{QualityTally, RowMark, UnitLevel, UnitQuality};
use super::rows::{Hash, UNITS};
use crate::clean::fold_to;
use crate::field::{Province, UnitName};
use crate::finding::FieldName;
use hashbrown::{HashMap, HashTable};
use xxhash_rust::xxh3::xxh3_64;

/// Units kept of each level, those with most records: a column that holds anything else than units
/// must not swell a report.
const KEPT: usize = 20_000;
/// Letters of a name kept.
const LETTERS: usize = 80;

/// A level's distinct names: 0 is none.
#[derive(Default)]
struct Names<'a> {
    raw: HashTable<(&'a str, u32)>,
    folds: HashTable<u32>,
    shown: Vec<(String, String)>,
}

/// Counts under way.
#[derive(Default)]
pub(super) struct Places<'a> {
    names: [Names<'a>; 4],
    tallies: [HashMap<[u32; 3], QualityTally, Hash>; 4],
    scratch: String,
}

impl<'a> Places<'a> {
    /// Counts one row for each level. `cells` are those of [`UNITS`] as they stand in the table,
    /// `decoded` how they are to be read instead.
    pub(super) fn row(
        &mut self,
        cells: [Option<&'a str>; 4],
        decoded: Option<&[Option<String>; 4]>,
        mark: RowMark,
    ) {
        let mut ids = [0; 4];
        for (at, ((id, names), raw)) in ids.iter_mut().zip(&mut self.names).zip(cells).enumerate() {
            let field = UNITS.get(at).copied().unwrap_or(FieldName::Source);
            *id = match decoded.and_then(|texts| texts.get(at)?.as_deref()) {
                Some(text) => names.read(text, field, &mut self.scratch),
                None => names.known(raw, field, &mut self.scratch),
            };
        }
        let [province, district, commune, source] = ids;
        let keys = [
            [province, 0, 0],
            [district, province, 0],
            [commune, district, province],
            [source, 0, 0],
        ];
        for (tallies, key) in self.tallies.iter_mut().zip(keys) {
            tallies.entry(key).or_default().add(mark);
        }
    }

    /// Every unit, level by level, most records first. A level that no row names is left out.
    pub(super) fn finish(self) -> Vec<UnitQuality> {
        let [provinces, districts, communes, sources] = &self.names;
        let parts = [
            [provinces, provinces, provinces],
            [districts, provinces, provinces],
            [communes, districts, provinces],
            [sources, sources, sources],
        ];
        let mut all = Vec::new();
        for ((level, names), tallies) in UnitLevel::ALL.into_iter().zip(parts).zip(self.tallies) {
            if tallies.keys().all(|[own, ..]| *own == 0) {
                continue;
            }
            let depth = match level {
                UnitLevel::Province | UnitLevel::Source => 1,
                UnitLevel::District => 2,
                UnitLevel::Commune => 3,
            };
            let named = tallies.into_iter().map(|(key, tally)| {
                let names = key.iter().zip(names).take(depth);
                let names = names.map(|(&id, names)| names.shown(id).to_owned()).collect();
                UnitQuality { level, names, tally }
            });
            let mut units: Vec<_> = named.collect();
            units.sort_by(|a, b| {
                b.tally.records.cmp(&a.tally.records).then_with(|| a.names.cmp(&b.names))
            });
            units.truncate(KEPT);
            all.extend(units);
        }
        all
    }
}

impl<'a> Names<'a> {
    fn shown(&self, id: u32) -> &str {
        let place = (id as usize).checked_sub(1);
        place.and_then(|place| self.shown.get(place)).map_or("", |(_, shown)| shown)
    }

    /// As [`Self::read`] of a cell that may have been met before; 0 for a blank one.
    fn known(&mut self, raw: Option<&'a str>, field: FieldName, scratch: &mut String) -> u32 {
        let Some(raw) = raw.filter(|cell| !cell.chars().all(char::is_whitespace)) else { return 0 };
        let hash = xxh3_64(raw.as_bytes());
        if let Some((_, id)) = self.raw.find(hash, |(held, _)| *held == raw) {
            return *id;
        }
        let id = self.read(raw, field, scratch);
        self.raw.insert_unique(hash, (raw, id), |(held, _)| xxh3_64(held.as_bytes()));
        id
    }

    /// The number of the unit that a text names: units that differ in kind, case, marks and tone
    /// style alone are one. The seam for what a place means today: only provinces are taken to it
    /// so far.
    fn read(&mut self, text: &str, field: FieldName, scratch: &mut String) -> u32 {
        let current = (field == FieldName::Province).then(|| Province::find(text)).flatten();
        let shown = current.map_or_else(|| text.trim(), |province| province.current().full_name());
        scratch.clear();
        fold_to(bare(shown, field == FieldName::Source), scratch);
        self.intern(scratch, shown)
    }

    /// The number of a folded name; the best of its writings is shown.
    fn intern(&mut self, fold: &str, shown: &str) -> u32 {
        let Self { folds, shown: all, .. } = self;
        let hash = xxh3_64(fold.as_bytes());
        let held = |id: u32| all.get(id as usize - 1).map_or("", |(fold, _)| fold.as_str());
        if let Some(&id) = folds.find(hash, |&id| held(id) == fold) {
            if let Some((_, kept)) = all.get_mut(id as usize - 1)
                && fitness(kept) < fitness(shown)
            {
                *kept = shown.chars().take(LETTERS).collect();
            }
            return id;
        }
        let Ok(id) = u32::try_from(all.len() + 1) else { return 0 };
        folds.insert_unique(hash, id, |&id| {
            xxh3_64(all.get(id as usize - 1).map_or("", |(fold, _)| fold.as_str()).as_bytes())
        });
        all.push((fold.to_owned(), shown.chars().take(LETTERS).collect()));
        id
    }
}

/// How fit a writing is to be shown: `Huyện Cầu Ngang` before `huyện Cầu Ngang` and `H. Cầu Ngang`.
fn fitness(name: &str) -> (bool, bool, usize) {
    let in_full = !name.contains('.');
    (in_full, name.starts_with(char::is_uppercase), name.chars().count().min(LETTERS))
}

/// A unit's name without its kind; a source has none.
fn bare(name: &str, is_source: bool) -> &str {
    if is_source { name } else { UnitName::parse(name).name() }
}

/// What a unit is found by in another report, however it is written there.
pub(super) fn key(level: UnitLevel, names: &[String]) -> String {
    let mut key = String::new();
    for name in names {
        fold_to(bare(name, level == UnitLevel::Source), &mut key);
        key.push('/');
    }
    key
}
