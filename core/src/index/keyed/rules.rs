//! By which keys records meet in a keyed index, and the bytes of those.

use super::super::keys::{IndexRule, KeyForm, Parts};
use super::super::part;
use super::super::settings::RuleSettings;

/// Bytes of a label, which takes the place of a key's hash.
const LABEL: u8 = 8;
/// The most values of one composite key.
const VALUES: usize = 4;

/// The rules, most telling first. Each is composite: a number alone could be tried through in
/// minutes by whoever has the key. Each is telling enough that two records that meet are likely one
/// person, since there is nothing else to compare them by.
pub(super) const RULES: &[IndexRule] = {
    use part::*;
    const fn rule(name: &'static str, ways: &'static [&'static [u8]]) -> IndexRule {
        IndexRule { name, ways, form: KeyForm::Hash }
    }
    &[
        rule("citizen ID and given name", &[&[CITIZEN_ID, GIVEN]]),
        rule("identity card and given name", &[&[CARD, GIVEN]]),
        rule("insurance number and given name", &[&[INSURANCE, GIVEN]]),
        rule("phone and name", &[&[PHONE, NAME]]),
        rule("name and date", &[&[JOINED, DATE], &[EAR[0], SEX, DATE]]),
        rule("given name, date and commune", &[&[GIVEN, DATE, COMMUNE]]),
        rule("name, year and commune", &[&[NAME, YEAR, COMMUNE]]),
        rule("name and parent", &[&[NAME, FATHER], &[NAME, MOTHER]]),
    ]
};

/// The rules as a file says them.
pub(super) fn settings() -> Vec<RuleSettings> {
    RULES.iter().map(|rule| RuleSettings::of(rule, LABEL)).collect()
}

/// The values of a composite key, in the order of its parts; the rest is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Composite(pub(super) [u64; VALUES]);

impl Composite {
    /// What a tag is reckoned from: rule, way, then each value.
    pub(super) fn bytes(&self, (rule, way): (u8, u8), parts: usize) -> Vec<u8> {
        let values = self.0.iter().take(parts).flat_map(|value| value.to_le_bytes());
        [rule, way].into_iter().chain(values).collect()
    }
}

/// Whether keys of a way can be made: a damaged file could say anything.
pub(super) fn is_way(parts: &[u8]) -> bool {
    (1..=VALUES).contains(&parts.len())
}

/// Hands over the composite keys of a record under a way: one, or one for each name by ear where it
/// rests on those; none if the record lacks a part.
pub(super) fn each_key(parts: &[u8], values: &Parts, mut take: impl FnMut(Composite)) {
    let each = if parts.contains(&part::EAR[0]) { part::EAR.len() } else { 1 };
    for ear in part::EAR.into_iter().take(each) {
        let mut composite = Composite([0; VALUES]);
        let whole = parts.iter().zip(&mut composite.0).all(|(&part, slot)| {
            let part = if part == part::EAR[0] { ear } else { part };
            *slot = values.get(usize::from(part)).copied().unwrap_or(0);
            *slot != 0
        });
        if whole {
            take(composite);
        }
    }
}
