//! What a check takes for granted, and what it is not to say.

use crate::error::{Error, ErrorCode, Result};
use crate::field::{Day, PlaceTable, THIS_YEAR, shortened};
use crate::finding::FindingCode;
use crate::text::nearest;
use alloc::format;
use alloc::string::String;

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
    places: &'static PlaceTable<'static>,
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
        Self { today, dated: false, ignored: [0; WORDS], places: PlaceTable::built_in() }
    }

    /// The day the records are to be true on: ages are counted to it, a later birth is an error.
    ///
    /// # Errors
    /// [`ErrorCode::NotADate`] for a day that the calendar does not have.
    pub fn today(mut self, year: u16, month: u8, day: u8) -> Result<Self> {
        self.today = Day::new(year, month, day)?;
        self.dated = true;
        Ok(self)
    }

    /// [`Self::today`] of a day written as `2026-11-22`.
    ///
    /// # Errors
    /// [`ErrorCode::NotADate`] for any other text.
    pub fn today_iso(self, text: &str) -> Result<Self> {
        let Day { year, month, day } = Day::parse(text)?;
        self.today(year, month, day)
    }

    /// The day as `2026-11-22`; empty if none was given.
    #[must_use]
    pub fn day_iso(&self) -> String {
        let Day { year, month, day } = self.today;
        if self.dated { format!("{year:04}-{month:02}-{day:02}") } else { String::new() }
    }

    /// [`Self::ignore`] of a code by its name.
    ///
    /// # Errors
    /// [`ErrorCode::UnknownFinding`] for a name that is no code.
    pub fn ignore_named(self, name: &str) -> Result<Self> {
        let code = FindingCode::ALL.iter().find(|code| code.as_str() == name);
        let unknown = || {
            Error::new(ErrorCode::UnknownFinding).with("code", shortened(name)).with(
                "nearest",
                nearest(name, FindingCode::ALL.iter().map(|code| code.as_str())).unwrap_or("…"),
            )
        };
        Ok(self.ignore(*code.ok_or_else(unknown)?))
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

    /// The units that places are looked up in. Default: those of the crate; without the feature
    /// `communes` these are the provinces only, and nothing is said of districts and communes.
    #[must_use]
    pub fn places(mut self, table: &'static PlaceTable<'static>) -> Self {
        self.places = table;
        self
    }

    pub(crate) fn place_table(&self) -> &'static PlaceTable<'static> {
        self.places
    }

    /// The day, if it was given.
    pub(crate) fn given_day(&self) -> Option<Day> {
        self.dated.then_some(self.today)
    }

    pub(crate) fn day(&self) -> Day {
        self.today
    }
}
