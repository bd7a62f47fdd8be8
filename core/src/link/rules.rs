//! Which records meet: the parts of a record and the composite rules over them.
//!
//! Every rule joins at least two weak keys or is an office's number; a name part alone never makes
//! a rule, since fourteen surnames cover nine persons in ten (facts: vietnamese.md 3).

use crate::block::BlockRule;
use crate::compare::Comparison;
use std::borrow::Cow;

mod keys;

pub(crate) use self::keys::{mix_word, parts};

/// The parts, numbered.
pub(crate) mod part {
    pub(crate) const CITIZEN_ID: u8 = 0;
    pub(crate) const ID_HEAD: u8 = 1;
    pub(crate) const ID_SERIAL: u8 = 2;
    pub(crate) const CARD: u8 = 3;
    pub(crate) const INSURANCE: u8 = 4;
    pub(crate) const PHONE: u8 = 5;
    pub(crate) const NAME: u8 = 6;
    pub(crate) const JOINED: u8 = 7;
    pub(crate) const GIVEN: u8 = 8;
    pub(crate) const SURNAME: u8 = 9;
    pub(crate) const TAIL: u8 = 10;
    pub(crate) const YEAR: u8 = 11;
    pub(crate) const DATE: u8 = 12;
    pub(crate) const SEX: u8 = 13;
    pub(crate) const COMMUNE: u8 = 14;
    pub(crate) const HAMLET: u8 = 15;
    pub(crate) const HOUSE: u8 = 16;
    pub(crate) const FATHER: u8 = 17;
    pub(crate) const MOTHER: u8 = 18;
    pub(crate) const FATHER_GIVEN: u8 = 19;
    pub(crate) const MOTHER_GIVEN: u8 = 20;
    pub(crate) const INITIALS: u8 = 21;
    /// Keys by ear, each in its place (`record::heard`).
    pub(crate) const EAR: [u8; 4] = [22, 23, 24, 25];
    /// The same where they say much.
    pub(crate) const LONG_EAR: [u8; 4] = [26, 27, 28, 29];
    pub(crate) const COUNT: u8 = 30;
}
pub(crate) use part::COUNT;

/// What the parts are called in files, by number.
#[cfg(feature = "serde")]
pub(crate) const PART_NAMES: [&str; part::COUNT as usize] = [
    "citizen_id",
    "id_head",
    "id_serial",
    "identity_card",
    "insurance_number",
    "phone",
    "name",
    "joined_name",
    "given",
    "surname",
    "name_tail",
    "year",
    "date",
    "sex",
    "commune",
    "hamlet",
    "house",
    "father",
    "mother",
    "father_given",
    "mother_given",
    "initials",
    "ear_1",
    "ear_2",
    "ear_3",
    "ear_4",
    "long_ear_1",
    "long_ear_2",
    "long_ear_3",
    "long_ear_4",
];

/// The comparisons that agree where a part does.
#[cfg(feature = "serde")]
pub(crate) fn fixed_by(part: u8) -> &'static [Comparison] {
    use Comparison as C;
    match part {
        part::CITIZEN_ID | part::ID_HEAD | part::ID_SERIAL => &[C::CitizenId],
        part::CARD => &[C::IdentityCard],
        part::INSURANCE => &[C::Insurance],
        part::PHONE => &[C::Phone],
        part::NAME => &[C::Surname, C::Middle, C::Given],
        part::JOINED | part::TAIL => &[C::Middle, C::Given],
        ear if part::EAR.contains(&ear) || part::LONG_EAR.contains(&ear) => &[C::Middle, C::Given],
        part::GIVEN => &[C::Given],
        part::SURNAME => &[C::Surname],
        part::YEAR | part::DATE => &[C::BirthDate],
        part::SEX => &[C::Sex],
        part::COMMUNE | part::HAMLET | part::HOUSE => &[C::Place],
        part::FATHER | part::FATHER_GIVEN => &[C::Father],
        part::MOTHER | part::MOTHER_GIVEN => &[C::Mother],
        _ => &[],
    }
}

