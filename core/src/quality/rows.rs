//! Every row by itself. Chunks of rows are independent of one another, so that any number of threads
//! gives the same answer.

use crate::check::{
    Cells, CheckOptions, Facts, PLACE_UNITS, PLACES, QualityCriterion, examine, examine_units,
    finding_criterion,
};
use crate::field::{BirthDate, CitizenId, IdentityCard, InsuranceNumber};
use crate::finding::{FieldName, Finding, FindingCode};
use crate::key::fold_key_to;
use crate::name::Name;
use crate::record::damage::Damage;
use crate::record::repair::{RowColumns, RowText};
use crate::record::{RowFinding, Schema};
use core::ops::Range;
use hashbrown::{HashMap, HashSet};
use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

/// Rows checked in one go.
const CHUNK: usize = 8_192;
/// Cells of places remembered in one go: there are few communes, and no end of addresses.
const REMEMBERED: usize = 4_096;

pub(super) type Hash = core::hash::BuildHasherDefault<Xxh3Default>;

/// The cells of all rows, and what is to be looked for in them.
pub(super) struct Rows<'a> {
    pub(super) columns: RowColumns<'a>,
    pub(super) damage: Damage,
    pub(super) options: CheckOptions,
    /// Does the table have a column for each field?
    present: [bool; FieldName::ALL.len()],
}

/// What records are held against one another by. Names are hashes of their folds; 0 is none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Person {
    pub(super) citizen_id: Option<CitizenId>,
    pub(super) identity_card: Option<IdentityCard>,
    pub(super) insurance: Option<InsuranceNumber>,
    pub(super) birth: Option<BirthDate>,
    pub(super) name: u64,
    pub(super) parents: [u64; 2],
}

/// What was found in a run of rows.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) findings: Vec<RowFinding>,
    pub(super) persons: Vec<Person>,
    /// Rows whose places had to be decoded, and what they are.
    pub(super) decoded: Vec<(u32, [Option<String>; UNITS.len()])>,
}

/// What records are counted by.
pub(super) const UNITS: [FieldName; 4] =
    [FieldName::Province, FieldName::District, FieldName::Commune, FieldName::Source];

impl<'a> Rows<'a> {
    pub(super) fn new(columns: RowColumns<'a>, schema: &Schema, options: CheckOptions) -> Self {
        let present = FieldName::ALL.map(|field| schema.column(field).is_some());
        Self { damage: columns.survey(), columns, options, present }
    }

    /// Checks all rows. `told` hears how many are done, now and then, and may stop the work by
    /// `false`.
    pub(super) fn check(
        &self,
        rows: usize,
        told: &mut (dyn FnMut(usize) -> bool + Send),
    ) -> Option<Checked> {
        /// Chunks between two words of progress.
        const ROUND: usize = 16;
        let mut all = Checked { persons: Vec::with_capacity(rows), ..Checked::default() };
        for start in (0..rows).step_by(CHUNK * ROUND) {
            if !told(start) {
                return None;
            }
            let end = rows.min(start + CHUNK * ROUND);
            let chunks: Vec<_> =
                (start..end).step_by(CHUNK).map(|first| first..end.min(first + CHUNK)).collect();
            for part in self.each(chunks) {
                all.findings.extend(part.findings);
                all.persons.extend(part.persons);
                all.decoded.extend(part.decoded);
            }
        }
        Some(all)
    }

    #[cfg(feature = "parallel")]
    fn each(&self, chunks: Vec<Range<usize>>) -> Vec<Checked> {
        use rayon::iter::{IntoParallelIterator, ParallelIterator};
        chunks.into_par_iter().map(|rows| self.chunk(rows)).collect()
    }

    #[cfg(not(feature = "parallel"))]
    fn each(&self, chunks: Vec<Range<usize>>) -> Vec<Checked> {
        chunks.into_iter().map(|rows| self.chunk(rows)).collect()
    }

