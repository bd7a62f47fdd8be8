//! Numbers in words without marks: `mot chin bay tam`, `mot nghin chin tram bay muoi tam`, `muoi lam`.

/// What a word of a number does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Digit(u32),
    Ten,
    Hundred,
    Thousand,
    /// "linh", "lẻ": no tens.
    Gap,
}

fn part(word: &[u8]) -> Option<Part> {
    Some(match word {
        b"khong" => Part::Digit(0),
        b"mot" => Part::Digit(1),
        b"hai" => Part::Digit(2),
        b"ba" => Part::Digit(3),
        b"bon" | b"tu" => Part::Digit(4),
        b"nam" | b"lam" | b"nham" => Part::Digit(5),
        b"sau" => Part::Digit(6),
        b"bay" => Part::Digit(7),
        b"tam" => Part::Digit(8),
        b"chin" => Part::Digit(9),
        b"muoi" => Part::Ten,
        b"tram" => Part::Hundred,
        b"nghin" | b"ngan" => Part::Thousand,
        b"linh" | b"le" => Part::Gap,
        _ => return None,
    })
}

/// Can the word begin a number? `năm` is "five" and "year" and is judged by its place.
pub(super) fn begins(word: &[u8]) -> bool {
    word != b"nam" && matches!(part(word), Some(Part::Digit(_) | Part::Ten))
}

/// What `năm` inside a number means, by the words around.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nam {
    /// Always five: a year is being told.
    Five,
    /// Five where a ten stands before and a month follows (hai mươi năm tháng ...), else "year".
    FiveBeforeMonth,
    /// "Year", unless a year is being told, digit by digit (một chín năm năm) or from its thousands.
    FiveAmongDigits,
}

/// A number told in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) value: u32,
    /// Digits it would be written with.
    pub(super) digits: u8,
    /// How many words it took.
    pub(super) words: usize,
}

/// Reads as many of the words as make one number; `word(0)` must begin one.
pub(super) fn read<'p>(word: impl Fn(usize) -> &'p [u8], nam: Nam) -> Option<Numeral> {
    let (mut total, mut rest) = (0_u32, 0_u32);
    let mut last = None;
    // Digits told one by one, without tens and hundreds.
    let mut run = 0_u8;
    let mut scaled = false;
    let mut at = 0;
    while let Some(part) = part(word(at)) {
        let year = at > 0
            && word(at) == b"nam"
            && match nam {
                Nam::Five => false,
                Nam::FiveBeforeMonth => {
                    !(last == Some(Part::Ten) && matches!(word(at + 1), b"thang" | b"thg"))
                }
                Nam::FiveAmongDigits => {
                    last != Some(Part::Gap) && total < 1000 && (scaled || run < 2)
                }
            };
        if year || !scaled && run == 4 {
            break;
        }
        match part {
            Part::Digit(digit) => {
                rest = match last {
                    Some(Part::Digit(_)) => rest.saturating_mul(10).saturating_add(digit),
                    Some(Part::Ten) => rest + digit,
                    _ => digit,
                };
                run += 1;
            }
            Part::Ten => {
                rest = if let Some(Part::Digit(_)) = last { rest.saturating_mul(10) } else { 10 };
                scaled = true;
            }
            Part::Hundred | Part::Thousand => {
                let scale = if part == Part::Hundred { 100 } else { 1000 };
                total = total.saturating_add(rest.saturating_mul(scale));
                rest = 0;
                scaled = true;
            }
            Part::Gap if scaled => rest = 0,
            Part::Gap => break,
        }
        last = Some(part);
        at += 1;
        if at > 9 {
            return None;
        }
    }
    let value = total.saturating_add(rest);
    let needed = value.checked_ilog10().unwrap_or(0) as u8 + 1;
    let digits = if scaled { needed } else { run };
    (at > 0 && value <= 9999).then_some(Numeral { value, digits, words: at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn number(text: &str, nam: Nam) -> Option<(u32, u8, usize)> {
        let words: Vec<&str> = text.split(' ').collect();
        let word = |at: usize| words.get(at).copied().unwrap_or_default().as_bytes();
        read(word, nam).map(|n| (n.value, n.digits, n.words))
    }

    #[test]
    fn numbers_as_they_are_told() {
        for (text, value, digits, words) in [
            ("nam", 5, 1, 1),
            ("muoi", 10, 2, 1),
            ("muoi lam", 15, 2, 2),
            ("hai muoi", 20, 2, 2),
            ("hai muoi mot", 21, 2, 3),
            ("hai mot", 21, 2, 2),
            ("ba muoi mot thang", 31, 2, 3),
            ("mot chin bay tam", 1978, 4, 4),
            ("mot chin nam nam", 1955, 4, 4),
            ("mot nghin chin tram bay muoi tam", 1978, 4, 7),
            ("mot ngan chin tram bay tam", 1978, 4, 6),
            ("mot nghin chin tram linh nam", 1905, 4, 6),
            ("mot nghin chin tram nam muoi lam", 1955, 4, 7),
            ("hai nghin khong tram hai muoi ba", 2023, 4, 7),
            ("hai nghin le nam", 2005, 4, 4),
            ("bay tam", 78, 2, 2),
            ("khong nam", 5, 2, 2),
            ("nam muoi", 50, 2, 2),
        ] {
            assert_eq!(number(text, Nam::Five), Some((value, digits, words)), "{text}");
        }
        assert_eq!(number("muoi nghin nghin", Nam::Five), None);
        assert_eq!(number("chin chin chin chin chin", Nam::Five), Some((9999, 4, 4)));
    }

    #[test]
    fn nam_is_five_or_a_year() {
        assert_eq!(number("muoi nam mot chin", Nam::FiveBeforeMonth), Some((10, 2, 1)));
        assert_eq!(number("hai muoi nam thang tu", Nam::FiveBeforeMonth), Some((25, 2, 3)));
        assert_eq!(number("ba nam mot chin", Nam::FiveAmongDigits), Some((3, 1, 1)));
        assert_eq!(number("mot chin nam nam", Nam::FiveAmongDigits), Some((1955, 4, 4)));
        assert_eq!(
            number("hai nghin khong tram linh nam", Nam::FiveAmongDigits),
            Some((2005, 4, 6))
        );
        assert_eq!(number("muoi mot nam mot chin", Nam::FiveAmongDigits), Some((11, 2, 2)));
    }
}
