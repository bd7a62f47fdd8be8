//! The fields of a resident record: one type per field, each read from what a clerk wrote.
//!
//! `T::parse(&str)` gives a [`Parsed`]: the value as far as it can be read, and findings about what
//! was odd. Nothing is refused that could be true (numbers are re-issued, dates were never known),
//! and nothing is guessed silently. Parsing allocates only where a finding is made.

mod address;
mod birth_date;
mod citizen_id;
mod day;
mod identity_card;
mod insurance;
mod lunar;
mod number;
mod parsed;
mod phone;
mod place;
mod plain;
mod province;
mod sex;
mod tax_code;
mod unit_name;
mod words;

#[cfg(feature = "link")]
pub(crate) use self::address::is_as_above;
pub use self::address::{Address, AddressAgreement};
pub use self::birth_date::{
    BirthDate, Calendar, DateAgreement, DateColumn, DateOrder, DatePrecision,
};
pub use self::citizen_id::{CitizenId, CitizenIdAgreement};
pub(crate) use self::day::{Day, shortened};
pub use self::identity_card::IdentityCard;
pub use self::insurance::{HealthCard, InsuranceNumber};
pub use self::lunar::{LunarDate, LunarRule};
pub use self::number::NumberAgreement;
pub use self::parsed::Parsed;
pub use self::phone::Phone;
#[cfg(feature = "link")]
pub(crate) use self::place::PlaceCode;
#[cfg(feature = "index")]
pub(crate) use self::place::StoredUnits;
pub use self::place::{
    PlaceAgreement, PlaceCandidate, PlaceEvidence, PlaceEvidenceSet, PlaceQuery, PlaceTable,
    PlaceUnit, Places, resolve_place,
};
pub use self::province::{CurrentProvince, Province, ProvinceSet};
pub use self::sex::Sex;
pub use self::tax_code::TaxCode;
pub use self::unit_name::{UnitKind, UnitName};

/// The year of this release: births after it are reported, two-digit years are read up to it.
///
/// A constant and not the clock, so that the same file gives the same result on every day.
pub(crate) const THIS_YEAR: u16 = 2026;
