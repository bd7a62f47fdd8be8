//! Addresses within a commune.

use crate::arrow::{Cells, Texts, answer, one_text, structs};
use crate::error::Result;
use arrow_array::{ArrayRef, BooleanArray};
use pyo3::prelude::*;
use std::sync::Arc;

/// The parts of an address, as they are written.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Address {
    /// House number, digits first.
    house: Option<String>,
    /// Residents' group.
    group: Option<String>,
    /// Hamlet without the words for its kind.
    hamlet: Option<String>,
    /// The same with them.
    hamlet_with_kind: Option<String>,
    /// Street with its kind.
    street: Option<String>,
    /// Does the cell say "as in the row above"?
    is_as_above: bool,
}

#[pymethods]
impl Address {
    fn __repr__(&self) -> String {
        let parts = [&self.house, &self.group, &self.hamlet, &self.street];
        format!("Address({} parts)", parts.into_iter().flatten().count())
    }
}

/// Reads addresses within a commune: house, group, hamlet, street. A string gives `Address`, a column
/// structs.
///
/// >>> import hoten
/// >>> hoten.parse_address("Số 12, tổ 3, ấp An Hòa").house
/// '12'
#[pyfunction]
pub(crate) fn parse_address<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let one = |text: &str| {
        let address = hoten::Address::parse(text);
        let owned = |part: Option<&str>| part.map(str::to_owned);
        Ok(Address {
            house: owned(address.house()),
            group: owned(address.group()),
            hamlet: owned(address.hamlet()),
            hamlet_with_kind: owned(address.hamlet_with_kind()),
            street: owned(address.street()),
            is_as_above: address.is_as_above(),
        })
    };
    answer(text, one, addresses)
}

fn addresses(cells: &Cells<'_>) -> std::result::Result<ArrayRef, arrow_schema::ArrowError> {
    let rows: Vec<_> = cells.iter().map(|cell| cell.map(hoten::Address::parse)).collect();
    let column = |part: for<'a> fn(&hoten::Address<'a>) -> Option<&'a str>| {
        let mut texts = Texts::new();
        for row in &rows {
            texts.append_option(row.as_ref().and_then(part));
        }
        Arc::new(texts.finish()) as ArrayRef
    };
    let above: BooleanArray = rows.iter().map(|row| Some(row.as_ref()?.is_as_above())).collect();
    let parts = [
        ("house", column(|row| row.house())),
        ("group", column(|row| row.group())),
        ("hamlet", column(|row| row.hamlet())),
        ("hamlet_with_kind", column(|row| row.hamlet_with_kind())),
        ("street", column(|row| row.street())),
        ("is_as_above", Arc::new(above) as ArrayRef),
    ];
    structs(parts, rows.iter().map(Option::is_some).collect())
}

/// How two addresses of one commune agree.
///
/// >>> import hoten
/// >>> hoten.compare_addresses("Số 12, tổ 3, ấp An Hòa", "12, tổ 3, ấp An Hoà")
/// 'same_house'
#[pyfunction]
pub(crate) fn compare_addresses(
    left: &Bound<'_, PyAny>,
    right: &Bound<'_, PyAny>,
) -> Result<&'static str> {
    let (left, right) = (one_text(left)?, one_text(right)?);
    let (left, right) = (hoten::Address::parse(&left), hoten::Address::parse(&right));
    Ok(left.compare(right).as_str())
}
