//! From a person to a record: what the register holds, with what went wrong on the way.

use crate::dice::Dice;
use crate::family::Household;
use crate::fault::{Fault, Faults};
use crate::letters;
use crate::machine;
use crate::mix::FaultMix;
use crate::name::{FullName, Kin, Role};
use crate::source::Source;
use crate::tables::{Commune, Region};
use crate::{date, heard, number, place, tongue, typing};

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

/// Draws faults and remembers those that happened.
struct Clerk<'a> {
    dice: &'a mut Dice,
    mix: FaultMix,
    source: Source,
    faults: Faults,
}

impl Clerk<'_> {
    fn happens(&mut self, fault: Fault) -> bool {
        let happened = self.dice.chance(self.mix.rate(fault, self.source));
        if happened {
            self.faults.insert(fault);
        }
        happened
    }

    /// Draws the fault and, if it strikes, lets `change` try; remembered only if something changed.
    fn attempt(&mut self, fault: Fault, change: impl FnOnce(&mut Dice) -> bool) -> bool {
        let struck = self.dice.chance(self.mix.rate(fault, self.source)) && change(self.dice);
        if struck {
            self.faults.insert(fault);
        }
        struck
    }
}

/// Writes the person's record of one register.
pub(crate) fn write(dice: &mut Dice, mix: FaultMix, source: Source, truth: &Truth<'_>) -> Record {
    let mut clerk = Clerk { dice, mix, source, faults: Faults::default() };
    let region = truth.commune.region;
    let names = [truth.name, truth.father, truth.mother];
    let mut texts = [String::new(), String::new(), String::new(), String::new()];
    for (place, name) in names.into_iter().enumerate() {
        let missing = match place {
            1 => clerk.happens(Fault::FatherMissing),
            2 => clerk.happens(Fault::MotherMissing),
            _ => false,
        };
        if !missing && let Some(slot) = texts.get_mut(place) {
            *slot = written_name(&mut clerk, name, truth, place, region);
        }
    }

    let mut born = truth.born;
    let (mix, source) = (clerk.mix, clerk.source);
    let rate = |fault: Fault| mix.rate(fault, source);
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

/// One of the three names as the register holds it.
fn written_name(
    clerk: &mut Clerk<'_>,
    name: &FullName,
    truth: &Truth<'_>,
    place: usize,
    region: Region,
) -> String {
    let mut name = name.clone();
    if name.0.is_empty() {
        return String::new();
    }
    if truth.kin == Kin::Khmer || name.0.iter().any(|part| matches!(part.role, Role::Khmer(_))) {
        khmer_faults(clerk, &mut name);
    }
    clerk.attempt(Fault::HighlandSpelling, |dice| tongue::highland(dice, &mut name));
    part_faults(clerk, &mut name, truth, place);
    sound_faults(clerk, &mut name, region);
    let mut text = name.text();
    let shortened = if place == 0 { Fault::NameShortened } else { Fault::ParentShortened };
    clerk.attempt(shortened, |dice| shorten(dice, &mut text, place > 0));
    key_faults(clerk, &mut text);
    text
}

fn khmer_faults(clerk: &mut Clerk<'_>, name: &mut FullName) {
    clerk.attempt(Fault::KhmerSurname, |dice| tongue::surname(dice, name));
    if clerk.attempt(Fault::KhmerScript, |_| tongue::script(name)) {
        return;
    }
    clerk.attempt(Fault::KhmerLatin, |dice| tongue::latin(dice, name));
    clerk.attempt(Fault::KhmerRespelled, |dice| tongue::respell(dice, name));
    let joined = clerk.attempt(Fault::KhmerJoined, |dice| tongue::join(dice, name));
    if !joined && !clerk.attempt(Fault::KhmerSplit, |dice| tongue::split(dice, name)) {
        clerk.attempt(Fault::KhmerHyphen, |dice| tongue::hyphen(dice, name));
    }
}

/// Whole parts left out or put in.
fn part_faults(clerk: &mut Clerk<'_>, name: &mut FullName, truth: &Truth<'_>, place: usize) {
    let female = match place {
        0 => truth.female,
        other => other == 2,
    };
    clerk.attempt(Fault::MiddleDropped, |_| {
        let before = name.0.len();
        name.0.retain(|part| !matches!(part.role, Role::Middle | Role::Marker));
        name.0.len() < before && name.0.len() > 1
    });
    let marked = name.0.iter().any(|part| part.role == Role::Marker);
    let surname_first = name.0.first().is_some_and(|part| part.role == Role::Surname);
    if !marked && surname_first {
        clerk.attempt(Fault::MarkerAdded, |_| {
            let text = if female { "Thị" } else { "Văn" };
            name.0.insert(1, crate::name::Part { text: text.into(), role: Role::Marker });
            true
        });
    }
    for part in &mut name.0 {
        if part.text == "Thị" {
            clerk.attempt(Fault::ThyForThi, |_| {
                part.text = "Thỵ".into();
                true
            });
        }
    }
    if place == 0 {
        clerk.attempt(Fault::MotherSurnameAdded, |_| {
            let Some(surname) = truth.mother.surname() else { return false };
            let text = format!("{}.", initial(&surname.text));
            name.0.insert(0, crate::name::Part { text: text.into(), role: Role::Middle });
            true
        });
    }
    let title = match (female, clerk.dice.chance(0.5)) {
        (true, true) => "Bà",
        (true, false) => "Chị",
        (false, true) => "Ông",
        (false, false) => "Anh",
    };
    if clerk.happens(Fault::Honorific) {
        name.0.insert(0, crate::name::Part { text: title.into(), role: Role::Prefix });
    }
}

/// Each fault of the ear strikes at most one word of a name.
fn sound_faults(clerk: &mut Clerk<'_>, name: &mut FullName, region: Region) {
    let north = matches!(region, Region::North | Region::Lowland);
    type Change = fn(&mut Dice, &str) -> Option<String>;
    let changes: [(Fault, Change, bool); 8] = [
        (Fault::HeardOnsetNorth, heard::onset_north, north),
        (Fault::HeardOnsetSouth, heard::onset_south, !north),
        (Fault::HeardCoda, |_, word| heard::coda(word), !north),
        (Fault::HeardTone, |_, word| heard::tone(word), !north),
        (Fault::HeardRhyme, |_, word| heard::rhyme(word), !north),
        (Fault::TabooDoublet, |_, word| heard::taboo(word), true),
        (Fault::IyForY, |_, word| heard::iy(word), true),
        (Fault::MisplacedTone, |_, word| heard::misplaced(word), true),
    ];
    for (fault, change, here) in changes {
        if here {
            clerk.attempt(fault, |dice| one_word(dice, name, change));
        }
    }
    clerk.attempt(Fault::NewToneStyle, |_| {
        let mut changed = false;
        for part in name.0.iter_mut().filter(|part| !matches!(part.role, Role::Prefix)) {
            if let Some(new) = heard::new_style(&part.text) {
                part.text = new.into();
                changed = true;
            }
        }
        changed
    });
    clerk.attempt(Fault::DForDd, |_| {
        let mut changed = false;
        for part in &mut name.0 {
            if part.text.starts_with('Đ') {
                part.text = part.text.replacen('Đ', "D", 1).into();
                changed = true;
            }
        }
        changed
    });
}

/// Tries the change on the words of a name, from a random one on.
fn one_word(
    dice: &mut Dice,
    name: &mut FullName,
    change: fn(&mut Dice, &str) -> Option<String>,
) -> bool {
    let count = name.0.len();
    let start = dice.below(count);
    for step in 0..count {
        let part = &mut name.0[(start + step) % count];
        let plain = matches!(part.role, Role::Surname | Role::Middle | Role::Given);
        if plain
            && !part.text.contains([' ', '.'])
            && let Some(new) = change(dice, &part.text)
        {
            part.text = new.into();
            return true;
        }
    }
    false
}

fn key_faults(clerk: &mut Clerk<'_>, text: &mut String) {
    type Change = fn(&mut Dice, &str) -> Option<String>;
    let changes: [(Fault, Change); 8] = [
        (Fault::NeighbourKey, typing::neighbour_key),
        (Fault::LetterDropped, typing::dropped),
        (Fault::LetterDoubled, typing::doubled),
        (Fault::LettersSwapped, typing::swapped),
        (Fault::BlankLost, typing::blank),
        (Fault::TelexLeft, |dice, text| typing::keystrokes(dice, text, false)),
        (Fault::VniKeysLeft, |dice, text| typing::keystrokes(dice, text, true)),
        (Fault::WordUnmarked, typing::word_unmarked),
    ];
    for (fault, change) in changes {
        clerk.attempt(fault, |dice| change(dice, text).map(|new| *text = new).is_some());
    }
    if clerk.happens(Fault::Illegible) {
        *text = machine::illegible(clerk.dice, text);
    }
}

/// The onset letters that stand for a word: Ng., Tr., Đ.
fn initial(word: &str) -> String {
    let lower = word.to_lowercase();
    let clusters = ["ngh", "ng", "nh", "tr", "th", "ph", "ch", "kh", "gi", "qu"];
    let length = clusters
        .iter()
        .find(|cluster| lower.starts_with(**cluster))
        .map_or(1, |cluster| cluster.len().min(2));
    word.chars().take(length).collect()
}

/// Ng. Hoàng Nam; H. Thị Thiên; N. V. A.
fn shorten(dice: &mut Dice, text: &mut String, all: bool) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let (Some((last, front)), true) = (words.split_last(), words.len() > 1) else { return false };
    let all = if all { dice.chance(0.88) } else { dice.chance(0.2) };
    let cluster = !all && dice.chance(0.6);
    let mut short: Vec<String> = Vec::with_capacity(words.len());
    for (place, word) in front.iter().enumerate() {
        if place == 0 || all {
            let letters = if cluster { initial(word) } else { word.chars().take(1).collect() };
            short.push(format!("{letters}."));
        } else {
            short.push((*word).to_owned());
        }
    }
    short.push((*last).to_owned());
    *text = short.join(" ");
    true
}