    fn chunk(&self, rows: Range<usize>) -> Checked {
        let mut checked = Checked::default();
        let mut found = Vec::new();
        let mut scratch = String::new();
        let mut sound = HashSet::default();
        let mut units = Units::default();
        for row in rows {
            let text = self.columns.row(row, &self.damage);
            found.clear();
            let mut person = Person::default();
            let cells = self.examine(&text, &sound, &mut found, |facts| {
                person = person_of(facts, &mut scratch)
            });
            match PLACE_UNITS.map(|field| cells.get(field).map(|_| text.raw(field))) {
                [None, None, None] => {}
                // Decoded cells live as long as the row.
                own if own.contains(&Some(None)) => {
                    examine_units(&cells, &self.options, &mut found)
                }
                own => units.find(own.map(Option::flatten), &cells, &self.options, &mut found),
            }
            checked.persons.push(person);
            let Ok(row) = u32::try_from(row) else { continue };
            if text.was_decoded() {
                let own = |field| text.get(field).filter(|_| text.raw(field).is_none());
                checked.decoded.push((row, UNITS.map(|field| own(field).map(str::to_owned))));
            }
            for field in PLACES {
                let unclean = |held: &Finding| {
                    held.field == field
                        && finding_criterion(held.code) == Some(QualityCriterion::Clean)
                };
                if let Some(raw) = text.raw(field)
                    && sound.len() < REMEMBERED
                    && !found.iter().any(unclean)
                {
                    sound.insert(raw);
                }
            }
            let kept = found.iter().filter(|finding| !self.options.ignores(finding.code));
            let first = checked.findings.len();
            checked.findings.extend(kept.map(|finding| RowFinding {
                row,
                field: finding.field,
                code: finding.code,
            }));
            if let Some(own) = checked.findings.get_mut(first..) {
                own.sort_unstable();
            }
        }
        checked.findings.dedup();
        checked
    }

    /// Checks one row, all but its units; `sound` are cells of words that are known to need no
    /// repair. Gives the cells, decoded.
    pub(super) fn examine<'t>(
        &self,
        text: &'t RowText<'_>,
        sound: &HashSet<&str, Hash>,
        found: &mut Vec<Finding>,
        seen: impl FnOnce(&Facts<'_>),
    ) -> Cells<'t> {
        let mut cells = [None; FieldName::ALL.len()];
        for ((cell, field), present) in cells.iter_mut().zip(FieldName::ALL).zip(self.present) {
            if present {
                *cell = Some(text.get(field).unwrap_or_default());
            }
        }
        if text.was_decoded() {
            let decoded = |field: &FieldName| text.raw(*field).is_none();
            for field in FieldName::ALL
                .into_iter()
                .filter(|field| text.get(*field).is_some())
                .filter(decoded)
            {
                let note = Finding::new(FindingCode::EncodingRepaired, field);
                found.push(note.suggest(text.get(field).unwrap_or_default()));
            }
        }
        found.extend(
            text.unclear().iter().map(|&field| Finding::new(FindingCode::EncodingUnclear, field)),
        );
        let mut cells = Cells::new(cells);
        for field in PLACES {
            if text.raw(field).is_some_and(|raw| sound.contains(raw)) {
                cells.known_sound(field);
            }
        }
        examine(&cells, &self.options, found, seen);
        cells
    }
}

/// What was found in the units of places met before: there are few of them in one go.
#[derive(Default)]
struct Units<'a>(HashMap<[Option<&'a str>; PLACE_UNITS.len()], Vec<Finding>, Hash>);

impl<'a> Units<'a> {
    /// As [`examine_units`], by code and field alone: words are made when someone asks.
    fn find(
        &mut self,
        raw: [Option<&'a str>; PLACE_UNITS.len()],
        cells: &Cells<'_>,
        options: &CheckOptions,
        found: &mut Vec<Finding>,
    ) {
        if self.0.len() >= REMEMBERED && !self.0.contains_key(&raw) {
            return examine_units(cells, options, found);
        }
        let held = self.0.entry(raw).or_insert_with(|| {
            let mut all = Vec::new();
            examine_units(cells, options, &mut all);
            all.into_iter().map(|finding| Finding::new(finding.code, finding.field)).collect()
        });
        found.extend(held.iter().cloned());
    }
}

fn person_of(facts: &Facts<'_>, scratch: &mut String) -> Person {
    let mut hash = |name: &Option<Name<'_>>| {
        let Some(name) = name else { return 0 };
        scratch.clear();
        fold_key_to(name, scratch);
        xxh3_64(scratch.as_bytes()).max(1)
    };
    Person {
        citizen_id: facts.citizen_id,
        identity_card: facts.identity_card,
        insurance: facts.insurance,
        birth: facts.birth,
        name: hash(&facts.name),
        parents: [hash(&facts.father), hash(&facts.mother)],
    }
}
