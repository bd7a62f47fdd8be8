//! Records in one file, searched in microseconds, also offline and in a worker.

use crate::answer::{Answer, camel, object};
use crate::error::thrown;
use crate::link::{cell, header, not_rows};
use crate::place::table;
use crate::value::text;
use hoten::{Comparison, Error, ErrorCode, Explanation, IndexHit, IndexQuery, RecordId};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// An index over bytes that were fetched.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Index {
    inner: hoten::Index<Vec<u8>>,
}

#[wasm_bindgen]
impl Index {
    /// Opens the bytes of an index file; they are copied once.
    pub fn open(file: &JsValue) -> Result<Index, JsValue> {
        let inner = hoten::Index::open(bytes(file)?).map_err(|error| thrown(&error))?;
        Ok(Self { inner: inner.with_places(table()) })
    }

    /// How many records there are.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// Records like this one: `{hits, truncated, compared}`.
    pub fn search(&self, record: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let query = query(record, options)?;
        let found = self.inner.search(&query).map_err(|error| thrown(&error))?;
        Ok(object(|answer| {
            answer.key("hits").array(|answer| {
                for found in found.iter() {
                    answer.object(|answer| hit(answer, &self.inner, found));
                }
            });
            answer.set("truncated", found.truncated);
            answer.set("compared", found.compared);
        }))
    }

    /// The record of a row as the index keeps it, by field.
    pub fn record(&self, row: u32) -> Result<JsValue, JsValue> {
        let fields = self.inner.record(row).map_err(|error| thrown(&error))?;
        Ok(object(|answer| {
            for (field, text) in fields {
                answer.set(&camel(field.as_str()), text);
            }
        }))
    }

    /// Every weight that makes the score of a record and the one of a row.
    pub fn explain(
        &self,
        record: &JsValue,
        options: &JsValue,
        row: u32,
    ) -> Result<JsValue, JsValue> {
        let query = query(record, options)?;
        let why = self.inner.explain(&query, row).map_err(|error| thrown(&error))?;
        Ok(object(|answer| explanation(answer, &why)))
    }

    /// Checks every block now, instead of when it is first looked at.
    pub fn verify(&self) -> Result<(), JsValue> {
        self.inner.verify().map_err(|error| thrown(&error))
    }
}

/// The bytes of a `Uint8Array`.
pub(crate) fn bytes(file: &JsValue) -> Result<Vec<u8>, JsValue> {
    let Some(bytes) = file.dyn_ref::<Uint8Array>() else {
        let kind = file.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&Error::new(ErrorCode::NotBytes).with("type", kind)));
    };
    Ok(bytes.to_vec())
}

/// The record as a query, with `{limit, typing, commune, source, candidates}`.
pub(crate) fn query(record: &JsValue, options: &JsValue) -> Result<IndexQuery<'static>, JsValue> {
    let record = record.dyn_ref::<Object>().ok_or_else(|| not_rows(record))?;
    let mut query = IndexQuery::new();
    for entry in Object::entries(record) {
        let entry: Array = entry.unchecked_into();
        let name = header(&text(&entry.get(0))?);
        if let Some(value) = cell(&entry.get(1), 0)? {
            query = query.column(&name, value).map_err(|error| thrown(&error))?;
        }
    }
    if options.is_undefined() || options.is_null() {
        return Ok(query);
    }
    let option = |name: &str| Reflect::get(options, &name.into());
    if let Some(limit) = option("limit")?.as_f64() {
        query = query.limit(limit.max(0.0) as usize);
    }
    if let Some(most) = option("candidates")?.as_f64() {
        query = query.candidates(most.max(0.0) as usize);
    }
    if let Some(yes) = option("typing")?.as_bool() {
        query = query.typing(yes);
    }
    if let Some(commune) = cell(&option("commune")?, 0)? {
        query = query.in_commune(commune);
    }
    if let Some(source) = cell(&option("source")?, 0)? {
        query = query.in_source(source);
    }
    Ok(query)
}

fn hit(answer: &mut Answer, index: &hoten::Index<Vec<u8>>, found: &IndexHit) {
    match &found.record_id {
        RecordId::Integer(number) => answer.set("recordId", *number as f64),
        RecordId::Text(text) => answer.set("recordId", text.as_ref()),
    }
    answer.set("row", found.row);
    answer.set("score", found.score);
    answer.set("probability", found.probability);
    answer.set("rule", index.rules().nth(usize::from(found.rule)).unwrap_or_default());
    answer.key("levels").object(|answer| {
        for comparison in Comparison::ALL {
            answer.set(&camel(comparison.as_str()), found.pattern.level_name(comparison));
        }
    });
}

fn explanation(answer: &mut Answer, why: &Explanation) {
    answer.set("recordId", why.right_id.as_str());
    answer.set("rule", why.rule.as_deref());
    answer.set("prior", why.prior);
    answer.set("dependence", why.dependence);
    answer.key("fields").array(|answer| {
        for field in &why.fields {
            answer.object(|answer| {
                answer.set("field", camel(field.field.name()));
                answer.set("level", field.level);
                answer.set("left", field.left.as_str());
                answer.set("right", field.right.as_str());
                answer.set("weight", field.weight);
                answer.set("frequencyWeight", field.frequency_weight);
            });
        }
    });
    answer.set("weight", why.weight);
    answer.set("probability", why.probability);
}
