//! A Vietnamese syllable as a small integer: onset, rhyme and tone.
//!
//! The grammar and the tone placement are those of hunspell-vi's 6,605 lower-case syllables, of
//! which 16, all loans, break the grammar. Reading takes a tone mark wherever it was put; writing
//! puts it where one of the two school styles wants it.

mod part;
mod place;
mod read;
mod tables;

pub use self::place::{TonePlace, place_tone_to, tone_place};
pub use self::read::SyllableFault;

use self::tables::{ONSET_SOUNDS, ONSETS, RHYMES};
use crate::text::Letter;
use alloc::string::String;
use core::fmt;

/// What is known of a rhyme.
#[derive(Debug)]
struct Rhyme {
    /// Spelling without tone.
    text: &'static str,
    /// Letter ids, six bits each.
    key: u32,
    /// Which letter carries the tone, in the new style.
    new: u8,
    /// The same in the old style.
    old: u8,
    /// Ends in c, ch, p or t.
    stop: bool,
    /// First rhyme of the class that sounds alike somewhere.
    sound: u8,
}

/// The six tones, by the name of their mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tone {
    /// No mark: `ma`.
    Ngang = 0,
    /// `mà`
    Huyen = 1,
    /// `má`
    Sac = 2,
    /// `mả`
    Hoi = 3,
    /// `mã`
    Nga = 4,
    /// `mạ`
    Nang = 5,
}

impl Tone {
    /// Every tone, in the order of their numbers.
    pub const ALL: [Self; 6] =
        [Self::Ngang, Self::Huyen, Self::Sac, Self::Hoi, Self::Nga, Self::Nang];

    #[inline]
    fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Huyen,
            2 => Self::Sac,
            3 => Self::Hoi,
            4 => Self::Nga,
            5 => Self::Nang,
            _ => Self::Ngang,
        }
    }
}

/// Where the tone mark goes in open `oa`, `oe`, `uy`; both styles agree everywhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ToneStyle {
    /// `hòa`, `thúy`: what registers write (Hòa 317 times for each 13 Hoà), and our normal form.
    #[default]
    Old,
    /// `hoà`, `thuý`: what schoolbooks write.
    New,
}

/// One Vietnamese syllable in 14 bits: onset (5), rhyme (8), tone (3), from high to low.
///
/// Equal codes are equal syllables, whatever their case and tone style. The spelling is kept:
/// `lý` and `lí` differ, and so do `ca` and `ka`; [`Syllable::sound`] joins them.
///
/// Text whose marks were lost is not guessed at: `van` reads as the syllable it spells, with level
/// tone; `nguyen` is `None` because `uyen` is no rhyme, and `duc` because a final c asks for a
/// mark. Callers that expect unmarked text compare folds instead.
///
/// ```
/// use hoten::syllable::{Syllable, Tone, ToneStyle};
/// let hoa = Syllable::parse("HOÀ").unwrap();
/// assert_eq!(hoa, Syllable::parse("hòa").unwrap());
/// assert_eq!((hoa.onset(), hoa.rhyme(), hoa.tone()), ("h", "oa", Tone::Huyen));
/// let mut out = String::new();
/// hoa.write(ToneStyle::Old, &mut out);
/// assert_eq!(out, "hòa");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Syllable(u16);

impl Syllable {
    /// Reads a syllable: composed (NFC) text, any case, tone mark on any of its vowels. `None` for
    /// everything that is not one; [`Syllable::check`] says why. Some 15 ns, no allocation.
    #[must_use]
    #[inline]
    pub fn parse(text: &str) -> Option<Self> {
        Self::check(text).ok()
    }

    /// [`Syllable::parse`] with a reason.
    ///
    /// ```
    /// use hoten::syllable::{Syllable, SyllableFault};
    /// assert_eq!(Syllable::check("Đưc"), Err(SyllableFault::StopWithoutTone));
    /// ```
    ///
    /// # Errors
    /// The first thing that keeps the text from being a Vietnamese syllable.
    #[inline]
    pub fn check(text: &str) -> Result<Self, SyllableFault> {
        read::read(text).map(|reading| reading.syllable)
    }

    /// Why a word that was meant as a Vietnamese syllable cannot be one; `None` where it is one, and
    /// where nothing says that it was meant so: letters, onsets and rhymes of other languages
    /// (`Kpă`, `Bhnướch`, `Néang`, `Jeff`), and words without any mark, which were all left out
    /// (`Duc`, `Viet`).
    ///
    /// ```
    /// use hoten::syllable::{Syllable, SyllableFault};
    /// assert_eq!(Syllable::explain("Đưc"), Some(SyllableFault::StopWithoutTone));
    /// assert_eq!(Syllable::explain("Nguyễ"), Some(SyllableFault::OpenVowel));
    /// assert_eq!(Syllable::explain("Đức"), None);
    /// assert_eq!(Syllable::explain("Kpă"), None);
    /// ```
    #[must_use]
    pub fn explain(text: &str) -> Option<SyllableFault> {
        if text.is_ascii() {
            return None;
        }
        use SyllableFault as F;
        let fault = Self::check(text).err()?;
        matches!(fault, F::TwoTones | F::Spelling | F::StopWithoutTone | F::OpenVowel)
            .then_some(fault)
    }

