//! Fingers on a keyboard: slips, and keys of the input method left in the text.

use crate::dice::Dice;
use crate::letters::{bare, is_vowel, tone_of};

const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// A key beside, above or below.
fn neighbour(dice: &mut Dice, letter: char) -> Option<char> {
    let small = letter.to_ascii_lowercase();
    let row = ROWS.iter().position(|keys| keys.contains(small))?;
    let place = ROWS[row].find(small)? as i32;
    let other = match dice.below(4) {
        0 if row > 0 => ROWS[row - 1].chars().nth(place as usize),
        1 if row < 2 => ROWS[row + 1].chars().nth((place - 1).max(0) as usize),
        2 if place > 0 => ROWS[row].chars().nth(place as usize - 1),
        _ => ROWS[row]
            .chars()
            .nth(place as usize + 1)
            .or_else(|| ROWS[row].chars().nth(place as usize - 1)),
    }?;
    Some(if letter.is_uppercase() { other.to_ascii_uppercase() } else { other })
}

fn letter_places(letters: &[char]) -> Vec<usize> {
    (0..letters.len()).filter(|&place| letters[place].is_alphabetic()).collect()
}

/// One letter replaced by its neighbour on the keyboard.
pub(crate) fn neighbour_key(dice: &mut Dice, text: &str) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let places: Vec<usize> =
        letter_places(&letters).into_iter().filter(|&place| letters[place].is_ascii()).collect();
    if places.is_empty() {
        return None;
    }
    let place = *dice.pick(&places);
    letters[place] = neighbour(dice, letters[place])?;
    Some(letters.into_iter().collect())
}

/// One letter missing.
pub(crate) fn dropped(dice: &mut Dice, text: &str) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let places = letter_places(&letters);
    if places.len() < 4 {
        return None;
    }
    letters.remove(*dice.pick(&places));
    Some(letters.into_iter().collect())
}

/// One letter twice.
pub(crate) fn doubled(dice: &mut Dice, text: &str) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let places = letter_places(&letters);
    if places.is_empty() {
        return None;
    }
    let place = *dice.pick(&places);
    letters.insert(place, letters[place]);
    Some(letters.into_iter().collect())
}

/// Two letters of a word exchanged; the capital stays in front.
pub(crate) fn swapped(dice: &mut Dice, text: &str) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let places: Vec<usize> = (1..letters.len())
        .filter(|&place| {
            let (left, right) = (letters[place - 1], letters[place]);
            left.is_lowercase() && right.is_lowercase() && left != right
        })
        .collect();
    if places.is_empty() {
        return None;
    }
    let place = *dice.pick(&places);
    letters.swap(place - 1, place);
    Some(letters.into_iter().collect())
}

/// A blank lost, or one letter too late or too early.
pub(crate) fn blank(dice: &mut Dice, text: &str) -> Option<String> {
    let mut letters: Vec<char> = text.chars().collect();
    let places: Vec<usize> =
        (1..letters.len().saturating_sub(1)).filter(|&place| letters[place] == ' ').collect();
    if places.is_empty() {
        return None;
    }
    let place = *dice.pick(&places);
    match dice.below(3) {
        0 | 1 => {
            letters.remove(place);
        }
        _ => letters.swap(place, place + 1),
    }
    Some(letters.into_iter().collect())
}

/// Keys of a letter with the tone key kept apart.
fn keys(letter: char, vni: bool) -> (String, Option<char>) {
    let (base, tone) = tone_of(letter);
    let plain = bare(base);
    let tone_key = tone.map(|tone| match (tone, vni) {
        ('\u{301}', false) => 's',
        ('\u{300}', false) => 'f',
        ('\u{309}', false) => 'r',
        ('\u{303}', false) => 'x',
        (_, false) => 'j',
        ('\u{301}', true) => '1',
        ('\u{300}', true) => '2',
        ('\u{309}', true) => '3',
        ('\u{303}', true) => '4',
        (_, true) => '5',
    });
    let mut text = String::from(plain);
    let shape = match (base.to_lowercase().next().unwrap_or(base), vni) {
        ('ă', false) | ('ơ', false) | ('ư', false) => Some('w'),
        ('â', false) => Some('a'),
        ('ê', false) => Some('e'),
        ('ô', false) => Some('o'),
        ('đ', false) => Some('d'),
        ('ă', true) => Some('8'),
        ('ơ', true) | ('ư', true) => Some('7'),
        ('â', true) | ('ê', true) | ('ô', true) => Some('6'),
        ('đ', true) => Some('9'),
        _ => None,
    };
    text.extend(shape);
    (text, tone_key)
}

/// One word in Telex or VNI keys, the tone key after its vowel or at the end of the word.
pub(crate) fn keystrokes(dice: &mut Dice, text: &str, vni: bool) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let marked: Vec<usize> = (0..words.len())
        .filter(|&place| words[place].chars().any(|letter| bare(letter) != letter))
        .collect();
    if marked.is_empty() {
        return None;
    }
    let chosen = *dice.pick(&marked);
    let at_end = dice.chance(0.6);
    let mut word = String::new();
    let mut pending = None;
    for letter in words[chosen].chars() {
        let (keys, tone) = keys(letter, vni);
        word.push_str(&keys);
        match tone {
            Some(tone) if !at_end && is_vowel(letter) => word.push(tone),
            Some(tone) => pending = Some(tone),
            None => {}
        }
    }
    word.extend(pending);
    let all: Vec<&str> = words
        .iter()
        .enumerate()
        .map(|(place, &old)| if place == chosen { word.as_str() } else { old })
        .collect();
    Some(all.join(" "))
}

/// One word without marks.
pub(crate) fn word_unmarked(dice: &mut Dice, text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let chosen = dice.below(words.len());
    let bare = crate::letters::unmarked(words[chosen]);
    if bare == words[chosen] {
        return None;
    }
    let all: Vec<&str> = words
        .iter()
        .enumerate()
        .map(|(place, &old)| if place == chosen { bare.as_str() } else { old })
        .collect();
    Some(all.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{dropped, keystrokes, neighbour_key, swapped};
    use crate::dice::Dice;

    #[test]
    fn keys_stay_in_the_text() {
        let both = ["Phamj", "Phajm"];
        for stream in 0..20 {
            let text = keystrokes(&mut Dice::new(1, stream), "Phạm", false);
            assert!(text.is_some_and(|text| both.contains(&&*text)));
        }
        let both = ["D9u71c", "D9u7c1"];
        assert!(
            keystrokes(&mut Dice::new(1, 1), "Đức", true)
                .is_some_and(|text| both.contains(&&*text))
        );
        assert_eq!(keystrokes(&mut Dice::new(1, 1), "Lan Anh", false), None);
    }

    #[test]
    fn one_slip_changes_one_letter() {
        for stream in 0..50 {
            let dice = &mut Dice::new(9, stream);
            let text = "Nguyễn Văn An";
            let length = text.chars().count();
            if let Some(other) = neighbour_key(dice, text) {
                let differ = other.chars().zip(text.chars()).filter(|(a, b)| a != b).count();
                assert_eq!((other.chars().count(), differ), (length, 1));
            }
            assert_eq!(dropped(dice, text).map(|other| other.chars().count()), Some(length - 1));
            assert!(swapped(dice, text).is_some_and(|other| other != text));
        }
    }
}
