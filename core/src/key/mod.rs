//! Keys: what two spellings of one name have in common, as short readable ASCII; and how alike two
//! names are.

mod alike;
mod known;
mod prepared;
mod reasons;
mod similarity;
mod sound;
mod tables;
mod weights;
mod word;

pub use self::prepared::PreparedName;
pub use self::reasons::ReasonSet;
pub use self::similarity::{Similarity, name_similarity, similarity};
pub use self::sound::{coarse_token_to, sound_token_to};
pub use self::tables::Reason;

use crate::clean::{clean, fold_to};
use crate::name::Name;
use crate::syllable::SoundProfile;
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

/// The keys of a full name. `Debug` shows none of them.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct NameKeys {
    /// Words in lower case without marks and apostrophes, one blank between: `dang thi hoa`.
    /// Latin letters become ASCII; other scripts stay.
    pub fold: String,
    /// Sounds of the words, one blank between: `DDAWN THI HOA`. Equal for spellings that differ
    /// only by what some region hears alike, by tone, i and y, case, or placement of the tone mark.
    pub sound: String,
}

impl fmt::Debug for NameKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameKeys").finish_non_exhaustive()
    }
}

/// The keys of a full name, as anybody wrote it; honorifics, numbering and notes take no part.
/// Cleans the text first. For many names: [`fold_key_to`] and [`sound_key_to`] with names at hand.
///
/// ```
/// let keys = hoten::name_keys("Ông ĐẶNG  VĂN HOÀ");
/// assert_eq!((keys.fold.as_str(), keys.sound.as_str()), ("dang van hoa", "DDAWN DAWN HOA"));
/// ```
#[must_use]
pub fn name_keys(text: &str) -> NameKeys {
    let text = prepared_text(text);
    let name = Name::parse(&text);
    let room = || String::with_capacity(text.len() + 4);
    let mut keys = NameKeys { fold: room(), sound: room() };
    fold_key_to(&name, &mut keys.fold);
    sound_key_to(&name, &mut keys.sound);
    keys
}

/// The sound key of a full name, as in [`name_keys`]. Sounds have no tone: `Hòa` and `Hóa` are one.
///
/// ```
/// assert_eq!(hoten::sound_key("Trần Sang"), hoten::sound_key("Chần Xan"));
/// ```
#[must_use]
pub fn sound_key(text: &str) -> String {
    sound_key_with(text, SoundProfile::All)
}

/// The sound key of a full name to the ear of one region, for lists of one region: fewer names
/// meet than in [`sound_key`]. Keys of two profiles do not compare.
///
/// ```
/// use hoten::{SoundProfile, sound_key_with};
/// let same = |a, b, profile| sound_key_with(a, profile) == sound_key_with(b, profile);
/// assert!(same("Trần Lam", "Chần Nam", SoundProfile::North));
/// assert!(!same("Trần Lam", "Chần Nam", SoundProfile::South));
/// assert!(same("Võ Đức", "Giỏ Đứt", SoundProfile::South));
/// ```
#[must_use]
pub fn sound_key_with(text: &str, profile: SoundProfile) -> String {
    let text = prepared_text(text);
    let mut key = String::with_capacity(text.len() + 4);
    let name = Name::parse(&text);
    each(&name, &mut key, |word, out| sound::token_to(word, profile, out));
    key
}

/// Appends the fold key of a name parsed from cleaned text.
pub fn fold_key_to(name: &Name<'_>, out: &mut String) {
    each(name, out, |word, out| {
        if !word.contains(['\'', '\u{2019}']) {
            return fold_to(word, out);
        }
        // H'Mông, Hmông and Mông were written for one people.
        let mut fold = String::with_capacity(word.len());
        fold_to(word, &mut fold);
        out.extend(fold.chars().filter(|&c| c != '\''));
    });
}

/// Appends the sound key of a name parsed from cleaned text.
pub fn sound_key_to(name: &Name<'_>, out: &mut String) {
    each(name, out, sound_token_to);
}

/// Appends the coarse sound key of a name parsed from cleaned text: the sound of its fold, equal
/// for `Dũng`, `Dung` and `Giung`; see [`coarse_token_to`].
pub fn coarse_key_to(name: &Name<'_>, out: &mut String) {
    each(name, out, coarse_token_to);
}

fn each(name: &Name<'_>, out: &mut String, write: impl Fn(&str, &mut String)) {
    for (at, word) in name.syllables().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        write(word, out);
    }
}

/// Text fit for parsing.
fn prepared_text(text: &str) -> Cow<'_, str> {
    clean(text).text
}
