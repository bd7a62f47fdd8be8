//! Characters: Vietnamese letters, canonical composition, look-alikes, blanks, case, marks.
//!
//! The room every other room stands on. It knows letters, not words: which repairs are made, and
//! when, is decided by the clean room.

mod blank;
mod case;
mod compose;
mod letter;
mod lookalike;
mod marks;
mod nearest;
mod prepared;
mod unicode;

pub use self::blank::{is_blank, is_invisible};
pub use self::case::{WordCase, lower_to, title_to, word_case};
pub(crate) use self::compose::compose_letters;
pub use self::compose::{compose, compose_to, is_composed};
pub use self::letter::{Letter, Mark};
pub use self::lookalike::{latin_twin, plain_form, spacing_mark};
pub(crate) use self::marks::{is_loose_mark, latin_base};
pub use self::marks::{is_mark, strip_marks, strip_marks_to};
#[cfg(feature = "link")]
pub(crate) use self::nearest::distance;
pub(crate) use self::nearest::nearest;
pub(crate) use self::prepared::prepared;
#[cfg(feature = "link")]
pub(crate) use self::unicode::decompose;
pub(crate) use self::unicode::{
    base, is_alphabetic, is_alphanumeric, is_combining_mark, is_lowercase, is_reordered,
    is_uppercase, lowercase, uppercase,
};
