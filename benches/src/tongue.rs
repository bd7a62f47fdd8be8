//! Khmer and highland names in Vietnamese letters, as one clerk or another writes them.

use crate::dice::Dice;
use crate::letters::{is_vowel, swap_head, swap_tail, title, tone_of, unmarked};
use crate::name::{FullName, Role};
use crate::tables::TABLES;

/// Onsets clerks confuse, most usual first (facts: khmer.md 4).
const ONSETS: [(&str, &str); 25] = [
    ("s", "x"),
    ("sr", "sa r"),
    ("ch", "tr"),
    ("tr", "ch"),
    ("chh", "ch"),
    ("chh", "x"),
    ("đ", "d"),
    ("d", "đ"),
    ("kh", "k"),
    ("k", "c"),
    ("kh", "c"),
    ("b", "p"),
    ("ph", "p"),
    ("p", "b"),
    ("t", "th"),
    ("th", "t"),
    ("t", "đ"),
    ("đ", "t"),
    ("v", "qu"),
    ("y", "d"),
    ("d", "y"),
    ("x", "s"),
    ("c", "k"),
    ("tà", "trà"),
    ("s", "sà "),
];

/// Ends clerks confuse.
const ENDS: [(&str, &str); 19] = [
    ("l", "n"),
    ("l", "ng"),
    ("n", "l"),
    ("n", "ng"),
    ("nh", "n"),
    ("n", "nh"),
    ("th", "t"),
    ("t", "th"),
    ("t", "c"),
    ("c", "t"),
    ("c", "ch"),
    ("c", "k"),
    ("k", "c"),
    ("k", "t"),
    ("l", ""),
    ("y", "i"),
    ("i", "y"),
    ("ng", "n"),
    ("s", ""),
];

/// Vowels clerks confuse, anywhere in a word.
const VOWELS: [(&str, &str); 24] = [
    ("ươ", "ơ"),
    ("ươ", "uô"),
    ("ươ", "oeu"),
    ("ươ", "ư"),
    ("ia", "iê"),
    ("ia", "ea"),
    ("iê", "ia"),
    ("iê", "ê"),
    ("ia", "ê"),
    ("ea", "ia"),
    ("ea", "iê"),
    ("ea", "e"),
    ("oeu", "ươ"),
    ("ơ", "ư"),
    ("ơ", "ươ"),
    ("ư", "ơ"),
    ("ô", "o"),
    ("o", "ô"),
    ("ô", "u"),
    ("u", "ô"),
    ("ê", "e"),
    ("e", "ê"),
    ("ây", "ay"),
    ("ây", "ei"),
];

fn elements(name: &FullName) -> Vec<usize> {
    (0..name.0.len()).filter(|&place| matches!(name.0[place].role, Role::Khmer(_))).collect()
}

fn one_element(dice: &mut Dice, name: &FullName) -> Option<(usize, u16)> {
    let places = elements(name);
    if places.is_empty() {
        return None;
    }
    let place = *dice.pick(&places);
    match name.0[place].role {
        Role::Khmer(row) => Some((place, row)),
        _ => None,
    }
}

/// Another spelling of one element, from the list or by one of the confusions.
pub(crate) fn respell(dice: &mut Dice, name: &mut FullName) -> bool {
    let Some((place, row)) = one_element(dice, name) else { return false };
    let old = name.0[place].text.to_string();
    let new = if dice.chance(0.5) {
        (*dice.pick(&TABLES.khmer[usize::from(row)].viet)).to_owned()
    } else {
        match confuse(dice, &old) {
            Some(new) => new,
            None => return false,
        }
    };
    let changed = new != old;
    name.0[place].text = new.into();
    changed
}

/// One confusion in one word of an element.
fn confuse(dice: &mut Dice, text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let chosen = dice.below(words.len());
    let word = words[chosen];
    let new = match dice.below(7) {
        0 | 1 => rotate(dice, &ONSETS)
            .filter(|(from, to)| is_onset(word, from, to))
            .find_map(|&(from, to)| swap_head(word, from, to)),
        2 | 3 => rotate(dice, &ENDS).find_map(|&(from, to)| swap_tail(word, from, to)),
        4 | 5 => rotate(dice, &VOWELS)
            .find(|(from, _)| is_nucleus(word, from))
            .map(|(from, to)| word.replacen(from, to, 1)),
        _ => Some(word.chars().map(|letter| tone_of(letter).0).collect()),
    }?;
    let new = if new.contains(' ') {
        new.split(' ').map(title).collect::<Vec<_>>().join(" ")
    } else {
        new
    };
    let all: Vec<&str> = words
        .iter()
        .enumerate()
        .map(|(place, &old)| if place == chosen { new.as_str() } else { old })
        .collect();
    Some(all.join(" "))
}

/// Do the letters spell an onset here, and not the first part of another (k of kh, t of tr)?
fn is_onset(word: &str, from: &str, to: &str) -> bool {
    let next = word.to_lowercase().strip_prefix(from).and_then(|rest| rest.chars().next());
    match next {
        Some('h') => false,
        Some('r') => from != "t",
        // Srây, Sà Rây: only what a consonant follows is said apart.
        Some(next) => !to.ends_with(' ') || !is_vowel(next),
        None => false,
    }
}

/// Do the letters spell a whole vowel at their first place, and not a part of one (o of ao)?
fn is_nucleus(word: &str, from: &str) -> bool {
    let lower = word.to_lowercase();
    let Some((before, after)) = lower.split_once(from) else { return false };
    let vowel = |letter: Option<char>| letter.is_some_and(is_vowel);
    !vowel(before.chars().next_back()) && !vowel(after.chars().next())
}

