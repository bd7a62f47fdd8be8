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
    /// The halves of a citizen ID: together they are the number, and one of them outlives a slip.
    pub(crate) const ID_HEAD: u8 = 0;
    pub(crate) const ID_SERIAL: u8 = 1;
    pub(crate) const CARD: u8 = 2;
    pub(crate) const INSURANCE: u8 = 3;
    pub(crate) const PHONE: u8 = 4;
    pub(crate) const NAME: u8 = 5;
    pub(crate) const JOINED: u8 = 6;
    pub(crate) const GIVEN: u8 = 7;
    pub(crate) const SURNAME: u8 = 8;
    pub(crate) const YEAR: u8 = 9;
    pub(crate) const DATE: u8 = 10;
    pub(crate) const SEX: u8 = 11;
    pub(crate) const COMMUNE: u8 = 12;
    pub(crate) const HAMLET: u8 = 13;
    pub(crate) const HOUSE: u8 = 14;
    pub(crate) const FATHER: u8 = 15;
    pub(crate) const MOTHER: u8 = 16;
    pub(crate) const FATHER_GIVEN: u8 = 17;
    pub(crate) const MOTHER_GIVEN: u8 = 18;
    pub(crate) const INITIALS: u8 = 19;
    /// Keys by ear, each in its place (`record::heard`).
    pub(crate) const EAR: [u8; 4] = [20, 21, 22, 23];
    pub(crate) const COUNT: u8 = 24;
}
pub(crate) use part::COUNT;

/// What the parts are called in files, by number.
#[cfg(feature = "serde")]
pub(crate) const PART_NAMES: [&str; part::COUNT as usize] = [
    "id_head",
    "id_serial",
    "identity_card",
    "insurance_number",
    "phone",
    "name",
    "joined_name",
    "given",
    "surname",
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
];

/// Parts that a file may name as one.
#[cfg(feature = "serde")]
pub(crate) const WHOLE_PARTS: [(&str, &[u8]); 1] =
    [("citizen_id", &[part::ID_HEAD, part::ID_SERIAL])];

/// The comparisons that agree where a part does.
#[cfg(feature = "serde")]
pub(crate) fn fixed_by(part: u8) -> &'static [Comparison] {
    use Comparison as C;
    match part {
        part::ID_HEAD | part::ID_SERIAL => &[C::CitizenId],
        part::CARD => &[C::IdentityCard],
        part::INSURANCE => &[C::Insurance],
        part::PHONE => &[C::Phone],
        part::NAME => &[C::Surname, C::Middle, C::Given],
        part::JOINED => &[C::Middle, C::Given],
        ear if part::EAR.contains(&ear) => &[C::Middle, C::Given],
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

/// A name and what everybody has.
const fn ear_and_year(parts: &'static [u8; 3]) -> Rule {
    use Comparison as C;
    let fixes = &[C::Middle, C::Given, C::Sex, C::BirthDate];
    by_ear("name by ear, sex and year", parts, fixes, "joined name and year")
}

/// The sex may be wrong or missing where the commune is right.
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
        rule("citizen ID", &[ID_HEAD, ID_SERIAL], &[C::CitizenId], true),
        rule("identity card", &[CARD], &[C::IdentityCard], false),
        rule("insurance number", &[INSURANCE], &[C::Insurance], false),
        training("name and year", &[NAME, YEAR], &[C::Surname, C::Middle, C::Given, C::BirthDate]),
        training("given name and date", &[GIVEN, DATE], &[C::Given, C::BirthDate]),
        loose("joined name and year", &[JOINED, YEAR], &[C::Middle, C::Given, C::BirthDate]),
        loose("surname, sex and date", &[SURNAME, SEX, DATE], &[C::Surname, C::Sex, C::BirthDate]),
        loose("initials and date", &[INITIALS, DATE], &[C::BirthDate]),
        faint("date and commune", &[DATE, COMMUNE], &[C::BirthDate, C::Place]),
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
            "given name, year and hamlet",
            &[GIVEN, YEAR, HAMLET],
            &[C::Given, C::BirthDate, C::Place],
        ),
        loose(
            "given name, year and commune",
            &[GIVEN, YEAR, SEX, COMMUNE],
            &[C::Given, C::BirthDate, C::Sex, C::Place],
        ),
        rule("phone and given name", &[PHONE, GIVEN], &[C::Phone, C::Given], false),
        // Names compared by ear, whatever their letters and pieces: once for each place of a key.
        ear_and_year(&[EAR[0], SEX, YEAR]),
        ear_and_year(&[EAR[1], SEX, YEAR]),
        ear_and_year(&[EAR[2], SEX, YEAR]),
        ear_and_year(&[EAR[3], SEX, YEAR]),
        ear_and_commune(&[EAR[0], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[1], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[2], YEAR, COMMUNE]),
        ear_and_commune(&[EAR[3], YEAR, COMMUNE]),
        ear_and_hamlet(&[EAR[0], SEX, HAMLET]),
        ear_and_hamlet(&[EAR[1], SEX, HAMLET]),
        ear_and_hamlet(&[EAR[2], SEX, HAMLET]),
        ear_and_hamlet(&[EAR[3], SEX, HAMLET]),
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
    &[YEAR, COMMUNE, SEX, HAMLET, DATE, HOUSE, FATHER, MOTHER, ID_SERIAL, NAME, PHONE]
};

#[cfg(test)]
mod tests;
