//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod sound;

pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
