//! Commune and address of two records.
//!
//! A commune may stand under its name before or since 2025-07-01: communes are compared through
//! history. Where one of them is not in the table its name decides, and records with a district are
//! taken for written the old way. Hamlets and house numbers outlived the change. Residents' groups
//! are renumbered too often to tell houses apart: counted against, they part records of one person.

use super::level::PlaceLevel;
use crate::field::PlaceAgreement;
use crate::record::values::Record;

/// What two records say about their communes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Communes {
    /// One of them is not given.
    Missing,
    Same,
    /// One of before and one of today that it went into, or may have gone into.
    Successor,
    /// Two names, and nothing is known of one: they may be one through history.
    OtherName,
    Different,
}

pub(crate) fn compare_places(a: &Record, b: &Record) -> PlaceLevel {
    let given = |r: &Record| r.commune != 0 || r.hamlet != 0 || r.province != 0;
    match (given(a), given(b)) {
        (false, false) => return PlaceLevel::MissingBoth,
        (false, true) | (true, false) => return PlaceLevel::MissingOne,
        (true, true) => {}
    }
    let history = a.place.agreement(b.place);
    let apart = matches!(history, PlaceAgreement::Unknown | PlaceAgreement::Different);
    if apart && a.province != 0 && b.province != 0 && a.province != b.province {
        return PlaceLevel::Different;
    }
    let communes = compare_communes(a, b, history);
    let both = |x: u32, y: u32| (x != 0 && y != 0).then_some(x == y);
    let hamlet = both(a.hamlet, b.hamlet);
    let house = both(a.house, b.house);
    match (communes, hamlet) {
        (Communes::Same, Some(true)) => match house {
            Some(true) => PlaceLevel::House,
            Some(false) => PlaceLevel::OtherHouse,
            None => PlaceLevel::Hamlet,
        },
        (Communes::Same, Some(false)) => PlaceLevel::OtherHamlet,
        (Communes::Same, None) if house == Some(true) => PlaceLevel::House,
        (Communes::Same, None) => PlaceLevel::Commune,
        (Communes::Different, _) => PlaceLevel::Province,
        (_, Some(true)) if house == Some(true) => PlaceLevel::SuccessorHouse,
        (_, Some(true)) => PlaceLevel::SuccessorHamlet,
        (Communes::Successor, None) => PlaceLevel::Successor,
        (Communes::OtherName, None) if a.has_district != b.has_district => PlaceLevel::Successor,
        (Communes::Successor | Communes::OtherName, _) => PlaceLevel::Province,
        (Communes::Missing, _) => PlaceLevel::MissingOne,
    }
}

fn compare_communes(a: &Record, b: &Record, history: PlaceAgreement) -> Communes {
    match history {
        PlaceAgreement::Same => Communes::Same,
        PlaceAgreement::SameToday | PlaceAgreement::Possible if a.commune == b.commune => {
            Communes::Same
        }
        PlaceAgreement::SameToday | PlaceAgreement::Possible => Communes::Successor,
        PlaceAgreement::Different => Communes::Different,
        _ if a.commune == 0 || b.commune == 0 => Communes::Missing,
        _ if a.commune == b.commune => Communes::Same,
        _ => Communes::OtherName,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "communes")]
    use crate::field::PlaceCode;

    fn record(province: u8, district: u32, commune: u32, hamlet: u32, house: u32) -> Record {
        Record {
            province,
            has_district: district != 0,
            commune,
            hamlet,
            house,
            ..Record::default()
        }
    }

    #[test]
    fn a_renamed_commune_keeps_its_hamlets_and_houses() {
        let old = record(89, 1, 10, 5, 7);
        let new = record(89, 0, 20, 5, 7);
        assert_eq!(compare_places(&old, &new), PlaceLevel::SuccessorHouse);
        assert_eq!(compare_places(&old, &record(89, 0, 20, 0, 0)), PlaceLevel::Successor);
        assert_eq!(compare_places(&old, &record(89, 1, 20, 0, 0)), PlaceLevel::Province);
    }

    /// Núi Cấm of today was An Hảo and Tân Lập; Ngọc Khánh was divided (resolutions 1654 and 1656).
    #[cfg(feature = "communes")]
    #[test]
    fn communes_are_compared_through_history() {
        let resolved = |province: u8, name: u32, cells: [&str; 3], hamlet: u32, house: u32| {
            let [of, district, commune] = cells;
            let place = PlaceCode::of(&crate::resolve_place(of, district, commune));
            let district = u32::from(!district.is_empty());
            Record { place, ..record(province, district, name, hamlet, house) }
        };
        let an_hao =
            |hamlet, house| resolved(91, 1, ["An Giang", "Tịnh Biên", "An Hảo"], hamlet, house);
        let nui_cam = |hamlet, house| resolved(91, 2, ["An Giang", "", "Núi Cấm"], hamlet, house);
        let tan_lap = resolved(91, 3, ["An Giang", "Tịnh Biên", "Tân Lập"], 5, 7);
        let tri_ton = resolved(91, 4, ["An Giang", "", "Xã Tri Tôn"], 5, 7);
        let khanh = resolved(1, 5, ["Hà Nội", "Ba Đình", "Ngọc Khánh"], 0, 0);
        let lang = resolved(1, 6, ["Hà Nội", "", "Phường Láng"], 0, 0);
        for (a, b, want) in [
            (an_hao(5, 7), an_hao(5, 7), PlaceLevel::House),
            (an_hao(5, 7), nui_cam(5, 7), PlaceLevel::SuccessorHouse),
            (an_hao(5, 7), nui_cam(5, 8), PlaceLevel::SuccessorHamlet),
            (an_hao(0, 0), nui_cam(0, 0), PlaceLevel::Successor),
            (an_hao(5, 7), nui_cam(6, 7), PlaceLevel::Province),
            // Two communes of before, though they are one today; two of today.
            (an_hao(5, 7), tan_lap, PlaceLevel::Province),
            (nui_cam(5, 7), tri_ton, PlaceLevel::Province),
            (an_hao(5, 7), tri_ton, PlaceLevel::Province),
            (khanh, lang, PlaceLevel::Successor),
        ] {
            assert_eq!(compare_places(&a, &b), want);
            assert_eq!(compare_places(&b, &a), want);
        }
        // Known on one side only: the names decide, as they stand.
        let unknown = record(91, 0, 9, 5, 7);
        assert_eq!(compare_places(&an_hao(5, 7), &unknown), PlaceLevel::SuccessorHouse);
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
