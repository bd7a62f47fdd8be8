//! Rules made of declared fields: each pair of fields that tells enough, and no giant block.

use super::*;
use crate::record::declared::DeclaredField;
use crate::record::{FieldKind, Schema, StrBuffer, Table};

/// Name, kind, and each cell made of its row.
type Column<'a> = (&'a str, FieldKind, &'a dyn Fn(usize) -> String);

/// A table of such columns.
fn rules_of(rows: usize, fields: &[Column<'_>]) -> (PartTable, MatchRules) {
    let declared: Vec<DeclaredField> = fields
        .iter()
        .map(|(name, kind, _)| DeclaredField { name: (*name).into(), kind: *kind })
        .collect();
    let columns: Vec<StrBuffer> = fields
        .iter()
        .map(|(_, _, cell)| {
            let mut column = StrBuffer::new();
            (0..rows).for_each(|row| column.push(Some(&cell(row))));
            column
        })
        .collect();
    let named = fields.iter().zip(&columns);
    let table = Table::new(named.map(|((name, ..), column)| (*name, column.as_column()))).unwrap();
    let schema = Schema::read(table.names(), [], &declared).unwrap();
    let records = RecordTable::build_all(&[(&table, &schema)], &declared, None, |_| true).unwrap();
    parts_and_rules(&records, &MatchRules::default(), PairScope::All, &EarPlaces::default())
}

fn names(rules: &MatchRules) -> Vec<&str> {
    (0..rules.list().len() as u8).map(|place| rules.name(place)).collect()
}

fn mixed(row: usize, salt: u64) -> usize {
    (rules::mix_word(row as u64 * 31 + salt) >> 20) as usize
}

/// A number of its own is a rule; what hundreds share is one only beside something else.
#[test]
fn common_values_make_rules_together_only() {
    let number = |row: usize| format!("{:07}", mixed(row / 2, 1) % 10_000_000);
    let name = |row: usize| format!("name{}", mixed(row / 2, 2) % 300);
    let town = |row: usize| format!("town{}", mixed(row / 2, 3) % 60);
    let (_, rules) = rules_of(
        20_000,
        &[
            ("number", FieldKind::Identifier, &number),
            ("name", FieldKind::Category, &name),
            ("town", FieldKind::Category, &town),
        ],
    );
    let names = names(&rules);
    assert!(names.contains(&"number"), "{names:?}");
    assert!(names.contains(&"name, town"), "{names:?}");
    assert!(!names.contains(&"name") && !names.contains(&"town"), "{names:?}");
    assert!(!rules.refine().is_empty());
}

/// A column of one value makes no rule while another does; alone it makes one, whose block is
/// refused by name.
#[test]
fn a_value_that_all_share_makes_no_rule() {
    let one = |_: usize| "x".to_owned();
    let number = |row: usize| row.to_string();
    let both: [Column<'_>; 2] =
        [("one", FieldKind::Category, &one), ("number", FieldKind::Identifier, &number)];
    let (_, rules) = rules_of(20_000, &both);
    assert!(!names(&rules).contains(&"one"), "{:?}", names(&rules));
    let (parts, rules) = rules_of(2_000, &both[..1]);
    assert_eq!(names(&rules), ["one"]);
    let blocks = rules.blocks();
    let options = crate::link::walk::blocking(&rules, PairScope::All);
    let forecast = crate::block::Blocker::new(&parts, &blocks, options).unwrap().forecast();
    assert_eq!((forecast.pairs(), forecast.rules[0].refused.len()), (0, 1));
}

/// Titles meet by rare words, wherever in the title they stand; the places of the words are told as
/// one rule.
#[test]
fn titles_meet_by_their_words() {
    let title = |row: usize| {
        let word = |salt| format!("w{}", mixed(row / 2, salt) % 3_000);
        match row % 2 {
            0 => format!("the {} of {} {}", word(1), word(2), word(3)),
            _ => format!("{} and {}: {}", word(3), word(1), word(2)),
        }
    };
    let (parts, rules) = rules_of(4_000, &[("title", FieldKind::Text, &title)]);
    let blocks = rules.blocks();
    let options = crate::link::walk::blocking(&rules, PairScope::All);
    let blocker = crate::block::Blocker::new(&parts, &blocks, options).unwrap();
    let mut met = 0;
    let _ = blocker.for_each_batch(&mut |batch| {
        met +=
            batch.iter().filter(|pair| pair.left % 2 == 0 && pair.right == pair.left + 1).count();
        core::ops::ControlFlow::Continue(())
    });
    assert!(met >= 1_980, "{met} of 2000 pairs meet");
    let words: Vec<u8> = (0..rules.list().len() as u8)
        .filter(|place| rules.name(*place) == "title (rare word)")
        .collect();
    assert!(words.len() > 1 && words.iter().all(|place| rules.shown(*place) == words[0]));
}
