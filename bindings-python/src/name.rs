//! Names of persons.

use crate::arrow::{Cells, Lists, Made, Texts, answer, one_text, structs};
use crate::error::Result;
use crate::finding::Finding;
use arrow_array::ArrayRef;
use pyo3::prelude::*;
use std::sync::Arc;

/// A person's name, divided.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Name {
    /// The surname as written; empty if there is none.
    surname: String,
    /// What stands between surname and given name; may be empty.
    middle: String,
    /// The given name.
    given: String,
    /// Text before the name: a number in a list, an honorific; may be empty.
    lead: String,
    /// Text after the name without its brackets: an alias, a note; may be empty.
    suffix: String,
    /// The words of the name in the order written.
    syllables: Vec<String>,
    /// What the words tell about the person's sex, if any tells something.
    sex_hint: Option<Py<SexHint>>,
    /// What was noticed.
    findings: Vec<Py<Finding>>,
}

/// Evidence about a person's sex in a name: for checks, never to fill in a sex that is missing.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct SexHint {
    /// How probable a woman's name it is, 0.001 to 0.999.
    p_female: f32,
    /// The word that tells most, as written.
    evidence: String,
}

#[pymethods]
impl SexHint {
    fn __repr__(&self) -> String {
        format!("SexHint(p_female={:.3})", self.p_female)
    }
}

impl From<hoten::SexHint<'_>> for SexHint {
    fn from(hint: hoten::SexHint<'_>) -> Self {
        Self { p_female: hint.p_female, evidence: hint.evidence.to_owned() }
    }
}

#[pymethods]
impl Name {
    fn __repr__(&self) -> String {
        format!("Name({} syllables, {} findings)", self.syllables.len(), self.findings.len())
    }
}

/// What a name says about where the family behind it comes from.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct NameOrigin {
    /// `kinh`, `khmer`, `cham`, `other_minority` or `unknown`.
    origin: &'static str,
    /// How sure, 0 to 1.
    certainty: f32,
    /// What speaks for it.
    evidence: Vec<&'static str>,
}

#[pymethods]
impl NameOrigin {
    fn __repr__(&self) -> &'static str {
        "NameOrigin(...)"
    }
}

/// Which people a full name points to: evidence about a name, never proof about a person.
///
/// Ethnic origin is sensitive personal data in law (Decree 356/2025 article 4): ask only with a lawful
/// reason, and do not store the answer beside a person. One name a call, never a column.
///
/// >>> import hoten
/// >>> hoten.name_origin("Thạch Sô Phia").origin
/// 'khmer'
#[pyfunction]
pub(crate) fn name_origin(text: &Bound<'_, PyAny>) -> Result<NameOrigin> {
    let found = hoten::name_origin(&one_text(text)?);
    Ok(NameOrigin {
        origin: found.origin.as_str(),
        certainty: found.certainty,
        evidence: found.evidence().map(hoten::OriginEvidence::as_str).collect(),
    })
}

/// Divides full names: surname first, or given name first where the words leave no doubt.
///
/// A string gives `Name`; a column an `ArrowArray` of structs `{surname, middle, given, lead, suffix,
/// syllables, findings}`, findings being codes. Raises `HotenError` as `normalize`.
///
/// >>> import hoten
/// >>> name = hoten.parse_name("Tôn Nữ Thị Ninh")
/// >>> name.surname, name.middle, name.given
/// ('Tôn Nữ', 'Thị', 'Ninh')
/// >>> [finding.code for finding in hoten.parse_name("Nguyễn V?n Hòa").findings]
/// ['name_illegible']
#[pyfunction]
pub(crate) fn parse_name<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let py = text.py();
    answer(text, |text| one(py, text), many)
}

fn one(py: Python<'_>, text: &str) -> Result<Name> {
    let name = hoten::Name::parse(text);
    Ok(Name {
        surname: name.surname().to_owned(),
        middle: name.middle().to_owned(),
        given: name.given().to_owned(),
        lead: name.lead().to_owned(),
        suffix: name.suffix().to_owned(),
        syllables: name.syllables().map(str::to_owned).collect(),
        sex_hint: name.sex_hint().map(|hint| Py::new(py, SexHint::from(hint))).transpose()?,
        findings: Finding::all(py, text, name.findings())?,
    })
}

fn many(cells: &Cells<'_>) -> Made {
    let mut parts: [Texts; 5] = Default::default();
    let (mut syllables, mut findings) = (Lists::new(Texts::new()), Lists::new(Texts::new()));
    let mut present = Vec::with_capacity(cells.len());
    for cell in cells.iter() {
        let name = cell.map(hoten::Name::parse);
        let name = name.as_ref();
        let texts = name.map(|n| [n.surname(), n.middle(), n.given(), n.lead(), n.suffix()]);
        for (at, part) in parts.iter_mut().enumerate() {
            part.append_option(texts.and_then(|texts| texts.get(at).copied()));
        }
        syllables.append_option(name.map(|name| name.syllables().map(Some)));
        findings.append_option(name.map(|n| n.findings().iter().map(|f| Some(f.code.as_str()))));
        present.push(name.is_some());
    }
    let names = ["surname", "middle", "given", "lead", "suffix"];
    let parts = parts.each_mut().map(|part| Arc::new(part.finish()) as ArrayRef);
    let lists = [
        ("syllables", Arc::new(syllables.finish()) as ArrayRef),
        ("findings", Arc::new(findings.finish()) as ArrayRef),
    ];
    structs(names.into_iter().zip(parts).chain(lists), present)
}
