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
