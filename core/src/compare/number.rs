//! Numbers of offices: levels of agreement, and less of it where a number had to be repaired.

use super::{Comparison, Pattern};
use crate::field::{
    CitizenId, CitizenIdAgreement, IdentityCard, InsuranceNumber, NumberAgreement, Phone,
};
use crate::record::numbers::Repaired;
use crate::record::values::Record;

/// The levels of all numbers of two records.
pub(super) fn numbers(a: &Record, b: &Record) -> Pattern {
    let citizen_id = CitizenId::compare(a.citizen_id, b.citizen_id) as u8;
    let card = IdentityCard::compare(a.identity_card, b.identity_card) as u8;
    let insurance = InsuranceNumber::compare(a.insurance, b.insurance) as u8;
    let phone = Phone::compare(a.phone, b.phone) as u8;
    let pattern = Pattern::default()
        .with(Comparison::CitizenId, citizen_id)
        .with(Comparison::IdentityCard, card)
        .with(Comparison::Insurance, insurance)
        .with(Comparison::Phone, phone);
    match a.repaired | b.repaired {
        0 => pattern,
        repaired => weakened(pattern, repaired),
    }
}

#[cold]
fn weakened(pattern: Pattern, repaired: u8) -> Pattern {
    let number = NumberAgreement::Different as u8;
    [
        (Repaired::CitizenId, Comparison::CitizenId, CitizenIdAgreement::OtherStructure as u8),
        (Repaired::IdentityCard, Comparison::IdentityCard, number),
        (Repaired::Insurance, Comparison::Insurance, number),
        (Repaired::Phone, Comparison::Phone, number),
    ]
    .into_iter()
    .filter(|(bit, ..)| repaired & *bit as u8 != 0)
    .fold(pattern, |pattern, (_, comparison, different)| {
        // The last two levels of each.
        let last = comparison.levels().len() as u8 - 1;
        match pattern.level(comparison) {
            level if level == NumberAgreement::Same as u8 => pattern.with(comparison, last - 1),
            level if level == different => pattern.with(comparison, last),
            _ => pattern,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str, phone: &str, repaired: u8) -> Record {
        Record {
            citizen_id: CitizenId::parse(id).value,
            phone: Phone::parse(phone).value,
            repaired,
            ..Record::default()
        }
    }

    fn levels(a: &Record, b: &Record) -> [&'static str; 2] {
        let pattern = numbers(a, b);
        assert_eq!(pattern, numbers(b, a));
        [Comparison::CitizenId, Comparison::Phone].map(|c| pattern.level_name(c))
    }

    #[test]
    fn a_repaired_number_says_less() {
        let bit = Repaired::CitizenId as u8;
        let intact = record("079075000001", "0912345678", 0);
        let repaired = record("079075000001", "0912345678", bit);
        assert_eq!(levels(&intact, &intact), ["same", "same"]);
        assert_eq!(levels(&intact, &repaired), ["same after repair", "same"]);
        let phone = record("079075000001", "0912345678", Repaired::Phone as u8);
        assert_eq!(levels(&intact, &phone), ["same", "same after repair"]);
        let other = record("001060012345", "0987654321", bit | Repaired::Phone as u8);
        assert_eq!(levels(&intact, &other), ["different after repair"; 2]);
        // What one digit tells is little enough.
        let slip = record("079075000002", "", bit);
        assert_eq!(levels(&intact, &slip), ["one digit", "missing on one"]);
    }
}