/// A rule and what it fixes, so that training leaves those comparisons out.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) block: BlockRule,
    pub(crate) fixes: Cow<'static, [Comparison]>,
    /// Declared fields that are alike in all its pairs (bits), for the same.
    pub(crate) alike: u16,
    /// Its pairs are used to fit the model.
    pub(crate) trains: bool,
    /// The rule that its pairs are shown under, where its own name would tell what is sensitive.
    pub(crate) shown_as: Option<Cow<'static, str>>,
}

/// The place of the rule that pairs of a rule are shown under: most often its own.
pub(crate) fn shown(rules: &[Rule], rule: u8) -> u8 {
    let name = rules.get(usize::from(rule)).and_then(|rule| rule.shown_as.as_ref());
    let place = name.and_then(|name| rules.iter().position(|rule| rule.block.name == *name));
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(rule)
}

const fn rule(
    name: &'static str,
    parts: &'static [u8],
    fixes: &'static [Comparison],
    trains: bool,
) -> Rule {
    let block = BlockRule::new(name, parts);
    Rule { block, fixes: Cow::Borrowed(fixes), alike: 0, trains, shown_as: None }
}

/// Pairs of ten records.
const TEN: u64 = 45;
/// Pairs of five records.
const FIVE: u64 = 10;

/// A rule of things that many share, or more in a larger table: a block of more than ten records is
/// split, so that a record meets no more others among ten millions than in a commune.
const fn loose(name: &'static str, parts: &'static [u8], fixes: &'static [Comparison]) -> Rule {
    let block = BlockRule::new(name, parts).refined_above(TEN);
    Rule { block, fixes: Cow::Borrowed(fixes), alike: 0, trains: false, shown_as: None }
}

/// A rule whose pairs are one person a few times in a thousand (`--example blocking`): split above
/// five records.
const fn faint(name: &'static str, parts: &'static [u8], fixes: &'static [Comparison]) -> Rule {
    let block = BlockRule::new(name, parts).refined_above(FIVE);
    Rule { block, fixes: Cow::Borrowed(fixes), alike: 0, trains: false, shown_as: None }
}

/// As [`loose`], and the model is fitted on its pairs.
const fn training(name: &'static str, parts: &'static [u8], fixes: &'static [Comparison]) -> Rule {
    let mut rule = loose(name, parts, fixes);
    rule.trains = true;
    rule
}

/// Who is compared by ear is mostly of Khmer origin, and that is sensitive in law (Decree 356/2025,
/// art. 4): no pair may show it.
const fn by_ear(
    name: &'static str,
    parts: &'static [u8],
    fixes: &'static [Comparison],
    shown_as: &'static str,
) -> Rule {
    let block = BlockRule::new(name, parts).refined_above(TEN);
    let shown_as = Some(Cow::Borrowed(shown_as));
    Rule { block, fixes: Cow::Borrowed(fixes), alike: 0, trains: false, shown_as }
}

/// A long name and what everybody has.
const fn ear_and_year(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::Sex, C::BirthDate];
    by_ear("name by ear, sex and year", parts, fixes, "joined name and year")
}

/// Names of two consonants and fewer ask for a place.
const fn ear_and_commune(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::BirthDate, C::Place];
    by_ear("name by ear, year and commune", parts, fixes, "given name, year and commune")
}

/// The year may be wrong where the hamlet is right.
const fn ear_and_hamlet(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::Sex, C::Place];
    by_ear("name by ear, sex and hamlet", parts, fixes, "name and hamlet")
}

