//! Two records -> one level of agreement per comparison, packed into a word.
//!
//! Missing on both sides, missing on one and contradiction are three different levels everywhere.

pub(crate) mod declared;
mod edit;
mod level;
mod name;
mod number;
mod place;
mod syllable;

pub use self::level::{Comparison, MAX_LEVELS, Pattern};
pub(crate) use self::level::{NamePart, REPAIRED};
pub(crate) use self::syllable::remember;

use self::level::SexLevel;
use self::number::numbers;
use crate::field::{BirthDate, Sex};
use crate::record::names::NameTable;
use crate::record::values::{Record, RecordTable};

/// Compares two rows of a table: what they say as residents, and the fields the caller declared.
/// `None` for a row the table does not have.
pub(crate) fn compare_rows(table: &RecordTable, left: usize, right: usize) -> Option<Pattern> {
    let (a, b) = (table.records.get(left)?, table.records.get(right)?);
    let own = if table.has_residents { compare(&table.names, &a, &b) } else { Pattern::default() };
    if table.declared.is_empty() {
        return Some(own);
    }
    Some(own.with_declared(declared::compare_declared(&table.declared, left, right)))
}

/// Compares two records of one table. Cost: some 100 ns, no allocation.
pub(crate) fn compare(names: &NameTable, a: &Record, b: &Record) -> Pattern {
    use Comparison as C;
    let own = name::compare_names(names, a.name, b.name);
    numbers(a, b)
        .with(C::Surname, own.surname as u8)
        .with(C::Middle, own.middle as u8)
        .with(C::Given, own.given as u8)
        .with(C::BirthDate, BirthDate::compare(a.birth, b.birth) as u8)
        .with(C::Sex, compare_sex(a.sex, b.sex) as u8)
        .with(C::Father, name::parent_level(names, a.father, b.father) as u8)
        .with(C::Mother, name::parent_level(names, a.mother, b.mother) as u8)
        .with(C::Place, place::compare_places(a, b) as u8)
}

fn compare_sex(a: Option<Sex>, b: Option<Sex>) -> SexLevel {
    match (a, b) {
        (None, None) => SexLevel::MissingBoth,
        (None, _) | (_, None) => SexLevel::MissingOne,
        (Some(a), Some(b)) if a == b => SexLevel::Same,
        _ => SexLevel::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{CitizenId, IdentityCard, InsuranceNumber, Parsed, Phone};

    /// Each comparison looks at its own value: with all but one missing on the other side, that
    /// one is the same and the others are missing on one.
    #[test]
    fn each_comparison_looks_at_its_own_value() {
        fn value<T>(parsed: Parsed<T>) -> Option<T> {
            assert!(parsed.value.is_some());
            parsed.value
        }
        let mut names = NameTable::default();
        let mut name = |text| names.intern(&crate::name::Name::parse(text));
        let full = Record {
            name: name("Trần Thị Hằng"),
            father: name("Trần Văn Bảy"),
            mother: name("Lê Thị Sáu"),
            birth: value(BirthDate::parse("05/03/1971")),
            sex: Some(Sex::Female),
            citizen_id: value(CitizenId::parse("089171001234")),
            identity_card: value(IdentityCard::parse("351234567")),
            insurance: value(InsuranceNumber::parse("8912345678")),
            phone: value(Phone::parse("0912345678")),
            commune: 7,
            ..Record::default()
        };
        let none = Record::default();
        for (index, alone) in [
            Record { name: full.name, ..none },
            Record { birth: full.birth, ..none },
            Record { sex: full.sex, ..none },
            Record { citizen_id: full.citizen_id, ..none },
            Record { identity_card: full.identity_card, ..none },
            Record { insurance: full.insurance, ..none },
            Record { phone: full.phone, ..none },
            Record { father: full.father, ..none },
            Record { mother: full.mother, ..none },
            Record { commune: full.commune, ..none },
        ]
        .into_iter()
        .enumerate()
        {
            let own: &[usize] = if index == 0 { &[0, 1, 2] } else { &[index + 2] };
            for pattern in [compare(&names, &full, &alone), compare(&names, &alone, &full)] {
                for comparison in Comparison::ALL {
                    let want = match own.contains(&comparison.index()) {
                        true if comparison == Comparison::Place => "same commune",
                        true => "same",
                        false => "missing on one",
                    };
                    assert_eq!(pattern.level_name(comparison), want, "{index} {comparison:?}");
                }
            }
        }
        assert_eq!(compare(&names, &none, &none), Pattern::default());
    }

    #[test]
    fn sexes_agree_or_differ() {
        let record = |sex| Record { sex: Some(sex), ..Record::default() };
        let names = NameTable::default();
        let level = |a, b| compare(&names, &record(a), &record(b)).level_name(Comparison::Sex);
        assert_eq!(level(Sex::Male, Sex::Male), "same");
        assert_eq!(level(Sex::Male, Sex::Female), "different");
    }
}
