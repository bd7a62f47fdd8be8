//! From text to a birth date: which parts can stand, and what to say about them.

use super::calendar::{date_of, serial_of};
use super::figures::{self, Figures, Number, Parts};
use super::{BirthDate, DatePrecision, words};
use crate::field::Parsed;
use crate::field::plain::{Plain, says_nothing};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;

/// The longest spelling of a date that is looked at, in letters.
const LONGEST: usize = 64;

/// Nobody alive was born before; older years in a register are mostly slips.
const EARLIEST: u16 = 1880;

fn finding(code: FindingCode) -> Finding {
    Finding::new(code, FieldName::BirthDate)
}

pub(super) fn parse(text: &str, this_year: u16) -> Parsed<BirthDate> {
    let Some(plain) = Plain::<LONGEST>::of(text) else {
        return Parsed::refused(finding(FindingCode::DateUnreadable));
    };
    let plain = plain.trimmed();
    if says_nothing(plain) {
        return Parsed::missing();
    }
    let plain = without_time(plain);
    // Letters, save the crosses that stand for unknown parts.
    if !plain.iter().any(|b| b.is_ascii_alphabetic() && *b != b'x') {
        return judge(figures::read(plain, false), this_year);
    }
    let labelled = words::without_labels(plain);
    let figures = if labelled.rest.iter().any(|b| b.is_ascii_alphabetic() && *b != b'x') {
        words::read(labelled.rest).map_or(Figures::Unreadable, Figures::Date)
    } else {
        figures::read(labelled.rest, labelled.labelled)
    };
    let mut parsed = judge(figures, this_year);
    if labelled.about && parsed.value.is_some() {
        parsed = parsed.note(finding(FindingCode::DateApproximate));
    }
    parsed
}

/// Cuts off a time of day: `1968-09-01 00:00:00`, `…T00:00`.
fn without_time(plain: &[u8]) -> &[u8] {
    let Some(colon) = plain.iter().position(|&b| b == b':') else { return plain };
    let head = plain.get(..colon).unwrap_or_default();
    let hour = head.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let date = head.get(..colon - hour).unwrap_or_default();
    match (hour, date) {
        (1 | 2, [date @ .., b' ' | b't']) if date.iter().any(u8::is_ascii_digit) => {
            date.trim_ascii_end()
        }
        _ => plain,
    }
}

fn judge(figures: Figures, this_year: u16) -> Parsed<BirthDate> {
    match figures {
        Figures::Date(parts) => judge_parts(parts, this_year),
        Figures::Serial(serial) => {
            let (year, month, day) = date_of(serial);
            match BirthDate::new(Some(year), Some(month), Some(day)) {
                Some(date) if serial > 61 && year <= this_year => Parsed::of(date)
                    .note(finding(FindingCode::DateFromSerial).suggest(date.to_string())),
                _ => Parsed::refused(finding(FindingCode::DateUnreadable)),
            }
        }
        Figures::Unreadable => Parsed::refused(finding(FindingCode::DateUnreadable)),
    }
}

/// A part that is unknown, known, or cannot be what its place says.
fn known(number: Number, highest: u32) -> Result<Option<u8>, ()> {
    match number.value {
        _ if number.is_zero() => Ok(None),
        value if value <= highest && number.digits <= 2 => Ok(Some(value as u8)),
        _ => Err(()),
    }
}

fn judge_parts(parts: Parts, this_year: u16) -> Parsed<BirthDate> {
    let (mut month, mut day) = (parts.month, parts.day);
    let swapped =
        (13..=31).contains(&month.value) && (1..=12).contains(&day.value) && month.digits == 2;
    if swapped {
        core::mem::swap(&mut month, &mut day);
    }
    let (month, day) = (known(month, 12), known(day, 31));
    let year = judge_year(parts.year, month.is_ok_and(|m| m.is_some()), this_year);
    let odd = month.is_err() || day.is_err() || year.is_err();
    let century = year.unwrap_or(Year { value: None, century: Century::Written });
    let (month, day) = (month.unwrap_or(None), day.unwrap_or(None));
    // What readers of spreadsheets make of an empty date cell's zero.
    if matches!((century.value, month, day), (Some(1899), Some(12), Some(30 | 31))) {
        return Parsed::refused(finding(FindingCode::DateUnreadable));
    }
    let Some(date) = BirthDate::new(century.value, month, day) else {
        return if odd {
            Parsed::refused(finding(FindingCode::DateUnreadable))
        } else {
            Parsed::missing()
        };
    };
    let mut parsed = Parsed::of(date);
    if swapped {
        parsed = parsed.note(finding(FindingCode::DateDayMonthSwapped).suggest(date.to_string()));
    }
    if odd {
        parsed = parsed.note(finding(FindingCode::DatePartImpossible));
    }
    if parts.zero_lost {
        parsed = parsed.note(finding(FindingCode::LeadingZeroLost).suggest(date.to_string()));
    }
    match century.century {
        Century::Written => {}
        Century::Certain => parsed = parsed.note(finding(FindingCode::DateTwoDigitYear)),
        Century::Unclear => {
            let other = century.value.and_then(|year| BirthDate::new(Some(year - 100), month, day));
            let mut note = finding(FindingCode::DateCenturyUnclear);
            note.suggestion = other.map(|date| date.to_string());
            parsed = parsed.note(note);
        }
    }
    about_the_day(parsed, date, this_year)
}

