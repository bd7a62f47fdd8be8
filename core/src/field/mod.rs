//! The fields of a resident record: one type per field, each read from what a clerk wrote.
//!
//! `T::parse(&str)` gives a [`Parsed`]: the value as far as it can be read, and findings about what
//! was odd. Nothing is refused that could be true (numbers are re-issued, dates were never known),
//! and nothing is guessed silently. Parsing allocates only where a finding is made.

mod number;
mod parsed;
mod plain;

pub use self::number::NumberAgreement;
pub use self::parsed::Parsed;
