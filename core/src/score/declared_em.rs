//! Expectation maximisation for declared fields: m from the pairs of a few rules, u from random
//! pairs less those that are matches themselves.

use super::declared::{FieldModel, LevelCounts, moved, set_same, weight_of};
use crate::compare::Pattern;

/// Rounds before giving up.
const MAX_ROUNDS: u32 = 60;
/// A round that moves no rate by more than this ends the estimation.
const TOLERANCE: f64 = 2e-4;
/// Half a pair: what was not seen among all pairs is not impossible.
const HALF: f64 = 0.5;

/// Counted patterns of pairs that have something in common: a rule, or nothing.
pub(crate) struct PatternGroup {
    /// Patterns, how often each was seen, and what the resident's fields say of it, in bits.
    pub(crate) counts: Vec<(Pattern, u64, f32)>,
    /// Fields that are alike in all pairs of the group (bits): they say nothing within it.
    pub(crate) alike: u16,
    /// The field whose equal values are all that the group's pairs have in common, and the number of
    /// its pairs: strangers among them tell how often strangers share a value.
    pub(crate) of_one_field: Option<(usize, u64)>,
}

/// What was found.
pub(crate) struct FieldEstimate {
    pub(crate) fields: Vec<FieldModel>,
    pub(crate) rounds: u32,
    pub(crate) converged: bool,
    /// Pairs of the rules.
    pub(crate) pairs: u64,
    /// Expected pairs of one entity among the pairs of the rules.
    pub(crate) matches: f64,
}

/// Estimates the rates of `start` anew. `random` are random pairs, `all_pairs` is how many pairs
/// there are. Sums run in the order of the groups and their patterns.
pub(crate) fn estimate_fields(
    start: &[FieldModel],
    groups: &[PatternGroup],
    random: &PatternGroup,
    all_pairs: f64,
) -> FieldEstimate {
    let mut counted = LevelCounts::new(start.len());
    for &(pattern, pairs, _) in &random.counts {
        counted.add(pattern, 0, pairs as f64);
    }
    let mut fields = counted.others(start, start);
    let mut shares = vec![0.1; groups.len()];
    let mut random_share = 1e-4;
    let all = groups.iter().flat_map(|group| &group.counts).map(|(_, pairs, _)| pairs).sum();
    let mut out = FieldEstimate {
        fields: Vec::new(),
        rounds: 0,
        converged: groups.is_empty(),
        pairs: all,
        matches: 0.0,
    };
    while !out.converged && out.rounds < MAX_ROUNDS {
        let mut matches = LevelCounts::new(start.len());
        out.matches = 0.0;
        let mut alone = Vec::new();
        for (group, share) in groups.iter().zip(&mut shares) {
            let (found, all) = walk(&fields, group, *share, |pattern, pairs, likely| {
                matches.add(pattern, group.alike, pairs * likely);
            });
            out.matches += found;
            *share = bounded((found + 1.0) / (all + 2.0));
            alone.extend(group.of_one_field.map(|(field, pairs)| (field, pairs as f64 * (1.0 - *share))));
        }
        let mut others = LevelCounts::new(start.len());
        let (found, all) = walk(&fields, random, random_share, |pattern, pairs, likely| {
            others.add(pattern, 0, pairs * (1.0 - likely));
        });
        random_share = bounded(found / all.max(1.0));
        let mut next = others.others(&matches.matches(start, None), start);
        for (field, strangers) in alone {
            if let Some(field) = next.get_mut(field) {
                set_same(field, (strangers + HALF) / all_pairs.max(1.0));
            }
        }
        out.rounds += 1;
        out.converged = moved(&fields, &next) < TOLERANCE;
        fields = next;
    }
    out.fields = fields;
    out
}

fn bounded(share: f64) -> f64 {
    share.clamp(1e-9, 1.0 - 1e-6)
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
mod tests {
    use super::*;
    use crate::record::FieldKind;

    const SAME: u64 = 2;

    /// Three categories; nine matches in ten agree on each, strangers on one in four. The estimate
    /// must find the rates again, though one random pair in fifty is a match.
    #[test]
    fn finds_the_rates_a_table_was_made_with() {
        let different = FieldKind::Category.levels().len() as u64 - 1;
        let pattern = |agree: u64| {
            let level = |place: u64| if agree >> place & 1 == 1 { SAME } else { different };
            Pattern::default().with_declared(level(0) | level(1) << 4 | level(2) << 8)
        };
        let rate = |agree: u64, p: f64, from: u32| -> f64 {
            (from..3).map(|place| if agree >> place & 1 == 1 { p } else { 1.0 - p }).product()
        };
        let group = |alike: u16, share: f64, total: f64, from: u32| PatternGroup {
            counts: (0..8)
                .filter(|agree| from == 0 || agree & 1 == 1)
                .map(|agree| {
                    let mixed = share * rate(agree, 0.9, from) + (1.0 - share) * rate(agree, 0.25, from);
                    (pattern(agree), (total * mixed) as u64, 0.0)
                })
                .collect(),
            alike,
            of_one_field: None,
        };
        let start: Vec<_> = ["a", "b", "c"]
            .map(|name| FieldModel::shipped(name, FieldKind::Category))
            .into();
        let groups = [group(1, 0.6, 200_000.0, 1)];
        let random = group(0, 0.02, 400_000.0, 0);
        let found = estimate_fields(&start, &groups, &random, 1e9);
        assert!(found.converged);
        for field in &found.fields[1..] {
            assert!((field.m[2] - 0.9).abs() < 0.02, "{}", field.m[2]);
            assert!((field.u[2] - 0.25).abs() < 0.02, "{}", field.u[2]);
        }
        assert!((found.matches / 120_000.0 - 1.0).abs() < 0.1, "{}", found.matches);
    }

    /// Of 1,000 pairs that share a number all but a few agree in nothing else: strangers share it
    /// that often.
    #[test]
    fn what_strangers_share_is_counted_where_a_rule_is_one_field() {
        let different = FieldKind::Category.levels().len() as u64 - 1;
        let start = [
            FieldModel::shipped("number", FieldKind::Identifier),
            FieldModel::shipped("a", FieldKind::Category),
            FieldModel::shipped("b", FieldKind::Category),
        ];
        let strangers = Pattern::default().with_declared(SAME | different << 4 | different << 8);
        let other = FieldKind::Identifier.levels().len() as u64 - 1;
        let apart = Pattern::default().with_declared(other | different << 4 | different << 8);
        let shared = PatternGroup {
            counts: vec![(strangers, 1_000, 0.0)],
            alike: 1,
            of_one_field: Some((0, 1_000)),
        };
        let random =
            PatternGroup { counts: vec![(apart, 100_000, 0.0)], alike: 0, of_one_field: None };
        let found = estimate_fields(&start, &[shared], &random, 1e6);
        assert!((found.fields[0].u[2] / 1e-3 - 1.0).abs() < 0.05, "{}", found.fields[0].u[2]);
    }
}
