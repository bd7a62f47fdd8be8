//! Text made right: repairs with evidence, the normal form, legacy encodings.
//!
//! Three forms, never mixed up: *clean* for showing and storing (what the writer meant, spelling and
//! tone style kept), *normal* for comparing, *fold* for meeting text that lost its marks.

mod case;
mod keystroke;
mod legacy;
mod normal;
mod repair;
mod scan;
mod seen;
mod survey;
mod word;

#[cfg(feature = "link")]
pub(crate) use self::legacy::Survey;
#[cfg(feature = "link")]
pub(crate) use self::legacy::Verdict;
#[cfg(feature = "file")]
pub(crate) use self::legacy::cp1252;
pub use self::legacy::{Detection, Encoding, decode, detect, is_suspicious, redecode};
pub use self::normal::{fold, fold_to, is_normalized, normalize, normalize_to};
pub use self::repair::{Cleaned, Repair, RepairKind, Suggestion};

use self::case::CaseContext;
use self::keystroke::Keystrokes;
use self::legacy::{lost_horns, may_lack_horns, rivals, suggestions};
use self::normal::settle;
use self::survey::{CASES, COMMA, KEY, MISREAD, survey};
use self::word::{is_simple, place_tones, repair_characters};
use crate::finding::Span;
use crate::syllable::{TonePlace, tone_place};
use crate::text::{compose, is_blank, title_to};
use alloc::{borrow::Cow, string::String, vec::Vec};

/// The kinds of repair made to one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct RepairKinds {
    lookalike: bool,
    blank: bool,
    case: bool,
    tone_place: bool,
    mark_order: bool,
    keystroke: bool,
}

impl RepairKinds {
    fn list(self, span: Span, to: &str, repairs: &mut Vec<Repair>) {
        for (kind, done) in [
            (RepairKind::Lookalike, self.lookalike),
            (RepairKind::Blank, self.blank),
            (RepairKind::Case, self.case),
            (RepairKind::TonePlace, self.tone_place),
            (RepairKind::MarkOrder, self.mark_order),
            (RepairKind::Keystroke, self.keystroke),
        ] {
            if done {
                repairs.push(Repair { kind, span, to: to.into() });
            }
        }
    }
}

/// Is there surely nothing to repair? Title-case words of Vietnamese letters, ASCII without
/// letters, single blanks, no keys. `None` may be wrong; `Some(true)` if the encoding may yet be wrong.
fn plainly_clean(text: &str) -> Option<bool> {
    let met = survey::<{ COMMA | CASES }, { MISREAD | KEY }>(text, is_misplaced)?;
    if met & KEY != 0 && keystroke::find(text).is_some() {
        return None;
    }
    Some(met & MISREAD != 0)
}

fn is_misplaced(run: &str) -> bool {
    tone_place(run) == Some(TonePlace::Wrong)
}

/// Repairs a text and lists each repair.
///
/// Repaired are look-alikes, blanks and invisible characters, mark order, case (`NGUYỄN`, `NGUYễN`)
/// and misplaced tone marks (`Hùynh`); and a wrong encoding, where this one text proves it. For a
/// column or a record ask [`detect`] first and clean with [`Detection::clean`]: several cells decide
/// better than one. Spelling, and the writer's choice between `oà` and `òa`, stay.
///
/// What cannot be restored for certain is not touched but suggested: misread UTF-8 whose lost bytes
/// leave several letters possible (the text then stays as it was), the ư that TCVN3 has as a soft
/// hyphen, a text that two wrong tables show alike.
///
/// Linear time; borrowed, without allocation, if there is nothing to do.
///
/// ```
/// let clean = hoten::clean("NGUYỄN  VĂN HOÀ");
/// assert_eq!(clean.text, "Nguyễn Văn Hoà");
/// let kinds: Vec<_> = clean.repairs.iter().map(|repair| repair.kind.as_str()).collect();
/// assert_eq!(kinds, ["case", "blank", "case", "case"]);
///
/// let clean = hoten::clean("Tráº§n Thá»‹ Ngá»\u{FFFD}c");
/// assert_eq!(clean.suggestions[0].candidates, ["Trần Thị Ngọc"]);
/// ```
#[must_use]
pub fn clean(text: &str) -> Cleaned<'_> {
    Detection::default().clean(text)
}

