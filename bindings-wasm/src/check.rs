//! Checks of one record.

use crate::error::thrown;
use crate::finding::findings;
use crate::value::{text, text_in_row};
use hoten::{CheckOptions, FieldName, Schema, check_record as check_one};
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Checks one record: each field by itself, and the fields against one another.
#[wasm_bindgen(js_name = checkRecord)]
pub fn check_record(record: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let Some(record) = record.dyn_ref::<Object>() else {
        let kind = record.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&hoten::Error::new(hoten::ErrorCode::NotATable).with("type", kind)));
    };
    let options = read_options(options)?;
    let mut cells: Vec<(FieldName, String)> = Vec::new();
    for entry in Object::entries(record) {
        let entry: Array = entry.unchecked_into();
        let (Some(field), value) = (Schema::field_of(&text(&entry.get(0))?), entry.get(1)) else {
            continue;
        };
        let cell = match value.as_f64() {
            _ if value.is_null() || value.is_undefined() => String::new(),
            Some(number) => number.to_string(),
            None => text_in_row(&value, 0)?,
        };
        cells.push((field, cell));
    }
    let found = check_one(cells.iter().map(|(field, text)| (*field, text.as_str())), &options);
    let all = Array::new();
    for finding in found {
        let text = cells.iter().rev().find(|(field, _)| *field == finding.field);
        let own: Array = findings(text.map_or("", |(_, text)| text), &[finding]).unchecked_into();
        all.push(&own.get(0));
    }
    Ok(all.into())
}

/// `{today, ignore}`: the day of the call unless given, and codes to say nothing of.
fn read_options(options: &JsValue) -> Result<CheckOptions, JsValue> {
    let given = options.is_object();
    let option = |name: &str| {
        if given { Reflect::get(options, &name.into()) } else { Ok(JsValue::UNDEFINED) }
    };
    let fail = |error: hoten::Error| thrown(&error);
    let today = option("today")?;
    let mut checks = CheckOptions::new().places(crate::place::table());
    checks = if today.is_undefined() || today.is_null() {
        let now = Date::new_0();
        let small = |part: u32| u8::try_from(part).unwrap_or(1);
        let year = u16::try_from(now.get_full_year()).unwrap_or(u16::MAX);
        checks.today(year, small(now.get_month() + 1), small(now.get_date())).map_err(fail)?
    } else {
        checks.today_iso(&text(&today)?).map_err(fail)?
    };
    if let Some(codes) = option("ignore")?.dyn_ref::<Array>() {
        for code in codes.iter() {
            checks = checks.ignore_named(&text(&code)?).map_err(fail)?;
        }
    }
    Ok(checks)
}
