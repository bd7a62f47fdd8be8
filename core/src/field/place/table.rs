//! The table of districts and communes as bytes: the same in the crate and in the file that browsers
//! load. `tests/tables/places.rs` packs it and says what each section holds.

use super::spelling::{Marks, Spelling};
use crate::error::{Error, ErrorCode, Result};
use crate::field::UnitKind;
use core::fmt;

/// What a table begins with; the last byte is the version of the format.
const MAGIC: &[u8; 8] = b"hotenpl\x01";

/// The place of a district or commune in the table: districts first, then communes until
/// 2025-06-30, then those since; each by code.
pub(super) type Id = u16;

/// Districts and communes with their codes, names, kinds, parents and successors.
///
/// [`PlaceTable::embedded`] is part of the crate (feature `communes`); a browser loads the same
/// bytes from the file `places.bin` and opens them with [`PlaceTable::from_bytes`].
#[derive(Clone, Copy)]
pub struct PlaceTable<'t> {
    date: u32,
    districts: u16,
    before: u16,
    hashes: Ints<'t, 4>,
    text_ends: Ints<'t, 4>,
    name_ends: Ints<'t, 2>,
    named: Ints<'t, 2>,
    names: Ints<'t, 2>,
    parents: Ints<'t, 2>,
    codes: Ints<'t, 2>,
    kinds: Ints<'t, 1>,
    successor_ends: Ints<'t, 2>,
    successors: Ints<'t, 2>,
    predecessor_ends: Ints<'t, 2>,
    predecessors: Ints<'t, 2>,
    text: &'t [u8],
}

/// Little-endian numbers of `N` bytes.
#[derive(Clone, Copy)]
struct Ints<'t, const N: usize>(&'t [u8]);

impl<const N: usize> Ints<'_, N> {
    fn len(self) -> usize {
        self.0.len() / N
    }

    /// A number; 0 outside.
    #[inline]
    fn get(self, at: usize) -> u32 {
        let bytes = self.0.get(at * N..at * N + N).unwrap_or_default();
        bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
    }

    #[inline]
    fn short(self, at: usize) -> u16 {
        self.get(at) as u16
    }

    /// Where item `at` of a list whose items end here lies.
    fn range(self, at: usize) -> core::ops::Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.get(before));
        start as usize..self.get(at) as usize
    }

    fn rises(self) -> bool {
        (1..self.len()).all(|at| self.get(at - 1) <= self.get(at))
    }

    fn below(self, end: usize) -> bool {
        (0..self.len()).all(|at| (self.get(at) as usize) < end)
    }
}

#[cfg(feature = "communes")]
static EMBEDDED: PlaceTable<'static> = match sections(include_bytes!("../../../data/places.bin")) {
    Some(table) => table,
    None => PlaceTable::empty(),
};

impl<'t> PlaceTable<'t> {
    /// A table without communes: provinces are still resolved.
    #[must_use]
    pub const fn empty() -> Self {
        const NONE: Ints<'static, 2> = Ints(&[]);
        Self {
            date: 0,
            districts: 0,
            before: 0,
            hashes: Ints(&[]),
            text_ends: Ints(&[]),
            name_ends: NONE,
            named: NONE,
            names: NONE,
            parents: NONE,
            codes: NONE,
            kinds: Ints(&[]),
            successor_ends: NONE,
            successors: NONE,
            predecessor_ends: NONE,
            predecessors: NONE,
            text: &[],
        }
    }

    /// Opens a table that was loaded from outside. Every byte is checked, once: some 0.2 ms.
    ///
    /// # Errors
    /// [`ErrorCode::PlaceTableDamaged`] for anything but a whole table of this format.
    pub fn from_bytes(bytes: &'t [u8]) -> Result<Self> {
        sections(bytes)
            .filter(Self::is_sound)
            .ok_or_else(|| Error::new(ErrorCode::PlaceTableDamaged))
    }

    /// The date of the data, as `20250701`; 0 for an empty table.
    #[must_use]
    pub fn date(&self) -> u32 {
        self.date
    }

