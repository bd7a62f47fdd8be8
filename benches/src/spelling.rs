//! A name on its way into a register: parts, sounds, keys.

use crate::clerk::Clerk;
use crate::dice::Dice;
use crate::fault::Fault;
use crate::name::{FullName, Kin, Role};
use crate::record::Truth;
use crate::tables::Region;
use crate::{heard, machine, tongue, typing};

/// One of the three names as the register holds it.
pub(crate) fn written_name(
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
    if place == 0 {
        clerk.attempt(Fault::NameShortened, |dice| shorten(dice, &mut text, false));
    } else if text.contains(' ') && clerk.happens(Fault::ParentShortened) {
        shorten(clerk.dice, &mut text, true);
    }
    key_faults(clerk, &mut text);
    text
}

/// Faults of a Khmer name.
pub(crate) fn khmer_faults(clerk: &mut Clerk<'_>, name: &mut FullName) {
    if clerk.script && tongue::script(name) {
        clerk.faults.insert(Fault::KhmerScript);
        return;
    }
    clerk.attempt(Fault::KhmerSurname, |dice| tongue::surname(dice, name));
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