impl Detection {
    /// [`clean`](crate::clean()) for a cell of the group that was looked at.
    ///
    /// ```
    /// use hoten::detect;
    /// let record = ["Traàn Vaên Ñieàn", "Hoà Thò Lan"];
    /// let found = detect(record.iter().copied());
    /// assert_eq!(found.clean(record[1]).text, "Hồ Thị Lan");
    /// ```
    #[must_use]
    pub fn clean<'a>(&self, text: &'a str) -> Cleaned<'a> {
        let plain = plainly_clean(text);
        if plain == Some(false) && self.encoding.is_none() {
            return Cleaned::unchanged(text);
        }
        if let Some(decoded) = self.read(text) {
            // UTF-8 without its control characters can look like another encoding.
            if self.encoding.is_none() && redecode(text, Encoding::Utf8).is_none() {
                let asked = Cleaned::asking(text);
                if !asked.suggestions.is_empty() {
                    return asked;
                }
            }
            let may_lack_horns = may_lack_horns(text, &decoded);
            let rivals = rivals(text, &decoded);
            let mut cleaned = clean_decoded(text, decoded, Vec::new());
            cleaned.ask(text, rivals);
            if may_lack_horns {
                cleaned.ask(text, lost_horns(&cleaned.text));
            }
            return cleaned;
        }
        if plain.is_some() {
            return self.clean_ascii(text, Cleaned::unchanged(text));
        }
        // What may be restored stays as it is: a capital made small would lose another byte.
        let asked = Cleaned::asking(text);
        if !asked.suggestions.is_empty() {
            return asked;
        }
        let cleaned = clean_words(text);
        if cleaned.repairs.is_empty() || plainly_clean(&cleaned.text) == Some(false) {
            return self.clean_ascii(text, cleaned);
        }
        // Repaired characters can be what the evidence for a wrong encoding lacked.
        match Detection::default().read(&cleaned.text) {
            Some(decoded) => clean_decoded(text, decoded, cleaned.repairs),
            None => self.clean_ascii(text, cleaned),
        }
    }

    /// Among cells of TCVN3 a cell of ASCII letters may have had an ư.
    fn clean_ascii<'a>(&self, text: &str, mut cleaned: Cleaned<'a>) -> Cleaned<'a> {
        if text.is_ascii()
            && self.encodings().any(|held| matches!(held, Encoding::Tcvn3 | Encoding::Vn1))
        {
            cleaned.ask(text, lost_horns(&cleaned.text));
        }
        cleaned
    }
}

impl<'a> Cleaned<'a> {
    fn unchanged(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), repairs: Vec::new(), suggestions: Vec::new() }
    }

    /// The text as it is, with what it may have been if it is UTF-8 that lost bytes.
    fn asking(text: &'a str) -> Self {
        let mut asked = Self::unchanged(text);
        asked.ask(text, suggestions(text));
        asked
    }

    /// Suggests what the whole of the text given may have been.
    fn ask(&mut self, text: &str, mut candidates: Vec<String>) {
        for candidate in &mut candidates {
            *candidate = clean_characters(candidate).text.into_owned();
        }
        let mut seen = Vec::with_capacity(candidates.len());
        candidates.retain(|candidate| {
            let is_new = *candidate != self.text && !seen.contains(candidate);
            if is_new {
                seen.push(candidate.clone());
            }
            is_new
        });
        if !candidates.is_empty() {
            let span = Span { start: 0, end: text.len() };
            self.suggestions.push(Suggestion { kind: RepairKind::Encoding, span, candidates });
        }
    }
}

/// Cleans what the text was decoded to; a text misread twice is decoded twice. All repairs, those
/// made `before` too, are of the whole text.
fn clean_decoded<'a>(text: &'a str, decoded: String, before: Vec<Repair>) -> Cleaned<'a> {
    let mut kinds: Vec<_> = before.iter().map(|repair| repair.kind).collect();
    kinds.push(RepairKind::Encoding);
    let mut to = decoded;
    for _ in 0..4 {
        let cleaned = clean_characters(&to);
        kinds.extend(cleaned.repairs.iter().map(|repair| repair.kind));
        let next = Detection::default().read(&cleaned.text);
        let done = next.is_none();
        to = next.unwrap_or(cleaned.text.into_owned());
        if done {
            break;
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    let span = Span { start: 0, end: text.len() };
    let repairs = kinds.into_iter().map(|kind| Repair { kind, span, to: to.clone() }).collect();
    Cleaned { text: Cow::Owned(to), repairs, suggestions: Vec::new() }
}

fn clean_characters(text: &str) -> Cleaned<'_> {
    if plainly_clean(text).is_some() { Cleaned::unchanged(text) } else { clean_words(text) }
}

fn clean_words(text: &str) -> Cleaned<'_> {
    let mut cleaned = Cleaned::unchanged(text);
    let out = write_words(text, &mut cleaned);
    if !cleaned.repairs.is_empty() {
        cleaned.text = Cow::Owned(out);
    }
    cleaned
}

/// A word whose characters are repaired.
struct Word {
    /// Where it stood in the text given.
    span: Span,
    /// Where it ends among the repaired words.
    end: usize,
    kinds: RepairKinds,
}

