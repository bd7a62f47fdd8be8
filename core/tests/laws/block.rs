//! Blocking against the plain definition: every pair of rows, every rule.

use hoten::{BlockOutcome, BlockRule, Blocker, BlockingOptions, Candidate, PairScope, PartTable};
use proptest::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

const PARTS: u8 = 6;

#[derive(Debug, Clone)]
struct Case {
    parts: PartTable,
    rules: Vec<BlockRule>,
    options: BlockingOptions,
}

fn table(rows: &[Vec<u32>]) -> PartTable {
    let mut parts = PartTable::new(rows.len() as u32, PARTS);
    for (row, ids) in rows.iter().enumerate() {
        for (part, id) in ids.iter().enumerate() {
            parts.set(part as u8, row as u32, *id);
        }
    }
    parts
}

fn scope() -> impl Strategy<Value = PairScope> {
    prop_oneof![
        Just(PairScope::All),
        (0..50_u32).prop_map(|boundary| PairScope::Across { boundary }),
        (0..50_u32).prop_map(|boundary| PairScope::Touching { boundary }),
    ]
}

fn case(max_block_pairs: impl Strategy<Value = u64>) -> impl Strategy<Value = Case> {
    let rows = prop::collection::vec(prop::collection::vec(0..4_u32, PARTS as usize), 0..50);
    let rules = prop::collection::vec((prop::collection::vec(0..PARTS, 0..4), 0..30_u64), 0..6);
    let refine = prop::collection::vec(0..PARTS, 0..4);
    (rows, rules, refine, scope(), max_block_pairs, 1..9_usize).prop_map(
        |(rows, rules, refine, scope, max_block_pairs, batch_pairs)| Case {
            parts: table(&rows),
            rules: rules
                .into_iter()
                .map(|(parts, most_pairs)| BlockRule {
                    name: Cow::Borrowed("rule"),
                    parts: Cow::Owned(parts),
                    most_pairs,
                })
                .collect(),
            options: BlockingOptions { max_block_pairs, refine, scope, batch_pairs },
        },
    )
}

/// The pairs of a rule by definition, and the refused groups of rows.
fn made_by(case: &Case, rule: &BlockRule) -> (BTreeSet<(u32, u32)>, BTreeSet<Vec<u32>>) {
    let mut blocks: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
    for row in 0..case.parts.rows() {
        let key: Vec<u32> = rule.parts.iter().map(|part| case.parts.part(*part, row)).collect();
        if !key.is_empty() && key.iter().all(|id| *id != 0) {
            blocks.entry(key).or_default().push(row);
        }
    }
    let (mut made, mut refused) = Default::default();
    for rows in blocks.into_values() {
        split(case, rule.most_pairs, rows, &case.options.refine, &mut made, &mut refused);
    }
    (made, refused)
}

fn split(
    case: &Case,
    most: u64,
    rows: Vec<u32>,
    refine: &[u8],
    made: &mut BTreeSet<(u32, u32)>,
    refused: &mut BTreeSet<Vec<u32>>,
) {
    let scope = case.options.scope;
    let pairs: Vec<(u32, u32)> = rows
        .iter()
        .flat_map(|left| rows.iter().map(|right| (*left, *right)))
        .filter(|&(left, right)| scope.contains(left, right))
        .collect();
    let (held, largest) = (pairs.len() as u64, case.options.max_block_pairs);
    if held <= most.min(largest) || refine.is_empty() && held <= largest {
        made.extend(pairs);
    } else if let Some((part, refine)) = refine.split_first() {
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for row in rows {
            groups.entry(case.parts.part(*part, row)).or_default().push(row);
        }
        for rows in groups.into_values() {
            split(case, most, rows, refine, made, refused);
        }
    } else {
        refused.insert(rows);
    }
}

fn walk(blocker: &Blocker<'_>) -> (Vec<Candidate>, BlockOutcome) {
    let mut found = Vec::new();
    let outcome = blocker.for_each_batch(&mut |batch| {
        found.extend_from_slice(batch);
        ControlFlow::Continue(())
    });
    (found, outcome.continue_value().unwrap())
}

