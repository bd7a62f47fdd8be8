//! Two values of a declared field -> one level of agreement.

mod level;
mod text;

pub(crate) use self::level::{EXCHANGED, SAME};

use self::level::{
    CategoryLevel as C, DateLevel as D, IdentifierLevel as I, NumberLevel as N, TextLevel as T,
};
use super::edit::distance;
use crate::field::{BirthDate, DateAgreement};
use crate::record::FieldKind;
use crate::record::declared::{DeclaredColumn, DeclaredTable, DeclaredValue};

/// Slips after which two digit strings or codes are two.
const SLIPS: u32 = 2;

/// The levels of all declared fields of two records, four bits each, the first field lowest.
///
/// Cost: some 100 ns for each field that differs, none for one that does not; no allocation.
pub(crate) fn compare_declared(table: &DeclaredTable, left: usize, right: usize) -> u64 {
    let (a, b) = (table.row(left), table.row(right));
    let mut levels = 0;
    let mut texts = 0_u32;
    for (place, (column, (&one, &other))) in table.columns.iter().zip(a.iter().zip(b)).enumerate() {
        let level = compare_values(table, column, one, other);
        levels |= u64::from(level & 0xF) << (4 * place);
        let doubtful = level == T::MissingOne as u8 || level >= T::ManyWords as u8;
        if column.kind == FieldKind::Text && doubtful {
            texts |= 1 << place;
        }
    }
    // Two texts at least, before any can stand in the wrong column.
    if texts.count_ones() > 1 { exchange(table, a, b, levels, texts) } else { levels }
}

/// Sets the level of texts of which one record has in one column what the other has in another:
/// given name and surname, two lines of an address.
fn exchange(table: &DeclaredTable, a: &[u32], b: &[u32], levels: u64, texts: u32) -> u64 {
    let joined = |row: &[u32], place: usize| {
        let (column, id) = (table.columns.get(place)?, *row.get(place)?);
        column.value(id).map(|value| value.joined)
    };
    let close = |one: Option<u32>, other: Option<u32>| {
        let letters = |id: Option<u32>| id.map_or("", |id| table.letters(id)).as_bytes();
        let least = letters(one).len().min(letters(other).len());
        least > 3 && distance(letters(one), letters(other), 1).is_some()
    };
    let mut out = levels;
    let places = || (0..table.columns.len()).filter(|place| texts & 1 << place != 0);
    for first in places() {
        for second in places().filter(|second| *second > first) {
            let across = (joined(a, first), joined(b, second));
            let back = (joined(a, second), joined(b, first));
            let same = |(one, other): (Option<u32>, Option<u32>)| one.is_some() && one == other;
            let fits = |pair: (Option<u32>, Option<u32>)| {
                same(pair) || pair.0.is_none() || pair.1.is_none() || close(pair.0, pair.1)
            };
            if same(across) && fits(back) || same(back) && fits(across) {
                for place in [first, second] {
                    let held = levels >> (4 * place) & 0xF;
                    if held != T::MissingOne as u64 {
                        out = out & !(0xF << (4 * place)) | u64::from(EXCHANGED) << (4 * place);
                    }
                }
            }
        }
    }
    out
}

fn compare_values(table: &DeclaredTable, column: &DeclaredColumn, one: u32, other: u32) -> u8 {
    let (a, b) = match (column.value(one), column.value(other)) {
        (None, None) => return T::MissingBoth as u8,
        (Some(a), Some(b)) => (a, b),
        _ => return T::MissingOne as u8,
    };
    if one == other {
        return SAME;
    }
    let letters = |id: u32| table.letters(id);
    let (joined_a, joined_b) = (letters(a.joined), letters(b.joined));
    match column.kind {
        FieldKind::Text => text::compare(table, column, a, b) as u8,
        FieldKind::Identifier => compare_codes(joined_a, joined_b) as u8,
        FieldKind::Number => compare_numbers(a, b, joined_a, joined_b) as u8,
        FieldKind::Date => compare_dates(a, b, joined_a, joined_b) as u8,
        FieldKind::Category => compare_categories(joined_a, joined_b) as u8,
    }
}

