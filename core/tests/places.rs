//! Places through history: what registers write, and what it means today.
#![cfg(feature = "communes")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{PlaceAgreement, PlaceEvidence, PlaceQuery, PlaceTable, Places, resolve_place};

/// Full names of the units of today, in order.
fn today(places: &Places<'_>) -> Vec<String> {
    let mut names: Vec<_> = places.iter().map(|place| place.unit.full_name()).collect();
    names.sort();
    names
}

fn means(province: &str, district: &str, commune: &str, want: &[&str]) {
    let found = today(&resolve_place(province, district, commune));
    assert_eq!(found, want, "{province} | {district} | {commune}");
}

/// Facts: vietnamese.md 5, spot checks of the resolutions 1654 (An Giang) and 1656 (Hà Nội).
#[test]
fn communes_of_before_and_what_they_became() {
    for (province, district, commune, want) in [
        ("An Giang", "Thị xã Tịnh Biên", "Xã An Hảo", &["Xã Núi Cấm"][..]),
        ("An Giang", "Thị xã Tịnh Biên", "Phường Nhà Bàng", &["Phường Thới Sơn"]),
        ("Tỉnh An Giang", "Huyện Châu Thành", "Xã An Hòa", &["Xã Bình Hòa"]),
        ("Kiên Giang", "Huyện Gò Quao", "Xã Định Hòa", &["Xã Định Hòa"]),
        ("Hà Nội", "Quận Ba Đình", "Phường Trúc Bạch", &["Phường Ba Đình"]),
        ("Hà Nội", "Quận Ba Đình", "Phường Cống Vị", &["Phường Giảng Võ", "Phường Ngọc Hà"]),
        // One name in four towns of provinces that were joined: each its own (resolution 1663).
        ("Đồng Tháp", "TP Cao Lãnh", "Phường 4", &["Phường Cao Lãnh"]),
        ("Đồng Tháp", "TP Sa Đéc", "Phường 4", &["Phường Sa Đéc"]),
        ("Tiền Giang", "TP Mỹ Tho", "Phường 4", &["Phường Đạo Thạnh"]),
        ("Tiền Giang", "TX Cai Lậy", "Phường 4", &["Phường Cai Lậy"]),
        // Marks alone tell these two of one district apart (resolution 1686).
        ("Thanh Hóa", "Hoằng Hóa", "Hoằng Phú", &["Xã Hoằng Phú"]),
        ("Thanh Hóa", "Hoằng Hóa", "Hoằng Phụ", &["Xã Hoằng Thanh"]),
        // Units of today.
        ("An Giang", "", "Xã Núi Cấm", &["Xã Núi Cấm"]),
        ("Cần Thơ", "", "Phường Ngã Năm", &["Phường Ngã Năm"]),
        // Islands: districts without communes.
        ("Quảng Ngãi", "Huyện Lý Sơn", "", &["Đặc khu Lý Sơn"]),
        ("Kiên Giang", "Phú Quốc", "Xã Thổ Châu", &["Đặc khu Thổ Châu"]),
    ] {
        means(province, district, commune, want);
    }
}

#[test]
fn habits_of_writing() {
    for (province, district, commune) in [
        ("Tỉnh An Giang", "Thị xã Tịnh Biên", "Xã An Hảo"),
        ("T. An Giang", "TX. Tịnh Biên", "X. An Hảo"),
        ("AN GIANG", "TX TỊNH BIÊN", "XÃ AN HẢO"),
        ("an giang", "tinh bien", "an hao"),
        ("An Giang", "Huyện Tịnh Biên", "Xã An Hảo"),
        ("An Giang", "H. Tịnh Biên", "An Hảo"),
        ("An Giang", "", "An Hảo"),
        ("", "Tịnh Biên", "An Hảo"),
        ("AG", "Tịnh Biên", "An Hảo"),
        ("89", "890", "30538"),
        // In each other's cells, or all in one.
        ("An Giang", "An Hảo", "Tịnh Biên"),
        ("Xã An Hảo", "Tịnh Biên", "An Giang"),
        ("", "", "Xã An Hảo, Tịnh Biên, An Giang"),
        ("", "", "xã An Hảo huyện Tịnh Biên tỉnh An Giang"),
        ("", "", "xa An Hao, huyen Tinh Bien, An Giang"),
        ("", "", "An Giang, Tịnh Biên, An Hảo"),
    ] {
        means(province, district, commune, &["Xã Núi Cấm"]);
    }
    for commune in ["Phường 1", "P.1", "P1", "P. 01", "phường 01", "Phuong 1", "F1", "1"] {
        means("TP.HCM", "Q. Gò Vấp", commune, &["Phường Hạnh Thông"]);
    }
    for district in ["Quận 1", "Q.1", "Q1", "Quận 01", "1"] {
        means("Hồ Chí Minh", district, "Phường Bến Nghé", &["Phường Sài Gòn"]);
    }
}

