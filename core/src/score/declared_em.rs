//! Expectation maximisation for declared fields: m from pairs that share some values, u from random
//! pairs less those that are matches themselves.
//!
//! Strangers who share a telephone are no random strangers: they may live in one house. Each group
//! of pairs therefore has a u of its own, while all share one m; else the household would be taken
//! for the person. What a group's strangers share more often than random ones is how closely the
//! fields are tied.

use super::declared::{FieldModel, LevelCounts, moved, set_same, weight_of};
use super::ties::{FieldTie, FieldTies};
use crate::compare::Pattern;
use crate::record::MAX_FIELDS;

/// Rounds before giving up.
const MAX_ROUNDS: u32 = 60;
/// A round that moves no rate by more than this ends the estimation.
const TOLERANCE: f64 = 2e-4;
/// Half a pair: what was not seen among all pairs is not impossible.
const HALF: f64 = 0.5;
/// How many pairs of two fields must be expected, or seen, before a tie is believed.
const FEW: f64 = 20.0;
/// Fields that strangers share together by so many bits more are of one place, and change together
/// with whoever moves: by this part of what the second says. Matches that moved are too unlike to be
/// counted before that is known.
const CLOSE: f32 = 3.0;
const CHANGE: f32 = 0.0;
/// Ties below this many bits are left out.
const LEAST_TIE: f32 = 0.2;

/// Counted patterns of pairs that have something in common: a rule, or nothing.
pub(crate) struct PatternGroup {
    /// Patterns, how often each was seen, and what the resident's fields say of it, in bits.
    pub(crate) counts: Vec<(Pattern, u64, f32)>,
    /// Fields that are alike in all pairs of the group (bits): they say nothing within it.
    pub(crate) alike: u16,
    /// All pairs of the group, seen or not.
    pub(crate) pairs: u64,
    /// Whether most of its pairs may be matches, so that m can be learned from it.
    pub(crate) telling: bool,
}

/// What was found.
pub(crate) struct FieldEstimate {
    pub(crate) fields: Vec<FieldModel>,
    pub(crate) ties: FieldTies,
    pub(crate) rounds: u32,
    pub(crate) converged: bool,
    /// Pairs of the groups.
    pub(crate) pairs: u64,
    /// Expected pairs of one entity among them.
    pub(crate) matches: f64,
}

/// How often two fields were alike, or different, at once.
#[derive(Clone, Default)]
struct Together {
    one: [f64; MAX_FIELDS],
    both: [[f64; MAX_FIELDS]; MAX_FIELDS],
    /// Pairs in which two fields have values on both sides.
    known: [[f64; MAX_FIELDS]; MAX_FIELDS],
}

impl Together {
    /// Counts a pattern; `is` tells of which fields something holds, `alike` leaves fields out.
    fn add(&mut self, is: u16, known: u16, times: f64) {
        for first in 0..MAX_FIELDS {
            if known >> first & 1 == 0 {
                continue;
            }
            let holds = is >> first & 1 == 1;
            if let Some(one) = self.one.get_mut(first) {
                *one += if holds { times } else { 0.0 };
            }
            let rows = self.both.get_mut(first).zip(self.known.get_mut(first));
            let Some((both, seen)) = rows else { continue };
            for (second, (both, seen)) in both.iter_mut().zip(seen).enumerate() {
                if known >> second & 1 == 1 {
                    *seen += times;
                    *both += if holds && is >> second & 1 == 1 { times } else { 0.0 };
                }
            }
        }
    }

    /// By how many bits two fields go together; `None` where too few pairs say.
    fn bits(&self, first: usize, second: usize) -> Option<f32> {
        let at = |table: &[[f64; MAX_FIELDS]; MAX_FIELDS], a: usize, b: usize| {
            table.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0.0)
        };
        let known = at(&self.known, first, second);
        let (one, other) = (at(&self.both, first, first), at(&self.both, second, second));
        let (all_one, all_other) = (at(&self.known, first, first), at(&self.known, second, second));
        let both = at(&self.both, first, second);
        let expected = known * (one / all_one.max(1.0)) * (other / all_other.max(1.0));
        (both.max(expected) >= FEW).then(|| libm::log2((both + HALF) / (expected + HALF)) as f32)
    }
}