    /// How many districts, communes until 2025-06-30, and communes since.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let (districts, before) = (usize::from(self.districts), usize::from(self.before));
        [districts, before, self.names.len().saturating_sub(districts + before)]
    }

    /// Do all numbers point to where they may?
    fn is_sound(&self) -> bool {
        let [districts, before, today] = self.counts();
        let (units, old) = (districts + before + today, districts + before);
        let (names, text) = (self.hashes.len(), core::str::from_utf8(self.text));
        let ends = |ends: Ints<'_, 2>, of: usize| {
            ends.rises() && (ends.len() == 0 || ends.range(ends.len() - 1).end == of)
        };
        let in_order = |from: usize, to: usize| {
            (from + 1..to).all(|at| self.codes.get(at - 1) < self.codes.get(at))
        };
        let parents = (0..units).all(|at| {
            let parent = usize::from(self.parents.short(at));
            parent < if (districts..old).contains(&at) { districts } else { 256 }
        });
        names <= usize::from(u16::MAX)
            && units <= usize::from(u16::MAX)
            && (1..names).all(|at| self.hashes.get(at - 1) <= self.hashes.get(at))
            && self.text_ends.rises()
            && (names == 0 || self.text_ends.get(names - 1) as usize == self.text.len())
            && text.is_ok_and(|text| {
                (0..names).all(|at| text.is_char_boundary(self.text_ends.get(at) as usize))
            })
            && ends(self.name_ends, self.named.len())
            && ends(self.successor_ends, self.successors.len())
            && ends(self.predecessor_ends, self.predecessors.len())
            && self.named.below(units)
            && self.names.below(names)
            && parents
            && self.kinds.below(KINDS.len())
            && (0..self.successors.len())
                .all(|at| (old..units).contains(&usize::from(self.successors.short(at))))
            && self.predecessors.below(old)
            && in_order(0, districts)
            && in_order(districts, old)
            && in_order(old, units)
    }

    /// Does it hold communes, or the provinces alone?
    pub(crate) fn has_communes(&self) -> bool {
        self.counts().iter().any(|&count| count > 0)
    }

    pub(super) fn is_district(&self, id: Id) -> bool {
        id < self.districts
    }

    /// A district or commune that ended with 2025-06-30.
    pub(super) fn is_before(&self, id: Id) -> bool {
        id < self.districts.saturating_add(self.before)
    }

    pub(super) fn name(&self, id: Id) -> &'t str {
        self.spelled(usize::from(self.names.short(id.into())))
    }

    fn spelled(&self, name: usize) -> &'t str {
        let bytes = self.text.get(self.text_ends.range(name)).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }

    /// District of a commune until 2025-06-30; else the code of the province.
    pub(super) fn parent(&self, id: Id) -> u16 {
        self.parents.short(id.into())
    }

    pub(super) fn code(&self, id: Id) -> u16 {
        self.codes.short(id.into())
    }

    pub(super) fn kind(&self, id: Id) -> UnitKind {
        let kind = KINDS.get(self.kinds.get(id.into()) as usize);
        kind.copied().unwrap_or(UnitKind::Unknown)
    }

    pub(super) fn successors(self, id: Id) -> impl Iterator<Item = Id> + 't {
        self.successor_ends.range(id.into()).map(move |at| self.successors.short(at))
    }

    /// What was before a commune of today.
    pub(super) fn predecessors(self, id: Id) -> impl Iterator<Item = Id> + 't {
        let old = self.districts.saturating_add(self.before);
        let range = id.checked_sub(old).map(|at| self.predecessor_ends.range(at.into()));
        range.unwrap_or(0..0).map(move |at| self.predecessors.short(at))
    }

    /// The communes a district had.
    pub(super) fn communes(self, district: Id) -> impl Iterator<Item = Id> + 't {
        let before = self.districts..self.districts.saturating_add(self.before);
        before.filter(move |&id| self.parent(id) == district)
    }

    /// Units of a name, and how its marks agree.
    pub(super) fn find(self, spelling: &Spelling) -> impl Iterator<Item = (Id, Marks)> + use<'t> {
        let (mut low, mut high) = (0, self.hashes.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.hashes.get(middle) < spelling.hash { low = middle + 1 } else { high = middle }
        }
        let spelling = *spelling;
        (low..self.hashes.len())
            .take_while(move |&name| self.hashes.get(name) == spelling.hash)
            .filter_map(move |name| {
                Some((name, spelling.marks(&Spelling::of(self.spelled(name))?)?))
            })
            .flat_map(move |(name, marks)| {
                self.name_ends.range(name).map(move |at| (self.named.short(at), marks))
            })
    }

    /// The district (three digits) or the communes (five) of a code.
    pub(super) fn coded(self, code: u32, digits: u8) -> impl Iterator<Item = Id> + 't {
        let [districts, before, today] = self.counts();
        let layers = match digits {
            3 => [0..districts, 0..0],
            5 => [districts..districts + before, districts + before..districts + before + today],
            _ => [0..0, 0..0],
        };
        layers.into_iter().filter_map(move |layer| {
            let (mut low, mut high) = (layer.start, layer.end);
            while low < high {
                let middle = low.midpoint(high);
                if self.codes.get(middle) < code { low = middle + 1 } else { high = middle }
            }
            (low < layer.end && self.codes.get(low) == code).then_some(low as Id)
        })
    }
}

#[cfg(feature = "communes")]
impl PlaceTable<'static> {
    /// The table that is part of the crate.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }
}

impl fmt::Debug for PlaceTable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlaceTable({}, {:?})", self.date, self.counts())
    }
}

/// Kinds by their number.
const KINDS: [UnitKind; 8] = [
    UnitKind::UrbanDistrict,
    UnitKind::District,
    UnitKind::Town,
    UnitKind::City,
    UnitKind::Ward,
    UnitKind::Commune,
    UnitKind::Township,
    UnitKind::SpecialZone,
];

/// Finds the sections by the counts in the header; nothing of their insides is looked at.
const fn sections(bytes: &[u8]) -> Option<PlaceTable<'_>> {
    let mut rest = bytes;
    macro_rules! number {
        ($kind:ty, $width:literal) => {{
            let Some((number, behind)) = rest.split_first_chunk::<$width>() else { return None };
            rest = behind;
            <$kind>::from_le_bytes(*number)
        }};
    }
    if number!(u64, 8) != u64::from_le_bytes(*MAGIC) {
        return None;
    }
    let date = number!(u32, 4);
    let (names, links) = (number!(u16, 2) as usize, number!(u16, 2) as usize);
    let (districts, before, today) = (number!(u16, 2), number!(u16, 2), number!(u16, 2) as usize);
    let old = districts as usize + before as usize;
    let units = old + today;
    macro_rules! take {
        ($count:expr, $width:literal) => {{
            let Some((section, behind)) = rest.split_at_checked($count * $width) else {
                return None;
            };
            rest = behind;
            Ints::<'_, $width>(section)
        }};
    }
    Some(PlaceTable {
        date,
        districts,
        before,
        hashes: take!(names, 4),
        text_ends: take!(names, 4),
        name_ends: take!(names, 2),
        named: take!(units, 2),
        names: take!(units, 2),
        parents: take!(units, 2),
        codes: take!(units, 2),
        kinds: take!(units, 1),
        successor_ends: take!(old, 2),
        successors: take!(links, 2),
        predecessor_ends: take!(today, 2),
        predecessors: take!(links, 2),
        text: rest,
    })
}
