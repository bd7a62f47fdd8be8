//! Birth dates, each part known or not.

mod calendar;
mod compare;
mod figures;
mod parse;
mod words;

pub use self::compare::DateAgreement;

use super::{Parsed, THIS_YEAR};
use core::fmt;
use core::num::NonZeroU32;

/// How much of a birth date is known, counted from the year down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DatePrecision {
    /// Not even the year.
    None,
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// Year, month and day.
    Day,
}

impl DatePrecision {
    /// `"none"`, `"year"`, `"month"` or `"day"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
        }
    }
}

/// A birth date of which year, month and day are each known or not.
///
/// The parts are those that were written: 30/02 and 31/04 stand in issued papers (Thừa Thiên Huế's
/// justice department handled such cases in 2020) and are kept, see [`Self::is_possible`].
///
/// Four bytes, also as `Option<BirthDate>`; ordered by year, month, day, unknown before known.
/// `Debug` shows the precision only. [`fmt::Display`] writes `dd/mm/yyyy`, `mm/yyyy` or `yyyy`, with
/// dashes for an unknown part before a known one, and [`Self::parse`] reads it back.
///
/// ```
/// use hoten::{BirthDate, DatePrecision};
///
/// let date = BirthDate::parse("ngày 5 tháng 7 năm 1978").value.unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (Some(1978), Some(7), Some(5)));
/// let year = BirthDate::parse("--/--/1937").value.unwrap();
/// assert_eq!((year.precision(), year.to_string().as_str()), (DatePrecision::Year, "1937"));
/// ```
// Bits from the top: year 14, month 4, day 5; the lower 9 are zero: calendar (solar = 0), leap
// month and certainty have their place there once lunar dates and ages are read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BirthDate(NonZeroU32);

const YEAR: u32 = 18;
const MONTH: u32 = 14;
const DAY: u32 = 9;

