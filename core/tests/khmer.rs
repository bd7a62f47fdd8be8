//! How well the keys of Khmer-origin names meet, on the list of names with their spellings.
//!
//! Counted on every pair of two spellings of a name (Khmer, Latin, Vietnamese), and on random pairs
//! of different names, one spelling each. A spelling that belongs to two names makes a random pair
//! meet, rightly; the figures count such pairs as collisions all the same, and say beside how many
//! there are without pairs of names that share a spelling. Every fifth name was held out: rules were
//! made and thresholds chosen on the others. Print: `cargo test -p hoten --test khmer -- --nocapture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout)]

use hoten::{KhmerKeys, KhmerLevel, khmer_keys, normalize, same_khmer};

struct Name {
    spellings: Vec<String>,
    keys: Vec<KhmerKeys>,
}

/// Rows of the list whose place fits.
fn names(fits: impl Fn(usize) -> bool) -> Vec<Name> {
    include_str!("../data/khmer_names.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .enumerate()
        .filter(|(row, _)| fits(*row))
        .map(|(_, line)| {
            let mut spellings = Vec::<String>::new();
            for spelling in line.split('\t').take(3).flat_map(|cell| cell.split('|')) {
                let spelling = normalize(spelling).into_owned();
                if !spelling.is_empty() && !spellings.contains(&spelling) {
                    spellings.push(spelling);
                }
            }
            let keys = spellings.iter().map(|spelling| khmer_keys(spelling)).collect();
            Name { spellings, keys }
        })
        .collect()
}

/// Two spellings: a name and a spelling of it, twice.
type Pair = [(usize, usize); 2];

fn pairs_of_one_name(names: &[Name]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, name) in names.iter().enumerate() {
        for a in 0..name.spellings.len() {
            pairs.extend((0..a).map(|b| [(at, b), (at, a)]));
        }
    }
    pairs
}

/// The same in every run.
fn random_pairs(names: &[Name], count: usize) -> Vec<Pair> {
    let mut state = 88_172_645_463_325_252_u64;
    let mut below = |end: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % end
    };
    let mut pairs = Vec::with_capacity(count);
    while pairs.len() < count {
        let (a, b) = (below(names.len()), below(names.len()));
        if a != b {
            let spelling = |name: usize, drawn: usize| (name, drawn % names[name].keys.len());
            pairs.push([spelling(a, below(1 << 20)), spelling(b, below(1 << 20))]);
        }
    }
    pairs
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// Recall and collisions in percent.
fn figures(
    title: &str,
    names: &[Name],
    level: KhmerLevel,
    meet: &dyn Fn(&Pair) -> bool,
) -> (f64, f64) {
    let same = pairs_of_one_name(names);
    let met = same.iter().filter(|pair| meet(pair)).count();
    let random = random_pairs(names, 200_000);
    let shares = |[(a, _), (b, _)]: &&Pair| {
        names[*a].spellings.iter().any(|spelling| names[*b].spellings.contains(spelling))
    };
    let collisions = random.iter().filter(|pair| meet(pair)).count();
    let apart: Vec<_> = random.iter().filter(|pair| !shares(pair)).collect();
    let foreign = apart.iter().filter(|pair| meet(pair)).count();
    let (recall, collided) = (percent(met, same.len()), percent(collisions, random.len()));
    println!(
        "{title:<22} {:<6} recall {recall:5.2} % ({met} of {}), random {collided:.3} %, of names without a shared spelling {:.3} %",
        level.as_str(),
        same.len(),
        percent(foreign, apart.len()),
    );
    (recall, collided)
}

fn by_keys(title: &str, names: &[Name], level: KhmerLevel) -> (f64, f64) {
    let keys = |(name, spelling): (usize, usize)| &names[name].keys[spelling];
    figures(title, names, level, &|&[a, b]| keys(a).meet(keys(b), level))
}

/// (level, least recall, most random pairs) in percent.
const ASKED: [(KhmerLevel, f64, f64); 3] = [
    (KhmerLevel::Loose, 95.0, 1.0),
    (KhmerLevel::Strict, 88.0, 0.6),
    (KhmerLevel::Vowel, 72.0, 0.12),
];

#[test]
fn keys_meet_without_the_list_of_names() {
    let (all, design, held_out) =
        (names(|_| true), names(|row| row % 5 != 0), names(|row| row % 5 == 0));
    for (level, least, most) in ASKED {
        by_keys("keys, design", &design, level);
        by_keys("keys, held out", &held_out, level);
        let (recall, collided) = by_keys("keys, all", &all, level);
        assert!(recall >= least, "{} meets in {recall} %", level.as_str());
        assert!(collided <= most, "{} collides in {collided} %", level.as_str());
    }
}

#[test]
fn the_list_of_names_settles_what_it_knows() {
    let all = names(|_| true);
    for level in KhmerLevel::ALL {
        let spelling = |(name, spelling): (usize, usize)| all[name].spellings[spelling].as_str();
        let (recall, collided) = figures("keys and list, all", &all, level, &|&[a, b]| {
            same_khmer(spelling(a), spelling(b), level)
        });
        assert!(recall > 99.99, "{recall}: a listed spelling was not found");
        // What is left are spellings of two names.
        assert!(collided < 0.1, "{collided}");
    }
}
