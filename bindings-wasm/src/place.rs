//! Places: what a register wrote, and the units it can mean today.

use crate::error::thrown;
use crate::finding::one;
use crate::value::{list, nullable, object, text};
use hoten::{Error, ErrorCode, PlaceCandidate, PlaceEvidence, PlaceQuery, PlaceTable, PlaceUnit};
use js_sys::{Object, Reflect, Uint8Array};
use std::sync::OnceLock;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

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

/// The units of today that a place can mean.
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
    let units = list(found.iter().map(candidate));
    // A property beside the items: the answer is an array of units.
    Reflect::set(
        &units,
        &"findings".into(),
        &list(found.findings().iter().map(|finding| one("", finding))),
    )?;
    Ok(units)
}

fn candidate(place: &PlaceCandidate<'static>) -> JsValue {
    let found = with_history(place.unit);
    let written = (place.written != place.unit).then(|| with_history(place.written));
    let evidence = list(place.evidence.iter().map(PlaceEvidence::as_str));
    for (key, value) in [("evidence", evidence), ("written", nullable(written))] {
        let _ = Reflect::set(&found, &key.into(), &value);
    }
    found.unchecked_into()
}

/// A unit with those before it; one of before with those after it.
fn with_history(unit: PlaceUnit<'static>) -> Object {
    let found = plain(unit);
    let history = if unit.is_current() {
        list(unit.predecessors().map(plain))
    } else {
        list(unit.successors().map(plain))
    };
    let _ = Reflect::set(&found, &"history".into(), &history);
    found
}

fn plain(unit: PlaceUnit<'static>) -> Object {
    let parents = core::iter::successors(unit.parent(), |unit| unit.parent());
    object([
        ("name", unit.full_name().into()),
        ("kind", unit.kind().as_str().into()),
        ("code", unit.code().into()),
        ("parents", list(parents.map(PlaceUnit::full_name))),
        ("validFrom", nullable(unit.valid_from())),
        ("validUntil", nullable(unit.valid_until())),
    ])
    .unchecked_into()
}
