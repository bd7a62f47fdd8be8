//! What other records say of a pair, beyond the two of it.
//!
//! Two records that nothing else comes near are one person more often than their own agreement says;
//! a record that agrees better with another has its partner already; a third record that agrees
//! with both speaks for them, and a sure partner of one that contradicts the other speaks against.
//! Each kind of evidence has a few classes by the weight it goes by, each class some bits, fitted
//! like the corrections of `dependence` and kept in `data/neighbours.tsv`.

use super::tables::NEIGHBOUR_BITS;

/// A kind of evidence that other records give for a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NeighbourEvidence {
    /// The best pair that either record makes with another one.
    StrongerRival,
    /// The best pair that the other of the two makes with another one.
    WeakerRival,
    /// A third record: the weaker of its pairs with the two.
    ThirdRecord,
    /// A record that is surely one person with one of the two: its worst pair with the other.
    SurePartner,
}

/// The most classes a kind of neighbour evidence has.
pub const MAX_NEIGHBOUR_CLASSES: usize = 9;

/// Where the classes begin, by weight in bits; the first is of all below and of nothing there.
const RIVAL: [f32; 7] = [-6.0, -2.0, 0.0, 3.0, 6.0, 10.0, 15.0];
const THIRD: [f32; 8] = [-6.0, -3.0, 0.0, 2.0, 4.0, 7.0, 11.0, 16.0];
/// The last is of nothing there.
const PARTNER: [f32; 7] = [-11.0, -8.0, -5.0, -2.0, 1.0, 5.0, f32::MAX];

impl NeighbourEvidence {
    /// Every kind of evidence.
    pub const ALL: [Self; 4] =
        [Self::StrongerRival, Self::WeakerRival, Self::ThirdRecord, Self::SurePartner];

    /// `"stronger rival"`, `"third record"`, ...
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::StrongerRival => "stronger rival",
            Self::WeakerRival => "weaker rival",
            Self::ThirdRecord => "third record",
            Self::SurePartner => "sure partner",
        }
    }

    /// Weights in bits at which its classes begin, but for the first.
    #[must_use]
    pub fn bounds(self) -> &'static [f32] {
        match self {
            Self::StrongerRival | Self::WeakerRival => &RIVAL,
            Self::ThirdRecord => &THIRD,
            Self::SurePartner => &PARTNER,
        }
    }

    /// The class of a weight.
    fn class(self, weight: f32) -> u8 {
        self.bounds().iter().take_while(|&&bound| weight >= bound).count() as u8
    }

    /// The class of nothing there.
    fn nothing(self) -> u8 {
        match self {
            Self::SurePartner => self.class(f32::INFINITY),
            _ => 0,
        }
    }
}

/// The classes of one pair, by the order of [`NeighbourEvidence::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NeighbourClasses(pub [u8; NeighbourEvidence::ALL.len()]);

impl NeighbourClasses {
    /// The classes of these weights; nothing there is minus infinity, but for a sure partner
    /// infinity.
    pub(crate) fn of(weights: [f32; NeighbourEvidence::ALL.len()]) -> Self {
        let mut classes = [0; NeighbourEvidence::ALL.len()];
        let each = classes.iter_mut().zip(NeighbourEvidence::ALL).zip(weights);
        each.for_each(|((class, evidence), weight)| *class = evidence.class(weight));
        Self(classes)
    }
}

/// The bits of a model for each class.
pub(crate) type NeighbourBits = [[f32; MAX_NEIGHBOUR_CLASSES]; NeighbourEvidence::ALL.len()];

/// Records from which on it tells that no other record is near.
const CROWD: f32 = 1024.0;

/// The bits of a model.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NeighbourModel(pub(crate) NeighbourBits);

impl Default for NeighbourModel {
    fn default() -> Self {
        Self(NEIGHBOUR_BITS)
    }
}

impl NeighbourModel {
    pub(crate) fn none() -> Self {
        Self(NEIGHBOUR_BITS.map(|row| row.map(|_| 0.0)))
    }

    /// What the classes of a pair say, in bits, in a table of so many records. Where there are few,
    /// that nothing else is near says little.
    pub(crate) fn bits(&self, classes: NeighbourClasses, records: usize) -> f32 {
        let few = 1.0 - (records as f32 / CROWD).min(1.0);
        let each = self.0.iter().zip(NeighbourEvidence::ALL).zip(classes.0);
        let bits = each.map(|((row, evidence), class)| {
            let at = |class: u8| row.get(usize::from(class)).copied().unwrap_or(0.0);
            at(class) - few * at(evidence.nothing())
        });
        bits.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_of_weights_between_its_bounds() {
        use NeighbourEvidence as E;
        for (evidence, weight, class) in [
            (E::StrongerRival, f32::NEG_INFINITY, 0),
            (E::StrongerRival, -6.1, 0),
            (E::WeakerRival, -6.0, 1),
            (E::WeakerRival, 40.0, 7),
            (E::ThirdRecord, 40.0, 8),
            (E::SurePartner, -12.0, 0),
            (E::SurePartner, 40.0, 6),
            (E::SurePartner, f32::INFINITY, 7),
        ] {
            assert_eq!(evidence.class(weight), class, "{evidence:?} {weight}");
        }
        for evidence in E::ALL {
            assert!(evidence.bounds().len() < MAX_NEIGHBOUR_CLASSES);
            assert!(evidence.bounds().is_sorted());
        }
    }

    /// In a table of two records nobody else can be near: it says nothing. In a register it does.
    #[test]
    fn that_nobody_is_near_tells_in_a_crowd_alone() {
        let alone = [f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::INFINITY];
        let alone = NeighbourClasses::of(alone);
        let model = NeighbourModel::default();
        assert!(model.bits(alone, 2).abs() < 0.1);
        assert!(model.bits(alone, 5_000) > 1.0);
        assert_eq!(model.bits(alone, 5_000), model.bits(alone, 50_000_000));
    }

    /// As the words say: a third record that agrees with both speaks for, a better partner against.
    #[test]
    fn evidence_points_where_its_name_says() {
        let bits = |weights| NeighbourModel::default().bits(NeighbourClasses::of(weights), 100_000);
        let none = f32::NEG_INFINITY;
        let rival = [9.0, none, -12.0, -12.0];
        let shared = [9.0, 8.0, 8.0, 8.0];
        assert!(bits(rival) < bits([none, none, none, f32::INFINITY]));
        assert!(bits(rival) < -1.0 && bits(shared) > bits(rival) + 4.0);
        assert_eq!(NeighbourModel::none().bits(NeighbourClasses::of(rival), 9), 0.0);
    }
}
