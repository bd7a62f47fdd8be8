//! Tables and columns come in and go out through the Arrow PyCapsule interface, so that pandas,
//! Polars, pyarrow and DuckDB all fit and none is needed.

mod answer;
mod build;
mod cells;
mod export;
mod import;
mod plain;
mod table;
mod text;

pub(crate) use self::answer::{answer, map_text};
pub(crate) use self::build::{Lists, Texts, numbers, structs};
pub(crate) use self::cells::{Cells, Made};
pub(crate) use self::export::{ArrowArray, ArrowTable};
pub(crate) use self::table::named_columns;
pub(crate) use self::text::{TextColumn, one_text, text_addresses};
