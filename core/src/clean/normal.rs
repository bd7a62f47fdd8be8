//! The normal form, for comparing, and the fold, for meeting what lost its marks.

use super::RepairKinds;
use super::scan::{Class, State};
use super::seen::Scan;
use super::survey::{CAPITAL, COMMA, WIDE_CAPITAL, fold_quickly, survey};
use super::word::{is_simple, place_tones, repair_characters};
use crate::syllable::{Syllable, TonePlace, ToneStyle, tone_place};
use crate::text::{
    compose_letters, is_blank, is_loose_mark, lower_to, spacing_mark, strip_marks_to,
};
use alloc::{borrow::Cow, string::String};

/// Is a tone mark not where the normal form has it?
fn is_misplaced(run: &str) -> bool {
    !matches!(tone_place(run), None | Some(TonePlace::Right | TonePlace::Old))
}

/// Is the text surely in normal form? `false` may be wrong.
fn is_plainly_normal(text: &str) -> bool {
    survey::<{ COMMA | CAPITAL }, 0>(text, is_misplaced).is_some()
}

/// Is the text what [`normalize`] would give? No allocation for Vietnamese text.
///
/// ```
/// assert!(hoten::is_normalized("nguyễn văn hòa") && !hoten::is_normalized("Nguyễn văn hoà"));
/// ```
#[must_use]
pub fn is_normalized(text: &str) -> bool {
    is_plainly_normal(text) || matches!(normalize(text), Cow::Borrowed(_))
}

