//! From text to a birth date: by which road a value is read.

use super::age::Age;
use super::column::DateColumn;
use super::figures::{self, Figures};
use super::judge::{self, finding};
use super::kinds::Calendar;
use super::spoken::{self, Spoken};
use super::{BirthDate, can_chi, words};
use crate::field::Parsed;
use crate::field::plain::{Plain, says_nothing};
use crate::finding::FindingCode;
use alloc::format;
use alloc::string::ToString;

/// The longest spelling of a date in figures, in letters.
const SHORT: usize = 64;

/// What is known before a value is read.
pub(super) struct Reading {
    /// The latest year of birth a value can mean.
    pub(super) this_year: u16,
    /// Was it written in `this_year`, so that ages can be counted from it?
    pub(super) ages: bool,
    /// How its column is written.
    pub(super) column: DateColumn,
}

pub(super) fn parse(text: &str, reading: &Reading) -> Parsed<BirthDate> {
    let parsed = match Plain::<SHORT>::of(text) {
        Some(plain) => read(plain.trimmed(), reading),
        None => long(text, reading),
    };
    if parsed.findings.is_empty() && holds_damage(text) {
        return parsed.note(finding(FindingCode::DateOddCharacter));
    }
    parsed
}

/// NUL, or the sign that stands for a byte or half of a pair that could not be read: no keyboard
/// types them, so something of the value was lost.
fn holds_damage(text: &str) -> bool {
    // U+FFFD begins with EF in UTF-8.
    text.bytes().any(|byte| matches!(byte, 0 | 0xEF)) && text.contains(['\0', '\u{FFFD}'])
}

#[cold]
fn long(text: &str, reading: &Reading) -> Parsed<BirthDate> {
    match Plain::<{ spoken::LONGEST }>::of(text) {
        Some(plain) => read(plain.trimmed(), reading),
        None => unreadable(),
    }
}

fn unreadable() -> Parsed<BirthDate> {
    Parsed::refused(finding(FindingCode::DateUnreadable))
}

fn read(plain: &[u8], reading: &Reading) -> Parsed<BirthDate> {
    if says_nothing(plain) {
        return Parsed::missing();
    }
    let plain = without_time(plain);
    if has_words(plain) {
        worded(plain, reading)
    } else {
        judge::judge(figures::read(plain, false), reading)
    }
}

/// Letters, save the crosses that stand for unknown parts.
fn has_words(plain: &[u8]) -> bool {
    plain.iter().any(|b| b.is_ascii_alphabetic() && *b != b'x')
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

fn worded(plain: &[u8], reading: &Reading) -> Parsed<BirthDate> {
    let labelled = words::without_labels(plain);
    let mut parsed = if has_words(labelled.rest) {
        match Spoken::read(labelled.rest, reading.this_year) {
            Some(spoken) => in_figures(&spoken, labelled.labelled, reading),
            None => unreadable(),
        }
    } else {
        judge::judge(figures::read(labelled.rest, labelled.labelled), reading)
    };
    if labelled.about && parsed.value.is_some() {
        parsed = parsed.note(finding(FindingCode::DateApproximate));
    }
    parsed
}

/// Reads a line whose words of numbers were turned into figures.
fn in_figures(spoken: &Spoken, labelled: bool, reading: &Reading) -> Parsed<BirthDate> {
    let line = spoken.line();
    let said_lunar = spoken.calendar == Some(Calendar::Lunar);
    if let Some(age) = Age::read(line, said_lunar) {
        return aged(age, spoken.can_chi, reading);
    }
    let figures = if has_words(line) {
        words::read(line).map_or(Figures::Unreadable, Figures::Date)
    } else {
        figures::read(line, labelled)
    };
    let parsed = judge::judge(figures, reading);
    let Some(date) = parsed.value else { return parsed };
    let has_month = date.month().is_some();
    let lunar = match spoken.calendar {
        Some(calendar) => calendar == Calendar::Lunar || spoken.leap,
        None => spoken.leap || spoken.folk || spoken.can_chi.is_some() && has_month,
    };
    let parsed = if lunar { in_lunar_calendar(parsed, date, spoken.leap) } else { parsed };
    match spoken.can_chi {
        Some(place) => {
            let said = || can_chi::latest(place, reading.this_year);
            named(parsed, place, spoken.from_can_chi.then(said))
        }
        None => parsed,
    }
}

/// The same parts, of the lunar calendar.
fn in_lunar_calendar(
    mut parsed: Parsed<BirthDate>,
    date: BirthDate,
    leap: bool,
) -> Parsed<BirthDate> {
    let date = date.in_lunar_calendar(leap);
    parsed.value = Some(date);
    // What was said of a day of the solar calendar.
    parsed.findings.retain(|held| {
        !matches!(held.code, FindingCode::DateImpossibleDay | FindingCode::DateYearInDateCell)
    });
    let mut note = finding(FindingCode::DateLunar);
    note.suggestion = date.to_solar().map(|solar| solar.to_string());
    parsed = parsed.note(note);
    if !date.is_possible() {
        parsed = parsed.note(finding(FindingCode::DateImpossibleDay));
    }
    parsed
}

/// A date whose year has a Can-Chi name: alone, so that it said the year, or beside the year in
/// figures, of which two may stand where none was seen (`Kỷ Mẹo30-02-61`).
fn named(mut parsed: Parsed<BirthDate>, place: u16, said: Option<u16>) -> Parsed<BirthDate> {
    let Some((date, year)) = parsed.value.and_then(|date| Some((date, date.year()?))) else {
        return parsed;
    };
    if said == Some(year) {
        let years = format!("{}, {year}", year.saturating_sub(can_chi::CYCLE));
        parsed.value = Some(date.in_cycle());
        return parsed.note(finding(FindingCode::DateCanChi).with("years", years));
    }
    // Who is born before Tết has the name of the year before.
    let before_tet = date.calendar() == Calendar::Solar && can_chi::place_of(year - 1) == place;
    if can_chi::place_of(year) == place || before_tet {
        return parsed;
    }
    let (stem, branch) = can_chi::name(year);
    parsed.note(finding(FindingCode::DateCanChiMismatch).suggest(format!("{stem} {branch}")))
}

/// The two years an age can mean, or the one of them that has the name.
fn aged(age: Age, can_chi: Option<u16>, reading: &Reading) -> Parsed<BirthDate> {
    let otherwise = reading.ages.then_some(reading.this_year);
    let first = match age.first_year(otherwise) {
        Err(()) => return Parsed::refused(finding(FindingCode::DateAgeUndated)),
        Ok(None) => return unreadable(),
        Ok(Some(first)) => first,
    };
    let named = can_chi.and_then(|place| {
        [first, first + 1].into_iter().find(|&year| can_chi::place_of(year) == place)
    });
    let Some(date) = BirthDate::new(Some(named.unwrap_or(first)), None, None) else {
        return unreadable();
    };
    let (date, years) = match named {
        Some(year) => (date, year.to_string()),
        None => (date.or_next(), format!("{first}, {}", first + 1)),
    };
    let parsed = Parsed::of(date).note(finding(FindingCode::DateFromAge).with("years", years));
    if can_chi.is_some() && named.is_none() {
        return parsed.note(finding(FindingCode::DateCanChiMismatch));
    }
    parsed
}

#[cfg(test)]
mod tests;
