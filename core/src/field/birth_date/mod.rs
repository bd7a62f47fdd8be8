//! Birth dates, each part known or not.

mod age;
mod calendar;
mod can_chi;
mod candidates;
mod column;
mod compare;
mod figures;
mod judge;
mod kinds;
mod numerals;
mod parse;
mod print;
mod spoken;
mod words;

pub(super) use self::calendar::{date_of, serial_of};
pub use self::column::{DateColumn, DateOrder};
pub use self::compare::DateAgreement;
pub use self::kinds::{Calendar, DatePrecision};

use self::kinds::YearKind;
use super::{LunarDate, LunarRule, Parsed};
use core::num::NonZeroU32;

/// A birth date of which year, month and day are each known or not.
///
/// The parts are those that were written: 30/02 and 31/04 stand in issued papers (Thừa Thiên Huế's
/// justice department handled such cases in 2020) and are kept, see [`Self::is_possible`].
///
/// Four bytes, also as `Option<BirthDate>`; ordered by year, month, day, unknown before known.
/// `Debug` shows the precision only. Printed, it is `dd/mm/yyyy`, `mm/yyyy` or `yyyy`, with dashes for
/// an unknown part before a known one, `15/06 nhuận/2025 âm lịch` for a lunar date, `1950-1951` for
/// the years of an age and `Mậu Thân` for a Can-Chi year; [`Self::parse`] reads it back.
///
/// ```
/// use hoten::{BirthDate, DatePrecision};
///
/// let date = BirthDate::parse("ngày 5 tháng 7 năm 1978").value.unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (Some(1978), Some(7), Some(5)));
/// let year = BirthDate::parse("--/--/1937").value.unwrap();
/// assert_eq!((year.precision(), year.to_string().as_str()), (DatePrecision::Year, "1937"));
/// ```
// Bits from the top: year 14, month 4, day 5, lunar 1, leap month 1, five of zero, kind of year 2.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BirthDate(NonZeroU32);

