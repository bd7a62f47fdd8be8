//! A place in few bytes, for tables of many.

#[cfg(feature = "index")]
use super::PlaceTable;
use super::agreement::{PlaceAgreement, agree};
use super::table::Id;
use super::unit::UnitId;
use super::{PlaceUnit, Places};

/// How many units of today are kept: of 443 divided communes one went into more.
const KEPT: usize = 4;

/// Which commune was written and which of today it can mean; nothing where that is not known, or
/// more can be meant than are kept. Ids are places in the table, plus one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct PlaceCode {
    written: Id,
    /// The unit that was written is of today.
    current: bool,
    today: [Id; KEPT],
}

impl PlaceCode {
    /// The code of a place that is known to the commune.
    pub(crate) fn of(places: &Places<'_>) -> Self {
        let mut code = Self::default();
        if places.len() > KEPT {
            return code;
        }
        for (slot, place) in code.today.iter_mut().zip(places) {
            let UnitId::Member(id) = place.unit.id else { return Self::default() };
            *slot = id.saturating_add(1);
        }
        if let Some(PlaceUnit { id: UnitId::Member(id), table }) = places.only_written() {
            code.written = id.saturating_add(1);
            code.current = !table.is_before(id);
        }
        code
    }

    /// The one commune of today it means; 0 for none or several.
    pub(crate) fn only_today(self) -> Id {
        match self.today {
            [only, 0, ..] => only,
            _ => 0,
        }
    }

    /// Compares two places through history.
    pub(crate) fn agreement(self, other: Self) -> PlaceAgreement {
        let known = |code: Self| code.today.first() != Some(&0);
        if !(known(self) && known(other)) {
            return PlaceAgreement::Unknown;
        }
        let written = |code: Self| (code.written != 0).then_some((code.written, code.current));
        let single = self.only_today() != 0 && other.only_today() != 0;
        agree(written(self), written(other), single, || {
            self.today.iter().any(|id| *id != 0 && other.today.contains(id))
        })
    }
}

/// Units as a file keeps them: what was written, then those of today. Each by its official code
/// and whether it is of today (codes were used again in 2025); 0 for none.
#[cfg(feature = "index")]
pub(crate) type StoredUnits = [u32; KEPT + 1];

#[cfg(feature = "index")]
impl PlaceCode {
    /// The units by their official codes, so that they mean the same with any table.
    pub(crate) fn units(self, table: &PlaceTable<'_>) -> StoredUnits {
        let stored = |id: Id| {
            let Some(id) = id.checked_sub(1) else { return 0 };
            (u32::from(table.code(id)) + 1) << 1 | u32::from(!table.is_before(id))
        };
        let mut units = StoredUnits::default();
        let [written, today @ ..] = &mut units;
        *written = stored(self.written);
        for (slot, id) in today.iter_mut().zip(self.today) {
            *slot = stored(id);
        }
        units
    }

    /// The place of stored units; nothing if the table does not know one of them.
    pub(crate) fn of_units(units: &StoredUnits, table: &PlaceTable<'_>) -> Self {
        let id = |stored: u32| {
            if stored == 0 {
                return Some(0);
            }
            let code = (stored >> 1).checked_sub(1)?;
            let current = stored & 1 == 1;
            let mut held = table.coded(code, 5);
            held.find(|&id| table.is_before(id) != current).map(|id| id.saturating_add(1))
        };
        let [written, today @ ..] = units;
        let mut code = Self { current: written & 1 == 1, ..Self::default() };
        let ids = id(*written).and_then(|written| {
            code.written = written;
            today.iter().zip(&mut code.today).try_for_each(|(&unit, slot)| {
                *slot = id(unit)?;
                Some(())
            })
        });
        ids.map_or_else(Self::default, |()| code)
    }
}

#[cfg(all(test, feature = "index", feature = "communes"))]
mod tests {
    use super::*;

    /// Of before and since, divided, and one whose code was used again.
    #[test]
    fn stored_units_come_back() {
        let table = PlaceTable::embedded();
        for [province, district, commune] in [
            ["An Giang", "Tịnh Biên", "An Hảo"],
            ["An Giang", "", "Núi Cấm"],
            ["Hà Nội", "Ba Đình", "Ngọc Khánh"],
            ["Hà Nội", "", "Phường Láng"],
            ["", "", "không rõ"],
        ] {
            let code = PlaceCode::of(&crate::resolve_place(province, district, commune));
            assert_eq!(code == PlaceCode::default(), commune == "không rõ");
            let units = code.units(table);
            assert_eq!(PlaceCode::of_units(&units, table), code, "{commune}");
            assert_eq!(PlaceCode::of_units(&units, &PlaceTable::empty()), PlaceCode::default());
        }
        for units in [[1, 0, 0, 0, 0], [u32::MAX; 5], [0, 2, 3, 0, 0]] {
            let _ = PlaceCode::of_units(&units, table);
        }
    }
}
