//! A word written down as it sounded, or as the writer is used to write it.

use crate::dice::Dice;
use crate::letters::{swap_head, swap_tail, tone_of, with_tone};

/// Onsets one ear takes for another, north. `n` is not the start of `ng`, `nh`.
const NORTH: [(&str, &str); 11] = [
    ("l", "n"),
    ("n", "l"),
    ("s", "x"),
    ("x", "s"),
    ("tr", "ch"),
    ("ch", "tr"),
    ("gi", "d"),
    ("d", "gi"),
    ("d", "r"),
    ("r", "d"),
    ("r", "gi"),
];

/// The same in the delta.
const SOUTH: [(&str, &str); 8] = [
    ("v", "d"),
    ("d", "v"),
    ("gi", "d"),
    ("d", "gi"),
    ("s", "x"),
    ("x", "s"),
    ("tr", "ch"),
    ("ch", "tr"),
];

fn onset(dice: &mut Dice, word: &str, table: &[(&str, &str)]) -> Option<String> {
    let start = dice.below(table.len());
    let lower = word.to_lowercase();
    let (tail, head) = (table.get(start..)?, table.get(..start)?);
    for (from, to) in tail.iter().chain(head) {
        let cluster = match *from {
            "n" => lower.starts_with("ng") || lower.starts_with("nh"),
            "s" | "l" | "v" | "r" | "x" => false,
            // gi before a consonant is a whole syllable.
            "gi" => lower.chars().nth(2).is_none_or(|next| !crate::letters::is_vowel(next)),
            // di, dy would become gii.
            "d" => lower.chars().nth(1).is_none_or(|next| "iíìỉĩịy".contains(next)),
            _ => false,
        };
        if cluster {
            continue;
        }
        if let Some(result) = swap_head(word, from, to) {
            return Some(result);
        }
    }
    None
}

/// l/n, s/x, tr/ch, d/gi/r.
pub(crate) fn onset_north(dice: &mut Dice, word: &str) -> Option<String> {
    onset(dice, word, &NORTH)
}

/// v/d/gi, s/x, tr/ch.
pub(crate) fn onset_south(dice: &mut Dice, word: &str) -> Option<String> {
    onset(dice, word, &SOUTH)
}

/// -n/-ng, -t/-c.
pub(crate) fn coda(word: &str) -> Option<String> {
    swap_tail(word, "ng", "n")
        .or_else(|| swap_tail(word, "nh", "n"))
        .or_else(|| swap_tail(word, "n", "ng"))
        .or_else(|| swap_tail(word, "t", "c"))
        .or_else(|| swap_tail(word, "c", "t"))
}

/// hỏi for ngã and ngã for hỏi.
pub(crate) fn tone(word: &str) -> Option<String> {
    let mut changed = false;
    let result = word
        .chars()
        .map(|letter| match tone_of(letter) {
            (base, Some('\u{303}')) => {
                changed = true;
                with_tone(base, Some('\u{309}'))
            }
            (base, Some('\u{309}')) => {
                changed = true;
                with_tone(base, Some('\u{303}'))
            }
            _ => letter,
        })
        .collect();
    changed.then_some(result)
}

/// Words whose rhymes run together (facts: vn/regional_doublets.tsv, class rhyme).
const RHYMES: [(&str, &str); 14] = [
    ("Nghiêm", "Nghim"),
    ("Kiên", "Kin"),
    ("Huân", "Hun"),
    ("Anh", "Ănh"),
    ("Mười", "Mừi"),
    ("Thúy", "Thí"),
    ("Uyên", "Iên"),
    ("Huyền", "Hiền"),
    ("Hoài", "Hài"),
    ("Quốc", "Quấc"),
    ("Thoại", "Thại"),
    ("Khuyên", "Khiên"),
    ("Diệu", "Dịu"),
    ("Hiếu", "Híu"),
];

/// Both right, by court taboo (the same file, class taboo).
const TABOO: [(&str, &str); 22] = [
    ("Hoàng", "Huỳnh"),
    ("Vũ", "Võ"),
    ("Phúc", "Phước"),
    ("Chu", "Châu"),
    ("Nhật", "Nhựt"),
    ("Nhân", "Nhơn"),
    ("Sinh", "Sanh"),
    ("Tính", "Tánh"),
    ("Thịnh", "Thạnh"),
    ("Lĩnh", "Lãnh"),
    ("Cảnh", "Kiểng"),
    ("Trường", "Tràng"),
    ("Bảo", "Bửu"),
    ("Nghĩa", "Ngãi"),
    ("Chính", "Chánh"),
    ("Hồng", "Hường"),
    ("Tùng", "Tòng"),
    ("Hoa", "Huê"),
    ("Cương", "Cang"),
    ("Sơn", "San"),
    ("Quới", "Quý"),
    ("Lợi", "Lị"),
];

