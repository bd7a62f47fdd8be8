//! Second look at a pair: what the other partners of its two records say.

use crate::score::NeighbourClasses;

/// From this weight in bits on a pair is near: it is a rival, and it is looked at again.
pub(super) const NEAR: f32 = -8.0;
/// From this weight on a partner is sure.
const SURE: f32 = 6.0;
/// No pair disagrees more than this.
const APART: f32 = -12.0;
/// The strongest partners of a record that are asked.
const MOST: usize = 8;
/// Stands for partners of one weight that are too many to be asked.
pub(super) const MANY: u32 = u32::MAX;

/// The strongest partners of each record, by first weights.
#[derive(Default)]
pub(super) struct Neighbours {
    starts: Vec<u32>,
    partners: Vec<(u32, f32)>,
}

impl Neighbours {
    /// Of so many records, by their pairs from [`NEAR`] on.
    pub(super) fn of(records: usize, pairs: impl Iterator<Item = (u32, u32, f32)> + Clone) -> Self {
        let near = || pairs.clone().filter(|(_, _, weight)| *weight >= NEAR);
        let mut ends = vec![0_u32; records + 1];
        let mut count = |row: u32| {
            if let Some(end) = ends.get_mut(row as usize + 1) {
                *end += 1;
            }
        };
        near().for_each(|(left, right, _)| [left, right].into_iter().for_each(&mut count));
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut all = vec![(0, 0.0); sum as usize];
        let mut place = ends.clone();
        for (left, right, weight) in near() {
            for (row, other) in [(left, right), (right, left)] {
                let at = place.get_mut(row as usize);
                let slot = at.and_then(|at| Some((all.get_mut(*at as usize)?, at)));
                if let Some((slot, at)) = slot {
                    *slot = (other, weight);
                    *at += 1;
                }
            }
        }
        let mut held = Self { starts: Vec::with_capacity(records + 1), partners: Vec::new() };
        held.starts.push(0);
        for bounds in ends.windows(2) {
            let own = match bounds {
                &[from, to] => all.get_mut(from as usize..to as usize).unwrap_or_default(),
                _ => &mut [],
            };
            held.partners.extend_from_slice(strongest(own));
            held.starts.push(u32::try_from(held.partners.len()).unwrap_or(u32::MAX));
        }
        held
    }

    pub(super) fn partners(&self, row: u32) -> &[(u32, f32)] {
        let at = |row: usize| self.starts.get(row).copied().map(|at| at as usize);
        let bounds = at(row as usize).zip(at(row as usize + 1));
        bounds.and_then(|(from, to)| self.partners.get(from..to)).unwrap_or_default()
    }

    /// What the neighbours of two records say of their pair; `between` weighs any two rows.
    pub(super) fn classes(
        &self,
        left: u32,
        right: u32,
        between: impl Fn(u32, u32) -> f32,
    ) -> NeighbourClasses {
        let mut rivals = [f32::NEG_INFINITY; 2];
        let mut third = f32::NEG_INFINITY;
        let mut partner = f32::INFINITY;
        let sides = [(left, right), (right, left)];
        for ((own, other), rival) in sides.into_iter().zip(&mut rivals) {
            for &(row, weight) in self.partners(own).iter().filter(|(row, _)| *row != other) {
                *rival = rival.max(weight);
                // Neither can change any more.
                if row == MANY || (weight <= third && weight < SURE) {
                    continue;
                }
                let beside = between(row.min(other), row.max(other)).max(APART);
                third = third.max(weight.min(beside));
                if weight >= SURE {
                    partner = partner.min(beside);
                }
            }
        }
        let [one, two] = rivals;
        NeighbourClasses::of([one.max(two), one.min(two), third, partner])
    }

    /// Of so many records that are parts of a larger table, by the strongest partners of each, one more
    /// than are asked: those are told by [`strongest`] from the next.
    pub(super) fn given(records: usize, partners: &[(u32, u32, f32)]) -> Self {
        let mut all = partners.to_vec();
        all.sort_unstable_by_key(|&(row, partner, _)| (row, partner));
        all.dedup_by_key(|&mut (row, partner, _)| (row, partner));
        let mut rest = all.as_slice();
        let mut held = Self { starts: vec![0], partners: Vec::with_capacity(all.len()) };
        let mut own = Vec::new();
        for row in 0..u32::try_from(records).unwrap_or(u32::MAX) {
            own.clear();
            while let Some((&(of, partner, weight), after)) = rest.split_first()
                && of <= row
            {
                own.extend((of == row && weight >= NEAR).then_some((partner, weight)));
                rest = after;
            }
            held.partners.extend_from_slice(strongest(&mut own));
            held.starts.push(u32::try_from(held.partners.len()).unwrap_or(u32::MAX));
        }
        held
    }

