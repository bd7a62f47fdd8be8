//! One sequence of characters for what looks the same.

use super::cluster::{Item, Items};
use super::letter::{Kind, place};
use crate::text::{compose, is_composed, is_invisible};
use alloc::{borrow::Cow, string::String};

/// Khmer text in canonical order, each thing that can be drawn written in one way.
///
/// - NFC; in each cluster: base, robat, register shifter, subscripts with ro last, vowel, nikahit,
///   other signs (Unicode core specification, chapter 16.4). So `ាំ`, never `ំា`.
/// - Vowels typed in pieces become one: `េ` + `ា` is `ោ`, `េ` + `ី` is `ើ`; the same sign twice is once.
/// - What looks alike is one: `្ដ` is `្ត`, `ឣ` is `អ`, `ឤ` is `អា`, `ឲ` is `ឱ`; `ុ` below a vowel that
///   stands above is the shifter that is drawn so (`សុី` is `ស៊ី`).
/// - Zero-width and other invisible characters beside Khmer, U+17B4, U+17B5, U+17D3, U+17DD, and a
///   coeng with nothing to put below are dropped.
///
/// A sign that fits no letter, and text in other scripts, stays (composed). Borrowed if nothing
/// changes; doing it twice changes nothing; linear in the text.
///
/// ```
/// use hoten::khmer::canonical;
/// assert_eq!(canonical("ស្រី"), "ស្រី");
/// assert_eq!(canonical("ក\u{17C6}\u{17B6}"), "ក\u{17B6}\u{17C6}");
/// assert_eq!(canonical("សុ\u{200B}ខា"), "សុខា");
/// ```
#[must_use]
pub fn canonical(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| place(c).is_some()) {
        return compose(text);
    }
    if is_canonical(text) {
        return Cow::Borrowed(text);
    }
    let mut out = settled(text);
    // A loose mark that joins its Latin letter can leave something unseen beside Khmer.
    for _ in 0..PASSES {
        if is_canonical(&out) {
            break;
        }
        out = settled(&out);
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// More passes than any text was seen to need.
const PASSES: usize = 4;

fn settled(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    keep(text, |c| kept.push(c));
    let composed = compose(&kept);
    let mut out = String::with_capacity(composed.len());
    order(&composed, |c| out.push(c));
    out
}

/// Surely canonical, without writing anything.
fn is_canonical(text: &str) -> bool {
    is_composed(text) && {
        let (mut kept, mut ordered) = (text.chars(), text.chars());
        let mut same = true;
        keep(text, |c| same &= kept.next() == Some(c));
        same && kept.next().is_none() && {
            order(text, |c| same &= ordered.next() == Some(c));
            same && ordered.next().is_none()
        }
    }
}

/// What stands in each cluster in its order.
fn order(text: &str, mut emit: impl FnMut(char)) {
    for item in Items(text.chars()) {
        match item {
            Item::Cluster(cluster) => cluster.write(&mut emit),
            Item::Loose(c) => emit(c),
        }
    }
}

/// The characters that count. Dropping comes before composing, which would join what had
/// something between.
fn keep(text: &str, mut emit: impl FnMut(char)) {
    const COENG: char = '\u{17D2}';
    // What nobody sees, since the last character of another script; a coeng waits for its letter.
    let mut hidden = None;
    let (mut after_khmer, mut coeng) = (false, false);
    for (start, c) in text.char_indices() {
        match place(c) {
            Some((Kind::Nothing, _)) => {}
            Some((Kind::Coeng, _)) => coeng = after_khmer,
            Some((kind, _)) => {
                if coeng && kind == Kind::Letter {
                    emit(COENG);
                }
                emit(c);
                (hidden, after_khmer, coeng) = (None, true, false);
            }
            None if is_invisible(c) => {
                if !after_khmer {
                    hidden.get_or_insert(start);
                }
            }
            None => {
                unseen(text, hidden, start).for_each(&mut emit);
                emit(c);
                (hidden, after_khmer, coeng) = (None, false, false);
            }
        }
    }
    unseen(text, hidden, text.len()).for_each(emit);
}

/// The invisible characters from `start` on; nothing of Khmer is among what is kept.
fn unseen(text: &str, start: Option<usize>, end: usize) -> impl Iterator<Item = char> + '_ {
    let part = start.and_then(|start| text.get(start..end)).unwrap_or_default();
    part.chars().filter(|&c| place(c).is_none())
}
