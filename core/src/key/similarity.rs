//! How alike two names are, from 0 to 1, and why.

use super::alike::alike;
use super::prepared::{PreparedName, WORDS_KEPT};
use super::weights;
use super::word::Word;
use super::{Reason, ReasonSet};
use crate::name::{Name, NameRole, WordForm};

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Similarity {
    /// 0 (nothing in common) to 1 (the same name, up to case, tone style and what stands beside).
    ///
    /// Not a probability: namesakes have 1.
    pub score: f32,
    /// Why, each reason once; [`Reason::Same`] alone for one name.
    pub reasons: ReasonSet,
}

impl Similarity {
    fn only(score: f32, reason: Reason) -> Self {
        Self { score, reasons: ReasonSet::of(reason) }
    }
}

/// How alike two full names are, and why. Cleans and parses both first; see [`PreparedName`] for
/// names that are compared more than once.
///
/// ```
/// use hoten::{Reason, name_similarity};
/// let variant = name_similarity("Nguyễn Văn Hòa", "NGUYỄN V. HOÀ");
/// let other = name_similarity("Nguyễn Văn Hòa", "Nguyễn Văn Hùng");
/// assert!(variant.score > 0.9 && other.score < 0.7);
/// assert!(variant.reasons.iter().eq([Reason::Abbreviation]));
/// ```
#[must_use]
pub fn name_similarity(left: &str, right: &str) -> Similarity {
    let (left, right) = (super::prepared_text(left), super::prepared_text(right));
    similarity(&Name::parse(&left), &Name::parse(&right))
}

/// How alike two names are, and why: [`PreparedName::similarity`] of both, for names that are
/// compared once. Names are best parsed from cleaned text.
#[must_use]
pub fn similarity(left: &Name<'_>, right: &Name<'_>) -> Similarity {
    PreparedName::new(left).similarity(&PreparedName::new(right))
}

impl PreparedName<'_> {
    /// How alike two names are, and why: words are aligned in order, one by one; Thị and Văn may be
    /// missing at little cost; a rare word that agrees counts more than a common one. Given name
    /// first, surname last, and all words turned around are tried too.
    ///
    /// Symmetric. Allocates nothing; work is bounded, whatever the length of the names.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> Similarity {
        if self.words.is_empty() || other.words.is_empty() {
            return Similarity::only(0.0, Reason::NoName);
        }
        let (left, right) = (self.words.as_slice(), other.words.as_slice());
        // What both begin and end with is aligned with itself.
        let head = left.iter().zip(right).take_while(|(a, b)| is_same(a, b)).count();
        let (left, right) = (from(left, head), from(right, head));
        let ends = left.iter().rev().zip(right.iter().rev());
        let tail = ends.take_while(|(a, b)| is_same(a, b)).count();
        let (left, right) = (but(left, tail), but(right, tail));
        if left.is_empty() && right.is_empty() {
            return Similarity::only(1.0, Reason::Same);
        }
        let heads = self.words.iter().zip(&other.words).take(head);
        let tails = self.words.iter().rev().zip(other.words.iter().rev()).take(tail);
        let mut shared = Sum::default();
        for (a, b) in heads.chain(tails) {
            let rarity = weights::rarity(a.bits.min(b.bits));
            shared = shared.plus(agreement(a.role, b.role, 100, rarity, ReasonSet::default()));
        }
        let pair = Pair {
            unmarked: self.unmarked || other.unmarked,
            both_marked: self.marker && other.marker,
            shared,
        };
        pair.compare(left, right, head + tail == 0)
    }
}

/// Both written in full, and one word.
fn is_same(left: &Word<'_>, right: &Word<'_>) -> bool {
    left.spelled_like(right) && left.form == WordForm::Full && right.form == WordForm::Full
}

fn from<'b, 'a>(words: &'b [Word<'a>], head: usize) -> &'b [Word<'a>] {
    words.get(head..).unwrap_or_default()
}

fn but<'b, 'a>(words: &'b [Word<'a>], tail: usize) -> &'b [Word<'a>] {
    words.get(..words.len() - tail).unwrap_or_default()
}

