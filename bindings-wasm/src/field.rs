//! Fields: dates and numbers that identify people.

pub mod address;
pub mod number;

use crate::answer::{Answer, answer};
use crate::finding::findings;
use crate::value::Given;
#[cfg(feature = "all")]
use crate::value::column;
use hoten::{BirthDate, DateColumn, DatePrecision, FieldName, LunarDate};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a birth date as offices write it; `written_in` is a year, if it is a number.
#[wasm_bindgen(js_name = parseBirthDate)]
pub fn parse_birth_date(value: &JsValue, written_in: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    Ok(answer(|answer| write_date(answer, DateColumn::default(), &text, written_in)))
}

/// Reads the birth dates of a column, whose cells decide together which of day and month comes first.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = parseBirthDates)]
pub fn parse_birth_dates(cells: &JsValue, written_in: &JsValue) -> Result<JsValue, JsValue> {
    let texts = column(cells)?;
    let order = DateColumn::survey(texts.iter().flatten().map(String::as_str));
    Ok(answer(|answer| {
        answer.array(|answer| {
            for cell in texts {
                match cell {
                    Some(cell) => write_date(answer, order, &Given::whole(cell), written_in),
                    None => answer.null(),
                }
            }
        });
    }))
}

fn write_date(answer: &mut Answer, column: DateColumn, text: &Given, written_in: &JsValue) {
    let parsed = match written_in.as_f64() {
        Some(year) => column.parse_at(text, year as u16),
        None => column.parse(text),
    };
    let date = parsed.value;
    let placeholder = date.and_then(BirthDate::placeholder).map(DatePrecision::as_str);
    answer.object(|answer| {
        answer.set("year", date.and_then(BirthDate::year));
        answer.set("month", date.and_then(BirthDate::month));
        answer.set("day", date.and_then(BirthDate::day));
        answer.set("precision", date.map(|date| date.precision().as_str()));
        answer.set("calendar", date.map(|date| date.calendar().as_str()));
        answer.set("leapMonth", date.is_some_and(BirthDate::is_leap_month));
        answer.set("placeholder", placeholder);
        answer.list("candidates", parsed.candidates().iter().map(ToString::to_string));
        findings(answer, text, FieldName::BirthDate, &parsed.findings);
    });
}

/// The lunar day of a solar date.
#[wasm_bindgen(js_name = solarToLunar)]
#[must_use]
pub fn solar_to_lunar(year: u32, month: u32, day: u32) -> JsValue {
    let lunar = numbers(year, month, day)
        .and_then(|(year, month, day)| BirthDate::new(Some(year), Some(month), Some(day)))
        .and_then(LunarDate::from_solar);
    answer(|answer| match lunar {
        Some(lunar) => answer.object(|answer| {
            answer.set("year", lunar.year());
            answer.set("month", lunar.month());
            answer.set("day", lunar.day());
            answer.set("leapMonth", lunar.is_leap_month());
        }),
        None => answer.null(),
    })
}

/// The solar date of a lunar day.
#[wasm_bindgen(js_name = lunarToSolar)]
#[must_use]
pub fn lunar_to_solar(year: u32, month: u32, day: u32, leap_month: &JsValue) -> JsValue {
    let solar = numbers(year, month, day)
        .and_then(|(year, month, day)| LunarDate::new(year, month, leap_month.is_truthy(), day))
        .and_then(LunarDate::to_solar);
    answer(|answer| match solar {
        Some(solar) => answer.object(|answer| {
            answer.set("year", solar.year());
            answer.set("month", solar.month());
            answer.set("day", solar.day());
        }),
        None => answer.null(),
    })
}

fn numbers(year: u32, month: u32, day: u32) -> Option<(u16, u8, u8)> {
    Some((year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?))
}