fn check(case: &Case) -> Result<(), TestCaseError> {
    let blocker = Blocker::new(&case.parts, &case.rules, case.options.clone()).unwrap();
    let (found, outcome) = walk(&blocker);
    let forecast = blocker.forecast();

    let mut expected: BTreeMap<(u32, u32), u8> = BTreeMap::new();
    for (place, rule) in case.rules.iter().enumerate() {
        let (made, refused) = made_by(case, rule);
        let said = &forecast.rules[place];
        prop_assert_eq!(said.pairs, made.len() as u64);
        prop_assert_eq!(said, &outcome.rules[place].forecast);
        let whole = BlockingOptions { max_block_pairs: u64::MAX, ..case.options.clone() };
        let free = BlockRule { most_pairs: u64::MAX, ..rule.clone() };
        let all = made_by(&Case { options: whole, ..case.clone() }, &free).0;
        prop_assert_eq!(said.left_out_pairs, (all.len() - made.len()) as u64);
        let first_and_size = |rows: &Vec<u32>| (rows[0], rows.len() as u32, place as u8);
        let said_refused: BTreeSet<_> =
            said.refused.iter().map(|held| (held.sample_row, held.rows, held.rule)).collect();
        prop_assert_eq!(said.refused.len(), refused.len());
        prop_assert_eq!(said_refused, refused.iter().map(first_and_size).collect());
        let before = expected.len();
        for pair in made {
            expected.entry(pair).or_insert(place as u8);
        }
        prop_assert_eq!(outcome.rules[place].new_pairs, (expected.len() - before) as u64);
    }
    let pairs: BTreeMap<_, _> =
        found.iter().map(|pair| ((pair.left, pair.right), pair.rule)).collect();
    prop_assert_eq!(pairs.len(), found.len(), "a pair was given twice");
    prop_assert_eq!(pairs, expected);
    Ok(())
}

proptest! {
    #[test]
    fn without_a_limit_the_pairs_are_all_that_agree_on_a_rule(case in case(Just(u64::MAX))) {
        let mut case = case;
        case.rules.iter_mut().for_each(|rule| rule.most_pairs = u64::MAX);
        let blocker = Blocker::new(&case.parts, &case.rules, case.options.clone()).unwrap();
        let agree = |rule: &BlockRule, left, right| !rule.parts.is_empty()
            && rule.parts.iter().all(|part| {
                let id = case.parts.part(*part, left);
                id != 0 && id == case.parts.part(*part, right)
            });
        let mut expected = Vec::new();
        for left in 0..case.parts.rows() {
            for right in left + 1..case.parts.rows() {
                if !case.options.scope.contains(left, right) {
                    continue;
                }
                let first = case.rules.iter().position(|rule| agree(rule, left, right));
                expected.extend(first.map(|rule| Candidate { left, right, rule: rule as u8 }));
            }
        }
        let (mut found, _) = walk(&blocker);
        found.sort();
        prop_assert_eq!(found, expected);
        check(&case)?;
    }

    #[test]
    fn oversized_blocks_are_refined_and_refused_as_defined(case in case(0..40_u64)) {
        check(&case)?;
    }

    #[test]
    fn batches_and_threads_change_nothing(case in case(0..400_u64), threads in 1..5_usize) {
        let blocker = Blocker::new(&case.parts, &case.rules, case.options.clone()).unwrap();
        let (found, outcome) = walk(&blocker);
        let mut mapped = Vec::new();
        let run = || blocker.map_batches(<[Candidate]>::to_vec, |batch| {
            assert!(batch.len() <= case.options.batch_pairs);
            mapped.extend(batch);
            ControlFlow::Continue(())
        });
        #[cfg(feature = "parallel")]
        let again = pool(threads).install(run);
        #[cfg(not(feature = "parallel"))]
        let again = { let _ = threads; let mut run = run; run() };
        prop_assert_eq!(mapped, found);
        prop_assert_eq!(again.continue_value(), Some(outcome));
    }
}

