//! Why a unit may be meant.

use core::fmt;

/// One reason why a unit may be meant, or one doubt about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PlaceEvidence {
    /// The name as the table spells it, but for habits of writing.
    Exact,
    /// The letters of the name; marks are missing in the text.
    Unmarked,
    /// The letters of the name with other marks: no unit bears the name as written.
    OtherMarks,
    /// Found by its code.
    Code,
    /// Another word for the kind than the unit's (Huyện Tịnh Biên, a town by 2025).
    OtherKind,
    /// The unit bears the name today.
    Current,
    /// The unit that was written went into this one whole, alone, under another name or kind.
    Renamed,
    /// The unit that was written went into this one whole, with others.
    Merged,
    /// Only a part of the unit that was written went into this one.
    Divided,
    /// A province that was split before 2025.
    FormerProvince,
    /// A commune of before beside the province of today, or the other way about.
    OtherTime,
    /// No province was given.
    NoProvince,
    /// No district was given, or none that had communes in 2025.
    NoDistrict,
    /// The commune does not lie in the province that was given.
    ProvinceDiffers,
    /// The commune does not lie in the district that was given.
    DistrictDiffers,
    /// Names stand in each other's columns.
    Swapped,
    /// No commune was given or known: any of the district.
    DistrictOnly,
    /// No commune or district was given or known.
    ProvinceOnly,
}

impl PlaceEvidence {
    /// All, in their fixed order.
    pub const ALL: [Self; 18] = [
        Self::Exact,
        Self::Unmarked,
        Self::OtherMarks,
        Self::Code,
        Self::OtherKind,
        Self::Current,
        Self::Renamed,
        Self::Merged,
        Self::Divided,
        Self::FormerProvince,
        Self::OtherTime,
        Self::NoProvince,
        Self::NoDistrict,
        Self::ProvinceDiffers,
        Self::DistrictDiffers,
        Self::Swapped,
        Self::DistrictOnly,
        Self::ProvinceOnly,
    ];

    /// `"exact"`, `"unmarked"`, `"other_marks"`, `"code"`, `"other_kind"`, `"current"`, `"renamed"`,
    /// `"merged"`, `"divided"`, `"former_province"`, `"other_time"`, `"no_province"`,
    /// `"no_district"`, `"province_differs"`, `"district_differs"`, `"swapped"`, `"district_only"` or
    /// `"province_only"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Unmarked => "unmarked",
            Self::OtherMarks => "other_marks",
            Self::Code => "code",
            Self::OtherKind => "other_kind",
            Self::Current => "current",
            Self::Renamed => "renamed",
            Self::Merged => "merged",
            Self::Divided => "divided",
            Self::FormerProvince => "former_province",
            Self::OtherTime => "other_time",
            Self::NoProvince => "no_province",
            Self::NoDistrict => "no_district",
            Self::ProvinceDiffers => "province_differs",
            Self::DistrictDiffers => "district_differs",
            Self::Swapped => "swapped",
            Self::DistrictOnly => "district_only",
            Self::ProvinceOnly => "province_only",
        }
    }
}

/// Reasons and doubts about one unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PlaceEvidenceSet(u32);

impl PlaceEvidenceSet {
    /// Is it one of them?
    #[must_use]
    pub fn contains(self, evidence: PlaceEvidence) -> bool {
        self.0 & 1 << evidence as u32 != 0
    }

    /// All of them, in their fixed order.
    pub fn iter(self) -> impl Iterator<Item = PlaceEvidence> {
        PlaceEvidence::ALL.into_iter().filter(move |&evidence| self.contains(evidence))
    }

    #[must_use]
    pub(super) const fn with(self, evidence: PlaceEvidence) -> Self {
        Self(self.0 | 1 << evidence as u32)
    }

    pub(super) fn when(self, holds: bool, evidence: PlaceEvidence) -> Self {
        if holds { self.with(evidence) } else { self }
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl fmt::Debug for PlaceEvidenceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(PlaceEvidence::as_str)).finish()
    }
}
