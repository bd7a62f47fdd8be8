//! Reading a syllable.

use super::tables::{FACTOR, RHYMES, SLOTS};
use super::{Rhyme, Syllable};
use crate::text::{Letter, Mark};
use core::fmt;

/// Why a text is no Vietnamese syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyllableFault {
    /// Nothing there, or a character that Vietnamese does not write: a digit, an apostrophe, `ñ`,
    /// `f`, `j`, `w`, `z`.
    Letter,
    /// Two tone marks: `hóà`.
    TwoTones,
    /// Starts with consonants that are no onset: `Kpă`, `Bhnướch`.
    Onset,
    /// What follows the onset is no rhyme: `nguyen`, `Brôih`, `Néang`.
    Rhyme,
    /// The onset is not written so before this vowel: `ce`, `ngi`, `gha`, `giiêng`, `Iến`, `tyên`.
    Spelling,
    /// Ends in c, ch, p or t without sắc or nặng: `Đưc`, `tằt`. A lost or wrong mark.
    StopWithoutTone,
    /// Ends in a vowel that asks for a final letter: `Vă`, `Hươ`, `Nguyễ`. A lost letter.
    OpenVowel,
}

impl SyllableFault {
    /// The stable name: `"letter"`, `"two_tones"`, `"onset"`, `"rhyme"`, `"spelling"`,
    /// `"stop_without_tone"`, `"open_vowel"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::TwoTones => "two_tones",
            Self::Onset => "onset",
            Self::Rhyme => "rhyme",
            Self::Spelling => "spelling",
            Self::StopWithoutTone => "stop_without_tone",
            Self::OpenVowel => "open_vowel",
        }
    }
}

impl fmt::Display for SyllableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Letter => "a character that Vietnamese does not write",
            Self::TwoTones => "two tone marks",
            Self::Onset => "consonants that start no Vietnamese syllable",
            Self::Rhyme => "vowels and final consonant that are no Vietnamese rhyme",
            Self::Spelling => "an onset that is not written so before this vowel",
            Self::StopWithoutTone => "a final c, ch, p or t without the mark sắc or nặng",
            Self::OpenVowel => "a vowel that asks for a final letter",
        })
    }
}

impl core::error::Error for SyllableFault {}

/// A syllable and how its text lays it out.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) syllable: Syllable,
    /// Which letter of the text carries the tone mark.
    pub(super) tone_at: Option<u8>,
    /// Which letter of the text starts the rhyme.
    pub(super) rhyme_at: u8,
}

/// Onset spellings as letter ids, six bits each.
const fn onset_key(text: &[u8]) -> u32 {
    let mut key = 0;
    let mut rest = text;
    while let [first, after @ ..] = rest {
        key = key << 6 | consonant_id(*first) as u32;
        rest = after;
    }
    key
}

/// [`Letter::id`] of the consonants that begin syllables; `D` stands for đ.
const fn consonant_id(letter: u8) -> u8 {
    match letter {
        b'b' => 4,
        b'c' => 5,
        b'd' => 6,
        b'D' => 7,
        b'g' => 11,
        b'h' => 12,
        b'k' => 15,
        b'l' => 16,
        b'm' => 17,
        b'n' => 18,
        b'p' => 22,
        b'q' => 23,
        b'r' => 24,
        b's' => 25,
        b't' => 26,
        b'v' => 29,
        _ => 31, // x
    }
}

const C: u8 = 2;
const G: u8 = 6;
const GH: u8 = 7;
const GI: u8 = 8;
const NG: u8 = 15;
const NGH: u8 = 16;
const QU: u8 = 20;
const FOREIGN: u64 = 1 << 10 | 1 << 14 | 1 << 30 | 1 << 33; // f j w z
const E: u8 = 8;
const EE: u8 = 9;
const I: u8 = 13;
const A: u8 = 1;
const U: u8 = 27;
const NANG: u8 = 5;

/// ă â yê uô ươ oă uâ uyê: no word ends in them (facts: vietnamese.md 1.1).
const OPEN_VOWELS: [u32; 8] = [
    2,
    3,
    32 << 6 | 9,
    27 << 6 | 20,
    28 << 6 | 21,
    19 << 6 | 2,
    27 << 6 | 3,
    27 << 12 | 32 << 6 | 9,
];

/// Onset code of the leading consonants; `gi` and `qu` are told apart later.
fn onset_code(key: u32) -> Option<u8> {
    macro_rules! codes {
        ($($text:literal => $code:expr),+ $(,)?) => {
            match key {
                $(key if key == const { onset_key($text) } => $code,)+
                _ => return None,
            }
        };
    }
    Some(codes! {
        b"" => 0, b"b" => 1, b"c" => C, b"ch" => 3, b"d" => 4, b"D" => 5, b"g" => G, b"gh" => GH,
        b"h" => 9, b"k" => 10, b"kh" => 11, b"l" => 12, b"m" => 13, b"n" => 14, b"ng" => NG,
        b"ngh" => NGH, b"nh" => 17, b"p" => 18, b"ph" => 19, b"q" => QU, b"r" => 21, b"s" => 22,
        b"t" => 23, b"th" => 24, b"tr" => 25, b"v" => 26, b"x" => 27,
    })
}

