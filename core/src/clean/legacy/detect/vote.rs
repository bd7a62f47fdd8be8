//! The vote of damaged cells on the encoding they were in.

use super::super::misread::cp1252_byte;
use super::super::{Encoding, decode, redecode};
use super::evidence::{KNOWN, is_told, word_weight, words};
use super::listed::{has, listed_by};
use super::suspicious::is_suspicious;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Evidence below which nothing is changed, in bits: one damaged word made a known name part, or
/// three made real syllables. A typing error that another table happens to turn into a syllable
/// (`Neán` into `Nến`) gives less.
const ENOUGH: i32 = 15;
/// Evidence by which the best encoding must lead one that reads the same cells otherwise.
const LEAD: i32 = 4;
/// The most that one cell speaks against an encoding: it may be in another one.
const AGAINST: i32 = -8;

/// One cell in so many must be explained: a list of foreign names holds some that another table
/// makes syllables of (`Seán` `Sến`, `Loïc` `Lọc`).
const SHARE: usize = 4;

/// What a vote came to.
#[derive(Default)]
pub(super) struct Vote {
    pub(super) encoding: Option<Encoding>,
    pub(super) margin: i32,
    pub(super) rival: Option<Encoding>,
    /// What reading by the encoding gains, for each cell.
    pub(super) gains: Vec<i32>,
}

/// Finds the encoding that explains damaged cells best.
pub(super) fn vote(cells: &[&str]) -> Vote {
    let voters = Voters::of(cells);
    let mut best: Option<Ballot> = None;
    let mut others: Vec<Ballot> = Vec::new();
    for encoding in Encoding::ALL {
        if rarity(encoding) > 0 && best.as_ref().is_some_and(|best| best.decisive) {
            break;
        }
        let Some(ballot) = voters.ask(encoding) else { continue };
        others.extend(match &best {
            Some(held) if ballot.total <= held.total => Some(ballot),
            _ => best.replace(ballot),
        });
    }
    let Some(best) = best else { return Vote::default() };
    let rival = others
        .iter()
        .find(|other| best.lead(other) < LEAD && voters.differ(best.encoding, other.encoding));
    let rival = rival.map(|other| other.encoding);
    let margin = best.total.min(best.support);
    let explained = best.gains.iter().filter(|gain| **gain > 0).count();
    let decided = margin >= ENOUGH && explained * SHARE >= cells.len() && rival.is_none();
    let encoding = decided.then_some(best.encoding);
    Vote { encoding, margin, rival, gains: best.gains }
}

/// Evidence asked for above the rest: the rarer an encoding is in registers, the more. What one
/// name happens to look like in BKHCM2 (`Neáng` as `Néng`) is no proof of it.
fn rarity(encoding: Encoding) -> i32 {
    match encoding {
        Encoding::Utf8 | Encoding::Tcvn3 | Encoding::VniWindows | Encoding::Cp1258 => 0,
        Encoding::Viscii | Encoding::Vps | Encoding::Vn1 => 6,
        _ => 20,
    }
}

/// What speaks for one encoding.
struct Ballot {
    encoding: Encoding,
    /// Over all cells.
    total: i32,
    /// By words made better, each distinct one once.
    support: i32,
    gains: Vec<i32>,
    /// Are several damaged words all made known name parts?
    decisive: bool,
}

impl Ballot {
    /// How much better this one explains the cells that it explains.
    fn lead(&self, other: &Self) -> i32 {
        let pairs = self.gains.iter().zip(&other.gains);
        let (own, others) = pairs
            .filter(|(own, _)| **own > 0)
            .fold((0, 0), |(own, others), (a, b)| (own + a, others + b));
        own - rarity(self.encoding) - (others - rarity(other.encoding))
    }
}

/// Damaged cells, and their words, each distinct one once.
struct Voters<'a> {
    cells: Vec<Voter<'a>>,
    words: Vec<Word>,
}

struct Voter<'a> {
    text: &'a str,
    /// Those of its words that are not ASCII, by place; `None` if a letter is no byte of Windows-1252.
    words: Option<Vec<usize>>,
    before: i32,
}

struct Word {
    bytes: Vec<u8>,
    before: i32,
    /// Encodings that list all its bytes.
    listed: u16,
}

