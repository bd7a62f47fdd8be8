//! Where records come from: columns in memory, or a file.

use crate::arrow::{TextColumn, named_columns, one_text};
use crate::error::{Failure, Result};
use crate::run::apart;
use hoten::{Error, ErrorCode, FieldKind, FileTable, ReadOptions, Schema, Table};
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
        self.understood_beside(py, chosen, &[])
    }

    /// The same; a choice may name a header of one of the `others` instead.
    fn understood_beside(
        &self,
        py: Python<'_>,
        chosen: &Chosen,
        others: &[&Self],
    ) -> Result<Understood> {
        let table = self.table()?;
        let others = others.iter().map(|other| other.table()).collect::<Result<Vec<_>>>()?;
        let names: Vec<&str> = table.names().collect();
        let elsewhere = |header: &str| {
            !Schema::has(names.iter().copied(), header)
                && others.iter().any(|other| Schema::has(other.names(), header))
        };
        let columns = chosen.columns.iter().filter(|(_, header)| !elsewhere(header));
        let columns = columns.map(|(field, header)| (field.as_str(), header.as_str()));
        let fields = || chosen.fields.iter().map(|(name, kind)| (name.as_str(), *kind));
        let schema = Schema::detect_with(names.iter().copied(), columns, fields())?;
        let name = |at: &usize| names.get(*at).copied().unwrap_or_default().to_owned();
        let residents = schema.fields().iter().map(|(field, at)| (field.as_str(), at));
        let declared = fields().map(|(name, _)| name).zip(schema.declared());
        let used = residents.chain(declared).map(|(field, at)| (field.to_owned(), name(at)));
        let ignored = schema.ignored().iter().map(name).collect();
        let understood = Understood { used: used.collect(), ignored };
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

/// What the caller said of columns.
#[derive(Default)]
pub(crate) struct Chosen {
    /// Field and header.
    pub(crate) columns: Vec<(String, String)>,
    /// Fields he declared, and what they hold.
    pub(crate) fields: Vec<(String, FieldKind)>,
}

/// The keywords `columns` and `fields`.
pub(crate) fn chosen(
    columns: Option<&Bound<'_, PyDict>>,
    fields: Option<&Bound<'_, PyDict>>,
) -> Result<Chosen> {
    let text = |value: &Bound<'_, PyAny>| Ok::<_, Failure>(one_text(value)?.into_owned());
    let mut all = Chosen::default();
    for (field, header) in columns.into_iter().flatten() {
        let field = text(&field)?;
        // Two tables may head a field differently: one header, or a list of them.
        match header.extract::<Vec<String>>() {
            Ok(headers) if !header.is_instance_of::<PyString>() => {
                all.columns.extend(headers.into_iter().map(|header| (field.clone(), header)));
            }
            _ => all.columns.push((field, text(&header)?)),
        }
    }
    for (name, kind) in fields.into_iter().flatten() {
        let kind = text(&kind)?;
        let known = || FieldKind::ALL.map(FieldKind::as_str).join(", ");
        let unknown = || {
            Error::new(ErrorCode::UnknownFieldKind)
                .with("kind", kind.clone())
                .with("known", known())
        };
        all.fields.push((text(&name)?, FieldKind::from_name(&kind).ok_or_else(unknown)?));
    }
    Ok(all)
}

/// What the columns of a table were taken for.
pub(crate) struct Understood {
    pub(crate) used: Vec<(String, String)>,
    pub(crate) ignored: Vec<String>,
}

impl Understood {
    /// By field name.
    pub(crate) fn used<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.used.iter().map(|(field, header)| (field, header)).into_py_dict(py)
    }
}

/// One line.
impl std::fmt::Display for Understood {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let used = self.used.iter().map(|(field, header)| match field {
            field if field == header => field.clone(),
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
    all_understood(table.py(), &sources, chosen)?;
    Ok(sources)
}

/// What the columns of each source are taken for, told to the logger.
pub(crate) fn all_understood(py: Python<'_>, sources: &[Source], chosen: &Chosen) -> Result<()> {
    for (place, source) in sources.iter().enumerate() {
        let others = sources.iter().enumerate().filter(|(other, _)| *other != place);
        let others: Vec<&Source> = others.map(|(_, other)| other).collect();
        source.understood_beside(py, chosen, &others)?;
    }
    Ok(())
}
