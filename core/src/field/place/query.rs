//! What is asked: three cells and an address, as pieces that each name one unit.

use super::piece::{Level, Piece};
use crate::error::Result;
use crate::field::Day;
use crate::field::address::is_within_commune;
use core::fmt;
use smallvec::SmallVec;

/// What is known of a place, as text; every part may be empty.
///
/// ```
/// # #[cfg(feature = "communes")] {
/// use hoten::PlaceQuery;
///
/// let whole = PlaceQuery::default().address("Ấp 3, xã An Phú, huyện An Phú, An Giang").resolve();
/// assert_eq!(whole.get(0).unwrap().unit.full_name(), "Xã An Phú");
/// // One code, two units: the day on which it was written tells.
/// let old = PlaceQuery::default().commune("00004").on(2020, 1, 1).resolve();
/// assert_eq!(old.get(0).unwrap().written.full_name(), "Phường Trúc Bạch");
/// # }
/// ```
#[derive(Clone, Copy, Default)]
pub struct PlaceQuery<'a> {
    pub(super) province: &'a str,
    pub(super) district: &'a str,
    pub(super) commune: &'a str,
    pub(super) address: &'a str,
    pub(super) on: Option<u32>,
}

/// The first day of the units of today.
const TODAY: u32 = 20_250_701;

impl<'a> PlaceQuery<'a> {
    /// Province: name or code.
    #[must_use]
    pub const fn province(mut self, text: &'a str) -> Self {
        self.province = text;
        self
    }

    /// District: name or code.
    #[must_use]
    pub const fn district(mut self, text: &'a str) -> Self {
        self.district = text;
        self
    }

    /// Commune, ward or township: name or code.
    #[must_use]
    pub const fn commune(mut self, text: &'a str) -> Self {
        self.commune = text;
        self
    }

    /// An address whose end may name the units that the other parts do not.
    #[must_use]
    pub const fn address(mut self, text: &'a str) -> Self {
        self.address = text;
        self
    }

    /// The day on which the place was written, year, month, day: only units of that day are read.
    /// Without it those of any time are.
    #[must_use]
    pub const fn on(mut self, year: u16, month: u8, day: u8) -> Self {
        self.on = Some(year as u32 * 10_000 + month as u32 * 100 + day as u32);
        self
    }

    /// As [`Self::on`], of a day written `2020-12-31`.
    ///
    /// # Errors
    /// [`ErrorCode::NotADate`](crate::ErrorCode::NotADate) for anything else.
    pub fn on_day(self, day: &str) -> Result<Self> {
        let Day { year, month, day } = Day::parse(day)?;
        Ok(self.on(year, month, day))
    }

    /// May a unit of today, or one of before, have been written?
    pub(super) fn times(&self) -> (bool, bool) {
        self.on.map_or((true, true), |on| (on >= TODAY, on < TODAY))
    }
}

/// Names that are read of one cell: what is longer is no place, and must not cost more.
const MOST: usize = 24;

/// What stands between units in one cell.
const APART: [char; 3] = [',', ';', '\n'];

/// At most one piece a level.
#[derive(Clone, Copy, Default)]
pub(super) struct Pieces<'a> {
    pub(super) at: [Option<Piece<'a>>; 3],
    /// Some piece stood in another column than its own.
    pub(super) swapped: bool,
}

impl<'a> Pieces<'a> {
    /// The pieces of a query. Words for the kind decide the level; names without one are those of
    /// their column, or in an address the province last, before it the district and the commune.
    ///
    /// `apart`: a cell without commas may hold several units.
    pub(super) fn of(query: &PlaceQuery<'a>, apart: bool) -> Self {
        let mut pieces = Self::default();
        let mut loose: SmallVec<[Piece<'a>; 4]> = SmallVec::new();
        for (level, text) in [
            (Level::Province, query.province),
            (Level::District, query.district),
            (Level::Commune, query.commune),
        ] {
            let whole = Piece::of(text);
            if let Some(piece) = whole.filter(|_| !text.contains(APART)) {
                if apart && piece.inner_kind().is_some() {
                    split(text, &mut |piece| pieces.kinded_or_loose(piece, &mut loose));
                } else {
                    pieces.column(level, piece, &mut loose);
                }
                continue;
            }
            for part in text.split(APART).take(MOST) {
                split(part, &mut |piece| pieces.kinded_or_loose(piece, &mut loose));
            }
        }
        if pieces.at.iter().any(Option::is_none) && !query.address.is_empty() {
            let columns = pieces.at.iter().any(Option::is_some) || !loose.is_empty();
            for part in query.address.split(APART).flat_map(|part| part.split(" - ")).take(MOST) {
                if is_within_commune(part) {
                    continue;
                }
                split(part, &mut |piece| {
                    if !(columns && piece.is_plain()) {
                        pieces.kinded_or_loose(piece, &mut loose);
                    }
                });
            }
        }
        pieces.settle(&loose);
        pieces
    }

    fn get(&mut self, level: Level) -> &mut Option<Piece<'a>> {
        let [province, district, commune] = &mut self.at;
        match level {
            Level::Province => province,
            Level::District => district,
            Level::Commune => commune,
        }
    }

