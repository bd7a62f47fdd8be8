//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod alike;
mod costs;
mod sound;

pub use self::alike::{KhmerSimilarity, SoundReason, readings_similarity};
pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
