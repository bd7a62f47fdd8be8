//! How two birth dates agree.

mod unusual;

use super::BirthDate;

/// How two birth dates agree, whatever is known of each. The order of the sides never matters.
///
/// 01/01 and the first of a month are inflated: offices write them where the day was not known
/// (facts: Circular 04/2020/TT-BTP art. 18 and the practice around it), so they prove no more than
/// the year or the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum DateAgreement {
    /// Neither side has a year.
    MissingBoth,
    /// One side has a year.
    MissingOne,
    /// Two full dates, equal, and not 01/01.
    Same,
    /// Year and month agree; one side or both know no day.
    SameMonth,
    /// The year agrees; one side or both know no month.
    SameYear,
    /// Year and month agree, and one of two different days is the first: it may stand for an
    /// unknown day.
    PlaceholderMonth,
    /// The year agrees, and one side or both say 01/01: it may stand for an unknown day and month.
    PlaceholderYear,
    /// The year agrees, and one side's day is the other's month.
    DayMonthSwapped,
    /// All parts that both know agree but one, which differs by one digit, by two neighbours
    /// exchanged, or by a single year.
    OnePartTypo,
    /// The year agrees; of day and month one differs by more than a slip.
    OnePart,
    /// Day and month agree, the year differs by more than a slip.
    SameDayMonth,
    /// The year agrees, all else that both know differs.
    YearOnly,
    /// One side is no full date, and the years are one or two apart.
    NearYear,
    /// Two different dates.
    Different,
    /// Two different dates that are one day, one of them by the lunar calendar, whether it says so
    /// or not.
    LunarSolar,
    /// One side is an age or a Can-Chi year, and the other can be of a year it means.
    PossibleYear,
}

impl DateAgreement {
    /// Every agreement, in the order of its number.
    pub const ALL: [Self; 16] = [
        Self::MissingBoth,
        Self::MissingOne,
        Self::Same,
        Self::SameMonth,
        Self::SameYear,
        Self::PlaceholderMonth,
        Self::PlaceholderYear,
        Self::DayMonthSwapped,
        Self::OnePartTypo,
        Self::OnePart,
        Self::SameDayMonth,
        Self::YearOnly,
        Self::NearYear,
        Self::Different,
        Self::LunarSolar,
        Self::PossibleYear,
    ];
}

impl BirthDate {
    /// How two dates, each there or not, agree. Integer work on two words; symmetric.
    ///
    /// ```
    /// use hoten::{BirthDate, DateAgreement};
    /// let date = |text| BirthDate::parse(text).value;
    /// let full = date("12/05/1950");
    /// assert_eq!(BirthDate::compare(full, date("1950")), DateAgreement::SameYear);
    /// assert_eq!(BirthDate::compare(full, date("05/12/1950")), DateAgreement::DayMonthSwapped);
    /// assert_eq!(BirthDate::compare(full, date("12/05/1960")), DateAgreement::OnePartTypo);
    /// assert_eq!(BirthDate::compare(full, None), DateAgreement::MissingOne);
    /// ```
    #[must_use]
    pub fn compare(left: Option<Self>, right: Option<Self>) -> DateAgreement {
        let year_of = |date: Option<Self>| date.and_then(Self::year);
        let (Some(a), Some(b)) = (left, right) else {
            return missing(year_of(left), year_of(right));
        };
        let (Some(year_a), Some(year_b)) = (a.year(), b.year()) else {
            return missing(a.year(), b.year());
        };
        if a.is_plain() && b.is_plain() {
            numbers(a, b, (year_a, year_b))
        } else {
            unusual::agreement(a, b)
        }
    }
}

/// Two dates of one calendar, each of one year.
fn numbers(a: BirthDate, b: BirthDate, years: Years) -> DateAgreement {
    let both_full = a.day().is_some() && b.day().is_some();
    if a.is_placeholder() || b.is_placeholder() {
        placeholder(a, b, years)
    } else if both_full && a.month().is_some() && b.month().is_some() {
        full(a, b, years)
    } else {
        partial(a, b, years)
    }
}

