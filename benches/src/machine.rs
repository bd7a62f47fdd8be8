//! What programs, fonts and exports do to text.

use crate::dice::Dice;
use crate::tables::TABLES;

/// Windows-1252 for bytes 80 to 9F; the five that are not assigned stay control characters.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn bytes_of(table: &'static [(char, Vec<u8>)], letter: char) -> Option<&'static [u8]> {
    let found = table.binary_search_by_key(&letter, |(known, _)| *known).ok()?;
    Some(&table[found].1)
}

/// Text typed with a TCVN3 font and read as Windows Latin. The fonts have no capitals with tone
/// marks: a small letter's byte stands for both. `None` when a letter is not in the table.
pub(crate) fn tcvn3(text: &str) -> Option<String> {
    let table = &TABLES.tcvn3;
    let mut result = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            result.push(letter);
            continue;
        }
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let bytes = bytes_of(table, letter).or_else(|| bytes_of(table, small))?;
        result.extend(bytes.iter().map(|&byte| windows(byte)));
    }
    Some(result)
}

/// Text typed with a VNI font and read as Windows Latin.
pub(crate) fn vni(text: &str) -> Option<String> {
    let mut result = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            result.push(letter);
            continue;
        }
        result.extend(bytes_of(&TABLES.vni, letter)?.iter().map(|&byte| windows(byte)));
    }
    Some(result)
}

/// Ð (eth) or Ɖ for Đ.
pub(crate) fn look_alike(dice: &mut Dice, text: &str) -> Option<String> {
    if !text.contains(['Đ', 'đ']) {
        return None;
    }
    let (capital, small) = if dice.chance(0.75) { ("Ð", "ð") } else { ("Ɖ", "ɖ") };
    Some(text.replace('Đ', capital).replace('đ', small))
}

/// A second blank somewhere, or one at an end.
pub(crate) fn stray_blank(dice: &mut Dice, text: &str) -> String {
    match dice.below(4) {
        0 => format!(" {text}"),
        1 => format!("{text} "),
        _ => {
            let blanks: Vec<usize> = text.match_indices(' ').map(|(place, _)| place).collect();
            if blanks.is_empty() {
                return format!("{text} ");
            }
            let mut result = text.to_owned();
            result.insert(*dice.pick(&blanks), ' ');
            result
        }
    }
}

/// Letters of a damaged page: some become `?`, or a whole syllable `?` or `…`.
pub(crate) fn illegible(dice: &mut Dice, text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let chosen = dice.below(words.len());
    let word = words[chosen];
    let broken = match dice.below(4) {
        0 => "…".to_owned(),
        1 => {
            let keep = word.chars().count().saturating_sub(1 + dice.below(2));
            word.chars().take(keep).chain(['…']).collect()
        }
        _ => {
            let length = word.chars().count();
            let start = dice.below(length);
            let end = (start + 1 + dice.below(3)).min(length);
            let damaged = word.chars().enumerate();
            damaged
                .map(|(place, letter)| if (start..end).contains(&place) { '?' } else { letter })
                .collect()
        }
    };
    let all: Vec<&str> = words
        .iter()
        .enumerate()
        .map(|(place, &old)| if place == chosen { broken.as_str() } else { old })
        .collect();
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{tcvn3, vni};

    /// Seen in files of offices: TCVN3 and VNI text read as Windows Latin.
    #[test]
    fn fonts_give_the_letters_offices_see() {
        assert_eq!(tcvn3("Nguyễn Thị Hằng").as_deref(), Some("NguyÔn ThÞ H»ng"));
        assert_eq!(tcvn3("TRẦN VĂN ĐỨC").as_deref(), Some("TRÇN V¡N §øC"));
        assert_eq!(vni("Trần Văn Triết").as_deref(), Some("Traàn Vaên Trieát"));
        assert_eq!(vni("HUỲNH VĂN ĐIỀN").as_deref(), Some("HUYØNH VAÊN ÑIEÀN"));
        assert_eq!(tcvn3("Y Bliŏ Niê"), None);
    }
}
