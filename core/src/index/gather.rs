//! Rows to compare with a query: those under its keys, the shortest lists first.

use super::keys::{self, Parts};
use super::names::Named;
use super::open::Index;
use super::part;
use super::postings::List;
use super::query::IndexQuery;
use crate::error::Result;

/// A list of rows and the rule it stands under.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) rule: u8,
    pub(super) list: List,
}

/// Rows taken for each that may be compared, where a filter will leave most of them out.
const FILTERED: usize = 8;

/// Rows found, each with the first rule that found it.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) rows: Vec<(u32, u8)>,
    /// Some list was not taken whole.
    pub(super) truncated: bool,
}

impl<D: AsRef<[u8]>> Index<D> {
    /// The lists under the hashed keys of a record.
    pub(super) fn lists(&self, parts: &Parts) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        let salt = self.blocks.head().salt;
        for (rule, settings) in (0u8..).zip(&self.settings.rules) {
            let mut add = |key: &[u8]| -> Result<()> {
                if let Some(list) = self.list(rule, key)? {
                    found.push(Found { rule, list });
                }
                Ok(())
            };
            if settings.key_len == 0 {
                continue;
            }
            for (way, needed) in settings.ways.iter().enumerate() {
                for hash in keys::hashes(salt, way, needed, parts) {
                    let len = usize::from(settings.key_len);
                    add(hash.to_be_bytes().get(..len).unwrap_or_default())?;
                }
            }
        }
        Ok(found)
    }

    /// The lists under the keys of a record that rest on one of its parts.
    pub(super) fn lists_on(&self, part: u8, parts: &Parts, found: &mut Vec<Found>) -> Result<bool> {
        let salt = self.blocks.head().salt;
        let mut any = false;
        for (rule, settings) in (0u8..).zip(&self.settings.rules) {
            let len = usize::from(settings.key_len);
            for (way, needed) in settings.ways.iter().enumerate() {
                if len == 0 || !needed.contains(&part) {
                    continue;
                }
                for hash in keys::hashes(salt, way, needed, parts) {
                    any = true;
                    let key = hash.to_be_bytes();
                    if let Some(list) = self.list(rule, key.get(..len).unwrap_or_default())? {
                        found.push(Found { rule, list });
                    }
                }
            }
        }
        Ok(any)
    }

    /// The lists of names that were found by walking: those who share more than the name with the
    /// record, or all where it has no more.
    pub(super) fn lists_of_names(
        &self,
        names: &[Named],
        parts: &Parts,
        found: &mut Vec<Found>,
    ) -> Result<()> {
        let Some(rule) = self.name_rule() else { return Ok(()) };
        let Some((_, section)) = self.rules.get(usize::from(rule)) else { return Ok(()) };
        let mut parts = *parts;
        for Named { key, offset } in names {
            if let Some(slot) = parts.get_mut(usize::from(part::NAME)) {
                *slot = keys::text_part(key);
            }
            if !self.lists_on(part::NAME, &parts, found)? {
                found.push(Found { rule, list: List::open(&self.blocks, *section, *offset)? });
            }
        }
        Ok(())
    }

    /// The rule whose keys are the words of names.
    pub(super) fn name_rule(&self) -> Option<u8> {
        let place = self.settings.rules.iter().position(|rule| rule.key_len == 0);
        place.and_then(|place| u8::try_from(place).ok())
    }

    /// The list under one key of a rule.
    pub(super) fn list(&self, rule: u8, key: &[u8]) -> Result<Option<List>> {
        let Some((automaton, section)) = self.rules.get(usize::from(rule)) else { return Ok(None) };
        match automaton.get(&self.blocks, key)? {
            Some(offset) => List::open(&self.blocks, *section, offset).map(Some),
            None => Ok(None),
        }
    }

    /// Takes the rows of lists, the shortest first, as many as the query allows.
    pub(super) fn take_rows(
        &self,
        mut lists: Vec<Found>,
        query: &IndexQuery<'_>,
        gathered: &mut Gathered,
    ) -> Result<()> {
        let filtered = query.commune.is_some() || query.source.is_some();
        let most = query.candidates.saturating_mul(if filtered { FILTERED } else { 1 });
        lists.sort_by_key(|found| (found.list.count, found.rule));
        let records = self.blocks.head().records;
        for Found { rule, list } in lists {
            let room = most.saturating_sub(gathered.rows.len()) as u64;
            gathered.truncated |= list.count > room;
            list.rows(&self.blocks, room, records, |row| {
                if query.left_out.is_none_or(|rows| !rows.contains(row)) {
                    gathered.rows.push((row, rule));
                }
            })?;
        }
        gathered.rows.sort_unstable();
        gathered.rows.dedup_by_key(|(row, _)| *row);
        Ok(())
    }
}
