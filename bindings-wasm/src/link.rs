//! From rows to clusters, for the small tables of a page.

use crate::answer::{Answer, camel, digits, object};
use crate::error::thrown;
use crate::value::{text, text_in_row};
use hoten::{Comparison, FieldKind, FieldName, Linkage, Linker, Pattern, StrBuffer, Table};
use js_sys::{Array, Object, Reflect};
use std::collections::HashMap;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Finds the records of one person among `rows`, plain objects with one property a field.
#[wasm_bindgen]
pub fn dedupe(rows: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let rows = rows.dyn_ref::<Array>().ok_or_else(|| not_rows(rows))?;
    let columns = columns(rows)?;
    let table = Table::new(columns.iter().map(|(name, cells)| (name.as_str(), cells.as_column())));
    let table = table.map_err(|error| thrown(&error))?;
    let found = linker(options)?.dedupe(&table).map_err(|error| thrown(&error))?;
    Ok(object(|answer| {
        answer.key("clusters").array(|answer| clusters(answer, &found));
        answer.key("pairs").array(|answer| pairs(answer, &found));
        answer.key("summary").object(|answer| summary(answer, &found));
    }))
}

pub(crate) fn not_rows(value: &JsValue) -> JsValue {
    let kind = value.js_typeof().as_string().unwrap_or_default();
    thrown(&hoten::Error::new(hoten::ErrorCode::NotATable).with("type", kind))
}

/// The properties of all rows as columns, in the order in which they first occur.
fn columns(rows: &Array) -> Result<Vec<(String, StrBuffer)>, JsValue> {
    let mut columns: Vec<(String, StrBuffer)> = Vec::new();
    let mut places = HashMap::<String, usize>::new();
    for (row, record) in rows.iter().enumerate() {
        let record = record.dyn_into::<Object>().map_err(|value| not_rows(&value))?;
        for entry in Object::entries(&record) {
            let entry: Array = entry.unchecked_into();
            let (name, value) = (text(&entry.get(0))?, entry.get(1));
            let place = *places.entry(name).or_insert_with_key(|name| {
                columns.push((header(name), StrBuffer::new()));
                columns.len() - 1
            });
            let Some((_, cells)) = columns.get_mut(place) else { continue };
            while cells.len() < row {
                cells.push(None);
            }
            cells.push(cell(&value, row)?.as_deref());
        }
    }
    for (_, cells) in &mut columns {
        while cells.len() < rows.length() as usize {
            cells.push(None);
        }
    }
    Ok(columns)
}

/// `fullName` is the column `full_name`; any other name is a header like that of a file.
pub(crate) fn header(name: &str) -> String {
    let field = FieldName::ALL.into_iter().find(|field| camel(field.as_str()) == name);
    field.map_or_else(|| name.to_owned(), |field| field.as_str().to_owned())
}

/// Text, a number as text, or nothing.
pub(crate) fn cell(value: &JsValue, row: usize) -> Result<Option<String>, JsValue> {
    if value.is_null() || value.is_undefined() {
        return Ok(None);
    }
    match value.as_f64() {
        Some(number) => Ok((!number.is_nan()).then(|| digits(number))),
        None => text_in_row(value, row).map(Some),
    }
}

/// The linker that `{columns, fields, threshold, possible, onePerSource}` asks for.
fn linker(options: &JsValue) -> Result<Linker, JsValue> {
    let mut linker = Linker::new();
    if options.is_undefined() || options.is_null() {
        return Ok(linker);
    }
    let option = |name: &str| Reflect::get(options, &name.into());
    if let Some(probability) = option("threshold")?.as_f64() {
        linker = linker.threshold(probability as f32);
    }
    if let Some(probability) = option("possible")?.as_f64() {
        linker = linker.possible(probability as f32);
    }
    if let Some(yes) = option("onePerSource")?.as_bool() {
        linker = linker.one_per_source(yes);
    }
    if let Some(fields) = option("fields")?.dyn_ref::<Object>() {
        for entry in Object::entries(fields) {
            let entry: Array = entry.unchecked_into();
            let (name, kind) = (text(&entry.get(0))?, text(&entry.get(1))?);
            let own = FieldKind::from_name(&kind).ok_or_else(|| unknown_kind(&kind))?;
            linker = linker.field(header(&name), own);
        }
    }
    if let Some(columns) = option("columns")?.dyn_ref::<Object>() {
        for entry in Object::entries(columns) {
            let entry: Array = entry.unchecked_into();
            let (field, name) = (text(&entry.get(0))?, text(&entry.get(1))?);
            linker = linker.column(header(&field), header(&name));
        }
    }
    Ok(linker)
}

fn unknown_kind(kind: &str) -> JsValue {
    let known = FieldKind::ALL.map(FieldKind::as_str).join(", ");
    let error = hoten::Error::new(hoten::ErrorCode::UnknownFieldKind);
    thrown(&error.with("kind", kind).with("known", known))
}

fn clusters(answer: &mut Answer, found: &Linkage<'_>) {
    for (row, cluster) in (0..).zip(found.clusters()) {
        answer.object(|answer| {
            answer.set("recordId", found.record_id(row).as_ref());
            answer.set("clusterId", found.record_id(*cluster).as_ref());
        });
    }
}

fn pairs(answer: &mut Answer, found: &Linkage<'_>) {
    // Comparisons of residents are called as in JavaScript; a declared field keeps its name.
    let own = found.levels(Pattern::default()).map(|(name, _)| {
        let resident = Comparison::ALL.iter().any(|held| held.as_str() == name);
        if resident { camel(name) } else { name.to_owned() }
    });
    let names: Vec<String> = own.collect();
    for pair in found.pairs() {
        answer.object(|answer| {
            answer.set("leftId", found.record_id(pair.left).as_ref());
            answer.set("rightId", found.record_id(pair.right).as_ref());
            answer.set("weight", pair.weight);
            answer.set("probability", pair.probability);
            answer.key("levels").object(|answer| {
                for ((_, level), name) in found.levels(pair.pattern).zip(&names) {
                    answer.set(name, level);
                }
            });
        });
    }
}

fn summary(answer: &mut Answer, found: &Linkage<'_>) {
    let summary = found.summary();
    answer.set("records", summary.records as f64);
    answer.set("candidatePairs", summary.candidate_pairs as f64);
    answer.set("matchedPairs", summary.matched_pairs as f64);
    answer.set("possiblePairs", summary.possible_pairs as f64);
    answer.set("clusters", summary.clusters as f64);
    answer.list("ignoredColumns", summary.ignored_columns.iter().map(String::as_str));
}
