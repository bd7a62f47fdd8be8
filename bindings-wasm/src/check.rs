//! Checks of one record.

use crate::answer::{Value, answer, camel, digits};
use crate::error::thrown;
use crate::finding::{half_character, one};
use crate::value::{Given, text};
use hoten::{CheckOptions, FieldName, Schema, check_record as check_one};
use js_sys::{Array, Date, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Checks one record: each field by itself, and the fields against one another. `today` is the day
/// of the call unless given, `ignore` the codes to say nothing of.
#[wasm_bindgen(js_name = checkRecord)]
pub fn check_record(
    record: &JsValue,
    today: &JsValue,
    ignore: &JsValue,
) -> Result<JsValue, JsValue> {
    let Some(record) = record.dyn_ref::<Object>() else {
        let kind = record.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&hoten::Error::new(hoten::ErrorCode::NotATable).with("type", kind)));
    };
    let options = read_options(today, ignore)?;
    let mut cells: Vec<(FieldName, Given)> = Vec::new();
    for entry in Object::entries(record) {
        let entry: Array = entry.unchecked_into();
        let (Some(field), value) = (Schema::field_of(&text(&entry.get(0))?), entry.get(1)) else {
            continue;
        };
        let cell = match value.as_f64() {
            _ if value.is_null() || value.is_undefined() => Given::whole(String::new()),
            Some(number) => Given::whole(digits(number)),
            None => Given::of(&value)?,
        };
        cells.push((field, cell));
    }
    let found = check_one(cells.iter().map(|(field, text)| (*field, &**text)), &options);
    Ok(answer(|answer| {
        answer.array(|answer| {
            for (field, text) in &cells {
                half_character(answer, text, *field);
            }
            for finding in &found {
                let text = cells.iter().rev().find(|(field, _)| *field == finding.field);
                one(answer, text.map_or("", |(_, text)| text), finding);
            }
        });
    }))
}

/// The field that a header or a label stands for, or `null`.
#[wasm_bindgen(js_name = fieldOf)]
pub fn field_of(header: &JsValue) -> Result<JsValue, JsValue> {
    let field = Schema::field_of(&text(header)?).map(|field| camel(field.as_str()));
    Ok(answer(|answer| field.write(answer)))
}

fn read_options(today: &JsValue, ignore: &JsValue) -> Result<CheckOptions, JsValue> {
    let fail = |error: hoten::Error| thrown(&error);
    let mut checks = CheckOptions::new().places(crate::place::table());
    checks = if today.is_undefined() || today.is_null() {
        let now = Date::new_0();
        let small = |part: u32| u8::try_from(part).unwrap_or(1);
        let year = u16::try_from(now.get_full_year()).unwrap_or(u16::MAX);
        checks.today(year, small(now.get_month() + 1), small(now.get_date())).map_err(fail)?
    } else {
        checks.today_iso(&text(today)?).map_err(fail)?
    };
    if let Some(codes) = ignore.dyn_ref::<Array>() {
        for code in codes.iter() {
            checks = checks.ignore_named(&text(&code)?).map_err(fail)?;
        }
    }
    Ok(checks)
}
