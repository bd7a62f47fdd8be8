//! Why two records are, or are not, one person: every weight that made the score.

use crate::compare::Comparison;

/// The reckoning of one pair. Weights are bits: +1 doubles the odds, -1 halves them; `prior`,
/// `dependence` and the fields' two weights add up to `weight`.
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
    /// One entry per comparison.
    pub fields: Vec<FieldExplanation>,
    /// The total.
    pub weight: f32,
    /// The total as a probability.
    pub probability: f32,
}

/// What one comparison said.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldExplanation {
    /// The comparison.
    pub comparison: Comparison,
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
            self.comparison.as_str(),
            self.level,
            self.weight,
            self.frequency_weight
        )
    }
}
