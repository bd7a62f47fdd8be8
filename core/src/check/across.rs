//! The fields of the person against one another: numbers, date, sex.

use super::CheckOptions;
use super::field::Facts;
use crate::field::Day;
use crate::field::{BirthDate, DatePrecision, Sex};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::string::ToString;
use alloc::vec::Vec;

/// From this age on a person said to live is checked: fewer than one in ten thousand lives so long
/// (inferred; the oldest age ever proven is 122).
const VERY_OLD: u16 = 110;

/// How sure a name must be of the other sex before anything is said.
const SURE: f32 = 0.97;

/// The 9-digit card lost its validity with this day (Law on Identification 26/2023/QH15, art. 46).
const CARDS_ENDED: Day = Day { year: 2025, month: 1, day: 1 };

pub(super) fn check(facts: &Facts<'_>, options: &CheckOptions, found: &mut Vec<Finding>) {
    citizen_id(facts, found);
    age(facts, options, found);
    if let (Some(name), Some(sex)) = (&facts.name, facts.sex)
        && let Some(hint) = name.sex_hint()
    {
        let against = match sex {
            Sex::Male => hint.p_female >= SURE,
            Sex::Female => hint.p_female <= 1.0 - SURE,
        };
        if against {
            let note = Finding::new(FindingCode::SexAgainstName, FieldName::Sex);
            found.push(note.with("word", hint.evidence));
        }
    }
    if facts.identity_card.is_some() && facts.citizen_id.is_none() && options.day() >= CARDS_ENDED {
        found.push(Finding::new(FindingCode::IdentityCardOutdated, FieldName::IdentityCard));
    }
}

/// The structure of the 12-digit number against sex and birth year (facts: vn/ids.md 1): findings,
/// never errors, because numbers are cancelled and issued anew. Its province is that of the first
/// registration: see the place checks.
fn citizen_id(facts: &Facts<'_>, found: &mut Vec<Finding>) {
    let Some(id) = facts.citizen_id else { return };
    let new = |code| Finding::new(code, FieldName::CitizenId);
    if facts.sex.is_some_and(|sex| sex != id.sex()) {
        let sex = match id.sex() {
            Sex::Male => "Nam/male",
            Sex::Female => "Nữ/female",
        };
        found.push(new(FindingCode::CitizenIdSexMismatch).with("sex", sex));
    }
    let year = id.birth_year();
    if facts.birth.and_then(BirthDate::year).is_some_and(|born| born != year) {
        found.push(new(FindingCode::CitizenIdYearMismatch).with("year", year.to_string()));
    }
    let other = facts.insurance.and_then(|number| number.citizen_id());
    if other.is_some_and(|other| other != id) {
        let field = FieldName::InsuranceNumber;
        found.push(Finding::new(FindingCode::InsuranceCitizenIdMismatch, field));
    }
}

fn age(facts: &Facts<'_>, options: &CheckOptions, found: &mut Vec<Finding>) {
    let Some(birth) = facts.birth else { return };
    let Some(year) = birth.year() else { return };
    let field = FieldName::BirthDate;
    if options.given_day().is_some_and(|today| is_after(birth, today)) {
        // Says more than a year that is too late.
        found.retain(|held| held.field != field || held.code != FindingCode::DateInFuture);
        found.push(Finding::new(FindingCode::BirthAfterToday, field));
    }
    let age = options.day().year.saturating_sub(year);
    let told = || found.iter().any(|held| held.code == FindingCode::DateTooEarly);
    if age >= VERY_OLD && !told() {
        found.push(Finding::new(FindingCode::PersonTooOld, field).with("age", age.to_string()));
    }
    if let Some(issued) = facts.issued
        && is_before(issued, birth)
    {
        found.push(Finding::new(FindingCode::IssuedBeforeBirth, FieldName::IssueDate));
    }
}

/// Is the birth surely after the day, as far as it is known?
fn is_after(birth: BirthDate, day: Day) -> bool {
    let year = birth.year().unwrap_or(0);
    match (birth.month(), birth.day()) {
        (Some(month), Some(of_month)) => Day { year, month, day: of_month } > day,
        (Some(month), None) => (year, month) > (day.year, day.month),
        _ => year > day.year,
    }
}

/// Is one date surely before another, as far as both are known?
fn is_before(left: BirthDate, right: BirthDate) -> bool {
    let known = left.precision().min(right.precision());
    let part = |date: BirthDate| {
        let month = date.month().filter(|_| known >= DatePrecision::Month);
        (date.year(), month, date.day().filter(|_| known >= DatePrecision::Day))
    };
    known >= DatePrecision::Year && part(left) < part(right)
}
