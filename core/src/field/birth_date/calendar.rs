//! The Gregorian calendar, and the day numbers of spreadsheets.

/// Days of a month (1 to 12); 29 for February where the year is not known.
pub(super) fn days_of(year: Option<u16>, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => match year {
            Some(year) if !is_leap(year) => 28,
            _ => 29,
        },
        _ => 31,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Spreadsheet day number of 1970-01-01; day 1 is 1900-01-01, and a 29/02/1900 that never was is
/// counted, so numbers from 61 on are those of real days.
const SERIAL_OF_EPOCH: i32 = 25_569;

/// The day number that a spreadsheet gives to a date (from 01/03/1900 on).
///
/// Days from civil: Howard Hinnant, "chrono-compatible low-level date algorithms".
pub(in crate::field) fn serial_of(year: u16, month: u8, day: u8) -> i32 {
    let year = i32::from(year) - i32::from(month <= 2);
    let month = i32::from(month);
    let century = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    century * 146_097 + day_of_era - 719_468 + SERIAL_OF_EPOCH
}

/// Year, month and day of a spreadsheet's day number from 61 on; the inverse of [`serial_of`].
pub(in crate::field) fn date_of(serial: i32) -> (u16, u8, u8) {
    let days = serial - SERIAL_OF_EPOCH + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year as u16, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_those_of_spreadsheets() {
        // 1975 typed in a date cell shows 28/05/1905; 27428 is 03/02/1975.
        assert_eq!(date_of(1975), (1905, 5, 28));
        assert_eq!(date_of(27_428), (1975, 2, 3));
        assert_eq!(date_of(61), (1900, 3, 1));
        assert_eq!(serial_of(2000, 1, 1), 36_526);
    }

    #[test]
    fn every_day_has_its_number() {
        let mut serial = 61;
        for year in 1900..=2150 {
            for month in 1..=12 {
                for day in 1..=days_of(Some(year), month) {
                    if (year, month) >= (1900, 3) {
                        assert_eq!(serial_of(year, month, day), serial);
                        assert_eq!(date_of(serial), (year, month, day));
                        serial += 1;
                    }
                }
            }
        }
    }
}
