//! Commune and address of two records.
//!
//! A commune may stand under its name before or since 2025-07-01; records with a district are
//! written the old way. Hamlets, groups and house numbers outlived the change.

use super::level::PlaceLevel;
use crate::record::values::Record;

pub(crate) fn compare_places(a: &Record, b: &Record) -> PlaceLevel {
    let given = |r: &Record| r.commune != 0 || r.hamlet != 0 || r.province != 0;
    match (given(a), given(b)) {
        (false, false) => return PlaceLevel::MissingBoth,
        (false, true) | (true, false) => return PlaceLevel::MissingOne,
        (true, true) => {}
    }
    if a.province != 0 && b.province != 0 && a.province != b.province {
        return PlaceLevel::Different;
    }
    let both = |x: u32, y: u32| (x != 0 && y != 0).then_some(x == y);
    let commune = both(a.commune, b.commune);
    let hamlet = both(a.hamlet, b.hamlet);
    let house = both(a.house, b.house);
    match (commune, hamlet) {
        (Some(true), Some(true)) => match house {
            Some(true) => PlaceLevel::House,
            Some(false) => PlaceLevel::OtherHouse,
            None => PlaceLevel::Hamlet,
        },
        (Some(true), Some(false)) => PlaceLevel::OtherHamlet,
        (Some(true), None) if house == Some(true) => PlaceLevel::House,
        (Some(true), None) => PlaceLevel::Commune,
        (_, Some(true)) if house == Some(true) => PlaceLevel::SuccessorHouse,
        (_, Some(true)) => PlaceLevel::SuccessorHamlet,
        (Some(false), None) if (a.district == 0) != (b.district == 0) => PlaceLevel::Successor,
        (Some(false), _) => PlaceLevel::Province,
        (None, _) => PlaceLevel::MissingOne,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(province: u8, district: u32, commune: u32, hamlet: u32, house: u32) -> Record {
        Record { province, district, commune, hamlet, house, ..Record::default() }
    }

    #[test]
    fn a_renamed_commune_keeps_its_hamlets_and_houses() {
        let old = record(89, 1, 10, 5, 7);
        let new = record(89, 0, 20, 5, 7);
        assert_eq!(compare_places(&old, &new), PlaceLevel::SuccessorHouse);
        assert_eq!(compare_places(&old, &record(89, 0, 20, 0, 0)), PlaceLevel::Successor);
        assert_eq!(compare_places(&old, &record(89, 1, 20, 0, 0)), PlaceLevel::Province);
    }

    #[test]
    fn missing_is_not_different() {
        let full = record(89, 1, 10, 5, 7);
        assert_eq!(compare_places(&full, &Record::default()), PlaceLevel::MissingOne);
        assert_eq!(compare_places(&full, &record(89, 1, 10, 0, 0)), PlaceLevel::Commune);
        assert_eq!(compare_places(&full, &record(1, 1, 10, 5, 7)), PlaceLevel::Different);
        let none = Record::default();
        assert_eq!(compare_places(&none, &none), PlaceLevel::MissingBoth);
    }

    #[test]
    fn within_a_commune_hamlet_and_house_decide() {
        let full = record(89, 1, 10, 5, 7);
        for (other, want) in [
            (record(89, 1, 10, 5, 7), PlaceLevel::House),
            (record(89, 1, 10, 5, 8), PlaceLevel::OtherHouse),
            (record(89, 1, 10, 5, 0), PlaceLevel::Hamlet),
            (record(89, 1, 10, 6, 7), PlaceLevel::OtherHamlet),
            (record(89, 1, 10, 0, 7), PlaceLevel::House),
            (record(89, 1, 20, 5, 0), PlaceLevel::SuccessorHamlet),
            (record(89, 0, 20, 6, 7), PlaceLevel::Province),
            (record(89, 0, 0, 0, 0), PlaceLevel::MissingOne),
            (record(0, 1, 10, 5, 7), PlaceLevel::House),
        ] {
            assert_eq!(compare_places(&full, &other), want);
            assert_eq!(compare_places(&other, &full), want);
        }
    }
}
