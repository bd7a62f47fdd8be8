//! Fields: dates and numbers that identify people.

pub mod address;
pub mod number;

use crate::finding::findings;
#[cfg(feature = "all")]
use crate::value::column;
use crate::value::{Given, list, nullable, object};
use hoten::{BirthDate, CitizenId, DateColumn, DatePrecision, FieldName, LunarDate};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a birth date as offices write it.
#[wasm_bindgen(js_name = parseBirthDate)]
pub fn parse_birth_date(value: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let written_in = written_in(options)?;
    Ok(read_date(DateColumn::default(), &Given::of(value)?, written_in))
}

/// Reads the birth dates of a column, whose cells decide together which of day and month comes first.
#[cfg(feature = "all")]
#[wasm_bindgen(js_name = parseBirthDates)]
pub fn parse_birth_dates(cells: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let written_in = written_in(options)?;
    let texts = column(cells)?;
    let order = DateColumn::survey(texts.iter().flatten().map(String::as_str));
    let one = |cell: &Option<String>| {
        cell.clone().map_or(JsValue::NULL, |cell| read_date(order, &Given::whole(cell), written_in))
    };
    Ok(list(texts.iter().map(one)))
}

fn read_date(column: DateColumn, text: &Given, written_in: Option<u16>) -> JsValue {
    let parsed = match written_in {
        Some(year) => column.parse_at(text, year),
        None => column.parse(text),
    };
    let date = parsed.value;
    let placeholder = date.and_then(BirthDate::placeholder).map(DatePrecision::as_str);
    object([
        ("year", nullable(date.and_then(BirthDate::year))),
        ("month", nullable(date.and_then(BirthDate::month))),
        ("day", nullable(date.and_then(BirthDate::day))),
        ("precision", nullable(date.map(|date| date.precision().as_str()))),
        ("calendar", nullable(date.map(|date| date.calendar().as_str()))),
        ("leapMonth", date.is_some_and(BirthDate::is_leap_month).into()),
        ("placeholder", nullable(placeholder)),
        ("candidates", list(parsed.candidates().iter().map(ToString::to_string))),
        ("findings", findings(text, FieldName::BirthDate, &parsed.findings)),
    ])
}

/// The year of `writtenIn`.
fn written_in(options: &JsValue) -> Result<Option<u16>, JsValue> {
    if !options.is_object() {
        return Ok(None);
    }
    Ok(Reflect::get(options, &"writtenIn".into())?.as_f64().map(|year| year as u16))
}

/// The lunar day of a solar date.
#[wasm_bindgen(js_name = solarToLunar)]
#[must_use]
pub fn solar_to_lunar(year: u32, month: u32, day: u32) -> JsValue {
    let lunar = numbers(year, month, day)
        .and_then(|(year, month, day)| BirthDate::new(Some(year), Some(month), Some(day)))
        .and_then(LunarDate::from_solar);
    nullable(lunar.map(|lunar| {
        object([
            ("year", lunar.year().into()),
            ("month", lunar.month().into()),
            ("day", lunar.day().into()),
            ("leapMonth", lunar.is_leap_month().into()),
        ])
    }))
}

/// The solar date of a lunar day.
#[wasm_bindgen(js_name = lunarToSolar)]
pub fn lunar_to_solar(
    year: u32,
    month: u32,
    day: u32,
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    let leap = options.is_object() && Reflect::get(options, &"leapMonth".into())?.is_truthy();
    let solar = numbers(year, month, day)
        .and_then(|(year, month, day)| LunarDate::new(year, month, leap, day))
        .and_then(LunarDate::to_solar);
    Ok(nullable(solar.map(|solar| {
        object([
            ("year", nullable(solar.year())),
            ("month", nullable(solar.month())),
            ("day", nullable(solar.day())),
        ])
    })))
}

fn numbers(year: u32, month: u32, day: u32) -> Option<(u16, u8, u8)> {
    Some((year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?))
}

/// Reads a 12-digit personal identification number (CCCD).
#[wasm_bindgen(js_name = parseCitizenId)]
pub fn parse_citizen_id(value: &JsValue) -> Result<JsValue, JsValue> {
    let text = Given::of(value)?;
    let parsed = CitizenId::parse(&text);
    let id = parsed.value;
    Ok(object([
        ("number", nullable(id.map(|id| id.to_string()))),
        ("province", nullable(id.and_then(CitizenId::province).map(|province| province.name()))),
        ("sex", nullable(id.map(|id| id.sex().as_str()))),
        ("birthYear", nullable(id.map(CitizenId::birth_year))),
        ("findings", findings(&text, FieldName::CitizenId, &parsed.findings)),
    ]))
}
