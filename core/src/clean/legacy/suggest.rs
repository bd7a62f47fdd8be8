//! What a text that lost letters may have been.

use super::misread::{cp1252_byte, vietnamese_readings};
use super::{Encoding, is_suspicious, lossy, redecode};
use crate::clean::Suggestion;
use crate::lexicon;
use crate::syllable::{Syllable, ToneStyle};
use crate::text::{Letter, WordCase, compose, lower_to, word_case};
use alloc::string::String;
use alloc::vec::Vec;

/// A text with more doubtful words is not worth asking about.
const MOST_CHOICES: usize = 4;
/// No syllable has more letters: nghiêng.
const LONGEST: usize = 7;

/// A part of a text: known, or one of several with their weights.
#[derive(Debug)]
pub(super) enum Part {
    Sure(String),
    Choice(Vec<(u64, String)>),
}

/// What a text that seems to be misread UTF-8, whole or not, may have been, the likeliest first.
pub(in crate::clean) fn suggestions(text: &str) -> Vec<String> {
    if !may_have_lost_bytes(text) {
        return Vec::new();
    }
    let Some(parts) = lossy::parts(text) else { return Vec::new() };
    let mut texts = best(&parts);
    if is_sure(&parts) {
        // Letters may be certain where that they were misread is not: one word alone is no evidence.
        texts.retain(|read| read != text && is_real(read));
    }
    texts
}

/// A precheck that is over at the first letter of clean text.
fn may_have_lost_bytes(text: &str) -> bool {
    let (mut lead, mut lost) = (false, false);
    for c in text.chars() {
        match c {
            '\0'..='\u{7F}' => {}
            'Ã' | 'Ä' | 'Æ' | 'Ì' | 'á' => lead = true,
            '\u{FFFD}' => lost = true,
            _ if cp1252_byte(c).is_none() => return false,
            _ => {}
        }
    }
    lead && (lost || is_suspicious(text))
}

/// The same for a text decoded from TCVN3, whose ư is the byte AD: a soft hyphen, invisible, which many
/// programs drop. A word that is no syllable, and is one with an ư, lacks it.
pub(in crate::clean) fn lost_horns(text: &str) -> Vec<String> {
    let part = |piece: &str| {
        let word = piece.trim_end_matches([' ', ',', ';']);
        let choices = with_horn(word);
        if choices.is_empty() {
            return Part::Sure(piece.into());
        }
        let gap = piece.get(word.len()..).unwrap_or_default();
        Part::Choice(choices.into_iter().map(|word| (weight(&word), word + gap)).collect())
    };
    let parts: Vec<_> = text.split_inclusive(' ').map(part).collect();
    if is_sure(&parts) { Vec::new() } else { best(&parts) }
}

/// What a text of misread UTF-8 says by another table: two tables of Central Europe share characters.
/// The better name was decoded, but this may be one too.
pub(in crate::clean) fn rivals(text: &str, decoded: &str) -> Vec<String> {
    let mut rivals: Vec<_> = vietnamese_readings(text)
        .map(|read| compose(&read).into_owned())
        .filter(|read| read != decoded && is_real(read))
        .collect();
    rivals.sort_by_key(|read| core::cmp::Reverse(weight(read)));
    rivals
}

/// Was the text decoded from an encoding that shows ư as a soft hyphen?
pub(in crate::clean) fn may_lack_horns(text: &str, decoded: &str) -> bool {
    !text.contains('\u{AD}')
        && [Encoding::Tcvn3, Encoding::Vn1]
            .into_iter()
            .any(|encoding| redecode(text, encoding).is_some_and(|read| read == decoded))
}

/// The syllables that a word is with an ư more.
fn with_horn(word: &str) -> Vec<String> {
    let count = word.chars().count();
    if !(2..LONGEST).contains(&count)
        || word.chars().any(|c| Letter::of(c).is_none())
        || is_real(word)
    {
        return Vec::new();
    }
    let case = word_case(word);
    let places = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    let put = |at: usize| {
        let (head, tail) = word.split_at_checked(at)?;
        let horn = if case == WordCase::Upper || at == 0 { "Ư" } else { "ư" };
        let made = [head, horn, tail].concat();
        Syllable::parse(&made).is_some_and(|made_of| !made_of.onset().is_empty()).then_some(made)
    };
    places.filter_map(put).collect()
}

fn is_sure(parts: &[Part]) -> bool {
    parts.iter().all(|part| matches!(part, Part::Sure(_)))
}

fn best(parts: &[Part]) -> Vec<String> {
    let choices = parts.iter().filter(|part| matches!(part, Part::Choice(_))).count();
    if choices > MOST_CHOICES {
        return Vec::new();
    }
    let mut texts: Vec<(u128, String)> = alloc::vec![(1, String::new())];
    for part in parts {
        match part {
            Part::Sure(more) => texts.iter_mut().for_each(|(_, text)| text.push_str(more)),
            Part::Choice(choices) => {
                let joined = |(weight, text): &(u128, String)| {
                    let join = |(one, more): &(u64, String)| {
                        (weight.saturating_mul(u128::from(*one)), [text, more.as_str()].concat())
                    };
                    choices.iter().map(join).collect::<Vec<_>>()
                };
                texts = texts.iter().flat_map(joined).collect();
                texts.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
                texts.truncate(Suggestion::MOST);
            }
        }
    }
    texts.into_iter().map(|(_, text)| text).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let apart = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit();
    text.split(apart).filter(|word| !word.is_empty())
}

/// Are all words syllables or known name parts, in a case that names are written in? After a word with
/// a capital no small one follows.
pub(super) fn is_real(text: &str) -> bool {
    let begins_small = |word: &str| word_case(word) == WordCase::Lower;
    let titled = words(text).next().is_some_and(|word| !begins_small(word));
    words(text).all(|word| {
        word_case(word) != WordCase::Mixed
            && !(titled && begins_small(word))
            && (Syllable::parse(word).is_some() || lexicon::knows(&normal(word)))
    })
}

fn normal(word: &str) -> String {
    let mut normal = String::new();
    match Syllable::parse(word) {
        Some(syllable) => syllable.write(ToneStyle::Old, &mut normal),
        None => lower_to(word, &mut normal),
    }
    normal
}

/// How common the words are as parts of names: bearers among 100,000 people, one at least.
pub(super) fn weight(text: &str) -> u64 {
    let bearers = |word| {
        let normal = normal(word);
        let share = lexicon::surname(&normal).map_or(0.0, |entry| entry.share)
            + lexicon::part(&normal).map_or(0.0, |entry| entry.frequency);
        // At most 200,000.
        1 + (share * 1e5) as u64
    };
    words(text).map(bearers).fold(1, u64::saturating_mul)
}
