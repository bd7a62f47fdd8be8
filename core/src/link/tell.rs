//! Any two records of a run explained.

use super::explain::{Explanation, FieldExplanation};
use super::linkage::Linkage;
use super::weigh::Weighed;
use crate::block::{BlockParts, PairScope};
use crate::compare::{Comparison, compare};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::score::probability;

impl Linkage<'_> {
    /// Why two rows are, or are not, one person; any two rows, candidates or not.
    ///
    /// # Errors
    /// A row the table does not have.
    pub fn explain(&self, left: u32, right: u32) -> Result<Explanation> {
        let missing = |row: u32| Error::new(ErrorCode::NoSuchRow).with("row", row.to_string());
        let record = |row: u32| self.records.records.get(row as usize).ok_or_else(|| missing(row));
        let (a, b) = (record(left)?, record(right)?);
        let names = &self.records.names;
        let pattern = compare(names, a, b);
        let pair = (a.name, b.name);
        let weighed = Weighed::of(&self.model, &self.frequencies, names, pair, pattern);
        let weight = self.prior + weighed.weight;
        let mut fields = Vec::with_capacity(Comparison::ALL.len());
        for comparison in Comparison::ALL {
            fields.push(FieldExplanation {
                comparison,
                level: pattern.level_name(comparison),
                left: self.shown(left, comparison),
                right: self.shown(right, comparison),
                weight: self.model.weight(comparison, pattern.level(comparison)),
                frequency_weight: weighed.frequency_weight(comparison),
            });
        }
        Ok(Explanation {
            left_id: self.record_id(left).into_owned(),
            right_id: self.record_id(right).into_owned(),
            rule: self.first_rule(left, right).map(str::to_owned),
            prior: self.prior,
            dependence: self.model.dependence(pattern),
            fields,
            weight,
            probability: probability(weight),
        })
    }

    /// As [`Self::explain`], by record id: where two tables were linked, the left record is one of
    /// the first and the right one of the second.
    ///
    /// # Errors
    /// An id that no record has.
    pub fn explain_ids(&self, left: &str, right: &str) -> Result<Explanation> {
        let (left, right) = self.rows_of(left, right)?;
        self.explain(left, right)
    }

    /// The rows of two identifiers; with two tables the first is of the left one, the second of the
    /// right one.
    ///
    /// # Errors
    /// An id that no record has.
    pub fn rows_of(&self, left: &str, right: &str) -> Result<(u32, u32)> {
        let missing = |id: &str| Error::new(ErrorCode::NoSuchRecord).with("id", id);
        let row = |id: &str, side: usize| {
            let found = match self.scope {
                PairScope::Across { .. } => self.sides.find(id, side),
                _ => (0..self.sides.count()).find_map(|side| self.sides.find(id, side)),
            };
            found.ok_or_else(|| missing(id))
        };
        Ok((row(left, 0)?, row(right, 1)?))
    }

    fn first_rule(&self, left: u32, right: u32) -> Option<&str> {
        let place = self.rules.list().iter().position(|rule| {
            rule.block.parts.iter().all(|&part| {
                let id = self.parts.part(part, left);
                id != 0 && id == self.parts.part(part, right)
            })
        })?;
        Some(self.rule_name(self.rules.shown(u8::try_from(place).ok()?)))
    }

    fn shown(&self, row: u32, comparison: Comparison) -> String {
        use FieldName as F;
        let names = &self.records.names;
        let name = self.records.records.get(row as usize).map(|record| names.get(record.name));
        let tokens = |ids: &[u32]| {
            let words: Vec<&str> = ids.iter().map(|&id| names.tokens.text(id)).collect();
            words.join(" ")
        };
        match (comparison, name) {
            (Comparison::Surname, Some(name)) => tokens(name.surname()),
            (Comparison::Middle, Some(name)) => tokens(name.middle()),
            (Comparison::Given, Some(name)) => tokens(name.given()),
            (Comparison::BirthDate, _) => self.value(row, F::BirthDate),
            (Comparison::Sex, _) => self.value(row, F::Sex),
            (Comparison::CitizenId, _) => self.value(row, F::CitizenId),
            (Comparison::IdentityCard, _) => self.value(row, F::IdentityCard),
            (Comparison::Insurance, _) => self.value(row, F::InsuranceNumber),
            (Comparison::Phone, _) => self.value(row, F::Phone),
            (Comparison::Father, _) => self.value(row, F::FatherName),
            (Comparison::Mother, _) => self.value(row, F::MotherName),
            (Comparison::Place, _) => {
                let parts = [F::Address, F::Commune, F::District].map(|f| self.value(row, f));
                let held: Vec<&str> =
                    parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                held.join(", ")
            }
            _ => String::new(),
        }
    }
}
