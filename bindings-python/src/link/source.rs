//! Where records come from: columns in memory, or a file.

use crate::arrow::{TextColumn, named_columns, one_text};
use crate::error::{Failure, Result};
use hoten::{Error, ErrorCode, FileTable, ReadOptions, Table};
use pyo3::prelude::*;
use pyo3::types::PyString;

/// What a result borrows its texts from.
pub(crate) enum Source {
    Columns(Vec<(String, TextColumn)>),
    File(FileTable),
}

impl Source {
    /// A path (text or `os.PathLike`), else a table.
    pub(crate) fn read(value: &Bound<'_, PyAny>) -> Result<Self> {
        Self::read_sheet(value, None)
    }

    /// As [`Self::read`]; of a workbook `sheet` is read if it is named.
    pub(crate) fn read_sheet(value: &Bound<'_, PyAny>, sheet: Option<String>) -> Result<Self> {
        let path = if value.hasattr("__fspath__")? {
            value.call_method0("__fspath__")?
        } else {
            value.clone()
        };
        if path.is_instance_of::<PyString>() {
            let path = one_text(&path)?;
            let mut options = ReadOptions::default();
            options.sheet = sheet;
            let read = || hoten::read_file(path, &options);
            return Ok(Self::File(value.py().detach(read)?));
        }
        Ok(Self::Columns(named_columns(value)?))
    }

    pub(crate) fn table(&self) -> Result<Table<'_>> {
        match self {
            Self::File(file) => Ok(file.table()),
            Self::Columns(columns) => {
                let cells =
                    columns.iter().map(|(name, column)| Ok((name.as_str(), column.cells()?)));
                Ok(Table::new(cells.collect::<Result<Vec<_>>>()?)?)
            }
        }
    }
}

/// The tables of several sources.
pub(crate) fn tables(sources: &[Source]) -> Result<Vec<Table<'_>>> {
    sources.iter().map(Source::table).collect()
}

/// As many sources as tables are asked for: another number is a fault of this binding.
pub(crate) fn not_so_many() -> Failure {
    Error::new(ErrorCode::NotATable).with("type", "another number of tables").into()
}
