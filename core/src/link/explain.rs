//! Why two records are, or are not, one person: every weight that made the score.

use crate::compare::Comparison;
use crate::record::FieldKind;

/// The reckoning of one pair. Weights are bits: +1 doubles the odds, -1 halves them; `prior`,
/// `dependence`, `neighbours` and the fields' two weights add up to `weight`.
///
/// `Debug` shows levels and weights only; the values are the persons' own.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// Identifier of the first record.
    pub left_id: String,
    /// Identifier of the second record.
    pub right_id: String,
    /// The first blocking rule that finds the pair, if any does.
    pub rule: Option<String>,
    /// Weight of two random records of the table being one person.
    pub prior: f32,
    /// Correction for fields that do not testify independently (twins share date, parents, house).
    pub dependence: f32,
    /// What other records say: partners that agree better, or with both.
    pub neighbours: f32,
    /// One entry per comparison.
    pub fields: Vec<FieldExplanation>,
    /// The total.
    pub weight: f32,
    /// The total as a probability.
    pub probability: f32,
}

/// What was compared: a comparison of residents, or a field that the caller declared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ComparedField {
    /// One of the comparisons of residents.
    Resident(Comparison),
    /// A declared field ([`crate::Linker::field`]).
    Declared {
        /// Its name.
        name: String,
        /// What it holds.
        kind: FieldKind,
    },
}

impl ComparedField {
    /// The name of the comparison or field, as in [`Comparison::as_str`].
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Resident(comparison) => comparison.as_str(),
            Self::Declared { name, .. } => name,
        }
    }
}

/// What one comparison said.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldExplanation {
    /// What was compared.
    pub field: ComparedField,
    /// The level of agreement.
    pub level: &'static str,
    /// The first record's value as read; empty if it has none.
    pub left: String,
    /// The second record's value as read; empty if it has none.
    pub right: String,
    /// Weight of the level.
    pub weight: f32,
    /// Correction for how common the agreed value is.
    pub frequency_weight: f32,
}

impl core::fmt::Debug for Explanation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Explanation")
            .field("prior", &self.prior)
            .field("fields", &self.fields)
            .field("weight", &self.weight)
            .finish_non_exhaustive()
    }
}

impl core::fmt::Debug for FieldExplanation {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "{}: {} ({:+.1}{:+.1})",
            self.field.name(),
            self.level,
            self.weight,
            self.frequency_weight
        )
    }
}
