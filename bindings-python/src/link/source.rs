//! Where records come from: columns in memory, or a file.

use crate::arrow::{TextColumn, named_columns, one_text};
use crate::error::{Failure, Result};
use crate::run::apart;
use hoten::{Error, ErrorCode, FieldName, FileTable, ReadOptions, Schema, Table};
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyString};
use std::path::{Path, PathBuf};

/// Letters of a header, and headers, that are told.
const TOLD: (usize, usize) = (40, 8);

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
        let py = value.py();
        if value.is_instance_of::<PyString>() || value.hasattr("__fspath__")? {
            let path: PathBuf = value.extract()?;
            if is_parquet(&path) {
                let table = py.import("hoten._parquet")?.call_method1("read", (path,))?;
                return Self::read_sheet(&table, None);
            }
            let mut options = ReadOptions::default();
            options.sheet = sheet;
            return apart(py, move || Ok(Self::File(hoten::read_file(path, &options)?)));
        }
        let columns = named_columns(value)?;
        apart(py, move || {
            let joined = columns.into_iter().map(|(name, column)| Ok((name, column.joined()?)));
            Ok(Self::Columns(joined.collect::<Result<_>>()?))
        })
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

    /// What its columns are taken for, also told to the logger `hoten`.
    pub(crate) fn understood(&self, py: Python<'_>, chosen: &Chosen) -> Result<Understood> {
        let table = self.table()?;
        let names: Vec<&str> = table.names().collect();
        let chosen = chosen.iter().map(|(field, header)| (field.as_str(), header.as_str()));
        let schema = Schema::detect(names.iter().copied(), chosen)?;
        let name = |at: &usize| names.get(*at).copied().unwrap_or_default().to_owned();
        let used = schema.fields().iter().map(|(field, at)| (*field, name(at))).collect();
        let understood = Understood { used, ignored: schema.ignored().iter().map(name).collect() };
        // Who listens has imported it.
        let modules = py.import("sys")?.getattr("modules")?;
        let logging = modules.call_method1("get", ("logging",))?;
        if !logging.is_none() {
            let logger = logging.call_method1("getLogger", ("hoten",))?;
            logger.call_method1("info", ("%s", understood.to_string()))?;
        }
        Ok(understood)
    }
}

fn is_parquet(path: &Path) -> bool {
    let ends = |end: &str| path.extension().is_some_and(|held| held.eq_ignore_ascii_case(end));
    ends("parquet") || ends("pq")
}

/// Columns that the caller named: field and header.
pub(crate) type Chosen = Vec<(String, String)>;

/// The keyword `columns`.
pub(crate) fn chosen(columns: Option<&Bound<'_, PyDict>>) -> Result<Chosen> {
    let text = |value: &Bound<'_, PyAny>| Ok::<_, Failure>(one_text(value)?.into_owned());
    let pairs = columns.into_iter().flatten();
    pairs.map(|(field, header)| Ok((text(&field)?, text(&header)?))).collect()
}

/// What the columns of a table were taken for.
pub(crate) struct Understood {
    pub(crate) used: Vec<(FieldName, String)>,
    pub(crate) ignored: Vec<String>,
}

impl Understood {
    /// By field name.
    pub(crate) fn used<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.used.iter().map(|(field, header)| (field.as_str(), header)).into_py_dict(py)
    }
}

/// One line.
impl std::fmt::Display for Understood {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let used = self.used.iter().map(|(field, header)| match field.as_str() {
            field if field == header => field.to_owned(),
            field => format!("{field} = {}", short(header)),
        });
        write!(f, "columns used: {}", used.collect::<Vec<_>>().join(", "))?;
        if !self.ignored.is_empty() {
            let told = self.ignored.iter().take(TOLD.1).map(|header| short(header));
            write!(f, "; ignored: {}", told.collect::<Vec<_>>().join(", "))?;
        }
        match self.ignored.len().saturating_sub(TOLD.1) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

fn short(header: &str) -> String {
    let flat = header.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut short: String = flat.clone().take(TOLD.0).collect();
    if flat.count() > TOLD.0 {
        short.push('…');
    }
    if short.trim().is_empty() { "(no header)".to_owned() } else { short }
}

/// The tables of several sources.
pub(crate) fn tables(sources: &[Source]) -> Result<Vec<Table<'_>>> {
    sources.iter().map(Source::table).collect()
}

/// As many sources as tables are asked for: another number is a fault of this binding.
pub(crate) fn not_so_many() -> Failure {
    Error::new(ErrorCode::NotATable).with("type", "another number of tables").into()
}

/// A table, and another beside it where there is one; `sheet` is of the first.
pub(crate) fn one_or_two(
    table: &Bound<'_, PyAny>,
    right: Option<&Bound<'_, PyAny>>,
    sheet: Option<String>,
    chosen: &Chosen,
) -> Result<Vec<Source>> {
    let mut sources = vec![Source::read_sheet(table, sheet)?];
    if let Some(right) = right {
        sources.push(Source::read(right)?);
    }
    for source in &sources {
        source.understood(table.py(), chosen)?;
    }
    Ok(sources)
}
