//! All dates a value may mean.

use super::calendar::{date_of, serial_of};
use super::kinds::Calendar;
use super::{BirthDate, DatePrecision};
use crate::field::{LunarRule, Parsed};
use crate::finding::FindingCode;
use alloc::vec::Vec;

/// Days from the first day of spreadsheets that count from 1900 to that of those from 1904.
const TO_1904: i32 = 1462;

impl Parsed<BirthDate> {
    /// The date that was read, and the others that the value may mean: each possible year of an age or
    /// a Can-Chi year, the official repair of an impossible day, the other century of a two-digit
    /// year, the solar dates of a lunar one, day and month exchanged where their order is open, a
    /// day number counted from 1904. Each once, the likeliest first; empty without a value.
    ///
    /// ```
    /// use hoten::BirthDate;
    /// let texts = |text| -> Vec<String> {
    ///     BirthDate::parse(text).candidates().iter().map(ToString::to_string).collect()
    /// };
    /// assert_eq!(texts("29/02/1975"), ["29/02/1975", "01/03/1975"]);
    /// assert_eq!(texts("Mậu Thân"), ["1968", "1908"]);
    /// ```
    #[must_use]
    pub fn candidates(&self) -> Vec<BirthDate> {
        let mut all = Vec::new();
        let Some(date) = self.value else { return all };
        let mut add = |date: Option<BirthDate>| {
            if let Some(date) = date.filter(|date| !all.contains(date)) {
                all.push(date);
            }
        };
        if date.precision() == DatePrecision::Years {
            add(date.year().and_then(|year| date.in_year(year)));
            for year in date.possible_years() {
                add(date.in_year(year));
            }
        } else {
            add(Some(date));
        }
        if date.calendar() == Calendar::Lunar {
            for rule in LunarRule::ALL {
                add(date.lunar().and_then(|lunar| lunar.to_solar_by(rule)));
            }
        }
        for finding in &self.findings {
            match finding.code {
                FindingCode::DateImpossibleDay if date.calendar() == Calendar::Solar => {
                    add(date.official_repair());
                    // 30/02 stands in papers as a day of the lunar calendar too.
                    let lunar = (date.day() == Some(30)).then(|| date.in_lunar_calendar(false));
                    add(lunar.and_then(BirthDate::to_solar));
                }
                FindingCode::DateCenturyUnclear => {
                    add(date.year().and_then(|year| date.in_year(year - 100)));
                }
                FindingCode::DateFromSerial => add(from_1904(date)),
                FindingCode::DateYearInDateCell => add(year_of_serial(date)),
                FindingCode::DateOrderByColumn | FindingCode::DateOrderUnclear => {
                    add(BirthDate::new(date.year(), date.day(), date.month()));
                }
                _ => {}
            }
        }
        all
    }
}

fn from_1904(date: BirthDate) -> Option<BirthDate> {
    let (year, month, day) = date.solar_parts()?;
    let (year, month, day) = date_of(serial_of(year, month, day) + TO_1904);
    BirthDate::new(Some(year), Some(month), Some(day))
}

/// 28/05/1905 has the number 1975.
fn year_of_serial(date: BirthDate) -> Option<BirthDate> {
    let (year, month, day) = date.solar_parts()?;
    BirthDate::new(u16::try_from(serial_of(year, month, day)).ok(), None, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    fn candidates(parsed: &Parsed<BirthDate>) -> Vec<String> {
        parsed.candidates().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_date_a_value_may_mean() {
        for (text, want) in [
            ("12/05/1950", &["12/05/1950"][..]),
            ("", &[]),
            ("Mậu Thân", &["1968", "1908"]),
            ("1950-1951", &["1950", "1951"]),
            ("29/02/1975", &["29/02/1975", "01/03/1975"]),
            // February 1950 had 28 days, the second lunar month 30.
            ("30/02/1950", &["30/02/1950", "02/03/1950", "16/04/1950"]),
            ("31/04/1975", &["31/04/1975"]),
            ("12/5/05", &["12/05/2005", "12/05/1905"]),
            // A spreadsheet of 1904 is four years and a day ahead.
            ("27428", &["03/02/1975", "04/02/1979"]),
            ("28/05/1905", &["28/05/1905", "1975"]),
            ("1/1/1968 âm lịch", &["01/01/1968 âm lịch", "29/01/1968", "30/01/1968"]),
        ] {
            assert_eq!(candidates(&BirthDate::parse(text)), want, "{text}");
        }
        let parsed = BirthDate::parse_at("60 tuổi", 2010);
        assert_eq!(candidates(&parsed), ["1950", "1951"]);
    }
}
