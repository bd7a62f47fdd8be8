//! Small kinds of what is known of a date.

/// How much of a birth date is known, counted from the year down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DatePrecision {
    /// Not even the year.
    None,
    /// One of two years: of an age or a Can-Chi year, see `BirthDate::possible_years`.
    Years,
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// Year, month and day.
    Day,
}

impl DatePrecision {
    /// `"none"`, `"years"`, `"year"`, `"month"` or `"day"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Years => "years",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

/// Which calendar the parts of a date were written by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Calendar {
    /// The Gregorian calendar (dương lịch); also where nothing is said.
    #[default]
    Solar,
    /// The lunar calendar (âm lịch).
    Lunar,
}

impl Calendar {
    /// `"solar"` or `"lunar"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Solar => "solar",
            Self::Lunar => "lunar",
        }
    }
}

/// What the year of a date stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum YearKind {
    /// Itself.
    #[default]
    Exact,
    /// Itself or the year after: told by an age.
    OrNext,
    /// Itself or the year 60 before: told by its Can-Chi name.
    Cycle,
}
