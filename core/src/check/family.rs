//! The person against the parents: age, surname, names in each other's place.

use super::field::Facts;
use crate::clean::{fold, normalize};
use crate::field::BirthDate;
use crate::finding::{FieldName, Finding, FindingCode};
use crate::key::sound_key;
use crate::lexicon::{self, WordFacts};
use crate::name::{Name, WordForm};
use alloc::string::ToString;
use alloc::vec::Vec;

/// Fewer years between parent and child are checked; more between mother and child, and father and
/// child (inferred: births outside of these are rarer than slips in a year).
const YOUNGEST: u16 = 14;
const OLDEST: [u16; 2] = [80, 55];

/// How sure a name must be of the other sex before anything is said of it.
const SURE: f32 = 0.97;

const PARENTS: [FieldName; 2] = [FieldName::FatherName, FieldName::MotherName];

pub(super) fn check(facts: &Facts<'_>, found: &mut Vec<Finding>) {
    ages(facts, found);
    sexes(facts, found);
    surnames(facts, found);
    let parents = [&facts.father, &facts.mother];
    for (field, parent) in PARENTS.into_iter().zip(parents) {
        if let (Some(parent), Some(child)) = (parent, &facts.name)
            && parent.len() > 1
            && is_same(parent, child)
        {
            found.push(Finding::new(FindingCode::ParentSameName, field));
        }
    }
    if let (Some(father), Some(mother)) = (&facts.father, &facts.mother)
        && is_same(father, mother)
    {
        found.push(Finding::new(FindingCode::ParentsSameName, FieldName::MotherName));
    }
}

fn ages(facts: &Facts<'_>, found: &mut Vec<Finding>) {
    let Some(child) = facts.birth.and_then(BirthDate::year) else { return };
    for (born, oldest) in facts.parents_born.into_iter().zip(OLDEST) {
        let Some((parent, field)) = born else { continue };
        let years = child.saturating_sub(parent);
        let new = |code| Finding::new(code, field).with("years", years.to_string());
        if parent >= child {
            let error = Finding::new(FindingCode::ParentNotOlder, field);
            found.push(error.with("parent", parent.to_string()).with("child", child.to_string()));
        } else if years < YOUNGEST {
            found.push(new(FindingCode::ParentTooYoung));
        } else if years > oldest {
            found.push(new(FindingCode::ParentTooOld));
        }
    }
}

/// A father's name that is a woman's, a mother's that is a man's; both at once are in each other's
/// place.
fn sexes(facts: &Facts<'_>, found: &mut Vec<Finding>) {
    let hint =
        |name: &Option<Name<'_>>| name.as_ref().and_then(Name::sex_hint).map(|hint| hint.p_female);
    let father = hint(&facts.father).is_some_and(|p_female| p_female >= SURE);
    let mother = hint(&facts.mother).is_some_and(|p_female| p_female <= 1.0 - SURE);
    if father && mother {
        found.push(Finding::new(FindingCode::ParentsSwapped, FieldName::FatherName));
        return;
    }
    let odd = [(father, &facts.father, "cha/father"), (mother, &facts.mother, "mẹ/mother")];
    for (field, (odd, name, role)) in PARENTS.into_iter().zip(odd) {
        if odd && let Some(hint) = name.as_ref().and_then(Name::sex_hint) {
            let note = Finding::new(FindingCode::ParentSexAgainstName, field);
            found.push(note.with("word", hint.evidence).with("role", role));
        }
    }
}

/// Children bear the father's or the mother's surname (Civil Code 91/2015/QH13, art. 26). Names
/// that need not pass one on say nothing: see [`line`].
fn surnames(facts: &Facts<'_>, found: &mut Vec<Finding>) {
    let (Some(name), Some(father), Some(mother)) = (&facts.name, &facts.father, &facts.mother)
    else {
        return;
    };
    let written = name.surname();
    if written == father.surname() || written == mother.surname() {
        return;
    }
    let (Some(own), Some(fathers), Some(mothers)) = (line(name), line(father), line(mother)) else {
        return;
    };
    let passed_on = |other: &str| own.split(' ').any(|a| other.split(' ').any(|b| is_one(a, b)));
    if !passed_on(fathers) && !passed_on(mothers) {
        found.push(Finding::new(FindingCode::SurnameOfNeitherParent, FieldName::FullName));
    }
}

/// One surname, or two forms of one: marks aside, heard alike, Hoàng and Huỳnh. A letter that differs
/// makes another: Phạm is not Phan.
fn is_one(left: &str, right: &str) -> bool {
    let (a, b) = (normalize(left), normalize(right));
    a == b
        || fold(&a) == fold(&b)
        || lexicon::doublet(&a, &b).is_some()
        || sound_key(&a) == sound_key(&b)
}

/// The surname that a family hands down; `None` if the name need not have one, or if clerks spell it
/// in so many ways that a difference says nothing (clans of the Central Highlands, Khmer and Chăm
/// surnames; facts: khmer.md 4).
fn line<'a>(name: &Name<'a>) -> Option<&'a str> {
    let surname = name.surname();
    let readable = name.parts().next()?.form == WordForm::Full;
    let normal = normalize(surname);
    let usual = lexicon::surname(&normal).is_some_and(|entry| entry.p_female.is_none());
    let others = lexicon::facts(&normal).is_some_and(WordFacts::is_minority_surname);
    (readable && usual && !others && name.len() > 1).then_some(surname)
}

/// The same words in the same order, tone style aside: that moves a mark and changes no length.
fn is_same(left: &Name<'_>, right: &Name<'_>) -> bool {
    left.syllables().map(str::len).eq(right.syllables().map(str::len))
        && left
            .syllables()
            .zip(right.syllables())
            .all(|(a, b)| a == b || normalize(a) == normalize(b))
}
