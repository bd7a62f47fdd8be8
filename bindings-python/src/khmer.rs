//! Khmer-origin names: script, and keys of every writing.

use crate::arrow::{Cells, Lists, Made, Texts, answer, map_text, one_text, structs};
use crate::error::Result;
use arrow_array::ArrayRef;
use hoten::khmer::{KhmerRomanization, canonical, romanize_with};
use hoten::{KhmerKey, KhmerLevel};
use pyo3::prelude::*;
use std::sync::Arc;

/// Khmer text in canonical order, each thing that can be drawn written in one way.
///
/// Text in other scripts stays, composed. A string gives a string, a column an `ArrowArray` of text.
///
/// >>> import hoten
/// >>> hoten.khmer_canonical("Sokha")
/// 'Sokha'
#[pyfunction]
pub(crate) fn khmer_canonical<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    map_text(text, |text, out| out.push_str(&canonical(text)))
}

/// Khmer script in Latin letters, for showing; text in other scripts stays.
///
/// `style` is `common`, as Cambodians write their names, or `ungegn`, the United Nations' system.
/// Raises `HotenError`: `unknown_romanization`.
///
/// >>> import hoten
/// >>> hoten.khmer_romanize("សុខា")
/// 'Sokha'
#[pyfunction]
#[pyo3(signature = (text, *, style = "common"))]
pub(crate) fn khmer_romanize<'py>(
    text: &Bound<'py, PyAny>,
    style: &str,
) -> Result<Bound<'py, PyAny>> {
    let style: KhmerRomanization = style.parse()?;
    map_text(text, |text, out| out.push_str(&romanize_with(text, style)))
}

/// The keys of a Khmer-origin name.
#[pyclass(frozen, get_all, module = "hoten")]
pub(crate) struct KhmerKeys {
    /// Classes of consonants.
    strict: Vec<String>,
    /// Strict, with the codas merged that clerks do not keep apart.
    loose: Vec<String>,
    /// Strict, with classes of the first and the last vowel.
    vowel: Vec<String>,
    /// Two consonants or fewer: ask a second field.
    weak: bool,
}

#[pymethods]
impl KhmerKeys {
    fn __repr__(&self) -> &'static str {
        "KhmerKeys(strict, loose, vowel, weak)"
    }
}

/// The keys of a Khmer-origin name in Khmer script, Cambodian Latin or Vietnamese letters.
///
/// A string gives `KhmerKeys`, a column an `ArrowArray` of structs of lists `{loose, strict, vowel}`, at
/// most four keys a level. For names of likely Khmer origin only.
///
/// >>> import hoten
/// >>> set(hoten.khmer_keys("Sokha").loose) & set(hoten.khmer_keys("Sóc Kha").loose) != set()
/// True
#[pyfunction]
pub(crate) fn khmer_keys<'py>(text: &Bound<'py, PyAny>) -> Result<Bound<'py, PyAny>> {
    let texts = |keys: &[KhmerKey]| keys.iter().map(|key| key.as_str().to_owned()).collect();
    let one = |text: &str| {
        let keys = hoten::khmer_keys(text);
        Ok(KhmerKeys {
            strict: texts(&keys.strict),
            loose: texts(&keys.loose),
            vowel: texts(&keys.vowel),
            weak: keys.is_weak(),
        })
    };
    answer(text, one, many)
}

fn many(cells: &Cells<'_>) -> Made {
    let mut columns = KhmerLevel::ALL.map(|level| (level, Lists::new(Texts::new())));
    let mut present = Vec::with_capacity(cells.len());
    for cell in cells.iter() {
        let keys = cell.map(hoten::khmer_keys);
        for (level, lists) in &mut columns {
            let texts = keys.as_ref().map(|keys| keys.level(*level).iter());
            lists.append_option(texts.map(|keys| keys.map(|key| Some(key.as_str()))));
        }
        present.push(keys.is_some());
    }
    let columns =
        columns.map(|(level, mut lists)| (level.as_str(), Arc::new(lists.finish()) as ArrayRef));
    structs(columns, present)
}

/// May two spellings be one Khmer-origin name?
///
/// Their keys meet at the `level` (`loose`, `strict`, `vowel`), unless both are listed spellings: then
/// the list decides, which tells Kim from Khim. Raises `HotenError`: `unknown_khmer_level`.
///
/// >>> import hoten
/// >>> hoten.same_khmer("Sokha", "Sóc Kha")
/// True
#[pyfunction]
#[pyo3(signature = (left, right, *, level = "loose"))]
pub(crate) fn same_khmer(
    left: &Bound<'_, PyAny>,
    right: &Bound<'_, PyAny>,
    level: &str,
) -> Result<bool> {
    Ok(hoten::same_khmer(&one_text(left)?, &one_text(right)?, level.parse()?))
}
