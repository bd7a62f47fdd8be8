//! Dates written with figures and separators only.

use super::kinds::YearKind;

/// A number as it was written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value; meaningless for more than 9 digits.
    pub(super) value: u32,
    /// How many digits were written, at most 255.
    pub(super) digits: u8,
}

impl Number {
    pub(super) const NONE: Self = Self { value: 0, digits: 0 };

    /// A number that stands in the place of a year and can only be one.
    pub(super) fn is_year(self) -> bool {
        self.digits == 4 && self.value != 0
    }

    /// Nothing but zeros: written where a part is not known.
    pub(super) fn is_zero(self) -> bool {
        self.value == 0 && self.digits <= 9
    }

    pub(super) fn of(digits: &[u8]) -> Self {
        let value = digits.iter().take(9).fold(0, |value, d| value * 10 + u32::from(d & 0xF));
        Self { value, digits: u8::try_from(digits.len()).unwrap_or(u8::MAX) }
    }
}

/// The parts of a date before they are judged.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pub(super) year: Number,
    pub(super) month: Number,
    pub(super) day: Number,
    /// Written with the zero of the first part lost, as a number cell does.
    pub(super) zero_lost: bool,
    pub(super) form: Form,
    pub(super) years: YearKind,
}

/// How much the order of the parts says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Three numbers, the year last: the day by custom, or the month.
    DayFirst,
    /// Three numbers, the year first.
    YearFirst,
    /// Told by words, or fewer parts.
    Other,
}

impl Parts {
    pub(super) const NONE: Self = Self {
        year: Number::NONE,
        month: Number::NONE,
        day: Number::NONE,
        zero_lost: false,
        form: Form::Other,
        years: YearKind::Exact,
    };

    pub(super) fn new(day: Number, month: Number, year: Number) -> Self {
        Self { year, month, day, ..Self::NONE }
    }
}

/// What a row of figures is.
pub(super) enum Figures {
    Date(Parts),
    /// A spreadsheet's day number.
    Serial(i32),
    Unreadable,
}

/// Reads figures and separators; `short_year`: a bare two-digit number is a year.
pub(super) fn read(plain: &[u8], short_year: bool) -> Figures {
    if plain.iter().all(u8::is_ascii_digit) {
        return bare(plain, short_year);
    }
    if let Some(number) = without_fraction(plain) {
        return bare(number, short_year);
    }
    match split(plain) {
        Some(([number, ..], 1)) if number.is_zero() => Figures::Date(Parts::NONE),
        Some(([number, ..], 1)) if number.is_year() => {
            Figures::Date(Parts { year: number, ..Parts::NONE })
        }
        // What an age means, see `BirthDate::possible_years`.
        Some(([a, b, ..], 2)) if a.is_year() && b.digits == 4 && b.value == a.value + 1 => {
            Figures::Date(Parts { year: a, years: YearKind::OrNext, ..Parts::NONE })
        }
        Some(([a, b, ..], 2)) if a.is_year() => Figures::Date(Parts::new(Number::NONE, b, a)),
        Some(([a, b, ..], 2)) if b.is_year() || b.value > 31 => {
            Figures::Date(Parts::new(Number::NONE, a, b))
        }
        Some(([a, b, ..], 2)) => Figures::Date(Parts::new(a, b, Number::NONE)),
        Some(([a, b, c], 3)) if a.is_year() => {
            Figures::Date(Parts { form: Form::YearFirst, ..Parts::new(c, b, a) })
        }
        Some(([a, b, c], 3)) => {
            Figures::Date(Parts { form: Form::DayFirst, ..Parts::new(a, b, c) })
        }
        _ => Figures::Unreadable,
    }
}

/// `27428.0` -> `27428`: a number cell exported as a float.
fn without_fraction(plain: &[u8]) -> Option<&[u8]> {
    let number = plain.strip_suffix(b".0").or_else(|| plain.strip_suffix(b",0"))?;
    (number.len() >= 4 && number.iter().all(u8::is_ascii_digit)).then_some(number)
}

/// Digits without a separator: a year, a serial, or a compact date.
fn bare(digits: &[u8], short_year: bool) -> Figures {
    let number = Number::of(digits);
    let cut = |at: usize, to: usize| Number::of(digits.get(at..to).unwrap_or_default());
    let likely_year = |year: Number| (1850..=2150).contains(&year.value);
    let likely_month = |month: Number| month.value <= 12;
    let parts = match number.digits {
        _ if number.is_zero() => Parts::NONE,
        2 if short_year => Parts { year: number, ..Parts::NONE },
        4 => Parts { year: number, ..Parts::NONE },
        5 => return Figures::Serial(number.value as i32),
        6 if likely_year(cut(2, 6)) && likely_month(cut(0, 2)) => {
            Parts::new(Number::NONE, cut(0, 2), cut(2, 6))
        }
        7 if likely_year(cut(3, 7)) && likely_month(cut(1, 3)) => {
            Parts { zero_lost: true, ..Parts::new(cut(0, 1), cut(1, 3), cut(3, 7)) }
        }
        8 if likely_year(cut(0, 4)) && likely_month(cut(4, 6)) => {
            Parts::new(cut(6, 8), cut(4, 6), cut(0, 4))
        }
        8 if likely_year(cut(4, 8)) => Parts::new(cut(0, 2), cut(2, 4), cut(4, 8)),
        _ => return Figures::Unreadable,
    };
    Figures::Date(parts)
}

/// The numbers between separators, an unknown part as zero; `None` for more than three.
fn split(plain: &[u8]) -> Option<([Number; 3], usize)> {
    // Where a slash stands, dashes, dots and crosses between slashes are unknown parts.
    let separator = *b"/-.,\\ ".iter().find(|b| plain.contains(b))?;
    let mut numbers = [Number::NONE; 3];
    let mut count = 0;
    for part in plain.split(|&b| b == separator) {
        let mut runs = part.split(|b| !b.is_ascii_digit()).filter(|run| !run.is_empty()).peekable();
        let unknown = runs.peek().is_none();
        if unknown && matches!(separator, b' ' | b',') {
            continue;
        }
        let unknown = unknown.then_some(Number::NONE);
        for number in unknown.into_iter().chain(runs.map(Number::of)) {
            *numbers.get_mut(count)? = number;
            count += 1;
        }
    }
    Some((numbers, count))
}