/// At least one year is not known.
fn missing(a: Option<u16>, b: Option<u16>) -> DateAgreement {
    if a.is_none() && b.is_none() { DateAgreement::MissingBoth } else { DateAgreement::MissingOne }
}

/// The years of both sides.
type Years = (u16, u16);

/// Different years: are they near?
fn near((a, b): Years) -> DateAgreement {
    if a.abs_diff(b) <= 2 { DateAgreement::NearYear } else { DateAgreement::Different }
}

/// Different years: could one be a slip of the other?
fn is_slip((a, b): Years) -> bool {
    a.abs_diff(b) == 1 || is_typo(a, b)
}

/// One digit differs, or two neighbours are exchanged, in numbers of up to four digits.
fn is_typo(a: u16, b: u16) -> bool {
    let digits = |n: u16| [n / 1000, n / 100 % 10, n / 10 % 10, n % 10];
    let ([a3, a2, a1, a0], [b3, b2, b1, b0]) = (digits(a), digits(b));
    let differ = [a3 != b3, a2 != b2, a1 != b1, a0 != b0];
    match differ {
        [true, true, false, false] => (a3, a2) == (b2, b3),
        [false, true, true, false] => (a2, a1) == (b1, b2),
        [false, false, true, true] => (a1, a0) == (b0, b1),
        _ => differ.into_iter().filter(|&d| d).count() == 1,
    }
}

/// One side or both are 01/01: only its year counts.
fn placeholder(a: BirthDate, b: BirthDate, years: Years) -> DateAgreement {
    if years.0 != years.1 {
        near(years)
    } else if a.month().is_none() || b.month().is_none() {
        DateAgreement::SameYear
    } else {
        DateAgreement::PlaceholderYear
    }
}

/// Two full dates.
fn full(a: BirthDate, b: BirthDate, years: Years) -> DateAgreement {
    let number = |part: Option<u8>| u16::from(part.unwrap_or(0));
    let ((month_a, day_a), (month_b, day_b)) =
        ((number(a.month()), number(a.day())), (number(b.month()), number(b.day())));
    let slip = |typo| if typo { DateAgreement::OnePartTypo } else { DateAgreement::OnePart };
    match (years.0 == years.1, month_a == month_b, day_a == day_b) {
        (true, true, true) => DateAgreement::Same,
        (true, true, false) if day_a == 1 || day_b == 1 => DateAgreement::PlaceholderMonth,
        (true, true, false) => slip(is_typo(day_a, day_b)),
        (true, false, true) if is_typo(month_a, month_b) => DateAgreement::OnePartTypo,
        (true, false, true) if unusual::may_be_lunar(a, b) => DateAgreement::LunarSolar,
        (true, false, true) => DateAgreement::OnePart,
        (true, false, false) if (month_a, day_a) == (day_b, month_b) => {
            DateAgreement::DayMonthSwapped
        }
        (true, false, false) if unusual::may_be_lunar(a, b) => DateAgreement::LunarSolar,
        (true, false, false) => DateAgreement::YearOnly,
        (false, true, true) if is_slip(years) => DateAgreement::OnePartTypo,
        (false, true, true) => DateAgreement::SameDayMonth,
        _ if unusual::may_be_lunar(a, b) => DateAgreement::LunarSolar,
        _ => DateAgreement::Different,
    }
}

/// At least one side knows no day or no month.
fn partial(a: BirthDate, b: BirthDate, years: Years) -> DateAgreement {
    let months = a.month().zip(b.month());
    match (years.0 == years.1, months) {
        (true, None) => DateAgreement::SameYear,
        (true, Some((a, b))) if a == b => DateAgreement::SameMonth,
        (true, Some((a, b))) if is_typo(a.into(), b.into()) => DateAgreement::OnePartTypo,
        (true, Some(_)) => DateAgreement::YearOnly,
        (false, Some((a, b))) if a == b && is_slip(years) => DateAgreement::OnePartTypo,
        (false, _) => near(years),
    }
}

#[cfg(test)]
mod tests;
