//! WebAssembly binding of hoten: convert in, one core call, convert out. Files carry the core room's
//! name.

mod answer;
pub mod check;
pub mod clean;
mod error;
pub mod field;
mod finding;
#[cfg(feature = "all")]
pub mod index;
pub mod key;
#[cfg(feature = "all")]
pub mod keyed;
pub mod khmer;
#[cfg(feature = "all")]
pub mod link;
pub mod name;
pub mod place;
mod span;
mod value;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
