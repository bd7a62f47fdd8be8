//! Records that contradict one another, however much else they share.

use crate::field::{BirthDate, CitizenId, CitizenIdAgreement, DateAgreement, DatePrecision};
use crate::record::values::Record;

/// How two records contradict one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contradiction {
    /// Two full birth dates that have nothing in common; or that differ by more than a slip beside two
    /// citizen IDs that do. No other evidence makes one person of them.
    Dates,
    /// Two valid citizen IDs that no slip explains. Offices do write another person's number beside a
    /// name (a parent's, the one above), so a pair may match in spite of it; but no third record
    /// puts two such records together.
    Numbers,
}

/// Whether two records contradict one another. Cost: some ten ns.
pub(super) fn contradiction(a: &Record, b: &Record) -> Option<Contradiction> {
    let full = |birth: Option<BirthDate>| {
        birth.is_some_and(|date| date.precision() == DatePrecision::Day && !date.is_placeholder())
    };
    let ids = CitizenId::compare(a.citizen_id, b.citizen_id);
    let ids_differ = ids >= CitizenIdAgreement::OtherSerial;
    if full(a.birth) && full(b.birth) {
        let dates = BirthDate::compare(a.birth, b.birth);
        if dates == DateAgreement::Different || ids_differ && dates >= DateAgreement::OnePart {
            return Some(Contradiction::Dates);
        }
    }
    ids_differ.then_some(Contradiction::Numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(date: &str, number: &str) -> Record {
        Record {
            birth: BirthDate::parse(date).value,
            citizen_id: CitizenId::parse(number).value,
            ..Record::default()
        }
    }

    #[test]
    fn slips_and_what_is_not_known_contradict_nothing() {
        let (dates, numbers) = (Some(Contradiction::Dates), Some(Contradiction::Numbers));
        for (date, number, want) in [
            ("12/05/1950", "089050001234", None),
            ("1950", "", None),
            ("", "", None),
            // One digit; two exchanged; day and month exchanged; a slip of the day.
            ("12/05/1950", "089050001235", None),
            ("05/12/1950", "089050001243", None),
            ("13/05/1950", "", None),
            // The year alone, or a day that stands for an unknown one, is no full date.
            ("1971", "", None),
            ("01/01/1971", "", None),
            ("23/11/1971", "", dates),
            ("12/05/1950", "089050777001", numbers),
            ("", "089050777001", numbers),
            ("28/05/1950", "089050777001", dates),
        ] {
            let (a, b) = (record("12/05/1950", "089050001234"), record(date, number));
            assert_eq!(contradiction(&a, &b), want, "{date} {number}");
            assert_eq!(contradiction(&b, &a), want, "{date} {number}");
        }
    }
}
