//! What a check takes for granted, and what it is not to say.

use crate::error::{Error, ErrorCode, Result};
use crate::field::{BirthDate, THIS_YEAR};
use crate::finding::FindingCode;
use alloc::string::ToString;

/// How records are checked.
///
/// ```
/// use hoten::{CheckOptions, FieldName, FindingCode, check_record};
///
/// let record = [(FieldName::FullName, "Trần Thị Lan"), (FieldName::BirthDate, "03/02/2026")];
/// let options = CheckOptions::new().today(2026, 1, 31)?;
/// assert_eq!(check_record(record, &options)[0].code, FindingCode::BirthAfterToday);
/// let silent = options.ignore(FindingCode::BirthAfterToday);
/// assert!(check_record(record, &silent).is_empty());
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct CheckOptions {
    today: Day,
    /// Was the day given? Only then is a birth after it an error.
    dated: bool,
    ignored: [u64; WORDS],
}

/// A day of the calendar; ordered as time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

/// Words of 64 bits that hold a bit for each code.
const WORDS: usize = FindingCode::ALL.len().div_ceil(64);

impl Default for CheckOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl CheckOptions {
    /// Every code, as of the last day of the year of this release: the library has no clock, so
    /// that the same file gives the same findings on every day.
    #[must_use]
    pub fn new() -> Self {
        let today = Day { year: THIS_YEAR, month: 12, day: 31 };
        Self { today, dated: false, ignored: [0; WORDS] }
    }

    /// The day the records are to be true on: ages are counted to it, a later birth is an error.
    ///
    /// # Errors
    /// [`ErrorCode::NotADate`] for a day that the calendar does not have.
    pub fn today(mut self, year: u16, month: u8, day: u8) -> Result<Self> {
        let known = BirthDate::new(Some(year), Some(month), Some(day));
        if known.is_none_or(|date| !date.is_possible()) {
            let value = [year.to_string(), month.to_string(), day.to_string()].join("-");
            return Err(Error::new(ErrorCode::NotADate).with("value", value));
        }
        self.today = Day { year, month, day };
        self.dated = true;
        Ok(self)
    }

    /// Says nothing of this code.
    #[must_use]
    pub fn ignore(mut self, code: FindingCode) -> Self {
        if let Some(word) = self.ignored.get_mut(code as usize / 64) {
            *word |= 1 << (code as usize % 64);
        }
        self
    }

    /// Is nothing to be said of this code?
    #[must_use]
    #[inline]
    pub fn ignores(&self, code: FindingCode) -> bool {
        self.ignored
            .get(code as usize / 64)
            .is_some_and(|word| word >> (code as usize % 64) & 1 == 1)
    }

    /// The day, if it was given.
    pub(crate) fn given_day(&self) -> Option<Day> {
        self.dated.then_some(self.today)
    }

    pub(crate) fn day(&self) -> Day {
        self.today
    }
}
