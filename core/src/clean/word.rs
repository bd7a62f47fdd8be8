//! One word, whatever it holds, to its repaired form: look-alikes, loose marks, composition.
//!
//! The careful path. Text of Vietnamese letters and ASCII alone never comes here.

use super::RepairKinds;
use super::scan::State;
use super::seen::{Scan, is_quiet};
use crate::syllable::{TonePlace, ToneStyle, place_tone_to, tone_place};
use crate::text::{
    Letter, Mark, compose, compose_to, is_invisible, is_mark, latin_base, latin_twin, plain_form,
    spacing_mark, strip_marks,
};
use alloc::string::String;

/// Appends the word with its characters repaired (case and tone places apart) and adds what was
/// done to `kinds`. A word of invisible characters alone leaves nothing.
pub(super) fn repair_characters(word: &str, out: &mut String, kinds: &mut RepairKinds) {
    // Composed first: some signs are another character in NFC, whose nature is what counts.
    let visible: String = word.chars().filter(|&c| !is_invisible(c)).collect();
    kinds.blank |= visible.len() < word.len();
    let word = compose(&visible);
    kinds.mark_order |= word != visible;
    if is_simple(&word) {
        out.push_str(&word);
        return;
    }
    let mut shown = String::with_capacity(word.len());
    let latin = is_latin(&word);
    let mut chars = word.chars().peekable();
    let mut last: Option<char> = None;
    let mut after_letter = false;
    let mut toned = false;
    while let Some(c) = chars.next() {
        let mut meant = plain_form(c).unwrap_or(c);
        if latin {
            meant = latin_twin(meant).unwrap_or(meant);
        }
        let letter_before = last.and_then(Letter::of);
        match meant {
            // Eth stands for Đ only where Đ can stand: at the start of a syllable.
            'Ð' | 'ð' if !after_letter => meant = if meant == 'Ð' { 'Đ' } else { 'đ' },
            '\u{335}' | '\u{336}' => {
                if let Some(stroked) = letter_before.and_then(|d| d.with_mark(Mark::Stroke)) {
                    shown.pop();
                    meant = stroked.to_char();
                }
            }
            // The dot that Turkish puts on I.
            '\u{307}' if matches!(last, Some('i' | 'I')) => {
                kinds.lookalike = true;
                continue;
            }
            '\'' => {}
            ',' if is_minority_prefix(&shown)
                && chars.peek().is_some_and(|next| next.is_alphabetic()) =>
            {
                meant = '\'';
            }
            _ => {
                if let Some(mark) = spacing_mark(meant) {
                    let joined = letter_before
                        .filter(|_| !(toned && matches!(mark, Mark::Tone(_))))
                        .and_then(|letter| letter.with_mark(mark));
                    if let Some(joined) = joined {
                        shown.pop();
                        meant = joined.to_char();
                    } else if matches!(meant, '`' | '\u{B4}') && after_letter {
                        meant = '\'';
                    }
                }
            }
        }
        kinds.lookalike |= meant != c;
        shown.push(meant);
        // One tone a run of letters: a loose accent after a second one is no tone.
        toned = Letter::of(meant).is_some_and(|letter| toned || letter.tone() != 0);
        last = Some(meant);
        after_letter = meant.is_alphanumeric() || after_letter && is_mark(meant);
    }
    let start = out.len();
    compose_to(&shown, out);
    kinds.mark_order |= out.get(start..) != Some(shown.as_str());
}

/// Are there only letters and signs that [`repair_characters`] leaves alone?
pub(super) fn is_simple(word: &str) -> bool {
    let (mut scan, mut state) = (Scan::new(word), State::Blank);
    while let Some(seen) = scan.next() {
        state = state.next(seen);
    }
    state != State::Strange
}

/// `H` or `K` alone: what stands before the apostrophe of `H'Mông`, `K'Brơi`. A comma typed there
/// is met in ethnicity and name columns of the highlands.
fn is_minority_prefix(before: &str) -> bool {
    // A word of many commas is asked at each of them: only its first letter is looked at.
    before.len() <= 8 && matches!(&*strip_marks(before), "H" | "K" | "h" | "k")
}

/// Are there Latin letters, and do all Greek and Cyrillic ones look Latin? The answer is the same
/// for capitals, small letters and letters without their marks. Expects composed text.
fn is_latin(word: &str) -> bool {
    let mut latin = false;
    for c in word.chars().map(|c| plain_form(c).unwrap_or(c)) {
        if latin_base(c).is_some() {
            latin = true;
        } else if matches!(c, '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}')
            && c.is_alphabetic()
            && latin_twin(c).is_none()
        {
            return false;
        }
    }
    latin
}

/// Appends the word with misplaced tone marks moved, in each of its runs of letters. `style` is the
/// one style to write; without it marks that either style allows stay.
pub(super) fn place_tones(word: &str, style: Option<ToneStyle>, out: &mut String) -> bool {
    let mut moved = false;
    let mut rest = word;
    while !rest.is_empty() {
        let letters = rest.find(|c| Letter::of(c).is_none()).unwrap_or(rest.len());
        let (run, after) = rest.split_at(letters);
        // A mark that could not join its letter would join the one the tone leaves free.
        let loose = after.starts_with(|c| is_mark(c) && !is_quiet(c));
        if !loose && (style.is_some() || tone_place(run) == Some(TonePlace::Wrong)) {
            moved |= place_tone_to(run, style.unwrap_or_default(), out);
        } else {
            out.push_str(run);
        }
        let others = after.find(|c| Letter::of(c).is_some()).unwrap_or(after.len());
        let (gap, next) = after.split_at(others);
        out.push_str(gap);
        rest = next;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(word: &str) -> String {
        let mut out = String::new();
        repair_characters(word, &mut out, &mut RepairKinds::default());
        out
    }

    /// Đ begins a syllable; eth elsewhere is a letter of text read with a wrong table.
    #[test]
    fn eth_is_a_d_only_where_one_can_stand() {
        for (word, want) in
            [("Ðức", "Đức"), ("ðức", "đức"), ("Hà-Ðông", "Hà-Đông"), ("NguyÐn", "NguyÐn")]
        {
            assert_eq!(repaired(word), want, "{word}");
        }
    }

    /// A loose accent is a tone where the run of letters has none; behind a second one it is an
    /// apostrophe.
    #[test]
    fn a_run_of_letters_has_one_tone() {
        for (word, want) in
            [("Hoa\u{B4}", "Hoá"), ("Hòa\u{B4}", "Hòa'"), ("Hòa-Ba\u{B4}", "Hòa-Bá")]
        {
            assert_eq!(repaired(word), want, "{word}");
        }
    }
}
