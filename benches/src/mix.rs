//! Which faults a place has more of.

use crate::dice::Dice;
use crate::fault::{Fault, FaultClass};
use crate::source::Source;

/// How a record is kept: faults come together, where a clerk hurries or a page is torn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// Three records in four.
    Careful,
    /// One record in four.
    Careless,
}

impl Care {
    /// Share of the records that are careless.
    const CARELESS: f64 = 0.25;

    /// How a record is kept.
    pub(crate) fn draw(dice: &mut Dice) -> Self {
        if dice.chance(Self::CARELESS) { Self::Careless } else { Self::Careful }
    }

    /// Rate in such records of a fault that strikes at `rate` among all, if its odds in careless
    /// records are `ratio` times those in careful ones.
    fn rate(self, rate: f64, ratio: f64) -> f64 {
        // With x the odds in careful records, the mean of both kinds
        //   share ratio x / (1 + ratio x) + (1 - share) x / (1 + x) = rate
        // is a x^2 + b x = rate.
        let a = ratio * (1.0 - rate);
        let b = Self::CARELESS * ratio + 1.0 - Self::CARELESS - rate * (ratio + 1.0);
        let careful = ((b * b + 4.0 * a * rate).sqrt() - b) / (2.0 * a);
        let odds = match self {
            Self::Careful => careful,
            Self::Careless => ratio * careful,
        };
        odds / (1.0 + odds)
    }
}

/// A named scaling of the rates of [`Fault`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultMix {
    /// The rates as they stand; as hard as the sample.
    Base,
    /// Books badly kept and programs long out of date: illegible, shortened, year only, without
    /// marks, in old fonts.
    WornBooks,
    /// The delta: southern sounds, Khmer names and books in Khmer letters, more southern communes.
    South,
    /// The hills: northern sounds, more northern communes.
    North,
    /// Registers after years of cleaning: what remains is rare.
    CleanRegisters,
}

impl FaultMix {
    /// All mixes.
    pub const ALL: [Self; 5] =
        [Self::Base, Self::WornBooks, Self::South, Self::North, Self::CleanRegisters];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::WornBooks => "worn_books",
            Self::South => "south",
            Self::North => "north",
            Self::CleanRegisters => "clean_registers",
        }
    }

    /// The mix of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mix| mix.name() == name)
    }

    /// How many times the odds of a fault in a careful record those in a careless one are: no
    /// office keeps all its records alike.
    fn unevenness(self) -> f64 {
        match self {
            Self::Base | Self::South | Self::North => 20.0,
            Self::WornBooks => 8.0,
            Self::CleanRegisters => 5.0,
        }
    }

    /// Rate of a fault in the records of a register that are kept so; over all records it is
    /// [`Self::rate`].
    pub(crate) fn rate_with(self, care: Care, fault: Fault, source: Source) -> f64 {
        let rate = self.rate(fault, source);
        if fault.is_custom() { rate } else { care.rate(rate, self.unevenness()) }
    }

    /// Rate of a fault among all records of a register, at most 0.97.
    #[must_use]
    pub fn rate(self, fault: Fault, source: Source) -> f64 {
        use FaultClass::{
            Date, Habit, HeardNorth, HeardSouth, Machine, Missing, NamePart, Number, OtherTongue,
            Paper, Place, Typing,
        };
        let book = source == Source::Hotich;
        let scale = match (self, fault.class()) {
            _ if fault.is_custom() => 1.0,
            (Self::WornBooks, Paper) => 4.0,
            (Self::WornBooks, Machine) => 2.5,
            (Self::WornBooks, NamePart | Typing) if book => 1.5,
            (Self::WornBooks, Date | Missing) if book => 1.25,
            (Self::WornBooks, Missing) => 1.1,
            (Self::WornBooks, Typing | NamePart | Date | Number) => 1.2,
            // Communes whose books were kept in Khmer letters: one record in twenty of theirs.
            (Self::South, _) if fault == Fault::KhmerScript => 12.0,
            (Self::South, HeardSouth) => 2.0,
            (Self::South, OtherTongue) => 1.3,
            (Self::South, HeardNorth) | (Self::North, HeardSouth) => 0.3,
            (Self::North, HeardNorth) => 2.0,
            (Self::North, OtherTongue) => 1.3,
            (Self::CleanRegisters, Missing) => 0.45,
            (Self::CleanRegisters, Habit | Place) => 0.5,
            (Self::CleanRegisters, _) => 0.25,
            _ => 1.0,
        };
        (fault.base_rate(source) * scale).min(0.97)
    }

    /// Population weight of a commune of the delta and of another, in per cent.
    pub(crate) fn commune_weights(self) -> (u32, u32) {
        match self {
            Self::South => (180, 25),
            Self::North => (35, 170),
            _ => (138, 62),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn careless_records_have_more_faults_and_all_together_the_stated_rate() {
        for rate in [0.0, 0.0004, 0.02, 0.3, 0.7, 0.97] {
            for ratio in [1.0, 6.0, 30.0] {
                let [careful, careless] =
                    [Care::Careful, Care::Careless].map(|care| care.rate(rate, ratio));
                let mean = (1.0 - Care::CARELESS) * careful + Care::CARELESS * careless;
                assert!((mean - rate).abs() < 1e-9, "{rate} {ratio}: {mean}");
                let odds = |p: f64| p / (1.0 - p);
                assert!(
                    (odds(careless) - ratio * odds(careful)).abs() < 1e-6 * odds(careless).max(1.0)
                );
            }
        }
    }

    #[test]
    fn customs_do_not_depend_on_care() {
        let rate = |care, fault| FaultMix::Base.rate_with(care, fault, Source::Hotich);
        for fault in [Fault::UpperCase, Fault::NewUnit, Fault::HouseMissing] {
            assert_eq!(rate(Care::Careful, fault), rate(Care::Careless, fault));
        }
        assert!(
            rate(Care::Careless, Fault::BlankLost) > 10.0 * rate(Care::Careful, Fault::BlankLost)
        );
    }
}