/// The text in normal form, for comparing; borrowed if it is in it already.
///
/// Normal form is: composed (NFC, with the mark order NFC misses), look-alikes replaced, blanks
/// single and trimmed, lower case, tone marks in the old style (`hòa`, `thúy`, as registers write),
/// one apostrophe `'` and one hyphen `-`. Spelling stays: `lý` and `lí` differ. Normalizing twice
/// changes nothing more. Linear time.
///
/// ```
/// use hoten::normalize;
/// assert_eq!(normalize("  NGUYỄN  VĂN HOÀ"), "nguyễn văn hòa");
/// assert_eq!(normalize("H’Mông"), "h'mông");
/// ```
#[must_use]
pub fn normalize(text: &str) -> Cow<'_, str> {
    if is_plainly_normal(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    normalize_to(text, &mut out);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Appends [`normalize`]d text to `out`, for callers with a buffer of their own. No allocation for
/// Vietnamese text if the buffer has room.
pub fn normalize_to(text: &str, out: &mut String) {
    let start = out.len();
    out.reserve(text.len());
    if survey::<{ COMMA | WIDE_CAPITAL }, 0>(text, is_misplaced).is_some() {
        // Capitals of ASCII are all that is not normal.
        out.push_str(text);
        if let Some(tail) = out.get_mut(start..) {
            tail.make_ascii_lowercase();
        }
    } else if !normalize_plain(text, start, out) {
        out.truncate(start);
        normalize_any(text, start, out);
    }
}

/// The usual path, for text of Vietnamese letters and ASCII: one pass, no look-back but for tone
/// marks in doubt. `false` if something needs the careful path.
fn normalize_plain(text: &str, start: usize, out: &mut String) -> bool {
    let (mut scan, mut state) = (Scan::new(text), State::Blank);
    let mut run = start;
    // What is in lower case already is copied in stretches.
    let (mut at, mut copied) = (0, 0);
    let stretch = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    while let Some(seen) = scan.next() {
        let next = scan.at();
        if seen.is_letter() {
            if seen.is_capital() {
                out.push_str(stretch(copied, at));
                if next - at == 1 {
                    out.push(char::from(seen.byte()));
                } else {
                    lower_to(stretch(at, next), out);
                }
                copied = next;
            }
        } else {
            if state.is_doubtful() {
                out.push_str(stretch(copied, at));
                copied = at;
                place_tail(run, out);
            }
            if seen.is_blank() && (state == State::Blank || !seen.is(Class::Space)) {
                out.push_str(stretch(copied, at));
                copied = next;
                if state != State::Blank {
                    out.push(' ');
                    state = State::Blank;
                }
                run = out.len();
                at = next;
                continue;
            }
            run = out.len() + (next - copied);
        }
        state = state.next(seen);
        if state == State::Strange {
            return false;
        }
        at = next;
    }
    out.push_str(stretch(copied, text.len()));
    if state.is_doubtful() {
        place_tail(run, out);
    }
    if state == State::Blank && out.len() > start {
        out.pop();
    }
    true
}

/// Puts the tone mark of the run that ends `out`, in small letters, in its place.
fn place_tail(run: usize, out: &mut String) {
    if let Some(syllable) = out.get(run..).and_then(Syllable::parse) {
        out.truncate(run);
        syllable.write(ToneStyle::Old, out);
    }
}

/// Any text, word by word.
fn normalize_any(text: &str, start: usize, out: &mut String) {
    let mut kinds = RepairKinds::default();
    let (mut word, mut next) = (String::new(), String::new());
    let mut repaired = String::new();
    for piece in text.split(is_blank) {
        if out.len() > start {
            out.push(' ');
        }
        let from = out.len();
        if !normalize_plain(piece, from, out) {
            out.truncate(from);
            word.clear();
            // Letters whose marks stand apart are most of what comes here.
            if compose_letters(piece, &mut word) && normalize_plain(&word, from, out) {
                continue;
            }
            out.truncate(from);
            word.clear();
            word.push_str(piece);
            settle(&mut word, &mut next, |word, out| {
                repaired.clear();
                repair_characters(word, &mut repaired, &mut kinds);
                lower_to(&repaired, out);
            });
            place_tones(&word, Some(ToneStyle::Old), out);
        }
        // Nothing was left of the word.
        if out.len() == from && from > start {
            out.pop();
        }
    }
}

/// Repeats a step until it changes nothing: one repair can make room for another (a caron joins its
/// letter, which then is a look-alike). A simple word has nothing left to repair. Four rounds are
/// more than any text was seen to need.
pub(super) fn settle(
    word: &mut String,
    next: &mut String,
    mut step: impl FnMut(&str, &mut String),
) {
    for _ in 0..4 {
        next.clear();
        step(word, next);
        let settled = next == word || is_simple(next);
        core::mem::swap(word, next);
        if settled {
            break;
        }
    }
}

/// The text without marks, in lower case: ASCII for everything Vietnamese, đ becomes d; other
/// scripts stay. The fold of a text is the fold of its normal form. Borrowed if nothing changes.
///
/// ```
/// assert_eq!(hoten::fold("Đặng Thị Hòa"), "dang thi hoa");
/// ```
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    let plain = || survey::<COMMA, CAPITAL>(text, is_misplaced);
    if let Some(capitals) = text.is_ascii().then(plain).flatten() {
        return if capitals == 0 { text.into() } else { text.to_ascii_lowercase().into() };
    }
    let mut out = String::with_capacity(text.len());
    if fold_quickly(text, &mut out) {
        return Cow::Owned(out);
    }
    out.clear();
    fold_any(text, &mut out);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Appends the [`fold`] of the text to `out`.
pub fn fold_to(text: &str, out: &mut String) {
    let start = out.len();
    out.reserve(text.len());
    if !fold_quickly(text, out) {
        out.truncate(start);
        fold_any(text, out);
    }
}

fn fold_any(text: &str, out: &mut String) {
    let start = out.len();
    fold_once(text, out);
    // What loses its letter's marks can be read anew: an accent that was out of reach stands beside
    // the letter. More rounds than any text was seen to need.
    for _ in 0..4 {
        let Some(fold) = out.get(start..).filter(|fold| fold.contains(is_accent)) else { break };
        let mut next = String::with_capacity(fold.len());
        fold_once(fold, &mut next);
        if next == fold {
            break;
        }
        out.truncate(start);
        out.push_str(&next);
    }
}

/// An accent that may join the letter before it.
fn is_accent(c: char) -> bool {
    spacing_mark(c).is_some() || is_loose_mark(c)
}

fn fold_once(text: &str, out: &mut String) {
    let mut normal = String::with_capacity(text.len());
    normalize_any(text, 0, &mut normal);
    let start = out.len();
    strip_marks_to(&normal, out);
    // An accent that found no room on its letter is lost too: now there is room. So is a mark that
    // such an accent kept from its letter.
    if out.get(start..).is_some_and(|fold| fold.contains(is_accent)) {
        for c in out.split_off(start).chars() {
            let lost = is_accent(c) && out.ends_with(|before: char| before.is_ascii_alphabetic());
            if !lost || out.len() == start {
                out.push(c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Letter;
    use alloc::{string::ToString, vec::Vec};

    /// An accent that has no room on its letter is lost with the others, or folding twice would
    /// join it.
    #[test]
    fn accents_without_room_are_lost_too() {
        for (text, want) in [
            ("\u{103}\u{2D8}`", "a"),
            ("\u{103}\u{2D8}`\u{33D}", "a"),
            // The sign of another script stands between letter and accent.
            ("\u{103}\u{17BF}\u{2D8}`\u{345}", "a\u{17BF}'\u{345}"),
            ("Hòa\u{2DC}\u{2DC}", "hoa"),
            ("\u{2D8} 1\u{2D8}", "\u{2D8} 1\u{2D8}"),
        ] {
            assert_eq!(fold(text), want, "{text:?}");
            assert_eq!(fold(&fold(text)), want, "{text:?}");
            let mut out = String::from("x");
            fold_to(text, &mut out);
            assert_eq!(out.strip_prefix('x'), Some(want), "{text:?}");
        }
    }

    #[test]
    fn normal_forms() {
        for (text, normal) in [
            ("  NGUYỄN  VĂN HOÀ", "nguyễn văn hòa"),
            ("Hùynh Thị Thuý", "huỳnh thị thúy"),
            ("NGUYÔ\u{303}N", "nguyỗn"),
            ("Nguye\u{303}\u{302}n", "nguyễn"),
            ("Ðặng Ɖức D\u{336}ào", "đặng đức đào"),
            ("Lý Lí", "lý lí"),
            ("H’Mông K`Brơi H,Mông", "h'mông k'brơi h'mông"),
            ("Bơ–Râu\u{a0}\u{200b} A", "bơ-râu a"),
            ("\u{feff}An\u{ad}h", "anh"),
            ("Тrần", "trần"),
            ("Ｎｇọｃ", "ngọc"),
            ("Nguyê˜n Tu´", "nguyễn tú"),
            ("Đǎk", "đăk"),
            ("Москва", "москва"),
            ("នាង  សុខ", "នាង សុខ"),
            ("I\u{307}", "i"),
            // A dot that composing moved behind another mark.
            ("i\u{307}\u{31B}", "i\u{31B}"),
            ("i\u{307}\u{17D2}", "i\u{17D2}"),
            // An i too many is no place for the tone of "giếng": nothing is moved, nothing lost.
            ("Gíiêng", "gíiêng"),
            ("a, b,c", "a, b,c"),
            ("\u{200b} \u{a0}", ""),
            ("", ""),
            ("qùy ỦY BAN", "quỳ ủy ban"),
        ] {
            assert_eq!(normalize(text), normal, "{text:?}");
            assert!(is_normalized(normal), "{normal:?}");
            assert!(matches!(normalize(normal), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn folds() {
        for (text, fold_) in [
            ("Đặng Thị Hòa", "dang thi hoa"),
            ("  ĐỖ\tVĂN  ", "do van"),
            ("H’Mông ñăm", "h'mong nam"),
            ("dang thi hoa", "dang thi hoa"),
            ("Nguye\u{303}\u{302}n", "nguyen"),
        ] {
            assert_eq!(fold(text), fold_);
        }
        assert!(matches!(fold("dang thi hoa"), Cow::Borrowed(_)));
    }

    /// Every syllable with its mark on every vowel, the usual path beside the careful one.
    #[test]
    fn marks_are_placed_on_both_paths() {
        for syllable in Syllable::all() {
            let letters: Vec<Letter> =
                syllable.to_string().chars().filter_map(Letter::of).collect();
            for at in 0..letters.len() {
                let toned = letters[at].with_tone(syllable.tone() as u8).unwrap_or(letters[at]);
                let shown = letters.iter().enumerate().map(|(index, letter)| {
                    if index == at { toned } else { letter.without_tone() }.upper().to_char()
                });
                let word: String = shown.collect();
                let (mut placed, mut quick) = (String::new(), String::new());
                place_tones(&word.to_lowercase(), Some(ToneStyle::Old), &mut placed);
                assert!(normalize_plain(&word, 0, &mut quick));
                assert_eq!(quick, placed);
            }
        }
    }

    #[test]
    fn both_paths_agree() {
        for text in ["NGUYỄN  VĂN HOÀ ", "Hùynh, quả12 gìa-hòa 'ủy", " a", "\tQúy  "] {
            let (mut any, mut quick) = (String::new(), String::new());
            normalize_any(text, 0, &mut any);
            assert!(normalize_plain(text, 0, &mut quick));
            assert_eq!(any, quick);
        }
    }
}
