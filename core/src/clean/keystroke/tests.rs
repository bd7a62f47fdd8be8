use super::replay::{Method, replay};
use super::*;

fn typed(word: &str, method: Method) -> Option<String> {
    replay(word, method).map(|found| found.word)
}

/// UniKey: marks and tones right after the letter or at the end, w for ư, uow for ươ.
#[test]
fn telex_is_typed_again() {
    for (word, meant) in [
        ("Nguyeenx", "Nguyễn"),
        ("Nguyeexn", "Nguyễn"),
        ("Nguyenex", "Nguyễn"),
        ("Nguyenxe", "Nguyễn"),
        ("NGUYEENX", "NGUYỄN"),
        ("DDaawngj", "Đặng"),
        ("DDaawjng", "Đặng"),
        ("DDawngj", "Đặng"),
        ("Ddoox", "Đỗ"),
        ("Dood", "Đô"),
        ("Hwng", "Hưng"),
        ("Wngs", "Ứng"),
        ("Duowng", "Dương"),
        ("Duwowng", "Dương"),
        ("Duongw", "Dương"),
        ("Dduwowcj", "Được"),
        ("thuowr", "thuở"),
        ("Quowf", "Quờ"),
        ("Quaang", "Quâng"),
        ("Quawngr", "Quẳng"),
        ("Luwu", "Lưu"),
        ("Luuw", "Lưu"),
        ("ruouwj", "rượu"),
        ("Khoer", "Khỏe"),
        ("Hoawcj", "Hoặc"),
        ("Gif", "Gì"),
        ("Gieengs", "Giếng"),
        ("Giuwx", "Giữ"),
        ("ngoaof", "ngoào"),
        ("Quyf", "Quỳ"),
        ("Thuys", "Thúy"),
        ("Nguyênx", "Nguyễn"),
        ("Nguyễnx", "Nguyễn"),
        ("Hoàf", "Hoà"),
        ("Đawngj", "Đặng"),
    ] {
        assert_eq!(typed(word, Method::Telex).as_deref(), Some(meant), "{word}");
    }
    // A key typed twice undoes itself; two tones are no word; nothing was typed.
    for word in ["Maxx", "Hass", "Nguyeee", "Tww", "Ddd", "Hoàs", "Phors", "An", "Trang", "", "w1"]
    {
        assert_eq!(typed(word, Method::Telex), None, "{word}");
    }
}

#[test]
fn vni_is_typed_again() {
    for (word, meant) in [
        ("Nguye6n4", "Nguyễn"),
        ("Nguyen64", "Nguyễn"),
        ("Nguye64n", "Nguyễn"),
        ("D9o64", "Đỗ"),
        ("Do649", "Đỗ"),
        ("D9a85ng", "Đặng"),
        ("Du7o7ng", "Dương"),
        ("Duong7", "Dương"),
        ("Hoa2", "Hòa"),
        ("Va8n", "Văn"),
        ("QUYE6N2", "QUYỀN"),
    ] {
        assert_eq!(typed(word, Method::Vni).as_deref(), Some(meant), "{word}");
    }
    // A digit that marks nothing is a number; so is one behind a word that has its tone.
    for word in ["An66", "Tổ3", "P1", "Hoa22", "An0", "12", "An", "Ta7n"] {
        assert_eq!(typed(word, Method::Vni), None, "{word}");
    }
}

fn proved(text: &str) -> bool {
    find(text).is_some_and(|found| found.proved)
}

#[test]
fn evidence_decides() {
    for text in [
        "Nguyeenx Vawn Hoaf",
        "Nguyễn Vawn Hoaf",
        "Nguyễnx Văn An",
        "Phan Thij Ros",
        "Nguye6n4 Va8n Hoa2",
        "Pham5 Thi5 Lan",
        "Nguyeenx",
        "1. DDawngj Thij B",
    ] {
        assert!(proved(text), "{text}");
    }
    for text in [
        "Max Lee",
        "Ros Sar",
        "Phan Ros",
        "Musa",
        "Hari Mas",
        "Lee Vang",
        "Vaj Tooj",
        "Dawn Lee",
        "Jeff Nguyeenx",
        "Hoa2",
        "Le Thi Hoa2",
        "Kim Soo",
        "Taj",
        "Nguyễn Thị Mas",
    ] {
        assert!(!proved(text), "{text}");
    }
}

/// The watch inside the scan sees the same as the one over letters.
#[test]
fn keys_are_watched_for() {
    for text in ["Vawn", "Hoaf", "Nguye6n", "Ddo", "Lee", "Tư w", "Hàs"] {
        assert!(may_hold_keys(text), "{text}");
    }
    for text in ["Nguyễn Văn Trung", "Trần Thị Xuân", "tổ 12, Ấp 3", "Sáu 1950", "Rơ Châm"]
    {
        assert!(!may_hold_keys(text), "{text}");
    }
}

/// Whoever types VNI types no W: a text with keys of both methods is left as it is, or cleaning it
/// twice would read the rest by the other one.
#[test]
fn keys_of_both_methods_prove_neither() {
    for text in ["ThW o6 Thi5 Bich1", "W Va8n Hoa2"] {
        let cleaned = crate::clean(text);
        assert_eq!(crate::clean(&cleaned.text).text, cleaned.text, "{text}");
        assert!(find(text).is_none_or(|found| !found.proved), "{text}");
    }
    assert!(find("Ng. Va8n Hoa2").is_some_and(|found| found.proved));
    assert!(find("H Va8n Hoa2").is_some_and(|found| found.proved));
}
