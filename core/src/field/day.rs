//! A day that a caller names: when something was written, or is to be true.

use super::BirthDate;
use crate::error::{Error, ErrorCode, Result};
use alloc::string::{String, ToString};

/// A day of the calendar; ordered as time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

impl Day {
    /// [`ErrorCode::NotADate`] for a day that the calendar does not have.
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Result<Self> {
        let known = BirthDate::new(Some(year), Some(month), Some(day));
        if known.is_none_or(|date| !date.is_possible()) {
            let value = [year.to_string(), month.to_string(), day.to_string()].join("-");
            return Err(Error::new(ErrorCode::NotADate).with("value", value));
        }
        Ok(Self { year, month, day })
    }

    /// A day written as `2026-11-22`; [`ErrorCode::NotADate`] for any other text.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut parts = text.trim().splitn(3, '-').map(|part| part.parse::<u16>().ok());
        let mut next = || parts.next().flatten();
        let small = |part: u16| u8::try_from(part).ok();
        match (next(), next().and_then(small), next().and_then(small)) {
            (Some(year), Some(month), Some(day)) => Self::new(year, month, day),
            _ => Err(Error::new(ErrorCode::NotADate).with("value", shortened(text))),
        }
    }
}

/// As much of a caller's text as an error shows.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
