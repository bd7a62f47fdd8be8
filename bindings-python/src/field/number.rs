//! Numbers of identity papers, insurance, phones and taxes.

use super::{read_all, table, value};
use crate::arrow::{Cells, Texts, answer, numbers};
use crate::error::Result;
use crate::finding::Finding;
use arrow_array::types::{UInt8Type, UInt16Type};
use arrow_array::{ArrayRef, BooleanArray};
use hoten::{HealthCard, Parsed};
use pyo3::prelude::*;
use std::sync::Arc;

/// Shows that a value was read and how many findings it has, never the value.
macro_rules! masked {
    ($name:ident) => {
        #[pymethods]
        impl $name {
            fn __repr__(&self) -> String {
                let state = if self.number.is_some() { "read" } else { "unread" };
                format!(concat!(stringify!($name), "({}, {} findings)"), state, self.findings.len())
            }
        }
    };
}

/// A 9-digit identity card number.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct IdentityCard {
    /// The nine digits.
    number: Option<String>,
    /// Provinces whose police issued such numbers, by their names until 2025-06-30.
    provinces: Vec<&'static str>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

/// A social insurance number or a health card.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct InsuranceNumber {
    /// The ten digits, or the twelve of a personal number.
    number: Option<String>,
    /// The two letters of a health card.
    group: Option<String>,
    /// The benefit level of a health card.
    level: Option<u8>,
    /// The province that issued a health card.
    province: Option<&'static str>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

/// A phone number.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Phone {
    /// The digits as dialled today.
    number: Option<String>,
    /// Is it a mobile number?
    mobile: Option<bool>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

/// A tax code.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct TaxCode {
    /// The code as written today.
    number: Option<String>,
    /// The branch of a 13-digit code.
    branch: Option<u16>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

masked!(IdentityCard);
masked!(InsuranceNumber);
masked!(Phone);
masked!(TaxCode);

/// Reads 9-digit identity card numbers (CMND). A string gives `IdentityCard`, a column structs.
///
/// >>> import hoten
/// >>> hoten.parse_identity_card("351 234 567").number
/// '351234567'
#[pyfunction]
pub(crate) fn parse_identity_card<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let Parsed { value, findings } = hoten::IdentityCard::parse(text);
        let provinces = value.map(|card| card.provinces()).unwrap_or_default();
        Ok(IdentityCard {
            number: value.map(|card| card.to_string()),
            provinces: provinces.iter().map(|province| province.name()).collect(),
            findings: Finding::all(py, text, &findings)?,
        })
    };
    answer(text, one, |cells| {
        let rows = read_all(cells, hoten::IdentityCard::parse);
        table(&rows, [("number", printed(&rows))])
    })
}

/// Reads social insurance numbers (BHXH) and health cards (BHYT). A string gives `InsuranceNumber`, a
/// column structs.
///
/// >>> import hoten
/// >>> hoten.parse_insurance_number("GD4797912345678").level
/// 4
#[pyfunction]
pub(crate) fn parse_insurance_number<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let Parsed { value, findings } = hoten::InsuranceNumber::parse(text);
        let card = HealthCard::read(text);
        Ok(InsuranceNumber {
            number: value.map(|number| number.to_string()),
            group: card.map(|card| card.group()),
            level: card.map(|card| card.level()),
            province: card.and_then(|card| card.province()).map(|province| province.name()),
            findings: Finding::all(py, text, &findings)?,
        })
    };
    answer(text, one, insurance_numbers)
}

fn insurance_numbers(cells: &Cells<'_>) -> std::result::Result<ArrayRef, arrow_schema::ArrowError> {
    let rows = read_all(cells, hoten::InsuranceNumber::parse);
    let cards: Vec<_> = cells.iter().map(|cell| cell.and_then(HealthCard::read)).collect();
    let mut groups = Texts::new();
    let mut provinces = Texts::new();
    for card in &cards {
        groups.append_option(card.map(|card| card.group()));
        provinces
            .append_option(card.and_then(|card| card.province()).map(|province| province.name()));
    }
    let levels = numbers::<UInt8Type>(cards.iter().map(|card| Some((*card)?.level())));
    let parts = [
        ("number", printed(&rows)),
        ("group", Arc::new(groups.finish()) as ArrayRef),
        ("level", levels),
        ("province", Arc::new(provinces.finish()) as ArrayRef),
    ];
    table(&rows, parts)
}

/// Reads phone numbers and gives them as they are dialled today. A string gives `Phone`, a column
/// structs.
///
/// >>> import hoten
/// >>> hoten.parse_phone("01664223299").number
/// '0364223299'
#[pyfunction]
pub(crate) fn parse_phone<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let Parsed { value, findings } = hoten::Phone::parse(text);
        Ok(Phone {
            number: value.map(|phone| phone.to_string()),
            mobile: value.map(hoten::Phone::is_mobile),
            findings: Finding::all(py, text, &findings)?,
        })
    };
    answer(text, one, |cells| {
        let rows = read_all(cells, hoten::Phone::parse);
        let mobile: BooleanArray =
            rows.iter().map(|row| value(row).map(hoten::Phone::is_mobile)).collect();
        table(&rows, [("number", printed(&rows)), ("mobile", Arc::new(mobile) as ArrayRef)])
    })
}

/// Reads tax codes: ten digits, a branch's, or the personal number. A string gives `TaxCode`, a column
/// structs.
///
/// >>> import hoten
/// >>> hoten.parse_tax_code("0100047516-001").branch
/// 1
#[pyfunction]
pub(crate) fn parse_tax_code<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    let one = |text: &str| {
        let Parsed { value, findings } = hoten::TaxCode::parse(text);
        Ok(TaxCode {
            number: value.map(|code| code.to_string()),
            branch: value.and_then(hoten::TaxCode::branch),
            findings: Finding::all(py, text, &findings)?,
        })
    };
    answer(text, one, |cells| {
        let rows = read_all(cells, hoten::TaxCode::parse);
        let branches = numbers::<UInt16Type>(rows.iter().map(|row| value(row)?.branch()));
        table(&rows, [("number", printed(&rows)), ("branch", branches)])
    })
}

/// The values as text.
pub(super) fn printed<T: Copy + ToString>(rows: &[Option<Parsed<T>>]) -> ArrayRef {
    let mut texts = Texts::new();
    rows.iter().for_each(|row| texts.append_option(value(row).map(|value| value.to_string())));
    Arc::new(texts.finish())
}