impl BirthDate {
    /// The date of these parts; `None` if nothing is known or a part is out of range
    /// (years 1000 to 9999, months 1 to 12, days 1 to 31).
    #[must_use]
    pub fn new(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let in_range = year.is_none_or(|year| (1000..=9999).contains(&year))
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=31).contains(&day));
        let bits = u32::from(year.unwrap_or(0)) << YEAR
            | u32::from(month.unwrap_or(0)) << MONTH
            | u32::from(day.unwrap_or(0)) << DAY;
        NonZeroU32::new(bits).filter(|_| in_range).map(Self)
    }

    /// Reads a birth date as registers, spreadsheets and clerks write it, day before month.
    ///
    /// Read are `12/05/1950` with any of `/ - .` and blanks, ISO and compact `19500512` (a time of
    /// day behind it is dropped), `05/1950`, `1950`, `SN 1950`, zeros, dashes or crosses for unknown
    /// parts, `ngày 5 tháng 7 năm 1978` with or without marks, month names of English spreadsheets,
    /// two-digit years, and five-digit spreadsheet serials. Months above 12 are exchanged with the
    /// day, impossible days are kept with their official repair as a suggestion; each with a
    /// finding. Whatever cannot be read gives no value and one finding. Years after the year of
    /// this release are reported; [`Self::parse_at`] takes another limit.
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        parse::parse(text, THIS_YEAR)
    }

    /// [`Self::parse`] of a value that was written in `this_year`, the latest year of birth it can
    /// mean.
    #[must_use]
    pub fn parse_at(text: &str, this_year: u16) -> Parsed<Self> {
        parse::parse(text, this_year)
    }

    /// Year, if known.
    #[must_use]
    #[inline]
    pub fn year(self) -> Option<u16> {
        let year = (self.0.get() >> YEAR) as u16;
        (year != 0).then_some(year)
    }

    /// Month 1 to 12, if known.
    #[must_use]
    #[inline]
    pub fn month(self) -> Option<u8> {
        let month = (self.0.get() >> MONTH & 0xF) as u8;
        (month != 0).then_some(month)
    }

    /// Day 1 to 31, if known.
    #[must_use]
    #[inline]
    pub fn day(self) -> Option<u8> {
        let day = (self.0.get() >> DAY & 0x1F) as u8;
        (day != 0).then_some(day)
    }

    /// How much is known.
    #[must_use]
    pub fn precision(self) -> DatePrecision {
        match (self.year(), self.month(), self.day()) {
            (None, ..) => DatePrecision::None,
            (_, None, _) => DatePrecision::Year,
            (_, _, None) => DatePrecision::Month,
            _ => DatePrecision::Day,
        }
    }

    /// Is it 01/01? Registers write it where day and month were never known, so that only its year
    /// should be believed.
    #[must_use]
    pub fn is_placeholder(self) -> bool {
        self.month() == Some(1) && self.day() == Some(1)
    }

    /// Does the calendar have such a day? Without a year, 29/02 passes.
    #[must_use]
    pub fn is_possible(self) -> bool {
        match (self.month(), self.day()) {
            (Some(month), Some(day)) => day <= calendar::days_of(self.year(), month),
            _ => true,
        }
    }

    /// The date that impossible days are officially corrected to; `None` if the day is possible or
    /// the rule leaves it to the papers.
    ///
    /// 29/02 of a common year and 30/02 of a leap year are 01/03, 30/02 of a common year is 02/03
    /// (Thừa Thiên Huế's justice department, 2020).
    #[must_use]
    pub fn official_repair(self) -> Option<Self> {
        let (year, Some(2), Some(day)) = (self.year()?, self.month(), self.day()) else {
            return None;
        };
        let over = day.checked_sub(calendar::days_of(Some(year), 2)).filter(|&over| over > 0)?;
        (day <= 30).then(|| Self::new(Some(year), Some(3), Some(over)))?
    }

    /// The date of a packed form; `None` when no date packs so.
    #[cfg(feature = "index")]
    pub(crate) fn from_bits(bits: u32) -> Option<Self> {
        let date = NonZeroU32::new(bits).map(Self)?;
        Self::new(date.year(), date.month(), date.day()).filter(|held| held.bits() == bits)
    }

    /// The packed form: year, month and day from the top bit down; ordered as dates are, never 0.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day() {
            Some(day) => write!(f, "{day:02}/")?,
            None if self.year().is_none() => f.write_str("--/")?,
            None => {}
        }
        match self.month() {
            Some(month) => write!(f, "{month:02}/")?,
            None if self.day().is_some() => f.write_str("--/")?,
            None => {}
        }
        match self.year() {
            Some(year) => write!(f, "{year}"),
            None => f.write_str("----"),
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

    fn date(year: u16, month: u8, day: u8) -> BirthDate {
        BirthDate::new(Some(year), Some(month), Some(day)).unwrap()
    }

    #[test]
    fn four_bytes_in_the_order_of_time() {
        assert_eq!(size_of::<Option<BirthDate>>(), 4);
        let year = BirthDate::new(Some(1950), None, None).unwrap();
        assert!(year < date(1950, 1, 1) && date(1950, 1, 31) < date(1950, 2, 1));
        assert!(BirthDate::new(None, None, None).is_none());
        assert!(BirthDate::new(Some(1950), Some(13), None).is_none());
        assert!(BirthDate::new(Some(999), None, None).is_none());
    }

    #[test]
    fn prints_what_is_known() {
        let print = |year, month, day| BirthDate::new(year, month, day).unwrap().to_string();
        assert_eq!(print(Some(1950), Some(5), Some(2)), "02/05/1950");
        assert_eq!(print(Some(1950), Some(5), None), "05/1950");
        assert_eq!(print(Some(1950), None, None), "1950");
        assert_eq!(print(Some(1950), None, Some(2)), "02/--/1950");
        assert_eq!(print(None, Some(5), Some(2)), "02/05/----");
        assert_eq!(print(None, Some(5), None), "--/05/----");
        assert_eq!(format!("{:?}", date(1950, 5, 2)), "BirthDate(day)");
    }

    #[test]
    fn impossible_days_and_their_official_repair() {
        // The cases of Thừa Thiên Huế's letter, 2020.
        assert_eq!(date(1975, 2, 29).official_repair(), Some(date(1975, 3, 1)));
        assert_eq!(date(1976, 2, 30).official_repair(), Some(date(1976, 3, 1)));
        assert_eq!(date(1975, 2, 30).official_repair(), Some(date(1975, 3, 2)));
        for month in [4, 6, 9, 11] {
            assert!(!date(1975, month, 31).is_possible());
            assert_eq!(date(1975, month, 31).official_repair(), None);
        }
        assert_eq!(date(1975, 2, 31).official_repair(), None);
        assert!(date(1976, 2, 29).is_possible() && date(1976, 2, 29).official_repair().is_none());
        assert!(BirthDate::new(None, Some(2), Some(29)).unwrap().is_possible());
    }
}
