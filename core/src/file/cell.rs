//! A workbook's cell as the text that the office saw, without the noise of numbers in binary.

use calamine::{DataType, ExcelDateTime};
use std::borrow::Cow;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Date(Day),
    /// A date format over a number that is no day: 0, or the 29/02/1900 that never was.
    NoDay,
}

/// A day, as far as a workbook tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    year: u16,
    month: u8,
    day: u8,
    /// The whole number in the cell.
    serial: i64,
}

/// Days between the two epochs of workbooks, 01/01/1900 and 01/01/1904.
const EPOCHS_APART: f64 = 1462.0;

impl Day {
    /// The year, if a year alone was typed: such a number in a date cell shows a day of 1905.
    pub(super) fn typed_year(self) -> Option<i64> {
        (1900..=2100).contains(&self.serial).then_some(self.serial)
    }

    /// May day and month have been exchanged?
    pub(super) fn may_be_swapped(self) -> bool {
        self.day <= 12
    }

    pub(super) fn text(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }
}

/// The value of a cell; `None` for an empty one.
pub(super) fn value<T: DataType>(cell: &T) -> Option<Value<'_>> {
    if let Some(text) = cell.get_string() {
        return Some(Value::Text(Cow::Borrowed(text)));
    }
    if let Some(number) = cell.get_float() {
        return Some(Value::Number(number));
    }
    if let Some(number) = cell.get_int() {
        // A workbook's whole numbers have 53 bits at most.
        return Some(Value::Number(number as f64));
    }
    if let Some(moment) = cell.get_datetime() {
        return Some(moment_value(moment));
    }
    if let Some(text) = cell.get_datetime_iso() {
        return Some(iso_value(text));
    }
    if let Some(flag) = cell.get_bool() {
        return Some(Value::Text(Cow::Borrowed(if flag { "TRUE" } else { "FALSE" })));
    }
    if let Some(error) = cell.get_error() {
        return Some(Value::Text(Cow::Owned(error.to_string())));
    }
    cell.get_duration_iso().map(|text| Value::Text(Cow::Borrowed(text)))
}

fn moment_value(moment: ExcelDateTime) -> Value<'static> {
    let serial = moment.as_f64();
    if moment.is_duration() {
        return Value::Number(serial);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    // A day above 9999-12-31 is shown as #### by spreadsheets.
    let whole = serial.is_finite() && (1.0..2_958_466.0).contains(&serial);
    if !whole || (year, month, day) == (1900, 2, 29) {
        return Value::NoDay;
    }
    Value::Date(Day { year, month, day, serial: serial as i64 })
}

/// OpenDocument and strict OOXML write `1975-02-03` or `1975-02-03T00:00:00`.
fn iso_value(text: &str) -> Value<'_> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let mut parts = day.split('-');
    let mut part = || parts.next()?.parse::<u16>().ok();
    match (part(), part(), part()) {
        (Some(1899), Some(12), Some(30 | 31)) => Value::NoDay,
        (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) => {
            let (month, day) = (month as u8, day as u8);
            Value::Date(Day { year, month, day, serial: serial_of_1905(year, month, day) })
        }
        _ => Value::Text(Cow::Borrowed(text)),
    }
}

/// The serial of a day of 1905, which a year typed in a date cell becomes; 0 for other days.
fn serial_of_1905(year: u16, month: u8, day: u8) -> i64 {
    const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let month = BEFORE.get(usize::from(month) - 1).copied().unwrap_or(0);
    // 01/01/1905 is day 1828.
    if year == 1905 { 1827 + month + i64::from(day) } else { 0 }
}

