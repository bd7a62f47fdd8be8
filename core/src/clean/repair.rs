//! What was done to a text, and what may have been meant where that cannot be known.

use crate::finding::{FindingCode, Span};
use alloc::{borrow::Cow, string::String, vec::Vec};
use core::fmt;

/// What kind of damage was repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RepairKind {
    /// The text had been read with the wrong table of characters.
    Encoding,
    /// Characters that look like the right ones: `Ðặng`, Cyrillic `Т`, wide letters, curly
    /// apostrophes, loose accents.
    Lookalike,
    /// Blanks doubled, leading, trailing or of another kind; invisible characters.
    Blank,
    /// Capitals and small letters.
    Case,
    /// A tone mark on the wrong vowel: `Hùynh`. The two school styles are both right.
    TonePlace,
    /// Letters and marks not composed, or marks in the wrong order.
    MarkOrder,
    /// Keys of an input method left in the text: `Nguyeenx` (Telex), `Nguye6n4` (VNI).
    Keystroke,
}

impl RepairKind {
    /// The stable name: `"encoding"`, `"lookalike"`, `"blank"`, `"case"`, `"tone_place"`,
    /// `"mark_order"`, `"keystroke"`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Lookalike => "lookalike",
            Self::Blank => "blank",
            Self::Case => "case",
            Self::TonePlace => "tone_place",
            Self::MarkOrder => "mark_order",
            Self::Keystroke => "keystroke",
        }
    }

    /// What a repair tells about the data; capitals are an office's custom and tell nothing.
    pub(crate) fn finding(self) -> Option<FindingCode> {
        match self {
            Self::Case => None,
            Self::Encoding => Some(FindingCode::EncodingRepaired),
            Self::Lookalike => Some(FindingCode::LookalikeRepaired),
            Self::Blank => Some(FindingCode::BlankRepaired),
            Self::TonePlace => Some(FindingCode::TonePlaceRepaired),
            Self::MarkOrder => Some(FindingCode::MarkOrderRepaired),
            Self::Keystroke => Some(FindingCode::KeystrokeRepaired),
        }
    }
}

/// One repair: what stood in the span of the text given became `to`.
///
/// A word repaired in several ways has one repair of each kind, all with the same span and the same
/// `to`. Spans of different words do not overlap; putting each `to` in place of its span gives the
/// clean text. `Debug` shows no value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repair {
    /// What was wrong.
    pub kind: RepairKind,
    /// Bytes of the text given.
    pub span: Span,
    /// What stands there in the clean text.
    pub to: String,
}

impl fmt::Debug for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Repair")
            .field("kind", &self.kind)
            .field("span", &self.span)
            .finish_non_exhaustive()
    }
}

/// What a damaged part of the text may have been, where that cannot be known for certain: to be
/// asked, never put in unasked.
///
/// `Debug` shows no value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suggestion {
    /// What is wrong.
    pub kind: RepairKind,
    /// Bytes of the text given.
    pub span: Span,
    /// What may stand there, cleaned, the likeliest first; at least one, at most
    /// [`Self::MOST`].
    pub candidates: Vec<String>,
}

impl Suggestion {
    /// No suggestion has more candidates.
    pub const MOST: usize = 8;
}

impl fmt::Debug for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Suggestion")
            .field("kind", &self.kind)
            .field("span", &self.span)
            .field("candidates", &self.candidates.len())
            .finish_non_exhaustive()
    }
}

/// A clean text and what was done to get it. `Debug` shows no value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cleaned<'a> {
    /// The clean text; borrowed if there was nothing to repair.
    pub text: Cow<'a, str>,
    /// The repairs, by place; empty if and only if the text was clean.
    pub repairs: Vec<Repair>,
    /// What could not be restored for certain, by place; nothing of it is changed in the text.
    pub suggestions: Vec<Suggestion>,
}

impl fmt::Debug for Cleaned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cleaned")
            .field("repairs", &self.repairs)
            .field("suggestions", &self.suggestions)
            .finish_non_exhaustive()
    }
}
