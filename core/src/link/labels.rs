//! A model from known pairs: levels counted among pairs of one person and among others.

use super::judge::{Judged, Verdict};
use super::linker::{Linker, Settings};
use super::match_rules::MatchRules;
use super::sides::Sides;
use super::train::{RARE, random_levels};
use super::walk::{Prepared, blocking, prepare};
use crate::block::{Blocker, PairScope, PartTable};
use crate::compare::{Comparison, MAX_LEVELS, compare_rows};
use crate::error::Result;
use crate::record::Table;
use crate::record::values::RecordTable;
use crate::score::Model;
use core::ops::ControlFlow;
use std::collections::BTreeMap;

/// How many pairs the model of the linker counts for beside the labelled ones.
const START: f64 = 20.0;

impl Linker {
    /// A model counted from a table whose persons are known: `truth` gives a person for each record
    /// id; records it does not name are left out. The linker's own model fills what the table does
    /// not show.
    ///
    /// # Errors
    /// As [`Linker::dedupe`].
    pub fn train_labelled<'t>(
        &self,
        table: &Table<'_>,
        truth: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Model> {
        let sides = self.sides(&[table])?;
        let settings = self.settings();
        let Prepared { records, parts, rules } =
            prepare(&sides, settings.rules, PairScope::All, &mut |_| true)?;
        let truth: BTreeMap<&str, &str> = truth.into_iter().collect();
        let rows = u32::try_from(records.records.len()).unwrap_or(u32::MAX);
        let persons: Vec<Option<&str>> =
            (0..rows).map(|row| truth.get(sides.record_id(row).as_ref()).copied()).collect();
        let start = settings.model;
        let fields = super::declared::labelled::fields(&records, &parts, &rules, &persons, start)?;
        if !records.has_residents {
            return Ok(start.clone().with_fields(fields));
        }
        let m = match_levels(&records, &persons, start);
        let mut u = random_levels(&records, start);
        rare_levels(&records, &parts, &rules, &persons, &mut u)?;
        Ok(Model::fitted_from(start, m, u).with_fields(fields))
    }
}

/// The model with m counted anew from the pairs that people judged to be one person, and how many
/// those were. Pairs judged to be two persons are not counted: people are shown the hard ones, which
/// do not stand for random pairs.
pub(super) fn with_judgements(
    model: &Model,
    records: &RecordTable,
    sides: &Sides<'_>,
    settings: &Settings<'_>,
) -> (Model, u64) {
    let same = Judged::find(settings.judgements, sides, false).of(Verdict::Same);
    if same.is_empty() {
        return (model.clone(), 0);
    }
    let mut counts = model.m.map(|row| row.map(|p| p * START));
    for &(left, right) in &same {
        add(records, left as usize, right as usize, &mut counts);
    }
    let fields = super::declared::labelled::beside(model, records, &same, START);
    if !records.has_residents {
        return (model.clone().with_fields(fields), same.len() as u64);
    }
    let counted = Model::fitted_from(model, shares(counts), model.u);
    (counted.with_fields(fields), same.len() as u64)
}

type Levels = [[f64; MAX_LEVELS]; Comparison::ALL.len()];

/// Levels among all pairs of one person.
fn match_levels(records: &RecordTable, persons: &[Option<&str>], start: &Model) -> Levels {
    let mut counts = start.m.map(|row| row.map(|p| p * START));
    for (left, right) in same_pairs(persons) {
        add(records, left, right, &mut counts);
    }
    shares(counts)
}

/// All pairs of rows of one person, person by person.
pub(super) fn same_pairs(persons: &[Option<&str>]) -> Vec<(usize, usize)> {
    let mut groups = BTreeMap::<&str, Vec<usize>>::new();
    for (row, person) in persons.iter().enumerate() {
        if let Some(person) = person {
            groups.entry(person).or_default().push(row);
        }
    }
    let pairs = groups.values().flat_map(|rows| {
        let all = rows.iter().enumerate();
        all.flat_map(|(place, &left)| rows.iter().skip(place + 1).map(move |&right| (left, right)))
    });
    pairs.collect()
}

fn shares(counts: Levels) -> Levels {
    counts.map(|row| {
        let total: f64 = row.iter().sum();
        row.map(|count| count / total.max(f64::MIN_POSITIVE))
    })
}

