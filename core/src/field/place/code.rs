//! A place in few bytes, for tables of many.

use super::agreement::{PlaceAgreement, agree};
use super::table::Id;
use super::unit::UnitId;
use super::{PlaceUnit, Places};

/// How many units of today are kept: of 443 divided communes one went into more.
const KEPT: usize = 4;

/// Which commune was written and which of today it can mean; nothing where that is not known, or
/// more can be meant than are kept. Ids are places in the table, plus one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
