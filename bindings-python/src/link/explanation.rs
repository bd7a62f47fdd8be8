//! Why two records are, or are not, one person.

use crate::error::Result;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The reckoning of one pair. Weights are bits: +1 doubles the odds, -1 halves them.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Explanation {
    inner: hoten::Explanation,
}

impl From<hoten::Explanation> for Explanation {
    fn from(inner: hoten::Explanation) -> Self {
        Self { inner }
    }
}

#[pymethods]
impl Explanation {
    /// Identifier of the first record.
    #[getter]
    fn left_id(&self) -> &str {
        &self.inner.left_id
    }

    /// Identifier of the second record.
    #[getter]
    fn right_id(&self) -> &str {
        &self.inner.right_id
    }

    /// The first blocking rule that finds the pair, if any does.
    #[getter]
    fn rule(&self) -> Option<&str> {
        self.inner.rule.as_deref()
    }

    /// Weight of two random records of the table being one person.
    #[getter]
    fn prior(&self) -> f32 {
        self.inner.prior
    }

    /// Correction for comparisons that depend on one another.
    #[getter]
    fn dependence(&self) -> f32 {
        self.inner.dependence
    }

    /// One entry per comparison.
    #[getter]
    fn fields(&self) -> Vec<FieldExplanation> {
        self.inner.fields.iter().cloned().map(|inner| FieldExplanation { inner }).collect()
    }

    /// What other records say, in bits: partners that agree better, or with both.
    #[getter]
    fn neighbours(&self) -> f32 {
        self.inner.neighbours
    }

    /// Prior, dependence, neighbours and all weights of the fields together.
    #[getter]
    fn weight(&self) -> f32 {
        self.inner.weight
    }

    /// The weight as a probability.
    #[getter]
    fn probability(&self) -> f32 {
        self.inner.probability
    }

    /// Everything, values included, for `json.dumps`. Names of fields, levels and rules are stable;
    /// `field_words`, `level_words` and `rule_words` say them in Vietnamese (`vi`) or English (`en`).
    #[pyo3(signature = (*, lang="en"))]
    fn to_dict<'py>(&self, py: Python<'py>, lang: &str) -> Result<Bound<'py, PyDict>> {
        let lang = language(lang)?;
        let words = |name: &str| hoten::engine_words(name, lang).to_owned();
        let dict = PyDict::new(py);
        dict.set_item("left_id", self.left_id())?;
        dict.set_item("right_id", self.right_id())?;
        dict.set_item("rule", self.rule())?;
        dict.set_item("rule_words", self.rule().map(words))?;
        dict.set_item("prior", self.prior())?;
        dict.set_item("dependence", self.dependence())?;
        dict.set_item("neighbours", self.neighbours())?;
        let mut fields = Vec::with_capacity(self.inner.fields.len());
        for field in self.fields() {
            let told = field.to_dict(py)?;
            told.set_item("field_words", words(field.field()))?;
            told.set_item("level_words", words(field.level()))?;
            fields.push(told);
        }
        dict.set_item("fields", fields)?;
        dict.set_item("weight", self.weight())?;
        dict.set_item("probability", self.probability())?;
        Ok(dict)
    }

    /// A table for people; values are masked unless `redact=False`.
    #[pyo3(signature = (*, redact=true))]
    fn to_html(&self, redact: bool) -> String {
        hoten::explanation_html(&self.inner, redact)
    }

    /// The weights as a waterfall (SVG), in Vietnamese (`vi`) or English (`en`); values are masked
    /// unless `redact=False`.
    #[pyo3(signature = (*, redact=true, lang="en"))]
    fn to_svg(&self, redact: bool, lang: &str) -> Result<String> {
        Ok(hoten::explanation_svg(&self.inner, redact, language(lang)?))
    }

    fn __repr__(&self) -> String {
        format!(
            "Explanation(weight {:.1}, probability {:.4})",
            self.inner.weight, self.inner.probability
        )
    }
}

fn language(tag: &str) -> Result<hoten::Lang> {
    let unknown = || hoten::Error::new(hoten::ErrorCode::UnknownLanguage).with("name", tag);
    Ok(hoten::Lang::from_tag(tag).ok_or_else(unknown)?)
}

/// What one comparison said.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct FieldExplanation {
    inner: hoten::FieldExplanation,
}

#[pymethods]
impl FieldExplanation {
    /// What was compared.
    #[getter]
    fn field(&self) -> &str {
        self.inner.field.name()
    }

    /// The level of agreement.
    #[getter]
    fn level(&self) -> &'static str {
        self.inner.level
    }

    /// The first record's value as read; empty if it has none.
    #[getter]
    fn left(&self) -> &str {
        &self.inner.left
    }

    /// The second record's value as read; empty if it has none.
    #[getter]
    fn right(&self) -> &str {
        &self.inner.right
    }

    /// Weight of the level.
    #[getter]
    fn weight(&self) -> f32 {
        self.inner.weight
    }

    /// Correction for how common the agreed value is.
    #[getter]
    fn frequency_weight(&self) -> f32 {
        self.inner.frequency_weight
    }

    /// Everything, values included, for `json.dumps`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("field", self.field())?;
        dict.set_item("level", self.level())?;
        dict.set_item("left", self.left())?;
        dict.set_item("right", self.right())?;
        dict.set_item("weight", self.weight())?;
        dict.set_item("frequency_weight", self.frequency_weight())?;
        Ok(dict)
    }

    fn __repr__(&self) -> String {
        format!("FieldExplanation({}: {}, {:+.1})", self.field(), self.level(), self.weight())
    }
}