    fn column(&mut self, level: Level, piece: Piece<'a>, loose: &mut SmallVec<[Piece<'a>; 4]>) {
        if piece.fits(level) && self.get(level).is_none() {
            *self.get(level) = Some(piece);
        } else {
            self.swapped = true;
            self.kinded_or_loose(piece, loose);
        }
    }

    fn kinded_or_loose(&mut self, piece: Piece<'a>, loose: &mut SmallVec<[Piece<'a>; 4]>) {
        let level = [Level::Commune, Level::District, Level::Province]
            .into_iter()
            .find(|&level| !piece.is_plain() && piece.may_be(level));
        match level {
            Some(level) if self.get(level).is_none() => *self.get(level) = Some(piece),
            Some(Level::District) if self.get(Level::Province).is_none() => {
                if piece.may_be(Level::Province) {
                    *self.get(Level::Province) = Some(piece);
                }
            }
            Some(_) => {}
            None => loose.push(piece),
        }
    }

    /// Gives names without a kind their level: from the end of the text, or from its beginning where
    /// a province stands there.
    fn settle(&mut self, loose: &[Piece<'a>]) {
        let [first, .., last] = loose else {
            if let [only] = loose {
                self.settle_one(*only);
            }
            return;
        };
        let forward = first.is_province() && !last.is_province();
        let open = [Level::Province, Level::District, Level::Commune]
            .into_iter()
            .filter(|&level| self.get(level).is_none());
        let mut open: SmallVec<[Level; 3]> = open.collect();
        if open.first() == Some(&Level::Province) && !first.is_province() && !last.is_province() {
            open.remove(0);
        }
        // Two names are a commune and its province.
        if loose.len() < open.len() {
            open.retain(|level| *level != Level::District);
        }
        let count = loose.len();
        for (at, level) in open.into_iter().enumerate().take(count) {
            let piece = if forward { loose.get(at) } else { loose.get(count - 1 - at) };
            *self.get(level) = piece.copied();
        }
    }

    fn settle_one(&mut self, piece: Piece<'a>) {
        let open = |pieces: &mut Self, level| pieces.get(level).is_none();
        let level = if open(self, Level::Province) && piece.is_province() {
            Level::Province
        } else if open(self, Level::Commune) {
            Level::Commune
        } else if open(self, Level::District) {
            Level::District
        } else {
            return;
        };
        *self.get(level) = Some(piece);
    }
}

/// Gives the pieces of a text without commas: `xã An Phú huyện An Phú tỉnh An Giang`.
fn split<'a>(text: &'a str, take: &mut impl FnMut(Piece<'a>)) {
    let mut rest = text;
    for _ in 0..MOST {
        let Some(piece) = Piece::of(rest) else { return };
        let Some(at) = piece.inner_kind() else { return take(piece) };
        let (head, tail) = piece.text.split_at_checked(at).unwrap_or((piece.text, ""));
        if let Some(head) = Piece::of(head) {
            take(head);
        }
        rest = tail;
    }
}

/// Says which parts were given, not what they hold.
impl fmt::Debug for PlaceQuery<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlaceQuery")
            .field("province", &!self.province.is_empty())
            .field("district", &!self.district.is_empty())
            .field("commune", &!self.commune.is_empty())
            .field("address", &!self.address.is_empty())
            .field("on", &self.on)
            .finish()
    }
}