const YEAR: u32 = 18;
const MONTH: u32 = 14;
const DAY: u32 = 9;
const LUNAR: u32 = 1 << 8;
const LEAP: u32 = 1 << 7;
const OR_NEXT: u32 = 1;
const CYCLE: u32 = 2;
/// All that a plain solar date has not.
const UNUSUAL: u32 = LUNAR | LEAP | OR_NEXT | CYCLE;

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
    /// parts, `ngày 5 tháng 7 năm 1978` with or without marks and with numbers in words, month names
    /// of English spreadsheets, two-digit years (up to this year of this century, else of the last),
    /// five-digit spreadsheet serials, lunar dates (`15/8/1968 âm lịch`, `mồng 5 tháng Giêng`), Can-Chi
    /// years (`Mậu Thân`) and ages with their year (`60 tuổi (2010)`). Months above 12 are exchanged
    /// with the day, impossible days are kept with their official repair as a suggestion; each with a
    /// finding. Whatever cannot be read gives no value and one finding. Years after the year of
    /// this release are reported; [`Self::parse_at`] takes another limit. What else a value may mean:
    /// [`Parsed::candidates`]. A column whose cells may have the month first: [`DateColumn`].
    #[must_use]
    pub fn parse(text: &str) -> Parsed<Self> {
        DateColumn::default().parse(text)
    }

    /// [`Self::parse`] of a value that was written in `this_year`: the latest year of birth it can
    /// mean, and the year from which an age without a year counts.
    ///
    /// ```
    /// use hoten::{BirthDate, DatePrecision};
    /// let date = BirthDate::parse_at("60 tuổi", 2010).value.unwrap();
    /// assert_eq!(date.precision(), DatePrecision::Years);
    /// assert!(date.possible_years().eq([1950, 1951]));
    /// ```
    #[must_use]
    pub fn parse_at(text: &str, this_year: u16) -> Parsed<Self> {
        DateColumn::default().parse_at(text, this_year)
    }

    /// Year, if known; of an age the earlier of two, of a Can-Chi year the latest.
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
            _ if self.year_kind() != YearKind::Exact => DatePrecision::Years,
            (_, None, _) => DatePrecision::Year,
            (_, _, None) => DatePrecision::Month,
            _ => DatePrecision::Day,
        }
    }

    /// The years it can be of, in order: one, two of an age or a Can-Chi year, none if not known.
    pub fn possible_years(self) -> impl Iterator<Item = u16> {
        let year = self.year();
        let (first, second) = match self.year_kind() {
            YearKind::Exact => (year, None),
            YearKind::OrNext => (year, year.map(|year| year + 1)),
            YearKind::Cycle => (year.and_then(|year| year.checked_sub(can_chi::CYCLE)), year),
        };
        first.into_iter().chain(second)
    }

    /// Which calendar its parts are of.
    #[must_use]
    pub fn calendar(self) -> Calendar {
        if self.0.get() & LUNAR == 0 { Calendar::Solar } else { Calendar::Lunar }
    }

    /// Is its month the leap one (tháng nhuận) behind the month of this number?
    #[must_use]
    pub fn is_leap_month(self) -> bool {
        self.0.get() & LEAP != 0
    }

    /// The same parts, of the lunar calendar; `leap`: of the leap month, if a month is known.
    #[must_use]
    pub fn in_lunar_calendar(self, leap: bool) -> Self {
        let leap = if leap && self.month().is_some() { LEAP } else { 0 };
        Self(self.0 | LUNAR | leap)
    }

    /// The lunar day of a full lunar date between 1899 and 2100.
    #[must_use]
    pub fn lunar(self) -> Option<LunarDate> {
        let known = self.calendar() == Calendar::Lunar && self.precision() == DatePrecision::Day;
        let date = known.then(|| {
            LunarDate::new(self.year()?, self.month()?, self.is_leap_month(), self.day()?)
        });
        date.flatten()
    }

    /// The full solar date: of a lunar one its day in the solar calendar, if the calendar has it.
    ///
    /// ```
    /// use hoten::BirthDate;
    /// let date = BirthDate::parse("mồng 1 tháng Giêng năm 1968").value.unwrap();
    /// assert_eq!(date.to_solar().unwrap().to_string(), "29/01/1968");
    /// ```
    #[must_use]
    pub fn to_solar(self) -> Option<Self> {
        match self.calendar() {
            Calendar::Solar => {
                self.solar_parts().filter(|_| self.precision() == DatePrecision::Day).map(|_| self)
            }
            Calendar::Lunar => self.lunar()?.to_solar(),
        }
    }

    /// Is it 01/01? Registers write it where day and month were never known, so that only its year
    /// should be believed.
    #[must_use]
    pub fn is_placeholder(self) -> bool {
        self.placeholder() == Some(DatePrecision::Year)
    }

    /// How much of a date that may stand for an unknown one should be believed: the year of 01/01,
    /// year and month of another first of a month (facts: Circular 04/2020/TT-BTP art. 18 and the
    /// practice around it); `None` for any other date.
    #[must_use]
    pub fn placeholder(self) -> Option<DatePrecision> {
        match (self.month(), self.day()) {
            (Some(1), Some(1)) => Some(DatePrecision::Year),
            (Some(_), Some(1)) => Some(DatePrecision::Month),
            _ => None,
        }
    }

    /// Does its calendar have such a day? Without a year, 29/02 passes.
    #[must_use]
    pub fn is_possible(self) -> bool {
        let (Some(month), Some(day)) = (self.month(), self.day()) else { return true };
        match (self.calendar(), self.lunar()) {
            (Calendar::Solar, _) => day <= calendar::days_of(self.year(), month),
            (Calendar::Lunar, None) => day <= 30,
            (Calendar::Lunar, Some(lunar)) => {
                LunarRule::ALL.into_iter().any(|rule| lunar.to_solar_by(rule).is_some())
            }
        }
    }

    /// The date that impossible days are officially corrected to; `None` if the day is possible or
    /// the rule leaves it to the papers.
    ///
    /// 29/02 of a common year and 30/02 of a leap year are 01/03, 30/02 of a common year is 02/03;
    /// 31/04, 31/06, 31/09 and 31/11 go by the person's other papers (Thừa Thiên Huế's justice
    /// department, 2020, after the Ministry of Justice). None for lunar dates.
    #[must_use]
    pub fn official_repair(self) -> Option<Self> {
        let (year, Some(2), Some(day)) = (self.year()?, self.month(), self.day()) else {
            return None;
        };
        if !self.is_plain() {
            return None;
        }
        let over = day.checked_sub(calendar::days_of(Some(year), 2)).filter(|&over| over > 0)?;
        (day <= 30).then(|| Self::new(Some(year), Some(3), Some(over)))?
    }

    /// Year, month and day of a full date that the solar calendar has.
    pub(super) fn solar_parts(self) -> Option<(u16, u8, u8)> {
        let (year, month, day) = (self.year()?, self.month()?, self.day()?);
        let solar = self.calendar() == Calendar::Solar && self.is_possible();
        solar.then_some((year, month, day))
    }

    fn year_kind(self) -> YearKind {
        match self.0.get() & (OR_NEXT | CYCLE) {
            0 => YearKind::Exact,
            OR_NEXT => YearKind::OrNext,
            _ => YearKind::Cycle,
        }
    }

    /// The same with another meaning of its year.
    fn of_kind(self, kind: YearKind) -> Self {
        match kind {
            YearKind::Exact => self,
            YearKind::OrNext => self.or_next(),
            YearKind::Cycle => self.in_cycle(),
        }
    }

    fn or_next(self) -> Self {
        Self(self.0 | OR_NEXT)
    }

    fn in_cycle(self) -> Self {
        Self(self.0 | CYCLE)
    }

    /// The same of exactly this year.
    fn in_year(self, year: u16) -> Option<Self> {
        let plain = Self::new(Some(year), self.month(), self.day())?;
        Some(match self.calendar() {
            Calendar::Solar => plain,
            Calendar::Lunar => plain.in_lunar_calendar(self.is_leap_month()),
        })
    }

    /// Neither lunar nor of two years.
    #[inline]
    fn is_plain(self) -> bool {
        self.0.get() & UNUSUAL == 0
    }

    /// The numbers alone, as if they were of the solar calendar.
    fn numbers(self) -> Option<Self> {
        Self::new(self.year(), self.month(), self.day())
    }

    /// The date of a packed form; `None` when no date packs so.
    #[cfg(feature = "index")]
    pub(crate) fn from_bits(bits: u32) -> Option<Self> {
        let date = NonZeroU32::new(bits).map(Self)?;
        let mut held = Self::new(date.year(), date.month(), date.day())?;
        if date.calendar() == Calendar::Lunar {
            held = held.in_lunar_calendar(date.is_leap_month());
        }
        if date.year().is_some() {
            held = held.of_kind(date.year_kind());
        }
        (held == date).then_some(held)
    }

    /// The packed form: year, month and day from the top bit down; ordered as dates are, never 0.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
