//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod script;
mod sound;

pub use self::script::{KhmerRomanization, canonical, romanize, romanize_ungegn, romanize_with};
pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