/// What agrees and all there is, in millionths of a surname's weight; and what was seen on the way.
///
/// Both numbers are held in one, so that a step of an alignment is one addition and a choice one
/// comparison: high, what alignments are chosen by (agreement minus half of what does not agree,
/// twice), low, the agreement.
#[derive(Clone, Copy, Default)]
struct Sum {
    rank: i64,
    reasons: ReasonSet,
}

impl Sum {
    #[inline]
    fn of(gain: u32, whole: u32, reasons: ReasonSet) -> Self {
        let value = 3 * i64::from(gain) - i64::from(whole);
        Self { rank: (value << 32) + i64::from(gain), reasons }
    }

    #[inline]
    fn plus(self, step: Self) -> Self {
        Self { rank: self.rank + step.rank, reasons: self.reasons.with(step.reasons) }
    }

    /// The better one; of equals one that does not depend on which name came first.
    #[inline]
    fn or(self, other: Self) -> Self {
        let better = other.rank > self.rank
            || other.rank == self.rank && other.reasons.bits() > self.reasons.bits();
        if better { other } else { self }
    }

    fn gain(self) -> i64 {
        self.rank & 0xFFFF_FFFF
    }

    fn whole(self) -> i64 {
        3 * self.gain() - (self.rank >> 32)
    }

    fn score(self) -> f32 {
        self.gain() as f32 / self.whole().max(1) as f32
    }

    /// Does this pair of words speak for one person?
    fn agrees(self) -> bool {
        2 * self.gain() >= self.whole()
    }
}

#[inline]
fn agreement(left: NameRole, right: NameRole, score: u32, rarity: u32, reasons: ReasonSet) -> Sum {
    let weight = weights::weight(left).max(weights::weight(right)) * rarity;
    Sum::of(weight * score, weight * 100, reasons)
}

/// A word without a partner.
fn missing(word: &Word<'_>, both_marked: bool) -> Sum {
    let reason = match word.role {
        NameRole::Surname => Reason::SurnameMissing,
        NameRole::Middle => Reason::MiddleMissing,
        NameRole::Given => Reason::GivenMissing,
    };
    let gap = if word.marker && both_marked { weights::OTHER_MARKER } else { word.gap };
    Sum::of(0, 1_000 * u32::from(gap), ReasonSet::of(reason))
}

/// What two names are, beside the words that are compared.
struct Pair {
    unmarked: bool,
    both_marked: bool,
    /// Words that both begin or end with.
    shared: Sum,
}

/// Room for each word, and for each pair of words.
type Gaps = [Sum; WORDS_KEPT];
type Steps = [Sum; WORDS_KEPT * WORDS_KEPT];

impl Pair {
    fn compare(&self, left: &[Word<'_>], right: &[Word<'_>], orders: bool) -> Similarity {
        // One direction, so that asking the other way around tries the same orders.
        let letters = |words: &[Word<'_>], others: &[Word<'_>]| {
            words.iter().map(|word| word.letters).lt(others.iter().map(|word| word.letters))
        };
        let swapped = orders
            && (right.len() > left.len() || right.len() == left.len() && letters(right, left));
        let (left, right) = if swapped { (right, left) } else { (left, right) };
        let (mut rows, mut columns) = (Gaps::default(), Gaps::default());
        let rows = self.gaps(left, &mut rows);
        let columns = self.gaps(right, &mut columns);
        let mut steps = [Sum::default(); WORDS_KEPT * WORDS_KEPT];
        for (a, row) in left.iter().zip(steps.chunks_mut(right.len().max(1))) {
            for (b, step) in right.iter().zip(row) {
                *step = self.step(a, b);
            }
        }
        let steps = steps.get(..left.len() * right.len()).unwrap_or_default();
        let straight = align(self.shared, rows, columns, steps);
        let mut best = (straight.score(), straight.reasons);
        let sure = weights::REORDERED * weights::REORDERED;
        if orders && best.0 * 10_000.0 < sure as f32 && crosses(steps, columns.len()) {
            // Given name first, surname last, all turned around.
            for order in [Order::Shifted(1), Order::Shifted(columns.len() - 1), Order::Reversed] {
                let turned = self.turned(rows, columns, steps, order);
                let score = turned.score() * weights::REORDERED as f32 / 100.0;
                if score > best.0 {
                    let turned_reason = ReasonSet::of(Reason::OrderChanged);
                    best = (score, turned.reasons.with(turned_reason));
                }
            }
        }
        let (score, reasons) = best;
        Similarity { score: score.clamp(0.0, 1.0), reasons }
    }

