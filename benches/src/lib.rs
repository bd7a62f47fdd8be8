//! Synthetic residents with known truth, and what benches need.
//!
//! [`generate`] makes persons in families and communes, then the records four registers hold of
//! them, with every [`Fault`] that happened on the way. The names, places and rules here are the
//! generator's own: nothing is shared with the library it judges.
//!
//! ```
//! use hoten_benches::{FaultMix, Settings, generate};
//!
//! let population = generate(&Settings { persons: 100, seed: 1, mix: FaultMix::Base });
//! assert_eq!(population.persons(), 100);
//! let row = population.rows().next();
//! assert!(row.is_some_and(|row| !row.texts[0].is_empty()));
//! ```

// Indexes come from the lengths of the tables and texts they point into.
#![allow(clippy::indexing_slicing)]

mod clerk;
mod date;
mod dice;
mod family;
mod fault;
mod heard;
mod letters;
mod machine;
mod mix;
mod name;
mod number;
mod place;
mod population;
pub mod profile;
mod record;
mod seed;
mod source;
mod spelling;
mod tables;
mod tongue;
mod typing;
mod variants;
pub mod write;

pub use family::HardCase;
pub use fault::{Fault, FaultClass, Faults};
pub use mix::FaultMix;
pub use name::Group;
pub use population::{Population, Row, Settings, generate};
pub use seed::{Seeded, SeededFault, SeededRecords, is_clean, seed_faults};
pub use source::Source;
pub use variants::khmer_spellings;
pub use write::HEADER;
