//! How well a run agrees with what is known: clusters, pairs at every threshold, probabilities.

use super::judge::{Judgement, Verdict};
use super::linkage::Linkage;
use super::weigh::Weighed;
use crate::block::PairScope;
use crate::cluster::{Evaluation, ThresholdPoint};
use crate::score::probability;
use std::collections::HashMap;

/// Upper ends of the bands of probability, the last one open: finer where matches are decided.
const BANDS: [f32; 12] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 0.999, 1.0];
/// Weights beyond these many bits are one threshold.
const FARTHEST: f32 = 60.0;

/// Pairs of like probability against the truth: a calibrated run is right about as often as it says.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct CalibrationBand {
    /// Probability from which the band begins.
    pub low: f32,
    /// Probability before which it ends.
    pub high: f32,
    /// Pairs in it whose records the truth knows.
    pub pairs: u64,
    /// Of these, pairs of one person.
    pub true_pairs: u64,
    /// Mean probability that was given.
    pub expected: f64,
    /// Share that is one person.
    pub observed: f64,
}

/// A run against the truth.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Assessment {
    /// Pairs of records that are in one cluster.
    pub clusters: Evaluation,
    /// Pairs of the result if taken from a weight on, a bit apart: the points of a threshold chart.
    /// [`ThresholdPoint::threshold`] is in bits.
    pub thresholds: Vec<ThresholdPoint>,
    /// Pairs of the result by probability; bands without pairs are left out.
    pub calibration: Vec<CalibrationBand>,
}

/// Why a record can hardly be put beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnlinkableReason {
    /// It has all parts of no blocking rule: it meets no other record.
    NoKey,
    /// So little is known of it that even its own copy would stay below the threshold.
    LittleEvidence,
}

impl UnlinkableReason {
    /// `"no_key"` or `"little_evidence"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoKey => "no_key",
            Self::LittleEvidence => "little_evidence",
        }
    }
}

impl Linkage<'_> {
    /// How well the clusters agree with the truth: a person's name or number for each record id.
    /// Records the truth does not name are left out. Where two tables were linked, only pairs
    /// between them count, and the truth names the records of both; if their identifiers are not
    /// different, use [`Self::assess_sides`].
    #[must_use]
    pub fn evaluate<'t>(&self, truth: impl IntoIterator<Item = (&'t str, &'t str)>) -> Evaluation {
        self.assess(truth).clusters
    }

    /// As [`Self::evaluate`], with what would hold at other thresholds and how far probabilities can
    /// be believed.
    #[must_use]
    pub fn assess<'t>(&self, truth: impl IntoIterator<Item = (&'t str, &'t str)>) -> Assessment {
        let truth: HashMap<&str, &str> = truth.into_iter().collect();
        self.assessed(&truth, &truth)
    }

    /// As [`Self::assess`], with a truth for each of two tables: the same person has the same name
    /// in both.
    #[must_use]
    pub fn assess_sides<'t>(
        &self,
        left: impl IntoIterator<Item = (&'t str, &'t str)>,
        right: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Assessment {
        self.assessed(&left.into_iter().collect(), &right.into_iter().collect())
    }

    fn assessed(&self, left: &HashMap<&str, &str>, right: &HashMap<&str, &str>) -> Assessment {
        let mut persons = HashMap::<&str, u32>::new();
        let rows = u32::try_from(self.records()).unwrap_or(u32::MAX);
        let labels: Vec<u32> = (0..rows)
            .map(|row| {
                let truth = if row < self.boundary() { left } else { right };
                let Some(person) = truth.get(self.record_id(row).as_ref()) else { return 0 };
                // 0 stands for a person not known.
                let next = u32::try_from(persons.len() + 1).unwrap_or(u32::MAX);
                *persons.entry(person).or_insert(next)
            })
            .collect();
        let scope = match self.scope {
            PairScope::Across { .. } => self.scope,
            _ => PairScope::All,
        };
        let scored = || self.pairs.iter().map(|pair| (pair.left, pair.right, pair.weight));
        let lowest = self.threshold_weights().0.max(-FARTHEST).ceil();
        let highest = self.pairs.iter().map(|pair| pair.weight).fold(lowest, f32::max);
        let steps = (highest.min(FARTHEST) - lowest).max(0.0) as u16;
        let thresholds: Vec<f32> = (0..=steps).map(|step| lowest + f32::from(step)).collect();
        Assessment {
            clusters: Evaluation::of_clusters(&self.clusters, &labels, scope),
            thresholds: Evaluation::at_thresholds(scored(), &labels, scope, &thresholds),
            calibration: self.calibration(&labels),
        }
    }

    fn calibration(&self, labels: &[u32]) -> Vec<CalibrationBand> {
        let mut sums = [(0_u64, 0_u64, 0.0_f64); BANDS.len()];
        for pair in &self.pairs {
            let person = |row: u32| labels.get(row as usize).copied().unwrap_or(0);
            let (left, right) = (person(pair.left), person(pair.right));
            let place = BANDS.iter().take_while(|high| **high <= pair.probability).count();
            let Some(sum) = sums.get_mut(place).filter(|_| left != 0 && right != 0) else {
                continue;
            };
            sum.0 += 1;
            sum.1 += u64::from(left == right);
            sum.2 += f64::from(pair.probability);
        }
        let lows = core::iter::once(0.0).chain(BANDS);
        let all = lows.zip(BANDS).zip(sums).filter(|(_, (pairs, ..))| *pairs > 0);
        all.map(|((low, high), (pairs, true_pairs, sum))| CalibrationBand {
            low,
            high,
            pairs,
            true_pairs,
            expected: sum / pairs as f64,
            observed: true_pairs as f64 / pairs as f64,
        })
        .collect()
    }

    /// How well the clusters agree with judged pairs; judgements that are unsure, or about records
    /// that are not there, are left out. Pairs that people were shown are the hard ones: the figures
    /// are lower than those of all pairs.
    #[must_use]
    pub fn evaluate_judgements(&self, judgements: &[Judgement]) -> Evaluation {
        let across = matches!(self.scope, PairScope::Across { .. });
        let judged = super::judge::Judged::find(judgements, &self.sides, across);
        let cluster = |row: u32| self.clusters.get(row as usize);
        let of = |verdict: Verdict| {
            let pairs = judged.of(verdict).into_iter();
            pairs.map(move |(left, right)| {
                (cluster(left) == cluster(right), verdict == Verdict::Same)
            })
        };
        Evaluation::of_labels(of(Verdict::Same).chain(of(Verdict::Different)))
    }

    /// Records that can hardly be put beside another, by row, and why.
    #[must_use]
    pub fn unlinkable(&self) -> Vec<(u32, UnlinkableReason)> {
        let has_key = |row: u32| {
            self.rules.list().iter().any(|rule| {
                let mut parts = rule.block.parts.iter();
                !rule.block.parts.is_empty() && parts.all(|&part| self.parts.part(part, row) != 0)
            })
        };
        let rows = u32::try_from(self.records()).unwrap_or(u32::MAX);
        (0..rows)
            .filter_map(|row| {
                if !has_key(row) {
                    return Some((row, UnlinkableReason::NoKey));
                }
                let own = (row as usize, row as usize);
                let weighed = Weighed::rows(&self.model, &self.frequencies, &self.records, own)?;
                let little = probability(weighed.weight + self.prior) < self.thresholds.1;
                little.then_some((row, UnlinkableReason::LittleEvidence))
            })
            .collect()
    }
}
