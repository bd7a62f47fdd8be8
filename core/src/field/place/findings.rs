//! What is to be said about a place.

use super::Places;
use super::unit::UnitId;
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::String;
use alloc::vec::Vec;

/// How many units a message names.
const NAMED: usize = 5;

impl Places<'_> {
    /// What was noticed: `place_unknown` for each part that no unit is known for,
    /// `place_superseded` where the unit that was written ended (with the names of its successors,
    /// and the one successor as the suggestion), `place_ambiguous` where several units that were
    /// written can be meant.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut all = Vec::new();
        let fields = [FieldName::Province, FieldName::District, FieldName::Commune];
        for ((field, given), known) in fields.into_iter().zip(self.given).zip(self.known) {
            if given && !known {
                all.push(Finding::new(FindingCode::PlaceUnknown, field));
            }
        }
        let Some(first) = self.get(0) else { return all };
        let field = match first.unit.id {
            UnitId::Member(_) => FieldName::Commune,
            _ => FieldName::Province,
        };
        if self.iter().any(|place| place.written != first.written) {
            let count = alloc::format!("{}", self.len());
            let finding = Finding::new(FindingCode::PlaceAmbiguous, field);
            all.push(finding.with("count", count).with("units", self.names()));
        } else if !first.written.is_current() {
            let finding = Finding::new(FindingCode::PlaceSuperseded, field);
            let finding = finding.with("units", self.names());
            let only = (self.len() == 1).then(|| first.unit.full_name());
            all.push(match only {
                Some(name) => finding.suggest(name),
                None => finding,
            });
        }
        all
    }

    /// `Xã Núi Cấm (Tỉnh An Giang), …`
    fn names(&self) -> String {
        let mut names = String::new();
        for place in self.iter().take(NAMED) {
            if !names.is_empty() {
                names.push_str(", ");
            }
            names.push_str(&place.unit.full_name());
            if let Some(province) = place.unit.parent() {
                names.push_str(" (");
                names.push_str(&province.full_name());
                names.push(')');
            }
        }
        if self.len() > NAMED {
            names.push_str(", …");
        }
        names
    }
}
