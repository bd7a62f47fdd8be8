//! Match weights: what each level of agreement says for or against one person.

use super::declared::{FieldModel, models_for, weight_of};
use super::dependence::Dependence;
use super::neighbours::{NeighbourClasses, NeighbourModel};
use super::tables::PRIOR;
use super::ties::{FieldTie, FieldTies};
use crate::compare::{Comparison, MAX_LEVELS, NamePart, Pattern, REPAIRED};
use crate::record::declared::DeclaredTable;

/// Probabilities below this count as this: no single level may be certain.
pub(crate) const FLOOR: f64 = 1e-9;

/// The first levels of every comparison, "missing on both" and "missing on one": no evidence.
pub(crate) const MISSING_LEVELS: usize = 2;

/// How often each level of each comparison occurs among pairs of one person (`m`) and among random
/// pairs of different persons (`u`); a match weight is `log2(m / u)` (Fellegi and Sunter 1969).
///
/// The default is the model shipped with hoten: no training is needed.
///
/// ```
/// use hoten::{Comparison, Model};
/// let model = Model::default();
/// let same = Comparison::CitizenId.levels().iter().position(|level| *level == "same").unwrap();
/// assert!(model.weight(Comparison::CitizenId, same as u8) > 10.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub(crate) m: Table,
    pub(crate) u: Table,
    pub(crate) dependence: Dependence,
    pub(crate) neighbours: NeighbourModel,
    prior: Option<f64>,
    /// The fields a caller declared, in the order of the pattern.
    fields: Vec<FieldModel>,
    ties: FieldTies,
    weights: [[f32; MAX_LEVELS]; Comparison::ALL.len()],
}

/// One probability for each level of each comparison.
pub(crate) type Table = [[f64; MAX_LEVELS]; Comparison::ALL.len()];

impl Default for Model {
    fn default() -> Self {
        let mut m = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        let mut u = m;
        for ((m_row, u_row), prior) in m.iter_mut().zip(&mut u).zip(&PRIOR) {
            for ((m_cell, u_cell), &(m_value, u_value)) in m_row.iter_mut().zip(u_row).zip(*prior) {
                (*m_cell, *u_cell) = (m_value, u_value);
            }
        }
        Self::new(m, u, Dependence::default())
    }
}

impl Model {
    pub(crate) fn new(m: Table, u: Table, dependence: Dependence) -> Self {
        let mut weights = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        let rows = weights.iter_mut().zip(&dependence.levels).zip(m.iter().zip(&u));
        for ((row, correction), (m_row, u_row)) in rows {
            let cells = row.iter_mut().zip(correction).zip(m_row.iter().zip(u_row));
            // Levels 0 and 1 are missing values: which office leaves what out says nothing of persons.
            for ((cell, correction), (&m, &u)) in cells.skip(MISSING_LEVELS) {
                *cell = libm::log2(m.max(FLOOR) / u.max(FLOOR)) as f32 + correction;
            }
        }
        bound_names(&mut weights);
        bound_numbers(&mut weights);
        Self {
            m,
            u,
            dependence,
            neighbours: NeighbourModel::default(),
            prior: None,
            fields: Vec::new(),
            ties: FieldTies::default(),
            weights,
        }
    }

    /// A model with these rates, and the corrections of the one it was fitted from.
    pub(crate) fn fitted_from(start: &Self, m: Table, u: Table) -> Self {
        let neighbours = start.neighbours.clone();
        Self { neighbours, ..Self::new(m, u, start.dependence.clone()) }
    }

    /// The same model with every piece of evidence taken as independent: no correction, and nothing
    /// said by other records.
    #[must_use]
    pub fn independent(self) -> Self {
        let Self { m, u, prior, fields, .. } = self;
        Self { prior, fields, ..Self::new(m, u, Dependence::none()) }.without_neighbours()
    }

    /// The same model with these bits for what other records say.
    #[cfg(feature = "serde")]
    pub(crate) fn with_neighbours(mut self, neighbours: NeighbourModel) -> Self {
        self.neighbours = neighbours;
        self
    }

    /// The same model with nothing said by other records: what two records alone weigh, as in an
    /// index.
    #[must_use]
    pub fn without_neighbours(self) -> Self {
        Self { neighbours: NeighbourModel::none(), ..self }
    }

    /// What other records say of a pair of these classes in a table of so many records, in bits.
    #[must_use]
    pub fn neighbour_bits(&self, classes: NeighbourClasses, records: usize) -> f32 {
        self.neighbours.bits(classes, records)
    }

    /// How likely two random records are one person, if the model knows; a fitted model does.
    #[must_use]
    pub fn prior(&self) -> Option<f64> {
        self.prior
    }

    /// The same model for tables of which so many of all pairs of records are one person. Kept
    /// within 1e-12 and 1 - 1e-12.
    #[must_use]
    pub fn with_prior(mut self, prior: f64) -> Self {
        self.prior = Some(prior.clamp(1e-12, 1.0 - 1e-12));
        self
    }

    /// The same model with these rates of declared fields; what it knows of how they go together
    /// stays, by their names.
    pub(crate) fn with_fields(mut self, fields: Vec<FieldModel>) -> Self {
        let place = |old: u8| {
            let name = &self.fields.get(usize::from(old))?.name;
            fields.iter().position(|field| field.name == *name).map(|place| place as u8)
        };
        let kept = self.ties.pairs().iter().filter_map(|tie| {
            Some(FieldTie { fields: (place(tie.fields.0)?, place(tie.fields.1)?), ..*tie })
        });
        self.ties = FieldTies::new(fields.len(), kept.collect());
        self.fields = fields;
        self
    }

    /// The same model with these ties between its declared fields.
    pub(crate) fn with_ties(mut self, ties: FieldTies) -> Self {
        self.ties = ties;
        self
    }

