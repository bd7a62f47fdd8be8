//! A name that is still being typed, beside a whole one.

use super::gather::{Found, Gathered};
use super::keys::{self, Parts};
use super::names::Budget;
use super::open::Index;
use super::part;
use super::query::IndexQuery;
use super::scratch::Scratch;
use crate::compare::{Comparison, NamePart, Pattern, compare};
use crate::error::Result;
use crate::record::values::Record;
use smallvec::SmallVec;

impl<D: AsRef<[u8]>> Index<D> {
    /// Takes rows whose names begin like the one of the record, its last word half written.
    pub(super) fn gather_typing(
        &self,
        query: &IndexQuery<'_>,
        record: &Record,
        parts: &Parts,
        scratch: &Scratch,
        gathered: &mut Gathered,
    ) -> Result<()> {
        let names = &scratch.reader.names;
        let typed = names.get(record.name);
        let Some((&last, words)) = typed.tokens.split_last() else { return Ok(()) };
        let mut budget = Budget::default();
        let endings = self.endings(names.tokens.fold_text(last), &mut budget)?;
        gathered.truncated |= budget.truncated;
        let mut budget = Budget::default();
        let mut before = Vec::new();
        keys::words_key(names, words, &mut before);
        let found = self.names_beginning(&before, &endings, &mut budget)?;
        let mut lists: Vec<Found> = Vec::new();
        self.lists_of_names(&found, parts, &mut lists)?;
        let mut parts = *parts;
        for ending in &endings {
            if let Some(slot) = parts.get_mut(usize::from(part::GIVEN)) {
                *slot = keys::text_part(ending);
            }
            // Without more than a given name there is nothing to look under.
            if !self.lists_on(part::GIVEN, &parts, &mut lists)? {
                break;
            }
        }
        gathered.truncated |= budget.truncated;
        self.take_rows(lists, query, gathered)
    }

    /// Takes rows whose names are a letter away from the one of the record.
    pub(super) fn gather_near(
        &self,
        query: &IndexQuery<'_>,
        key: &[u8],
        parts: &Parts,
        gathered: &mut Gathered,
    ) -> Result<()> {
        let mut budget = Budget::default();
        let found = self.names_near(key, &mut budget)?;
        let mut lists: Vec<Found> = Vec::new();
        self.lists_of_names(&found, parts, &mut lists)?;
        gathered.truncated |= budget.truncated;
        self.take_rows(lists, query, gathered)
    }
}

impl Scratch {
    /// The typed name as far as it goes, as a name like the whole one of `other`: its last word
    /// taken for the one it begins. `None` when it does not begin like that.
    pub(super) fn typed_name(&mut self, typed: u32, other: u32) -> Option<(u32, Comparison)> {
        let names = &self.reader.names;
        let (typed, other) = (names.get(typed), names.get(other));
        let last = typed.tokens.len().checked_sub(1)?;
        let (&half, &whole) = (typed.tokens.get(last)?, other.tokens.get(last)?);
        let begins = names.tokens.fold_text(whole).starts_with(names.tokens.fold_text(half));
        if !begins {
            return None;
        }
        let mut words: SmallVec<[u32; 12]> = typed.tokens.get(..last)?.into();
        words.push(whole);
        let (surname, given) = other.division();
        let (surname, given) = (usize::from(surname), usize::from(given));
        let rest = other.tokens.len().saturating_sub(given);
        let division = (surname.min(words.len()), words.len().saturating_sub(rest));
        let short = typed.abbreviated() & !(1 << last) | 1 << last;
        let place = match last {
            at if at < surname => Comparison::Surname,
            at if at >= rest => Comparison::Given,
            _ => Comparison::Middle,
        };
        Some((self.reader.names.insert(&words, division, short), place))
    }

    /// The pattern of a record whose name is still being typed, if its name begins like the other's.
    pub(super) fn typing_pattern(&mut self, a: &Record, b: &Record) -> Option<(Record, Pattern)> {
        let (name, place) = self.typed_name(a.name, b.name)?;
        let typed = Record { name, ..*a };
        let pattern = compare(&self.reader.names, &typed, b);
        // A word that is not whole is known as well as a shortened one, not better.
        let short = NamePart::Initial as u8;
        let level = pattern.level(place);
        let known = (NamePart::Same as u8..short).contains(&level);
        Some((typed, if known { pattern.with(place, short) } else { pattern }))
    }
}
