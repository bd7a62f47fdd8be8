//! Two records -> one level of agreement per comparison, packed into a word.
//!
//! Missing on both sides, missing on one and contradiction are three different levels everywhere.

mod edit;
mod level;
mod name;
mod place;

pub(crate) use self::level::NamePart;
pub use self::level::{Comparison, MAX_LEVELS, Pattern};

use self::level::SexLevel;
use crate::field::{BirthDate, CitizenId, IdentityCard, InsuranceNumber, Phone, Sex};
use crate::record::names::NameTable;
use crate::record::values::Record;

/// Compares two records of one table. Cost: some 100 ns, no allocation.
pub(crate) fn compare(names: &NameTable, a: &Record, b: &Record) -> Pattern {
    use Comparison as C;
    let own = name::compare_names(names, a.name, b.name);
    Pattern::default()
        .with(C::Surname, own.surname as u8)
        .with(C::Middle, own.middle as u8)
        .with(C::Given, own.given as u8)
        .with(C::BirthDate, BirthDate::compare(a.birth, b.birth) as u8)
        .with(C::Sex, compare_sex(a.sex, b.sex) as u8)
        .with(C::CitizenId, CitizenId::compare(a.citizen_id, b.citizen_id) as u8)
        .with(C::IdentityCard, IdentityCard::compare(a.identity_card, b.identity_card) as u8)
        .with(C::Insurance, InsuranceNumber::compare(a.insurance, b.insurance) as u8)
        .with(C::Phone, Phone::compare(a.phone, b.phone) as u8)
        .with(C::Father, name::parent_level(names, a.father, b.father) as u8)
        .with(C::Mother, name::parent_level(names, a.mother, b.mother) as u8)
        .with(C::Place, place::compare_places(a, b) as u8)
}

fn compare_sex(a: Option<Sex>, b: Option<Sex>) -> SexLevel {
    match (a, b) {
        (None, None) => SexLevel::MissingBoth,
        (None, _) | (_, None) => SexLevel::MissingOne,
        (Some(a), Some(b)) if a == b => SexLevel::Same,
        _ => SexLevel::Different,
    }
}