#[cfg(feature = "parallel")]
fn pool(threads: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

/// Large enough for many buckets, blocks that are cut into tasks, refined and refused.
#[test]
fn a_large_table_is_walked_the_same_way_by_any_number_of_threads() {
    let rows = 20_000_u32;
    let mut parts = PartTable::new(rows, PARTS);
    let mut noise = 1_u32;
    for row in 0..rows {
        for (part, size) in (0..PARTS).zip([8_000, 4_000, 150, 40, 6, 3]) {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Small values are frequent, and a tenth is missing.
            let value = (noise >> 8) % size;
            parts.set(
                part,
                row,
                if noise >> 28 == 0 { 0 } else { value.min(value * value % size) },
            );
        }
    }
    let rule = |parts: &'static [u8]| BlockRule::new("rule", parts);
    // More than are hashed together.
    let rules = [&[0][..], &[2, 4], &[1, 5], &[2, 3], &[3, 1], &[0, 5]].map(rule).to_vec();
    let options = BlockingOptions {
        max_block_pairs: 8_000,
        refine: vec![5, 4],
        scope: PairScope::Touching { boundary: 9_000 },
        batch_pairs: 1_000,
    };
    let case = Case { parts, rules, options };
    check(&case).unwrap();
    let blocker = Blocker::new(&case.parts, &case.rules, case.options.clone()).unwrap();
    let (found, outcome) = walk(&blocker);
    assert!(outcome.rules.iter().any(|rule| rule.forecast.refined_blocks > 0));
    assert!(outcome.rules.iter().any(|rule| !rule.forecast.refused.is_empty()));
    let map = || {
        let mut batches = Vec::new();
        let outcome = blocker.map_batches(<[Candidate]>::to_vec, |batch| {
            batches.push(batch);
            ControlFlow::Continue(())
        });
        (batches, outcome.continue_value().unwrap())
    };
    let (batches, mapped) = map();
    assert_eq!((batches.concat(), mapped), (found, outcome));
    #[cfg(feature = "parallel")]
    for threads in 1..4 {
        assert!(pool(threads).install(map).0 == batches, "{threads} threads");
    }
}

/// So many values that some differ only in what the sort does not see (2^32 hashes).
#[test]
fn different_keys_with_one_hash_do_not_meet() {
    let rows = 300_000_u32;
    let mut parts = PartTable::new(rows, 2);
    for row in 0..rows {
        let value = (row / 2).wrapping_mul(2_654_435_769) ^ (row / 16);
        parts.set(0, row, value | 1);
        parts.set(1, row, (value >> 1) + 1);
    }
    let rules = [BlockRule::new("both", &[0, 1])];
    let blocker = Blocker::new(&parts, &rules, BlockingOptions::default()).unwrap();
    let (found, outcome) = walk(&blocker);
    let agree = |pair: &Candidate| {
        (0..2).all(|part| parts.part(part, pair.left) == parts.part(part, pair.right))
    };
    assert!(found.iter().all(agree));
    assert!(found.len() >= rows as usize / 2);
    assert_eq!(outcome.rules[0].forecast.pairs, found.len() as u64);
}

#[test]
fn a_million_identical_records_are_refused_by_name() {
    let rows = 1_000_000;
    let mut parts = PartTable::new(rows, 4);
    for row in 0..rows {
        parts.set(0, row, 1);
        parts.set(1, row, 2);
        parts.set(2, row, row % 2);
    }
    let rules = [BlockRule::new("name", &[0, 1]), BlockRule::new("nothing", &[3])];
    let options = BlockingOptions { refine: vec![2, 3], ..BlockingOptions::default() };
    let blocker = Blocker::new(&parts, &rules, options).unwrap();
    let (found, outcome) = walk(&blocker);
    assert_eq!(found, []);
    let said = &outcome.rules[0].forecast;
    assert_eq!((said.keyed_records, said.blocks, said.pairs), (rows, 0, 0));
    assert_eq!(said.left_out_pairs, 499_999_500_000);
    let named: Vec<_> = said.refused.iter().map(|held| (held.rows, held.sample_row)).collect();
    assert_eq!(named, [(500_000, 0), (500_000, 1)]);
    assert_eq!(outcome.rules[1].forecast.keyed_records, 0);
}

#[test]
fn breaking_off_ends_the_walk() {
    let parts = table(&vec![vec![1; PARTS as usize]; 40]);
    let rules = [BlockRule::new("one", &[0])];
    let options = BlockingOptions { batch_pairs: 10, ..BlockingOptions::default() };
    let blocker = Blocker::new(&parts, &rules, options).unwrap();
    let mut batches = 0;
    let ended = blocker.for_each_batch(&mut |_| {
        batches += 1;
        if batches == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(ended.is_break());
    assert_eq!(batches, 3);
    let ended = blocker.map_batches(<[Candidate]>::len, |_| ControlFlow::Break(()));
    assert!(ended.is_break());
}

#[test]
fn more_rules_or_parts_than_fit_are_an_error() {
    let parts = table(&[vec![1; PARTS as usize]]);
    let rule = BlockRule::new("one", &[0]);
    let fits = vec![rule.clone(); 255];
    assert!(Blocker::new(&parts, &fits, BlockingOptions::default()).is_ok());
    let many = vec![rule; 256];
    let error = Blocker::new(&parts, &many, BlockingOptions::default()).unwrap_err();
    assert_eq!(error.code().as_str(), "too_many_rules");
    let wide = [BlockRule {
        name: "wide".into(),
        parts: (0..65).collect::<Vec<_>>().into(),
        most_pairs: u64::MAX,
    }];
    let error = Blocker::new(&parts, &wide, BlockingOptions::default()).unwrap_err();
    assert_eq!(error.code().as_str(), "too_many_rules");
}
