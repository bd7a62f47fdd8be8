//! Expectation maximisation on counted patterns: the table's own m probabilities, without labels.
//!
//! Pairs found by one training rule form a group; a comparison that the rule itself fixed says
//! nothing inside its group and is left out there (Splink does the same one rule at a time; here
//! all groups share one estimate). Patterns are counted first, so a round costs the number of
//! distinct patterns, not of pairs.

use super::model::{FLOOR, MISSING_LEVELS, Table};
use crate::compare::{Comparison, MAX_LEVELS, Pattern};

/// How often a pattern was seen among the pairs of one training rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PatternCount {
    pub(crate) rule: u8,
    pub(crate) pattern: Pattern,
    pub(crate) pairs: u64,
}

/// What the estimation found and how it went.
#[derive(Debug, Clone)]
pub(crate) struct Estimate {
    pub(crate) m: Table,
    pub(crate) rounds: u32,
    pub(crate) converged: bool,
    /// Expected pairs of one person among the training pairs.
    pub(crate) matches: f64,
}

/// Rounds before giving up; the estimate is then reported as not converged.
const MAX_ROUNDS: u32 = 100;
/// A round that moves no probability by more than this ends the estimation.
const TOLERANCE: f64 = 1e-4;

/// Re-estimates `m` from counted patterns, with `u` fixed.
///
/// `fixed` holds for each rule the comparisons it fixes; `strength` is how many pairs the starting
/// `m` counts for, so that a small table keeps close to it. Sums run in the order of `counts`,
/// which should be sorted: the result is then the same on every run.
pub(crate) fn estimate(
    counts: &[PatternCount],
    fixed: &[&[Comparison]],
    start: &Table,
    u: &Table,
    strength: f64,
) -> Estimate {
    let masks: Vec<u16> =
        fixed.iter().map(|list| list.iter().fold(0, |mask, c| mask | 1 << c.index())).collect();
    let mut m = *start;
    let mut share = vec![0.1; fixed.len()];
    let mut estimate = Estimate { m, rounds: 0, converged: counts.is_empty(), matches: 0.0 };
    while !estimate.converged && estimate.rounds < MAX_ROUNDS {
        let mut sums: Table = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        let mut group = vec![(0.0, 0.0); fixed.len()];
        for count in counts {
            let rule = usize::from(count.rule);
            let mask = masks.get(rule).copied().unwrap_or(0);
            let prior = share.get(rule).copied().unwrap_or(0.1);
            let match_given = posterior(count.pattern, mask, prior, &m, u);
            let pairs = count.pairs as f64;
            if let Some((matches, all)) = group.get_mut(rule) {
                *matches += pairs * match_given;
                *all += pairs;
            }
            for (index, row) in sums.iter_mut().enumerate() {
                if mask & 1 << index == 0
                    && let Some(cell) = row.get_mut(level(count.pattern, index))
                {
                    *cell += pairs * match_given;
                }
            }
        }
        let next = normalised(&sums, start, strength);
        let moved = m.iter().flatten().zip(next.iter().flatten());
        let largest = moved.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        m = next;
        for (share, (matches, all)) in share.iter_mut().zip(&group) {
            *share = ((matches + 1.0) / (all + 10.0)).clamp(1e-6, 1.0 - 1e-6);
        }
        estimate.rounds += 1;
        estimate.converged = largest < TOLERANCE;
        estimate.matches = group.iter().map(|(matches, _)| matches).sum();
    }
    estimate.m = m;
    estimate
}

fn level(pattern: Pattern, comparison: usize) -> usize {
    (pattern.bits() >> (comparison * 4) & 0xF) as usize
}

fn posterior(pattern: Pattern, mask: u16, prior: f64, m: &Table, u: &Table) -> f64 {
    let (mut match_likelihood, mut other_likelihood) = (prior, 1.0 - prior);
    for (index, (m_row, u_row)) in m.iter().zip(u).enumerate() {
        let level = level(pattern, index);
        // As in scoring, a missing value is no evidence.
        if mask & 1 << index == 0 && level >= MISSING_LEVELS {
            match_likelihood *= m_row.get(level).copied().unwrap_or(FLOOR).max(FLOOR);
            other_likelihood *= u_row.get(level).copied().unwrap_or(FLOOR).max(FLOOR);
        }
    }
    match_likelihood / (match_likelihood + other_likelihood).max(f64::MIN_POSITIVE)
}

