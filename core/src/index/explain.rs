//! Why a stored record is, or is not, the person of a query.

use super::open::Index;
use super::query::IndexQuery;
use super::record::{Place, StoredRecord};
use crate::clean::clean;
use crate::compare::Comparison;
use crate::error::Result;
use crate::field::Sex;
use crate::finding::FieldName;
use crate::link::{ComparedField, Explanation, FieldExplanation};
use crate::record::names::{NameTable, NameView};
use crate::score::probability;

impl<D: AsRef<[u8]>> Index<D> {
    /// The reckoning of a query and the record of a row, a hit or not. The query has no identifier,
    /// so `left_id` is empty.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NoSuchRow`], [`crate::ErrorCode::IndexDamaged`].
    pub fn explain(&self, query: &IndexQuery<'_>, row: u32) -> Result<Explanation> {
        let id = self.record_id(row)?;
        let stored = self.stored(row)?;
        self.with_scratch(|scratch| {
            let record = scratch.query(self, query)?;
            let other = scratch.record(self, &stored)?;
            let weighed = self.score(scratch, query, &record, &other);
            let (pattern, weight) = (weighed.pattern, weighed.weight + self.settings.prior);
            let rule = self.rule_of(query, &record, scratch, row)?;
            let names = &scratch.reader.names;
            let model = &self.settings.model;
            let mut fields = Vec::with_capacity(Comparison::ALL.len());
            for comparison in Comparison::ALL {
                fields.push(FieldExplanation {
                    field: ComparedField::Resident(comparison),
                    level: pattern.level_name(comparison),
                    left: asked(query, comparison, names, &names.get(record.name)),
                    right: self.held(&stored, comparison, names, &names.get(other.name))?,
                    weight: model.weight(comparison, pattern.level(comparison)),
                    frequency_weight: weighed.frequency_weight(comparison),
                });
            }
            Ok(Explanation {
                left_id: String::new(),
                right_id: id.to_string(),
                rule: rule.and_then(|rule| self.rules().nth(usize::from(rule)).map(str::to_owned)),
                prior: self.settings.prior,
                // What is asked for is no record of a table: it has no neighbours.
                neighbours: 0.0,
                dependence: model.dependence(pattern),
                fields,
                weight,
                probability: probability(weight),
            })
        })
    }

    /// A stored value as it was read.
    fn held(
        &self,
        stored: &StoredRecord,
        comparison: Comparison,
        names: &NameTable,
        name: &NameView<'_>,
    ) -> Result<String> {
        let [_, father, mother] = &stored.names;
        Ok(match comparison {
            Comparison::Surname | Comparison::Middle | Comparison::Given => {
                part(comparison, names, name)
            }
            Comparison::BirthDate => stored.birth_date(),
            Comparison::Sex => stored.sex().map_or("", Sex::as_str).to_owned(),
            Comparison::CitizenId => stored.number(FieldName::CitizenId),
            Comparison::IdentityCard => stored.number(FieldName::IdentityCard),
            Comparison::Insurance => stored.number(FieldName::InsuranceNumber),
            Comparison::Phone => stored.number(FieldName::Phone),
            Comparison::Father => self.written(father)?,
            Comparison::Mother => self.written(mother)?,
            Comparison::Place => {
                use Place as P;
                self.places(stored, &[P::House, P::Hamlet, P::Commune, P::District])?
            }
        })
    }
}

fn part(comparison: Comparison, names: &NameTable, name: &NameView<'_>) -> String {
    let words = match comparison {
        Comparison::Surname => name.surname(),
        Comparison::Middle => name.middle(),
        _ => name.given(),
    };
    let words: Vec<&str> = words.iter().map(|&id| names.tokens.text(id)).collect();
    words.join(" ")
}

/// A value of the query as it was read.
fn asked(
    query: &IndexQuery<'_>,
    comparison: Comparison,
    names: &NameTable,
    name: &NameView<'_>,
) -> String {
    use FieldName as F;
    let cell = |field: F| query.cell(field).unwrap_or_default().trim().to_owned();
    match comparison {
        Comparison::Surname | Comparison::Middle | Comparison::Given => {
            part(comparison, names, name)
        }
        Comparison::BirthDate => cell(F::BirthDate),
        Comparison::Sex => cell(F::Sex),
        Comparison::CitizenId => cell(F::CitizenId),
        Comparison::IdentityCard => cell(F::IdentityCard),
        Comparison::Insurance => cell(F::InsuranceNumber),
        Comparison::Phone => cell(F::Phone),
        Comparison::Father => clean(&cell(F::FatherName)).text.into_owned(),
        Comparison::Mother => clean(&cell(F::MotherName)).text.into_owned(),
        Comparison::Place => {
            let parts = [F::Address, F::Commune, F::District].map(cell);
            let held: Vec<&str> =
                parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            held.join(", ")
        }
    }
}
