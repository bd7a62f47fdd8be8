//! Phonetic keys of Khmer-origin names: consonants first, since they survive tones, splitting
//! (`Sa Rươl`, `Sarươl`), the inserted vowel (`Srây`, `Sa Rây`) and every romanisation.
//!
//! Facts: khmer.md 5. Against the prototype there, measured in `tests/khmer.rs`: an open and a
//! closed end are told apart (Sokha, Sok), a stop before another consonant is not heard at the loose
//! level (Vichea, Vít Chia), nh is n and ch is k at the end of a syllable, and the vowel level adds
//! the first vowel, with two classes where writers do not agree.

use super::readings::readings;
use super::skeleton::{class, skeleton};
use super::sound::{Consonant, KhmerSyllable, Reading, Readings, Vowel};
use crate::error::{Error, ErrorCode};
use core::fmt;
use core::str::FromStr;
use smallvec::SmallVec;

const LONGEST: usize = 22;

/// One key of a Khmer-origin name: readable ASCII, `SK` for Sokha and សុខា, `Sk` for Sok.
///
/// A capital is a class of consonants, a small letter at the end one that closes the name; `0` is a
/// name that starts with a vowel. Keys of the vowel level go on with a dot, the class of an open
/// first vowel (`o`, `e`) and that of the last: `SK.oA`. Copied, never on the heap; the 22nd letter
/// is the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KhmerKey {
    bytes: [u8; LONGEST],
    len: u8,
    consonants: u8,
}

impl KhmerKey {
    pub(super) const EMPTY: Self = Self { bytes: [0; LONGEST], len: 0, consonants: 0 };

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Two consonants or fewer: too many names share it (S-R is Sary and Srey) for it to say much
    /// without a second field.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.consonants <= 2
    }

    #[inline]
    pub(super) fn consonant(&mut self, class: u8) {
        self.push(class);
        self.consonants = self.consonants.saturating_add(1);
    }

    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(usize::from(self.len)) {
            *place = byte;
            self.len += 1;
        }
    }
}

/// Shows no name.
impl fmt::Debug for KhmerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KhmerKey").field("is_weak", &self.is_weak()).finish_non_exhaustive()
    }
}

/// The keys of one level, likeliest first: at most four, none for a text without letters.
pub type KhmerKeyList = SmallVec<[KhmerKey; 4]>;

/// How much two keys ask to agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KhmerLevel {
    /// Consonants, with the codas merged that clerks of the delta do not keep apart: n l ng nh, k c t.
    Loose,
    /// Classes of consonants: breath and voice do not count (k kh g, t th đ, p ph b, ch chh).
    Strict,
    /// Strict, with classes of the first and the last vowel.
    Vowel,
}

impl KhmerLevel {
    /// From the loosest on.
    pub const ALL: [Self; 3] = [Self::Loose, Self::Strict, Self::Vowel];

    /// `loose`, `strict`, `vowel`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Loose => "loose",
            Self::Strict => "strict",
            Self::Vowel => "vowel",
        }
    }
}

/// By the stable name.
impl FromStr for KhmerLevel {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = Self::ALL.into_iter().find(|level| level.as_str() == name);
        known.ok_or_else(|| Error::new(ErrorCode::UnknownKhmerLevel).with("name", name))
    }
}

/// The keys of a Khmer-origin name: two spellings of a name share a key, at each level rarer and surer.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct KhmerKeys {
    /// Keys of [`KhmerLevel::Strict`].
    pub strict: KhmerKeyList,
    /// Keys of [`KhmerLevel::Loose`].
    pub loose: KhmerKeyList,
    /// Keys of [`KhmerLevel::Vowel`].
    pub vowel: KhmerKeyList,
}

impl KhmerKeys {
    /// The keys of one level.
    #[must_use]
    pub fn level(&self, level: KhmerLevel) -> &[KhmerKey] {
        match level {
            KhmerLevel::Loose => &self.loose,
            KhmerLevel::Strict => &self.strict,
            KhmerLevel::Vowel => &self.vowel,
        }
    }

    /// Is the likeliest strict key weak ([`KhmerKey::is_weak`]), or is there none?
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.strict.first().is_none_or(KhmerKey::is_weak)
    }

    /// Do both have a key in common?
    #[must_use]
    pub fn meet(&self, other: &Self, level: KhmerLevel) -> bool {
        let theirs = other.level(level);
        self.level(level).iter().any(|key| theirs.contains(key))
    }
}

/// Shows no name.
impl fmt::Debug for KhmerKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KhmerKeys").finish_non_exhaustive()
    }
}

