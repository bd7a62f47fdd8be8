//! Laws of places.

use hoten::*;
use proptest::prelude::*;
use std::sync::LazyLock;

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/places.bin")).unwrap()
});
static TABLE: LazyLock<PlaceTable<'static>> =
    LazyLock::new(|| PlaceTable::from_bytes(&BYTES).unwrap());

/// Names, words for kinds and what stands between them, and anything else.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "(xã|X\\.|P|TX\\.|huyện|tp|Tỉnh|thị trấn|,| |-|[0-9]{1,5}|An|Phú|Giang|Hà|Nội|An Giang|a\u{301}|nt|II){0,9}",
    ]
}

/// What must hold for whatever is found.
fn holds(places: &Places<'_>) -> std::result::Result<(), TestCaseError> {
    for (at, place) in places.iter().enumerate() {
        prop_assert!(place.unit.is_current());
        prop_assert!(places.iter().take(at).all(|held| held.unit != place.unit), "once each");
        // The written unit leads to the one of today; a district by one of its communes.
        let district = place.evidence.contains(PlaceEvidence::DistrictOnly);
        prop_assert!(district || place.written.successors().any(|unit| unit == place.unit));
        prop_assert!(place.written.is_current() || place.written.valid_until().is_some());
        prop_assert!(place.evidence.iter().next().is_some());
    }
    let open = places.findings().iter().any(|found| found.message(Lang::Vi).contains('{'));
    prop_assert!(!open, "every parameter has its value");
    Ok(())
}

proptest! {
    #[test]
    fn whatever_is_written_means_units_of_today(
        province in any_cell(), district in any_cell(), commune in any_cell(), address in any_cell(),
    ) {
        let query = PlaceQuery::default().province(&province).district(&district).commune(&commune);
        let (bare, whole) = (query.resolve_in(&TABLE), query.address(&address).resolve_in(&TABLE));
        holds(&bare)?;
        holds(&whole)?;
        prop_assert_eq!(bare.agreement(&whole), whole.agreement(&bare));
        let own = bare.agreement(&bare);
        prop_assert!(own != PlaceAgreement::Different, "a place is not another than itself");
    }

    /// A damaged table is refused or answers: it never panics, and never runs away.
    #[test]
    fn damaged_tables_do_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        near in any::<bool>(), cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = BYTES.clone();
        for (at, byte) in changes {
            // Half of the changes hit the header.
            let at = if near { at.index(24) } else { at.index(bytes.len()) };
            bytes[at] = byte;
        }
        bytes.truncate(cut.map_or(bytes.len(), |cut| cut.index(BYTES.len())));
        if let Ok(table) = PlaceTable::from_bytes(&bytes) {
            for commune in ["Phường 1", "Xã Tân Thành", "00004", "An Hảo"] {
                let found = PlaceQuery::default().province("An Giang").commune(commune).resolve_in(&table);
                for place in &found {
                    let around = place.unit.predecessors().chain(place.written.successors());
                    prop_assert!(around.count() < 1 << 17);
                    let _ = (place.unit.parent(), place.unit.full_name(), place.unit.code());
                }
                let _ = found.findings();
            }
        }
    }

    /// Written in small letters, capitals or with blanks around, a place is the same.
    #[test]
    fn case_and_blanks_say_nothing(commune in any_cell()) {
        let codes = |text: &str| {
            let found = PlaceQuery::default().province("An Giang").commune(text).resolve_in(&TABLE);
            found.iter().map(|place| place.unit.code()).collect::<Vec<_>>()
        };
        prop_assert_eq!(codes(&commune), codes(&format!("  {commune}\t")));
    }
}

#[test]
fn long_cells_are_read_in_linear_time() {
    for piece in
        ["xã An Phú, ", "huyện ", "An ", "1", "P.", "TX. ", ",", "a\u{301}", "tỉnh An Giang "]
    {
        let text: String = core::iter::repeat_n(piece, 100_000).collect();
        for query in [
            PlaceQuery::default().commune(&text),
            PlaceQuery::default().address(&text),
            PlaceQuery::default().province(&text).district(&text).commune(&text).address(&text),
        ] {
            let _ = query.resolve_in(&TABLE).findings();
        }
    }
}
