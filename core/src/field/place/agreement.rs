//! Two places compared through history.

use super::unit::UnitId;
use super::{PlaceUnit, Places};

/// What two places have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PlaceAgreement {
    /// One of them, or both, is not known to the level of communes.
    Unknown,
    /// One unit of one time.
    Same,
    /// One unit through history: what was written on one side went whole into what was written on
    /// the other.
    SameToday,
    /// They may be one: one was divided, or a name means several.
    Possible,
    /// No unit can be meant by both.
    Different,
}

impl PlaceAgreement {
    /// `"unknown"`, `"same"`, `"same_today"`, `"possible"` or `"different"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Same => "same",
            Self::SameToday => "same_today",
            Self::Possible => "possible",
            Self::Different => "different",
        }
    }
}

impl Places<'_> {
    /// Compares two places, whether they were written before 2025-07-01 or since.
    ///
    /// ```
    /// # #[cfg(feature = "communes")] {
    /// use hoten::{PlaceAgreement, resolve_place};
    /// let old = resolve_place("An Giang", "Tịnh Biên", "An Hảo");
    /// assert_eq!(old.agreement(&resolve_place("An Giang", "", "Núi Cấm")), PlaceAgreement::SameToday);
    /// // Another commune that went into the same one of today.
    /// let beside = resolve_place("An Giang", "Tịnh Biên", "Tân Lập");
    /// assert_eq!(old.agreement(&beside), PlaceAgreement::Different);
    /// # }
    /// ```
    #[must_use]
    pub fn agreement(&self, other: &Self) -> PlaceAgreement {
        let communes = |places: &Self| {
            !places.is_empty()
                && places.iter().all(|place| matches!(place.unit.id, UnitId::Member(_)))
        };
        if !(communes(self) && communes(other)) {
            return PlaceAgreement::Unknown;
        }
        let written =
            |places: &Self| places.only_written().map(|unit| (unit.id, unit.is_current()));
        let single = self.len() == 1 && other.len() == 1;
        agree(written(self), written(other), single, || {
            self.iter().any(|a| other.iter().any(|b| a.unit == b.unit))
        })
    }

    /// The one commune that was written, if only one can have been.
    pub(super) fn only_written(&self) -> Option<PlaceUnit<'_>> {
        let first = self.get(0)?.written;
        let member = matches!(first.id, UnitId::Member(id) if !first.table.is_district(id));
        (member && self.iter().all(|place| place.written == first)).then_some(first)
    }
}

/// Compares what was written on each side, if that is one unit, with whether it is of today.
/// `single`: each means one unit of today; `meets`: some unit is meant by both.
pub(super) fn agree<U: PartialEq>(
    mine: Option<(U, bool)>,
    theirs: Option<(U, bool)>,
    single: bool,
    meets: impl FnOnce() -> bool,
) -> PlaceAgreement {
    let told = mine.is_some() && theirs.is_some();
    match (mine, theirs) {
        (Some((mine, _)), Some((theirs, _))) if mine == theirs => PlaceAgreement::Same,
        // Two units of one time.
        (Some((_, a)), Some((_, b))) if a == b => PlaceAgreement::Different,
        _ if !meets() => PlaceAgreement::Different,
        _ if told && single => PlaceAgreement::SameToday,
        _ => PlaceAgreement::Possible,
    }
}