/// The keys of a Khmer-origin name, or of a part of one, in Khmer script, Cambodian Latin or
/// Vietnamese letters, with or without tones.
///
/// Takes clean or normal text ([`crate::clean`], [`crate::normalize`]). For names of likely Khmer
/// origin only: on others the loose level merges what is not one name (Phương, Phươn). Linear; half a
/// microsecond a name, without the heap up to eight syllables. Source of the classes: facts,
/// khmer.md 4 and 5.
///
/// ```
/// use hoten::{KhmerLevel, khmer_keys};
/// let (a, b) = (khmer_keys("Sóc Kha"), khmer_keys("Sokha"));
/// assert!(KhmerLevel::ALL.iter().all(|level| a.meet(&b, *level)));
/// assert_eq!(a.strict[0].as_str(), "SK");
/// assert!(a.strict[0].is_weak());
/// assert!(!khmer_keys("Chamroeun").strict[0].is_weak());
/// assert!(!a.meet(&khmer_keys("Sokhom"), KhmerLevel::Loose));
/// ```
#[must_use]
pub fn khmer_keys(text: &str) -> KhmerKeys {
    keys(&readings(text))
}

/// The keys of what was read.
pub(crate) fn keys(readings: &Readings) -> KhmerKeys {
    let mut keys = KhmerKeys {
        strict: KhmerKeyList::new(),
        loose: KhmerKeyList::new(),
        vowel: KhmerKeyList::new(),
    };
    for reading in readings {
        let (strict, loose) = skeleton(reading, class);
        keys.add(strict, loose, reading);
    }
    for reading in readings {
        // A written -s is silent, or heard as -t: Meas, Mẹt.
        if reading.last().is_some_and(|last| last.coda == Some(Consonant::S)) {
            let (mut strict, mut loose) = skeleton(reading, class);
            strict.consonant(b't');
            loose.consonant(b't');
            keys.add(strict, loose, reading);
        }
        // chh may be heard as s: Chhang, Sáng.
        if reading.iter().any(|syllable| syllable.onset.contains(&Some(Consonant::Ch))) {
            let soft = |sound| if sound == Consonant::Ch { b'S' } else { class(sound) };
            add(&mut keys.loose, skeleton(reading, soft).1);
        }
    }
    keys
}

impl KhmerKeys {
    fn add(&mut self, strict: KhmerKey, loose: KhmerKey, reading: &Reading) {
        add(&mut self.strict, strict);
        add(&mut self.loose, loose);
        let Some(last) = reading.last() else { return };
        let mut start = strict;
        start.push(b'.');
        // A coda that the next syllable begins with is its onset: Sóc Kha, Sokha.
        let open = |first: &KhmerSyllable, next: &KhmerSyllable| {
            let [onset, ..] = next.onset;
            first.coda.is_none() || first.coda.map(class) == onset.map(class)
        };
        if let [first, next, ..] = reading.as_slice()
            && open(first, next)
        {
            match first.vowel {
                Vowel::U | Vowel::O | Vowel::Uo | Vowel::Or => start.push(b'o'),
                Vowel::I | Vowel::Ei | Vowel::E | Vowel::Ae | Vowel::Ia => start.push(b'e'),
                _ => {}
            }
        }
        for class in nuclei(*last).into_iter().flatten() {
            let mut key = start;
            key.push(class);
            add(&mut self.vowel, key);
        }
    }
}

fn add(keys: &mut KhmerKeyList, key: KhmerKey) {
    if keys.len() < 4 && !keys.contains(&key) {
        keys.push(key);
    }
}

/// Classes of the last vowel: two where writers do not agree.
fn nuclei(syllable: KhmerSyllable) -> [Option<u8>; 2] {
    let (class, other) = match syllable.vowel {
        _ if syllable.coda == Some(Consonant::V) => (b'O', None),
        Vowel::None | Vowel::A => (b'A', None),
        Vowel::Ia | Vowel::E | Vowel::Ae => (b'E', None),
        Vowel::I | Vowel::Ei => (b'I', None),
        Vowel::Ai => (b'Y', None),
        Vowel::Oe => (b'X', Some(b'I')),
        Vowel::Oeu => (b'X', None),
        Vowel::U => (b'U', Some(b'O')),
        Vowel::Uo => (b'U', None),
        Vowel::O | Vowel::Or | Vowel::Ao | Vowel::Ov => (b'O', None),
        Vowel::Oa => (b'A', Some(b'O')),
    };
    [Some(class), other]
}
