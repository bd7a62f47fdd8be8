//! The numbers of a record, each in the column where it belongs.

use super::repair::RowText;
use super::values::Record;
use crate::field::{CitizenId, IdentityCard, InsuranceNumber, Parsed, Phone};
use crate::finding::{FieldName as F, FindingCode};

/// Which number of a record was repaired: a bit of [`Record::repaired`].
#[derive(Clone, Copy)]
pub(crate) enum Repaired {
    CitizenId = 1,
    IdentityCard = 2,
    Insurance = 4,
    Phone = 8,
}

/// Reads all numbers of a row; `note` is told what was noticed.
///
/// One column for both generations of identity papers is common (facts: ids.md 1, 2): a number that
/// stands in the column of the other generation is taken to its own, if that is empty. A personal
/// number that serves as insurance number is the personal number.
pub(super) fn read(record: &mut Record, text: &RowText<'_>, note: &mut impl FnMut(F, FindingCode)) {
    let mut read = Reading { text, repaired: 0, note };
    record.citizen_id = read.value(F::CitizenId, CitizenId::parse, Repaired::CitizenId);
    record.identity_card = read.value(F::IdentityCard, IdentityCard::parse, Repaired::IdentityCard);
    record.insurance = read.value(F::InsuranceNumber, InsuranceNumber::parse, Repaired::Insurance);
    record.phone = read.value(F::Phone, Phone::parse, Repaired::Phone);
    let mut repaired = read.repaired;
    if record.citizen_id.is_none() && record.identity_card.is_none() {
        // Eight digits in the wrong column are too little to go by.
        let card = text.get(F::CitizenId).map(IdentityCard::parse);
        record.identity_card = card.filter(|p| p.findings.is_empty()).and_then(|p| p.value);
        if record.identity_card.is_none() {
            let mut quiet = Reading { text, repaired, note: &mut |_, _| {} };
            record.citizen_id = quiet.value(F::IdentityCard, CitizenId::parse, Repaired::CitizenId);
            repaired = quiet.repaired;
        }
    }
    if record.citizen_id.is_none() {
        let personal = record.insurance.and_then(InsuranceNumber::citizen_id);
        record.citizen_id = personal.filter(|id| id.province().is_some());
        if record.citizen_id.is_some() && repaired & Repaired::Insurance as u8 != 0 {
            repaired |= Repaired::CitizenId as u8;
        }
    }
    record.repaired = repaired;
}

struct Reading<'r, 't, N> {
    text: &'r RowText<'t>,
    repaired: u8,
    note: &'r mut N,
}

impl<N: FnMut(F, FindingCode)> Reading<'_, '_, N> {
    fn value<T>(
        &mut self,
        field: F,
        parse: impl Fn(&str) -> Parsed<T>,
        bit: Repaired,
    ) -> Option<T> {
        let parsed = parse(self.text.get(field)?);
        for finding in &parsed.findings {
            (self.note)(field, finding.code);
            if matches!(finding.code, FindingCode::LeadingZeroLost | FindingCode::NumberLookalike) {
                self.repaired |= bit as u8;
            }
        }
        parsed.value
    }
}

#[cfg(test)]
mod tests {
    use super::super::values::RecordTable;
    use super::super::{Schema, StrColumn, Table};
    use super::*;

    /// One record of a citizen ID, an identity card and an insurance number.
    fn record(cells: [&str; 3]) -> (Record, Vec<&'static str>) {
        let cells = cells.map(|cell| [cell]);
        let mut columns = vec![("Họ tên", StrColumn::from_strs(&["Lê A"]))];
        let names = ["Số CCCD", "Số CMND", "Mã BHXH"];
        columns.extend(names.into_iter().zip(cells.iter().map(|cell| StrColumn::from_strs(cell))));
        let table = Table::new(columns).unwrap();
        let schema = Schema::detect(table.names(), []).unwrap();
        let records = RecordTable::build(&table, &schema, |_| true).unwrap();
        let codes = records.findings.iter().filter(|found| found.field != F::FullName);
        (records.records.get(0).unwrap(), codes.map(|found| found.code.as_str()).collect())
    }

    fn shown(record: &Record) -> [String; 3] {
        [
            record.citizen_id.map(|id| id.to_string()).unwrap_or_default(),
            record.identity_card.map(|card| card.to_string()).unwrap_or_default(),
            record.insurance.map(|number| number.to_string()).unwrap_or_default(),
        ]
    }

    #[test]
    fn numbers_go_to_their_own_column() {
        for (cells, want) in [
            (["079075000001", "", ""], ["079075000001", "", ""]),
            (["351234567", "", ""], ["", "351234567", ""]),
            (["", "079075000001", ""], ["079075000001", "", ""]),
            (["", "79075000001", ""], ["079075000001", "", ""]),
            (["", "", "079075000001"], ["079075000001", "", "079075000001"]),
            // What stands in its own column stays, whatever the other says.
            (["351234567", "350000001", ""], ["", "350000001", ""]),
            (["079075000001", "089150001234", ""], ["079075000001", "", ""]),
            // Destroyed in its own column, it is nowhere.
            (["7.9075E+10", "", ""], ["", "", ""]),
            (["79075000000", "", ""], ["", "", ""]),
            (["35123456", "", ""], ["", "", ""]),
        ] {
            assert_eq!(shown(&record(cells).0), want, "{cells:?}");
        }
        assert_eq!(record(["351234567", "", ""]).1, ["citizen_id_is_identity_card"]);
        assert_eq!(record(["", "089150001234", ""]).1, ["identity_card_is_citizen_id"]);
    }

    #[test]
    fn repairs_are_kept_with_the_record() {
        assert_eq!(record(["079075000001", "351234567", "0123456789"]).0.repaired, 0);
        for (cells, bits) in [
            (["79075000001", "", ""], Repaired::CitizenId as u8),
            (["O79075000001", "", ""], Repaired::CitizenId as u8),
            (["", "79075000001", ""], Repaired::CitizenId as u8),
            (["", "12345679", ""], Repaired::IdentityCard as u8),
            (["", "", "123456780"], Repaired::Insurance as u8),
            (["", "", "79075000001"], Repaired::Insurance as u8 | Repaired::CitizenId as u8),
        ] {
            assert_eq!(record(cells).0.repaired, bits, "{cells:?}");
        }
    }
}
