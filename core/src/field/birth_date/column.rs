//! What a column of dates tells of its cells: whether the month was written first.
//!
//! Offices write the day first. A month comes first where a spreadsheet of American settings was in
//! between, and then in the whole column, or in just those cells that it took for dates: 03/02/1975
//! became the date 1975-03-02, 25/02/1975 stayed text.

use super::BirthDate;
use super::parse::{self, Reading};
use crate::field::{Parsed, THIS_YEAR};
#[cfg(feature = "link")]
use crate::finding::FindingCode;

/// Which of day and month comes first in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DateOrder {
    /// The day, as is the custom; also where nothing speaks against it.
    #[default]
    DayFirst,
    /// The month.
    MonthFirst,
    /// Some cells say the day and some the month: read as the day, each open cell with a finding.
    Unclear,
}

/// How the dates of one column are written, found from all its cells before one is read.
///
/// Cells whose first or second number is above 12 decide. Month before day is believed of two such
/// cells or more that outnumber their opposites four to one; a cell that contradicts its column is
/// read the other way, with a finding.
///
/// ```
/// use hoten::{DateColumn, DateOrder};
///
/// let cells = ["05/13/1950", "04/25/1961", "03/04/1970"];
/// let column = DateColumn::survey(cells);
/// assert_eq!(column.order(), DateOrder::MonthFirst);
/// assert_eq!(column.parse(cells[2]).value.unwrap().to_string(), "04/03/1970");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateColumn {
    pub(super) order: DateOrder,
    pub(super) dates_swapped: bool,
}

/// Cells of real dates, and of text, that must stand against each other before a swap is believed:
/// all days of real dates being 12 or less by chance is one in thousands then.
const SWAP_EVIDENCE: u64 = 8;

impl DateColumn {
    /// Looks at all cells of a column; some ten instructions a letter, no allocation.
    pub fn survey<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut day_first, mut month_first, mut open) = (0_u64, 0_u64, 0_u64);
        let (mut small_dates, mut large_dates) = (0_u64, 0_u64);
        for cell in cells {
            match shape(cell) {
                Some(Shape { year_first: true, third: 13.., .. }) => large_dates += 1,
                Some(Shape { year_first: true, third: 1..=12, .. }) => small_dates += 1,
                Some(Shape { first: 13..=31, second: 1..=12, .. }) => day_first += 1,
                Some(Shape { first: 1..=12, second: 13..=31, .. }) => month_first += 1,
                Some(Shape { first: 1..=12, second: 1..=12, .. }) => open += 1,
                _ => {}
            }
        }
        let order = if month_first < 2 || month_first * 4 <= day_first {
            DateOrder::DayFirst
        } else if day_first * 4 < month_first {
            DateOrder::MonthFirst
        } else {
            DateOrder::Unclear
        };
        let dates_swapped = order == DateOrder::DayFirst
            && (large_dates, open, month_first) == (0, 0, 0)
            && small_dates.min(day_first) >= SWAP_EVIDENCE;
        Self { order, dates_swapped }
    }

    /// A column found to be so.
    #[cfg(feature = "serde")]
    pub(crate) fn of(order: DateOrder, dates_swapped: bool) -> Self {
        Self { order, dates_swapped }
    }

    /// A column in which a cell gets this finding, to find its words and suggestion again.
    #[cfg(feature = "link")]
    pub(crate) fn that_notes(code: FindingCode) -> Self {
        match code {
            FindingCode::DateOrderByColumn => {
                Self { order: DateOrder::MonthFirst, dates_swapped: true }
            }
            FindingCode::DateOrderUnclear => {
                Self { order: DateOrder::Unclear, dates_swapped: false }
            }
            _ => Self::default(),
        }
    }

    /// Which of day and month comes first.
    #[must_use]
    pub fn order(self) -> DateOrder {
        self.order
    }

    /// Were the cells that are real dates (`1975-03-02`) read by a spreadsheet with month and day
    /// exchanged, while those it could not read so stayed text?
    #[must_use]
    pub fn has_swapped_dates(self) -> bool {
        self.dates_swapped
    }

    /// [`BirthDate::parse`] of a cell of this column.
    #[must_use]
    pub fn parse(self, cell: &str) -> Parsed<BirthDate> {
        parse::parse(cell, &Reading { this_year: THIS_YEAR, ages: false, column: self })
    }

    /// [`BirthDate::parse_at`] of a cell of this column.
    #[must_use]
    pub fn parse_at(self, cell: &str, this_year: u16) -> Parsed<BirthDate> {
        parse::parse(cell, &Reading { this_year, ages: true, column: self })
    }
}

/// Three numbers of a cell between signs.
struct Shape {
    first: u16,
    second: u16,
    third: u16,
    year_first: bool,
}

