//! Any two records of a run explained.

use super::explain::{ComparedField, Explanation, FieldExplanation};
use super::linkage::Linkage;
use super::weigh::Weighed;
use crate::block::PairScope;
use crate::compare::{Comparison, Pattern};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::FieldName;
use crate::record::FieldKind;
use crate::score::probability;

impl Linkage<'_> {
    /// Why two rows are, or are not, one person; any two rows, candidates or not.
    ///
    /// # Errors
    /// A row the table does not have.
    pub fn explain(&self, left: u32, right: u32) -> Result<Explanation> {
        let missing = |row: u32| Error::new(ErrorCode::NoSuchRow).with("row", row.to_string());
        let record = |row: u32| self.records.records.get(row as usize).ok_or_else(|| missing(row));
        let rows = (left as usize, right as usize);
        record(left)?;
        let weighed = Weighed::rows(&self.model, &self.frequencies, &self.records, rows);
        let weighed = weighed.ok_or_else(|| missing(right))?;
        let pattern = weighed.pattern;
        let classes = self.neighbour_classes(left, right);
        let bits = |classes| self.model.neighbour_bits(classes, self.records());
        let neighbours = classes.map_or(0.0, bits);
        let weight = self.prior + weighed.weight + neighbours;
        let mut fields = Vec::with_capacity(Comparison::ALL.len());
        for comparison in self.compared_residents() {
            fields.push(FieldExplanation {
                field: ComparedField::Resident(comparison),
                level: pattern.level_name(comparison),
                left: self.shown(left, comparison),
                right: self.shown(right, comparison),
                weight: self.model.weight(comparison, pattern.level(comparison)),
                frequency_weight: weighed.frequency_weight(comparison),
            });
        }
        fields.extend(self.declared_fields(left, right, pattern));
        Ok(Explanation {
            left_id: self.record_id(left).into_owned(),
            right_id: self.record_id(right).into_owned(),
            rule: self.first_rule(left, right).map(str::to_owned),
            prior: self.prior,
            dependence: self.model.dependence(pattern),
            neighbours,
            fields,
            weight,
            probability: probability(weight),
        })
    }

    /// The comparisons of residents, where the tables are of residents.
    fn compared_residents(&self) -> impl Iterator<Item = Comparison> {
        Comparison::ALL.into_iter().filter(|_| self.records.has_residents)
    }

    /// What the fields that the caller declared say.
    fn declared_fields(&self, left: u32, right: u32, pattern: Pattern) -> Vec<FieldExplanation> {
        let declared = &self.records.declared;
        let rows = (left as usize, right as usize);
        let each = self.sides.fields().iter().enumerate();
        each.map(|(place, field)| {
            let level = pattern.field_level(place);
            FieldExplanation {
                field: ComparedField::Declared { name: field.name.clone(), kind: field.kind },
                level: field.kind.levels().get(usize::from(level)).copied().unwrap_or_default(),
                left: self.declared_cell(left, place).unwrap_or_default().trim().to_owned(),
                right: self.declared_cell(right, place).unwrap_or_default().trim().to_owned(),
                weight: self.model.field_weight(place, level),
                frequency_weight: self.frequencies.declared.bits(declared, place, rows, pattern),
            }
        })
        .collect()
    }

    /// The name and level of every comparison of a pattern: those of residents where the tables are
    /// of residents, then the declared fields.
    pub fn levels(&self, pattern: Pattern) -> impl Iterator<Item = (&str, &'static str)> {
        let own = self.compared_residents();
        let own = own.map(move |held| (held.as_str(), pattern.level_name(held)));
        let fields = self.sides.fields().iter().enumerate();
        own.chain(fields.map(move |(place, field)| {
            let level = usize::from(pattern.field_level(place));
            (field.name.as_str(), field.kind.levels().get(level).copied().unwrap_or_default())
        }))
    }

    /// The declared fields, in the order of [`Pattern::field_level`].
    pub fn fields(&self) -> impl Iterator<Item = (&str, FieldKind)> {
        self.sides.fields().iter().map(|field| (field.name.as_str(), field.kind))
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
