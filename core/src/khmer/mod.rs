//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod alike;
mod costs;
mod sound;
mod surname;

pub use self::alike::{KhmerSimilarity, SoundReason, readings_similarity};
pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
pub(crate) use self::surname::{KhmerSurname, SurnameClaim};