    /// Of so many records from what [`Self::rows`] gave, by row; rows that are not in order are not
    /// taken.
    #[cfg(feature = "serde")]
    pub(super) fn restore(records: u32, partners: &[(u32, u32, f32)]) -> Self {
        let mut rest = partners.iter().peekable();
        let mut held = Self { starts: vec![0], partners: Vec::with_capacity(partners.len()) };
        for row in 0..records {
            while let Some((_, partner, weight)) = rest.next_if(|(held, ..)| *held == row) {
                held.partners.push((*partner, *weight));
            }
            held.starts.push(u32::try_from(held.partners.len()).unwrap_or(u32::MAX));
        }
        held
    }

    /// The partners of each row, for a file.
    #[cfg(feature = "serde")]
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &[(u32, f32)])> {
        let rows = 0..u32::try_from(self.starts.len()).unwrap_or(u32::MAX).saturating_sub(1);
        rows.map(|row| (row, self.partners(row)))
    }
}

/// The strongest partners first. Those that are as strong as the first one left out are left out with
/// it, so that nothing depends on the order of the rows; if that is all, one stands for them.
fn strongest(partners: &mut [(u32, f32)]) -> &[(u32, f32)] {
    partners.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let last = partners.get(MOST).map(|(_, weight)| *weight);
    let mut taken = last.map_or(partners.len(), |last| {
        partners.iter().take_while(|(_, weight)| *weight > last).count()
    });
    if let (0, Some((row, _))) = (taken, partners.first_mut()) {
        (*row, taken) = (MANY, 1);
    }
    partners.get(..taken).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weights of the pairs of a few rows; others disagree.
    const PAIRS: [(u32, u32, f32); 4] = [(0, 1, 9.0), (0, 2, 1.0), (1, 2, 7.5), (2, 3, -7.0)];

    fn between(left: u32, right: u32) -> f32 {
        let held = PAIRS.iter().find(|pair| (pair.0, pair.1) == (left, right));
        held.map_or(-40.0, |pair| pair.2)
    }

    fn classes(pairs: &[(u32, u32, f32)], left: u32, right: u32) -> NeighbourClasses {
        Neighbours::of(4, pairs.iter().copied()).classes(left, right, between)
    }

    /// Of 0 and 2: 1 is the better partner of both, and so their third record and a sure partner.
    #[test]
    fn partners_of_both_are_a_third_record() {
        let want = NeighbourClasses::of([9.0, 7.5, 7.5, 7.5]);
        assert_eq!(classes(&PAIRS, 0, 2), want);
        // Of 2 and 3: 1 is surely 2, and not 3; 3 has nobody else.
        let want = NeighbourClasses::of([7.5, f32::NEG_INFINITY, APART, APART]);
        assert_eq!(classes(&PAIRS, 2, 3), want);
    }

    #[test]
    fn pairs_far_from_one_person_are_no_rivals() {
        let far = [(0, 1, 9.0), (0, 2, NEAR - 0.1)];
        let nothing = [f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::INFINITY];
        assert_eq!(classes(&far, 0, 1), NeighbourClasses::of(nothing));
    }

    /// Nine partners: of those as weak as the ninth none is asked; nine of one weight are one rival.
    #[test]
    fn which_partners_are_asked_does_not_depend_on_their_order() {
        let pairs = |weights: [f32; 9]| (1..).zip(weights).map(|(row, weight)| (0, row, weight));
        let held = |weights| Neighbours::of(10, pairs(weights)).partners(0).to_vec();
        let weights = [5.0, 1.0, 4.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0];
        assert_eq!(held(weights), [(1, 5.0), (3, 4.0)]);
        assert_eq!(held([2.0; 9]), [(MANY, 2.0)]);
        assert_eq!(held([2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 1.0]).len(), 8);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn rows_of_a_file_give_the_same() {
        let held = Neighbours::of(4, PAIRS.iter().copied());
        let each = held.rows().flat_map(|(row, all)| all.iter().map(move |(o, w)| (row, *o, *w)));
        let rows: Vec<_> = each.collect();
        let again = Neighbours::restore(4, &rows);
        assert!(again.rows().eq(held.rows()));
        assert_eq!(rows.len(), 2 * PAIRS.len());
    }
}