fn shape(cell: &str) -> Option<Shape> {
    let (first, digits, rest) = number(cell.trim_start().as_bytes())?;
    let (sign, rest) = rest.split_first()?;
    if !b"/-. ".contains(sign) {
        return None;
    }
    let (second, second_digits, rest) = number(rest)?;
    let rest = rest.strip_prefix(&[*sign])?;
    let (third, third_digits, _) = number(rest)?;
    let year_first = digits == 4 && second <= 12;
    let fits = second_digits <= 2
        && if digits == 4 { third_digits <= 2 } else { digits <= 2 && third_digits >= 2 };
    fits.then_some(Shape { first, second, third, year_first })
}

fn number(bytes: &[u8]) -> Option<(u16, usize, &[u8])> {
    let digits = bytes.iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    let (number, rest) = bytes.split_at_checked(digits)?;
    let value = number.iter().take(4).fold(0, |n, d| n * 10 + u16::from(d & 0xF));
    (1..=4).contains(&digits).then_some((value, digits, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    fn read(column: DateColumn, cell: &str) -> (String, Vec<&'static str>) {
        let parsed = column.parse(cell);
        let codes = parsed.findings.iter().map(|finding| finding.code.as_str()).collect();
        (parsed.value.map(|date| date.to_string()).unwrap_or_default(), codes)
    }

    #[test]
    fn most_cells_decide() {
        for (cells, want) in [
            (&["12/05/1950", "03/04/1961"][..], DateOrder::DayFirst),
            (&[], DateOrder::DayFirst),
            (&["25/05/1950", "05/13/1950"], DateOrder::DayFirst),
            (&["05/13/1950", "03/04/1961"], DateOrder::DayFirst),
            (&["05/13/1950", "04/25/1961", "1-2-1970"], DateOrder::MonthFirst),
            (&["05/13/1950", "04/25/1961", "25/12/1970"], DateOrder::Unclear),
            (&["1950-05-13", "1961-04-25"], DateOrder::DayFirst),
            (&["5.13.50", "4-25-61 ", " 4/25/61"], DateOrder::MonthFirst),
            (&["05/13", "abc", "1950", "0790001234/13/1950"], DateOrder::DayFirst),
        ] {
            assert_eq!(DateColumn::survey(cells.iter().copied()).order(), want, "{cells:?}");
        }
    }

    #[test]
    fn cells_are_read_by_their_column() {
        let column = DateColumn::survey(["05/13/1950", "04/25/1961", "03/04/1970"]);
        assert_eq!(read(column, "05/13/1950"), ("13/05/1950".into(), [].into()));
        let swapped = ["date_order_by_column"].into();
        assert_eq!(read(column, "03/04/1970"), ("04/03/1970".into(), swapped));
        assert_eq!(read(column, "04/04/1970"), ("04/04/1970".into(), [].into()));
        // A number above twelve is a day where days stand, and no month where months do.
        assert_eq!(read(column, "0-13-00").0, "13/--/----");
        assert_eq!(read(DateColumn::default(), "0-13-00").1, ["date_unreadable"]);
        // An outlier, dates of another form and words stand as they are.
        let outlier = ["date_day_month_swapped"].into();
        assert_eq!(read(column, "25/12/1970"), ("25/12/1970".into(), outlier));
        for cell in ["1970-04-03", "19700403", "ngày 3 tháng 4 năm 1970"] {
            assert_eq!(read(column, cell), ("03/04/1970".into(), [].into()), "{cell}");
        }
    }

    #[test]
    fn a_tie_changes_nothing_but_is_told() {
        let column = DateColumn::survey(["05/13/1950", "04/25/1961", "25/12/1970", "26/12/1970"]);
        assert_eq!(column.order(), DateOrder::Unclear);
        let told = ["date_order_unclear"].into();
        assert_eq!(read(column, "03/04/1970"), ("03/04/1970".into(), told));
        assert_eq!(read(column, "13/04/1970"), ("13/04/1970".into(), [].into()));
    }

    /// polars issue 14495 and the like: one column, texts and dates.
    #[test]
    fn dates_that_a_spreadsheet_swapped() {
        let mut cells = Vec::new();
        for number in 1..=9 {
            cells.push(alloc::format!("{}/0{number}/1975", number + 15));
            cells.push(alloc::format!("1975-0{number}-0{} 00:00:00", 10 - number));
        }
        let column = DateColumn::survey(cells.iter().map(String::as_str));
        assert!(column.has_swapped_dates() && column.order() == DateOrder::DayFirst);
        let swapped = ["date_order_by_column"].into();
        assert_eq!(read(column, "1975-03-02 00:00:00"), ("03/02/1975".into(), swapped));
        assert_eq!(read(column, "25/02/1975"), ("25/02/1975".into(), [].into()));
        // One real date above the twelfth and nothing was swapped.
        cells.push("1975-03-25".into());
        assert!(!DateColumn::survey(cells.iter().map(String::as_str)).has_swapped_dates());
    }
}
