//! How likely two random records are one person, found from the weights of all candidates.

/// Bins per bit of weight.
const BINS_PER_BIT: f32 = 4.0;
/// Weights below or above the histogram count in its first and last bin.
const LOWEST: f32 = -64.0;
const BINS: usize = 1024;

/// Candidates counted by weight (without prior), so that the prior can be found without holding
/// the pairs.
#[derive(Clone)]
pub(crate) struct WeightHistogram(Vec<u64>);

impl Default for WeightHistogram {
    fn default() -> Self {
        Self(vec![0; BINS])
    }
}

impl WeightHistogram {
    /// Counts one candidate.
    pub(crate) fn add(&mut self, weight: f32) {
        let bin = ((weight - LOWEST) * BINS_PER_BIT).clamp(0.0, (BINS - 1) as f32);
        if let Some(count) = self.0.get_mut(bin as usize) {
            *count += 1;
        }
    }

    /// Counts many candidates of one weight.
    #[cfg(any(feature = "index", feature = "serde"))]
    pub(crate) fn add_many(&mut self, weight: f32, candidates: u64) {
        let bin = ((weight - LOWEST) * BINS_PER_BIT).clamp(0.0, (BINS - 1) as f32);
        if let Some(count) = self.0.get_mut(bin as usize) {
            *count += candidates;
        }
    }

    /// Adds the counts of another histogram.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            *own += more;
        }
    }

    /// Middle weight and count of every bin that is not empty.
    pub(crate) fn bins(&self) -> impl Iterator<Item = (f32, u64)> + '_ {
        let middle = |bin: usize| LOWEST + (bin as f32 + 0.5) / BINS_PER_BIT;
        self.0.iter().enumerate().filter(|(_, n)| **n > 0).map(move |(bin, n)| (middle(bin), *n))
    }

    /// The share of matches among `all_pairs` pairs of records at which the candidates' expected
    /// matches are that share: candidates hold nearly all matches, so their posterior sum is the
    /// number of matches. Never above `highest`, and not below `lowest` if that is the lower of the two.
    pub(crate) fn prior(&self, all_pairs: f64, lowest: f64, highest: f64) -> f64 {
        let mut prior = highest;
        for _ in 0..200 {
            let odds = prior / (1.0 - prior);
            let matches: f64 = self
                .0
                .iter()
                .enumerate()
                .map(|(bin, &count)| {
                    let weight = f64::from(LOWEST + (bin as f32 + 0.5) / BINS_PER_BIT);
                    let odds = odds * libm::exp2(weight);
                    count as f64 * odds / (1.0 + odds)
                })
                .sum();
            let next = (matches / all_pairs.max(1.0)).max(lowest).min(highest);
            if (next / prior - 1.0).abs() < 1e-6 {
                return next;
            }
            prior = next;
        }
        prior
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1,000 sure matches among a million pairs, the rest hopeless: the prior is 1 in 1,000.
    #[test]
    fn sure_matches_are_counted() {
        let mut histogram = WeightHistogram::default();
        for _ in 0..1_000 {
            histogram.add(60.0);
        }
        for _ in 0..50_000 {
            histogram.add(-30.0);
        }
        let prior = histogram.prior(1e6, 1e-9, 0.5);
        assert!((prior / 1e-3 - 1.0).abs() < 0.01, "{prior}");
    }

    #[test]
    fn nothing_seen_gives_the_lowest() {
        assert_eq!(WeightHistogram::default().prior(1e6, 1e-7, 1e-3), 1e-7);
    }

    /// Not one sure match: still not below the lowest, nor above the highest when all are sure.
    #[test]
    fn the_prior_stays_within_its_bounds() {
        let mut histogram = WeightHistogram::default();
        (0..1_000).for_each(|_| histogram.add(-60.0));
        assert_eq!(histogram.prior(1e6, 1e-7, 1e-3), 1e-7);
        (0..9_000).for_each(|_| histogram.add(60.0));
        assert_eq!(histogram.prior(1e4, 1e-7, 1e-3), 1e-3);
    }
}
