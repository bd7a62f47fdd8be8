//! The Vietnamese lunar calendar from 1900 to 2100.
//!
//! Months begin on the day of the new moon, the winter solstice lies in month 11, and a leap month is
//! the first without a principal solar term (Hồ Ngọc Đức, "Thuật toán tính âm lịch", after Meeus,
//! "Astronomical Algorithms"). The days are those of a time zone: Hanoi's (UTC+7) since Decision
//! 121/CP of 1967-08-08. `tests/tables/lunar.rs` computes every year by that algorithm and compares it
//! with the table here, so that no floating point is needed at run time.

mod tables;

use self::tables::{CURRENT, FIRST_YEAR, OLDER};
use crate::field::BirthDate;
use crate::field::birth_date::{date_of, serial_of};
use core::fmt;

/// Which clock decides on what day a new moon falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum LunarRule {
    /// Hanoi's time, UTC+7: in force in the North since 1968 and in the whole country since 1976;
    /// today's almanacs use it for earlier years too.
    #[default]
    Current,
    /// UTC+8, as almanacs were made before: until 1967 everywhere, in the South until 1975 (Tết
    /// 1968 and 1969 were a day later there). Years after 1975 have no answer by it.
    Older,
}

impl LunarRule {
    /// Both, today's first.
    pub const ALL: [Self; 2] = [Self::Current, Self::Older];

    fn years(self) -> &'static [u32] {
        match self {
            Self::Current => &CURRENT,
            Self::Older => &OLDER,
        }
    }
}

/// A day of the lunar calendar as it was written; whether the calendar has it, [`Self::to_solar`]
/// tells.
///
/// ```
/// use hoten::{BirthDate, LunarDate};
///
/// // Tết Mậu Thân.
/// let tet = LunarDate::new(1968, 1, false, 1).unwrap();
/// assert_eq!(tet.to_solar().unwrap().to_string(), "29/01/1968");
/// let solar = BirthDate::parse("29/01/1968").value.unwrap();
/// assert_eq!(LunarDate::from_solar(solar), Some(tet));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LunarDate {
    year: u16,
    month: u8,
    leap: bool,
    day: u8,
}

impl LunarDate {
    /// The day of these parts; `None` unless the year is 1899 to 2100, the month 1 to 12 and the day
    /// 1 to 30. `leap`: of the leap month that follows the month of this number.
    #[must_use]
    pub fn new(year: u16, month: u8, leap: bool, day: u8) -> Option<Self> {
        let in_range = usize::from(year).checked_sub(FIRST_YEAR)? < CURRENT.len()
            && (1..=12).contains(&month)
            && (1..=30).contains(&day);
        in_range.then_some(Self { year, month, leap, day })
    }

    /// The lunar day of a full solar date between 1900-01-01 and 2100-12-31.
    #[must_use]
    pub fn from_solar(date: BirthDate) -> Option<Self> {
        Self::from_solar_by(date, LunarRule::Current)
    }

    /// [`Self::from_solar`] by one of the two rules.
    #[must_use]
    pub fn from_solar_by(date: BirthDate, rule: LunarRule) -> Option<Self> {
        let (year, month, day) = date.solar_parts()?;
        if !(1900..=2100).contains(&year) {
            return None;
        }
        let serial = serial_of(year, month, day);
        // Before Tết it is still the year before.
        let this = LunarYear::of(year, rule).filter(|held| held.begins() <= serial);
        let held = this.or_else(|| LunarYear::of(year - 1, rule))?;
        held.day_at(serial - held.begins())
    }

    /// The solar date of this day; `None` if the calendar has no such day.
    #[must_use]
    pub fn to_solar(self) -> Option<BirthDate> {
        self.to_solar_by(LunarRule::Current)
    }

    /// [`Self::to_solar`] by one of the two rules.
    #[must_use]
    pub fn to_solar_by(self, rule: LunarRule) -> Option<BirthDate> {
        let held = LunarYear::of(self.year, rule)?;
        let (year, month, day) = date_of(held.begins() + held.days_before(self)?);
        BirthDate::new(Some(year), Some(month), Some(day))
    }

    /// The year whose Tết came last.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month 1 (Giêng) to 12 (Chạp).
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Is it of the leap month (tháng nhuận) that follows the month of this number?
    #[must_use]
    pub fn is_leap_month(self) -> bool {
        self.leap
    }

    /// Day 1 to 30.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Debug for LunarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LunarDate")
    }
}

/// One year of the table. Bits from the lowest: 13 months in their order (1: it has 30 days), the
/// number of the month that a leap month follows (4 bits, 0: none), days from 20 January to Tết.
#[derive(Clone, Copy)]
struct LunarYear {
    year: u16,
    bits: u32,
}

impl LunarYear {
    fn of(year: u16, rule: LunarRule) -> Option<Self> {
        let index = usize::from(year).checked_sub(FIRST_YEAR)?;
        let bits = *rule.years().get(index)?;
        Some(Self { year, bits })
    }

    /// Day number of Tết.
    fn begins(self) -> i32 {
        serial_of(self.year, 1, 20) + (self.bits >> 17) as i32
    }

