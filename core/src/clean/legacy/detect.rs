//! Which legacy encoding a group of cells is in, by evidence.
//!
//! Of 5,949 accented syllables 496 look like another real syllable when TCVN3 is read as Latin-1 (147
//! of VNI), so no single word decides: all suspicious cells of a column, or of one record, vote.

use super::misread::cp1252_byte;
use super::{Encoding, redecode};
use crate::lexicon;
use crate::syllable::{Syllable, ToneStyle};
use crate::text::{Letter, WordCase, lower_to, word_case};
use alloc::string::String;

/// Evidence below which nothing is changed. A damaged word that becomes a known name part gives 5 or
/// 6; a typing error that another table happens to turn into a syllable (`Neán` into `Nến`) less.
const MARGIN: i32 = 5;
/// Weight of a word that is a real syllable; a known name part weighs more.
const REAL: i32 = 2;
/// Evidence asked for above the margin where no known name part appears: three damaged words must
/// become real, as one or two out of the names of other peoples do by chance (`Điêng` of `Ñiêng`).
const UNPROVED: i32 = 5;
/// Suspicious cells that vote; more of one column say nothing new.
const VOTERS: usize = 400;

/// What a group of cells was found to be.
///
/// ```
/// use hoten::{Encoding, detect};
/// let cells = ["NguyÔn V¨n §øc", "TrÇn ThÞ Ba", "Xã An Châu"];
/// let found = detect(cells.iter().copied());
/// assert_eq!(found.encoding, Some(Encoding::Tcvn3));
/// assert_eq!(found.read(cells[1]).as_deref(), Some("Trần Thị Ba"));
/// assert_eq!(found.read(cells[2]), None); // was clean
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Detection {
    /// The encoding that the cells were in before they were misread; `None` if they are as they
    /// should be, or the evidence does not decide.
    pub encoding: Option<Encoding>,
    /// Evidence of the best encoding: words made real and known minus what it spoils. Above 0 with
    /// no `encoding` means too little of it.
    pub margin: i32,
    /// Another encoding that explains the cells equally well but reads them otherwise: a tie, which
    /// changes nothing.
    pub rival: Option<Encoding>,
    /// Damaged cells that were asked.
    pub cells: usize,
}

impl Detection {
    /// Reads one cell of the group rightly; `None` if it stays as it is.
    ///
    /// Each cell is tested again: a clean cell among damaged ones stays, and a cell that another
    /// encoding explains better than the group's is read by that one, since one file can mix them.
    #[must_use]
    pub fn read(&self, cell: &str) -> Option<String> {
        let suspicious = is_suspicious(cell);
        if !suspicious && (self.encoding.is_none() || cell.is_ascii()) {
            return None;
        }
        if let Some(text) = self.encoding.and_then(|encoding| redecode(cell, encoding)) {
            let gain = plausibility(&text) - plausibility(cell);
            if gain > 0 || gain == 0 && suspicious && !is_suspicious(&text) {
                return Some(text);
            }
        }
        if !suspicious || !is_damaged(cell) {
            return None;
        }
        redecode(cell, vote(core::iter::once(cell)).encoding?)
    }
}

/// Finds the legacy encoding of a group of cells of one origin: a column, or the text cells of one
/// record. Only cells that look damaged vote, at most 400 of them. See [`Detection`].
#[must_use]
pub fn detect<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Detection {
    vote(cells.filter(|cell| is_damaged(cell)).take(VOTERS))
}

fn vote<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Detection {
    let mut found =
        Detection { encoding: None, margin: 0, rival: None, cells: cells.clone().count() };
    if found.cells == 0 {
        return found;
    }
    let before: Evidence = cells.clone().map(evidence).sum();
    // Text with a letter that no byte table shows can only be UTF-8 read wrongly.
    let bytes = cells.clone().any(|cell| cell.chars().all(|c| cp1252_byte(c).is_some()));
    for encoding in Encoding::ALL {
        if !bytes && encoding != Encoding::Utf8 {
            break;
        }
        let after: Evidence = cells
            .clone()
            .map(|cell| {
                redecode(cell, encoding).map_or_else(|| evidence(cell), |text| evidence(&text))
            })
            .sum();
        let unproved = if after.known > before.known { 0 } else { UNPROVED };
        let gain = after.weight - before.weight - rarity(encoding) - unproved;
        if gain > found.margin {
            found = Detection { encoding: Some(encoding), margin: gain, rival: None, ..found };
        } else if gain == found.margin && gain > 0 {
            let differs =
                |best| cells.clone().any(|cell| redecode(cell, best) != redecode(cell, encoding));
            if found.encoding.is_some_and(differs) {
                found.rival = Some(encoding);
            }
        }
    }
    if found.margin < MARGIN || found.rival.is_some() {
        found.encoding = None;
    }
    found
}

/// Evidence asked for above the margin: the rarer an encoding is in registers, the more. What one
/// name happens to look like in BKHCM2 (`Neáng` as `Néng`) is no proof of it.
fn rarity(encoding: Encoding) -> i32 {
    match encoding {
        Encoding::Utf8 | Encoding::Tcvn3 | Encoding::VniWindows | Encoding::Cp1258 => 0,
        Encoding::Viscii | Encoding::Vps | Encoding::Vn1 => 2,
        _ => 6,
    }
}

/// What the words of a text that are not ASCII say for it.
#[derive(Clone, Copy, Default)]
struct Evidence {
    weight: i32,
    /// Known name parts.
    known: usize,
}

impl core::iter::Sum for Evidence {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            weight: sum.weight + one.weight,
            known: sum.known + one.known,
        })
    }
}