#[test]
fn addresses() {
    let whole = "Số 5, tổ 3, ấp An Hòa, X. Phú Hội, H. An Phú, T. An Giang";
    let divided = PlaceQuery::default().address(whole).resolve();
    assert_eq!(today(&divided), ["Xã An Phú", "Xã Nhơn Hội"]);
    let an_phu = PlaceQuery::default().address("Ấp 3, xã An Phú, huyện An Phú, An Giang").resolve();
    // It was a township; the commune of this name in Tịnh Biên was joined before.
    assert_eq!(today(&an_phu), ["Xã An Phú"]);
    // Columns first; the address adds what they leave out.
    let both = PlaceQuery::default()
        .province("An Giang")
        .address("Tổ 3 - Ấp Ba Xoài - xã An Cư - Tịnh Biên")
        .resolve();
    assert_eq!(today(&both), ["Xã An Cư"]);
}

#[test]
fn provinces_of_every_time() {
    for (name, want) in [
        ("An Giang", "Tỉnh An Giang"),
        ("Sóc Trăng", "Thành phố Cần Thơ"),
        ("Hà Tây", "Thành phố Hà Nội"),
        ("Minh Hải", "Tỉnh Cà Mau"),
        ("Cửu Long", "Tỉnh Vĩnh Long"),
        ("Hậu Giang", "Thành phố Cần Thơ"),
        ("Thừa Thiên Huế", "Thành phố Huế"),
    ] {
        means(name, "", "", &[want]);
    }
    means("Sông Bé", "", "", &["Thành phố Hồ Chí Minh", "Tỉnh Đồng Nai"]);
    let former = resolve_place("Minh Hải", "", "");
    let written = former.get(0).unwrap().written;
    assert_eq!(written.full_name(), "Tỉnh Minh Hải");
    assert_eq!((written.valid_from(), written.valid_until()), (Some("1976"), Some("1996")));
    assert!(former.get(0).unwrap().evidence.contains(PlaceEvidence::FormerProvince));
    // A commune under the province of the time of a birth certificate.
    means("Hà Tây", "Thạch Thất", "Xã Kim Quan", &["Xã Thạch Thất"]);
}

#[test]
fn codes_mean_a_unit_of_their_time() {
    // The lists of the statistics office before and since.
    let of = |year: u16| PlaceQuery::default().commune("00006").on(year, 7, 1).resolve();
    let before = of(2020);
    assert_eq!(before.get(0).unwrap().written.full_name(), "Phường Vĩnh Phúc");
    assert_eq!(today(&before), ["Phường Ngọc Hà"]);
    assert!(before.get(0).unwrap().evidence.contains(PlaceEvidence::Code));
    assert!(of(2025).is_empty(), "the code was not given again");
    let ba_dinh = PlaceQuery::default().commune("00004").on(2025, 7, 1).resolve();
    assert_eq!(ba_dinh.get(0).unwrap().written.full_name(), "Phường Ba Đình");
}

