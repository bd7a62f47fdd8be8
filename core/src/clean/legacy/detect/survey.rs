//! What is remembered of a group of cells while it goes by.

use super::super::Encoding;
use super::evidence::{is_clean_letter, is_damaged};
use super::viqr::{looks_viqr, viqr_evidence};
use super::vote::vote;
use super::{Detection, HELD, Held};
use alloc::vec::Vec;

/// Cells that vote; more of one group say nothing new.
const VOTERS: usize = 400;
/// Cells without a suspicious character that are looked at.
const OTHERS: usize = 1000;

/// Cells of a group, evenly from all of it, however many there are.
#[derive(Default)]
pub(crate) struct Survey<'a> {
    suspects: Spread<'a, VOTERS>,
    others: Spread<'a, OTHERS>,
}

/// Every n-th of the cells that came, n a power of two: fewer than twice `N`.
struct Spread<'a, const N: usize> {
    kept: Vec<&'a str>,
    step: usize,
    seen: usize,
}

impl<const N: usize> Default for Spread<'_, N> {
    fn default() -> Self {
        Self { kept: Vec::new(), step: 1, seen: 0 }
    }
}

impl<'a, const N: usize> Spread<'a, N> {
    fn push(&mut self, cell: &'a str) {
        if self.seen & (self.step - 1) == 0 {
            if self.kept.len() == 2 * N {
                let mut at = 0;
                self.kept.retain(|_| {
                    at += 1;
                    at % 2 == 1
                });
                self.step *= 2;
            }
            // After doubling this place may be one that is passed over.
            if self.seen & (self.step - 1) == 0 {
                self.kept.push(cell);
            }
        }
        self.seen += 1;
    }

    fn count(&self, like: impl Fn(&str) -> bool) -> usize {
        self.step * self.kept.iter().filter(|cell| like(cell)).count()
    }
}

impl<'a> Survey<'a> {
    /// A cell, and what [`is_suspicious`](super::is_suspicious) says of it.
    pub(crate) fn push(&mut self, cell: &'a str, suspicious: bool) {
        if suspicious { self.suspects.push(cell) } else { self.others.push(cell) }
    }

    /// What the cells are found to be.
    pub(crate) fn finish(self) -> Detection {
        let mut damaged: Vec<&str> = self.suspects.kept.clone();
        damaged.retain(|cell| is_damaged(cell));
        let mut found = Detection { cells: damaged.len(), ..Detection::default() };
        let mut held = self.find(damaged, &mut found);
        if held.len() < HELD {
            held.extend(self.find_viqr(&mut found));
        }
        held.sort_by_key(|held| core::cmp::Reverse(held.1));
        found.encoding = held.first().map(|(encoding, _)| *encoding);
        let clean = self.others.count(|cell| cell.chars().any(is_clean_letter));
        for (slot, (encoding, cells)) in found.held.iter_mut().zip(held) {
            *slot = Some(Held { encoding, odds: odds(cells, clean) });
        }
        found
    }

    /// The encodings of the damaged cells, with the number of cells that each explains.
    fn find(&self, mut damaged: Vec<&'a str>, found: &mut Detection) -> Vec<(Encoding, usize)> {
        let mut held = Vec::new();
        while held.len() < HELD && !damaged.is_empty() {
            let vote = vote(&damaged);
            if held.is_empty() {
                (found.margin, found.rival) = (vote.margin, vote.rival);
            }
            let Some(encoding) = vote.encoding else { break };
            let asked = damaged.len();
            let mut gains = vote.gains.into_iter();
            damaged.retain(|_| gains.next().is_none_or(|gain| gain <= 0));
            let explained = asked - damaged.len();
            if explained < 2 && !held.is_empty() {
                break;
            }
            held.push((encoding, explained * self.suspects.step));
        }
        held
    }

    fn find_viqr(&self, found: &mut Detection) -> Option<(Encoding, usize)> {
        let mut cells: Vec<&str> = self.others.kept.clone();
        cells.retain(|cell| cell.is_ascii() && looks_viqr(cell));
        let evidence = viqr_evidence(&cells);
        if evidence == 0 {
            return None;
        }
        found.margin = found.margin.max(evidence);
        found.cells += cells.len();
        Some((Encoding::Viqr, cells.len() * self.others.step))
    }
}

/// Odds of damaged to clean cells, in bits. Cells of one origin are mostly all damaged or all clean:
/// the more are damaged, the less likely is a first clean one, by both the share and its being a mix.
fn odds(damaged: usize, clean: usize) -> i32 {
    let bits = |cells: usize| i32::try_from((32 * cells + 1).ilog2()).unwrap_or(0);
    match clean {
        0 => 2 * bits(damaged) - 5,
        _ => bits(damaged) - bits(clean),
    }
}
