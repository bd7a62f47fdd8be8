//! Ranks the golden triples: a name, a variant of it, and a look-alike that another person bears.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout)]

use hoten::name_similarity;
use std::collections::BTreeMap;

/// Of a hundred triples so many rank the variant above the look-alike.
const LEAST: f64 = 97.0;

#[test]
fn variants_rank_above_look_alikes() {
    let text = include_str!("../testdata/golden_triples.tsv");
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let (mut count, mut failures) = (0, Vec::new());
    let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for row in rows {
        let cells: Vec<_> = row.split('\t').collect();
        let [kind, name, variant, other] = cells.as_slice() else { panic!("{row}") };
        let (near, far) = (name_similarity(name, variant), name_similarity(name, other));
        let ranked = near.score > far.score;
        let (right, all) = kinds.entry(kind).or_default();
        *right += u32::from(ranked);
        *all += 1;
        count += 1;
        if !ranked {
            failures.push(format!(
                "  {kind}: {name} | {variant} {:.3} {:?} | {other} {:.3} {:?}",
                near.score, near.reasons, far.score, far.reasons
            ));
        }
    }
    let share = 100.0 * f64::from(count - failures.len() as u32) / f64::from(count);
    println!("triples: {count}, ranked right {share:.1} %; {kinds:?}");
    println!("failures:\n{}", failures.join("\n"));
    assert!(count >= 300 && share >= LEAST, "{share:.1} % of {count}");
}
