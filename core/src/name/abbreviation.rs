//! Which full words a shortened or half-read word can stand for.

use super::WordForm;
use crate::text::Letter;

/// Two letters that begin words: they never mean "first and last letter".
const ONSETS: [&str; 10] = ["ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"];

/// An illegible word of more letters stands for nothing; no syllable is half as long.
const LIMIT: usize = 32;

/// Can a word written in some form stand for a full word? Case never matters.
///
/// * A full word: only for itself.
/// * An abbreviation: for every word that begins with its letters (`N`, `Ng` for Nguyễn; `T`, `Th`
///   for Thị), and if it is no onset, for words that begin like it and end with its last letter
///   (`Trg` for Trương, `Hg` for Hoàng). `Đ` stands for no word with a plain `d` that bears other marks; `D` may be
///   a `Đ` whose stroke was left out.
/// * An illegible word: `?` is one letter, or a third of one, as when three bytes of UTF-8 were
///   lost; `…` and `*` are any letters. Marks are not compared.
///
/// ```
/// use hoten::{WordForm, name_word_agrees};
/// assert!(name_word_agrees("Ng", WordForm::Abbreviated, "Nguyễn"));
/// assert!(!name_word_agrees("Ng", WordForm::Abbreviated, "Nhung"));
/// assert!(name_word_agrees("T?m", WordForm::Illegible, "Tâm"));
/// ```
#[must_use]
pub fn agrees(word: &str, form: WordForm, full: &str) -> bool {
    match form {
        WordForm::Full => super::word::lower(word).eq(super::word::lower(full)),
        WordForm::Abbreviated => begins(word, full) || contracts(word, full),
        WordForm::Illegible => {
            let (mut pattern, mut letters) = ([' '; LIMIT], [' '; LIMIT]);
            match (bare(word, &mut pattern), bare(full, &mut letters)) {
                (Some(pattern), Some(letters)) => matches_pattern(pattern, letters),
                _ => false,
            }
        }
    }
}

/// A letter without marks; other characters as they are.
fn base(c: char) -> char {
    Letter::of(c).map_or(c, |letter| char::from(letter.base()))
}

fn bare<'b>(word: &str, buffer: &'b mut [char; LIMIT]) -> Option<&'b [char]> {
    let mut len = 0;
    for c in word.chars() {
        *buffer.get_mut(len)? = base(c);
        len += 1;
    }
    buffer.get(..len)
}

/// đ stands only for đ, or for the d of a word without any mark.
fn may_be(short: char, full: char, word: &str) -> bool {
    let stroked = |c| matches!(c, 'đ' | 'Đ');
    base(short) == base(full) && (!stroked(short) || stroked(full) || word.is_ascii())
}

fn begins(short: &str, full: &str) -> bool {
    let mut letters = full.chars();
    short.chars().all(|c| letters.next().is_some_and(|letter| may_be(c, letter, full)))
}

fn contracts(short: &str, full: &str) -> bool {
    let mut letters = short.chars();
    let (Some(end), head) = (letters.next_back(), letters.as_str()) else { return false };
    let onset = ONSETS.iter().any(|onset| short.eq_ignore_ascii_case(onset));
    !head.is_empty()
        && !onset
        && short.chars().count() < full.chars().count()
        && begins(head, full)
        && full.chars().next_back().is_some_and(|last| base(last) == base(end))
}

/// Wildcards by dynamic programming over the word: at most 32 x 32 steps.
fn matches_pattern(pattern: &[char], letters: &[char]) -> bool {
    // reach bit i: the pattern so far can stand for the first i letters.
    let all = (1_u64 << (letters.len() + 1)) - 1;
    let mut reach = 1_u64;
    let mut lost = 0_u32;
    for &c in pattern {
        if c == '?' {
            // One to three lost bytes are one letter; so every third begins none.
            reach = if lost.is_multiple_of(3) { reach << 1 } else { reach | reach << 1 } & all;
            lost += 1;
            continue;
        }
        lost = 0;
        reach = match c {
            '…' | '.' | '*' | '_' => {
                // Every place from the first one reached on.
                let first = reach & reach.wrapping_neg();
                if first == 0 { 0 } else { !(first - 1) & all }
            }
            _ => {
                let mut next = 0;
                for (at, &letter) in letters.iter().enumerate() {
                    if letter == c && reach >> at & 1 == 1 {
                        next |= 2 << at;
                    }
                }
                next
            }
        };
    }
    reach >> letters.len() & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forms seen in books: facts, vietnamese.md 3.
    #[test]
    fn abbreviations_agree_with_what_they_can_stand_for() {
        for (short, full, yes) in [
            ("Ng", "Nguyễn", true),
            ("NG", "nguyễn", true),
            ("N", "Nguyễn", true),
            ("Ng", "Nông", false),
            ("Th", "Thị", true),
            ("T", "Thị", true),
            ("Th", "Trần", false),
            ("Trg", "Trương", true),
            ("Trg", "Trung", true),
            ("Trg", "Trần", false),
            ("Hg", "Hoàng", true),
            ("Ph", "Phạm", true),
            ("Đ", "Đặng", true),
            ("Đ", "Dũng", false),
            ("Đ", "DANG", true),
            ("D", "Đặng", true),
            ("V", "Văn", true),
            ("Á", "Ánh", true),
            ("Nguyễn", "Ng", false),
            ("Q", "Quỳnh", true),
        ] {
            assert_eq!(agrees(short, WordForm::Abbreviated, full), yes, "{short} {full}");
        }
    }

    #[test]
    fn illegible_letters_stand_for_any() {
        for (word, full, yes) in [
            ("T?m", "Tâm", true),
            ("T?m", "Tám", true),
            ("T?m", "Tiêm", false),
            ("Nguy…", "Nguyễn", true),
            ("…", "Hồng", true),
            ("Nguy???n", "Nguyễn", true),
            ("??ơng", "Hương", true),
            ("??ơng", "Khương", false),
            ("?h??", "Thái", true),
            ("??N", "ÁNH", false),
            ("Pha?", "Phan", true),
            ("Pha?", "Phạm", true),
            ("Pha?", "Pha", false),
            ("*", "", true),
        ] {
            assert_eq!(agrees(word, WordForm::Illegible, full), yes, "{word} {full}");
        }
        assert!(!agrees(&"?".repeat(1 << 20), WordForm::Illegible, &"a".repeat(1 << 20)));
    }
}
