//! Keystrokes left in text: names typed while the input method was off, or fell out of step.
//!
//! `Nguyeenx Vawn Hoaf` (Telex) and `Nguye6n4 Va8n Hoa2` (VNI) hold every letter of Nguyễn Văn Hòa.
//! But `Max Lee` also reads as Mã Lê: so a cell is restored only if each of its words is a syllable
//! then, one word is telling by itself and one is a known name part. What is left undecided is a
//! suggestion.

mod grade;
mod replay;

use self::grade::is_telling;
use self::replay::{Method, Replay, replay};
use crate::finding::Span;
use crate::lexicon;
use crate::syllable::{Syllable, ToneStyle};
use crate::text::{Letter, is_alphanumeric, is_mark, lower_to, spacing_mark};
use alloc::{string::String, vec::Vec};

/// By the letter before, from bit 1 for a: letters that no Vietnamese syllable has after it, and that
/// keys are. Bit 0: a digit may be one.
static AFTER: [u32; 32] = after();
/// Where a word begins only `w` is one.
const START: u32 = bit(b'w');

const fn bit(letter: u8) -> u32 {
    1 << (letter & 31)
}

#[allow(clippy::indexing_slicing)] // At compile time only.
const fn after() -> [u32; 32] {
    let keys =
        1 | bit(b'f') | bit(b'j') | bit(b'w') | bit(b'z') | bit(b's') | bit(b'x') | bit(b'd');
    let mut table = [keys | bit(b'r'); 32];
    table[(b't' & 31) as usize] = keys;
    let doubled = [b'a', b'e', b'o'];
    let mut at = 0;
    while at < doubled.len() {
        table[(doubled[at] & 31) as usize] |= bit(doubled[at]);
        at += 1;
    }
    table
}

/// May the text hold keys?
fn may_hold_keys(text: &str) -> bool {
    let mut keys = START;
    text.chars().any(|c| match Letter::of(c) {
        Some(letter) => {
            let found = keys >> (letter.base() & 31) & 1 == 1;
            keys = AFTER.get(usize::from(letter.base() & 31)).copied().unwrap_or(START);
            found
        }
        None if c.is_ascii_digit() => keys & 1 == 1,
        None => {
            keys = START;
            false
        }
    })
}

/// Words of a text that hold keys, and what they were meant to be.
pub(super) struct Keystrokes {
    /// Place and word meant, in order.
    pub(super) words: Vec<(Span, String)>,
    /// Is the evidence enough to restore them?
    pub(super) proved: bool,
}

/// Finds the words that hold keys. Expects composed text.
pub(super) fn find(text: &str) -> Option<Keystrokes> {
    if !may_hold_keys(text) {
        return None;
    }
    let telex = read(text, Method::Telex);
    if telex.proved {
        return Some(telex);
    }
    let vni = read(text, Method::Vni);
    let found = if vni.proved || telex.words.is_empty() { vni } else { telex };
    (!found.words.is_empty()).then_some(found)
}

/// What the words of a cell say, one by one.
#[derive(Default)]
struct Evidence {
    words: usize,
    /// A word that is no name part, no syllable, no initial: the text is of another language.
    strange: bool,
    /// The first word is a surname.
    surname: bool,
    /// A word with keys is a syllable as it stands.
    syllable: bool,
    /// Words with keys, of these that are telling, and that are known parts.
    keyed: usize,
    telling: usize,
    known: usize,
}

fn read(text: &str, method: Method) -> Keystrokes {
    let mut evidence = Evidence::default();
    let mut words = Vec::new();
    // Nothing is allocated for Brơi, whose r is none.
    let holds_keys = |span: Span| replay(text.get(span.start..span.end)?, method);
    if !tokens(text).any(|span| holds_keys(span).is_some()) {
        return Keystrokes { words: Vec::new(), proved: false };
    }
    let mut normal = String::new();
    for span in tokens(text) {
        let word = text.get(span.start..span.end).unwrap_or_default();
        // Numbers, and house numbers: 12, 3A.
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        normal_to(word, &mut normal);
        match replay(word, method) {
            Some(found) => {
                let likely = evidence.with_keys(word, &found, method, &mut normal);
                words.push((span, found.word, likely));
            }
            None => evidence.without(word, &normal, method),
        }
    }
    let proved = evidence.is_proof(method);
    words.retain(|&(.., likely)| proved || likely);
    Keystrokes { words: words.into_iter().map(|(span, word, _)| (span, word)).collect(), proved }
}

impl Evidence {
    /// `normal` is the word's own normal form. Says whether the word is worth asking about where
    /// nothing is proved.
    fn with_keys(
        &mut self,
        word: &str,
        found: &Replay,
        method: Method,
        normal: &mut String,
    ) -> bool {
        // Coor is a clan of the Cơ Tu, Moong one of the Khơ Mú; xoong is a syllable.
        let syllable = Syllable::parse(word).is_some();
        let known_itself = lexicon::knows(normal);
        normal_to(&found.word, normal);
        let usual = share(normal) >= USUAL;
        let surname = self.words == 0 && lexicon::surname(normal).is_some();
        let own = known_itself || syllable && !(surname && usual);
        self.surname |= surname;
        self.syllable |= syllable;
        self.words += 1;
        self.keyed += 1;
        let known = lexicon::knows(normal);
        let telling = !own && is_telling(word, found, method, usual);
        self.known += usize::from(known);
        self.telling += usize::from(telling);
        telling || known && !own
    }

    fn without(&mut self, word: &str, normal: &str, method: Method) {
        self.surname |= self.words == 0 && lexicon::surname(normal).is_some();
        self.words += 1;
        let vowelless = || !normal.contains(|c| Letter::of(c).is_some_and(Letter::is_vowel));
        let real = Syllable::parse(word).is_some()
            || lexicon::knows(normal)
            // An initial, or an abbreviation: A, Ng, TT; but ThW holds a key of the other method, and
            // would be restored once this one has left no key.
            || (word.chars().count() == 1 || word.len() <= 3 && vowelless())
                && replay(word, method.other()).is_none();
        self.strange |= !real;
    }

    fn is_proof(&self, method: Method) -> bool {
        if self.strange || self.known == 0 && !self.surname {
            return false;
        }
        match self.words {
            0 => false,
            1 => self.telling == 1 && self.known == 1 && !self.syllable,
            // Digits at the ends of two words are no coincidence.
            _ => self.telling > 0 || method == Method::Vni && self.keyed > 1,
        }
    }
}

/// Share of people that makes a part usual: `Thij` is then Thị, whatever else it may be.
const USUAL: f32 = 0.003;

fn share(normal: &str) -> f32 {
    lexicon::surname(normal).map_or(0.0, |entry| entry.share)
        + lexicon::part(normal).map_or(0.0, |entry| entry.frequency)
}

/// The word in normal form.
fn normal_to(word: &str, out: &mut String) {
    out.clear();
    match Syllable::parse(word) {
        Some(syllable) => syllable.write(ToneStyle::Old, out),
        None => lower_to(word, out),
    }
}

/// Runs of letters and digits, with the loose marks among them, which a restored letter would join.
fn tokens(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut rest = 0;
    core::iter::from_fn(move || {
        let inside = |c: char| is_alphanumeric(c) || is_mark(c) || spacing_mark(c).is_some();
        let start = rest + text.get(rest..)?.find(inside)?;
        let tail = text.get(start..)?;
        let end = start + tail.find(|c| !inside(c)).unwrap_or(tail.len());
        rest = end;
        Some(Span { start, end })
    })
}

#[cfg(test)]
mod tests;
