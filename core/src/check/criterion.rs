//! The four criteria that data about residents is asked to meet.

/// *Đúng, đủ, sạch, sống*: correct, complete, clean, live: what the national population data is
/// asked to be (the government's Project 06, decision 06/QĐ-TTg of 2022).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QualityCriterion {
    /// Đúng: nothing contradicts, nothing is impossible.
    Correct,
    /// Đủ: what should be filled in is.
    Complete,
    /// Sạch: text is as it should be encoded, nothing stands twice.
    Clean,
    /// Sống: kept up with people and units.
    Live,
}

impl QualityCriterion {
    /// All four, in the order of the saying.
    pub const ALL: [Self; 4] = [Self::Correct, Self::Complete, Self::Clean, Self::Live];

    /// `"correct"`, `"complete"`, `"clean"` or `"live"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Correct => "correct",
            Self::Complete => "complete",
            Self::Clean => "clean",
            Self::Live => "live",
        }
    }
}
