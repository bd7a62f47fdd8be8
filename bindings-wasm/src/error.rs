//! The core's errors as a JavaScript `Error` with a stable `code`.

use wasm_bindgen::JsValue;

/// The core's error for `throw`.
pub(crate) fn thrown(error: &hoten::Error) -> JsValue {
    let value = js_sys::Error::new(&error.to_string());
    let set = js_sys::Reflect::set(&value, &"code".into(), &error.code().as_str().into());
    debug_assert!(set.is_ok(), "an Error takes a property");
    value.into()
}