    /// How closely the declared fields go together.
    #[cfg(feature = "serde")]
    pub(crate) fn ties(&self) -> &FieldTies {
        &self.ties
    }

    /// The rates of the declared fields it knows.
    pub(crate) fn fields(&self) -> &[FieldModel] {
        &self.fields
    }

    /// Rates for the declared fields of a table: its own where it knows a field, else shipped ones.
    pub(crate) fn fields_for(&self, table: &DeclaredTable) -> Vec<FieldModel> {
        models_for(&self.fields, table)
    }

    /// The match weight of a level of a declared field, by the field's place, in bits; 0 for a field
    /// or level that does not exist.
    #[must_use]
    pub fn field_weight(&self, place: usize, level: u8) -> f32 {
        self.fields.get(place).map_or(0.0, |field| field.weight(level))
    }

    /// The match weight of one level, in bits; 0 for a level that does not exist.
    #[must_use]
    pub fn weight(&self, comparison: Comparison, level: u8) -> f32 {
        let row = self.weights.get(comparison.index());
        row.and_then(|row| row.get(usize::from(level))).copied().unwrap_or(0.0)
    }

    /// The sum of all weights of a pattern, in bits, without prior and term frequency.
    pub(crate) fn pattern_weight(&self, pattern: Pattern) -> f32 {
        let mut bits = pattern.bits();
        let mut sum = 0.0;
        for row in &self.weights {
            sum += row.get((bits & 0xF) as usize).copied().unwrap_or(0.0);
            bits >>= 4;
        }
        sum + self.dependence(pattern) + weight_of(&self.fields, pattern)
    }

    /// The correction for evidence of a pattern that is not independent, in bits.
    #[must_use]
    pub fn dependence(&self, pattern: Pattern) -> f32 {
        self.dependence.pair_bits(pattern) + self.ties.bits(&self.fields, pattern)
    }

    /// How often a level occurs among pairs of one person.
    #[must_use]
    pub fn m(&self, comparison: Comparison, level: u8) -> f64 {
        cell(&self.m, comparison, level)
    }

    /// How often a level occurs among random pairs of different persons.
    #[must_use]
    pub fn u(&self, comparison: Comparison, level: u8) -> f64 {
        cell(&self.u, comparison, level)
    }
}

/// Keeps agreement of names that must be excused from saying more than agreement letter by letter:
/// lost marks and misheard sounds are of the record, and pairs of one person come from different
/// records more often than others.
fn bound_names(weights: &mut [[f32; MAX_LEVELS]; Comparison::ALL.len()]) {
    use NamePart::{Doublet, Initial, Same, Sound, Unmarked};
    for part in [Comparison::Surname, Comparison::Middle, Comparison::Given] {
        let Some(row) = weights.get_mut(part.index()) else { continue };
        let most = row.get(Same as usize).copied().unwrap_or(0.0);
        for level in [Unmarked, Sound, Doublet, Initial] {
            if let Some(bits) = row.get_mut(level as usize) {
                *bits = bits.min(most);
            }
        }
    }
}

/// What a number that had to be repaired says less than an intact one, at least: a zero that was put
/// back may have stood elsewhere.
const REPAIR_BITS: f32 = 2.0;

/// Keeps numbers within what is known of them, whatever a table's own pairs made of their weights.
///
/// A repaired number speaks less than an intact one, and a contradiction no more than that many
/// bits against one person: a new card in another province brought a new CMND, insurers have issued
/// second numbers, phones change hands (facts: ids.md 2 to 4).
fn bound_numbers(weights: &mut [[f32; MAX_LEVELS]; Comparison::ALL.len()]) {
    for (comparison, most_against) in [
        (Comparison::CitizenId, f32::INFINITY),
        (Comparison::IdentityCard, 10.0),
        (Comparison::Insurance, 10.0),
        (Comparison::Phone, 5.0),
    ] {
        let Some(row) = weights.get_mut(comparison.index()) else { continue };
        let place = |name: &str| comparison.levels().iter().position(|held| *held == name);
        let weight = |row: &[f32; MAX_LEVELS], name: &str| {
            place(name).and_then(|at| row.get(at)).copied().unwrap_or(0.0)
        };
        let different = weight(row, "different").max(-most_against);
        let [same, other] = REPAIRED;
        let same_bits = weight(row, same).min(weight(row, "same") - REPAIR_BITS);
        let other_bits = weight(row, other).max(different / 2.0).min(0.0).max(different);
        let bounded = [("different", different), (same, same_bits), (other, other_bits)];
        for (name, bits) in bounded {
            if let Some(cell) = place(name).and_then(|at| row.get_mut(at)) {
                *cell = bits;
            }
        }
    }
}

fn cell(table: &Table, comparison: Comparison, level: u8) -> f64 {
    let row = table.get(comparison.index());
    row.and_then(|row| row.get(usize::from(level))).copied().unwrap_or(0.0)
}

/// The largest number below 1.
const NEARLY_ONE: f32 = 1.0 - f32::EPSILON / 2.0;

/// Probability of a total weight in bits (prior included): `2^w / (1 + 2^w)`. Never quite 1: no
/// pair is certain, and a threshold of 1 takes none.
pub(crate) fn probability(weight: f32) -> f32 {
    let odds = libm::exp2(f64::from(weight).clamp(-200.0, 200.0));
    ((odds / (1.0 + odds)) as f32).min(NEARLY_ONE)
}

/// The weight in bits at which a probability is reached: the inverse of [`probability`].
pub(crate) fn weight_at(probability: f32) -> f32 {
    let p = f64::from(probability).clamp(1e-12, 1.0 - 1e-12);
    libm::log2(p / (1.0 - p)) as f32
}

#[cfg(test)]
mod tests;
