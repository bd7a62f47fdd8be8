//! Arrow data of other packages, taken over without copying.

use crate::error::{Failure, Result};
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayRef, make_array};
use arrow_schema::{ArrowError, DataType};
use hoten::{Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use std::ffi::CStr;

const STREAM: &str = "__arrow_c_stream__";
const ARRAY: &str = "__arrow_c_array__";

/// Whether `value` exports Arrow data.
pub(crate) fn has_door(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(value.hasattr(STREAM)? || value.hasattr(ARRAY)?)
}

/// The chunks behind an Arrow door, and their common type.
pub(crate) fn chunks(value: &Bound<'_, PyAny>) -> Result<(DataType, Vec<ArrayRef>)> {
    if value.hasattr(STREAM)? {
        let capsule = value.call_method0(STREAM)?.cast_into::<PyCapsule>().map_err(PyErr::from)?;
        let stream = take_stream(&capsule)?;
        // The producer may run Python code of its own on another thread.
        value.py().detach(|| read_stream(stream)).map_err(failed)
    } else {
        let pair = value.call_method0(ARRAY)?.cast_into::<PyTuple>().map_err(PyErr::from)?;
        let schema = pair.get_item(0)?.cast_into::<PyCapsule>().map_err(PyErr::from)?;
        let array = pair.get_item(1)?.cast_into::<PyCapsule>().map_err(PyErr::from)?;
        let array = take_array(&schema, &array)?;
        Ok((array.data_type().clone(), vec![array]))
    }
}

fn read_stream(
    stream: FFI_ArrowArrayStream,
) -> std::result::Result<(DataType, Vec<ArrayRef>), ArrowError> {
    let reader = ArrayStreamReader::try_new(stream)?;
    let kind = arrow_array::ArrayReader::field(&reader).data_type().clone();
    Ok((kind, reader.collect::<std::result::Result<_, _>>()?))
}

fn failed(error: ArrowError) -> Failure {
    Error::new(ErrorCode::ArrowFailed).with("why", error.to_string()).into()
}

/// Moves the stream out of its capsule, which keeps an empty one.
fn take_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<FFI_ArrowArrayStream> {
    const NAME: &CStr = c"arrow_array_stream";
    let stream = capsule.pointer_checked(Some(NAME))?.cast::<FFI_ArrowArrayStream>();
    #[expect(unsafe_code, reason = "the Arrow C stream interface hands over a raw pointer")]
    // SAFETY: a capsule of this name holds a valid ArrowArrayStream (PyCapsule interface); from_raw
    // leaves a released one behind, so that the capsule's own destructor frees nothing twice.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(stream.as_ptr()) })
}

/// Moves an array out of its capsule, with the type that the other capsule holds.
fn take_array(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> Result<ArrayRef> {
    const SCHEMA: &CStr = c"arrow_schema";
    const NAME: &CStr = c"arrow_array";
    let schema = schema.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(NAME))?.cast::<FFI_ArrowArray>();
    #[expect(unsafe_code, reason = "the Arrow C data interface hands over raw pointers")]
    // SAFETY: capsules of these names hold a valid ArrowSchema and an ArrowArray of that schema
    // (PyCapsule interface); from_raw leaves a released array behind, and the schema is only read.
    let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
    Ok(make_array(data.map_err(failed)?))
}
