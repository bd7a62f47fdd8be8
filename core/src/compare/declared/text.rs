//! Two texts that are not the same.

use super::super::edit::distance;
use super::level::TextLevel as T;
use crate::record::declared::{DeclaredColumn, DeclaredTable, DeclaredValue, DeclaredWord};

/// Words of a text that are compared one by one.
const WORDS: usize = 64;
/// The most slips looked for, whatever the length.
const FARTHEST: usize = 12;

/// The level of two different values of a column.
pub(super) fn compare(
    table: &DeclaredTable,
    column: &DeclaredColumn,
    a: &DeclaredValue,
    b: &DeclaredValue,
) -> T {
    if a.joined == b.joined {
        return T::Letters;
    }
    let (plain_a, plain_b) = (table.letters(a.plain), table.letters(b.plain));
    let (least, most) = (plain_a.len().min(plain_b.len()), plain_a.len().max(plain_b.len()));
    let limit = (most * 2 / 5).clamp(2, FARTHEST);
    let near = (a.letters ^ b.letters).count_ones().div_ceil(2) as usize <= limit;
    let slips = || distance(plain_a.as_bytes(), plain_b.as_bytes(), limit as u32);
    let slips = near.then(slips).flatten().map(|slips| slips as usize);
    let other_number = slips.is_some_and(|slips| slips <= 2) && numbers_differ(plain_a, plain_b);
    match slips {
        _ if other_number => return T::OtherNumber,
        Some(1) if least > 2 => return T::Slip,
        Some(2) if least > 4 => return T::TwoSlips,
        _ => {}
    }
    let (words_a, words_b) = (column.words(a), column.words(b));
    if is_short_for(table, words_a, words_b) || is_short_for(table, words_b, words_a) {
        return T::Abbreviation;
    }
    let several = words_a.len() > 1 || words_b.len() > 1;
    let shared = if several { overlap(words_a, words_b) } else { 0.0 };
    let ratio = slips.map_or(1.0, |slips| slips as f32 / most.max(1) as f32);
    if shared > 0.999 {
        T::Order
    } else if shared >= 0.7 {
        T::MostWords
    } else if ratio <= 0.25 && least > 3 {
        T::Similar
    } else if shared >= 0.45 {
        T::ManyWords
    } else if ratio <= 0.4 && least > 3 {
        T::Alike
    } else if shared >= 0.2 {
        T::SomeWords
    } else {
        T::Different
    }
}

/// Whether two texts of nearly the same letters hold other digits.
fn numbers_differ(a: &str, b: &str) -> bool {
    let digits = |text| str::bytes(text).filter(u8::is_ascii_digit);
    !digits(a).eq(digits(b))
}

/// How much of what two texts tell they share, 0 to 1: the cosine of their words, each weighed by
/// how rare it is in the column.
fn overlap(a: &[DeclaredWord], b: &[DeclaredWord]) -> f32 {
    let (a, b) = (a.get(..WORDS).unwrap_or(a), b.get(..WORDS).unwrap_or(b));
    let (of_a, of_b) = (told(a, |_| true), told(b, |_| true));
    let shared = told(a, |word| b.iter().any(|held| held.id == word.id));
    shared / libm::sqrtf(of_a * of_b).max(f32::MIN_POSITIVE)
}

/// What some words tell, each counted once, squared.
fn told(words: &[DeclaredWord], counts: impl Fn(&DeclaredWord) -> bool) -> f32 {
    let first = |&(place, word): &(usize, &DeclaredWord)| {
        words.iter().position(|held| held.id == word.id) == Some(place)
    };
    let once = words.iter().enumerate().filter(first).map(|(_, word)| word);
    once.filter(|word| counts(word)).map(|word| word.bits * word.bits).sum()
}

/// Whether `short` is short for `long`: each of its words, in their order, is a word of the other or
/// begins one (`J Smith`, `St`), or it is the initials of the other's words (`VLDB`).
fn is_short_for(table: &DeclaredTable, short: &[DeclaredWord], long: &[DeclaredWord]) -> bool {
    let long = long.get(..WORDS).unwrap_or(long);
    let letters = |word: &DeclaredWord| table.letters(word.id);
    if let [word] = short
        && long.len() > 2
        && letters(word).len() == long.len()
        && letters(word).bytes().eq(long.iter().filter_map(|held| letters(held).bytes().next()))
    {
        return true;
    }
    if short.len() > long.len() || short.is_empty() {
        return false;
    }
    let mut rest = long.iter();
    let mut whole = 0;
    let fits = short.iter().all(|word| {
        rest.any(|held| {
            whole += usize::from(held.id == word.id);
            held.id == word.id || letters(held).starts_with(letters(word))
        })
    });
    // One short word alone in a long text is chance.
    fits && (whole > 0 || short.len() == long.len())
}
