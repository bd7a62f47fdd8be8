use super::*;

#[test]
fn real_cells() {
    for (cell, encoding, text) in [
        ("S¥N CHANH R¸C", Encoding::Tcvn3, "SƠN CHANH RÁC"),
        ("NguyÔn V¨n §øc", Encoding::Tcvn3, "Nguyễn Văn Đức"),
        ("D\u{ad}¬ng Liªn", Encoding::Tcvn3, "Dương Liên"),
        ("NGUYÔN THÞ H»NG", Encoding::Tcvn3, "NGUYỄN THỊ HẰNG"),
        ("¤ng Kh¸nh Vü", Encoding::Tcvn3, "Ông Khánh Vỹ"),
        ("Huúnh ThÞ Nh·", Encoding::Tcvn3, "Huỳnh Thị Nhã"),
        ("TR¦¥NG V¡N CH¦¥NG óT", Encoding::Tcvn3, "TRƯƠNG VĂN CHƯƠNG ÚT"),
        ("Vµng ¸n Nhung", Encoding::Tcvn3, "Vàng Án Nhung"),
        ("Sè 10, Êp Phó Hßa", Encoding::Tcvn3, "Số 10, Ấp Phú Hòa"),
        ("tæ 07, Êp Phó Hßa", Encoding::Tcvn3, "tổ 07, ấp Phú Hòa"),
        ("HUYØNH VAÊN THÒNH", Encoding::VniWindows, "HUỲNH VĂN THỊNH"),
        ("LEÂ ANH CÖÔØNG", Encoding::VniWindows, "LÊ ANH CƯỜNG"),
        ("AÁp Baø Ñen", Encoding::VniWindows, "Ấp Bà Đen"),
        ("Traàn Ñöùc Tieàn", Encoding::VniWindows, "Trần Đức Tiền"),
        ("NguyêÞn Ðýìc", Encoding::Cp1258, "Nguyễn Đức"),
        ("Nguyá»…n Thá»‹ HÆ°Æ¡ng", Encoding::Utf8, "Nguyễn Thị Hương"),
        ("TáşĄ", Encoding::Utf8, "Tạ"),
    ] {
        assert_eq!(redecode(cell, encoding).as_deref(), Some(text));
        let found = detect([cell].into_iter());
        assert_eq!(found.encoding, Some(encoding), "{cell}: {found:?}");
        assert_eq!(found.read(cell).as_deref(), Some(text));
    }
}

#[test]
fn viqr_has_its_own_signs() {
    for (bytes, text) in [
        (&b"Nguye^~n Va(n DDu+'c"[..], "Nguyễn Văn Đức"),
        (b"Tra^`n Thi. Hu+o*ng", "Trần Thị Hương"),
        (b"O^ng a\\.", "Ông a."),
        (b"\\", "\\"),
    ] {
        assert_eq!(decode(bytes, Encoding::Viqr), text);
    }
}

#[test]
fn a_clean_cell_among_damaged_ones_stays() {
    let record = ["NGUYÔN THÞ H»NG", "Xã An Hòa", "Huyện Châu Thành", "Tri Tôn", "Hòa Bình"];
    let found = detect(record.into_iter());
    assert_eq!(found.encoding, Some(Encoding::Tcvn3));
    for clean in &record[1..] {
        assert_eq!(found.read(clean), None, "{clean}");
    }
}

#[test]
fn one_valid_word_decides_nothing() {
    // TCVN3 bút shows as bót, VNI Thị as Thò: both are real syllables.
    for cell in [
        "bót",
        "Thò",
        "Vónh",
        "Müller",
        "François",
        "José",
        "Ñăm",
        "H'Ñăm",
        "Ðặng",
        "",
        "…",
        "Café",
    ] {
        let found = detect([cell].into_iter());
        assert_eq!(found.encoding, None, "{cell}: {found:?}");
        assert_eq!(found.read(cell), None);
    }
}

#[test]
fn valid_words_of_a_damaged_record_are_read_too() {
    let record = ["Traàn Vaên Ñieàn", "Hoà Thò Lan"];
    let found = detect(record.into_iter());
    assert_eq!(found.encoding, Some(Encoding::VniWindows));
    assert_eq!(found.read(record[1]).as_deref(), Some("Hồ Thị Lan"));
}

#[test]
fn names_of_encodings() {
    for encoding in Encoding::ALL {
        assert_eq!(encoding.as_str().parse::<Encoding>(), Ok(encoding));
        assert_eq!(
            encoding.as_str().to_uppercase().replace('_', "-").parse::<Encoding>(),
            Ok(encoding)
        );
    }
    assert_eq!("ABC".parse::<Encoding>(), Ok(Encoding::Tcvn3));
    let error = "klingon".parse::<Encoding>().unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnknownEncoding);
}

#[test]
fn any_bytes_decode() {
    let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
    for encoding in Encoding::ALL {
        assert!(!decode(&bytes, encoding).is_empty());
        assert_eq!(decode(b"", encoding), "");
    }
}
