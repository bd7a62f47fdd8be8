//! Results as Arrow: read by any package that knows the PyCapsule interface, or as plain Python.

use crate::error::{Failure, Result};
use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowSchema, to_ffi};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{
    Float32Type, Float64Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, RecordBatch, RecordBatchIterator, StructArray,
};
use arrow_schema::{ArrowError, DataType};
use hoten::{Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyCapsule, PyDict, PyList};

impl From<ArrowError> for Failure {
    fn from(error: ArrowError) -> Self {
        Error::new(ErrorCode::ArrowFailed).with("why", error.to_string()).into()
    }
}

type Capsules<'py> = (Bound<'py, PyCapsule>, Bound<'py, PyCapsule>);

/// A column of results: `pyarrow.array(x)`, `polars.Series(x)`, or plain Python by `to_pylist()`.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct ArrowArray {
    array: ArrayRef,
}

impl From<ArrayRef> for ArrowArray {
    fn from(array: ArrayRef) -> Self {
        Self { array }
    }
}

#[pymethods]
impl ArrowArray {
    /// Arrow PyCapsule interface; a requested schema is not honoured, which the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> Result<Capsules<'py>> {
        let _ = requested_schema;
        let (array, schema) = to_ffi(&self.array.to_data())?;
        Ok((
            PyCapsule::new_with_value(py, schema, c"arrow_schema")?,
            PyCapsule::new_with_value(py, array, c"arrow_array")?,
        ))
    }

    /// Arrow PyCapsule interface: the type alone.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.array.data_type())?;
        Ok(PyCapsule::new_with_value(py, schema, c"arrow_schema")?)
    }

    fn __len__(&self) -> usize {
        self.array.len()
    }

    fn __repr__(&self) -> String {
        format!("ArrowArray({} x {})", self.array.len(), self.array.data_type())
    }

    /// The first cells as a list.
    #[pyo3(signature = (count=5))]
    fn head<'py>(&self, py: Python<'py>, count: usize) -> Result<Bound<'py, PyList>> {
        list(py, &self.array.slice(0, count.min(self.array.len())))
    }

    /// The cells as a list; a missing one is `None`.
    fn to_pylist<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyList>> {
        list(py, &self.array)
    }
}

/// A table of results: `pyarrow.table(x)`, `polars.DataFrame(x)`, DuckDB, or plain Python.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct ArrowTable {
    batch: RecordBatch,
}

impl From<RecordBatch> for ArrowTable {
    fn from(batch: RecordBatch) -> Self {
        Self { batch }
    }
}

#[pymethods]
impl ArrowTable {
    /// Arrow PyCapsule interface; a requested schema is not honoured, which the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> Result<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let schema = self.batch.schema();
        let reader = RecordBatchIterator::new([Ok(self.batch.clone())], schema);
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        Ok(PyCapsule::new_with_value(py, stream, c"arrow_array_stream")?)
    }

    /// Names of the columns, in order.
    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    fn __repr__(&self) -> String {
        format!("ArrowTable({} rows: {})", self.batch.num_rows(), self.column_names().join(", "))
    }

    /// The first rows as a table.
    #[pyo3(signature = (count=5))]
    fn head(&self, count: usize) -> Self {
        self.batch.slice(0, count.min(self.batch.num_rows())).into()
    }

    /// The columns as lists, by name.
    fn to_pydict<'py>(&self, py: Python<'py>) -> Result<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        for (field, column) in self.batch.schema().fields().iter().zip(self.batch.columns()) {
            columns.set_item(field.name(), list(py, column)?)?;
        }
        Ok(columns)
    }

    /// A pandas data frame; needs pandas and pyarrow.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))?.call_method0("to_pandas")
    }
}

fn list<'py>(py: Python<'py>, array: &ArrayRef) -> Result<Bound<'py, PyList>> {
    let cells = PyList::empty(py);
    for row in 0..array.len() {
        cells.append(cell(py, array, row)?)?;
    }
    Ok(cells)
}

fn number<'py, T>(py: Python<'py>, array: &ArrayRef, row: usize) -> Result<Bound<'py, PyAny>>
where
    T: ArrowPrimitiveType,
    T::Native: IntoPyObject<'py, Output = Bound<'py, <T::Native as IntoPyObject<'py>>::Target>>,
    Failure: From<<T::Native as IntoPyObject<'py>>::Error>,
{
    let number = array.as_primitive::<T>().value(row);
    Ok(number.into_pyobject(py)?.into_any())
}

/// One cell as a Python value, for the types that results are made of.
fn cell<'py>(py: Python<'py>, array: &ArrayRef, row: usize) -> Result<Bound<'py, PyAny>> {
    if array.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match array.data_type() {
        DataType::LargeUtf8 => array.as_string::<i64>().value(row).into_pyobject(py)?.into_any(),
        DataType::Boolean => PyBool::new(py, array.as_boolean().value(row)).to_owned().into_any(),
        DataType::Int64 => number::<Int64Type>(py, array, row)?,
        DataType::UInt8 => number::<UInt8Type>(py, array, row)?,
        DataType::UInt16 => number::<UInt16Type>(py, array, row)?,
        DataType::UInt32 => number::<UInt32Type>(py, array, row)?,
        DataType::UInt64 => number::<UInt64Type>(py, array, row)?,
        DataType::Float32 => number::<Float32Type>(py, array, row)?,
        DataType::Float64 => number::<Float64Type>(py, array, row)?,
        DataType::List(_) => list(py, &array.as_list::<i32>().value(row))?.into_any(),
        DataType::Struct(fields) => {
            let parts: &StructArray = array.as_struct();
            let dict = PyDict::new(py);
            for (field, part) in fields.iter().zip(parts.columns()) {
                dict.set_item(field.name(), cell(py, part, row)?)?;
            }
            dict.into_any()
        }
        kind => {
            let error = Error::new(ErrorCode::ColumnType).with("column", "");
            return Err(error.with("type", kind.to_string()).into());
        }
    })
}