/// The next estimate. How often values are missing stays as it was: it is no evidence, and must
/// neither move the other levels nor keep the rounds going.
fn normalised(sums: &Table, start: &Table, strength: f64) -> Table {
    let mut out = *start;
    for ((row, sums), start) in out.iter_mut().zip(sums).zip(start) {
        let counted = || sums.iter().zip(start).skip(MISSING_LEVELS);
        let known: f64 = counted().map(|(_, start)| start).sum();
        let total: f64 = counted().map(|(sum, _)| sum).sum::<f64>() + strength * known;
        if total > 0.0 {
            let cells = row.iter_mut().skip(MISSING_LEVELS).zip(counted());
            for (cell, (sum, start)) in cells {
                *cell = known * (sum + strength * start) / total;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two comparisons (sex, phone), known rates; the estimate must find the rates again.
    #[test]
    fn finds_the_rates_a_table_was_made_with() {
        let (sex, phone) = (Comparison::Sex.index(), Comparison::Phone.index());
        let mut truth = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        let mut u = truth;
        for row in truth.iter_mut().chain(&mut u) {
            row[0] = 1.0;
        }
        truth[sex] = [0.0; MAX_LEVELS];
        truth[phone] = [0.0; MAX_LEVELS];
        (truth[sex][2], truth[sex][3], truth[phone][2], truth[phone][6]) = (0.9, 0.1, 0.8, 0.2);
        u[sex] = [0.0; MAX_LEVELS];
        u[phone] = [0.0; MAX_LEVELS];
        (u[sex][2], u[sex][3], u[phone][2], u[phone][6]) = (0.5, 0.5, 0.001, 0.999);
        let mut counts = Vec::new();
        for s in [2u8, 3] {
            for p in [2u8, 6] {
                let share = |t: &Table| t[sex][usize::from(s)] * t[phone][usize::from(p)];
                let pairs = (1e6 * (0.3 * share(&truth) + 0.7 * share(&u))).round() as u64;
                let pattern =
                    Pattern::default().with(Comparison::Sex, s).with(Comparison::Phone, p);
                counts.push(PatternCount { rule: 0, pattern, pairs });
            }
        }
        let mut start = truth;
        (start[sex][2], start[sex][3], start[phone][2], start[phone][6]) = (0.7, 0.3, 0.6, 0.4);
        let found = estimate(&counts, &[&[]], &start, &u, 1.0);
        assert!(found.converged, "{} rounds", found.rounds);
        assert!((found.m[phone][2] - 0.8).abs() < 0.03, "{}", found.m[phone][2]);
        assert!((found.m[sex][2] - 0.9).abs() < 0.03, "{}", found.m[sex][2]);
    }

    #[test]
    fn no_pairs_leave_the_start_as_it_is() {
        let start = crate::score::Model::default().m;
        let found = estimate(&[], &[], &start, &start, 100.0);
        assert_eq!(found.m, start);
    }

    /// Half of a rule's pairs are one person: the estimate of their number says so. What the rule
    /// fixes agrees by construction and is left as it was.
    #[test]
    fn matches_are_counted_and_fixed_comparisons_left_alone() {
        let (sex, phone) = (Comparison::Sex, Comparison::Phone);
        let mut start = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        start.iter_mut().for_each(|row| row[0] = 1.0);
        let mut u = start;
        for (table, same) in [(&mut start, 0.6), (&mut u, 0.001)] {
            for comparison in [sex, phone] {
                let row = &mut table[comparison.index()];
                (row[0], row[2], row[5]) = (0.0, same, 1.0 - same);
            }
        }
        let pattern = |level| Pattern::default().with(sex, 2).with(phone, level);
        let count = |level| PatternCount { rule: 0, pattern: pattern(level), pairs: 5_000 };
        let found = estimate(&[count(2), count(5)], &[&[sex]], &start, &u, 1.0);
        assert!((found.matches - 5_000.0).abs() < 500.0, "{}", found.matches);
        assert!((found.m[sex.index()][2] - 0.6).abs() < 1e-3);
    }

    /// However many values are missing, what is estimated of the others is the same, and found in as
    /// many rounds.
    #[test]
    fn missing_values_neither_move_nor_delay_the_estimate() {
        let (sex, phone) = (Comparison::Sex, Comparison::Phone);
        let mut start = [[0.0; MAX_LEVELS]; Comparison::ALL.len()];
        start.iter_mut().for_each(|row| row[0] = 1.0);
        let mut u = start;
        for (table, same) in [(&mut start, 0.6), (&mut u, 0.1)] {
            for comparison in [sex, phone] {
                let row = &mut table[comparison.index()];
                (row[0], row[2], row[5]) = (0.2, 0.8 * same, 0.8 * (1.0 - same));
            }
        }
        let pattern = |level| Pattern::default().with(sex, level).with(phone, level);
        let count = |pattern, pairs| PatternCount { rule: 0, pattern, pairs };
        let known = [count(pattern(2), 5_000), count(pattern(5), 2_000)];
        // As many pairs again, of which nothing is known of the phone.
        let missing = |level, pairs| count(Pattern::default().with(sex, level), pairs);
        let found = estimate(&known, &[&[]], &start, &u, 1.0);
        let others = [known[0], known[1], missing(0, 50_000)];
        let beside = estimate(&others, &[&[], &[]], &start, &u, 1.0);
        assert_eq!(found.m[phone.index()][0], 0.2);
        let known_share: f64 = found.m[phone.index()][2..].iter().sum();
        assert!((known_share - 0.8).abs() < 1e-12);
        let ratio = |m: &Table| m[phone.index()][2] / m[phone.index()][5];
        let apart = ratio(&beside.m) / ratio(&found.m);
        assert!((0.8..1.25).contains(&apart), "{apart}");
    }

    /// Which office leaves what out says nothing of persons: a missing value moves no pair, however
    /// unlike its rates among pairs of one person and others.
    #[test]
    fn what_is_missing_weighs_nothing_in_training() {
        let (sex, phone) = (Comparison::Sex, Comparison::Phone);
        let judged = |m_missing: f64, u_missing: f64, phone_level| {
            let mut m = [[0.5; MAX_LEVELS]; Comparison::ALL.len()];
            let mut u = m;
            (m[sex.index()][2], u[sex.index()][2]) = (0.9, 0.3);
            for level in [0, 1] {
                m[phone.index()][level] = m_missing;
                u[phone.index()][level] = u_missing;
            }
            let pattern = Pattern::default().with(sex, 2).with(phone, phone_level);
            posterior(pattern, 0, 0.1, &m, &u)
        };
        // Odds of 1 to 9, times 0.9 / 0.3 for sex: 1 to 3.
        for (m, u) in [(0.5, 0.5), (0.98, 0.02), (0.02, 0.98)] {
            for level in [0, 1] {
                let found = judged(m, u, level);
                assert!((found - 0.25).abs() < 1e-12, "{m} {u} {level}: {found}");
            }
        }
    }
}