fn compare_codes(a: &str, b: &str) -> I {
    if a == b {
        return I::Letters;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() > 3
        && (long.starts_with(short) || long.ends_with(short))
        && long.len() > short.len() + 1
    {
        return I::Part;
    }
    match distance(a.as_bytes(), b.as_bytes(), SLIPS).filter(|_| short.len() > 3) {
        Some(1) if is_swap(a.as_bytes(), b.as_bytes()) => I::Swapped,
        Some(1) => I::Slip,
        Some(2) if short.len() > 5 => I::TwoSlips,
        _ => I::Different,
    }
}

fn compare_numbers(a: &DeclaredValue, b: &DeclaredValue, joined_a: &str, joined_b: &str) -> N {
    let slip = || match distance(joined_a.as_bytes(), joined_b.as_bytes(), 1) {
        Some(_) if is_swap(joined_a.as_bytes(), joined_b.as_bytes()) => Some(N::Swapped),
        Some(_) if joined_a.len().max(joined_b.len()) > 1 => Some(N::Slip),
        _ => None,
    };
    if joined_a == joined_b {
        return N::Same;
    }
    let (Some(one), Some(other)) = (a.number, b.number) else {
        return slip().unwrap_or(N::Different);
    };
    let apart = (one - other).abs() / one.abs().max(other.abs()).max(f64::MIN_POSITIVE);
    match slip() {
        _ if apart == 0.0 => N::SameNumber,
        Some(N::Swapped) => N::Swapped,
        _ if apart <= 0.01 => N::Percent,
        Some(slip) => slip,
        None if apart <= 0.05 => N::FivePercent,
        None if apart <= 0.25 => N::Quarter,
        None => N::Different,
    }
}

/// Whether two neighbours changed places and nothing else.
fn is_swap(a: &[u8], b: &[u8]) -> bool {
    let apart = || a.iter().zip(b).enumerate().filter(|(_, (one, other))| one != other);
    let mut apart = apart();
    match (apart.next(), apart.next(), apart.next()) {
        (Some((first, (a1, b1))), Some((second, (a2, b2))), None) => {
            a.len() == b.len() && second == first + 1 && a1 == b2 && a2 == b1
        }
        _ => false,
    }
}

fn compare_dates(a: &DeclaredValue, b: &DeclaredValue, joined_a: &str, joined_b: &str) -> D {
    let slips = distance(joined_a.as_bytes(), joined_b.as_bytes(), SLIPS);
    let slips = slips.filter(|_| joined_a.len().min(joined_b.len()) > 5);
    let agreement = match (a.date, b.date) {
        (Some(one), Some(other)) => BirthDate::compare(Some(one), Some(other)),
        _ => DateAgreement::Different,
    };
    match (agreement, slips) {
        (_, Some(0)) => D::Same,
        (DateAgreement::Same, _) => D::Same,
        // Equal dates were met before: of two others the first of a month is a date like any.
        (DateAgreement::SameMonth, _) => D::SameMonth,
        (DateAgreement::SameYear | DateAgreement::PossibleYear, _) => D::SameYear,
        (DateAgreement::DayMonthSwapped, _) => D::Swapped,
        (DateAgreement::OnePartTypo, _) | (_, Some(1)) => D::Slip,
        (_, Some(2)) => D::TwoSlips,
        (DateAgreement::OnePart | DateAgreement::PlaceholderMonth, _) => D::OnePart,
        (DateAgreement::SameDayMonth, _) => D::SameDayMonth,
        (DateAgreement::YearOnly | DateAgreement::PlaceholderYear, _) => D::YearOnly,
        (DateAgreement::NearYear, _) => D::NearYear,
        _ => D::Different,
    }
}

fn compare_categories(a: &str, b: &str) -> C {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short == long {
        C::Same
    } else if distance(a.as_bytes(), b.as_bytes(), 1).is_some() && short.len() > 2 {
        C::Slip
    } else if long.starts_with(short) && short.len() < 4 {
        C::Abbreviation
    } else {
        C::Different
    }
}

#[cfg(test)]
mod tests;