/// Estimates the rates of `start` anew. `random` are random pairs, `all_pairs` is how many pairs
/// there are among `rows` records. Sums run in the order of the groups and their patterns.
pub(crate) fn estimate_fields(
    start: &[FieldModel],
    groups: &[PatternGroup],
    random: &PatternGroup,
    (rows, all_pairs): (f64, f64),
) -> FieldEstimate {
    let mut fields = start.to_vec();
    // Each group's own strangers: at first halfway between random ones and all its pairs.
    let mut counted = LevelCounts::new(start.len());
    random.counts.iter().for_each(|&(pattern, pairs, _)| counted.add(pattern, 0, pairs as f64));
    let random_u = counted.others(start, start);
    let mut strangers: Vec<Vec<FieldModel>> = groups
        .iter()
        .map(|group| {
            let mut all = LevelCounts::new(start.len());
            let seen = group.counts.iter();
            seen.for_each(|&(pattern, pairs, _)| all.add(pattern, group.alike, pairs as f64));
            all.halfway(&random_u)
        })
        .collect();
    let mut shares = vec![0.3; groups.len()];
    let mut random_share = bounded(HALF * rows / all_pairs.max(1.0));
    let all = groups.iter().flat_map(|group| &group.counts).map(|(_, pairs, _)| pairs).sum();
    let (mut rounds, mut converged, mut found_matches) = (0, groups.is_empty(), 0.0);
    while !converged && rounds < MAX_ROUNDS {
        let mut matches = LevelCounts::new(start.len());
        found_matches = 0.0;
        let mut alone = Vec::new();
        for ((group, share), own) in groups.iter().zip(&mut shares).zip(&mut strangers) {
            let mut others = LevelCounts::new(start.len());
            let mixed = with_m(own, &fields);
            let (found, all) = walk(&mixed, group, *share, |pattern, pairs, likely| {
                if group.telling {
                    matches.add(pattern, group.alike, pairs * likely);
                }
                others.add(pattern, group.alike, pairs * (1.0 - likely));
            });
            found_matches += found;
            *share = bounded((found + 1.0) / (all + 2.0));
            *own = others.others(own, &fields);
            if group.alike.count_ones() == 1 {
                let strangers = group.pairs as f64 * (1.0 - *share);
                let rates = own.iter().map(FieldModel::agreement);
                let shared: Vec<f64> = rates.map(|rate| rate * strangers).collect();
                alone.push((group.alike.trailing_zeros() as usize, strangers, shared));
            }
        }
        let mut others = LevelCounts::new(start.len());
        let (found, all) = walk(&fields, random, random_share, |pattern, pairs, likely| {
            others.add(pattern, 0, pairs * (1.0 - likely));
        });
        random_share = bounded(found / all.max(1.0));
        let mut next = others.others(&matches.matches(start, None), start);
        for (own, strangers, shared) in alone {
            if let Some(field) = next.get_mut(own) {
                set_same(field, (strangers + HALF) / all_pairs.max(1.0));
            }
            // Whoever shares both shares each.
            for (_, (field, both)) in
                next.iter_mut().zip(shared).enumerate().filter(|(place, _)| *place != own)
            {
                let least = both / all_pairs.max(1.0);
                if field.agreement() < least {
                    set_same(field, least);
                }
            }
        }
        rounds += 1;
        converged = moved(&fields, &next) < TOLERANCE;
        fields = next;
    }
    let ties = ties(&fields, groups, &strangers, &shares, (random, random_share));
    FieldEstimate { fields, ties, rounds, converged, pairs: all, matches: found_matches }
}

fn bounded(share: f64) -> f64 {
    share.clamp(1e-9, 1.0 - 1e-6)
}

/// The rates of a group: everyone's m, its own u.
fn with_m(own: &[FieldModel], fields: &[FieldModel]) -> Vec<FieldModel> {
    let each = own.iter().zip(fields);
    each.map(|(own, field)| FieldModel::new(&field.name, field.kind, field.m, own.u)).collect()
}

