//! WebAssembly binding of hoten: convert in, one core call, convert out. Files carry the core room's
//! name.

pub mod clean;
mod error;
pub mod field;
mod finding;
pub mod index;
pub mod key;
pub mod khmer;
pub mod link;
pub mod name;
mod span;
mod value;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
