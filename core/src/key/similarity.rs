//! How alike two names are, from 0 to 1, and why.

use super::Reason;
use super::alike::{Alike, Word, alike};
use crate::message::Lang;
use crate::name::{Name, NameRole};
use alloc::vec::Vec;
use smallvec::SmallVec;

/// More words than this on a side are cut to the first and last ones: work stays bounded.
const WORDS: usize = 8;
/// A name in another order is a little less sure than one in order.
const REORDERED: f32 = 0.95;

/// How alike two names are.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Similarity {
    /// 0 (nothing in common) to 1 (the same name, up to case, tone style and what stands beside).
    ///
    /// Not a probability: namesakes have 1.
    pub score: f32,
    /// Why, each reason once, in the order of the words; [`Reason::Same`] alone for one name.
    pub reasons: Vec<Reason>,
}

impl Reason {
    /// The words for people.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        self.template(lang)
    }
}

/// How alike two full names are, and why. Cleans both first; see [`similarity`] for names that are
/// parsed already.
///
/// ```
/// use hoten::{Reason, name_similarity};
/// let variant = name_similarity("Nguyễn Văn Hòa", "NGUYỄN V. HOÀ");
/// let other = name_similarity("Nguyễn Văn Hòa", "Nguyễn Văn Hùng");
/// assert!(variant.score > 0.9 && other.score < 0.7);
/// assert_eq!(variant.reasons, [Reason::Abbreviation]);
/// ```
#[must_use]
pub fn name_similarity(left: &str, right: &str) -> Similarity {
    let (left, right) = (super::prepared(left), super::prepared(right));
    similarity(&Name::parse(&left), &Name::parse(&right))
}

/// How alike two names are, and why: words are aligned in order, one by one; Thị and Văn may be
/// missing at little cost; a rare word that agrees counts more than a common one.
///
/// Symmetric. Names are best parsed from cleaned text.
#[must_use]
pub fn similarity(left: &Name<'_>, right: &Name<'_>) -> Similarity {
    let nothing = |name: &Name<'_>| name.is_empty() || name.is_unknown();
    if nothing(left) || nothing(right) {
        return Similarity { score: 0.0, reasons: [Reason::NoName].into() };
    }
    let (mut left, mut right) = (words(left), words(right));
    // One direction, so that asking the other way around gives the same answer.
    if right.len() > left.len() || right.len() == left.len() && spelled(&right).lt(spelled(&left)) {
        core::mem::swap(&mut left, &mut right);
    }
    let mut pairs = Pairs::new();
    for a in &left {
        pairs.extend(right.iter().map(|b| alike(a, b)));
    }
    let straight: Order = (0..right.len()).collect();
    let (mut best, mut path) = align(&left, &right, &pairs, &straight);
    let mut reordered = false;
    if best < REORDERED * REORDERED {
        for order in orders(right.len()) {
            let (score, steps) = align(&left, &right, &pairs, &order);
            if score * REORDERED > best {
                (best, path, reordered) = (score * REORDERED, steps, true);
            }
        }
    }
    let mut reasons = Vec::new();
    if reordered {
        reasons.push(Reason::OrderChanged);
    }
    for reason in path {
        if reason != Reason::Same && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if reasons.is_empty() {
        reasons.push(Reason::Same);
    }
    Similarity { score: best.clamp(0.0, 1.0), reasons }
}

type Words<'a> = SmallVec<[Word<'a>; 4]>;
type Pairs = SmallVec<[Alike; 16]>;
type Order = SmallVec<[usize; WORDS]>;

fn words<'a>(name: &Name<'a>) -> Words<'a> {
    let half = WORDS / 2;
    let unmarked = name.syllables().all(str::is_ascii);
    let far = name.len().saturating_sub(half).max(half);
    let parts = name.parts().enumerate();
    parts
        .filter(|(at, _)| *at < half || *at >= far)
        .map(|(_, part)| Word::of(part, unmarked))
        .collect()
}

fn spelled<'b>(words: &'b [Word<'_>]) -> impl Iterator<Item = (&'b str, bool)> {
    words.iter().map(Word::spelling)
}

/// The ways people turn names around: given name first, surname last, all reversed.
fn orders(len: usize) -> impl Iterator<Item = Order> {
    let turned = move |shift: usize| (0..len).map(move |at| (at + shift) % len).collect();
    let (first, last): (Order, Order) = (turned(1), turned(len.saturating_sub(1)));
    [first, last, (0..len).rev().collect()].into_iter()
}

