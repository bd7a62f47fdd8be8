//! An index without records, for forms: whether a likely duplicate exists.

use crate::answer::object;
use crate::error::thrown;
use crate::index::{bytes, query};
use crate::place::table;
use hoten::IndexKey;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A keyed index over bytes that were fetched.
#[wasm_bindgen]
#[derive(Debug)]
pub struct KeyedIndex {
    inner: hoten::KeyedIndex<Vec<u8>>,
}

#[wasm_bindgen]
impl KeyedIndex {
    /// Opens the bytes of a keyed index file with its key; both are copied once.
    pub fn open(file: &JsValue, key: &JsValue) -> Result<KeyedIndex, JsValue> {
        let key = IndexKey::from_bytes(&bytes(key)?).map_err(|error| thrown(&error))?;
        let inner = hoten::KeyedIndex::open(bytes(file)?, &key).map_err(|error| thrown(&error))?;
        Ok(Self { inner: inner.with_places(table()) })
    }

    /// Entries in the file, those of nothing included.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn entries(&self) -> f64 {
        self.inner.entries() as f64
    }

    /// Records that share a composite key with this one: `{hits, truncated}`.
    pub fn search(&self, record: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let query = query(record, options)?;
        let found = self.inner.search(&query).map_err(|error| thrown(&error))?;
        Ok(object(|answer| {
            answer.key("hits").array(|answer| {
                for hit in found.iter() {
                    let rule = self.inner.rules().nth(usize::from(hit.rule)).unwrap_or_default();
                    answer.object(|answer| {
                        answer.set("handle", hit.handle.to_string());
                        answer.set("rule", rule);
                    });
                }
            });
            answer.set("truncated", found.truncated);
        }))
    }

    /// Checks every block now, instead of when it is first looked at.
    pub fn verify(&self) -> Result<(), JsValue> {
        self.inner.verify().map_err(|error| thrown(&error))
    }
}
