//! Blocking rules for the fields a caller declares, chosen by what the table's own values are like.
//!
//! A key that few records share (an identifier, a whole title) is a rule by itself; of the others
//! every pair, and where those are too common every three, that few enough records share. What that
//! makes is counted on the records before any is taken, so correlated columns (postcode and suburb)
//! do no harm.

mod choose;
pub(super) mod fit;
mod keys;
pub(super) mod labelled;

use super::match_rules::MatchRules;
use super::rules::{self, Rule};
use crate::block::{BlockRule, PairScope, PartTable};
use crate::record::heard::EarPlaces;
use crate::record::values::RecordTable;
use choose::{Chosen, choose};
use keys::{FieldKey, fields_of, keys};
use std::collections::BTreeMap;

/// How many parts all rules together may use, those of residents included.
const PARTS: usize = 64;

/// The parts of all records, and the rules over them: those of `own` where there are residents, and
/// those for what is declared. Keys by ear stand in these places.
pub(super) fn parts_and_rules(
    table: &RecordTable,
    own: &MatchRules,
    scope: PairScope,
    places: &EarPlaces,
) -> (PartTable, MatchRules) {
    if table.declared.is_empty() {
        return (rules::parts(table, 0, places), own.clone());
    }
    let first = if table.has_residents { rules::COUNT } else { 0 };
    let room = PARTS.saturating_sub(first.into());
    let keys = keys(&table.declared);
    let chosen = choose(table, &keys, scope, room);
    let mut used: Vec<usize> = chosen.iter().flat_map(|rule| rule.keys.iter().copied()).collect();
    used.sort_unstable();
    used.dedup();
    let part = |key: usize| {
        used.iter().position(|held| *held == key).map_or(0, |place| first + place as u8)
    };
    let mut parts = if table.has_residents {
        rules::parts(table, used.len() as u8, places)
    } else {
        PartTable::new(u32::try_from(table.records.len()).unwrap_or(u32::MAX), used.len() as u8)
    };
    for &place in &used {
        let Some(key) = keys.get(place) else { continue };
        for row in 0..table.records.len() {
            parts.set(part(place), row as u32, key.get(&table.declared, row));
        }
    }
    let mut list = if table.has_residents { own.list().to_vec() } else { Vec::new() };
    let mut refine = if table.has_residents { own.refine().to_vec() } else { Vec::new() };
    refine.extend(
        used.iter()
            .filter(|&&key| keys.get(key).is_some_and(|key| key.whole))
            .map(|&key| part(key)),
    );
    list.extend(named(table, &keys, &chosen, part));
    (parts, MatchRules::new(list, refine.into()))
}

/// The rules as blocking knows them. Several that differ only in the place of a word bear one name
/// and are shown as one.
fn named(
    table: &RecordTable,
    keys: &[FieldKey],
    chosen: &[Chosen],
    part: impl Fn(usize) -> u8,
) -> Vec<Rule> {
    let mut first = BTreeMap::<String, usize>::new();
    let mut out = Vec::new();
    for (place, rule) in chosen.iter().enumerate() {
        let of = |&key: &usize| {
            let key = keys.get(key)?;
            let field = table.declared.columns.get(key.field)?;
            Some([&field.name, key.part].concat())
        };
        let name = rule.keys.iter().filter_map(of).collect::<Vec<_>>().join(", ");
        let again = first.insert(name.clone(), place).is_some();
        out.push(Rule {
            block: BlockRule::of(
                name.clone(),
                rule.keys.iter().map(|&key| part(key)).collect::<Vec<_>>(),
            ),
            fixes: (&[]).into(),
            alike: fields_of(keys, &rule.keys).iter().fold(0, |mask, field| mask | 1 << field),
            trains: false,
            shown_as: again.then(|| name.into()),
        });
    }
    out
}

#[cfg(test)]
mod tests;
