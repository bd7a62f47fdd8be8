//! One word to its sound, as readable ASCII capitals.
//!
//! Marks of vowels are written as on a Vietnamese keyboard (Telex): `AW` ă, `AA` â, `EE` ê, `OO` ô,
//! `OW` ơ, `UW` ư, `DD` đ. Final ng, nh are written `N`, final c, ch `T` where they sound so.

use crate::syllable::{SoundProfile, Syllable};
use crate::text::{Letter, base, is_alphanumeric, is_combining_mark, lowercase, spacing_mark};
use alloc::string::String;
use smallvec::SmallVec;

/// Appends the sound of a word in the normal form: what some region hears alike gets the same
/// letters, tones count for nothing. About 40 ns.
///
/// A Vietnamese syllable goes by [`Syllable::sound`] (mergers: `data/sound_mergers.tsv`), also one
/// with a slip of spelling or a lost tone mark; any other word by its letters without marks, with the same mergers.
///
/// ```
/// let sound = |word: &str| {
///     let mut out = String::new();
///     hoten::sound_token_to(word, &mut out);
///     out
/// };
/// assert_eq!(sound("nguyễn"), "NGUYEEN");
/// assert_eq!(sound("hằn"), sound("hằng"));
/// assert_eq!(sound("trí"), sound("chí"));
/// assert_eq!(sound("srây"), sound("xray"));
/// ```
pub fn sound_token_to(token: &str, out: &mut String) {
    token_to(token, SoundProfile::All, out);
}

/// [`sound_token_to`] to the ear of one region.
#[inline]
pub(super) fn token_to(token: &str, profile: SoundProfile, out: &mut String) {
    match Syllable::shape(token) {
        Some(syllable) => {
            let (onset, rhyme) = Syllable::sound_text(syllable.sound_in(profile));
            out.push_str(onset);
            out.push_str(rhyme);
        }
        None => merge(token, profile, |sound| out.push_str(sound)),
    }
}

/// Appends the sound of a word as if its marks had been left out, so that marked and unmarked
/// spellings meet: `coarse(x) == coarse(fold(x))`. Coarser than [`sound_token_to`]: words of one
/// sound have one coarse sound. About 50 ns.
///
/// ```
/// let coarse = |word: &str| {
///     let mut out = String::new();
///     hoten::coarse_token_to(word, &mut out);
///     out
/// };
/// assert_eq!(coarse("nguyễn"), coarse("nguyen"));
/// assert_eq!(coarse("dũng"), coarse("giung"));
/// assert_eq!(coarse("đặng"), coarse("dan"));
/// ```
pub fn coarse_token_to(token: &str, out: &mut String) {
    merge(token, SoundProfile::All, |sound| out.push_str(sound));
}

/// A number for the coarse sound of a word, for comparing without memory.
pub(super) fn coarse_hash(token: &str) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    merge(token, SoundProfile::All, |sound| {
        for byte in sound.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    });
    hash
}

/// The word's letters without marks in lower case; apostrophes and signs are left out, and a letter
/// that is not Latin is written as its number.
fn bare(token: &str) -> SmallVec<[u8; 24]> {
    let mut letters = SmallVec::new();
    for c in token.chars() {
        if let Some(letter) = Letter::of(c) {
            letters.push(letter.base());
        } else if c.is_ascii_digit() {
            letters.push(c as u8);
        } else if !c.is_ascii() {
            other(c, &mut letters);
        }
    }
    letters
}

#[cold]
fn other(c: char, letters: &mut SmallVec<[u8; 24]>) {
    // Folding drops an accent that had no room, in whichever form.
    if is_combining_mark(c) && !is_khmer(c) || spacing_mark(c).is_some() {
        return;
    }
    let base = match c {
        '\u{D0}' | '\u{F0}' | '\u{189}' | '\u{256}' => Some('d'),
        _ => Some(base(c)).filter(char::is_ascii_alphabetic),
    };
    match base {
        Some(base) => letters.push(base.to_ascii_lowercase() as u8),
        None if is_alphanumeric(c) || is_khmer(c) => {
            // In capitals, so that no digit reads as a letter.
            let number = lowercase(c).next().unwrap_or(c) as u32;
            let digits = (0..8).rev().map(|at| (number >> (4 * at) & 15) as u8);
            let digits = digits.skip_while(|&digit| digit == 0);
            letters.extend(digits.map(|digit| if digit < 10 { b'0' } else { b'A' - 10 } + digit));
        }
        None => {}
    }
}

