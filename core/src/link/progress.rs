//! What a long call tells its caller while it runs.

/// A step of the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Cells become values.
    Read,
    /// Candidate pairs are counted.
    Block,
    /// The model is fitted to the table.
    Train,
    /// Pairs are compared and scored.
    Score,
    /// Pairs become clusters.
    Cluster,
    /// Records are written to an index.
    Write,
}

impl Stage {
    /// `"read"`, `"block"`, `"train"`, `"score"`, `"cluster"` or `"write"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Block => "block",
            Self::Train => "train",
            Self::Score => "score",
            Self::Cluster => "cluster",
            Self::Write => "write",
        }
    }
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The step.
    pub stage: Stage,
    /// Rows or pairs done.
    pub done: u64,
    /// Rows or pairs there are; 0 where that is not known beforehand.
    pub total: u64,
}