/// How much a word matters for being the same person.
fn weight(role: NameRole) -> f32 {
    match role {
        NameRole::Surname => 1.0,
        NameRole::Middle => 0.6,
        NameRole::Given => 1.2,
    }
}

/// What a word without a partner costs, and what to call it. A marker is left out freely, unless
/// the other name has one of its own (`both_marked`).
fn missing(word: &Word<'_>, both_marked: bool) -> (f32, Reason) {
    match word.role() {
        NameRole::Middle if word.is_marker() && both_marked => (0.5, Reason::MiddleMissing),
        NameRole::Surname => (0.6, Reason::SurnameMissing),
        NameRole::Middle if word.is_marker() => (0.12, Reason::MiddleMissing),
        NameRole::Middle => (0.35, Reason::MiddleMissing),
        NameRole::Given => (0.7, Reason::GivenMissing),
    }
}

/// Sums of a path: what agrees, and all there is.
#[derive(Clone, Copy, Default)]
struct Sum {
    gain: f32,
    whole: f32,
}

impl Sum {
    /// What a path is chosen by: agreement minus half of what does not agree.
    fn value(self) -> f32 {
        self.gain - 0.5 * (self.whole - self.gain)
    }

    fn plus(self, gain: f32, whole: f32) -> Self {
        Self { gain: self.gain + gain, whole: self.whole + whole }
    }
}

fn step(left: &Word<'_>, right: &Word<'_>, pair: Alike) -> (f32, f32) {
    let weight = weight(left.role()).max(weight(right.role()));
    if pair.score >= 0.5 {
        (weight * pair.rarity * pair.score, weight * pair.rarity)
    } else if left.is_marker() && right.is_marker() {
        // Thị against Văn: another sex.
        (0.0, 1.0)
    } else {
        (weight * pair.score, weight)
    }
}

