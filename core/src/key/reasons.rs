//! Reasons as a set of bits.

use super::Reason;
use crate::message::Lang;
use core::fmt;

impl Reason {
    /// The words for people.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        self.template(lang)
    }
}

/// Why two names are alike, or are not: each reason once, always in the order of [`Reason::ALL`].
///
/// ```
/// use hoten::{Reason, name_similarity};
/// let reasons = name_similarity("Trần Thị Lan", "Chần Lan").reasons;
/// assert!(reasons.iter().eq([Reason::HeardTrCh, Reason::MiddleMissing]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ReasonSet(u32);

impl ReasonSet {
    /// The set of one reason.
    #[must_use]
    pub const fn of(reason: Reason) -> Self {
        Self(1 << reason as u32)
    }

    /// The reasons of both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is this reason among them?
    #[must_use]
    pub const fn contains(self, reason: Reason) -> bool {
        self.0 & Self::of(reason).0 != 0
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// None? Never so for the reasons of a comparison.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// One after another.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL.iter().copied().filter(move |&reason| self.contains(reason))
    }

    /// A number to choose by where two alignments are equally good.
    pub(super) const fn bits(self) -> u32 {
        self.0
    }
}

impl FromIterator<Reason> for ReasonSet {
    fn from_iter<I: IntoIterator<Item = Reason>>(reasons: I) -> Self {
        reasons.into_iter().fold(Self::default(), |set, reason| set.with(Self::of(reason)))
    }
}

impl fmt::Debug for ReasonSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
