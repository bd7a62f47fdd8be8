//! A table of records: each one checked, records held against one another, and how good the data is
//! by unit and by source.

mod between;
mod change;
#[cfg(feature = "serde")]
mod json;
mod report;
mod rows;
mod table;
mod units;

pub use self::change::{QualityChange, UnitChange};
pub use self::report::{CodeCount, FieldFill, QualityReport, QualityTally, UnitLevel, UnitQuality};
pub use self::table::{Quality, TableCheck, check};