    /// What the words weigh without a partner, in the room given.
    fn gaps<'g>(&self, words: &[Word<'_>], room: &'g mut Gaps) -> &'g [Sum] {
        for (gap, word) in room.iter_mut().zip(words) {
            *gap = missing(word, self.both_marked);
        }
        room.get(..words.len()).unwrap_or_default()
    }

    /// The best alignment with the columns in another order.
    fn turned(&self, rows: &[Sum], columns: &[Sum], steps: &[Sum], order: Order) -> Sum {
        let width = columns.len().max(1);
        let (mut gaps, mut turned): (Gaps, Steps) =
            (Gaps::default(), [Sum::default(); WORDS_KEPT * WORDS_KEPT]);
        let turn = |from: &[Sum], to: &mut [Sum]| {
            for (at, slot) in to.iter_mut().enumerate().take(width) {
                *slot = from.get(order.place(at, width)).copied().unwrap_or_default();
            }
        };
        turn(columns, &mut gaps);
        for (from, to) in steps.chunks(width).zip(turned.chunks_mut(width)) {
            turn(from, to);
        }
        let gaps = gaps.get(..columns.len()).unwrap_or_default();
        align(self.shared, rows, gaps, turned.get(..steps.len()).unwrap_or_default())
    }

    fn step(&self, left: &Word<'_>, right: &Word<'_>) -> Sum {
        let pair = alike(left, right, self.unmarked);
        if pair.score >= 50 {
            agreement(left.role, right.role, pair.score, pair.rarity, pair.reasons)
        } else if left.marker && right.marker {
            Sum::of(0, 10_000 * weights::OTHER_SEX, pair.reasons)
        } else {
            agreement(left.role, right.role, pair.score, 100, pair.reasons)
        }
    }
}

/// Ways in which people turn names around.
#[derive(Clone, Copy)]
enum Order {
    /// So many words from the front to the end.
    Shifted(usize),
    Reversed,
}

impl Order {
    /// Where the word stands that comes at a place.
    fn place(self, at: usize, of: usize) -> usize {
        match self {
            Self::Shifted(by) => (at + by) % of,
            Self::Reversed => of - 1 - at,
        }
    }
}

/// The best alignment: what each row and each column weighs without a partner, and each pair of
/// them, row by row.
fn align(start: Sum, rows: &[Sum], columns: &[Sum], steps: &[Sum]) -> Sum {
    let mut cells = [start; WORDS_KEPT + 1];
    let mut sum = start;
    for (cell, gap) in cells.iter_mut().skip(1).zip(columns) {
        sum = sum.plus(*gap);
        *cell = sum;
    }
    for (row, steps) in rows.iter().zip(steps.chunks(columns.len().max(1))) {
        let [first, others @ ..] = &mut cells;
        let mut diagonal = *first;
        let mut before = diagonal.plus(*row);
        *first = before;
        for ((cell, gap), step) in others.iter_mut().zip(columns).zip(steps) {
            let up = *cell;
            before = diagonal.plus(*step).or(up.plus(*row)).or(before.plus(*gap));
            diagonal = up;
            *cell = before;
        }
    }
    if columns.is_empty() {
        return rows.iter().fold(start, |sum, row| sum.plus(*row));
    }
    cells.get(columns.len()).copied().unwrap_or_default()
}

/// Do two pairs of words agree that stand the other way around?
fn crosses(steps: &[Sum], columns: usize) -> bool {
    let mut furthest = 0;
    steps.chunks(columns.max(1)).any(|row| {
        let mut agreeing = row.iter().enumerate().filter(|(_, step)| step.agrees());
        let Some((first, _)) = agreeing.next() else { return false };
        let crossed = first < furthest;
        furthest = agreeing.next_back().map_or(first, |(last, _)| last).max(furthest);
        crossed
    })
}

#[cfg(test)]
#[path = "similarity_tests.rs"]
mod tests;
