//! Cleans and deduplicates Vietnamese resident records.
#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

mod error;
mod finding;
mod message;

pub use self::error::{Error, ErrorCode, Result};
pub use self::finding::{FieldName, Finding, FindingCode, Severity, Span};
pub use self::message::Lang;