fn rotate<'a, T>(dice: &mut Dice, items: &'a [T]) -> impl Iterator<Item = &'a T> {
    let start = dice.below(items.len());
    items[start..].iter().chain(&items[..start])
}

/// Cambodian Latin for one element.
pub(crate) fn latin(dice: &mut Dice, name: &mut FullName) -> bool {
    let Some((place, row)) = one_element(dice, name) else { return false };
    let Some(row) = TABLES.khmer.get(usize::from(row)) else { return false };
    if row.latin.is_empty() {
        return false;
    }
    name.0[place].text = (*dice.pick(&row.latin)).into();
    true
}

/// Syllables of the given name written together: Sarươl; now and then the whole given name.
pub(crate) fn join(dice: &mut Dice, name: &mut FullName) -> bool {
    let places = elements(name);
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return false };
    let whole = dice.chance(0.6);
    let range = if whole { first..=last } else { last..=last };
    let text: Vec<&str> = name.0[range.clone()].iter().map(|part| &*part.text).collect();
    let text = text.join(" ");
    if !text.contains(' ') {
        return false;
    }
    let joined = title(&text.replace(' ', ""));
    let role = name.0[last].role;
    name.0.drain(range);
    let place = if whole { first } else { last };
    name.0.insert(place, crate::name::Part { text: joined.into(), role });
    true
}

/// A joined element split before its inner onset: Van Na for Vanna.
pub(crate) fn split(dice: &mut Dice, name: &mut FullName) -> bool {
    let Some((place, _)) = one_element(dice, name) else { return false };
    let text = name.0[place].text.to_string();
    let letters: Vec<char> = text.chars().collect();
    if text.contains(' ') || letters.len() < 5 {
        return false;
    }
    let cut = (2..letters.len() - 1).find(|&at| {
        is_vowel(letters[at - 1])
            && !is_vowel(letters[at])
            && letters[at + 1..].iter().any(|&l| is_vowel(l))
    });
    let Some(cut) = cut else { return false };
    let head: String = letters[..cut].iter().collect();
    let tail: String = letters[cut..].iter().collect();
    name.0[place].text = format!("{head} {}", title(&tail)).into();
    true
}

/// A hyphen between syllables.
pub(crate) fn hyphen(dice: &mut Dice, name: &mut FullName) -> bool {
    let Some((place, _)) = one_element(dice, name) else { return false };
    if !name.0[place].text.contains(' ') {
        return false;
    }
    name.0[place].text = name.0[place].text.replacen(' ', "-", 1).into();
    true
}

/// What else Danh, Thạch, Chau sound like to a clerk.
const SURNAMES: [(&str, &[&str]); 6] = [
    ("Danh", &["Yanh", "Zanh", "Danl", "Dan", "Đanh"]),
    ("Chau", &["Châu", "Cháu", "Chao", "Châo", "Trau"]),
    ("Neáng", &["Néang", "Neang", "Nèang", "Niang", "Niêng", "Niếng", "Neán"]),
    ("Thạch", &["Thach", "Thạc", "Thặch"]),
    ("Kiên", &["Kien", "Khiên", "Kiêng"]),
    ("Kim", &["Kym", "Kiêm"]),
];

/// The surname of a Khmer name as another clerk writes it.
pub(crate) fn surname(dice: &mut Dice, name: &mut FullName) -> bool {
    let Some(first) = name.0.first_mut() else { return false };
    if let Some((_, others)) = SURNAMES.iter().find(|(known, _)| first.text == *known) {
        first.text = (*dice.pick(others)).into();
        return true;
    }
    let Some(row) = TABLES.khmer_surname(&first.text) else { return false };
    let other = *dice.pick(&row.viet);
    let changed = first.text != other;
    first.text = other.into();
    changed
}

/// The whole name in Khmer letters, where every part has some.
pub(crate) fn script(name: &mut FullName) -> bool {
    let parts: Option<Vec<&str>> = name
        .0
        .iter()
        .filter(|part| part.role != Role::Marker)
        .map(|part| match part.role {
            Role::Khmer(row) => Some(TABLES.khmer[usize::from(row)].script),
            Role::Surname => TABLES.khmer_surname(&part.text).map(|row| row.script),
            _ => None,
        })
        .collect();
    let Some(parts) = parts.filter(|parts| parts.len() > 1) else { return false };
    let text = parts.join(" ");
    name.0.clear();
    name.push(text, Role::Given);
    true
}

/// H' and K' without, or with another apostrophe; breve and caron lost.
pub(crate) fn highland(dice: &mut Dice, name: &mut FullName) -> bool {
    if !name.0.iter().any(|part| matches!(part.role, Role::Prefix | Role::Clan)) {
        return false;
    }
    let apostrophe = ["' ", "’", "`", "ʼ", " ", "", "-", ",", "ơ "];
    let mut changed = false;
    for part in &mut name.0 {
        if part.role == Role::Prefix && part.text.ends_with('\'') && dice.chance(0.7) {
            let letter = part.text.trim_end_matches('\'').to_owned();
            part.text = format!("{letter}{}", dice.pick(&apostrophe)).into();
            changed = true;
        } else if part.role != Role::Prefix && dice.chance(0.5) {
            let plain: String = part
                .text
                .chars()
                .map(|letter| match letter {
                    'ŏ' | 'ĕ' | 'ŭ' | 'ĭ' | 'č' | 'Č' | 'ñ' | 'ă' | 'ư' | 'Ê' => {
                        unmarked(&letter.to_string()).chars().next().unwrap_or(letter)
                    }
                    other => other,
                })
                .collect();
            changed |= plain != part.text;
            part.text = plain.into();
        }
    }
    changed
}
