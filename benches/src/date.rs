//! Birth dates as each register writes them, and what goes wrong with them.

use crate::dice::Dice;
use crate::fault::{Fault, Faults};
use crate::source::Source;

/// What a record knows of the day of birth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    pub(crate) year: i32,
    pub(crate) month: i32,
    pub(crate) day: i32,
    pub(crate) known: Known,
    pub(crate) short_year: bool,
}

/// How much is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Day,
    Month,
    Year,
    Nothing,
}

/// Share of the rate of [`Fault::DayMonthUnknown`] for a year of birth: books before 1970 hold the
/// year, later ones more and more the day (facts: vietnamese.md 6).
fn book_age(year: i32) -> f64 {
    match year {
        ..1970 => 1.0,
        1970..1990 => 0.55,
        1990..2000 => 0.28,
        _ => 0.01,
    }
}

/// Applies the faults of dates; `rate` gives the rate of a fault here.
pub(crate) fn damage(
    dice: &mut Dice,
    date: &mut Written,
    faults: &mut Faults,
    rate: impl Fn(Fault) -> f64,
) {
    let mut happens = |fault: Fault, scale: f64, dice: &mut Dice| {
        let happened = dice.chance(rate(fault) * scale);
        if happened {
            faults.insert(fault);
        }
        happened
    };
    if happens(Fault::DateMissing, 1.0, dice) {
        date.known = Known::Nothing;
        return;
    }
    if happens(Fault::YearByOne, 1.0, dice) {
        date.year += if dice.chance(0.5) { 1 } else { -1 };
    }
    if happens(Fault::YearDigit, 1.0, dice) {
        date.year += *dice.pick(&[-10, 10, -3, 3, 20, -20, 5, -4]);
    }
    date.year = date.year.clamp(1900, 2024);
    if happens(Fault::ShortYear, 1.0, dice) {
        date.short_year = true;
    }
    if date.known == Known::Year {
        return;
    }
    if happens(Fault::DayMonthUnknown, book_age(date.year), dice) {
        date.known = Known::Year;
        return;
    }
    if happens(Fault::NewYearPut, 1.0, dice) {
        (date.day, date.month) = (1, 1);
        return;
    }
    if happens(Fault::DayUnknown, 1.0, dice) {
        date.known = Known::Month;
        return;
    }
    if date.day <= 12 && date.day != date.month && happens(Fault::DayMonthSwapped, 2.4, dice) {
        (date.day, date.month) = (date.month, date.day);
    }
    if happens(Fault::DateDigit, 1.0, dice) {
        if dice.chance(0.6) {
            let tens = dice.chance(0.5);
            let day = if tens {
                date.day % 10 + 10 * dice.between(0, 2)
            } else {
                date.day / 10 * 10 + dice.between(0, 9)
            };
            date.day = day.clamp(1, 28);
        } else {
            date.month = (date.month + dice.between(1, 11) - 1) % 12 + 1;
            date.day = date.day.min(28);
        }
    }
    if happens(Fault::ImpossibleDay, 1.0, dice) {
        (date.day, date.month) =
            *dice.pick(&[(30, 2), (31, 4), (31, 6), (31, 9), (31, 11), (29, 2)]);
        if date.day == 29 && date.year % 4 == 0 {
            date.day = 30;
        }
    }
}

/// The date in the register's format.
pub(crate) fn write(dice: &mut Dice, date: Written, source: Source) -> String {
    let Written { year, month, day, .. } = date;
    match date.known {
        Known::Nothing => String::new(),
        Known::Year => year_only(dice, year, source),
        Known::Month => match (source, dice.below(5)) {
            (_, 0 | 1) => format!("{month:02}/{year}"),
            (Source::Bhyt, 2..) => format!("{year}{month:02}00"),
            _ => format!("00/{month:02}/{year}"),
        },
        Known::Day if date.short_year => format!("{day:02}/{month:02}/{:02}", year % 100),
        Known::Day => full(dice, year, month, day, source),
    }
}

fn full(dice: &mut Dice, year: i32, month: i32, day: i32, source: Source) -> String {
    let at = dice.below(1000);
    match source {
        Source::Hotich => match at {
            0..500 => format!("{day}/{month}/{year}"),
            500..918 => format!("{day:02}/{month:02}/{year}"),
            918..974 => format!("{day:02}.{month:02}.{year}"),
            _ => format!("ngày {day} tháng {month} năm {year}"),
        },
        Source::Dancu => match at {
            0..722 => format!("{year}-{month:02}-{day:02}"),
            _ => format!("{day:02}/{month:02}/{year}"),
        },
        Source::Cccd => format!("{day:02}/{month:02}/{year}"),
        Source::Bhyt => match at {
            0..585 => format!("{day:02}/{month:02}/{year}"),
            585..800 => format!("{day:02}-{month:02}-{year}"),
            _ => format!("{year}{month:02}{day:02}"),
        },
    }
}

/// `1950`, `--/--/1950`, `00/00/1950`, and the register's own zeros.
fn year_only(dice: &mut Dice, year: i32, source: Source) -> String {
    let weights: [u32; 3] = match source {
        Source::Hotich => [735, 120, 145],
        Source::Dancu => [700, 112, 188],
        Source::Cccd => [771, 114, 115],
        Source::Bhyt => [796, 61, 143],
    };
    match dice.weighted(&weights) {
        0 => year.to_string(),
        1 => format!("--/--/{year}"),
        _ => match source {
            Source::Dancu if dice.chance(0.5) => format!("{year}-00-00"),
            Source::Bhyt if dice.chance(0.6) => format!("{year}0000"),
            _ => format!("00/00/{year}"),
        },
    }
}