/// Chance agreement on numbers, which a random sample hardly meets: all of it is among the
/// candidates, so it is counted there.
fn rare_levels(
    records: &RecordTable,
    parts: &PartTable,
    rules: &MatchRules,
    persons: &[Option<&str>],
    u: &mut Levels,
) -> Result<()> {
    let blocks = rules.blocks();
    let blocker = Blocker::new(parts, &blocks, blocking(rules, PairScope::All))?;
    let mut counts: Levels = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
    let person = |row: u32| persons.get(row as usize).copied().flatten();
    let _ = blocker.for_each_batch(&mut |batch| {
        for pair in batch {
            let (left, right) = (person(pair.left), person(pair.right));
            if left.is_some() && right.is_some() && left != right {
                add(records, pair.left as usize, pair.right as usize, &mut counts);
            }
        }
        ControlFlow::Continue(())
    });
    let rows = records.records.len() as f64;
    let all = (rows * (rows - 1.0) / 2.0).max(1.0);
    for comparison in RARE {
        let names = comparison.levels();
        let cells = u.get_mut(comparison.index()).into_iter().flatten();
        let counts = counts.get(comparison.index()).into_iter().flatten();
        for ((cell, count), name) in cells.zip(counts).zip(names) {
            if !name.starts_with("missing") && *name != "different" {
                *cell = (count + 0.5) / all;
            }
        }
    }
    Ok(())
}

fn add(records: &RecordTable, left: usize, right: usize, counts: &mut Levels) {
    if let Some(pattern) = compare_rows(records, left, right) {
        let mut bits = pattern.bits();
        for row in counts {
            if let Some(count) = row.get_mut((bits & 0xF) as usize) {
                *count += 1.0;
            }
            bits >>= 4;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::StrBuffer;

    const PERSONS: usize = 100;

    /// A hundred persons of two records (rows 2p and 2p + 1, ids the rows): sex is wrong in one
    /// record of the first 30; persons 0 and 1 have one citizen ID by mistake.
    fn model(known: usize) -> (Model, Model) {
        let mut cells: [StrBuffer; 4] = Default::default();
        for row in 0..2 * PERSONS {
            let person = row / 2;
            let sex = if person < 30 && row % 2 == 1 { "Nữ" } else { "Nam" };
            let number = 311 * person.max(1);
            let values = [
                row.to_string(),
                format!("Nguyễn Văn {}", ["Lan", "Hòa", "Tám", "Phúc"][person % 4]),
                sex.to_owned(),
                format!("089080{number:06}"),
            ];
            cells.iter_mut().zip(values).for_each(|(buffer, cell)| buffer.push(Some(&cell)));
        }
        let names = ["id", "full_name", "sex", "cccd"];
        let table = names.iter().zip(&cells).map(|(name, cells)| (*name, cells.as_column()));
        let table = Table::new(table).unwrap();
        let truth: Vec<(String, String)> =
            (0..2 * known).map(|row| (row.to_string(), (row / 2).to_string())).collect();
        let truth = truth.iter().map(|(id, person)| (id.as_str(), person.as_str()));
        let linker = Linker::new();
        (linker.settings().model.clone(), linker.train_labelled(&table, truth).unwrap())
    }

    /// 30 of 100 pairs differ in sex, and the model counts for 20 pairs more.
    #[test]
    fn m_counts_the_pairs_of_one_person() {
        let (start, model) = model(PERSONS);
        for (level, pairs) in [(2, 70.0), (3, 30.0)] {
            let want = (pairs + START * start.m(Comparison::Sex, level)) / (100.0 + START);
            let found = model.m(Comparison::Sex, level);
            assert!((found - want).abs() < 1e-3, "level {level}: {found}, not {want}");
        }
        let want = (100.0 + START * start.m(Comparison::CitizenId, 2)) / (100.0 + START);
        assert!((model.m(Comparison::CitizenId, 2) - want).abs() < 1e-3);
    }

    /// Four pairs of records of two persons share a number, of 19,900 pairs in all.
    #[test]
    fn u_of_a_number_counts_persons_who_share_it() {
        let (_, model) = model(PERSONS);
        let found = model.u(Comparison::CitizenId, 2);
        assert!((found - 4.5 / 19_900.0).abs() < 1e-9, "{found}");
    }

    /// Only the first ten persons are known, and all of those differ in sex.
    #[test]
    fn records_the_truth_does_not_name_are_left_out() {
        let (start, model) = model(10);
        let want = (10.0 + START * start.m(Comparison::Sex, 3)) / (10.0 + START);
        assert!((model.m(Comparison::Sex, 3) - want).abs() < 1e-3);
        let (start, untold) = self::model(0);
        for comparison in Comparison::ALL {
            for level in 0..comparison.levels().len() as u8 {
                let (was, is) = (start.m(comparison, level), untold.m(comparison, level));
                assert!((was - is).abs() < 1e-3, "{comparison:?} {level}");
            }
        }
    }
}
