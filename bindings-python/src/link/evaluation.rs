//! A run against the truth.

use crate::arrow::ArrowTable;
use crate::error::Result;
use arrow_array::{ArrayRef, Float32Array, Float64Array, RecordBatch, UInt64Array};
use hoten::{Assessment, CalibrationBand, ThresholdPoint};
use pyo3::prelude::*;
use std::sync::Arc;

/// How well a run agrees with the truth, by pairs of records.
#[pyclass(frozen, module = "hoten")]
pub(crate) struct Evaluation {
    inner: Assessment,
}

impl From<Assessment> for Evaluation {
    fn from(inner: Assessment) -> Self {
        Self { inner }
    }
}

#[pymethods]
impl Evaluation {
    /// Share of the pairs in one cluster that are one person.
    #[getter]
    fn precision(&self) -> f64 {
        self.inner.clusters.precision
    }

    /// Share of the pairs of one person that are in one cluster.
    #[getter]
    fn recall(&self) -> f64 {
        self.inner.clusters.recall
    }

    /// Harmonic mean of the two.
    #[getter]
    fn f1(&self) -> f64 {
        self.inner.clusters.f1
    }

    /// Pairs of records that are one person.
    #[getter]
    fn true_pairs(&self) -> u64 {
        self.inner.clusters.true_pairs
    }

    /// Pairs of records in one cluster.
    #[getter]
    fn predicted_pairs(&self) -> u64 {
        self.inner.clusters.predicted_pairs
    }

    /// Pairs of records in one cluster that are one person.
    #[getter]
    fn correct_pairs(&self) -> u64 {
        self.inner.clusters.correct_pairs
    }

    /// By bands of probability: `low`, `high`, `pairs`, `true_pairs`, `expected`, `observed`.
    #[getter]
    fn calibration(&self) -> Result<ArrowTable> {
        let bands = &self.inner.calibration;
        let ends = |number: fn(&CalibrationBand) -> f32| -> ArrayRef {
            Arc::new(Float32Array::from_iter_values(bands.iter().map(number)))
        };
        let counts = |number: fn(&CalibrationBand) -> u64| -> ArrayRef {
            Arc::new(UInt64Array::from_iter_values(bands.iter().map(number)))
        };
        let shares = |number: fn(&CalibrationBand) -> f64| -> ArrayRef {
            Arc::new(Float64Array::from_iter_values(bands.iter().map(number)))
        };
        let batch = RecordBatch::try_from_iter([
            ("low", ends(|band| band.low)),
            ("high", ends(|band| band.high)),
            ("pairs", counts(|band| band.pairs)),
            ("true_pairs", counts(|band| band.true_pairs)),
            ("expected", shares(|band| band.expected)),
            ("observed", shares(|band| band.observed)),
        ])?;
        Ok(batch.into())
    }

    /// If pairs are taken from a weight in bits on: `weight`, `precision`, `recall`, `f1`, `pairs`.
    #[getter]
    fn thresholds(&self) -> Result<ArrowTable> {
        let points = &self.inner.thresholds;
        let weights = points.iter().map(|point| point.threshold);
        let shares = |number: fn(&ThresholdPoint) -> f64| -> ArrayRef {
            Arc::new(Float64Array::from_iter_values(points.iter().map(number)))
        };
        let pairs = points.iter().map(|point| point.evaluation.predicted_pairs);
        let batch = RecordBatch::try_from_iter([
            ("weight", Arc::new(Float32Array::from_iter_values(weights)) as ArrayRef),
            ("precision", shares(|point| point.evaluation.precision)),
            ("recall", shares(|point| point.evaluation.recall)),
            ("f1", shares(|point| point.evaluation.f1)),
            ("pairs", Arc::new(UInt64Array::from_iter_values(pairs))),
        ])?;
        Ok(batch.into())
    }

    /// The thresholds as a chart (SVG).
    fn to_svg(&self) -> String {
        hoten::threshold_svg(&self.inner)
    }

    fn __repr__(&self) -> String {
        let hoten::Evaluation { precision, recall, f1, .. } = self.inner.clusters;
        format!("Evaluation(precision {precision:.4}, recall {recall:.4}, f1 {f1:.4})")
    }
}
