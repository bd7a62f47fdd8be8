//! Dates written with words: `ngày 5 tháng 7 năm 1978`, `12 thg 5 1950`, `5-May-1950`, `SN 1950`.

use super::figures::{Number, Parts};

/// What a word says about the number behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Day,
    Month,
    Year,
    /// The month itself.
    Name(u8),
    /// "Born", "date of birth": says nothing.
    Label,
    /// "About".
    About,
}

fn word(plain: &[u8]) -> Option<Word> {
    Some(match plain {
        b"ngay" | b"ng" | b"mung" | b"mong" => Word::Day,
        b"thang" | b"thg" | b"th" | b"t" => Word::Month,
        b"nam" | b"n" => Word::Year,
        b"sn" | b"sinh" | b"ns" | b"dob" | b"born" => Word::Label,
        b"khoang" | b"chung" | b"about" => Word::About,
        _ => Word::Name(month_name(plain)?),
    })
}

/// Months as English spreadsheets show them, whole or cut to three letters.
fn month_name(plain: &[u8]) -> Option<u8> {
    const NAMES: [&[u8]; 12] = [
        b"january",
        b"february",
        b"march",
        b"april",
        b"may",
        b"june",
        b"july",
        b"august",
        b"september",
        b"october",
        b"november",
        b"december",
    ];
    let at = NAMES.iter().position(|name| name.get(..3) == plain.get(..3))?;
    let whole = NAMES.get(at).is_some_and(|name| *name == plain);
    (whole || plain.len() == 3 || plain == b"sept").then_some(at as u8 + 1)
}

/// A value cut at its leading labels.
pub(super) struct Labelled<'p> {
    pub(super) rest: &'p [u8],
    /// A label stood before it, so that a bare two-digit number is a year.
    pub(super) labelled: bool,
    pub(super) about: bool,
}

/// Cuts off labels at the start: `SN`, `sinh`, `khoảng`.
pub(super) fn without_labels(plain: &[u8]) -> Labelled<'_> {
    let mut cut = Labelled { rest: plain, labelled: false, about: false };
    loop {
        let letters = cut.rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let (head, tail) = cut.rest.split_at_checked(letters).unwrap_or_default();
        match word(head) {
            Some(Word::Label) => cut.labelled = true,
            Some(Word::About) => cut.about = true,
            _ => return cut,
        }
        let blanks = tail.iter().take_while(|b| b" :.".contains(b)).count();
        cut.rest = tail.get(blanks..).unwrap_or_default();
    }
}

/// Reads numbers, each with the word before it; numbers without a word take the open places of
/// day, month and year in turn.
pub(super) fn read(plain: &[u8]) -> Option<Parts> {
    let mut parts = Parts::NONE;
    let mut bare = [Number::NONE; 3];
    let mut bare_count = 0;
    let mut month_first = false;
    let mut expected = None;
    // Several words without a number between them ("ngày, tháng, năm sinh") are a label.
    let mut label = false;
    let mut rest = plain;
    while let Some(&first) = rest.first() {
        if b" ,.-/:;'".contains(&first) {
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        let digit = first.is_ascii_digit();
        let alike = |b: &&u8| if digit { b.is_ascii_digit() } else { b.is_ascii_alphabetic() };
        let (token, tail) = rest.split_at_checked(rest.iter().take_while(alike).count())?;
        rest = tail;
        if digit {
            let number = Number::of(token);
            label = false;
            let slot = match expected.take() {
                Some(Word::Day) => &mut parts.day,
                Some(Word::Month) => &mut parts.month,
                Some(Word::Year) => &mut parts.year,
                _ if number.is_year() => &mut parts.year,
                _ => {
                    month_first = parts.month.digits != 0;
                    bare_count += 1;
                    bare.get_mut(bare_count - 1)?
                }
            };
            fill(slot, number)?;
        } else {
            match word(token)? {
                Word::Label | Word::About => {}
                Word::Name(month) => fill(&mut parts.month, Number::of(&[month / 10, month % 10]))?,
                marker => {
                    label |= expected.is_some();
                    expected = (!label).then_some(marker);
                }
            }
        }
    }
    if expected.is_some() {
        return None;
    }
    // "May-50" is month and year, "5-May" is day and month.
    if bare_count == 1 && month_first && parts.year.digits == 0 && parts.day.digits == 0 {
        parts.year = bare[0];
        return Some(parts);
    }
    for number in bare.into_iter().take(bare_count) {
        let slots = [&mut parts.day, &mut parts.month, &mut parts.year];
        *slots.into_iter().find(|slot| slot.digits == 0)? = number;
    }
    (parts.day.digits | parts.month.digits | parts.year.digits != 0).then_some(parts)
}

fn fill(slot: &mut Number, number: Number) -> Option<()> {
    let open = slot.digits == 0;
    open.then(|| *slot = number)
}