/// The rules, in the order in which a pair is credited to them.
pub(crate) const RULES: &[Rule] = {
    use Comparison as C;
    use part::*;
    &[
        rule("citizen ID", &[CITIZEN_ID], &[C::CitizenId], true),
        rule("identity card", &[CARD], &[C::IdentityCard], false),
        rule("insurance number", &[INSURANCE], &[C::Insurance], false),
        training("name and year", &[NAME, YEAR], &[C::Surname, C::Middle, C::Given, C::BirthDate]),
        training("given name and date", &[GIVEN, DATE], &[C::Given, C::BirthDate]),
        loose("joined name and year", &[JOINED, YEAR], &[C::Middle, C::Given, C::BirthDate]),
        loose("surname, sex and date", &[SURNAME, SEX, DATE], &[C::Surname, C::Sex, C::BirthDate]),
        loose("initials and date", &[INITIALS, DATE], &[C::BirthDate]),
        faint("date and commune", &[DATE, COMMUNE], &[C::BirthDate, C::Place]),
        faint("date and hamlet", &[DATE, HAMLET], &[C::BirthDate, C::Place]),
        faint("date and father", &[DATE, FATHER_GIVEN], &[C::BirthDate, C::Father]),
        faint("date and mother", &[DATE, MOTHER_GIVEN], &[C::BirthDate, C::Mother]),
        rule("ID serial and year", &[ID_SERIAL, YEAR], &[C::CitizenId, C::BirthDate], false),
        rule("ID serial and given name", &[ID_SERIAL, GIVEN], &[C::CitizenId, C::Given], false),
        faint(
            "ID head and name ends",
            &[ID_HEAD, SURNAME, GIVEN],
            &[C::CitizenId, C::Surname, C::Given],
        ),
        loose("father and given name", &[FATHER, GIVEN], &[C::Father, C::Given]),
        loose("mother and given name", &[MOTHER, GIVEN], &[C::Mother, C::Given]),
        training(
            "parents and year",
            &[FATHER_GIVEN, MOTHER_GIVEN, YEAR],
            &[C::Father, C::Mother, C::BirthDate],
        ),
        loose("name and commune", &[NAME, COMMUNE], &[C::Surname, C::Middle, C::Given, C::Place]),
        faint("name and hamlet", &[NAME, HAMLET], &[C::Surname, C::Middle, C::Given, C::Place]),
        loose("given name and house", &[GIVEN, HAMLET, HOUSE], &[C::Given, C::Place]),
        loose("house and year", &[HAMLET, HOUSE, YEAR], &[C::Place, C::BirthDate]),
        loose(
            "name tail, year and hamlet",
            &[TAIL, YEAR, HAMLET],
            &[C::Middle, C::Given, C::BirthDate, C::Place],
        ),
        loose(
            "given name, year and commune",
            &[GIVEN, YEAR, SEX, COMMUNE],
            &[C::Given, C::BirthDate, C::Sex, C::Place],
        ),
        rule("phone and given name", &[PHONE, GIVEN], &[C::Phone, C::Given], false),
        // Names compared by ear, whatever their letters and pieces: once for each place of a key.
        ear_and_year(&[LONG_EAR[0], SEX, YEAR]),
        ear_and_year(&[LONG_EAR[1], SEX, YEAR]),
        ear_and_year(&[LONG_EAR[2], SEX, YEAR]),
        ear_and_year(&[LONG_EAR[3], SEX, YEAR]),
        ear_and_commune(&[EAR[0], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[1], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[2], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[3], YEAR, COMMUNE]),
        ear_and_hamlet(&[LONG_EAR[0], SEX, HAMLET]),
        ear_and_hamlet(&[LONG_EAR[1], SEX, HAMLET]),
        ear_and_hamlet(&[LONG_EAR[2], SEX, HAMLET]),
        ear_and_hamlet(&[LONG_EAR[3], SEX, HAMLET]),
        // Damaged in several fields at once: loose rules, refined where their blocks grow.
        faint("initials and year", &[INITIALS, YEAR], &[C::BirthDate]),
        faint(
            "father's given name, year and commune",
            &[FATHER_GIVEN, YEAR, COMMUNE],
            &[C::Father, C::BirthDate, C::Place],
        ),
        faint(
            "mother's given name, year and commune",
            &[MOTHER_GIVEN, YEAR, COMMUNE],
            &[C::Mother, C::BirthDate, C::Place],
        ),
        faint("given name and year", &[GIVEN, YEAR], &[C::Given, C::BirthDate]),
        faint(
            "surname, year and commune",
            &[SURNAME, YEAR, COMMUNE],
            &[C::Surname, C::BirthDate, C::Place],
        ),
        faint("initials and commune", &[INITIALS, COMMUNE], &[C::Place]),
    ]
};

/// Parts by which an oversized block is split, the most telling first.
pub(crate) const REFINE: &[u8] = {
    use part::*;
    &[YEAR, COMMUNE, SEX, HAMLET, DATE, HOUSE, FATHER, MOTHER, CITIZEN_ID, NAME, PHONE]
};

#[cfg(test)]
mod tests;