fn write_words(text: &str, cleaned: &mut Cleaned<'_>) -> String {
    let (repairs, suggestions) = (&mut cleaned.repairs, &mut cleaned.suggestions);
    let (mut repaired, mut words) = repair_words(text);
    match keystroke::find(&repaired) {
        Some(found) if found.proved => repaired = press(&repaired, &mut words, &found),
        Some(found) => ask(&repaired, &words, &found, suggestions),
        None => {}
    }
    // What the writer's case means shows in the repaired words, not in a tab or a loose accent.
    let context = CaseContext::of(&repaired);
    let mut out = String::with_capacity(text.len());
    let (mut made, mut next) = (String::new(), String::new());
    // Where the last word ended: what lies between it and the next one is a gap.
    let (mut gap, mut from) = (0, 0);
    for Word { span, end, mut kinds } in words {
        made.clear();
        made.push_str(repaired.get(from..end).unwrap_or_default());
        from = end + 1;
        finish_word(&mut made, context, &mut next, &mut kinds);
        close_gap(text, Span { start: gap, end: span.start }, &mut out, repairs);
        gap = span.end;
        if text.get(span.start..span.end) != Some(made.as_str()) {
            kinds.list(span, &made, repairs);
        }
        out.push_str(&made);
    }
    if gap < text.len() {
        repairs.push(Repair {
            kind: RepairKind::Blank,
            span: Span { start: gap, end: text.len() },
            to: String::new(),
        });
    }
    out
}

/// The words of the text with their characters repaired, a space after each.
fn repair_words(text: &str) -> (String, Vec<Word>) {
    let mut repaired = String::with_capacity(text.len() + 1);
    let (mut shown, mut made) = (String::new(), String::new());
    let mut words = Vec::with_capacity(6);
    let mut at = 0;
    for piece in text.split_inclusive(is_blank) {
        let word = piece.trim_end_matches(is_blank);
        let span = Span { start: at, end: at + word.len() };
        at += piece.len();
        let mut kinds = RepairKinds::default();
        let start = repaired.len();
        if is_simple(word) {
            repaired.push_str(word);
        } else {
            made.clear();
            made.push_str(word);
            settle(&mut made, &mut shown, |word, out| repair_characters(word, out, &mut kinds));
            repaired.push_str(&made);
        }
        // A word of invisible characters alone leaves nothing.
        if repaired.len() > start {
            words.push(Word { span, end: repaired.len(), kinds });
            repaired.push(' ');
        }
    }
    (repaired, words)
}

/// The repaired words with those that hold keys as they were meant.
fn press(repaired: &str, words: &mut [Word], found: &Keystrokes) -> String {
    let mut out = String::with_capacity(repaired.len() + 2 * found.words.len());
    let mut meant = found.words.iter().peekable();
    let mut at = 0;
    for word in words {
        while let Some((span, to)) = meant.next_if(|(span, _)| span.end <= word.end) {
            out.push_str(repaired.get(at..span.start).unwrap_or_default());
            out.push_str(to);
            at = span.end;
            word.kinds.keystroke = true;
        }
        out.push_str(repaired.get(at..word.end).unwrap_or_default());
        at = word.end + 1;
        word.end = out.len();
        out.push(' ');
    }
    out
}

/// What words that may hold keys would then mean. Spans are of words between blanks.
fn ask(repaired: &str, words: &[Word], found: &Keystrokes, suggestions: &mut Vec<Suggestion>) {
    let mut meant = found.words.iter().peekable();
    let mut at = 0;
    for word in words {
        let mut candidate = String::new();
        let start = at;
        while let Some((span, to)) = meant.next_if(|(span, _)| span.end <= word.end) {
            candidate.push_str(repaired.get(at..span.start).unwrap_or_default());
            candidate.push_str(to);
            at = span.end;
        }
        if at > start {
            candidate.push_str(repaired.get(at..word.end).unwrap_or_default());
            let candidates = [candidate].into();
            suggestions.push(Suggestion {
                kind: RepairKind::Keystroke,
                span: word.span,
                candidates,
            });
        }
        at = word.end + 1;
    }
}

/// Writes the blank between two words, one space or nothing at the start.
fn close_gap(text: &str, span: Span, out: &mut String, repairs: &mut Vec<Repair>) {
    let blank = if out.is_empty() { "" } else { " " };
    if text.get(span.start..span.end) != Some(blank) {
        repairs.push(Repair { kind: RepairKind::Blank, span, to: blank.into() });
    }
    out.push_str(blank);
}

/// Case and tone places of a repaired word, with `next` as working space.
fn finish_word(
    word: &mut String,
    context: CaseContext,
    next: &mut String,
    kinds: &mut RepairKinds,
) {
    if context.wants_title(word) {
        next.clear();
        title_to(word, next);
        kinds.case |= next != word;
        core::mem::swap(next, word);
        // Some small letters join with a mark that their capitals stand beside (ẖ, ΐ).
        if let Cow::Owned(composed) = compose(word) {
            *word = composed;
        }
    }
    if survey::<0, 0>(word, is_misplaced).is_none() {
        next.clear();
        kinds.tone_place |= place_tones(word, None, next);
        core::mem::swap(next, word);
    }
}

#[cfg(test)]
mod tests;
