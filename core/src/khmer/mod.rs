//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod key;
mod latin;
mod names;
mod readings;
mod same;
mod script;
mod skeleton;
mod sound;

pub use self::key::{KhmerKey, KhmerKeyList, KhmerKeys, KhmerLevel, khmer_keys};
pub use self::same::same_khmer;
pub use self::script::{KhmerRomanization, canonical, romanize, romanize_ungegn, romanize_with};
pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
