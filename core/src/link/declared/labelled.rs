//! The model of declared fields from known pairs.

use super::super::labels::same_pairs;
use super::super::match_rules::MatchRules;
use super::super::walk::blocking;
use super::fit::random_patterns;
use crate::block::{Blocker, PairScope, PartTable};
use crate::compare::compare_rows;
use crate::error::Result;
use crate::record::values::RecordTable;
use crate::score::{FieldModel, LevelCounts, Model, set_same};
use core::ops::ControlFlow;

/// How many pairs of one entity the model at the start counts for.
const START: f64 = 20.0;

/// The rates of declared fields counted from the known persons of rows: m among pairs of one, u among
/// random pairs; how often strangers share a value among the pairs of a rule of that field alone.
pub(in crate::link) fn fields(
    records: &RecordTable,
    parts: &PartTable,
    rules: &MatchRules,
    persons: &[Option<&str>],
    start: &Model,
) -> Result<Vec<FieldModel>> {
    let start = start.fields_for(&records.declared);
    if start.is_empty() {
        return Ok(start);
    }
    let same: Vec<(u32, u32)> =
        same_pairs(persons).into_iter().map(|(a, b)| (a as u32, b as u32)).collect();
    let mut others = LevelCounts::new(start.len());
    for (pattern, pairs) in random_patterns(records, PairScope::All) {
        others.add(pattern, 0, pairs as f64);
    }
    let matched = counted(records, &same, start.len()).matches(&start, Some(START));
    let mut fields = others.others(&matched, &start);
    let rows = records.records.len() as f64;
    let person = |row: u32| persons.get(row as usize).copied().flatten();
    for rule in rules.list().iter().filter(|rule| rule.block.parts.len() == 1 && rule.alike != 0) {
        let alone = [rule.block.clone()];
        let blocker = Blocker::new(parts, &alone, blocking(rules, PairScope::All))?;
        let mut strangers = 0_u64;
        let _ = blocker.for_each_batch(&mut |batch| {
            for pair in batch {
                let (left, right) = (person(pair.left), person(pair.right));
                strangers += u64::from(left.is_some() && right.is_some() && left != right);
            }
            ControlFlow::Continue(())
        });
        if rule.alike.count_ones() == 1
            && let Some(field) = fields.get_mut(rule.alike.trailing_zeros() as usize)
        {
            let all = (rows * (rows - 1.0) / 2.0).max(1.0);
            set_same(field, (strangers as f64 + 0.5) / all);
        }
    }
    Ok(fields)
}

/// The model's declared fields with the levels of judged pairs counted beside what it has.
pub(in crate::link) fn beside(
    model: &Model,
    records: &RecordTable,
    same: &[(u32, u32)],
    strength: f64,
) -> Vec<FieldModel> {
    counted(records, same, model.fields().len()).matches(model.fields(), Some(strength))
}

fn counted(records: &RecordTable, same: &[(u32, u32)], fields: usize) -> LevelCounts {
    let mut counts = LevelCounts::new(fields);
    for &(left, right) in same {
        if let Some(pattern) = compare_rows(records, left as usize, right as usize) {
            counts.add(pattern, 0, 1.0);
        }
    }
    counts
}