/// Both directions, with codes, kinds, parents and validity.
#[test]
fn units_know_what_was_before_and_after_them() {
    let found = resolve_place("An Giang", "", "Xã Núi Cấm");
    let unit = found.get(0).unwrap().unit;
    assert_eq!((unit.valid_from(), unit.valid_until()), (Some("2025-07-01"), None));
    let before: Vec<_> = unit.predecessors().collect();
    let names: Vec<_> = before.iter().map(|unit| unit.full_name()).collect();
    assert_eq!(names, ["Xã An Hảo", "Xã Tân Lập"]);
    for old in before {
        assert_eq!((old.valid_from(), old.valid_until()), (None, Some("2025-06-30")));
        let district = old.parent().unwrap();
        assert_eq!(
            (district.full_name(), district.code()),
            ("Thị xã Tịnh Biên".into(), "890".into())
        );
        let province = district.parent().unwrap();
        assert_eq!((province.full_name(), province.code()), ("Tỉnh An Giang".into(), "89".into()));
        assert!(province.parent().is_none() && !province.is_current());
        assert!(old.successors().eq([unit]));
    }
    let today = unit.parent().unwrap();
    assert_eq!((today.code(), today.is_current()), ("91".into(), true));
    let members: Vec<_> = today.predecessors().map(|unit| unit.full_name()).collect();
    assert_eq!(members, ["Tỉnh An Giang", "Tỉnh Kiên Giang"]);
}

#[test]
fn places_agree_through_history() {
    let place = |province, district, commune| resolve_place(province, district, commune);
    let an_hao = place("An Giang", "Tịnh Biên", "An Hảo");
    for (other, want) in [
        (place("An Giang", "H. Tịnh Biên", "xa an hao"), PlaceAgreement::Same),
        (place("An Giang", "", "Núi Cấm"), PlaceAgreement::SameToday),
        (place("An Giang", "Tịnh Biên", "Tân Lập"), PlaceAgreement::Different),
        (place("An Giang", "", "Tri Tôn"), PlaceAgreement::Different),
        (place("An Giang", "", ""), PlaceAgreement::Unknown),
        (place("", "", ""), PlaceAgreement::Unknown),
    ] {
        assert_eq!(an_hao.agreement(&other), want);
        assert_eq!(other.agreement(&an_hao), want);
    }
    let khanh = place("Hà Nội", "Ba Đình", "Ngọc Khánh");
    assert_eq!(khanh.agreement(&place("Hà Nội", "", "Láng")), PlaceAgreement::Possible);
    assert_eq!(khanh.agreement(&place("Hà Nội", "", "Bạch Mai")), PlaceAgreement::Different);
}

#[test]
fn findings_name_what_is_to_be_done() {
    let codes = |province, district, commune| {
        let found = resolve_place(province, district, commune).findings();
        found.iter().map(|found| (found.code.as_str(), found.field.as_str())).collect::<Vec<_>>()
    };
    assert!(codes("An Giang", "", "Xã Núi Cấm").is_empty());
    assert!(codes("", "", "").is_empty() && codes("không rõ", "nt", "như trên").is_empty());
    assert_eq!(codes("An Giang", "Tịnh Biên", "An Hảo"), [("place_superseded", "commune")]);
    assert_eq!(codes("Sóc Trăng", "", ""), [("place_superseded", "province")]);
    assert_eq!(codes("", "", "Xã Tân Thành"), [("place_ambiguous", "commune")]);
    assert_eq!(codes("Atlantis", "", ""), [("place_unknown", "province")]);
    let unknown = codes("An Giang", "Tri Tôn", "Xã Không Tên");
    assert_eq!(unknown, [("place_unknown", "commune"), ("place_superseded", "commune")]);
    let old = resolve_place("An Giang", "Tịnh Biên", "An Hảo").findings();
    assert_eq!(old[0].suggestion.as_deref(), Some("Xã Núi Cấm"));
    assert!(old[0].message(hoten::Lang::Vi).contains("Xã Núi Cấm (Tỉnh An Giang)"));
}

#[test]
fn a_loaded_table_is_the_embedded_one_and_a_damaged_one_is_refused() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/places.bin")).unwrap();
    let table = PlaceTable::from_bytes(&bytes).unwrap();
    assert_eq!((table.date(), table.counts()), (20_250_701, [696, 10_035, 3_321]));
    let query = PlaceQuery::default().province("An Giang").commune("Núi Cấm");
    assert_eq!(today(&query.resolve_in(&table)), today(&query.resolve()));
    for cut in [0, 7, 20, 21, 1_000, bytes.len() - 1] {
        assert!(PlaceTable::from_bytes(&bytes[..cut]).is_err(), "{cut}");
    }
    let error = PlaceTable::from_bytes(b"PK\x03\x04").unwrap_err();
    assert_eq!(error.code().as_str(), "place_table_damaged");
}
