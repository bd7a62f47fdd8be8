//! Which parts of a date can stand, and what to say about them.

use super::calendar::{date_of, serial_of};
use super::column::DateOrder;
use super::figures::{Figures, Form, Number, Parts};
use super::parse::Reading;
use super::{BirthDate, DatePrecision};
use crate::field::Parsed;
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;

/// Nobody alive was born before; older years in a register are mostly slips.
const EARLIEST: u16 = 1880;

pub(super) fn finding(code: FindingCode) -> Finding {
    Finding::new(code, FieldName::BirthDate)
}

pub(super) fn judge(figures: Figures, reading: &Reading) -> Parsed<BirthDate> {
    let this_year = reading.this_year;
    match figures {
        Figures::Date(parts) => judge_parts(parts, reading),
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

/// What its column says of a date whose two first numbers could be exchanged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ByColumn {
    Stands,
    Swapped,
    Unclear,
}

fn by_column(parts: &Parts, reading: &Reading) -> ByColumn {
    let column = reading.column;
    match (parts.form, column.order) {
        (Form::DayFirst, DateOrder::MonthFirst) => ByColumn::Swapped,
        (Form::DayFirst, DateOrder::Unclear) => ByColumn::Unclear,
        (Form::YearFirst, _) if column.dates_swapped => ByColumn::Swapped,
        _ => ByColumn::Stands,
    }
}

fn judge_parts(parts: Parts, reading: &Reading) -> Parsed<BirthDate> {
    let this_year = reading.this_year;
    let (mut month, mut day) = (parts.month, parts.day);
    let column = by_column(&parts, reading);
    if column == ByColumn::Swapped {
        core::mem::swap(&mut month, &mut day);
    }
    let swapped =
        (13..=31).contains(&month.value) && (1..=12).contains(&day.value) && month.digits == 2;
    if swapped {
        core::mem::swap(&mut month, &mut day);
    }
    // Both numbers could be either, and it makes a difference.
    let open = month.value != day.value
        && (1..=12).contains(&month.value)
        && (1..=12).contains(&day.value);
    let (month, day) = (known(month, 12), known(day, 31));
    let year = judge_year(parts.year, month.is_ok_and(|m| m.is_some()), this_year);
    let odd = month.is_err() || day.is_err() || year.is_err();
    let century = year.unwrap_or(Year { value: None, century: Century::Written });
    let (month, day) = (month.unwrap_or(None), day.unwrap_or(None));
    // What readers of spreadsheets make of an empty date cell's zero.
    if matches!((century.value, month, day), (Some(1899), Some(12), Some(30 | 31))) {
        return Parsed::refused(finding(FindingCode::DateUnreadable));
    }
    let date = BirthDate::new(century.value, month, day);
    let Some(date) = date.map(|date| date.of_kind(parts.years)) else {
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
    match column {
        ByColumn::Swapped if open => {
            let written = finding(FindingCode::DateOrderByColumn).suggest(date.to_string());
            parsed = parsed.note(written);
        }
        ByColumn::Unclear if open => {
            parsed = parsed.note(finding(FindingCode::DateOrderUnclear));
        }
        _ => {}
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
