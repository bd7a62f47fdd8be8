//! What the words of a text say for it, in bits: how much likelier a word is in a register than
//! letters put together by chance.

use super::suspicious::{is_strange, is_suspicious};
use crate::lexicon;
use crate::syllable::{Syllable, ToneStyle};
use crate::text::{Letter, WordCase, lower_to, word_case};
use alloc::string::String;

/// A syllable that is no known name part.
const REAL: i32 = 7;
/// A word of a Highland people, or one that is not what it looks like.
const HIGHLAND: i32 = 5;
/// A known name part, before its frequency: one bit more for each doubling.
pub(super) const KNOWN: i32 = 14;
/// What no word outweighs: a sixth of all people bear none but Nguyễn and Thị.
pub(super) const MOST: i32 = KNOWN + 16;

/// What speaks against capitals and small letters mixed: `PhÚ`.
const ODD_CASE: i32 = 8;

/// Words of addresses, as usual in their columns as name parts in others.
const PLACE: [&str; 21] = [
    "buôn",
    "bản",
    "huyện",
    "hẻm",
    "khóm",
    "làng",
    "ngõ",
    "nhà",
    "phường",
    "phố",
    "quận",
    "số",
    "thôn",
    "trấn",
    "tỉnh",
    "tổ",
    "xã",
    "xóm",
    "đường",
    "đội",
    "ấp",
];
/// What one of them weighs.
const PLACE_WEIGHT: i32 = KNOWN + 6;

/// How much a text looks like Vietnamese: the weights of its words that are not ASCII.
pub(in super::super) fn plausibility(text: &str) -> i32 {
    let mut scratch = String::new();
    words(text).map(|word| word_weight(word, &mut scratch)).sum()
}

/// The words of a text that are not plain ASCII. Control characters are letters in VPS and VN1.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .filter(|word| word.bytes().any(|byte| !matches!(byte, b' '..=b'~')))
}

/// 0 for what is no Vietnamese word.
pub(super) fn word_weight(word: &str, scratch: &mut String) -> i32 {
    // Eth in place of Đ is a look-alike, no sign of a wrong table.
    if word.contains(['Ð', 'ð']) {
        return word_weight(&word.replace('Ð', "Đ").replace('ð', "đ"), scratch);
    }
    if word.chars().any(|c| Letter::of(c).is_none()) {
        return if is_highland(word) { HIGHLAND } else { 0 };
    }
    scratch.clear();
    let syllable = Syllable::parse(word);
    match syllable {
        Some(syllable) => syllable.write(ToneStyle::Old, scratch),
        None => lower_to(word, scratch),
    }
    // A known name is real even where it is no syllable: Neáng.
    let weight = match known_weight(scratch) {
        0 if syllable.is_none() => return 0,
        0 => REAL,
        known => known,
    };
    if word_case(word) == WordCase::Mixed { (weight - ODD_CASE).max(1) } else { weight }
}

fn known_weight(normal: &str) -> i32 {
    if PLACE.contains(&normal) {
        return PLACE_WEIGHT;
    }
    if !lexicon::knows(normal) {
        return 0;
    }
    let share = lexicon::surname(normal).map_or(0.0, |entry| entry.share)
        + lexicon::part(normal).map_or(0.0, |entry| entry.frequency);
    // Shares are counted in 1/100,000.
    let bits = ((share * 1e5) as u32 + 1).ilog2();
    (KNOWN + i32::try_from(bits).unwrap_or(0)).min(MOST)
}

/// Suspicious, and with a word that is not real as it stands: `Neáng` looks like VNI, but is known.
/// Soft hyphens alone are no evidence of TCVN3, whose ư they show: word processors leave them too.
pub(super) fn is_damaged(text: &str) -> bool {
    if text.contains('\u{AD}') {
        return is_damaged(&text.replace('\u{AD}', ""));
    }
    let mut scratch = String::new();
    // A word of ASCII is here for its control character.
    let strange = |word: &str| word.is_ascii() || is_suspicious(word);
    is_suspicious(text)
        && words(text).any(|word| strange(word) && word_weight(word, &mut scratch) == 0)
}

/// Is there a word that is none?
pub(super) fn has_unreal(text: &str) -> bool {
    let mut scratch = String::new();
    words(text).any(|word| word_weight(word, &mut scratch) == 0)
}

/// Is ñ all that is strange about the word? Peoples of the Highlands write it (`H'Ñăm`), so that it
/// says nothing for VNI, whose đ it shows.
fn is_highland(word: &str) -> bool {
    word.chars().all(|c| Letter::of(c).is_some() || matches!(c, 'ñ' | 'Ñ'))
        && !is_suspicious(&word.replace(['ñ', 'Ñ'], "đ"))
}

/// Does only a text that was never misread hold this letter? Tables of single bytes show none of
/// ă, đ, ơ, ư and of those with two marks.
pub(super) fn is_clean_letter(c: char) -> bool {
    c > '\u{FF}' && Letter::of(c).is_some()
}

/// Would a table of characters have to list the byte that this is shown for? Punctuation may be
/// the writer's own.
pub(super) fn is_told(c: char) -> bool {
    let letter = || Letter::of(c).is_some() || matches!(c, 'Ð' | 'ð') || is_strange(c);
    if c.is_ascii() { c.is_ascii_control() } else { letter() }
}
