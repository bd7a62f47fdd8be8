//! One name of a unit in a text.

use super::spelling::Spelling;
use crate::field::address::is_as_above;
use crate::field::plain::{Plain, says_nothing};
use crate::field::unit_name::split_kind;
use crate::field::words::{WordKind, Words, is_marked};
use crate::field::{ProvinceSet, UnitKind, UnitName};

/// A level of units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Level {
    Province,
    District,
    Commune,
}

/// A name with the word for its kind, if there is one.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) kind: UnitKind,
    pub(super) spelling: Option<Spelling>,
}

impl<'a> Piece<'a> {
    /// The piece that a text is; `None` for one that says nothing.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let name = UnitName::parse(text);
        let bare = name.name();
        let says = bare.contains(crate::text::is_alphanumeric) && !is_empty_talk(text);
        says.then(|| Self { text: text.trim(), kind: name.kind(), spelling: Spelling::of(bare) })
    }

    /// Is there no word for the kind?
    pub(super) fn is_plain(&self) -> bool {
        self.kind == UnitKind::Unknown
    }

    /// Can its kind be of this level?
    pub(super) fn may_be(&self, level: Level) -> bool {
        match self.kind {
            UnitKind::Unknown => true,
            UnitKind::Province => level == Level::Province,
            UnitKind::City => level != Level::Commune,
            UnitKind::UrbanDistrict | UnitKind::District | UnitKind::Town => {
                level == Level::District
            }
            UnitKind::Township | UnitKind::Ward | UnitKind::Commune | UnitKind::SpecialZone => {
                level == Level::Commune
            }
        }
    }

    /// As [`Self::may_be`], in a column of the level: `TT. Huế` is no township there.
    pub(super) fn fits(&self, level: Level) -> bool {
        self.may_be(level) || level == Level::Province && self.is_province()
    }

    /// Is it the name of a province, of any time?
    pub(super) fn is_province(&self) -> bool {
        !ProvinceSet::find(self.text).is_empty()
    }

    /// Where the word for a kind begins in the middle of the text: another unit, without a comma.
    pub(super) fn inner_kind(&self) -> Option<usize> {
        let marked = is_marked(self.text);
        let rest = split_kind(self.text, marked).1;
        let from = self.text.len().checked_sub(rest.len())?;
        let mut words = Words::of(self.text).skip_while(|word| word.start < from);
        words.next()?;
        words
            .filter(|word| word.kind == WordKind::Letters)
            .find(|word| {
                let tail = self.text.get(word.start..).unwrap_or_default();
                let (kind, behind) = split_kind(tail, marked);
                // One letter is a kind only with a dot or a number behind it.
                let short = word.end - word.start == 1;
                let told = behind.starts_with('.')
                    || behind.starts_with(|c: char| c.is_ascii_digit())
                    || self.text.get(word.end..).is_some_and(|rest| rest.starts_with('.'));
                kind != UnitKind::Unknown && (!short || told)
            })
            .map(|word| word.start)
    }
}

/// Does the cell say that nothing is known, or "as in the row above"?
fn is_empty_talk(text: &str) -> bool {
    let short = text.len() <= 24 && text.trim_start().starts_with(['k', 'K', 'c', 'C', 'n', 'N']);
    short
        && (is_as_above(text)
            || Plain::<32>::of(text).is_some_and(|plain| says_nothing(plain.trimmed())))
}
