//! The one who writes a record: draws the faults of a register and remembers those that happened.

use crate::dice::Dice;
use crate::fault::{Fault, Faults};
use crate::mix::FaultMix;
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
    /// Writes the names of this record in Khmer letters, where they have some.
    pub(crate) script: bool,
}

impl Clerk<'_> {
    /// Draws a fault that always can happen.
    pub(crate) fn happens(&mut self, fault: Fault) -> bool {
        let happened = self.dice.chance(self.mix.rate(fault, self.source));
        if happened {
            self.faults.insert(fault);
        }
        happened
    }

    /// Draws the fault and, if it strikes, lets `change` try; remembered only if something changed.
    pub(crate) fn attempt(&mut self, fault: Fault, change: impl FnOnce(&mut Dice) -> bool) -> bool {
        let rate = self.mix.rate(fault, self.source) * self.haste;
        let struck = self.dice.chance(rate) && change(self.dice);
        if struck {
            self.faults.insert(fault);
        }
        struck
    }
}
