//! Places: what a register wrote, and the units it can mean today.

use crate::answer::{Answer, object};
use crate::error::thrown;
use crate::finding::one;
use crate::value::text;
use hoten::{Error, ErrorCode, PlaceEvidence, PlaceQuery, PlaceTable, PlaceUnit};
use js_sys::{Reflect, Uint8Array};
use std::sync::OnceLock;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The table of communes, once it is loaded.
static TABLE: OnceLock<PlaceTable<'static>> = OnceLock::new();

/// Without it provinces are resolved.
static EMPTY: PlaceTable<'static> = PlaceTable::empty();

/// The units that are known so far.
pub(crate) fn table() -> &'static PlaceTable<'static> {
    TABLE.get().unwrap_or(&EMPTY)
}

/// Takes over the table of districts and communes; it stays for the life of the page.
#[wasm_bindgen(js_name = usePlaces)]
pub fn use_places(bytes: &Uint8Array) -> Result<(), JsValue> {
    if TABLE.get().is_none() {
        let bytes = bytes.to_vec();
        PlaceTable::from_bytes(&bytes).map_err(|error| thrown(&error))?;
        let table = PlaceTable::from_bytes(bytes.leak()).map_err(|error| thrown(&error))?;
        // Another call was first: one table is as good as the other.
        let _ = TABLE.set(table);
    }
    Ok(())
}

/// The units of today that a place can mean: `{units, findings}`.
#[wasm_bindgen(js_name = resolvePlace)]
pub fn resolve_place(place: &JsValue) -> Result<JsValue, JsValue> {
    if !place.is_object() {
        let kind = place.js_typeof().as_string().unwrap_or_default();
        return Err(thrown(&Error::new(ErrorCode::NotAPlace).with("type", kind)));
    }
    let part = |name: &str| -> Result<String, JsValue> {
        let value = Reflect::get(place, &name.into())?;
        if value.is_null() || value.is_undefined() { Ok(String::new()) } else { text(&value) }
    };
    let (province, district, commune) = (part("province")?, part("district")?, part("commune")?);
    let (address, on) = (part("address")?, part("on")?);
    let mut query = PlaceQuery::default()
        .province(&province)
        .district(&district)
        .commune(&commune)
        .address(&address);
    if !on.is_empty() {
        query = query.on_day(&on).map_err(|error| thrown(&error))?;
    }
    let found = query.resolve_in(table());
    Ok(object(|answer| {
        answer.key("units").array(|answer| {
            for place in found.iter() {
                answer.object(|answer| {
                    with_history(answer, place.unit);
                    answer.list("evidence", place.evidence.iter().map(PlaceEvidence::as_str));
                    if place.written == place.unit {
                        answer.key("written").null();
                    } else {
                        let unit = place.written;
                        answer.key("written").object(|answer| with_history(answer, unit));
                    }
                });
            }
        });
        answer.key("findings").array(|answer| {
            for finding in found.findings() {
                one(answer, "", &finding);
            }
        });
    }))
}

/// A unit with those before it; one of before with those after it.
fn with_history(answer: &mut Answer, unit: PlaceUnit<'static>) {
    plain(answer, unit);
    answer.key("history").array(|answer| {
        let mut one = |unit| answer.object(|answer| plain(answer, unit));
        if unit.is_current() {
            unit.predecessors().for_each(&mut one);
        } else {
            unit.successors().for_each(&mut one);
        }
    });
}

fn plain(answer: &mut Answer, unit: PlaceUnit<'static>) {
    let parents = core::iter::successors(unit.parent(), |unit| unit.parent());
    answer.set("name", unit.full_name());
    answer.set("kind", unit.kind().as_str());
    answer.set("code", unit.code());
    answer.list("parents", parents.map(PlaceUnit::full_name));
    answer.set("validFrom", unit.valid_from());
    answer.set("validUntil", unit.valid_until());
}
