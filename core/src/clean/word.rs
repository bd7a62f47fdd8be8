//! One word, whatever it holds, to its repaired form: look-alikes, loose marks, composition.
//!
//! The careful path. Text of Vietnamese letters and ASCII alone never comes here.

use super::RepairKinds;
use super::scan::State;
use super::seen::{Scan, is_quiet};
use crate::syllable::{Syllable, TonePlace, ToneStyle, place_tone_to, tone_place};
use crate::text::{
    Letter, Mark, compose, compose_to, is_alphabetic, is_alphanumeric, is_invisible, is_loose_mark,
    is_mark, is_reordered, latin_base, latin_twin, plain_form, spacing_mark,
};
use alloc::{borrow::Cow, string::String};

/// Appends the word with its characters repaired (case and tone places apart) and adds what was
/// done to `kinds`. A word of invisible characters alone leaves nothing.
pub(super) fn repair_characters(word: &str, out: &mut String, kinds: &mut RepairKinds) {
    // Composed first: some signs are another character in NFC, whose nature is what counts.
    let visible = visible(word);
    kinds.blank |= visible.len() < word.len();
    let word = compose(&visible);
    kinds.mark_order |= word != visible;
    if is_simple(&word) || is_foreign(&word) {
        out.push_str(&word);
        return;
    }
    let mut shown = String::with_capacity(word.len());
    let latin = word.contains(has_twin) && is_latin(&word);
    let mut chars = word.chars().peekable();
    let mut last: Option<char> = None;
    // The last one that is no mark.
    let mut base: Option<char> = None;
    let mut after_letter = false;
    let mut toned = false;
    // Is `H` or `K` all there is so far, what stands before the apostrophe of `H'Mông`, `K'Brơi`? A
    // comma typed there is met in ethnicity and name columns of the Highlands.
    let mut prefix = false;
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
            // The dot that Turkish puts on I, also behind other marks of any script.
            '\u{307}' if matches!(base, Some('i' | 'I')) => {
                kinds.lookalike = true;
                continue;
            }
            '\'' => {}
            ',' if prefix && chars.peek().is_some_and(|next| is_alphabetic(*next)) => {
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
        prefix = match last {
            None => matches!(latin_base(meant), Some('H' | 'K' | 'h' | 'k')),
            Some(_) => prefix && (is_loose_mark(meant) || spacing_mark(meant).is_some()),
        };
        last = Some(meant);
        base = if is_mark(meant) { base } else { last };
        after_letter = is_alphanumeric(meant) || after_letter && is_mark(meant);
    }
    if let Some(meant) = without_dot_above(&shown) {
        kinds.lookalike = true;
        shown = meant;
    }
    let start = out.len();
    compose_to(&shown, out);
    kinds.mark_order |= out.get(start..) != Some(shown.as_str());
}

/// The word without what prints as nothing. Where Khmer and its neighbours part words and keep signs
/// apart by such characters, they stay.
fn visible(word: &str) -> Cow<'_, str> {
    if !word.contains(is_invisible) {
        return word.into();
    }
    let mut out = String::with_capacity(word.len());
    // Marks of other scripts do not count on either side: composing moves them past one another.
    let is_passing = |c: char| !is_southern(c) && is_reordered(c);
    let mut inside = false;
    let mut chars = word.chars();
    while let Some(c) = chars.next() {
        let stays = match c {
            '\u{17B4}' | '\u{17B5}' => inside,
            '\u{200B}'..='\u{200D}' => {
                inside && chars.clone().find(|&next| !is_passing(next)).is_some_and(is_southern)
            }
            c => !is_invisible(c),
        };
        if stays {
            out.push(c);
            inside = is_southern(c) || inside && is_passing(c);
        }
    }
    out.into()
}

/// Thai, Lao, Burmese, Khmer, Cham and Tai Viet (Thái Đen), which are written without blanks.
fn is_southern(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{19E0}'..='\u{19FF}' | '\u{AA00}'..='\u{AADF}')
}

/// A word of those scripts alone, whose signs are its own.
fn is_foreign(word: &str) -> bool {
    word.contains(is_southern)
        && !word.chars().any(|c| latin_base(plain_form(c).unwrap_or(c)).is_some())
}

/// The word with `ẻ` for `ė`, which Vietnamese has not, if that makes it a syllable.
fn without_dot_above(word: &str) -> Option<String> {
    let meant = word.contains(['ė', 'Ė']).then(|| word.replace('ė', "ẻ").replace('Ė', "Ẻ"));
    meant.filter(|meant| Syllable::parse(meant).is_some())
}

/// Are there only letters and signs that [`repair_characters`] leaves alone?
pub(super) fn is_simple(word: &str) -> bool {
    let (mut scan, mut state) = (Scan::new(word), State::Blank);
    while let Some(seen) = scan.next() {
        state = state.next(seen);
    }
    state != State::Strange
}

fn has_twin(c: char) -> bool {
    latin_twin(plain_form(c).unwrap_or(c)).is_some()
}

/// Are there Latin letters, and do all Greek and Cyrillic ones look Latin? The answer is the same
/// for capitals, small letters and letters without their marks. Expects composed text.
fn is_latin(word: &str) -> bool {
    let mut latin = false;
    for c in word.chars().map(|c| plain_form(c).unwrap_or(c)) {
        if latin_base(c).is_some() {
            latin = true;
        } else if matches!(c, '\u{370}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}')
            && is_alphabetic(c)
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

    /// U+200B parts Khmer words and U+200C keeps signs apart; elsewhere they are left-overs.
    #[test]
    fn joiners_stay_between_khmer_letters_only() {
        for (word, want) in [
            ("\u{1797}\u{17B6}\u{200B}\u{1781}", "\u{1797}\u{17B6}\u{200B}\u{1781}"),
            ("\u{1793}\u{17CA}\u{200C}\u{17B8}\u{200B}", "\u{1793}\u{17CA}\u{200C}\u{17B8}"),
            ("\u{200B}\u{1781}\u{FEFF}\u{AD}\u{1781}", "\u{1781}\u{1781}"),
            ("\u{1781}\u{200B}An\u{200B}h", "\u{1781}Anh"),
            ("\u{1781}\u{17B5}\u{2019}", "\u{1781}\u{17B5}\u{2019}"),
            // A mark of another script between, in the order typed and composed.
            ("\u{178A}\u{200C}\u{306}\u{17D2}", "\u{178A}\u{200C}\u{17D2}\u{306}"),
            ("\u{178A}\u{200C}\u{17D2}\u{306}", "\u{178A}\u{200C}\u{17D2}\u{306}"),
            ("\u{178A}\u{306}\u{17D2}\u{200C}\u{1781}", "\u{178A}\u{17D2}\u{306}\u{200C}\u{1781}"),
            ("\u{178A}\u{200C}\u{306}", "\u{178A}\u{306}"),
        ] {
            assert_eq!(repaired(word), want, "{word:?}");
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