/// i and y at the end of a syllable (class iy).
const IY: [(&str, &str); 13] = [
    ("Lý", "Lí"),
    ("Vi", "Vy"),
    ("Thi", "Thy"),
    ("Ly", "Li"),
    ("My", "Mi"),
    ("Ny", "Ni"),
    ("Sĩ", "Sỹ"),
    ("Vĩ", "Vỹ"),
    ("Mỹ", "Mĩ"),
    ("Kỳ", "Kì"),
    ("Quý", "Quí"),
    ("Kỷ", "Kỉ"),
    ("Tý", "Tí"),
];

fn pair(word: &str, table: &[(&str, &str)]) -> Option<String> {
    table.iter().find_map(|&(left, right)| {
        (word == left)
            .then_some(right)
            .or_else(|| (word == right).then_some(left))
            .map(str::to_owned)
    })
}

/// Thúy, Thí.
pub(crate) fn rhyme(word: &str) -> Option<String> {
    pair(word, &RHYMES)
}

/// Phúc, Phước.
pub(crate) fn taboo(word: &str) -> Option<String> {
    pair(word, &TABOO)
}

/// Mỹ, Mĩ.
pub(crate) fn iy(word: &str) -> Option<String> {
    pair(word, &IY)
}

/// òa, òe, ùy at the end of a syllable become oà, oè, uỳ (new style); `qu` stays.
pub(crate) fn new_style(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let (head, tail) = letters.split_at(letters.len().checked_sub(2)?);
    let [first, second] = *tail else { return None };
    let (base, tone) = tone_of(first);
    tone?;
    let pair = (base.to_ascii_lowercase(), second.to_ascii_lowercase());
    if !matches!(pair, ('o', 'a' | 'e') | ('u', 'y')) {
        return None;
    }
    Some(head.iter().copied().chain([base, with_tone(second, tone)]).collect())
}

/// Hùynh, Hòang, Qúy: the tone one vowel too early.
pub(crate) fn misplaced(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    for place in 1..letters.len() {
        let (base, tone) = tone_of(letters[place]);
        let before = letters[place - 1];
        let glide = matches!(before.to_ascii_lowercase(), 'o' | 'u');
        if tone.is_some()
            && glide
            && matches!(base.to_ascii_lowercase(), 'a' | 'e' | 'y' | 'i' | 'o')
        {
            letters[place] = base;
            letters[place - 1] = with_tone(before, tone);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{coda, iy, misplaced, new_style, onset_north, tone};
    use crate::dice::Dice;

    #[test]
    fn words_as_clerks_hear_them() {
        let dice = &mut Dice::new(1, 1);
        assert_eq!(onset_north(dice, "Lê").as_deref(), Some("Nê"));
        assert_eq!(onset_north(dice, "Nguyễn"), None);
        assert_eq!(onset_north(dice, "Trần").as_deref(), Some("Chần"));
        assert_eq!(onset_north(dice, "Đức"), None);
        assert_eq!(coda("Nguyễn").as_deref(), Some("Nguyễng"));
        assert_eq!(coda("Nguyệt").as_deref(), Some("Nguyệc"));
        assert_eq!(tone("Nguyễn").as_deref(), Some("Nguyển"));
        assert_eq!(tone("Lan"), None);
        assert_eq!(iy("Mỹ").as_deref(), Some("Mĩ"));
    }

    #[test]
    fn tone_marks_move() {
        assert_eq!(new_style("Hòa").as_deref(), Some("Hoà"));
        assert_eq!(new_style("Thủy").as_deref(), Some("Thuỷ"));
        assert_eq!(new_style("Quý"), None);
        assert_eq!(new_style("Hoàng"), None);
        assert_eq!(misplaced("Huỳnh").as_deref(), Some("Hùynh"));
        assert_eq!(misplaced("Hoàng").as_deref(), Some("Hòang"));
        assert_eq!(misplaced("Nguyễn"), None);
    }
}