/// A number as a spreadsheet shows it where there is room: whole ones in full, others with fifteen
/// digits. Longer whole numbers have lost their last digits for ever and are given in scientific
/// notation, which nothing takes for a number of a person.
pub(super) fn number_text(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    if number.abs() >= 1e15 {
        return format!("{number:.5E}");
    }
    if number.fract() == 0.0 {
        return format!("{}", number as i64);
    }
    // Fifteen digits are what spreadsheets keep; the rest is binary noise.
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// The number as one of the usual epoch, where it may stand for a day of a workbook of 1904.
pub(super) fn from_1904(number: f64) -> f64 {
    let day = (3_000.0..60_000.0).contains(&number) && number.fract() == 0.0;
    if day { number + EPOCHS_APART } else { number }
}

/// The first number of a text that is a day of a month in figures (`28/02/1975`), if it is one.
pub(super) fn first_of_date(text: &str) -> Option<u8> {
    let mut parts = text.trim().split(['/', '-', '.']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok_and(|n| n >= 1);
    let whole = parts.next().is_none() && year.len() == 4 && year.parse::<u16>().is_ok();
    if whole && short(first) && short(second) { first.parse().ok() } else { None }
}

/// Exchanges day and month of a text that [`Day::text`] wrote.
pub(super) fn swapped(text: &str) -> Option<String> {
    let (day, rest) = text.split_once('/')?;
    let (month, year) = rest.split_once('/')?;
    Some(format!("{month}/{day}/{year}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, ExcelDateTimeType};

    fn day(serial: f64, is_1904: bool) -> Option<Value<'static>> {
        let moment = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
        Some(moment_value(moment))
    }

    fn text(value: Option<Value<'_>>) -> String {
        match value {
            Some(Value::Date(day)) => day.text(),
            Some(Value::Text(text)) => text.into_owned(),
            Some(Value::Number(number)) => number_text(number),
            Some(Value::NoDay) => "no day".into(),
            None => String::new(),
        }
    }

    /// ECMA-376 part 1, 18.17.4: serial 1 is 01/01/1900, 60 the 29/02/1900 that never was; in the
    /// other date system serial 0 is 01/01/1904.
    #[test]
    fn days_of_both_epochs() {
        assert_eq!(text(day(1.0, false)), "01/01/1900");
        assert_eq!(text(day(61.0, false)), "01/03/1900");
        assert_eq!(text(day(27428.0, false)), "03/02/1975");
        assert_eq!(text(day(27428.7, false)), "03/02/1975");
        assert_eq!(text(day(27428.0 - EPOCHS_APART, true)), "03/02/1975");
        for none in [0.0, 0.5, 60.0, -1.0, f64::NAN, 2_958_466.0] {
            assert_eq!(day(none, false), Some(Value::NoDay), "{none}");
        }
        assert_eq!(day(0.0, true), Some(Value::NoDay));
    }

    #[test]
    fn a_year_typed_in_a_date_cell() {
        let Some(Value::Date(one)) = day(1975.0, false) else { panic!("a day") };
        assert_eq!((one.text().as_str(), one.typed_year()), ("28/05/1905", Some(1975)));
        let Value::Date(iso) = iso_value("1905-05-28T00:00:00") else { panic!("a day") };
        assert_eq!((iso.text().as_str(), iso.typed_year()), ("28/05/1905", Some(1975)));
        let Value::Date(other) = iso_value("1975-02-03") else { panic!("a day") };
        assert_eq!((other.text().as_str(), other.typed_year()), ("03/02/1975", None));
        assert_eq!(iso_value("1899-12-30"), Value::NoDay);
        assert_eq!(iso_value("PT5H"), Value::Text("PT5H".into()));
    }

    #[test]
    fn numbers_come_without_noise() {
        for (number, want) in [
            (79075000001.0, "79075000001"),
            (999_999_999_999_999.0, "999999999999999"),
            (-5.0, "-5"),
            (0.1 + 0.2, "0.3"),
            (1.5, "1.5"),
            (1e15, "1.00000E15"),
            (4_790_123_456_789_012.0, "4.79012E15"),
            (f64::INFINITY, ""),
        ] {
            assert_eq!(number_text(number), want);
        }
        assert_eq!(from_1904(25966.0), 27428.0);
        assert_eq!((from_1904(1975.0), from_1904(79075000001.0)), (1975.0, 79075000001.0));
    }

    #[test]
    fn other_cells() {
        assert_eq!(text(value(&Data::Bool(true))), "TRUE");
        assert_eq!(text(value(&Data::Error(calamine::CellErrorType::Ref))), "#REF!");
        assert_eq!(text(value(&Data::Int(79075000001))), "79075000001");
        assert_eq!(value(&Data::Empty), None);
    }

    #[test]
    fn dates_in_text() {
        assert_eq!(first_of_date("28/02/1975"), Some(28));
        assert_eq!(first_of_date(" 3-2-1975"), Some(3));
        for other in ["1975-02-03", "28/02", "28/02/75", "00/02/1975", "28/02/1975/1", "abc"] {
            assert_eq!(first_of_date(other), None, "{other}");
        }
        assert_eq!(swapped("03/02/1975").as_deref(), Some("02/03/1975"));
    }
}
