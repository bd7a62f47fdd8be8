//! Rates and ties that a table was made with are found again.

use super::*;
use crate::record::FieldKind;

const SAME: u64 = 2;

fn different(kind: FieldKind) -> u64 {
    kind.levels().len() as u64 - 1
}

fn categories(names: &[&str]) -> Vec<FieldModel> {
    names.iter().map(|name| FieldModel::shipped(name, FieldKind::Category)).collect()
}

/// The pattern of fields that agree (bits) or differ.
fn pattern(fields: u64, agree: u64) -> Pattern {
    let level = |place| if agree >> place & 1 == 1 { SAME } else { different(FieldKind::Category) };
    Pattern::default().with_declared((0..fields).map(|place| level(place) << (4 * place)).sum())
}

fn group(alike: u16, counts: Vec<(Pattern, u64, f32)>) -> PatternGroup {
    let pairs = counts.iter().map(|(_, pairs, _)| pairs).sum();
    PatternGroup { counts, alike, pairs, telling: true }
}

/// Six categories; matches agree on each in nine of ten, strangers in one of four. One random pair
/// in fifty is a match.
#[test]
fn finds_the_rates_a_table_was_made_with() {
    let rate = |agree: u64, p: f64, from: u32| -> f64 {
        (from..6).map(|place| if agree >> place & 1 == 1 { p } else { 1.0 - p }).product()
    };
    let made = |alike: u16, share: f64, total: f64, from: u32| {
        let held = (0..64).filter(|agree| from == 0 || agree & 1 == 1);
        let counts = held.map(|agree| {
            let mixed = share * rate(agree, 0.9, from) + (1.0 - share) * rate(agree, 0.25, from);
            (pattern(6, agree), (total * mixed) as u64, 0.0)
        });
        group(alike, counts.collect())
    };
    let start = categories(&["a", "b", "c", "d", "e", "f"]);
    let groups = [made(1, 0.6, 200_000.0, 1)];
    let random = made(0, 0.02, 400_000.0, 0);
    let found = estimate_fields(&start, &groups, &random, (1e4, 1e9));
    assert!(found.converged);
    for field in &found.fields[1..] {
        assert!((field.m[2] - 0.9).abs() < 0.03, "{}", field.m[2]);
        assert!((field.u[2] - 0.25).abs() < 0.02, "{}", field.u[2]);
    }
    assert!((found.matches / 120_000.0 - 1.0).abs() < 0.1, "{}", found.matches);
    assert!(found.ties.pairs().iter().all(|tie| tie.same < 0.5), "{:?}", found.ties.pairs());
}

/// Of pairs that share a number (field 0) half are one person and half of one household, who share
/// the house (1) too, but neither name nor age (2, 3). The household is not taken for the person,
/// and house and number count once.
#[test]
fn a_household_is_not_taken_for_a_person() {
    let start = vec![
        FieldModel::shipped("number", FieldKind::Identifier),
        FieldModel::shipped("house", FieldKind::Identifier),
        FieldModel::shipped("name", FieldKind::Text),
        FieldModel::shipped("age", FieldKind::Number),
    ];
    let pattern = |agree: u64| {
        let levels = start.iter().enumerate().map(|(place, field)| {
            let own = if agree >> place & 1 == 1 { SAME } else { different(field.kind) };
            own << (4 * place)
        });
        Pattern::default().with_declared(levels.sum())
    };
    let shared = group(
        1,
        vec![
            (pattern(0b1111), 860, 0.0),
            (pattern(0b1011), 60, 0.0),
            (pattern(0b0111), 60, 0.0),
            (pattern(0b1101), 20, 0.0),
            (pattern(0b0011), 960, 0.0),
            (pattern(0b0001), 40, 0.0),
        ],
    );
    let random = group(0, vec![(pattern(0), 398_000, 0.0), (pattern(0b0100), 2_000, 0.0)]);
    let found = estimate_fields(&start, &[shared], &random, (4e3, 1e7));
    assert!((found.matches / 1_000.0 - 1.0).abs() < 0.1, "{}", found.matches);
    let number = &found.fields[0];
    assert!((number.u[2] / 1e-4 - 1.0).abs() < 0.15, "strangers share it: {}", number.u[2]);
    let tie = found.ties.pairs().iter().find(|tie| tie.fields == (0, 1)).unwrap();
    let house = found.fields[1].weight(2);
    assert!(tie.same > house - 2.0, "{} of {house}", tie.same);
}

/// One person in ten has moved: house and telephone (4, 5) are different at once or not at all,
/// which is one word and not two. Strangers, a third of the pairs, differ in both nearly always.
#[test]
fn what_changes_at_once_is_seen_among_matches_alone() {
    let each = |agree: u64, p: f64, of: core::ops::Range<u32>| -> f64 {
        of.map(|place| if agree >> place & 1 == 1 { p } else { 1.0 - p }).product()
    };
    let counts = (0..64).filter(|agree| agree & 1 == 1).map(|agree| {
        let moved = [0.1, 0.0, 0.0, 0.9][(agree >> 4) as usize];
        let person = each(agree, 0.9, 1..4) * moved;
        let mixed = 2.0 / 3.0 * person + each(agree, 0.05, 1..6) / 3.0;
        (pattern(6, agree), (200_000.0 * mixed) as u64, 0.0)
    });
    let random =
        (0..64).map(|agree| (pattern(6, agree), (4e5 * each(agree, 0.05, 0..6)) as u64, 0.0));
    let start = categories(&["a", "b", "c", "d", "house", "telephone"]);
    let groups = [group(1, counts.collect())];
    let found = estimate_fields(&start, &groups, &group(0, random.collect()), (1e4, 1e9));
    let tie = found.ties.pairs().iter().find(|tie| tie.fields == (4, 5)).unwrap();
    // By chance both change in 1 of 100 matches, and did in 10: three bits and more. Were strangers
    // counted, who differ in both by themselves, it would be one bit.
    assert!(tie.different > 3.0, "{tie:?}");
}

/// 300 pairs that share a number are one person each, ten of one household: ten strangers are too
/// few to say what strangers share with it.
#[test]
fn a_group_of_few_strangers_ties_nothing() {
    let start = categories(&["number", "b", "c", "d"]);
    let random = (0..16).map(|agree: u64| {
        let each = (0..4).map(|place| if agree >> place & 1 == 1 { 0.05 } else { 0.95 });
        (pattern(4, agree), (4e5 * each.product::<f64>()) as u64, 0.0)
    });
    let household = |pairs| (pattern(4, 0b0011), pairs, 0.0);
    let groups = |strangers| [group(1, vec![(pattern(4, 0b1111), 300, 0.0), household(strangers)])];
    let random = group(0, random.collect());
    let tied = |strangers| {
        let found = estimate_fields(&start, &groups(strangers), &random, (1e4, 1e9));
        found.ties.pairs().iter().any(|tie| tie.fields == (0, 1) && tie.same > 0.0)
    };
    assert_eq!([10, 100].map(tied), [false, true]);
}

/// Each holds in half of 400 pairs, so chance would join them in 100: never at once is a number all
/// the same, half a pair for none.
#[test]
fn fields_that_never_agree_at_once_are_bound_by_a_number() {
    let mut together = Together::default();
    together.add(0b01, 0b11, 200.0);
    together.add(0b10, 0b11, 200.0);
    let bits = together.bits(0, 1).unwrap();
    assert!((bits - (0.5_f32 / 100.5).log2()).abs() < 1e-4, "{bits}");
    assert_eq!(together.bits(1, 0), Some(bits));
}
