//! The provinces a text can mean.

use super::evidence::{PlaceEvidence as E, PlaceEvidenceSet};
use super::piece::Piece;
use super::resolve::AGAINST;
use super::spelling::Spelling;
use super::tables::FORMER;
use super::unit::UnitId;
use crate::field::{CurrentProvince, Province, ProvinceSet};
use crate::text::Letter;

/// A province that was split before 2025: name, first and last year where they are recorded, and
/// which of the 63 it was split into.
pub(super) struct Former {
    pub(super) name: &'static str,
    pub(super) from: Option<&'static str>,
    pub(super) until: Option<&'static str>,
    pub(super) members: u64,
}

/// What a province was called, or is: of today and of the 63 before.
#[derive(Clone, Copy, Default)]
pub(super) struct Regions {
    old: ProvinceSet,
    now: Option<CurrentProvince>,
    /// The one of the 63 that bears the name, if one does.
    named: Option<Province>,
    /// One that was split before bears it.
    former: Option<u8>,
    /// Something was found.
    pub(super) known: bool,
}

/// A commune of before beside the province of today, or the other way about.
const OTHER_TIME: u32 = 2;

impl Regions {
    pub(super) fn of(piece: Option<&Piece<'_>>) -> Self {
        let Some(piece) = piece else { return Self::default() };
        if let Some((code, 2 | 3)) = piece.spelling.and_then(|spelling| spelling.number) {
            let named = u16::try_from(code).ok().and_then(Province::from_code);
            let now = CurrentProvince::all().find(|now| u32::from(now.code()) == code);
            let old = named.map_or_else(ProvinceSet::default, ProvinceSet::from);
            return Self { old, now, named, former: None, known: named.is_some() };
        }
        let (named, mut old) = ProvinceSet::find_with_bearer(piece.text);
        if old.is_empty() {
            old = by_initials(piece.text);
        }
        // The name went on: An Giang, but not Kiên Giang.
        let now = named.map(|named| (named, named.current()));
        let now = now.filter(|(named, now)| named.name() == now.name() || named.code() == 46);
        let spelled = |former: &Former| {
            let name = Spelling::of(former.name);
            name.zip(piece.spelling).is_some_and(|(name, text)| name.hash == text.hash)
        };
        let former =
            FORMER.iter().position(|former| former.members == old.bits() && spelled(former));
        let former = former.and_then(|at| u8::try_from(at).ok());
        Self { old, now: now.map(|(_, now)| now), named, former, known: !old.is_empty() }
    }

    /// Weighs a unit of one of the 63 provinces.
    #[inline]
    pub(super) fn of_old(
        &self,
        province: Province,
        cost: u32,
        evidence: PlaceEvidenceSet,
    ) -> (u32, PlaceEvidenceSet) {
        if !self.known || self.named == Some(province) {
            (cost, evidence)
        } else if self.old.contains(province) {
            // Hậu Giang of 1976, not the one that bore the name until 2025.
            let later = u32::from(self.named.is_some());
            (cost + later, evidence.when(self.former.is_some(), E::FormerProvince))
        } else if self.now == Some(province.current()) {
            (cost + OTHER_TIME, evidence.with(E::OtherTime))
        } else {
            (cost + AGAINST, evidence.with(E::ProvinceDiffers))
        }
    }

    /// Weighs a commune of today: the code of its province, and the provinces its parts were in.
    #[inline]
    pub(super) fn of_today<O: Iterator<Item = Province>>(
        &self,
        code: u16,
        old: impl FnOnce() -> O,
        cost: u32,
        evidence: PlaceEvidenceSet,
    ) -> (u32, PlaceEvidenceSet) {
        if !self.known || self.now.is_some_and(|now| u16::from(now.code()) == code) {
            (cost, evidence)
        } else if old().any(|province| self.old.contains(province)) {
            (cost + OTHER_TIME, evidence.with(E::OtherTime))
        } else {
            (cost + AGAINST, evidence.with(E::ProvinceDiffers))
        }
    }

    /// The provinces themselves.
    pub(super) fn units(
        &self,
        (today, before): (bool, bool),
        mut take: impl FnMut(UnitId, PlaceEvidenceSet),
    ) {
        let none = PlaceEvidenceSet::default();
        if let Some(now) = self.now.filter(|_| today) {
            take(UnitId::Province(now), none.with(E::Exact));
        } else if let Some(named) = self.named.filter(|_| before) {
            take(UnitId::OldProvince(named), none.with(E::Exact));
        }
        if let Some(former) = self.former.filter(|_| before) {
            take(UnitId::Former(former), none.with(E::Exact).with(E::FormerProvince));
        } else if self.named.is_none() && before {
            // A spelling that several bear.
            self.old.iter().for_each(|old| take(UnitId::OldProvince(old), none.with(E::Exact)));
        }
    }
}

/// The provinces of initials in capitals (`AG`, `ĐT`): often several.
fn by_initials(text: &str) -> ProvinceSet {
    let letters =
        || text.chars().filter(|c| *c != '.').map(|c| Letter::of(c).filter(|c| c.is_upper()));
    if text.len() > 8 || letters().count() < 2 || letters().any(|letter| letter.is_none()) {
        return ProvinceSet::default();
    }
    let plain = text.is_ascii();
    let bears = |province: &Province| {
        let words = province.name().split([' ', '-']).filter(|word| !word.is_empty());
        let initials = words.map(|word| word.chars().next().and_then(Letter::of));
        let known = |letter: Option<Letter>| {
            letter.map(|letter| if plain { letter.base() } else { letter.without_tone().id() })
        };
        initials.map(known).eq(letters().map(known))
    };
    Province::all().filter(bears).fold(ProvinceSet::default(), |all, one| all.union(one.into()))
}
