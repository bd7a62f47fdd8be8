//! Python binding of hoten: convert in, one core call, convert out. Files carry the core room's
//! name.

mod arrow;
mod check;
mod clean;
mod error;
mod field;
mod finding;
mod index;
mod key;
mod khmer;
mod link;
mod live;
mod name;
mod place;
mod quality;
mod report;
mod run;
mod span;

/// The compiled half of the package `hoten`.
#[pyo3::pymodule(gil_used = true)]
mod _hoten {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::arrow::{ArrowArray, ArrowTable, text_addresses};
    #[pymodule_export]
    use crate::check::check_record;
    #[pymodule_export]
    use crate::clean::{
        Cleaned, Repair, Suggestion, clean, decode, detect_encoding, fold, normalize,
    };
    #[pymodule_export]
    use crate::error::error;
    #[pymodule_export]
    use crate::field::address::{Address, compare_addresses, parse_address};
    #[pymodule_export]
    use crate::field::number::{
        IdentityCard, InsuranceNumber, Phone, TaxCode, parse_identity_card, parse_insurance_number,
        parse_phone, parse_tax_code,
    };
    #[pymodule_export]
    use crate::field::{
        BirthDate, CitizenId, LunarDate, lunar_to_solar, parse_birth_date, parse_citizen_id,
        solar_to_lunar,
    };
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::index::{Index, IndexHit, IndexHits, KeyedHit, KeyedHits, KeyedIndex};
    #[pymodule_export]
    use crate::key::{
        NameKeys, Similarity, khmer_similarity, name_keys, name_similarity, sound_key,
    };
    #[pymodule_export]
    use crate::khmer::{KhmerKeys, khmer_canonical, khmer_keys, khmer_romanize, same_khmer};
    #[pymodule_export]
    use crate::link::{
        CandidateStream, Evaluation, Explanation, FieldExplanation, Learned, Linkage, Model,
        candidates, dedupe, forecast, link, open_result, shipped_rules, train, update,
    };
    #[pymodule_export]
    use crate::live::{LiveIndex, LiveSnapshot};
    #[pymodule_export]
    use crate::name::{Name, NameOrigin, SexHint, name_origin, parse_name};
    #[pymodule_export]
    use crate::place::{Places, Unit, resolve_place};
    #[pymodule_export]
    use crate::quality::{Quality, check};
    #[pymodule_export]
    use crate::report::mask;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
