//! Dates of which one is lunar, or of one of two years.

use super::{DateAgreement, near, numbers};
use crate::field::birth_date::{BirthDate, Calendar, DatePrecision};
use crate::field::{LunarDate, LunarRule};

/// Two dates with years, at least one of them lunar or of two years.
pub(super) fn agreement(a: BirthDate, b: BirthDate) -> DateAgreement {
    if a.precision() == DatePrecision::Years || b.precision() == DatePrecision::Years {
        return years(a, b);
    }
    match (a.calendar(), b.calendar()) {
        (Calendar::Lunar, Calendar::Solar) => lunar_and_solar(a, b),
        (Calendar::Solar, Calendar::Lunar) => lunar_and_solar(b, a),
        _ if a.is_leap_month() == b.is_leap_month() => as_written(a, b),
        // A month and its leap month: the word was left out, or it is another month.
        _ => as_written(a, b).max(DateAgreement::OnePartTypo),
    }
}

/// The numbers compared, whatever their calendars.
fn as_written(a: BirthDate, b: BirthDate) -> DateAgreement {
    match (a.numbers(), b.numbers(), a.year().zip(b.year())) {
        (Some(a), Some(b), Some(years)) => numbers(a, b, years),
        _ => DateAgreement::MissingOne,
    }
}

/// A lunar and a solar date, each of one year. What is not known of one cannot be turned into the
/// other calendar, so the numbers as written count too: the kinder answer is taken.
fn lunar_and_solar(lunar: BirthDate, solar: BirthDate) -> DateAgreement {
    let written = as_written(lunar, solar);
    let solar_of = |rule| lunar.lunar().and_then(|day| day.to_solar_by(rule));
    let one_day = LunarRule::ALL.into_iter().any(|rule| solar_of(rule) == Some(solar));
    // Equal numbers: the other side does not say that it is lunar.
    if one_day || written == DateAgreement::Same {
        return DateAgreement::LunarSolar;
    }
    let turned = match solar_of(LunarRule::Current) {
        Some(lunar) => as_written(lunar, solar),
        None => match LunarDate::from_solar(solar).and_then(numbers_of) {
            Some(solar) if lunar.day().is_none() => as_written(lunar, solar),
            _ => written,
        },
    };
    turned.min(written)
}

/// The numbers of a lunar day as a date.
fn numbers_of(lunar: LunarDate) -> Option<BirthDate> {
    BirthDate::new(Some(lunar.year()), Some(lunar.month()), Some(lunar.day()))
}

/// Are two solar dates, day and month both different, one day if one of them is taken as lunar? The
/// lunar number is the earlier one, by 17 to 51 days.
pub(super) fn may_be_lunar(a: BirthDate, b: BirthDate) -> bool {
    let (early, late) = if a < b { (a, b) } else { (b, a) };
    let days = |date: BirthDate| {
        i32::from(date.year().unwrap_or(0)) * 372
            + i32::from(date.month().unwrap_or(0)) * 31
            + i32::from(date.day().unwrap_or(0))
    };
    // Months of 31 days: a little more than there are.
    if !(15..=60).contains(&(days(late) - days(early))) {
        return false;
    }
    let day = |leap| early.in_lunar_calendar(leap).lunar();
    let same =
        |day: LunarDate| LunarRule::ALL.into_iter().any(|rule| day.to_solar_by(rule) == Some(late));
    [false, true].into_iter().filter_map(day).any(same)
}

/// One side or both are of one of two years.
fn years(a: BirthDate, b: BirthDate) -> DateAgreement {
    let mut nearest = DateAgreement::Different;
    for a_year in a.possible_years().chain(before_tet(a)) {
        for b_year in b.possible_years().chain(before_tet(b)) {
            if a_year == b_year {
                return DateAgreement::PossibleYear;
            }
            nearest = nearest.min(near((a_year, b_year)));
        }
    }
    nearest
}

/// The lunar year of a full solar date that lies before its year's Tết: who counts by Can-Chi or the
/// Vietnamese way means that one.
fn before_tet(date: BirthDate) -> Option<u16> {
    let year = LunarDate::from_solar(date)?.year();
    (Some(year) != date.year()).then_some(year)
}