impl<'a> Voters<'a> {
    fn of(texts: &[&'a str]) -> Self {
        let mut all = Self { cells: Vec::with_capacity(texts.len()), words: Vec::new() };
        let mut known = BTreeMap::new();
        let mut scratch = String::new();
        for &text in texts {
            let readable = text.chars().all(|c| cp1252_byte(c).is_some());
            let mut before = 0;
            let mut places = Vec::with_capacity(4);
            for word in words(text) {
                let at = *known.entry(word).or_insert_with(|| {
                    all.words.push(Word::of(word, &mut scratch));
                    all.words.len() - 1
                });
                before += all.words.get(at).map_or(0, |word| word.before);
                places.push(at);
            }
            all.cells.push(Voter { text, words: readable.then_some(places), before });
        }
        all
    }

    /// What speaks for an encoding; `None` if nothing does.
    fn ask(&self, encoding: Encoding) -> Option<Ballot> {
        let (gains, support, decisive) = match encoding {
            Encoding::Utf8 => self.as_utf8(),
            Encoding::Viqr => return None,
            _ => self.as_bytes(encoding)?,
        };
        let total = gains.iter().map(|gain| gain.max(&AGAINST)).sum::<i32>() - rarity(encoding);
        let support = support - rarity(encoding);
        (total.min(support) > 0).then_some(Ballot { encoding, total, support, gains, decisive })
    }

    fn as_utf8(&self) -> (Vec<i32>, i32, bool) {
        let gains: Vec<i32> = self
            .cells
            .iter()
            .map(|cell| {
                redecode(cell.text, Encoding::Utf8)
                    .map_or(0, |text| utf8_weight(&text) - cell.before)
            })
            .collect();
        let support = gains.iter().filter(|gain| **gain > 0).sum();
        let decisive = gains.len() > 1 && gains.iter().all(|gain| *gain > 0);
        (gains, support, decisive)
    }

    fn as_bytes(&self, encoding: Encoding) -> Option<(Vec<i32>, i32, bool)> {
        let promising = |word: &Word| word.before == 0 && has(word.listed, encoding);
        if !self.words.iter().any(promising) {
            return None;
        }
        let mut scratch = String::new();
        let (mut support, mut known) = (0, 0);
        let after = |word: &Word| {
            if !has(word.listed, encoding) {
                return 0;
            }
            let after = weight(&decode(&word.bytes, encoding), &mut scratch);
            support += (after - word.before).max(0);
            known += usize::from(word.before == 0 && after >= KNOWN);
            after
        };
        let after: Vec<i32> = self.words.iter().map(after).collect();
        let listed = self.words.iter().all(|word| has(word.listed, encoding));
        let damaged = self.words.iter().filter(|word| word.before == 0).count();
        let gain = |cell: &Voter<'_>| {
            let Some(places) = &cell.words else { return 0 };
            places.iter().filter_map(|at| after.get(*at)).sum::<i32>() - cell.before
        };
        Some((
            self.cells.iter().map(gain).collect(),
            support,
            known > 1 && known == damaged && listed,
        ))
    }

    /// Do two encodings read any cell differently?
    fn differ(&self, one: Encoding, other: Encoding) -> bool {
        self.cells.iter().any(|cell| redecode(cell.text, one) != redecode(cell.text, other))
    }
}

impl Word {
    fn of(word: &str, scratch: &mut String) -> Self {
        let listed = |c| {
            if is_told(c) { cp1252_byte(c).map_or(0, listed_by) } else { u16::MAX }
        };
        Self {
            bytes: word.chars().filter_map(cp1252_byte).collect(),
            before: word_weight(word, scratch),
            listed: word.chars().fold(u16::MAX, |all, c| all & listed(c)),
        }
    }
}

/// The weight of a word that was decoded, which may have become several.
fn weight(text: &str, scratch: &mut String) -> i32 {
    words(text).map(|word| word_weight(word, scratch)).sum()
}

/// Bytes that happen to be UTF-8 are so by no chance, whatever the word.
pub(super) fn utf8_weight(text: &str) -> i32 {
    let mut scratch = String::new();
    let floor = |word| if is_suspicious(word) { 0 } else { KNOWN + 1 };
    words(text).map(|word| word_weight(word, &mut scratch).max(floor(word))).sum()
}
