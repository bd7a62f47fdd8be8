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