    /// The month that a leap month follows; 0: there is none.
    fn leap(self) -> u8 {
        (self.bits >> 13 & 0xF) as u8
    }

    fn days_of(self, place: u8) -> i32 {
        29 + (self.bits >> place & 1) as i32
    }

    fn days_before(self, date: LunarDate) -> Option<i32> {
        let leap = self.leap();
        if date.leap && date.month != leap {
            return None;
        }
        let late = leap != 0 && (date.leap || date.month > leap);
        let place = date.month - 1 + u8::from(late);
        let day = i32::from(date.day);
        (day <= self.days_of(place))
            .then(|| (0..place).map(|place| self.days_of(place)).sum::<i32>() + day - 1)
    }

    /// The day so many days after Tết.
    fn day_at(self, mut days: i32) -> Option<LunarDate> {
        let leap = self.leap();
        for place in 0..12 + u8::from(leap != 0) {
            if days < self.days_of(place) {
                let after = leap != 0 && place >= leap;
                let month = place + 1 - u8::from(after);
                let is_leap = after && place == leap;
                return LunarDate::new(self.year, month, is_leap, days as u8 + 1);
            }
            days -= self.days_of(place);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn solar(text: &str) -> BirthDate {
        BirthDate::parse(text).value.unwrap()
    }

    /// Tết of years everyone remembers, from almanacs; 1985 was a month before China's.
    #[test]
    fn new_years_of_almanacs() {
        for (year, want) in [
            (1945, "13/02/1945"),
            (1954, "03/02/1954"),
            (1968, "29/01/1968"),
            (1975, "11/02/1975"),
            (1985, "21/01/1985"),
            (2000, "05/02/2000"),
            (2007, "17/02/2007"),
            (2020, "25/01/2020"),
            (2023, "22/01/2023"),
            (2024, "10/02/2024"),
            (2025, "29/01/2025"),
            (2026, "17/02/2026"),
            (2030, "02/02/2030"),
        ] {
            let tet = LunarDate::new(year, 1, false, 1).unwrap();
            assert_eq!(tet.to_solar().unwrap().to_string(), want);
        }
    }

    /// The South kept UTC+8 until 1975: its Tết was a day later.
    #[test]
    fn two_new_years_in_a_divided_country() {
        for (year, north, south) in
            [(1968, "29/01/1968", "30/01/1968"), (1969, "16/02/1969", "17/02/1969")]
        {
            let tet = LunarDate::new(year, 1, false, 1).unwrap();
            assert_eq!(tet.to_solar(), Some(solar(north)));
            assert_eq!(tet.to_solar_by(LunarRule::Older), Some(solar(south)));
        }
        let later = LunarDate::new(1985, 1, false, 1).unwrap();
        assert_eq!(later.to_solar_by(LunarRule::Older), None);
    }

    /// Leap months of almanacs: 2 of 2004 and 2023, 4 of 2020, 6 of 2017 and 2025.
    #[test]
    fn leap_months_of_almanacs() {
        for (year, month) in [(2004, 2), (2017, 6), (2020, 4), (2023, 2), (2025, 6)] {
            for other in 1..=12 {
                let leap = LunarDate::new(year, other, true, 1).unwrap().to_solar();
                assert_eq!(leap.is_some(), other == month, "{year} {other}");
            }
        }
        let first = LunarDate::new(2025, 6, true, 1).unwrap();
        assert_eq!(first.to_solar().unwrap().to_string(), "25/07/2025");
        assert!(LunarDate::new(2024, 6, true, 1).unwrap().to_solar().is_none());
    }

    #[test]
    fn every_day_goes_there_and_back() {
        let (first, last) = (serial_of(1900, 1, 1), serial_of(2100, 12, 31));
        for rule in LunarRule::ALL {
            let last = if rule == LunarRule::Older { serial_of(1975, 12, 31) } else { last };
            let mut before = None;
            for serial in first..=last {
                let (year, month, day) = date_of(serial);
                let date = BirthDate::new(Some(year), Some(month), Some(day)).unwrap();
                let lunar = LunarDate::from_solar_by(date, rule).unwrap();
                assert_eq!(lunar.to_solar_by(rule), Some(date));
                let month = (lunar.year(), lunar.month(), lunar.is_leap_month(), lunar.day());
                assert!(Some(month) > before, "{date}");
                before = Some(month);
            }
        }
    }

    #[test]
    fn what_is_outside_has_no_answer() {
        for text in ["30/11/1899", "01/01/2101", "05/1950", "1950", "31/04/1950"] {
            assert_eq!(LunarDate::from_solar(solar(text)), None, "{text}");
        }
        assert!(LunarDate::new(1898, 1, false, 1).is_none());
        assert!(LunarDate::new(2101, 1, false, 1).is_none());
        assert!(LunarDate::new(1950, 13, false, 1).is_none());
        assert!(LunarDate::new(1950, 1, false, 31).is_none());
        assert_eq!(
            LunarDate::new(1899, 12, false, 1).unwrap().to_solar(),
            Some(solar("01/01/1900"))
        );
    }
}