/// Reads the text as one syllable.
pub(super) fn read(text: &str) -> Result<Reading, SyllableFault> {
    let reading = shape(text)?;
    let (onset, rhyme, tone) = reading.syllable.numbers();
    grammar(onset, RHYMES.get(usize::from(rhyme)).ok_or(SyllableFault::Rhyme)?, tone)?;
    Ok(reading)
}

/// Reads an onset and a rhyme, whether or not the grammar lets them stand together.
pub(super) fn shape(text: &str) -> Result<Reading, SyllableFault> {
    // ngh + four letters is the longest.
    let mut ids = [0_u8; 8];
    let (mut count, mut tone, mut tone_at) = (0_u8, 0, None);
    for c in text.chars() {
        let Some(letter) = Letter::of(c) else {
            // A second mark finds no letter to join: Ngọ̀c.
            let second = tone_at.is_some() && matches!(Mark::combining(c), Some(Mark::Tone(_)));
            return Err(if second { SyllableFault::TwoTones } else { SyllableFault::Letter });
        };
        let slot = ids.get_mut(usize::from(count)).ok_or(SyllableFault::Rhyme)?;
        *slot = letter.id();
        if letter.tone() != 0 {
            if tone_at.is_some() {
                return Err(SyllableFault::TwoTones);
            }
            tone = letter.tone();
            tone_at = Some(count);
        }
        if FOREIGN >> letter.id() & 1 == 1 {
            return Err(SyllableFault::Letter);
        }
        count += 1;
    }
    if count == 0 {
        return Err(SyllableFault::Letter);
    }
    let id = |at: u8| ids.get(usize::from(at)).copied().unwrap_or(0);
    let is_vowel = |at: u8| matches!(id(at), 1..=3 | 8 | 9 | 13 | 19..=21 | 27 | 28 | 32);

    let (mut rhyme_at, mut key) = (0, 0);
    while rhyme_at < count && !is_vowel(rhyme_at) {
        if rhyme_at == 3 {
            return Err(SyllableFault::Onset);
        }
        key = key << 6 | u32::from(id(rhyme_at));
        rhyme_at += 1;
    }
    let mut onset = onset_code(key).ok_or(SyllableFault::Onset)?;
    if onset == QU {
        if id(1) != U {
            return Err(SyllableFault::Onset);
        }
        rhyme_at = 2;
    } else if onset == G && id(1) == I {
        onset = GI;
        // The i is the vowel too in gì, gìn, giêng; and in gịa (giặt gịa), told from giạ by its dot.
        let shared = !is_vowel(2)
            || id(2) == EE
            || id(2) == A && count == 3 && tone == NANG && tone_at == Some(1);
        rhyme_at = if shared { 1 } else { 2 };
        // No word writes it twice: gi + iêng is giêng.
        if id(2) == I {
            return Err(SyllableFault::Spelling);
        }
    }
    if count - rhyme_at > 4 {
        return Err(SyllableFault::Rhyme);
    }
    let key = (rhyme_at..count).fold(0, |key, at| key << 6 | u32::from(id(at)));
    let rhyme = SLOTS.get((key.wrapping_mul(FACTOR) >> 21) as usize).copied().unwrap_or(u8::MAX);
    if RHYMES.get(usize::from(rhyme)).is_none_or(|entry| entry.key != key) {
        let lost = OPEN_VOWELS.contains(&key);
        return Err(if lost { SyllableFault::OpenVowel } else { SyllableFault::Rhyme });
    }
    Ok(Reading { syllable: Syllable::pack(onset, rhyme, tone), tone_at, rhyme_at })
}

/// May these three stand together?
pub(super) fn grammar(onset: u8, rhyme: &Rhyme, tone: u8) -> Result<(), SyllableFault> {
    let letters = 32 - rhyme.key.leading_zeros().min(31);
    let length = letters.div_ceil(6);
    let nth =
        |at: u32| if at < length { (rhyme.key >> (6 * (length - 1 - at)) & 0x3F) as u8 } else { 0 };
    let (first, second) = (nth(0), nth(1));
    const Y: u8 = 32;
    let front = matches!(first, E | EE | I | Y);
    let spelled = match onset {
        C | G | NG => !front,
        GH | NGH => front,
        // giê… is gi + iê…; giu is gi + u; gia is gi + a but for gịa.
        GI => match (first, second) {
            (EE | Y, _) => false,
            (I, A) => tone == NANG && length == 2,
            (I, U) => false,
            _ => true,
        },
        QU => !matches!(first, U | 28 | 19),
        _ => true,
    };
    // yê… and yt, ynh begin a word or follow qu; iê… always follows a consonant.
    let alone = onset == 0;
    let placed = match (first, second) {
        (Y, 0) => true,
        (Y, _) => alone || onset == QU,
        (I, EE) => !alone,
        _ => true,
    };
    if !spelled || !placed {
        return Err(SyllableFault::Spelling);
    }
    if rhyme.stop && !matches!(tone, 2 | NANG) {
        return Err(SyllableFault::StopWithoutTone);
    }
    Ok(())
}
