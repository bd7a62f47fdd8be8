//! Keys: what is written or heard alike gets the same short text.

use crate::arrow::{Cells, Made, Texts, answer, map_text, one_text, structs};
use crate::error::Result;
use arrow_array::ArrayRef;
use pyo3::prelude::*;
use std::sync::Arc;

/// The keys of a name.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct NameKeys {
    /// Marks lost: `nguyen van hoa`.
    fold: String,
    /// Regional mergers of sound undone.
    sound: String,
}

#[pymethods]
impl NameKeys {
    fn __repr__(&self) -> &'static str {
        "NameKeys(fold, sound)"
    }
}

/// The keys of full names: `fold` is equal where names are written alike, `sound` where heard alike.
///
/// A string gives `NameKeys`, a column an `ArrowArray` of structs `{fold, sound}`.
///
/// >>> import hoten
/// >>> hoten.name_keys("Nguyễn Văn Hòa").fold
/// 'nguyen van hoa'
/// >>> hoten.name_keys("Trần Xuân Xinh").sound == hoten.name_keys("Chần Suân Sinh").sound
/// True
#[pyfunction]
pub(crate) fn name_keys<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let one = |text: &str| {
        let keys = hoten::name_keys(text);
        Ok(NameKeys { fold: keys.fold, sound: keys.sound })
    };
    answer(text, one, many)
}

fn many(cells: &Cells<'_>) -> Made {
    let (mut fold, mut sound) = (Texts::new(), Texts::new());
    let mut present = Vec::with_capacity(cells.len());
    for cell in cells.iter() {
        let keys = cell.map(hoten::name_keys);
        fold.append_option(keys.as_ref().map(|keys| &keys.fold));
        sound.append_option(keys.as_ref().map(|keys| &keys.sound));
        present.push(keys.is_some());
    }
    let columns = [
        ("fold", Arc::new(fold.finish()) as ArrayRef),
        ("sound", Arc::new(sound.finish()) as ArrayRef),
    ];
    structs(columns, present)
}

/// The sound key of one name or of a column, to the ear of one region or of all of them.
///
/// `profile` is `north`, `central`, `south` or `all`. Raises `HotenError`: `unknown_sound_profile`.
///
/// >>> import hoten
/// >>> hoten.sound_key("Trần Xinh", profile="north") == hoten.sound_key("Chần Sinh", profile="north")
/// True
#[pyfunction]
#[pyo3(signature = (text, *, profile = "all"))]
pub(crate) fn sound_key<'py>(text: &Bound<'py, PyAny>, profile: &str) -> Result<Bound<'py, PyAny>> {
    let profile = profile.parse()?;
    map_text(text, |text, key| key.push_str(&hoten::sound_key_with(text, profile)))
}

/// How alike two names are, and why.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct Similarity {
    /// 0 (nothing in common) to 1 (the same name); not a probability: namesakes have 1.
    score: f32,
    /// Why, each reason once, in a fixed order.
    reasons: Vec<&'static str>,
}

#[pymethods]
impl Similarity {
    fn __repr__(&self) -> String {
        format!("Similarity({:.3}: {})", self.score, self.reasons.join(", "))
    }
}

/// How alike two full names are, and why: `score` from 0 to 1, not a probability.
///
/// >>> import hoten
/// >>> hoten.name_similarity("Nguyễn Văn Hòa", "NGUYEN VAN HOA").reasons
/// ['marks_differ']
#[pyfunction]
pub(crate) fn name_similarity(
    left: &Bound<'_, PyAny>,
    right: &Bound<'_, PyAny>,
) -> Result<Similarity> {
    let similarity = hoten::name_similarity(&one_text(left)?, &one_text(right)?);
    let reasons = similarity.reasons.iter().map(|reason| reason.as_str()).collect();
    Ok(Similarity { score: similarity.score, reasons })
}

/// How alike two given names of Khmer origin sound, in letters of any kind, and why.
///
/// From 0.58 on they may be one name.
///
/// >>> import hoten
/// >>> hoten.khmer_similarity("Sok Kha", "Sóc Kha").score > 0.58
/// True
#[pyfunction]
pub(crate) fn khmer_similarity(
    left: &Bound<'_, PyAny>,
    right: &Bound<'_, PyAny>,
) -> Result<Similarity> {
    let similarity = hoten::khmer_similarity(&one_text(left)?, &one_text(right)?);
    let reasons = similarity.reasons().map(hoten::SoundReason::as_str).collect();
    Ok(Similarity { score: similarity.score, reasons })
}
