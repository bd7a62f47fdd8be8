//! Clusters and pairs against the truth, counted in pairs.

use crate::block::{PairScope, radix};

/// How well pairs or clusters meet the truth, counted in pairs of records.
///
/// Truth and clusters are one label per row; truth 0 = not known, and such rows are left out of every
/// count. Which pairs count at all is told by a [`PairScope`]: all, or only those across two tables.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Evaluation {
    /// Pairs of records that are one person.
    pub true_pairs: u64,
    /// Pairs that were put together.
    pub predicted_pairs: u64,
    /// Pairs that were put together rightly.
    pub correct_pairs: u64,
    /// Share of the predicted pairs that are correct; 1 where nothing was predicted.
    pub precision: f64,
    /// Share of the true pairs that were found; 1 where there are none.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

/// What holds if pairs from a threshold on are taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThresholdPoint {
    /// Pairs with at least this score are taken.
    pub threshold: f32,
    /// What then holds.
    pub evaluation: Evaluation,
}

impl Evaluation {
    /// From three counts of pairs.
    #[must_use]
    pub fn from_counts(true_pairs: u64, predicted_pairs: u64, correct_pairs: u64) -> Self {
        let share = |of: u64| if of == 0 { 1.0 } else { correct_pairs as f64 / of as f64 };
        let whole = true_pairs as f64 + predicted_pairs as f64;
        let f1 = if whole == 0.0 { 1.0 } else { 2.0 * correct_pairs as f64 / whole };
        let (precision, recall) = (share(predicted_pairs), share(true_pairs));
        Self { true_pairs, predicted_pairs, correct_pairs, precision, recall, f1 }
    }

    /// Clusters against the truth; every pair within a cluster counts as predicted.
    ///
    /// Linear in rows: pairs are counted from the sizes of clusters, persons and their meets.
    ///
    /// ```
    /// use hoten::{Evaluation, PairScope};
    /// // Rows 0, 1, 2 are one person, row 3 another, row 4 is not known.
    /// let found = Evaluation::of_clusters(&[0, 0, 2, 2, 2], &[1, 1, 1, 2, 0], PairScope::All);
    /// assert_eq!((found.true_pairs, found.predicted_pairs, found.correct_pairs), (3, 2, 1));
    /// assert_eq!((found.precision, found.f1), (0.5, 0.4));
    /// ```
    #[must_use]
    pub fn of_clusters(clusters: &[u32], truth: &[u32], scope: PairScope) -> Self {
        let known = || clusters.iter().zip(truth).filter(|(_, person)| **person != 0);
        let both =
            |(cluster, person): (&u32, &u32)| (u64::from(*cluster) << 32) | u64::from(*person);
        // Rows ascend, so the two sides of the scope are two stretches of the known rows.
        let boundary = clusters.len().min(truth.len()).min(scope.boundary() as usize);
        let before = truth.iter().take(boundary).filter(|person| **person != 0).count();
        Self::from_counts(
            true_pairs(truth, scope),
            pairs_within(known().map(|(cluster, _)| u64::from(*cluster)).collect(), before, scope),
            pairs_within(known().map(both).collect(), before, scope),
        )
    }

    /// Pairs of rows against the truth. Each pair is to come once; pairs out of scope, of unknown
    /// rows, or of rows outside the table are left out.
    #[must_use]
    pub fn of_pairs(
        pairs: impl IntoIterator<Item = (u32, u32)>,
        truth: &[u32],
        scope: PairScope,
    ) -> Self {
        let (mut predicted, mut correct) = (0, 0);
        for same in pairs.into_iter().filter_map(|pair| verdict(pair, truth, scope)) {
            predicted += 1;
            correct += u64::from(same);
        }
        Self::from_counts(true_pairs(truth, scope), predicted, correct)
    }