/// Khmer signs are letters of a name, though Unicode counts some as marks.
fn is_khmer(c: char) -> bool {
    ('\u{1780}'..='\u{17DD}').contains(&c)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Reads consonants and vowels in turn and writes what their classes are called.
fn merge(token: &str, profile: SoundProfile, mut out: impl FnMut(&str)) {
    let letters = bare(token);
    let mut rest = letters.as_slice();
    let mut in_word = false;
    while let [first, tail @ ..] = rest {
        if !first.is_ascii_lowercase() {
            out(char::from(*first).encode_utf8(&mut [0; 4]));
            rest = tail;
        } else if is_vowel(*first) {
            let run = rest.iter().take_while(|&&byte| is_vowel(byte)).count();
            let (run, after) = rest.split_at(run);
            vowels(run, after.is_empty(), profile, &mut out);
            (rest, in_word) = (after, true);
        } else {
            let (class, len) = consonant(rest);
            rest = rest.get(len..).unwrap_or_default();
            // The last consonant before a vowel begins a syllable; others end one, but for the
            // clusters that words of minority languages begin with.
            let begins = !in_word || rest.first().copied().is_some_and(is_vowel);
            out(if begins { onset(class, profile) } else { coda(class, profile) });
        }
    }
}

/// What the leading consonant is called, and how many letters it takes.
fn consonant(letters: &[u8]) -> (&'static str, usize) {
    match letters {
        [b'n', b'g', b'h', ..] => ("NG", 3),
        [b'n', b'g', ..] => ("NG", 2),
        [b'n', b'h', ..] => ("NH", 2),
        [b'c', b'h', ..] => ("CH", 2),
        [b't', b'r', ..] => ("TR", 2),
        [b't', b'h', ..] => ("TH", 2),
        [b'p', b'h', ..] => ("PH", 2),
        [b'k', b'h', ..] => ("KH", 2),
        [b'g', b'h', ..] => ("G", 2),
        // giêu, giê with a coda, gi alone: the i is a vowel too.
        [b'g', b'i', b'e', last, ..] if *last == b'u' || !is_vowel(*last) => ("D", 1),
        [b'g', b'i', vowel, ..] if is_vowel(*vowel) => ("D", 2),
        [b'g', b'i', ..] => ("D", 1),
        [b'q', b'u', ..] => ("QU", 2),
        [b'd' | b'z', ..] => ("D", 1),
        [b'r', ..] => ("R", 1),
        [b'v', ..] => ("V", 1),
        [b'l', ..] => ("L", 1),
        [b'n', ..] => ("N", 1),
        [b's', ..] => ("S", 1),
        [b'x', ..] => ("X", 1),
        [b'c' | b'k' | b'q', ..] => ("C", 1),
        [b'f', ..] => ("PH", 1),
        [b'b', ..] => ("B", 1),
        [b'g', ..] => ("G", 1),
        [b'h', ..] => ("H", 1),
        [b'j', ..] => ("J", 1),
        [b'm', ..] => ("M", 1),
        [b'p', ..] => ("P", 1),
        [b't', ..] => ("T", 1),
        _ => ("W", 1),
    }
}

/// The onset that a consonant is heard as: the rows of `data/sound_mergers.tsv`.
fn onset(class: &'static str, profile: SoundProfile) -> &'static str {
    use SoundProfile::{All, Central, North, South};
    match (class, profile) {
        ("TR", North | All) => "CH",
        ("N", North | All) => "L",
        ("X", North | All) => "S",
        ("R", North | All) | ("V", South | All) | ("NH", Central) => "D",
        _ => class,
    }
}

/// The class of a consonant that ends a syllable. A final l is heard as n, a final r or v not.
fn coda(class: &'static str, profile: SoundProfile) -> &'static str {
    let kept = profile == SoundProfile::North;
    match class {
        "L" => "N",
        "NG" | "NH" if !kept => "N",
        "C" | "CH" if !kept => "T",
        "TR" => "T",
        "X" => "S",
        "R" | "V" => "D",
        _ => class,
    }
}

/// Vowels between consonants; `open`: none follows.
fn vowels(run: &[u8], open: bool, profile: SoundProfile, out: &mut impl FnMut(&str)) {
    let southern = matches!(profile, SoundProfile::South | SoundProfile::All);
    match run {
        b"y" => out("I"),
        b"uy" if open && southern => out("I"),
        b"ieu" | b"yeu" if southern => out("IU"),
        b"uou" if southern => out("UU"),
        b"oai" if southern => out("AI"),
        [b'y', b'e', rest @ ..] => {
            out("IE");
            capitals(rest, out);
        }
        _ => capitals(run, out),
    }
}

fn capitals(vowels: &[u8], out: &mut impl FnMut(&str)) {
    for vowel in vowels {
        out(match vowel {
            b'a' => "A",
            b'e' => "E",
            b'i' => "I",
            b'o' => "O",
            b'u' => "U",
            _ => "Y",
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syllable::{Tone, ToneStyle};
    use alloc::collections::BTreeMap;
    use alloc::format;

    fn sound(token: &str) -> String {
        let mut out = String::new();
        sound_token_to(token, &mut out);
        out
    }

    fn coarse(token: &str) -> String {
        let mut out = String::new();
        coarse_token_to(token, &mut out);
        out
    }

    /// Found by a law on 20,000 cases: two of the accents that folding drops count as letters in Unicode.
    #[test]
    fn an_accent_without_room_is_no_letter() {
        for accent in ['\u{2CA}', '\u{2CB}', '\u{2C6}', '\u{2C7}', '\u{B4}'] {
            for word in [format!("ã{accent}"), format!("ã{accent}n")] {
                assert_eq!(coarse(&word), coarse(&crate::fold(&word)), "{word}");
            }
        }
    }

    fn written(syllable: Syllable) -> String {
        let mut out = String::new();
        syllable.write(ToneStyle::Old, &mut out);
        out
    }

    /// gie + coda, gịa and giê are read as giê + coda, gia and gie when their marks are lost; no name has them.
    fn is_ambiguous(syllable: Syllable) -> bool {
        syllable.onset() == "gi"
            && (matches!(syllable.rhyme(), "ia" | "iê")
                || syllable.rhyme().starts_with('e')
                    && syllable.rhyme() != "e"
                    && syllable.rhyme() != "eo")
    }

    #[test]
    fn syllables_of_one_sound_have_one_key_and_one_coarse_key() {
        let mut keys: BTreeMap<u16, (String, String)> = BTreeMap::new();
        for syllable in Syllable::all() {
            let text = written(syllable);
            let key = sound(&text);
            assert!(key.bytes().all(|b| b.is_ascii_uppercase()), "{text} {key}");
            let held = keys.entry(syllable.sound()).or_insert_with(|| (key.clone(), coarse(&text)));
            assert_eq!(held.0, key, "{text}");
            assert!(is_ambiguous(syllable) || held.1 == coarse(&text), "{text} {held:?}");
        }
    }

    /// Different sounds get different keys, but for oong and ông, ooc and ôc.
    #[test]
    fn syllables_of_different_sounds_stay_apart() {
        let mut sounds: BTreeMap<String, u16> = BTreeMap::new();
        for syllable in Syllable::all().filter(|s| !s.rhyme().starts_with("oo")) {
            let key = sound(&written(syllable));
            let held = *sounds.entry(key.clone()).or_insert(syllable.sound());
            assert_eq!(held, syllable.sound(), "{key} {syllable}");
        }
    }

    #[test]
    fn marks_do_not_matter_for_the_coarse_key() {
        for syllable in Syllable::all() {
            let text = written(syllable);
            assert_eq!(coarse(&text), coarse(&crate::text::strip_marks(&text)), "{text}");
        }
        assert!(Syllable::all().any(|s| s.tone() == Tone::Nga));
    }

    /// Lost and wrong marks, spelling rules: data/sound_mergers.tsv.
    #[test]
    fn words_that_are_no_syllables_have_a_sound_too() {
        for (a, b) in [
            ("đưc", "đức"),
            ("kường", "cường"),
            ("ngiêm", "nghiêm"),
            ("iến", "yến"),
            ("srây", "xrây"),
            ("h'mông", "hmông"),
            ("kpă", "kpa"),
            ("sokha", "xokha"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        assert_eq!((sound("kdăm"), sound("chanthou")), ("CDAM".into(), "CHANTHOU".into()));
        assert_ne!(sound("សុខ"), sound("សុខា"));
        assert!(sound("សុខ").is_ascii());
        assert_eq!(sound(""), "");
    }
}