    /// The syllable of a [`Syllable::code`]; `None` for numbers that are no syllable's.
    #[must_use]
    pub fn from_code(code: u16) -> Option<Self> {
        let (onset, rhyme, tone) = Self(code).numbers();
        let known = usize::from(onset) < ONSETS.len() && tone < 6;
        let entry = RHYMES.get(usize::from(rhyme)).filter(|_| known)?;
        read::grammar(onset, entry, tone).is_ok().then_some(Self(code))
    }

    /// Every syllable the grammar allows (some tens of thousands; 6,605 are in the dictionary).
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u16::MAX).filter_map(Self::from_code)
    }

    #[inline]
    fn pack(onset: u8, rhyme: u8, tone: u8) -> Self {
        Self(u16::from(onset) << 11 | u16::from(rhyme) << 3 | u16::from(tone))
    }

    /// The integer: onset, rhyme, tone from high to low. Stable within a version of the tables.
    #[must_use]
    #[inline]
    pub fn code(self) -> u16 {
        self.0
    }

    /// Onset, rhyme, tone.
    #[inline]
    fn numbers(self) -> (u8, u8, u8) {
        ((self.0 >> 11) as u8, (self.0 >> 3) as u8, (self.0 & 7) as u8)
    }

    #[inline]
    fn entry(self) -> Option<&'static Rhyme> {
        RHYMES.get(usize::from(self.0 >> 3 & 0xFF))
    }

    /// Spelling of the onset: `"ngh"`, `"qu"`, `"gi"`, `""` …
    #[must_use]
    #[inline]
    pub fn onset(self) -> &'static str {
        ONSETS.get(usize::from(self.0 >> 11)).copied().unwrap_or("")
    }

    /// Spelling of the rhyme without tone: `"uyên"`, `"oa"` … After `qu` the u is the onset's; after
    /// `gi` an i that is also the vowel is counted in both (`gì` is gi + i, `giêng` gi + iêng).
    #[must_use]
    #[inline]
    pub fn rhyme(self) -> &'static str {
        self.entry().map_or("", |entry| entry.text)
    }

    /// The tone.
    #[must_use]
    #[inline]
    pub fn tone(self) -> Tone {
        Tone::from_number((self.0 & 7) as u8)
    }

    /// Does it end in c, ch, p or t, and so ask for sắc or nặng?
    #[must_use]
    #[inline]
    pub fn has_stop(self) -> bool {
        self.entry().is_some_and(|entry| entry.stop)
    }

    /// Code of the class of syllables that some region hears alike, without tone: l/n, s/x, tr/ch,
    /// d/gi/r/v; final n/ng/nh and t/c/ch; i/y, iêu/iu, ươu/ưu, oai/ai, uy/i.
    ///
    /// ```
    /// use hoten::syllable::Syllable;
    /// let sound = |text| Syllable::parse(text).unwrap().sound();
    /// assert_eq!(sound("Hằng"), sound("hằn"));
    /// assert_eq!(sound("trinh"), sound("chin"));
    /// assert_ne!(sound("lan"), sound("lân"));
    /// ```
    #[must_use]
    #[inline]
    pub fn sound(self) -> u16 {
        let onset = ONSET_SOUNDS.get(usize::from(self.0 >> 11)).copied().unwrap_or(0);
        Self::pack(onset, self.entry().map_or(0, |entry| entry.sound), 0).0
    }

    /// Spellings of the onset and the rhyme that stand for the classes of [`Syllable::sound`]; also
    /// of text that is a syllable but for a spelling rule or a lost tone mark (`Kường`, `Đưc`).
    ///
    /// ```
    /// use hoten::syllable::Syllable;
    /// assert_eq!(Syllable::heard("Hằn"), Syllable::heard("hằng"));
    /// assert_eq!(Syllable::heard("Kường"), Syllable::heard("Cường"));
    /// assert_eq!(Syllable::heard("Kpă"), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn heard(text: &str) -> Option<(&'static str, &'static str)> {
        let sound = Self(read::shape(text).ok()?.syllable.sound());
        Some((sound.onset(), sound.rhyme()))
    }

    /// Appends the syllable in lower case, in NFC.
    pub fn write(self, style: ToneStyle, out: &mut String) {
        let Some(entry) = self.entry() else { return };
        let onset = self.onset();
        // gi + i…: one i is written for both.
        let shared = onset == "gi" && entry.text.starts_with('i');
        out.push_str(if shared { "g" } else { onset });
        let at = usize::from(if style == ToneStyle::Old { entry.old } else { entry.new });
        for (index, c) in entry.text.chars().enumerate() {
            let toned = Letter::of(c)
                .filter(|_| index == at)
                .and_then(|letter| letter.with_tone((self.0 & 7) as u8));
            out.push(toned.map_or(c, Letter::to_char));
        }
    }
}

/// In the old tone style.
impl fmt::Display for Syllable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        self.write(ToneStyle::Old, &mut out);
        f.write_str(&out)
    }
}

impl fmt::Debug for Syllable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A part of a name may be a person's: its code is enough to tell two apart.
        write!(f, "Syllable({:#06x})", self.0)
    }
}

#[cfg(test)]
mod tests;