    /// Labelled pairs: whether each was put together, and whether it should have been.
    #[must_use]
    pub fn of_labels(labels: impl IntoIterator<Item = (bool, bool)>) -> Self {
        let (mut same, mut predicted, mut correct) = (0, 0, 0);
        for (taken, right) in labels {
            same += u64::from(right);
            predicted += u64::from(taken);
            correct += u64::from(taken && right);
        }
        Self::from_counts(same, predicted, correct)
    }

    /// What would hold at each threshold, in their order, if the scored pairs `(left, right, score)`
    /// from it on were taken. Pairs as in [`Evaluation::of_pairs`]; a score that is not a number is
    /// never taken. One pass over the pairs; memory follows the thresholds.
    #[must_use]
    pub fn at_thresholds(
        scored: impl IntoIterator<Item = (u32, u32, f32)>,
        truth: &[u32],
        scope: PairScope,
        thresholds: &[f32],
    ) -> Vec<ThresholdPoint> {
        let mut sorted = thresholds.to_vec();
        sorted.sort_unstable_by(f32::total_cmp);
        // Pairs whose highest threshold met is this one: all, and the correct ones.
        let mut met = vec![(0_u64, 0_u64); sorted.len()];
        for (left, right, score) in scored {
            let Some(same) = verdict((left, right), truth, scope) else { continue };
            let place = sorted.partition_point(|threshold| *threshold <= score);
            if let Some((all, correct)) = place.checked_sub(1).and_then(|at| met.get_mut(at)) {
                *all += 1;
                *correct += u64::from(same);
            }
        }
        let mut sum = (0, 0);
        for (all, correct) in met.iter_mut().rev() {
            sum = (sum.0 + *all, sum.1 + *correct);
            (*all, *correct) = sum;
        }
        let of_truth = true_pairs(truth, scope);
        let point = |threshold: &f32| {
            let place = sorted.partition_point(|held| held.total_cmp(threshold).is_lt());
            let (all, correct) = met.get(place).copied().unwrap_or_default();
            let evaluation = Self::from_counts(of_truth, all, correct);
            ThresholdPoint { threshold: *threshold, evaluation }
        };
        thresholds.iter().map(point).collect()
    }
}

/// Whether a pair is one person; none where it does not count.
fn verdict((left, right): (u32, u32), truth: &[u32], scope: PairScope) -> Option<bool> {
    let person = |row: u32| truth.get(row as usize).copied().filter(|person| *person != 0);
    let (first, second) = (person(left)?, person(right)?);
    scope.contains(left.min(right), left.max(right)).then_some(first == second)
}

fn true_pairs(truth: &[u32], scope: PairScope) -> u64 {
    let known = |persons: &[u32]| persons.iter().filter(|person| **person != 0).count();
    let before = truth.get(..scope.boundary() as usize).map_or(known(truth), known);
    let labels = truth.iter().filter(|person| **person != 0).map(|person| u64::from(*person));
    pairs_within(labels.collect(), before, scope)
}

/// Pairs of equal labels, the first `before` of which stand in front of the scope's boundary.
fn pairs_within(mut labels: Vec<u64>, before: usize, scope: PairScope) -> u64 {
    let mut scratch = Vec::new();
    let before = before.min(labels.len());
    let (front, back) = labels.split_at_mut(before);
    radix::sort(front, &mut scratch, 0);
    radix::sort(back, &mut scratch, 0);
    let mut fronts = front.chunk_by(PartialEq::eq).peekable();
    let mut backs = back.chunk_by(PartialEq::eq).peekable();
    let mut pairs = 0_u64;
    loop {
        let label = match (fronts.peek(), backs.peek()) {
            (Some(front), Some(back)) => front.first().min(back.first()),
            (front, back) => front.or(back).and_then(|run| run.first()),
        };
        let Some(label) = label.copied() else { return pairs };
        let mut rows = [0_u32; 2];
        for (rows, runs) in rows.iter_mut().zip([&mut fronts, &mut backs]) {
            if let Some(run) = runs.next_if(|run| run.first() == Some(&label)) {
                *rows = run.len() as u32;
            }
        }
        let [before, after] = rows;
        pairs = pairs.saturating_add(scope.pairs(before, after));
    }
}