/// What the calendar says of a date that could be read.
fn about_the_day(
    mut parsed: Parsed<BirthDate>,
    date: BirthDate,
    this_year: u16,
) -> Parsed<BirthDate> {
    if !date.is_possible() {
        let mut note = finding(FindingCode::DateImpossibleDay);
        note.suggestion = date.official_repair().map(|date| date.to_string());
        parsed = parsed.note(note);
    }
    let Some(year) = date.year() else {
        return parsed.note(finding(FindingCode::DateYearMissing));
    };
    if year > this_year {
        parsed = parsed.note(finding(FindingCode::DateInFuture).with("year", year.to_string()));
    }
    if year < EARLIEST {
        parsed = parsed.note(finding(FindingCode::DateTooEarly).with("year", year.to_string()));
    }
    // 1975 typed in a date cell shows 28/05/1905: serials 1900 to 2100 all fall into 1905.
    if year == 1905 && date.precision() == DatePrecision::Day {
        let serial = serial_of(year, date.month().unwrap_or(1), date.day().unwrap_or(1));
        if (1900..=i32::from(this_year)).contains(&serial) {
            let note = finding(FindingCode::DateYearInDateCell).suggest(serial.to_string());
            parsed = parsed.note(note);
        }
    }
    parsed
}

#[derive(Clone, Copy)]
struct Year {
    value: Option<u16>,
    century: Century,
}

#[derive(Clone, Copy)]
enum Century {
    /// The year has four digits, or there is none.
    Written,
    /// Two digits that only the last century makes a birth of the past.
    Certain,
    /// Two digits that could be of this century or the last; this one is taken.
    Unclear,
}

