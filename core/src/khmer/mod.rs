//! Khmer-origin names: one reading of sounds for Khmer script, Cambodian Latin and Vietnamese letters.

mod alike;
mod costs;
mod heard;
mod key;
mod latin;
mod names;
mod readings;
mod same;
mod script;
mod skeleton;
mod sound;
mod surname;

pub use self::alike::{KhmerSimilarity, SoundReason, readings_similarity};
pub use self::heard::{SAME_NAME_SCORE, by_sound_alone, khmer_similarity};
pub use self::key::{KhmerKey, KhmerKeyList, KhmerKeys, KhmerLevel, khmer_keys};
pub use self::same::same_khmer;
pub use self::script::{KhmerRomanization, canonical, romanize, romanize_ungegn, romanize_with};
pub use self::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
#[cfg(feature = "link")]
pub(crate) use self::surname::SurnameRelation;
pub(crate) use self::surname::{KhmerSurname, SurnameClaim};
#[cfg(feature = "link")]
pub(crate) use self::{heard::HeardName, names::NameSet};
