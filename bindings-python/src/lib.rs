//! Python binding of hoten: convert in, one core call, convert out. Files carry the core room's
//! name.

mod arrow;
mod clean;
mod error;
mod field;
mod finding;
mod index;
mod key;
mod khmer;
mod link;
mod name;
mod span;

/// The compiled half of the package `hoten`.
#[pyo3::pymodule(gil_used = true)]
mod _hoten {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::arrow::{ArrowArray, ArrowTable};
    #[pymodule_export]
    use crate::clean::{
        Cleaned, Repair, Suggestion, clean, decode, detect_encoding, fold, normalize,
    };
    #[pymodule_export]
    use crate::error::HotenError;
    #[pymodule_export]
    use crate::field::{BirthDate, CitizenId, parse_birth_date, parse_citizen_id};
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::index::{Index, IndexHit, IndexHits};
    #[pymodule_export]
    use crate::key::{
        NameKeys, Similarity, khmer_similarity, name_keys, name_similarity, sound_key,
    };
    #[pymodule_export]
    use crate::khmer::{KhmerKeys, khmer_canonical, khmer_keys, khmer_romanize, same_khmer};
    #[pymodule_export]
    use crate::link::{Evaluation, Explanation, FieldExplanation, Linkage, dedupe};
    #[pymodule_export]
    use crate::name::{Name, NameOrigin, SexHint, name_origin, parse_name};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
