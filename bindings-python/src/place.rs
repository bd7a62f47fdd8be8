//! Places: what a register wrote, and the units it can mean today.

use crate::arrow::one_text;
use crate::error::Result;
use crate::finding::Finding;
use hoten::{PlaceEvidenceSet, PlaceQuery, PlaceUnit};
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyList};

/// An administrative unit; of one that was resolved, with the reasons why it may be meant.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Unit {
    /// Kind and name: `Xã Núi Cấm`.
    name: String,
    /// `province`, `city`, `district`, `commune`, `ward`, ...
    kind: &'static str,
    /// Code of the statistics office; codes were used again in 2025.
    code: String,
    /// The names of the units above it, the nearest first.
    parents: Vec<String>,
    /// First day or year; `None` where it is not recorded.
    valid_from: Option<&'static str>,
    /// Last day or year; `None` for a unit of today.
    valid_until: Option<&'static str>,
    /// Why it may be meant, in a fixed order.
    evidence: Vec<&'static str>,
    /// The unit that was written, if another one.
    written: Option<Py<Unit>>,
    /// The units until 2025-06-30 that it is made of; of a unit of before, those it went into.
    history: Vec<Py<Unit>>,
}

#[pymethods]
impl Unit {
    fn __repr__(&self) -> String {
        let time = self.valid_until.map(|until| format!(" until {until}")).unwrap_or_default();
        let parents: String = self.parents.iter().map(|parent| format!(", {parent}")).collect();
        format!("Unit({} {}{parents}{time})", self.code, self.name)
    }
}

impl Unit {
    fn new(unit: PlaceUnit<'static>) -> Self {
        let parents = core::iter::successors(unit.parent(), |unit| unit.parent());
        Self {
            name: unit.full_name(),
            kind: unit.kind().as_str(),
            code: unit.code(),
            parents: parents.map(PlaceUnit::full_name).collect(),
            valid_from: unit.valid_from(),
            valid_until: unit.valid_until(),
            evidence: Vec::new(),
            written: None,
            history: Vec::new(),
        }
    }

    fn with_history(py: Python<'_>, unit: PlaceUnit<'static>) -> PyResult<Self> {
        let other = |unit| Py::new(py, Self::new(unit));
        let history = if unit.is_current() {
            unit.predecessors().map(other).collect::<PyResult<_>>()?
        } else {
            unit.successors().map(other).collect::<PyResult<_>>()?
        };
        Ok(Self { history, ..Self::new(unit) })
    }
}

fn words(evidence: PlaceEvidenceSet) -> Vec<&'static str> {
    evidence.iter().map(hoten::PlaceEvidence::as_str).collect()
}

/// The units of today that a place can mean: a sequence, with what was noticed.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Places {
    units: Vec<Py<Unit>>,
    /// What was noticed: unknown, superseded or ambiguous names.
    #[pyo3(get)]
    findings: Vec<Py<Finding>>,
}

#[pymethods]
impl Places {
    fn __len__(&self) -> usize {
        self.units.len()
    }

    fn __getitem__(&self, py: Python<'_>, index: isize) -> PyResult<Py<Unit>> {
        let at = if index < 0 { index + self.units.len() as isize } else { index };
        let unit = usize::try_from(at).ok().and_then(|at| self.units.get(at));
        unit.map(|unit| unit.clone_ref(py)).ok_or_else(|| PyIndexError::new_err("no such unit"))
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyList::new(py, &self.units)?.try_iter()
    }

    fn __repr__(&self) -> String {
        format!("Places({} units, {} findings)", self.units.len(), self.findings.len())
    }
}

/// The units of today that a place can mean, by what is known of it.
///
/// `on`, as `2020-12-31`, is the day on which it was written: only units of that day are read.
///
/// >>> import hoten
/// >>> [unit.name for unit in hoten.resolve_place(province="Sóc Trăng")]
/// ['Thành phố Cần Thơ']
#[pyfunction]
#[pyo3(signature = (province=None, district=None, commune=None, address=None, *, on=None))]
pub(crate) fn resolve_place(
    py: Python<'_>,
    province: Option<&Bound<'_, PyAny>>,
    district: Option<&Bound<'_, PyAny>>,
    commune: Option<&Bound<'_, PyAny>>,
    address: Option<&Bound<'_, PyAny>>,
    on: Option<&Bound<'_, PyAny>>,
) -> Result<Places> {
    let province = province.map(one_text).transpose()?;
    let district = district.map(one_text).transpose()?;
    let commune = commune.map(one_text).transpose()?;
    let address = address.map(one_text).transpose()?;
    let mut query = PlaceQuery::default();
    if let Some(text) = &province {
        query = query.province(text);
    }
    if let Some(text) = &district {
        query = query.district(text);
    }
    if let Some(text) = &commune {
        query = query.commune(text);
    }
    if let Some(text) = &address {
        query = query.address(text);
    }
    // A `datetime.date` prints as its ISO form.
    if let Some(day) = on {
        query = query.on_day(&day.str()?.to_cow()?)?;
    }
    let found = query.resolve();
    let mut units = Vec::with_capacity(found.len());
    for place in &found {
        let written = (place.written != place.unit).then_some(place.written);
        let written = written.map(|unit| Py::new(py, Unit::with_history(py, unit)?)).transpose()?;
        let evidence = words(place.evidence);
        let unit = Unit { evidence, written, ..Unit::with_history(py, place.unit)? };
        units.push(Py::new(py, unit)?);
    }
    Ok(Places { units, findings: Finding::all(py, "", &found.findings())? })
}
