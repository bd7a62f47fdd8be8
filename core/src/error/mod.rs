//! One error for the whole crate: a stable code, parameters, and words in two languages.
//!
//! Errors name rows, columns, files and settings; they never quote a person's value.

mod tables;

pub use self::tables::ErrorCode;

use crate::message::{Lang, Params, render};
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

/// Why a call could not be done.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    inner: Box<Inner>,
}

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    code: ErrorCode,
    params: Params,
}

/// The result of a call that can fail.
pub type Result<T> = core::result::Result<T, Error>;

impl Error {
    /// An error of this code; the bindings report in the same words what is wrong at their border.
    #[must_use]
    pub fn new(code: ErrorCode) -> Self {
        Self { inner: Box::new(Inner { code, params: Params::new() }) }
    }

    /// Gives a value for `{key}` in the message.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.inner.params.push((key, value.into()));
        self
    }

    /// Stable code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.inner.code
    }

    /// The words for people: what, where, and what to do next.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        render(self.inner.code.template(lang), &self.inner.params)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}: {})", self.inner.code.as_str(), self)
    }
}

impl core::error::Error for Error {}
