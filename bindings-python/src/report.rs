//! What results show.

use crate::arrow::one_text;
use crate::error::Result;
use hoten::{Error, ErrorCode, FieldName};
use pyo3::prelude::*;

/// A value without what points to the person, yet still tellable apart.
///
/// `field` is the field's name; units and sources stay. Raises `HotenError`: `unknown_field`.
///
/// >>> import hoten
/// >>> hoten.mask("079075000001", field="citizen_id"), hoten.mask("Trần Thị Tư")
/// ('079***0001', 'T*** T*** T***')
#[pyfunction]
#[pyo3(signature = (value, *, field="full_name"))]
pub(crate) fn mask(value: &Bound<'_, PyAny>, field: &str) -> Result<String> {
    let known = FieldName::from_name(field).ok_or_else(|| {
        let known = FieldName::ALL.map(FieldName::as_str).join(", ");
        Error::new(ErrorCode::UnknownField).with("field", field).with("known", known)
    })?;
    Ok(hoten::mask_value(known, &one_text(value)?))
}
