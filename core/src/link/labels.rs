//! A model from known pairs: levels counted among pairs of one person and among others.

use super::linker::Linker;
use super::rules::{self, REFINE, RULES};
use super::train::{RARE, random_levels};
use crate::block::{BlockRule, Blocker, BlockingOptions};
use crate::compare::{Comparison, MAX_LEVELS, compare};
use crate::error::Result;
use crate::record::values::RecordTable;
use crate::record::{Schema, Table};
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
        let schema = Schema::detect(table.names(), self.columns())?;
        let ids = super::ids::check_ids(table, &schema)?;
        let Some(records) = RecordTable::build(table, &schema, |_| true) else {
            return Ok(self.start().clone());
        };
        let truth: BTreeMap<&str, &str> = truth.into_iter().collect();
        let rows = u32::try_from(records.records.len()).unwrap_or(u32::MAX);
        let persons: Vec<Option<&str>> =
            (0..rows).map(|row| truth.get(ids.get(row).as_ref()).copied()).collect();
        let start = self.start();
        let m = match_levels(&records, &persons, start);
        let mut u = random_levels(&records, start);
        rare_levels(&records, &persons, &mut u)?;
        Ok(Model::new(m, u, start.dependence.clone()))
    }
}

type Levels = [[f64; MAX_LEVELS]; Comparison::ALL.len()];

/// Levels among all pairs of one person.
fn match_levels(records: &RecordTable, persons: &[Option<&str>], start: &Model) -> Levels {
    let mut groups = BTreeMap::<&str, Vec<usize>>::new();
    for (row, person) in persons.iter().enumerate() {
        if let Some(person) = person {
            groups.entry(person).or_default().push(row);
        }
    }
    let mut counts = start.m.map(|row| row.map(|p| p * START));
    for rows in groups.values() {
        for (place, &left) in rows.iter().enumerate() {
            for &right in rows.iter().skip(place + 1) {
                add(records, left, right, &mut counts);
            }
        }
    }
    counts.map(|row| {
        let total: f64 = row.iter().sum();
        row.map(|count| count / total.max(f64::MIN_POSITIVE))
    })
}

/// Chance agreement on numbers, which a random sample hardly meets: all of it is among the
/// candidates, so it is counted there.
fn rare_levels(records: &RecordTable, persons: &[Option<&str>], u: &mut Levels) -> Result<()> {
    let parts = rules::parts(records);
    let rules: Vec<BlockRule> = RULES.iter().map(|rule| rule.block.clone()).collect();
    let options = BlockingOptions { refine: REFINE.to_vec(), ..BlockingOptions::default() };
    let blocker = Blocker::new(&parts, &rules, options)?;
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
    if let (Some(a), Some(b)) = (records.records.get(left), records.records.get(right)) {
        let mut bits = compare(&records.names, a, b).bits();
        for row in counts {
            if let Some(count) = row.get_mut((bits & 0xF) as usize) {
                *count += 1.0;
            }
            bits >>= 4;
        }
    }
}