fn evidence(text: &str) -> Evidence {
    word_weights(text, |weights| {
        weights.map(|weight| Evidence { weight, known: usize::from(weight > REAL) }).sum()
    })
}

/// How much a text looks like Vietnamese: words with other than ASCII letters count, known name
/// parts most, damaged words against it.
pub(super) fn plausibility(text: &str) -> i32 {
    evidence(text).weight
}

/// Suspicious, and with a word that is not real as it stands: `Neáng` looks like VNI, but is known.
/// Soft hyphens alone are no evidence of TCVN3, whose ư they show: word processors leave them too.
fn is_damaged(text: &str) -> bool {
    if text.contains('\u{AD}') {
        return is_damaged(&text.replace('\u{AD}', ""));
    }
    is_suspicious(text)
        && word_weights(text, |mut weights| Iterator::any(&mut weights, |weight| weight < 0))
}

/// Is ñ all that is strange about the word? Peoples of the Highlands write it (`H'Ñăm`), so that it
/// says nothing for VNI, whose đ it shows.
fn is_highland(word: &str) -> bool {
    word.chars().all(|c| Letter::of(c).is_some() || matches!(c, 'ñ' | 'Ñ'))
        && !is_suspicious(&word.replace(['ñ', 'Ñ'], "đ"))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
}

fn word_weights<T>(text: &str, judge: impl FnOnce(&mut dyn Iterator<Item = i32>) -> T) -> T {
    let mut normal = String::new();
    let stroked = text.contains(['Ð', 'ð']).then(|| text.replace('Ð', "Đ").replace('ð', "đ"));
    // Eth in place of Đ is a look-alike, no sign of a wrong table.
    let text = stroked.as_deref().unwrap_or(text);
    let mut weights = words(text).filter(|word| !word.is_ascii()).map(|word| {
        if word.chars().any(|c| Letter::of(c).is_none()) {
            return if is_highland(word) { 0 } else { -2 };
        }
        let odd_case = i32::from(word_case(word) == WordCase::Mixed);
        normal.clear();
        let syllable = Syllable::parse(word);
        match syllable {
            Some(syllable) => syllable.write(ToneStyle::Old, &mut normal),
            None => lower_to(word, &mut normal),
        }
        // A known name is real even where it is no syllable: Neáng.
        let real = match familiarity(&normal) {
            0 if syllable.is_none() => -1,
            known => REAL + known,
        };
        real - odd_case
    });
    judge(&mut weights)
}

/// 0 for a word that is no known name part, 1 for a rare one, 2 for one that a thousandth of all
/// people bear: `Thị` outweighs `Thò`, which is what VNI shows for it.
fn familiarity(normal: &str) -> i32 {
    let share = lexicon::surname(normal).map_or(0.0, |entry| entry.share)
        + lexicon::part(normal).map_or(0.0, |entry| entry.frequency);
    i32::from(lexicon::knows(normal)) + i32::from(share >= 1e-3)
}

/// Does the text hold a character, or two letters side by side, that clean Vietnamese never has? A
/// precheck of some nanoseconds: `true` is a reason to ask [`detect`], not a verdict.
///
/// ```
/// use hoten::is_suspicious;
/// assert!(is_suspicious("NguyÔn V¨n") && is_suspicious("Traàn Thò") && !is_suspicious("Trần Thị"));
/// ```
#[must_use]
pub fn is_suspicious(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut before = ' ';
    text.chars().any(|c| {
        let last = core::mem::replace(&mut before, c);
        match c {
            '\0'..='\u{7F}' | '\u{1EA0}'..='\u{1EF9}' => false,
            '\u{C0}'..='\u{FF}' => match (Letter::of(last), Letter::of(c)) {
                (Some(last), Some(letter)) => never_meet(last, letter),
                (None, Some(_)) => false,
                (_, None) => is_strange(c),
            },
            _ => Letter::of(c).is_none() && is_strange(c),
        }
    })
}

/// A vowel and an accented vowel of Latin-1 that no syllable has side by side: how VNI and CP1258
/// show a letter and its mark.
fn never_meet(before: Letter, letter: Letter) -> bool {
    before.is_vowel()
        && match (before.base(), letter.base()) {
            (b'a' | b'e', b'a' | b'e') => true,
            (b'a' | b'e' | b'o' | b'u' | b'y', b'u') => true,
            (b'o' | b'y', b'o') | (b'y', b'a') => true,
            // uyê, uyế are real, uyé is not; oà, oè are, oâ, oê are not.
            (b'y', b'e') => !letter.has_quality(),
            (b'o', b'a' | b'e') => letter.has_quality(),
            (b'i' | b'y', b'i') => true,
            _ => false,
        }
}

/// Not a Vietnamese letter, and what a misreading shows.
fn is_strange(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' | '\u{A0}' | '\u{B4}' | '\u{B7}' | 'Ð' | 'ð' => false,
        '\u{80}'..='\u{FF}' => true,
        // Letters of minority languages of Vietnam: č ĕ ĭ ŏ ŭ.
        'Č' | 'č' | 'Ĕ' | 'ĕ' | 'Ĭ' | 'ĭ' | 'Ŏ' | 'ŏ' | 'Ŭ' | 'ŭ' => false,
        '\u{100}'..='\u{17F}' | 'ƒ' | 'ˆ' | '˜' | '˘' | '˙' | '˛' | '˝' | '\u{2C7}' => true,
        '‚' | '„' | '†' | '‡' | '•' | '‰' | '‹' | '›' | '€' | '™' => true,
        _ => false,
    }
}