/// `month_known`: `00` behind a month is the year 2000, behind nothing it is unknown.
fn judge_year(number: Number, month_known: bool, this_year: u16) -> Result<Year, ()> {
    let written = |value| Ok(Year { value, century: Century::Written });
    match number.digits {
        2 if number.value != 0 || month_known => {
            let century = this_year / 100 * 100;
            let year = century + number.value as u16;
            Ok(if year <= this_year {
                Year { value: Some(year), century: Century::Unclear }
            } else {
                Year { value: Some(year - 100), century: Century::Certain }
            })
        }
        _ if number.is_zero() => written(None),
        4 if number.value >= 1000 => written(Some(number.value as u16)),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn read(text: &str) -> (String, Vec<&'static str>, Option<String>) {
        let parsed = parse(text, 2026);
        (
            parsed.value.map_or_else(String::new, |date| date.to_string()),
            parsed.findings.iter().map(|f| f.code.as_str()).collect(),
            parsed.findings.into_iter().find_map(|f| f.suggestion),
        )
    }

    fn plain(text: &str, want: &str) {
        assert_eq!(read(text), (want.into(), [].into(), None), "{text}");
    }

    fn odd(text: &str, want: &str, codes: &[&str], suggestion: Option<&str>) {
        assert_eq!(read(text), (want.into(), codes.into(), suggestion.map(Into::into)), "{text}");
    }

    #[test]
    fn whole_dates_in_every_usual_form() {
        for text in [
            "12/5/1950",
            "12/05/1950",
            "12-5-1950",
            "12.5.1950",
            "12 5 1950",
            "12\\5\\1950",
            " 12 / 05 / 1950 ",
            "1950-05-12",
            "1950/5/12",
            "19500512",
            "12051950",
            "12-5/1950",
            "1950-05-12 00:00:00",
            "1950-05-12T07:00",
            "12/5/1950 12:00:00 AM",
            "12/05/1950.",
            "ngày 12 tháng 5 năm 1950",
            "Ngày 12/5/1950",
            "12 tháng 5 năm 1950",
            "12 thg 5, 1950",
            "NGÀY 12 THÁNG 05 NĂM 1950",
            "ngay 12 thang 5 nam 1950",
            "sinh ngày 12/05/1950",
            "Ngày sinh: 12/05/1950",
            "Ngày, tháng, năm sinh: 12/5/1950",
            "SN 12/5/1950",
            "12-May-1950",
            "May 12, 1950",
            "12 MAY 1950",
            "ngày mùng 12 tháng 5 năm 1950",
            "12/5–1950",
            "១២/៥/១៩៥០",
            "１２/５/１９５０",
        ] {
            plain(text, "12/05/1950");
        }
    }

    #[test]
    fn parts_that_were_never_known() {
        for text in [
            "1950",
            "/1950",
            "//1950",
            "00/00/1950",
            "0/0/1950",
            "--/--/1950",
            "../../1950",
            "xx/xx/1950",
            "…/…/1950",
            "??/??/1950",
            "__/__/1950",
            "SN 1950",
            "SN: 1950",
            "sn1950",
            "năm 1950",
            "sinh năm 1950",
            "1950-00-00",
            "-/-/1950",
            "1950.0",
            "/ / 1950",
        ] {
            plain(text, "1950");
        }
        for text in [
            "05/1950",
            "5/1950",
            "00/05/1950",
            "--/5/1950",
            "1950-05",
            "tháng 5/1950",
            "tháng 5 năm 1950",
            "5-1950",
            "May 1950",
            "051950",
            "//05/1950",
        ] {
            if text != "//05/1950" {
                plain(text, "05/1950");
            }
        }
        plain("00/08/1978", "08/1978");
        plain("05/00/1978", "05/--/1978");
        for text in ["", " ", "00/00/0000", "--/--/----", "0", "không rõ", "?", "xx/xx/xxxx", "00"]
        {
            plain(text, "");
        }
    }

    #[test]
    fn two_digit_years() {
        odd("1/1/50", "01/01/1950", &["date_two_digit_year"], None);
        odd("12.5.50", "12/05/1950", &["date_two_digit_year"], None);
        odd("SN 50", "1950", &["date_two_digit_year"], None);
        odd("05/50", "05/1950", &["date_two_digit_year"], None);
        odd("May-50", "05/1950", &["date_two_digit_year"], None);
        odd("12/5/05", "12/05/2005", &["date_century_unclear"], Some("12/05/1905"));
        odd("12/5/00", "12/05/2000", &["date_century_unclear"], Some("12/05/1900"));
        odd("12/5/27", "12/05/1927", &["date_two_digit_year"], None);
    }

    #[test]
    fn days_and_months_that_cannot_be() {
        let code = &["date_impossible_day"];
        odd("29/02/1975", "29/02/1975", code, Some("01/03/1975"));
        odd("30/02/1976", "30/02/1976", code, Some("01/03/1976"));
        odd("30/2/1975", "30/02/1975", code, Some("02/03/1975"));
        odd("31/4/1975", "31/04/1975", code, None);
        odd("05/13/1950", "13/05/1950", &["date_day_month_swapped"], Some("13/05/1950"));
        odd("1950-13-05", "13/05/1950", &["date_day_month_swapped"], Some("13/05/1950"));
        odd("13/14/1950", "13/--/1950", &["date_part_impossible"], None);
        odd("45/05/1950", "05/1950", &["date_part_impossible"], None);
        odd("12/05/195", "12/05/----", &["date_part_impossible", "date_year_missing"], None);
        odd("12/05", "12/05/----", &["date_year_missing"], None);
        odd("12/05/2050", "12/05/2050", &["date_in_future"], None);
        odd("12/05/1095", "12/05/1095", &["date_too_early"], None);
    }

    #[test]
    fn what_spreadsheets_make_of_dates() {
        odd("27428", "03/02/1975", &["date_from_serial"], Some("03/02/1975"));
        odd("27428.0", "03/02/1975", &["date_from_serial"], Some("03/02/1975"));
        odd("99999", "", &["date_unreadable"], None);
        odd("1051950", "01/05/1950", &["leading_zero_lost"], Some("01/05/1950"));
        odd("28/05/1905", "28/05/1905", &["date_year_in_date_cell"], Some("1975"));
        odd("1905-05-28 00:00:00", "28/05/1905", &["date_year_in_date_cell"], Some("1975"));
        plain("31/12/1905", "31/12/1905");
        for zero in ["1899-12-31 00:00:00", "30/12/1899", "00:00:00"] {
            odd(zero, "", &["date_unreadable"], None);
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "abc",
            "60 tuổi",
            "50t",
            "12",
            "123",
            "1/2/3/4",
            "ngày",
            "Giáp Tý",
            "tháng",
            "ngày 5 tháng 7 tháng 8",
            "12/May/June/1950",
            "0890500012345",
            "năm năm 1950x",
        ] {
            odd(text, "", &["date_unreadable"], None);
        }
        odd(&"1/".repeat(100_000), "", &["date_unreadable"], None);
        odd("khoảng 1950", "1950", &["date_approximate"], None);
    }
}