/// Which fields agree, which differ, and which have two values.
fn sets(fields: &[FieldModel], pattern: Pattern) -> (u16, u16, u16) {
    let (mut agree, mut differ, mut known) = (0, 0, 0);
    for (place, field) in fields.iter().enumerate() {
        let level = pattern.field_level(place);
        agree |= u16::from(field.agrees(level)) << place;
        differ |= u16::from(field.differs(level)) << place;
        known |= u16::from(level > 1) << place;
    }
    (agree, differ, known)
}

/// How closely fields go together: what agrees at once among strangers, random ones and those who
/// share one value; what differs at once among matches.
fn ties(
    fields: &[FieldModel],
    groups: &[PatternGroup],
    strangers: &[Vec<FieldModel>],
    shares: &[f64],
    (random, random_share): (&PatternGroup, f64),
) -> FieldTies {
    let (mut same, mut different) = (Together::default(), Together::default());
    walk(fields, random, random_share, |pattern, pairs, likely| {
        let (agree, _, known) = sets(fields, pattern);
        same.add(agree, known, pairs * (1.0 - likely));
    });
    let mut shared = [[None; MAX_FIELDS]; MAX_FIELDS];
    for ((group, own), share) in groups.iter().zip(strangers).zip(shares) {
        walk(&with_m(own, fields), group, *share, |pattern, pairs, likely| {
            let (_, differ, known) = sets(fields, pattern);
            if group.telling {
                different.add(differ, known & !group.alike, pairs * likely);
            }
        });
        let few =
            group.counts.iter().map(|(_, pairs, _)| *pairs as f64).sum::<f64>() * (1.0 - share);
        if group.alike.count_ones() == 1 && few >= FEW {
            let first = group.alike.trailing_zeros() as usize;
            for (second, (own, field)) in own.iter().zip(fields).enumerate() {
                let lift = libm::log2(own.agreement() / field.agreement().max(1e-12)) as f32;
                if let Some(slot) = shared.get_mut(first).and_then(|row| row.get_mut(second)) {
                    *slot = Some(lift).filter(|_| first != second);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for (second, later) in fields.iter().enumerate() {
        for (first, earlier) in fields.iter().enumerate().take(second) {
            let at = |a: usize, b: usize| shared.get(a).and_then(|row| *row.get(b)?);
            let lift = [at(first, second), at(second, first), same.bits(first, second)];
            let lift = lift.into_iter().flatten().fold(0.0, f32::max);
            // What a field adds is never against its own word.
            let most = earlier.best().min(later.best()).max(0.0);
            let least = (-earlier.worst()).min(-later.worst()).max(0.0);
            let same = lift.min(most);
            let presumed = if same >= CLOSE { CHANGE * least } else { 0.0 };
            let seen = different.bits(first, second).unwrap_or(0.0);
            let tie = FieldTie {
                fields: (first as u8, second as u8),
                same,
                different: seen.max(presumed).clamp(0.0, least),
            };
            if tie.same >= LEAST_TIE || tie.different >= LEAST_TIE {
                pairs.push(tie);
            }
        }
    }
    FieldTies::new(fields.len(), pairs)
}

/// Tells how likely each pattern of a group is a match; gives the expected matches and all pairs.
fn walk(
    fields: &[FieldModel],
    group: &PatternGroup,
    share: f64,
    mut take: impl FnMut(Pattern, f64, f64),
) -> (f64, f64) {
    let prior = libm::log2(share / (1.0 - share));
    let (mut found, mut all) = (0.0, 0.0);
    for &(pattern, pairs, residents) in &group.counts {
        let mut bits = weight_of(fields, pattern) + residents;
        for (place, field) in fields.iter().enumerate() {
            if group.alike & 1 << place != 0 {
                bits -= field.weight(pattern.field_level(place));
            }
        }
        let odds = libm::exp2((prior + f64::from(bits)).clamp(-200.0, 200.0));
        let (likely, pairs) = (odds / (1.0 + odds), pairs as f64);
        take(pattern, pairs, likely);
        found += pairs * likely;
        all += pairs;
    }
    (found, all)
}

#[cfg(test)]
mod tests;
