//! Which faults a place has more of.

use crate::fault::{Fault, FaultClass};
use crate::source::Source;

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

    /// Rate of a fault in a register, at most 0.97.
    #[must_use]
    pub fn rate(self, fault: Fault, source: Source) -> f64 {
        use FaultClass::{
            Date, Habit, HeardNorth, HeardSouth, Machine, Missing, NamePart, Number, OtherTongue,
            Paper, Place, Typing,
        };
        let book = source == Source::Hotich;
        // Case is a custom of the office, not damage.
        let custom = matches!(
            fault,
            Fault::UpperCase
                | Fault::PhoneMissing
                | Fault::NewUnit
                | Fault::HamletWord
                | Fault::NewToneStyle
                | Fault::HouseMissing
                | Fault::GroupMissing
        );
        let scale = match (self, fault.class()) {
            _ if custom => 1.0,
            (Self::WornBooks, Paper) => 4.0,
            (Self::WornBooks, Machine) => 2.5,
            (Self::WornBooks, NamePart | Typing) if book => 2.0,
            (Self::WornBooks, Date | Missing) if book => 1.25,
            (Self::WornBooks, Missing) => 1.1,
            (Self::WornBooks, Typing | NamePart | Date | Number) => 1.4,
            // Communes whose books were kept in Khmer letters: one record in twenty of theirs.
            (Self::South, _) if fault == Fault::KhmerScript => 12.0,
            (Self::South, HeardSouth) => 3.0,
            (Self::South, OtherTongue) => 1.6,
            (Self::South, HeardNorth) | (Self::North, HeardSouth) => 0.3,
            (Self::North, HeardNorth) => 3.0,
            (Self::North, OtherTongue) => 1.6,
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
