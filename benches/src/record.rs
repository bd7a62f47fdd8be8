//! From a person to a record: what the register holds, with what went wrong on the way.

use crate::clerk::Clerk;
use crate::dice::Dice;
use crate::family::Household;
use crate::fault::{Fault, Faults};
use crate::mix::FaultMix;
use crate::name::{FullName, Kin};
use crate::source::Source;
use crate::spelling::written_name;
use crate::tables::Commune;
use crate::{date, letters, machine, number, place};

/// Columns of a record after `record_id` and `source`.
pub(crate) const TEXT_COLUMNS: usize = 12;

/// What is true of the person, as far as records hold it.
#[derive(Debug)]
pub(crate) struct Truth<'a> {
    pub(crate) name: &'a FullName,
    pub(crate) father: &'a FullName,
    pub(crate) mother: &'a FullName,
    pub(crate) kin: Kin,
    pub(crate) female: bool,
    pub(crate) born: date::Written,
    pub(crate) cccd: &'a str,
    /// An earlier number, for persons whose number was re-issued.
    pub(crate) cccd_before: &'a str,
    /// The number of someone under the same roof.
    pub(crate) cccd_other: &'a str,
    pub(crate) cmnd: Option<&'a str>,
    pub(crate) phone: &'a str,
    pub(crate) commune: &'a Commune,
    pub(crate) household: &'a Household,
    /// Where the person lived before.
    pub(crate) before: (&'a Commune, &'a Household),
}

/// A record: the texts of its columns, and its faults.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) texts: [String; TEXT_COLUMNS],
    pub(crate) faults: Faults,
}

/// Writes the person's record of one register.
pub(crate) fn write(dice: &mut Dice, mix: FaultMix, source: Source, truth: &Truth<'_>) -> Record {
    let mut clerk = Clerk::new(dice, mix, source);
    let region = truth.commune.region;
    let names = [truth.name, truth.father, truth.mother];
    let script = clerk.rate(Fault::KhmerScript);
    clerk.script = truth.kin == Kin::Khmer && clerk.dice.chance(script);
    let mut texts = [String::new(), String::new(), String::new(), String::new()];
    for (place, name) in names.into_iter().enumerate() {
        let missing = match place {
            1 => clerk.happens(Fault::FatherMissing),
            2 => clerk.happens(Fault::MotherMissing),
            _ => false,
        };
        if !missing && let Some(slot) = texts.get_mut(place) {
            clerk.haste = if place == 0 { 1.0 } else { 0.6 };
            *slot = written_name(&mut clerk, name, truth, place, region);
        }
    }

    clerk.haste = 1.0;
    let mut born = truth.born;
    let care = clerk.care;
    let rate = |fault: Fault| mix.rate_with(care, fault, source);
    date::damage(clerk.dice, &mut born, &mut clerk.faults, rate);
    let dob = date::write(clerk.dice, born, source);

    let (commune, household) =
        if clerk.happens(Fault::Moved) { truth.before } else { (truth.commune, truth.household) };
    let units = place::units(clerk.dice, commune, &mut clerk.faults, rate);
    texts[3] = place::address(clerk.dice, household, commune.region, &mut clerk.faults, rate);

    let sex = sex(&mut clerk, truth.female);
    let cccd = cccd(&mut clerk, truth);
    let cmnd = match truth.cmnd {
        Some(cmnd) if !clerk.happens(Fault::CmndMissing) => {
            if clerk.happens(Fault::CmndDigit) {
                number::digit_wrong(clerk.dice, cmnd)
            } else {
                cmnd.to_owned()
            }
        }
        _ => String::new(),
    };
    let phone =
        if clerk.happens(Fault::PhoneMissing) { String::new() } else { truth.phone.to_owned() };

    whole_record(&mut clerk, &mut texts);
    let [full_name, father, mother, address] = texts;
    Record {
        texts: [
            full_name,
            dob,
            sex,
            cccd,
            cmnd,
            units.province,
            units.district,
            units.commune,
            address,
            father,
            mother,
            phone,
        ],
        faults: clerk.faults,
    }
}

