//! Dates as text.

use super::kinds::{Calendar, YearKind};
use super::{BirthDate, can_chi};
use core::fmt;

impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day() {
            Some(day) => write!(f, "{day:02}/")?,
            None if self.year().is_none() => f.write_str("--/")?,
            None => {}
        }
        match self.month() {
            Some(month) => write!(f, "{month:02}")?,
            None if self.day().is_some() || self.year().is_none() => f.write_str("--")?,
            None => {}
        }
        if self.is_leap_month() {
            f.write_str(" nhuận")?;
        }
        if self.month().is_some() || self.day().is_some() || self.year().is_none() {
            f.write_str("/")?;
        }
        match (self.year(), self.year_kind()) {
            (None, _) => f.write_str("----")?,
            (Some(year), YearKind::Exact) => write!(f, "{year}")?,
            (Some(year), YearKind::OrNext) => write!(f, "{year}-{}", year + 1)?,
            (Some(year), YearKind::Cycle) => {
                let (stem, branch) = can_chi::name(year);
                write!(f, "{stem} {branch}")?;
            }
        }
        match self.calendar() {
            Calendar::Solar => Ok(()),
            Calendar::Lunar => f.write_str(" âm lịch"),
        }
    }
}

impl fmt::Debug for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BirthDate({})", self.precision().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn prints_what_is_known() {
        let date = |year, month, day| BirthDate::new(year, month, day).unwrap();
        for (date, want) in [
            (date(Some(1950), Some(5), Some(2)), "02/05/1950"),
            (date(Some(1950), Some(5), None), "05/1950"),
            (date(Some(1950), None, None), "1950"),
            (date(Some(1950), None, Some(2)), "02/--/1950"),
            (date(None, Some(5), Some(2)), "02/05/----"),
            (date(None, Some(5), None), "--/05/----"),
            (date(None, None, Some(2)), "02/--/----"),
            (date(Some(1950), Some(5), Some(2)).in_lunar_calendar(false), "02/05/1950 âm lịch"),
            (
                date(Some(2025), Some(6), Some(2)).in_lunar_calendar(true),
                "02/06 nhuận/2025 âm lịch",
            ),
            (date(Some(1950), None, None).in_lunar_calendar(false), "1950 âm lịch"),
            (date(Some(1950), None, None).or_next(), "1950-1951"),
            (date(Some(1968), None, None).in_cycle(), "Mậu Thân"),
            (
                date(Some(1968), Some(8), None).in_lunar_calendar(false).in_cycle(),
                "08/Mậu Thân âm lịch",
            ),
        ] {
            assert_eq!(date.to_string(), want);
            assert_eq!(BirthDate::parse(want).value, Some(date), "{want}");
        }
        assert_eq!(format!("{:?}", date(Some(1950), Some(5), Some(2))), "BirthDate(day)");
    }
}
