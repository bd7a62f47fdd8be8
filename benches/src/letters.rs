//! Small work on Vietnamese letters. Written for the generator alone: it must not share a table or
//! a rule with what it judges.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The letter without marks; đ becomes d.
pub(crate) fn bare(letter: char) -> char {
    match letter {
        'đ' => 'd',
        'Đ' => 'D',
        _ => letter.nfd().next().unwrap_or(letter),
    }
}

/// Text without marks.
pub(crate) fn unmarked(text: &str) -> String {
    text.nfd()
        .filter(|&letter| !is_combining_mark(letter))
        .map(|letter| match letter {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}

/// Text with marks as letters of their own.
pub(crate) fn decomposed(text: &str) -> String {
    text.nfd().collect()
}

/// Huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A letter without its tone, and the tone.
pub(crate) fn tone_of(letter: char) -> (char, Option<char>) {
    let mut tone = None;
    let rest: String = letter
        .nfd()
        .filter(|mark| {
            let is_tone = TONES.contains(mark);
            if is_tone {
                tone = Some(*mark);
            }
            !is_tone
        })
        .nfc()
        .collect();
    (rest.chars().next().unwrap_or(letter), tone)
}

/// A letter with a tone.
pub(crate) fn with_tone(letter: char, tone: Option<char>) -> char {
    let Some(tone) = tone else { return letter };
    [letter, tone].into_iter().nfc().next().unwrap_or(letter)
}

/// Replaces the beginning of a word, keeping a capital; `from` and `to` are small letters.
pub(crate) fn swap_head(word: &str, from: &str, to: &str) -> Option<String> {
    let mut letters = word.chars();
    for wanted in from.chars() {
        if letters.next()?.to_lowercase().next()? != wanted {
            return None;
        }
    }
    let rest = letters.as_str();
    let capital = word.chars().next()?.is_uppercase();
    let mut result = String::with_capacity(word.len() + 2);
    for (place, letter) in to.chars().enumerate() {
        if place == 0 && capital {
            result.extend(letter.to_uppercase());
        } else {
            result.push(letter);
        }
    }
    result.push_str(rest);
    Some(result)
}

/// Replaces the end of a word.
pub(crate) fn swap_tail(word: &str, from: &str, to: &str) -> Option<String> {
    word.strip_suffix(from).map(|head| format!("{head}{to}"))
}

/// Whether the letter is a vowel, marks aside.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(bare(letter).to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// First letter capital, the others small.
pub(crate) fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
    })
}
