//! The one who writes a record: draws the faults of a register and remembers those that happened.

use crate::dice::Dice;
use crate::fault::{Fault, Faults};
use crate::mix::{Care, FaultMix};
use crate::source::Source;

/// Draws faults at the rates of a mix and a register.
pub(crate) struct Clerk<'a> {
    pub(crate) dice: &'a mut Dice,
    pub(crate) mix: FaultMix,
    pub(crate) source: Source,
    pub(crate) faults: Faults,
    /// Share of the rate at which `attempt` strikes: the names of parents are mostly copied from a
    /// paper, so they suffer less.
    pub(crate) haste: f64,
    /// How this record is kept.
    pub(crate) care: Care,
    /// Writes the names of this record in Khmer letters, where they have some.
    pub(crate) script: bool,
}

impl<'a> Clerk<'a> {
    /// A clerk at a new record: careless or careful, in haste at every name.
    pub(crate) fn new(dice: &'a mut Dice, mix: FaultMix, source: Source) -> Self {
        let care = Care::draw(dice);
        Self { dice, mix, source, faults: Faults::default(), haste: 1.0, care, script: false }
    }

    /// Rate of a fault in this record.
    pub(crate) fn rate(&self, fault: Fault) -> f64 {
        self.mix.rate_with(self.care, fault, self.source)
    }

    /// Draws a fault that always can happen.
    pub(crate) fn happens(&mut self, fault: Fault) -> bool {
        let happened = self.dice.chance(self.rate(fault));
        if happened {
            self.faults.insert(fault);
        }
        happened
    }

    /// Draws the fault and, if it strikes, lets `change` try; remembered only if something changed.
    pub(crate) fn attempt(&mut self, fault: Fault, change: impl FnOnce(&mut Dice) -> bool) -> bool {
        let rate = self.rate(fault) * self.haste;
        let struck = self.dice.chance(rate) && change(self.dice);
        if struck {
            self.faults.insert(fault);
        }
        struck
    }
}