fn sex(clerk: &mut Clerk<'_>, female: bool) -> String {
    if clerk.happens(Fault::SexMissing) {
        return String::new();
    }
    let female = female != clerk.happens(Fault::SexWrong);
    let habit = clerk.dice.chance(0.048);
    let text = match (clerk.source, female) {
        (Source::Cccd, false) => "Nam / M",
        (Source::Cccd, true) => "Nữ / F",
        (Source::Bhyt, false) => "1",
        (Source::Bhyt, true) => "2",
        (_, false) if habit => "nam",
        (_, true) if habit => "Nu",
        (_, false) => "Nam",
        (_, true) => "Nữ",
    };
    text.to_owned()
}

fn cccd(clerk: &mut Clerk<'_>, truth: &Truth<'_>) -> String {
    if clerk.happens(Fault::CccdMissing) {
        return String::new();
    }
    if !truth.cccd_other.is_empty() && clerk.happens(Fault::CccdOfOther) {
        return truth.cccd_other.to_owned();
    }
    if clerk.happens(Fault::CccdReissued) {
        return truth.cccd_before.to_owned();
    }
    let mut number = truth.cccd.to_owned();
    if clerk.happens(Fault::CccdDigit) {
        number = number::digit_wrong(clerk.dice, &number);
    }
    clerk.attempt(Fault::CccdSwapped, |dice| {
        number::digits_swapped(dice, &number).map(|swapped| number = swapped).is_some()
    });
    clerk.attempt(Fault::CccdZeroLost, |_| match number.strip_prefix('0') {
        Some(rest) => {
            number = rest.to_owned();
            true
        }
        None => false,
    });
    number
}

/// What happens to a whole record: marks lost, fonts, capitals, blanks.
fn whole_record(clerk: &mut Clerk<'_>, texts: &mut [String; 4]) {
    if clerk.happens(Fault::UpperCase) {
        for text in texts.iter_mut() {
            *text = text.to_uppercase();
        }
    } else if clerk.happens(Fault::LowerCase) {
        for text in texts.iter_mut() {
            *text = text.to_lowercase();
        }
    }
    if clerk.happens(Fault::MarksLost) {
        for text in texts.iter_mut() {
            *text = letters::unmarked(text);
        }
    } else if clerk.attempt(Fault::Tcvn3, |_| encode(texts, machine::tcvn3))
        || clerk.attempt(Fault::Vni, |_| encode(texts, machine::vni))
    {
        // The font holds the marks now: nothing else can happen to them.
    } else if clerk.attempt(Fault::Decomposed, |_| {
        let mut changed = false;
        for text in texts.iter_mut() {
            let new = letters::decomposed(text);
            changed |= new != *text;
            *text = new;
        }
        changed
    }) {
    } else {
        for text in texts.iter_mut() {
            clerk.attempt(Fault::DdLookalike, |dice| {
                machine::look_alike(dice, text).map(|new| *text = new).is_some()
            });
        }
    }
    if clerk.happens(Fault::NoBreakBlank) {
        for text in texts.iter_mut().take(3) {
            *text = text.replace(' ', "\u{a0}");
        }
    }
    for text in texts.iter_mut().take(3).filter(|text| !text.is_empty()) {
        if clerk.happens(Fault::StrayBlank) {
            *text = machine::stray_blank(clerk.dice, text);
        }
    }
}

/// All texts in a font's bytes, or none of them.
fn encode(texts: &mut [String; 4], table: fn(&str) -> Option<String>) -> bool {
    let coded: Vec<Option<String>> = texts.iter().map(|text| table(text)).collect();
    if coded.iter().any(Option::is_none) {
        return false;
    }
    let mut changed = false;
    for (text, new) in texts.iter_mut().zip(coded.into_iter().flatten()) {
        changed |= *text != new;
        *text = new;
    }
    changed
}
