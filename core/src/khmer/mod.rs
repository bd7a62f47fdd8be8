//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod alike;
mod costs;
mod key;
mod latin;
mod names;
mod same;
mod skeleton;
mod sound;
mod surname;

pub use self::alike::{KhmerSimilarity, SoundReason, readings_similarity};
pub use self::key::{KhmerKey, KhmerKeyList, KhmerKeys, KhmerLevel, khmer_keys};
use self::latin::read_latin;
pub use self::same::same_khmer;
pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
pub(crate) use self::surname::{KhmerSurname, SurnameClaim};

/// Ways to read a name of any script.
pub(crate) fn readings(text: &str) -> Readings {
    read_latin(text)
}