/// Best alignment of all words with the right ones in the given order.
fn align(
    left: &[Word<'_>],
    right: &[Word<'_>],
    pairs: &[Alike],
    order: &[usize],
) -> (f32, SmallVec<[Reason; 8]>) {
    let columns = right.len() + 1;
    let pair_at = |row: usize, column: usize| {
        let at = *order.get(column)?;
        Some((left.get(row)?, right.get(at)?, *pairs.get(row * right.len() + at)?))
    };
    let marked = |words: &[Word<'_>]| words.iter().any(Word::is_marker);
    let both_marked = marked(left) && marked(right);
    let mut cells: SmallVec<[(Sum, Move); 25]> = SmallVec::new();
    for row in 0..=left.len() {
        for column in 0..columns {
            let cell = |row: usize, column: usize| {
                cells.get(row * columns + column).map_or(Sum::default(), |cell| cell.0)
            };
            let mut best = (Sum::default(), Move::Start);
            let mut offer = |sum: Sum, how: Move| {
                if matches!(best.1, Move::Start) || sum.value() > best.0.value() {
                    best = (sum, how);
                }
            };
            if let (Some(up), Some(back)) = (row.checked_sub(1), column.checked_sub(1))
                && let Some((a, b, pair)) = pair_at(up, back)
            {
                let (gain, whole) = step(a, b, pair);
                offer(cell(up, back).plus(gain, whole), Move::Both(pair.reason));
            }
            if let Some(up) = row.checked_sub(1)
                && let Some(word) = left.get(up)
            {
                let (cost, reason) = missing(word, both_marked);
                offer(cell(up, column).plus(0.0, cost), Move::Left(reason));
            }
            if let Some(back) = column.checked_sub(1)
                && let Some(word) = order.get(back).and_then(|&at| right.get(at))
            {
                let (cost, reason) = missing(word, both_marked);
                offer(cell(row, back).plus(0.0, cost), Move::Right(reason));
            }
            cells.push(best);
        }
    }
    let (mut row, mut column) = (left.len(), right.len());
    let mut reasons = SmallVec::new();
    let total = cells.last().map_or(Sum::default(), |cell| cell.0);
    while let Some(&(_, how)) = cells.get(row * columns + column) {
        let reason = match how {
            Move::Start => break,
            Move::Both(reason) => {
                (row, column) = (row - 1, column - 1);
                reason
            }
            Move::Left(reason) => {
                row -= 1;
                reason
            }
            Move::Right(reason) => {
                column -= 1;
                reason
            }
        };
        reasons.push(reason);
    }
    reasons.reverse();
    (if total.whole > 0.0 { total.gain / total.whole } else { 0.0 }, reasons)
}

#[derive(Clone, Copy)]
enum Move {
    Start,
    Both(Reason),
    Left(Reason),
    Right(Reason),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(left: &str, right: &str) -> f32 {
        let (there, back) = (name_similarity(left, right), name_similarity(right, left));
        assert!((there.score - back.score).abs() < 1e-5, "{left} {right}");
        there.score
    }

    /// A name, the same person's variant, another person's look-alike (kinds of variant: facts,
    /// vietnamese.md 1.5, 3, 7).
    #[test]
    fn a_variant_stands_above_a_look_alike() {
        for (name, variant, other) in [
            ("Nguyễn Văn Hòa", "NGUYEN VAN HOA", "Nguyễn Văn Hoan"),
            ("Nguyễn Văn Hòa", "Nguyển Văn Hòa", "Nguyễn Văn Hóa"),
            ("Nguyễn Văn Hòa", "Nguyễn Hòa", "Nguyễn Thị Hòa"),
            ("Nguyễn Thị Hòa", "Nguyễn Thị Hòaa", "Nguyễn Văn Hòa"),
            ("Nguyễn Văn Hòa", "Ng. V. Hòa", "Nguyễn Văn Hùng"),
            ("Nguyễn Văn Hòa", "Ông Nguyễn Văn Hòa (Ba)", "Trần Văn Hòa"),
            ("Trần Thị Thanh Trang", "Trần Thanh Trang", "Trần Thị Thanh Trúc"),
            ("Trần Thị Thanh Trang", "Chần Thị Thanh Chang", "Trần Thị Thanh Trà"),
            ("Lê Hoàng Nam", "Nam Lê Hoàng", "Lê Hoàng Năm"),
            ("Lê Hoàng Nam", "Lê Huỳnh Nam", "Lê Hồng Nam"),
            ("Võ Minh Quân", "Vũ Minh Quân", "Đỗ Minh Quân"),
            ("Võ Minh Đức", "Võ Minh Đứt", "Võ Minh Đạt"),
            ("Phạm Minh Quốc", "Phmạ Minh Quốc", "Phan Minh Quốc"),
            ("Nguyễn Thị T?m", "Nguyễn Thị Tâm", "Nguyễn Thị Tuyết"),
            ("Lý Thị Mỹ", "Lí Thị Mĩ", "Lê Thị My"),
            ("Danh Sóc", "Danh Văn Sóc", "Danh Văn Sơn"),
        ] {
            let (near, far) = (score(name, variant), score(name, other));
            assert!(near > far, "{name}: {variant} {near}, {other} {far}");
        }
    }

    #[test]
    fn one_name_is_one() {
        for (left, right) in [
            ("Nguyễn Văn Hòa", "NGUYỄN  VĂN HOÀ"),
            ("Hòa", "hoà"),
            ("Y Bih Niê", "Y BIH NIÊ"),
            ("Ông Lê Văn Hòa", "Lê Văn Hòa (chết)"),
        ] {
            let got = name_similarity(left, right);
            assert_eq!((got.score, got.reasons.as_slice()), (1.0, [Reason::Same].as_slice()));
        }
    }

    #[test]
    fn reasons_name_every_difference() {
        let reasons = |left: &str, right: &str| name_similarity(left, right).reasons;
        assert_eq!(reasons("Nguyễn Thị Lan", "Nguyễn Lan"), [Reason::MiddleMissing]);
        assert_eq!(
            reasons("Lan", "Nguyễn Thị Lan"),
            [Reason::SurnameMissing, Reason::MiddleMissing]
        );
        assert_eq!(reasons("Lê Hoàng Nam", "Nam Lê Hoàng"), [Reason::OrderChanged]);
        assert_eq!(
            reasons("Hoàng Văn Trí", "Huỳnh V. Chí"),
            [Reason::Doublet, Reason::Abbreviation, Reason::SoundAlike]
        );
        assert_eq!(reasons("Nguyễn Văn Hòa", "Nguyễn Thị Hòa"), [Reason::Different]);
        assert_eq!(reasons("Nguyễn Văn Hòa", ""), [Reason::NoName]);
        assert_eq!(reasons("không rõ", "Nguyễn Văn Hòa"), [Reason::NoName]);
    }

    #[test]
    fn a_rare_word_counts_more() {
        // Nguyễn is a third of the country, Cáp one in 6,000.
        assert!(score("Cáp Văn Hòa", "Cáp Văn Nam") > score("Nguyễn Văn Hòa", "Nguyễn Văn Nam"));
    }

    #[test]
    fn long_names_stay_bounded() {
        let long = "Lan ".repeat(100_000);
        assert_eq!(score(&long, &long), 1.0);
        assert!(score(&long, "Nguyễn Văn Hòa") < 0.5);
    }
}
